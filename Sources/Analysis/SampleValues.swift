import Model
import RuleSyntax
import Semantics
import Values

/// Values for a slot that answer every question of the rules both ways, written as a plan would.
struct SampleValues {
  let shapes: Shapes
  let schema: Schema
  let program: Program
  /// What `today` means while rules are analysed.
  static let today = CalendarDate(year: 2030, month: 5, day: 15)

  /// What of a slot lies outside the analysis.
  var gaps: Set<AnalysisGap> = []

  init(_ shapes: Shapes, schema: Schema, program: Program) {
    self.shapes = shapes
    self.schema = schema
    self.program = program
  }

  /// The values of a slot, those of a list's entries for a list.
  mutating func texts(_ slot: Int, _ type: ScalarType) -> [String] {
    let group = shapes.linked(to: slot)
    let literals = group.reduce(into: [Literal]()) { found, other in
      found += shapes.slots[other].literals.filter { !found.contains($0) }
    }
    switch type {
    case .choice(let choice): return choices(choice, slot, literals, isLinked: group.count > 1)
    case .yesOrNo: return asks(slot) ? ["yes", "no"] : ["yes"]
    case .number, .wholeNumber, .percent, .money:
      return numbers(slot, type, literals, group)
    case .date:
      let reads = group.contains { shapes.slots[$0].readsToday }
      return dates(literals, count: group.count, readsToday: reads)
    case .text, .identifier: return texts(slot, literals, count: group.count)
    case .reference: return ids(slot, literals, count: group.count)
    }
  }

  /// Whether a line asks for the value, not only for the state.
  private func asks(_ slot: Int) -> Bool {
    shapes.linked(to: slot).count > 1 || !shapes.slots[slot].literals.isEmpty
  }

  // MARK: - Choices and references

  private func choices(_ index: Int, _ slot: Int, _ literals: [Literal], isLinked: Bool) -> [String]
  {
    let choice = schema.choices[index]
    let field = schema.records[shapes.slots[slot].record].fields[shapes.slots[slot].field]
    let named = literals.compactMap { literal -> Int? in
      if case .choice(index, let value) = literal { value } else { nil }
    }
    var values = Array(choice.values.indices)
    if !choice.isOrdered, !isLinked {
      let other = values.first { !named.contains($0) }
      values = values.filter { named.contains($0) || $0 == other }
    } else if !asks(slot) {
      values = Array(values.prefix(1))
    }
    let open = (choice.isOpen || field.isOpenChoice) && asks(slot) ? ["something-else"] : []
    return values.map { choice.values[$0].name } + open
  }

  private func ids(_ slot: Int, _ literals: [Literal], count: Int) -> [String] {
    let named = literals.compactMap { literal -> String? in
      if case .text(let text) = literal { text } else { nil }
    }
    let fresh = ["x1", "x2", "x3", "x4"].prefix(asks(slot) ? max(2, count) : 1)
    return named + fresh.filter { !named.contains($0) }
  }

  // MARK: - Numbers

  private mutating func numbers(
    _ slot: Int, _ type: ScalarType, _ literals: [Literal], _ group: [Int]
  ) -> [String] {
    var currencies: Set<String> = []
    var bounds: Set<Decimal> = []
    for literal in literals {
      switch literal {
      case .number(let number), .percent(let number): bounds.insert(number)
      case .money(let money):
        bounds.insert(money.amount)
        if let code = money.currency?.code { currencies.insert(code) }
      case .date, .text, .choice, .yesOrNo, .duration: break
      }
    }
    let lowest = shapes.slots[slot]
    let least = schema.records[lowest.record].fields[lowest.field].lowerBound
    if currencies.count > 1 { gaps.insert(.bounds) }
    if let least, !bounds.isEmpty { bounds.insert(least) }
    // Whole numbers have no value at a fraction, but one on either side.
    if group.contains(where: isWhole) {
      for bound in bounds where bound.wholeValue == nil {
        let near = bound.rounded(fractionDigits: 0)
        bounds.formUnion([near, near.adding(Decimal(near < bound ? 1 : -1)) ?? near])
      }
    }
    let values = numbers(between: bounds, isWhole: type == .wholeNumber, count: group.count)
      .filter { value in least.map { value >= $0 } ?? true }
      .filter { type != .wholeNumber || $0.wholeValue != nil }
    let unit =
      switch type {
      case .money: " \(currencies.min() ?? "EUR")"
      case .percent: " %"
      default: ""
      }
    return values.map { $0.plain() + unit }
  }

  private func isWhole(_ slot: Int) -> Bool {
    let field = schema.records[shapes.slots[slot].record].fields[shapes.slots[slot].field]
    switch field.type {
    case .scalar(.wholeNumber), .scalars(.wholeNumber, _): return true
    case .scalar, .scalars, .records, .record, .group: return false
    }
  }

  /// Numbers below, at, between and above some bounds, `count` different ones in every gap.
  private mutating func numbers(between bounds: Set<Decimal>, isWhole: Bool, count: Int)
    -> [Decimal]
  {
    guard !bounds.isEmpty else { return (1...max(1, count)).map { Decimal($0 * 100) } }
    let sorted = bounds.sorted()
    let gap = zip(sorted, sorted.dropFirst()).compactMap { $1.subtracting($0) }.min()
    let fine = Decimal(mantissa: 1, scale: 2) ?? Decimal(1)
    let steps = [Decimal(1)] + (isWhole ? [] : [fine])
    let wanted = steps.first { step in
      guard let gap, let room = step.multiplying(by: Decimal(count + 1)) else { return true }
      return isWhole || room < gap
    }
    guard let step = wanted else {
      gaps.insert(.bounds)
      return sorted
    }
    var found: Set<Decimal> = []
    for bound in sorted {
      for factor in -count...count {
        guard let distance = step.multiplying(by: Decimal(factor)),
          let value = bound.adding(distance), value.packed != nil
        else {
          gaps.insert(.bounds)
          continue
        }
        found.insert(value)
      }
    }
    return found.sorted()
  }

  // MARK: - Texts

  /// A text without words that hardly any notation has.
  private static let unlikeAll = "=§="

  private mutating func texts(_ slot: Int, _ literals: [Literal], count: Int) -> [String] {
    let asked = shapes.linked(to: slot).map { shapes.slots[$0] }
    let notations = asked.reduce(into: Set<Int>()) { $0.formUnion($1.notations) }
    let words = asked.reduce(into: Set<[Int]>()) { $0.formUnion($1.wordLists) }
    let wordCounts = asked.reduce(into: Set<Int>()) { $0.formUnion($1.wordCounts) }
    let characters = asked.reduce(into: Set<Int>()) { $0.formUnion($1.characterCounts) }
    let kinds = [notations.count, words.count, wordCounts.count, characters.count].count { $0 > 0 }
    if kinds > 1 || notations.count > 1 || words.count > 1 || (kinds > 0 && count > 1) {
      gaps.insert(.mixedTexts)
    }
    let named = literals.compactMap { literal -> String? in
      if case .text(let text) = literal { text } else { nil }
    }
    let fresh = (1...count + named.count).map { $0 == 1 ? "Text" : "Text \($0)" }
    var found = fresh.filter { !named.contains($0) }.prefix(count) + named
    for notation in notations.sorted() { found += program.notations[notation].notation.samples }
    for lists in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let word = lists.compactMap { program.wordLists[$0].words.first }.first ?? ""
      found.append(String(word.filter { $0 != "*" }))
    }
    for count in wordCounts.sorted() {
      for wanted in [count - 1, count, count + 1] where wanted > 0 {
        found.append(Array(repeating: "Text", count: wanted).joined(separator: " "))
      }
    }
    for count in characters.sorted() {
      for wanted in [count - 1, count, count + 1] where wanted > 0 {
        found.append(String(repeating: "T", count: wanted))
      }
    }
    if !notations.isEmpty || !words.isEmpty { found.append(Self.unlikeAll) }
    if notations.contains(where: { program.notations[$0].notation.matches(Self.unlikeAll) }) {
      gaps.insert(.mixedTexts)
    }
    var seen: Set<String> = []
    return Array(found.filter { seen.insert($0).inserted })
  }
}
