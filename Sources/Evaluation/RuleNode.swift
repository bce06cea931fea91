import Diagnostics
import Model
import RuleSyntax
import Semantics
import Values

/// A rule made ready for judging.
final class RuleNode: @unchecked Sendable {
  enum Requirement {
    case line(LineNode)
    case block(BlockCondition)
  }

  /// One line or block with the conditions around it.
  final class Clause {
    let guards: [ConditionNode]
    /// The one condition, where there is just one: the usual case, without a loop.
    let onlyGuard: ConditionNode?
    let line: LineNode?
    let block: BlockCondition?
    /// The lines of the requirement that compare an element with what it was.
    let comparing: [LineNode]
    /// The paths that `, if stated` asks about; empty without it.
    let optionalPaths: [PathReader]
    let isOptional: Bool

    init(guards: [ConditionNode], _ requirement: Requirement, optionalPaths: [PathReader]) {
      self.guards = guards
      onlyGuard = guards.count == 1 ? guards[0] : nil
      switch requirement {
      case .line(let line):
        self.line = line
        block = nil
        comparing = line.comparedVersions.isEmpty ? [] : [line]
      case .block(let block):
        line = nil
        self.block = block
        comparing = block.lines.filter { !$0.comparedVersions.isEmpty }
      }
      self.optionalPaths = optionalPaths
      isOptional = !optionalPaths.isEmpty
    }

    /// The conditions' joint verdict: one that does not hold decides, whatever is unknown.
    func guardVerdict(_ rows: Rows) -> Verdict {
      if let onlyGuard { return onlyGuard.verdict(rows) }
      var result = Verdict.yes
      for guardNode in guards {
        switch guardNode.verdict(rows) {
        case .yes: break
        case .unknown: result = .unknown
        case .no, .inapplicable: return .no
        }
      }
      return result
    }
  }

  let typed: TypedRule
  let id: String
  /// The record of the element that is judged, and its frame.
  let record: Int
  let frame: Int
  let filter: ConditionNode?
  let clauses: [Clause]
  let workspace: Workspace

  init(_ rule: consuming TypedRule, _ workspace: Workspace) {
    if rule.scope.isFormer { rule.scope = rule.scope.placed(in: workspace.plan.schema) }
    id = rule.id
    let frames = rule.scope.frames
    record = rule.scope.record
    frame = frames.count - 1
    self.workspace = workspace
    let builder = NodeBuilder(workspace, judged: frames.count - 1)
    filter = rule.scope.filter.map { builder.condition($0, frames) }
    clauses = rule.clauses.map { builder.clause($0, frames) }
    typed = rule
  }

  /// The outcome of one clause for the element whose rows are given.
  func judge(_ clause: Clause, _ rows: Rows) -> Outcome {
    // What compares a new element does not apply, whatever its conditions wait for.
    if !clause.comparing.isEmpty, clause.comparing.contains(where: { $0.isAboutNew(rows) }) {
      return .notApplicable
    }
    switch clause.guardVerdict(rows) {
    case .yes: if isLeftOut(clause, rows) { return .notApplicable }
    case .unknown: return isLeftOut(clause, rows) ? .notApplicable : .undetermined
    case .no, .inapplicable: return .notApplicable
    }
    if let line = clause.line { return line.judge(rows).outcome }
    guard let block = clause.block else { return .notApplicable }
    switch block.verdict(rows) {
    case .yes: return .met
    case .no: return .violated
    case .unknown: return block.waitsForOwnGapsOnly(rows) ? .violated : .undetermined
    case .inapplicable: return .notApplicable
    }
  }

  /// Whether the clause has `, if stated`, and a path of it is not.
  func isLeftOut(_ clause: Clause, _ rows: Rows) -> Bool {
    clause.isOptional && unstatedPath(of: clause, rows) != nil
  }

  /// The first path of a line marked `, if stated` that has no value, and none that cannot be
  /// read.
  func unstatedPath(of clause: Clause, _ rows: Rows) -> PathReader? {
    for path in clause.optionalPaths {
      if path.isThroughList {
        guard anyStated(path, rows) else { return path }
        continue
      }
      switch path.standing(rows) {
      case .stated, .malformed, .unclear: continue
      case .open, .inapplicable, .empty, .absent: return path
      }
    }
    return nil
  }

  private func anyStated(_ path: PathReader, _ rows: Rows) -> Bool {
    if let isStated = path.anyChildStated(rows) { return isStated }
    var found = false
    path.forEach(
      rows, gap: { _, standing, _ in if standing == .malformed { found = true } }
    ) { cell, _ in
      guard !found else { return }
      guard let leaf = path.memberLeaf else {
        found = true
        return
      }
      let standing = leaf.standing(Int(cell.index))
      found = standing == .stated || standing == .malformed
    }
    return found
  }
}

extension Path {
  /// Whether the path goes through a list, so that one element leads to many.
  var isThroughList: Bool {
    steps.contains(where: \.isMany)
  }
}
