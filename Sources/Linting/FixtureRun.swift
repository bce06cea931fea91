import Diagnostics
import Model
import Reporting
import SourceText
import YAMLSyntax

extension RuleSet {
  /// Compares the findings of a whole plan with its `# breaks: rule-id, rule-id` comments: each
  /// must be found on the comment's line, and nothing else may be found. A comment that nearly reads
  /// so is told.
  package func runFixture(_ input: PlanInput, options: LintOptions) -> [Finding] {
    let result = lint(input, options: options)
    var open = result.findings
    var problems: [Finding] = []
    for tree in result.plan.trees {
      for comment in tree.comments() {
        let place = Location(tree.file, comment.span)
        guard let rules = Self.breaks(comment.text) else {
          problems.append(Finding(TestProblem.unreadExpectation, severity: .error, at: place))
          continue
        }
        for rule in rules {
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
              Finding(missing(rule), severity: .error, at: place))
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

  /// That a rule finds nothing, or that there is none of the name.
  private func missing(_ rule: String) -> TestProblem {
    let known = all.rules.map(\.id) + CodeDescription.all.map(\.code)
    if known.contains(rule) { return .missingFinding(rule: rule) }
    return .unknownExpectation(rule, nearest: NearestNames.rank(rule, among: known))
  }

  /// The ids in `# breaks: a, b`; none in another comment, nil where one reads nearly like it.
  ///
  /// An expectation that nobody reads would pass in silence.
  private static func breaks(_ comment: String) -> [String]? {
    let text = comment.drop { $0 == "#" || $0 == " " }
    if text.hasPrefix("breaks:") {
      let list = text.dropFirst("breaks:".count)
      let ids = list.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0.filter { !$0.isWhitespace })
      }
      return ids.contains("") ? nil : ids
    }
    // The word as a comment begins, here or behind another `#`.
    let parts = text.lowercased().split(separator: "#")
    let isMeant = parts.contains { part in
      let word = part.drop { $0 == " " }.prefix { $0.isLetter }
      return word == "breaks"
    }
    return isMeant ? nil : []
  }
}
