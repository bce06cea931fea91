import Diagnostics
import TestSupport
import Testing

/// Why nobody can tell: each finding names the reason that is really there, at its place.
@Suite("Findings say what is really not known")
struct UnknownReasonTests {
  private static let schema =
    Bench.schema + """

      extend record item
        friend one of teams, open
        friends some of teams, open


      """

  private struct Case {
    var body: String
    var plan: String
    var previous: String?

    init(_ body: String, _ plan: String, previous: String? = nil) {
      self.body = body
      self.plan = plan
      self.previous = previous
    }

    var trial: Trial {
      Trial(
        Bench.rule(body), plan: Bench.plan(plan), schema: UnknownReasonTests.schema,
        previous: previous.map(Bench.plan))
    }
  }

  @Test("the sentence of each reason, its place and the field")
  func reasons() {
    let text = Self.cases.map { one -> String in
      let trial = one.trial
      guard trial.ruleErrors.isEmpty else { return "\(one.body)\n  \(trial.ruleErrors)\n" }
      let found = trial.findings.filter { $0.outcome != nil }.map { finding in
        "  \(finding.problem.headline(in: .english))\n  \(finding.problem.headline(in: .german))\n"
          + "  at \(Trial.place(finding.location)) `\(finding.location.shown)`, "
          + "field \(finding.field ?? "none")\n"
      }
      return "\(one.body.replacing("\n", with: " / "))\n\(found.joined())"
    }
    Golden.expect(text.joined(separator: "\n"), equals: "headlines-unknown.txt")
  }

  @Test(
    "what lies behind a name that an open reference keeps is undetermined, whatever is asked",
    arguments: [
      "friend.lead must be stated", "friend.lead must be left out", "friend.lead must be answered",
      "friend.lead must not be stated", "friend.lead must be \"x\"",
      "when friend.lead is missing\n  name must be stated",
      "when friend.lead is open\n  name must be stated",
      "every friends.lead must be stated", "at least one friends.since must be after 2020",
    ])
  func openReferences(_ body: String) {
    let trial = Case(
      body, "teams: [{id: t1, lead: x}]\nitems: [{id: a, friend: Verein, friends: [t1, Verein]}]"
    ).trial
    #expect(trial.outcome == "U", "\(body)")
    let known = Case(
      body,
      "teams: [{id: t1, lead: x, since: 2021}]\nitems: [{id: a, name: n, friend: t1, friends: [t1]}]"
    ).trial
    #expect(known.counts().contains(" U0 "), "\(body)")
  }

  @Test("rules that wait for the same name share one finding")
  func oneGap() {
    let rules =
      Bench.rule("friend.lead must be stated", id: "r1")
      + Bench.rule("friend.since must be after 2020", id: "r2")
    let trial = Trial(
      rules, plan: Bench.plan("teams: [{id: t1}]\nitems: [{id: a, friend: Verein}]"),
      schema: Self.schema)
    #expect(trial.findings.filter { $0.outcome != nil }.map(\.rules) == [["r1", "r2"]])
  }

  @Test("a misspelt stage gets the warning that says how the plan is judged")
  func stage() {
    let rule = Bench.rule("id must be stated")
    for (stage, count) in [("finale", 1), ("{open: later}", 1), ("final", 0)] {
      let trial = Trial(rule, plan: "stage: \(stage)\nitems: [{id: a}]")
      #expect(trial.findings.filter { $0.code == "no-stage" }.count == count, "\(stage)")
    }
    let lines = Trial(rule, plan: "stage: finale\nitems: [{id: a}]").lines()
    #expect(
      lines.contains(
        "warning[no-stage] 1:8 the plan's `stage` cannot be read; it is judged as `final`"))
  }

  @Test("a long cycle is told by its ends, its places are all there")
  func longCycle() {
    let items = (0..<40).map { "{id: i\($0), needs: [i\(($0 + 1) % 40)]}" }
    let trial = Case(
      "needs must not lead back to itself, if stated",
      "items: [\(items.joined(separator: ", "))]"
    ).trial
    let finding = trial.findings.first { $0.code == "r" }
    let english = finding?.problem.headline(in: .english) ?? ""
    let german = finding?.problem.headline(in: .german) ?? ""
    #expect(english.contains("i0 → i1 → i2 → i3 → i4 → i5 → … 31 more … → i37 → i38 → i39 → i0"))
    #expect(german.contains("→ … 31 weitere … →"))
    #expect(finding?.related.count == 20)
    let short = Case(
      "needs must not lead back to itself, if stated",
      "items: [{id: a, needs: [b]}, {id: b, needs: [a]}]"
    ).trial
    #expect(short.lines().contains { $0.contains("a → b → a") })
  }

  private static let cases = [
    // Parts of a text that stands there.
    Case("date in name must include 2027-06", "items: [{id: a, name: as soon as possible}]"),
    Case("date in name must include 2027-06", "items: [{id: a, name: in 2026-05 and 2026-07}]"),
    Case("date in name must include 2027-06", "items: [{id: a, name: in 2027}]"),
    Case("number in name must include \"0001/2027\"", "items: [{id: a, name: none yet}]"),
    Case("at least one date in name must be after 2020", "items: [{id: a, name: none yet}]"),
    Case("at least one date in name must be after 2020", "items: [{id: a, name: in 2019}]"),
    Case(
      "at least one number in name must be \"0001/2027\"", "items: [{id: a, name: none yet}]"),
    Case("every date in name must be after 2027-02", "items: [{id: a, name: in 2027}]"),
    Case(
      "any of these must hold\n  date in name includes 2027\n  size is 1",
      "items: [{id: a, name: none yet, size: 2}]"),
    // Names behind which there is no element.
    Case("friend.lead must be stated", "teams: [{id: t1}]\nitems: [{id: a, friend: Verein}]"),
    Case(
      "every friends.lead must be stated",
      "teams: [{id: t1, lead: x}]\nitems: [{id: a, friends: [t1, Verein]}]"),
    Case(
      "previous.friend.lead must be stated", "teams: [{id: t1}]\nitems: [{id: a, friend: t1}]",
      previous: "teams: [{id: t1}]\nitems: [{id: a, friend: Verein}]"),
    // What the previous version does not say.
    Case(
      "count of previous.parts must be at least count of parts",
      "items: [{id: a, parts: [{id: p}]}]", previous: "items: [{id: a}]"),
    Case(
      "count of parts must be at least count of previous.parts",
      "items: [{id: a, parts: [{id: p}]}]", previous: "items: [{id: a, parts: {open: later}}]"),
    Case(
      "largest of previous.parts.amount must be at most 3 EUR",
      "items: [{id: a, parts: [{amount: 3 EUR}]}]", previous: "items: [{id: a}]"),
    // What cannot be computed or compared.
    Case("amount + 5 USD must be at least 0", "items: [{id: a, amount: 4 EUR}]"),
    Case("cap must be at most amount - 5 USD", "items: [{id: a, cap: 1 EUR, amount: 4 EUR}]"),
    Case("day + 1 year must be on or before 2025", "items: [{id: a, day: 9999-12-31}]"),
    Case("day must be after start - 9000 years", "items: [{id: a, day: 2027, start: 2027-03}]"),
    Case(
      "size * 999999999999999 * 999999999999999 * 999999999999999 must be at least 0",
      "items: [{id: a, size: 999999999999999}]"),
    Case(
      "sum of parts.amount must be at most 3 EUR",
      "items: [{id: a, parts: [{amount: 3 EUR}, {amount: 4 USD}]}]"),
    Case("every parts.amount must be at most 3 EUR", "items: [{id: a, parts: [{amount: 3 USD}]}]"),
    Case("day must be 2024", "items: [{id: a, day: 2024-02-29}]"),
    Case("day must be one of 2023-05, 2024, 2024-02", "items: [{id: a, day: 2024-02-29}]"),
    Case("day must be before start + 1 month", "items: [{id: a, day: 2027, start: 2027-03}]"),
    Case("every parts.due must be before 2027-06", "items: [{id: a, parts: [{due: 2027}]}]"),
    // How many hold.
    Case(
      "exactly one of these must hold\n  name is stated\n  level is high",
      "items: [{id: a, name: x}]"),
    Case(
      "exactly one of these must hold\n  size is 1\n  level is high\n  day is before 2027",
      "items: [{id: a, size: 2}]"),
    Case(
      "exactly one of these must hold\n  size is 1\n  name is stated\n  level is high",
      "items: [{id: a, size: 1, name: x}]"),
    Case("exactly one of these must hold\n  size is 1\n  size is 2", "items: [{id: a, size: 3}]"),
    // Of how many it is known.
    Case(
      "count of parts where amount is more than 5 EUR must be at most 1",
      "items: [{id: a, parts: [{amount: 10 EUR}, {id: p}, {amount: 3 EUR}]}]"),
    Case(
      "share of parts where amount is more than 5 EUR must be at most 40 %",
      "items: [{id: a, parts: [{amount: 10 EUR}, {id: p}, {amount: 3 EUR}]}]"),
    Case(
      "first of steps.name must be \"x\"",
      "items: [{id: a, steps: [{due: 2027, name: x}, {name: y}, {due: 2028, name: z}]}]"),
    Case(
      "first of steps.name must be \"x\"",
      "items: [{id: a, steps: [{due: 2027}, {due: 2028, name: z}]}]"),
    Case(
      "last of steps.name must be \"x\"",
      "items: [{id: a, steps: [{due: 2027, name: x}, {due: 2027-03, name: z}]}]"),
  ]
}
