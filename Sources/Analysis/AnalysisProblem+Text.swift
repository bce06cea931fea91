import Diagnostics

extension AnalysisProblem {
  package func headline(in language: Language) -> String {
    switch self {
    case .neverTrue(let rule, let hasOthers, _):
      hasOthers
        ? language.pick(
          "`\(rule)`: no element fits this condition together with those around it",
          "`\(rule)`: auf kein Element trifft diese Bedingung zusammen mit denen um sie herum zu")
        : language.pick(
          "`\(rule)`: no element fits this condition",
          "`\(rule)`: auf kein Element trifft diese Bedingung zu")
    case .neverMet(let rule, _):
      language.pick(
        "`\(rule)`: no element can meet this requirement",
        "`\(rule)`: kein Element kann diese Anforderung erfüllen")
    case .alwaysMet(let rule, _):
      language.pick(
        "`\(rule)`: no element can break this requirement",
        "`\(rule)`: kein Element kann diese Anforderung verletzen")
    case .neverJudged(let rule):
      language.pick(
        "`\(rule)`: this requirement applies to no element",
        "`\(rule)`: diese Anforderung gilt für kein Element")
    case .contradiction(let rule, let other, _):
      language.pick(
        "no element can meet both `\(rule)` and `\(other)` where both apply",
        "kein Element kann `\(rule)` und `\(other)` zugleich erfüllen, wo beide gelten")
    case .implied(let rule, let other, let isSame, _):
      isSame
        ? language.pick(
          "`\(rule)` finds exactly what `\(other)` finds",
          "`\(rule)` findet genau das, was `\(other)` findet")
        : language.pick(
          "whatever `\(rule)` finds, `\(other)` finds too",
          "was `\(rule)` findet, findet auch `\(other)`")
    case .missingExamples(let rule, _):
      language.pick(
        "the rule `\(rule)` lacks examples", "der Regel `\(rule)` fehlen Beispiele")
    case .unused(let kind, let name):
      language.pick(
        "nothing uses the \(kind.name(.english)) `\(name)`",
        "nichts verwendet \(kind.accusative) `\(name)`")
    case .unreadFields(let record, let fields):
      language.pick(
        "no rule and no table reads \(Self.listed(fields)) of `\(record)`",
        "keine Regel und keine Tabelle liest \(Self.listed(fields)) von `\(record)`")
    case .unnamedValues(let choice, let values):
      language.pick(
        "no rule and no table names \(Self.listed(values)) of the choice `\(choice)`",
        "keine Regel und keine Tabelle nennt \(Self.listed(values)) der Auswahl `\(choice)`")
    case .lookAlike(let kind, let name, let other):
      language.pick(
        "the \(kind.plural(.english)) `\(name)` and `\(other)` read alike",
        "die \(kind.plural(.german)) `\(name)` und `\(other)` sind kaum zu unterscheiden")
    }
  }

  package func help(in language: Language) -> String? {
    switch self {
    case .neverTrue(_, _, let witness):
      language.pick(
        "mend or delete the condition", "Bedingung berichtigen oder streichen")
        + Self.shown(witness, language.pick("for example", "zum Beispiel"))
    case .neverMet(_, let witness):
      language.pick(
        "mend or delete the requirement", "Anforderung berichtigen oder streichen")
        + Self.shown(witness, language.pick("even this fails", "selbst dies scheitert"))
    case .alwaysMet(_, let witness):
      language.pick(
        "mend or delete the requirement; no `fails` example can be written for it",
        "Anforderung berichtigen oder streichen; ein Beispiel mit `fails` gibt es für sie nicht")
        + Self.shown(witness, language.pick("even this passes", "selbst dies besteht"))
    case .neverJudged:
      language.pick(
        "delete `, if stated`, or the condition around it",
        "`, if stated` oder die Bedingung darum streichen")
    case .contradiction(_, let other, let witness):
      language.pick(
        "say in a `when` which of them applies", "in einem `when` sagen, welche von beiden gilt")
        + Self.shown(
          witness,
          language.pick("this meets only `\(other)`", "dies erfüllt nur `\(other)`"))
    case .implied(let rule, let other, let isSame, let witness):
      (isSame
        ? language.pick(
          "delete `\(rule)` or `\(other)`", "`\(rule)` oder `\(other)` streichen")
        : language.pick(
          "delete `\(rule)`, or give it more weight", "`\(rule)` streichen oder schwerer gewichten"))
        + Self.shown(witness, language.pick("this breaks both", "dies verletzt beide"))
    case .missingExamples(_, let drafts):
      language.pick("for example ", "zum Beispiel ")
        + drafts.map { "`\($0)`" }.joined(separator: ", ")
    case .unused(let kind, _):
      switch kind {
      case .rule, .table, .value, .record, .list, .field: nil
      case .setting, .notation, .words, .choice:
        language.pick("delete it, or use it", "streichen oder verwenden")
      }
    case .unreadFields, .unnamedValues: nil
    case .lookAlike:
      language.pick(
        "rename one of them", "Geben Sie einem davon einen anderen Namen")
    }
  }

  private static func shown(_ witness: Witness?, _ words: String) -> String {
    witness.map { "; \(words): `\($0.line)`" + ($0.context.map { " (`examples \($0)`)" } ?? "") }
      ?? ""
  }

  /// At most six names in backquotes, and how many more there are.
  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 6 ? "\(shown) … (\(names.count))" : shown
  }
}

extension AnalysisProblem.Kind {
  func name(_ language: Language) -> String {
    switch self {
    case .rule: language.pick("rule", "Regel")
    case .table: language.pick("table", "Tabelle")
    case .setting: language.pick("setting", "Einstellung")
    case .notation: language.pick("notation", "Schreibweise")
    case .words: language.pick("word list", "Wortliste")
    case .choice: language.pick("choice", "Auswahl")
    case .value: language.pick("value", "Wert")
    case .record: language.pick("record", "Art von Element")
    case .list: language.pick("list", "Liste")
    case .field: language.pick("field", "Feld")
    }
  }

  /// With the article, in German.
  var accusative: String {
    switch self {
    case .rule, .table, .setting, .notation, .words, .choice, .record, .list:
      "die \(name(.german))"
    case .value: "den Wert"
    case .field: "das Feld"
    }
  }

  func plural(_ language: Language) -> String {
    switch self {
    case .rule: language.pick("rules", "Regeln")
    case .table: language.pick("tables", "Tabellen")
    case .setting: language.pick("settings", "Einstellungen")
    case .notation: language.pick("notations", "Schreibweisen")
    case .words: language.pick("word lists", "Wortlisten")
    case .choice: language.pick("choices", "Auswahlen")
    case .value: language.pick("values", "Werte")
    case .record: language.pick("records", "Arten von Elementen")
    case .list: language.pick("lists", "Listen")
    case .field: language.pick("fields", "Felder")
    }
  }
}
