import Diagnostics
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText
import Values

/// Makes a summary table of a plan.
///
/// Rows without a key stand in a row of their own, partial sums say what they rest on, and the
/// total is computed over all elements, never from printed cells.
///
/// - Parameters:
///   - plan: with its findings (`Plan.withFindings`) where the table ranges over them.
///   - findings: those findings, in the same order.
package func makeTable(
  _ table: TypedTable, of program: Program, plan: Plan, findings: [Finding] = [],
  options: EvaluationOptions
) -> ReportTable {
  let workspace = Workspace(plan: plan, program: program, today: options.today)
  return TableMaker(table, workspace, findings).make()
}

struct TableMaker {
  let table: TypedTable
  let workspace: Workspace
  let context: TableContext
  let keys: [KeyReader]
  private let columns: [ColumnReader]
  /// For each column the key that it shows, or goes on from.
  private let keyColumns: [KeyColumn?]
  private let each: ColumnsEachReader?
  private let filter: ConditionNode?

  typealias Element = TableContext.Element

  struct KeyReader {
    var path: PathReader
    var isEachOf: Bool
  }

  /// How a column shows a key of the table's groups.
  private struct KeyColumn {
    /// Which of the keys.
    var key: Int
    /// Whether it goes on from the element that the key refers to.
    var goesOn: Bool
    /// What it shows of that element, where an element of the group may lead to several.
    var rest: ColumnReader?
  }

  init(_ declared: TypedTable, _ workspace: Workspace, _ findings: [Finding]) {
    var table = declared
    table.scope = declared.scope.placed(in: workspace.plan.schema)
    self.table = table
    self.workspace = workspace
    context = TableContext(workspace: workspace, record: table.scope.record, findings: findings)
    let frames = table.scope.frames
    let builder = NodeBuilder(workspace, judged: frames.count - 1)
    keys = table.grouping.map {
      KeyReader(path: builder.path($0.path, frames), isEachOf: $0.isEachOf)
    }
    filter = table.scope.filter.map { builder.condition($0, frames) }
    columns = table.columns.map {
      ColumnReader(
        $0.title, $0.operand, frames: frames, builder, isGrouped: !table.grouping.isEmpty)
    }
    keyColumns = table.columns.map { Self.keyColumn($0, table, workspace) }
    each = table.columnsEach.map { ColumnsEachReader($0, frames: frames, builder) }
  }

  func make() -> ReportTable {
    let elements = context.elements(of: table.scope, filter)
    var groups = keys.isEmpty ? elements.map { Group(key: [], elements: [$0]) } : grouped(elements)
    sort(&groups)
    let across = each.map { Across($0, elements, self) }
    var rows = groups.map { row($0, across) }
    var titles = columns.map { ReportTable.Column($0.title, $0.alignment) }
    if let across { titles.insert(contentsOf: across.titles, at: across.position) }
    let charts = table.charts.map { chart($0, rows, groups, across) }
    if table.hasTotal { rows.append(total(elements, across)) }
    return ReportTable(
      name: table.name, title: table.title, columns: titles, rows: rows,
      notes: notes(groups, elements), charts: charts)
  }

  /// The key that a column of a grouped table shows; nil where it shows something of its own.
  private static func keyColumn(
    _ column: TypedTable.Column, _ table: TypedTable, _ workspace: Workspace
  ) -> KeyColumn? {
    guard case .path(let path) = column.operand else { return nil }
    for (index, grouping) in table.grouping.enumerated() where path.start == grouping.path.start {
      let key = grouping.path
      if path.steps == key.steps, path.field == key.field {
        return KeyColumn(key: index, goesOn: false)
      }
      guard path.steps.count > key.steps.count, path.steps.starts(with: key.steps),
        let field = key.field, case .reference(let record) = key.type
      else { continue }
      let rest = path.steps[key.steps.count...]
      guard rest.first == .reference(field) || rest.first == .references(field) else { continue }
      guard grouping.isEachOf else { return KeyColumn(key: index, goesOn: true) }
      var further = path
      further.start = .frame(0)
      further.steps = Array(rest.dropFirst())
      let builder = NodeBuilder(workspace, judged: 0)
      return KeyColumn(
        key: index, goesOn: true,
        rest: ColumnReader(
          column.title, .path(further), frames: [record], builder, isGrouped: false))
    }
    return nil
  }

  // MARK: - Rows

  private func row(_ group: Group, _ across: Across?) -> ReportTable.Row {
    var cells = columns.indices.map { index -> ReportTable.Cell in
      if let key = keyColumns[index] { return keyCell(key, columns[index], group) }
      return columns[index].cell(group.elements, context)
    }
    if let across {
      cells.insert(
        contentsOf: across.cells(of: group.elements, isGrouped: !keys.isEmpty),
        at: across.position)
    }
    return ReportTable.Row(
      cells, isWithoutKey: group.isWithoutKey,
      sources: group.elements.prefix(100).map { context.source($0) })
  }

  private func keyCell(
    _ column: KeyColumn, _ reader: ColumnReader, _ group: Group
  ) -> ReportTable.Cell {
    let key = group.key[column.key]
    switch key {
    case .without: return reader.keyValue(key, workspace)
    // An open reference to nothing: its text says more than a gap.
    case .text(let text) where column.goesOn: return .text(text)
    case .index(let row):
      if let rest = column.rest { return rest.cell([[Int32(row)]], context) }
    case .text, .number, .date: break
    }
    guard !keys[column.key].isEachOf, let element = group.elements.first else {
      return reader.keyValue(key, workspace)
    }
    return reader.cell([element], context)
  }

  private func total(_ elements: [Element], _ across: Across?) -> ReportTable.Row {
    var cells = columns.map { column -> ReportTable.Cell in
      column.isSummable ? column.cell(elements, context) : .text("")
    }
    if let first = columns.firstIndex(where: { !$0.isSummable }) {
      cells[first] = .localized(LocalizedText(en: "Total", de: "Summe"))
    }
    if let across {
      cells.insert(contentsOf: across.cells(of: elements, isGrouped: true), at: across.position)
    }
    return ReportTable.Row(cells, isTotal: true)
  }

  private func notes(_ groups: [Group], _ elements: [Element]) -> [LocalizedText] {
    guard keys.contains(where: \.isEachOf), table.hasTotal,
      groups.reduce(0, { $0 + $1.elements.count }) > elements.count
    else { return [] }
    return [
      LocalizedText(
        en: "An element may stand in several groups; the total counts each element once.",
        de: "Ein Element kann in mehreren Gruppen stehen; die Summe zählt jedes einmal.")
    ]
  }

  // MARK: - Order

  private func sort(_ groups: inout [Group]) {
    guard !table.sorts.isEmpty else { return }
    let values = groups.map { group in
      table.sorts.map { sort -> SortValue? in
        guard let key = keyColumns[sort.column] else {
          return columns[sort.column].sortValue(group.elements, context)
        }
        return SortValue(keyCell(key, columns[sort.column], group))
      }
    }
    let order = groups.indices.sorted { left, right in
      if groups[left].isWithoutKey != groups[right].isWithoutKey {
        return groups[right].isWithoutKey
      }
      for (position, sort) in table.sorts.enumerated() {
        let (a, b) = (values[left][position], values[right][position])
        if a == b { continue }
        guard let a else { return false }
        guard let b else { return true }
        return sort.isDescending ? b < a : a < b
      }
      return left < right
    }
    groups = order.map { groups[$0] }
  }
}
