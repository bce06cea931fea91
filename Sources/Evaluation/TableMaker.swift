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
package func makeTable(
  _ table: TypedTable, of program: Program, plan: Plan, options: EvaluationOptions
) -> ReportTable {
  let workspace = Workspace(plan: plan, program: program, today: options.today)
  return TableMaker(table, workspace).make()
}

struct TableMaker {
  let table: TypedTable
  let workspace: Workspace
  let columns: [ColumnReader]
  private let keys: [(path: PathReader, isEachOf: Bool)]
  private let filter: ConditionNode?

  /// The rows of the frames of one element.
  typealias Element = [Int32]

  init(_ table: TypedTable, _ workspace: Workspace) {
    self.table = table
    self.workspace = workspace
    let frames = table.scope.frames
    let builder = NodeBuilder(workspace, judged: frames.count - 1)
    keys = table.grouping.map { (builder.path($0.path, frames), $0.isEachOf) }
    filter = table.scope.filter.map { builder.condition($0, frames) }
    columns = table.columns.map {
      ColumnReader($0, table, builder, isGrouped: !table.grouping.isEmpty)
    }
  }

  func make() -> ReportTable {
    let elements = collect()
    var groups = keys.isEmpty ? elements.map { Group(key: [], elements: [$0]) } : grouped(elements)
    sort(&groups)
    var rows = groups.map { row($0) }
    if table.hasTotal { rows.append(total(elements)) }
    return ReportTable(
      name: table.name, title: table.title,
      columns: columns.map { .init($0.title, $0.alignment) }, rows: rows,
      notes: notes(groups, elements))
  }

  private func collect() -> [Element] {
    var elements: [Element] = []
    withRows([]) { rows in
      forEachElement(table.scope, workspace.plan, rows) {
        if let filter, filter.verdict(rows) != .yes { return }
        elements.append((0..<table.scope.frames.count).map { rows[$0] })
      }
    }
    return elements
  }

  func withRows<R>(_ element: Element, _ body: (Rows) -> R) -> R {
    workspace.withRows(element, body)
  }

  // MARK: - Groups

  /// What one grouping path shows; elements with the same keys stand in one group.
  enum Key: Hashable {
    case value(String)
    case index(UInt32)
    case without(Standing)

    var isWithout: Bool { if case .without = self { true } else { false } }
  }

  struct Group {
    var key: [Key]
    var elements: [Element]

    var isWithoutKey: Bool { key.contains(where: \.isWithout) }
  }

  private func grouped(_ elements: [Element]) -> [Group] {
    var groups: [Group] = closedChoices()
    var positions: [[Key]: Int] = [:]
    for (index, group) in groups.enumerated() { positions[group.key] = index }
    for element in elements {
      for key in allKeys(element) {
        if let position = positions[key] {
          groups[position].elements.append(element)
        } else {
          positions[key] = groups.count
          groups.append(Group(key: key, elements: [element]))
        }
      }
    }
    return groups.filter { !$0.isWithoutKey } + groups.filter(\.isWithoutKey)
  }

  /// Grouping by one closed choice shows every value, zeros too.
  private func closedChoices() -> [Group] {
    guard keys.count == 1, let leaf = keys[0].path.leaf, case .choice(let choice)? = leaf.scalar,
      !workspace.plan.schema.choices[choice].isOpen
    else { return [] }
    return workspace.plan.schema.choices[choice].values.indices.map {
      Group(key: [.index(UInt32($0))], elements: [])
    }
  }

  /// The keys of one element: one, or with `each of` one for every member.
  private func allKeys(_ element: Element) -> [[Key]] {
    var combined: [[Key]] = [[]]
    for (path, isEachOf) in keys {
      let own: [Key] = withRows(element) { rows in
        guard isEachOf else { return [key(path.see(rows, workspace))] }
        var found: [Key] = []
        path.forEach(rows, gap: { _, standing, _ in found.append(.without(standing)) }) {
          cell, row in
          let sight =
            cell.leaf >= 0
            ? workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
            : Sight(standing: .stated, datum: .index(UInt32(row)))
          let key = key(sight)
          if !found.contains(key) { found.append(key) }
        }
        return found.isEmpty ? [.without(.empty)] : found
      }
      combined = combined.flatMap { before in own.map { before + [$0] } }
    }
    return combined
  }

  private func key(_ sight: Sight) -> Key {
    guard sight.standing == .stated else {
      return .without(sight.standing.isMissing ? .absent : sight.standing)
    }
    switch sight.datum {
    case .index(let index): return .index(index)
    case .text(let place): return .value(workspace.text(place))
    case .decimal(let value, _): return .value(value.plain())
    case .interval(let interval): return .value("\(interval.first)/\(interval.last)")
    case .none, .lowerBound: return .without(.unclear)
    }
  }

  // MARK: - Rows

  private func row(_ group: Group) -> ReportTable.Row {
    let sources = group.elements.prefix(100).map { element in
      workspace.plan.anchor(
        record: table.scope.record, row: Int(element[element.count - 1]))
    }
    let cells = columns.map { column in
      if !keys.isEmpty, let position = keyPosition(column) {
        return keyCell(group.key[position], column, group)
      }
      return column.cell(group.elements, self)
    }
    return ReportTable.Row(cells, isWithoutKey: group.isWithoutKey, sources: Array(sources))
  }

  /// The grouping path that a column shows, or goes on from.
  private func keyPosition(_ column: ColumnReader) -> Int? {
    guard case .path(let path) = column.operand else { return nil }
    return keys.firstIndex { key, isEachOf in
      path.text == key.path.text || path.text.hasPrefix(key.path.text + ".") || isEachOf
    }
  }

  private func keyCell(_ key: Key, _ column: ColumnReader, _ group: Group) -> ReportTable.Cell {
    if case .without(let standing) = key { return column.without(standing, workspace) }
    guard let element = group.elements.first else { return column.keyValue(key, workspace) }
    if let position = keyPosition(column), keys[position].isEachOf {
      return column.keyValue(key, workspace)
    }
    return column.cell([element], self)
  }

  private func total(_ elements: [Element]) -> ReportTable.Row {
    var cells = columns.map { column -> ReportTable.Cell in
      column.isSummable ? column.cell(elements, self) : .text("")
    }
    if let first = columns.firstIndex(where: { !$0.isSummable }) {
      cells[first] = .localized(LocalizedText(en: "Total", de: "Summe"))
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
      table.sorts.map { columns[$0.column].sortValue(group.elements, self) }
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
