import Model
import RuleSyntax
import Semantics
import Values

extension NaiveJudge {
  func sight(_ operand: Operand, _ frames: NaiveFrames) -> NaiveSight {
    switch operand {
    case .path(let path): return sight(path, frames)
    case .literal(let literal): return .value(value(literal))
    case .setting(let index, _):
      return program.settings[index].value.map { .value(value($0)) } ?? .unclear
    case .today: return today.map { .value(.date($0.interval)) } ?? .unclear
    case .aggregate(let aggregate): return self.aggregate(aggregate, frames)
    case .matches(let part, let path):
      switch sight(path, frames) {
      case .value(.text(let text)): return .value(.entries(parts(part, of: text)))
      // A text without a word is no text without dates.
      case .gap(.empty, let isOwn): return .gap(.absent, isOwn: isOwn)
      case let other: return other
      }
    case .state: return .unclear
    case .arithmetic(let sign, let left, let right, _):
      return arithmetic(sign, left, right, frames)
    }
  }

  private func parts(_ part: TextPart, of text: String) -> [NaiveCell] {
    switch part {
    case .notation(let notation):
      let bytes = Array(text.utf8)
      let found = program.notations[notation].notation.ranges(in: text)
      return found.map { .stated(.text(String(decoding: bytes[$0], as: UTF8.self))) }
    case .date: return WrittenDate.all(in: text).map { .stated(.date($0.date.interval)) }
    }
  }

  func value(_ literal: Literal) -> NaiveValue {
    switch literal {
    case .number(let number), .percent(let number): .amount(number, nil)
    case .money(let money): .amount(money.amount, money.currency)
    case .date(let date): .date(date.interval)
    case .text(let text): .text(text)
    case .choice(_, let value): .choice(value)
    case .yesOrNo(let value): .yesOrNo(value)
    case .duration: .group
    }
  }

  // MARK: - + - *

  private func arithmetic(
    _ sign: BinaryOperator, _ left: Operand, _ right: Operand, _ frames: NaiveFrames
  ) -> NaiveSight {
    let first = sight(left, frames)
    if case .literal(.duration(let count, let unit)) = right {
      guard case .value(.date(let date)) = first else { return first }
      return shift(date, sign == .minus ? -count : count, unit)
    }
    let second = sight(right, frames)
    if let gap = worse(first, second) { return gap }
    switch (first, second) {
    case (.value(.amount(let one, let its)), .value(.amount(let other, let others))):
      guard let currency = common(its, others, sign) else { return .unclear }
      let result =
        switch sign {
        case .plus: one.adding(other)
        case .minus: one.subtracting(other)
        case .times: one.multiplying(by: other)
        }
      return result.map { .value(.amount($0, currency.code)) } ?? .unclear
    default: return .unclear
    }
  }

  /// The operand that has no value, where one has none; what does not apply comes first.
  func worse(_ first: NaiveSight, _ second: NaiveSight) -> NaiveSight? {
    if first.isInapplicable { return first }
    if second.isInapplicable { return second }
    if case .gap(_, isOwn: true) = first { return first }
    if case .gap(_, isOwn: true) = second { return second }
    if first.gap != nil { return first }
    if second.gap != nil { return second }
    if case .unclear = first { return first }
    if case .unclear = second { return second }
    return nil
  }

  /// The currency of two amounts; nil where there are two.
  func common(
    _ one: Currency?, _ other: Currency?, _ sign: BinaryOperator = .plus
  ) -> (code: Currency?, Void)? {
    guard let one, let other else { return (one ?? other, ()) }
    return one == other ? (one, ()) : nil
  }

  private func shift(
    _ date: DateInterval, _ count: Int, _ unit: Literal.DurationUnit
  ) -> NaiveSight {
    let moved =
      switch unit {
      case .days: date.adding(days: count)
      case .months: date.adding(months: count)
      case .years: date.adding(years: count)
      }
    return moved.map { .value(.date($0)) } ?? .unclear
  }

  // MARK: - Sums and their kin

  func aggregate(_ aggregate: Aggregate, _ frames: NaiveFrames) -> NaiveSight {
    guard let path = aggregate.path else { return .unclear }
    var found = members(path, aggregate.filter, frames)
    if aggregate.missingAsZero {
      found.lists.removeAll { $0.gap == .absent || $0.gap == .empty }
      found.members.removeAll { $0.element == nil && $0.isLost && $0.sight.gap == .absent }
    }
    // A share looks at those as well that its `where` leaves out.
    let isOfAll = aggregate.kind == .share && aggregate.filter != nil
    let seen = isOfAll ? members(path, nil, frames).members : found.members
    if seen.isEmpty, let gap = missing(found.lists) { return gap }
    switch aggregate.kind {
    case .sum: return sum(found, path, aggregate.missingAsZero)
    case .count: return count(found)
    case .share: return share(path, found, frames)
    case .smallest, .largest, .earliest, .latest: return extreme(found, aggregate.kind)
    case .first, .last: return atEnd(found, isFirst: aggregate.kind == .first)
    }
  }

  /// Why there is nothing to add up, where no list has members; nil where they are empty.
  private func missing(_ lists: [(gap: NaiveGap, isOwn: Bool)]) -> NaiveSight? {
    let gaps = lists.filter { $0.gap != .empty }
    let worst =
      gaps.first { !$0.gap.isInapplicable && $0.isOwn }
      ?? gaps.first { !$0.gap.isInapplicable } ?? gaps.first
    return worst.map { .gap($0.gap, isOwn: $0.isOwn) }
  }

  private func sum(_ found: NaiveMembers, _ path: Path, _ missingAsZero: Bool) -> NaiveSight {
    var total = Decimal.zero
    var currency: Currency?
    var isPartial = !found.unknownLists.isEmpty
    for member in found.members {
      guard member.isCertain else {
        isPartial = true
        continue
      }
      switch member.sight {
      case .value(.amount(let amount, let unit)):
        guard let joint = common(currency, unit), let sum = total.adding(amount) else {
          return .unclear
        }
        currency = joint.code
        total = sum
      case .gap(let gap, _) where gap.isInapplicable: break
      case .gap(let gap, _) where missingAsZero && (gap == .absent || gap == .empty): break
      case .gap, .unclear, .value, .atLeast: isPartial = true
      }
    }
    if mistake == .missingCountsAsZero { isPartial = false }
    guard isPartial else { return .value(.amount(total, currency)) }
    return isNeverNegative(path) ? .atLeast(total, currency) : .unclear
  }

  private func isNeverNegative(_ path: Path) -> Bool {
    guard let field = path.field,
      let bound = plan.schema.records[path.record].fields[field].lowerBound
    else { return false }
    return !bound.isNegative
  }

  /// How many there are, with or without a value; at least those that certainly count.
  private func count(_ found: NaiveMembers) -> NaiveSight {
    let members = found.members.filter { !($0.isLost && $0.sight.isInapplicable) }
    let count = Decimal(members.count { $0.isCertain && !$0.isLost })
    let isPartial = members.contains { $0.isLost || !$0.isCertain } || !found.unknownLists.isEmpty
    return isPartial ? .atLeast(count, nil) : .value(.amount(count, nil))
  }

  private func share(_ path: Path, _ chosen: NaiveMembers, _ frames: NaiveFrames) -> NaiveSight {
    let all = members(path, nil, frames).members.filter { !($0.isLost && $0.sight.isInapplicable) }
    let isUnclear =
      chosen.members.contains { !$0.isCertain || ($0.isLost && !$0.sight.isInapplicable) }
      || !chosen.unknownLists.isEmpty
    guard !isUnclear else { return .unclear }
    guard !all.isEmpty else { return nothing(chosen) }
    let part = Decimal(chosen.members.count { $0.isCertain } * 100)
    return part.divided(by: Decimal(all.count), fractionDigits: 6).map {
      .value(.amount($0, nil))
    } ?? .unclear
  }

  /// What is made of no members at all: the element's empty list is its own gap.
  private func nothing(_ found: NaiveMembers) -> NaiveSight {
    found.lists.first { $0.gap == .empty }.map { .gap(.empty, isOwn: $0.isOwn) }
      ?? .gap(.empty, isOwn: false)
  }

  private func extreme(_ found: NaiveMembers, _ kind: AggregateSyntax.Kind) -> NaiveSight {
    var best: NaiveValue?
    if !found.unknownLists.isEmpty { return .unclear }
    for member in found.members where !member.isCertain || !member.sight.isInapplicable {
      guard member.isCertain, case .value(let value) = member.sight else { return .unclear }
      guard let known = best else {
        best = value
        continue
      }
      switch (known, value) {
      case (.amount(let one, let its), .amount(let other, let others)):
        guard let currency = common(its, others) else { return .unclear }
        best = .amount(kind == .smallest ? min(one, other) : max(one, other), currency.code)
      case (.date(let one), .date(let other)):
        best = .date(kind == .earliest ? one.earlier(other) : one.later(other))
      default: return .unclear
      }
    }
    return best.map(NaiveSight.value) ?? nothing(found)
  }

  /// The first or last member in the order of the schema; unclear where the order is.
  private func atEnd(_ found: NaiveMembers, isFirst: Bool) -> NaiveSight {
    let members = found.members.filter { !($0.isLost && $0.sight.isInapplicable) }
    guard !members.isEmpty else { return nothing(found) }
    guard found.unknownLists.isEmpty, members.allSatisfy({ $0.isCertain && !$0.isLost }) else {
      return .unclear
    }
    var end = isFirst ? members.first : members.last
    if let element = members[0].element, let field = orderingField(of: element) {
      let elements = members.compactMap(\.element)
      guard elements.allSatisfy({ $0.cells[field].gap == nil }) else { return .unclear }
      end = members.first { member in
        elements.allSatisfy { other in
          guard let own = member.element, own !== other else { return true }
          return isFirst ? stands(own, before: other) : stands(other, before: own)
        }
      }
    }
    guard let end, case .value = end.sight else { return .unclear }
    return end.sight
  }
}
