import Testing

/// What the comparison with the naive evaluator brought to light, each as small as it goes.
@Suite("Which gap decides, and what lists of lists come to")
struct AgreementTests {
  @Test("a date of the rule is a whole unit", arguments: Scenario.ruleDates)
  func ruleDate(_ scenario: Scenario) { scenario.check() }

  @Test("the gap that decides, on either side", arguments: Scenario.decisiveGaps)
  func gap(_ scenario: Scenario) { scenario.check() }

  @Test("lists whose members are lists", arguments: Scenario.memberLists)
  func memberList(_ scenario: Scenario) { scenario.check() }

  @Test("lists of the document that are not stated", arguments: Scenario.topLists)
  func topList(_ scenario: Scenario) { scenario.check() }

  @Test("the order of members and lists decides nothing", arguments: Scenario.orders)
  func order(_ scenario: Scenario) { scenario.check() }

  @Test("other texts, settings, and other than itself", arguments: Scenario.names)
  func name(_ scenario: Scenario) { scenario.check() }

  @Test("there is room for as many `where` as the parser lets through")
  func deepFilters() {
    let condition = (0..<14).reduce("id is \"a\"") { inner, _ in
      "count of plan.items where \(inner) is at least 1"
    }
    let trial = Trial(
      body: "when \(condition)\n  name must be stated", plan: Bench.plan("items: [{id: a}]"))
    #expect(trial.ruleErrors == [])
    #expect(trial.counts() == "M0 V1 U0 -0")
  }
}

extension Scenario {
  private static let days =
    "items: [{id: a, day: 2026-12-31}, {id: b, day: 2027-06-30}, {id: c, day: 2028-01-01}, {id: d, day: 2027}]"

  static let ruleDates = [
    Scenario("on or before", "day must be on or before 2027", days, "M3 V1 U0 -0"),
    Scenario("on or after", "day must be on or after 2027", days, "M3 V1 U0 -0"),
    Scenario("before", "day must be before 2027", days, "M1 V3 U0 -0"),
    Scenario("after", "day must be after 2027", days, "M1 V3 U0 -0"),
    Scenario("within", "day must lie within 2027 to 2027", days, "M2 V2 U0 -0"),
    Scenario("overlap", "day must overlap 2027 to 2027-03", days, "M1 V3 U0 -0"),
    Scenario("moved", "day must be on or before 2026-12 + 12 months", days, "M3 V1 U0 -0"),
    Scenario("the same as stays open", "day must be 2027", days, "M1 V2 U1 -0"),
    Scenario(
      "a plan's date stays an interval", "day must be on or before 2027-06",
      "items: [{id: a, day: 2027}]", "M0 V0 U1 -0"),
  ]

  private static let gaps =
    "teams: [{id: t1}, {id: t2, budget: {open: x}}, {id: t3, budget: {not-applicable: x}}]\n"

  static let decisiveGaps = [
    Scenario(
      "the own gap, although another's stands first", "team.budget must be at least amount",
      gaps + "items: [{id: a, team: t1}, {id: b, team: t1, amount: 1 EUR}]", "M0 V1 U1 -0"),
    Scenario(
      "what does not apply, although the own gap stands first",
      "amount must be at most team.budget", gaps + "items: [{id: a, team: t3}]", "M0 V0 U0 -1"),
    Scenario(
      "in a sum as well", "plan.budget + amount must be at least cap",
      "items: [{id: a, cap: 1 EUR}]", "M0 V1 U0 -0"),
    Scenario(
      "what another element declares open", "amount must be at most team.budget",
      gaps + "items: [{id: a, team: t2, amount: 1 EUR}]", "M0 V0 U1 -0"),
    Scenario(
      "a reference without a name is no empty list", over: "each item",
      "team.items must have at most 3 entries", "items: [{id: a, team: \"\"}]", "M0 V1 U0 -0"),
    Scenario(
      "a filter that is unknown is no gap of its own in a block either",
      "any of these must hold\n  every parts.name where done is yes is \"x\"",
      "items: [{id: a, parts: [{name: y}]}]", "M0 V0 U1 -0"),
    Scenario(
      "who does not count is not missed", "every needs.team.lead where done is yes must be \"x\"",
      "items: [{id: a, done: no}, {id: b, needs: [a]}]", "M0 V0 U0 -2"),
    Scenario(
      "a count that is too small in any case", "count of parts must be at least 1",
      "items: [{id: a, parts: {not-applicable: x}}]", "M0 V0 U0 -1"),
  ]

  static let memberLists = [
    Scenario(
      "every list includes", over: "the plan", "every items.tags must include \"x\"",
      "items: [{id: a, tags: [x]}, {id: b, tags: [y, x]}]", "M1 V0 U0 -0"),
    Scenario(
      "one that does not", over: "the plan", "every items.tags must include \"x\"",
      "items: [{id: a, tags: [x]}, {id: b, tags: [y]}]", "M0 V1 U0 -0"),
    Scenario(
      "every list has so many entries", over: "the plan",
      "every teams.items must have at least 1 entry",
      "teams: [{id: t1}, {id: t2}]\nitems: [{id: a, team: t1}]", "M0 V1 U0 -0"),
    Scenario(
      "in a condition, with a filter", over: "the plan",
      "when at least one items.tags where done is yes has exactly 2 entries\n  name must be stated",
      "items: [{id: a, done: yes, tags: [x, y]}]", "M0 V1 U0 -0"),
    Scenario(
      "what is asked is the list's state", over: "the plan", "every items.tags must be stated",
      "items: [{id: a, tags: [x]}, {id: b}]", "M0 V1 U0 -0"),
  ]

  static let topLists = [
    Scenario(
      "an open list is open", over: "the plan", "when items is open\n  name must be stated",
      "items: {open: x}", "M0 V1 U0 -0"),
    Scenario(
      "nobody knows how many there are", over: "each team",
      "count of plan.items must be at most 3", "teams: [{id: t1}]", "M0 V0 U1 -0"),
    Scenario(
      "the plan's own list is missed", over: "the plan", "count of items must be at most 3",
      "name: x", "M0 V1 U0 -0"),
    Scenario(
      "what may be in it", "name must exist in teams", "items: [{id: a, name: t1}]", "M0 V0 U1 -0"),
    Scenario(
      "what is not in it", "name must exist in teams", "teams: []\nitems: [{id: a, name: t1}]",
      "M0 V1 U0 -0"),
  ]

  static let orders = [
    Scenario(
      "two that are alike stand behind the first", "first of steps.name must be \"x\"",
      "items: [{id: a, steps: [{due: 2027-03}, {due: 2027-03}, {due: 2027-01, name: x}]}]",
      "M1 V0 U0 -0"),
    Scenario(
      "an open list behind one that is absent", over: "the plan", "every items.tags must be \"x\"",
      "items: [{id: a}, {id: b, tags: {open: x}}, {id: c, tags: [x]}]", "M0 V0 U1 -0"),
    Scenario(
      "and before it", over: "the plan", "every items.tags must be \"x\"",
      "items: [{id: b, tags: {open: x}}, {id: a}, {id: c, tags: [x]}]", "M0 V0 U1 -0"),
    Scenario(
      "an empty list before one that is absent", over: "the plan",
      "at least one items.tags must be \"x\"", "items: [{id: a, tags: []}, {id: b}]",
      "M0 V0 U1 -0"),
  ]

  static let names = [
    Scenario(
      "two other texts of an open choice", "colour must be unique among items",
      "items: [{id: a, colour: green}, {id: b, colour: green}, {id: c, colour: grey}]",
      "M1 V2 U0 -0"),
    Scenario(
      "other than itself, where the element has it twice",
      "name must exist in items.tags other than itself",
      "items: [{id: a, name: x, tags: [x]}, {id: b, name: y, tags: [x, z]}, {id: c, name: z, tags: []}]",
      "M2 V1 U0 -0"),
    Scenario(
      "no amount is none in any currency", "amount must be unique among items",
      "items: [{id: a, amount: 0}, {id: b, amount: 0 EUR}]", "M0 V2 U0 -0"),
  ]
}
