import Diagnostics
import RuleSyntax

extension SeverityProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .missingBroken(let stages):
      missing(stages, language)
    case .unknownStage(let name, let nearest, let all):
      ProblemText(
        language.pick("there is no stage `\(name)`", "es gibt keinen Verfahrensstand `\(name)`"),
        help: language.didYouMean(nearest)
          ?? language.pick("the stages are \(language.and(all))", "Es gibt \(language.and(all))"))
    case .uncoveredStages(let trigger, let stages):
      ProblemText(
        language.pick(
          "`if \(trigger.word)` says nothing for \(language.and(stages))",
          "`if \(trigger.word)` sagt nichts für \(language.and(stages))"),
        help: language.pick(
          "every stage needs a severity; write `off in \(stages.first ?? "")` where none is meant",
          "Jeder Stand braucht einen Schweregrad; schreiben Sie `off in \(stages.first ?? "")`,"
            + " wo keiner gilt"
        ))
    case .repeatedStage(let stage):
      stage.isEmpty
        ? ProblemText(language.pick("there are two severities", "es gibt zwei Schweregrade"))
        : ProblemText(
          language.pick(
            "`\(stage)` has a severity already", "für `\(stage)` steht schon ein Schweregrad"))
    case .noStages:
      ProblemText(
        language.pick("the schema has no stages", "das Schema kennt keine Verfahrensstände"),
        help: language.pick("write the severity alone", "Schreiben Sie nur den Schweregrad"))
    case .unorderedStages(let choice):
      ProblemText(
        language.pick(
          "`from … on` needs an order, and the choice `\(choice)` has none",
          "`from … on` braucht eine Reihenfolge, und die Auswahl `\(choice)` hat keine"),
        help: language.pick(
          "name every stage, or write `choice \(choice), in order` in the schema",
          "Nennen Sie jeden Stand, oder schreiben Sie im Schema `choice \(choice), in order`"))
    }
  }

  private func missing(_ stages: [String], _ language: Language) -> ProblemText {
    let example =
      stages.count > 1
      ? "if broken: warning in \(stages[0]), error from \(stages[1]) on" : "if broken: error"
    return ProblemText(
      language.pick(
        "the rule does not say how much it weighs", "die Regel sagt nicht, wie schwer sie wiegt"),
      help: language.pick("write `\(example)`", "Schreiben Sie `\(example)`"))
  }
}

extension SeveritySyntax.Trigger {
  var word: String {
    switch self {
    case .broken: "broken"
    case .unclear: "unclear"
    case .open: "open"
    }
  }
}

extension DeclarationProblem {
  package func headline(in language: Language) -> String { text(language).headline }
  package func help(in language: Language) -> String? { text(language).help }

  private func text(_ language: Language) -> ProblemText {
    switch self {
    case .duplicate(let kind, let name):
      ProblemText(
        language.pick(
          "there are two \(kind.plural(language)) `\(name)`",
          "es gibt zwei \(kind.plural(language)) `\(name)`"),
        help: language.pick(
          "rename or delete one of them", "Benennen Sie eine davon um oder löschen Sie sie"))
    case .notation(let problem):
      ProblemText(problem.reason(in: language), help: problem.help(in: language))
    case .notationNamedDate:
      ProblemText(
        language.pick(
          "a notation cannot be called `date`: `date in …` means the dates in a text",
          "eine Schreibweise kann nicht `date` heißen: `date in …` meint die Daten in einem Text"),
        help: language.pick("give it another name", "Geben Sie ihr einen anderen Namen"))
    case .settingWithoutValue(let name):
      ProblemText(
        language.pick(
          "the setting `\(name)` has no value", "die Einstellung `\(name)` hat keinen Wert"),
        help: language.pick(
          "write the value behind its type, such as `setting \(name) number 5`",
          "Schreiben Sie den Wert hinter den Typ, etwa `setting \(name) number 5`"))
    case .settingOfManyValues(let name):
      ProblemText(
        language.pick(
          "the setting `\(name)` would be more than one value",
          "die Einstellung `\(name)` wäre mehr als ein Wert"),
        help: language.pick(
          "a setting is a text, a number, money, a date, yes or no, a choice or `one of` a list",
          "Eine Einstellung ist ein Text, eine Zahl, ein Geldbetrag, ein Datum, ja oder nein,"
            + " eine Auswahl"
            + " oder `one of` einer Liste"))
    case .unknownSettingType(let name, let nearest):
      ProblemText(
        language.pick("the schema has no `\(name)`", "das Schema hat kein `\(name)`"),
        help: language.didYouMean(nearest))
    case .missingTitle(let rule):
      ProblemText(
        language.pick("the rule `\(rule)` has no title", "die Regel `\(rule)` hat keinen Titel"),
        help: language.pick(
          "write what must be, as a sentence in quotes, on the line below",
          "Schreiben Sie in die Zeile darunter als Satz in Anführungszeichen, was sein muss"))
    case .missingExamples(let rule, let passes, let fails, let unclear):
      examples(rule, passes, fails, unclear, language)
    case .unknownContext(let name, let nearest):
      ProblemText(
        language.pick("the plan has no list `\(name)`", "der Plan hat keine Liste `\(name)`"),
        help: language.didYouMean(nearest)
          ?? language.pick(
            "after `examples with` stands a list of the plan, `plan`, `today` or a setting `one of`",
            "Nach `examples with` steht eine Liste des Plans, `plan`, `today` oder eine Einstellung"
              + " mit `one of`"
          ))
    case .contextWithoutIds(let name):
      ProblemText(
        language.pick(
          "the elements of `\(name)` have no identifier",
          "die Elemente von `\(name)` haben keine Kennung"),
        help: language.pick(
          "write them as YAML: `plan { \(name): [ … ] }`",
          "Schreiben Sie sie als YAML: `plan { \(name): [ … ] }`"))
    case .settingContext(let name):
      ProblemText(
        language.pick(
          "the setting `\(name)` names one element", "die Einstellung `\(name)` nennt ein Element"),
        help: language.pick(
          "write one id: `with \(name) a1`", "Schreiben Sie eine Kennung: `with \(name) a1`"))
    case .misplacedStar(let word):
      ProblemText(
        language.pick(
          "`*` in `\(word)` stands elsewhere than at a word's end",
          "`*` in `\(word)` steht nicht am Ende eines Wortes"),
        help: language.pick(
          "write the beginning of the word and `*`, such as `prüf*`",
          "Schreiben Sie den Anfang des Wortes und `*`, etwa `prüf*`"))
    case .emptyWord:
      ProblemText(
        language.pick(
          "this entry of the word list is empty", "dieser Eintrag der Wortliste ist leer"),
        help: language.pick(
          "write a word, or delete the entry",
          "Schreiben Sie ein Wort, oder streichen Sie den Eintrag"))
    case .todayContext(let problem):
      ProblemText(
        problem.reason(in: language),
        help: language.pick(
          "write a date, such as `with today 2027-03-31`",
          "Schreiben Sie ein Datum, etwa `with today 2027-03-31`"))
    case .emptyWords(let name):
      ProblemText(
        language.pick("the word list `\(name)` is empty", "die Wortliste `\(name)` ist leer"))
    }
  }

  private func examples(
    _ rule: String, _ passes: Bool, _ fails: Bool, _ unclear: Bool, _ language: Language
  ) -> ProblemText {
    let missing = [passes ? "passes" : nil, fails ? "fails" : nil, unclear ? "unclear" : nil]
      .compactMap(\.self)
    let headline =
      passes && fails
      ? language.pick(
        "the rule `\(rule)` has no examples", "die Regel `\(rule)` hat keine Beispiele")
      : language.pick(
        "the rule `\(rule)` has no example that says \(language.and(missing))",
        "die Regel `\(rule)` hat kein Beispiel mit \(language.and(missing))")
    return ProblemText(
      headline,
      help: language.pick(
        "an example shows what the rule means and tests it: add \(language.and(missing))",
        "Ein Beispiel zeigt, was die Regel meint, und prüft sie: Ergänzen Sie"
          + " \(language.and(missing))"
      ))
  }
}

extension DeclarationProblem.Kind {
  func plural(_ language: Language) -> String {
    switch self {
    case .rule: language.pick("rules", "Regeln")
    case .table: language.pick("tables", "Tabellen")
    case .report: language.pick("reports", "Berichte")
    case .setting: language.pick("settings", "Einstellungen")
    case .notation: language.pick("notations", "Schreibweisen")
    case .words: language.pick("word lists", "Wortlisten")
    }
  }
}
