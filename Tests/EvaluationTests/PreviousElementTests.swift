import Testing

/// Which elements of two versions are the same, and whose gap it is where one says nothing.
@Suite struct PreviousElementTests {
  private func counts(
    _ body: String, over scope: String = "each item", now: String, before: String
  ) -> String {
    let trial = Trial(
      body: body, over: scope, plan: Bench.plan(now), previous: Bench.plan(before))
    #expect(trial.ruleErrors == [])
    return trial.counts()
  }

  @Test("an id that stood twice is not gone where it stands once")
  func repeatedIds() {
    let before = "items: [{id: a}, {id: a, parts: [{id: p}]}]"
    #expect(
      counts(
        "name must be stated", over: "each former item", now: "items: [{id: a}]", before: before)
        == "M0 V0 U0 -0")
    #expect(
      counts(
        "name must be stated", over: "each former part",
        now: "items: [{id: a, parts: [{id: p}]}]", before: before) == "M0 V0 U0 -0")
  }

  @Test("what a condition waits for is no matter where the element is new")
  func unclearConditions() {
    let body = "when size is 3\n  day must not change"
    #expect(counts(body, now: "items: [{id: a}]", before: "items: [{id: b}]") == "M0 V0 U0 -1")
    #expect(counts(body, now: "items: [{id: a}]", before: "items: [{id: a}]") == "M0 V0 U1 -0")
  }

  @Test(
    "the state of a new element is not asked for",
    arguments: [
      "team.previous.lead must be stated", "team.previous.lead must be left out",
      "every team.items.previous.name must be stated",
    ])
  func statesOfNewElements(_ body: String) {
    #expect(
      counts(
        body, now: "teams: [{id: t1}]\nitems: [{id: n, team: t1}]", before: "name: x")
        == "M0 V0 U0 -1")
  }

  @Test("a new member is passed over, as one to which the value does not apply")
  func newMembers() {
    let now = "teams: [{id: t1}, {id: t2}]\nitems: [{id: a}]"
    let before = "teams: [{id: t2, budget: 5 EUR}]\nitems: [{id: a}]"
    func judged(_ line: String) -> String { counts(line, now: now, before: before) }
    #expect(judged("every plan.teams.previous.budget must be 5 EUR") == "M1 V0 U0 -0")
    #expect(judged("at least one plan.teams.previous.budget must be 5 EUR") == "M1 V0 U0 -0")
    #expect(judged("at least one plan.teams.previous.budget must be 6 EUR") == "M0 V1 U0 -0")
    #expect(judged("sum of plan.teams.previous.budget must be 5 EUR") == "M1 V0 U0 -0")
    #expect(
      judged("sum of plan.teams.previous.budget where id is \"t2\" must be 5 EUR")
        == "M1 V0 U0 -0")
  }

  @Test(
    "of an element that is gone the plan has to answer, on whichever side it stands",
    arguments: [
      "name must be the same as plan.name", "plan.name must be the same as name",
      "id must exist in plan.known",
    ])
  func gapsOfThePlan(_ body: String) {
    #expect(
      counts(body, over: "each former item", now: "items: []", before: "items: [{id: a}]")
        == "M0 V1 U0 -0")
  }

  @Test("of an element that is gone a list that the plan keeps open breaks the rule")
  func listsOfThePlan() {
    let now = "teams: {open: later}"
    let before = "teams: [{id: t1}]\nitems: [{id: a, team: t1}]"
    #expect(
      counts("team must exist in teams", over: "each former item", now: now, before: before)
        == "M0 V1 U0 -0")
  }

  @Test("what an element that is gone left out is nobody's fault, in lists as well")
  func gapsOfTheFormer() {
    #expect(
      counts(
        "at least one tags must be \"x\"", over: "each former item", now: "items: []",
        before: "items: [{id: a}]") == "M0 V0 U1 -0")
  }

  @Test("a list is ordered by what its own version says")
  func order() {
    let now = "items: [{id: a, steps: []}]"
    let before = """
      items:
        - {id: a, steps: [{name: y, due: 2028}, {name: x, due: 2027}]}
      """
    #expect(
      counts("first of previous.steps.name must be \"x\"", now: now, before: before)
        == "M1 V0 U0 -0")
    #expect(
      counts("last of previous.steps.name must be \"y\"", now: now, before: before)
        == "M1 V0 U0 -0")
  }

  @Test("a name is the same element, also where one version does not have it")
  func namesBeforeTheirElements() {
    let schema = Bench.schema.replacing(
      "team one of teams, seen", with: "team one of teams, open, seen")
    let trial = Trial(
      Bench.rule("team must not change\nprevious.team must be \"t1\"", over: "each item"),
      plan: Bench.plan("teams: [{id: t1}]\nitems: [{id: a, team: t1}]"), schema: schema,
      previous: Bench.plan("items: [{id: a, team: t1}]"))
    #expect(trial.ruleErrors == [])
    #expect(trial.counts() == "M1 V0 U0 -0")
  }

  @Test("a group of which a part cannot be read has changed where another part has")
  func groups() {
    let now = "items: [{id: a, box: {weight: heavy}}]"
    let before = "items: [{id: a, box: {weight: 1, note: {open: later}}}]"
    #expect(counts("box must not change", now: now, before: before) == "M0 V1 U0 -0")
    #expect(
      counts(
        "box must not change", now: now, before: "items: [{id: a, box: {weight: 1}}]")
        == "M0 V0 U1 -0")
  }

  @Test("of two elements that may both be one former element only one is it")
  func pairs() {
    let now = "items: [{id: a, steps: [{due: 2027-01}, {due: 2027-02}]}]"
    #expect(
      counts(
        "steps must not change", now: now,
        before: "items: [{id: a, steps: [{due: 2027}, {due: 2028}]}]") == "M0 V1 U0 -0")
    #expect(
      counts(
        "steps must not change", now: now,
        before: "items: [{id: a, steps: [{due: 2027}, {due: 2027-01}]}]") == "M0 V0 U1 -0")
  }
}
