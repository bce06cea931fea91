import Diagnostics
import Reporting
import SourceText
import TestSupport
import Testing

@testable import Linting

/// What examples must show of a part follows from its phrase and the fields that it reads.
@Suite("Coverage by part and outcome")
struct CoverageTests {
  private static let schema = """
    schema plan 1 "Plan"
    choice kind
      a "A"
      b "B"
    record plan
      start date
    record measure, listed in measures "Measure"
      id identifier
      kind choice kind
      name text
      cost money
      begin date, from its first day
      due date
      after some of measures
      before one of measures
      steps list of step
    record step "Step"
      name text
      cost money

    """

  /// What the first part of a rule with these lines must show.
  private static func wanted(_ lines: String, scope: String = "each measure") -> [String] {
    coverage(lines, scope: scope).first.map { $0.wanted.map(\.name) } ?? []
  }

  private static func coverage(
    _ lines: String, scope: String = "each measure", examples: String = ""
  ) -> [PartCoverage] {
    let rules = RuleSet([
      SourceFile(path: "schema.ratsam", text: schema),
      SourceFile(
        path: "rules.ratsam",
        text: """
          rule r
            "R."
            if broken: error
            \(scope)
          \(lines.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
          \(examples)
          """),
    ])
    #expect(rules.findings.filter { $0.severity == .error }.map(\.code) == [], "\(lines)")
    return rules.coverage(of: rules.runExamples())
  }

  @Test(
    "a requirement",
    arguments: [
      ("name must be stated", []),
      ("kind must be a", []),
      ("name must have at most 3 words", []),
      ("id must be unique among measures", []),
      ("due must be after 2027", ["undetermined"]),
      ("begin must be after 2027-03-01", []),
      ("begin must be after 2027-03-01, if stated", ["not-applicable"]),
      ("before.name must be \"x\"", ["undetermined"]),
      ("before.name must be stated", []),
      ("every after.cost must be at least 1 EUR", ["undetermined", "not-applicable"]),
      ("every steps.cost must be at least 1 EUR", ["not-applicable"]),
      ("at least one steps.cost must be at least 1 EUR", []),
      ("sum of steps.cost must be at most cost", ["undetermined"]),
      ("sum of steps.cost counting missing as 0 must be at most cost", []),
      ("sum of steps.cost where cost is stated must be at most cost", []),
      ("steps must have at least 1 entry", []),
      ("begin must be after plan.start", []),
    ] as [(String, [String])])
  func requirement(_ line: String, _ more: [String]) {
    #expect(Self.wanted(line) == ["met", "violated"] + more)
  }

  @Test(
    "a condition",
    arguments: [
      ("cost is stated", []),
      ("kind is a", ["unknown"]),
      ("at least one steps.name is stated", ["unknown"]),
      ("every steps.name is stated", []),
      ("id is \"M1\"", []),
    ] as [(String, [String])])
  func condition(_ line: String, _ more: [String]) {
    #expect(Self.wanted("when \(line)\n  name must be stated") == ["true", "false"] + more)
  }

  @Test("what a condition around it makes certain is not asked for")
  func known() {
    let parts = Self.coverage(
      """
      when cost is stated
        when cost is at least 5 EUR
          every steps.cost must be at most cost
      when before.name is stated
        before.name must be "x"
      when steps is stated
        every steps.name must be stated
      """)
    #expect(
      parts.map { $0.wanted.map(\.name) } == [
        ["true", "false"], ["true", "false"], ["met", "violated", "not-applicable"],
        ["true", "false"], ["met", "violated"],
        ["true", "false"], ["met", "violated"],
      ])
  }

  @Test("what only the document around the examples decides is not asked for")
  func fixed() {
    #expect(Self.wanted("when plan.start is after 2027\n  name must be stated") == ["true"])
    #expect(
      Self.wanted("when start is after 2027\n  start must be before 2030", scope: "the plan")
        == ["true", "false", "unknown"])
  }

  @Test("every part is counted, alternatives and conditions where they decide")
  func counts() {
    let parts = Self.coverage(
      """
      when kind is a
        any of these must hold
          name is stated
          cost is stated
      """,
      examples: """
          examples
            passes { kind: a, name: "x" }
            fails at name { kind: a }
            does not apply { kind: b, name: "x" }
        """)
    #expect(parts.map(\.part) == [.condition, .requirement, .alternative, .alternative])
    #expect(parts.map { $0.missing.map(\.name) } == [["unknown"], [], [], ["true"]])
    #expect(parts[2].counts[.holds] == 1)
    #expect(parts[2].counts[.doesNotHold] == 1)
    #expect(
      parts[3].finding(.error)?.problem.headline(in: .english)
        == "r: no example shows this alternative as true")
  }

  @Test("nothing of nothing is not complete, and shares are never rounded up")
  func shares() {
    #expect(!CoverageShare().isComplete)
    #expect(CoverageShare().percent == nil)
    #expect(CoverageShare(shown: 999, of: 1000).percent == 99)
    #expect(CoverageShare(shown: 2, of: 2).isComplete)
  }
}
