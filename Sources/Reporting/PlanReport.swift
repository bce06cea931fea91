import Diagnostics
import SourceText

/// A report on one plan as facts, without a format: sections of texts, tables and findings.
package struct PlanReport: Sendable {
  package struct Section: Sendable {
    package var title: LocalizedText
    package var blocks: [Block]
    /// Where the element of the section stands; nil for sections of the whole plan.
    package var source: Location?

    package init(title: LocalizedText, blocks: [Block], source: Location? = nil) {
      self.title = title
      self.blocks = blocks
      self.source = source
    }
  }

  package enum Block: Sendable {
    case text(Text)
    case table(ReportTable)
    /// The findings of the check, in their order.
    case findings
    /// What each rule did.
    case ledger
    /// What was checked, what was found, and whether it blocks.
    case summary
    case section(Section)
  }

  /// A text of the plan, or why there is none.
  package struct Text: Sendable {
    /// The title of its field.
    package var title: LocalizedText
    package var content: ReportTable.Cell
    /// Where it is written, or the element that lacks it.
    package var source: Location
    /// The codes of the findings that speak of it.
    package var findings: [String]

    package init(
      title: LocalizedText, content: ReportTable.Cell, source: Location, findings: [String]
    ) {
      self.title = title
      self.content = content
      self.source = source
      self.findings = findings
    }
  }

  package var name: String
  package var title: LocalizedText
  package var sections: [Section]
  /// The check that the report rests on; `findings` and `ledger` show parts of it.
  package var check: CheckReport

  package init(
    name: String, title: LocalizedText, sections: [Section], check: CheckReport
  ) {
    self.name = name
    self.title = title
    self.sections = sections
    self.check = check
  }
}
