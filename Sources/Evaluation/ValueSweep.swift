import Model
import RuleSyntax
import Semantics
import Values

/// The cells whose values a line judges, one for each element of a batch.
struct Cells {
  /// The rows of the elements that hold them.
  let rows: UnsafePointer<Int32>
  /// The rows again, or the entries of the rows' lists.
  let indices: UnsafePointer<Int32>
}

/// Judges the values of one column, or of an operand, by what a phrase says of them.
///
/// It marks `yes` where the phrase holds; a `not` is the line's.
class ValueSweep {
  /// - Parameter cells: given where the subject is a column.
  func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {}

  /// The sweep for the values of one column; nil where each has to be tested by itself.
  static func make(_ test: PhraseTest, of leaf: Leaf) -> ValueSweep? {
    switch test {
    case let test as CompareTest: ComparisonSweep(test, of: .column(leaf))
    case let test as PeriodTest: PeriodSweep(test, of: .column(leaf))
    case let test as OneOfTest: OneOfSweep(test, of: .column(leaf))
    case let test as ExistTest: ExistenceSweep.make(test, leaf)
    case let test as UniqueTest: UniquenessSweep(test, leaf)
    case let test as CycleTest: CycleSweep(test, leaf)
    case let test as NotationTest: textSweep(leaf, test.workspace, test.notation)
    case let test as MeasureTest: textSweep(leaf, test.workspace, TextSize(test))
    case let test as WordsTest: textSweep(leaf, test.workspace, MentionQuestion(test))
    default: nil
    }
  }

  /// The sweep for computed values.
  static func make(_ test: PhraseTest, of feed: Feed) -> ValueSweep? {
    switch test {
    case let test as CompareTest: ComparisonSweep(test, of: .operand(feed))
    case let test as PeriodTest: PeriodSweep(test, of: .operand(feed))
    case let test as OneOfTest: OneOfSweep(test, of: .operand(feed))
    default: nil
    }
  }
}

/// The sweep over the texts of a column; nil where it holds none, or nothing can be said of them.
private func textSweep(_ leaf: Leaf, _ workspace: Workspace, _ question: (any TextQuestion)?)
  -> ValueSweep?
{
  guard leaf.isText, let question else { return nil }
  return TextSweep(leaf, workspace, question)
}

/// Where the values come from that a phrase is about.
enum ValueSource {
  case column(Leaf)
  case operand(Feed)

  var kind: Feed.Kind? {
    switch self {
    case .column(let leaf): leaf.feedKind
    case .operand(let feed): feed.kind
    }
  }

  func load(_ cells: Cells?, _ batch: Batch, _ marks: Marks, into values: Values64) {
    switch self {
    case .column(let leaf):
      guard let cells, let kind = leaf.feedKind else { return }
      leaf.load(kind, cells.indices, batch.count, marks, into: values)
    case .operand(let feed): feed.load(batch, marks, into: values)
    }
  }
}

/// A relation, ready for many numbers: a bit each for less, the same and more.
private struct Order {
  private let bits: UInt8

  init(_ relation: TypedPhrase.Relation) {
    bits =
      (relation.holds(0, 1) ? 1 : 0) | (relation.holds(1, 1) ? 2 : 0)
      | (relation.holds(1, 0) ? 4 : 0)
  }

  @inline(__always)
  func verdict(_ left: Int64, _ right: Int64) -> Verdict {
    let place = 1 &+ (left > right ? 1 : 0) &- (left < right ? 1 : 0)
    return Verdict((bits &>> UInt8(truncatingIfNeeded: place)) & 1 == 1)
  }
}

/// `is at least E`, `is before E`, `is the same as E`
private final class ComparisonSweep: ValueSweep {
  private let relation: TypedPhrase.Relation
  private let source: ValueSource
  private let kind: Feed.Kind
  private let other: Feed
  /// The other side, where it is the same for all elements.
  private let constant: Int64?
  private let written: RuleDate.Side?
  private let outside: Set<UInt32>

  init?(_ test: CompareTest, of source: ValueSource) {
    guard let kind = source.kind, let other = Feed.make(test.other), other.kind == kind else {
      return nil
    }
    relation = test.relation
    written = test.written
    outside = test.outside
    self.source = source
    self.kind = kind
    self.other = other
    constant = (other as? ConstantFeed)?.bound(relation, written: written).value
  }

  override func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {
    let count = batch.count
    withValues(count) { left in
      source.load(cells, batch, marks, into: left)
      if let constant {
        return judge(left, count, marks) { _ in constant }
      }
      withValues(count) { right in
        other.load(batch, marks, into: right)
        judge(left, count, marks) { right[$0] }
      }
    }
  }

  @inline(__always)
  private func judge(
    _ left: Values64, _ count: Int, _ marks: Marks, _ right: (Int) -> Int64
  ) {
    switch kind {
    case .decimal: decimals(left, count, marks, right)
    case .date: dates(left, count, marks, right)
    case .index: indices(left, count, marks, right)
    }
  }

  @inline(__always)
  private func decimals(
    _ left: Values64, _ count: Int, _ marks: Marks, _ right: (Int) -> Int64
  ) {
    let order = Order(relation)
    for index in 0..<count where marks[index] == .yes {
      let (first, second) = (left[index], right(index))
      let (tag, otherTag) = (Decimal.currency(ofPacked: first), Decimal.currency(ofPacked: second))
      if !Workspace.agree(tag, otherTag) {
        marks[index] = .unknown
      } else if let (left, right) = Decimal.scaled(ofPacked: first, second) {
        marks[index] = order.verdict(left, right)
      } else {
        marks[index] = Verdict(relation.holds(Decimal(packed: first), Decimal(packed: second)))
      }
    }
  }

  @inline(__always)
  private func dates(
    _ left: Values64, _ count: Int, _ marks: Marks, _ right: (Int) -> Int64
  ) {
    let order = Order(relation)
    for index in 0..<count where marks[index] == .yes {
      let (first, second) = (DaySpan(raw: left[index]), DaySpan(raw: right(index)))
      if first.isDay, second.isDay {
        marks[index] = order.verdict(first.raw, second.raw)
      } else {
        marks[index] = Verdict(
          CompareTest.compare(first.interval, second.interval, relation, written: written))
      }
    }
  }

  @inline(__always)
  private func indices(
    _ left: Values64, _ count: Int, _ marks: Marks, _ right: (Int) -> Int64
  ) {
    let order = Order(relation)
    let isPlain = outside.isEmpty || relation == .same
    for index in 0..<count where marks[index] == .yes {
      let (first, second) = (left[index], right(index))
      let isOrdered =
        isPlain || !outside.contains(UInt32(first)) && !outside.contains(UInt32(second))
      marks[index] = isOrdered ? order.verdict(first, second) : .no
    }
  }
}

/// `lies within A to B`, `overlaps A to B`
private final class PeriodSweep: ValueSweep {
  private let test: PeriodTest
  private let source: ValueSource
  private let from: Feed
  private let to: Feed

  init?(_ test: PeriodTest, of source: ValueSource) {
    guard source.kind == .date, let from = Feed.make(test.from), from.kind == .date,
      let to = Feed.make(test.to), to.kind == .date
    else { return nil }
    self.test = test
    self.source = source
    self.from = from
    self.to = to
  }

  override func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {
    withValues(batch.count) { dates in
      withValues(batch.count) { starts in
        withValues(batch.count) { ends in
          source.load(cells, batch, marks, into: dates)
          from.load(batch, marks, into: starts)
          to.load(batch, marks, into: ends)
          for index in 0..<batch.count where marks[index] == .yes {
            marks[index] = judge(
              DaySpan(raw: dates[index]), DaySpan(raw: starts[index]), DaySpan(raw: ends[index]))
          }
        }
      }
    }
  }

  @inline(__always)
  private func judge(_ date: DaySpan, _ start: DaySpan, _ end: DaySpan) -> Verdict {
    if date.isDay, start.isDay, end.isDay, !test.isOverlap {
      return Verdict(date.raw >= start.raw && date.raw <= end.raw)
    }
    return Verdict(test.judge(date.interval, from: start.interval, to: end.interval))
  }
}

/// `is V`, `is one of V, V`
private final class OneOfSweep: ValueSweep {
  private let source: ValueSource
  private let values: [Int64]
  /// For numbered values: a bit for each that is among them; nil where one has no bit.
  private var bits: UInt64?

  init?(_ test: OneOfTest, of source: ValueSource) {
    guard let kind = source.kind, kind != .date else { return nil }
    let feeds = test.values.map { ConstantFeed($0) }
    guard feeds.allSatisfy({ $0?.kind == kind }) else { return nil }
    self.source = source
    values = feeds.compactMap { $0?.value }
    if kind == .index, values.allSatisfy({ $0 < 64 }) {
      bits = values.reduce(0) { $0 | 1 << UInt64($1) }
    }
  }

  override func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {
    withValues(batch.count) { found in
      source.load(cells, batch, marks, into: found)
      if let bits {
        for index in 0..<batch.count where marks[index] == .yes {
          let value = UInt64(bitPattern: found[index])
          marks[index] = Verdict(value < 64 && bits >> value & 1 == 1)
        }
      } else if source.kind == .index {
        for index in 0..<batch.count where marks[index] == .yes {
          marks[index] = Verdict(values.contains(found[index]))
        }
      } else {
        for index in 0..<batch.count where marks[index] == .yes {
          marks[index] = isOneOf(found[index])
        }
      }
    }
  }

  /// Decimals of one currency are the same where their 64 bits are.
  private func isOneOf(_ value: Int64) -> Verdict {
    var result = Verdict.no
    for other in values {
      let (tag, otherTag) = (Decimal.currency(ofPacked: value), Decimal.currency(ofPacked: other))
      if value >> 4 == other >> 4, Workspace.agree(tag, otherTag) { return .yes }
      if !Workspace.agree(tag, otherTag) { result = .unknown }
    }
    return result
  }
}

/// `exists in LIST`
private enum ExistenceSweep {
  static func make(_ test: ExistTest, _ leaf: Leaf) -> ValueSweep? {
    if let ids = test.plainIndex {
      if leaf.isText { return TextSweep(leaf, test.workspace, ids) }
      return leaf.feedKind == .index && leaf.isReference
        ? MembershipSweep(leaf, isMember: nil) : nil
    }
    guard leaf.feedKind == .index, leaf.isReference, let rows = test.fixedRows(of: leaf) else {
      return nil
    }
    return MembershipSweep(leaf, isMember: rows)
  }
}

/// Whether the element that a reference names is a certain member.
private final class MembershipSweep: ValueSweep {
  private let leaf: Leaf
  /// By row; nil where every row is one. One that is not among them may still have the id of one
  /// that is.
  private let isMember: [Bool]?

  init(_ leaf: Leaf, isMember: [Bool]?) {
    self.leaf = leaf
    self.isMember = isMember
  }

  override func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {
    guard let cells else { return }
    withValues(batch.count) { values in
      leaf.load(.index, cells.indices, batch.count, marks, into: values)
      guard let isMember else { return }
      isMember.withUnsafeBufferPointer { isMember in
        for index in 0..<batch.count where marks[index] == .yes {
          if !isMember[Int(values[index])] { marks[index] = .unknown }
        }
      }
    }
  }
}

/// `is unique among LIST`
private final class UniquenessSweep: ValueSweep {
  private let leaf: Leaf
  private var isRepeated: [Bool]

  init?(_ test: UniqueTest, _ leaf: Leaf) {
    guard !leaf.isEntries else { return nil }
    self.leaf = leaf
    isRepeated = Array(repeating: false, count: test.rows.first.count)
    for rows in test.rows.members.values {
      for row in rows { isRepeated[row] = true }
    }
  }

  override func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {
    guard let cells else { return }
    isRepeated.withUnsafeBufferPointer { isRepeated in
      for index in 0..<batch.count where marks[index] == .yes {
        let row = Int(cells.rows[index])
        marks[index] =
          Standing.isStated(leaf.states[row]) ? Verdict(!isRepeated[row]) : .unknown
      }
    }
  }
}

/// `leads back to itself`
private final class CycleSweep: ValueSweep {
  private let leaf: Leaf
  private let isOnCycle: [Bool]

  init?(_ test: CycleTest, _ leaf: Leaf) {
    guard !leaf.isEntries else { return nil }
    self.leaf = leaf
    isOnCycle = test.cycles.cycle.map { $0 != nil }
  }

  override func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {
    guard let cells else { return }
    isOnCycle.withUnsafeBufferPointer { isOnCycle in
      for index in 0..<batch.count where marks[index] == .yes {
        let row = Int(cells.rows[index])
        marks[index] = Standing.isStated(leaf.states[row]) ? Verdict(isOnCycle[row]) : .unknown
      }
    }
  }
}

extension Leaf {
  /// Whether each value names an element.
  var isReference: Bool {
    if case .reference? = scalar { return true }
    return false
  }
}
