import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

/// Sentences about blocks: `any of these must hold`, `exactly one of …`.
extension ValueProblem {
  /// A field that a part of a block asks for and the plan does not state.
  private struct BlockGap {
    var name: String
    var isEmpty: Bool
    /// What an open field is said to wait for, as it follows "declared open"; nil for others.
    var declaration: String?
  }

  /// The fields that an `any of these must hold` asks for, where none of them is stated: to hold each
  /// condition against them would say the same many times. Else nil.
  private func gaps(_ block: BlockCondition, _ rows: Rows, _ language: Language) -> [BlockGap]? {
    guard reason.outcome == .violated, block.kind == .any else { return nil }
    var found: [BlockGap] = []
    guard collectGaps(of: block, rows, language, &found), !found.isEmpty else { return nil }
    return found
  }

  private func collectGaps(
    of block: BlockCondition, _ rows: Rows, _ language: Language, _ found: inout [BlockGap]
  ) -> Bool {
    for part in block.parts {
      if let inner = part as? BlockCondition {
        guard inner.kind == .any || inner.kind == .all,
          collectGaps(of: inner, rows, language, &found)
        else { return false }
      } else {
        guard let line = (part as? LineCondition)?.line, let gap = gap(in: line, rows, language)
        else { return false }
        if !found.contains(where: { $0.name == gap.name }) { found.append(gap) }
      }
    }
    return true
  }

  private func gap(in line: LineNode, _ rows: Rows, _ language: Language) -> BlockGap? {
    guard !(line.test is ChangeTest) else { return nil }
    let name = workspace.name(line.typed.subject, in: language)
    switch line.subject {
    case .one(let operand):
      if line.findsNothing(rows) { return nil }
      let sight = operand.see(rows)
      switch sight.standing {
      case .absent, .empty: return BlockGap(name: name, isEmpty: sight.standing == .empty)
      case .open:
        let declared = sight.cell.map { workspace.declared(workspace.reference($0), language) }
        return BlockGap(
          name: name, isEmpty: false, declaration: Workspace.shortened(declared ?? ""))
      case .stated, .inapplicable, .malformed, .unclear: return nil
      }
    case .many(let path, _):
      var isStated = false
      line.forEachMember(path, rows, gap: { _, _ in }) { cell, _ in
        guard cell.leaf >= 0 else { return isStated = true }
        let standing = workspace.sight(workspace.leaves[Int(cell.leaf)], cell).standing
        isStated = isStated || !standing.isMissing
      }
      return isStated ? nil : BlockGap(name: name, isEmpty: false)
    case .matches: return nil
    }
  }

  /// "none of these is stated: `end-date`, `continuous`"; where the plan declares one open, that one
  /// is what it says, and the others are not missed.
  private func sentence(_ gaps: [BlockGap], _ language: Language) -> String {
    let open = gaps.compactMap { gap in
      gap.declaration.map { declaration in
        language.pick(
          "\(gap.name) is declared open\(declaration)",
          "\(gap.name) ist als offen erklärt\(declaration)")
      }
    }
    if !open.isEmpty { return open.joined(separator: "; ") }
    let names = gaps.map(\.name).joined(separator: ", ")
    switch (gaps.count, gaps.allSatisfy(\.isEmpty)) {
    case (1, true): return language.pick("\(names) is empty", "\(names) ist leer")
    case (1, false): return language.pick("\(names) is not stated", "\(names) ist nicht angegeben")
    case (_, true):
      return language.pick("all of these are empty: \(names)", "alles davon ist leer: \(names)")
    case (_, false):
      return language.pick(
        "none of these is stated: \(names)", "nichts davon ist angegeben: \(names)")
    }
  }

  func sentence(_ block: BlockCondition, _ rows: Rows, _ language: Language) -> String {
    if let gaps = gaps(block, rows, language) { return sentence(gaps, language) }
    let parts = alternatives(block, rows, language)
    if reason.outcome == .undetermined {
      return language.pick(
        "nobody can tell which of these holds: ", "es lässt sich nicht sagen, was davon zutrifft: ")
        + parts
    }
    switch block.kind {
    case .any: return language.pick("none of these holds: ", "nichts davon trifft zu: ") + parts
    case .all:
      return language.pick("not all of these hold: ", "nicht alles davon trifft zu: ") + parts
    case .none:
      return language.pick("none of these may hold: ", "nichts davon darf zutreffen: ") + parts
    case .exactlyOne:
      return language.pick("exactly one of these must hold", "genau eines davon muss zutreffen")
        + ", \(holding(block, rows, language)): " + parts
    }
  }

  /// How many of the conditions hold, of which one alone should, and of which fields nobody can tell.
  private func holding(_ block: BlockCondition, _ rows: Rows, _ language: Language) -> String {
    let count = block.parts.count { $0.verdict(rows) == .yes }
    guard count < 2 else { return language.pick("and \(count) do", "und \(count) tun es") }
    var unknown: [String] = []
    for line in block.parts.filter({ $0.verdict(rows) == .unknown }).flatMap(\.lines) {
      let judged = line.judge(rows)
      guard judged.verdict == .unknown else { continue }
      var name = workspace.name(line.typed.subject, in: language)
      if judged.isOwnGap, let gap = judged.gap {
        name = "`\(workspace.plan.path(workspace.reference(gap)))`"
      }
      if !unknown.contains(name) { unknown.append(name) }
    }
    let fields = unknown.joined(separator: language.pick(" and ", " und "))
    if unknown.isEmpty {
      return count == 0
        ? language.pick("and none does", "und keines tut es")
        : language.pick("and 1 does", "und eines tut es")
    }
    return count == 0
      ? language.pick(
        "none does for certain, and of \(fields) nobody can tell",
        "keines trifft sicher zu, und zu \(fields) lässt sich nichts sagen")
      : language.pick(
        "1 does, and of \(fields) nobody can tell",
        "eines tut es, und zu \(fields) lässt sich nichts sagen")
  }

  /// The conditions of a block with what they came to; those that ask for what is not there come last
  /// and in one.
  private func alternatives(_ block: BlockCondition, _ rows: Rows, _ language: Language) -> String {
    var parts: [String] = []
    var missing: [String] = []
    for part in block.parts {
      if reason.outcome == .violated, block.kind == .any, let line = (part as? LineCondition)?.line,
        let gap = gap(in: line, rows, language), gap.declaration == nil
      {
        missing.append(gap.name)
      } else {
        parts.append(alternative(part, rows, language))
      }
    }
    if !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      parts.append(language.pick("not stated: \(names)", "nicht angegeben: \(names)"))
    }
    return parts.joined(separator: "; ")
  }

  /// "`cost.amount` is stated: no", "`size` is 1: no, it is 2".
  private func alternative(_ part: ConditionNode, _ rows: Rows, _ language: Language) -> String {
    if let block = part as? BlockCondition {
      let joint =
        block.kind == .all ? language.pick(" and ", " und ") : language.pick(" or ", " oder ")
      return "(" + block.parts.map { alternative($0, rows, language) }.joined(separator: joint)
        + ")"
    }
    guard let line = (part as? LineCondition)?.line else { return "" }
    let text = line.statement(rows, language)
    let answer: String
    switch part.verdict(rows) {
    case .yes: answer = language.pick("yes", "ja")
    case .no: answer = language.pick("no", "nein")
    case .unknown: answer = language.pick("not known", "nicht bekannt")
    case .inapplicable: answer = language.pick("does not apply", "trifft nicht zu")
    }
    guard line.question == nil, case .one(let operand) = line.subject else {
      return "\(text): \(answer)"
    }
    let sight = operand.see(rows)
    if sight.standing != .stated, !line.findsNothing(rows), !(line.test is ChangeTest) {
      return "\(text): \(workspace.show(sight, line.typed.subject.type, in: language))"
    }
    if line.typed.subject.type == .yesOrNo { return "\(text): \(answer)" }
    let pronoun = workspace.pronoun(line.typed.subject, in: language)
    return "\(text): \(answer), \(pronoun) \(line.predicate(sight, rows, language))"
  }
}
