import SourceText

/// What people write out of habit, and what they most likely meant.
extension Parser {
  // MARK: - Declarations

  /// Tells a top-level line that begins no declaration.
  mutating func reportUnknownDeclaration() {
    let first = current
    let written = text(of: first)
    if let ours = Self.otherDeclarations[written.lowercased()] {
      report(.unknownDeclaration(written, nearest: [ours]), at: first.range, replacing: ours)
      return
    }
    let known = Word.declarations.map(\.rawValue)
    let nearest = first.kind == .name ? NearestNames.rank(written, among: known) : []
    if nearest.isEmpty, let last = tree.declarations.last, beginsPart(first) || isBare(last) {
      report(.notIndented(under: name(of: last)), at: first.range)
      skipToDeclaration()
    } else {
      report(
        .unknownDeclaration(written, nearest: nearest), at: first.range,
        replacing: nearest.count == 1 ? nearest[0] : nil)
    }
  }

  /// Whether nothing stands under a declaration that needs something there.
  private func isBare(_ declaration: Declaration) -> Bool {
    switch declaration {
    case .choice(let choice): choice.values.isEmpty
    case .record(let record): record.fields.isEmpty
    case .rule(let rule): rule.body.isEmpty && rule.scope == nil
    case .table(let table): table.columns.isEmpty && table.scope == nil
    case .report(let report): report.sections.isEmpty
    case .schema, .placeholder, .notation, .words, .setting, .pack: false
    }
  }

  /// Whether the line would be read inside a declaration.
  private func beginsPart(_ first: Token) -> Bool {
    switch first.word {
    case .why, .if, .each, .the, .when, .say, .examples, .passes, .fails, .any, .all, .none, .every,
      .column, .columns, .sort, .total, .chart, .section, .findings, .ledger, .summary:
      true
    case .de: atGerman
    default:
      first.kind == .string || lexer.tokens.contains { $0.word == .must }
    }
  }

  private func name(of declaration: Declaration) -> String {
    switch declaration {
    case .schema(let header): "schema \(header.name.text)"
    case .choice(let choice): "choice \(choice.name.text)"
    case .record(let record): "record \(record.name.text)"
    case .placeholder: "placeholder"
    case .rule(let rule): "rule \(rule.name.text)"
    case .notation(let notation): "notation \(notation.name.text)"
    case .words(let words): "words \(words.name.text)"
    case .setting(let setting): "setting \(setting.name.text)"
    case .table(let table): "table \(table.name.text)"
    case .pack(let pack): "pack \(pack.name.text)"
    case .report(let report): "report \(report.name.text)"
    }
  }

  /// Leaves out what follows up to the next line that begins a declaration.
  private mutating func skipToDeclaration() {
    while let next = peekLine() {
      if next.indent == 0, Word.declarations.contains(word(at: next.content)) { return }
      nextLine = nil
      offset = afterBreak(endOfLine(next.content))
    }
  }

  private static let otherDeclarations: [String: String] = [
    "regel": "rule", "regeln": "rule", "rules": "rule", "check": "rule", "constraint": "rule",
    "policy": "rule", "assert": "rule", "tabelle": "table", "bericht": "report",
    "einstellung": "setting",
    "auswahl": "choice", "enum": "choice", "type": "record", "class": "record",
    "struct": "record", "entity": "record", "datensatz": "record", "wörter": "words",
    "wortliste": "words", "wordlist": "words", "platzhalter": "placeholder",
    "schreibweise": "notation", "pattern": "notation", "option": "setting", "param": "setting",
    "erweitere": "extend", "vorlage": "schema",
  ]

  // MARK: - Signs and joining words

  /// Tells a habit of other languages where one stands at the cursor.
  mutating func reportHabit() -> Bool {
    let token = current
    let written = text(of: token)
    switch token.word {
    case .and, .und:
      report(.newLineInstead(written), at: token.range)
    case .or, .oder:
      report(.blockInstead(written), at: token.range)
    case .then, .dann:
      report(.newLineInstead(written), at: token.range)
    case .true, .false:
      report(.otherLanguage(written, ours: token.word == .true ? "yes" : "no"), at: token.range)
    default:
      guard token.kind == .sign || token.kind == .minus else { return false }
      return reportSign(token, written)
    }
    return true
  }

  private mutating func reportSign(_ token: Token, _ written: String) -> Bool {
    switch written {
    case "&&", "&": report(.newLineInstead(written), at: token.range)
    case "||", "|": report(.blockInstead(written), at: token.range)
    case "=>", "->": report(.newLineInstead(written), at: token.range)
    case "-" where cursor > 0 && ahead(1).kind != .end:
      report(
        .minusWithoutSpaces(
          written: lexer.text(Int(lexer.tokens[cursor - 1].start), Int(ahead(1).end))),
        at: token.range)
    default:
      guard let ours = Self.comparisons[written] else { return false }
      report(.comparisonSign(written, ours: "is " + ours), at: token.range)
    }
    return true
  }

  /// Where a sign such as `>` stands.
  enum SignPlace {
    /// Where `must be` belongs, behind `must`, where `is` belongs, behind `be`, or behind `is`.
    case requirement, afterMust, condition, afterBe, afterIs
  }

  /// Tells a sign such as `>` in a phrase, with the words that belong there; always nil.
  mutating func tellComparison<T>(_ place: SignPlace) -> T? {
    let sign = current
    let written = text(of: sign)
    guard let ours = Self.words(for: written, place) else {
      if !reportHabit() { fail(.value) }
      return nil
    }
    if place == .afterBe, ours == "not" {
      report(.comparisonSign(written, ours: "must not be"), at: sign.range)
    } else {
      let next = ours.isEmpty && ahead(1).kind != .end ? Int(ahead(1).start) : Int(sign.end)
      report(
        .comparisonSign(written, ours: ours), at: sign.range,
        edit: (ByteRange(Int(sign.start), next), ours))
    }
    return nil
  }

  private static func words(for sign: String, _ place: SignPlace) -> String? {
    guard let words = comparisons[sign] else { return nil }
    switch (words, place) {
    case ("", .requirement): return "must be"
    case ("", .afterMust): return "be"
    case ("", .condition): return "is"
    case ("not", .requirement): return "must not be"
    case ("not", .afterMust): return "not be"
    case (_, .requirement): return "must be " + words
    case (_, .afterMust): return "be " + words
    case (_, .condition): return "is " + words
    case (_, .afterBe), (_, .afterIs): return words
    }
  }

  private static let comparisons: [String: String] = [
    ">": "more than", "<": "less than", ">=": "at least", "<=": "at most", "=>": "at least",
    "=<": "at most", "≥": "at least", "≤": "at most", "==": "", "=": "", "===": "", "!=": "not",
    "<>": "not", "≠": "not", "!==": "not",
  ]

  // MARK: - Lines of tables and examples

  mutating func reportUnknownTableLine() {
    guard current.kind == .name else {
      fail(.text, .code("each"), .code("column"), .code("sort by"), .code("total"))
      return
    }
    reportUnknown(
      current.range,
      among: ["each", "the plan", "column", "columns each", "sort by", "total", "chart"])
  }

  mutating func reportUnknownReportLine(among known: [String]) {
    guard current.kind == .name else {
      fail(known.map { .code($0) })
      return
    }
    reportUnknown(current.range, among: known)
  }

  mutating func reportUnknownCase(_ word: ByteRange, _ end: Int) {
    guard !word.isEmpty else {
      failRaw([.code("passes"), .code("fails at"), .code("does not apply")], at: word, end)
      return
    }
    reportUnknown(word, among: ["passes", "fails", "unclear", "does not apply", "with"])
  }

  private mutating func reportUnknown(_ range: ByteRange, among known: [String]) {
    let written = lexer.text(range.start, range.end)
    let nearest = NearestNames.rank(written, among: known)
    report(
      .unknownWord(written, nearest: nearest, known: known), at: range,
      replacing: nearest.count == 1 ? nearest[0] : nil)
  }
}
