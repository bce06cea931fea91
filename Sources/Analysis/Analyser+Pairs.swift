import Diagnostics
import Semantics
import SourceText

/// Claims about two rules: that they contradict each other, or that one says nothing new.
extension Analyser {
  /// - Parameters:
  ///   - left: a rule, which may be one that is not analysed itself.
  ///   - right: another one, of which is told.
  ///   - judged: the models of each, on which the other was judged along.
  mutating func compare(_ left: Int, _ right: Int, _ judged: [Models]) {
    let pairs = clausePairs(left, right, judged)
    guard
      !pairs.isEmpty || mayImply(left, by: right, judged) || mayImply(right, by: left, judged)
    else { return }
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
  /// - Parameters:
  ///   - models: those of the whole rule, where it can be decided as a whole.
  ///   - plain: its lines, those that are plainly in order.
  mutating func compareLines(_ rule: Int, _ models: Models?, _ plain: [PlainLine?]) {
    let clauses = rules[rule].clauses
    for one in clauses.indices {
      for other in clauses.indices.dropFirst(one + 1) {
        if let first = plain[one], let second = plain[other], first.isApart(from: second) {
          continue
        }
        if let models, models.sawBothMet((rule, one), (rule, other)) { continue }
        var survey = survey(of: rule)
        survey.add(rules[rule], clause: one)
        survey.add(rules[rule], clause: other)
        guard survey.gaps.isEmpty else { continue }
        let models = Models([rule], survey, in: ruleSet, limits: options.limits)
        if models.gaps.isEmpty, tellContradiction([(one, other)], models) { return }
      }
    }
  }

  /// The pairs of lines that no model judged so far meets together.
  private func clausePairs(_ left: Int, _ right: Int, _ judged: [Models]) -> [(Int, Int)] {
    rules[left].clauses.indices.flatMap { one in
      rules[right].clauses.indices.compactMap { other in
        judged.contains { $0.sawBothMet((left, one), (right, other)) } ? nil : (one, other)
      }
    }
  }

  /// Tells of two lines that no element meets together though each can be met where both apply.
  private mutating func tellContradiction(_ pairs: [(Int, Int)], _ models: Models) -> Bool {
    let (left, right) = (models.rules[0], models.rules[models.rules.count > 1 ? 1 : 0])
    let second = left == right ? 0 : 1
    guard rules[left].severities.overlap(rules[right].severities) else { return false }
    for (one, other) in pairs {
      func canBe(_ first: Outcome, _ second: Outcome, at position: Int) -> Bool {
        models.contains {
          models.outcome(0, clause: one, $0) == first
            && models.outcome(position, clause: other, $0) == second
        }
      }
      guard !canBe(.met, .met, at: second), canBe(.met, .violated, at: second),
        canBe(.violated, .met, at: second)
      else { continue }
      let witness = witness(.fails, right, models, position: second) {
        models.outcome(0, clause: one, $0) == .met
          && models.outcome(second, clause: other, $0) == .violated
      }
      guard let witness else { continue }
      // Where one of them can be met elsewhere, the two may be meant to forbid what lies in both.
      let isOneLost =
        !canBe(.met, .notApplicable, at: second) || !canBe(.notApplicable, .met, at: second)
      tell(
        .contradiction(
          rule: rules[right].id, other: rules[left].id, isOneLost: isOneLost, witness: witness),
        isOneLost ? .error : .note, at: rules[right].clauses[other].origin, models,
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

  /// Whether one rule finds, at no less weight, whatever the other finds.
  private func implies(_ models: Models, broken: Int, by other: Int) -> Bool {
    if models.contains(where: { models.isMissed($0, of: broken, by: other) }) { return false }
    var seen: Set<[Outcome]> = []
    for element in models.all() where !models.isMalformed(element) {
      let outcome = models.outcome(broken, element)
      guard outcome == .violated || outcome == .undetermined else { continue }
      seen.insert([outcome, models.outcome(other, element)])
    }
    let (weaker, stronger) = (rules[models.rules[broken]], rules[models.rules[other]])
    return seen.contains([.violated, .violated])
      && seen.allSatisfy {
        weaker.severities.isAtMost(stronger.severities, $0[0], $0[1])
      }
  }

  /// Whether a rule may find all that another finds, as far as was judged.
  private func mayImply(_ broken: Int, by other: Int, _ judged: [Models]) -> Bool {
    options.includes(rules[broken]) && isOn(rules[other], with: rules[broken])
      && rules[broken].severities.isAtMost(rules[other].severities, .violated, .violated)
      && judged.allSatisfy { $0.mayImply(broken: broken, by: other) }
  }

  /// Whether a rule is judged wherever another one is, unless somebody turns it off.
  private func isOn(_ rule: TypedRule, with other: TypedRule) -> Bool {
    ruleSet.packs.isOn(rule.origin.file, with: other.origin.file)
  }

  private mutating func tellImplication(_ models: Models) {
    // A rule that says what holds where another one is broken is no repetition of it.
    let canBothBeMet = models.contains {
      models.outcome(0, $0) == .met && models.outcome(1, $0) == .met
    }
    guard canBothBeMet else { return }
    let (left, right) = (rules[models.rules[0]], rules[models.rules[1]])
    let isLeft =
      options.includes(left) && isOn(right, with: left) && implies(models, broken: 0, by: 1)
    let isRight = isOn(left, with: right) && implies(models, broken: 1, by: 0)
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
      .warning, at: rules[rule].origin, models,
      related: [
        RelatedPlace(
          rules[other].origin,
          LocalizedText(
            en: "this rule finds all of it", de: "diese Regel findet alles davon"))
      ])
  }
}

extension Models {
  /// Whether an element judged so far meets two lines, each a rule of the program and a clause.
  fileprivate func sawBothMet(
    _ one: (rule: Int, clause: Int), _ other: (rule: Int, clause: Int)
  ) -> Bool {
    guard let first = rules.firstIndex(of: one.rule), let second = rules.firstIndex(of: other.rule)
    else { return false }
    return some().contains {
      outcome(first, clause: one.clause, $0) == .met
        && outcome(second, clause: other.clause, $0) == .met
    }
  }

  /// Whether a rule finds something in an element that another rule does not find.
  fileprivate func isMissed(_ element: Int, of broken: Int, by other: Int) -> Bool {
    switch outcome(broken, element) {
    case .met, .notApplicable: return false
    case .violated: return outcome(other, element) != .violated
    case .undetermined:
      let found = outcome(other, element)
      return found != .violated && found != .undetermined
    }
  }

  /// Whether no element judged so far breaks the one rule of the program and not the other.
  fileprivate func mayImply(broken: Int, by other: Int) -> Bool {
    guard let broken = rules.firstIndex(of: broken), let other = rules.firstIndex(of: other) else {
      return true
    }
    return !some().contains { isMissed($0, of: broken, by: other) }
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
