import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

/// A rule that an element breaks, or that cannot be judged for it, for another reason than one
/// missing value.
struct ValueProblem: Problem {
  let workspace: Workspace
  let rule: Int
  let reason: Reason
  /// The rows of the frames when the element was judged.
  let rows: [Int32]

  var typedRule: TypedRule { workspace.program.rules[rule] }
  var code: String { typedRule.id }

  var element: LocalizedText? {
    let labels = set?.cells.map { workspace.plan.label(record: $0.record, row: $0.row) } ?? []
    if let first = labels.min(by: { $0.english < $1.english }) { return first }
    let scope = typedRule.scope
    return workspace.plan.label(record: scope.record, row: Int(rows[scope.frames.count - 1]))
  }

  /// Duplicates or a cycle, whose members share this finding.
  var set: ElementSet? { withRows { reason.set($0) } }

  /// Runs `body` with the rows as they were.
  func withRows<R>(_ body: (Rows) -> R) -> R {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 16) { buffer in
      buffer.initialize(repeating: 0)
      for (index, row) in rows.enumerated() { buffer[index] = row }
      return body(buffer.baseAddress!)
    }
  }
}
