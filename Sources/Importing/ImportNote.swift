import Diagnostics
import Values

/// What became of a text that could not be taken over as it is, and what the map got wrong about
/// the source.
struct ImportNote: Problem {
  enum Fact: Sendable {
    case becameOpen(field: String, text: String, ReadProblem?, ValueKind)
    case unusual(field: String, text: String)
    case noSuchColumn(String, known: [String])
    case noSuchRows(String, known: [String])
    /// `isWay` where it is the way to rows that some rows do not have.
    case someRowsLack(String, isWay: Bool, lacking: Int, of: Int)
    case noElements(list: String, rows: Int)
    case listForValue(field: String)
  }
  let fact: Fact
  var element: LocalizedText?

  var code: String {
    switch fact {
    case .becameOpen: "import-open"
    case .unusual: "import-unusual"
    case .noSuchColumn, .noSuchRows: "import-no-column"
    case .someRowsLack: "import-some-rows"
    case .noElements: "import-nothing"
    case .listForValue: "import-list"
    }
  }

  func headline(in language: Language) -> String {
    let place = element.map { "\($0[language]), " } ?? ""
    switch fact {
    case .becameOpen(let field, let text, _, _):
      return place
        + language.pick(
          "`\(field)`: “\(text)” became open", "`\(field)`: „\(text)“ wurde zu „offen“")
    case .unusual(let field, let text):
      return place
        + language.pick(
          "`\(field)`: “\(text)” is none of the usual values and stays",
          "`\(field)`: „\(text)“ ist keiner der üblichen Werte und bleibt stehen")
    case .noSuchColumn(let name, _):
      return language.pick(
        "no row has a column `\(name)`", "keine Zeile hat eine Spalte `\(name)`")
    case .noSuchRows(let path, _):
      return language.pick("nothing stands at `\(path)`", "unter `\(path)` steht nichts")
    case .someRowsLack(let name, let isWay, let lacking, let all):
      return isWay
        ? language.pick(
          "in \(lacking) of \(all) rows nothing stands at `\(name)`",
          "in \(lacking) von \(all) Zeilen steht unter `\(name)` nichts")
        : language.pick(
          "\(lacking) of \(all) rows have no column `\(name)`",
          "\(lacking) von \(all) Zeilen haben keine Spalte `\(name)`")
    case .noElements(let list, let rows):
      return language.pick(
        "`\(list)` gets no element: \(rows) rows were read, none of them counts",
        "`\(list)` bekommt kein Element: von \(rows) gelesenen Zeilen zählt keine")
    case .listForValue(let field):
      return place
        + language.pick(
          "`\(field)`: the source has a list, where the plan has one value",
          "`\(field)`: die Quelle hat eine Liste, der Plan einen einzelnen Wert")
    }
  }

  func help(in language: Language) -> String? {
    switch fact {
    case .becameOpen(_, _, let problem?, let kind): problem.help(in: language, for: kind)
    case .becameOpen, .unusual:
      language.pick(
        "say in the map what it means: `values: {\"text\": value}`",
        "Sagen Sie in der Zuordnung, was er bedeutet: `values: {\"Text\": wert}`")
    case .noSuchColumn(_, let known), .noSuchRows(_, let known):
      known.isEmpty
        ? nil
        : language.pick(
          "there are \(Self.list(known))", "Vorhanden sind \(Self.list(known))")
    case .someRowsLack:
      language.pick(
        "if that is as it should be, write `optional: true`",
        "Wenn das so sein soll, schreiben Sie `optional: true`")
    case .noElements:
      language.pick("look at `rows` and `where`", "Sehen Sie `rows` und `where` durch")
    case .listForValue:
      language.pick(
        "join its entries with `join`, choose with `take`, or take a field that holds a list",
        "Verbinden Sie die Einträge mit `join`, wählen Sie mit `take`, oder nehmen Sie ein Feld "
          + "für Listen")
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? shown + " …" : shown
  }
}
