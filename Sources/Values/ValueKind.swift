import Diagnostics

/// The kinds of value that a field of a plan may hold.
package enum ValueKind: UInt8, CaseIterable, Sendable {
  case text, identifier, yesOrNo, number, wholeNumber, percent, money, date, choice, reference

  /// The name that people read; the English one is also the spelling in a schema, except for
  /// choices and references, which a schema spells with the name of what they choose from.
  package func name(in language: Language) -> String {
    switch self {
    case .text: language.pick("text", "Text")
    case .identifier: language.pick("identifier", "Kennung")
    case .yesOrNo: language.pick("yes or no", "Ja oder Nein")
    case .number: language.pick("number", "Zahl")
    case .wholeNumber: language.pick("whole number", "ganze Zahl")
    case .percent: language.pick("percent", "Prozentzahl")
    case .money: language.pick("money", "Geldbetrag")
    case .date: language.pick("date", "Datum")
    case .choice: language.pick("choice", "Auswahl")
    case .reference: language.pick("reference", "Verweis")
    }
  }
}
