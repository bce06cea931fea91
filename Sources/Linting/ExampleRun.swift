import Diagnostics
import Evaluation
import Model
import RuleSyntax
import Semantics
import SourceText
import Values
import YAMLSyntax

/// One example of a rule, and what came of it.
package struct ExampleResult: Sendable {
  package var rule: String
  package var example: ExamplesSyntax.Case
  /// The example's place in its rule file.
  package var location: Location
  /// What the rule judged; nil where the example could not be loaded.
  package var outcome: Outcome?
  /// The paths at fault.
  package var fields: [String]
  /// What the loader says against the example itself.
  package var loaderFindings: [Finding]
  /// The outcome of each clause for every element that the example was judged for.
  package var clauses: [[Outcome]]

  /// Whether the rule says what the example expects, at the field that it names.
  package var isAsExpected: Bool {
    guard loaderFindings.isEmpty, let outcome else { return false }
    let names = example.field.map { fields.contains($0.text) } ?? true
    switch example.expectation {
    case .passes: return outcome == .met
    case .fails: return outcome == .violated && names
    case .unclear: return outcome == .undetermined && names
    case .doesNotApply: return outcome == .notApplicable
    }
  }
}

extension RuleSet {
  /// Runs every example of every rule.
  package func runExamples(limits: Limits = Limits()) -> [ExampleResult] {
    program.rules.indices.flatMap { runExamples(ofRule: $0, limits: limits) }
  }

  /// Runs the examples of one rule, an index into the program's rules.
  package func runExamples(ofRule index: Int, limits: Limits = Limits()) -> [ExampleResult] {
    let rule = program.rules[index]
    guard let examples = rule.examples else { return [] }
    return examples.cases.map { example in
      let document = ExampleDocument(rule, example, examples.contexts, schema)
      return run(index, example, document, limits)
    }
  }

  private func run(
    _ index: Int, _ example: ExamplesSyntax.Case, _ document: ExampleDocument, _ limits: Limits
  ) -> ExampleResult {
    let rule = program.rules[index]
    var result = ExampleResult(
      rule: rule.id, example: example, location: Location(rule.origin.file, example.range),
      outcome: nil, fields: [], loaderFindings: [], clauses: [])
    let loaded = loadPlan(
      SourceFile(path: "example.yaml", text: document.text), schema: schema, limits: limits,
      includes: .refusing)
    guard loaded.plan.trees.first?.root != nil else {
      result.loaderFindings = loaded.findings
      return result
    }
    var (plan, findings) = loaded
    if let before = document.previous {
      let previous = loadPlan(
        SourceFile(path: "previous.yaml", text: before), schema: schema, limits: limits,
        includes: .refusing)
      guard previous.plan.trees.first?.root != nil else {
        result.loaderFindings = previous.findings
        return result
      }
      plan = plan.beside(previous.plan)
      if document.isFormer { findings = previous.findings }
    }
    let all = trials(
      ofRule: index, in: program, plan: plan,
      options: EvaluationOptions(today: document.today))
    let last = all.map { $0.rows[0] }.max()
    let own = all.filter { document.isWholePlan || $0.rows[0] == document.element ?? last }
    result.outcome = Self.joint(own.map(\.outcome))
    result.fields = own.flatMap(\.fields)
    result.clauses = own.map(\.clauses).filter { !$0.isEmpty }
    // What the loader finds is the example's fault, unless the example is meant to fail.
    let isMeantToFail = example.expectation == .fails || example.expectation == .unclear
    result.loaderFindings = findings.filter {
      $0.severity == .error && !Self.harmless.contains($0.code) && !isMeantToFail
        && document.holdsExample(line: $0.location.file.position(of: $0.location.range.start).line)
    }
    return result
  }

  /// Examples give only what the rule reads; an element may go without its id.
  private static let harmless: Set<String> = ["missing-id"]

  private static func joint(_ outcomes: [Outcome]) -> Outcome {
    if outcomes.contains(.violated) { return .violated }
    if outcomes.contains(.undetermined) { return .undetermined }
    return outcomes.contains(.met) ? .met : .notApplicable
  }
}
