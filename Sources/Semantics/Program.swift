import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// Rules and tables with every name resolved and every type known.
///
/// A program that the checker accepts cannot fail when it is evaluated.
package struct Program: Sendable {
  package var rules: [TypedRule] = []
  package var tables: [TypedTable] = []
  package var reports: [TypedReport] = []
  package var settings: [TypedSetting] = []
  package var notations: [TypedNotation] = []
  package var wordLists: [TypedWordList] = []

  package init() {}

  /// What a rule asks for beside the plan.
  package func inputs(ofRule index: Int) -> RuleInput { rules[index].inputs }
}

package struct TypedRule: Sendable {
  package var id: String
  package var title: LocalizedText
  package var why: LocalizedText?
  package var say: LocalizedText?
  /// The rule's name in its file.
  package var origin: Location
  package var severities: Severities
  package var scope: Scope
  package let clauses: [Clause]
  package var mayFindNothing: Bool
  package var examples: ExamplesSyntax?
  fileprivate let inputs: RuleInput

  package init(
    id: String, title: LocalizedText, why: LocalizedText?, say: LocalizedText?, origin: Location,
    severities: Severities, scope: Scope, clauses: [Clause], mayFindNothing: Bool,
    examples: ExamplesSyntax?
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.say = say
    self.origin = origin
    self.severities = severities
    self.scope = scope
    self.clauses = clauses
    self.mayFindNothing = mayFindNothing
    self.examples = examples
    inputs = RuleInput(scope, clauses)
  }

  /// Whether the rule asks for it anywhere.
  package func reads(_ input: RuleInput) -> Bool { inputs.contains(input) }
}

/// A rule's severities by stage; nil means off.
///
/// Each array has one entry for every value of the stage choice, or exactly one where the schema
/// has no stages.
package struct Severities: Sendable {
  package var broken: [Severity?]
  package var unclear: [Severity?]
  /// What holds where a required value is declared open; nil: the same as broken.
  package var open: [Severity?]?

  package init(broken: [Severity?], unclear: [Severity?], open: [Severity?]?) {
    self.broken = broken
    self.unclear = unclear
    self.open = open
  }
}

/// What a rule or table ranges over.
///
/// While it is evaluated there is a stack of frames, each one element: frame 0 is the outermost
/// element of the scope, the last frame of the scope is the element that is judged; a `where`
/// after a path through a list adds one frame for the list's element.
package struct Scope: Sendable {
  /// The records of the frames: `[measure]`, or `[measure, milestone]`, or `[root]` for the plan.
  package var frames: [Int]
  /// For nested records: only elements at this place (an index into `Record.places`); nil: all.
  package var place: Int?
  /// `each former …`: the elements of the previous version that have no successor.
  package var isFormer: Bool
  package var filter: Condition?
  package var origin: Location

  package init(
    frames: [Int], place: Int?, isFormer: Bool = false, filter: Condition?, origin: Location
  ) {
    self.frames = frames
    self.place = place
    self.isFormer = isFormer
    self.filter = filter
    self.origin = origin
  }

  /// The record of the element that is judged.
  package var record: Int { frames[frames.count - 1] }
}

/// One line or block of requirements with all `when` conditions around it.
package struct Clause: Sendable {
  /// All of them must hold; the outermost first.
  package var guards: [Condition]
  package var requirement: Requirement
  /// Not applicable where a path of the line is not stated.
  package var ifStated: Bool
  package var origin: Location

  package init(guards: [Condition], requirement: Requirement, ifStated: Bool, origin: Location) {
    self.guards = guards
    self.requirement = requirement
    self.ifStated = ifStated
    self.origin = origin
  }
}

package enum Requirement: Sendable {
  case judgement(Judgement)
  /// `any of these must hold`
  case block(BlockKind, [Condition])
}

package indirect enum Condition: Sendable {
  case judgement(Judgement)
  case block(BlockKind, [Condition], origin: Location)
}

/// `SUBJECT PHRASE`, as a requirement or as a condition.
package struct Judgement: Sendable {
  /// Given exactly where the subject is a path through a list that stands for its members.
  package var quantifier: SubjectSyntax.Quantifier?
  package var subject: Operand
  /// Which members of the list count; names in it resolve in the member's frame.
  package var filter: Condition?
  package var phrase: TypedPhrase
  package var isNegated: Bool
  package var origin: Location

  package init(
    quantifier: SubjectSyntax.Quantifier?, subject: Operand, filter: Condition?,
    phrase: TypedPhrase, isNegated: Bool, origin: Location
  ) {
    self.quantifier = quantifier
    self.subject = subject
    self.filter = filter
    self.phrase = phrase
    self.isNegated = isNegated
    self.origin = origin
  }
}

package indirect enum TypedPhrase: Sendable {
  case stated, answered, leftOut, open, inapplicable, missing
  /// `is V`, `is one of V, V`
  case oneOf([Literal])
  case compared(Relation, Operand)
  case within(Operand, Operand)
  case overlapping(Operand, Operand)
  case existing(Target, otherThanItself: Bool)
  case including(Literal)
  /// Among the siblings in the same list, or among all elements of the record.
  case unique(amongAll: Bool, record: Int)
  /// An index into `Program.notations`.
  case writtenLike(Int)
  case measured(PhraseSyntax.Comparison, Operand, PhraseSyntax.Unit)
  /// Indices into `Program.wordLists`.
  case mentioning([Int])
  case avoiding([Int])
  case leadingBack
  /// With the way to the same value in the previous version.
  case changed(Path)

  /// The order and equality relations; `before` and the like are those of dates.
  package enum Relation: UInt8, Sendable, CaseIterable {
    case same, atLeast, atMost, moreThan, lessThan, before, after, onOrBefore, onOrAfter
  }

  /// What `exist in` looks in.
  package enum Target: Sendable {
    /// The ids of a top-level list, by record.
    case list(Int)
    /// The values that a path through a list yields, from the plan or from an element.
    case path(Path)
  }
}

// MARK: - Operands

package indirect enum Operand: Sendable {
  case path(Path)
  case literal(Literal)
  /// An index into `Program.settings`.
  case setting(Int, type: OperandType)
  case today
  case aggregate(Aggregate)
  /// The parts of a text that are written like a notation, or the dates in it: a list.
  case matches(TextPart, Path)
  /// The state of a field, in tables.
  case state(Path)
  case arithmetic(BinaryOperator, Operand, Operand, type: OperandType)

  package var type: OperandType {
    switch self {
    case .path(let path): path.type
    case .literal(let literal): literal.type
    case .setting(_, let type): type
    case .today: .date
    case .aggregate(let aggregate): aggregate.type
    case .matches(let part, _): .list(part.type)
    case .state: .state
    case .arithmetic(_, _, _, let type): type
    }
  }
}

/// What `… in PATH` looks for in a text.
package enum TextPart: Hashable, Sendable {
  /// An index into `Program.notations`.
  case notation(Int)
  case date

  /// The name of dates in rules, which no notation may have.
  package static let dateName = "date"

  /// The type of one that was found.
  package var type: OperandType {
    switch self {
    case .notation: .text
    case .date: .date
    }
  }
}

package enum Literal: Hashable, Sendable {
  case number(Decimal)
  case percent(Decimal)
  case money(Money)
  case date(CalendarDate)
  case text(String)
  case choice(Int, value: Int)
  case yesOrNo(Bool)
  case duration(Int, DurationUnit)

  package enum DurationUnit: Sendable, CaseIterable { case days, months, years }

  package var type: OperandType {
    switch self {
    case .number: .number
    case .percent: .percent
    case .money: .money
    case .date: .date
    case .text: .text
    case .choice(let choice, _): .choice(choice)
    case .yesOrNo: .yesOrNo
    case .duration: .duration
    }
  }
}

package indirect enum OperandType: Hashable, Sendable {
  case text, identifier, yesOrNo, number, percent, money, date, duration, state
  case choice(Int)
  /// A reference to an element of this record.
  case reference(Int)
  /// A nested record or the elements of a list of records.
  case record(Int)
  case group
  /// A list as a whole.
  case list(OperandType)
}

/// A path with every name resolved.
///
/// A list at the end of a path is one of three things:
///
/// - the list as a whole: `field` is the list's, for inverses and lists of the document the last
///   step leads to the elements and `field` is nil; `type` is `list(…)`;
/// - its members as values (texts, references): `field` is the list's, `type` is a member's;
/// - its members as elements (nested records, inverses, references where a `where` asks for their
///   fields): the last step leads to them and `field` is nil.
package struct Path: Hashable, Sendable {
  package enum Start: Hashable, Sendable {
    /// The element of a frame, see `Scope`.
    case frame(Int)
    /// The document.
    case plan
  }
  package enum Step: Hashable, Sendable {
    /// Follows a reference field to the element it names.
    case reference(Int)
    /// Into the records nested in a list field.
    case children(Int)
    /// Into the one record nested in a field.
    case child(Int)
    /// Follows every reference of a list field.
    case references(Int)
    /// To the elements that refer to this one, by `Record.inverses`.
    case inverse(Int)
    /// To the element around this one.
    case parent
    /// To the elements before or after this one in its ordered list.
    case earlier, later
    /// To all elements of a record in the document.
    case all(record: Int)
    /// To the same element in the previous version of the plan.
    case previous

    /// Whether one element may lead to many.
    package var isMany: Bool {
      switch self {
      case .children, .references, .inverse, .earlier, .later, .all: true
      case .reference, .child, .parent, .previous: false
      }
    }
  }
  package var start: Start
  package var steps: [Step]
  /// The record that the steps reach.
  package var record: Int
  /// The field of that record; nil where the path names the elements themselves.
  package var field: Int?
  /// The type of one value; for a path that ends in a list and stands for the list as a whole,
  /// `list(…)`.
  package var type: OperandType
  /// As it is written.
  package var text: String
  package var range: ByteRange

  package init(
    start: Start, steps: [Step], record: Int, field: Int?, type: OperandType, text: String,
    range: ByteRange
  ) {
    self.start = start
    self.steps = steps
    self.record = record
    self.field = field
    self.type = type
    self.text = text
    self.range = range
  }

  /// Whether it leads into the previous version of the plan.
  package var isPrevious: Bool { steps.contains(.previous) }
}

/// `sum of PATH where C`
package struct Aggregate: Sendable {
  package var kind: AggregateSyntax.Kind
  /// nil: the rows of a table's group
  package var path: Path?
  /// Over the members of the path's last list; over the rows where there is no path.
  package var filter: Condition?
  package var missingAsZero: Bool
  package var type: OperandType
  package var origin: Location

  package init(
    kind: AggregateSyntax.Kind, path: Path?, filter: Condition?, missingAsZero: Bool,
    type: OperandType, origin: Location
  ) {
    self.kind = kind
    self.path = path
    self.filter = filter
    self.missingAsZero = missingAsZero
    self.type = type
    self.origin = origin
  }
}
