import Diagnostics
import TestSupport
import Testing

/// Every phrase as people read it, broken and not to be told, in both languages. Read the
/// difference of the golden aloud before committing it.
@Suite("Headlines read well in English and German")
struct HeadlineTests {
  private func headlines(_ body: String, over scope: String = "each item", _ plan: String) -> String
  {
    let trial = Trial(body: body, over: scope, plan: Bench.plan(plan))
    let found = trial.findings.filter { $0.outcome != nil }.map { finding in
      "  \(finding.problem.headline(in: .english))\n  \(finding.problem.headline(in: .german))\n"
    }
    let shown = trial.ruleErrors.isEmpty ? found.joined() : "  \(trial.ruleErrors)\n"
    return "\(body.replacing("\n", with: " / "))\n\(shown)"
  }

  @Test("phrases about values, and their denials")
  func values() {
    let text = OutcomeRow.values.compactMap { row -> String? in
      guard let value = row.line.contains("must not") ? row.fits : row.doesNot else { return nil }
      return headlines(
        row.line, "teams: [{id: t1}, {id: t2}]\nitems: [{id: a, \(row.field): \(value)}]")
    }
    Golden.expect(text.joined(separator: "\n"), equals: "headlines-values.txt")
  }

  @Test("phrases about states")
  func states() {
    let lines = [
      "must be stated", "must not be stated", "must be answered", "must not be answered",
      "must be left out", "must not be left out",
    ]
    let values = [
      "x", "{open: \"waits for the tender\", until: 2027-03-31, by: t1}",
      "{not-applicable: \"no building\"}", "\"\"", "k. A.", nil,
    ]
    var text = ""
    for line in lines {
      for value in values {
        let item = value.map { "{id: a, name: \($0)}" } ?? "{id: a}"
        let found = headlines("name \(line)", "items: [\(item)]")
        if found.contains("  ") { text += "\(value ?? "absent"): \(found)\n" }
      }
    }
    for value in values.dropFirst() {
      let item = value.map { "{id: a, name: \($0)}" } ?? "{id: a}"
      text +=
        "\(value ?? "absent"): "
        + headlines("when name is \"x\"\n  size must be stated", "items: [\(item)]") + "\n"
    }
    Golden.expect(text, equals: "headlines-states.txt")
  }

  @Test("lists, sums, blocks and what cannot be told")
  func others() {
    let text = Self.cases.map { headlines($0.body, over: $0.scope, $0.plan) }
    Golden.expect(text.joined(separator: "\n"), equals: "headlines-others.txt")
  }

  @Test("what is wrong with a check as a whole")
  func wholes() {
    let rules =
      Bench.rule("name must be stated", id: "r1").replacing("may find nothing to check", with: "")
    let other = Bench.rule("lead must be stated", over: "each team where lead is \"x\"", id: "r2")
      .replacing("may find nothing to check", with: "")
    let plans = [
      (
        "two rules without elements", rules + rules.replacing("r1", with: "r3"),
        "stage: final\nteams: []"
      ),
      ("one rule without elements", rules, "items: []\nstage: final"),
      ("a list that is declared open", rules, "items: {open: \"later\"}\nstage: final"),
      ("no rule applies to one element", other, "teams: [{id: t1, lead: y}]\nstage: final"),
      (
        "no rule applies to several", other,
        "teams: [{id: t1, lead: y}, {id: t2, lead: y}]\nstage: final"
      ),
      (
        "no part anywhere",
        Bench.rule("name must be stated", over: "each part")
          .replacing("may find nothing to check", with: ""), "items: [{id: a}]\nstage: final"
      ),
      ("no stage", Bench.rule("id must be stated"), "items: [{id: a}]"),
    ]
    let text = plans.map { name, rules, plan in
      let trial = Trial(rules, plan: plan)
      return "\(name)\n"
        + trial.findings.map {
          "  \($0.problem.headline(in: .english))\n  \($0.problem.headline(in: .german))\n"
        }.joined()
    }
    Golden.expect(text.joined(separator: "\n"), equals: "headlines-wholes.txt")
  }

  private static let cases: [(scope: String, body: String, plan: String)] = [
    ("each item", "tags must include \"a\"", "items: [{id: a, tags: [b]}]"),
    ("each item", "tags must not include \"a\"", "items: [{id: a, tags: [a]}]"),
    ("each item", "tags must have at least 1 entry", "items: [{id: a, tags: []}]"),
    ("each item", "tags must have at most 1 entry", "items: [{id: a, tags: [a, b]}]"),
    ("each item", "tags must have exactly 2 entries", "items: [{id: a, tags: [a]}]"),
    ("each item", "tags must not have exactly 1 entry", "items: [{id: a, tags: [a]}]"),
    (
      "each item", "parts must have at most most entries",
      "items: [{id: a, parts: [{id: p}, {id: q}, {id: s}, {id: t}]}]"
    ),
    ("each team", "items must have at least 1 entry", "teams: [{id: t1}]"),
    (
      "each item", "sum of parts.amount must be at most cap",
      "items: [{id: a, cap: 2000 EUR, parts: [{amount: 12000 EUR}]}]"
    ),
    (
      "each item", "amount must be the same as sum of parts.amount",
      "items: [{id: a, amount: 1 EUR, parts: [{amount: 2 EUR}]}]"
    ),
    (
      "each item", "sum of parts.amount must be the same as amount",
      "items: [{id: a, amount: 1 EUR, parts: [{amount: 2 EUR}]}]"
    ),
    (
      "each item", "amount must not be the same as cap",
      "items: [{id: a, amount: 1 EUR, cap: 1 EUR}]"
    ),
    (
      "each item", "amount must be at most cap + 2 EUR",
      "items: [{id: a, amount: 9 EUR, cap: 1 EUR}]"
    ),
    (
      "each item", "earliest of parts.due must be on or after start",
      "items: [{id: a, start: 2028, parts: [{due: 2027}]}]"
    ),
    (
      "each item", "latest of parts.due must be on or before end",
      "items: [{id: a, end: 2026, parts: [{due: 2027}]}]"
    ),
    (
      "each item", "smallest of parts.amount must be more than 5 EUR",
      "items: [{id: a, parts: [{amount: 2 EUR}]}]"
    ),
    (
      "each item", "largest of parts.amount must be less than 5 EUR",
      "items: [{id: a, parts: [{amount: 7 EUR}]}]"
    ),
    ("each item", "first of parts.done must be yes", "items: [{id: a, parts: [{done: no}]}]"),
    ("each item", "last of parts.done must be yes", "items: [{id: a, parts: [{done: no}]}]"),
    (
      "each item", "count of parts where done is yes must be at least 2",
      "items: [{id: a, parts: [{done: yes}]}]"
    ),
    (
      "each item", "share of parts where done is yes must be at least 50 %",
      "items: [{id: a, parts: [{done: no}]}]"
    ),
    (
      "each item", "share of parts where done is yes must be at least 50 %",
      "items: [{id: a, parts: []}]"
    ),
    (
      "each item", "every parts.done must be yes",
      "items: [{id: a, parts: [{done: no}, {done: no}]}]"
    ),
    ("each item", "every tags must have at most 3 characters", "items: [{id: a, tags: [three]}]"),
    ("each item", "at least one parts.done must be yes", "items: [{id: a, parts: [{done: no}]}]"),
    ("each item", "at least one parts.done must be yes", "items: [{id: a, parts: []}]"),
    ("each item", "every needs.done must be yes", "items: [{id: b}, {id: a, needs: [b]}]"),
    (
      "each item", "name must be unique among items",
      "items: [{id: a, name: x}, {id: b, name: x}, {id: c, name: x}]"
    ),
    (
      "each part in parts of each item", "name must be unique among all parts",
      "items: [{id: a, parts: [{name: x}]}, {id: b, parts: [{name: x}]}]"
    ),
    (
      "each item", "needs must not lead back to itself, if stated",
      "items: [{id: b, needs: [a]}, {id: a, needs: [b]}]"
    ),
    (
      "each item", "name must exist in teams.lead",
      "teams: [{id: t1, lead: y}]\nitems: [{id: a, name: x}]"
    ),
    ("each item", "name must exist in items.name other than itself", "items: [{id: a, name: x}]"),
    (
      "each item",
      "any of these must hold\n  name is stated\n  size is 1\n  all of\n    done is yes\n    tags is stated",
      "items: [{id: a, size: 2, done: no}]"
    ),
    ("each item", "any of these must hold\n  name is stated\n  size is 1", "items: [{id: a}]"),
    (
      "each item", "any of these must hold\n  name is stated\n  size is 1",
      "items: [{id: a, size: {open: the tender runs, by: X}}]"
    ),
    (
      "each item", "any of these must hold\n  tags has at least 1 entry\n  parts is stated",
      "items: [{id: a, tags: [], parts: []}]"
    ),
    ("each item", "size must be one of 1, 2, 3, 4, 5, 6, 7, 8, 9", "items: [{id: a, size: 12}]"),
    (
      "each item", "all of these must hold\n  name is stated\n  size is 1",
      "items: [{id: a, size: 2}]"
    ),
    (
      "each item", "exactly one of these must hold\n  name is stated\n  size is stated",
      "items: [{id: a, name: x, size: 2}]"
    ),
    (
      "each item", "exactly one of these must hold\n  name is stated\n  size is stated",
      "items: [{id: a}]"
    ),
    (
      "each item", "none of these may hold\n  name is missing\n  size is more than 1",
      "items: [{id: a, size: 2}]"
    ),
    (
      "each item", "any of these must hold\n  size is 1\n  team.lead is \"x\"",
      "teams: [{id: t1}]\nitems: [{id: a, team: t1, size: 2}]"
    ),
    (
      "each item", "sum of parts.amount must be at most 9 EUR",
      "items: [{id: a, parts: [{amount: 2 EUR}, {id: p}]}]"
    ),
    (
      "each item", "amount must be the same as sum of parts.amount",
      "items: [{id: a, amount: 9 EUR, parts: [{amount: 2 EUR}, {id: p}]}]"
    ),
    ("the plan", "sum of items.parts.amount must be at most 9 EUR", "items: [{id: a}]"),
    ("each item", "day must be before 2027-06", "items: [{id: a, day: 2027}]"),
    ("each item", "day must be before start", "items: [{id: a, day: 2027, start: 2027-06}]"),
    ("each item", "amount must be at most 5 EUR", "currency: EUR\nitems: [{id: a, amount: 4 CHF}]"),
    ("each item", "team.lead must be \"x\"", "teams: [{id: t1}]\nitems: [{id: a, team: t1}]"),
    ("each item", "amount must be at most plan.budget", "items: [{id: a, amount: 4 EUR}]"),
    ("each item", "size must be at most 2000", "items: [{id: a, size: 2031}]"),
    ("each item", "size must be at most 20000", "items: [{id: a, size: 1234567}]"),
    ("each item", "box must be stated", "items: [{id: a}]"),
    ("each item", "box must be left out", "items: [{id: a, box: {note: x}}]"),
  ]
}
