import Diagnostics
import Evaluation
import Linting
import Model
import Reporting
import Semantics
import SourceText
import TestSupport
import Testing
import Values

/// What `ratsam explain PLAN:LINE` and `ratsam check --why` tell is what the check found.
@Suite("Explanations of plans")
struct ExplanationTests {
  static let plans = [
    "climate", "equality", "hannover", "musterstadt", "musterstadt-draft", "riverton",
  ]

  private static var options: LintOptions {
    get throws {
      var options = LintOptions(today: try CalendarDate.read("2028-07-01").get())
      options.explains = true
      return options
    }
  }

  /// The shipped schema with the rules of one folder, as the fixtures beside them are judged.
  private static func rules(ofPack pack: String) -> RuleSet {
    RuleSet(
      RuleSet.shipped.filter {
        ($0.path == "rules/schema.ratsam" || $0.path.hasPrefix("rules/\(pack)/"))
          && !$0.path.hasSuffix("/pack.ratsam")
      })
  }

  @Test(
    "every finding of the broken plans is explained at its line by a rule that is not met",
    arguments: FixtureTests.packs.keys.sorted())
  func fixtures(_ pack: String) throws {
    let rules = Self.rules(ofPack: pack)
    var explained = 0
    for path in FixtureTests.packs[pack] ?? [] {
      let file = SourceFile(path: path, text: try Project.text(path))
      let result = rules.lint(
        PlanInput(path: path, main: file, includes: .refusing), options: try Self.options)
      for finding in result.findings where finding.outcome != nil {
        explained += try Self.agree(result, finding)
      }
    }
    #expect(explained > 2, "\(pack)")
  }

  @Test("the same for the shipped plans", arguments: plans)
  func shippedPlans(_ name: String) throws {
    let result = RuleSet.core.lint(
      try PlanFolder(named: name).input, options: try Self.options)
    for finding in result.findings where !finding.rules.isEmpty && finding.outcome != nil {
      _ = try Self.agree(result, finding, atColumn: false)
    }
  }

  /// Expects each rule of a finding to be explained at its line, and at its column; their number.
  private static func agree(
    _ result: LintResult, _ finding: Finding, atColumn: Bool = true
  ) throws -> Int {
    let place = finding.location
    let position = place.file.position(of: place.range.start)
    for rule in finding.rules {
      for column in atColumn ? [nil, position.column] : [nil] {
        let question = PlaceQuestion(
          file: place.file, line: position.line, column: column, rules: [rule])
        let told = try result.explain(question).get()
        let label = "\(rule) \(place.file.path):\(position.line)"
        #expect(told.evaluations.allSatisfy { $0.rule == rule }, "\(label)")
        #expect(told.findings.contains { $0.rules.contains(rule) }, "\(label)")
        let bad = told.evaluations.filter {
          $0.outcome == .violated || $0.outcome == .undetermined
        }
        #expect(!bad.isEmpty, "\(label)")
        #expect(bad.contains { $0.severity != nil }, "\(label)")
        #expect(finding.outcome == nil || bad.contains { !$0.steps.isEmpty }, "\(label)")
      }
    }
    // What `--why` adds to the finding.
    #expect(Set(finding.evaluations.map(\.rule)) == Set(finding.rules))
    for evaluation in finding.evaluations {
      #expect(evaluation.outcome == .violated || evaluation.outcome == .undetermined)
    }
    return finding.rules.count
  }

  @Test("each step says what the clause came to, and each line has its words", arguments: plans)
  func steps(_ name: String) throws {
    let rules = RuleSet.core.withAllRules
    let plan = rules.load(try PlanFolder(named: name).input, options: LintOptions()).plan
    let options = EvaluationOptions(today: try CalendarDate.read("2028-07-01").get())
    let explainer = Explainer(rules.program, plan: plan, options: options)
    let judged = trials(of: rules.program, plan: plan, options: options)
    for (rule, trials) in judged.enumerated() {
      let elements = explainer.elements(ofRule: rule)
      #expect(elements.map { $0.rows.map(Int.init) } == trials.map(\.rows))
      for (element, trial) in zip(elements, trials) {
        let told = explainer.evaluation(element)
        #expect(told.outcome == trial.outcome, "\(told.rule), \(told.element.english)")
        let outcomes = told.steps.flatMap(Self.requirements)
        let isDecidedBefore = trial.clauses.isEmpty
        #expect(
          isDecidedBefore ? outcomes.isEmpty : outcomes == trial.clauses,
          "\(told.rule), \(told.element.english)")
        for text in told.steps.flatMap(Self.texts) { Self.expectWords(text, told.rule) }
      }
    }
  }

  @Test("a rule that reads a cell is one that may read it")
  func reading() throws {
    let rules = RuleSet.core.withAllRules
    let plan = rules.load(
      try PlanFolder(named: "musterstadt-draft").input, options: LintOptions()
    ).plan
    let explainer = Explainer(rules.program, plan: plan, options: EvaluationOptions())
    let measure = try #require(plan.schema.records.firstIndex { $0.name == "measure" })
    var readers = 0
    for rule in rules.program.rules.indices {
      let elements = explainer.elements(ofRule: rule).prefix(2)
      for field in plan.schema.records[measure].fields.indices {
        let cells: Set = [CellReference(record: measure, row: 0, field: field)]
        let reads = elements.contains { explainer.reads(cells, $0) }
        if reads { readers += 1 }
        #expect(!reads || explainer.mayRead(cells, rule: rule))
      }
    }
    #expect(readers > 50)
  }

  /// The outcomes of the requirements, in the order of the rule.
  private static func requirements(_ step: EvaluationStep) -> [Outcome] {
    guard step.part == .requirement else { return step.parts.flatMap(requirements) }
    if case .outcome(let outcome) = step.result { return [outcome] }
    return [.notApplicable]
  }

  private static func texts(_ step: EvaluationStep) -> [LocalizedText] {
    [step.text] + step.facts.map(\.text) + step.rest + step.parts.flatMap(texts)
  }

  private static func expectWords(_ text: LocalizedText, _ rule: String) {
    for words in [text.english, text.german] {
      #expect(!words.isEmpty, "\(rule)")
      // A gap of a template that nobody filled.
      let hasGap = words.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) }
      #expect(!hasGap, "\(rule): \(words)")
    }
  }

  // MARK: - Places

  private static let schema = """
    schema plan 1
    record plan
      name text
      about text
    record step, listed in steps
      id identifier
      name text
      note text
      cost group
        amount number
      tags list of text
      parts list of part
    record part
      name text
    """
  private static let plan = """
    name: Plan
    about: |
      Two lines
      of text.

    steps:
      # a comment
      - id: S1
        name: One

        cost:
          amount: 3
        tags: [a, b]
        parts:
          - name: P
      - {id: S2, name: Two, parts: [{name: Q}]}
    """

  @Test(
    "a line is the element that begins in it, or the field that stands or goes on in it",
    arguments: [
      ("1", "name"), ("4", "about"), ("6", "list step"), ("8", "step"), ("9", "name"),
      ("11", "cost"), ("12", "cost.amount"), ("13", "tags"), ("14", "parts"), ("15", "part"),
      ("16", "step part"), ("7", ""), ("10", ""), ("16:14", "name"),
      ("16:13", "step"), ("16:6", "id"), ("12:14", "cost.amount"),
    ])
  func places(_ place: String, _ expected: String) throws {
    let rules = RuleSet([SourceFile(path: "s.ratsam", text: Self.schema)])
    #expect(rules.isUsable)
    let file = SourceFile(path: "plan.yaml", text: Self.plan)
    let plan = rules.load(
      PlanInput(path: "plan.yaml", main: file, includes: .refusing), options: LintOptions()
    ).plan
    let parts = place.split(separator: ":").compactMap { Int($0) }
    let line = file.rangeOfLine(parts[0])
    let spot = plan.spot(
      in: 0, line: line, at: parts.count > 1 ? line.start + parts[1] - 1 : nil)
    let names =
      spot.elements.map { plan.schema.records[$0.record].name }
      + spot.named.map { plan.schema.records[$0.record].fields[$0.field].path }
      + [spot.list.map { "list \(plan.schema.records[$0].name)" }].compactMap { $0 }
    #expect(names.joined(separator: " ") == expected, "\(place)")
  }
}
