import Diagnostics
import Reporting

/// A page as Markdown, each table in a section of its own.
package struct MarkdownPage {
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func write(_ page: ReportPage, to buffer: inout ByteBuffer) {
    buffer.append("# \(MarkdownText.escaped(page.title[language]))\n")
    for paragraph in page.introduction {
      buffer.append("\n\(MarkdownText.escaped(paragraph[language]))\n")
    }
    for table in page.tables {
      buffer.append("\n")
      MarkdownTable(language: language, headingLevel: 2).write(table, to: &buffer)
    }
  }
}
