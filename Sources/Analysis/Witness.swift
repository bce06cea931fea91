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
    let outcome = expectation.outcome
    let fitting = (0..<models.count).filter {
      models.outcome(position, $0) == outcome && isWanted($0)
    }
    let lightest = fitting.sorted { (cost(models, position, $0), $0) < (cost(models, position, $1), $1) }
    for element in lightest.prefix(8) {
      if let witness = example(expectation, rule, models, element) { return witness }
    }
    return nil
  }

  /// How much there is to read, and how much of the rule the element leaves out.
  private func cost(_ models: Models, _ position: Int, _ element: Int) -> Int {
    let idle = (0..<models.clauses(position)).count {
      models.outcome(position, clause: $0, element) == .notApplicable
    }
    return models.weight(element) + (models.outcome(position, element) == .met ? 20 * idle : 0)
      + (models.isMalformed(element) ? 50 : 0)
  }

  private func example(
    _ expectation: ExamplesSyntax.Expectation, _ rule: Int, _ models: Models, _ element: Int
  ) -> Witness? {
    let typed = rules[rule]
    let (yaml, added) = models.witness(element)
    let written = typed.examples?.contexts ?? []
    var contexts = written.map { ExampleContext($0, in: typed.origin.file) }
    var own = added
    if typed.readsToday, !contexts.contains(where: { $0.name == "today" }),
      let today = SampleValues.today
    {
      own.append(ExampleContext("today", yaml: today.iso()))
    }
    contexts += own
    guard
      let judged = ruleSet.judge(yaml, with: contexts, ofRule: rule, limits: options.limits),
      judged.outcome == expectation.outcome
    else { return nil }
    let context = own.isEmpty ? nil : "with " + own.map(\.text).joined(separator: ", ")
    switch expectation {
    case .passes: return Witness(line: "passes \(yaml)", context: context)
    case .doesNotApply: return Witness(line: "does not apply \(yaml)", context: context)
    case .fails, .unclear:
      guard let field = judged.fields.first else { return nil }
      let head = expectation == .fails ? "fails" : "unclear"
      return Witness(line: "\(head) at \(field) \(yaml)", context: context)
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
