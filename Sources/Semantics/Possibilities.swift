import Diagnostics
import Model
import RuleSyntax

/// What the conditions and requirements of a rule can come to, from their types and phrases alone.
///
/// Counted as possible is what the values that a line reads make of it. What every line does alike
/// where a value is declared open or not applicable, or cannot be read, is a matter of the language
/// and not of the rule; it is left out. So is everything that a condition around the line excludes:
/// behind `when cost.amount is stated` the amount is not missing. And what only the rest of the
/// document could change stays as it is: all examples of a rule stand in the same one.
package struct Possibilities {
  private let schema: Schema
  private let frames: [Int]
  /// The paths that are stated wherever the line is judged.
  private var known: Set<String> = []

  package init(_ rule: TypedRule, _ schema: Schema) {
    self.schema = schema
    frames = rule.scope.frames
  }

  /// The same, where a condition holds.
  package func given(_ conditions: [Condition]) -> Possibilities {
    var inner = self
    for condition in conditions { inner.known.formUnion(Self.statedPaths(condition)) }
    return inner
  }

  /// The paths that are stated where a condition holds.
  private static func statedPaths(_ condition: Condition) -> [String] {
    switch condition {
    case .block(.all, let parts, _): return parts.flatMap(statedPaths)
    case .block: return []
    case .judgement(let judgement):
      if judgement.quantifier == .atLeastOne, case .path(let path) = judgement.subject,
        let dot = path.text.lastIndex(of: ".")
      {
        // A list of which one member does so is not empty.
        return [String(path.text[..<dot])]
      }
      guard judgement.quantifier == nil, judgement.filter == nil else { return [] }
      let isMeant = judgement.phrase.phrase == .stated && !judgement.isNegated
      let basis = judgement.phrase.phrase.basis
      guard isMeant || (basis != .state && basis != .versions) else { return [] }
      if case .measured = judgement.phrase { return [] }
      return ([judgement.subject] + judgement.phrase.operands).flatMap { operand -> [String] in
        if case .path(let path) = operand { return [path.text] }
        return []
      }
    }
  }

  // MARK: - Conditions

  /// Whether a value that is missing or imprecise can leave the condition open.
  package func canBeUnknown(_ condition: Condition) -> Bool {
    switch condition {
    case .judgement(let judgement): canBeOpen(judgement, role: .condition)
    case .block(.all, let parts, _):
      parts.indices.contains { index in
        var others = parts
        others.remove(at: index)
        return given(others).canBeUnknown(parts[index])
      }
    case .block(_, let parts, _): parts.contains(where: canBeUnknown)
    }
  }

  /// Whether the condition rests on the document around the judged element alone, so that it is the
  /// same for all examples of the rule.
  package func isFixed(_ condition: Condition) -> Bool {
    switch condition {
    case .block(_, let parts, _): parts.allSatisfy(isFixed)
    case .judgement(let judgement): paths(of: judgement).allSatisfy(isFixed)
    }
  }

  private func isFixed(_ path: Path) -> Bool {
    path.isPrevious || (path.start == .plan && frames.last != schema.root)
  }

  // MARK: - Requirements

  /// The outcomes that a line or block of requirements can have where the conditions around it
  /// hold.
  package func outcomes(of clause: Clause) -> [Outcome] {
    var outcomes: [Outcome] = [.met, .violated]
    let inner = given(clause.guards)
    switch clause.requirement {
    case .judgement(let judgement):
      let role: Role = clause.ifStated ? .optionalRequirement : .requirement
      if inner.canBeOpen(judgement, role: role) { outcomes.append(.undetermined) }
      // A new element has no former value; where a condition asks for one, it does not get here.
      let canBeNew =
        frames.last != schema.root && paths(of: judgement).contains(where: \.isPrevious)
        && !clause.guards.contains { $0.inputs.contains(.previous) }
      if canBeNew || inner.canBeLeftOut(judgement, ifStated: clause.ifStated) {
        outcomes.append(.notApplicable)
      }
    case .block(_, let parts):
      if parts.contains(where: inner.canWaitForOthers) { outcomes.append(.undetermined) }
    }
    return outcomes
  }

  private func canWaitForOthers(_ condition: Condition) -> Bool {
    switch condition {
    case .judgement(let judgement): canBeOpen(judgement, role: .requirement)
    case .block(_, let parts, _): parts.contains(where: canWaitForOthers)
    }
  }

  private func canBeLeftOut(_ judgement: Judgement, ifStated: Bool) -> Bool {
    let canVary = paths(of: judgement).contains { canBeMissing($0) && !isFixed($0) }
    if ifStated, canVary { return true }
    guard judgement.quantifier == .every else { return false }
    if judgement.filter != nil { return true }
    guard case .path(let path) = judgement.subject else { return true }
    return !isListKnown(path)
  }

  private func paths(of judgement: Judgement) -> [Path] {
    ([judgement.subject] + judgement.phrase.operands).flatMap(\.paths)
  }

  // MARK: - Lines

  private enum Role { case condition, requirement, optionalRequirement }

  private func canBeOpen(_ judgement: Judgement, role: Role) -> Bool {
    if let filter = judgement.filter, canBeUnknown(filter) { return true }
    switch judgement.phrase.phrase.basis {
    case .state, .versions: return isListInDoubt(judgement, role)
    case .value: break
    case .dates:
      let operands = [judgement.subject] + judgement.phrase.operands
      let isOfDates = [.date, .list(.date)].contains(judgement.subject.type)
      if isOfDates, operands.contains(where: isImprecise) { return true }
    case .period: if judgement.phrase.operands.contains(where: isImprecise) { return true }
    }
    return ([judgement.subject] + judgement.phrase.operands).contains { isOpen($0, role) }
  }

  /// Whether a list that is absent leaves `at least one` or `no` open.
  private func isListInDoubt(_ judgement: Judgement, _ role: Role) -> Bool {
    guard role == .condition, let quantifier = judgement.quantifier, quantifier != .every,
      case .path(let path) = judgement.subject
    else { return false }
    return !isListKnown(path) && path.steps.contains(where: \.canBeUnstated)
  }

  private func isOpen(_ operand: Operand, _ role: Role) -> Bool {
    switch operand {
    case .path(let path), .matches(_, let path): isGap(path, role)
    case .aggregate(let aggregate):
      isPartial(aggregate) || aggregate.path.map { isListGap($0, role) } ?? false
    case .arithmetic(_, let left, let right, _): isOpen(left, role) || isOpen(right, role)
    case .literal, .setting, .today, .state: false
    }
  }

  /// Whether a missing value makes the line open: the element's own one breaks a requirement.
  private func isGap(_ path: Path, _ role: Role) -> Bool {
    guard canBeMissing(path), !isFixed(path) else { return false }
    switch role {
    case .condition: return true
    case .requirement: return !isOwn(path)
    case .optionalRequirement: return false
    }
  }

  private func isListGap(_ path: Path, _ role: Role) -> Bool {
    !isListKnown(path) && !isFixed(path) && path.steps.contains(where: \.canBeUnstated)
      && (role == .condition || (role == .requirement && !isOwn(path)))
  }

  /// Whether members of which the value is missing can make an aggregate partial.
  private func isPartial(_ aggregate: Aggregate) -> Bool {
    let inner = aggregate.filter.map { given([$0]) } ?? self
    if let filter = aggregate.filter, canBeUnknown(filter) { return true }
    guard aggregate.kind != .count, aggregate.kind != .share, !aggregate.missingAsZero,
      let path = aggregate.path
    else { return false }
    guard let field = path.field else { return false }
    let name = schema.records[path.record].fields[field].path
    return !inner.known.contains(name) && inner.canBeMissing(path)
  }

  /// Whether the date can be one that stands for a longer time.
  private func isImprecise(_ operand: Operand) -> Bool {
    switch operand {
    case .path(let path):
      guard path.type == .date, let field = path.field else { return false }
      return !isFixed(path) && schema.records[path.record].fields[field].dateReading == nil
    case .aggregate(let aggregate): return aggregate.path.map { isImprecise(.path($0)) } ?? false
    case .arithmetic(_, let left, _, _): return isImprecise(left)
    case .matches(let part, _): return part == .date
    case .literal, .setting, .today, .state: return false
    }
  }

  // MARK: - Paths

  /// Whether the value, or something on the way to it, can be left out of a plan.
  private func canBeMissing(_ path: Path) -> Bool {
    if known.contains(path.text) { return false }
    guard let field = path.field, field != schema.records[path.record].idField else {
      return path.steps.contains(where: \.canBeUnstated) && !isListKnown(path)
    }
    return true
  }

  private func isListKnown(_ path: Path) -> Bool {
    known.contains { path.text == $0 || path.text.hasPrefix($0 + ".") }
  }

  /// Whether what the path reaches belongs to the element that is judged.
  private func isOwn(_ path: Path) -> Bool {
    let startsOwn: Bool
    switch path.start {
    case .frame(let frame): startsOwn = frame >= frames.count - 1
    case .plan: startsOwn = frames.last == schema.root
    }
    return startsOwn && !path.steps.contains(where: \.leavesElement)
  }
}

extension Path.Step {
  /// Whether the step goes through a field that a plan can leave out.
  fileprivate var canBeUnstated: Bool {
    switch self {
    case .reference, .children, .child, .references: true
    case .inverse, .parent, .earlier, .later, .all, .previous: false
    }
  }

  fileprivate var leavesElement: Bool {
    switch self {
    case .child, .children: false
    case .reference, .references, .inverse, .parent, .earlier, .later, .all, .previous: true
    }
  }
}
