import Diagnostics
import Reporting
import RuleSyntax
import SourceText
import TestSupport
import Testing

@testable import Linting

/// What changed rules look like, and which of them examples notice.
@Suite("Changed rules")
struct MutationTests {
  private static let schema = """
    schema plan 1 "Plan"
    choice level, in order
      low "Low"
      medium "Medium"
      high "High"
    record plan
      name text
    record measure, listed in measures "Measure"
      id identifier
      level choice level
      name text
      note text
      cost money
      begin date
      due date
      open-air yes or no
      after some of measures
      steps list of step, in order
    record step "Step"
      id identifier
      name text

    """

  private static func rules(_ text: String) -> RuleSet {
    let rules = RuleSet([
      SourceFile(path: "schema.ratsam", text: schema),
      SourceFile(path: "rules.ratsam", text: text),
    ])
    #expect(rules.findings.filter { $0.severity == .error }.map(\.code) == [], "\(text)")
    return rules
  }

  private static func rule(_ body: String, examples: String = "") -> String {
    """
    rule r
      "R."
      if broken: error
      each measure
    \(body.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
    \(examples)

    """
  }

  /// Every changed rule as `kind: line`; the line is empty where it is left out.
  private static func changes(_ text: String) -> [String] {
    let rules = rules(text)
    return rules.mutationSubjects(rule: nil).flatMap { rules.mutate($0).subject.mutants }.map {
      "\($0.kind): \($0.after ?? "")"
    }
  }

  @Test(
    "a line is changed in every way that its phrase declares",
    arguments: [
      (
        "cost must be at least 5 EUR, if stated",
        [
          "negate: cost must not be at least 5 EUR, if stated",
          "boundary: cost must be more than 5 EUR, if stated",
          "step: cost must be at least 4.99 EUR, if stated",
          "step: cost must be at least 5.01 EUR, if stated",
          "drop-if-stated: cost must be at least 5 EUR",
        ]
      ),
      (
        "begin must be before due",
        ["negate: begin must not be before due", "boundary: begin must be on or before due"]
      ),
      (
        "due must be on or after 2027-03",
        [
          "sibling-field: begin must be on or after 2027-03",
          "negate: due must not be on or after 2027-03", "boundary: due must be after 2027-03",
          "step: due must be on or after 2027-02", "step: due must be on or after 2027-04",
        ]
      ),
      (
        "due must be before begin + 2 years",
        [
          "negate: due must not be before begin + 2 years",
          "boundary: due must be on or before begin + 2 years",
          "arithmetic: due must be before begin - 2 years",
          "step: due must be before begin + 1 years", "step: due must be before begin + 3 years",
        ]
      ),
      (
        "level must be at least medium",
        [
          "negate: level must not be at least medium",
          "boundary: level must be more than medium",
          "sibling-value: level must be at least low", "sibling-value: level must be at least high",
        ]
      ),
      (
        "level must be one of low, high",
        [
          "negate: level must not be one of low, high",
          "drop-value: level must be one of high",
          "sibling-value: level must be one of medium, high",
          "drop-value: level must be one of low", "sibling-value: level must be one of low, medium",
        ]
      ),
      (
        "open-air must be yes",
        ["negate: open-air must not be yes", "sibling-value: open-air must be no"]
      ),
      (
        "steps must have at most 3 entries",
        [
          "negate: steps must not have at most 3 entries",
          "measure: steps must have exactly 3 entries",
          "step: steps must have at most 2 entries", "step: steps must have at most 4 entries",
        ]
      ),
      (
        "every after.level must be low",
        [
          "quantifier: at least one after.level must be low",
          "negate: every after.level must not be low",
          "sibling-value: every after.level must be medium",
        ]
      ),
      (
        "at least one steps.name where name is stated must mention any of \"x\", \"y\"",
        [
          "quantifier: every steps.name where name is stated must mention any of \"x\", \"y\"",
          "drop-where: at least one steps.name must mention any of \"x\", \"y\"",
          "negate: at least one steps.name where name is not stated must mention any of \"x\", \"y\"",
          "negate: at least one steps.name where name is stated must not mention any of \"x\", \"y\"",
          "drop-entry: at least one steps.name where name is stated must mention any of \"y\"",
          "drop-entry: at least one steps.name where name is stated must mention any of \"x\"",
        ]
      ),
      (
        "name must exist in plan.measures.note other than itself",
        [
          "negate: name must not exist in plan.measures.note other than itself",
          "drop-other-than-itself: name must exist in plan.measures.note",
        ]
      ),
      (
        "first of steps.name must be \"x\"",
        [
          "aggregate: last of steps.name must be \"x\"",
          "negate: first of steps.name must not be \"x\"",
        ]
      ),
    ] as [(String, [String])])
  func lines(_ line: String, _ expected: [String]) {
    #expect(Self.changes(Self.rule(line)).sorted() == expected.sorted())
  }

  @Test("conditions and lines are left out, and what stood under a condition moves up")
  func bodies() {
    let found = Self.changes(
      Self.rule(
        """
        when level is low
          name must be stated
          any of these must hold
            cost is stated
            due is stated
        note must be stated
        """))
    #expect(found.filter { $0.hasPrefix("drop") }.count == 6)
    #expect(found.filter { $0.hasPrefix("drop-when") } == ["drop-when: "])
    #expect(found.contains("block: all of these must hold"))
  }

  @Test("only `among` of nested records is changed: elsewhere all are siblings")
  func uniqueness() {
    #expect(
      Self.changes(Self.rule("id must be unique among measures")).filter {
        $0.hasPrefix("uniqueness")
      } == [])
    let nested = Self.rule("id must be unique among steps").replacing(
      "each measure", with: "each step of each measure")
    #expect(
      Self.changes(nested).contains("uniqueness: id must be unique among all steps"))
  }

  @Test("word lists, notations and settings are tried on the rules that name them")
  func declarations() {
    let found = Self.changes(
      """
      words vague de "prüf*", "evtl." en "maybe"
      words unused "x", "y"
      notation number "9-9", "99-9"
      setting most whole number 3 "Steps"

      """
        + Self.rule(
          """
          name must avoid all of vague
          note must be written like number
          steps must have at most most entries
          """,
          examples: """
              examples
                passes { name: "Bau", note: 1-1, steps: [ { id: 1 }, { id: 2 }, { id: 3 } ] }
                fails at name { name: "prüfen", note: 1-1, steps: [] }
            """))
    #expect(
      found.filter { $0.hasPrefix("drop-entry") } == [
        "drop-entry: words vague de \"evtl.\" en \"maybe\"",
        "drop-entry: words vague de \"prüf*\" en \"maybe\"",
        "drop-entry: words vague de \"prüf*\", \"evtl.\"",
        "drop-entry: notation number \"99-9\"", "drop-entry: notation number \"9-9\"",
      ])
    #expect(
      found.filter { $0.hasPrefix("step: setting") } == [
        "step: setting most whole number 2 \"Steps\"",
        "step: setting most whole number 4 \"Steps\"",
      ])
  }

  private static let thin = rule(
    """
    cost must be at most 5 EUR
    """,
    examples: """
        examples
          passes { cost: 5 EUR }
          fails at cost { cost: 6 EUR }
      """)

  private static func results(_ text: String) -> [MutationResult] {
    let rules = rules(text)
    return rules.mutationSubjects(rule: nil).map { rules.mutate($0) }
  }

  @Test("a change survives where no example comes to something else")
  func survivors() {
    let result = Self.results(Self.thin)[0]
    #expect(result.subject.count(.killed) == 3)
    #expect(
      result.findings.map { $0.problem.headline(in: .english) } == [
        "r: this line could read `cost must be at most 5.01 EUR` and no example would notice"
      ])
  }

  @Test("an argument for a survivor is taken; at the line's end or alone above it")
  func arguments() {
    let line = "cost must be at most 5 EUR"
    for argued in [
      Self.thin.replacing(line, with: line + "  # survives: cents do not matter"),
      Self.thin.replacing(line, with: line + "  # survives step, boundary: cents do not matter"),
      Self.thin.replacing("    " + line, with: "    # survives: cents do not matter\n    " + line),
    ] {
      let result = Self.results(argued)[0]
      #expect(result.findings.isEmpty)
      #expect(
        result.subject.mutants.filter { $0.fate == .argued }.map(\.argument) == [
          "cents do not matter"
        ])
    }
  }

  @Test(
    "an argument that argues nothing is a finding",
    arguments: [
      ("# survives negate: a reason", ["needless-argument", "unnoticed-change"]),
      ("# survives stap: a reason", ["needless-argument", "unnoticed-change"]),
      ("# survives:", ["argument-without-reason", "unnoticed-change"]),
    ])
  func needless(_ comment: String, _ codes: [String]) {
    let text = Self.thin.replacing("at most 5 EUR", with: "at most 5 EUR  \(comment)")
    #expect(Self.results(text)[0].findings.map(\.code).sorted() == codes)
  }

  @Test("an argument where nothing is changed is a finding, and a file without one is not touched")
  func stray() {
    let rules = Self.rules("# survives: nothing stands below\n\n\n" + Self.thin)
    let subjects = rules.mutationSubjects(rule: nil)
    #expect(rules.strayArguments(beside: subjects).map(\.code) == ["needless-argument"])
    #expect(Self.rules(Self.thin).strayArguments(beside: subjects).isEmpty)
  }

  @Test("formatting keeps arguments where they are")
  func formatting() {
    let line = "    cost must be at most 5 EUR"
    for text in [
      Self.thin.replacing(line, with: line + "  # survives: cents"),
      Self.thin.replacing(line, with: "    # survives: cents\n" + line),
    ] {
      let once = formatRuleFile(
        SourceFile(path: "rules.ratsam", text: text), limits: Limits()
      ).text
      #expect(once.contains("# survives: cents"))
      #expect(Self.results(once)[0].findings.isEmpty)
    }
  }

  @Test("no change of a shipped rule goes unnoticed")
  func shipped() {
    let rules = RuleSet(RuleSet.shipped).withAllRules
    let subjects = rules.mutationSubjects(rule: nil)
    #expect(subjects.count >= rules.program.rules.count)
    let results = subjects.map { rules.mutate($0) }
    let lines = results.flatMap(\.findings).map { finding in
      let line = finding.location.file.position(of: finding.location.range.start).line
      return "\(finding.location.file.path):\(line) \(finding.problem.headline(in: .english))"
    }
    #expect(lines + rules.strayArguments(beside: subjects).map(\.code) == [])
    #expect(results.allSatisfy { !$0.subject.mutants.isEmpty })
  }
}
