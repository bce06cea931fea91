import Model
import RuleSyntax
import Semantics

extension NaiveJudge {
  /// What a condition comes to.
  func verdict(_ condition: Condition, _ frames: NaiveFrames) -> NaiveVerdict {
    switch condition {
    case .block(let kind, let parts, _): return block(kind, parts, frames)
    case .judgement(let judgement):
      let found = conditionVerdict(judgement, frames)
      if mistake == .absentIsFalse, found.isUnknown { return .no }
      return found
    }
  }

  /// A line without a quantifier.
  func verdict(_ judgement: Judgement, _ frames: NaiveFrames) -> NaiveVerdict {
    if isAboutNew(judgement, frames) { return .inapplicable }
    if case .changed(let previous) = judgement.phrase, case .path(let path) = judgement.subject {
      let found = hasChanged(path, previous, frames)
      return judgement.isNegated ? found.negated : found
    }
    return ordered(by: judgement).verdict(
      judgement.phrase, isNegated: judgement.isNegated, of: sight(judgement.subject, frames),
      judgement.subject, frames)
  }

  /// The judge that knows which values of the line's choice stand outside the order.
  private func ordered(by judgement: Judgement) -> NaiveJudge {
    guard case .choice(let choice) = judgement.subject.type else { return self }
    var judge = self
    let values = plan.schema.choices[choice].values
    judge.outsideOrder = Set(values.indices.filter { values[$0].isOutsideOrder })
    return judge
  }

  private func conditionVerdict(_ judgement: Judgement, _ frames: NaiveFrames) -> NaiveVerdict {
    guard let quantifier = judgement.quantifier else { return verdict(judgement, frames) }
    if isAboutNew(judgement, frames) { return .inapplicable }
    let (found, verdicts) = memberVerdicts(judgement, frames)
    switch quantifier {
    case .every:
      if verdicts.contains(.no) { return .no }
      let isOpen = found.lists.contains { $0.gap == .open || $0.gap == .malformed }
      // One gap of the element's own is enough, as in a requirement.
      if verdicts.contains(.unknown(ownGap: true)) { return .unknown(ownGap: true) }
      if isOpen || verdicts.contains(where: \.isUnknown) { return .unknown(ownGap: false) }
      if mistake == .everyOverNothingIsMet { return .yes }
      return verdicts.contains(.yes) ? .yes : .inapplicable
    case .atLeastOne: return atLeastOne(found, verdicts)
    case .no: return atLeastOne(found, verdicts).negated
    }
  }

  private func atLeastOne(_ found: NaiveMembers, _ verdicts: [NaiveVerdict]) -> NaiveVerdict {
    if verdicts.contains(.yes) { return .yes }
    if !found.unknownLists.isEmpty || verdicts.contains(where: \.isUnknown) {
      return joint(found, verdicts)
    }
    return areInapplicable(found, verdicts) ? .inapplicable : .no
  }

  /// Whether there is nothing to look at because it was answered: no list applies.
  func areInapplicable(_ found: NaiveMembers, _ verdicts: [NaiveVerdict]) -> Bool {
    !found.lists.isEmpty && found.lists.allSatisfy { $0.gap.isInapplicable }
      && verdicts.allSatisfy { $0 == .inapplicable }
  }

  /// Unknown, and by the element's own gap only where every unknown part is one.
  private func joint(_ found: NaiveMembers, _ verdicts: [NaiveVerdict]) -> NaiveVerdict {
    let isOwn =
      found.unknownLists.allSatisfy(\.isOwn) && !verdicts.contains(.unknown(ownGap: false))
    return .unknown(ownGap: isOwn)
  }

  /// What the phrase says of each member.
  func memberVerdicts(
    _ judgement: Judgement, _ frames: NaiveFrames
  ) -> (NaiveMembers, [NaiveVerdict]) {
    let judge = ordered(by: judgement)
    var found = members(of: judgement, frames)
    let verdicts = found.members.map { member -> NaiveVerdict in
      if member.isLost, !member.isCertain { return .unknown(ownGap: false) }
      let verdict = judge.verdict(
        judgement.phrase, isNegated: judgement.isNegated, of: member.sight, judgement.subject,
        frames)
      return member.isCertain ? verdict : .unknown(ownGap: false)
    }
    // A text that is not there is judged as one value, so that the whole line may not apply.
    if case .matches = judgement.subject, verdicts == [.inapplicable],
      found.members[0].sight.gap != nil
    {
      found.members = []
      found.lists = [(.notApplicable, isOwn: false)]
      return (found, [])
    }
    return (found, verdicts)
  }

  private func members(of judgement: Judgement, _ frames: NaiveFrames) -> NaiveMembers {
    if case .path(let path) = judgement.subject {
      return members(path, judgement.filter, frames)
    }
    // The matches of a notation, or dates: a text that is not there is no list without entries.
    var found = NaiveMembers()
    switch sight(judgement.subject, frames) {
    case .value(.entries(let entries)):
      found.members = entries.map { NaiveMember(sight: NaiveSight($0, isOwn: false)) }
    case .gap(let gap, let isOwn) where gap.isInapplicable:
      found.lists = [(gap, isOwn)]
    case let sight: found.members = [NaiveMember(sight: sight)]
    }
    return found
  }

  // MARK: - Blocks

  /// Kleene over the alternatives; those that do not apply are left out.
  func block(
    _ kind: BlockKind, _ conditions: [Condition], _ frames: NaiveFrames
  ) -> NaiveVerdict {
    let parts = conditions.map { verdict($0, frames) }.filter { $0 != .inapplicable }
    guard !parts.isEmpty else { return .inapplicable }
    let unknown = parts.filter(\.isUnknown)
    let joint = NaiveVerdict.unknown(
      ownGap: unknown.allSatisfy { $0 == .unknown(ownGap: true) })
    let met = parts.count { $0 == .yes }
    switch kind {
    case .any:
      if mistake == .unknownDecidesAny, let first = parts.first(where: { $0 != .no }) {
        return first
      }
      return met > 0 ? .yes : unknown.isEmpty ? .no : joint
    case .all: return parts.contains(.no) ? .no : unknown.isEmpty ? .yes : joint
    case .none: return met > 0 ? .no : unknown.isEmpty ? .yes : joint
    case .exactlyOne:
      if mistake == .exactlyOneIsAny, met > 0 { return .yes }
      return met > 1 ? .no : !unknown.isEmpty ? joint : NaiveVerdict(met == 1)
    }
  }
}
