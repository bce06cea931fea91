/// How the words that go with a number are spelt: the verbs of conditions and the units of counts.
///
/// The language reads both numbers alike. After `every` and `at least one` a verb is in the
/// singular; elsewhere only the writer knows whether `goals` are many, so it stays as written.
struct WordForms {
  /// Spellings by the start of the word.
  private var verbs: [Int32: Word] = [:]
  /// Spellings by the end of the word.
  private var units: [Int: Word] = [:]
  /// Where the phrases of conditions begin, and whether each is in the singular for certain.
  private var phrases: [Int: Bool] = [:]

  init(_ tree: RuleFile) {
    for declaration in tree.declarations {
      switch declaration {
      case .rule(let rule):
        add(rule.scope?.filter)
        for item in rule.body { add(item) }
      case .table(let table):
        add(table.scope?.filter)
        for column in table.columns { add(column.expression) }
        for cell in table.columnsEach?.cells ?? [] { add(cell.expression) }
      case .report(let report):
        for section in report.sections { add(section) }
      case .schema, .choice, .record, .placeholder, .notation, .words, .setting, .pack: break
      }
    }
  }

  /// Takes note of the words of one line.
  mutating func read(_ tokens: [Token]) {
    for (index, token) in tokens.enumerated() {
      guard let isSingular = phrases[Int(token.start)] else { continue }
      if isSingular { verbs[token.start] = PhraseTable.singular(token.word) }
      if token.word == .does || token.word == .do, index + 2 < tokens.count {
        verbs[tokens[index + 2].start] = Self.infinitive(tokens[index + 2].word)
      }
    }
  }

  /// The spelling of a word, where it is another one than is written.
  func spelling(of token: Token) -> String? {
    guard token.kind == .name else { return nil }
    return (verbs[token.start] ?? units[Int(token.end)])?.rawValue
  }

  private static func infinitive(_ word: Word) -> Word {
    switch word {
    case .has: .have
    case .applies: .apply
    case .lies: .lie
    case .overlaps: .overlap
    case .exists: .exist
    case .includes: .include
    case .mentions: .mention
    case .leads: .lead
    default: word
    }
  }

  // MARK: - The tree

  private mutating func add(_ section: SectionSyntax) {
    add(section.scope?.filter)
    for case .section(let inner) in section.parts { add(inner) }
  }

  private mutating func add(_ item: BodyItem) {
    switch item {
    case .when(let when):
      for condition in when.conditions { add(condition) }
      for item in when.body { add(item) }
    case .line(let line):
      add(line.subject)
      add(line.phrase)
    case .block(let block):
      for condition in block.conditions { add(condition) }
    }
  }

  private mutating func add(_ condition: ConditionSyntax?) {
    switch condition {
    case .line(let subject, let phrase, _):
      let isSingular = subject.quantifier == .every || subject.quantifier == .atLeastOne
      phrases[phrase.range.start] = isSingular
      add(subject)
      add(phrase)
    case .block(_, let conditions, _):
      for condition in conditions { add(condition) }
    case nil: break
    }
  }

  private mutating func add(_ subject: SubjectSyntax) {
    add(subject.expression)
    add(subject.filter)
  }

  private mutating func add(_ phrase: PhraseSyntax) {
    switch phrase.arguments {
    case .none, .list, .siblings, .notation, .words: break
    case .values(let values): for value in values { add(value) }
    case .expression(let value): add(value)
    case .period(let start, let end):
      add(start)
      add(end)
    case .measure(_, let bound, let unit):
      add(bound)
      if case .number("1", nil, _) = bound {
        units[phrase.range.end] = unit.words.one
      } else {
        units[phrase.range.end] = unit.words.several
      }
    }
  }

  private mutating func add(_ expression: ExpressionSyntax) {
    switch expression {
    case .aggregate(let aggregate): add(aggregate.filter)
    case .binary(_, let left, let right, _):
      add(left)
      add(right)
    case .path, .number, .string, .date, .yesOrNo, .today, .matches, .state: break
    }
  }
}

extension PhraseSyntax.Unit {
  fileprivate var words: (one: Word, several: Word) {
    switch self {
    case .entries: (.entry, .entries)
    case .words: (.word, .words)
    case .characters: (.character, .characters)
    }
  }
}
