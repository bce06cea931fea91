import Diagnostics
import Evaluation
import Testing

/// Rules that compare a plan with its previous version.
@Suite struct PreviousTests {
  /// What an item was, what it is, and how the line is judged for it.
  struct Pair: Sendable, CustomTestStringConvertible {
    let line: String
    let before: String
    let now: String
    let counts: String
    /// What stands beside the items in both versions.
    var rest = "teams: [{id: t1, lead: Ay}, {id: t2, lead: Be}]"

    init(_ line: String, _ before: String, _ now: String, _ counts: String) {
      (self.line, self.before, self.now, self.counts) = (line, before, now, counts)
    }

    var testDescription: String { "\(line): \(before) → \(now)" }

    func judged(asCondition: Bool = false) -> String {
      func version(_ item: String) -> String {
        Bench.plan(
          "\(rest)\nitems: [{id: b}, {id: a, name: x\(item.isEmpty ? "" : ", " + item)}]")
      }
      let body = asCondition ? "when \(line)\n  name must be stated" : line
      // The other item says nothing in either version.
      let trial = Trial(
        body: "when id is \"a\"\n  " + body.replacing("\n", with: "\n  "), plan: version(now),
        previous: version(before))
      #expect(trial.ruleErrors == [])
      return trial.counts()
    }
  }

  @Test(
    "whether a value changed",
    arguments: [
      Pair("day must not change", "day: 2027", "day: 2027", "M1 V0 U0 -1"),
      Pair("day must not change", "day: 2027-06", "day: 2027-12", "M0 V1 U0 -1"),
      Pair("day must not change", "day: 2027", "day: 2027-12", "M0 V0 U1 -1"),
      Pair("end must not change", "end: 2027", "end: 2027-12-31", "M1 V0 U0 -1"),
      Pair("day must change", "day: 2027", "day: 2028", "M1 V0 U0 -1"),
      Pair("day must change", "day: 2027", "day: 2027", "M0 V1 U0 -1"),
      Pair("size must not change", "size: 1", "size: 2", "M0 V1 U0 -1"),
      Pair("amount must not change", "amount: 5 EUR", "amount: 5.00 EUR", "M1 V0 U0 -1"),
      Pair("amount must not change", "amount: 0", "amount: 0 EUR", "M1 V0 U0 -1"),
      Pair("colour must not change", "colour: green", "colour: green", "M1 V0 U0 -1"),
      Pair("colour must not change", "colour: green", "colour: teal", "M0 V1 U0 -1"),
      Pair("colour must not change", "colour: green", "colour: red", "M0 V1 U0 -1"),
      Pair("team must not change", "team: t1", "team: t1", "M1 V0 U0 -1"),
      Pair("team must not change", "team: t1", "team: t2", "M0 V1 U0 -1"),
      Pair("team.lead must not change", "team: t1", "team: t2", "M0 V1 U0 -1"),
      Pair("lead must not change", "team: t1", "team: t1, lead: Ay", "M1 V0 U0 -1"),
    ])
  func values(_ pair: Pair) {
    #expect(pair.judged() == pair.counts)
  }

  @Test(
    "states that differ are a change",
    arguments: [
      Pair("day must not change", "", "", "M1 V0 U0 -1"),
      Pair("day must not change", "", "day: \"\"", "M1 V0 U0 -1"),
      Pair("day must not change", "day: 2027", "", "M0 V1 U0 -1"),
      Pair("day must not change", "day: {open: x}", "day: {open: y}", "M1 V0 U0 -1"),
      Pair("day must not change", "day: {open: x}", "day: 2027", "M0 V1 U0 -1"),
      Pair("day must not change", "day: {open: x}", "day: {not-applicable: x}", "M0 V1 U0 -1"),
      Pair("day must not change", "day: 2027", "day: soon", "M0 V0 U1 -1"),
      Pair("day must not change", "day: soon", "day: 2027", "M0 V0 U1 -1"),
      Pair("day must not change, if stated", "day: 2027", "", "M0 V0 U0 -2"),
      Pair("day must not change, if stated", "", "day: 2027", "M0 V0 U0 -2"),
    ])
  func states(_ pair: Pair) {
    #expect(pair.judged() == pair.counts)
  }

  @Test(
    "lists, groups and elements",
    arguments: [
      Pair("tags must not change", "tags: [x, y]", "tags: [y, x]", "M1 V0 U0 -1"),
      Pair("tags must not change", "tags: [x, y]", "tags: [y]", "M0 V1 U0 -1"),
      Pair("needs must not change", "needs: [b]", "needs: [b]", "M1 V0 U0 -1"),
      Pair("needs must not change", "needs: [b]", "", "M0 V1 U0 -1"),
      Pair(
        "parts must not change", "parts: [{id: p}, {id: q}]", "parts: [{id: q}, {id: p}]",
        "M0 V1 U0 -1"),
      Pair(
        "steps must not change", "steps: [{id: p, due: 2027}, {id: q}]",
        "steps: [{id: q}, {due: 2027, id: p}]", "M1 V0 U0 -1"),
      Pair(
        "steps must not change", "steps: [{id: p}]", "steps: [{id: p, due: 2027}]", "M0 V1 U0 -1"),
      Pair("steps must not change", "steps: [{id: p}, {id: p}]", "steps: [{id: p}]", "M0 V1 U0 -1"),
      Pair(
        "steps must not change", "steps: [{due: 2027}]", "steps: [{due: 2027-13}]", "M0 V0 U1 -1"),
      Pair("box must not change", "box: {note: n}", "box: {note: n}", "M1 V0 U0 -1"),
      Pair("box must not change", "box: {note: n}", "box: {note: n, weight: 1}", "M0 V1 U0 -1"),
      Pair("box must not change", "", "box: {weight: 1}", "M0 V1 U0 -1"),
    ])
  func compounds(_ pair: Pair) {
    #expect(pair.judged() == pair.counts)
  }

  @Test(
    "values of the previous version",
    arguments: [
      Pair("size must be at least previous.size", "size: 2", "size: 3", "M1 V0 U0 -1"),
      Pair("size must be at least previous.size", "size: 2", "size: 1", "M0 V1 U0 -1"),
      Pair("size must be at least previous.size", "", "size: 1", "M0 V0 U1 -1"),
      Pair("size must be at least previous.size", "size: {open: x}", "size: 1", "M0 V0 U1 -1"),
      Pair("size must be at least previous.size", "size: 2", "", "M0 V1 U0 -1"),
      Pair("previous.size must be stated", "", "", "M0 V1 U0 -1"),
      Pair("team must be the same as previous.team", "team: t1", "team: t1", "M1 V0 U0 -1"),
      Pair("team must be the same as previous.team", "team: t1", "team: t2", "M0 V1 U0 -1"),
      Pair("previous.team must be \"t1\"", "team: t1", "team: t2", "M1 V0 U0 -1"),
      Pair("previous.team.lead must be \"Ay\"", "team: t1", "team: t2", "M1 V0 U0 -1"),
      Pair("team.previous.lead must be \"Be\"", "team: t1", "team: t2", "M1 V0 U0 -1"),
      Pair(
        "sum of parts.amount must be at least sum of previous.parts.amount",
        "parts: [{id: p, amount: 5 EUR}]", "parts: [{id: q, amount: 4 EUR}]", "M0 V1 U0 -1"),
      Pair(
        "count of parts where due is after previous.due must be at most 0",
        "parts: [{id: p, due: 2027}, {id: q, due: 2027}]",
        "parts: [{id: q, due: 2028}, {id: r, due: 2030}]", "M0 V1 U0 -1"),
      Pair(
        "count of parts where name has changed must be at most 0", "parts: [{id: p, name: x}]",
        "parts: [{id: p, name: x}, {id: q, name: y}]", "M1 V0 U0 -1"),
      Pair(
        "every parts.previous.done must be yes", "parts: [{id: p, done: yes}]",
        "parts: [{id: p}, {id: q, done: no}]", "M1 V0 U0 -1"),
      Pair("every previous.needs must exist in items", "needs: [b]", "", "M1 V0 U0 -1"),
    ])
  func paths(_ pair: Pair) {
    #expect(pair.judged() == pair.counts)
  }

  @Test func aConditionAsksForAChange() {
    let changed = Pair("day has changed", "day: 2027", "day: 2028", "")
    #expect(changed.judged(asCondition: true) == "M1 V0 U0 -1")
    let same = Pair("day has not changed", "day: 2027", "day: 2028", "")
    #expect(same.judged(asCondition: true) == "M0 V0 U0 -2")
  }

  // MARK: - Who is whom

  private static let before = Bench.plan(
    """
    teams: [{id: t1}]
    items:
      - {id: a, day: 2027, team: t1, parts: [{id: p, due: 2027}, {id: q}]}
      - {id: gone, name: Old, team: t1, parts: [{id: p}]}
    """)

  @Test func newElementsAreCounted() {
    let trial = Trial(
      body: "day must be on or before previous.day",
      plan: Bench.plan("items: [{id: new}, {id: a, day: 2026}]"), previous: Self.before)
    #expect(trial.counts() == "M1 V0 U0 -1")
    #expect(trial.ledger[0].new == 1)
  }

  @Test(
    "a block that compares does not apply to a new element",
    arguments: ["any of", "all of", "exactly one of", "none of"])
  func newInBlocks(_ kind: String) {
    let verb = kind == "none of" ? "may" : "must"
    let trial = Trial(
      body: "\(kind) these \(verb) hold\n  name is stated\n  day has not changed",
      plan: Bench.plan("items: [{id: new}, {id: new2, name: x}, {id: a, day: 2027}]"),
      previous: Self.before)
    #expect(trial.ruleErrors == [])
    #expect(trial.ledger[0].notApplicable == 2)
    #expect(trial.ledger[0].new == 2)
  }

  @Test func nestedElementsAreFoundInsideTheirs() {
    let trial = Trial(
      body: "due must not change", over: "each part in parts of each item",
      plan: Bench.plan(
        "items: [{id: new, parts: [{id: p}]}, {id: a, steps: [{id: p}], parts: [{id: p}]}]"),
      previous: Self.before)
    #expect(trial.counts() == "M0 V1 U0 -1")
    #expect(trial.ledger[0].new == 1)
  }

  @Test func idsAreTheSameInEverySpelling() {
    let trial = Trial(
      body: "name must not change", plan: Bench.plan("items: [{id: \"e\u{301}\", name: x}]"),
      previous: Bench.plan("items: [{id: \"\u{E9}\", name: x}]"))
    #expect(trial.counts() == "M1 V0 U0 -0")
  }

  @Test func formerElementsAreThoseWithoutASuccessor() {
    let trial = Trial(
      body: "id must exist in known", over: "each former item",
      plan: Bench.plan("teams: [{id: t1}]\nknown: [x]\nitems: [{id: a}]"), previous: Self.before)
    #expect(trial.counts() == "M0 V1 U0 -0")
    #expect(
      trial.lines() == [
        "error[r] 4:1 item gone “Old” of the previous version: `id` is `gone`; it must exist in `known`"
      ])
    #expect(
      trial.findings[0].related.map { $0.location.file.path } == ["previous.yaml"])
  }

  @Test func aFormerElementSeesThePlanAndItsOwnVersion() {
    let trial = Trial(
      body:
        "team.lead must be stated\nplan.name must be \"new\"\nplan.previous.name must be \"old\"",
      over: "each former item where id is \"gone\"", plan: Bench.plan("name: new\nitems: []"),
      previous: Self.before + "\nname: old\n")
    #expect(trial.counts() == "M0 V1 U0 -1")
    #expect(
      trial.lines() == [
        "error[r] 3:1 item gone “Old” of the previous version: `team.lead` is not stated; "
          + "it must be stated"
      ])
  }

  @Test func whatStoodInAGoneElementIsNotMissedByItself() {
    let trial = Trial(
      body: "id must exist in known", over: "each former part",
      plan: Bench.plan("known: [x]\nitems: [{id: a, parts: [{id: p}]}]"), previous: Self.before)
    #expect(trial.counts() == "M0 V1 U0 -0")
    #expect(
      trial.lines() == [
        "error[r] 3:17 part q of item a of the previous version: `id` is `q`; "
          + "it must exist in `known`"
      ])
  }

  @Test func withoutAPreviousVersionNothingIsJudged() {
    let trial = Trial(
      "rule r\n  \"R\"\n  if broken: error\n  each item\n    name must not change\n",
      plan: Bench.plan("items: [{id: a}]"))
    #expect(trial.ledger[0].applied == 0)
    #expect(trial.ledger[0].note == .needsPrevious)
    #expect(trial.findings.isEmpty)
  }

  // MARK: - What is said

  @Test(arguments: [
    (
      "day must not change", "day: 2027-06", "day: 2027-12",
      "item a: `day` was June 2027 and is now December 2027; it must not change",
      "Posten a: `day` war Juni 2027 und ist jetzt Dezember 2027; es darf sich nicht ändern"
    ),
    (
      "day must change", "day: 2027-06", "day: 2027-06",
      "item a: `day` is still June 2027; it must change",
      "Posten a: `day` ist weiterhin Juni 2027; es muss sich ändern"
    ),
    (
      "day must not change", "day: 2027", "day: 2027-06",
      "item a: nobody can tell whether “Rule r” holds, because `day` was 2027 and is now June 2027, "
        + "which is not precise enough to compare",
      "Posten a: ob „Regel r“ gilt, lässt sich nicht sagen, denn `day` war 2027 und ist jetzt "
        + "Juni 2027; das ist zum Vergleichen nicht genau genug"
    ),
    (
      "tags must not change", "tags: [x, y]", "",
      "item a: `tags` was `x`, `y` and is now not stated; it must not change",
      "Posten a: `tags` war `x`, `y` und ist jetzt nicht angegeben; es darf sich nicht ändern"
    ),
    (
      "box must not change", "box: {weight: 1}", "box: {weight: 2}",
      "item a: `box` changed in `box.weight`, which was 1 and is now 2; it must not change",
      "Posten a: `box` hat sich bei `box.weight` geändert (war 1, ist jetzt 2); es darf sich nicht "
        + "ändern"
    ),
    (
      "parts must not change", "parts: [{id: p}]", "parts: [{id: q}]",
      "item a: `parts` has other entries than before; it must not change",
      "Posten a: `parts` hat andere Einträge als vorher; es darf sich nicht ändern"
    ),
    (
      "size must be at least previous.size", "size: {open: x}", "size: 1",
      "item a: nobody can tell whether “Rule r” holds, because in the previous version `size` is "
        + "declared open",
      "Posten a: ob „Regel r“ gilt, lässt sich nicht sagen, denn in der vorigen Fassung ist `size` "
        + "offen"
    ),
  ])
  func headlines(line: String, before: String, now: String, english: String, german: String) {
    func version(_ item: String) -> String {
      Bench.plan("items: [{id: a\(item.isEmpty ? "" : ", " + item)}]")
    }
    let trial = Trial(body: line, plan: version(now), previous: version(before))
    #expect(trial.ruleErrors == [])
    #expect(trial.findings.map { $0.problem.headline(in: .english) } == [english])
    #expect(trial.findings.map { $0.problem.headline(in: .german) } == [german])
    #expect(trial.findings.allSatisfy { $0.location.file.path == "plan.yaml" })
  }

  @Test func amountsOfOneCurrencyAreComparedWhateverStandsFirst() {
    let trial = Trial(
      body: "amount must be at most previous.amount",
      plan: Bench.plan("items: [{id: a, amount: 5 EUR}]"),
      previous: Bench.plan("items: [{id: z, amount: 1 CHF}, {id: a, amount: 6 EUR}]"))
    #expect(trial.counts() == "M1 V0 U0 -0", "\(trial.lines())")
  }
}
