import Testing

/// A rule, a plan with one fault, and where the finding points: `line:column` and the text there.
struct BlameCase: Sendable, CustomTestStringConvertible {
  let name: String
  let scope: String
  let body: String
  let plan: String
  let place: String
  /// The field at fault.
  let field: String?
  let related: [String]

  init(
    _ name: String, over scope: String = "each item", _ body: String, _ plan: String,
    at place: String, field: String?, related: [String] = []
  ) {
    self.name = name
    self.scope = scope
    self.body = body
    self.plan = plan
    self.place = place
    self.field = field
    self.related = related
  }

  var testDescription: String { name }
}

@Suite("Every finding points to the place where it is mended")
struct BlameTests {
  @Test("the place, the field and the related places", arguments: BlameCase.all)
  func blame(_ blame: BlameCase) throws {
    let trial = Trial(body: blame.body, over: blame.scope, plan: Bench.plan(blame.plan))
    #expect(trial.ruleErrors == [])
    #expect(trial.findings.count == 1, "\(trial.lines())")
    let finding = try #require(trial.findings.first)
    #expect("\(Trial.place(finding.location)) \(finding.location.shown)" == blame.place)
    #expect(finding.field == blame.field)
    let related = finding.related.map {
      "\(Trial.place($0.location)) \($0.location.shown)"
    }
    #expect(related == blame.related)
  }

  @Test("what the plan as a whole lacks is told at its first key, not at a comment above it")
  func planGap() throws {
    let trial = Trial(
      Bench.rule("name must be stated", over: "the plan"),
      plan: "# A comment.\n\nstage: final\nitems: [{id: a}]\n")
    let finding = try #require(trial.findings.first)
    #expect(Trial.place(finding.location) == "3:1")
    #expect(finding.location.shown == "stage")
  }
}

extension BlameCase {
  static let all = [
    BlameCase(
      "a wrong value: the value", "size must be at most 5", "items:\n- id: a\n  size: 17",
      at: "4:9 17", field: "size"),
    BlameCase(
      "a missing key: the element's id", "size must be stated", "items:\n- name: x\n  id: a",
      at: "4:7 a", field: "size"),
    BlameCase(
      "a missing key in a group: the group's key", "box.note must be stated",
      "items:\n- id: a\n  box: {weight: 1}", at: "4:3 box", field: "box.note"),
    BlameCase(
      "a missing group: the element's id", "box.note must be stated", "items:\n- id: a",
      at: "3:7 a", field: "box.note"),
    BlameCase(
      "an empty value: its key", "name must be stated", "items:\n- id: a\n  name:",
      at: "4:3 name", field: "name"),
    BlameCase(
      "declared open: its key", "name must be stated", "items:\n- id: a\n  name: {open: later}",
      at: "4:3 name", field: "name"),
    BlameCase(
      "compared values: the subject, and the other beside it", "end must be on or after start",
      "items:\n- id: a\n  start: 2028\n  end: 2027", at: "5:8 2027", field: "end",
      related: ["4:10 2028"]),
    BlameCase(
      "a dangling reference: the scalar", "team must be stated", "teams: []\nitems:\n- id: a\n  team: t9",
      at: "5:9 t9", field: "team", related: ["2:1 teams"]),
    BlameCase(
      "a misspelt key: the key", "name must be stated", "items:\n- id: a\n  nmae: x",
      at: "4:3 nmae", field: nil),
    BlameCase(
      "a list with too few entries: the list's key", "tags must have at least 2 entries",
      "items:\n- id: a\n  tags: [x]", at: "4:3 tags", field: "tags"),
    BlameCase(
      "an empty list: its key", "tags must have at least 1 entry",
      "items:\n- id: a\n  tags: []", at: "4:3 tags", field: "tags"),
    BlameCase(
      "a sum: the list's key", "sum of parts.amount must be at most 5 EUR",
      "items:\n- id: a\n  parts: [{amount: 6 EUR}]", at: "4:3 parts", field: "parts.amount"),
    BlameCase(
      "a partial sum: the list's key, and what is missing",
      "sum of parts.amount must be at most 9 EUR",
      "items:\n- id: a\n  parts:\n  - {id: p, amount: 6 EUR}\n  - {id: q}\n  - {id: s}", at: "4:3 parts",
      field: "parts.amount", related: ["6:10 q", "7:10 s"]),
    BlameCase(
      "a value that is not the sum: the value", "amount must be the same as sum of parts.amount",
      "items:\n- id: a\n  amount: 5 EUR\n  parts: [{amount: 6 EUR}]", at: "4:11 5 EUR",
      field: "amount"),
    BlameCase(
      "a sum over a top-level list: the list's key", over: "the plan",
      "sum of items.amount must be at most 5 EUR",
      "items:\n- {id: a, amount: 6 EUR}", at: "2:1 items", field: "items.amount"),
    BlameCase(
      "an inverse: the element", over: "each team", "items must have at least 1 entry",
      "teams:\n- lead: x\n  id: t1\nitems:\n- id: a", at: "4:7 t1", field: "items"),
    BlameCase(
      "every: the members at fault", "every parts.done must be yes",
      "items:\n- id: a\n  parts:\n  - {done: no}\n  - {done: yes}\n  - {done: no}", at: "5:12 no",
      field: "parts.done".split(separator: ".").last.map(String.init), related: ["7:12 no"]),
    BlameCase(
      "every entry of a list: the entry", "every tags must have at most 3 characters",
      "items:\n- id: a\n  tags: [one, three]", at: "4:15 three", field: "tags"),
    BlameCase(
      "at least one: the list", "at least one parts.done must be yes",
      "items:\n- id: a\n  parts:\n  - {done: no}", at: "4:3 parts", field: "parts.done"),
    BlameCase(
      "a condition that cannot be told: where it is missed, and the rule's when",
      "when done is yes\n  name must be stated", "items:\n- id: a", at: "3:7 a", field: "done",
      related: ["rules.ratsam:6:10 done is yes"]),
    BlameCase(
      "an imprecise date: the date, with what it is compared with",
      "day must be before start", "items:\n- id: a\n  day: 2027\n  start: 2027-06", at: "4:8 2027",
      field: "day", related: ["5:10 2027-06"]),
    BlameCase(
      "duplicates: the second, and the first beside it", "name must be unique among items",
      "items:\n- {id: a, name: x}\n- {id: b, name: x}", at: "4:17 x", field: "name",
      related: ["3:17 x"]),
    BlameCase(
      "a circle: where it begins, and all its places",
      "needs must not lead back to itself, if stated",
      "items:\n- {id: b, needs: [a]}\n- {id: a, needs: [b]}", at: "4:18 [b]", field: "needs",
      related: ["3:18 [a]"]),
    BlameCase(
      "none of these holds: the group that should hold the first",
      "any of these must hold\n  box.note is stated\n  name is stated",
      "items:\n- id: a\n  box: {weight: 1}", at: "4:3 box", field: "box.note"),
    BlameCase(
      "none of these may hold: the value that does",
      "none of these may hold\n  done is yes\n  size is 1",
      "items:\n- id: a\n  done: no\n  size: 1", at: "5:9 1", field: "size"),
    BlameCase(
      "an inherited value: where it is written", "lead must be \"x\"",
      "teams:\n- {id: t1, lead: y}\nitems:\n- {id: a, team: t1}", at: "3:18 y", field: "lead"),
    BlameCase(
      "another element's gap: that element", "amount must be at most team.budget",
      "teams:\n- {id: t1}\nitems:\n- {id: a, team: t1, amount: 1 EUR}", at: "3:8 t1",
      field: "budget"),
  ]
}
