import Testing

@Suite("Dates, sums, blocks and the other phrases")
struct ValueOutcomeTests {
  @Test("dates of different precision", arguments: Scenario.dates)
  func date(_ scenario: Scenario) { scenario.check() }

  @Test("dates that stand in a text", arguments: Scenario.datesInTexts)
  func dateInText(_ scenario: Scenario) { scenario.check() }

  @Test("sums and other aggregates", arguments: Scenario.aggregates)
  func aggregate(_ scenario: Scenario) { scenario.check() }

  @Test("blocks of alternatives", arguments: Scenario.blocks)
  func block(_ scenario: Scenario) { scenario.check() }

  @Test("unique, exist in, cycles", arguments: Scenario.sets)
  func set(_ scenario: Scenario) { scenario.check() }

  @Test("today", arguments: Scenario.today)
  func today(_ scenario: Scenario) { scenario.check() }
}

extension Scenario {
  static let dates = [
    Scenario(
      "certain yes, certain no, else unknown", "day must be before 2027-06",
      "items: [{id: a, day: 2027-05-31}, {id: b, day: 2027-06-01}, {id: c, day: 2027}, {id: d, day: 2026}, {id: e, day: 2028}]",
      "M2 V2 U1 -0"),
    Scenario(
      "the same precision compares as units", "day must be on or after 2027-06",
      "items: [{id: a, day: 2027-06}, {id: b, day: 2027-05}]", "M1 V1 U0 -0"),
    Scenario(
      "read from its first day and to its last", "end must be on or after start",
      "items: [{id: a, start: 2027-06, end: 2027}, {id: b, start: 2027-06, end: 2027-05}, {id: c, start: 2027-Q3, end: 2027-07}]",
      "M2 V1 U0 -0"),
    Scenario(
      "the same as, of different precision", "day must be the same as 2027-06",
      "items: [{id: a, day: 2027-06}, {id: b, day: 2027-06-01}, {id: c, day: 2028}]",
      "M1 V1 U1 -0"),
    Scenario(
      "a day plus months moves both ends", "end must be on or before start + 3 months",
      "items: [{id: a, start: 2027-01-31, end: 2027-04-30}, {id: b, start: 2027-01-31, end: 2027-05-01}]",
      "M1 V1 U0 -0"),
    Scenario(
      "within, where the bounds are not precise", "day must lie within start to end",
      "items: [{id: a, start: 2027, end: 2027, day: 2027-06}, {id: b, start: 2027-02, end: 2027-03, day: 2027}, {id: c, start: 2027-02, end: 2027-03, day: 2028}]",
      "M1 V1 U1 -0"),
    Scenario(
      "the earliest of a list", "earliest of parts.due must be on or after start",
      "items: [{id: a, start: 2027-02, parts: [{due: 2027-03}, {due: 2027-02-01}]}, {id: b, start: 2027-02, parts: [{due: 2027-03}, {due: 2027-01}]}, {id: c, start: 2027-02, parts: [{due: 2027-03}, {id: p}]}]",
      "M1 V1 U1 -0"),
    Scenario(
      "the earliest of nothing", "earliest of parts.due must be on or after start",
      "items: [{id: a, start: 2027, parts: []}, {id: b, start: 2027}]", "M0 V2 U0 -0"),
  ]

  static let datesInTexts = [
    Scenario(
      "every date, three-valued", "every date in name must be before 2027-06",
      """
      items:
        - {id: a, name: 31. Mai 2027}
        - {id: b, name: Q1 2027 bis Q3 2027}
        - {id: c, name: im Jahr 2027}
        - {id: d, name: Beschluss 0509/2020}
        - {id: e}
        - {id: f, name: {open: später}}
        - {id: g, name: {not-applicable: nein}}
      """, "M1 V3 U1 -2"),
    Scenario(
      "if stated", "every date in name must be before 2027-06, if stated",
      "items: [{id: a, name: Mai 2027}, {id: b, name: Juni 2027}, {id: c}]", "M1 V1 U0 -1"),
    Scenario(
      "of another element", "every date in team.lead must be on or before end",
      """
      teams: [{id: t1, lead: bis 2027}, {id: t2}]
      items: [{id: a, team: t1, end: 2027}, {id: b, team: t1, end: 2026}, {id: c, team: t2, end: 2027}]
      """, "M1 V1 U1 -0"),
    Scenario(
      "at least one", "at least one date in name must overlap start to end",
      """
      items:
        - {id: a, start: 2027, end: 2027-03, name: 2026 und Ende 2027}
        - {id: b, start: 2027, end: 2027-03, name: 2026 und 2028}
        - {id: c, start: 2027, end: 2027-03, name: laufend}
      """, "M1 V2 U0 -0"),
    Scenario(
      "as a whole", "date in name must have at least 2 entries",
      "items: [{id: a, name: 2026 und 2028}, {id: b, name: Ende 2027}, {id: c, name: laufend}]",
      "M1 V2 U0 -0"),
    Scenario(
      "an empty text is missing, not without dates", "every date in name must be before 2027-06",
      "items: [{id: a, name: }, {id: b, name: \"\"}, {id: c, name: laufend}]", "M0 V2 U0 -1"),
    Scenario(
      "an empty text as a whole", "date in name must have at most 1 entry",
      "items: [{id: a, name: \"\"}, {id: b, name: laufend}, {id: c}]", "M1 V2 U0 -0"),
    Scenario(
      "included, where precision differs", "date in name must include 2027-06",
      "items: [{id: a, name: 2026 und Juni 2027}, {id: b, name: Ende 2027}, {id: c, name: im Mai 2027}]",
      "M1 V1 U1 -0"),
    Scenario(
      "as a condition", "when no date in name is after 2026\n  size must be stated",
      "items: [{id: a, name: bis 2026}, {id: b, name: bis 2027}, {id: c, name: laufend, size: 1}]",
      "M1 V1 U0 -1"),
  ]

  static let aggregates = [
    Scenario(
      "a sum of all parts", "sum of parts.amount must be at most 10 EUR",
      "items: [{id: a, parts: [{amount: 4 EUR}, {amount: 6 EUR}]}, {id: b, parts: [{amount: 4 EUR}, {amount: 6.01 EUR}]}, {id: c, parts: []}]",
      "M2 V1 U0 -0"),
    Scenario(
      "a partial sum is unknown", "sum of parts.amount must be at most 10 EUR",
      "items: [{id: a, parts: [{amount: 4 EUR}, {id: p}]}, {id: b, parts: [{amount: 4 EUR}, {amount: {open: x}}]}]",
      "M0 V0 U2 -0"),
    Scenario(
      "a partial sum of what cannot be negative is certain above the bound",
      "sum of parts.amount must be at most 10 EUR",
      "items: [{id: a, parts: [{amount: 11 EUR}, {id: p}]}]", "M0 V1 U0 -0"),
    Scenario(
      "and certain where the bound is already reached",
      "sum of parts.amount must be at least 10 EUR",
      "items: [{id: a, parts: [{amount: 10 EUR}, {id: p}]}, {id: b, parts: [{amount: 9 EUR}, {id: p}]}]",
      "M1 V0 U1 -0"),
    Scenario(
      "a partial sum of what may be negative is never certain",
      "sum of parts.change must be at most 10 EUR",
      "items: [{id: a, parts: [{change: 11 EUR}, {id: p}]}]", "M0 V0 U1 -0"),
    Scenario(
      "a partial sum is not the same as less, and unknown otherwise",
      "amount must be the same as sum of parts.amount",
      "items: [{id: a, amount: 5 EUR, parts: [{amount: 6 EUR}, {id: p}]}, {id: b, amount: 7 EUR, parts: [{amount: 6 EUR}, {id: p}]}]",
      "M0 V1 U1 -0"),
    Scenario(
      "two partial sums", over: "each team",
      "sum of items.amount must be the same as sum of items.parts.amount",
      "teams: [{id: t1}]\nitems: [{id: a, team: t1, amount: 5 EUR, parts: [{amount: 6 EUR}, {id: p}]}, {id: b, team: t1}]",
      "M0 V0 U1 -0"),
    Scenario(
      "what does not apply is no part of a sum", "sum of parts.amount must be at most 10 EUR",
      "items: [{id: a, parts: [{amount: 4 EUR}, {amount: {not-applicable: x}}]}]", "M1 V0 U0 -0"),
    Scenario(
      "counting missing as 0", "sum of parts.amount counting missing as 0 must be at most 10 EUR",
      "items: [{id: a, parts: [{amount: 4 EUR}, {id: p}]}, {id: b}, {id: c, parts: [{amount: {open: x}}]}, {id: d, parts: [{amount: lots}]}]",
      "M2 V0 U2 -0"),
    Scenario(
      "counting missing as 0 through lists that are missing", over: "the plan",
      "sum of items.parts.amount counting missing as 0 must be at most 10 EUR",
      "items: [{id: a, parts: [{amount: 4 EUR}]}, {id: b}]", "M1 V0 U0 -0"),
    Scenario(
      "a sum through lists of which one is missing", over: "the plan",
      "sum of items.parts.amount must be at most 10 EUR",
      "items: [{id: a, parts: [{amount: 11 EUR}]}, {id: b}]", "M0 V1 U0 -0"),
    Scenario(
      "a list that is missing", "sum of parts.amount must be at most 10 EUR",
      "items: [{id: a}, {id: b, parts: {open: x}}, {id: c, parts: {not-applicable: x}}]",
      "M0 V2 U0 -1"),
    Scenario(
      "a sum of what references name", "sum of needs.amount must be at most amount",
      "items: [{id: a, amount: 3 EUR}, {id: b, amount: 4 EUR, needs: [a]}, {id: c, amount: 2 EUR, needs: [a]}, {id: d, amount: 4 EUR, needs: [a, q9]}]",
      "M1 V2 U1 -0"),
    Scenario(
      "count, and count where", "count of parts where done is yes must be at least 2",
      "items: [{id: a, parts: [{done: yes}, {done: yes}]}, {id: b, parts: [{done: yes}, {done: no}]}, {id: c, parts: [{done: yes}, {id: p}]}, {id: d, parts: []}]",
      "M1 V2 U1 -0"),
    Scenario(
      "count of a list that is missing", "count of tags must be at least 1",
      "items: [{id: a, tags: [x]}, {id: b, tags: []}, {id: c}]", "M1 V2 U0 -0"),
    Scenario(
      "a share", "share of parts where done is yes must be at least 50 %",
      "items: [{id: a, parts: [{done: yes}, {done: no}]}, {id: b, parts: [{done: no}, {done: no}]}, {id: c, parts: []}, {id: d, parts: [{done: yes}, {id: p}]}]",
      "M1 V2 U1 -0"),
    Scenario(
      "smallest and largest", "largest of parts.amount must be at most 5 EUR",
      "items: [{id: a, parts: [{amount: 5 EUR}, {amount: 1 EUR}]}, {id: b, parts: [{amount: 6 EUR}]}, {id: c, parts: [{amount: 1 EUR}, {id: p}]}]",
      "M1 V1 U1 -0"),
    Scenario(
      "two currencies neither compare nor add", "amount must be at most 5 EUR",
      "currency: EUR\nitems: [{id: a, amount: 4 EUR}, {id: b, amount: 4 CHF}]", "M1 V0 U1 -0"),
    Scenario(
      "two currencies in a sum", "sum of parts.amount must be at most 10 EUR",
      "currency: EUR\nitems: [{id: a, parts: [{amount: 4 EUR}, {amount: 4 CHF}]}]", "M0 V0 U1 -0"),
    Scenario(
      "zero needs no unit", "amount must be at most 5 EUR", "items: [{id: a, amount: 0}]",
      "M1 V0 U0 -0"),
    Scenario(
      "arithmetic", "amount must be at most cap + 2 EUR",
      "items: [{id: a, amount: 5 EUR, cap: 3 EUR}, {id: b, amount: 6 EUR, cap: 3 EUR}, {id: c, amount: 6 EUR}]",
      "M1 V2 U0 -0"),
  ]

  static let blocks = [
    Scenario(
      "any of: one is enough; an own gap elsewhere is a violation",
      "any of these must hold\n  size is 1\n  done is yes",
      "items: [{id: a, size: 1}, {id: b, size: 2, done: no}, {id: c, size: 2}, {id: d, done: yes}]",
      "M2 V2 U0 -0"),
    Scenario(
      "any of: what does not apply is left out",
      "any of these must hold\n  size is 1\n  done is yes",
      "items: [{id: a, size: {not-applicable: x}, done: no}, {id: b, size: {not-applicable: x}, done: {not-applicable: x}}, {id: c, size: {not-applicable: x}, done: yes}]",
      "M1 V1 U0 -1"),
    Scenario(
      "all of: one no decides", "all of these must hold\n  size is 1\n  done is yes",
      "items: [{id: a, size: 1, done: yes}, {id: b, done: no}, {id: c, size: 1}]", "M1 V2 U0 -0"),
    Scenario(
      "exactly one of", "exactly one of these must hold\n  size is 1\n  done is yes",
      "items: [{id: a, size: 1, done: no}, {id: b, size: 1, done: yes}, {id: c, size: 2, done: no}, {id: d, size: 1}, {id: e, done: no}]",
      "M1 V4 U0 -0"),
    Scenario(
      "exactly one of is safe over is stated",
      "exactly one of these must hold\n  size is stated\n  done is stated",
      "items: [{id: a, size: 1}, {id: b, size: 1, done: yes}, {id: c}]", "M1 V2 U0 -0"),
    Scenario(
      "none of", "none of these may hold\n  size is 1\n  done is yes",
      "items: [{id: a, size: 2, done: no}, {id: b, size: 1}, {id: c, size: 2}]", "M1 V2 U0 -0"),
    Scenario(
      "another element's gap leaves a block open",
      "any of these must hold\n  size is 1\n  team.lead is \"x\"",
      "teams: [{id: t1}, {id: t2, lead: x}]\nitems: [{id: a, size: 2, team: t1}, {id: b, team: t1}, {id: c, team: t2}, {id: d, size: 1, team: t1}]",
      "M2 V0 U2 -0"),
    Scenario(
      "two levels",
      "any of these must hold\n  size is 1\n  all of\n    done is yes\n    name is stated",
      "items: [{id: a, done: yes, name: x, size: 2}, {id: b, done: yes, size: 2}, {id: c, done: no, size: 2}, {id: d, name: x, size: 2}, {id: e, size: 2}]",
      "M1 V4 U0 -0"),
    Scenario(
      "each line is judged by itself", "name must be stated\ndone must be yes",
      "items: [{id: a, name: x, done: yes}, {id: b, done: yes}, {id: c}]", "M1 V2 U0 -0"),
  ]

  static let sets = [
    Scenario(
      "the id of an element among references to it", over: "each team",
      "id must exist in plan.items.team",
      "teams: [{id: t1}, {id: t2}]\nitems: [{id: a, team: t1}, {id: b}]", "M1 V1 U0 -0"),
    Scenario(
      "words with full stops, which no text has",
      "name must avoid all of \"ggf.\", \"u. a.\", \"z.B.*\"",
      "items: [{id: a, name: \"Kurs, ggf. am Abend\"}, {id: b, name: \"Vereine u.a. aus Nord\"}, {id: c, name: \"z. Bsp. Kurse\"}, {id: d, name: Kurs am Abend}]",
      "M1 V3 U0 -0"),
    Scenario(
      "unique among the siblings of one parent", over: "each part in parts of each item",
      "name must be unique among parts",
      "items: [{id: a, parts: [{name: x}, {name: y}]}, {id: b, parts: [{name: x}]}]",
      "M3 V0 U0 -0"),
    Scenario(
      "unique among all", over: "each part in parts of each item",
      "name must be unique among all parts",
      "items: [{id: a, parts: [{name: x}, {name: y}]}, {id: b, parts: [{name: x}]}]",
      "M1 V2 U0 -0"),
    Scenario(
      "unique, with canonically equal letters", "name must be unique among items",
      "items: [{id: a, name: \"\\u00e4\"}, {id: b, name: \"a\\u0308\"}]", "M0 V2 U0 -0"),
    Scenario(
      "unique by what is meant, not by how it is spelt", "level must be unique among items",
      "items: [{id: a, level: middle}, {id: b, level: medium}, {id: c, level: low}]",
      "M1 V2 U0 -0"),
    Scenario(
      "unique where nothing is stated", "name must be unique among items, if stated",
      "items: [{id: a}, {id: b}]", "M0 V0 U0 -2"),
    Scenario(
      "exists in a list", "name must exist in teams",
      "teams: [{id: t1}]\nitems: [{id: a, name: t1}, {id: b, name: t2}]", "M1 V1 U0 -0"),
    Scenario(
      "exists in a path from the plan", "name must exist in teams.lead",
      "teams: [{id: t1, lead: x}, {id: t2}]\nitems: [{id: a, name: x}, {id: b, name: t1}]",
      "M1 V1 U0 -0"),
    Scenario(
      "exists in the plan's list of texts", "name must exist in known",
      "known: [x]\nitems: [{id: a, name: x}, {id: b, name: y}]", "M1 V1 U0 -0"),
    Scenario(
      "exists in a list that the plan does not state", "name must exist in known",
      "items: [{id: a, name: x}]", "M0 V0 U1 -0"),
    Scenario(
      "exists elsewhere than in itself", "name must exist in items.name other than itself",
      "items: [{id: a, name: x}, {id: b, name: x}, {id: c, name: y}]", "M2 V1 U0 -0"),
    Scenario(
      "a circle of references, and what leads into it",
      "needs must not lead back to itself, if stated",
      "items: [{id: a, needs: [b]}, {id: b, needs: [a]}, {id: c, needs: [a]}, {id: d}]",
      "M1 V2 U0 -1"),
  ]

  static let today = [
    Scenario(
      "the date that was given", "day must be on or after today",
      "items: [{id: a, day: 2027-03-31}, {id: b, day: 2027-03-30}, {id: c, day: 2027-03}]",
      "M1 V1 U1 -0", today: "2027-03-31"),
    Scenario(
      "no date was given: nothing is judged", "day must be on or after today",
      "items: [{id: a, day: 2027-03-31}]", "M0 V0 U0 -0"),
  ]
}
