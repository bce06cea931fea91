import Model
import RuleSyntax
import Semantics
import Values

extension NaiveJudge {
  // MARK: - Lists as a whole

  private func entries(of subject: NaiveSight) -> [NaiveCell]? {
    switch subject {
    case .value(.entries(let entries)): entries
    case .value(.elements(let elements)): elements.map { .stated(.element($0)) }
    case .gap(.empty, _): []
    default: nil
    }
  }

  func entries(
    _ subject: NaiveSight, _ comparison: PhraseSyntax.Comparison, _ bound: NaiveSight
  ) -> NaiveVerdict {
    guard let entries = entries(of: subject) else {
      return verdict(of: worse(subject, bound) ?? subject)
    }
    if let gap = worse(bound, bound) { return verdict(of: gap) }
    return measure(.value(.amount(Decimal(entries.count), nil)), comparison, bound)
  }

  func measure(
    _ count: NaiveSight, _ comparison: PhraseSyntax.Comparison, _ bound: NaiveSight
  ) -> NaiveVerdict {
    switch comparison {
    case .atLeast: compare(.atLeast, count, bound, Bounds())
    case .atMost: compare(.atMost, count, bound, Bounds())
    case .exactly: compare(.same, count, bound, Bounds())
    }
  }

  func includes(
    _ subject: NaiveSight, _ value: NaiveValue, isOwn: Bool
  ) -> NaiveVerdict {
    guard let entries = entries(of: subject) else { return verdict(of: subject) }
    return any(
      entries.map { entry in
        let seen = NaiveSight(entry, isOwn: isOwn)
        if let gap = worse(seen, seen) { return verdict(of: gap) }
        return same(seen, .value(value))
      })
  }

  /// Kleene's "or": nothing at all is no.
  func any(_ verdicts: [NaiveVerdict]) -> NaiveVerdict {
    if verdicts.contains(.yes) { return .yes }
    let unknown = verdicts.filter(\.isUnknown)
    guard !unknown.isEmpty else { return .no }
    return .unknown(ownGap: unknown.allSatisfy { $0 == .unknown(ownGap: true) })
  }

  // MARK: - Among others

  func exists(
    _ subject: NaiveSight, _ target: TypedPhrase.Target, _ otherThanItself: Bool,
    _ frames: NaiveFrames
  ) -> NaiveVerdict {
    switch target {
    case .list(let record):
      guard case .value(let wanted) = subject else { return .unknown(ownGap: false) }
      if let gap = plan.lists[record].gap, gap != .empty {
        return verdict(of: .gap(gap, isOwn: isOwn(plan.root, frames)))
      }
      let found = plan.elements[record].contains { element in
        if otherThanItself, element === frames.innermost { return false }
        if case .element(let other) = wanted { return isSame(other, element) }
        return plan.id(of: element) != nil && plan.id(of: element) == plain(wanted)
      }
      return NaiveVerdict(found)
    case .path(let path):
      return existsInPath(subject, path, otherThanItself, frames)
    }
  }

  private func existsInPath(
    _ subject: NaiveSight, _ path: Path, _ otherThanItself: Bool, _ frames: NaiveFrames
  ) -> NaiveVerdict {
    var verdicts: [NaiveVerdict] = []
    var isThere = false
    let itself = otherThanItself ? frames.innermost : nil
    let split = (path.steps.lastIndex(where: \.isMany) ?? -1) + 1
    for member in reach(path.start, Array(path.steps[..<split]), frames) {
      var end = [member]
      for step in path.steps[split...] { end = follow(step, end) }
      for branch in end {
        if let itself, split > 0, stands(itself, for: member, branch) {
          isThere = true
          continue
        }
        let seen = sight(branch, path)
        switch seen {
        case .value(.entries(let entries)):
          isThere = true
          for case .stated(let value) in entries { verdicts.append(same(subject, .value(value))) }
        case .value: verdicts.append(same(subject, seen))
        case .gap(.empty, _): isThere = true
        case .gap where hidesMembers(branch, path): verdicts.append(verdict(of: seen))
        case .gap, .unclear, .atLeast:
          // A name that stays text leads nowhere; a member without a value is passed over.
          if case .lost = branch { verdicts.append(.unknown(ownGap: false)) }
          isThere = true
        }
      }
    }
    let isInapplicable = verdicts.contains(.inapplicable) && !isThere
    return isInapplicable && verdicts.allSatisfy { $0 == .inapplicable }
      ? .inapplicable : any(verdicts)
  }

  /// Whether a member of a list is the element that `other than itself` speaks of: the list's
  /// own, or else the one that the path reaches from it.
  private func stands(
    _ itself: NaiveElement, for member: NaiveBranch, _ end: NaiveBranch
  ) -> Bool {
    if case .element(let element, _) = member, element.record == itself.record {
      return element === itself
    }
    if case .element(let element, _) = end { return element === itself }
    return false
  }

  /// Whether it is a list, or the way to one, that has no value, not one of many members.
  private func hidesMembers(_ branch: NaiveBranch, _ path: Path) -> Bool {
    if case .element = branch { return path.isListOfValues(plan) }
    return true
  }

  func isUnique(
    _ subject: NaiveSight, _ operand: Operand, _ amongAll: Bool, _ frames: NaiveFrames
  ) -> NaiveVerdict {
    guard case .path(let path) = operand else { return .unknown(ownGap: false) }
    let isWide = amongAll || mistake == .siblingsAreAll
    let others =
      isWide
      ? version(of: frames.judged).elements[frames.judged.record] : siblings(of: frames.judged)
    let verdicts = others.filter { $0 !== frames.judged }.map { other -> NaiveVerdict in
      var theirs = frames
      theirs.elements[frames.scope - 1] = other
      let seen = sight(path, theirs)
      guard case .value = seen else { return .no }
      // What is not certainly the same, such as a month and a year, is no duplicate.
      return same(subject, seen) == .yes ? .yes : .no
    }
    return any(verdicts).negated
  }

  /// Whether following the references from the element leads to it again.
  func leadsBack(
    _ subject: NaiveSight, _ operand: Operand, _ frames: NaiveFrames
  ) -> NaiveVerdict {
    guard case .path(let path) = operand, let field = path.field,
      case .element(let start, _)? = reach(path.start, [], frames).first
    else { return .unknown(ownGap: false) }
    if case .value = subject {
    } else if subject.gap != .empty {
      return verdict(of: subject)
    }
    var seen: [NaiveElement] = []
    var open = [start]
    while let element = open.popLast() {
      for next in named(by: element.cells[field]) {
        if next === start { return .yes }
        if !seen.contains(where: { $0 === next }) {
          seen.append(next)
          open.append(next)
        }
      }
    }
    return .no
  }

  private func named(by cell: NaiveCell) -> [NaiveElement] {
    switch cell {
    case .stated(.element(let element)): [element]
    case .stated(.entries(let entries)): entries.flatMap(named)
    default: []
    }
  }

  // MARK: - Periods

  func period(
    _ phrase: TypedPhrase, _ subject: NaiveSight, _ bounds: [NaiveSight]
  ) -> NaiveVerdict {
    guard case .value(.date(let date)) = subject, bounds.count == 2,
      case .value(.date(let first)) = bounds[0], case .value(.date(let last)) = bounds[1]
    else { return .unknown(ownGap: false) }
    let written = operands(of: phrase).map(Bounds.isWritten)
    let from = written[0] ? first.atFirstDay : first
    let to = written[1] ? last.atLastDay : last
    if case .within = phrase {
      return NaiveVerdict(date.isOnOrAfter(from).and(date.isOnOrBefore(to)))
    }
    return NaiveVerdict(Period(date).overlaps(Period(from: from, to: to)))
  }

  // MARK: - Texts

  func text(_ subject: NaiveSight, _ test: (String) -> Bool) -> NaiveVerdict {
    guard case .value(let value) = subject, let text = plain(value) else {
      return .unknown(ownGap: false)
    }
    return NaiveVerdict(test(text))
  }

  /// Runs without blanks that hold a letter or a digit.
  static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// Whether an entry of the lists stands in the text, word for word and in any case.
  private static func folded(_ text: String) -> String {
    text.lowercased().replacing("ß", with: "ss")
  }

  func mentions(_ text: String, _ lists: [Int]) -> Bool {
    let words = Self.folded(text).split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return lists.flatMap { program.wordLists[$0].words }.contains { entry in
      let wanted = Self.folded(entry).split(separator: " ")
      guard wanted.count <= words.count else { return false }
      return (0...words.count - wanted.count).contains { start in
        zip(wanted, words[start...]).allSatisfy { wish, word in
          wish.hasSuffix("*") ? word.hasPrefix(wish.dropLast()) : wish == word
        }
      }
    }
  }
}

extension Path {
  /// Whether it ends in a field that holds several values.
  func isListOfValues(_ plan: NaivePlan) -> Bool {
    guard let field else { return false }
    if case .scalars = plan.schema.records[record].fields[field].type { return true }
    return false
  }
}
