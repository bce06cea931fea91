import Testing

@Suite("Paths through references, lists and inherited values")
struct PathOutcomeTests {
  @Test("references through two steps", arguments: Scenario.references)
  func reference(_ scenario: Scenario) { scenario.check() }

  @Test("inherited values", arguments: Scenario.inherited)
  func inherited(_ scenario: Scenario) { scenario.check() }

  @Test("quantifiers", arguments: Scenario.quantifiers)
  func quantifier(_ scenario: Scenario) { scenario.check() }

  @Test("nested scopes and the names of outer elements", arguments: Scenario.scopes)
  func scope(_ scenario: Scenario) { scenario.check() }

  @Test("earlier and later in ordered lists", arguments: Scenario.ordered)
  func order(_ scenario: Scenario) { scenario.check() }

  @Test("what points to an element", arguments: Scenario.inverses)
  func inverse(_ scenario: Scenario) { scenario.check() }
}

extension Scenario {
  static let references = [
    Scenario(
      "the value of another element", "team.lead must be \"x\"",
      "teams: [{id: t1, lead: x}, {id: t2, lead: y}]\nitems: [{id: a, team: t1}, {id: b, team: t2}]",
      "M1 V1 U0 -0"),
    Scenario(
      "the other element's gap is not this one's fault", "team.lead must be \"x\"",
      "teams: [{id: t1}]\nitems: [{id: a, team: t1}]", "M0 V0 U1 -0"),
    Scenario(
      "the element's own reference is missing", "team.lead must be \"x\"",
      "teams: [{id: t1}]\nitems: [{id: a}, {id: b, team: {open: x}}, {id: c, team: {not-applicable: x}}]",
      "M0 V2 U0 -1"),
    Scenario(
      "a reference to nothing", "team.lead must be \"x\"",
      "teams: [{id: t1}]\nitems: [{id: a, team: t9}]", "M0 V1 U0 -0"),
    Scenario(
      "the other element's state is certain", "when team.lead is missing\n  name must be stated",
      "teams: [{id: t1}, {id: t2, lead: x}]\nitems: [{id: a, team: t1}, {id: b, team: t2}]",
      "M0 V1 U0 -1"),
    Scenario(
      "compared with another element's gap", "amount must be at most team.budget",
      "teams: [{id: t1, budget: 5 EUR}, {id: t2}]\nitems: [{id: a, team: t1, amount: 6 EUR}, {id: b, team: t2, amount: 6 EUR}]",
      "M0 V1 U1 -0"),
    Scenario(
      "compared with an own gap", "amount must be at most cap",
      "items: [{id: a, amount: 6 EUR}, {id: b, cap: 5 EUR}, {id: c, amount: 5 EUR, cap: {not-applicable: x}}]",
      "M0 V2 U0 -1"),
  ]

  static let inherited = [
    Scenario(
      "an absent value comes from the team", "lead must be \"x\"",
      "teams: [{id: t1, lead: x}]\nitems: [{id: a, team: t1}, {id: b, team: t1, lead: y}]",
      "M1 V1 U0 -0"),
    Scenario(
      "what is written stands, also open, not applicable and empty", "lead must be stated",
      "teams: [{id: t1, lead: x}]\nitems: [{id: a, team: t1, lead: {open: x}}, {id: b, team: t1, lead: {not-applicable: x}}, {id: c, team: t1, lead: \"\"}]",
      "M0 V3 U0 -0"),
    Scenario(
      "states come down as well", "lead must be answered",
      "teams: [{id: t1, lead: {open: x}}, {id: t2}]\nitems: [{id: a, team: t1}, {id: b, team: t2}]",
      "M1 V1 U0 -0"),
  ]

  static let quantifiers = [
    Scenario(
      "every over nothing does not apply", "every parts.done must be yes",
      "items: [{id: a, parts: []}, {id: b}, {id: c, parts: {not-applicable: x}}]", "M0 V0 U0 -3"),
    Scenario(
      "every: one that does not hold decides", "every parts.done must be yes",
      "items: [{id: a, parts: [{done: yes}, {done: no}]}, {id: b, parts: [{done: yes}]}]",
      "M1 V1 U0 -0"),
    Scenario(
      "every: a member's own gap is a violation, an open list cannot be told",
      "every parts.done must be yes",
      "items: [{id: a, parts: [{done: yes}, {id: p}]}, {id: b, parts: {open: x}}]", "M0 V1 U1 -0"),
    Scenario(
      "every: members that do not apply are left out", "every parts.done must be yes",
      "items: [{id: a, parts: [{done: {not-applicable: x}}]}, {id: b, parts: [{done: {not-applicable: x}}, {done: yes}]}]",
      "M1 V0 U0 -1"),
    Scenario(
      "every through references: another element's gap", "every needs.done must be yes",
      "items: [{id: a, done: yes}, {id: b}, {id: c, needs: [a]}, {id: d, needs: [a, b]}]",
      "M1 V0 U1 -2"),
    Scenario(
      "every through references: one that names nothing is not passed over",
      "every needs.done must be yes",
      "items: [{id: a, done: yes}, {id: c, needs: [a, q9]}]", "M0 V1 U0 -1"),
    Scenario(
      "every through a reference on the way that is missing", over: "each team",
      "every items.team.lead must be \"x\"",
      "teams: [{id: t1, lead: x}]\nitems: [{id: a, team: t1}]", "M1 V0 U0 -0"),
    Scenario(
      "every member whose reference is missing counts", over: "the plan",
      "every items.team.lead must be \"x\"",
      "teams: [{id: t1, lead: x}]\nitems: [{id: a, team: t1}, {id: b}]", "M0 V0 U1 -0"),
    Scenario(
      "every … where: others are left out", "every parts.name where done is yes must be stated",
      "items: [{id: a, parts: [{done: yes, name: x}, {done: no}]}, {id: b, parts: [{done: no}]}, {id: c, parts: [{id: p}]}]",
      "M1 V0 U1 -1"),
    Scenario(
      "at least one over nothing is violated", "at least one parts.done must be yes",
      "items: [{id: a, parts: []}, {id: b}, {id: c, parts: [{done: no}]}, {id: d, parts: [{done: no}, {done: yes}]}]",
      "M1 V3 U0 -0"),
    Scenario(
      "at least one: open is violated, not applicable does not apply",
      "at least one parts.done must be yes",
      "items: [{id: a, parts: {open: x}}, {id: b, parts: {not-applicable: x}}]", "M0 V1 U0 -1"),
    Scenario(
      "at least one in a condition: empty is no, absent is unknown",
      "when at least one parts.done is yes\n  name must be stated",
      "items: [{id: a, parts: []}, {id: b}, {id: c, parts: [{done: yes}]}, {id: d, parts: [{done: yes}, {id: p}], name: x}, {id: e, parts: [{id: p}, {done: no}]}]",
      "M1 V1 U2 -1"),
    Scenario(
      "no X is the opposite of at least one", "when no parts.done is yes\n  name must be stated",
      "items: [{id: a, parts: [], name: x}, {id: b}, {id: c, parts: [{done: yes}]}, {id: d, parts: [{done: no}]}]",
      "M1 V1 U1 -1"),
    Scenario(
      "two lists in one path", over: "the plan", "every items.parts.done must be yes",
      "items: [{id: a, parts: [{done: yes}]}, {id: b, parts: [{done: no}]}, {id: c}]",
      "M0 V1 U0 -0"),
    Scenario(
      "entries of a list of texts", "every tags must have at most 3 characters",
      "items: [{id: a, tags: [one, two]}, {id: b, tags: [one, three]}, {id: c, tags: []}]",
      "M1 V1 U0 -1"),
  ]

  static let scopes = [
    Scenario(
      "each part of each item, with the item's fields", over: "each part in parts of each item",
      "due must be on or before item.day",
      "items: [{id: a, day: 2027-06-30, parts: [{due: 2027-06-01}, {due: 2027-07-01}, {id: p}]}, {id: b, parts: [{due: 2027-06-01}]}]",
      "M1 V2 U1 -0"),
    Scenario(
      "each part, wherever it stands", over: "each part", "due must be stated",
      "items: [{id: a, parts: [{due: 2027}], steps: [{id: s}]}]", "M1 V1 U0 -0"),
    Scenario(
      "the plan", over: "the plan", "name must be stated", "name: x\nitems: [{id: a}]",
      "M1 V0 U0 -0"),
    Scenario(
      "plan. inside an element", "amount must be at most plan.budget",
      "budget: 5 EUR\nitems: [{id: a, amount: 5 EUR}, {id: b, amount: 6 EUR}]", "M1 V1 U0 -0"),
    Scenario(
      "the plan's gap is not the element's", "amount must be at most plan.budget",
      "items: [{id: a, amount: 5 EUR}]", "M0 V0 U1 -0"),
    Scenario(
      "where: others do not apply, unknown is told", over: "each item where level is high",
      "name must be stated",
      "items: [{id: a, level: high, name: x}, {id: b, level: high}, {id: c, level: low}, {id: d}, {id: e, level: {not-applicable: x}}]",
      "M1 V1 U1 -2"),
    Scenario(
      "a second when means and: one no is enough, whatever is unknown",
      "when level is high\n  when done is yes\n    name must be stated",
      "items: [{id: a, done: no}, {id: b, level: low}, {id: c, level: high}, {id: d, level: high, done: yes}]",
      "M0 V1 U1 -2"),
    Scenario(
      "if stated is certain before the condition is",
      "when level is high\n  name must be \"x\", if stated", "items: [{id: a}]", "M0 V0 U0 -1"),
  ]

  static let ordered = [
    Scenario(
      "earlier, as they are written", over: "each part in parts of each item",
      "every earlier.due must be before due",
      "items: [{id: a, parts: [{due: 2027-01}, {due: 2027-02}, {due: 2027-02}]}]", "M1 V1 U0 -1"),
    Scenario(
      "later, as they are written", over: "each part in parts of each item",
      "every later.due must be on or after due",
      "items: [{id: a, parts: [{due: 2027-02}, {due: 2027-01}, {due: 2027-03}]}]", "M1 V1 U0 -1"),
    Scenario(
      "earlier by the field that orders them", over: "each part in steps of each item",
      "every earlier.done must be yes",
      "items: [{id: a, steps: [{due: 2027-03, done: no}, {due: 2027-01, done: yes}, {due: 2027-02, done: no}]}]",
      "M1 V1 U0 -1"),
    Scenario(
      "only the siblings of one element", over: "each part in parts of each item",
      "every earlier.due must be before due",
      "items: [{id: a, parts: [{due: 2027-05}]}, {id: b, parts: [{due: 2027-01}, {due: 2027-02}]}]",
      "M1 V0 U0 -2"),
    Scenario(
      "the first and the last", "first of parts.done must be yes",
      "items: [{id: a, parts: [{done: yes}, {done: no}]}, {id: b, parts: [{done: no}, {done: yes}]}]",
      "M1 V1 U0 -0"),
    Scenario(
      "the last by the field that orders them", "last of steps.done must be yes",
      "items: [{id: a, steps: [{due: 2027-02, done: yes}, {due: 2027-01, done: no}]}]",
      "M1 V0 U0 -0"),
  ]

  static let inverses = [
    Scenario(
      "an inverse is empty, never absent", over: "each team", "items must have at least 1 entry",
      "teams: [{id: t1}, {id: t2}]\nitems: [{id: a, team: t1}, {id: b, team: t1}]", "M1 V1 U0 -0"),
    Scenario(
      "an inverse in a condition", over: "each team",
      "when items has at least 1 entry\n  lead must be stated",
      "teams: [{id: t1}, {id: t2}]\nitems: [{id: a, team: t1}]", "M0 V1 U0 -1"),
    Scenario(
      "an inverse in a sum", over: "each team",
      "sum of items.amount must be at most budget",
      "teams: [{id: t1, budget: 5 EUR}, {id: t2, budget: 5 EUR}, {id: t3, budget: 5 EUR}]\nitems: [{id: a, team: t1, amount: 6 EUR}, {id: b, team: t2, amount: 5 EUR}]",
      "M2 V1 U0 -0"),
    Scenario(
      "the inverse of a list counts an element once", "needed-by must have at most 1 entry",
      "items: [{id: a}, {id: b, needs: [a, a]}]", "M2 V0 U0 -0"),
    Scenario(
      "every over an inverse", over: "each team", "every items.done must be yes",
      "teams: [{id: t1}, {id: t2}, {id: t3}]\nitems: [{id: a, team: t1, done: yes}, {id: b, team: t2}]",
      "M1 V0 U1 -1"),
  ]
}
