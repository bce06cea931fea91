import Diagnostics
import Reporting
import Values

/// The full ledger as a table: how each rule judged.
package enum LedgerTable {
  package static func make(_ report: CheckReport) -> ReportTable {
    ReportTable(
      name: "ledger", title: LocalizedText(en: "Ledger", de: "Prüfbuch"),
      columns: [
        .init(LocalizedText(en: "Rule", de: "Regel")),
        .init(LocalizedText(en: "Applied", de: "Angewandt"), .right),
        .init(LocalizedText(en: "Met", de: "Erfüllt"), .right),
        .init(LocalizedText(en: "Violated", de: "Verletzt"), .right),
        .init(LocalizedText(en: "Undetermined", de: "Unbestimmt"), .right),
        .init(LocalizedText(en: "Not applicable", de: "Nicht anwendbar"), .right),
        .init(LocalizedText(en: "Waived", de: "Ausgenommen"), .right),
        .init(LocalizedText(en: "Note", de: "Anmerkung")),
      ],
      rows: report.ledger.map(row))
  }

  private static func row(_ entry: LedgerEntry) -> ReportTable.Row {
    let numbers = [
      entry.applied, entry.met, entry.violated, entry.undetermined, entry.notApplicable,
      entry.waived,
    ]
    let nothing = LocalizedText(en: "nothing to check", de: "nichts zu prüfen")
    let note = entry.note ?? (entry.hadNothingToCheck ? nothing : LocalizedText(same: ""))
    return ReportTable.Row(
      [.text(entry.rule)] + numbers.map { .number(Decimal($0)) } + [.localized(note)])
  }
}
