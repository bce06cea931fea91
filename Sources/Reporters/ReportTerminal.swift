import Diagnostics
import Reporting

/// A report for people at a terminal: underlined headings, wrapped texts, drawn tables.
package struct ReportTerminal {
  private let language: Language
  private let width: Int
  private let palette: Palette
  private let table: TerminalTable
  /// Texts are hard to read in longer lines.
  private static let longestLine = 100

  package init(language: Language, width: Int, usesColor: Bool, drawsCharts: Bool) {
    self.language = language
    self.width = width
    palette = Palette(usesColor: usesColor)
    table = TerminalTable(
      language: language, width: width, usesColor: usesColor, drawsCharts: drawsCharts)
  }

  package func write(_ report: PlanReport, to buffer: inout ByteBuffer) {
    writeHeading(report.title[language], "═", to: &buffer)
    writeParagraph(report.subtitle(language), to: &buffer)
    for section in report.sections { write(section, in: report, depth: 0, to: &buffer) }
  }

  private func writeHeading(_ text: String, _ line: Character, to buffer: inout ByteBuffer) {
    var widest = 0
    for text in TextWrap.lines(VisibleText.line(text), width: width) {
      buffer.append("\(palette.paint(text, .strong))\n")
      widest = max(widest, TextWidth.cells(text))
    }
    buffer.append(palette.paint(String(repeating: line, count: widest), .gutter))
    buffer.append("\n")
  }

  private func writeParagraph(_ text: String, to buffer: inout ByteBuffer) {
    guard !text.isEmpty else { return }
    for line in TextWrap.lines(text, width: min(width, Self.longestLine)) {
      buffer.append("\(line)\n")
    }
  }

  private func write(
    _ section: PlanReport.Section, in report: PlanReport, depth: Int, to buffer: inout ByteBuffer
  ) {
    buffer.append("\n\n")
    writeHeading(section.title[language], depth == 0 ? "─" : "┈", to: &buffer)
    if section.blocks.isEmpty { writeParagraph(PlanReport.nothing[language], to: &buffer) }
    let texts = section.textCount
    for (index, block) in section.blocks.enumerated() {
      if index > 0, !block.isSection { buffer.append("\n") }
      switch block {
      case .text(let text): write(text, isLabelled: texts > 1, to: &buffer)
      case .section(let inner): write(inner, in: report, depth: depth + 1, to: &buffer)
      case .table, .findings, .ledger, .summary:
        if let made = block.table(of: report, in: section) { table.write(made, to: &buffer) }
      }
    }
  }

  private func write(
    _ text: PlanReport.Text, isLabelled: Bool, to buffer: inout ByteBuffer
  ) {
    let content = text.content.text(language)
    if case .missing = text.content {
      let codes = text.findings.joined(separator: ", ")
      let note = codes.isEmpty ? "" : " (\(language.pick("finding", "Befund")): \(codes))"
      writeParagraph("\(text.title[language]): \(content)\(note)", to: &buffer)
      return
    }
    let label = isLabelled ? "\(text.title[language]): " : ""
    for (index, paragraph) in PlanReport.paragraphs(content).enumerated() {
      if index > 0 { buffer.append("\n") }
      writeParagraph((index == 0 ? label : "") + paragraph, to: &buffer)
    }
  }
}
