/// A schema with every type of field, every kind of list and every way from record to record.
let testSchema = """
  schema plan 1
    "Action plan"  de "Aktionsplan"

  choice stage, in order
    draft      "Draft"      de "Entwurf"      also entwurf
    submitted  "Submitted"  de "Eingebracht"
    adopted    "Adopted"    de "Beschlossen"

  choice cost-status
    quantified   "Amount stated"  de "beziffert"
    no-costs     "No costs"       de "keine Kosten"  also none, "0"
    conditional  "Conditional"    de "abhängig"

  choice marker
    not-targeted  "Not targeted"  de "kein Ziel"
    significant   "Significant"   de "bedeutend"
    principal     "Principal"     de "Hauptziel"

  choice role, open
    hearing   "Hearing"   de "Anhörung"
    decision  "Decision"  de "Entscheidung"

  record plan  "Plan"  de "Plan"
    name           text            "Title"  de "Titel"
    stage          choice stage    "Stage"  de "Verfahrensstand"
    total          money           "Total"  de "Summe"
    paper          group           "Council paper"  de "Drucksache"
      date         date            "Paper date"     de "Datum der Drucksache"
      annexes      list of annex   "Annexes"        de "Anlagen"
    refers-to      list of identifier    "Annexes referred to"  de "genannte Anlagen"
    consultations  list of consultation, in order  "Deliberation"  de "Beratungsfolge"
    threshold      money           "Threshold"  de "Schwelle"

  record annex  "Annex"  de "Anlage"
    id    identifier  "Number"  de "Nummer"
    name  text        "Name"    de "Name"

  record consultation  "Consultation"  de "Beratung"
    committee      one of committees  "Committee"  de "Gremium"
    role           choice role        "Role"       de "Zuständigkeit"
    date           date               "Meeting"    de "Sitzung"
    authoritative  yes or no          "Decides"    de "entscheidet"

  record committee, listed in committees  "Committee"  de "Gremium"
    id    identifier  "Short form"  de "Kürzel"
    name  text        "Name"        de "Name"

  record area, listed in areas  "Field of action"  de "Handlungsfeld"
    id      identifier         "Id"               de "Nr."
    name    text               "Name"             de "Name"
    owner   one of committees  "Owner committee"  de "Federführendes Gremium"

  record goal, listed in goals  "Goal"  de "Ziel"
    id          identifier         "Id"    de "Nr."
    name        text               "Name"  de "Name"
    parent      one of goals, seen from there as subgoals  "Part of goal"  de "Teil des Ziels"
    indicators  list of indicator  "Indicators"  de "Indikatoren"

  record measure, listed in measures  "Measure"  de "Maßnahme"
    id          identifier         "Id"     de "Nr."
    name        text               "Title"  de "Titel"  also titel
    description text               "Description"  de "Beschreibung"
    area        one of areas, seen from there as measures   "Field of action"  de "Handlungsfeld"
    goals       some of goals, seen from there as measures  "Goals"  de "Ziele"
    owner       one of committees, else area.owner  "Owner committee"  de "Federführendes Gremium"
    performers  list of text       "Performers"  de "Mitwirkende"
    start-date  date, from its first day  "Start"  de "Beginn"
    end-date    date, to its last day     "End"    de "Ende"
    continuous  yes or no          "Continuous"  de "laufend"
    milestones  list of milestone, in order by due  "Milestones"  de "Meilensteine"
    depends-on  some of measures   "Depends on"  de "hängt ab von"
    cost        group              "Cost"    de "Kosten"
      status    choice cost-status  "State of the cost"  de "Stand der Kosten"
      amount    money, at least 0   "Amount"  de "Betrag"
      items     list of cost-item   "Cost items"  de "Kostenpositionen"
      extras    list of cost-item   "Extras"  de "Zusätze"
      share     percent             "Share"   de "Anteil"
      fte       number              "Staff"   de "Stellenanteile"
    gender      group              "Gender"  de "Gender"
      marker    choice marker      "Gender marker"  de "Gender-Marker"
      note      text               "Note on gender aspects"  de "Hinweis zu Gender-Aspekten"
    indicators  list of indicator  "Indicators"  de "Indikatoren"
    contact     person             "Contact"  de "Kontakt"

  record person  "Person"  de "Person"
    name  text  "Name"  de "Name"

  record milestone  "Milestone"  de "Meilenstein"
    id    identifier             "Id"    de "Nr."
    name  text                   "Name"  de "Name"
    due   date, to its last day  "Due"   de "fällig"
    done  yes or no              "Done"  de "erledigt"

  record cost-item  "Cost item"  de "Kostenposition"
    name    text   "Purpose"  de "Zweck"
    year    date   "Year"     de "Jahr"
    amount  money  "Amount"   de "Betrag"

  record indicator  "Indicator"  de "Indikator"
    id      identifier  "Id"      de "Nr."
    target  number      "Target"  de "Zielwert"

  notation paper-reference "9999/9999", "9999/9999 'N'9"
  words vague-verbs de "prüf*", "abhängig von"
  setting most-indicators whole number 5 "Indicators per goal"
  setting finance-committee one of committees "a7" "Finance committee"
  setting ceiling money 50 000 EUR

  """
