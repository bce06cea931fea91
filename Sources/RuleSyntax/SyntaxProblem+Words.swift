import Diagnostics

extension SyntaxProblem.Part {
  /// What people call the part.
  func noun(_ language: Language) -> String {
    switch self {
    case .schema: language.pick("schema", "Schema")
    case .choice: language.pick("choice", "Auswahl")
    case .choiceValue: language.pick("choice value", "Wert einer Auswahl")
    case .record: language.pick("record", "Art von Element")
    case .field: language.pick("field", "Feld")
    case .inverse: language.pick("back reference", "Rückverweis")
    case .list: language.pick("list", "Liste")
    case .notation: language.pick("notation", "Schreibweise")
    case .words: language.pick("word list", "Wortliste")
    case .setting: language.pick("setting", "Einstellung")
    case .rule: language.pick("rule", "Regel")
    case .table: language.pick("table", "Tabelle")
    case .pack: language.pick("pack", "Paket")
    case .title: language.pick("title", "Titel")
    case .german: language.pick("German text", "deutscher Text")
    case .why: language.pick("reason (`why`)", "Begründung (`why`)")
    case .say: language.pick("sentence (`say`)", "Satz (`say`)")
    case .scope: language.pick("scope", "Geltungsbereich")
    case .severity: language.pick("severity of this kind", "Gewicht dieser Art")
    case .vacuity:
      language.pick("`may find nothing to check`", "`may find nothing to check`")
    case .examples: language.pick("`examples`", "`examples`")
    case .context: language.pick("context", "Umgebung")
    case .group: language.pick("group", "Gruppe")
    case .when: language.pick("`when`", "`when`")
    case .block: language.pick("block", "Block")
    case .total: language.pick("`total`", "`total`")
    case .placeholder: language.pick("`placeholder`", "`placeholder`")
    case .stage: language.pick("stage", "Verfahrensstand")
    case .columnsEach: language.pick("`columns each`", "`columns each`")
    case .report: language.pick("report", "Bericht")
    case .section: language.pick("section", "Abschnitt")
    }
  }
}

extension SyntaxProblem.Expected {
  func text(_ language: Language) -> String {
    switch self {
    case .code(let words): "`\(words)`"
    case .name(let part):
      language.pick("the name of the \(part.noun(language))", "ein Name (\(part.noun(language)))")
    case .text: language.pick("a text in quotes", "ein Text in Anführungszeichen")
    case .value: language.pick("a value", "ein Wert")
    case .expression: language.pick("a path or a value", "ein Pfad oder ein Wert")
    case .path: language.pick("a path such as `cost.amount`", "ein Pfad wie `cost.amount`")
    case .requirementPhrase:
      language.pick("a phrase such as `be stated`", "eine Wendung wie `be stated`")
    case .conditionPhrase:
      language.pick("a phrase such as `is stated`", "eine Wendung wie `is stated`")
    case .type: language.pick("a type", "ein Typ")
    case .modifier:
      language.pick("something that this type can have", "etwas, das dieser Typ haben kann")
    case .number: language.pick("a whole number", "eine ganze Zahl")
    case .listItem:
      language.pick("a name or a text in quotes", "ein Name oder ein Text in Anführungszeichen")
    case .yaml: language.pick("an element as YAML", "ein Element als YAML")
    case .elementId: language.pick("an id", "ein Kürzel")
    case .lineEnd: language.pick("the end of the line", "das Ende der Zeile")
    }
  }
}

extension Language {
  /// `a`, `b` or `c`
  func alternatives(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + pick(" or ", " oder ") + last
  }

  /// The items as code with commas between them.
  func list(_ items: [String]) -> String { items.map { "`\($0)`" }.joined(separator: ", ") }
}
