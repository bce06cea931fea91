import Testing

/// A line of a rule and its outcome for each state of the field that it asks for.
struct OutcomeRow: Sendable, CustomTestStringConvertible {
  let line: String
  let field: String
  let fits: String?
  let doesNot: String?
  /// Text that the field's type cannot read.
  let malformed: String
  /// For fits, does not, open, not applicable, empty, absent, malformed: M met, V violated,
  /// U undetermined, - not applicable; a point where there is no such state.
  let outcomes: String

  init(
    _ line: String, _ field: String, fits: String?, not doesNot: String?,
    malformed: String = "[[x]]", _ outcomes: String
  ) {
    self.line = line
    self.field = field
    self.fits = fits
    self.doesNot = doesNot
    self.malformed = malformed
    self.outcomes = outcomes
  }

  var testDescription: String { line }

  /// The only item of the plan in each of the seven states.
  var items: [String?] {
    let open = "{open: \"later\", until: 2027-03-31, by: t1}"
    let values = [fits, doesNot, open, "{not-applicable: \"none\"}", "\"\""]
    return values.map { $0.map(item) } + ["{id: a}", item(malformed)]
  }

  private func item(_ value: String) -> String {
    let parts = field.split(separator: ".")
    guard parts.count == 2 else { return "{id: a, \(field): \(value)}" }
    return "{id: a, \(parts[0]): {\(parts[1]): \(value)}}"
  }

  /// What came of the line in each state.
  func judged(asCondition: Bool) -> String {
    let body = asCondition ? "when \(line)\n  id must be stated" : line
    let rules = TrialRules(Bench.rule(body))
    return items.map { item -> String in
      guard let item else { return "." }
      let plan = Bench.plan("teams:\n- {id: t1}\n- {id: t2}\nitems:\n- \(item)\n")
      return Trial(rules, plan: plan).outcome
    }.joined(separator: " ")
  }
}

@Suite("Every requirement and condition has its outcome in every state of a field")
struct OutcomeTableTests {
  @Test("requirements about the state", arguments: OutcomeRow.stateRequirements)
  func stateRequirement(_ row: OutcomeRow) {
    #expect(row.judged(asCondition: false) == row.outcomes)
  }

  @Test("conditions about the state are certain in every column", arguments: OutcomeRow.stateConditions)
  func stateCondition(_ row: OutcomeRow) {
    #expect(row.judged(asCondition: true) == row.outcomes)
  }

  @Test("requirements about the value", arguments: OutcomeRow.values)
  func requirement(_ row: OutcomeRow) {
    #expect(row.judged(asCondition: false) == row.outcomes)
  }

  @Test("the same, if stated", arguments: OutcomeRow.values)
  func ifStated(_ row: OutcomeRow) {
    let optional = OutcomeRow(
      row.line + ", if stated", row.field, fits: row.fits, not: row.doesNot,
      malformed: row.malformed, String(row.outcomes.prefix(4)) + "- - - - V")
    #expect(optional.judged(asCondition: false) == optional.outcomes)
  }

  @Test("conditions about the value", arguments: OutcomeRow.valueConditions)
  func condition(_ row: OutcomeRow) {
    #expect(row.judged(asCondition: true) == row.outcomes)
  }

  @Test("lists as a whole", arguments: OutcomeRow.lists)
  func list(_ row: OutcomeRow) {
    #expect(row.judged(asCondition: false) == row.outcomes)
  }

  @Test("lists as a whole in conditions", arguments: OutcomeRow.listConditions)
  func listCondition(_ row: OutcomeRow) {
    #expect(row.judged(asCondition: true) == row.outcomes)
  }

  @Test("groups", arguments: OutcomeRow.groups)
  func group(_ row: OutcomeRow) {
    #expect(row.judged(asCondition: false) == row.outcomes)
  }

  @Test("what stands in a group takes the group's state")
  func leavesOfGroups() {
    func outcome(_ box: String, _ line: String) -> String {
      Trial(body: line, plan: Bench.plan("items:\n- {id: a\(box)}\n")).outcome
    }
    #expect(outcome(", box: {open: \"later\"}", "box.note must be answered") == "M")
    #expect(outcome(", box: {not-applicable: \"no\"}", "box.note must be \"x\"") == "-")
    #expect(outcome(", box: {}", "box.note must be stated") == "V")
    #expect(outcome("", "box.note must be left out") == "M")
    #expect(outcome(", box: {weight: 1}", "box.note must be left out") == "M")
  }
}
