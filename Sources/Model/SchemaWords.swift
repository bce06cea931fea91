import Diagnostics
import RuleSyntax
import Values

/// Says what fields take, in the words of one language.
package struct SchemaWords {
  /// Where the words stand, which says how much is told.
  package enum Place {
    /// A page of reference: choices by their names, since their values have a section there.
    case reference
    /// An editor, while a value is written.
    case editor
    /// A comment in a plan: values with their titles, and nothing about how rules read dates.
    case comment
  }

  private let schema: Schema
  private let language: Language
  private let place: Place

  package init(_ schema: Schema, _ language: Language, for place: Place) {
    self.schema = schema
    self.language = language
    self.place = place
  }

  /// What a field takes: "date, to its last day", "list (id from `goals`)".
  package func type(of field: Field) -> String {
    switch field.type {
    case .group: return language.pick("group", "Gruppe")
    case .record(let record): return title(ofRecord: record)
    case .records(let record, let order):
      return language.pick("list of ", "Liste von ") + quoted(title(ofRecord: record))
        + words(for: order, record)
    case .scalars(let scalar, let isOrdered):
      let entry = self.scalar(scalar, isOpen: field.isOpenChoice)
      return language.pick("list (\(entry))", "Liste (\(entry))")
        + words(for: isOrdered ? .asWritten : .none)
    case .scalar(let scalar):
      return self.scalar(scalar, isOpen: field.isOpenChoice) + reading(of: field)
        + bound(of: field)
    }
  }

  /// Where an absent value comes from, as the schema writes it: `area.owner`; nil without a default.
  package func source(of field: Field, in record: Int) -> String? {
    guard let inherited = field.inherited else { return nil }
    var names: [String] = []
    var owner = record
    for reference in inherited.references {
      let field = schema.records[owner].fields[reference]
      names.append(field.path)
      if case .scalar(.reference(let next, _)) = field.type { owner = next }
    }
    names.append(schema.records[inherited.record].fields[inherited.field].path)
    return names.joined(separator: ".")
  }

  private func scalar(_ scalar: ScalarType, isOpen: Bool) -> String {
    switch scalar {
    case .text: language.pick("text", "Text")
    case .identifier: language.pick("identifier", "Kennung")
    case .yesOrNo: language.pick("yes or no", "ja oder nein")
    case .number: language.pick("number", "Zahl")
    case .wholeNumber: language.pick("whole number", "ganze Zahl")
    case .percent: language.pick("percentage", "Prozentsatz")
    case .money: language.pick("amount of money", "Geldbetrag")
    case .date: language.pick("date", "Datum")
    case .choice(let choice): words(for: schema.choices[choice], isOpen: isOpen)
    case .reference(let record, let isOpen): reference(to: record, isOpen: isOpen)
    }
  }

  private func words(for choice: Choice, isOpen: Bool) -> String {
    switch place {
    case .reference:
      let more = isOpen ? language.pick(", open", ", offen") : ""
      return language.pick("choice ", "Auswahl ") + choice.name + more
    case .editor, .comment:
      let names = choice.values.map(words).joined(separator: ", ")
      return isOpen
        ? language.pick("such as \(names)", "zum Beispiel \(names)")
        : language.pick("one of \(names)", "eines von \(names)")
    }
  }

  /// `draft (Entwurf)`
  private func words(for value: Choice.Value) -> String {
    let title = value.title[language]
    let plain = title.lowercased().map { $0 == " " ? "-" : $0 }
    guard place == .comment, String(plain) != value.name else { return value.name }
    return "\(value.name) (\(title))"
  }

  private func reference(to record: Int, isOpen: Bool) -> String {
    let list = schema.records[record].list ?? schema.records[record].name
    let more = isOpen ? language.pick(", or another text", ", oder ein anderer Text") : ""
    return language.pick("id from `\(list)`", "Kennung aus `\(list)`") + more
  }

  private func words(for order: ValueType.ListOrder, _ record: Int? = nil) -> String {
    switch order {
    case .none: return ""
    case .asWritten: return language.pick(", in order", ", der Reihe nach")
    case .by(let field):
      let name = record.map { schema.records[$0].fields[field].path } ?? ""
      return language.pick(", in order by `\(name)`", ", geordnet nach `\(name)`")
    }
  }

  private func reading(of field: Field) -> String {
    guard place != .comment else { return "" }
    return switch field.dateReading {
    case .fromFirstDay: language.pick(", from its first day", ", ab seinem ersten Tag")
    case .toLastDay: language.pick(", to its last day", ", bis zu seinem letzten Tag")
    case nil: ""
    }
  }

  private func bound(of field: Field) -> String {
    guard let bound = field.lowerBound else { return "" }
    let number = bound.formatted(language)
    return language.pick(", at least \(number)", ", mindestens \(number)")
  }

  private func title(ofRecord record: Int) -> String { schema.records[record].title[language] }

  private func quoted(_ text: String) -> String { language.pick("“\(text)”", "„\(text)“") }
}
