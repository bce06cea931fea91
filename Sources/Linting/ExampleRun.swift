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
  /// Whether the rule reads `today` and its examples state no date for it.
  package var lacksToday = false
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
    let file = rule.origin.file
    // What nobody can read around the examples is told once.
    var unreadable = examples.contexts.lazy.compactMap(\.yaml).compactMap { range in
      file.faultOfYAML(in: range, limits)
    }.first
    return examples.cases.map { example in
      let contexts = examples.contexts.map { ExampleContext($0, in: file) }
      let (settings, lists) = settings(contexts, of: rule)
      let document = ExampleDocument(rule, file.text(example.yaml), lists, schema)
      var result = with(settings).run(index, example, document, limits)
      if let fault = unreadable ?? file.faultOfElement(in: example.yaml, limits) {
        unreadable = nil
        result.outcome = nil
        result.location = fault.location
        result.loaderFindings = [fault]
      }
      return result
    }
  }

  /// The contexts that give a setting its value, as the setting's index and the value, and the rest.
  private func settings(
    _ contexts: [ExampleContext], of rule: TypedRule
  ) -> (settings: [(index: Int, value: Literal)], others: [ExampleContext]) {
    var settings: [(index: Int, value: Literal)] = []
    var others: [ExampleContext] = []
    for context in contexts {
      let own = program.settings.firstIndex { $0.rule == rule.id && $0.name == context.name }
      if let index = own ?? program.settings.firstIndex(where: { $0.fullName == context.name }),
        case .reference = program.settings[index].type, let id = context.ids.first
      {
        settings.append((index, .text(id)))
      } else {
        others.append(context)
      }
    }
    return (settings, others)
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
    result.lacksToday = rule.reads(.today) && document.today == nil
    let (loaded, findings) = document.load(shape, limits)
    guard let plan = loaded else {
      result.loaderFindings = findings
      return result
    }
    let own = ownTrials(index, document, plan)
    result.outcome = Self.joint(own.map(\.outcome))
    for field in own.flatMap(\.fields) where !result.fields.contains(field) {
      result.fields.append(field)
    }
    result.sightings = own.flatMap(\.sightings)
    // What the loader finds is the example's fault, unless the example is meant to fail.
    let isMeantToFail = example.expectation == .fails || example.expectation == .unclear
    result.loaderFindings = findings.filter {
      $0.severity == .error && !Self.harmless.contains($0.code) && !isMeantToFail
        && document.holdsExample(line: $0.location.file.position(of: $0.location.range.start).line)
    }
    return result
  }

  /// What the rule says of the example's own element or elements.
  private func ownTrials(_ index: Int, _ document: ExampleDocument, _ plan: Plan) -> [Trial] {
    let bench = TrialBench(program, plan: plan, options: EvaluationOptions(today: document.today))
    return document.own(bench.trials(ofRule: index))
  }

  /// What a check would tell of an example.
  func findings(on example: ExamplesSyntax.Case, ofRule index: Int) -> [Finding] {
    let rule = program.rules[index]
    let contexts = rule.examples?.contexts.map { ExampleContext($0, in: rule.origin.file) } ?? []
    let (settings, lists) = settings(contexts, of: rule)
    let document = ExampleDocument(rule, rule.origin.file.text(example.yaml), lists, schema)
    let (loaded, findings) = document.load(shape, Limits())
    guard let plan = loaded else { return [] }
    let bench = TrialBench(
      with(settings).program, plan: plan, options: EvaluationOptions(today: document.today))
    return bench.findings(
      ofRule: index, on: document.own(bench.trials(ofRule: index)),
      loaderFindings: document.isFormer ? [] : findings)
  }

  /// Judges an element that stands in no rule file as if it were an example of the rule; nil where
  /// it cannot be loaded.
  package func judge(
    _ yaml: String, with contexts: [ExampleContext], ofRule index: Int, limits: Limits
  ) -> (outcome: Outcome, fields: [String])? {
    let (settings, others) = settings(contexts, of: program.rules[index])
    let document = ExampleDocument(program.rules[index], yaml, others, schema)
    guard let plan = document.load(shape, limits).plan, plan.isComplete else { return nil }
    let own = with(settings).ownTrials(index, document, plan)
    return (Self.joint(own.map(\.outcome)), own.flatMap(\.fields))
  }

  /// Examples give only what the rule reads; an element may go without its id.
  private static let harmless: Set<String> = ["missing-id"]

  static func joint(_ outcomes: [Outcome]) -> Outcome {
    if outcomes.contains(.violated) { return .violated }
    if outcomes.contains(.undetermined) { return .undetermined }
    return outcomes.contains(.met) ? .met : .notApplicable
  }
}
