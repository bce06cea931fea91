import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

/// Composes a text and expects no findings.
func composeClean(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) -> YAMLTree {
  let (tree, findings) = compose(text)
  #expect(
    findings.map(\.code) == [], "\(findings.map(\.problem))", sourceLocation: sourceLocation)
  return tree
}

func compose(_ text: String, _ limits: Limits = Limits()) -> (tree: YAMLTree, findings: [Finding]) {
  compose(Array(text.utf8), limits)
}

func compose(_ bytes: [UInt8], _ limits: Limits = Limits()) -> (tree: YAMLTree, findings: [Finding])
{
  composeYAML(SourceFile(path: "plan.yaml", bytes: bytes), limits: limits)
}

extension YAMLTree {
  /// The value behind a path of keys and element numbers from the root.
  func value(_ path: String...) -> NodeID {
    var id = root!
    for step in path {
      let all = Array(children(resolve(id)))
      if let number = Int(step), kind(resolve(id)) == .sequence {
        id = all[number]
      } else {
        id = all.first { key($0).map(keyText) == step }!
      }
    }
    return id
  }

  /// The whole tree on one line: `{key: 'text', other: ['a', *1]}`.
  func outline() -> String { root.map(outline) ?? "nothing" }

  private func outline(_ id: NodeID) -> String {
    let inner =
      switch kind(id) {
      case .scalar: isNull(id) ? "null" : "'" + text(id) + "'"
      case .alias: "*" + String(resolve(id).raw)
      case .sequence: "[" + children(id).map(outline).joined(separator: ", ") + "]"
      case .mapping: "{" + children(id).map(outline).joined(separator: ", ") + "}"
      }
    return (key(id).map { keyText($0) + ": " } ?? "") + inner
  }
}

/// Composes a marked text and compares the span between two markers with the span of a node.
func expectSpan(
  of path: String..., in marked: String, between first: Int = 1, and second: Int = 2,
  isKey: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) {
  let marked = MarkedText(marked)
  let tree = composeClean(marked.text, sourceLocation: sourceLocation)
  var id = tree.root!
  for step in path {
    let all = Array(tree.children(id))
    id =
      Int(step).flatMap { tree.kind(id) == .sequence ? all[$0] : nil }
      ?? all.first { tree.key($0).map(tree.keyText) == step }!
  }
  let found = isKey ? tree.keySpan(id) : tree.span(id)
  #expect(
    found == marked.range(first, second), "found `\(tree.file.text(found))`",
    sourceLocation: sourceLocation)
}
