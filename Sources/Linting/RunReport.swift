import Diagnostics
import Evaluation
import Reporting
import SourceText
import Values

extension RuleSet {
  /// The report of a whole run, whose plans may have been judged by different rule sets.
  package func report(_ results: [LintResult], failOn: Severity, version: String) -> CheckReport {
    var told: Set<Finding.Place> = []
    var ruleFindings: [Finding] = []
    var places: [String: Location] = [:]
    var applied = AppliedRules()
    // Plans with one configuration share their rules, so that there are few.
    var seen: [Identity] = []
    for rules in results.isEmpty ? [self] : results.map(\.rules)
    where !seen.contains(where: { $0 === rules.identity }) {
      seen.append(rules.identity)
      for finding in rules.findings where told.insert(finding.place).inserted {
        ruleFindings.append(finding)
      }
      places.merge(rules.rulePlaces) { first, _ in first }
      applied.merge(rules.applied())
    }
    var report = CheckReport(
      plans: results.map(\.summary), findings: ruleFindings + results.flatMap(\.findings),
      ledger: Self.summed(
        results.isEmpty ? [program.rules.map { .init(rule: $0.id) }] : results.map(\.ledger)),
      rulePlaces: places, failOn: failOn, version: version)
    report.applied = applied
    return report
  }

  /// The ledgers of all plans in one, in the order of the first; a rule that only others had
  /// follows.
  private static func summed(_ ledgers: [[RuleLedger]]) -> [LedgerEntry] {
    var entries: [LedgerEntry] = []
    var known: [String: Int] = [:]
    for ledger in ledgers {
      for judged in ledger {
        let index = known[judged.rule] ?? entries.count
        if index == entries.count {
          known[judged.rule] = index
          entries.append(LedgerEntry(rule: judged.rule))
        }
        entries[index].applied += judged.applied
        entries[index].met += judged.met
        entries[index].violated += judged.violated
        entries[index].undetermined += judged.undetermined
        entries[index].notApplicable += judged.notApplicable
        entries[index].new += judged.new
        if let note = judged.note?.text { entries[index].note = note }
      }
    }
    return entries
  }
}

extension RuleLedger.Note {
  /// What the ledger says of a rule that could not run; nil where there was nothing for it.
  var text: LocalizedText? {
    switch self {
    case .needsToday:
      LocalizedText(en: "needs a date: give --today", de: "braucht ein Datum: --today angeben")
    case .needsPrevious:
      LocalizedText(
        en: "needs a previous version: give --previous",
        de: "braucht eine vorige Fassung: --previous angeben")
    case .needsSetting(let name):
      LocalizedText(
        en: "set `\(name)` in ratsam.yaml", de: "in ratsam.yaml `\(name)` angeben")
    case .unknownElement(let name):
      LocalizedText(
        en: "`\(name)` names nothing in the plan",
        de: "`\(name)` nennt nichts, was im Plan steht")
    case .noElements, .appliesToNone: nil
    }
  }
}
