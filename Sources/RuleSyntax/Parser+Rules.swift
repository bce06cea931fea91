import SourceText

extension Parser {
  /// `rule owner-stated` with its parts on the lines under it, in any order.
  mutating func readRule() -> RuleDeclaration? {
    let start = current
    let indent = line.indent
    advance()
    guard let name = readName(of: .rule), expectHeadEnd(after: name) else { return nil }
    var rule = RuleDeclaration(name: name, range: start.range)
    let problems = problemCount
    readBlock(deeperThan: indent) { parser in parser.readRuleLine(&rule) }
    if problemCount == problems, !isStrayLineNext {
      if rule.scope == nil {
        reportBlock(.missingScope(name: name.text), at: name.range)
      } else if rule.body.isEmpty {
        reportBlock(.missingBody(.rule, name: name.text), at: name.range)
      }
    }
    rule.range = range(from: Int(start.start))
    return consume rule
  }

  /// Reads a line of a rule; requirements may stand under the scope line or beside it.
  private mutating func readRuleLine(_ rule: inout RuleDeclaration) {
    if at(kind: .string) || atGerman {
      readTitleLine(&rule.title, of: .title)
    } else if isSubjectAhead {
      readBodyItem(into: &rule.body)
    } else {
      readRulePart(&rule)
    }
  }

  private mutating func readRulePart(_ rule: inout RuleDeclaration) {
    switch current.word {
    case .why: readSentence(&rule.why, of: .why)
    case .say: readSentence(&rule.say, of: .say)
    case .if: readSeverity(&rule)
    case .setting:
      if let setting = readSetting() { rule.settings.append(setting) }
    case .each: readRuleScope(&rule)
    case .the where ahead(1).word == .plan: readRuleScope(&rule)
    case .may: readVacuity(&rule)
    case .examples: readRuleExamples(&rule)
    case .passes, .fails, .with:
      report(.notIndented(under: "examples"), at: current.range)
      skipBlock(deeperThan: line.indent)
    default: readBodyItem(into: &rule.body)
    }
  }

  /// Whether the line speaks of a field that is spelt like a word of the language: `note must …`.
  private var isSubjectAhead: Bool {
    let next = ahead(1)
    return next.kind == .dot || next.word == .must
  }

  /// `why "…" de "…"` and `say "…" de "…"`; the German may stand on the line below.
  private mutating func readSentence(_ sentence: inout Title, of part: SyntaxProblem.Part) {
    guard sentence.isEmpty else {
      repeated(part)
      return
    }
    let indent = line.indent
    advance()
    guard at(kind: .string) || atGerman else {
      fail(.text)
      return
    }
    guard readTitle(&sentence, of: part), expectEnd(or: .code("de")) else { return }
    readTitleLines(&sentence, of: part, deeperThan: indent)
  }

  /// `may find nothing to check`
  private mutating func readVacuity(_ rule: inout RuleDeclaration) {
    let start = current
    guard expect(.may, .find, .nothing, .to, .check), expectEnd() else { return }
    if rule.mayFindNothing != nil {
      report(.repeated(.vacuity), at: start.range)
    }
    rule.mayFindNothing = range(since: start)
  }

  private mutating func readRuleExamples(_ rule: inout RuleDeclaration) {
    let isRepeated = rule.examples != nil
    if isRepeated { repeated(.examples) }
    let examples = readExamples()
    if !isRepeated { rule.examples = examples }
  }

  private mutating func readRuleScope(_ rule: inout RuleDeclaration) {
    let indent = line.indent
    let isRepeated = rule.scope != nil
    if isRepeated { repeated(.scope) }
    let scope = readScope()
    if scope != nil, expectEnd(or: .code("where")), !isRepeated { rule.scope = scope }
    readBlock(deeperThan: indent) { parser in parser.readRuleLine(&rule) }
  }

  // MARK: - Scopes

  /// `each cost-item in cost.items of each measure where CONDITION`, `each former measure`, or
  /// `the plan`.
  mutating func readScope() -> ScopeSyntax? {
    let start = current
    var kind = ScopeSyntax.Kind.plan
    if accept(.each) {
      guard let each = readEach() else { return nil }
      kind = each
    } else if !expect(.the, .plan) {
      return nil
    }
    var filter: ConditionSyntax?
    if accept(.where) {
      guard let condition = readCondition() else { return nil }
      filter = condition
    }
    return ScopeSyntax(kind: kind, filter: filter, range: range(since: start))
  }

  private mutating func readEach() -> ScopeSyntax.Kind? {
    if at(.former), ahead(1).kind == .name, !Self.followsRecord(ahead(1).word) {
      advance()
      return readReference(to: .record).map { .former(record: $0) }
    }
    guard let record = readReference(to: .record) else { return nil }
    var path: PathSyntax?
    if accept(.in) {
      guard let place = readPath() else { return nil }
      path = place
    }
    var outer: ScopeSyntax.Outer?
    if accept(.of) {
      guard expect(.each), let name = readReference(to: .record) else { return nil }
      outer = ScopeSyntax.Outer(record: name)
    }
    return .each(record: record, path: path, outer: outer)
  }

  /// Whether a word goes on after a record's name, so that `former` before it is that name.
  private static func followsRecord(_ word: Word) -> Bool {
    switch word {
    case .in, .of, .where, .grouped: true
    default: false
    }
  }

  // MARK: - Severities

  /// `if broken: warning in draft, error from submitted on`
  private mutating func readSeverity(_ rule: inout RuleDeclaration) {
    let start = current
    let trigger: SeveritySyntax.Trigger
    switch ahead(1).word {
    case .broken: trigger = .broken
    case .unclear: trigger = .unclear
    case .open: trigger = .open
    default:
      reportIf()
      return
    }
    advance()
    advance()
    if !accept(kind: .colon) {
      guard Self.level(current.word) != nil else {
        fail(.code(":"))
        return
      }
      let range = range(since: start)
      report(
        .missingColon(after: lexer.text(range.start, range.end)), at: range,
        edit: (ByteRange(at: range.end), ":"))
    }
    guard let entries = readSeverityEntries() else { return }
    if rule.severities.contains(where: { $0.trigger == trigger }) {
      report(.repeated(.severity), at: range(since: start))
      return
    }
    rule.severities.append(
      SeveritySyntax(trigger: trigger, entries: entries, range: range(since: start)))
  }

  /// Tells what `if` is for, and how a condition begins.
  private mutating func reportIf() {
    let next = ahead(1)
    if next.kind == .name, ahead(2).kind == .colon {
      advance()
      report(
        .unexpected(
          [.code("broken"), .code("unclear"), .code("open")], found: text(of: current)),
        at: current.range)
    } else {
      report(.otherLanguage("if", ours: "when"), at: current.range, replacing: "when")
    }
    let indent = line.indent
    var body: [BodyItem] = []
    readBlock(deeperThan: indent) { parser in parser.readBodyItem(into: &body) }
  }

  private mutating func readSeverityEntries() -> [SeveritySyntax.Entry]? {
    var entries: [SeveritySyntax.Entry] = []
    repeat {
      let start = current
      guard let level = Self.level(current.word) else {
        fail(.code("error"), .code("warning"), .code("note"), .code("off"))
        return nil
      }
      advance()
      guard let stages = readStages() else { return nil }
      entries.append(
        SeveritySyntax.Entry(level: level, stages: stages, range: range(since: start)))
    } while accept(kind: .comma)
    guard expectEnd(or: .code("in"), .code("from"), .code(",")) else { return nil }
    return entries
  }

  private static func level(_ word: Word) -> SeveritySyntax.Level? {
    switch word {
    case .error: .error
    case .warning: .warning
    case .note: .note
    case .off: .off
    default: nil
    }
  }

  /// `in draft, submitted` or `from adopted on`; after a comma a severity begins the next entry.
  private mutating func readStages() -> SeveritySyntax.Stages? {
    if accept(.from) {
      guard let stage = readReference(to: .stage), expect(.on) else { return nil }
      return .from(stage)
    }
    guard accept(.in) else { return .all }
    var stages: [Name] = []
    repeat {
      guard let stage = readReference(to: .stage) else { return nil }
      stages.append(stage)
    } while acceptComma(unlessBefore: { Self.level($0.ahead(1).word) != nil })
    return .named(stages)
  }

  /// Steps over a comma that goes on with the same list.
  mutating func acceptComma(unlessBefore isOther: (Parser) -> Bool) -> Bool {
    guard at(kind: .comma), !isOther(self) else { return false }
    advance()
    return true
  }
}
