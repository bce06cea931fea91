import Diagnostics
import RuleSyntax

extension TableProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .groupedByList(let path):
      ProblemText(
        language.pick("`\(path)` is a list", "`\(path)` ist eine Liste"),
        help: language.pick(
          "write `grouped by each of \(path)`: a row then counts in the group of every entry",
          "Schreiben Sie `grouped by each of \(path)`: Eine Zeile zählt dann in der Gruppe jedes"
            + " Eintrags"
        ))
    case .eachOfWithoutList(let path):
      ProblemText(
        language.pick(
          "`each of` needs a list, and `\(path)` is one value",
          "`each of` braucht eine Liste, und `\(path)` ist ein einzelner Wert"),
        help: language.pick("write `grouped by \(path)`", "Schreiben Sie `grouped by \(path)`"))
    case .groupingMisfit(let path, let type):
      ProblemText(
        language.pick(
          "rows cannot be grouped by `\(path)`, which is \(type.text(language))",
          "nach `\(path)` lässt sich nicht gruppieren, das ist \(type.text(language))"),
        help: language.pick("name a field of it", "Nennen Sie ein Feld davon"))
    case .notAKey(let path, let keys, let aggregate):
      ProblemText(
        language.pick(
          "a group has many rows, so `\(path)` is not one value",
          "eine Gruppe hat viele Zeilen, also ist `\(path)` nicht ein Wert"),
        help: language.pick(
          "name \(language.or(keys)) or a field of it, or a value of all rows such as"
            + " `\(aggregate)`",
          "Nennen Sie \(language.or(keys)) oder ein Feld davon, oder einen Wert aus allen Zeilen"
            + " wie `\(aggregate)`"
        ))
    case .stateOfGroup(_, let text):
      ProblemText(
        language.pick(
          "a group has many rows, so there is no one state",
          "eine Gruppe hat viele Zeilen, also nicht einen Zustand"),
        help: language.pick("write `\(text)`", "Schreiben Sie `\(text)`"))
    case .elementsInColumn(let path):
      ProblemText(
        language.pick(
          "`\(path)` is a list of elements and does not fit into a cell",
          "`\(path)` ist eine Liste von Elementen und passt nicht in eine Zelle"),
        help: language.pick("write `count of \(path)`", "Schreiben Sie `count of \(path)`"))
    case .unknownColumn(let title, let nearest):
      ProblemText(
        language.pick("there is no column \"\(title)\"", "es gibt keine Spalte „\(title)“"),
        help: language.didYouMean(nearest))
    case .repeatedColumn(let title):
      ProblemText(
        language.pick("there are two columns \"\(title)\"", "es gibt zwei Spalten „\(title)“"),
        help: language.pick(
          "give one of them another title", "Geben Sie einer davon einen anderen Titel"))
    case .columnsEachOfList, .columnsEachMisfit, .columnsEachWithoutTitle: columnsEach(language)
    case .chartMisfit, .mixedBars, .graphOfGroups, .graphMisfit: chart(language)
    }
  }

  private func columnsEach(_ language: Language) -> ProblemText {
    switch self {
    case .columnsEachOfList(let path):
      ProblemText(
        language.pick(
          "`columns each` needs one value, and `\(path)` leads to many",
          "`columns each` braucht einen Wert, und `\(path)` führt zu vielen"),
        help: language.pick(
          "name a field with one value, or let the table range over the list: `each … of each …`",
          "Nennen Sie ein Feld mit einem Wert, oder lassen Sie die Tabelle über die Liste gehen:"
            + " `each … of each …`"))
    case .columnsEachMisfit(let path, let type):
      ProblemText(
        language.pick(
          "`\(path)` is \(type.text(language)); each different one would be a column of its own",
          "`\(path)` ist \(type.text(language)); jeder andere Wert wäre eine eigene Spalte"),
        help: language.pick(
          "name a choice, a reference, a date, an identifier, a number or yes or no",
          "Nennen Sie eine Auswahl, einen Verweis, ein Datum, eine Kennung, eine Zahl oder ja oder"
            + " nein"))
    case .columnsEachWithoutTitle:
      ProblemText(
        language.pick(
          "several values under `columns each` need a title each",
          "mehrere Werte unter `columns each` brauchen je einen Titel"),
        help: language.pick(
          "write the title before the value: `\"Cost\" de \"Kosten\" sum of amount`",
          "Schreiben Sie den Titel vor den Wert: `\"Cost\" de \"Kosten\" sum of amount`"))
    case .groupedByList, .eachOfWithoutList, .groupingMisfit, .notAKey, .stateOfGroup,
      .elementsInColumn, .unknownColumn, .repeatedColumn, .chartMisfit, .mixedBars, .graphOfGroups,
      .graphMisfit:
      text(language)
    }
  }

  private func chart(_ language: Language) -> ProblemText {
    switch self {
    case .chartMisfit(.amount, let column, let type):
      ProblemText(
        language.pick(
          "bars need a number, and \"\(column)\" is \(type.text(language))",
          "Balken brauchen eine Zahl, und „\(column)“ ist \(type.text(language))"),
        help: language.pick(
          "name a column of numbers, amounts or shares",
          "Nennen Sie eine Spalte mit Zahlen, Beträgen oder Anteilen"))
    case .chartMisfit(.date, let column, let type):
      ProblemText(
        language.pick(
          "a timeline needs a date, and \"\(column)\" is \(type.text(language))",
          "eine Zeitleiste braucht ein Datum, und „\(column)“ ist \(type.text(language))"),
        help: language.pick("name a column of dates", "Nennen Sie eine Spalte mit Datumsangaben"))
    case .mixedBars(let columns):
      ProblemText(
        language.pick(
          "\(language.and(columns.map { "\"\($0)\"" })) are of different types and cannot be stacked",
          "\(language.and(columns.map { "„\($0)“" })) sind verschiedener Art und lassen sich nicht"
            + " stapeln"),
        help: language.pick(
          "name columns of one type", "Nennen Sie Spalten von einer Art"))
    case .graphOfGroups:
      ProblemText(
        language.pick(
          "a graph joins elements, and this table has groups",
          "ein Graph verbindet Elemente, und diese Tabelle hat Gruppen"),
        help: language.pick("leave out `grouped by`", "Lassen Sie `grouped by` weg"))
    case .graphMisfit(let path, let record):
      ProblemText(
        language.pick(
          "`\(path)` does not lead from one `\(record)` to others",
          "`\(path)` führt nicht von einem `\(record)` zu anderen"),
        help: language.pick(
          "name a reference to the same list, such as `depends-on`",
          "Nennen Sie einen Verweis auf dieselbe Liste, etwa `depends-on`"))
    case .groupedByList, .eachOfWithoutList, .groupingMisfit, .notAKey, .stateOfGroup,
      .elementsInColumn, .unknownColumn, .repeatedColumn, .columnsEachOfList, .columnsEachMisfit,
      .columnsEachWithoutTitle:
      text(language)
    }
  }
}

extension ReportProblem {
  package func headline(in language: Language) -> String {
    switch self {
    case .unknownTable(let name, _):
      language.pick("there is no table `\(name)`", "es gibt keine Tabelle `\(name)`")
    }
  }

  package func help(in language: Language) -> String? {
    switch self {
    case .unknownTable(_, let nearest): language.didYouMean(nearest)
    }
  }
}
