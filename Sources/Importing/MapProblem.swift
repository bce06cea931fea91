import Diagnostics
import Values

/// What is wrong with a map file.
struct MapProblem: Problem {
  let fault: MapFault

  var code: String { "wrong-import-map" }

  func headline(in language: Language) -> String {
    switch fault {
    case .unknownKey(let key, _, _):
      language.pick("unknown key `\(key)`", "unbekannter Schlüssel `\(key)`")
    case .unknownList(let name, _):
      language.pick("the plan has no list `\(name)`", "der Plan hat keine Liste `\(name)`")
    case .unknownField(let name, let record, _):
      language.pick(
        "\(record.english) has no field `\(name)`", "\(record.german) hat kein Feld `\(name)`")
    case .groupAsField(let name):
      language.pick(
        "`\(name)` is a group of fields", "`\(name)` ist eine Gruppe von Feldern")
    case .expected(let what):
      language.pick(
        "\(what.phrase(.english)) is expected here", "hier wird \(what.phrase(.german)) erwartet")
    case .noLists: language.pick("the map has no `lists`", "die Zuordnung hat keine `lists`")
    case .noFields: language.pick("the list has no `fields`", "die Liste hat keine `fields`")
    case .noSource:
      language.pick(
        "nothing says what the field is made from", "es fehlt, woraus das Feld entsteht")
    case .badNotation(let problem): problem.reason(in: language)
    case .nestedWithoutRows(let name):
      language.pick(
        "`\(name)` holds elements: it needs `rows` and `fields`",
        "`\(name)` enthält Elemente: nötig sind `rows` und `fields`")
    }
  }

  func help(in language: Language) -> String? {
    switch fault {
    case .unknownKey(_, let nearest, let known):
      Self.help(nearest, known, language)
    case .unknownList(_, let known), .unknownField(_, _, let known):
      Self.help(known.nearest, known.all, language)
    case .groupAsField(let name):
      language.pick(
        "name one of its fields, such as `\(name).…`",
        "Nennen Sie eines ihrer Felder, etwa `\(name).…`")
    case .noLists:
      language.pick(
        "write `lists:` and under it a list of the plan, such as `measures:`",
        "Schreiben Sie `lists:` und darunter eine Liste des Plans, etwa `measures:`")
    case .noFields:
      language.pick(
        "write `fields:` and under it lines such as `name: title`",
        "Schreiben Sie `fields:` und darunter Zeilen wie `name: titel`")
    case .noSource:
      language.pick(
        "write a column, `{from: column}`, `{join: [columns]}`, `{fixed: value}` or `{count: M}`",
        "Schreiben Sie eine Spalte, `{from: spalte}`, `{join: [spalten]}`, `{fixed: wert}` oder "
          + "`{count: M}`")
    case .nestedWithoutRows(let name):
      language.pick(
        "write `\(name): {rows: \"key[]\", fields: {…}}`",
        "Schreiben Sie `\(name): {rows: \"schluessel[]\", fields: {…}}`")
    case .badNotation(let problem): problem.help(in: language)
    case .expected: nil
    }
  }

  private static func help(_ nearest: [String], _ known: [String], _ language: Language) -> String {
    let all = known.map { "`\($0)`" }.joined(separator: ", ")
    guard let first = nearest.first else {
      return language.pick("there are \(all)", "Vorhanden sind \(all)")
    }
    return language.pick(
      "did you mean `\(first)`? There are \(all)", "Meinten Sie `\(first)`? Vorhanden sind \(all)")
  }
}

/// The kinds of fault of a map file.
enum MapFault: Hashable, Sendable {
  enum Expectation: Hashable, Sendable {
    case mapping, text, texts, column, example([String]), languageName, yes, part
  }
  struct Known: Hashable, Sendable {
    var nearest: [String]
    var all: [String]
  }
  case unknownKey(String, nearest: [String], known: [String])
  case unknownList(String, Known)
  case unknownField(String, record: LocalizedText, Known)
  case groupAsField(String)
  case expected(Expectation)
  case noLists
  case noFields
  case noSource
  case badNotation(NotationProblem)
  case nestedWithoutRows(String)
}

extension MapFault.Expectation {
  fileprivate func phrase(_ language: Language) -> String {
    switch self {
    case .mapping: language.pick("keys with values", "Schlüssel mit Werten")
    case .text: language.pick("a text", "ein Text")
    case .texts: language.pick("a text or a list of texts", "ein Text oder eine Liste von Texten")
    case .column:
      language.pick("a column or a list of columns", "eine Spalte oder eine Liste von Spalten")
    case .example(let texts):
      language.pick("one of ", "eines von ")
        + texts.map { "\"\($0)\"" }.joined(separator: ", ")
    case .languageName: language.pick("`en` or `de`", "`en` oder `de`")
    case .part:
      language.pick(
        "`last`, or one of `before-first`, `after-first`, `before-last`, `after-last` with a text",
        "`last` oder eines von `before-first`, `after-first`, `before-last`, `after-last` mit einem "
          + "Text")
    case .yes: language.pick("`true`", "`true`")
    }
  }
}
