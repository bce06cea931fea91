import SourceText

/// How conditions and requirements stand below each other.
///
/// `when` lines that follow each other in one column mean "and"; what is indented under the last
/// of them is required where all hold. `any of`, `all of`, `none of` and `exactly one of` may
/// stand alone behind `when`: then the conditions are indented under it, and the requirements
/// follow them in the same column. A requirement is known by `must` or `may hold`, and a further
/// `when` by itself. Blocks of conditions nest two levels deep.
extension Parser {
  /// Reads a line or block of a rule's body.
  mutating func readBodyItem(into items: inout [BodyItem]) {
    if at(.when) {
      readWhen(into: &items)
    } else if let kind = blockKind {
      if let block = readRequirementBlock(kind) { items.append(.block(block)) }
    } else if let requirement = readRequirement() {
      items.append(.line(requirement))
    }
  }

  // MARK: - Conditions and what they guard

  private mutating func readWhen(into items: inout [BodyItem]) {
    let start = current
    let indent = line.indent
    guard enterBlock() else {
      skipBlock(deeperThan: indent)
      return
    }
    defer { blockDepth -= 1 }
    var conditions: [ConditionSyntax] = []
    var body: [BodyItem] = []
    let problems = problemCount
    while true {
      advance()
      if at(kind: .end) {
        readBareWhen(conditions: &conditions, body: &body)
      } else if let kind = blockKind {
        readWhenBlock(kind, conditions: &conditions, body: &body)
      } else {
        if let condition = readWhenLine() {
          conditions.append(condition)
        } else if lexer.tokens.suffix(2).first?.word == .of {
          skipBlock(deeperThan: indent)  // a block's head, so conditions stand under it
        }
        readBlock(deeperThan: indent) { parser in parser.readBodyItem(into: &body) }
      }
      guard body.isEmpty, let next = peekLine(), next.indent == indent,
        word(at: next.content) == .when
      else { break }
      openLine()
    }
    if problemCount != problems, conditions.isEmpty { return }
    if body.isEmpty {
      if problemCount == problems { reportBlock(.missingBody(.when, name: ""), at: start.range) }
      return
    }
    items.append(
      .when(
        WhenSyntax(
          conditions: conditions, body: body, range: range(from: Int(start.start)))))
  }

  private mutating func readWhenLine() -> ConditionSyntax? {
    guard let condition = readCondition(), expectEnd(or: .code("where")) else { return nil }
    return condition
  }

  /// `when` alone on its line: what is indented under it is read as under `when all of`.
  private mutating func readBareWhen(conditions: inout [ConditionSyntax], body: inout [BodyItem]) {
    let word = lexer.tokens[cursor - 1].range
    let problems = problemCount
    let indent = line.indent
    var lines: [ConditionSyntax] = []
    readWhenLines(deeperThan: indent, conditions: &lines, body: &body)
    let isSound = problemCount == problems && !lines.isEmpty && !body.isEmpty
    if isSound {
      report(.bareWhen, at: word, replacing: "when all of")
    } else {
      report(.bareWhen, at: word)
    }
    conditions += lines
  }

  /// `when any of`, its conditions under it, then the requirements.
  private mutating func readWhenBlock(
    _ kind: BlockKind, conditions: inout [ConditionSyntax], body: inout [BodyItem]
  ) {
    let start = current
    let indent = line.indent
    guard readBlockHead(kind, isRequirement: false) else {
      skipBlock(deeperThan: indent)
      return
    }
    let head = range(since: start)
    var lines: [ConditionSyntax] = []
    let problems = problemCount
    readWhenLines(deeperThan: indent, conditions: &lines, body: &body)
    if lines.isEmpty {
      if problemCount == problems {
        reportBlock(.missingBody(.block, name: kind.condition), at: head)
      }
      return
    }
    conditions.append(.block(kind, lines, range: range(from: head.start)))
  }

  /// The conditions under `when any of`, then the requirements in the same column.
  private mutating func readWhenLines(
    deeperThan indent: Int, conditions: inout [ConditionSyntax], body: inout [BodyItem]
  ) {
    readBlock(deeperThan: indent) { parser in
      if parser.isRequirementLine {
        parser.readBodyItem(into: &body)
      } else if let condition = parser.readConditionLine(level: 1) {
        if body.isEmpty {
          conditions.append(condition)
        } else {
          parser.report(.requirementBeforeCondition, at: condition.range)
        }
      }
    }
  }

  /// Whether the line requires something, or begins a condition with requirements of its own.
  private var isRequirementLine: Bool {
    if at(.when) { return true }
    return lexer.tokens.contains { token in
      switch token.word {
      case .must, .should, .shall, .muss, .soll, .hold: true
      default: false
      }
    }
  }

  // MARK: - Blocks

  /// The kind of block whose words stand here.
  var blockKind: BlockKind? {
    switch current.word {
    case .any: ahead(1).word == .of ? .any : nil
    case .all: ahead(1).word == .of ? .all : nil
    case .none: ahead(1).word == .of ? BlockKind.none : nil
    case .exactly: at(.exactly, .one, .of) ? .exactlyOne : nil
    default: nil
    }
  }

  /// Reads the words of a block's head to the end of its line.
  private mutating func readBlockHead(_ kind: BlockKind, isRequirement: Bool) -> Bool {
    let start = current
    for _ in 0..<(kind == .exactlyOne ? 3 : 2) { advance() }
    let words = range(since: start)
    if at(kind: .end) {
      guard isRequirement else { return true }
      report(
        .blockWithoutMust(wanted: kind.requirement), at: words, replacing: kind.requirement)
      return true
    }
    guard accept(.these) else {
      report(.blockInLine(kind.condition), at: words)
      return false
    }
    if kind == .none {
      guard expect(.may, .hold) else { return false }
    } else {
      guard expect(.must, .hold) else { return false }
    }
    guard expectEnd() else { return false }
    if !isRequirement {
      let range = range(since: start)
      report(.mustInCondition(wanted: kind.condition), at: range, replacing: kind.condition)
    }
    return true
  }

  /// `any of these must hold` with its conditions under it.
  private mutating func readRequirementBlock(_ kind: BlockKind) -> RequirementBlock? {
    let start = current
    let indent = line.indent
    let problems = problemCount
    guard readBlockHead(kind, isRequirement: true) else {
      skipBlock(deeperThan: indent)
      return nil
    }
    let head = range(since: start)
    let conditions = readConditionLines(level: 1, deeperThan: indent)
    if conditions.isEmpty {
      if problemCount == problems {
        reportBlock(.missingBody(.block, name: kind.requirement), at: head)
      }
      return nil
    }
    return RequirementBlock(
      kind: kind, conditions: conditions, range: range(from: Int(start.start)))
  }

  private mutating func readConditionLines(level: Int, deeperThan indent: Int) -> [ConditionSyntax]
  {
    var conditions: [ConditionSyntax] = []
    readBlock(deeperThan: indent) { parser in
      if let condition = parser.readConditionLine(level: level) { conditions.append(condition) }
    }
    return conditions
  }

  /// Reads a line of a block: a condition, or a block of conditions one level deeper.
  private mutating func readConditionLine(level: Int) -> ConditionSyntax? {
    let start = current
    let indent = line.indent
    guard let kind = blockKind else {
      guard let condition = readCondition(), expectEnd(or: .code("where")) else { return nil }
      return condition
    }
    let problems = problemCount
    guard readBlockHead(kind, isRequirement: false) else {
      skipBlock(deeperThan: indent)
      return nil
    }
    guard level < 2 else {
      report(.blocksNestedTooDeep, at: range(since: start))
      skipBlock(deeperThan: indent)
      return nil
    }
    let head = range(since: start)
    let conditions = readConditionLines(level: level + 1, deeperThan: indent)
    if conditions.isEmpty {
      if problemCount == problems {
        reportBlock(.missingBody(.block, name: kind.condition), at: head)
      }
      return nil
    }
    return .block(kind, conditions, range: range(from: Int(start.start)))
  }
}

extension BlockKind {
  /// The words that begin a block of conditions.
  package var condition: String {
    switch self {
    case .any: "any of"
    case .all: "all of"
    case .exactlyOne: "exactly one of"
    case .none: "none of"
    }
  }

  /// The words that begin a block that is required.
  package var requirement: String {
    switch self {
    case .any, .all, .exactlyOne: condition + " these must hold"
    case .none: condition + " these may hold"
    }
  }
}
