import SourceText

/// Phrases that lack a part, or that other languages have in one piece.
extension Parser {
  /// Tells `be unique` without the list; `across measures` and the like are taken for it.
  mutating func reportUnique() {
    let start = current
    let next = ahead(1)
    let isJoined =
      ["across", "in", "within", "of", "inside", "amongst"].contains(text(of: next))
      && ahead(2).kind == .name && ahead(3).kind != .dot
    if isJoined {
      let list = text(of: ahead(2).word == .all ? ahead(3) : ahead(2))
      report(
        .uniqueWithoutList(list: list), at: ByteRange(Int(start.start), Int(next.end)),
        edit: (next.range, "among"))
    } else {
      report(.uniqueWithoutList(list: nil), at: start.range)
    }
  }

  /// Tells `must exist` and `exists` without a list, and `must not be missing`; false where
  /// something else stands at the cursor.
  mutating func reportState(isRequirement: Bool) -> Bool {
    let start = current
    var (end, isStated) = (start, true)
    switch start.word {
    case .exist, .exists: break
    case .do, .does:
      guard !isRequirement, ahead(1).word == .not, ahead(2).word == .exist else { return false }
      (end, isStated) = (ahead(2), false)
    case .be where isRequirement && ahead(1).word == .missing:
      (end, isStated) = (ahead(1), false)
    default: return false
    }
    while current.start != end.start { advance() }
    let next = ahead(1)
    guard next.kind == .end || next.kind == .comma else {
      while cursor > 0, current.start != start.start { cursor -= 1 }
      return false
    }
    let before = lexer.tokens.last { $0.start < start.start }
    let not = isRequirement && before?.word == .not ? before : nil
    if not != nil { isStated.toggle() }
    let range = ByteRange(Int((not ?? start).start), Int(end.end))
    let ours =
      isRequirement
      ? isStated ? "be stated" : "be left out" : isStated ? "is stated" : "is missing"
    report(
      .otherLanguage(lexer.text(range.start, range.end), ours: ours), at: range,
      replacing: next.kind == .end ? ours : nil)
    return true
  }

  // MARK: - Between

  /// Tells `be between 1 and 5`; false where something else stands at the cursor.
  mutating func reportBetween(isRequirement: Bool) -> Bool {
    let start = current
    let isDenied = !isRequirement && ahead(1).word == .not
    let first = start.word == .between ? start : ahead(isDenied ? 2 : 1)
    guard start.word == .between || start.word == .be || start.word == .is || start.word == .are,
      first.word == .between || first.word == .within
    else { return false }
    let mood = isDenied ? .denied : mood(isRequirement)
    let tokens = lexer.tokens.filter { $0.start > first.start }
    let last = tokens.firstIndex { $0.kind == .end || $0.kind == .comma || $0.word == .where }
    let bounds = tokens[..<(last ?? tokens.endIndex)]
    guard let joint = bounds.firstIndex(where: { [.and, .und, .to].contains($0.word) }),
      joint > 0, joint + 1 < bounds.count, let end = bounds.last,
      first.word == .between || tokens[joint].word != .to
    else {
      guard first.word == .between else { return false }
      report(
        .between(lower: "A", upper: "B", isDates: false, mood),
        at: ByteRange(Int(start.start), Int(first.end)))
      return true
    }
    let lower = lexer.text(Int(bounds[0].start), Int(bounds[joint - 1].end))
    let upper = lexer.text(Int(bounds[joint + 1].start), Int(end.end))
    let isDates = bounds[0].kind == .date && bounds[joint + 1].kind == .date
    let verb = isRequirement ? "lie" : isDenied ? "does not lie" : "lies"
    report(
      .between(lower: lower, upper: upper, isDates: isDates, mood),
      at: ByteRange(Int(start.start), Int(end.end)),
      replacing: isDates ? "\(verb) within \(lower) to \(upper)" : nil)
    return true
  }

  private func mood(_ isRequirement: Bool) -> SyntaxProblem.Mood {
    let isNegated = isRequirement && lexer.tokens[..<cursor].last?.word == .not
    return isRequirement ? isNegated ? .forbidden : .required : .asked
  }
}
