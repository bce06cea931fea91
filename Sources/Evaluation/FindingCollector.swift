import Diagnostics
import Model
import Semantics
import SourceText

/// Makes findings of reasons: one gap gives one finding, and a loader's finding takes in the
/// rules that wait for its cell.
struct FindingCollector {
  let workspace: Workspace
  let stage: Int?
  /// The loader's findings first, in the order that `Plan.reported` counts them.
  var findings: [Finding]
  /// What each finding comes from, by its index; nil where nobody asks.
  private(set) var traces: [Int: [FindingTrace]]?
  /// What is being taken in, while traces are kept.
  private var current: FindingTrace?
  private var gaps: [CellReference: Gap] = [:]
  private var sets: Set<SetKey> = []

  /// The finding about one gap, and how the rule that speaks in it was judged.
  private struct Gap {
    var finding: Int
    var rule: String
    var outcome: Outcome
    var severity: Severity
    /// Whether the rule asks for the field itself, and not for what it says.
    var asksForField: Bool

    /// Whether another rule speaks rather than this one: violated before undetermined, then by
    /// severity, then the one that asks for the field, then by name, so that the order of the
    /// rules does not matter.
    func yields(to other: Gap) -> Bool {
      if other.outcome != outcome { return other.outcome == .violated }
      if other.severity != severity { return other.severity > severity }
      if other.asksForField != asksForField { return other.asksForField }
      return other.rule < rule
    }
  }

  /// One line and one set of elements that break it together: duplicates, a cycle.
  private struct SetKey: Hashable {
    var line: ObjectIdentifier
    var first: UInt32
  }

  /// `keepsTraces`: whether the elements and rules behind each finding are kept.
  init(_ workspace: Workspace, _ loaderFindings: [Finding], stage: Int?, keepsTraces: Bool) {
    self.workspace = workspace
    self.stage = stage
    findings = loaderFindings
    traces = keepsTraces ? [:] : nil
  }

  /// Takes in why one rule is not met for one element.
  mutating func add(_ reason: Reason, of node: RuleNode, rule: Int, _ rows: Rows) {
    var gap: CellPlace?
    if case .line(_, let judged) = reason.cause { gap = judged.gap }
    guard let severity = reason.severity(node.typed, stage: stage) else { return }
    if traces != nil {
      let rows = node.typed.scope.frames.indices.map { rows[$0] }
      current = FindingTrace(
        judged: JudgedElement(rule: rule, rows: rows), clause: reason.clause)
    }
    let set = reason.set(rows)
    if let set, case .line(let line, _) = reason.cause {
      let key = SetKey(line: ObjectIdentifier(line), first: set.id)
      guard sets.insert(key).inserted else { return }
    }
    if absorb(reason, set, node.typed.id, severity, rows) { return }
    if let gap, case .line(let line, let judged) = reason.cause, judged.standing != .unclear,
      !workspace.isPrevious(gap), !node.typed.scope.isFormer
    {
      addGap(gap, judged, line, reason, node, rule, severity, rows)
    } else {
      addValue(reason, node, rule, severity, rows)
    }
  }

  /// Adds the rule to the loader's finding that speaks of a cell which the reason rests on.
  private mutating func absorb(
    _ reason: Reason, _ set: ElementSet?, _ id: String, _ severity: Severity, _ rows: Rows
  ) -> Bool {
    guard reason.mayBeReported else { return false }
    if let set {
      for cell in set.cells {
        guard let index = workspace.plan.reportedFinding(cell) else { continue }
        note(id, severity, at: index)
        return true
      }
    }
    for place in reason.cells(rows, workspace) where place.leaf >= 0 {
      let leaf = workspace.leaves[Int(place.leaf)]
      let bits = leaf.states[Int(place.index)] | leaf.rowStates[Int(place.row)]
      guard bits & CellBits.reported != 0 else { continue }
      // A value that can be read breaks the rule by what it says.
      let isReadable = leaf.standing(Int(place.index)) == .stated
      if isReadable, reason.outcome != .undetermined { continue }
      let cell = workspace.reference(place)
      guard let index = workspace.plan.reported[cell] ?? workspace.plan.reportedFinding(cell)
      else { continue }
      note(id, severity, at: index)
      return true
    }
    return false
  }

  private mutating func trace(_ index: Int) {
    if let current { traces?[index, default: []].append(current) }
  }

  private mutating func note(_ rule: String, _ severity: Severity, at index: Int) {
    trace(index)
    if !findings[index].rules.contains(rule) { findings[index].rules.append(rule) }
    findings[index].severity = max(findings[index].severity, severity)
  }

  private mutating func addGap(
    _ gap: CellPlace, _ judged: Judged, _ line: LineNode, _ reason: Reason, _ node: RuleNode,
    _ rule: Int, _ severity: Severity, _ rows: Rows
  ) {
    let cell = workspace.plan.source(of: workspace.reference(gap))
    let id = node.typed.id
    let own = Gap(
      finding: gaps[cell]?.finding ?? findings.count, rule: id, outcome: reason.outcome,
      severity: severity, asksForField: line.question != nil && !reason.isCondition)
    if let known = gaps[cell] {
      note(id, severity, at: known.finding)
      guard known.yields(to: own) else { return }
    }
    gaps[cell] = own
    if own.finding == findings.count { trace(own.finding) }
    let unnamed = judged.standing == .malformed ? workspace.unnamed(gap) : nil
    let problem = GapProblem(
      workspace: workspace, rule: rule, cell: cell, standing: judged.standing,
      outcome: reason.outcome, needed: line, unnamed: unnamed)
    let related = reason.isCondition ? [workspace.condition(line)] : []
    guard own.finding == findings.count else {
      findings[own.finding].problem = problem
      findings[own.finding].outcome = reason.outcome
      findings[own.finding].related = related
      return
    }
    var place = workspace.plan.blame(gapAt: cell)
    if unnamed != nil {
      let isEntry = workspace.leaves[Int(gap.leaf)].isEntries
      place = isEntry ? workspace.place(gap) : workspace.plan.blame(valueAt: cell)
    }
    var finding = Finding(problem, severity: severity, outcome: reason.outcome, at: place)
    finding.field = workspace.plan.schema.records[cell.record].fields[cell.field].path
    finding.rules = [id]
    finding.related = related
    findings.append(finding)
  }

  private mutating func addValue(
    _ reason: Reason, _ node: RuleNode, _ rule: Int, _ severity: Severity, _ rows: Rows
  ) {
    let problem = ValueProblem(
      workspace: workspace, node: node, reason: reason,
      rows: node.typed.scope.frames.indices.map { rows[$0] })
    let blame = problem.blame()
    trace(findings.count)
    var finding = Finding(problem, severity: severity, outcome: reason.outcome, at: blame.location)
    finding.field = blame.field
    finding.rules = [node.typed.id]
    finding.related = blame.related
    findings.append(finding)
  }

  /// Lists the rules of each finding in one order, whatever the order of the rule files: the one
  /// that speaks, then the others by name.
  mutating func arrangeRules() {
    for index in findings.indices where findings[index].rules.count > 1 {
      let code = findings[index].code
      findings[index].rules.sort { left, right in
        (left == code ? 0 : 1, left) < (right == code ? 0 : 1, right)
      }
    }
  }
}

/// The elements that break a line together: duplicates, a cycle.
struct ElementSet {
  /// What all its members have in common and others have not.
  var id: UInt32
  /// The field's cells, in the order of the plan or of the cycle.
  var cells: [CellReference]
}

extension Reason {
  /// The set of elements that break the line together; nil for every other line.
  func set(_ rows: Rows) -> ElementSet? {
    guard !isCondition, case .violated = outcome, case .line(let line, _) = cause,
      line.test is UniqueTest || line.test is CycleTest,
      case .one(let operand) = line.subject, let cell = operand.see(rows).cell
    else { return nil }
    let reference = line.workspace.reference(cell)
    func set(_ id: UInt32, _ members: [Int]?) -> ElementSet? {
      members.map { members in
        ElementSet(
          id: id,
          cells: members.map {
            CellReference(record: reference.record, row: $0, field: reference.field)
          })
      }
    }
    if let unique = line.test as? UniqueTest, !line.typed.isNegated {
      let first = unique.rows.first[reference.row]
      return set(first, unique.rows.members[first])
    }
    if let test = line.test as? CycleTest, let id = test.cycles.cycle[reference.row] {
      return set(id, test.cycles.members[id])
    }
    return nil
  }
}

extension Reason {
  /// The cells that the reason rests on: its gap, its subjects and what they are compared with.
  func cells(_ rows: Rows, _ workspace: Workspace) -> [CellPlace] {
    switch cause {
    case .line(let line, let judged):
      return (judged.gap.map { [$0] } ?? []) + line.cells(rows)
        + line.aggregates.flatMap { $0.tally(rows).missingCells }
    case .block(let block): return block.lines.flatMap { $0.cells(rows) }
    }
  }
}

extension LineNode {
  /// The cells of the subject, of its members at fault, and of the arguments.
  func cells(_ rows: Rows) -> [CellPlace] {
    var found: [CellPlace] = []
    switch subject {
    case .one(let operand): if let cell = operand.see(rows).cell { found.append(cell) }
    case .many(let path, _):
      forEachMember(path, rows, gap: { cell, _ in found.append(cell) }) { cell, judged in
        if judged.outcome != .met { found.append(cell) }
      }
    case .matches(let matches, _): if let cell = matches.see(rows).cell { found.append(cell) }
    }
    for path in test?.paths ?? [] where !path.isThroughList {
      if let cell = path.see(rows, workspace).cell { found.append(cell) }
    }
    return found
  }
}
