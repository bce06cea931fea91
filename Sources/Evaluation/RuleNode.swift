import Diagnostics
import Model
import RuleSyntax
import Semantics
import Values

/// A rule made ready for judging.
final class RuleNode {
  enum Requirement {
    case line(LineNode)
    case block(BlockCondition)
  }

  struct Clause {
    let typed: Semantics.Clause
    let guards: [ConditionNode]
    let requirement: Requirement
    /// The paths that `, if stated` asks about; empty without it.
    let optionalPaths: [PathReader]
  }

  let typed: TypedRule
  let filter: ConditionNode?
  let clauses: [Clause]
  let workspace: Workspace

  init(_ typed: TypedRule, _ workspace: Workspace) {
    self.typed = typed
    self.workspace = workspace
    let builder = NodeBuilder(workspace, judged: typed.scope.frames.count - 1)
    filter = typed.scope.filter.map { builder.condition($0, typed.scope.frames) }
    clauses = typed.clauses.map { builder.clause($0, typed.scope.frames) }
  }

  /// The outcome of one clause for the element whose rows are given.
  func judge(_ clause: Clause, _ rows: Rows) -> Outcome {
    var isUnclear = false
    for guardNode in clause.guards {
      switch guardNode.verdict(rows) {
      case .yes: break
      case .unknown: isUnclear = true
      case .no, .inapplicable: return .notApplicable
      }
    }
    if isUnclear { return .undetermined }
    if !clause.optionalPaths.isEmpty, !allStated(clause.optionalPaths, rows) {
      return .notApplicable
    }
    switch clause.requirement {
    case .line(let line): return line.judge(rows).outcome
    case .block(let block):
      switch block.verdict(rows) {
      case .yes: return .met
      case .no: return .violated
      case .unknown: return .undetermined
      case .inapplicable: return .notApplicable
      }
    }
  }

  /// Whether every path of a line marked `, if stated` has a value, or one that cannot be read.
  private func allStated(_ paths: [PathReader], _ rows: Rows) -> Bool {
    paths.allSatisfy { path in
      if path.path.isThroughList {
        var found = false
        path.forEach(
          rows,
          gap: { _, standing in if standing == .malformed { found = true } }
        ) { cell, _ in
          guard !found else { return }
          guard cell.leaf >= 0 else {
            found = true
            return
          }
          let standing = workspace.leaves[Int(cell.leaf)].standing(Int(cell.index))
          found = standing == .stated || standing == .malformed
        }
        return found
      }
      let standing = path.see(rows, workspace).standing
      return standing == .stated || standing == .malformed || standing == .unclear
    }
  }
}

extension Path {
  /// Whether the path has many members: it goes through a list, or stands for a list's entries.
  var isThroughList: Bool {
    if case .list = type { return steps.contains(where: \.isMany) }
    return steps.contains(where: \.isMany)
  }
}
