import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

/// A rule that an element breaks, or that cannot be judged for it, for another reason than one
/// missing value.
struct ValueProblem: Problem {
  let workspace: Workspace
  let node: RuleNode
  let reason: Reason
  /// The rows of the frames when the element was judged.
  let rows: [Int32]

  var typedRule: TypedRule { node.typed }
  var code: String { node.id }

  var element: LocalizedText? {
    let labels = set?.cells.map { workspace.plan.label(record: $0.record, row: $0.row) } ?? []
    if let first = labels.min(by: { $0.english < $1.english }) { return first }
    return workspace.plan.label(record: node.record, row: Int(rows[node.frame]))
  }

  /// What the headline says of the element.
  var likeness: String? {
    guard reason.outcome == .violated, set == nil else { return nil }
    let name = name(.english)
    let headline = headline(in: .english)
    return headline.hasPrefix("\(name): ") ? String(headline.dropFirst(name.count)) : nil
  }

  /// Duplicates or a cycle, whose members share this finding.
  var set: ElementSet? { withRows { reason.set($0) } }

  /// Runs `body` with the rows as they were.
  func withRows<R>(_ body: (Rows) -> R) -> R {
    workspace.withRows(rows, body)
  }
}
