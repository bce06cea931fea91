import Diagnostics

extension SyntaxProblem {
  package func help(in language: Language) -> String? {
    switch self {
    case .emptyRuleFile:
      language.pick(
        "begin with one of \(language.list(Self.declarationWords)), or delete the file",
        "mit einem von \(language.list(Self.declarationWords)) beginnen oder die Datei löschen")
    case .invalidUTF8:
      language.pick("save the file as UTF-8", "die Datei als UTF-8 speichern")
    case .furtherProblems, .unclosedBrace, .quotesNeeded:
      nil
    case .tabIndentation:
      language.pick(
        "indent with spaces, two for each step", "mit Leerzeichen einrücken, zwei je Stufe")
    case .wrongIndentation:
      language.pick(
        "all lines of a block begin in the same column",
        "alle Zeilen eines Blocks beginnen in derselben Spalte")
    case .notIndented:
      language.pick("indent it by two more spaces", "um zwei Leerzeichen weiter einrücken")
    case .unclosedText:
      language.pick(
        "end it with \" on the same line; a quote inside is written \\\"",
        "auf derselben Zeile mit \" beenden; ein Anführungszeichen im Text wird \\\" geschrieben")
    case .otherQuotes:
      language.pick("write \"…\"", "\"…\" schreiben")
    case .unknownEscape(let written):
      language.pick(
        "write `\\\(written)` for these characters themselves; the escapes are \\\", \\\\ and \\n",
        "`\\\(written)` schreiben, wenn diese Zeichen gemeint sind; es gibt \\\", \\\\ und \\n")
    case .invisibleCharacter:
      language.pick(
        "it often comes with copied text", "es kommt oft mit kopiertem Text")
    case .underscoreInName(_, let mended), .nameWithSpaces(_, let mended),
      .dottedDate(_, let mended), .yearsWithDash(_, let mended), .unitWithoutSpace(_, let mended):
      language.pick("write `\(mended)`", "`\(mended)` schreiben")
    case .reservedName(let name, let part): reservedHelp(name, part, language)
    case .groupingDot(_, let spaced, let decimal?):
      language.pick(
        "write `\(spaced)` for thousands, `\(decimal)` for a decimal",
        "`\(spaced)` für Tausender schreiben, `\(decimal)` für eine Dezimalzahl")
    case .groupingDot(_, let spaced, nil):
      language.pick("write `\(spaced)`", "`\(spaced)` schreiben")
    case .commaInNumber(_, let mended, let isGrouped, let several):
      language.pick(
        "write `\(mended)` for \(isGrouped ? "thousands" : "a decimal"), "
          + "`\(several)` for several numbers",
        "`\(mended)` für \(isGrouped ? "Tausender" : "eine Dezimalzahl") schreiben, "
          + "`\(several)` für mehrere Zahlen")
    case .invalidDate:
      language.pick(
        "dates are written `2027-Q3`, `2027-03` or `2027-03-31`",
        "Daten werden `2027-Q3`, `2027-03` oder `2027-03-31` geschrieben")
    case .minusWithoutSpaces:
      language.pick(
        "a minus has a space on both sides: `a - b`; a name has none: `a-b`",
        "ein Minus hat auf beiden Seiten ein Leerzeichen: `a - b`; ein Name keines: `a-b`")
    case .unknownDeclaration(_, let nearest):
      nearestHelp(nearest, Self.declarationWords, language)
    case .unknownWord(_, let nearest, let known): nearestHelp(nearest, known, language)
    case .otherLanguage(_, let ours): otherLanguageHelp(ours, language)
    case .newLineInstead:
      language.pick(
        "conditions stand below each other, one `when` line each; what is required follows on "
          + "lines indented under them; the values of a list are separated by commas",
        "Bedingungen stehen untereinander, jede mit eigenem `when`; was gefordert ist, steht "
          + "eingerückt darunter; die Werte einer Liste trennt ein Komma")
    case .blockInstead:
      language.pick(
        "write `any of` with each condition on a line under it; for values `is one of a, b`",
        "`any of` mit jeder Bedingung auf einer Zeile darunter schreiben; bei Werten `is one of a, b`"
      )
    case .comparisonSign:
      language.pick("comparisons are written in words", "Vergleiche werden in Worten geschrieben")
    case .unexpected(let expected, _): unexpectedHelp(expected, language)
    case .repeated(let part): repeatedHelp(part, language)
    case .missingBody(let part, _): missingBodyHelp(part, language)
    case .missingScope:
      language.pick(
        "write `each` and a record, such as `each measure`, or `the plan`",
        "`each` und eine Art von Element schreiben, etwa `each measure`, oder `the plan`")
    case .missingColon, .missingComma, .missingMust, .otherMust, .mustInCondition,
      .blockWithoutMust:
      nil
    case .groupInList:
      language.pick(
        "declare a record for the entries and write `list of` and its name",
        "für die Einträge ein `record` erklären und `list of` mit dessen Namen schreiben")
    case .elsewhere(_, let ours):
      language.pick("write `\(ours)`", "`\(ours)` schreiben")
    case .titleOfExtension:
      language.pick("delete the title here", "den Titel hier löschen")
    case .missingExample:
      language.pick(
        "write it as YAML behind the words, such as `{ id: M1 }`, or indented below",
        "als YAML hinter die Worte schreiben, etwa `{ id: M1 }`, oder eingerückt darunter")
    case .blockInLine:
      language.pick(
        "end the line here and indent each condition on a line under it",
        "die Zeile hier beenden und jede Bedingung auf einer Zeile darunter einrücken")
    case .unknownPhrase(_, let nearest, let isRequirement):
      phraseHelp(nearest, isRequirement, language)
    case .conditionOnly(let phrase):
      phrase == .missing || phrase == .inapplicable
        ? language.pick("`must be left out` requires that", "das fordert `must be left out`")
        : language.pick(
          "`must be answered` accepts an open value as an answer",
          "`must be answered` lässt `open` als Antwort gelten")
    case .requirementOnly(let phrase):
      phrase == .leftOut
        ? language.pick("a condition says `is missing`", "eine Bedingung sagt `is missing`")
        : nil
    case .between(let lower, let upper, let isDates, let mood):
      betweenHelp(lower, upper, isDates, mood, language)
    case .uniqueWithoutList(let list?):
      language.pick(
        "write `must be unique among \(list)`", "`must be unique among \(list)` schreiben")
    case .uniqueWithoutList(nil):
      language.pick(
        "write `must be unique among LIST` with the list that holds the elements, such as "
          + "`must be unique among measures`",
        "`must be unique among LISTE` mit der Liste schreiben, in der die Elemente stehen, etwa "
          + "`must be unique among measures`")
    case .bareWhen:
      language.pick(
        "write `when all of` and indent the conditions under it, then the requirements in the same "
          + "column; one condition stands on the line of its `when`",
        "`when all of` schreiben und die Bedingungen darunter einrücken, dann in derselben Spalte "
          + "die Forderungen; eine einzelne Bedingung steht auf der Zeile ihres `when`")
    case .noInRequirement:
      language.pick("write `every … must not …`", "`every … must not …` schreiben")
    case .notBeforeCondition:
      language.pick(
        "write `is not …` or `does not …`", "`is not …` oder `does not …` schreiben")
    case .requirementBeforeCondition:
      language.pick(
        "conditions stand first, requirements say `must`",
        "zuerst stehen die Bedingungen; Forderungen sagen `must`")
    case .nestedTooDeep:
      language.pick(
        "write a rule of its own for a part", "für einen Teil eine eigene Regel schreiben")
    case .sectionsNestedTooDeep:
      language.pick(
        "end the inner section and begin another one beside it",
        "den inneren Abschnitt beenden und einen neuen daneben beginnen")
    case .blocksNestedTooDeep:
      language.pick("write two rules", "zwei Regeln schreiben")
    }
  }

  static let declarationWords = Word.declarations.map(\.rawValue)

  private func nearestHelp(_ nearest: [String], _ known: [String], _ language: Language) -> String {
    if nearest.isEmpty {
      return language.pick(
        "possible here: \(language.list(known))", "hier möglich: \(language.list(known))")
    }
    let list = language.alternatives(nearest.map { "`\($0)`" })
    return language.pick("did you mean \(list)?", "gemeint ist wohl \(list)")
  }

  private func reservedHelp(_ name: String, _ part: Part, _ language: Language) -> String {
    switch part {
    case .choiceValue, .field:
      language.pick(
        "choose another name; `also \(name)` at the line's end keeps the spelling in plans",
        "einen anderen Namen wählen; `also \(name)` am Zeilenende lässt die Schreibweise im Plan zu"
      )
    default: language.pick("choose another name", "einen anderen Namen wählen")
    }
  }

  private func repeatedHelp(_ part: Part, _ language: Language) -> String {
    switch part {
    case .scope:
      language.pick("write a second rule or table", "eine zweite Regel oder Tabelle schreiben")
    case .title, .why, .say:
      language.pick(
        "keep one of them; German stands behind `de`",
        "nur eines davon behalten; Deutsch steht hinter `de`")
    default: language.pick("keep one of them", "nur eines davon behalten")
    }
  }

  private func otherLanguageHelp(_ ours: String, _ language: Language) -> String? {
    switch ours {
    case "when":
      language.pick(
        "`when` is about values; `if broken:` and `if unclear:` are about outcomes",
        "bei `when` geht es um Werte, bei `if broken:` und `if unclear:` um Ergebnisse")
    default: nil
    }
  }

  private func unexpectedHelp(_ expected: [Expected], _ language: Language) -> String? {
    if expected.contains(.modifier) {
      return language.pick(
        "after a comma can stand: `open`, `in order`, `seen from there as NAME`, `else PATH`, "
          + "`from its first day`, `to its last day`, `at least VALUE`, as the type allows",
        "nach einem Komma kann stehen: `open`, `in order`, `seen from there as NAME`, `else PFAD`, "
          + "`from its first day`, `to its last day`, `at least WERT`, je nach Typ")
    }
    if expected.contains(.type) {
      return language.pick(
        "types are \(Self.types), or the name of a record",
        "Typen sind \(Self.types) oder der Name eines `record`")
    }
    return nil
  }

  private static let types =
    "`text`, `identifier`, `yes or no`, `number`, `whole number`, `percent`, `money`, `date`, "
    + "`choice NAME`, `one of LIST`, `some of LIST`, `list of TYPE`, `group`"

  private func betweenHelp(
    _ lower: String, _ upper: String, _ isDates: Bool, _ mood: Mood, _ language: Language
  ) -> String {
    let within =
      switch mood {
      case .required: "must lie within \(lower) to \(upper)"
      case .forbidden: "must not lie within \(lower) to \(upper)"
      case .asked: "lies within \(lower) to \(upper)"
      case .denied: "does not lie within \(lower) to \(upper)"
      }
    let dates = language.pick(
      "for dates write `\(within)`", "für Datumsangaben `\(within)` schreiben")
    if isDates { return dates }
    let amounts =
      switch mood {
      case .required:
        language.pick(
          "for numbers and money write two lines, `must be at least \(lower)` and "
            + "`must be at most \(upper)`",
          "für Zahlen und Geldbeträge zwei Zeilen schreiben, `must be at least \(lower)` und "
            + "`must be at most \(upper)`")
      case .forbidden:
        language.pick(
          "for numbers and money write `any of these must hold` and under it "
            + "`… is less than \(lower)` and `… is more than \(upper)`",
          "für Zahlen und Geldbeträge `any of these must hold` schreiben und darunter "
            + "`… is less than \(lower)` und `… is more than \(upper)`")
      case .denied:
        language.pick(
          "for numbers and money write `any of` and under it `… is less than \(lower)` and "
            + "`… is more than \(upper)`",
          "für Zahlen und Geldbeträge `any of` schreiben und darunter `… is less than \(lower)` und "
            + "`… is more than \(upper)`")
      case .asked:
        language.pick(
          "for numbers and money write two conditions, `… is at least \(lower)` and "
            + "`… is at most \(upper)`",
          "für Zahlen und Geldbeträge zwei Bedingungen schreiben, `… is at least \(lower)` und "
            + "`… is at most \(upper)`")
      }
    return amounts + "; " + dates
  }

  private func missingBodyHelp(_ part: Part, _ language: Language) -> String {
    switch part {
    case .when, .rule:
      language.pick(
        "indent a requirement under it, such as `owner must be stated`",
        "eine Forderung darunter einrücken, etwa `owner must be stated`")
    case .block:
      language.pick(
        "indent conditions under it, such as `owner is stated`",
        "Bedingungen darunter einrücken, etwa `owner is stated`")
    case .examples:
      language.pick(
        "write `passes { … }` and `fails at FIELD { … }` under it",
        "`passes { … }` und `fails at FELD { … }` darunter schreiben")
    case .table:
      language.pick(
        "indent a column under it: `column \"Title\" PATH`",
        "eine Spalte darunter einrücken: `column \"Titel\" PFAD`")
    case .columnsEach:
      language.pick(
        "indent what its cells show under it, such as `count`",
        "eingerückt darunter schreiben, was in den Zellen steht, etwa `count`")
    case .report:
      language.pick(
        "indent a section under it: `section \"Title\"`",
        "einen Abschnitt darunter einrücken: `section \"Titel\"`")
    case .section:
      language.pick(
        "indent what it shows under it: `text PATH`, `table NAME`, `findings`, `ledger` or `summary`",
        "darunter einrücken, was er zeigt: `text PFAD`, `table NAME`, `findings`, `ledger` oder "
          + "`summary`")
    case .notation, .words, .placeholder:
      language.pick(
        "write texts in quotes behind it", "Texte in Anführungszeichen dahinter schreiben")
    default:
      language.pick(
        "indent its lines by two spaces under it",
        "seine Zeilen um zwei Leerzeichen darunter einrücken")
    }
  }

  private func phraseHelp(
    _ nearest: [String], _ isRequirement: Bool, _ language: Language
  ) -> String {
    if !nearest.isEmpty { return nearestHelp(nearest, [], language) }
    let some =
      isRequirement
      ? ["must be stated", "must be one of a, b", "must be at least 3", "must exist in LIST"]
      : ["is stated", "is missing", "is one of a, b", "is at least 3", "exists in LIST"]
    return language.pick(
      "phrases are \(language.list(some)) and others",
      "Wendungen sind \(language.list(some)) und andere")
  }
}
