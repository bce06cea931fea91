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
  /// Those of them that are declared open.
  var open = 0
  /// The first of the members without a value, where it has a cell.
  var firstUnstated: CellPlace?
  /// The first list on the way that is not stated.
  var gap: (cell: CellPlace, standing: Standing)?
  /// The first list on the way that is empty.
  var emptyList: CellPlace?
  /// Of a count: members that certainly do not count.
  var leftOut = 0
  /// Why there is no value although the members have one.
  var failure: ComputingFailure?

  /// The members of which it is known what they come to.
  var known: Int { stated + leftOut }

  /// Why there is nothing to add up at all: the list as a whole is not stated.
  var missedList: Standing? { stated == 0 ? gap?.standing : nil }

  /// Where a value is missing: the first member, or list, without one.
  var missingCells: [CellPlace] {
    [firstUnstated?.withLeaf, gap?.cell.withLeaf].compactMap { $0 }
  }

  mutating func miss(_ cell: CellPlace, _ standing: Standing) {
    unstated += 1
    if standing == .open { open += 1 }
    if firstUnstated == nil, cell.leaf >= 0 { firstUnstated = cell }
  }

  mutating func miss(list cell: CellPlace, _ standing: Standing) {
    switch standing {
    case .empty: if emptyList == nil { emptyList = cell }
    default: if gap == nil || gap?.standing == .inapplicable { gap = (cell, standing) }
    }
  }
}

/// `sum of PATH where C` and its like over one element's list.
final class AggregateOperand: OperandReader {
  let aggregate: Aggregate
  let path: PathReader
  let filter: ConditionNode?
  /// The frame that `where` sees the list's element in.
  let filterFrame: Int
  /// Whether no member can be negative, so that a partial sum, or a count, is a lower bound.
  let isBounded: Bool
  /// For the first and the last: the field that orders the list.
  private let order: Leaf?
  private let quickSum: QuickSum?

  init(
    _ aggregate: Aggregate, _ path: PathReader, filter: ConditionNode?, filterFrame: Int,
    _ workspace: Workspace
  ) {
    self.aggregate = aggregate
    self.path = path
    self.filter = filter
    self.filterFrame = filterFrame
    switch aggregate.kind {
    case .count: isBounded = true
    case .sum:
      let field = path.leaf.map { workspace.plan.schema.records[$0.record].fields[$0.field] }
      isBounded = field?.lowerBound.map { !$0.isNegative } ?? false
    default: isBounded = false
    }
    order = path.lastList.flatMap(workspace.order)
    quickSum = QuickSum(aggregate, path, isFiltered: filter != nil)
    super.init(workspace, type: aggregate.type)
  }

  /// Whether it is one member, which its list puts at its end.
  var isEnd: Bool { aggregate.kind == .first || aggregate.kind == .last }

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
    var candidates: [Candidate] = []
    path.forEach(
      rows,
      gap: { cell, standing, row in
        let isPart = standing != .inapplicable
        guard let row, !isChosen(cell, row, rows, isPart: isPart, &seen) else {
          return passOver(cell, standing, isMember: row != nil, in: &seen)
        }
      }
    ) { cell, row in
      guard isChosen(cell, row, rows, &seen) else { return }
      if aggregate.kind == .first || aggregate.kind == .last {
        candidates.append((cell, row))
      } else {
        take(cell, into: &seen)
      }
    }
    if let end = end(of: candidates, &seen) { take(end.cell, into: &seen) }
    tally = seen
  }

  /// Whether a member certainly counts; notes one of which nobody knows it.
  ///
  /// - Parameter isPart: whether it is one of those that a share is made of.
  private func isChosen(
    _ cell: CellPlace, _ row: Int, _ rows: Rows, isPart: Bool = true, _ tally: inout Tally
  ) -> Bool {
    guard let filter else { return true }
    rows[filterFrame] = Int32(row)
    switch filter.verdict(rows) {
    case .yes: return true
    case .no, .inapplicable:
      if aggregate.kind == .share, isPart { count(cell, in: &tally, isMatch: false) }
      if aggregate.kind == .count, isPart { tally.leftOut += 1 }
    case .unknown:
      let gap = filter.gap(rows)
      tally.miss(gap?.gap ?? cell, gap?.standing ?? .unclear)
    }
    return false
  }

  /// Notes a list, or one member, that cannot be reached.
  private func passOver(
    _ cell: CellPlace, _ standing: Standing, isMember: Bool, in tally: inout Tally
  ) {
    let isNought = aggregate.missingAsZero && (standing == .absent || standing == .empty)
    if workspace.isList(cell) {
      if !isNought { tally.miss(list: cell, standing) }
    } else if isNought {
      combine(.decimal(.zero, tag: 0), into: &tally)
    } else if standing != .inapplicable {
      tally.miss(cell, standing)
    } else if !isMember {
      tally.miss(list: cell, standing)
    }
  }

  /// A member, and its row in the last list on the way.
  private typealias Candidate = (cell: CellPlace, row: Int)

  /// The first or the last member, as the list is ordered: the one that certainly stands before,
  /// or behind, all others.
  private func end(of candidates: [Candidate], _ tally: inout Tally) -> Candidate? {
    let isFirst = aggregate.kind == .first
    guard let order = order ?? candidates.first.flatMap({ path.orderOfSiblings($0.row) }) else {
      return isFirst ? candidates.first : candidates.last
    }
    for candidate in candidates where order.standing(candidate.row) != .stated {
      let row = Int32(candidate.row)
      let cell = CellPlace(leaf: order.id, row: row, index: row, isOwn: candidate.cell.isOwn)
      tally.miss(cell, order.standing(candidate.row))
    }
    guard tally.unstated == 0, var end = candidates.first else { return nil }
    func precedes(_ one: Candidate, _ other: Candidate) -> Bool {
      isFirst ? order.isBefore(one.row, other.row) : order.isBefore(other.row, one.row)
    }
    for candidate in candidates where precedes(candidate, end) { end = candidate }
    let isCertain = candidates.allSatisfy { $0.row == end.row || precedes(end, $0) }
    if !isCertain { tally.failure = .order }
    return end
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
        tally.miss(cell, sight.standing)
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
      if !Workspace.agree(tag, newTag) {
        tally.failure = .currencies
      } else if value == nil {
        tally.failure = .digits
      }
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
      guard tally.stated > 0 else { return tally.value = .none }
      guard case .decimal(let matches, _) = tally.value,
        let hundredfold = matches.multiplying(by: Decimal(100)),
        let share = hundredfold.divided(by: Decimal(tally.stated), fractionDigits: 6)
      else {
        tally.failure = .digits
        return
      }
      tally.value = .decimal(share, tag: 0)
    case .earliest, .latest, .smallest, .largest, .first, .last: break
    }
  }

  func sight(of tally: Tally) -> Sight {
    if tally.failure != nil { return .unclear }
    let sawMembers = tally.stated + tally.unstated > 0
    if let gap = tally.gap, !sawMembers {
      return Sight(standing: gap.standing, cell: gap.cell)
    }
    let missing = tally.gap?.standing == .inapplicable ? nil : tally.gap
    if tally.unstated > 0 || missing != nil {
      let cell = tally.firstUnstated ?? missing?.cell
      if isBounded, case .decimal(let value, let tag) = tally.value {
        return Sight(standing: .stated, datum: .lowerBound(value, tag: tag), cell: cell)
      }
      return Sight(standing: .unclear, cell: cell)
    }
    if case .none = tally.value { return Sight(standing: .empty, cell: tally.emptyList) }
    return .computed(tally.value)
  }
}
