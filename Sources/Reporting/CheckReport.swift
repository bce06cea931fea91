import Diagnostics
import SourceText
import Values

/// Everything that one run of `ratsam check` tells.
package struct CheckReport: Sendable {
  package var plans: [PlanSummary]
  /// In the order that every format keeps, see `init`.
  package let findings: [Finding]
  /// One entry for each rule that was selected, summed over the plans.
  package var ledger: [LedgerEntry]
  /// Where each rule stands, by its id; findings show it.
  package var rulePlaces: [String: Location]
  /// What configurations, plans and the call made of the rules.
  package var applied = AppliedRules()
  /// The least severity that makes the check fail.
  package var failOn: Severity
  /// The date that rules read as `today`; nil where none was given.
  package var today: CalendarDate?
  /// The tool's version, such as `0.1.0`.
  package var version: String

  /// Orders the findings by plan, file (a plan's main file first), first byte and code.
  ///
  /// Files of no plan, such as rule files, come last, by path.
  package init(
    plans: [PlanSummary], findings: [Finding], ledger: [LedgerEntry],
    rulePlaces: [String: Location] = [:], failOn: Severity = .error, today: CalendarDate? = nil,
    version: String
  ) {
    self.plans = plans
    self.findings = FindingOrder(plans.flatMap(\.files)).sorted(findings)
    self.ledger = ledger
    self.rulePlaces = rulePlaces
    self.failOn = failOn
    self.today = today
    self.version = version
  }

  /// The report with further findings, and with the date that rules read as `today`.
  package func adding(_ further: [Finding], today: CalendarDate?) -> CheckReport {
    var report = CheckReport(
      plans: plans, findings: further + findings, ledger: ledger, rulePlaces: rulePlaces,
      failOn: failOn, today: today, version: version)
    report.applied = applied
    return report
  }

  /// The number of findings that weigh at least `failOn`, undetermined ones included.
  package var blockingCount: Int {
    findings.reduce(0) { $0 + ($1.severity >= failOn ? 1 : 0) }
  }

  /// Whether the check fails (exit status 1).
  package var blocks: Bool { findings.contains { $0.severity >= failOn } }

  package var rulesWithNothingToCheck: Int {
    ledger.reduce(0) { $0 + ($1.hadNothingToCheck ? 1 : 0) }
  }

  package var tally: FindingTally { FindingTally(findings) }

  /// The elements per record summed over the plans, in the order in which the plans name them.
  package var recordCounts: [RecordCount] {
    var sums: [RecordCount] = []
    for count in plans.flatMap(\.counts) {
      if let index = sums.firstIndex(where: { $0.name == count.name }) {
        sums[index].count += count.count
      } else {
        sums.append(count)
      }
    }
    return sums
  }
}

/// One plan that was checked.
package struct PlanSummary: Sendable {
  /// The stage as the schema's choice has it: `submitted`, "Submitted".
  package struct Stage: Sendable, Hashable {
    package var name: String
    package var title: LocalizedText

    package init(name: String, title: LocalizedText) {
      self.name = name
      self.title = title
    }
  }

  /// The path as it was given on the command line.
  package var path: String
  /// The plan's own name; nil where it states none.
  package var name: String?
  /// The stage that severities were read at; nil where plan or schema has none.
  package var stage: Stage?
  /// The language that the plan states.
  package var language: Language?
  /// The configuration that was found for the plan, as it is shown; nil for none.
  package var configuration: String?
  /// The plan's files, the main file first.
  package var files: [SourceFile]
  /// The elements per record, the most important record first.
  package var counts: [RecordCount]

  package init(
    path: String, name: String? = nil, stage: Stage? = nil, language: Language? = nil,
    files: [SourceFile], counts: [RecordCount] = []
  ) {
    self.path = path
    self.name = name
    self.stage = stage
    self.language = language
    self.files = files
    self.counts = counts
  }
}

/// How many elements of one record there are.
package struct RecordCount: Sendable, Hashable {
  /// The record's name in the schema, such as `measure`.
  package var name: String
  /// What one is called, such as "measure".
  package var one: LocalizedText
  /// What several are called, such as "measures"; nil where the schema does not say.
  package var several: LocalizedText?
  package var count: Int

  package init(
    name: String, one: LocalizedText, several: LocalizedText? = nil, count: Int
  ) {
    self.name = name
    self.one = one
    self.several = several
    self.count = count
  }
}

/// The numbers of findings, each finding counted once.
package struct FindingTally: Sendable, Hashable {
  /// Findings of severity error, without undetermined ones; so are warnings and notes.
  package var errors = 0
  package var warnings = 0
  package var notes = 0
  /// Findings whose outcome is undetermined, of any severity.
  package var undetermined = 0

  package init(_ findings: [Finding]) {
    for finding in findings {
      switch (finding.outcome, finding.severity) {
      case (.undetermined, _): undetermined += 1
      case (_, .error): errors += 1
      case (_, .warning): warnings += 1
      case (_, .note): notes += 1
      }
    }
  }
}
