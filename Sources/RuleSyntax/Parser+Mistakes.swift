import SourceText

/// What people write out of habit, and what they most likely meant.
extension Parser {
  // MARK: - Declarations

  /// Tells a top-level line that begins no declaration.
  mutating func reportUnknownDeclaration() {
    let first = current
    let written = text(of: first)
    let known = Word.declarations.map(\.rawValue)
    if beginsPart(first), let last = tree.declarations.last {
      report(.notIndented(under: name(of: last)), at: first.range)
      skipToDeclaration()
    } else if let ours = Self.otherDeclarations[written.lowercased()] {
      report(.unknownDeclaration(written, nearest: [ours]), at: first.range, replacing: ours)
    } else {
      let nearest = first.kind == .name ? NearestNames.rank(written, among: known) : []
      report(
        .unknownDeclaration(written, nearest: nearest), at: first.range,
        replacing: nearest.count == 1 ? nearest[0] : nil)
    }
  }

  /// Whether the line would be read inside a declaration.
  private func beginsPart(_ first: Token) -> Bool {
    switch first.word {
    case .why, .if, .each, .the, .when, .say, .examples, .passes, .fails, .any, .all, .none, .every,
      .column, .sort, .total:
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
    "policy": "rule", "assert": "rule", "tabelle": "table", "einstellung": "setting",
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

  /// Tells a sign such as `>` in a phrase, with the words that belong there; always nil.
  mutating func tellComparison<T>(before words: String) -> T? {
    let sign = current
    let written = text(of: sign)
    guard let ours = Self.comparisons[written] else {
      if !reportHabit() { fail(.value) }
      return nil
    }
    let isEquality = ours == "the same as"
    let whole = isEquality && words.isEmpty ? "" : words + ours
    let shown = isEquality ? (words.isEmpty ? "V" : words + "V") : whole
    report(
      .comparisonSign(written, ours: shown), at: sign.range, replacing: isEquality ? nil : whole)
    return nil
  }

  private static let comparisons: [String: String] = [
    ">": "more than", "<": "less than", ">=": "at least", "<=": "at most", "=>": "at least",
    "=<": "at most", "≥": "at least", "≤": "at most", "==": "the same as", "=": "the same as",
    "===": "the same as", "!=": "not", "<>": "not", "≠": "not", "!==": "not",
  ]

  // MARK: - Requirements

  /// Tells why a line of a rule's body is no requirement.
  mutating func reportMissingMust(_ subject: SubjectSyntax, from start: Token) {
    let first = text(of: start)
    if let ours = Self.otherRuleWords[first.lowercased()], start.kind == .name {
      report(.otherLanguage(first, ours: ours), at: start.range, replacing: ours)
      return
    }
    if at(kind: .sign) {
      let _: PhraseSyntax? = tellComparison(before: "must be ")
      return
    }
    if reportOtherMust() { return }
    let written = lexer.text(subject.range.start, subject.range.end)
    if let pattern = PhraseTable.shared.condition(in: self) {
      reportCondition(pattern, written)
    } else if PhraseTable.shared.requirement(in: self) != nil, !at(.have) {
      report(
        .missingMust(wanted: "\(written) must \(text(of: current)) …"), at: current.range,
        edit: (ByteRange(at: Int(current.start)), "must "))
    } else {
      reportUnknownLine(start, written)
    }
  }

  /// Tells that the phrase of a condition stands where one of a requirement belongs.
  private mutating func reportCondition(_ pattern: PhraseTable.Pattern, _ subject: String) {
    let start = current
    let end = ahead(pattern.words.count - 1)
    let range = ByteRange(Int(start.start), Int(end.end))
    guard let wording = pattern.phrase.wording.requirement else {
      report(.conditionOnly(pattern.phrase), at: range)
      return
    }
    let words = (pattern.isNegated ? "must not " : "must ") + wording
    report(.missingMust(wanted: "\(subject) \(words) …"), at: range, replacing: words)
  }

  private mutating func reportOtherMust() -> Bool {
    let token = current
    var end = token
    switch token.word {
    case .should, .shall, .muss, .soll: break
    case .has, .have, .needs:
      guard ahead(1).word == .to else { return false }
      end = ahead(1)
    default: return false
    }
    let range = ByteRange(Int(token.start), Int(end.end))
    report(.otherMust(lexer.text(range.start, range.end)), at: range, replacing: "must")
    return true
  }

  private mutating func reportUnknownLine(_ start: Token, _ subject: String) {
    let first = text(of: start)
    let nearest = NearestNames.rank(first, among: Self.ruleWords)
    if !nearest.isEmpty, start.kind == .name, ahead(0).kind != .end {
      report(
        .unknownWord(first, nearest: nearest, known: Self.ruleWords), at: start.range,
        replacing: nearest.count == 1 ? nearest[0] : nil)
    } else if current.kind == .name, text(of: current) != "",
      NearestNames.rank(text(of: current), among: ["must"]) == ["must"]
    {
      report(.otherMust(text(of: current)), at: current.range, replacing: "must")
    } else if !reportHabit() {
      report(.missingMust(wanted: "\(subject) must …"), at: current.range)
    }
  }

  private static let ruleWords = [
    "why", "if", "when", "each", "say", "setting", "examples", "every", "any of", "all of",
    "none of", "exactly one of",
  ]

  /// How other languages begin the lines of a rule.
  private static let otherRuleWords: [String: String] = [
    "wenn": "when", "falls": "when", "given": "when", "unless": "when", "where": "when",
    "warum": "why", "reason": "why", "because": "why", "description": "why", "weil": "why",
    "jede": "each", "jeder": "each", "jedes": "each", "alle": "each", "for": "each",
    "foreach": "each", "forall": "each", "message": "say", "sage": "say", "beispiele": "examples",
    "beispiel": "examples", "example": "examples", "severity": "if broken:",
    "level": "if broken:",
  ]

  // MARK: - Conditions and phrases

  /// Tells what is wrong where a condition's phrase should stand.
  mutating func reportMissingPhrase(_ subject: SubjectSyntax) {
    if at(.must) {
      reportMustInCondition()
      return
    }
    if let ours = Self.otherPhrases[current.word] {
      report(.otherLanguage(text(of: current), ours: ours), at: current.range)
      return
    }
    reportUnknownPhrase(isRequirement: false)
  }

  private mutating func reportMustInCondition() {
    let start = current
    advance()
    let isNegated = accept(.not)
    let pattern = PhraseTable.shared.requirement(in: self)
    guard let pattern, let words = pattern.phrase.wording.words(isNegated: isNegated) else {
      report(.mustInCondition(wanted: "is …"), at: start.range)
      return
    }
    for _ in pattern.words { advance() }
    report(.mustInCondition(wanted: words), at: range(since: start), replacing: words)
  }

  private static let otherPhrases: [Word: String] = [
    .equals: "is", .contains: "includes", .matches: "is written like",
    .between: "lies within A to B",
  ]

  /// Tells a phrase that the language does not have, with the nearest ones.
  mutating func reportUnknownPhrase(isRequirement: Bool) {
    let start = current
    guard start.kind == .name else {
      fail(isRequirement ? .requirementPhrase : .conditionPhrase)
      return
    }
    if isRequirement {
      for phrase in [Phrase.open, .inapplicable, .missing]
      where ahead(1).word == Self.conditionWord(phrase) && at(.be) {
        report(.conditionOnly(phrase), at: ByteRange(Int(start.start), Int(ahead(1).end)))
        return
      }
    }
    if reportHabit() { return }
    let spellings = PhraseTable.shared.spellings(isRequirement: isRequirement)
    var best: [String] = []
    var end = start
    for count in (1...4).reversed() where best.isEmpty {
      let last = ahead(count - 1)
      guard last.kind == .name else { continue }
      let written = lexer.text(Int(start.start), Int(last.end))
      best = NearestNames.rank(written, among: spellings)
      if !best.isEmpty { end = last }
    }
    let range = ByteRange(Int(start.start), Int(end.end))
    report(
      .unknownPhrase(
        lexer.text(range.start, range.end), nearest: best, isRequirement: isRequirement),
      at: range, replacing: best.count == 1 ? best[0] : nil)
  }

  private static func conditionWord(_ phrase: Phrase) -> Word {
    phrase == .open ? .open : .missing
  }

  /// Checks the word after `is` or `must be`: one that begins another phrase is no value.
  mutating func checkValueWord(isRequirement: Bool, from start: Token) -> Bool {
    guard current.kind == .name, ahead(1).kind != .dot else { return true }
    switch current.word {
    case .open, .missing:
      report(
        .conditionOnly(current.word == .open ? .open : .missing), at: range(through: start))
    case .left where ahead(1).word == .out:
      report(.requirementOnly(.leftOut), at: range(through: start))
    case .unique:
      report(.requirementOnly(.unique), at: range(through: start))
    case .at, .more, .less, .one, .the, .on, .same, .written, .before, .after, .within, .among,
      .greater, .equal, .between, .stated, .answered:
      cursor = 0
      while current.start != start.start { advance() }
      reportUnknownPhrase(isRequirement: isRequirement)
    default:
      return true
    }
    return false
  }

  private func range(through start: Token) -> ByteRange {
    ByteRange(Int(start.start), Int(current.end))
  }

  // MARK: - Lines of tables and examples

  mutating func reportUnknownTableLine() {
    guard current.kind == .name else {
      fail(.text, .code("each"), .code("column"), .code("sort by"), .code("total"))
      return
    }
    reportUnknown(
      current.range, among: ["each", "the plan", "column", "sort by", "total"])
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

extension Phrase.Wording {
  /// The words of the condition or of its denial.
  func words(isNegated: Bool) -> String? { isNegated ? negatedCondition : condition }
}
