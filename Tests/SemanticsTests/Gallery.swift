/// Wrong rules, each with what is wrong in its name; the golden holds what is said about them.
let gallery: [(name: String, text: String)] =
  scopeGallery + nameGallery + listGallery + phraseGallery + valueGallery + expressionGallery
  + severityGallery + declarationGallery + tableGallery + versionGallery

private func body(_ name: String, _ lines: String, scope: String = "each measure") -> (
  name: String, text: String
) {
  (name, rule(lines, scope: scope))
}

private let versionGallery = [
  body("a former element without an id", "amount must be stated", scope: "each former cost-item"),
  body("a former record that nobody knows", "name must be stated", scope: "each former mesure"),
  body("a former plan", "name must be stated", scope: "each former plan"),
  body(
    "the previous of an element without an id", "amount must be at most previous.amount",
    scope: "each cost-item in cost.items of each measure"),
  body("the version before the previous one", "end-date must be after previous.previous.end-date"),
  body(
    "the previous version of a former element", "name must be the same as previous.name",
    scope: "each former measure"),
  body("previous behind a group", "cost.previous.amount must be stated"),
  body("previous behind a value", "end-date.previous must be stated"),
  body("previous alone", "previous must be stated"),
  body("a misspelt field of the previous version", "name must be the same as previous.nmae"),
  body("a change of the previous version", "previous.name must not change"),
  body("a change of a former element", "name must not change", scope: "each former measure"),
  body("a change of every member", "every milestones.due must not change"),
  body("a change of the document's lists", "plan.measures must not change"),
  body("a change of elements that refer", "measures must not change", scope: "each area"),
  body("a change of an element without an id", "date must not change", scope: "each consultation"),
  body("a change of a sum", "sum of cost.items.amount must not change"),
  body("a change of an element", "owner must be stated\nmeasure must not change"),
  body(
    "other than itself, before", "name must exist in plan.previous.measures.name other than itself"),
  body("unique before", "previous.name must be unique among measures"),
  body(
    "unique among former ones", "name must be unique among measures", scope: "each former measure"),
  (
    "what a former element was before",
    """
    rule r
      "R"
      if broken: error
      each former measure
        name must be stated
      examples with previous { name: x }
        passes { name: x }
        fails { id: M1 }
    """
  ),
  (
    "ids for the previous version",
    """
    rule r
      "R"
      if broken: error
      each measure
        name must not change
      examples with previous M1
        passes { name: x }
        fails { name: y }
    """
  ),
]

private let scopeGallery = [
  body("a misspelt record", "owner must be stated", scope: "each mesure"),
  body("a list for a record", "owner must be stated", scope: "each measures"),
  body("a nested list for a record", "due must be stated", scope: "each milestones"),
  body("a record that is not inside", "name must be stated", scope: "each goal of each measure"),
  body(
    "several places", "amount must be stated", scope: "each cost-item of each measure"),
  body(
    "a place that does not exist", "amount must be stated",
    scope: "each cost-item in cost.itens of each measure"),
  body(
    "a place in several records", "id must be stated", scope: "each indicator in indicators"),
  body("a place of a record that stands alone", "id must be stated", scope: "each goal in goals"),
  body("two unknown records", "id must be stated", scope: "each milestne of each mesure"),
]

private let nameGallery = [
  body("a misspelt field", "onwer must be stated"),
  body("a field that belongs to the plan", "every consultations.date must be stated"),
  body(
    "a field that belongs to the outer element", "start-date must be stated",
    scope: "each milestone of each measure"),
  body(
    "an outer element that the scope does not name", "due must be before measure.end-date",
    scope: "each milestone"),
  body("another record altogether", "goal.name must be stated"),
  body("a plan's spelling", "titel must be stated"),
  body("a field inside a group", "marker must be principal"),
  body("a field inside a group of the plan", "date must be stated", scope: "the plan"),
  body("a misspelt field inside a group", "cost.amont must be stated"),
  body("a misspelt field of the plan", "start-date must be after plan.papr.date"),
  body("a part of a date", "start-date.year must be stated"),
  body("earlier without an order", "start-date must be after latest of earlier.start-date"),
  body(
    "two readings", "every measures where area.owner is missing must be stated",
    scope: "each"
      + " area"),
  body(
    "a mistake on each of three lines",
    "onwer must be stated\nnmae must be stated\nid must be stated"),
]

private let listGallery = [
  body("a group as a value", "cost must be at least 5 EUR"),
  body("a nested record as a value", "contact must be \"Meyer\""),
  body("an element as a value", "owner must be the same as measure"),
  body("a path through a list", "milestones.due must be stated"),
  body(
    "a path through a list in a condition", "when milestones.done is yes\n  name must be stated"),
  body("a path through a list as a bound", "end-date must be after milestones.due"),
  body("a list as a bound", "name must be the same as performers"),
  body("a list that must be a value", "goals must be \"z1\""),
  body("a list in order relations", "when milestones is before 2027\n  name must be stated"),
  body("every without a list", "every owner must be stated"),
  body("every of a sum", "every sum of cost.items.amount must be at least 0"),
  body("every with leads back", "every depends-on must not lead back to itself"),
  body("where without a list", "when owner where name is stated is stated\n  name must be stated"),
  body("where over texts", "every performers where name is stated must be stated"),
]

private let phraseGallery = [
  body("at least for dates", "end-date must be at least start-date"),
  body(
    "less than for dates in a condition", "when end-date is less than 2027\n  name must be stated"),
  body("before for money", "cost.amount must be before 5 EUR"),
  body("an order that a choice does not have", "gender.marker must be at least principal"),
  body("an order of texts", "name must be more than 5"),
  body("include for one value", "owner must include \"a1\""),
  body("include for elements", "milestones must include \"m1\""),
  body("entries of a text", "name must have at most 5 entries"),
  body("words of a list", "performers must have at most 5 words"),
  body("mention in a date", "start-date must mention any of vague-verbs"),
  body("written like of a number", "cost.fte must be written like paper-reference"),
  body("exist in for money", "cost.amount must exist in committees"),
  body("overlap of a text", "name must overlap start-date to end-date"),
  body("stated of a sum", "sum of cost.items.amount must be stated"),
  body("stated, if stated", "owner must be stated, if stated"),
  body("different types", "cost.amount must be the same as cost.fte"),
  body("references to different lists", "owner must be the same as area"),
  body("exist in one value", "owner must exist in area.owner"),
  body("exist in elements without ids", "name must exist in consultations"),
  body("exist among others", "owner must exist in goals"),
  body("an id among references to others", "id must exist in consultations.committee"),
  body("exist in an unknown list", "owner must exist in comittees"),
  body("other than itself elsewhere", "name must not exist in goals.name other than itself"),
  body("unique among an unknown list", "id must be unique among mesures"),
  body("unique among another list", "id must be unique among goals"),
  body("unique of nested elements", "milestones.id must be unique among milestones"),
  body("unique in one of two lists", "cost.extras.name must be unique among extras"),
  body("after for dates in a text", "date in name must be after 2026"),
  body(
    "one of for dates in a text", "when date in name is one of 2026, 2027\n  area must be stated"),
  body("before for yes or no", "continuous must be before 2026"),
  body("before for money, and a date", "cost.amount must be before 2027-03"),
  body("unique of members", "every milestones.id must be unique among measures"),
  body("lead elsewhere", "goals must not lead back to itself"),
  body("lead back of a text", "name must not lead back to itself"),
]

private let valueGallery = [
  body("a misspelt value", "cost.status must be quantifed"),
  body("a value of another choice", "gender.marker must be no-costs"),
  body(
    "a value that an open choice does not have", "role must be notice", scope: "each consultation"),
  body("a plan's spelling of a value", "stage must be entwurf", scope: "the plan"),
  body("a number for a value", "cost.status must be 0"),
  body("a value in quotes", "cost.status must be \"conditional\""),
  body("an id without quotes", "owner must be a7"),
  body("a text without quotes", "name must not be unknown"),
  body("a number in quotes", "cost.fte must be \"5\""),
  body("a date in quotes", "end-date must be before \"2027\""),
  body("a field as a value", "owner must be area.owner"),
  body("empty for left out", "name must be empty"),
  body("not empty for a list", "goals must not be empty"),
  body("filled, if stated", "name must be filled, if stated"),
  body("present for stated", "when owner is present\n  name must be stated"),
  body(
    "not present for members", "when no milestones.name is not present\n  name must be stated"),
  body("a field in include", "depends-on must not include cost.status"),
  body("a field in a list", "performers must include name"),
  body("a reference in references", "when goals includes area\n  name must be stated"),
  body("a list in a list", "goals must include goals"),
  body("an aggregate in a list", "performers must not include first of milestones.name"),
  body("a field among values", "when owner is one of area.owner\n  name must be stated"),
  body("a list after one of", "owner must be one of committees"),
  body(
    "a setting among values",
    "when owner is one of \"a1\", finance-committee\n  name must be stated"),
  body("a setting of another type", "owner must be ceiling"),
  body("an aggregate as a value", "end-date must be latest of milestones.due"),
  body("yes for a date", "end-date must be yes"),
  body("money without a unit", "cost.amount must be at most 50 000"),
  body("a percentage without a sign", "cost.share must be at most 50"),
  body("an unknown unit", "cost.amount must be at most 50 000 EUO"),
  body("days that are not whole", "end-date must be before today + 1.5 days"),
  body("days beyond the calendar", "end-date must be before today + 99999999 days"),
  body("half an entry", "goals must have at least 1.5 entries"),
  body("a day that no calendar has", "end-date must be before 2027-02-30"),
  body(
    "a number with too many digits", "cost.fte must be 1234567890123456789012345678901234567890"),
]

private let expressionGallery = [
  body("a date and a number", "end-date must be after start-date + 30"),
  body("two dates", "end-date must be after start-date + end-date"),
  body("money times money", "cost.amount must be at most ceiling * ceiling"),
  body("a count of rows in a rule", "count must be at least 1"),
  body("a sum of dates", "cost.amount must be at least sum of milestones.due"),
  body("a sum of one value", "cost.amount must be the same as sum of cost.amount"),
  body("a sum of elements", "cost.amount must be the same as sum of cost.items"),
  body("the latest of money", "end-date must be after latest of cost.items.amount"),
  body("the first without an order", "name must be the same as first of goals.name"),
  body("a share without a condition", "share of goals must be at least 50 %"),
  body("missing as zero in a count", "count of goals counting missing as 0 must be at least 1"),
  body("an unknown notation", "name must be written like paper-referense"),
  body("an unknown word list", "name must avoid all of vage-verbs"),
  body("a state in a rule", "state of name must be the same as \"stated\""),
  body("a notation in a number", "every paper-reference in cost.fte must be stated"),
  body("a date in a number", "every date in cost.fte must be stated"),
  body("a date in a text as a text", "every date in name must be written like paper-reference"),
  body("a notation that is nearly a date", "every dates in name must be after 2027"),
]

private let severityGallery = [
  ("no severity", ruleParts("")),
  ("an unknown stage", ruleParts("  if broken: warning in drat, error from submitted on\n")),
  ("a stage without a severity", ruleParts("  if broken: error from submitted on\n")),
  (
    "a stage with two severities", ruleParts("  if broken: warning in draft, error from draft on\n")
  ),
  ("a gap in unclear", ruleParts("  if broken: error\n  if unclear: note in draft, adopted\n")),
].map { (name: $0.0, text: $0.1) }

private func ruleParts(_ severities: String) -> String {
  rule("owner must be stated").replacing("  if broken: error\n", with: severities)
}

private let declarationGallery = [
  ("a notation called date", "notation date \"9999\"\n"),
  ("two rules of one name", rule("owner must be stated") + rule("area must be stated")),
  ("a rule without a title", rule("owner must be stated").replacing(quotedTitle, with: "")),
  ("a rule without examples", withoutExamples("owner must be stated")),
  (
    "a condition without an unclear example",
    rule("when name is \"x\"\n  area must be stated").replacing(
      "    unclear { id: M3 }\n", with: "")
  ),
  (
    "an example at an unknown field",
    rule("owner must be stated").replacing("fails {", with: "fails at onwer {")
  ),
  (
    "an unknown context",
    rule("owner must be stated").replacing("examples\n", with: "examples with comittees a1, a2\n")
  ),
  ("a notation that is none", "notation broken \"99/99\", \"Nr 9\"\n"),
  (
    "a broken notation in use",
    "notation broken \"Nr\"\n" + rule("name must be written like broken")
  ),
  ("a word list that is wrong", "words odd de \"*prüf\"\n" + rule("name must avoid all of odd")),
  ("an empty word", "words odd \"prüf*\", \" \"\n" + rule("name must avoid all of odd")),
  (
    "a day that no calendar has in an example",
    rule("end-date must be before today").replacing(
      "examples\n", with: "examples with today 2027-02-30\n")
  ),
  (
    "a word for a date in an example",
    rule("end-date must be before today").replacing(
      "examples\n", with: "examples with today bald\n")
  ),
  ("a setting without a value", "setting most number\n"),
  ("a setting of the wrong type", "setting most money 50 000\n"),
  ("a setting of an unknown value", "setting which choice marker major\n"),
  ("a setting that is a list", "setting many some of goals \"z1\"\n"),
  ("a setting of an unknown choice", "setting which choice makrer principal\n"),
  ("a whole number with a fraction", "setting many whole number 1.5\n"),
  (
    "a setting named like a field",
    "setting description text \"x\" \"T\"\n" + rule("name must be the same as description")
  ),
  (
    "a setting named like a value",
    "setting draft choice stage submitted\n"
      + rule("stage must be at least draft", scope: "the plan")
  ),
  ("two settings of one name", "setting ceiling number 5\n"),
].map { (name: $0.0, text: $0.1) }

private let quotedTitle = "  \"A title\" de \"Ein Titel\"\n"

private func withoutExamples(_ lines: String) -> String {
  let text = rule(lines)
  return text.split(separator: "  examples").first.map(String.init) ?? text
}

private let tableGallery = [
  ("grouped by a list", table("each measure, grouped by goals", "count")),
  ("each of without a list", table("each measure, grouped by each of owner", "count")),
  ("grouped by elements", table("each measure, grouped by each of milestones", "count")),
  ("grouped by an unknown field", table("each measure, grouped by onwer", "count")),
  ("no key", table("each measure, grouped by owner", "name")),
  ("an amount that is no key", table("each measure, grouped by owner", "cost.amount")),
  ("a key's unknown field", table("each measure, grouped by owner", "owner.nam")),
  ("the state of a group", table("each measure, grouped by owner", "state of name")),
  ("a count without groups", table("each measure", "count")),
  ("a list of elements in a cell", table("each measure", "milestones")),
  ("a path through a list in a cell", table("each measure", "milestones.due")),
  ("an unknown column", table("each measure", "name\n  sort by \"Colum\"")),
  ("two columns of one title", table("each measure", "name\n  column \"Column\" id")),
  ("two tables of one name", table("each measure", "name") + table("each goal", "name")),
  ("columns for a list", table("each measure", "name\n  columns each goals\n    count")),
  ("columns through a list", table("each measure", "name\n  columns each goals.name\n    count")),
  ("columns for a group", table("each measure", "name\n  columns each cost\n    count")),
  ("columns for texts", table("each measure", "name\n  columns each name\n    count")),
  ("columns for amounts", table("each measure", "name\n  columns each cost.amount\n    count")),
  ("columns of an unknown field", table("each measure", "name\n  columns each stattus\n    count")),
  (
    "two cells without a title",
    table("each measure", "name\n  columns each owner\n    count\n    sum of cost.amount")
  ),
  ("a field in a cell", table("each measure", "name\n  columns each owner\n    name")),
  ("bars of texts", table("each measure", "name\n  chart bars of \"Column\"")),
  ("bars of an unknown column", table("each measure", "cost.amount\n  chart bars of \"Colum\"")),
  (
    "stacked bars of different types",
    table(
      "each measure",
      "cost.amount\n  column \"Other\" cost.fte\n  chart stacked bars of \"Column\", \"Other\"")
  ),
  (
    "a timeline of amounts",
    table(
      "each measure",
      "start-date\n  column \"Other\" cost.fte\n  chart timeline of \"Column\" to \"Other\"")
  ),
  (
    "a graph of groups",
    table("each measure, grouped by owner", "count\n  chart graph of depends-on")
  ),
  ("a graph that leads elsewhere", table("each measure", "name\n  chart graph of goals")),
  ("findings in a rule", rule("severity must be error", scope: "each finding")),
  ("findings in a section", report("section \"A\" for each finding")),
  (
    "a report with an unknown table",
    report("section \"A\"\n    table tt")
  ),
  ("a report with an unknown text", report("section \"A\"\n    text motion.txt")),
  ("a report with a group as text", report("section \"A\"\n    text motion")),
  ("a report with a list of elements", report("section \"A\"\n    text consultations")),
  (
    "two reports of one name",
    report("section \"A\"\n    ledger") + report("section \"B\"\n    ledger")
  ),
  (
    "a condition with a mistake",
    table("each measure, grouped by owner", "count where cost.amount is opn")
  ),
].map { (name: $0.0, text: $0.1) }

private func report(_ section: String) -> String {
  "report r\n  \"A report\"\n  \(section)\n"
}

private func table(_ scope: String, _ column: String) -> String {
  "table t\n  \"A table\"\n  \(scope)\n  column \"Column\" \(column)\n"
}
