import RuleSyntax
import SourceText
import Testing

/// The blocks of the language's reference, each with what must be read out of it.
@Suite struct LanguageTests {
  /// The outline of a text that must be free of findings.
  private func outline(_ text: String) -> String {
    let (tree, findings) = parsed(text)
    #expect(findings.isEmpty, "\(rendered(findings, in: .english))")
    return Outline(tree).text
  }

  @Test func schema() {
    let text = """
      schema plan 1
        "Action plan"                       de "Aktionsplan"

      placeholder "k. A.", "N.N.", "tbd", "-"

      choice stage, in order
        draft      "Draft"                  de "Entwurf"
        submitted  "Submitted"              de "Eingebracht"
        adopted    "Adopted"                de "Beschlossen"   also beschlossen, 3, "in Kraft"
        outside the order
          dropped  "Dropped"                de "Verworfen"

      choice role, open, in order
        notice

      record plan                           # exactly one: the document's own fields
        stage          choice stage         # what severities read
        motion         group
          text         text                 de "Antrag"
        consultations  list of consultation, in order

      record measure, listed in measures also maßnahmen  "Measure"   # Maßnahme
        de "Maßnahme"
        id          identifier              de "Nr."
        name        text                    de "Titel"                    also titel
        area        one of areas, seen from there as measures
        owner       one of committees, else area.owner
        partner     one of committees, open, else area.owner
        role        choice role, open
        start-date  date, from its first day
        end-date    date, to its last day
        depends-on  some of measures
        public      yes or no
        share       percent
        weight      whole number, at least 1
        cost        group
          status      choice cost-status
          amount      money, at least 0 EUR
          items       list of cost-item, in order by year
          years       list of whole number

      extend record measure
        note text "Note" de "Hinweis" also hinweis, "n. b."
      extend choice role
        hearing
      """
    #expect(
      outline(text) == """
        schema plan 1 "Action plan" de "Aktionsplan"
        placeholder k. A. / N.N. / tbd / -
        choice stage ordered
          draft "Draft" de "Entwurf"
          submitted "Submitted" de "Eingebracht"
          adopted "Adopted" de "Beschlossen" also beschlossen / 3 / in Kraft
          dropped outside "Dropped" de "Verworfen"
        choice role ordered open
          notice
        record plan
          stage: choice stage
          motion: group
            text: text de "Antrag"
          consultations: list(record consultation) ordered
        record measure in measures also maßnahmen "Measure" de "Maßnahme"
          id: identifier de "Nr."
          name: text de "Titel" also titel
          area: one of areas inverse measures
          owner: one of committees else area.owner
          partner: one of committees open else area.owner
          role: choice role open
          start-date: date fromFirstDay
          end-date: date toLastDay
          depends-on: some of measures
          public: yesOrNo
          share: percent
          weight: wholeNumber ≥ 1
          cost: group
            status: choice cost-status
            amount: money ≥ 0 EUR
            items: list(record cost-item) by year
            years: list(wholeNumber)
        extend record measure
          note: text "Note" de "Hinweis" also hinweis / n. b.
        extend choice role
          hearing

        """)
  }

  @Test func rules() {
    let text = """
      rule owner-stated
        "Every measure has an owner committee."
        de "Jede Maßnahme hat ein federführendes Gremium."
        why "A measure that nobody answers for is not carried out."
        if broken: warning in draft, error from submitted on

        each measure
          owner must be stated

        examples with committees a1, a2
          passes          { id: M1, owner: a1 }
          fails at owner  { id: M2 }

      rule gender-aspects-noted
        "Gender aspects are noted where a measure affects one gender specially."
        if broken: error
        if unclear: warning in draft, submitted, off in lost, error from adopted on
        if open: note
        each measure
          when gender.marker is one of significant, principal
            gender.note must be stated
        examples
          passes                    { gender: { marker: significant, note: "…" } }
          fails at gender.note      { gender: { marker: principal } }
          unclear at gender.marker  { id: M3 }
          does not apply            { gender: { marker: not-targeted } }

      rule cost-answered
        "Costs are stated, or there are none, or what they depend on is named."
        if broken: warning in draft, error from submitted on
        each measure
          any of these must hold
            cost.amount is stated
            cost.status is no-costs
            all of
              cost.status is conditional
              cost.depends-on is stated
      """
    #expect(
      outline(text) == """
        rule owner-stated "Every measure has an owner committee." \
        de "Jede Maßnahme hat ein federführendes Gremium."
          why "A measure that nobody answers for is not carried out."
          if broken: warning in draft; error from submitted
          each measure
            must: owner stated
          examples
            with committees ["a1", "a2"]
            passes <{ id: M1, owner: a1 }>
            fails at owner <{ id: M2 }>
        rule gender-aspects-noted \
        "Gender aspects are noted where a measure affects one gender specially."
          if broken: error
          if unclear: warning in draft+submitted; off in lost; error from adopted
          if open: note
          each measure
            when gender.marker oneOf(significant, principal)
              must: gender.note stated
          examples
            passes <{ gender: { marker: significant, note: "…" } }>
            fails at gender.note <{ gender: { marker: principal } }>
            unclear at gender.marker <{ id: M3 }>
            doesNotApply <{ gender: { marker: not-targeted } }>
        rule cost-answered "Costs are stated, or there are none, or what they depend on is named."
          if broken: warning in draft; error from submitted
          each measure
            must: any[cost.amount stated | cost.status equal(no-costs) | \
        all[cost.status equal(conditional) | cost.depends-on stated]]

        """)
  }

  @Test func tables() {
    let text = """
      table cost-by-committee
        "Cost by committee"                 de "Kosten je Gremium"
        each measure, grouped by owner
        column "Committee"        de "Gremium"            owner.name
        column "Measures"         de "Maßnahmen"          count
        column "Cost"             de "Kosten"             sum of cost.amount
        column "Not yet known"    de "noch offen"         count where cost.amount is open
        column "State"                                    state of cost.amount
        sort by "Cost", largest first
        sort by "Committee"
        total

      table by-goal
        each cost-item of each measure where kind is one of one-off, recurring, grouped by kind, each of measure.goals
        column de "Anteil" share of amount where kind is one-off
        sort by "Anteil", earliest first

      table whole
        the plan
        column "Sum" sum of measures.cost.amount counting missing as 0
      """
    #expect(
      outline(text) == """
        table cost-by-committee "Cost by committee" de "Kosten je Gremium"
          each measure
          by owner
          column "Committee" de "Gremium": owner.name
          column "Measures" de "Maßnahmen": count(rows)
          column "Cost" de "Kosten": sum(cost.amount)
          column "Not yet known" de "noch offen": count(rows where (cost.amount open))
          column "State": state(cost.amount)
          sort "Cost" descending
          sort "Committee"
          total
        table by-goal
          each cost-item of measure where (kind oneOf(one-off, recurring))
          by kind
          by each of measure.goals
          column de "Anteil": share(amount where (kind equal(one-off)))
          sort "Anteil"
        table whole
          the plan
          column "Sum": sum(measures.cost.amount missing=0)

        """)
  }

  @Test func namedParts() {
    let text = #"""
      notation paper-reference "9999/9999", "9999/9999 'N'9"
      notation annex
        "'Anlage' 9*",
          "'Anl.' 9*"
      words vague-verbs de "prüf*", "abhängig von" en "consider*"
      words fillers
        "etc."
        de "usw.", "u. a."
      setting most-indicators whole number 5 "Indicators per goal"
      setting finance-committee one of committees "Finance" de "Finanzen"
      setting house text "Rathaus \"Mitte\"\n" "Town hall"
      setting threshold money 50 000 EUR
      setting since date 2027-Q3
        "Since" de "Seit"
      setting guests some of committees, open
      """#
    #expect(
      outline(text) == """
        notation paper-reference 9999/9999 / 9999/9999 'N'9
        notation annex 'Anlage' 9* / 'Anl.' 9*
        words vague-verbs de prüf* / abhängig von en consider*
        words fillers etc. de usw. / u. a. en
        setting most-indicators: wholeNumber = 5 "Indicators per goal"
        setting finance-committee: one of committees "Finance" de "Finanzen"
        setting house: text = "Rathaus "Mitte"\n" "Town hall"
        setting threshold: money = 50000 EUR
        setting since: date = 2027-Q3 "Since" de "Seit"
        setting guests: some of committees open

        """)
  }

  @Test func columnsEachAndCharts() {
    let text = """
      table cost-by-year
        each cost-item of each measure, grouped by kind
        column "Kind"     de "Art"          kind
        columns each year
          "Cost" de "Kosten" sum of amount
          "Items" count
        column "Sum" sum of amount
        total
        chart bars of "Sum"
        chart stacked bars of "Sum", "Other"

      table schedule
        each measure
        columns each status
          count
        chart timeline of "Start" to "End"
        chart graph of depends-on
      """
    let (tree, findings) = parsed(text)
    #expect(findings.map(\.code) == [])
    #expect(
      Outline(tree).text == """
        table cost-by-year
          each cost-item of measure
          by kind
          column "Kind" de "Art": kind
          column "Sum": sum(amount)
          columns each year at 1
            cell "Cost" de "Kosten": sum(amount)
            cell "Items": count(rows)
          total
          chart bars "Sum"
          chart stacked Sum / Other
        table schedule
          each measure
          columns each status at 0
            cell: count(rows)
          chart timeline "Start" to "End"
          chart graph depends-on

        """)
  }

  @Test func reports() {
    let text = """
      report council-paper
        "Council paper" de "Beschlussdrucksache"
        section "Motion" de "Antrag"
          text motion.text
          summary
        section "Costs"
          de "Kosten"
          table cost-by-year
          section "Open"
            findings
            ledger
        section "Sheets" for each measure where status is planned
        section "Names" for each goal
          text name
      """
    let (tree, findings) = parsed(text)
    #expect(findings.map(\.code) == [])
    #expect(
      Outline(tree).text == """
        report council-paper "Council paper" de "Beschlussdrucksache"
          section "Motion" de "Antrag"
            text motion.text
            summary
          section "Costs" de "Kosten"
            table cost-by-year
            section "Open"
              findings
              ledger
          section "Sheets" for each measure where (status equal(planned))
          section "Names" for each goal
            text name

        """)
  }

  @Test func thePreviousVersion() {
    let (tree, findings) = parsed(
      """
      rule gone
        each former measure where area.previous.name is stated
          id must exist in plan.previous.measures
      rule moved
        each former
          name must not change
      """)
    #expect(findings.isEmpty)
    #expect(
      Outline(tree).text == """
        rule gone
          each former measure where (area.previous.name stated)
            must: id existing(plan.previous.measures)
        rule moved
          each former
            must: name not changed

        """)
  }
}
