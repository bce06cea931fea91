import Diagnostics

/// A page of tables under one title.
package struct ReportPage: Sendable {
  package var title: LocalizedText
  /// Paragraphs under the title.
  package var introduction: [LocalizedText]
  package var tables: [ReportTable]

  package init(title: LocalizedText, introduction: [LocalizedText], tables: [ReportTable]) {
    self.title = title
    self.introduction = introduction
    self.tables = tables
  }
}
