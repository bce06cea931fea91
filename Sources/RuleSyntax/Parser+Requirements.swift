import SourceText

extension Parser {
  // MARK: - Requirements

  /// `[every|at least one] EXPRESSION must [not] PHRASE[, if stated]`
  mutating func readRequirement() -> RequirementLine? {
    let start = current
    if at(.no) {
      report(.noInRequirement, at: current.range)
      return nil
    }
    guard let subject = readSubject(isRequirement: true) else { return nil }
    guard accept(.must) else {
      reportMissingMust(subject, from: start)
      return nil
    }
    let phraseStart = current
    let isNegated = accept(.not)
    guard var phrase = readRequirementPhrase() else { return nil }
    phrase.isNegated = isNegated
    phrase.range = range(since: phraseStart)
    var ifStated: ByteRange?
    if at(kind: .comma), ahead(1).word == .if {
      advance()
      let words = current
      guard expect(.if, .stated) else { return nil }
      ifStated = range(since: words)
    } else if at(.if, .stated) {
      report(
        .missingComma(before: "if stated"), at: current.range,
        edit: (ByteRange(at: lastEnd), ","))
      advance()
      advance()
    }
    guard expectEnd(or: .code(", if stated")) else { return nil }
    return RequirementLine(
      subject: subject, phrase: phrase, ifStated: ifStated, range: range(since: start))
  }

  // MARK: - Conditions

  /// `[every|at least one|no] EXPRESSION PHRASE`, as far as it reaches.
  mutating func readCondition() -> ConditionSyntax? {
    let start = current
    if at(.not) {
      report(.notBeforeCondition, at: current.range)
      return nil
    }
    if let kind = blockKind {
      report(.blockInLine(kind.condition), at: current.range)
      return nil
    }
    guard enter() else { return nil }
    defer { depth -= 1 }
    guard let subject = readSubject(isRequirement: false),
      let phrase = readConditionPhrase(subject)
    else { return nil }
    return .line(subject: subject, phrase: phrase, range: range(since: start))
  }

  /// Counts one more level of blocks; false, and told, where the limit is reached.
  mutating func enterBlock() -> Bool {
    if blockDepth >= limits.ruleDepth {
      report(.nestedTooDeep(limit: limits.ruleDepth), at: current.range)
      return false
    }
    blockDepth += 1
    return true
  }

  /// Counts one more level in a line; false, and told, where the limit is reached.
  mutating func enter() -> Bool {
    if depth >= limits.ruleDepth {
      report(.nestedTooDeep(limit: limits.ruleDepth), at: current.range)
      return false
    }
    depth += 1
    return true
  }

  // MARK: - Subjects

  private mutating func readSubject(isRequirement: Bool) -> SubjectSyntax? {
    let start = current
    var quantifier: SubjectSyntax.Quantifier?
    guard readQuantifier(&quantifier), let expression = readExpression() else { return nil }
    var filter: ConditionSyntax?
    if accept(.where) {
      guard let condition = readCondition() else { return nil }
      filter = condition
    }
    return SubjectSyntax(
      quantifier: quantifier, expression: expression, filter: filter,
      range: range(since: start))
  }

  /// Reads `every`, `at least one`, `no` or nothing; false where another word stands for one.
  private mutating func readQuantifier(_ quantifier: inout SubjectSyntax.Quantifier?) -> Bool {
    switch current.word {
    case .every:
      quantifier = .every
      advance()
    case .no where ahead(1).kind != .dot:
      quantifier = .no
      advance()
    case .at where ahead(1).word == .least:
      quantifier = .atLeastOne
      return expect(.at, .least, .one)
    case .each, .all:
      return tellQuantifier("every")
    case .some where ahead(1).word == .of:
      report(.otherLanguage("some", ours: "any"), at: current.range, replacing: "any")
      return false
    case .some, .any:
      return tellQuantifier("at least one")
    default:
      break
    }
    return true
  }

  private mutating func tellQuantifier(_ ours: String) -> Bool {
    report(.otherLanguage(text(of: current), ours: ours), at: current.range, replacing: ours)
    return false
  }
}
