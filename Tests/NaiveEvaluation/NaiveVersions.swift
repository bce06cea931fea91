import Model
import Semantics
import Values

/// What rules say of the previous version: which elements are the same, and what has changed.
extension NaiveJudge {
  /// The plan that an element belongs to.
  func version(of element: NaiveElement) -> NaivePlan {
    element.isFormer ? former ?? plan : plan
  }

  /// The element as it was; nil for one that is new.
  func before(_ element: NaiveElement) -> NaiveElement? {
    former.flatMap { counterpart(of: element, in: $0) }
  }

  /// The elements of the previous version that are gone, where the element around them is left.
  func formerElements(_ record: Int) -> [NaiveElement] {
    guard let former else { return [] }
    return former.elements[record].filter { element in
      guard counterpart(of: element, in: plan) == nil else { return false }
      guard let around = element.parent, mistake != .goneIsTakenApart else { return true }
      return counterpart(of: around, in: plan) != nil
    }
  }

  /// The same element of the other version: the document, the one of that id, or the only one in a
  /// field; nested ones inside elements that are the same.
  private func counterpart(of element: NaiveElement, in other: NaivePlan) -> NaiveElement? {
    if element.record == plan.schema.root { return other.root }
    let around = element.parent.map { counterpart(of: $0, in: other) }
    if case .some(nil) = around { return nil }
    let candidates = other.elements[element.record].filter {
      $0.parent === around.flatMap { $0 } && $0.place == element.place
    }
    if let place = element.place {
      let declared = plan.schema.records[element.record].places[place]
      if case .record = plan.schema.records[declared.record].fields[declared.field].type {
        return candidates.first
      }
    }
    if mistake == .placesAreIds { return candidates.first { $0.position == element.position } }
    guard let id = plan.id(of: element) else { return nil }
    return candidates.first { plan.id(of: $0) == id }
  }

  /// Whether two elements are one; those of two versions by their ids.
  func isSame(_ one: NaiveElement, _ other: NaiveElement) -> Bool {
    guard one.isFormer != other.isFormer else { return one === other }
    guard one.record == other.record, let id = plan.id(of: one) else { return false }
    return plan.id(of: other) == id
  }

  /// Whether a requirement has a line that reads the previous version of an element that is new
  /// there.
  func isAboutNew(_ requirement: Requirement, _ frames: NaiveFrames) -> Bool {
    switch requirement {
    case .judgement(let judgement): isAboutNew(judgement, frames)
    case .block(_, let parts): parts.contains { isAboutNew($0, frames) }
    }
  }

  private func isAboutNew(_ condition: Condition, _ frames: NaiveFrames) -> Bool {
    switch condition {
    case .judgement(let judgement): isAboutNew(judgement, frames)
    case .block(_, let parts, _): parts.contains { isAboutNew($0, frames) }
    }
  }

  /// Whether a line reads the previous version of an element that is new there.
  func isAboutNew(_ judgement: Judgement, _ frames: NaiveFrames) -> Bool {
    var read = [judgement.subject] + operands(of: judgement.phrase)
    if case .changed(let previous) = judgement.phrase { read.append(.path(previous)) }
    if case .existing(.path(let path), _) = judgement.phrase { read.append(.path(path)) }
    guard mistake != .previousIsNow else { return false }
    return read.flatMap(paths).contains { path in
      guard path.steps.first == .previous else { return false }
      switch path.start {
      case .plan: return before(plan.root) == nil
      case .frame(let frame): return before(frames.elements[frame]) == nil
      }
    }
  }

  // MARK: - Changes

  /// What `has changed` says of a path.
  func hasChanged(_ path: Path, _ previous: Path, _ frames: NaiveFrames) -> NaiveVerdict {
    guard let now = reach(path.start, path.steps, frames).first,
      let then = reach(previous.start, previous.steps, frames).first
    else { return .unknown(ownGap: false) }
    if case .lost(.gap(.new, _)) = then { return .inapplicable }
    let isSame =
      if case .element(let element, _) = now, case .element(let former, _) = then,
        let field = path.field
      {
        saysTheSame(element, former, field)
      } else {
        // An element on the way is not stated in one of the versions.
        saysTheSame(cell(now, path), cell(then, previous))
      }
    return NaiveVerdict(isSame).negated
  }

  private func cell(_ branch: NaiveBranch, _ path: Path) -> NaiveCell {
    switch sight(branch, path) {
    case .value(let value): .stated(value)
    case .gap(.open, _): .open
    case .gap(.notApplicable, _): .notApplicable
    case .gap(.absent, _): .absent
    case .gap(.empty, _): .empty
    case .gap(.malformed, _), .gap(.new, _), .atLeast, .unclear: .malformed
    }
  }

  /// Whether a field says the same of an element as it did; groups field by field.
  private func saysTheSame(_ now: NaiveElement, _ then: NaiveElement, _ field: Int) -> Truth {
    let declared = plan.schema.records[now.record].fields[field]
    switch declared.type {
    case .group:
      return declared.members.reduce(.yes) { $0.and(saysTheSame(now, then, $1)) }
    case .scalars(_, isOrdered: false):
      guard case .stated(.entries(let left)) = now.cells[field],
        case .stated(.entries(let right)) = then.cells[field], mistake != .setsAreSequences
      else { break }
      return isWithin(left, right).and(isWithin(right, left))
    case .records(_, let order) where order != .asWritten:
      guard case .stated(.elements(let left)) = now.cells[field],
        case .stated(.elements(let right)) = then.cells[field], mistake != .setsAreSequences
      else { break }
      return left.count == right.count ? paired(left, right[...]) : .no
    case .scalar, .scalars, .records, .record: break
    }
    return saysTheSame(now.cells[field], then.cells[field])
  }

  private func saysTheSame(_ now: NaiveCell, _ then: NaiveCell) -> Truth {
    func saysNothing(_ cell: NaiveCell) -> Bool { cell.gap == .absent || cell.gap == .empty }
    if now.gap == .malformed || then.gap == .malformed { return .unknown }
    guard case .stated(let value) = now, case .stated(let former) = then else {
      if mistake == .gapsAreNoChange { return .yes }
      return Truth(now.gap == then.gap || (saysNothing(now) && saysNothing(then)))
    }
    switch (value, former) {
    case (.entries(let left), .entries(let right)):
      guard left.count == right.count else { return .no }
      return zip(left, right).reduce(.yes) { $0.and(saysTheSame($1.0, $1.1)) }
    case (.elements(let left), .elements(let right)):
      guard left.count == right.count else { return .no }
      return zip(left, right).reduce(.yes) { $0.and(isTheSame($1.0, $1.1)) }
    case (.amount(let one, let its), .amount(let other, let others)):
      // Another currency is another amount, but for nothing at all.
      return Truth(one == other && (its == others || one == .zero))
    default: return areSame(value, former)
    }
  }

  /// Whether every field of two nested elements says the same.
  private func isTheSame(_ now: NaiveElement, _ then: NaiveElement) -> Truth {
    plan.schema.records[now.record].topFields.reduce(.yes) {
      $0.and(saysTheSame(now, then, $1))
    }
  }

  /// Whether each entry stands among others.
  private func isWithin(_ entries: [NaiveCell], _ others: [NaiveCell]) -> Truth {
    entries.reduce(.yes) { result, entry in
      let found = others.map { saysTheSame(entry, $0) }
      return result.and(
        found.contains(.yes) ? .yes : found.contains(.unknown) ? .unknown : .no)
    }
  }

  /// Whether elements can be put in pairs that say the same: every way of doing so is tried.
  private func paired(_ left: [NaiveElement], _ right: ArraySlice<NaiveElement>) -> Truth {
    guard let first = left.first else { return .yes }
    var best = Truth.no
    for index in right.indices {
      var rest = right
      rest.remove(at: index)
      let found = isTheSame(first, right[index]).and(paired(Array(left.dropFirst()), rest))
      if found == .yes { return .yes }
      if found == .unknown { best = .unknown }
    }
    return best
  }
}

extension NaiveGap {
  /// Whether what is asked for does not apply, or there was nothing yet to apply to.
  var isInapplicable: Bool { self == .notApplicable || self == .new }
}
