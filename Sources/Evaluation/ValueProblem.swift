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

  var element: LocalizedText? { label(.plain) }
  var titledElement: LocalizedText? { label(showsTitle ? .plain : .titled) }

  private func label(_ form: LabelForm) -> LocalizedText {
    let plan = workspace.plan
    let members = set?.cells ?? []
    let first = members.map { ($0, plan.label(record: $0.record, row: $0.row)) }
      .min { $0.1.english < $1.1.english }
    guard let (cell, label) = first else {
      return plan.label(record: node.record, row: Int(rows[node.frame]), form)
    }
    return switch form {
    case .plain: label
    case .titled: plan.label(record: cell.record, row: cell.row, .titled)
    }
  }

  /// Whether the line speaks of the element's title, and so shows it.
  var showsTitle: Bool {
    guard case .line(let line, _) = reason.cause, case .path(let path) = line.typed.subject else {
      return false
    }
    return path.steps.isEmpty && path.record == node.record
      && path.field == workspace.plan.schema.records[node.record].nameField
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
