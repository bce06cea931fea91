import SourceText

/// What stands across a table, and the pictures of it.
extension Parser {
  /// `columns each year` with what its cells show on the lines under it.
  mutating func readColumnsEach(_ table: inout TableDeclaration) {
    let start = current
    let indent = line.indent
    let isRepeated = table.columnsEach != nil
    if isRepeated { repeated(.columnsEach) }
    guard expect(.columns, .each), let key = readPath(), expectEnd() else { return }
    var cells: [TableDeclaration.Column] = []
    let problems = problemCount
    readBlock(deeperThan: indent) { parser in
      if let cell = parser.readCell() { cells.append(cell) }
    }
    if cells.isEmpty, problemCount == problems {
      reportBlock(.missingBody(.columnsEach, name: ""), at: start.range)
    }
    guard !isRepeated, !cells.isEmpty else { return }
    table.columnsEach = TableDeclaration.ColumnsEach(
      key: key, cells: cells, position: table.columns.count,
      range: ByteRange(Int(start.start), key.range.end))
  }

  /// `sum of amount`, or with a title `"Cost" de "Kosten" sum of amount`
  private mutating func readCell() -> TableDeclaration.Column? {
    let start = current
    if at(.column), ahead(1).kind == .string {
      fail(.text, .expression)
      return nil
    }
    var title = Title()
    guard readTitle(&title, of: .title), let expression = readExpression(),
      expectEnd(or: .code("where"))
    else { return nil }
    return TableDeclaration.Column(
      title: title, expression: expression, range: range(since: start))
  }

  /// `chart bars of "Cost"` and its kin.
  mutating func readChart() -> TableDeclaration.Chart? {
    let start = current
    advance()
    guard let kind = readChartKind(), expectEnd() else { return nil }
    return TableDeclaration.Chart(kind: kind, range: range(since: start))
  }

  private mutating func readChartKind() -> TableDeclaration.Chart.Kind? {
    switch current.word {
    case .bars:
      guard expect(.bars, .of), let column = readText() else { return nil }
      return .bars(column)
    case .stacked:
      var columns: [StringLiteral] = []
      guard expect(.stacked, .bars, .of), readTexts(into: &columns) else { return nil }
      return .stacked(columns)
    case .timeline:
      guard expect(.timeline, .of), let first = readText(), expect(.to), let last = readText()
      else { return nil }
      return .timeline(first, last)
    case .graph:
      guard expect(.graph, .of), let path = readPath() else { return nil }
      return .graph(path)
    default:
      fail(.code("bars of"), .code("stacked bars of"), .code("timeline of"), .code("graph of"))
      return nil
    }
  }
}
