import Diagnostics
import Model
import SourceText
import YAMLSyntax

extension RuleSet {
  /// Compares the findings of a whole plan with its `# breaks: rule-id, rule-id` comments: each
  /// must be found on the comment's line, and nothing else may be found.
  package func runFixture(_ input: PlanInput, options: LintOptions) -> [Finding] {
    let result = lint(input, options: options)
    var open = result.findings
    var problems: [Finding] = []
    for tree in result.plan.trees {
      for comment in tree.comments() {
        for rule in Self.breaks(comment.text) {
          let line = tree.file.position(of: comment.span.start).line
          let index = open.firstIndex { finding in
            finding.location.file == tree.file
              && (finding.code == rule || finding.rules.contains(rule))
              && finding.location.file.position(of: finding.location.range.start).line == line
          }
          if let index {
            open.remove(at: index)
          } else if !result.findings.contains(where: { found(rule, tree.file, line, $0) }) {
            problems.append(
              Finding(
                TestProblem.missingFinding(rule: rule), severity: .error,
                at: Location(tree.file, comment.span)))
          }
        }
      }
    }
    problems += open.map {
      Finding(TestProblem.unexpectedFinding($0), severity: .error, at: $0.location)
    }
    return problems
  }

  /// Whether a finding, perhaps one that another comment of the line already took, is of the rule.
  private func found(_ rule: String, _ file: SourceFile, _ line: Int, _ finding: Finding) -> Bool {
    finding.location.file == file && (finding.code == rule || finding.rules.contains(rule))
      && file.position(of: finding.location.range.start).line == line
  }

  /// The ids in `# breaks: a, b`.
  private static func breaks(_ comment: String) -> [String] {
    let text = comment.drop { $0 == "#" || $0 == " " }
    guard text.hasPrefix("breaks:") else { return [] }
    return text.dropFirst("breaks:".count).split(separator: ",").map {
      String($0.filter { !$0.isWhitespace })
    }
  }
}
