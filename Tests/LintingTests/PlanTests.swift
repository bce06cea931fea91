import Diagnostics
import Linting
import Reporters
import Reporting
import Semantics
import SourceText
import TestSupport
import Testing
import Values

/// The plans that come with the project, checked as their readers check them.
@Suite("The example plans")
struct PlanTests {
  @Test("the rules and the schema that come with ratsam have no fault")
  func rulesAreSound() {
    #expect(RuleSet.core.findings.map { $0.problem.headline(in: .english) } == [])
    #expect(RuleSet.roadmap.findings.map { $0.problem.headline(in: .english) } == [])
  }

  /// The plans without findings, whatever packs are on. A rule for new versions and one for
  /// supplements cannot both meet something in one plan.
  static let finished = ["musterstadt", "climate", "equality", "riverton"]
  private static let today = CalendarDate(year: 2027, month: 3, day: 31)

  @Test("the finished plans are clean", arguments: finished)
  func clean(_ name: String) throws {
    let result = try PlanFolder(named: name).lint(today: Self.today)
    #expect(result.findings.map { "\($0.line) \($0.substance)" } == [])
  }

  @Test("every rule met an element in one of the finished plans")
  func everyRuleMeetsSomething() throws {
    var met: [String: Int] = [:]
    for name in Self.finished {
      for entry in try PlanFolder(named: name).lint(today: Self.today).ledger {
        met[entry.rule, default: 0] += entry.met
      }
    }
    #expect(!met.isEmpty)
    for rule in RuleSet.core.program.rules where rule.reads(.previous) { met[rule.id] = nil }
    #expect(met.filter { $0.value == 0 }.keys.sorted() == [])
  }

  @Test("musterstadt compared with itself has no finding")
  func musterstadtIsItself() throws {
    let input = try PlanFolder(named: "musterstadt").input
    let previous = try RuleSet.core.loadPrevious(input, options: LintOptions()).get()
    let result = RuleSet.core.lint(input, previous: previous, options: LintOptions())
    #expect(result.findings.map { $0.problem.headline(in: .english) } == [])
    #expect(result.ledger.allSatisfy { $0.new == 0 })
    #expect(result.ledger.contains { $0.rule == "owner-kept" && $0.met > 40 })
  }

  @Test("the findings of each plan", arguments: ["musterstadt-draft", "hannover"])
  func findings(_ name: String) throws {
    let plan = try PlanFolder(named: name)
    Golden.expect(plan.report(.core, .english), equals: "\(name).en.txt")
    Golden.expect(plan.report(.core, .german), equals: "\(name).de.txt")
  }

  @Test("the findings of a plan with a schema of its own")
  func roadmap() throws {
    let plan = try PlanFolder(named: "roadmap")
    Golden.expect(plan.report(.roadmap, .english), equals: "roadmap.en.txt")
    Golden.expect(plan.report(.roadmap, .german), equals: "roadmap.de.txt")
  }

  @Test("every planted fault is found at its line", arguments: PlantedFault.draft)
  func planted(_ fault: PlantedFault) throws {
    let result = try PlanFolder(named: "musterstadt-draft").lint()
    fault.expect(in: result)
  }

  @Test("every planted fault of the roadmap is found at its line", arguments: PlantedFault.roadmap)
  func plantedInRoadmap(_ fault: PlantedFault) throws {
    fault.expect(in: try PlanFolder(named: "roadmap").lint(.roadmap))
  }

  @Test("hannover shows what is known to be open in it", arguments: PlantedFault.hannover)
  func plantedInHannover(_ fault: PlantedFault) throws {
    fault.expect(in: try PlanFolder(named: "hannover").lint())
  }

  @Test("all tables of musterstadt", arguments: RuleSet.core.tableNames)
  func tables(_ name: String) throws {
    let index = try #require(RuleSet.core.tableNames.firstIndex(of: name))
    // Findings need a plan that has some.
    let folder = RuleSet.core.needsFindings(index) ? "musterstadt-draft" : "musterstadt"
    let result = RuleSet.core.lint(try PlanFolder(named: folder).input, options: LintOptions())
    let table = RuleSet.core.table(
      index, of: result.plan, findings: result.findings, options: LintOptions())
    var buffer = ByteBuffer()
    for language in Language.allCases {
      TerminalTable(language: language, width: 120).write(table, to: &buffer)
      buffer.append("\n")
    }
    TerminalTable(language: .german, width: 80).write(table, to: &buffer)
    buffer.append("\n")
    MarkdownTable(language: .german).write(table, to: &buffer)
    Golden.expect(String(decoding: buffer.bytes, as: UTF8.self), equals: "tables/\(name).txt")
  }

  @Test(
    "the shipped reports on the plans that they are for", arguments: ["council-paper", "reviewer"])
  func reports(_ name: String) throws {
    let rules = RuleSet.core
    let index = try #require(rules.program.reports.firstIndex { $0.name == name })
    let folder = name == "reviewer" ? "musterstadt-draft" : "musterstadt"
    let result = rules.lint(try PlanFolder(named: folder).input, options: LintOptions())
    let check = rules.report([result], failOn: .error, version: "0")
    let report = rules.report(index, on: result, check: check, options: LintOptions())
    for language in Language.allCases {
      var buffer = ByteBuffer()
      ReportMarkdown(language: language).write(report, to: &buffer)
      Golden.expect(
        String(decoding: buffer.bytes, as: UTF8.self),
        equals: "reports/\(name).\(language.rawValue).md")
    }
    var buffer = ByteBuffer()
    ReportTerminal(language: .german, width: 80, usesColor: false, drawsCharts: true)
      .write(report, to: &buffer)
    Golden.expect(String(decoding: buffer.bytes, as: UTF8.self), equals: "reports/\(name).txt")
  }

  @Test("the tables of the roadmap, with a group that has no key")
  func roadmapTables() throws {
    let plan = RuleSet.roadmap.load(try PlanFolder(named: "roadmap").input, options: LintOptions())
      .plan
    var buffer = ByteBuffer()
    TerminalTable(language: .english, width: 100)
      .write(RuleSet.roadmap.table(0, of: plan, findings: [], options: LintOptions()), to: &buffer)
    Golden.expect(String(decoding: buffer.bytes, as: UTF8.self), equals: "tables/roadmap.txt")
  }
}

/// A fault that somebody put into a plan: its line, the finding's code, and a rule that waits for
/// it where the loader speaks.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  let codes: [String]
  let covered: String

  init(_ file: String, _ line: Int, _ codes: String..., at covered: String) {
    self.file = file
    self.line = line
    self.codes = codes
    self.covered = covered
  }

  var testDescription: String { "\(file):\(line) \(codes.joined(separator: ", "))" }

  func expect(in result: LintResult, sourceLocation: SourceLocation = #_sourceLocation) {
    for code in codes {
      let found = result.findings.filter {
        ($0.code == code || $0.rules.contains(code)) && $0.location.file.path == file
          && $0.line == line
      }
      let others = result.findings.filter { $0.code == code || $0.rules.contains(code) }
        .map { "\($0.location.file.path):\($0.line) \($0.covered)" }
      #expect(!found.isEmpty, "\(code) stands at \(others)", sourceLocation: sourceLocation)
      #expect(
        found.isEmpty || found.contains { $0.covered == covered },
        "\(code) covers \(found.map(\.covered))", sourceLocation: sourceLocation)
    }
  }

  static let draft = [
    PlantedFault("plan.yaml", 7, "plan-statements-present", at: "name"),
    PlantedFault("plan.yaml", 69, "area-has-measures", at: "gesundheit"),
    PlantedFault("massnahmen.yaml", 7, "owner-in-deliberation", at: "jugend"),
    PlantedFault("massnahmen.yaml", 15, "cost-items-add-up", at: "1 284 000 EUR"),
    PlantedFault("massnahmen.yaml", 33, "budget-state-stated", at: "cost"),
    PlantedFault("massnahmen.yaml", 49, "gender-aspects-noted", at: "gender"),
    PlantedFault("massnahmen.yaml", 55, "measure-described", at: "description"),
    PlantedFault("massnahmen.yaml", 79, "gender-aspects-screened", at: "not-screened"),
    PlantedFault("massnahmen.yaml", 94, "unknown-value", at: "begonen"),
    PlantedFault("massnahmen.yaml", 108, "malformed-value", "cost-answered", at: "12.000"),
    PlantedFault("massnahmen.yaml", 118, "unknown-reference", "owner-stated", at: "gleichstelung"),
    PlantedFault("massnahmen.yaml", 137, "dates-in-order", at: "2027-07"),
    PlantedFault("massnahmen.yaml", 139, "target-fits-direction", at: "30"),
    PlantedFault("massnahmen.yaml", 168, "counter-financing-stated", at: "cost"),
    PlantedFault("massnahmen.yaml", 172, "duplicate-id", "measure-ids-unique", at: "W-02"),
    PlantedFault("massnahmen.yaml", 195, "duplicate-key", at: "end-date"),
    PlantedFault("massnahmen.yaml", 201, "responsible-office-named", at: "W-06"),
    PlantedFault("massnahmen.yaml", 215, "cost-answered", at: "K-01"),
    PlantedFault("massnahmen.yaml", 228, "dependency-in-words-named", at: "K-02"),
    PlantedFault("massnahmen.yaml", 242, "owner-stated", at: "T-01"),
    PlantedFault("massnahmen.yaml", 261, "unknown-key", "owner-stated", at: "ownr"),
  ]

  static let roadmap = [
    PlantedFault("plan.yaml", 12, "milestone-delivers", at: "m3"),
    PlantedFault("plan.yaml", 17, "budget-needs-confidence", at: "low"),
    PlantedFault("plan.yaml", 18, "deliverable-has-team", at: "d4"),
  ]

  static let hannover =
    [
      PlantedFault("plan.yaml", 7, "plan-head-stated", at: "name"),
      PlantedFault("plan.yaml", 18, "paper-head-stated", at: "reference"),
      PlantedFault("plan.yaml", 19, "paper-head-stated", at: "date"),
      PlantedFault("plan.yaml", 16, "paper-head-stated", at: "paper"),
      PlantedFault("plan.yaml", 53, "one-body-decides", at: "consultations"),
      PlantedFault("plan.yaml", 87, "participation-told", at: "B1"),
      PlantedFault("plan.yaml", 114, "participation-told", at: "B5"),
      PlantedFault("plan.yaml", 39, "plan-cost-dependency-named", at: "cost-statement"),
      PlantedFault(
        "plan.yaml", 7, "owner-stated", "area-has-measures", "goal-has-measures", at: "name"),
    ] + (54...65).map { PlantedFault("plan.yaml", $0, "consultation-complete", at: "committee") }
}
