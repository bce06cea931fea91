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
  private var gaps: [CellReference: Int] = [:]
  private var sets: [SetKey: Int] = [:]

  /// One line and one set of elements that break it together: duplicates, a cycle.
  private struct SetKey: Hashable {
    var line: ObjectIdentifier
    var first: UInt32
  }

  init(_ workspace: Workspace, _ loaderFindings: [Finding], stage: Int?) {
    self.workspace = workspace
    self.stage = stage
    findings = loaderFindings
  }

  private func severity(_ reason: Reason, _ rule: TypedRule, isOpen: Bool) -> Severity? {
    let stage = stage ?? 0
    func at(_ list: [Severity?]) -> Severity? { list.isEmpty ? nil : list[min(stage, list.count - 1)] }
    if isOpen, let open = rule.severities.open { return at(open) }
    return at(reason.outcome == .undetermined ? rule.severities.unclear : rule.severities.broken)
  }

  /// Takes in why one rule is not met for one element.
  mutating func add(_ reason: Reason, of node: RuleNode, rule: Int, _ rows: Rows) {
    var isOpen = false
    var gap: CellPlace?
    if case .line(_, let judged) = reason.cause {
      gap = judged.gap
      isOpen = judged.standing == .open
    }
    guard let severity = severity(reason, node.typed, isOpen: isOpen) else { return }
    if absorb(reason, node.typed.id, severity, rows) { return }
    if let gap, case .line(let line, let judged) = reason.cause, judged.standing != .unclear {
      addGap(gap, judged, line, reason, node, rule, severity, rows)
    } else {
      addValue(reason, node, rule, severity, rows)
    }
  }

  /// Adds the rule to the loader's finding that speaks of a cell which the reason rests on.
  private mutating func absorb(_ reason: Reason, _ id: String, _ severity: Severity, _ rows: Rows)
    -> Bool
  {
    guard reason.mayBeReported else { return false }
    for place in reason.cells(rows, workspace) where place.leaf >= 0 {
      let leaf = workspace.leaves[Int(place.leaf)]
      let bits = leaf.states[Int(place.index)] | leaf.table.columns[leaf.field].states[Int(place.row)]
      guard bits & CellBits.reported != 0 else { continue }
      guard let index = workspace.plan.reported[workspace.reference(place)] else { continue }
      note(id, severity, at: index)
      return true
    }
    return false
  }

  private mutating func note(_ rule: String, _ severity: Severity, at index: Int) {
    if !findings[index].rules.contains(rule) { findings[index].rules.append(rule) }
    findings[index].severity = max(findings[index].severity, severity)
  }

  private mutating func addGap(
    _ gap: CellPlace, _ judged: Judged, _ line: LineNode, _ reason: Reason, _ node: RuleNode,
    _ rule: Int, _ severity: Severity, _ rows: Rows
  ) {
    let cell = workspace.reference(gap)
    let problem = GapProblem(
      workspace: workspace, rule: rule, cell: cell, standing: judged.standing,
      outcome: reason.outcome, needed: line)
    if let index = gaps[cell] {
      let known = findings[index]
      note(node.typed.id, severity, at: index)
      let isStronger = severity > known.severity
        || (severity == known.severity && known.outcome == .undetermined
          && reason.outcome == .violated)
      guard isStronger else { return }
      findings[index].problem = problem
      findings[index].outcome = reason.outcome
      findings[index].rules.removeAll { $0 == node.typed.id }
      findings[index].rules.insert(node.typed.id, at: 0)
      return
    }
    gaps[cell] = findings.count
    var finding = Finding(
      problem, severity: severity, outcome: reason.outcome,
      at: workspace.plan.blame(gapAt: cell))
    finding.field = workspace.plan.schema.records[cell.record].fields[cell.field].path
    finding.rules = [node.typed.id]
    if reason.isCondition {
      finding.related.append(workspace.condition(line))
    }
    findings.append(finding)
  }

  private mutating func addValue(
    _ reason: Reason, _ node: RuleNode, _ rule: Int, _ severity: Severity, _ rows: Rows
  ) {
    let frames = node.typed.scope.frames
    let row = Int(rows[frames.count - 1])
    if let key = setKey(reason, row) {
      if sets[key] != nil { return }
      sets[key] = findings.count
    }
    let problem = ValueProblem(
      workspace: workspace, node: node, reason: reason,
      rows: (0..<frames.count).map { rows[$0] })
    let blame = problem.blame()
    var finding = Finding(problem, severity: severity, outcome: reason.outcome, at: blame.location)
    finding.field = blame.field
    finding.rules = [node.typed.id]
    finding.related = blame.related
    findings.append(finding)
  }

  private func setKey(_ reason: Reason, _ row: Int) -> SetKey? {
    guard case .line(let line, _) = reason.cause, reason.outcome == .violated else { return nil }
    if let unique = line.test as? UniqueTest, row < unique.rows.first.count {
      return SetKey(line: ObjectIdentifier(line), first: unique.rows.first[row])
    }
    if let cycle = line.test as? CycleTest, row < cycle.cycles.cycle.count,
      let id = cycle.cycles.cycle[row]
    {
      return SetKey(line: ObjectIdentifier(line), first: id)
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
    }
    for path in test?.paths ?? [] where !path.isThroughList {
      if let cell = path.see(rows, workspace).cell { found.append(cell) }
    }
    return found
  }
}
