import SourceText

/// One rule.
package struct RuleDeclaration: Sendable {
  package var name: Name
  package var title = Title()
  /// `why "…" de "…"`
  package var why = Title()
  package var severities: [SeveritySyntax] = []
  package var settings: [SettingDeclaration] = []
  /// nil only where the scope could not be read; the rule is then not checked further
  package var scope: ScopeSyntax?
  package var body: [BodyItem] = []
  /// `say "…" de "…"`: a sentence that follows the generated one
  package var say = Title()
  /// `may find nothing to check`
  package var mayFindNothing: ByteRange?
  package var examples: ExamplesSyntax?
  package var range: ByteRange

  package init(name: Name, range: ByteRange) {
    self.name = name
    self.range = range
  }
}

/// `if broken: warning in draft, error from submitted on`
package struct SeveritySyntax: Sendable {
  package enum Trigger: Sendable, CaseIterable { case broken, unclear, open }
  package enum Level: Sendable { case error, warning, note, off }
  package enum Stages: Sendable {
    case all
    case named([Name])
    /// `from STAGE on`
    case from(Name)
  }
  package struct Entry: Sendable {
    package var level: Level
    package var stages: Stages
    package var range: ByteRange

    package init(level: Level, stages: Stages, range: ByteRange) {
      self.level = level
      self.stages = stages
      self.range = range
    }
  }
  package var trigger: Trigger
  package var entries: [Entry]
  package var range: ByteRange

  package init(trigger: Trigger, entries: [Entry], range: ByteRange) {
    self.trigger = trigger
    self.entries = entries
    self.range = range
  }
}

/// What a rule or table ranges over.
package struct ScopeSyntax: Sendable {
  package enum Kind: Sendable {
    /// `the plan`
    case plan
    /// `each measure`, `each milestone of each measure`,
    /// `each cost-item in cost.items of each measure`
    case each(record: Name, path: PathSyntax?, outer: Outer?)
    /// `each former measure`: those of the previous version that have no successor
    case former(record: Name)
  }
  package struct Outer: Sendable {
    package var record: Name
    package init(record: Name) { self.record = record }
  }
  package var kind: Kind
  /// `where CONDITION`
  package var filter: ConditionSyntax?
  package var range: ByteRange

  package init(kind: Kind, filter: ConditionSyntax?, range: ByteRange) {
    self.kind = kind
    self.filter = filter
    self.range = range
  }
}

/// A line or block of a rule's body.
package enum BodyItem: Sendable {
  case when(WhenSyntax)
  case line(RequirementLine)
  case block(RequirementBlock)
}

/// `when` lines that follow each other, and what is indented under them.
package struct WhenSyntax: Sendable {
  /// All of them must hold.
  package var conditions: [ConditionSyntax]
  package var body: [BodyItem]
  package var range: ByteRange

  package init(conditions: [ConditionSyntax], body: [BodyItem], range: ByteRange) {
    self.conditions = conditions
    self.body = body
    self.range = range
  }
}

/// `SUBJECT must PHRASE[, if stated]`
package struct RequirementLine: Sendable {
  package var subject: SubjectSyntax
  package var phrase: PhraseSyntax
  /// Where `, if stated` stands.
  package var ifStated: ByteRange?
  package var range: ByteRange

  package init(
    subject: SubjectSyntax, phrase: PhraseSyntax, ifStated: ByteRange?, range: ByteRange
  ) {
    self.subject = subject
    self.phrase = phrase
    self.ifStated = ifStated
    self.range = range
  }
}

/// `any of these must hold` with its conditions.
package struct RequirementBlock: Sendable {
  package var kind: BlockKind
  package var conditions: [ConditionSyntax]
  package var range: ByteRange

  package init(kind: BlockKind, conditions: [ConditionSyntax], range: ByteRange) {
    self.kind = kind
    self.conditions = conditions
    self.range = range
  }
}

/// How the lines of a block go together.
package enum BlockKind: Sendable, CaseIterable { case any, all, exactlyOne, none }

/// A condition: one line, or `any of` / `all of` / `exactly one of` / `none of` with lines under it.
package indirect enum ConditionSyntax: Sendable {
  case line(subject: SubjectSyntax, phrase: PhraseSyntax, range: ByteRange)
  case block(BlockKind, [ConditionSyntax], range: ByteRange)

  package var range: ByteRange {
    switch self {
    case .line(_, _, let range), .block(_, _, let range): range
    }
  }
}

/// What a phrase speaks of.
package struct SubjectSyntax: Sendable {
  package enum Quantifier: Sendable, CaseIterable { case every, atLeastOne, no }
  package var quantifier: Quantifier?
  package var expression: ExpressionSyntax
  /// `where CONDITION` after a quantified path.
  package var filter: ConditionSyntax?
  package var range: ByteRange

  package init(
    quantifier: Quantifier?, expression: ExpressionSyntax, filter: ConditionSyntax? = nil,
    range: ByteRange
  ) {
    self.quantifier = quantifier
    self.expression = expression
    self.filter = filter
    self.range = range
  }
}

/// A phrase with its arguments; `Phrase` declares its words and what it takes.
package struct PhraseSyntax: Sendable {
  package enum Arguments: Sendable {
    case none
    /// `is V`, `is one of V, V`, `includes V`
    case values([ExpressionSyntax])
    /// `is at least E`, `is before E`, `is the same as E`
    case expression(ExpressionSyntax)
    /// `lies within A to B`
    case period(ExpressionSyntax, ExpressionSyntax)
    /// `exists in LIST or PATH [other than itself]`
    case list(PathSyntax, otherThanItself: Bool)
    /// `unique among LIST`, `unique among all LIST`
    case siblings(Name, all: Bool)
    /// `written like NOTATION`
    case notation(Name)
    /// `has at most 5 entries`
    case measure(Comparison, ExpressionSyntax, Unit)
    /// `mentions any of WORDS`: names of word lists or quoted words
    case words([WordsReference])
  }
  package enum Comparison: Sendable, CaseIterable { case atLeast, atMost, exactly }
  package enum Unit: Sendable, CaseIterable { case entries, words, characters }
  package enum WordsReference: Sendable {
    case list(Name)
    case word(StringLiteral)
  }
  package var phrase: Phrase
  package var isNegated: Bool
  package var arguments: Arguments
  package var range: ByteRange

  package init(phrase: Phrase, isNegated: Bool, arguments: Arguments, range: ByteRange) {
    self.phrase = phrase
    self.isNegated = isNegated
    self.arguments = arguments
    self.range = range
  }
}
