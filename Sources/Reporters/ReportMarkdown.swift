import Diagnostics
import Reporting

/// A report as Markdown: sections as headings, tables as pipe tables, graphs for Mermaid.
package struct ReportMarkdown {
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func write(_ report: PlanReport, to buffer: inout ByteBuffer) {
    buffer.append("# \(MarkdownText.escaped(report.title[language]))\n")
    let subtitle = report.subtitle(language)
    if !subtitle.isEmpty { buffer.append("\n\(MarkdownText.paragraph(subtitle))\n") }
    for section in report.sections { write(section, in: report, level: 2, to: &buffer) }
  }

  private func write(
    _ section: PlanReport.Section, in report: PlanReport, level: Int, to buffer: inout ByteBuffer
  ) {
    let heading = String(repeating: "#", count: level)
    buffer.append("\n\(heading) \(MarkdownText.escaped(section.title[language]))\n")
    if section.blocks.isEmpty { buffer.append("\n*\(PlanReport.nothing[language])*\n") }
    let texts = section.textCount
    for block in section.blocks {
      switch block {
      case .text(let text): write(text, isLabelled: texts > 1, to: &buffer)
      case .section(let inner): write(inner, in: report, level: level + 1, to: &buffer)
      case .table, .findings, .ledger, .summary:
        guard let table = block.table(of: report, in: section) else { continue }
        buffer.append("\n")
        MarkdownTable(language: language, headingLevel: level + 1).write(table, to: &buffer)
      }
    }
  }

  private func write(
    _ text: PlanReport.Text, isLabelled: Bool, to buffer: inout ByteBuffer
  ) {
    let label = MarkdownText.escaped(text.title[language])
    let content = text.content.text(language)
    if case .missing = text.content {
      let codes = text.findings.map { "`\($0)`" }.joined(separator: ", ")
      let note = codes.isEmpty ? "" : " (\(language.pick("finding", "Befund")): \(codes))"
      buffer.append("\n*\(label): \(MarkdownText.escaped(content))*\(note)\n")
      return
    }
    for (index, paragraph) in PlanReport.paragraphs(content).enumerated() {
      let isFirst = index == 0 && isLabelled
      let start = isFirst ? "**\(label):** \(MarkdownText.escaped(paragraph))" : ""
      buffer.append("\n\(isFirst ? start : MarkdownText.paragraph(paragraph))\n")
    }
  }
}

extension PlanReport {
  /// What stands in a section that has no element to show.
  static let nothing = LocalizedText(
    en: "There is nothing to show here.", de: "Hier gibt es nichts zu zeigen.")

  /// The plan's name and its stage.
  func subtitle(_ language: Language) -> String {
    check.plans.map { plan in
      [plan.name, plan.stage?.title[language]].compactMap(\.self).joined(separator: " · ")
    }.joined(separator: "\n")
  }

  /// The parts of a text between its blank lines.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}

extension PlanReport.Block {
  var isSection: Bool { if case .section = self { true } else { false } }

  /// The table that the block is drawn as; nil for texts and sections. A title that only repeats
  /// the section's is left out.
  func table(of report: PlanReport, in section: PlanReport.Section) -> ReportTable? {
    var table: ReportTable
    switch self {
    case .text, .section: return nil
    case .table(let made): table = made
    case .findings: table = FindingTable.make(report.check)
    case .ledger: table = LedgerTable.make(report.check)
    case .summary: table = SummaryTable.make(report.check)
    }
    if table.title == section.title { table.title = LocalizedText(same: "") }
    return table
  }
}

extension PlanReport.Section {
  /// How many texts of the plan stand in the section itself.
  var textCount: Int {
    blocks.count { if case .text = $0 { true } else { false } }
  }
}
