/// Sound rule files for tests that damage them.
enum Samples {
  static let schema = """
    # What a plan is made of.
    schema plan 1
      "Action plan"  de "Aktionsplan"
    placeholder "k. A.", "tbd"
    choice stage, in order
      draft  "Draft"  de "Entwurf"  also entwurf, "0"
      outside the order
        dropped
    record measure, listed in measures also maßnahmen  "Measure" de "Maßnahme"
      owner   one of committees, else area.owner   # who answers for it
      cost    group
        amount  money, at least 0  "Amount" de "Betrag"
        items   list of cost-item, in order by year
      end     date, to its last day
    extend record measure
      note    text
    notation paper "9999/9999"
    words vague de "prüf*", "abhängig von"
    setting most whole number 5 "Most"
    """

  static let rules = """
    rule owner-stated
      "Every measure has an owner."
      de "Jede Maßnahme hat ein Gremium."
      why "Nobody else \\"answers\\" for it." de "Sonst niemand."
      if broken: warning in draft, error from submitted on
      each measure where status is not dropped
        owner must be stated
        when cost.amount is at least 50 000 EUR
        when any of
          kind is one of a, b
          every goals.name is stated
          sum of cost.items.amount where kind is one-off must be at least 5 % * 2, if stated
      examples with committees a1, a2 and plan { stage: draft }
        passes          { id: M1, owner: a1 }
        fails at owner
          id: M2   # YAML
        does not apply  { status: dropped }

    rule dates
      the plan
        none of these may hold
          start is after end - 30 days
          all of
            start is open
            end does not apply
    """

  static let tables = """
    table costs
      "Costs" de "Kosten"
      each cost-item in cost.items of each measure where kind is a, grouped by kind, each of goals
      column "Kind" de "Art"  kind
      column "Sum"            sum of amount where kind is open counting missing as 0
      column "Number"         count where amount is missing
      sort by "Sum", largest first
      total
    """
}
