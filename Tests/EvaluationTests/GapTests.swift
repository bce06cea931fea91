import Testing

@Suite("One gap gives one finding")
struct GapTests {
  private func rules(_ bodies: [(id: String, severity: String, body: String)]) -> String {
    bodies.map { Bench.rule($0.body, id: $0.id, severity: $0.severity) }.joined()
  }

  /// The code, severity, outcome and waiting rules of each finding.
  private func summary(_ trial: Trial) -> [String] {
    trial.findings.map { finding in
      let outcome = finding.outcome.map(\.name) ?? "loaded"
      return "\(finding.severity.name)[\(finding.code)] \(outcome): "
        + finding.rules.joined(separator: ", ")
    }
  }

  @Test("several rules that wait for one absent field: one finding at the highest severity")
  func severalRules() {
    let trial = Trial(
      rules([
        ("low", "if broken: note", "name must be stated"),
        ("high", "if broken: error", "name must have at least 2 words"),
        ("middle", "if broken: warning", "name must not be \"x\""),
      ]), plan: Bench.plan("items: [{id: a}]\n"))
    #expect(summary(trial) == ["error[high] violated: high, low, middle"])
    #expect(trial.ledger.map(\.violated) == [1, 1, 1], "the ledger counts every rule")
  }

  @Test("violated and undetermined of one gap: it is violated, at the highest severity")
  func violatedWins() {
    let trial = Trial(
      rules([
        ("asks", "if broken: error\nif unclear: error", "when done is yes\n  name must be stated"),
        ("needs", "if broken: note", "done must be stated"),
      ].map { ($0.0, $0.1.replacing("\n", with: "\n  "), $0.2) }),
      plan: Bench.plan("items: [{id: a}]\n"))
    #expect(trial.ruleErrors == [])
    #expect(summary(trial) == ["error[needs] violated: needs, asks"])
  }

  @Test("a key that is misspelt, a value that cannot be read and one that names nothing absorb")
  func loaderAbsorbs() {
    func codes(_ item: String, _ body: String) -> [String] {
      summary(
        Trial(
          rules([("r", "if broken: error", body)]),
          plan: Bench.plan("teams: [{id: t1}]\nitems: [{id: a, \(item)}]\n")))
    }
    #expect(codes("nmae: x", "name must be stated") == ["error[unknown-key] loaded: r"])
    #expect(codes("size: five", "size must be at most 5") == ["error[malformed-value] loaded: r"])
    #expect(codes("team: t9", "team must be stated") == ["error[unknown-reference] loaded: r"])
    #expect(codes("team: t9", "team.lead must be \"x\"") == ["error[unknown-reference] loaded: r"])
    #expect(
      codes("needs: [q9]", "every needs.done must be yes")
        == ["error[unknown-reference] loaded: r"])
    #expect(
      codes("parts: [{amount: lots}]", "amount must be the same as sum of parts.amount, if stated")
        == ["error[malformed-value] loaded:"].map { $0 + " " })
    #expect(
      codes("parts: [{amount: lots}]", "sum of parts.amount must be at most 5 EUR")
        == ["error[malformed-value] loaded: r"])
  }

  @Test("what can be read and breaks another rule is not absorbed")
  func readableIsTold() {
    let trial = Trial(
      rules([
        ("form", "if broken: error", "id must have at least 2 characters"),
        ("one", "if broken: error", "id must be unique among items"),
      ]), plan: Bench.plan("items: [{id: a}, {id: a}]\n"))
    #expect(
      summary(trial).sorted() == [
        "error[duplicate-id] loaded: one", "error[form] violated: form",
        "error[form] violated: form",
      ])
  }

  @Test("one open value of a team is one finding, however many items inherit it")
  func inheritedGap() {
    let trial = Trial(
      rules([("r", "if broken: error", "lead must be stated")]),
      plan: Bench.plan("teams: [{id: t1, lead: {open: later}}]\nitems: [{id: a, team: t1}, {id: b, team: t1}]\n"))
    #expect(trial.lines() == ["error[r] 2:18 team t1: `lead` is declared open: later"])
    #expect(trial.counts() == "M0 V2 U0 -0")
  }

  @Test("an empty list is one finding for all its rules, at the highest severity")
  func emptyList() {
    for plan in ["items: []\n", ""] {
      let trial = Trial(
        rules([
          ("b", "if broken: warning", "name must be stated"),
          ("a", "if broken: error", "done must be yes"),
        ]).replacing("    may find nothing to check\n", with: "").replacing("  may find nothing to check\n", with: ""),
        plan: Bench.plan(plan))
      #expect(summary(trial) == ["error[empty-list] loaded: a, b"])
    }
  }

  @Test("a rule that may find nothing to check is silent about it")
  func mayFindNothing() {
    let trial = Trial(rules([("r", "if broken: error", "name must be stated")]), plan: Bench.plan("items: []\n"))
    #expect(trial.findings.isEmpty)
  }

  @Test("duplicates, and a circle, are one finding with all their places")
  func sets() {
    let trial = Trial(
      rules([
        ("one", "if broken: error", "name must be unique among items, if stated"),
        ("round", "if broken: error", "needs must not lead back to itself, if stated"),
      ]),
      plan: Bench.plan(
        "items: [{id: a, name: x, needs: [b]}, {id: b, name: x, needs: [c]}, {id: c, name: x, needs: [a]}]\n"))
    #expect(summary(trial) == ["error[one] violated: one", "error[round] violated: round"])
    #expect(trial.findings.map(\.related.count) == [2, 2])
    #expect(trial.ledger.map(\.violated) == [3, 3])
  }
}

@Suite("Severities follow the stage")
struct SeverityTests {
  private let staged = """
    if broken: warning in draft, error from final on
      if unclear: off in draft, note in final
      if open: note
    """

  private func severities(stage: String?, item: String, _ body: String) -> [String] {
    let head = stage.map { "stage: \($0)\n" } ?? ""
    return Trial(
      Bench.rule(body, severity: staged), plan: head + "items: [{id: a\(item)}]\n"
    ).lines().map { String($0.prefix { $0 != " " }) }
  }

  @Test("broken, unclear and open at each stage")
  func stages() {
    #expect(severities(stage: "draft", item: "", "name must be stated") == ["warning[r]"])
    #expect(severities(stage: "final", item: "", "name must be stated") == ["error[r]"])
    let when = "when done is yes\n  name must be stated"
    #expect(severities(stage: "draft", item: "", when) == [])
    #expect(severities(stage: "final", item: "", when) == ["note[r]"])
    let open = ", name: {open: later}"
    #expect(severities(stage: "final", item: open, "name must be stated") == ["note[r]"])
  }

  @Test("a plan without a stage is judged at the last one, and one finding says so")
  func noStage() {
    #expect(
      severities(stage: nil, item: "", "name must be stated") == ["warning[no-stage]", "error[r]"])
  }

  @Test("a stage that was asked for goes before the plan's own")
  func asked() {
    let trial = Trial(
      Bench.rule("name must be stated", severity: staged), plan: "stage: final\nitems: [{id: a}]\n",
      stage: 0)
    #expect(trial.findings.map(\.severity) == [.warning])
  }

  @Test("what is off is counted in the ledger and gives no finding")
  func off() {
    let trial = Trial(
      Bench.rule("name must be stated", severity: "if broken: off in draft, error from final on"),
      plan: "stage: draft\nitems: [{id: a}]\n")
    #expect(trial.findings.isEmpty)
    #expect(trial.counts() == "M0 V1 U0 -0")
  }

  @Test("a rule that reads today says so once in the ledger where no date was given")
  func needsToday() {
    let trial = Trial(
      body: "day must be on or after today", plan: Bench.plan("items: [{id: a, day: 2027}]"))
    #expect(trial.findings.isEmpty)
    #expect(trial.ledger.map(\.note) == [.needsToday])
  }
}
