import Model
import RuleSyntax
import Semantics
import Values

/// `sum of PATH where C` and its like, over lists whose members are all known.
final class AggregateFeed: Feed {
  private let aggregate: AggregateSyntax.Kind
  private let way: MemberWay
  private let filter: Sweep?
  /// The column of the members' values; nil where they are only counted.
  private let leaf: Leaf?

  init?(_ operand: AggregateOperand) {
    guard let way = MemberWay(operand.path, memberFrame: operand.filterFrame),
      operand.filter == nil || way.leadsToElements
    else { return nil }
    self.way = way
    aggregate = operand.aggregate.kind
    filter = operand.filter?.makeSweep()
    switch aggregate {
    case .count, .share:
      // What lies behind a member may be missing, and then counts otherwise.
      guard operand.path.hops.count <= 1 else { return nil }
      leaf = nil
      super.init(.decimal)
    case .sum, .earliest, .latest, .smallest, .largest:
      guard let leaf = operand.path.memberLeaf, let kind = leaf.feedKind, kind != .index else {
        return nil
      }
      self.leaf = leaf
      super.init(kind)
    case .first, .last: return nil
    }
  }

  override func load(_ batch: Batch, _ marks: Marks, into values: Values64) {
    if filter == nil, let list = way.plainList, aggregate != .share {
      return loadPlain(list, batch, marks, into: values)
    }
    way.visit(batch, marks) { members in
      let count = members.batch.count
      withMarks(count, .yes) { chosen in
        filter?.judge(members.batch, chosen)
        withValues(count) { read in
          if let leaf {
            way.rest.arrive(members.batch, chosen) {
              leaf.load(kind, $0, count, chosen, into: read)
            }
          }
          for index in 0..<batch.count where marks[index] == .yes {
            if let value = fold(chosen, read, members.range(index)) {
              values[index] = value
            } else {
              marks[index] = .unknown
            }
          }
        }
      }
    }
  }

  /// The value of one element's list; nil where it is not certain, or there is none.
  @inline(__always)
  private func fold(_ chosen: Marks, _ values: Values64, _ members: Range<Int>) -> Int64? {
    switch aggregate {
    case .count: return counted(chosen, members).map { Int64($0) << 8 }
    case .share: return counted(chosen, members).flatMap { Self.share($0, of: members.count) }
    case .sum: return sum(chosen, values, members)
    case .earliest, .latest, .smallest, .largest: return extreme(chosen, values, members)
    case .first, .last: return nil
    }
  }

  @inline(__always)
  private func counted(_ chosen: Marks, _ members: Range<Int>) -> Int? {
    var count = 0
    var isKnown = true
    for index in members {
      count &+= chosen[index] == .yes ? 1 : 0
      isKnown = isKnown && chosen[index] != .unknown
    }
    return isKnown ? count : nil
  }

  /// A percentage with six digits after the point, halves rounded up.
  private static func share(_ count: Int, of all: Int) -> Int64? {
    guard all > 0, all < 1 << 32 else { return nil }
    var scaled = (Int64(count) * 200_000_000 + Int64(all)) / (2 * Int64(all))
    var scale: Int64 = 6
    while scale > 0, scaled % 10 == 0 {
      scaled /= 10
      scale -= 1
    }
    return scaled << 8 | scale << 4
  }

  /// The sum of amounts that have one scale and one currency.
  private func sum(_ chosen: Marks, _ values: Values64, _ members: Range<Int>) -> Int64? {
    var sum: Int64 = 0
    var form: Int64?
    for index in members {
      switch chosen[index] {
      case .yes:
        let value = values[index]
        if let form, form != value & 0xFF { return nil }
        form = value & 0xFF
        let (next, overflow) = sum.addingReportingOverflow(value >> 8)
        if overflow { return nil }
        sum = next
      case .no, .inapplicable: break
      case .unknown: return nil
      }
    }
    guard let form else { return 0 }
    return Self.packed(sum, form)
  }

  /// The sum of packed values, of which each has the scale and tag of `form`.
  @inline(__always)
  private static func packed(_ sum: Int64, _ form: Int64) -> Int64? {
    if form >> 4 == 0, sum < 1 << 55, sum >= -(1 << 55) { return sum << 8 | form }
    return Decimal(mantissa: Int128(sum), scale: Int(form >> 4))?.packed(tag: UInt8(form & 15))
  }

  /// The smallest or largest of days, or of amounts that have one scale and one currency.
  private func extreme(_ chosen: Marks, _ values: Values64, _ members: Range<Int>) -> Int64? {
    let isGreatest = aggregate == .latest || aggregate == .largest
    var found: Int64?
    for index in members {
      switch chosen[index] {
      case .yes:
        let value = values[index]
        if kind == .date, !DaySpan(raw: value).isDay { return nil }
        guard let known = found else {
          found = value
          continue
        }
        if kind == .decimal, (known ^ value) & 0xFF != 0 { return nil }
        found = isGreatest ? max(known, value) : min(known, value)
      case .no, .inapplicable: break
      case .unknown: return nil
      }
    }
    return found
  }
}

// MARK: - Lists as they stand in their columns

extension AggregateFeed {
  /// Runs over the members of each list where they stand, all of which count.
  private func loadPlain(
    _ list: Leaf, _ batch: Batch, _ marks: Marks, into values: Values64
  ) {
    let rows = way.rows(of: batch)
    guard let leaf, let wide = leaf.wide else {
      return list.forEachList(of: rows, batch.count, marks, into: values) { Int64($0.count) << 8 }
    }
    let states = leaf.states
    let isGreatest = aggregate == .latest || aggregate == .largest
    if aggregate == .sum {
      list.forEachList(of: rows, batch.count, marks, into: values) {
        Self.plainSum($0, states, wide)
      }
    } else {
      list.forEachList(of: rows, batch.count, marks, into: values) {
        plainExtreme($0, states, wide, isGreatest: isGreatest)
      }
    }
  }

  /// The sum of amounts of one scale and one currency, if all are stated.
  @inline(__always)
  private static func plainSum(
    _ members: Range<Int>, _ states: UnsafePointer<UInt8>, _ wide: UnsafePointer<Int64>
  ) -> Int64? {
    guard !members.isEmpty else { return 0 }
    let form = wide[members.lowerBound] & 0xFF
    var sum: Int64 = 0
    var isSure = true
    for index in members {
      let value = wide[index]
      let (next, overflow) = sum.addingReportingOverflow(value >> 8)
      sum = next
      isSure =
        isSure && Standing.isStated(states[index]) && value & 0xFF == form && !overflow
    }
    return isSure ? packed(sum, form) : nil
  }

  /// The smallest or largest of days, or of amounts of one scale and one currency.
  @inline(__always)
  private func plainExtreme(
    _ members: Range<Int>, _ states: UnsafePointer<UInt8>, _ wide: UnsafePointer<Int64>,
    isGreatest: Bool
  ) -> Int64? {
    guard !members.isEmpty else { return nil }
    var found = wide[members.lowerBound]
    var isSure = true
    for index in members {
      let value = wide[index]
      isSure = isSure && Standing.isStated(states[index]) && (value ^ found) & 0xFF == 0
      found = isGreatest ? max(found, value) : min(found, value)
    }
    guard isSure else { return nil }
    guard kind == .date else { return found }
    // Dates of one precision come in the order of their numbers; only days can be told from here.
    let span = DaySpan(packed: found)
    return span.isDay ? span.raw : nil
  }
}

extension Leaf {
  /// Sets for each row what its list comes to; where that is nil, or the list is not stated, the row
  /// is marked unknown.
  @inline(__always)
  fileprivate func forEachList(
    of rows: UnsafePointer<Int32>, _ count: Int, _ marks: Marks, into values: Values64,
    _ fold: (Range<Int>) -> Int64?
  ) {
    let (states, starts, counts) = (self.states, self.starts!, self.counts!)
    for index in 0..<count where marks[index] == .yes {
      let row = Int(rows[index])
      let start = Int(starts[row])
      if Standing.isStated(states[row]), let value = fold(start..<start + Int(counts[row])) {
        values[index] = value
      } else {
        marks[index] = .unknown
      }
    }
  }
}
