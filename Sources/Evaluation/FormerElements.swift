import Model
import Semantics

extension Scope {
  /// The scope with the records that its elements have where a plan stands beside its previous
  /// version.
  func placed(in schema: Schema) -> Scope {
    guard isFormer else { return self }
    var placed = self
    placed.frames = frames.map(schema.previous)
    return placed
  }
}

/// Visits the elements of the previous version that the plan does not have any more.
///
/// What stood in an element that is gone itself went with it and is not visited.
func forEachFormer(_ record: Int, _ workspace: Workspace, _ rows: Rows, _ body: () -> Void) {
  let plan = workspace.plan
  let after = workspace.versions(of: plan.schema.current(record)).after
  for row in after.indices where after[row] < 0 {
    if let around = plan.parent(record: record, row: row)?.element {
      let rows = workspace.versions(of: plan.schema.current(around.record)).after
      guard rows[around.row] >= 0 else { continue }
    }
    rows[0] = Int32(row)
    body()
  }
}

/// Tells the elements of a rule that the previous version does not have.
struct Newcomers {
  private let frame: Int
  private let versions: VersionRows

  /// Nil where the rule's elements cannot be found again, or are of the previous version.
  init?(_ scope: Scope, _ workspace: Workspace) {
    let schema = workspace.plan.schema
    guard !scope.isFormer,
      let frame = scope.frames.lastIndex(where: schema.canBeFoundAgain)
    else { return nil }
    self.frame = frame
    versions = workspace.versions(of: scope.frames[frame])
  }

  func contain(_ rows: Rows) -> Bool { versions.before[Int(rows[frame])] < 0 }
}
