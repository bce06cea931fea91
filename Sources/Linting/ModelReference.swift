import Diagnostics
import Model
import Reporting

extension Schema {
  /// The model as a page to look things up in: one section for each record, then the choices.
  package func referencePage() -> ReportPage {
    ReportPage(
      title: LocalizedText(
        en: "\(title.english): what it may contain", de: "\(title.german): was darin stehen kann"),
      introduction: [
        LocalizedText(
          en:
            "Made by ratsam schema --format markdown from the rule files (schema \(name) \(version)).",
          de:
            "Mit ratsam schema --format markdown aus den Regeldateien gemacht (Schema \(name) \(version))."
        ),
        LocalizedText(
          en:
            "No field is required by the model; which are, and from which stage on, the rules say.",
          de:
            "Das Modell verlangt keine Angabe; welche nötig sind und ab welchem Stand, sagen die Regeln."
        ),
        LocalizedText(
          en: "Any value may be left empty or say why there is none: "
            + "{open: \"why\", until: 2027-03-31, by: \"who\"} or {not-applicable: \"why\"}.",
          de: "Jede Angabe darf leer bleiben oder sagen, warum sie fehlt: "
            + "{open: \"warum\", until: 2027-03-31, by: \"wer\"} oder {not-applicable: \"warum\"}."),
      ],
      tables: recordOrder.map(table(ofRecord:)) + [planKeyTable] + choices.map(table(of:)))
  }

  /// The document, the records in lists of their own, the nested ones.
  private var recordOrder: [Int] {
    let others = records.indices.filter { $0 != root }
    return [root] + others.filter { records[$0].list != nil }
      + others.filter { records[$0].list == nil }
  }

  // MARK: - Records

  private func table(ofRecord index: Int) -> ReportTable {
    let record = records[index]
    let rows = record.fields.map { field in
      ReportTable.Row([
        .text(field.path), .localized(field.title),
        .localized(both { SchemaWords(self, $0, for: .reference).type(of: field) }),
        .text(field.spellings.dropFirst().joined(separator: ", ")),
        .text(SchemaWords(self, .english, for: .reference).source(of: field, in: index) ?? ""),
      ])
    }
    return ReportTable(
      name: record.name,
      title: LocalizedText(
        en: "\(record.name): \(record.title.english)",
        de: "\(record.name): \(record.title.german)"),
      columns: [
        .init(LocalizedText(en: "Field", de: "Feld")),
        .init(LocalizedText(en: "Title", de: "Titel")),
        .init(LocalizedText(en: "Type", de: "Art")),
        .init(LocalizedText(en: "Also spelt", de: "Auch geschrieben")),
        .init(LocalizedText(en: "Inherited from", de: "Sonst aus")),
      ], rows: rows, notes: notes(on: record, index))
  }

  private func notes(on record: Record, _ index: Int) -> [LocalizedText] {
    var notes: [LocalizedText] = []
    if index == root {
      notes.append(
        LocalizedText(en: "The document itself.", de: "Das Dokument selbst."))
    }
    if let list = record.list {
      let also = record.listSpellings.dropFirst().joined(separator: ", ")
      notes.append(
        LocalizedText(
          en: "Listed in \(list)" + (also.isEmpty ? "." : ", also spelt \(also)."),
          de: "Steht in der Liste \(list)" + (also.isEmpty ? "." : ", auch geschrieben \(also).")))
    }
    for place in record.places {
      let path = "\(records[place.record].name).\(records[place.record].fields[place.field].path)"
      notes.append(LocalizedText(en: "Stands in \(path).", de: "Steht in \(path)."))
    }
    for inverse in record.inverses {
      let other = records[inverse.record]
      let path = "\(other.name).\(other.fields[inverse.field].path)"
      notes.append(
        LocalizedText(
          en: "Rules see as \(record.name).\(inverse.name) whatever names it in \(path).",
          de: "Regeln sehen als \(record.name).\(inverse.name), was es in \(path) nennt."))
    }
    return notes
  }

  /// The keys that the loader knows beside the schema.
  private var planKeyTable: ReportTable {
    var rows: [(String, LocalizedText)] = [
      (
        PlanKey.include.rawValue,
        LocalizedText(
          en: "A path or a list of paths of further files; * stands for any part of a name.",
          de:
            "Ein Pfad oder eine Liste von Pfaden weiterer Dateien; * steht für einen beliebigen Teil eines Namens."
        )
      ),
      (
        PlanKey.language.rawValue,
        LocalizedText(
          en: "The language of the output: en or de.", de: "Die Sprache der Ausgaben: en oder de.")
      ),
    ]
    if hasMoney {
      rows.append(
        (
          PlanKey.currency.rawValue,
          LocalizedText(
            en: "The currency of amounts without a unit, such as EUR.",
            de: "Die Währung von Beträgen ohne Einheit, etwa EUR.")
        ))
    }
    rows.append(
      (
        PlanKey.packs.rawValue,
        LocalizedText(
          en: "A pack of rules or a list of them: exactly these and what they use are on.",
          de: "Ein Regelpaket oder eine Liste davon: genau diese und was sie verwenden, gelten.")
      ))
    rows.append(
      (
        PlanKey.ownPrefix + "…",
        LocalizedText(
          en: "Your own keys, anywhere; ratsam does not read them.",
          de: "Eigene Schlüssel, überall; ratsam liest sie nicht.")
      ))
    return ReportTable(
      name: "keys", title: LocalizedText(en: "Keys of every plan", de: "Schlüssel jedes Plans"),
      columns: [
        .init(LocalizedText(en: "Key", de: "Schlüssel")),
        .init(LocalizedText(en: "Meaning", de: "Bedeutung")),
      ], rows: rows.map { ReportTable.Row([.text($0.0), .localized($0.1)]) })
  }

  // MARK: - Choices

  private func table(of choice: Choice) -> ReportTable {
    var notes: [LocalizedText] = []
    if choice.isOrdered {
      notes.append(LocalizedText(en: "The values are in order.", de: "Die Werte sind geordnet."))
    }
    if choice.isOpen {
      notes.append(
        LocalizedText(
          en: "Open: other values are read as text.", de: "Offen: andere Werte gelten als Text."))
    }
    return ReportTable(
      name: choice.name,
      title: LocalizedText(en: "Choice \(choice.name)", de: "Auswahl \(choice.name)"),
      columns: [
        .init(LocalizedText(en: "Value", de: "Wert")),
        .init(LocalizedText(en: "Title", de: "Titel")),
        .init(LocalizedText(en: "Also spelt", de: "Auch geschrieben")),
      ],
      rows: choice.values.map { value in
        ReportTable.Row([
          .text(value.name), .localized(value.title),
          .text(value.spellings.dropFirst().joined(separator: ", ")),
        ])
      }, notes: notes)
  }

  private func both(_ text: (Language) -> String) -> LocalizedText {
    LocalizedText(en: text(.english), de: text(.german))
  }
}
