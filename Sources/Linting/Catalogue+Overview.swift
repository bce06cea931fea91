import Diagnostics
import Reporting

extension RuleSet {
  /// The rules that are on, with how much a breach weighs at each stage.
  package func overview() -> ReportTable {
    let stages = schema.stage.map { schema.choices[$0.choice].values } ?? []
    var columns: [ReportTable.Column] = [
      .init(LocalizedText(en: "Rule", de: "Regel")),
      .init(LocalizedText(en: "Title", de: "Titel")),
    ]
    columns +=
      stages.isEmpty
      ? [.init(LocalizedText(en: "Severity", de: "Gewicht"))] : stages.map { .init($0.title) }
    columns.append(.init(LocalizedText(en: "Place", de: "Ort")))
    let rows = program.rules.map { rule in
      let line = rule.origin.file.position(of: rule.origin.range.start).line
      return ReportTable.Row(
        [.text(rule.id), .localized(rule.title)]
          + rule.severities.broken.map { .localized($0.words) }
          + [.text("\(rule.origin.file.path):\(line)")])
    }
    // Rules that are off are listed where somebody asks for them; they do not count.
    let count = program.rules.count { rule in
      if case .on = state(of: rule) { return true }
      return false
    }
    return ReportTable(
      name: "rules", title: LocalizedText(en: "Rules", de: "Regeln"), columns: columns, rows: rows,
      notes: [
        LocalizedText(
          en: count == 1 ? "1 rule" : "\(count) rules",
          de: count == 1 ? "1 Regel" : "\(count) Regeln")
      ])
  }
}

extension Severity? {
  /// The name that people read; nil is a rule that is off.
  var words: LocalizedText {
    switch self {
    case .error: LocalizedText(en: "error", de: "Fehler")
    case .warning: LocalizedText(en: "warning", de: "Warnung")
    case .note: LocalizedText(en: "note", de: "Hinweis")
    case nil: LocalizedText(en: "off", de: "aus")
    }
  }
}
