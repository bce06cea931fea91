import Diagnostics
import Model
import Semantics

/// What is not known where a rule cannot be judged.
extension LineNode {
  /// What is not known, in a few words.
  func unknown(_ judged: Judged, _ rows: Rows, _ language: Language) -> String {
    if let aggregate = aggregates.first, let text = partial(aggregate, rows, language) {
      return text
    }
    if let gap = judged.gap, workspace.isPrevious(gap) {
      return unknownBefore(gap, judged.standing, language)
    }
    if let gap = judged.gap {
      let path = workspace.plan.path(workspace.reference(gap))
      guard judged.standing == .unclear || judged.standing == .stated else {
        let state = workspace.show(Sight(standing: judged.standing), .text, in: language)
        return language.pick("`\(path)` is \(state)", "`\(path)` ist \(state)")
      }
      return language.pick("`\(path)` is not certain", "`\(path)` ist nicht sicher")
    }
    return imprecise(rows, language)
      ?? language.pick("the values are not precise enough", "die Angaben sind nicht genau genug")
  }

  /// What the previous version does not say.
  private func unknownBefore(_ gap: CellPlace, _ standing: Standing, _ language: Language)
    -> String
  {
    let path = workspace.plan.path(workspace.reference(gap))
    let state = workspace.show(Sight(standing: standing), .text, in: language)
    return language.pick(
      "in the previous version `\(path)` is \(state)",
      "in der vorigen Fassung ist `\(path)` \(state)")
  }

  private func partial(_ aggregate: AggregateOperand, _ rows: Rows, _ language: Language)
    -> String?
  {
    let tally = aggregate.tally(rows)
    let name = workspace.name(aggregate.aggregate, in: language)
    if tally.stated + tally.unstated == 0 {
      if let gap = tally.gap {
        let cell =
          gap.cell.withLeaf.map { workspace.plan.path(workspace.reference($0)) }
          ?? aggregate.path.path.text
        return language.pick("`\(cell)` is not stated", "`\(cell)` ist nicht angegeben")
      }
      if case .none = tally.value {
        return language.pick("there is nothing for \(name)", "für \(name) gibt es nichts")
      }
    }
    if tally.failed {
      return language.pick(
        "\(name) cannot be computed (several currencies, or no certain order)",
        "\(name) lässt sich nicht bilden (mehrere Währungen oder keine sichere Reihenfolge)")
    }
    guard tally.unstated > 0 || tally.gap != nil else { return nil }
    let missing = tally.unstated + (tally.gap == nil ? 0 : 1)
    let all = tally.stated + missing
    return language.pick(
      "\(name) is known for \(tally.stated) of \(all) only",
      "\(name) ist nur für \(tally.stated) von \(all) bekannt")
  }

  /// Two values that cannot be compared as they stand: dates of different precision, currencies.
  private func imprecise(_ rows: Rows, _ language: Language) -> String? {
    guard case .one(let operand) = subject else { return nil }
    let sight = operand.see(rows)
    let name = workspace.name(typed.subject, in: language)
    if let change = test as? ChangeTest {
      let both = change.predicate(rows, language)
      return language.pick(
        "\(name) \(both), which is not precise enough to compare",
        "\(name) \(both); das ist zum Vergleichen nicht genau genug")
    }
    let value = workspace.show(sight, typed.subject.type, in: language)
    let others = workspace.arguments(typed.phrase, test, rows, in: language)
    switch sight.datum {
    case .interval:
      let against = others.joined(separator: language.pick(" and ", " und "))
      return language.pick(
        "\(name) is \(value), which is not precise enough beside \(against)",
        "\(name) ist \(value); das ist neben \(against) nicht genau genug")
    case .decimal where typed.subject.type == .money:
      return language.pick(
        "\(value) and \(others.joined(separator: ", ")) are amounts in two currencies",
        "\(value) und \(others.joined(separator: ", ")) sind Beträge in zwei Währungen")
    default: return nil
    }
  }
}
