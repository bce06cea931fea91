import Diagnostics
import Model
import RuleSyntax
import Semantics

/// A condition made ready for judging.
class ConditionNode: @unchecked Sendable {
  func verdict(_ rows: Rows) -> Verdict { .unknown }

  /// Whether the loader may have told of a cell that the condition rests on.
  var mayBeReported: Bool { true }

  /// For a condition that is unknown: the line that is waiting for a value.
  func gap(_ rows: Rows) -> Judged? { nil }

  /// What judges the condition for many elements at once.
  func makeSweep() -> Sweep { IdleSweep() }
}

/// One line as a condition.
final class LineCondition: ConditionNode, @unchecked Sendable {
  let line: LineNode

  init(_ line: LineNode) { self.line = line }

  override func verdict(_ rows: Rows) -> Verdict { line.judge(rows).verdict }
  override var mayBeReported: Bool { line.mayBeReported }
  override func makeSweep() -> Sweep { line.makeSweep() }

  override func gap(_ rows: Rows) -> Judged? {
    let judged = line.judge(rows)
    return judged.outcome == .undetermined && judged.gap != nil ? judged : nil
  }
}

/// `any of`, `all of`, `exactly one of`, `none of`
final class BlockCondition: ConditionNode, @unchecked Sendable {
  let kind: BlockKind
  let parts: [ConditionNode]

  init(_ kind: BlockKind, _ parts: [ConditionNode]) {
    self.kind = kind
    self.parts = parts
  }

  override var mayBeReported: Bool { parts.contains(where: \.mayBeReported) }
  override func makeSweep() -> Sweep { BlockSweep(kind, parts.map { $0.makeSweep() }) }

  /// Kleene's value over the parts; those that do not apply are left out.
  override func verdict(_ rows: Rows) -> Verdict {
    var yes = 0
    var no = 0
    var unknown = 0
    for part in parts {
      switch part.verdict(rows) {
      case .yes: yes += 1
      case .no: no += 1
      case .unknown: unknown += 1
      case .inapplicable: break
      }
    }
    guard yes + no + unknown > 0 else { return .inapplicable }
    switch kind {
    case .any: return yes > 0 ? .yes : unknown > 0 ? .unknown : .no
    case .all: return no > 0 ? .no : unknown > 0 ? .unknown : .yes
    case .none: return yes > 0 ? .no : unknown > 0 ? .unknown : .yes
    case .exactlyOne:
      if yes > 1 { return .no }
      return unknown > 0 ? .unknown : Verdict(yes == 1)
    }
  }
}

extension BlockCondition {
  /// Whether all that is unknown is a field that the element itself should state: a requirement
  /// is then violated, as a single line would be, not undetermined.
  func waitsForOwnGapsOnly(_ rows: Rows) -> Bool {
    for part in parts {
      if let block = part as? BlockCondition {
        guard block.verdict(rows) != .unknown || block.waitsForOwnGapsOnly(rows) else {
          return false
        }
      } else if let line = (part as? LineCondition)?.line {
        let judged = line.judge(rows)
        guard judged.outcome != .undetermined || judged.isOwnGap else { return false }
      }
    }
    return true
  }
}

/// `SUBJECT PHRASE`, judged as a requirement or as a condition.
final class LineNode: @unchecked Sendable {
  /// What a phrase asks about the state of a field; nil for phrases about values.
  enum StateQuestion { case stated, answered, leftOut, open, inapplicable, missing }

  enum Subject {
    case one(OperandReader)
    /// Through a list, with a quantifier.
    case many(PathReader, SubjectSyntax.Quantifier)
    /// Every match of a notation, or every date, in a text.
    case matches(MatchesOperand, SubjectSyntax.Quantifier)
  }

  let typed: Judgement
  let isRequirement: Bool
  let subject: Subject
  let question: StateQuestion?
  let test: PhraseTest?
  let filter: ConditionNode?
  let filterFrame: Int
  /// Given where the members of the subject are lists as wholes.
  let lists: MemberLists?
  let workspace: Workspace
  private let shortcut: Shortcut?
  /// The paths that begin with an element of the previous version: for a new element the line
  /// does not apply, whatever else it lacks.
  private(set) var comparedVersions: [PathReader] = []
  /// Whether the loader may have told of a cell that the line rests on.
  private(set) var mayBeReported = false
  let sentences = LineSentences()

  init(
    _ typed: Judgement, isRequirement: Bool, subject: Subject, question: StateQuestion?,
    test: PhraseTest?, filter: ConditionNode?, filterFrame: Int, lists: MemberLists?,
    _ workspace: Workspace
  ) {
    self.typed = typed
    self.isRequirement = isRequirement
    self.subject = subject
    self.question = question
    self.test = test
    self.filter = filter
    self.filterFrame = filterFrame
    self.lists = lists
    self.workspace = workspace
    shortcut = Shortcut(
      subject, question, test, isNegated: typed.isNegated, isFiltered: filter != nil)
    if workspace.plan.hasPrevious { comparedVersions = paths.filter(\.beginsBefore) }
    mayBeReported = workspace.reported.contains(self)
  }

  func judge(_ rows: Rows) -> Judged {
    if let outcome = shortcut?.judge(rows) { return Judged(outcome) }
    if isAboutNew(rows) { return Judged(.notApplicable) }
    switch subject {
    case .one(let operand): return judge(operand.see(rows), rows)
    case .many(let path, let quantifier): return judge(path, quantifier, rows)
    case .matches(let matches, let quantifier): return judge(matches, quantifier, rows)
    }
  }

  /// Whether it reads what an element said that the previous version does not have.
  @inline(__always) func isAboutNew(_ rows: Rows) -> Bool {
    !comparedVersions.isEmpty && comparedVersions.contains { $0.isNew(rows) }
  }

  /// The paths that `, if stated` asks about.
  var paths: [PathReader] {
    let own: [PathReader] =
      switch subject {
      case .one(let operand): operand.paths
      case .many(let path, _): [lists?.whole ?? path]
      case .matches(let matches, _): matches.paths
      }
    return own + (test?.paths ?? [])
  }

  // MARK: - One value

  func judge(_ sight: Sight, _ rows: Rows) -> Judged {
    if let question { return judge(question, sight) }
    if let change = test as? ChangeTest { return judge(change, rows) }
    switch sight.standing {
    case .stated:
      let tested = test!.test(sight, rows)
      if let gap = tested.gap { return judge(gap: decisive(gap, rows)) }
      let verdict = typed.isNegated ? tested.verdict.negated : tested.verdict
      switch verdict {
      case .yes: return Judged(.met)
      case .no: return Judged(.violated)
      case .unknown: return Judged(.undetermined, gap: sight.missingMember, standing: .unclear)
      case .inapplicable: return Judged(.notApplicable)
      }
    case .empty:
      if findsNothing(rows) || isCertainOfNothing(sight.isOwn) && !hasNoText(rows) {
        return judge(Sight(standing: .stated, cell: sight.cell), rows)
      }
      return judge(gap: decisive(sight, rows))
    case .open, .inapplicable, .absent, .malformed, .unclear:
      return judge(gap: decisive(sight, rows))
    }
  }

  /// The gap that decides, where what the value is compared with may have one as well.
  private func decisive(_ gap: Sight, _ rows: Rows) -> Sight {
    (test?.arguments ?? []).reduce(gap) { .decisive($0, $1.see(rows)) }
  }

  /// Whether the phrase can be judged of an empty list: it has no entries, includes nothing and
  /// leads nowhere. A list of the element's own that must include something is missed instead.
  private func isCertainOfNothing(_ isOwn: Bool) -> Bool {
    if let measure = test as? MeasureTest { return measure.unit == .entries }
    if test is CycleTest { return true }
    return test is IncludeTest && (typed.isNegated || !isRequirement || !isOwn)
  }

  /// The outcome where a value that the phrase needs is not stated.
  private func judge(gap: Sight) -> Judged {
    if let cell = gap.cell, workspace.isPrevious(cell), gap.standing != .inapplicable {
      // What the previous version left open is no fault of this one.
      return Judged(.undetermined, gap: cell, standing: gap.standing)
    }
    switch gap.standing {
    case .inapplicable: return Judged(.notApplicable)
    case .unclear: return Judged(.undetermined, gap: gap.cell, standing: .unclear)
    case .stated: return Judged(.undetermined, gap: gap.cell, standing: .unclear)
    case .open, .empty, .absent, .malformed:
      return Judged(
        missing: gap.standing, at: gap.cell, isOwn: gap.isOwn, isRequired: isRequirement)
    }
  }

  private func judge(_ question: StateQuestion, _ sight: Sight) -> Judged {
    if sight.isOfNewElement { return Judged(.notApplicable) }
    let standing = sight.standing
    if standing == .malformed, let cell = sight.cell, workspace.unnamed(cell) != nil {
      return Judged(.undetermined, gap: cell, standing: standing)
    }
    if question.holds(standing) != typed.isNegated { return Judged(.met) }
    let isGap = (question == .stated || question == .answered) && !typed.isNegated
    return Judged(.violated, gap: isGap ? sight.cell : nil, standing: standing)
  }

  private func judge(_ change: ChangeTest, _ rows: Rows) -> Judged {
    switch change.compare(rows) {
    case .isNew: return Judged(.notApplicable)
    case .changed: return Judged(typed.isNegated ? .violated : .met)
    case .same: return Judged(typed.isNegated ? .met : .violated)
    case .unknown(let gap):
      return Judged(.undetermined, gap: gap?.cell, standing: gap?.standing ?? .unclear)
    }
  }

  // MARK: - Members of a list

  /// Judges every member that the filter lets through.
  func forEachMember(
    _ path: PathReader, _ rows: Rows, gap: (CellPlace, Standing) -> Void,
    _ body: (CellPlace, Judged) -> Void
  ) {
    path.forEach(
      rows,
      gap: { cell, standing, row in
        let isAnswered = standing == .inapplicable && row == nil
        if isAnswered || workspace.isList(cell) {
          return gap(cell, standing)
        }
        // One member that cannot be seen: a reference on the way to it is not stated.
        if filter != nil, row == nil {
          return body(cell, Judged(.undetermined, gap: cell, standing: standing))
        }
        if let row, let unclear = left(out: row, rows) {
          return unclear.map { body(cell, $0) } ?? ()
        }
        body(cell, judge(Sight(standing: standing, cell: cell), rows))
      }
    ) { cell, row in
      if let unclear = left(out: row, rows) { return unclear.map { body(cell, $0) } ?? () }
      if let lists {
        let sight = lists.see(holder: cell, rows)
        return body(sight.cell ?? cell, judge(sight, rows))
      }
      guard let leaf = path.memberLeaf else {
        let element = workspace.element(record: path.record, row: Int(cell.row))
        return body(cell, judge(.computed(element), rows))
      }
      body(cell, judge(workspace.sight(leaf, cell), rows))
    }
  }

  /// Whether the filter leaves a member out, and what comes of one of which nobody knows whether
  /// it counts; nil where it does.
  private func left(out row: Int, _ rows: Rows) -> Judged?? {
    guard let filter else { return nil }
    rows[filterFrame] = Int32(row)
    switch filter.verdict(rows) {
    case .yes: return nil
    case .no, .inapplicable: return .some(nil)
    case .unknown:
      let gap = filter.gap(rows)
      return Judged(.undetermined, gap: gap?.gap, standing: gap?.standing ?? .unclear)
    }
  }

  private func judge(
    _ path: PathReader, _ quantifier: SubjectSyntax.Quantifier, _ rows: Rows
  ) -> Judged {
    var first = Firsts()
    var gap: Judged?
    forEachMember(
      path, rows,
      gap: { cell, standing in
        let next = Judged(
          missing: standing, at: cell.withLeaf, isOwn: cell.isOwn, isRequired: isRequirement)
        if gap.map({ next.outweighs($0, quantifier) }) ?? true { gap = next }
      }
    ) { _, judged in
      first.take(judged, quantifier)
    }
    return quantified(quantifier, first, gap)
  }

  /// The first member of each outcome.
  private struct Firsts {
    var met: Judged?
    var violated: Judged?
    var undetermined: Judged?

    mutating func take(_ judged: Judged, _ quantifier: SubjectSyntax.Quantifier) {
      switch judged.outcome {
      case .met: if met == nil { met = judged }
      case .violated: if violated == nil { violated = judged }
      case .undetermined:
        // One gap of the element's own breaks "every"; "at least one" may wait for another's.
        let decides = judged.isOwnGap == (quantifier == .every)
        if undetermined.map({ decides && $0.isOwnGap != judged.isOwnGap }) ?? true {
          undetermined = judged
        }
      case .notApplicable: break
      }
    }
  }

  /// Judges every match of a notation, or every date, in a text.
  private func judge(
    _ matches: MatchesOperand, _ quantifier: SubjectSyntax.Quantifier, _ rows: Rows
  ) -> Judged {
    if let text = matches.missingText(rows) { return judge(gap: decisive(text, rows)) }
    var first = Firsts()
    for match in matches.matches(rows) { first.take(judge(match.sight, rows), quantifier) }
    return quantified(quantifier, first, nil)
  }

  private func quantified(
    _ quantifier: SubjectSyntax.Quantifier, _ first: Firsts, _ gap: Judged?
  ) -> Judged {
    switch quantifier {
    case .every: return every(first.met, first.violated, first.undetermined, gap)
    case .atLeastOne: return atLeastOne(first.met, first.violated, first.undetermined, gap)
    case .no:
      let some = atLeastOne(first.met, first.violated, first.undetermined, gap)
      switch some.outcome {
      case .met: return Judged(.violated)
      case .violated: return Judged(.met)
      case .undetermined, .notApplicable: return some
      }
    }
  }

  /// Over nothing: not applicable.
  private func every(_ met: Judged?, _ violated: Judged?, _ unclear: Judged?, _ gap: Judged?)
    -> Judged
  {
    if let violated { return violated }
    if let unclear { return unclear }
    guard var gap, gap.hidesMembers else { return met ?? Judged(.notApplicable) }
    // Whether there is a member that breaks the line nobody can tell.
    gap.outcome = .undetermined
    gap.isOwnGap = false
    return gap
  }

  /// Over nothing: violated as a requirement; as a condition no for an empty list, unknown for
  /// one that is absent.
  private func atLeastOne(_ met: Judged?, _ violated: Judged?, _ unclear: Judged?, _ gap: Judged?)
    -> Judged
  {
    if let met { return met }
    if let unclear {
      guard unclear.isOwnGap, let gap, gap.mayHoldMembers, !gap.isOwnGap else { return unclear }
      return gap
    }
    if let gap {
      switch gap.standing {
      case .inapplicable: return violated ?? Judged(.notApplicable)
      case .empty: return Judged(.violated, gap: isRequirement ? gap.gap : nil, standing: .empty)
      case .stated, .open, .absent, .malformed, .unclear: return gap
      }
    }
    // No single member is at fault where none of them holds.
    return Judged(.violated)
  }
}
