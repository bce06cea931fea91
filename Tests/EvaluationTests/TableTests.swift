import Diagnostics
import Evaluation
import Reporting
import Testing

@Suite("Tables count every element and say what they do not know")
struct TableTests {
  /// The rows of a table as texts: totals begin with `=`, groups without a key with `?`.
  private func rows(_ body: String, _ plan: String, language: Language = .english) -> [String] {
    let text =
      "table t\n  \"Table\" de \"Tabelle\"\n"
      + body.split(separator: "\n").map { "  \($0)\n" }.joined()
    let trial = Trial(text, plan: Bench.plan(plan))
    guard trial.ruleErrors.isEmpty, let table = trial.program.tables.first else {
      return trial.ruleErrors
    }
    let made = makeTable(
      table, of: trial.program, plan: trial.plan, options: EvaluationOptions())
    return made.rows.map { row in
      (row.isTotal ? "= " : row.isWithoutKey ? "? " : "")
        + row.cells.map { Self.shown($0, language) }.joined(separator: " | ")
    } + made.notes.map { "note: " + $0[language] }
  }

  private static func shown(_ cell: ReportTable.Cell, _ language: Language) -> String {
    switch cell {
    case .text(let text): text
    case .localized(let text): text[language]
    case .number(let value): value.plain()
    case .percent(let value): "\(value.plain()) %"
    case .money(let money): money.plain()
    case .date(let date): date.iso()
    case .missing(let text): "(\(text[language]))"
    case .partial(let value, let share):
      "\(shown(value, language)) [\(share.stated)/\(share.of) \(share.members[language]): "
        + "\(share.missing[language])]"
    }
  }

  private let items = """
    teams: [{id: t1, lead: One}, {id: t2, lead: Two}]
    items:
    - {id: a, team: t1, level: high, amount: 10 EUR, size: 3, day: 2027-03, needs: [b, c]}
    - {id: b, team: t2, level: low, amount: {open: later}, size: 1, day: 2026, needs: [c]}
    - {id: c, team: t1, level: high, size: 2, day: 2027-01-15}
    - {id: d, amount: 5 EUR, size: {not-applicable: no}}
    """

  @Test("a group without a key is a row, never dropped; the total is over all elements")
  func groups() {
    let table = """
      each item, grouped by team
      column "Team" team.lead
      column "Items" count
      column "Amount" sum of amount
      column "Open" count where amount is open
      column "Missing" count where amount is missing
      total
      """
    #expect(
      rows(table, items) == [
        "One | 2 | 10 EUR [1/2 items: 1 not stated] | 0 | 1",
        "Two | 1 | (1 open) | 1 | 0",
        "? (not stated) | 1 | 5 EUR | 0 | 0",
        "= Total | 4 | 15 EUR [2/4 items: 1 open, 1 not stated] | 1 | 1",
      ])
  }

  @Test("a closed choice shows every value, zeros too, in its own order")
  func closedChoice() {
    let table = "each item, grouped by level\ncolumn \"Level\" level\ncolumn \"Items\" count\ntotal"
    #expect(
      rows(table, items) == [
        "Low | 1", "Middle | 0", "High | 2", "Dropped | 0", "? (not stated) | 1", "= Total | 4",
      ])
    #expect(rows(table, items, language: .german).first == "niedrig | 1")
  }

  @Test("each of: an element stands in several groups, the total counts it once and says so")
  func eachOf() {
    let table =
      "each item, grouped by each of needs\ncolumn \"Needs\" needs\ncolumn \"Items\" count\ntotal"
    #expect(
      rows(table, items) == [
        "b | 1", "c | 2", "? (not stated) | 2", "= Total | 4",
        "note: An element may stand in several groups; the total counts each element once.",
      ])
  }

  @Test("sorted by a column, smallest or largest first; what has no value comes last")
  func sorting() {
    let table = "each item\ncolumn \"Id\" id\ncolumn \"Size\" size\nsort by \"Size\""
    #expect(
      rows(table, items) == ["b | 1", "c | 2", "a | 3", "d | (does not apply)"])
    #expect(
      rows(table + ", largest first", items) == [
        "a | 3", "c | 2", "b | 1", "d | (does not apply)",
      ])
    let dates = "each item\ncolumn \"Id\" id\ncolumn \"Day\" day\nsort by \"Day\", latest first"
    #expect(
      rows(dates, items) == [
        "a | 2027-03", "c | 2027-01-15", "b | 2026", "d | (not stated)",
      ])
  }

  @Test("where leaves rows out; unknown is not yes")
  func filter() {
    let table = "each item where size is at least 2\ncolumn \"Id\" id"
    #expect(rows(table, items) == ["a", "c"])
  }

  @Test("the state of a field, for completeness")
  func states() {
    let table =
      "each item\ncolumn \"Id\" id\ncolumn \"Amount\" state of amount\ncolumn \"Size\" state of size"
    #expect(
      rows(table, items) == [
        "a | stated | stated", "b | open | stated", "c | not stated | stated",
        "d | stated | does not apply",
      ])
    #expect(rows(table, items, language: .german)[1] == "b | offen | angegeben")
  }

  @Test("cells keep the type of their values")
  func types() {
    let plan = """
      currency: EUR
      items:
      - {id: a, done: yes, quota: 12.5 %, amount: 1 EUR, day: 2027-Q2, level: medium, colour: green, tags: [x, y], team: t1}
      teams: [{id: t1}]
      """
    let table = """
      each item
      column "Done" done
      column "Quota" quota
      column "Amount" amount
      column "Day" day
      column "Level" level
      column "Colour" colour
      column "Tags" tags
      column "Team" team
      column "Count" count of tags
      """
    #expect(
      rows(table, plan) == ["yes | 12.5 % | 1 EUR | 2027-Q2 | Middle | green | x, y | t1 | 2"])
  }

  @Test("a list that is not stated is not counted as none")
  func absentList() {
    let table = "each item\ncolumn \"Id\" id\ncolumn \"Needs\" count of needs"
    #expect(
      rows(table, items) == ["a | 2", "b | 1", "c | (not stated)", "d | (not stated)"])
  }

  @Test("an empty table has its total all the same")
  func empty() {
    let table = "each item\ncolumn \"Id\" id\ncolumn \"Amount\" amount\ntotal"
    #expect(rows(table, "items: []") == ["= Total | 0"])
  }
}
