import Diagnostics
import Reporting

/// A table in light lines for terminals, aligned by cells, with totals apart and notes below.
///
/// Texts wrap where the table is wider than the terminal; numbers never do.
package struct TerminalTable {
  private let language: Language
  private let width: Int
  private let palette: Palette
  private let drawsCharts: Bool

  /// Without `drawsCharts` a chart is told in words only, for people who listen.
  package init(
    language: Language, width: Int = 100, usesColor: Bool = false, drawsCharts: Bool = true
  ) {
    self.language = language
    self.width = width
    palette = Palette(usesColor: usesColor)
    self.drawsCharts = drawsCharts
  }

  package func write(_ table: ReportTable, to buffer: inout ByteBuffer) {
    let title = VisibleText.line(table.title[language])
    if !title.isEmpty { buffer.append("\(palette.paint(title, .strong))\n\n") }
    if !table.columns.isEmpty { writeGrid(table, to: &buffer) }
    let notes = notes(below: table)
    if !notes.isEmpty, !table.columns.isEmpty { buffer.append("\n") }
    for note in notes {
      for line in TextWrap.lines(note, width: width) { buffer.append("\(line)\n") }
    }
    for chart in table.charts { write(chart, to: &buffer) }
  }

  private func write(_ chart: ReportChart, to buffer: inout ByteBuffer) {
    buffer.append("\n")
    for line in TextWrap.lines(chart.alternative(language), width: width) {
      buffer.append("\(line)\n")
    }
    guard drawsCharts else { return }
    let lines = ChartDrawing(language: language, width: width).lines(chart)
    if !lines.isEmpty { buffer.append("\n") }
    for line in lines { buffer.append("\(line)\n") }
  }

  private func writeGrid(_ table: ReportTable, to buffer: inout ByteBuffer) {
    let rows = table.rows.map { row in
      table.columns.indices.map { index in
        index < row.cells.count ? ShownCell(row.cells[index], language) : ShownCell("")
      }
    }
    let titles = table.columns.map { ShownCell($0.title[language]) }
    let widths = ColumnWidths(titles, rows, table.columns.map(\.alignment))
    guard widths.least <= width || table.columns.count < 2 else {
      return writeBlocks(table, titles.map(\.value), rows, to: &buffer)
    }
    let columns = widths.fitted(to: width)
    let rule = palette.paint(
      columns.map { String(repeating: "─", count: $0.width + 2) }.joined(separator: "┼"), .gutter)
    write(titles, columns, style: .strong, to: &buffer)
    buffer.append("\(rule)\n")
    for (index, row) in table.rows.enumerated() {
      if row.isTotal, index > 0, !table.rows[index - 1].isTotal { buffer.append("\(rule)\n") }
      let style: Palette.Style? = row.isTotal ? .strong : row.isWithoutKey ? .faint : nil
      write(rows[index], columns, style: style, to: &buffer)
    }
  }

  /// A table that is too wide: a block for each row, its first cell as a head, the others below
  /// each other with their titles.
  private func writeBlocks(
    _ table: ReportTable, _ titles: [String], _ rows: [[ShownCell]], to buffer: inout ByteBuffer
  ) {
    let widest = titles.dropFirst().map { TextWidth.cells(VisibleText.line($0)) }.max() ?? 0
    let titleWidth = min(widest, width / 2)
    for (index, row) in rows.enumerated() {
      if index > 0 { buffer.append("\n") }
      let head = VisibleText.lines(row[0].value + row[0].share).joined(separator: " ")
      for line in TextWrap.lines(head, width: width - 1) {
        buffer.append(" \(palette.paint(line, .strong))\n")
      }
      for (title, cell) in zip(titles, row).dropFirst() where !cell.value.isEmpty {
        let room = width - titleWidth - 5
        let left = TextWidth.padded(
          TextWidth.truncated(VisibleText.line(title), to: titleWidth), to: titleWidth)
        for (number, line) in TextWrap.lines(cell.value + cell.share, width: room).enumerated() {
          let margin = number == 0 ? left : String(repeating: " ", count: titleWidth)
          buffer.append("   \(margin)  \(line)\n")
        }
      }
    }
  }

  private func write(
    _ cells: [ShownCell], _ columns: [TableColumn], style: Palette.Style?,
    to buffer: inout ByteBuffer
  ) {
    let blocks = zip(cells, columns).map { $0.lines(in: $1) }
    let bar = palette.paint("│", .gutter)
    for line in 0..<(blocks.map(\.count).max() ?? 0) {
      var text = ""
      for (index, block) in blocks.enumerated() {
        let part = line < block.count ? block[line] : columns[index].blank
        if index > 0 { text += " \(bar)" }
        text += " " + (style.map { palette.paint(part, $0) } ?? part)
      }
      while text.last == " " { text.removeLast() }
      buffer.append("\(text)\n")
    }
  }

  /// The table's notes, and what its partial cells rest on.
  private func notes(below table: ReportTable) -> [String] {
    var notes = table.notes.map { $0[language] }
    // A total says for its whole column what is missing in it.
    let total = table.rows.last { $0.isTotal }
    for (index, column) in table.columns.enumerated() {
      guard let total, index < total.cells.count, let share = total.cells[index].parts.share else {
        continue
      }
      notes.append("\(column.title[language]): \(share.text(language))")
    }
    for row in table.rows {
      for (index, cell) in row.cells.enumerated() {
        guard let share = cell.parts.share else { continue }
        let isTold = total.map { index < $0.cells.count && $0.cells[index].parts.share != nil }
        if isTold == true { continue }
        let note = "\(share.shortText(language))  \(share.text(language))"
        if !notes.contains(note) { notes.append(note) }
      }
    }
    return notes
  }
}

/// What a cell shows: its value and, behind it, what a partial value rests on.
struct ShownCell {
  var value: String
  var share: String

  init(_ text: String) {
    value = text
    share = ""
  }

  init(_ cell: ReportTable.Cell, _ language: Language) {
    let parts = cell.parts
    value = parts.value.text(language)
    share = parts.share.map { " " + $0.shortText(language) } ?? ""
  }

  /// The lines of the cell, each exactly as wide as the column.
  func lines(in column: TableColumn) -> [String] {
    let room = column.width - column.shareWidth
    if column.alignment == .right, !share.isEmpty {
      return [
        TextWidth.padded(value, to: room, alignment: .right)
          + TextWidth.padded(share, to: column.shareWidth)
      ]
    }
    let line = VisibleText.line(value)
    let isOneLine = !value.contains(where: \.isNewline) && TextWidth.cells(line) <= room
    if column.alignment == .right, isOneLine {
      let text = TextWidth.padded(line, to: room, alignment: .right)
      return [TextWidth.padded(text, to: column.width)]
    }
    return TextWrap.lines(value + share, width: column.width).map {
      TextWidth.padded($0, to: column.width, alignment: column.alignment)
    }
  }
}

/// A column as wide as it is drawn.
struct TableColumn {
  var width: Int
  /// The part of the width, on the right, that only shares take.
  var shareWidth: Int
  var alignment: TextAlignment
  /// How far the column may be narrowed: first with its words whole, then with words broken.
  var minimum: (words: Int, all: Int)

  var blank: String { String(repeating: " ", count: width) }
}

/// Finds widths for the columns of a table.
struct ColumnWidths {
  private var columns: [TableColumn]
  /// Texts are not wrapped to less than this, nor is a word as long as `longestWord` broken.
  private static let narrowest = 12
  private static let longestWord = 32

  init(_ titles: [ShownCell], _ rows: [[ShownCell]], _ alignments: [TextAlignment]) {
    columns = alignments.indices.map { index in
      let title = titles[index].value
      var (body, share, word) = (0, 0, 0)
      for row in rows {
        body = max(body, Self.widest(row[index].value))
        share = max(share, TextWidth.cells(row[index].share))
        word = max(word, Self.widestWord(row[index].value))
      }
      let isNumeric = alignments[index] == .right
      let width = max(Self.widest(title), body + share)
      let titleWord = Self.widestWord(title)
      let all = min(width, isNumeric ? max(titleWord, body + share) : Self.narrowest)
      let words = min(width, max(all, titleWord, isNumeric ? 0 : min(word, Self.longestWord)))
      return TableColumn(
        width: width, shareWidth: isNumeric ? share : 0, alignment: alignments[index],
        minimum: (words, all))
    }
  }

  private static func widestWord(_ text: String) -> Int {
    text.split(separator: " ").map { TextWidth.cells(String($0)) }.max() ?? 0
  }

  private static func widest(_ text: String) -> Int {
    VisibleText.lines(text).map { TextWidth.cells($0) }.max() ?? 0
  }

  /// The cells of a line below which the table cannot be narrowed.
  var least: Int { columns.reduce(0) { $0 + $1.minimum.all + 3 } - 1 }

  /// The columns narrowed, the widest first, until the table fits or none can be narrowed.
  ///
  /// Words are broken only where the table fits then.
  func fitted(to width: Int) -> [TableColumn] {
    var columns = columns
    var excess = columns.reduce(0) { $0 + $1.width + 3 } - 1 - width
    let minima: [KeyPath<TableColumn, Int>] =
      least <= width ? [\.minimum.words, \.minimum.all] : [\.minimum.words]
    for minimum in minima {
      while excess > 0, let index = Self.widest(of: columns, above: minimum) {
        columns[index].width -= 1
        excess -= 1
      }
    }
    return columns
  }

  /// The widest column that is wider than its minimum.
  private static func widest(of columns: [TableColumn], above minimum: KeyPath<TableColumn, Int>)
    -> Int?
  {
    columns.indices.filter { columns[$0].width > columns[$0][keyPath: minimum] }
      .max { columns[$0].width < columns[$1].width }
  }
}
