import Diagnostics
import Linting
import Model
import Reporting
import SourceText
import Testing

@Suite("Tables over findings, and reports")
struct FindingTableTests {
  private static let rules = RuleSet([
    SourceFile(
      path: "schema.ratsam",
      text: """
        schema plan 1 "Plan"
        record plan
          name text
          motion text "Motion" de "Antrag"
        record committee, listed in committees
          id identifier
          name text
        record area, listed in areas
          id identifier
          owner one of committees
        record measure, listed in measures "Measure" de "Maßnahme"
          id identifier
          name text
          area one of areas
          owner one of committees, else area.owner
          steps list of step
          note text
        record step
          due date
        """),
    SourceFile(
      path: "rules.ratsam",
      text: """
        rule named
          "Every measure has a name." de "Jede Maßnahme hat einen Namen."
          if broken: error
          each measure
            name must be stated
        rule due
          "Every step is due." de "Jeder Schritt ist fällig."
          if broken: note
          each step
            due must be stated
        rule motion
          "There is a motion." de "Es gibt einen Antrag."
          if broken: warning
          the plan
            motion must be stated
        table by-owner
          each finding, grouped by owner
          column "Owner" owner.name
          column "Errors" count where severity is error
          column "All" count
          total
        table told
          each finding where severity is at least warning
          column "Rule" rule
          column "Says" message
          column "Element" element
          column "Measure" measure
          column "Area" area
          column "Line" line
        report paper
          "Paper"
          section "Motion"
            text motion
          section "Measures" for each measure where name is stated
          section "Named" for each measure
            text name
            text owner.name
        """),
  ])

  private static let plan = """
    committees: [{id: a1, name: One}]
    areas: [{id: f1, owner: a1}]
    measures:
      - id: M1
        name: First
        area: f1
        steps: [{due: 2027}, {}]
      - id: M2
        area: f1
      - {id: M3, owner: a9, note: {open: later}}
    """

  private static let result = rules.lint(
    PlanInput(
      path: "plan.yaml", main: SourceFile(path: "plan.yaml", text: plan),
      includes: .refusing), options: LintOptions())

  private func rows(_ name: String, _ language: Language = .english) throws -> [String] {
    let index = try #require(Self.rules.tableNames.firstIndex(of: name))
    #expect(Self.rules.needsFindings(index))
    let table = Self.rules.table(
      index, of: Self.result.plan, findings: Self.result.findings, options: LintOptions())
    return table.rows.map { row in row.cells.map { $0.text(language) }.joined(separator: " | ") }
  }

  @Test("a finding belongs to the owner of the element that it stands in")
  func owners() throws {
    #expect(Self.rules.findings.filter { $0.severity == .error }.isEmpty)
    #expect(
      try rows("by-owner") == [
        "One | 1 | 2", "not stated | 2 | 2", "does not apply | 0 | 1", "Total | 3 | 5",
      ])
  }

  @Test("its texts are told in the language of the table, its references lead on")
  func fields() throws {
    let german = try rows("told", .german)
    #expect(german.contains("named | Maßnahme M2: `name` fehlt | Maßnahme M2 | M2 | f1 | 8"))
    #expect(
      german.contains {
        $0.hasPrefix("motion | ") && $0.hasSuffix("trifft nicht zu | trifft nicht zu | 1")
      })
    #expect(!german.contains { $0.hasPrefix("due") }, "a note is less than a warning")
  }

  @Test("rules cannot speak of findings, and a schema's own record `finding` stays")
  func names() {
    let wrong = RuleSet([
      SourceFile(
        path: "r.ratsam",
        text: "schema p 1\nrecord plan\n  name text\n"
          + "rule r\n  \"R\"\n  if broken: note\n  each finding\n    rule must be stated\n")
    ])
    #expect(wrong.findings.map(\.code).contains("findings-outside-tables"))
    let own = RuleSet([
      SourceFile(
        path: "r.ratsam",
        text:
          "schema p 1\nrecord plan\n  name text\nrecord finding, listed in findings\n  id identifier\n"
          + "table t\n  each finding\n  column \"Id\" id\n")
    ])
    #expect(own.findings.isEmpty)
    #expect(!own.needsFindings(0))
  }

  // MARK: - Reports

  private func report() -> PlanReport {
    let check = Self.rules.report([Self.result], failOn: .error, version: "0")
    return Self.rules.report(0, on: Self.result, check: check, options: LintOptions())
  }

  @Test("an absent text says so, with the rule that misses it")
  func absentText() throws {
    guard case .text(let text)? = report().sections.first?.blocks.first else {
      Issue.record("no text")
      return
    }
    #expect(text.title.german == "Antrag")
    #expect(text.content.text(.german) == "ohne Angabe")
    #expect(text.findings == ["motion"])
  }

  @Test("a sheet shows what is stated, where it stands, and names the rest")
  func sheets() throws {
    let section = report().sections[1]
    #expect(section.blocks.count == 1)
    guard case .section(let sheet)? = section.blocks.first,
      case .table(let table)? = sheet.blocks.first
    else {
      Issue.record("no sheet")
      return
    }
    #expect(sheet.title.english == "M1 First")
    #expect(sheet.source?.range.start == Self.plan.utf8Offset(of: "M1"))
    let rows = table.rows.map { $0.cells.map { $0.text(.english) }.joined(separator: ": ") }
    #expect(rows == ["area: f1", "owner: One", "steps: due: 2027\n"])
    #expect(table.notes.map(\.english) == ["Not stated: note"])
    #expect(table.rows[0].sources.first?.range.start == Self.plan.utf8Offset(of: "f1\n    steps"))
  }

  @Test("named fields are all shown, with their states")
  func namedFields() {
    let section = report().sections[2]
    let rows = section.blocks.flatMap { block -> [String] in
      guard case .section(let sheet) = block, case .table(let table)? = sheet.blocks.first else {
        return []
      }
      return table.rows.map { row in row.cells.map { $0.text(.english) }.joined(separator: ": ") }
    }
    #expect(
      rows == [
        "name: First", "owner: One", "name: not stated", "owner: One", "name: not stated",
        "owner: not readable",
      ])
  }
}

extension String {
  /// The first byte of a text in this one.
  fileprivate func utf8Offset(of text: String) -> Int? {
    range(of: text).map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }

  private func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}
