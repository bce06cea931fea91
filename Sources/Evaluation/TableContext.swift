import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

/// What the cells of a table, or the texts of a report, are read from.
struct TableContext {
  let workspace: Workspace
  /// The record of the rows' elements.
  let record: Int
  /// The findings that a table ranges over, by row; empty for all other tables.
  let findings: [Finding]

  /// The rows of the frames of one element.
  typealias Element = [Int32]

  func withRows<R>(_ element: Element, _ body: (Rows) -> R) -> R {
    workspace.withRows(element, body)
  }

  /// Every element that a scope ranges over and that its condition is certain for.
  func elements(of scope: Scope, _ filter: ConditionNode?) -> [Element] {
    var elements: [Element] = []
    withRows([]) { rows in
      forEachElement(scope, workspace, rows) {
        if let filter, filter.verdict(rows) != .yes { return }
        elements.append((0..<scope.frames.count).map { rows[$0] })
      }
    }
    return elements
  }

  /// Where an element stands in the plan.
  func source(_ element: Element) -> Location {
    let row = Int(element[element.count - 1])
    if findings.indices.contains(row), record == workspace.plan.schema.findings {
      return findings[row].location
    }
    return workspace.plan.anchor(record: record, row: row)
  }

  /// What a finding says of itself, in both languages; nil where the path is none of its fields.
  func textOfFinding(_ path: Path, _ rows: Rows) -> LocalizedText? {
    guard path.steps.isEmpty, path.record == workspace.plan.schema.findings,
      path.start == .frame(0),
      let index = path.field, index < FindingField.allCases.count
    else { return nil }
    let row = Int(rows[0])
    return findings.indices.contains(row)
      ? FindingField.allCases[index].text(of: findings[row]) : nil
  }
}
