import Diagnostics
import Evaluation
import Reporting
import Testing
import Values

@Suite("Tables count every element and say what they do not know")
struct TableTests {
  /// The rows of a table as texts: totals begin with `=`, groups without a key with `?`.
  private func rows(
    _ body: String, _ plan: String, schema: String = Bench.schema, language: Language = .english
  ) -> [String] {
    let text =
      "table t\n  \"Table\" de \"Tabelle\"\n"
      + body.split(separator: "\n").map { "  \($0)\n" }.joined()
    let trial = Trial(text, plan: Bench.plan(plan), schema: schema)
    guard trial.ruleErrors.isEmpty, let table = trial.program.tables.first else {
      return trial.ruleErrors
    }
    let made = makeTable(
      table, of: trial.program, plan: trial.plan, options: EvaluationOptions())
    let head =
      table.columnsEach == nil
      ? [] : [made.columns.map { $0.title[language] }.joined(separator: " | ")]
    return head
      + made.rows.map { row in
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
    case .computedPercent(let value): "\(value.plain()) % computed"
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

  @Test("what lies behind a name that leads to no element is not known")
  func openNames() {
    let table = "each item\ncolumn \"Team\" team\ncolumn \"Lead\" team.lead"
    let plan = """
      teams: [{id: t1, lead: Ay}, {id: t2}]
      items: [{id: a, team: t1}, {id: b, team: Verein}, {id: c, team: t2}, {id: d}]
      """
    let schema = Bench.schema.replacing(
      "team one of teams, seen", with: "team one of teams, open, seen")
    #expect(
      rows(table, plan, schema: schema) == [
        "t1 | Ay", "Verein | (not known)", "t2 | (not stated)", "(not stated) | (not stated)",
      ])
  }

  @Test("each of: elements without entries stand in one row, whether the list is empty or absent")
  func eachOfNothing() {
    let table = """
      each item, grouped by each of needs
      column "Needs" needs.id
      column "Items" count
      """
    let plan = """
      items: [{id: a, needs: [b]}, {id: b, needs: []}, {id: c}, {id: d, needs: {open: x}}]
      """
    let gaps = rows(table, plan).filter { $0.hasPrefix("? ") }
    #expect(gaps == ["? (not stated) | 2", "? (open) | 1"])
  }

  @Test("a count with a condition says of how many of all members it is known")
  func partialCounts() {
    let table = """
      each item
      column "Item" id
      column "Dear" count of parts where amount is more than 5 EUR
      column "Sum" sum of parts.amount
      """
    let plan = """
      items:
      - {id: a, parts: [{amount: 10 EUR}, {id: p}, {amount: 3 EUR}]}
      - {id: b, parts: [{amount: 1 EUR}, {id: p}]}
      """
    let english = rows(table, plan)
    #expect(english.contains { $0.contains("1 [2/3 entries: 1 not stated] | 13 EUR [2/3 entries") })
    #expect(english.contains { $0.hasPrefix("b | 0 [1/2 entries: 1 not stated]") })
    #expect(rows(table, plan, language: .german).contains { $0.contains("2/3 Einträgen: 1 ohne") })
  }

  @Test("a list that is not stated is not counted as none")
  func absentList() {
    let table = "each item\ncolumn \"Id\" id\ncolumn \"Needs\" count of needs"
    #expect(
      rows(table, items) == ["a | 2", "b | 1", "c | (not stated)", "d | (not stated)"])
  }

  @Test("a column goes on from the entry of a list that the table is grouped by")
  func eachOfGoesOn() {
    let table = """
      each item, grouped by each of needs
      column "Name" needs.name
      column "Team" needs.team.lead
      column "Items" count
      """
    let plan = items.replacing("{id: b,", with: "{id: b, name: Second,")
    #expect(
      rows(table, plan) == [
        "Second | Two | 1", "(not stated) | One | 2", "? (not stated) | (not stated) | 2",
      ])
  }

  @Test("two keys: each column shows its own, and groups of one key stand together")
  func twoKeys() {
    let table = """
      each item, grouped by level, each of needs
      column "Level" level
      column "Needs" needs
      column "Items" count
      """
    #expect(
      rows(table, items) == [
        "Low | c | 1", "High | b | 1", "High | c | 1", "? High | (not stated) | 1",
        "? (not stated) | (not stated) | 1",
      ])
  }

  @Test("columns each: one column for each value, sorted, gaps last; the total is over all")
  func columnsEach() {
    let table = """
      each item, grouped by team
      column "Team" team.lead
      columns each day
        sum of size
      total
      """
    #expect(
      rows(table, items) == [
        "Team | 2026 | March 2027 | 15 January 2027 | not stated".replacing(
          "March 2027 | 15 January 2027", with: "15 January 2027 | March 2027"),
        "One | 0 | 2 | 3 | 0", "Two | 1 | 0 | 0 | 0", "? (not stated) | 0 | 0 | 0 | 0",
        "= Total | 1 | 2 | 3 | 0",
      ])
  }

  @Test("columns each: all values of a closed choice, names of references, several cells")
  func columnsEachOfChoicesAndReferences() {
    let choice = "each item\ncolumn \"Id\" id\ncolumns each level\n  count\ntotal"
    #expect(
      rows(choice, items) == [
        "Id | Low | Middle | High | Dropped | not stated", "a |  |  | 1 |  | ", "b | 1 |  |  |  | ",
        "c |  |  | 1 |  | ", "d |  |  |  |  | 1", "= Total | 1 | 0 | 2 | 0 | 1",
      ])
    let references = """
      each item, grouped by level
      column "Level" level
      columns each team
        "Items" de "Posten" count
        "Amount" de "Betrag" sum of amount
      """
    let made = rows(references, items)
    #expect(
      made.first
        == "Level | t1 · Items | t1 · Amount | t2 · Items | t2 · Amount | not stated · Items | not stated · Amount"
    )
    #expect(
      rows(references, items, language: .german).first?.hasPrefix("Level | t1 · Posten") == true)
    #expect(made.contains("Low | 0 | 0 EUR | 1 | (1 open) | 0 | 0 EUR"))
  }

  @Test("a computed share is told apart from a percentage that is written")
  func shares() {
    let table =
      "each team\ncolumn \"Id\" id\ncolumn \"Done\" share of items where done is yes"
    let plan = """
      teams: [{id: t1}]
      items: [{id: a, team: t1, done: yes}, {id: b, team: t1, done: no}, {id: c, team: t1, done: no}]
      """
    #expect(rows(table, plan) == ["t1 | 33.333333 % computed"])
    #expect(
      ReportTable.Cell.computedPercent(Decimal(mantissa: 6_666_667, scale: 5)!).text(.german)
        == "66,7\u{A0}%")
    #expect(ReportTable.Cell.percent(Decimal(mantissa: 3333, scale: 2)!).text(.english) == "33.33%")
  }

  @Test("dates stand as they were written, and sort as they are read")
  func writtenDates() {
    let plan = """
      items:
      - {id: a, end: 2027}
      - {id: b, end: 2027-03-31}
      - {id: c, end: 2026-Q4}
      """
    let table = "each item\ncolumn \"Id\" id\ncolumn \"End\" end\nsort by \"End\""
    #expect(rows(table, plan) == ["c | 2026-Q4", "b | 2027-03-31", "a | 2027"])
  }

  // MARK: - Charts

  private func charts(_ body: String, _ plan: String) -> [ReportChart] {
    let text = "table t\n" + body.split(separator: "\n").map { "  \($0)\n" }.joined()
    let trial = Trial(text, plan: Bench.plan(plan))
    guard trial.ruleErrors.isEmpty, let table = trial.program.tables.first else { return [] }
    return makeTable(table, of: trial.program, plan: trial.plan, options: EvaluationOptions())
      .charts
  }

  @Test("bars leave out the total and say which rows have no value")
  func bars() {
    let made = charts(
      """
      each item, grouped by team
      column "Team" team.lead
      columns each level
        count
      column "Amount" sum of amount
      total
      chart bars of "Amount"
      """, items)
    #expect(
      made.map { $0.alternative(.english) } == [
        "Bars of Amount – largest: One (€10 (1 of 2)); smallest: not stated (€5); 1 without a value."
      ])
    guard case .bars(let bars)? = made.first else { return }
    #expect(bars.bars.map { $0.length } == [Decimal(10), nil, Decimal(5)])
  }

  @Test("a timeline reads a start from its first day and an end to its last")
  func timeline() {
    let made = charts(
      """
      each item
      column "Id" id
      column "Start" start
      column "End" end
      chart timeline of "Start" to "End"
      """,
      "items: [{id: a, start: 2027, end: 2028}, {id: b, start: 2026-Q2}, {id: c}]")
    #expect(
      made.map { $0.alternative(.german) } == [
        "Zeitleiste: Start bis End – zuerst: b (2. Quartal 2026); letztes Ende: a (2028); "
          + "1 ohne Beginn; 2 ohne Ende."
      ])
  }

  @Test("a graph holds what rows lead to, and finds its cycles")
  func graph() {
    let made = charts(
      "each item where size is at least 2\ncolumn \"Id\" id\nchart graph of needs",
      """
      items:
      - {id: a, size: 2, needs: [b, c, b]}
      - {id: b, size: 2, needs: [a]}
      - {id: c, size: 1, needs: [d]}
      - {id: d, size: 3, needs: {open: later}}
      """)
    guard case .graph(let graph)? = made.first else {
      Issue.record("no graph")
      return
    }
    #expect(graph.nodes.map(\.id) == ["a", "b", "d", "c"])
    #expect(graph.nodes.map(\.targets) == [[1, 3], [0], [], []])
    #expect(graph.nodes.map(\.isOutside) == [false, false, false, true])
    #expect(graph.nodesInCycles == [0, 1])
    #expect(
      made[0].alternative(.english)
        == "Graph of Needs – 3 links from 2 of 4 elements; in a cycle: a, b; 1 without a statement."
    )
  }

  @Test("an empty table has its total all the same")
  func empty() {
    let table = "each item\ncolumn \"Id\" id\ncolumn \"Amount\" amount\ntotal"
    #expect(rows(table, "items: []") == ["= Total | 0"])
  }
}
