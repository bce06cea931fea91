import Diagnostics
import Reporting

/// A table as a GitHub-flavoured pipe table, with its title as a heading and its notes below.
///
/// No text of a plan becomes markup: what Markdown or HTML would read is escaped, and a line break
/// becomes `<br>`.
package struct MarkdownTable {
  private let language: Language
  private let headingLevel: Int

  /// `headingLevel` is 1…6.
  package init(language: Language, headingLevel: Int = 3) {
    self.language = language
    self.headingLevel = min(max(headingLevel, 1), 6)
  }

  package func write(_ table: ReportTable, to buffer: inout ByteBuffer) {
    let heading = String(repeating: "#", count: headingLevel)
    let title = MarkdownText.escaped(table.title[language])
    if !title.isEmpty { buffer.append("\(heading) \(title)\n") }
    if !title.isEmpty, !table.columns.isEmpty { buffer.append("\n") }
    if !table.columns.isEmpty {
      writeRow(table.columns.map { MarkdownText.escaped($0.title[language]) }, to: &buffer)
      writeRow(table.columns.map { $0.alignment == .right ? "---:" : "---" }, to: &buffer)
      for row in table.rows { write(row, columns: table.columns.count, to: &buffer) }
    }
    for note in table.notes { buffer.append("\n\(MarkdownText.escaped(note[language]))\n") }
    for chart in table.charts { write(chart, to: &buffer) }
  }

  /// How wide the drawings in Markdown are, in cells.
  private static let chartWidth = 72

  /// The text alternative, then the drawing; a graph as Mermaid.
  private func write(_ chart: ReportChart, to buffer: inout ByteBuffer) {
    buffer.append("\n\(MarkdownText.escaped(chart.alternative(language)))\n")
    if case .graph(let graph) = chart {
      guard graph.nodes.contains(where: { !$0.targets.isEmpty }) else { return }
      let drawing = GraphDrawing(graph, language: language, width: Self.chartWidth)
      buffer.append("\n")
      buffer.append(MarkdownText.fenced(drawing.mermaid(), as: "mermaid"))
    } else {
      let lines = ChartDrawing(language: language, width: Self.chartWidth).lines(chart)
      guard !lines.isEmpty else { return }
      buffer.append("\n")
      buffer.append(MarkdownText.fenced(lines, as: "text"))
    }
  }

  private func write(_ row: ReportTable.Row, columns: Int, to buffer: inout ByteBuffer) {
    let mark = row.isTotal ? "**" : ""
    let cells = (0..<columns).map { index -> String in
      guard index < row.cells.count else { return "" }
      let text = MarkdownText.escaped(row.cells[index].text(language))
      return text.isEmpty ? "" : "\(mark)\(text)\(mark)"
    }
    writeRow(cells, to: &buffer)
  }

  private func writeRow(_ cells: [String], to buffer: inout ByteBuffer) {
    buffer.append("|")
    for cell in cells { buffer.append(cell.isEmpty ? " |" : " \(cell) |") }
    buffer.append("\n")
  }
}

/// Texts as Markdown that shows them letter by letter.
package enum MarkdownText {
  /// A code block whose fence is longer than any run of backticks inside.
  static func fenced(_ lines: [String], as language: String) -> String {
    var longest = 2
    for line in lines {
      var run = 0
      for byte in line.utf8 {
        run = byte == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(language)\n" + lines.map { $0 + "\n" }.joined() + "\(fence)\n"
  }

  /// The text on one line with everything escaped that Markdown or HTML would read.
  package static func escaped(_ text: String) -> String {
    let trimmed = text.trimmingPrefix(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace }
    guard let end else { return "" }
    return VisibleText.lines(String(trimmed[...end])).map(escapedLine).joined(separator: "<br>")
  }

  /// The text as a paragraph; what would begin a list stays a text.
  static func paragraph(_ text: String) -> String {
    let escaped = escaped(text)
    if let first = escaped.first, "-+=".contains(first) { return "\\" + escaped }
    let digits = escaped.prefix { $0.isASCII && $0.isNumber }
    let rest = escaped.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return escaped }
    return "\(digits)\\\(rest)"
  }

  private static func escapedLine(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
