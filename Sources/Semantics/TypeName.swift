import Diagnostics
import Model

/// A type as messages call it.
package struct TypeName: Hashable, Sendable {
  package var type: OperandType
  /// The choice or record that the type, or its list's members, speak of.
  package var name: String?

  package init(_ type: OperandType, in schema: Schema) {
    self.type = type
    self.name = Self.name(type, schema)
  }

  private static func name(_ type: OperandType, _ schema: Schema) -> String? {
    switch type {
    case .choice(let choice): schema.choices[choice].name
    case .reference(let record), .record(let record): schema.records[record].name
    case .list(let member): name(member, schema)
    case .text, .identifier, .yesOrNo, .number, .percent, .money, .date, .duration, .state, .group:
      nil
    }
  }

  /// With its article, to follow "is": "a date", "ein Datum".
  func text(_ language: Language) -> String { Self.text(type, name ?? "", language) }

  private static func text(_ type: OperandType, _ name: String, _ language: Language) -> String {
    switch type {
    case .text: language.pick("text", "ein Text")
    case .identifier: language.pick("an identifier", "eine Kennung")
    case .yesOrNo: language.pick("yes or no", "ja oder nein")
    case .number: language.pick("a number", "eine Zahl")
    case .percent: language.pick("a percentage", "eine Prozentzahl")
    case .money: language.pick("an amount of money", "ein Geldbetrag")
    case .date: language.pick("a date", "ein Datum")
    case .duration: language.pick("a length of time", "eine Zeitspanne")
    case .state: language.pick("the state of a field", "der Zustand eines Feldes")
    case .choice:
      language.pick("a value of the choice `\(name)`", "ein Wert der Auswahl `\(name)`")
    case .reference: language.pick("a reference to `\(name)`", "ein Verweis auf `\(name)`")
    case .record: language.pick("an element `\(name)`", "ein Element `\(name)`")
    case .group: language.pick("a group", "eine Gruppe")
    case .list(let member): list(member, name, language)
    }
  }

  private static func list(_ member: OperandType, _ name: String, _ language: Language) -> String {
    switch member {
    case .choice:
      language.pick("a list of values of `\(name)`", "eine Liste von Werten aus `\(name)`")
    case .reference:
      language.pick("a list of references to `\(name)`", "eine Liste von Verweisen auf `\(name)`")
    case .record: language.pick("a list of `\(name)`", "eine Liste von `\(name)`")
    case .text: language.pick("a list of texts", "eine Liste von Texten")
    case .identifier: language.pick("a list of identifiers", "eine Liste von Kennungen")
    case .date: language.pick("a list of dates", "eine Liste von Datumsangaben")
    case .yesOrNo, .number, .percent, .money, .duration, .state, .group, .list:
      language.pick("a list", "eine Liste")
    }
  }
}

extension OperandType {
  package init(_ scalar: ScalarType) {
    switch scalar {
    case .text: self = .text
    case .identifier: self = .identifier
    case .yesOrNo: self = .yesOrNo
    case .number, .wholeNumber: self = .number
    case .percent: self = .percent
    case .money: self = .money
    case .date: self = .date
    case .choice(let choice): self = .choice(choice)
    case .reference(let record, _): self = .reference(record)
    }
  }

  /// Whether it is one value that a plan may state.
  var isScalar: Bool {
    switch self {
    case .text, .identifier, .yesOrNo, .number, .percent, .money, .date, .choice, .reference: true
    case .duration, .state, .record, .group, .list: false
    }
  }

  /// Text or an identifier: what is compared letter by letter.
  var isTextual: Bool { self == .text || self == .identifier }

  var isAmount: Bool { self == .number || self == .percent || self == .money }

  /// Whether values of both can be the same.
  func isComparable(with other: OperandType) -> Bool {
    self == other || (isTextual && other.isTextual)
  }
}
