import Diagnostics
import Model
import Reporting
import Semantics
import SourceText

/// The charts of a table, made of the rows that it shows; the total is none of them.
extension TableMaker {
  func chart(
    _ chart: TypedTable.Chart, _ rows: [ReportTable.Row], _ groups: [Group], _ across: Across?
  ) -> ReportChart {
    func cell(_ column: Int, of row: ReportTable.Row) -> ReportTable.Cell {
      let shift = across.map { column >= $0.position ? $0.titles.count : 0 } ?? 0
      return row.cells[column + shift]
    }
    switch chart {
    case .bars(let columns, let isStacked):
      let label = label(except: columns)
      return .bars(
        ReportChart.Bars(
          series: columns.map { table.columns[$0].title }, isStacked: isStacked,
          bars: rows.map { row in
            ReportChart.Bars.Bar(
              label: cell(label, of: row), values: columns.map { cell($0, of: row) })
          }))
    case .timeline(let from, let to):
      let label = label(except: [from, to])
      return .timeline(
        ReportChart.Timeline(
          start: table.columns[from].title, end: table.columns[to].title,
          spans: rows.map { row in
            ReportChart.Timeline.Span(
              label: cell(label, of: row), start: cell(from, of: row), end: cell(to, of: row))
          }))
    case .graph(let path): return .graph(graph(path, groups))
    }
  }

  /// The first column that is not drawn: what each row is called.
  private func label(except drawn: [Int]) -> Int {
    table.columns.indices.first { !drawn.contains($0) } ?? 0
  }

  // MARK: - Graphs

  private func graph(_ path: Path, _ groups: [Group]) -> ReportChart.Graph {
    let frames = table.scope.frames
    let reader = NodeBuilder(workspace, judged: frames.count - 1).path(path, frames)
    var positions: [Int: Int] = [:]
    var nodes: [ReportChart.Graph.Node] = []
    for element in groups.compactMap(\.elements.first) {
      let row = Int(element[element.count - 1])
      guard positions[row] == nil else { continue }
      positions[row] = nodes.count
      nodes.append(node(row, isOutside: false))
    }
    for element in groups.compactMap(\.elements.first) {
      let own = positions[Int(element[element.count - 1])] ?? 0
      let (targets, gap) = targets(reader, element)
      nodes[own].gap = gap
      for target in targets {
        if positions[target] == nil {
          positions[target] = nodes.count
          nodes.append(node(target, isOutside: true))
        }
        if let index = positions[target], !nodes[own].targets.contains(index) {
          nodes[own].targets.append(index)
        }
      }
    }
    let schema = workspace.plan.schema
    let title = path.field.map { schema.records[path.record].fields[$0].title }
    return ReportChart.Graph(title: title ?? LocalizedText(same: path.text), nodes: nodes)
  }

  private func node(_ row: Int, isOutside: Bool) -> ReportChart.Graph.Node {
    let plan = workspace.plan
    let record = context.record
    let name = plan.schema.records[record].nameField.flatMap { field -> String? in
      let cell = CellReference(record: record, row: row, field: field)
      return plan.state(cell) == .stated ? plan.text(cell) : nil
    }
    return ReportChart.Graph.Node(
      id: workspace.idText(record: record, row: row) ?? String(row + 1), name: name ?? "",
      targets: [], gap: nil, isOutside: isOutside,
      source: plan.anchor(record: record, row: row))
  }

  /// The rows that an element leads to, and what is not known of them.
  private func targets(
    _ reader: PathReader, _ element: Element
  ) -> (rows: [Int], gap: LocalizedText?) {
    var rows: [Int] = []
    var gap: LocalizedText?
    func miss(_ standing: Standing) {
      // Who says nothing depends on nothing; a word that it is open, or a mistake, is a gap.
      if standing == .open || standing == .malformed { gap = gap ?? ColumnReader.state(standing) }
    }
    context.withRows(element) { frames in
      reader.forEach(frames, gap: { _, standing, _ in miss(standing) }) { cell, row in
        guard cell.leaf >= 0 else { return rows.append(row) }
        let sight = workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
        if sight.standing == .stated, case .index(let target) = sight.datum,
          target != Column.unknown
        {
          rows.append(Int(target))
        } else {
          miss(sight.standing == .stated ? .malformed : sight.standing)
        }
      }
    }
    return (rows, gap)
  }
}
