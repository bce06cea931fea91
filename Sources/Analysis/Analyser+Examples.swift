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
      guard case .declaration(.missingExamples(rule, let passes, let fails, let unclear)) =
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
          AnalysisProblem.missingExamples(rule: rules[rule].id, drafts: drafts.map(\.text)),
          severity: finding.severity, at: finding.location)
        if let fix = fix(rule, drafts) { told.fixes = [fix] }
        findings.append(told)
      }
    }
  }

  private func drafts(_ rule: Int, _ lack: Lack) -> [Witness] {
    var survey = survey(of: rule)
    survey.add(rules[rule])
    let models = Models([rule], survey, in: ruleSet, limits: options.limits)
    var found: [Witness?] = []
    if lack.passes { found.append(witness(.passes, rule, models) { _ in true }) }
    if lack.fails {
      for clause in rules[rule].clauses.indices {
        let others = rules[rule].clauses.indices.filter { $0 != clause }
        let alone = witness(.fails, rule, models) { element in
          models.outcome(0, clause: clause, element) == .violated
            && others.allSatisfy { models.outcome(0, clause: $0, element) != .violated }
        }
        found.append(
          alone
            ?? witness(.fails, rule, models) {
              models.outcome(0, clause: clause, $0) == .violated
            })
      }
    }
    if lack.unclear { found.append(witness(.unclear, rule, models) { _ in true }) }
    if lack.passes, lack.fails, rules[rule].clauses.contains(where: { !$0.guards.isEmpty }) {
      found.append(witness(.doesNotApply, rule, models) { _ in true })
    }
    var seen: Set<String> = []
    return found.compactMap { $0 }.filter { seen.insert($0.line).inserted }
  }

  /// Writes the drafts into the rule; nil where they stand in different surroundings.
  private func fix(_ rule: Int, _ drafts: [Witness]) -> Fix? {
    guard let (file, declaration) = declaration(of: rules[rule]) else { return nil }
    let contexts = Set(drafts.compactMap(\.context))
    let isWithin = declaration.examples != nil
    guard contexts.count <= 1, contexts.isEmpty || !isWithin else { return nil }
    let range = declaration.examples?.range ?? declaration.range
    let text = file.text(range)
    let end = range.end - text.reversed().prefix { $0.isWhitespace }.reduce(0) { $0 + $1.utf8.count }
    let head = isWithin ? "" : "\n\n  examples" + (contexts.first.map { " " + $0 } ?? "")
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
