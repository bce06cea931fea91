import Model
import RuleSyntax
import Semantics
import Values

/// What a phrase says of a stated value.
struct Tested {
  var verdict: Verdict
  /// An argument of the phrase that is not stated; `verdict` is then unknown.
  var gap: Sight?

  init(_ verdict: Verdict, gap: Sight? = nil) {
    self.verdict = verdict
    self.gap = gap
  }

  init(_ truth: Truth) { self.init(Verdict(truth)) }
  init(_ value: Bool) { self.init(Verdict(value)) }
}

/// Tests the stated value of a subject; one subclass for each family of phrases.
class PhraseTest {
  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  func test(_ sight: Sight, _ rows: Rows) -> Tested { Tested(.unknown) }

  /// What the value is compared with.
  var arguments: [OperandReader] { [] }

  /// The paths of the arguments, for `, if stated`.
  var paths: [PathReader] { arguments.flatMap(\.paths) }
}

/// `is V`, `is one of V, V`
final class OneOfTest: PhraseTest {
  let values: [Datum]

  init(_ values: [Datum], _ workspace: Workspace) {
    self.values = values
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    var result = Verdict.no
    for value in values {
      switch workspace.equal(sight.datum, value) {
      case .yes: return Tested(.yes)
      case .unknown: result = .unknown
      case .no: break
      }
    }
    return Tested(result)
  }
}

/// `is at least E`, `is before E`, `is the same as E`
final class CompareTest: PhraseTest {
  let relation: TypedPhrase.Relation
  let other: OperandReader
  /// For ordered choices: the values that stand outside the order.
  let outside: Set<UInt32>
  /// The side that is a date of the rule itself.
  let written: RuleDate.Side?

  init(
    _ relation: TypedPhrase.Relation, _ other: OperandReader, outside: Set<UInt32>,
    written: RuleDate.Side?, _ workspace: Workspace
  ) {
    self.relation = relation
    self.other = other
    self.outside = outside
    self.written = written
    super.init(workspace)
  }

  override var arguments: [OperandReader] { [other] }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    let right = other.see(rows)
    guard right.standing == .stated else { return Tested(.unknown, gap: right) }
    if relation == .same { return Tested(workspace.equal(sight.datum, right.datum)) }
    switch (sight.datum, right.datum) {
    case (.interval(let left), .interval(let right)):
      return Tested(Self.compare(left, right, relation, written: written))
    case (.index(let left), .index(let right)): return Tested(compare(left, right))
    // A text that an open choice holds beside its values stands in no order.
    case (.text, _), (_, .text): return Tested(.no)
    default: return Tested(relation.compare(sight.datum, right.datum))
    }
  }

  /// - Parameter written: the side that is a date of the rule itself.
  static func compare(
    _ left: DateInterval, _ right: DateInterval, _ relation: TypedPhrase.Relation,
    written: RuleDate.Side?
  ) -> Truth {
    if relation == .same { return left.isSame(as: right) }
    let left = written == .left ? RuleDate.bound(left, relation.mirrored) : left
    let right = written == .right ? RuleDate.bound(right, relation) : right
    return switch relation {
    case .same: left.isSame(as: right)
    case .before, .lessThan: left.isBefore(right)
    case .after, .moreThan: left.isAfter(right)
    case .onOrBefore, .atMost: left.isOnOrBefore(right)
    case .onOrAfter, .atLeast: left.isOnOrAfter(right)
    }
  }

  private func compare(_ left: UInt32, _ right: UInt32) -> Truth {
    if outside.contains(left) || outside.contains(right) { return .no }
    return Truth(relation.holds(left, right))
  }
}

extension TypedPhrase.Relation {
  func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .same: left == right
    case .atLeast, .onOrAfter: left >= right
    case .atMost, .onOrBefore: left <= right
    case .moreThan, .after: left > right
    case .lessThan, .before: left < right
    }
  }

  /// How two numbers or amounts compare, of which one may be a partial sum.
  func compare(_ left: Datum, _ right: Datum) -> Truth {
    switch (left, right) {
    case (.decimal(let a, let leftTag), .decimal(let b, let rightTag)):
      return Workspace.agree(leftTag, rightTag) ? Truth(holds(a, b)) : .unknown
    case (.lowerBound(let a, let leftTag), .decimal(let b, let rightTag)):
      guard Workspace.agree(leftTag, rightTag) else { return .unknown }
      return certain(atLeast: a, b)
    case (.decimal(let a, let leftTag), .lowerBound(let b, let rightTag)):
      guard Workspace.agree(leftTag, rightTag) else { return .unknown }
      return mirrored.certain(atLeast: b, a)
    default: return .unknown
    }
  }

  /// What is certain of a value that is at least `bound`, compared with `other`.
  private func certain(atLeast bound: Decimal, _ other: Decimal) -> Truth {
    switch self {
    case .atLeast, .onOrAfter: bound >= other ? .yes : .unknown
    case .moreThan, .after: bound > other ? .yes : .unknown
    case .atMost, .onOrBefore: bound > other ? .no : .unknown
    case .lessThan, .before: bound >= other ? .no : .unknown
    case .same: bound > other ? .no : .unknown
    }
  }

  /// The same relation, said from the other side.
  var mirrored: Self {
    switch self {
    case .same: .same
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .moreThan: .lessThan
    case .lessThan: .moreThan
    case .before: .after
    case .after: .before
    case .onOrBefore: .onOrAfter
    case .onOrAfter: .onOrBefore
    }
  }
}

extension Workspace {
  /// Whether two values are the same.
  func equal(_ left: Datum, _ right: Datum) -> Truth {
    switch (left, right) {
    case (.decimal(let a, let leftTag), .decimal(let b, let rightTag)):
      return Self.agree(leftTag, rightTag) ? Truth(a == b) : .unknown
    case (.lowerBound(let bound, let tag), .decimal(let value, let otherTag)),
      (.decimal(let value, let otherTag), .lowerBound(let bound, let tag)):
      return bound > value && Self.agree(tag, otherTag) ? .no : .unknown
    case (.lowerBound, .lowerBound): return .unknown
    case (.interval(let a), .interval(let b)): return a.isSame(as: b)
    case (.index(let a), .index(let b)): return Truth(a == b)
    case (.text(let a), .text(let b)): return Truth(isSame(a, b))
    default: return .no
    }
  }
}

/// `lies within A to B`, `overlaps A to B`
final class PeriodTest: PhraseTest {
  let from: OperandReader
  let to: OperandReader
  let isOverlap: Bool
  /// Whether the ends are dates of the rule itself.
  let areWritten: (from: Bool, to: Bool)

  init(
    _ from: OperandReader, _ to: OperandReader, isOverlap: Bool,
    areWritten: (from: Bool, to: Bool), _ workspace: Workspace
  ) {
    self.from = from
    self.to = to
    self.isOverlap = isOverlap
    self.areWritten = areWritten
    super.init(workspace)
  }

  override var arguments: [OperandReader] { [from, to] }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    let start = from.see(rows)
    guard start.standing == .stated else { return Tested(.unknown, gap: start) }
    let end = to.see(rows)
    guard end.standing == .stated else { return Tested(.unknown, gap: end) }
    guard case .interval(let date) = sight.datum, case .interval(let first) = start.datum,
      case .interval(let last) = end.datum
    else { return Tested(.unknown) }
    return Tested(judge(date, from: first, to: last))
  }

  /// Whether a date lies in the period, or has a day in common with it.
  func judge(_ date: DateInterval, from start: DateInterval, to end: DateInterval) -> Truth {
    let first = areWritten.from ? start.atFirstDay : start
    let last = areWritten.to ? end.atLastDay : end
    if isOverlap { return Period(date).overlaps(Period(from: first, to: last)) }
    return date.isOnOrAfter(first).and(date.isOnOrBefore(last))
  }
}

extension Workspace {
  /// The id of an element; nil where it has none.
  func idText(record: Int, row: Int) -> String? {
    guard let field = plan.schema.records[record].idField else { return nil }
    let leaf = leaf(record: record, field: field)
    guard leaf.standing(row) == .stated else { return nil }
    return text(
      textPlace(CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: false)))
  }
}
