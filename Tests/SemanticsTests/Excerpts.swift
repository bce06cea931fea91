/// Rules in the forms that the language's reference shows, over the schema of the tests.
let goodRules = [
  goodRule("owner", "each measure", "owner must be stated"),
  goodRule(
    "gender", "each measure",
    "when gender.marker is one of significant, principal\n  gender.note must be stated"),
  goodRule(
    "costs", "each measure",
    """
    any of these must hold
      cost.amount is stated
      cost.status is no-costs
      all of
        cost.status is conditional
        depends-on is stated
    """),
  goodRule("in-order", "each measure", "end-date must be on or after start-date, if stated"),
  goodRule(
    "within", "each milestone of each measure",
    "due must lie within measure.start-date to measure.end-date, if stated"),
  goodRule("milestones", "each measure", "every milestones.due must be on or before end-date"),
  goodRule("decision", "the plan", "at least one consultations.authoritative must be yes"),
  goodRule(
    "never", "each measure", "when no milestones.done is yes\n  continuous must be yes"),
  goodRule(
    "filter", "each measure",
    "every milestones.due where done is no must be after today + 30"
      + " days"),
  goodRule("deep", "each area", "every measures.milestones must be stated"),
  goodRule("lists", "the plan", "every measures.goals must have at least 1 entry"),
  goodRule("inverse", "each goal", "measures must have at least 1 entry"),
  goodRule(
    "sum", "each measure",
    "cost.amount must be the same as sum of cost.items.amount where year is stated counting"
      + " missing as 0"
  ),
  goodRule(
    "total", "the plan",
    "total must be at least sum of measures.cost.amount where cost.status is quantified"),
  goodRule("share", "each measure", "share of milestones where done is yes must be at least 50 %"),
  goodRule("steps", "each consultation", "date must be after latest of earlier.date, if stated"),
  goodRule("last", "the plan", "last of consultations.authoritative must be yes"),
  goodRule("setting", "each goal", "indicators must have at most most-indicators entries"),
  goodRule(
    "committee", "the plan",
    "when total is more than ceiling\n  at least one consultations.committee must be"
      + " finance-committee"
  ),
  goodRule("text", "each measure", "name must not mention any of vague-verbs, \"evtl*\""),
  goodRule("routing", "each measure", "owner must exist in consultations.committee"),
  goodRule("ids", "each measure", "owner must exist in committees.id"),
  goodRule("own-id", "each committee", "id must exist in plan.consultations.committee"),
  goodRule("list", "the plan", "every refers-to must exist in paper.annexes"),
  goodRule("names", "each measure", "name must not exist in measures.name other than itself"),
  goodRule("unique", "each indicator of each measure", "id must be unique among all indicators"),
  goodRule("circle", "each measure", "depends-on must not lead back to itself, if stated"),
  goodRule(
    "place", "each cost-item in cost.items of each measure",
    "amount must be at most measure.cost.amount"),
  goodRule("arithmetic", "each measure", "cost.amount must be at most ceiling * 2 + 10 000 EUR"),
  goodRule(
    "start", "each measure where start-date is stated",
    "end-date must be before start-date + 5 years"),
  goodRule("include", "each measure", "goals must include \"z1\""),
  goodRule(
    "papers", "the plan", "every paper-reference in name must be written like paper-reference"),
  goodRule("dates", "each measure", "every date in name must be on or before end-date, if stated"),
  goodRule("order", "the plan", "stage must be at least submitted"),
  goodRule(
    "inner", "each goal",
    "when at least one measures where milestones has at least 1 entry is stated\n  name must be"
      + " stated"
  ),
  goodRule("contained", "each measure", "every depends-on.end-date must be before start-date"),
]

private func goodRule(_ name: String, _ scope: String, _ body: String) -> String {
  rule(body, scope: scope, named: name)
}

/// Tables in the forms that the language's reference shows.
let goodTables = """
  table cost-by-committee
    "Cost by committee"  de "Kosten je Gremium"
    each measure, grouped by owner
    column "Committee"      de "Gremium"      owner.name
    column "Measures"       de "Maßnahmen"    count
    column "Cost"           de "Kosten"       sum of cost.amount
    column "Not yet known"  de "noch offen"   count where cost.amount is open
    column "Rest"           de "Rest"         ceiling - sum of cost.amount
    sort by "Kosten", largest first
    total

  table by-goal
    "By goal"
    each measure, grouped by each of goals
    column "Goal"    goals.name
    column "Id"      goals
    column "Latest"  latest of milestones.due where done is no

  table measures
    "Measures"
    each measure
    column "Name"        name
    column "Goals"       goals
    column "Cost"        state of cost.amount
    column "Milestones"  count of milestones where done is yes
    sort by "Name"

  table whole
    "Plan"
    the plan
    column "Measures"  count of measures
    column "Cost"      sum of measures.cost.amount

  """
