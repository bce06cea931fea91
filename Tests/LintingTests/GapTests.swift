import Diagnostics
import Reporting
import SourceText
import TestSupport
import Testing

@testable import Linting

/// Fields that can be lost without a finding and without a changed table.
@Suite("Gaps")
struct GapTests {
  private static let rules = RuleSet([
    SourceFile(
      path: "schema.ratsam",
      text: """
        schema plan 1 "Plan"
        record plan
          name text
          motion group
            text text
            note text
        record measure, listed in measures "Measure"
          id identifier
          name text
          note text
          tags list of text
          steps list of step
        record step "Step"
          name text
        """),
    SourceFile(
      path: "rules.ratsam",
      text: """
        rule name-stated
          "Measures have names."
          if broken: error
          each measure
            name must be stated
        table notes
          "Notes"
          each measure
          column "Id" id
          column "Tags" count of tags
        """),
  ])

  private static func report(_ plan: String, limit: Int? = nil) throws -> GapReport {
    let input = PlanInput(
      path: "plan.yaml", main: SourceFile(path: "plan.yaml", text: plan), includes: .refusing)
    let search = try #require(GapSearch(rules, input, options: LintOptions(), limit: limit))
    return search.report(search.attempts.map(search.outcome))
  }

  private static func lines(_ report: GapReport) -> [String] {
    report.gaps.map { field in
      "\(field.record).\(field.field) \(field.tried)/\(field.stated): "
        + GapReport.Loss.allCases.map { "\(field.count($0))" }.joined(separator: " ")
    }
  }

  private static let block = """
    name: Plan
    motion:
      text: |
        Two
        lines
      note: "x"  # a comment
    measures:
      - id: M1
        name: First
        note: >-
          folded
        tags:
          - a
          - b
        steps: [ { name: one }, { name: 'two' } ]
      - {id: M2, name: Second, note: y}

    """

  @Test("rules notice a name, a table its columns, nobody a note; a misspelt key is always noticed")
  func kinds() throws {
    let report = try Self.report(Self.block)
    #expect(report.broken == 0)
    #expect(
      Self.lines(report) == [
        "measure.note 2/2: 2 2 0", "step.name 2/2: 2 2 0", "plan.name 1/1: 1 1 0",
        "plan.motion.text 1/1: 1 1 0", "plan.motion.note 1/1: 1 1 0", "measure.steps 1/1: 1 1 0",
      ])
    #expect(
      report.fields.filter { $0.gaps == 0 }.map(\.field).sorted()
        == ["id", "measures", "name", "tags"])
  }

  @Test("of each field a bounded number of values is tried, and the report says so")
  func sample() throws {
    let plan =
      "measures:\n" + (0..<20).map { "  - {id: M\($0), name: a, note: b}\n" }.joined()
    let report = try Self.report(plan, limit: 3)
    #expect(!report.triedAll)
    #expect(report.fields.map(\.tried).max() == 3)
    #expect(Self.lines(report) == ["measure.note 3/20: 3 3 0"])
    let places = report.gaps[0].unnoticed[.deleted]?.map { location in
      location.file.position(of: location.range.start).line
    }
    #expect(places == [2, 11, 21])
  }

  @Test("every loss leaves the rest of the file as it was")
  func edits() throws {
    let input = PlanInput(
      path: "p", main: SourceFile(path: "p", text: Self.block), includes: .refusing)
    let plan = Self.rules.load(input, options: LintOptions()).plan
    let edit = GapEdit(plan.trees[0], known: ["name", "namee"])
    let tree = plan.trees[0]
    let root = try #require(tree.root)
    let name = try #require(tree.firstChild(root))
    #expect(
      edit.file(.deleted, of: name)?.text(ByteRange(0, 8)) == "motion:\n")
    #expect(edit.file(.blank, of: name)?.text(ByteRange(0, 9)) == "name: \"\"\n")
    #expect(edit.file(.misspelt, of: name)?.text(ByteRange(0, 13)) == "nameee: Plan\n")
  }

  @Test("a plan that cannot be read to its end is refused")
  func unreadable() {
    let input = PlanInput(
      path: "p", main: SourceFile(path: "p", text: "a: [\n"), includes: .refusing)
    #expect(GapSearch(Self.rules, input, options: LintOptions(), limit: 1) == nil)
  }

  @Test("no misspelt key of the shipped plan goes unnoticed, and every change can be read")
  func shipped() throws {
    let input = try PlanFolder(named: "roadmap").input
    let rules = RuleSet([
      SourceFile(
        path: "roadmap.ratsam", text: try Project.text("plans/roadmap/roadmap.ratsam"))
    ])
    let search = try #require(GapSearch(rules, input, options: LintOptions(), limit: nil))
    let report = search.report(search.attempts.map(search.outcome))
    #expect(report.triedAll && report.broken == 0)
    #expect(report.fields.allSatisfy { $0.count(.misspelt) == 0 })
  }
}
