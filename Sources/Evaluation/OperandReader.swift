import Model
import RuleSyntax
import Semantics
import Values

/// Shows what an operand is for the element whose rows are given.
class OperandReader {
  let workspace: Workspace
  let type: OperandType

  init(_ workspace: Workspace, type: OperandType) {
    self.workspace = workspace
    self.type = type
  }

  func see(_ rows: Rows) -> Sight { Sight(standing: .unclear) }

  /// The paths that `, if stated` asks about.
  var paths: [PathReader] { [] }
}

final class PathOperand: OperandReader {
  let path: PathReader

  init(_ path: PathReader, _ workspace: Workspace, type: OperandType) {
    self.path = path
    super.init(workspace, type: type)
  }

  override func see(_ rows: Rows) -> Sight { path.see(rows, workspace) }
  override var paths: [PathReader] { [path] }
}

/// A path that ends in a list and stands for the list as a whole.
final class ListOperand: OperandReader {
  let path: PathReader

  init(_ path: PathReader, _ workspace: Workspace, type: OperandType) {
    self.path = path
    super.init(workspace, type: type)
  }

  override func see(_ rows: Rows) -> Sight {
    guard path.leaf == nil else { return path.see(rows, workspace) }
    var gap: Sight?
    var count = 0
    path.forEach(
      rows, gap: { cell, standing, _ in gap = gap ?? Sight(standing: standing, cell: cell) }
    ) { _, _ in count += 1 }
    return gap ?? Sight(standing: count > 0 ? .stated : .empty)
  }

  override var paths: [PathReader] { [path] }

  /// How many entries are written; nil where that is not known.
  func count(_ rows: Rows) -> Int? {
    var isKnown = true
    var count = 0
    if let leaf = path.leaf, leaf.counts != nil, path.entries == nil {
      let sight = path.see(rows, workspace)
      guard let cell = sight.cell else { return nil }
      switch sight.standing {
      case .stated: return Int(leaf.counts![Int(cell.index)])
      case .empty: return 0
      default: return nil
      }
    }
    path.forEach(
      rows,
      gap: { _, standing, _ in if standing != .empty { isKnown = false } }, { _, _ in count += 1 })
    return isKnown ? count : nil
  }
}

final class ConstantOperand: OperandReader {
  let sight: Sight

  init(_ datum: Datum, _ workspace: Workspace, type: OperandType) {
    sight = .computed(datum)
    super.init(workspace, type: type)
  }

  override func see(_ rows: Rows) -> Sight { sight }
}

/// The date of `--today`; unclear where none was given.
final class TodayOperand: OperandReader {
  override func see(_ rows: Rows) -> Sight {
    workspace.today.map { .computed(.interval($0)) } ?? .unclear
  }
}

final class ArithmeticOperand: OperandReader {
  let `operator`: BinaryOperator
  let left: OperandReader
  let right: OperandReader
  /// For dates: what is added to the left side.
  let duration: (count: Int, unit: Literal.DurationUnit)?

  init(
    _ operator: BinaryOperator, _ left: OperandReader, _ right: OperandReader,
    duration: (count: Int, unit: Literal.DurationUnit)?, _ workspace: Workspace, type: OperandType
  ) {
    self.operator = `operator`
    self.left = left
    self.right = right
    self.duration = duration
    super.init(workspace, type: type)
  }

  override var paths: [PathReader] { left.paths + right.paths }

  override func see(_ rows: Rows) -> Sight {
    let first = left.see(rows)
    return combine(first, duration == nil ? right.see(rows) : first)
  }

  /// The result for two sides that have been read.
  func combine(_ first: Sight, _ second: Sight) -> Sight {
    guard first.standing == .stated, second.standing == .stated else {
      return .decisive(first, second)
    }
    if let duration { return shifted(first, duration) }
    guard case .decimal(let a, let leftTag) = first.datum,
      case .decimal(let b, let rightTag) = second.datum
    else { return .unclear }
    let result: Decimal? =
      switch `operator` {
      case .plus: a.adding(b)
      case .minus: a.subtracting(b)
      case .times: a.multiplying(by: b)
      }
    guard let result, Workspace.agree(leftTag, rightTag, self.operator == .times) else {
      return .unclear
    }
    return .computed(.decimal(result, tag: max(leftTag, rightTag)))
  }

  /// Why there is no result although both sides have a value; nil where there is one, or a side has
  /// none.
  func failure(_ rows: Rows) -> ComputingFailure? {
    let first = left.see(rows)
    let second = duration == nil ? right.see(rows) : first
    guard first.standing == .stated, second.standing == .stated,
      combine(first, second).standing == .unclear
    else { return nil }
    switch (first.datum, second.datum) {
    case (.interval, _): return .calendar
    case (.decimal(_, let leftTag), .decimal(_, let rightTag)):
      return Workspace.agree(leftTag, rightTag, self.operator == .times) ? .digits : .currencies
    // A partial sum, of which its own sentence tells.
    case (.none, _), (.lowerBound, _), (.decimal, _), (.index, _), (.text, _): return nil
    }
  }

  private func shifted(
    _ sight: Sight, _ duration: (count: Int, unit: Literal.DurationUnit)
  ) -> Sight {
    guard case .interval(let interval) = sight.datum else { return .unclear }
    let count = `operator` == .minus ? -duration.count : duration.count
    let moved: DateInterval? =
      switch duration.unit {
      case .days: interval.adding(days: count)
      case .months: interval.adding(months: count)
      case .years: interval.adding(years: count)
      }
    return moved.map { .computed(.interval($0)) } ?? .unclear
  }
}

extension Workspace {
  /// Whether two amounts may be compared or added: one currency, or a plain zero.
  static func agree(_ left: UInt8, _ right: UInt8, _ isProduct: Bool = false) -> Bool {
    left == right || left == 0 || right == 0 || isProduct
  }
}

/// The parts of a text that are written like a notation, or the dates in it, read as a list.
final class MatchesOperand: OperandReader {
  /// One part as the text has it, and its value.
  struct Match {
    let text: String
    let datum: Datum

    var sight: Sight { .computed(datum) }
  }

  let path: PathReader
  /// nil: dates are looked for.
  private let notation: Notation?

  init(_ part: TextPart, _ path: PathReader, _ workspace: Workspace) {
    self.path = path
    switch part {
    case .notation(let index): notation = workspace.program.notations[index].notation
    case .date: notation = nil
    }
    super.init(workspace, type: .list(part.type))
  }

  override var paths: [PathReader] { [path] }

  override func see(_ rows: Rows) -> Sight {
    let sight = path.see(rows, workspace)
    guard sight.standing == .stated else { return sight }
    return Sight(standing: matches(rows).isEmpty ? .empty : .stated, cell: sight.cell)
  }

  /// The text itself, where it says nothing in which anything could be found.
  func missingText(_ rows: Rows) -> Sight? {
    let sight = path.see(rows, workspace)
    return sight.standing == .stated ? nil : sight
  }

  /// Whether a text stands there and has none of the parts: an empty list, but no empty field.
  func findsNothing(_ rows: Rows) -> Bool {
    path.see(rows, workspace).standing == .stated && matches(rows).isEmpty
  }

  func matches(_ rows: Rows) -> [Match] {
    guard case .text(let place) = path.see(rows, workspace).datum else { return [] }
    return workspace.withText(place) { bytes in
      guard let notation else {
        return WrittenDate.all(in: bytes).map { written in
          Match(text: bytes.text(written.range), datum: .interval(written.date.interval))
        }
      }
      return notation.ranges(in: bytes).map { range in
        let text = bytes.text(range)
        return Match(text: text, datum: .text(workspace.literal(text)))
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func text(_ range: Range<Int>) -> String {
    slice(range.lowerBound, range.upperBound).text
  }
}
