import Diagnostics
import Reporting
import Values

/// The head of a report as a table: the plan, what it holds, what was found, and the verdict.
package enum SummaryTable {
  package static func make(_ report: CheckReport) -> ReportTable {
    var rows: [ReportTable.Row] = []
    func add(_ english: String, _ german: String, _ cell: ReportTable.Cell) {
      rows.append(.init([.localized(LocalizedText(en: english, de: german)), cell]))
    }
    for plan in report.plans {
      add("Plan", "Plan", .text(plan.name ?? plan.path))
      if let stage = plan.stage { add("Stage", "Verfahrensstand", .localized(stage.title)) }
    }
    if let today = report.today { add("As of", "Stichtag", .date(today)) }
    for count in report.recordCounts {
      // Where the schema knows no German plural the singular is better than none.
      let hasPlural = count.several?.german.hasPrefix("×") == false
      let several = LocalizedText(
        en: count.several?.english ?? count.one.english,
        de: hasPlural ? count.several?.german ?? "" : count.one.german)
      rows.append(.init([.localized(several.capitalized), .number(Decimal(count.count))]))
    }
    add("Rules", "Regeln", .number(Decimal(report.ledger.count)))
    let tally = report.tally
    add("Errors", "Fehler", .number(Decimal(tally.errors)))
    add("Warnings", "Warnungen", .number(Decimal(tally.warnings)))
    add("Notes", "Hinweise", .number(Decimal(tally.notes)))
    add("Undetermined", "Unbestimmt", .number(Decimal(tally.undetermined)))
    add(
      "Result", "Ergebnis",
      .localized(
        LocalizedText(
          en: CheckSummary(report, .english).verdict, de: CheckSummary(report, .german).verdict)))
    return ReportTable(
      name: "summary", title: LocalizedText(en: "Overview", de: "Überblick"),
      columns: [
        .init(LocalizedText(en: "Of the plan", de: "Zum Plan")),
        .init(LocalizedText(en: "Statement", de: "Angabe")),
      ], rows: rows)
  }
}

extension LocalizedText {
  /// Both texts with a capital letter at their beginning.
  fileprivate var capitalized: LocalizedText {
    func upper(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return LocalizedText(en: upper(english), de: upper(german))
  }
}
