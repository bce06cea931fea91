import Diagnostics
import Reporting
import Values

/// The full ledger as a table: how each rule judged; short titles, so that 80 cells are enough.
package enum LedgerTable {
  package static func make(_ report: CheckReport) -> ReportTable {
    ReportTable(
      name: "ledger", title: LocalizedText(en: "Ledger", de: "Prüfbuch"),
      columns: [
        .init(LocalizedText(en: "Rule", de: "Regel")),
        .init(LocalizedText(en: "Applied", de: "Geprüft"), .right),
        .init(LocalizedText(en: "Met", de: "Erfüllt"), .right),
        .init(LocalizedText(en: "Violated", de: "Verletzt"), .right),
        .init(LocalizedText(en: "Unclear", de: "Unklar"), .right),
        .init(LocalizedText(en: "N/A", de: "Entfällt"), .right),
        .init(LocalizedText(en: "Waived", de: "Befreit"), .right),
      ],
      rows: report.ledger.map(row), notes: notes(report.ledger) + notes(report.applied))
  }

  private static func row(_ entry: LedgerEntry) -> ReportTable.Row {
    let numbers = [
      entry.applied, entry.met, entry.violated, entry.undetermined, entry.notApplicable,
      entry.waived,
    ]
    return ReportTable.Row([.text(entry.rule)] + numbers.map { .number(Decimal($0)) })
  }

  /// What the rules' entries note, and which rules had nothing to check.
  private static func notes(_ ledger: [LedgerEntry]) -> [LocalizedText] {
    var notes = ledger.compactMap { entry in
      entry.note.map {
        LocalizedText(en: "\(entry.rule): \($0.english)", de: "\(entry.rule): \($0.german)")
      }
    }
    for entry in ledger where entry.new > 0 {
      notes.append(
        LocalizedText(
          en: "\(entry.rule): \(entry.new) of \(entry.notApplicable) not applicable are new",
          de: "\(entry.rule): \(entry.new) von \(entry.notApplicable) entfallenen sind neu"))
    }
    let idle = ledger.filter(\.hadNothingToCheck).map(\.rule).joined(separator: ", ")
    if !idle.isEmpty {
      notes.append(LocalizedText(en: "Nothing to check: \(idle)", de: "Nichts zu prüfen: \(idle)"))
    }
    return notes
  }

  /// What a configuration changed, and the settings that the rules read.
  private static func notes(_ applied: AppliedRules) -> [LocalizedText] {
    var notes = applied.changes.map { change in
      let place = AppliedRulesText.place(change.location)
      return change.isOff
        ? LocalizedText(
          en: "Turned off by \(place): \(change.rule), by its file \(change.before.english)",
          de: "Ausgeschaltet in \(place): \(change.rule), nach ihrer Datei \(change.before.german)"
        )
        : LocalizedText(
          en: "Re-levelled by \(place): \(change.rule), by its file \(change.before.english)",
          de: "Anders gewichtet in \(place): \(change.rule), nach ihrer Datei "
            + change.before.german)
    }
    notes += applied.settings.map { setting in
      let origin = setting.origin.words
      return LocalizedText(
        en: "Setting \(setting.name): \(setting.value.english) (\(origin.english))",
        de: "Einstellung \(setting.name): \(setting.value.german) (\(origin.german))")
    }
    return notes
  }
}
