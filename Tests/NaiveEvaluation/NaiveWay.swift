import Model
import Semantics
import Values

/// The elements that a rule's names can be about, see `Scope`; the last of the scope is judged.
struct NaiveFrames {
  var elements: [NaiveElement]
  /// How many of them belong to the scope; those behind are members that a `where` looks at.
  let scope: Int

  var judged: NaiveElement { elements[scope - 1] }
  var innermost: NaiveElement { elements[elements.count - 1] }

  func with(_ element: NaiveElement) -> NaiveFrames {
    var inner = self
    inner.elements.append(element)
    return inner
  }
}

/// What is seen at the end of a path.
enum NaiveSight {
  case value(NaiveValue)
  /// A sum of which parts are unknown and none can be negative: at least this much.
  case atLeast(Decimal, Currency?)
  /// No value; `isOwn` where it is the judged element's to state.
  case gap(NaiveGap, isOwn: Bool)
  /// Computed from parts of which some are unknown, or no value can be made of them.
  case unclear

  init(_ cell: NaiveCell, isOwn: Bool) {
    switch cell {
    case .stated(let value): self = .value(value)
    case .absent: self = .gap(.absent, isOwn: isOwn)
    case .open: self = .gap(.open, isOwn: isOwn)
    case .notApplicable: self = .gap(.notApplicable, isOwn: isOwn)
    case .empty: self = .gap(.empty, isOwn: isOwn)
    case .malformed: self = .gap(.malformed, isOwn: isOwn)
    }
  }

  var gap: NaiveGap? {
    if case .gap(let gap, _) = self { return gap }
    return nil
  }

  var isInapplicable: Bool { gap?.isInapplicable ?? false }
}

/// One branch of a way: the element that it reached, or what it ended at.
enum NaiveBranch {
  case element(NaiveElement, isOwn: Bool)
  /// A list of the way has no entries to go on with, and why.
  case list(NaiveGap, isOwn: Bool)
  /// A single reference or an entry leads nowhere.
  case lost(NaiveSight)
}

extension NaiveJudge {
  /// Everything that the steps of a path reach.
  func reach(_ start: Path.Start, _ steps: [Path.Step], _ frames: NaiveFrames) -> [NaiveBranch] {
    var branches: [NaiveBranch]
    switch start {
    case .plan:
      branches = [.element(plan.root, isOwn: isOwn(plan.root, frames))]
    case .frame(let frame):
      let element = frames.elements[frame]
      branches = [.element(element, isOwn: isOwn(element, frames))]
    }
    for step in steps { branches = follow(step, branches) }
    return branches
  }

  /// Whether the element is the judged one or stands inside it. What the previous version says
  /// nobody can mend; for an element that is gone the plan itself has to answer.
  func isOwn(_ element: NaiveElement, _ frames: NaiveFrames) -> Bool {
    if element.isFormer { return mistake == .formerGapIsOwn }
    if frames.judged.isFormer { return element === plan.root }
    var current: NaiveElement? = element
    while let inner = current {
      if inner === frames.judged { return true }
      current = inner.parent
    }
    return false
  }

  func follow(_ step: Path.Step, _ branches: [NaiveBranch]) -> [NaiveBranch] {
    branches.flatMap { branch -> [NaiveBranch] in
      guard case .element(let element, let isOwn) = branch else { return [branch] }
      return self.branches(of: step, element, isOwn)
    }
  }

  private func branches(
    of step: Path.Step, _ element: NaiveElement, _ isOwn: Bool
  ) -> [NaiveBranch] {
    switch step {
    case .reference(let field): return [target(of: element.cells[field], isOwn)]
    case .child(let field):
      guard case .stated(.elements(let inner)) = element.cells[field], let only = inner.first else {
        return [target(of: element.cells[field], isOwn)]
      }
      return [.element(only, isOwn: isOwn)]
    case .children(let field):
      if case .stated(.elements(let inner)) = element.cells[field] {
        return inner.map { .element($0, isOwn: isOwn) }
      }
      return list(element.cells[field], isOwn)
    case .references(let field):
      if case .stated(.entries(let entries)) = element.cells[field] {
        return entries.map { target(of: $0, isOwn) }
      }
      return list(element.cells[field], isOwn)
    case .inverse(let index):
      let inverse = plan.schema.records[element.record].inverses[index]
      return version(of: element).inverse(inverse, of: element).map { .element($0, isOwn: false) }
    case .parent:
      return [element.parent.map { .element($0, isOwn: false) } ?? .lost(.unclear)]
    case .previous:
      if mistake == .previousIsNow { return [.element(element, isOwn: false)] }
      return [before(element).map { .element($0, isOwn: false) } ?? .lost(.gap(.new, isOwn: false))]
    case .earlier: return beside(element, isEarlier: true)
    case .later: return beside(element, isEarlier: false)
    case .all(let record):
      let list = version(of: element).lists[record]
      if case .stated(.elements(let all)) = list { return all.map { .element($0, isOwn: false) } }
      return self.list(list, isOwn)
    }
  }

  private func list(_ cell: NaiveCell, _ isOwn: Bool) -> [NaiveBranch] {
    cell.gap.map { [.list($0, isOwn: isOwn)] } ?? []
  }

  /// The element that a reference names; a name that stays text leads nowhere.
  private func target(of cell: NaiveCell, _ isOwn: Bool) -> NaiveBranch {
    switch cell {
    case .stated(.element(let element)): .element(element, isOwn: false)
    case .stated: .lost(.unclear)
    // A reference without a name says nothing about what would lie behind it.
    case .empty: .lost(.gap(.absent, isOwn: isOwn))
    default: .lost(NaiveSight(cell, isOwn: isOwn))
    }
  }

  /// The siblings that certainly stand before or after an element in the order of its list.
  private func beside(_ element: NaiveElement, isEarlier: Bool) -> [NaiveBranch] {
    siblings(of: element).filter { other in
      isEarlier ? stands(other, before: element) : stands(element, before: other)
    }.map { .element($0, isOwn: false) }
  }

  /// All elements of the same list, the element itself included.
  func siblings(of element: NaiveElement) -> [NaiveElement] {
    version(of: element).elements[element.record].filter {
      $0.parent === element.parent && $0.place == element.place
    }
  }

  /// The field that orders an element's list; nil where it stands as it is written.
  func orderingField(of element: NaiveElement) -> Int? {
    guard let place = element.place else { return nil }
    let declared = plan.schema.records[element.record].places[place]
    let field = plan.schema.records[declared.record].fields[declared.field]
    if case .records(_, .by(let ordering)) = field.type { return ordering }
    return nil
  }

  /// Whether one of two siblings certainly stands before the other.
  func stands(_ first: NaiveElement, before second: NaiveElement) -> Bool {
    guard first !== second else { return false }
    guard let field = orderingField(of: first) else { return first.position < second.position }
    guard case .stated(let left) = first.cells[field], case .stated(let right) = second.cells[field]
    else { return false }
    switch (left, right) {
    case (.amount(let left, _), .amount(let right, _)): return left < right
    case (.date(let left), .date(let right)): return left.isBefore(right) == .yes
    default: return false
    }
  }

  // MARK: - What stands at the end

  /// What a path that leads to one value, or to a list as a whole, shows.
  func sight(_ path: Path, _ frames: NaiveFrames) -> NaiveSight {
    if path.isWholeList, path.field == nil { return wholeList(path, frames) }
    guard let branch = reach(path.start, path.steps, frames).first else { return .unclear }
    return sight(branch, path)
  }

  /// What stands in a branch's field.
  func sight(_ branch: NaiveBranch, _ path: Path) -> NaiveSight {
    switch branch {
    case .lost(let sight): return sight
    case .list(let gap, let isOwn): return .gap(gap, isOwn: isOwn)
    case .element(let element, let isOwn):
      guard let field = path.field else { return .value(.element(element)) }
      return NaiveSight(element.cells[field], isOwn: isOwn)
    }
  }

  /// An inverse, a list of the document or `earlier` as one value.
  func wholeList(_ path: Path, _ frames: NaiveFrames) -> NaiveSight {
    guard let last = path.steps.last,
      let holder = reach(path.start, Array(path.steps.dropLast()), frames).first
    else { return .unclear }
    return wholeList(holder, last)
  }

  func wholeList(_ holder: NaiveBranch, _ last: Path.Step) -> NaiveSight {
    if case .lost(let sight) = holder { return sight }
    if case .list(let gap, let isOwn) = holder { return .gap(gap, isOwn: isOwn) }
    var elements: [NaiveElement] = []
    for branch in follow(last, [holder]) {
      switch branch {
      case .element(let element, _): elements.append(element)
      case .list(let gap, let isOwn): return .gap(gap, isOwn: isOwn)
      case .lost(let sight): return sight
      }
    }
    if elements.isEmpty, case .element(_, let isOwn) = holder { return .gap(.empty, isOwn: isOwn) }
    return .value(.elements(elements))
  }
}

/// One member of a list as a quantifier or an aggregate sees it.
struct NaiveMember {
  var sight: NaiveSight
  /// Whether its `where` certainly holds.
  var isCertain = true
  /// Whether the way to it ends at a reference that leads nowhere.
  var isLost = false
  /// The element of the last list on the way.
  var element: NaiveElement?
}

/// The members of a list that a quantifier or an aggregate speaks of.
struct NaiveMembers {
  /// Those that count, or of which it is not known whether they do.
  var members: [NaiveMember] = []
  /// The lists on the way that have no entries, and why.
  var lists: [(gap: NaiveGap, isOwn: Bool)] = []

  /// The lists of which nobody knows what they hold.
  var unknownLists: [(gap: NaiveGap, isOwn: Bool)] {
    lists.filter { $0.gap != .empty && !$0.gap.isInapplicable }
  }
}

extension NaiveJudge {
  /// The members that a path stands for, those left out that `where` does not hold for.
  func members(_ path: Path, _ filter: Condition?, _ frames: NaiveFrames) -> NaiveMembers {
    let isWhole = path.isWholeList && path.field == nil
    let steps = isWhole ? Array(path.steps.dropLast()) : path.steps
    let split = (steps.lastIndex(where: \.isMany) ?? -1) + 1
    var found = NaiveMembers()
    for branch in reach(path.start, Array(steps[..<split]), frames) {
      var isCertain = true
      switch branch {
      case .list(let gap, let isOwn):
        found.lists.append((gap, isOwn))
        continue
      case .lost(.gap(let gap, let isOwn)) where gap.isInapplicable:
        found.lists.append((gap, isOwn))
        continue
      case .lost(let sight):
        let isCertain = filter == nil || mistake == .whereIsIgnored
        found.members.append(NaiveMember(sight: sight, isCertain: isCertain, isLost: true))
        continue
      case .element(let element, _):
        guard let filter, mistake != .whereIsIgnored else { break }
        switch verdict(filter, frames.with(element)) {
        case .yes: break
        case .no, .inapplicable: continue
        case .unknown: isCertain = false
        }
      }
      var end = [branch]
      for step in steps[split...] { end = follow(step, end) }
      let before = found.members.count
      for branch in end { add(branch, path, isCertain, to: &found) }
      if split > 0, case .element(let element, _) = branch {
        for index in found.members.indices[before...] { found.members[index].element = element }
      }
    }
    return found
  }

  /// A list field whose members are meant stands for its entries.
  private func add(
    _ branch: NaiveBranch, _ path: Path, _ isCertain: Bool, to found: inout NaiveMembers
  ) {
    if path.isWholeList, path.field == nil {
      let sight = wholeList(branch, path.steps[path.steps.count - 1])
      return found.members.append(NaiveMember(sight: sight, isCertain: isCertain))
    }
    let seen = sight(branch, path)
    guard case .element(_, let isOwn) = branch else {
      return found.members.append(NaiveMember(sight: seen, isCertain: isCertain, isLost: true))
    }
    guard !path.isWholeList, path.isListOfValues(plan) else {
      return found.members.append(NaiveMember(sight: seen, isCertain: isCertain))
    }
    switch seen {
    case .value(.entries(let entries)):
      found.members += entries.map {
        NaiveMember(sight: NaiveSight($0, isOwn: isOwn), isCertain: isCertain)
      }
    case .gap(let gap, _): found.lists.append((gap, isOwn))
    case .value, .atLeast, .unclear:
      found.members.append(NaiveMember(sight: seen, isCertain: isCertain))
    }
  }

}

extension Path {
  /// Whether it stands for a list as a whole.
  var isWholeList: Bool {
    if case .list = type { return true }
    return false
  }
}
