import Diagnostics
import Reporting
import SourceText
import Values

/// The findings of a check as a table for reports: one line each, with its place.
package enum FindingTable {
  package static func make(_ report: CheckReport) -> ReportTable {
    var cursor = PlaceCursor()
    let rows = report.findings.map { finding in
      let line = cursor.position(of: finding.location.range.start, in: finding.location.file).line
      return ReportTable.Row(
        [
          .localized(finding.severity.noun),
          .localized(
            LocalizedText(
              en: finding.problem.headline(in: .english),
              de: finding.problem.headline(in: .german))),
          .text(finding.code), .text("\(finding.location.file.path):\(line)"),
        ], sources: [finding.location])
    }
    let none = LocalizedText(en: "There are no findings.", de: "Es gibt keine Befunde.")
    return ReportTable(
      name: "findings", title: LocalizedText(en: "Findings", de: "Befunde"),
      columns: rows.isEmpty
        ? []
        : [
          .init(LocalizedText(en: "Severity", de: "Schweregrad")),
          .init(LocalizedText(en: "Finding", de: "Befund")),
          .init(LocalizedText(en: "Rule", de: "Regel")),
          .init(LocalizedText(en: "Place", de: "Stelle")),
        ],
      rows: rows, notes: rows.isEmpty ? [none] : [])
  }
}

extension Severity {
  fileprivate var noun: LocalizedText {
    switch self {
    case .error: LocalizedText(en: "Error", de: "Fehler")
    case .warning: LocalizedText(en: "Warning", de: "Warnung")
    case .note: LocalizedText(en: "Note", de: "Hinweis")
    }
  }
}
