import Diagnostics
import RuleSyntax
import Semantics
import SourceText

/// Drafts of the examples that a rule lacks.
extension Analyser {
  /// What the checker says a rule lacks.
  private struct Lack {
    var passes: Bool
    var fails: Bool
    var unclear: Bool

    init?(_ finding: Finding, rule: String) {
      guard
        case .declaration(.missingExamples(rule, let passes, let fails, let unclear)) =
          finding.problem as? TypeProblem
      else { return nil }
      self.passes = passes
      self.fails = fails
      self.unclear = unclear
    }
  }

  /// Tells of rules without examples, with drafts that were run.
  mutating func tellMissingExamples() {
    for rule in rules.indices where options.includes(rules[rule].origin) {
      for finding in ruleSet.findings where finding.location == rules[rule].origin {
        guard let lack = Lack(finding, rule: rules[rule].id) else { continue }
        let drafts = drafts(rule, lack)
        guard !drafts.isEmpty else {
          findings.append(finding)
          continue
        }
        var told = Finding(
          AnalysisProblem.missingExamples(
            rule: rules[rule].id, context: drafts[0].context, drafts: drafts.map(\.line)),
          severity: finding.severity, at: finding.location)
        if let fix = fix(rule, drafts) { told.fixes = [fix] }
        findings.append(told)
      }
    }
  }

  /// What could stand under `examples`, in the order in which people write it.
  private func drafts(_ rule: Int, _ lack: Lack) -> [Witness] {
    var survey = survey(of: rule)
    survey.add(rules[rule])
    // Where there are gaps the elements are still good for examples.
    return drafts(
      rule, lack, Models([rule], survey, in: ruleSet, limits: options.limits))
  }

  private func drafts(_ rule: Int, _ lack: Lack, _ models: Models) -> [Witness] {
    var wanted: [(expectation: ExamplesSyntax.Expectation, element: Int)] = []
    func want(_ expectation: ExamplesSyntax.Expectation, where isWanted: (Int) -> Bool) -> Bool {
      let element = element(expectation, rule, models) {
        !models.isMalformed($0) && isWanted($0)
      }
      guard let element else { return false }
      if !wanted.contains(where: { $0.element == element }) {
        wanted.append((expectation, element))
      }
      return true
    }
    if lack.passes { _ = want(.passes) { _ in true } }
    if lack.fails {
      for clause in rules[rule].clauses.indices {
        let others = rules[rule].clauses.indices.filter { $0 != clause }
        let isAlone = want(.fails) { element in
          models.outcome(0, clause: clause, element) == .violated
            && others.allSatisfy { models.outcome(0, clause: $0, element) != .violated }
        }
        if !isAlone {
          _ = want(.fails) { models.outcome(0, clause: clause, $0) == .violated }
        }
      }
    }
    if lack.unclear { _ = want(.unclear) { _ in true } }
    if lack.passes, lack.fails, rules[rule].clauses.contains(where: { !$0.guards.isEmpty }) {
      _ = want(.doesNotApply) { _ in true }
    }
    return examples(wanted, rule, models)
  }

  /// Writes the drafts into the rule; nil where they stand in different surroundings.
  private func fix(_ rule: Int, _ drafts: [Witness]) -> Fix? {
    guard let (file, declaration) = declaration(of: rules[rule]) else { return nil }
    let isWithin = declaration.examples != nil
    let context = drafts.first?.context
    guard context == nil || !isWithin else { return nil }
    let range = declaration.examples?.range ?? declaration.range
    let text = file.text(range)
    let end =
      range.end - text.reversed().prefix { $0.isWhitespace }.reduce(0) { $0 + $1.utf8.count }
    let head = isWithin ? "" : "\n\n  examples" + (context.map { " " + $0 } ?? "")
    let lines = drafts.map { "\n    " + $0.line }.joined()
    return Fix(
      LocalizedText(en: "write these examples", de: "diese Beispiele schreiben"),
      [TextEdit(Location(file, ByteRange(at: end)), replacement: head + lines)])
  }

  private func declaration(of rule: TypedRule) -> (SourceFile, RuleDeclaration)? {
    for file in ruleSet.files where file.file == rule.origin.file {
      for case .rule(let declaration) in file.declarations
      where declaration.name.range == rule.origin.range {
        return (file.file, declaration)
      }
    }
    return nil
  }
}
