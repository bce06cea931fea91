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
        "`\(rule)`: this requirement applies to no element that can be read",
        "`\(rule)`: diese Anforderung gilt für kein Element, das sich lesen lässt")
    case .contradiction(let rule, let other, _, _) where rule == other:
      language.pick(
        "`\(rule)`: no element can meet these two requirements where both apply",
        "`\(rule)`: kein Element kann diese beiden Anforderungen zugleich erfüllen, wo beide gelten"
      )
    case .contradiction(let rule, let other, _, _):
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
    case .missingExamples(let rule, _, _):
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
    case .neverTrue:
      language.pick(
        "mend or delete the condition; what stands under it is never judged",
        "Bedingung berichtigen oder streichen; was unter ihr steht, wird nie beurteilt")
    case .neverMet:
      language.pick(
        "mend or delete the requirement; no `passes` example can be written for it",
        "Anforderung berichtigen oder streichen; ein Beispiel mit `passes` gibt es für sie nicht")
    case .alwaysMet:
      language.pick(
        "mend or delete the requirement; no `fails` example can be written for it",
        "Anforderung berichtigen oder streichen; ein Beispiel mit `fails` gibt es für sie nicht")
    case .neverJudged:
      language.pick(
        "delete `, if stated`, or mend the condition around it",
        "`, if stated` streichen oder die Bedingung darum berichtigen")
    case .contradiction(_, _, isOneLost: false, _):
      language.pick(
        "right where the two together are to forbid this case; else say in a `when` which of them"
          + " applies",
        "richtig, wo beide zusammen diesen Fall ausschließen sollen; sonst in einem `when` sagen,"
          + " welche von beiden gilt")
    case .contradiction(let rule, let other, _, _):
      rule == other
        ? language.pick(
          "say in a `when` which of the two lines applies, or delete one of them",
          "in einem `when` sagen, welche der beiden Zeilen gilt, oder eine streichen")
        : language.pick(
          "the witness breaks `\(rule)` by meeting `\(other)`; say in a `when` which of them"
            + " applies",
          "der Beleg verletzt `\(rule)`, indem er `\(other)` erfüllt; in einem `when` sagen, welche"
            + " von beiden gilt")
    case .implied(let rule, let other, let isSame, _):
      isSame
        ? language.pick(
          "delete one of them; the witness breaks both",
          "eine von beiden streichen; der Beleg verletzt beide")
        : language.pick(
          "delete `\(rule)`, or give it more weight than `\(other)`; the witness breaks both",
          "`\(rule)` streichen oder schwerer gewichten als `\(other)`; der Beleg verletzt beide")
    case .missingExamples:
      language.pick(
        "look at the drafts and write what you mean under `examples`",
        "Entwürfe ansehen und unter `examples` schreiben, was gemeint ist")
    case .unused(let kind, _):
      switch kind {
      case .rule, .table, .value, .record, .list, .field: nil
      case .setting, .notation, .words, .choice:
        language.pick("delete it, or use it", "streichen oder verwenden")
      }
    case .unreadFields, .unnamedValues: nil
    case .lookAlike: language.pick("rename one of them", "eines davon umbenennen")
    }
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
