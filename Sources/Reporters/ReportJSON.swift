import Diagnostics
import Reporting
import SourceText

/// A report as one JSON document, described in `docs/json-output.md`.
package struct ReportJSON {
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func write(_ report: PlanReport, to buffer: inout ByteBuffer) {
    JSONWriter.object(to: &buffer) { document in
      document.spread()
      document.member("schemaVersion", JSONReporter.schemaVersion)
      document.object("tool") { tool in
        tool.member("name", "ratsam")
        tool.member("version", report.check.version)
      }
      document.member("language", language.rawValue)
      document.member("today", report.check.today?.iso())
      document.object("report") { object in
        object.member("name", report.name)
        object.member("title", report.title[language])
      }
      document.member("plan", report.check.plans.first?.path)
      document.array("sections") { sections in
        sections.spread()
        var cursor = PlaceCursor()
        for section in report.sections {
          sections.object { write(section, report.check, &cursor, to: &$0) }
        }
      }
    }
    buffer.append("\n")
  }

  private func write(
    _ section: PlanReport.Section, _ check: CheckReport, _ cursor: inout PlaceCursor,
    to object: inout JSONObject
  ) {
    object.member("title", section.title[language])
    object.array("sources") { sources in
      if let source = section.source { sources.object { write(source, &cursor, to: &$0) } }
    }
    object.array("blocks") { blocks in
      blocks.spread()
      for block in section.blocks {
        blocks.object { write(block, check, &cursor, to: &$0) }
      }
    }
  }

  private func write(
    _ block: PlanReport.Block, _ check: CheckReport, _ cursor: inout PlaceCursor,
    to object: inout JSONObject
  ) {
    switch block {
    case .text(let text):
      object.member("kind", "text")
      object.member("title", text.title[language])
      write(text.content, to: &object)
      object.member("findings", text.findings)
      object.array("sources") { sources in
        sources.object { write(text.source, &cursor, to: &$0) }
      }
    case .section(let inner):
      object.member("kind", "section")
      write(inner, check, &cursor, to: &object)
    case .table(let table): write(table, "table", &cursor, to: &object)
    case .findings: write(FindingTable.make(check), "findings", &cursor, to: &object)
    case .ledger: write(LedgerTable.make(check), "ledger", &cursor, to: &object)
    case .summary: write(SummaryTable.make(check), "summary", &cursor, to: &object)
    }
  }

  // MARK: - Tables

  private func write(
    _ table: ReportTable, _ kind: String, _ cursor: inout PlaceCursor, to object: inout JSONObject
  ) {
    object.member("kind", kind)
    object.member("name", table.name)
    object.member("title", table.title[language])
    object.member("columns", table.columns.map { $0.title[language] })
    object.array("rows") { rows in
      rows.spread()
      for row in table.rows {
        rows.object { object in
          object.array("cells") { cells in
            for cell in row.cells { cells.object { write(cell, to: &$0) } }
          }
          object.member("isTotal", row.isTotal)
          object.member("isWithoutKey", row.isWithoutKey)
          object.array("sources") { sources in
            for source in row.sources { sources.object { write(source, &cursor, to: &$0) } }
          }
        }
      }
    }
    object.member("notes", table.notes.map { $0[language] })
    object.member("charts", table.charts.map { $0.alternative(language) })
  }

  /// The kind of the value, its text for people, and its plain form where it has one.
  private func write(_ cell: ReportTable.Cell, to object: inout JSONObject) {
    let (value, share) = cell.parts
    object.member("type", value.kind)
    object.member("text", cell.text(language))
    object.member("value", value.plain)
    if let share {
      object.member("stated", share.stated)
      object.member("of", share.of)
    }
  }

  private func write(
    _ location: Location, _ cursor: inout PlaceCursor, to object: inout JSONObject
  ) {
    let start = cursor.position(of: location.range.start, in: location.file)
    object.member("file", location.file.path)
    object.member("line", start.line)
    object.member("column", start.column)
    object.member("startByte", location.range.start)
    object.member("endByte", location.range.end)
  }
}

extension ReportTable.Cell {
  fileprivate var kind: String {
    switch self {
    case .text, .localized: "text"
    case .number: "number"
    case .money: "money"
    case .percent, .computedPercent: "percent"
    case .date: "date"
    case .missing: "missing"
    case .partial(let value, _): value.kind
    }
  }

  /// The value as programs read it, an exact decimal or ISO 8601; nil for texts and gaps.
  fileprivate var plain: String? {
    switch self {
    case .number(let value), .percent(let value), .computedPercent(let value): value.plain()
    case .money(let money): money.plain()
    case .date(let date): date.iso()
    case .text, .localized, .missing, .partial: nil
    }
  }
}
