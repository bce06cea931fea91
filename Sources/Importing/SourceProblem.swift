import Diagnostics

/// What is wrong with a file that is to be imported.
struct SourceProblem: Problem {
  let fault: SourceFault

  var code: String { "unreadable-source" }

  func headline(in language: Language) -> String {
    switch fault {
    case .emptyTable: language.pick("the table is empty", "die Tabelle ist leer")
    case .repeatedColumn(let name):
      language.pick("two columns are called `\(name)`", "zwei Spalten heißen `\(name)`")
    case .fieldCount(let found, let expected):
      language.pick(
        "the record has \(found) fields; the first line names \(expected) columns",
        "der Datensatz hat \(found) Felder; die erste Zeile nennt \(expected) Spalten")
    case .openQuote:
      language.pick(
        "the quote that opens here is never closed",
        "das Anführungszeichen, das hier beginnt, wird nirgends geschlossen")
    case .singleQuote:
      language.pick(
        "a single quote inside a text in quotes; it was read as part of the text",
        "ein einfaches Anführungszeichen in einem Text in Anführungszeichen; es gilt als Teil des "
          + "Textes")
    }
  }

  func help(in language: Language) -> String? {
    switch fault {
    case .emptyTable:
      language.pick(
        "the first line names the columns, each further line is a row",
        "Die erste Zeile nennt die Spalten, jede weitere ist ein Datensatz")
    case .repeatedColumn:
      language.pick(
        "give each column a name of its own", "Geben Sie jeder Spalte einen eigenen Namen")
    case .fieldCount:
      language.pick(
        "put texts with separators or line breaks into quotes",
        "Setzen Sie Texte mit Trennzeichen oder Zeilenumbrüchen in Anführungszeichen")
    case .openQuote, .singleQuote:
      language.pick(
        "a quote inside a text in quotes is written twice",
        "Ein Anführungszeichen in einem solchen Text wird doppelt geschrieben")
    }
  }
}

/// The kinds of fault of a source.
enum SourceFault: Hashable, Sendable {
  case emptyTable
  case repeatedColumn(String)
  case fieldCount(found: Int, expected: Int)
  case openQuote
  case singleQuote
}
