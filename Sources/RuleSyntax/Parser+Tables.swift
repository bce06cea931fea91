import SourceText

extension Parser {
  /// `table cost-by-committee` with its scope, columns and order on the lines under it.
  mutating func readTable() -> TableDeclaration? {
    let start = current
    let indent = line.indent
    advance()
    guard let name = readName(of: .table), expectHeadEnd(after: name) else { return nil }
    var table = TableDeclaration(name: name, range: start.range)
    let problems = problemCount
    isInTable = true
    defer { isInTable = false }
    readBlock(deeperThan: indent) { parser in parser.readTableLine(&table) }
    if problemCount == problems, !isStrayLineNext {
      if table.scope == nil {
        reportBlock(.missingScope(name: name.text), at: name.range)
      } else if table.columns.isEmpty, table.columnsEach == nil {
        reportBlock(.missingBody(.table, name: name.text), at: name.range)
      }
    }
    table.range = range(from: Int(start.start))
    return table
  }

  private mutating func readTableLine(_ table: inout TableDeclaration) {
    if at(kind: .string) || atGerman {
      readTitleLine(&table.title, of: .title)
      return
    }
    switch current.word {
    case .each, .the: readTableScope(&table)
    case .column:
      if let column = readColumn() { table.columns.append(column) }
    case .sort:
      if let sort = readSort() { table.sorts.append(sort) }
    case .total:
      if table.total != nil { repeated(.total) }
      table.total = current.range
      advance()
      _ = expectEnd()
    case .chart:
      if let chart = readChart() { table.charts.append(chart) }
    case .columns: readColumnsEach(&table)
    default:
      reportUnknownTableLine()
    }
  }

  // MARK: - Scope and groups

  /// `each measure where CONDITION, grouped by owner, each of goals`
  private mutating func readTableScope(_ table: inout TableDeclaration) {
    let indent = line.indent
    let isRepeated = table.scope != nil
    if isRepeated { repeated(.scope) }
    guard let scope = readScope() else { return }
    var grouping: [TableDeclaration.Grouping] = []
    if accept(kind: .comma) {
      guard expect(.grouped, .by) else { return }
      repeat {
        guard let group = readGrouping() else { return }
        grouping.append(group)
      } while accept(kind: .comma)
    }
    guard expectEnd(or: .code("where"), .code(", grouped by")) else { return }
    if !isRepeated {
      table.scope = scope
      table.grouping = grouping
    }
    readBlock(deeperThan: indent) { parser in parser.readTableLine(&table) }
  }

  private mutating func readGrouping() -> TableDeclaration.Grouping? {
    let isEachOf = at(.each)
    if isEachOf, !expect(.each, .of) { return nil }
    return readPath().map { TableDeclaration.Grouping(isEachOf: isEachOf, path: $0) }
  }

  // MARK: - Columns and order

  /// `column "Cost" de "Kosten" sum of cost.amount`
  private mutating func readColumn() -> TableDeclaration.Column? {
    let start = current
    advance()
    guard at(kind: .string) || atGerman else {
      fail(.text)
      return nil
    }
    var title = Title()
    guard readTitle(&title, of: .title), let expression = readExpression(),
      expectEnd(or: .code("where"))
    else { return nil }
    return TableDeclaration.Column(
      title: title, expression: expression, range: range(since: start))
  }

  /// `sort by "Cost", largest first`; without a direction the smallest or earliest stands first.
  private mutating func readSort() -> TableDeclaration.Sort? {
    guard expect(.sort, .by), let column = readText() else { return nil }
    var sort = TableDeclaration.Sort(column: column, isDescending: false)
    if accept(kind: .comma) {
      switch current.word {
      case .largest, .latest: sort.isDescending = true
      case .smallest, .earliest: break
      default:
        fail(
          .code("largest first"), .code("smallest first"), .code("latest first"),
          .code("earliest first"))
        return nil
      }
      advance()
      guard expect(.first) else { return nil }
    }
    return expectEnd(or: .code(",")) ? sort : nil
  }
}
