import SourceText

/// How the lines of choices, records and tables stand in columns.
extension Formatter {
  /// What the columns of a file hold.
  private enum Kind: Hashable { case choice, record, table }

  /// A column: how far the next one stands behind its widest cell, and how wide it is at most.
  private struct Column {
    var gap: Int
    var most: Int
  }

  /// A line in columns.
  private struct Row {
    var item: Int
    var cells: [Cell]
  }

  private struct Cell {
    var column: Int
    var text: String
  }

  /// The limits let the columns of a long schema stay where they are when a field is added. Texts
  /// hold blanks themselves, so the next column stands farther away.
  private static func columns(of kind: Kind) -> [Column] {
    switch kind {
    case .choice: [Column(gap: 2, most: 25), Column(gap: 4, most: 31), Column(gap: 4, most: 35)]
    case .record:
      [
        Column(gap: 2, most: 21), Column(gap: 2, most: 35), Column(gap: 4, most: 35),
        Column(gap: 4, most: 32),
      ]
    case .table: [Column(gap: 2, most: 28), Column(gap: 4, most: 24)]
    }
  }

  /// The lines of all items.
  func rendered() -> [[String]] {
    var lines = items.map { self.lines(of: $0) }
    for (kind, rows) in rows() {
      for (item, first) in aligned(rows, in: Self.columns(of: kind)) {
        lines[item] = self.lines(inColumns: first, items[item])
      }
    }
    alignCases(&lines)
    return lines
  }

  private func lines(inColumns first: String, _ item: FormatterItem) -> [String] {
    guard case .tokens(let tokens, let comments) = item.content, !comments.isEmpty else {
      return ended([first], item)
    }
    return brokenLines(tokens, comments, head: first, item)
  }

  // MARK: - Rows

  private func rows() -> [Kind: [Row]] {
    var rows: [Kind: [Row]] = [:]
    var kind: Kind?
    for (index, item) in items.enumerated() {
      guard case .tokens(let all, let comments) = item.content else { continue }
      let tokens = comments.isEmpty ? all : physicalLines(all)[0]
      if item.level == 0 { kind = Self.kind(tokens) }
      guard let kind, let cells = cells(tokens, kind, isHead: item.level == 0) else { continue }
      // A comment stays behind the word that it stands behind; else the cells can change places.
      let ordered = comments.isEmpty ? cells.sorted { $0.column < $1.column } : joined(cells)
      rows[kind, default: []].append(Row(item: index, cells: ordered))
    }
    return rows
  }

  /// What the lines under a declaration hold.
  private static func kind(_ head: [Token]) -> Kind? {
    let isExtension = head[0].word == .extend && head.count > 1
    switch head[isExtension ? 1 : 0].word {
    case .choice: return .choice
    case .record: return .record
    case .table: return .table
    default: return nil
    }
  }

  /// The cells of a line; nil where it stands in no columns.
  private func cells(_ tokens: [Token], _ kind: Kind, isHead: Bool) -> [Cell]? {
    if tokens[0].kind == .string || Self.isGerman(tokens[...]) { return nil }
    switch kind {
    case .table:
      guard tokens[0].word == .column, !isHead else { return nil }
      return columnCells(tokens)
    case .choice, .record:
      if tokens.count > 1, tokens[0].word == .outside, tokens[1].word == .the { return nil }
      return fieldCells(tokens, kind, isHead)
    }
  }

  private static func isGerman(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, tokens.count > 1 else { return false }
    return first.word == .de && tokens[tokens.startIndex + 1].kind == .string
  }

  /// `column "Title"`, `de "…"` and what the column shows.
  private func columnCells(_ tokens: [Token]) -> [Cell] {
    var rest = tokens[1...]
    var first = tokens[..<1]
    if rest.first?.kind == .string {
      first = tokens[..<2]
      rest = tokens[2...]
    }
    var cells = [Cell(column: 0, text: text(first))]
    if Self.isGerman(rest) {
      cells.append(Cell(column: 1, text: text(rest.prefix(2))))
      rest = rest.dropFirst(2)
    }
    if !rest.isEmpty { cells.append(Cell(column: 2, text: text(rest))) }
    return cells
  }

  /// The name and type, or a declaration's words, and then the texts and further spellings.
  private func fieldCells(_ tokens: [Token], _ kind: Kind, _ isHead: Bool) -> [Cell] {
    let title = kind == .choice ? 1 : 2
    var rest = tokens[...]
    var cells: [Cell] = []
    if kind == .record, !isHead {
      cells.append(Cell(column: 0, text: text(rest.prefix(1))))
      rest = rest.dropFirst()
    }
    var start = rest.startIndex
    /// Whether the cell before `index` ends there.
    func endsCell(_ index: Int) -> Bool {
      index > start && tokens[index - 1].kind != .comma && beginsCell(tokens, index)
    }
    for index in rest.indices where index + 1 == rest.endIndex || endsCell(index + 1) {
      let cell = tokens[start...index]
      cells.append(Cell(column: column(of: cell, title, cells.count), text: text(cell)))
      start = index + 1
    }
    return cells
  }

  /// Whether a text, `de` with one, or `also` stands at `index`.
  private func beginsCell(_ tokens: [Token], _ index: Int) -> Bool {
    switch tokens[index].kind {
    case .string: tokens[index - 1].word != .de && tokens[index - 1].word != .also
    default: tokens[index].word == .also || Self.isGerman(tokens[index...])
    }
  }

  private func column(of cell: ArraySlice<Token>, _ title: Int, _ count: Int) -> Int {
    guard let first = cell.first else { return count }
    if first.kind == .string { return title }
    if Self.isGerman(cell) { return title + 1 }
    return first.word == .also && count > 0 ? title + 2 : count
  }

  /// The same cells; one that stands before its column's place, such as a title behind further
  /// spellings, goes with the cell before it.
  private func joined(_ cells: [Cell]) -> [Cell] {
    var ordered: [Cell] = []
    for cell in cells {
      if let last = ordered.last, cell.column <= last.column {
        ordered[ordered.count - 1].text += "  " + cell.text
      } else {
        ordered.append(cell)
      }
    }
    return ordered
  }

  // MARK: - Alignment

  /// Each row as one line, its cells in the columns of all rows.
  private func aligned(_ rows: [Row], in columns: [Column]) -> [(item: Int, line: String)] {
    var lines = rows.map { indentation(items[$0.item]) }
    var left = 0
    var leftColumn = 0
    for number in 0...columns.count {
      let filled = rows.indices.filter { rows[$0].cells.contains { $0.column == number } }
      if filled.isEmpty { continue }
      if number > 0 {
        let limit = left + columns[leftColumn].most
        let fitting = filled.map { lines[$0].count }.filter { $0 + 1 <= limit }
        left = fitting.map { min($0 + columns[leftColumn].gap, limit) }.max() ?? left
      }
      leftColumn = number
      for row in filled {
        let blanks = lines[row].count + 1 <= left ? left - lines[row].count : 2
        if number > 0 { lines[row] += String(repeating: " ", count: blanks) }
        lines[row] += rows[row].cells.first { $0.column == number }?.text ?? ""
      }
    }
    return zip(rows, lines).map { ($0.item, $1) }
  }

  /// Puts the YAML of the cases of a rule into one column.
  private func alignCases(_ lines: inout [[String]]) {
    var cases: [(item: Int, example: ExamplesSyntax.Case)] = []
    for (index, item) in items.enumerated() {
      if case .example(let example) = item.content {
        cases.append((index, example))
      } else if !item.isComment, case .tokens = item.content {
        alignCases(cases, &lines)
        cases = []
      }
    }
    alignCases(cases, &lines)
  }

  private func alignCases(
    _ cases: [(item: Int, example: ExamplesSyntax.Case)], _ lines: inout [[String]]
  ) {
    let inline = cases.filter { isInline($0.example) }
    let column = inline.map { 2 * items[$0.item].level + head(of: $0.example).count + 2 }.max()
    for (item, example) in inline {
      lines[item] = self.lines(of: example, at: column ?? 0, items[item])
    }
  }
}
