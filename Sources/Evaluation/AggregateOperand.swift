import Model
import RuleSyntax
import Semantics
import Values

/// What an aggregate came to, with what it could not see.
struct Tally {
  var value: Datum = .none
  /// Members with a value.
  var stated = 0
  /// Members without one, for whatever reason but "does not apply".
  var unstated = 0
  /// The first of these.
  var firstUnstated: CellPlace?
  /// A list, or a reference on the way, that is not stated.
  var gap: (cell: CellPlace, standing: Standing)?
  /// A value that could not be computed: too large, or two currencies.
  var failed = false

  mutating func miss(_ cell: CellPlace) {
    unstated += 1
    if firstUnstated == nil { firstUnstated = cell }
  }
}

/// `sum of PATH where C` and its like over one element's list.
final class AggregateOperand: OperandReader {
  let aggregate: Aggregate
  let path: PathReader
  let filter: ConditionNode?
  /// The frame that `where` sees the list's element in.
  let filterFrame: Int
  /// Whether no member can be negative, so that a partial sum is a lower bound.
  let isBounded: Bool
  private let quickSum: QuickSum?

  init(
    _ aggregate: Aggregate, _ path: PathReader, filter: ConditionNode?, filterFrame: Int,
    _ workspace: Workspace
  ) {
    self.aggregate = aggregate
    self.path = path
    self.filter = filter
    self.filterFrame = filterFrame
    if let leaf = path.leaf {
      let field = workspace.plan.schema.records[leaf.record].fields[leaf.field]
      isBounded = field.lowerBound.map { !$0.isNegative } ?? false
    } else {
      isBounded = false
    }
    quickSum = QuickSum(aggregate, path, isFiltered: filter != nil)
    super.init(workspace, type: aggregate.type)
  }

  override var paths: [PathReader] { [path] }

  override func see(_ rows: Rows) -> Sight { quickSum?.see(rows) ?? sight(of: tally(rows)) }

  /// Runs over the members for one element.
  func tally(_ rows: Rows) -> Tally {
    var tally = Tally()
    add(rows, to: &tally)
    finish(&tally)
    return tally
  }

  /// Adds the members of one element; a table's group adds those of all its rows.
  func add(_ rows: Rows, to tally: inout Tally) {
    var seen = tally
    path.forEach(
      rows,
      gap: { cell, standing in
        if standing != .empty, seen.gap == nil { seen.gap = (cell, standing) }
      }
    ) { cell, row in
      if let filter {
        rows[filterFrame] = Int32(row)
        switch filter.verdict(rows) {
        case .yes: break
        case .no, .inapplicable:
          if aggregate.kind == .share { count(cell, in: &seen, isMatch: false) }
          return
        case .unknown: return seen.miss(cell)
        }
      }
      take(cell, into: &seen)
    }
    tally = seen
  }

  private func count(_ cell: CellPlace, in tally: inout Tally, isMatch: Bool) {
    tally.stated += 1
    var matches = Decimal.zero
    if case .decimal(let known, _) = tally.value { matches = known }
    if isMatch { matches = matches.adding(Decimal(1)) ?? matches }
    tally.value = .decimal(matches, tag: 0)
  }

  private func take(_ cell: CellPlace, into tally: inout Tally) {
    switch aggregate.kind {
    case .count, .share: return count(cell, in: &tally, isMatch: true)
    case .sum, .earliest, .latest, .smallest, .largest, .first, .last: break
    }
    guard let leaf = path.memberLeaf else { return }
    let sight = workspace.sight(leaf, cell)
    switch sight.standing {
    case .stated: combine(sight.datum, into: &tally)
    case .inapplicable: break
    case .open, .empty, .absent, .malformed, .unclear:
      if aggregate.missingAsZero, sight.standing == .absent || sight.standing == .empty {
        combine(.decimal(.zero, tag: 0), into: &tally)
      } else {
        tally.miss(cell)
      }
    }
  }

  func combine(_ datum: Datum, into tally: inout Tally) {
    defer { tally.stated += 1 }
    switch (tally.value, datum) {
    case (.none, _): tally.value = datum
    case (.decimal(let known, let tag), .decimal(let new, let newTag)):
      let value: Decimal? =
        switch aggregate.kind {
        case .sum, .count, .share: known.adding(new)
        case .smallest: min(known, new)
        case .largest: max(known, new)
        case .last: new
        default: known
        }
      if !Workspace.agree(tag, newTag) || value == nil { tally.failed = true }
      tally.value = .decimal(value ?? known, tag: max(tag, newTag))
    case (.interval(let known), .interval(let new)):
      switch aggregate.kind {
      case .earliest: tally.value = .interval(known.earlier(new))
      case .latest: tally.value = .interval(known.later(new))
      case .last: tally.value = datum
      default: break
      }
    default:
      if aggregate.kind == .last { tally.value = datum }
    }
  }

  /// Gives an empty list its value: a sum or count of nothing is 0.
  func finish(_ tally: inout Tally) {
    switch aggregate.kind {
    case .sum, .count:
      if case .none = tally.value { tally.value = .decimal(.zero, tag: 0) }
    case .share:
      guard tally.stated > 0, case .decimal(let matches, _) = tally.value,
        let hundredfold = matches.multiplying(by: Decimal(100)),
        let share = hundredfold.divided(by: Decimal(tally.stated), fractionDigits: 6)
      else {
        tally.failed = true
        return
      }
      tally.value = .decimal(share, tag: 0)
    case .earliest, .latest, .smallest, .largest, .first, .last: break
    }
  }

  func sight(of tally: Tally) -> Sight {
    if let gap = tally.gap {
      if aggregate.missingAsZero, gap.standing == .absent, tally.stated == 0 {
        return .computed(.decimal(.zero, tag: 0))
      }
      return Sight(standing: gap.standing, cell: gap.cell)
    }
    if tally.failed { return .unclear }
    if tally.unstated > 0 {
      if aggregate.kind == .sum, isBounded, case .decimal(let value, let tag) = tally.value {
        return Sight(
          standing: .stated, datum: .lowerBound(value, tag: tag), cell: tally.firstUnstated)
      }
      return Sight(standing: .unclear, cell: tally.firstUnstated)
    }
    if case .none = tally.value {
      return Sight(standing: .empty)
    }
    return .computed(tally.value)
  }
}
