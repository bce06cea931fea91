import Diagnostics
import Linting
import RuleSyntax
import Semantics

/// A model element in the form of an example, run and found to be what is claimed.
package struct Witness: Hashable, Sendable {
  /// Such as `fails at owner  { id: M1 }`.
  package var line: String
  /// What `examples` must have for it, such as `with committees a1`; nil where nothing.
  package var context: String?

  /// The line with its context.
  package var text: String { context.map { "\(line) (examples \($0))" } ?? line }
}

extension Analyser {
  /// The shortest model element that `isWanted`, as an example of a rule that was run; nil where
  /// the examples' runner does not come to the same.
  ///
  /// - Parameter position: the rule's place in the models' list.
  func witness(
    _ expectation: ExamplesSyntax.Expectation, _ rule: Int, _ models: Models, position: Int = 0,
    where isWanted: (Int) -> Bool
  ) -> Witness? {
    element(expectation, rule, models, position: position, where: isWanted).flatMap {
      examples([(expectation, $0)], rule, models).first
    }
  }

  /// The shortest model element that `isWanted` and that the examples' runner judges alike.
  func element(
    _ expectation: ExamplesSyntax.Expectation, _ rule: Int, _ models: Models, position: Int = 0,
    where isWanted: (Int) -> Bool
  ) -> Int? {
    let outcome = expectation.outcome
    let fitting = models.all().filter {
      models.outcome(position, $0) == outcome && isWanted($0)
    }
    let costs = fitting.map { (cost: cost(models, position, $0), element: $0) }
    return costs.sorted { ($0.cost, $0.element) < ($1.cost, $1.element) }.prefix(8).first {
      !examples([(expectation, $0.element)], rule, models).isEmpty
    }?.element
  }

  /// How much there is to read, and how much of the rule the element leaves out.
  private func cost(_ models: Models, _ position: Int, _ element: Int) -> Int {
    let idle = (0..<models.clauses(position)).count {
      models.outcome(position, clause: $0, element) == .notApplicable
    }
    let broken = (0..<models.clauses(position)).count {
      models.outcome(position, clause: $0, element) == .violated
    }
    return models.weight(element) + (models.outcome(position, element) == .met ? 20 * idle : 0)
      + 20 * max(0, broken - 1)
      + (models.isMalformed(element) ? 50 : 0)
  }

  /// Some model elements as examples in the same surroundings, those that the runner judges as
  /// expected.
  func examples(
    _ wanted: [(expectation: ExamplesSyntax.Expectation, element: Int)], _ rule: Int,
    _ models: Models
  ) -> [Witness] {
    let typed = rules[rule]
    let written = (typed.examples?.contexts ?? []).map {
      ExampleContext($0, in: typed.origin.file)
    }
    var (yaml, own) = models.witnesses(wanted.map(\.element))
    if typed.reads(.today), !written.contains(where: { $0.name == "today" }),
      let today = SampleValues.today
    {
      own.append(ExampleContext("today", yaml: today.iso()))
    }
    let context = own.isEmpty ? nil : "with " + own.map(\.text).joined(separator: ", ")
    return zip(wanted, yaml).compactMap { wanted, yaml in
      let judged = ruleSet.judge(
        yaml, with: written + own, ofRule: rule, limits: options.limits)
      guard let judged, judged.outcome == wanted.expectation.outcome else { return nil }
      switch wanted.expectation {
      case .passes: return Witness(line: "passes \(yaml)", context: context)
      case .doesNotApply: return Witness(line: "does not apply \(yaml)", context: context)
      case .fails, .unclear:
        guard let field = judged.fields.first else { return nil }
        let head = wanted.expectation == .fails ? "fails" : "unclear"
        return Witness(line: "\(head) at \(field) \(yaml)", context: context)
      }
    }
  }
}

extension ExamplesSyntax.Expectation {
  var outcome: Outcome {
    switch self {
    case .passes: .met
    case .fails: .violated
    case .unclear: .undetermined
    case .doesNotApply: .notApplicable
    }
  }
}

extension ExampleContext {
  /// As `examples with` has it.
  fileprivate var text: String {
    "\(name) \(yaml ?? ids.joined(separator: ", "))"
  }
}
