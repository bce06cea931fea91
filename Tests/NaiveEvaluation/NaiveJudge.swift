import Diagnostics
import Model
import RuleSyntax
import Semantics
import Values

/// Judges rules as the reference tells it, one element after the other.
package struct NaiveJudge {
  let plan: NaivePlan
  /// The previous version, where one was given.
  let former: NaivePlan?
  let program: Program
  let today: CalendarDate?
  let mistake: NaiveMistake?
  /// Values outside the order of the choice that is being compared; see `verdict(_:_:)`.
  var outsideOrder: Set<Int> = []

  package init(
    _ plan: NaivePlan, former: NaivePlan? = nil, _ program: Program, today: CalendarDate?,
    mistake: NaiveMistake? = nil
  ) {
    self.plan = plan
    self.former = former
    self.program = program
    self.today = today
    self.mistake = mistake
  }

  /// The outcome of every clause for every element of a rule's scope, in the order of the text;
  /// where the scope's `where` decides, there is one outcome for the whole rule.
  package func outcomes(of rule: TypedRule) -> [[Outcome]] {
    elements(of: rule.scope).map { frames in
      if let filter = rule.scope.filter, mistake != .whereIsIgnored {
        switch verdict(filter, frames) {
        case .yes: break
        case .no, .inapplicable: return [.notApplicable]
        case .unknown: return [.undetermined]
        }
      }
      return rule.clauses.map { outcome($0, frames) }
    }
  }

  private func elements(of scope: Scope) -> [NaiveFrames] {
    if scope.isFormer {
      return formerElements(scope.record).map { NaiveFrames(elements: [$0], scope: 1) }
    }
    return plan.elements[scope.record].compactMap { element in
      if let place = scope.place, element.place != place { return nil }
      var elements = [element]
      for record in scope.frames.dropLast().reversed() {
        var outer = elements[0].parent
        while let found = outer, found.record != record { outer = found.parent }
        guard let outer else { return nil }
        elements.insert(outer, at: 0)
      }
      return NaiveFrames(elements: elements, scope: elements.count)
    }
  }

  // MARK: - Requirements

  private func outcome(_ clause: Clause, _ frames: NaiveFrames) -> Outcome {
    if clause.ifStated, !isStated(clause.requirement, frames) { return .notApplicable }
    if mistake != .newIsAsked, isAboutNew(clause.requirement, frames) { return .notApplicable }
    let guards = clause.guards.map { verdict($0, frames) }
    if mistake == .whenMeansOr, guards.contains(.yes) {
    } else {
      if guards.contains(where: { $0 == .no || $0 == .inapplicable }) { return .notApplicable }
      if guards.contains(where: \.isUnknown) { return .undetermined }
    }
    switch clause.requirement {
    case .judgement(let judgement): return outcome(judgement, frames)
    case .block(let kind, let conditions): return outcome(block(kind, conditions, frames))
    }
  }

  /// What a requirement that came to this is: the element's own gap breaks it.
  private func outcome(_ verdict: NaiveVerdict) -> Outcome {
    switch verdict {
    case .yes: .met
    case .no: .violated
    case .inapplicable: .notApplicable
    case .unknown(let ownGap): ownGap ? .violated : .undetermined
    }
  }

  private func outcome(_ judgement: Judgement, _ frames: NaiveFrames) -> Outcome {
    guard let quantifier = judgement.quantifier else {
      return outcome(verdict(judgement, frames))
    }
    if isAboutNew(judgement, frames) { return .notApplicable }
    let (found, verdicts) = memberVerdicts(judgement, frames)
    let outcomes = verdicts.map(outcome)
    switch quantifier {
    case .every:
      if outcomes.contains(.violated) { return .violated }
      let isOpen = found.lists.contains { $0.gap == .open || $0.gap == .malformed }
      if outcomes.contains(.undetermined) || isOpen { return .undetermined }
      if mistake == .everyOverNothingIsMet { return .met }
      return outcomes.contains(.met) ? .met : .notApplicable
    case .atLeastOne, .no:
      if outcomes.contains(.met) { return .met }
      if outcomes.contains(.undetermined) || found.unknownLists.contains(where: { !$0.isOwn }) {
        return .undetermined
      }
      return areInapplicable(found, verdicts) ? .notApplicable : .violated
    }
  }

  // MARK: - `if stated`

  private func isStated(_ requirement: Requirement, _ frames: NaiveFrames) -> Bool {
    guard case .judgement(let judgement) = requirement else { return true }
    var operands = [judgement.subject]
    if mistake != .ifStatedReadsSubjectOnly {
      operands += self.operands(of: judgement.phrase)
      if case .changed(let previous) = judgement.phrase { operands.append(.path(previous)) }
    }
    return operands.flatMap(paths).allSatisfy { isStated($0, frames) }
  }

  func paths(_ operand: Operand) -> [Path] {
    switch operand {
    case .path(let path), .matches(_, let path), .state(let path): [path]
    case .aggregate(let aggregate): aggregate.path.map { [$0] } ?? []
    case .arithmetic(_, let left, let right, _): paths(left) + paths(right)
    case .literal, .setting, .today: []
    }
  }

  /// Whether a path has a value, or one that cannot be read; through a list, whether one has.
  private func isStated(_ path: Path, _ frames: NaiveFrames) -> Bool {
    func isWritten(_ sight: NaiveSight) -> Bool {
      switch sight {
      case .gap(let gap, _): gap == .malformed
      case .value, .atLeast, .unclear: true
      }
    }
    guard path.steps.contains(where: \.isMany) else { return isWritten(sight(path, frames)) }
    let found = members(path, nil, frames)
    return found.members.contains { isWritten($0.sight) }
      || found.lists.contains { $0.gap == .malformed }
  }
}
