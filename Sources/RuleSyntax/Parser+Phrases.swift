import SourceText

extension Parser {
  // MARK: - Phrases

  /// Reads what stands after `must` or `must not`.
  mutating func readRequirementPhrase() -> PhraseSyntax? {
    let start = current
    if at(kind: .sign) { return tellComparison(.afterMust) }
    guard let pattern = PhraseTable.shared.requirement(in: self) else {
      reportUnknownPhrase(isRequirement: true)
      return nil
    }
    step(over: pattern)
    if pattern.phrase == .equal, !checkValueWord(isRequirement: true, from: start) { return nil }
    guard let arguments = readArguments(of: pattern) else { return nil }
    return PhraseSyntax(
      phrase: pattern.phrase, isNegated: false, arguments: arguments, range: range(since: start))
  }

  /// Reads the phrase of a condition, in the singular or the plural.
  mutating func readConditionPhrase(_ subject: SubjectSyntax) -> PhraseSyntax? {
    let start = current
    if at(kind: .sign) { return tellComparison(.condition) }
    guard let pattern = PhraseTable.shared.condition(in: self) else {
      reportMissingPhrase(subject)
      return nil
    }
    step(over: pattern)
    if pattern.phrase == .equal, !checkValueWord(isRequirement: false, from: start) { return nil }
    guard let arguments = readArguments(of: pattern) else { return nil }
    return PhraseSyntax(
      phrase: pattern.phrase, isNegated: pattern.isNegated, arguments: arguments,
      range: range(since: start))
  }

  private mutating func step(over pattern: PhraseTable.Pattern) {
    for _ in pattern.words { advance() }
  }

  // MARK: - Arguments

  private mutating func readArguments(of pattern: PhraseTable.Pattern) -> PhraseSyntax.Arguments? {
    if at(kind: .sign) {
      return tellComparison(lexer.tokens[cursor - 1].word == .be ? .afterBe : .afterIs)
    }
    switch pattern.arguments {
    case .none: return PhraseSyntax.Arguments.none
    case .value: return readValue().map { .values([$0]) }
    case .values: return readValues()
    case .expression: return readExpression().map { .expression($0) }
    case .period: return readPeriod()
    case .list: return readList()
    case .siblings: return readSiblings()
    case .notation: return readReference(to: .notation).map { .notation($0) }
    case .measure: return readMeasure()
    case .words: return readWordsReferences()
    }
  }

  /// Reads a literal or a name.
  private mutating func readValue() -> ExpressionSyntax? {
    if at(.true) || at(.false) {
      let ours = at(.true) ? "yes" : "no"
      report(.otherLanguage(text(of: current), ours: ours), at: current.range, replacing: ours)
      return nil
    }
    if at(kind: .end) {
      fail(.value)
      return nil
    }
    return readExpression()
  }

  private mutating func readValues() -> PhraseSyntax.Arguments? {
    var values: [ExpressionSyntax] = []
    repeat {
      guard let value = readValue() else { return nil }
      values.append(value)
    } while acceptListComma()
    return .values(values)
  }

  /// Steps over a comma between entries; `, if stated` and `, grouped by` end a list.
  private mutating func acceptListComma() -> Bool {
    acceptComma { parser in
      let next = parser.ahead(1).word
      return next == .if || (next == .grouped && parser.ahead(2).word == .by)
    }
  }

  private mutating func readPeriod() -> PhraseSyntax.Arguments? {
    guard let start = readExpression(), expect(.to), let end = readExpression() else { return nil }
    return .period(start, end)
  }

  private mutating func readList() -> PhraseSyntax.Arguments? {
    guard let path = readPath() else { return nil }
    guard at(.other) else { return .list(path, otherThanItself: false) }
    guard expect(.other, .than, .itself) else { return nil }
    return .list(path, otherThanItself: true)
  }

  private mutating func readSiblings() -> PhraseSyntax.Arguments? {
    let isAll = accept(.all)
    return readReference(to: .list).map { .siblings($0, all: isAll) }
  }

  /// `at most 5 entries`
  private mutating func readMeasure() -> PhraseSyntax.Arguments? {
    let comparison: PhraseSyntax.Comparison
    if at(.at, .least) {
      comparison = .atLeast
      advance()
    } else if at(.at, .most) {
      comparison = .atMost
      advance()
    } else if at(.exactly) {
      comparison = .exactly
    } else {
      fail(.code("at least"), .code("at most"), .code("exactly"))
      return nil
    }
    advance()
    guard let bound = readExpression() else { return nil }
    let unit: PhraseSyntax.Unit
    switch current.word {
    case .entry, .entries: unit = .entries
    case .word, .words: unit = .words
    case .character, .characters: unit = .characters
    default:
      fail(.code("entries"), .code("words"), .code("characters"))
      return nil
    }
    advance()
    return .measure(comparison, bound, unit)
  }

  private mutating func readWordsReferences() -> PhraseSyntax.Arguments? {
    var references: [PhraseSyntax.WordsReference] = []
    repeat {
      if at(kind: .string) {
        guard let text = readText() else { return nil }
        references.append(.word(text))
      } else {
        guard let name = readReference(to: .words) else { return nil }
        references.append(.list(name))
      }
    } while acceptListComma()
    return .words(references)
  }
}
