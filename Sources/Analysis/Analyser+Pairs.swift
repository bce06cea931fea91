import Diagnostics
import Semantics
import SourceText

/// Claims about two rules: that they contradict each other, or that one says nothing new.
extension Analyser {
  /// - Parameters: the models of each rule, on which the other was judged along.
  mutating func compare(_ first: Models, _ second: Models) {
    let (left, right) = (first.rules[0], second.rules[0])
    let pairs = clausePairs(first, second)
    let mayImply =
      isBroken(wherever: 0, first, by: right) || isBroken(wherever: 0, second, by: left)
    guard !pairs.isEmpty || mayImply else { return }
    var survey = survey(of: left)
    survey.add(rules[left])
    survey.add(rules[right])
    let models = Models([left, right], survey, in: ruleSet, limits: options.limits)
    if models.gaps.isEmpty {
      if !tellContradiction(pairs, models) { tellImplication(models) }
      return
    }
    // Fewer fields are in play where only two lines are looked at.
    for pair in pairs {
      var survey = self.survey(of: left)
      survey.add(rules[left], clause: pair.0)
      survey.add(rules[right], clause: pair.1)
      guard survey.gaps.isEmpty else { continue }
      let models = Models([left, right], survey, in: ruleSet, limits: options.limits)
      if models.gaps.isEmpty, tellContradiction([pair], models) { return }
    }
  }

  // MARK: - Contradictions

  /// Tells of two lines of one rule that contradict each other.
  ///
  /// - Parameter models: those of the whole rule, where it can be decided as a whole.
  mutating func compareLines(_ rule: Int, _ models: Models?) {
    let clauses = rules[rule].clauses
    for one in clauses.indices {
      for other in clauses.indices.dropFirst(one + 1) {
        if let models, models.areBothMet((0, one), (0, other)) { continue }
        var survey = survey(of: rule)
        survey.add(rules[rule], clause: one)
        survey.add(rules[rule], clause: other)
        guard survey.gaps.isEmpty else { continue }
        let models = Models([rule], survey, in: ruleSet, limits: options.limits)
        if models.gaps.isEmpty, tellContradiction([(one, other)], models) { return }
      }
    }
  }

  /// The pairs of lines that no model of either rule meets together.
  private func clausePairs(_ first: Models, _ second: Models) -> [(Int, Int)] {
    let (left, right) = (first.rules[0], second.rules[0])
    guard let inFirst = first.rules.firstIndex(of: right),
      let inSecond = second.rules.firstIndex(of: left)
    else { return [] }
    var pairs: [(Int, Int)] = []
    for one in rules[left].clauses.indices {
      for other in rules[right].clauses.indices {
        let isMetByBoth =
          first.areBothMet((0, one), (inFirst, other))
          || second.areBothMet((0, other), (inSecond, one))
        if !isMetByBoth { pairs.append((one, other)) }
      }
    }
    return pairs
  }

  /// Tells of two lines that no element meets together though each can be met where both apply.
  private mutating func tellContradiction(_ pairs: [(Int, Int)], _ models: Models) -> Bool {
    let (left, right) = (models.rules[0], models.rules[models.rules.count > 1 ? 1 : 0])
    let second = left == right ? 0 : 1
    guard rules[left].severities.overlap(rules[right].severities) else { return false }
    for (one, other) in pairs {
      let seen = models.pairs(of: (0, one), and: (second, other))
      guard !seen.contains([.met, .met]), seen.contains([.met, .violated]),
        seen.contains([.violated, .met])
      else { continue }
      let witness = witness(.fails, right, models, position: second) {
        models.outcome(0, clause: one, $0) == .met
          && models.outcome(second, clause: other, $0) == .violated
      }
      guard let witness else { continue }
      // Where one of them can be met elsewhere, the two may be meant to forbid what lies in both.
      let isOneLost =
        !seen.contains([.met, .notApplicable]) || !seen.contains([.notApplicable, .met])
      tell(
        .contradiction(
          rule: rules[right].id, other: rules[left].id, isOneLost: isOneLost, witness: witness),
        isOneLost ? .error : .note, at: rules[right].clauses[other].origin, right,
        related: [
          RelatedPlace(
            rules[left].clauses[one].origin,
            LocalizedText(en: "and this at the same time", de: "und dies zugleich"))
        ])
      return true
    }
    return false
  }

  // MARK: - Rules that say nothing new

  /// Whether every model that breaks a rule, or leaves it open, breaks another rule as well.
  private func isBroken(wherever position: Int, _ models: Models, by other: Int) -> Bool {
    guard let along = models.rules.firstIndex(of: other) else { return false }
    return implies(models, broken: position, by: along)
  }

  /// Whether one rule finds, at no less weight, whatever the other finds.
  private func implies(_ models: Models, broken: Int, by other: Int) -> Bool {
    var seen: Set<[Outcome]> = []
    for element in 0..<models.count {
      let outcome = models.outcome(broken, element)
      guard outcome == .violated || outcome == .undetermined else { continue }
      let found = models.outcome(other, element)
      guard found == .violated || (found == .undetermined && outcome == .undetermined) else {
        return false
      }
      if !models.isMalformed(element) { seen.insert([outcome, found]) }
    }
    let (weaker, stronger) = (rules[models.rules[broken]], rules[models.rules[other]])
    return seen.contains([.violated, .violated])
      && seen.allSatisfy {
        weaker.severities.isAtMost(stronger.severities, $0[0], $0[1])
      }
  }

  private mutating func tellImplication(_ models: Models) {
    // A rule that says what holds where another one is broken is no repetition of it.
    let canBothBeMet = (0..<models.count).contains {
      models.outcome(0, $0) == .met && models.outcome(1, $0) == .met
    }
    guard canBothBeMet else { return }
    let isLeft = implies(models, broken: 0, by: 1)
    let isRight = implies(models, broken: 1, by: 0)
    guard isLeft || isRight else { return }
    // Of two rules that say the same, the later one is told.
    let (weaker, stronger) = isRight ? (1, 0) : (0, 1)
    let (rule, other) = (models.rules[weaker], models.rules[stronger])
    let witness = witness(.fails, rule, models, position: weaker) {
      models.outcome(weaker, $0) == .violated && models.outcome(stronger, $0) == .violated
    }
    guard let witness else { return }
    tell(
      .implied(
        rule: rules[rule].id, by: rules[other].id, isSame: isLeft && isRight, witness: witness),
      .warning, at: rules[rule].origin, rule,
      related: [
        RelatedPlace(
          rules[other].origin,
          LocalizedText(
            en: "this rule finds all of it", de: "diese Regel findet alles davon"))
      ])
  }
}

extension Models {
  /// Whether an element meets two lines, each a rule of the list and a clause.
  fileprivate func areBothMet(
    _ one: (rule: Int, clause: Int), _ other: (rule: Int, clause: Int)
  ) -> Bool {
    (0..<count).contains {
      outcome(one.rule, clause: one.clause, $0) == .met
        && outcome(other.rule, clause: other.clause, $0) == .met
    }
  }

  /// The outcomes that two lines have together.
  fileprivate func pairs(
    of one: (rule: Int, clause: Int), and other: (rule: Int, clause: Int)
  ) -> Set<[Outcome]> {
    var seen: Set<Int> = []
    for element in 0..<count {
      seen.insert(
        Int(outcome(one.rule, clause: one.clause, element).rawValue) * 8
          + Int(outcome(other.rule, clause: other.clause, element).rawValue))
    }
    return Set(
      seen.map { pair in [pair / 8, pair % 8].compactMap { Outcome(rawValue: UInt8($0)) } })
  }
}

extension Severities {
  /// Whether there is a stage at which both rules are on.
  fileprivate func overlap(_ other: Severities) -> Bool {
    zip(broken, other.broken).contains { $0 != nil && $1 != nil }
  }

  /// Whether an outcome never weighs more than another outcome of another rule.
  fileprivate func isAtMost(_ other: Severities, _ own: Outcome, _ others: Outcome) -> Bool {
    broken.indices.allSatisfy { stage in
      let most = weights(own, stage).max() ?? 0
      let least = other.weights(others, stage).min() ?? 0
      return most <= least
    }
  }

  private func weights(_ outcome: Outcome, _ stage: Int) -> [Int] {
    func weight(_ severity: Severity?) -> Int { severity.map { Int($0.rawValue) + 1 } ?? 0 }
    let usual = outcome == .violated ? broken[stage] : unclear[stage]
    return [weight(usual), weight(open.map { $0[stage] } ?? usual)]
  }
}
