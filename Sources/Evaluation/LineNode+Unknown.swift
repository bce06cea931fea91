import Diagnostics
import Model
import Semantics
import Values

/// What is not known where a rule cannot be judged.
extension LineNode {
  /// What is not known, in a few words.
  func unknown(_ judged: Judged, _ rows: Rows, _ language: Language) -> String {
    for aggregate in aggregates {
      if let text = partial(aggregate, rows, language) { return text }
    }
    if let gap = judged.gap, workspace.isPrevious(gap) {
      return known(of: gap, judged.standing, language)
    }
    if let gap = judged.gap {
      guard judged.standing == .unclear || judged.standing == .stated else {
        return known(of: gap, judged.standing, language)
      }
      let path = workspace.plan.path(workspace.reference(gap))
      return language.pick("`\(path)` is not certain", "`\(path)` ist nicht sicher")
    }
    return uncomputable(rows, language) ?? undecided(rows, language)
  }

  /// "`owner` is not stated", with the version that does not say it where it is the previous one.
  private func known(of cell: CellPlace, _ standing: Standing, _ language: Language) -> String {
    let isPrevious = workspace.isPrevious(cell)
    if standing == .malformed, let unnamed = workspace.unnamed(cell) {
      return unnamed.statement(inPrevious: isPrevious, language)
    }
    return Self.known(
      of: workspace.plan.path(workspace.reference(cell)),
      workspace.show(Sight(standing: standing), .text, in: language), inPrevious: isPrevious,
      language)
  }

  private static func known(
    of path: String, _ state: String, inPrevious isPrevious: Bool, _ language: Language
  ) -> String {
    isPrevious
      ? language.pick(
        "in the previous version `\(path)` is \(state)",
        "in der vorigen Fassung ist `\(path)` \(state)")
      : language.pick("`\(path)` is \(state)", "`\(path)` ist \(state)")
  }

  // MARK: - Aggregates

  private func partial(_ aggregate: AggregateOperand, _ rows: Rows, _ language: Language)
    -> String?
  {
    let tally = aggregate.tally(rows)
    let name = workspace.name(aggregate.aggregate, in: language)
    if tally.known + tally.unstated == 0 {
      if let gap = tally.gap {
        if let cell = gap.cell.withLeaf { return known(of: cell, gap.standing, language) }
        let state = workspace.show(Sight(standing: gap.standing), .text, in: language)
        return Self.known(
          of: aggregate.path.path.text, state,
          inPrevious: workspace.isPrevious(aggregate.path.record), language)
      }
      if case .none = tally.value {
        return language.pick("there is nothing for \(name)", "für \(name) gibt es nichts")
      }
    }
    if let failure = tally.failure { return failure.sentence(about: name, language) }
    guard tally.unstated > 0 || tally.gap != nil else { return nil }
    if aggregate.isEnd, let cell = tally.missingCells.first {
      return end(aggregate, lacks: cell, language)
    }
    let missing = tally.unstated + (tally.gap == nil ? 0 : 1)
    let all = tally.known + missing
    return language.pick(
      "\(name) is known for \(tally.known) of \(all) only",
      "\(name) ist nur für \(tally.known) von \(all) bekannt")
  }

  /// What the first or the last member lacks: its value, or what tells that it is the first.
  private func end(_ aggregate: AggregateOperand, lacks cell: CellPlace, _ language: Language)
    -> String
  {
    let name = workspace.name(aggregate.aggregate, in: language)
    let leaf = workspace.leaves[Int(cell.leaf)]
    let standing = leaf.standing(Int(cell.index))
    if leaf === aggregate.path.memberLeaf {
      let state = workspace.show(Sight(standing: standing), .text, in: language)
      return language.pick("\(name) is \(state)", "\(name) ist \(state)")
    }
    guard standing != .stated else {
      return language.pick("\(name) is not certain", "\(name) ist nicht sicher")
    }
    let what = known(of: cell, standing, language)
    return language.pick(
      "\(what), so \(name) is not certain", "\(what), daher ist \(name) nicht sicher")
  }

  // MARK: - Computed values

  /// The first computed value that could not be computed, and why.
  private func uncomputable(_ rows: Rows, _ language: Language) -> String? {
    var operands = arguments
    if case .one(let reader) = subject { operands.insert((typed.subject, reader), at: 0) }
    for (operand, reader) in operands {
      if let (name, failure) = uncomputable(operand, reader, rows, language) {
        return failure.sentence(about: name, language)
      }
    }
    return nil
  }

  private func uncomputable(
    _ operand: Operand, _ reader: OperandReader, _ rows: Rows, _ language: Language
  ) -> (name: String, failure: ComputingFailure)? {
    guard let reader = reader as? ArithmeticOperand,
      case .arithmetic(_, let left, let right, _) = operand
    else { return nil }
    if let inner = uncomputable(left, reader.left, rows, language) { return inner }
    if reader.duration == nil, let inner = uncomputable(right, reader.right, rows, language) {
      return inner
    }
    return reader.failure(rows).map { (workspace.name(operand, in: language), $0) }
  }

  // MARK: - Values that cannot be compared as they stand

  /// The value that nothing can be said of although it is there: the subject, or the first member
  /// that the phrase leaves open.
  private func undecidedValue(_ rows: Rows) -> Sight? {
    switch subject {
    case .one(let operand): return operand.see(rows)
    case .many(let path, _):
      var found: Sight?
      forEachMember(path, rows, gap: { _, _ in }) { cell, judged in
        guard found == nil, judged.outcome == .undetermined, judged.gap == nil, cell.leaf >= 0
        else { return }
        found = workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
      }
      return found
    case .matches(let matches, _):
      return matches.matches(rows).map(\.sight).first { judge($0, rows).outcome == .undetermined }
    }
  }

  /// Two dates of different precision, two currencies, a list of which not every entry is known.
  private func undecided(_ rows: Rows, _ language: Language) -> String {
    let name = workspace.name(typed.subject, in: language)
    if let change = test as? ChangeTest {
      let both = change.predicate(rows, language)
      return language.pick(
        "\(name) \(both), which is not precise enough to compare",
        "\(name) \(both); das ist zum Vergleichen nicht genau genug")
    }
    if let sight = undecidedValue(rows) {
      let value = workspace.show(sight, memberType, in: language)
      switch sight.datum {
      case .interval(let date): return imprecise(name, value, date, rows, language)
      case .decimal:
        let others = workspace.arguments(typed.phrase, test, rows, in: language)
        return language.pick(
          "\(value) and \(others.joined(separator: ", ")) are amounts in two currencies",
          "\(value) und \(others.joined(separator: ", ")) sind Beträge in zwei Währungen")
      case .none where memberType == .date:
        let against = workspace.arguments(typed.phrase, test, rows, in: language)
          .joined(separator: ", ")
        return language.pick(
          "\(name) \(predicate(sight, rows, .english)), which is not precise enough beside \(against)",
          "\(name) \(predicate(sight, rows, .german)); das ist neben \(against) nicht genau genug")
      case .none, .lowerBound, .index, .text: break
      }
    }
    guard isAboutList else {
      return language.pick(
        "the values are not precise enough", "die Angaben sind nicht genau genug")
    }
    return language.pick(
      "not every entry of \(name) is known",
      "nicht jeder Eintrag von \(name) ist bekannt")
  }

  /// The type of the values that the phrase is said of.
  private var memberType: OperandType {
    if case .list(let member) = typed.subject.type { return member }
    return typed.subject.type
  }

  private var isAboutList: Bool {
    if case .list = typed.subject.type { return true }
    return false
  }

  /// Blames the date that is wide: the subject's, or for a day what it is compared with.
  private func imprecise(
    _ name: String, _ value: String, _ date: DateInterval, _ rows: Rows, _ language: Language
  ) -> String {
    let others = wideArguments(beside: date, rows, language)
    let against = others.joined(separator: language.pick(" and ", " und "))
    guard date.first == date.last else {
      return language.pick(
        "\(name) is \(value), which is not precise enough beside \(against)",
        "\(name) ist \(value); das ist neben \(against) nicht genau genug")
    }
    let isOne = others.count == 1
    return language.pick(
      "\(name) is \(value), and \(against) \(isOne ? "is" : "are") not precise enough beside it",
      "\(name) ist \(value); \(against) \(isOne ? "ist" : "sind") daneben nicht genau genug")
  }

  /// The arguments that leave a date undecided; all of them where it is wide itself.
  private func wideArguments(beside date: DateInterval, _ rows: Rows, _ language: Language)
    -> [String]
  {
    let all = workspace.arguments(typed.phrase, test, rows, in: language)
    guard date.first == date.last else { return all }
    if let test = test as? OneOfTest, case .oneOf(let literals) = typed.phrase {
      return zip(literals, test.values).filter { workspace.equal(.interval(date), $1) == .unknown }
        .map { workspace.show($0.0, in: language) }
    }
    let wide = zip(all, arguments).filter { _, argument in
      guard case .interval(let other) = argument.reader.see(rows).datum else { return false }
      return other.first != other.last
    }
    return wide.isEmpty ? all : wide.map(\.0)
  }
}
