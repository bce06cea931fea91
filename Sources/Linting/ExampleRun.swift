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
  /// What the parts of the rule came to for every element that the example was judged for.
  package var sightings: [Sighting]

  /// Whether the rule says what the example expects, at the field that it names.
  package var isAsExpected: Bool {
    guard loaderFindings.isEmpty, let outcome else { return false }
    return example.isMet(by: outcome, at: fields)
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
      let settings = examples.contexts.compactMap { setting($0, of: rule) }
      let lists = examples.contexts.filter { setting($0, of: rule) == nil }
      let document = ExampleDocument(rule, example, lists, schema)
      return with(settings).run(index, example, document, limits)
    }
  }

  /// A context that gives a setting its value: the setting's index and the value.
  private func setting(
    _ context: ExamplesSyntax.Context, of rule: TypedRule
  ) -> (index: Int, value: Literal)? {
    let name = context.name.text
    let own = program.settings.firstIndex { $0.rule == rule.id && $0.name == name }
    guard let index = own ?? program.settings.firstIndex(where: { $0.fullName == name }),
      case .reference = program.settings[index].type, let id = context.ids.first
    else { return nil }
    return (index, .text(id.text))
  }

  /// The rules with the settings of their files, whatever a configuration says, and of an example.
  private func with(_ settings: [(index: Int, value: Literal)]) -> RuleSet {
    let isChanged = program.settings.contains { $0.source != .ruleFile }
    guard !settings.isEmpty || isChanged else { return self }
    var copy = self
    for index in copy.program.settings.indices {
      copy.program.settings[index].value = copy.program.settings[index].standard
    }
    for (index, value) in settings { copy.program.settings[index].value = value }
    return copy
  }

  private func run(
    _ index: Int, _ example: ExamplesSyntax.Case, _ document: ExampleDocument, _ limits: Limits
  ) -> ExampleResult {
    let rule = program.rules[index]
    var result = ExampleResult(
      rule: rule.id, example: example, location: Location(rule.origin.file, example.range),
      outcome: nil, fields: [], loaderFindings: [], sightings: [])
    let (loaded, findings) = document.load(schema, limits)
    guard let plan = loaded else {
      result.loaderFindings = findings
      return result
    }
    let bench = TrialBench(program, plan: plan, options: EvaluationOptions(today: document.today))
    let own = document.own(bench.trials(ofRule: index))
    result.outcome = Self.joint(own.map(\.outcome))
    result.fields = own.flatMap(\.fields)
    result.sightings = own.flatMap(\.sightings)
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

  static func joint(_ outcomes: [Outcome]) -> Outcome {
    if outcomes.contains(.violated) { return .violated }
    if outcomes.contains(.undetermined) { return .undetermined }
    return outcomes.contains(.met) ? .met : .notApplicable
  }
}
