import Diagnostics
import Model
import RuleSyntax
import Semantics

/// How one line was judged for one element.
struct Judged: Sendable {
  var outcome: Outcome
  /// The cell whose value is not known, where that is the reason.
  var gap: CellPlace?
  var standing: Standing = .stated

  init(_ outcome: Outcome, gap: CellPlace? = nil, standing: Standing = .stated) {
    self.outcome = outcome
    self.gap = gap
    self.standing = standing
  }

  var verdict: Verdict {
    switch outcome {
    case .met: .yes
    case .violated: .no
    case .undetermined: .unknown
    case .notApplicable: .inapplicable
    }
  }
}

/// A condition made ready for judging.
class ConditionNode: @unchecked Sendable {
  func verdict(_ rows: Rows) -> Verdict { .unknown }

  /// Whether the loader may have told of a cell that the condition rests on.
  var mayBeReported: Bool { true }

  /// For a condition that is unknown: the line that is waiting for a value.
  func gap(_ rows: Rows) -> Judged? { nil }
}

/// One line as a condition.
final class LineCondition: ConditionNode, @unchecked Sendable {
  let line: LineNode

  init(_ line: LineNode) { self.line = line }

  override func verdict(_ rows: Rows) -> Verdict { line.judge(rows).verdict }
  override var mayBeReported: Bool { line.mayBeReported }

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
        guard judged.outcome == .undetermined else { continue }
        switch judged.standing {
        case .absent, .empty, .malformed, .open:
          guard judged.gap?.isOwn == true else { return false }
        case .stated, .inapplicable, .unclear: return false
        }
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
    /// Every match of a notation in a text.
    case matches(MatchesOperand, SubjectSyntax.Quantifier)
  }

  let typed: Judgement
  let isRequirement: Bool
  let subject: Subject
  let question: StateQuestion?
  let test: PhraseTest?
  let filter: ConditionNode?
  let filterFrame: Int
  let workspace: Workspace
  private let shortcut: Shortcut?
  /// The paths that begin with an element of the previous version: for a new element the line
  /// does not apply, whatever else it lacks.
  private var comparedVersions: [PathReader] = []
  /// Whether the loader may have told of a cell that the line rests on.
  private(set) var mayBeReported = false
  let sentences = LineSentences()

  init(
    _ typed: Judgement, isRequirement: Bool, subject: Subject, question: StateQuestion?,
    test: PhraseTest?, filter: ConditionNode?, filterFrame: Int, _ workspace: Workspace
  ) {
    self.typed = typed
    self.isRequirement = isRequirement
    self.subject = subject
    self.question = question
    self.test = test
    self.filter = filter
    self.filterFrame = filterFrame
    self.workspace = workspace
    shortcut = Shortcut(
      subject, question, test, isNegated: typed.isNegated, isFiltered: filter != nil)
    comparedVersions = paths.filter(\.beginsBefore)
    mayBeReported = workspace.reported.contains(self)
  }

  func judge(_ rows: Rows) -> Judged {
    if let outcome = shortcut?.judge(rows) { return Judged(outcome) }
    if !comparedVersions.isEmpty, comparedVersions.contains(where: { $0.isNew(rows) }) {
      return Judged(.notApplicable)
    }
    switch subject {
    case .one(let operand): return judge(operand.see(rows), rows)
    case .many(let path, let quantifier): return judge(path, quantifier, rows)
    case .matches(let matches, let quantifier): return judge(matches, quantifier, rows)
    }
  }

  /// The paths that `, if stated` asks about.
  var paths: [PathReader] {
    let own: [PathReader] =
      switch subject {
      case .one(let operand): operand.paths
      case .many(let path, _): [path]
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
      if let gap = tested.gap { return judge(gap: gap) }
      let verdict = typed.isNegated ? tested.verdict.negated : tested.verdict
      switch verdict {
      case .yes: return Judged(.met)
      case .no: return Judged(.violated)
      case .unknown: return Judged(.undetermined, gap: Self.partial(sight), standing: .unclear)
      case .inapplicable: return Judged(.notApplicable)
      }
    case .empty:
      if isCertainOfNothing { return judge(Sight(standing: .stated, cell: sight.cell), rows) }
      return judge(gap: sight)
    case .open, .inapplicable, .absent, .malformed, .unclear: return judge(gap: sight)
    }
  }

  /// Whether the phrase can be judged of an empty list: it has no entries, includes nothing and
  /// leads nowhere. A list that must include something is missed instead.
  private var isCertainOfNothing: Bool {
    if let measure = test as? MeasureTest { return measure.unit == .entries }
    if test is CycleTest { return true }
    return test is IncludeTest && (typed.isNegated || !isRequirement)
  }

  /// For a partial sum: the first member that is missing.
  private static func partial(_ sight: Sight) -> CellPlace? {
    if case .lowerBound = sight.datum { return sight.cell }
    return nil
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
    case .open:
      return Judged(isRequirement ? .violated : .undetermined, gap: gap.cell, standing: .open)
    case .empty, .absent, .malformed:
      let isOwn = gap.cell?.isOwn ?? false
      let outcome: Outcome = isRequirement && isOwn ? .violated : .undetermined
      return Judged(outcome, gap: gap.cell, standing: gap.standing)
    }
  }

  private func judge(_ question: StateQuestion, _ sight: Sight) -> Judged {
    let standing = sight.standing
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
      gap: { cell, standing in
        if cell.leaf < 0 || workspace.leaves[Int(cell.leaf)].isList { return gap(cell, standing) }
        // One member that cannot be seen: a reference on the way to it is not stated.
        let isUnfiltered = filter == nil
        body(
          cell,
          isUnfiltered
            ? judge(Sight(standing: standing, cell: cell), rows)
            : Judged(.undetermined, gap: cell, standing: standing))
      }
    ) { cell, row in
      if let filter {
        rows[filterFrame] = Int32(row)
        switch filter.verdict(rows) {
        case .yes: break
        case .no, .inapplicable: return
        case .unknown:
          let gap = filter.gap(rows)
          return body(
            cell, Judged(.undetermined, gap: gap?.gap, standing: gap?.standing ?? .unclear))
        }
      }
      guard let leaf = path.memberLeaf else {
        let element = workspace.element(record: path.record, row: Int(cell.row))
        return body(cell, judge(.computed(element), rows))
      }
      body(cell, judge(workspace.sight(leaf, cell), rows))
    }
  }

  private func judge(
    _ path: PathReader, _ quantifier: SubjectSyntax.Quantifier, _ rows: Rows
  ) -> Judged {
    var first: Firsts = (nil, nil, nil)
    var gap: Judged?
    forEachMember(
      path, rows,
      gap: { cell, standing in
        if gap == nil { gap = Judged(.undetermined, gap: cell, standing: standing) }
      }
    ) { _, judged in
      switch judged.outcome {
      case .met: if first.met == nil { first.met = judged }
      case .violated: if first.violated == nil { first.violated = judged }
      case .undetermined: if first.undetermined == nil { first.undetermined = judged }
      case .notApplicable: break
      }
    }
    return quantified(quantifier, first, gap)
  }

  /// The first member of each outcome.
  private typealias Firsts = (met: Judged?, violated: Judged?, undetermined: Judged?)

  /// Judges every match of a notation in a text.
  private func judge(
    _ matches: MatchesOperand, _ quantifier: SubjectSyntax.Quantifier, _ rows: Rows
  ) -> Judged {
    let sight = matches.see(rows)
    guard sight.standing == .stated || sight.standing == .empty else { return judge(gap: sight) }
    var first: Firsts = (nil, nil, nil)
    for match in matches.matches(rows) {
      let judged = judge(.computed(.text(workspace.literal(match))), rows)
      switch judged.outcome {
      case .met: if first.met == nil { first.met = judged }
      case .violated: if first.violated == nil { first.violated = judged }
      case .undetermined: if first.undetermined == nil { first.undetermined = judged }
      case .notApplicable: break
      }
    }
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
    if let gap, gap.standing == .open || gap.standing == .malformed || gap.standing == .unclear {
      return gap
    }
    return met ?? Judged(.notApplicable)
  }

  /// Over nothing: violated as a requirement; as a condition no for an empty list, unknown for
  /// one that is absent.
  private func atLeastOne(_ met: Judged?, _ violated: Judged?, _ unclear: Judged?, _ gap: Judged?)
    -> Judged
  {
    if let met { return met }
    if let unclear { return unclear }
    if let gap {
      switch gap.standing {
      case .inapplicable: return violated ?? Judged(.notApplicable)
      case .empty: return Judged(.violated, gap: isRequirement ? gap.gap : nil, standing: .empty)
      case .open:
        return Judged(isRequirement ? .violated : .undetermined, gap: gap.gap, standing: .open)
      default:
        let isOwn = gap.gap?.isOwn ?? false
        return Judged(
          isRequirement && isOwn ? .violated : .undetermined, gap: gap.gap,
          standing: gap.standing)
      }
    }
    // No single member is at fault where none of them holds.
    return Judged(.violated)
  }
}
