import SourceText

/// What people write for requirements, conditions and phrases, and what they most likely meant.
extension Parser {
  // MARK: - Requirements

  /// Tells why a line of a rule's body is no requirement.
  mutating func reportMissingMust(_ subject: SubjectSyntax, from start: Token) {
    if reportOtherLine(subject, start) { return }
    if at(kind: .sign) {
      let _: PhraseSyntax? = tellComparison(.requirement)
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

  /// Tells how the line begins here where it begins as in another language.
  private mutating func reportOtherLine(_ subject: SubjectSyntax, _ start: Token) -> Bool {
    let first = text(of: start)
    if subject.quantifier == .every, at(kind: .end), cursor == 2 {
      report(.otherLanguage(first, ours: "each"), at: start.range, replacing: "each")
      return true
    }
    guard start.kind == .name, !beginsPhrase,
      let ours = Self.otherRuleWords[first.lowercased()]
    else { return false }
    let isDoubled = current.word.rawValue == ours
    let range = isDoubled ? ByteRange(Int(start.start), Int(current.end)) : start.range
    report(
      .otherLanguage(lexer.text(range.start, range.end), ours: ours), at: range,
      replacing: ours.contains("…") ? nil : ours)
    return true
  }

  /// Whether a verb stands here, so that what stands before it is a field, whatever its name.
  private var beginsPhrase: Bool {
    switch current.word {
    case .must, .should, .shall, .muss, .soll, .has, .have, .needs, .is, .are: true
    default:
      current.kind == .sign || PhraseTable.shared.condition(in: self) != nil
        || PhraseTable.shared.requirement(in: self) != nil
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
    "wenn": "when", "falls": "when", "given": "when", "unless": "when … is not", "where": "when",
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
      report(.otherLanguage(text(of: current), ours: ours), at: current.range, replacing: ours)
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
  ]

  /// Tells a phrase that the language does not have, with the nearest ones.
  mutating func reportUnknownPhrase(isRequirement: Bool) {
    let start = current
    guard start.kind == .name else {
      fail(isRequirement ? .requirementPhrase : .conditionPhrase)
      return
    }
    if reportState(isRequirement: isRequirement) || reportBetween(isRequirement: isRequirement) {
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
    let (words, nearest) = nearestPhrases(isRequirement)
    let range = ByteRange(Int(start.start), Int(ahead(words - 1).end))
    report(
      .unknownPhrase(
        lexer.text(range.start, range.end), nearest: nearest, isRequirement: isRequirement),
      at: range, replacing: nearest.count == 1 ? nearest[0] : nil)
  }

  /// The phrases nearest to the words at the cursor, and how many of these they stand for.
  private func nearestPhrases(_ isRequirement: Bool) -> (words: Int, nearest: [String]) {
    let verb = isRequirement ? "be " : "is "
    switch ahead(1).word {
    case .greater: return (ahead(2).word == .than ? 3 : 2, [verb + "more than"])
    case .equal: return (ahead(2).word == .to ? 3 : 2, [String(verb.dropLast())])
    case .within: return (2, [isRequirement ? "lie within" : "lies within"])
    default: break
    }
    let spellings = PhraseTable.shared.spellings(isRequirement: isRequirement)
    var named = 1
    while named < 4, ahead(named).kind == .name { named += 1 }
    for count in (1...named).reversed() {
      let written = lexer.text(Int(current.start), Int(ahead(count - 1).end))
      let others = spellings.filter { phrase in
        phrase.utf8.count { $0 == 0x20 } == count - 1 && phrase != written
      }
      let nearest = NearestNames.rank(written, among: others)
      if !nearest.isEmpty { return (count, nearest) }
    }
    return (1, [])
  }

  private static func conditionWord(_ phrase: Phrase) -> Word {
    phrase == .open ? .open : .missing
  }

  /// Checks the word after `is` or `must be`: one that begins another phrase is no value.
  mutating func checkValueWord(isRequirement: Bool, from start: Token) -> Bool {
    guard current.kind == .name, ahead(1).kind != .dot else { return true }
    switch current.word {
    case .missing where isRequirement:
      cursor = 0
      while current.start != start.start { advance() }
      if !reportState(isRequirement: true) {
        report(.conditionOnly(.missing), at: ByteRange(Int(start.start), Int(ahead(1).end)))
      }
    case .open, .missing:
      report(
        .conditionOnly(current.word == .open ? .open : .missing), at: range(through: start))
    case .left where ahead(1).word == .out:
      report(.requirementOnly(.leftOut), at: range(through: start))
    case .unique where isRequirement:
      reportUnique()
    case .unique:
      report(.requirementOnly(.unique), at: range(through: start))
    case .null, .nil:
      reportNull(isRequirement: isRequirement, from: start)
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

  /// Tells how to ask for a value that is not there.
  private mutating func reportNull(isRequirement: Bool, from start: Token) {
    let written = text(of: current)
    let isNegated = lexer.tokens[..<cursor].contains { $0.word == .not }
    let must = isRequirement ? lexer.tokens.first { $0.word == .must } : nil
    let range = ByteRange(Int((must ?? start).start), Int(current.end))
    let ours: String
    if isRequirement {
      ours = isNegated ? "must be stated" : "must be left out"
    } else {
      ours = isNegated ? "is stated" : "is missing"
    }
    report(.otherLanguage(written, ours: ours), at: range, replacing: ours)
  }

  private func range(through start: Token) -> ByteRange {
    ByteRange(Int(start.start), Int(current.end))
  }
}

extension Phrase.Wording {
  /// The words of the condition or of its denial.
  func words(isNegated: Bool) -> String? { isNegated ? negatedCondition : condition }
}
