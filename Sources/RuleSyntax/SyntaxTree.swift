import SourceText

/// One `.ratsam` file as it is written: its declarations in order, and its comments.
///
/// Parsing never fails: what could not be read is left out of the tree and told as a finding.
package struct RuleFile: Sendable {
  package var file: SourceFile
  package var declarations: [Declaration] = []
  package var comments: [Comment] = []

  package init(file: SourceFile) {
    self.file = file
  }
}

/// A comment from `#` to the end of its line.
package struct Comment: Hashable, Sendable {
  package var range: ByteRange
  /// Whether nothing but blanks stands before it on its line.
  package var standsAlone: Bool

  package init(range: ByteRange, standsAlone: Bool) {
    self.range = range
    self.standsAlone = standsAlone
  }
}

/// A name as it occurs in the text.
package struct Name: Hashable, Sendable {
  package var text: String
  package var range: ByteRange

  package init(_ text: String, _ range: ByteRange) {
    self.text = text
    self.range = range
  }
}

/// A quoted text; `value` is without quotes and escapes.
package struct StringLiteral: Hashable, Sendable {
  package var value: String
  package var range: ByteRange

  package init(_ value: String, _ range: ByteRange) {
    self.value = value
    self.range = range
  }
}

/// A title in English, German or both: `"Cost" de "Kosten"`.
package struct Title: Hashable, Sendable {
  package var english: StringLiteral?
  package var german: StringLiteral?

  package init(english: StringLiteral? = nil, german: StringLiteral? = nil) {
    self.english = english
    self.german = german
  }

  package var isEmpty: Bool { english == nil && german == nil }
}

/// A top-level block of a rule file.
package enum Declaration: Sendable {
  case schema(SchemaHeader)
  case choice(ChoiceDeclaration)
  case record(RecordDeclaration)
  case placeholder(PlaceholderDeclaration)
  case rule(RuleDeclaration)
  case notation(NotationDeclaration)
  case words(WordsDeclaration)
  case setting(SettingDeclaration)
  case table(TableDeclaration)
}

// MARK: - Schema

/// `schema plan 1` with its title.
package struct SchemaHeader: Sendable {
  package var name: Name
  package var version: Int
  package var title: Title
  package var range: ByteRange

  package init(name: Name, version: Int, title: Title, range: ByteRange) {
    self.name = name
    self.version = version
    self.title = title
    self.range = range
  }
}

/// `choice stage, in order` with its values; `extend choice stage` adds values.
package struct ChoiceDeclaration: Sendable {
  package struct Value: Sendable {
    package var name: Name
    package var title: Title
    /// Further accepted spellings, as they stand in a plan.
    package var also: [StringLiteral]
    /// Under `outside the order`: every ordered comparison with it is false.
    package var isOutsideOrder: Bool

    package init(name: Name, title: Title, also: [StringLiteral], isOutsideOrder: Bool) {
      self.name = name
      self.title = title
      self.also = also
      self.isOutsideOrder = isOutsideOrder
    }
  }
  package var name: Name
  package var title: Title
  package var isExtension: Bool
  package var isOrdered: Bool
  package var isOpen: Bool
  package var values: [Value]
  package var range: ByteRange

  package init(
    name: Name, title: Title, isExtension: Bool, isOrdered: Bool, isOpen: Bool, values: [Value],
    range: ByteRange
  ) {
    self.name = name
    self.title = title
    self.isExtension = isExtension
    self.isOrdered = isOrdered
    self.isOpen = isOpen
    self.values = values
    self.range = range
  }
}

/// `record measure, listed in measures` with its fields; `extend record measure` adds fields.
package struct RecordDeclaration: Sendable {
  package var name: Name
  package var isExtension: Bool
  /// The top-level list of the document that holds the records.
  package var list: Name?
  /// Further accepted spellings of the list's key.
  package var listAlso: [StringLiteral]
  package var title: Title
  package var fields: [FieldDeclaration]
  package var range: ByteRange

  package init(
    name: Name, isExtension: Bool, list: Name?, listAlso: [StringLiteral], title: Title,
    fields: [FieldDeclaration], range: ByteRange
  ) {
    self.name = name
    self.isExtension = isExtension
    self.list = list
    self.listAlso = listAlso
    self.title = title
    self.fields = fields
    self.range = range
  }
}

/// One field of a record or group.
package struct FieldDeclaration: Sendable {
  package var name: Name
  package var type: FieldType
  package var title: Title
  package var also: [StringLiteral]
  /// `, seen from there as measures`
  package var inverse: Name?
  /// `, else area.owner`
  package var inherited: PathSyntax?
  /// `, from its first day` or `, to its last day`
  package var dateReading: DateReading?
  /// `, at least 0`
  package var lowerBound: ExpressionSyntax?
  /// Where `, open` stands after a choice: values that the choice does not have stay text.
  package var openChoice: ByteRange?
  package var range: ByteRange

  package enum DateReading: Sendable { case fromFirstDay, toLastDay }

  package init(
    name: Name, type: FieldType, title: Title = Title(), also: [StringLiteral] = [],
    inverse: Name? = nil, inherited: PathSyntax? = nil, dateReading: DateReading? = nil,
    lowerBound: ExpressionSyntax? = nil, range: ByteRange
  ) {
    self.name = name
    self.type = type
    self.title = title
    self.also = also
    self.inverse = inverse
    self.inherited = inherited
    self.dateReading = dateReading
    self.lowerBound = lowerBound
    self.range = range
  }
}

/// The declared type of a field.
package indirect enum FieldType: Sendable {
  case text, identifier, yesOrNo, number, wholeNumber, percent, money, date
  /// `choice NAME`
  case choice(Name)
  /// `one of LIST`, `one of LIST, open`
  case oneOf(Name, isOpen: Bool)
  /// `some of LIST`
  case someOf(Name, isOpen: Bool)
  /// `list of T`; `T` is a simple type or a record's name
  case list(FieldType, order: ListOrder)
  /// `group` with its own fields
  case group([FieldDeclaration])
  /// another record, nested once
  case record(Name)

  package enum ListOrder: Sendable {
    case none, asWritten
    /// `, in order by FIELD`
    case by(Name)
  }
}

/// `placeholder "k. A.", "N.N."`: texts that read as empty.
package struct PlaceholderDeclaration: Sendable {
  package var texts: [StringLiteral]
  package var range: ByteRange

  package init(texts: [StringLiteral], range: ByteRange) {
    self.texts = texts
    self.range = range
  }
}

// MARK: - Named parts

/// `notation paper-reference "9999/9999", "9999/9999 'N'9"`
package struct NotationDeclaration: Sendable {
  package var name: Name
  package var patterns: [StringLiteral]
  package var range: ByteRange

  package init(name: Name, patterns: [StringLiteral], range: ByteRange) {
    self.name = name
    self.patterns = patterns
    self.range = range
  }
}

/// `words vague-verbs de "prüf*", "abhängig von"`, its entries per language.
package struct WordsDeclaration: Sendable {
  package var name: Name
  /// Entries that are not marked with a language.
  package var entries: [StringLiteral]
  package var german: [StringLiteral]
  package var english: [StringLiteral]
  package var range: ByteRange

  package init(
    name: Name, entries: [StringLiteral], german: [StringLiteral], english: [StringLiteral],
    range: ByteRange
  ) {
    self.name = name
    self.entries = entries
    self.german = german
    self.english = english
    self.range = range
  }
}

/// `setting most-indicators whole number 5 "Indicators per goal"`, in a rule or on its own.
package struct SettingDeclaration: Sendable {
  package var name: Name
  package var type: FieldType
  /// The default; nil where a plan or configuration must give it.
  package var value: ExpressionSyntax?
  package var title: Title
  package var range: ByteRange

  package init(
    name: Name, type: FieldType, value: ExpressionSyntax?, title: Title, range: ByteRange
  ) {
    self.name = name
    self.type = type
    self.value = value
    self.title = title
    self.range = range
  }
}

// MARK: - Rules

/// One rule.
package struct RuleDeclaration: Sendable {
  package var name: Name
  package var title: Title
  /// `why "…" de "…"`
  package var why: Title
  package var severities: [SeveritySyntax]
  package var settings: [SettingDeclaration]
  /// nil only where the scope could not be read; the rule is then not checked further
  package var scope: ScopeSyntax?
  package var body: [BodyItem]
  /// `say "…" de "…"`: a sentence that follows the generated one
  package var say: Title
  /// `may find nothing to check`
  package var mayFindNothing: ByteRange?
  package var examples: ExamplesSyntax?
  package var range: ByteRange

  package init(name: Name, range: ByteRange) {
    self.name = name
    self.title = Title()
    self.why = Title()
    self.severities = []
    self.settings = []
    self.scope = nil
    self.body = []
    self.say = Title()
    self.mayFindNothing = nil
    self.examples = nil
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

// MARK: - Expressions

/// Names joined by dots: `cost.amount`, `area.owner.name`, `plan.stage`, `earlier.date`.
package struct PathSyntax: Hashable, Sendable {
  package var names: [Name]
  package var range: ByteRange

  package init(names: [Name], range: ByteRange) {
    self.names = names
    self.range = range
  }

  package var text: String { names.map(\.text).joined(separator: ".") }
}

/// A value written or computed.
package indirect enum ExpressionSyntax: Sendable {
  /// A path, or the name of a choice value or a setting: the checker tells which.
  case path(PathSyntax)
  /// `12`, `12.5`, `50 000 EUR`, `12 %`, `30 days`; the unit as written
  case number(text: String, unit: Name?, range: ByteRange)
  case string(StringLiteral)
  /// `2027`, written with at least a year and a dash: `2027-Q3`, `2027-03`, `2027-03-31`
  case date(text: String, range: ByteRange)
  case yesOrNo(Bool, range: ByteRange)
  case today(range: ByteRange)
  case aggregate(AggregateSyntax)
  /// `NOTATION in PATH`: the matches in a text
  case matches(notation: Name, path: PathSyntax, range: ByteRange)
  /// `state of PATH`, in tables
  case state(PathSyntax, range: ByteRange)
  case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax, range: ByteRange)

  package var range: ByteRange {
    switch self {
    case .path(let path): path.range
    case .string(let literal): literal.range
    case .aggregate(let aggregate): aggregate.range
    case .number(_, _, let range), .date(_, let range), .yesOrNo(_, let range),
      .today(let range), .matches(_, _, let range), .state(_, let range),
      .binary(_, _, _, let range):
      range
    }
  }
}

package enum BinaryOperator: String, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
}

/// `sum of PATH [where C] [counting missing as 0]`
package struct AggregateSyntax: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case sum, count, earliest, latest, smallest, largest, first, last, share
  }
  package var kind: Kind
  /// nil for the bare `count` of tables: the rows
  package var path: PathSyntax?
  package var filter: ConditionSyntax?
  /// Where `counting missing as 0` stands.
  package var missingAsZero: ByteRange?
  package var range: ByteRange

  package init(
    kind: Kind, path: PathSyntax?, filter: ConditionSyntax?, missingAsZero: ByteRange?,
    range: ByteRange
  ) {
    self.kind = kind
    self.path = path
    self.filter = filter
    self.missingAsZero = missingAsZero
    self.range = range
  }
}

// MARK: - Examples

/// `examples with committees a1, a2` and its cases.
package struct ExamplesSyntax: Sendable {
  /// What the cases stand in: `committees a1, a2`, `plan { stage: draft }`, `today 2027-01-01`.
  package struct Context: Sendable {
    package var name: Name
    /// Ids of elements that need nothing else; empty where YAML is given.
    package var ids: [Name]
    /// Raw YAML; nil where ids are given.
    package var yaml: ByteRange?

    package init(name: Name, ids: [Name], yaml: ByteRange?) {
      self.name = name
      self.ids = ids
      self.yaml = yaml
    }
  }
  package enum Expectation: Sendable, CaseIterable { case passes, fails, unclear, doesNotApply }
  package struct Case: Sendable {
    package var expectation: Expectation
    /// `at FIELD`
    package var field: PathSyntax?
    /// The element as raw YAML: the rest of the line, or the indented block under it.
    package var yaml: ByteRange
    package var range: ByteRange

    package init(
      expectation: Expectation, field: PathSyntax?, yaml: ByteRange, range: ByteRange
    ) {
      self.expectation = expectation
      self.field = field
      self.yaml = yaml
      self.range = range
    }
  }
  package var contexts: [Context]
  package var cases: [Case]
  package var range: ByteRange

  package init(contexts: [Context], cases: [Case], range: ByteRange) {
    self.contexts = contexts
    self.cases = cases
    self.range = range
  }
}

// MARK: - Tables

/// One summary table.
package struct TableDeclaration: Sendable {
  package struct Grouping: Sendable {
    /// `grouped by each of goals`: a row counts in the group of every member.
    package var isEachOf: Bool
    package var path: PathSyntax

    package init(isEachOf: Bool, path: PathSyntax) {
      self.isEachOf = isEachOf
      self.path = path
    }
  }
  package struct Column: Sendable {
    package var title: Title
    package var expression: ExpressionSyntax
    package var range: ByteRange

    package init(title: Title, expression: ExpressionSyntax, range: ByteRange) {
      self.title = title
      self.expression = expression
      self.range = range
    }
  }
  package struct Sort: Sendable {
    /// A column by its English or German title.
    package var column: StringLiteral
    /// `largest first` or `latest first`; else smallest or earliest first.
    package var isDescending: Bool

    package init(column: StringLiteral, isDescending: Bool) {
      self.column = column
      self.isDescending = isDescending
    }
  }
  package var name: Name
  package var title: Title
  package var scope: ScopeSyntax?
  package var grouping: [Grouping]
  package var columns: [Column]
  package var sorts: [Sort]
  /// Where `total` stands.
  package var total: ByteRange?
  package var range: ByteRange

  package init(name: Name, range: ByteRange) {
    self.name = name
    self.title = Title()
    self.scope = nil
    self.grouping = []
    self.columns = []
    self.sorts = []
    self.total = nil
    self.range = range
  }
}
