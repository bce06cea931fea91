import Diagnostics
import Evaluation
import Model
import RuleSyntax
import Semantics
import SourceText

/// A whole plan that fixtures are, loaded once for all changes.
package struct MutationFixture: Sendable {
  let plan: Plan
  let options: EvaluationOptions

  /// nil where the plan cannot be read to its end.
  package init?(_ input: PlanInput, _ rules: RuleSet, options: LintOptions) {
    let loaded = rules.load(input, options: options).plan
    guard loaded.isComplete, loaded.trees.first?.root != nil else { return nil }
    plan = loaded
    self.options = options.evaluation
  }
}

/// The examples of one rule, loaded once, before which changed rules are brought.
struct ExampleJudge {
  private struct Loaded {
    var example: ExamplesSyntax.Case
    var document: ExampleDocument
    var plan: Plan
  }

  let rule: TypedRule
  private var examples: [Loaded] = []
  private let fixtures: [MutationFixture]
  /// What the rule finds in each fixture as it stands.
  private let found: [[Trial.Fault]]

  init(_ rules: RuleSet, _ index: Int, _ fixtures: [MutationFixture], _ limits: Limits) {
    rule = rules.program.rules[index]
    self.fixtures = fixtures
    found = fixtures.map { fixture in
      TrialBench(rules.program, plan: fixture.plan, options: fixture.options)
        .trials(ofRule: index).compactMap(\.fault)
    }
    guard let syntax = rule.examples else { return }
    for example in syntax.cases {
      let document = ExampleDocument(
        rule, rule.origin.file.text(example.yaml),
        syntax.contexts.map { ExampleContext($0, in: rule.origin.file) }, rules.schema)
      // One that is no YAML has a finding of its own when the examples run.
      guard let plan = document.load(rules.shape, limits).plan else { continue }
      examples.append(Loaded(example: example, document: document, plan: plan))
    }
  }

  /// For each of the rules, whether an example or a fixture tells it from the one that stands in the
  /// file.
  func judge(_ indices: [Int], of program: Program) -> [Bool] {
    var isKilled = [Bool](repeating: false, count: indices.count)
    for loaded in examples {
      let bench = TrialBench(
        program, plan: loaded.plan, options: EvaluationOptions(today: loaded.document.today))
      for (position, index) in indices.enumerated() where !isKilled[position] {
        let own = loaded.document.own(bench.trials(ofRule: index))
        isKilled[position] = !loaded.example.isMet(
          by: RuleSet.joint(own.map(\.outcome)), at: own.flatMap(\.fields))
      }
    }
    for (fixture, expected) in zip(fixtures, found) {
      let bench = TrialBench(program, plan: fixture.plan, options: fixture.options)
      for (position, index) in indices.enumerated() where !isKilled[position] {
        isKilled[position] = bench.trials(ofRule: index).compactMap(\.fault) != expected
      }
    }
    return isKilled
  }
}

extension Trial {
  /// What a rule has against one element.
  struct Fault: Equatable {
    var rows: [Int]
    var outcome: Outcome
    var fields: [String]
  }

  /// nil where the rule has nothing against the element.
  var fault: Fault? {
    switch outcome {
    case .met, .notApplicable: nil
    case .violated, .undetermined: Fault(rows: rows, outcome: outcome, fields: fields)
    }
  }
}

extension ExamplesSyntax.Case {
  /// Whether a rule that comes to this outcome, at these fields, does what the example says.
  func isMet(by outcome: Outcome, at fields: [String]) -> Bool {
    let names = field.map { fields.contains($0.text) } ?? true
    switch expectation {
    case .passes: return outcome == .met
    case .fails: return outcome == .violated && names
    case .unclear: return outcome == .undetermined && names
    case .doesNotApply: return outcome == .notApplicable
    }
  }
}
