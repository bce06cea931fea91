import Testing

/// A rule's body, a plan, and how often the rule came to each outcome.
struct Scenario: Sendable, CustomTestStringConvertible {
  let name: String
  let scope: String
  let body: String
  let plan: String
  let counts: String
  let today: String?

  init(
    _ name: String, over scope: String = "each item", _ body: String, _ plan: String,
    _ counts: String, today: String? = nil
  ) {
    self.name = name
    self.scope = scope
    self.body = body
    self.plan = plan
    self.counts = counts
    self.today = today
  }

  var testDescription: String { name }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let trial = Trial(body: body, over: scope, plan: Bench.plan(plan), today: today)
    #expect(trial.ruleErrors == [], sourceLocation: sourceLocation)
    #expect(trial.counts() == counts, "\(trial.lines())", sourceLocation: sourceLocation)
  }
}
