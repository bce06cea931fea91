import Model
import RuleSyntax
import Semantics
import Values

/// The values of an operand for a batch of elements, each in 64 bits.
///
/// Decimals are packed as columns hold them, dates as `DaySpan`, choices and references by number.
typealias Values64 = UnsafeMutablePointer<Int64>

/// Reads an operand for many elements at once.
class Feed {
  /// How a value fills its 64 bits.
  enum Kind { case decimal, date, index }
  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  /// Sets the values of the elements that are marked `yes`, and marks those unknown that have none.
  func load(_ batch: Batch, _ marks: Marks, into values: Values64) {}

  /// The feed of an operand; nil where it has to be read for each element by itself.
  static func make(_ operand: OperandReader) -> Feed? {
    switch operand {
    case let operand as PathOperand:
      guard let leaf = operand.path.leaf, operand.type != .state, let way = RowWay(operand.path)
      else { return nil }
      return PathFeed(way, leaf)
    case let operand as ConstantOperand: return ConstantFeed(operand.sight.datum)
    case let operand as TodayOperand:
      return operand.workspace.today.flatMap { ConstantFeed(.interval($0)) }
    case let operand as ArithmeticOperand: return ArithmeticFeed.make(operand)
    case let operand as AggregateOperand: return AggregateFeed(operand)
    case let operand as CountOperand: return CountFeed(operand.list)
    default: return nil
    }
  }
}

/// Lends room for the values of a batch.
func withValues<R>(_ count: Int, _ body: (Values64) -> R) -> R {
  withUnsafeTemporaryAllocation(of: Int64.self, capacity: max(1, count)) { body($0.baseAddress!) }
}

extension Leaf {
  /// The number of `Column.unknown`, which would be a call into another module for each cell.
  static var unknown: UInt32 { .max }

  /// How a feed holds the values; nil for texts and lists.
  var feedKind: Feed.Kind? {
    switch scalar {
    case .number, .wholeNumber, .percent, .money: wide == nil ? nil : .decimal
    case .date: wide == nil ? nil : .date
    case .yesOrNo, .choice: narrow == nil ? nil : .index
    // The rows that elements of the previous version refer to are not those of the plan.
    case .reference: narrow == nil || isPrevious ? nil : .index
    case .text, .identifier, nil: nil
    }
  }

  /// Reads the cells of some rows, or entries, that are stated.
  func load(
    _ kind: Feed.Kind, _ rows: UnsafePointer<Int32>, _ count: Int, _ marks: Marks,
    into values: Values64
  ) {
    let states = self.states
    switch kind {
    case .decimal:
      let wide = self.wide!
      for index in 0..<count where marks[index] == .yes {
        let row = Int(rows[index])
        values[index] = wide[row]
        if !Standing.isStated(states[row]) { marks[index] = .unknown }
      }
    case .date:
      let wide = self.wide!
      for index in 0..<count where marks[index] == .yes {
        let row = Int(rows[index])
        values[index] = DaySpan(packed: wide[row]).raw
        if !Standing.isStated(states[row]) { marks[index] = .unknown }
      }
    case .index:
      let narrow = self.narrow!
      for index in 0..<count where marks[index] == .yes {
        let row = Int(rows[index])
        let value = narrow[row]
        values[index] = Int64(value)
        if !Standing.isStated(states[row]) || value == Leaf.unknown { marks[index] = .unknown }
      }
    }
  }
}

/// A field of the elements, or of what they refer to.
final class PathFeed: Feed {
  private let way: RowWay
  private let leaf: Leaf

  init?(_ way: RowWay, _ leaf: Leaf) {
    guard let kind = leaf.feedKind else { return nil }
    self.way = way
    self.leaf = leaf
    super.init(kind)
  }

  override func load(_ batch: Batch, _ marks: Marks, into values: Values64) {
    way.arrive(batch, marks) { leaf.load(kind, $0, batch.count, marks, into: values) }
  }
}

/// A literal, a setting or `today`.
final class ConstantFeed: Feed {
  let value: Int64

  private init(_ kind: Kind, _ value: Int64) {
    self.value = value
    super.init(kind)
  }

  init?(_ datum: Datum) {
    switch datum {
    case .decimal(let decimal, let tag):
      guard let packed = decimal.packed(tag: tag) else { return nil }
      value = packed
      super.init(.decimal)
    case .interval(let interval):
      value = DaySpan(interval).raw
      super.init(.date)
    case .index(let index):
      value = Int64(index)
      super.init(.index)
    case .none, .lowerBound, .text: return nil
    }
  }

  override func load(_ batch: Batch, _ marks: Marks, into values: Values64) {
    values.update(repeating: value, count: batch.count)
  }

  /// As the right side of a relation, where it is a date that the rule writes: the day that counts.
  func bound(_ relation: TypedPhrase.Relation, written: RuleDate.Side?) -> ConstantFeed {
    guard kind == .date, written == .right else { return self }
    return ConstantFeed(
      .date, DaySpan(RuleDate.bound(DaySpan(raw: value).interval, relation)).raw)
  }
}

/// `count of LIST`
final class CountFeed: Feed {
  private let way: RowWay
  private let list: Leaf

  init?(_ operand: ListOperand) {
    guard let leaf = operand.path.leaf, leaf.counts != nil, let way = RowWay(operand.path) else {
      return nil
    }
    self.way = way
    list = leaf
    super.init(.decimal)
  }

  override func load(_ batch: Batch, _ marks: Marks, into values: Values64) {
    let (states, counts) = (list.states, list.counts!)
    way.arrive(batch, marks) { rows in
      for index in 0..<batch.count where marks[index] == .yes {
        let row = Int(rows[index])
        values[index] = Int64(counts[row]) << 8
        if !Standing.isStated(states[row]) { marks[index] = .unknown }
      }
    }
  }
}

/// `A + B` and its like, and a date moved by some days, months or years.
final class ArithmeticFeed: Feed {
  private let `operator`: BinaryOperator
  private let left: Feed
  private let right: Feed?
  private let duration: (count: Int, unit: Literal.DurationUnit)?

  private init(
    _ operator: BinaryOperator, _ left: Feed, _ right: Feed?,
    _ duration: (count: Int, unit: Literal.DurationUnit)?
  ) {
    self.operator = `operator`
    self.left = left
    self.right = right
    self.duration = duration
    super.init(left.kind)
  }

  static func make(_ operand: ArithmeticOperand) -> ArithmeticFeed? {
    guard let left = Feed.make(operand.left) else { return nil }
    if let duration = operand.duration {
      guard left.kind == .date else { return nil }
      let count = operand.operator == .minus ? -duration.count : duration.count
      return ArithmeticFeed(operand.operator, left, nil, (count, duration.unit))
    }
    guard left.kind == .decimal, let right = Feed.make(operand.right), right.kind == .decimal else {
      return nil
    }
    return ArithmeticFeed(operand.operator, left, right, nil)
  }

  override func load(_ batch: Batch, _ marks: Marks, into values: Values64) {
    left.load(batch, marks, into: values)
    if let duration {
      for index in 0..<batch.count where marks[index] == .yes {
        let date = DaySpan(raw: values[index])
        if date.isDay, duration.unit == .years {
          if let day = CivilCalendar.shifted(date.first, years: duration.count) {
            values[index] = DaySpan(day: day).raw
          } else {
            marks[index] = .unknown
          }
        } else if let moved = date.moved(duration.count, duration.unit) {
          values[index] = moved.raw
        } else {
          marks[index] = .unknown
        }
      }
    } else if let right {
      withValues(batch.count) { others in
        right.load(batch, marks, into: others)
        for index in 0..<batch.count where marks[index] == .yes {
          if let result = combine(values[index], others[index]) {
            values[index] = result
          } else {
            marks[index] = .unknown
          }
        }
      }
    }
  }

  private func combine(_ left: Int64, _ right: Int64) -> Int64? {
    let (leftTag, rightTag) = (Decimal.currency(ofPacked: left), Decimal.currency(ofPacked: right))
    guard Workspace.agree(leftTag, rightTag, self.operator == .times) else { return nil }
    let (first, second) = (Decimal(packed: left), Decimal(packed: right))
    let result: Decimal? =
      switch `operator` {
      case .plus: first.adding(second)
      case .minus: first.subtracting(second)
      case .times: first.multiplying(by: second)
      }
    return result?.packed(tag: max(leftTag, rightTag))
  }
}

/// The days that a date may mean, in 64 bits: the first day, the last, and the precision.
struct DaySpan {
  let raw: Int64

  private static let unitless: Int64 = 4
  /// The number of `DatePrecision.day`, which is asked for once for each value.
  private static var day: Int64 { 3 }

  init(raw: Int64) { self.raw = raw }

  @inline(__always)
  init(first: Int32, last: Int32, unit: Int64) {
    raw = Int64(first) << 32 | (Int64(last) & 0xFF_FFFF) << 8 | unit
  }

  /// One day.
  @inline(__always)
  init(day: Int32) { self.init(first: day, last: day, unit: Self.day) }

  init(_ interval: DateInterval) {
    self.init(
      first: interval.first, last: interval.last,
      unit: interval.precision.map { Int64($0.rawValue) } ?? Self.unitless)
  }

  /// A date as its column holds it.
  @inline(__always)
  init(packed: Int64) {
    if packed & 3 == Self.day {
      self.init(day: Int32(truncatingIfNeeded: packed >> 8))
    } else {
      self.init(CalendarDate(packed: packed).interval)
    }
  }

  var first: Int32 { Int32(truncatingIfNeeded: raw >> 32) }
  /// The last day; days fit into 24 bits.
  var last: Int32 { Int32(truncatingIfNeeded: raw) >> 8 }

  /// Whether it is one day, so that its number tells its order.
  @inline(__always) var isDay: Bool { raw & 7 == Self.day }

  var interval: DateInterval {
    DateInterval(
      first: first, last: last,
      precision: DatePrecision(rawValue: UInt8(truncatingIfNeeded: raw & 7)))
  }

  func moved(_ count: Int, _ unit: Literal.DurationUnit) -> DaySpan? {
    let moved: DateInterval? =
      switch unit {
      case .days: interval.adding(days: count)
      case .months: interval.adding(months: count)
      case .years: interval.adding(years: count)
      }
    return moved.map { DaySpan($0) }
  }
}
