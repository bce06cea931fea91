import Diagnostics
import RuleSyntax
import SourceText
import YAMLSyntax

/// Mistakes in YAML that stands in a rule file.
///
/// Examples are put together from what can be read of them, so that a mistake would go unnoticed.
extension SourceFile {
  /// What is wrong with an example's element: its YAML, or that it is no element at all.
  func faultOfElement(in range: ByteRange, _ limits: Limits) -> Finding? {
    let (tree, fault) = composed(range, limits)
    if let fault { return fault }
    if let root = tree.root, tree.kind(tree.resolve(root)) == .mapping { return nil }
    return Finding(SyntaxProblem.missingExample, severity: .error, at: Location(self, range))
  }

  /// The first mistake in YAML, at its place in this file.
  func faultOfYAML(in range: ByteRange, _ limits: Limits) -> Finding? {
    composed(range, limits).fault
  }

  private func composed(_ range: ByteRange, _ limits: Limits) -> (tree: YAMLTree, fault: Finding?) {
    let part = SourceFile(path: path, text: text(range))
    let (tree, findings) = composeYAML(part, limits: limits)
    guard let first = findings.first(where: { $0.severity == .error }) else { return (tree, nil) }
    let place = first.location.range
    let moved = ByteRange(place.start + range.start, place.end + range.start)
    return (tree, Finding(first.problem, severity: .error, at: Location(self, moved)))
  }
}
