import Testing

/// What sums and their kin come to where members stand in another order, or do not apply.
@Suite struct AggregateOutcomeTests {
  @Test("the last of those behind an element is the last in the order of the schema")
  func orderOfSiblings() {
    let trial = Trial(
      body: "last of later.name must be \"z\"", over: "each part in steps of each item",
      plan: Bench.plan(
        """
        items:
          - {id: a, steps: [{name: z, due: 2029}, {name: x, due: 2027}, {name: y, due: 2028}]}
        """))
    #expect(trial.ruleErrors == [])
    // For x and y it is z; behind z there is none.
    #expect(trial.ledger[0].met == 2, "\(trial.lines())")
  }

  @Test("what does not apply is no part of a share, whatever its `where` says")
  func shareOfInapplicable() {
    let trial = Trial(
      body: "share of needs.team.lead where done is yes must be 100 %",
      plan: Bench.plan(
        """
        teams: [{id: t1, lead: A}]
        items:
          - {id: a, needs: [b, c]}
          - {id: b, done: yes, team: t1}
          - {id: c, done: no, team: {not-applicable: nobody}}
        """))
    #expect(trial.ruleErrors == [])
    #expect(trial.ledger[0].met == 1, "\(trial.lines())")
  }
}
