import Diagnostics
import Values

extension ValueProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .unknownValue(let name, let choice, let nearest, let all, let isOpen):
      unknown(name, choice, nearest, all, isOpen, language)
    case .valueSpelling(let name, let ours, let choice):
      ProblemText(
        language.pick(
          "`\(name)` is a spelling for plans; rules call the value of `\(choice)` `\(ours)`",
          "`\(name)` ist eine Schreibweise für Pläne; in Regeln heißt der Wert von `\(choice)`"
            + " `\(ours)`"
        ),
        help: writing(ours, language))
    case .quotedValue(let value, let choice):
      ProblemText(
        language.pick(
          "the values of the choice `\(choice)` are names, without quotes",
          "die Werte der Auswahl `\(choice)` sind Namen, ohne Anführungszeichen"),
        help: writing(value, language))
    case .unquoted(let text, let subject, let type):
      unquoted(text, subject, type, language)
    case .quoted(let text, let type):
      ProblemText(
        language.pick(
          "`\"\(text)\"` is a text, and what stands before it is \(type.text(language))",
          "`\"\(text)\"` ist ein Text, und was davor steht, ist \(type.text(language))"),
        help: language.pick(
          "write the value without quotes", "Schreiben Sie den Wert ohne Anführungszeichen"))
    case .fieldAsValue(let path, let words):
      ProblemText(
        language.pick(
          "after `\(words)` stands a value, and `\(path)` is a field",
          "nach `\(words)` steht ein Wert, und `\(path)` ist ein Feld"),
        help: words.contains("include") ? nil : writing(sameAs(words, path), language))
    case .stateAsValue(let name, let ours):
      ProblemText(
        language.pick(
          "`\(name)` is no value: it asks whether anything is stated",
          "`\(name)` ist kein Wert: damit wird gefragt, ob etwas angegeben ist"),
        help: writing(ours, language))
    case .computedInList(let text, let words, let ours):
      ProblemText(
        language.pick(
          "after `\(words)` stands a value that is written out, and `\(text)` is none",
          "nach `\(words)` steht ein ausgeschriebener Wert, und `\(text)` ist keiner"),
        help: writing(ours, language))
    case .listAsValue(let list, let words):
      ProblemText(
        language.pick(
          "after `\(words)` stands a value, and `\(list)` is a list",
          "nach `\(words)` steht ein Wert, und `\(list)` ist eine Liste"),
        help: writing(existIn(words, list), language))
    case .settingAmongValues(let name):
      ProblemText(
        language.pick(
          "a setting cannot stand among several values",
          "eine Einstellung kann nicht unter mehreren Werten stehen"),
        help: language.pick(
          "write `any of` with one line for `\(name)` and one for the values",
          "Schreiben Sie `any of` mit einer Zeile für `\(name)` und einer für die Werte"))
    case .noValue(let name, let subject, let type, let nearest):
      ProblemText(
        language.pick(
          "`\(name)` is no value of `\(subject)`, which is \(type.text(language))",
          "`\(name)` ist kein Wert von `\(subject)`, das ist \(type.text(language))"),
        help: language.didYouMean(nearest))
    case .notALiteral(let text, let words):
      ProblemText(
        language.pick(
          "after `\(words)` stands a value that is written out",
          "nach `\(words)` steht ein ausgeschriebener Wert"),
        help: writing(sameAs(words, text), language))
    case .otherType(let found, let subject, let type):
      ProblemText(
        language.pick(
          "this is \(found.text(language)), and `\(subject)` is \(type.text(language))",
          "dies ist \(found.text(language)), und `\(subject)` ist \(type.text(language))"))
    case .moneyWithoutUnit(let text):
      ProblemText(
        language.pick("an amount of money has a currency", "ein Geldbetrag hat eine Währung"),
        help: writing("\(text) EUR", language))
    case .percentWithoutSign(let text):
      ProblemText(
        language.pick("a percentage has a sign", "eine Prozentzahl hat ein Zeichen"),
        help: writing("\(text) %", language))
    case .unknownUnit(let unit, let nearest):
      ProblemText(
        language.pick("`\(unit)` is no unit", "`\(unit)` ist keine Einheit"),
        help: language.didYouMean(nearest)
          ?? language.pick(
            "units are `days`, `months`, `years`, `%` and currencies such as `EUR`",
            "Einheiten sind `days`, `months`, `years`, `%` und Währungen wie `EUR`"))
    case .durationWithoutUnit(let text):
      ProblemText(
        language.pick(
          "`\(text)` does not say what of: days, months or years",
          "`\(text)` sagt nicht, wovon: Tage, Monate oder Jahre"),
        help: language.pick(
          "write `\(text) days`, `\(text) months` or `\(text) years`",
          "Schreiben Sie `\(text) days`, `\(text) months` oder `\(text) years`"))
    case .notWhole(let text):
      ProblemText(
        language.pick("`\(text)` is not a whole number", "`\(text)` ist keine ganze Zahl"))
    case .tooLong(let text):
      ProblemText(
        language.pick(
          "`\(text)` is longer than the calendar", "`\(text)` ist länger als der Kalender"))
    case .unreadable(let problem):
      ProblemText(problem.reason(in: language), help: problem.help(in: language, for: problem.kind))
    }
  }

  private func unknown(
    _ name: String, _ choice: String, _ nearest: [String], _ all: [String], _ isOpen: Bool,
    _ language: Language
  ) -> ProblemText {
    var help =
      language.didYouMean(nearest)
      ?? language.pick(
        "its values are \(language.some(all))", "Ihre Werte sind \(language.some(all))")
    if isOpen, nearest.isEmpty {
      help += language.pick(
        "; `extend choice \(choice)` adds one", "; `extend choice \(choice)` fügt einen hinzu")
    }
    return ProblemText(
      language.pick(
        "the choice `\(choice)` has no value `\(name)`",
        "die Auswahl `\(choice)` hat keinen Wert `\(name)`"),
      help: help)
  }

  private func unquoted(
    _ text: String, _ subject: String, _ type: TypeName, _ language: Language
  ) -> ProblemText {
    let isId = type.type != .text
    return ProblemText(
      isId
        ? language.pick(
          "an id is data of the plan and stands in quotes",
          "eine Kennung gehört zum Plan und steht in Anführungszeichen")
        : language.pick(
          "`\(subject)` is text, and a text stands in quotes",
          "`\(subject)` ist Text, und Text steht in Anführungszeichen"),
      help: writing("\"\(text)\"", language))
  }

  private func writing(_ text: String, _ language: Language) -> String {
    language.pick("write `\(text)`", "Schreiben Sie `\(text)`")
  }

  private func sameAs(_ words: String, _ path: String) -> String {
    words.hasPrefix("must not")
      ? "must not be the same as \(path)"
      : words.hasPrefix("must")
        ? "must be the same as \(path)"
        : words.hasPrefix("is not") ? "is not the same as \(path)" : "is the same as \(path)"
  }

  private func existIn(_ words: String, _ list: String) -> String {
    words.hasPrefix("must not")
      ? "must not exist in \(list)"
      : words.hasPrefix("must") ? "must exist in \(list)" : "exists in \(list)"
  }
}

extension ExpressionProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .arithmetic(let sign, let left, let right):
      ProblemText(
        language.pick(
          "`\(sign.rawValue)` does not join \(left.text(language)) and \(right.text(language))",
          "`\(sign.rawValue)` verbindet nicht: \(left.text(language)), \(right.text(language))"),
        help: language.pick(
          "amounts of one kind add up, a date takes days, months or years, and `*` takes a number",
          "Beträge einer Art lassen sich addieren, ein Datum nimmt Tage, Monate oder Jahre, und"
            + " `*` nimmt"
            + " eine Zahl"))
    case .countOutsideTables:
      ProblemText(
        language.pick(
          "`count` alone counts the rows of a table",
          "`count` allein zählt die Zeilen einer Tabelle"),
        help: language.pick(
          "write `count of` with a list", "Schreiben Sie `count of` mit einer Liste"))
    case .countWithoutGroups:
      ProblemText(
        language.pick(
          "`count` counts the rows of a group, and this table has no groups",
          "`count` zählt die Zeilen einer Gruppe, und diese Tabelle hat keine Gruppen"),
        help: language.pick(
          "add `, grouped by …`, or begin with `the plan` and write `count of` with a list",
          "Ergänzen Sie `, grouped by …`, oder beginnen Sie mit `the plan` und schreiben Sie"
            + " `count of` mit"
            + " einer Liste"))
    case .aggregateWithoutList(let kind, let path):
      ProblemText(
        language.pick(
          "`\(kind.rawValue) of` needs many values, and `\(path)` is one",
          "`\(kind.rawValue) of` braucht viele Werte, und `\(path)` ist einer"),
        help: language.pick(
          "write `\(path)` alone, or a path through a list",
          "Schreiben Sie nur `\(path)`, oder einen Pfad durch eine Liste"))
    case .aggregateMisfit(let kind, let path, let type, let instead):
      misfit(kind.rawValue, path, type, instead, language)
    case .shareWithoutCondition:
      ProblemText(
        language.pick(
          "`share of` does not say which part is meant",
          "`share of` sagt nicht, welcher Teil gemeint ist"),
        help: language.pick("add `where …`", "Ergänzen Sie `where …`"))
    case .missingAsZero(let kind):
      ProblemText(
        language.pick(
          "`counting missing as 0` belongs to `sum of`, not to `\(kind.rawValue) of`",
          "`counting missing as 0` gehört zu `sum of`, nicht zu `\(kind.rawValue) of`"))
    case .stateOutsideTables:
      ProblemText(
        language.pick(
          "`state of` is for the columns of tables", "`state of` ist für Spalten von Tabellen"),
        help: language.pick(
          "write `is stated`, `is open`, `does not apply` or `is missing`",
          "Schreiben Sie `is stated`, `is open`, `does not apply` oder `is missing`"))
    case .unknownNotation(let name, let nearest):
      ProblemText(
        language.pick("there is no notation `\(name)`", "es gibt keine Schreibweise `\(name)`"),
        help: language.didYouMean(nearest)
          ?? language.pick(
            "declare it: `notation \(name) \"9999/9999\"`",
            "Vereinbaren Sie sie: `notation \(name) \"9999/9999\"`"))
    case .unknownWords(let name, let nearest):
      ProblemText(
        language.pick("there is no word list `\(name)`", "es gibt keine Wortliste `\(name)`"),
        help: language.didYouMean(nearest)
          ?? language.pick(
            "declare it, `words \(name) de \"…\"`, or quote a single word",
            "Vereinbaren Sie sie, `words \(name) de \"…\"`, oder setzen Sie ein einzelnes Wort in"
              + " Anführungszeichen"))
    case .matchesInOther(TextPart.dateName, let path, let type):
      ProblemText(
        language.pick(
          "a date is looked for in a text, and `\(path)` is \(type.text(language))",
          "ein Datum wird in einem Text gesucht, und `\(path)` ist \(type.text(language))"))
    case .matchesInOther(_, let path, let type):
      ProblemText(
        language.pick(
          "a notation is looked for in a text, and `\(path)` is \(type.text(language))",
          "eine Schreibweise wird in einem Text gesucht, und `\(path)` ist \(type.text(language))"))
    }
  }

  private func misfit(
    _ kind: String, _ path: String, _ type: TypeName, _ instead: String?, _ language: Language
  ) -> ProblemText {
    let kinds =
      switch kind {
      case "earliest", "latest": language.pick("dates", "Datumsangaben")
      case "sum", "smallest", "largest":
        language.pick("numbers, money and percentages", "Zahlen, Geldbeträge und Prozentzahlen")
      default: language.pick("stated values", "einzelne Werte")
      }
    return ProblemText(
      language.pick(
        "`\(kind) of` is made of \(kinds), and `\(path)` is \(type.text(language))",
        "`\(kind) of` nimmt \(kinds), und `\(path)` ist \(type.text(language))"),
      help: instead.map { language.didYouMean([$0]) } ?? nil)
  }
}

extension ReadProblem {
  /// What a value was read as that could not be kept.
  fileprivate var kind: ValueKind {
    if case .impossibleDate = self { return .date }
    return .number
  }
}
