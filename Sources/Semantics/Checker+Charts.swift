import Diagnostics
import Model
import RuleSyntax
import SourceText

/// `columns each` and the charts of a table.
extension Checker {
  mutating func columnsEach(
    _ table: TableDeclaration, _ keys: [TypedTable.Grouping], in place: Surroundings
  ) -> TypedTable.ColumnsEach? {
    guard let syntax = table.columnsEach, let key = columnsKey(syntax.key, in: place) else {
      return nil
    }
    var rows = place
    rows.rows = .groups(keys.map(\.path) + [key])
    var cells: [TypedTable.Column] = []
    var titles: [StringLiteral] = []
    for cell in syntax.cells {
      if cell.title.isEmpty, syntax.cells.count > 1 {
        tell(.table(.columnsEachWithoutTitle), at: cell.range)
      }
      tellRepeated(cell.title, &titles)
      guard let operand = operand(cell.expression, wanted: .anything, in: rows) else { continue }
      cells.append(
        TypedTable.Column(
          title: cell.title.localized ?? LocalizedText(same: ""), operand: operand))
    }
    return TypedTable.ColumnsEach(key: key, cells: cells, position: syntax.position)
  }

  /// The path whose values become columns.
  private mutating func columnsKey(_ syntax: PathSyntax, in place: Surroundings) -> Path? {
    guard let walk = followed(syntax, in: place.insideRows) else { return nil }
    if endsInList(walk) || goesThroughList(walk) {
      tell(.table(.columnsEachOfList(walk.text)), at: syntax.range, related: related(toEndOf: walk))
      return nil
    }
    if let failure = partsFailure(walk, suits: \.makesColumns) {
      tell(failure)
      return nil
    }
    let path = memberPath(walk, asElements: false)
    guard path.type.makesColumns else {
      let type = TypeName(path.type, in: schema)
      tell(
        .table(.columnsEachMisfit(walk.text, type)), at: syntax.range,
        related: related(toEndOf: walk))
      return nil
    }
    return path
  }

  // MARK: - Charts

  mutating func charts(
    _ table: TableDeclaration, _ columns: [TypedTable.Column], in place: Surroundings
  ) -> [TypedTable.Chart]? {
    let charts = table.charts.map { chart(table, $0, columns, in: place) }
    return charts.contains { $0 == nil } ? nil : charts.compactMap(\.self)
  }

  private mutating func chart(
    _ table: TableDeclaration, _ chart: TableDeclaration.Chart, _ columns: [TypedTable.Column],
    in place: Surroundings
  ) -> TypedTable.Chart? {
    switch chart.kind {
    case .bars(let title):
      return charted(title, .amount, table, columns).map { .bars([$0], isStacked: false) }
    case .stacked(let titles):
      let made = titles.map { charted($0, .amount, table, columns) }
      guard !made.contains(where: { $0 == nil }) else { return nil }
      let indices = made.compactMap(\.self)
      guard Set(indices.map { columns[$0].operand.type }).count == 1 else {
        tell(.table(.mixedBars(titles.map(\.value))), at: chart.range)
        return nil
      }
      return .bars(indices, isStacked: true)
    case .timeline(let first, let last):
      let from = charted(first, .date, table, columns)
      let to = charted(last, .date, table, columns)
      guard let from, let to else { return nil }
      return .timeline(from: from, to: to)
    case .graph(let path):
      return graph(path, isGrouped: !table.grouping.isEmpty, in: place)
    }
  }

  /// The column that a chart draws; one of another type is told.
  private mutating func charted(
    _ title: StringLiteral, _ need: TableProblem.ChartNeed, _ table: TableDeclaration,
    _ columns: [TypedTable.Column]
  ) -> Int? {
    guard let index = column(title, of: table) else { return nil }
    let type = columns[index].operand.type
    let fits = need == .date ? type == .date : type.isAmount
    if fits { return index }
    tell(
      .table(.chartMisfit(need, title.value, TypeName(type, in: schema))), at: title.range)
    return nil
  }

  private mutating func graph(
    _ syntax: PathSyntax, isGrouped: Bool, in place: Surroundings
  ) -> TypedTable.Chart? {
    guard let walk = followed(syntax, in: place.insideRows) else { return nil }
    if isGrouped {
      tell(.table(.graphOfGroups), at: syntax.range)
      return nil
    }
    let record = place.innermost.record
    let type = memberType(of: walk)
    let leadsOn = type == .reference(record) || (endsInList(walk) && type == .record(record))
    guard leadsOn, !goesThroughList(walk) else {
      let name = schema.records[record].name
      tell(
        .table(.graphMisfit(walk.text, record: name)), at: syntax.range,
        related: related(toEndOf: walk))
      return nil
    }
    return .graph(memberPath(walk, asElements: false))
  }
}

extension OperandType {
  /// Whether its values can stand across a table.
  fileprivate var makesColumns: Bool {
    switch self {
    case .identifier, .choice, .reference, .date, .yesOrNo, .number: true
    case .text, .percent, .money, .duration, .state, .record, .group, .list: false
    }
  }
}
