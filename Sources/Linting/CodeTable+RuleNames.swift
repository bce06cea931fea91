import Reporting

/// Names, paths and lists in rules.
extension CodeDescription {
  static let ruleNames: [CodeDescription] = [
    .init(
      "unknown-record", .rules,
      what: .init(
        en: "`each` names no record of the schema.",
        de: "`each` nennt keinen Satz des Schemas."),
      why: .init(
        en: "A rule about elements that do not exist never finds anything.",
        de: "Eine Regel über Elemente, die es nicht gibt, findet nie etwas."),
      mend: .init(
        en: """
          Name one element, such as `each measure`, not the list; for the document write `the \
          plan`.
          """,
        de: """
          Nennen Sie ein Element wie `each measure`, nicht die Liste; für das Dokument `the plan`.
          """)),
    .init(
      "not-inside", .rules,
      what: .init(
        en: "A rule speaks of elements inside others where they do not stand.",
        de: "Eine Regel spricht von Elementen in anderen, in denen sie nicht stehen."),
      why: .init(
        en: "It would never meet one.",
        de: "Sie träfe nie auf eines."),
      mend: .init(
        en: "Write `each` with the element alone, and follow a reference where the two are linked.",
        de: """
          Schreiben Sie `each` nur mit dem Element und folgen Sie einem Verweis, wo beide \
          verbunden sind.
          """)),
    .init(
      "several-places", .rules,
      what: .init(
        en: "The elements of a rule stand in several places of the other element.",
        de: "Die Elemente einer Regel stehen an mehreren Stellen des anderen Elements."),
      why: .init(
        en: "Which of them are meant cannot be told.",
        de: "Welche gemeint sind, ist nicht zu erkennen."),
      mend: .init(
        en: "Say which: `each cost-item in cost.items of each measure`.",
        de: "Sagen Sie, welche: `each cost-item in cost.items of each measure`.")),
    .init(
      "other-record", .rules,
      what: .init(
        en: "A name belongs to another element than the one that is judged.",
        de: "Ein Name gehört zu einem anderen Element als dem, das beurteilt wird."),
      why: .init(
        en: "A bare name is a field of the innermost element; outer elements are named.",
        de: "Ein bloßer Name ist ein Feld des innersten Elements; äußere werden genannt."),
      mend: .init(
        en: """
          Write the path that the finding offers, such as `plan.consultations` or `measure.end- \
          date`.
          """,
        de: """
          Schreiben Sie den Pfad aus dem Befund, etwa `plan.consultations` oder `measure.end- \
          date`.
          """)),
    .init(
      "two-readings", .rules,
      what: .init(
        en: "A name can be read in two ways.",
        de: "Ein Name hat zwei Lesarten."),
      why: .init(
        en: "ratsam does not prefer one; the author knows which was meant.",
        de: "ratsam bevorzugt keine; nur wer es schrieb, weiß, was gemeint ist."),
      mend: .init(
        en: "Write a longer path, or put a text in quotes.",
        de: "Schreiben Sie einen längeren Pfad oder setzen Sie einen Text in Anführungszeichen.")),
    .init(
      "no-parts", .rules,
      what: .init(
        en: "A path goes on behind a value that has no parts.",
        de: "Ein Pfad geht hinter einem Wert weiter, der keine Teile hat."),
      why: .init(
        en: "A date or a text has no fields.",
        de: "Ein Datum oder ein Text hat keine Felder."),
      mend: .init(
        en: "End the path there, or name a reference or a group before the dot.",
        de: """
          Beenden Sie den Pfad dort, oder nennen Sie vor dem Punkt einen Verweis oder eine Gruppe.
          """)),
    .init(
      "not-in-order", .rules,
      what: .init(
        en: "`earlier`, `later`, `first of` or `last of` is used with a list that has no order.",
        de: "`earlier`, `later`, `first of` oder `last of` steht bei einer Liste ohne Ordnung."),
      why: .init(
        en: """
          The order in a file must never change a finding unless the schema says that it means \
          something.
          """,
        de: """
          Die Reihenfolge in einer Datei darf nie einen Befund ändern, außer das Schema gibt ihr \
          Bedeutung.
          """),
      mend: .init(
        en: "Write `in order` or `in order by` behind the list in the schema.",
        de: "Schreiben Sie im Schema `in order` oder `in order by` hinter die Liste.")),
    .init(
      "group-as-value", .rules,
      what: .init(
        en: "A group of fields is used as if it were a value.",
        de: "Eine Gruppe von Feldern wird wie ein Wert verwendet."),
      why: .init(
        en: "A group is neither more nor less than anything; its fields are.",
        de: "Eine Gruppe ist nicht größer oder kleiner als etwas; ihre Felder sind es."),
      mend: .init(
        en: "Name a field of it, such as `cost.amount`.",
        de: "Nennen Sie ein Feld davon, etwa `cost.amount`.")),
    .init(
      "element-as-value", .rules,
      what: .init(
        en: "An element is used as if it were a value.",
        de: "Ein Element wird wie ein Wert verwendet."),
      why: .init(
        en: "A measure is no text and no number; its fields are.",
        de: "Eine Maßnahme ist kein Text und keine Zahl; ihre Felder sind es."),
      mend: .init(
        en: "Name one of its fields.",
        de: "Nennen Sie eines seiner Felder.")),
    .init(
      "through-list", .rules,
      what: .init(
        en: "A path leads through a list without saying which entries are meant.",
        de: "Ein Pfad führt durch eine Liste, ohne zu sagen, welche Einträge gemeint sind."),
      why: .init(
        en: "All of them, one of them and none of them are three different rules.",
        de: "Alle, einer und keiner sind drei verschiedene Regeln."),
      mend: .init(
        en: """
          Write `every`, `at least one` or, in conditions, `no` before it, or an aggregate such as \
          `sum of`.
          """,
        de: """
          Schreiben Sie `every`, `at least one` oder in Bedingungen `no` davor, oder etwa `sum \
          of`.
          """)),
    .init(
      "list-as-value", .rules,
      what: .init(
        en: "A list is used as if it were one value.",
        de: "Eine Liste wird wie ein einzelner Wert verwendet."),
      why: .init(
        en: "A list has many values, or none.",
        de: "Eine Liste hat viele Werte oder keinen."),
      mend: .init(
        en: """
          Write `every` or `at least one` before it, `count of`, or a phrase for lists such as \
          `must have at least 1 entry`.
          """,
        de: """
          Schreiben Sie `every` oder `at least one` davor, `count of`, oder eine Wendung wie `must \
          have at least 1 entry`.
          """)),
    .init(
      "quantifier-without-list", .rules,
      what: .init(
        en: "`every`, `at least one` or `no` stands before something that is no list.",
        de: "`every`, `at least one` oder `no` steht vor etwas, das keine Liste ist."),
      why: .init(
        en: "It promises that several are looked at, and there is one.",
        de: "Es verspricht, dass mehrere angesehen werden, und es gibt nur eines."),
      mend: .init(
        en: "Leave it out.",
        de: "Lassen Sie es weg.")),
    .init(
      "where-without-elements", .rules,
      what: .init(
        en: "`where` stands behind something without elements that it could choose among.",
        de: "`where` steht hinter etwas ohne Elemente, unter denen es wählen könnte."),
      why: .init(
        en: "It asks for fields of each entry, and here are none.",
        de: "Es fragt nach Feldern jedes Eintrags, und hier gibt es keine."),
      mend: .init(
        en: "Write the condition as a line `when …` above.",
        de: "Schreiben Sie die Bedingung als Zeile `when …` darüber.")),
    .init(
      "unknown-notation", .rules,
      what: .init(
        en: "A rule names a notation that is not declared.",
        de: "Eine Regel nennt eine Schreibweise, die nicht vereinbart ist."),
      why: .init(
        en: "It could not say which texts fit.",
        de: "Sie könnte nicht sagen, welche Texte passen."),
      mend: .init(
        en: "Take the name that the finding offers, or declare `notation NAME \"9999/9999\"`.",
        de: """
          Nehmen Sie den Namen aus dem Befund, oder vereinbaren Sie `notation NAME "9999/9999"`.
          """)),
    .init(
      "unknown-words", .rules,
      what: .init(
        en: "A rule names a list of words that is not declared.",
        de: "Eine Regel nennt eine Wortliste, die nicht vereinbart ist."),
      why: .init(
        en: "It could not say which words to look for.",
        de: "Sie könnte nicht sagen, welche Wörter gesucht werden."),
      mend: .init(
        en: """
          Take the name that the finding offers, or declare `words NAME` with the words in quotes.
          """,
        de: """
          Nehmen Sie den Namen aus dem Befund, oder vereinbaren Sie `words NAME` mit den Wörtern \
          in Anführungszeichen.
          """)),
    .init(
      "unknown-stage", .rules,
      what: .init(
        en: "A severity names a stage that the schema does not have.",
        de: "Ein Schweregrad nennt einen Stand, den das Schema nicht kennt."),
      why: .init(
        en: "The rule would weigh nothing at the stage that was meant.",
        de: "Die Regel wöge im gemeinten Stand nichts."),
      mend: .init(
        en: "Take one of the stages that the finding lists.",
        de: "Nehmen Sie einen der Stände, die der Befund nennt.")),
    .init(
      "no-stages", .rules,
      what: .init(
        en: "A severity speaks of stages, and the schema has none, or none in order.",
        de: "Ein Schweregrad spricht von Ständen, und das Schema hat keine oder keine geordneten."),
      why: .init(
        en: "`from … on` needs to know what comes later.",
        de: "`from … on` muss wissen, was später kommt."),
      mend: .init(
        en: "Write the severity alone, name every stage, or give the choice of stages `in order`.",
        de: """
          Schreiben Sie nur den Schweregrad, nennen Sie jeden Stand, oder geben Sie der Auswahl \
          `in order`.
          """)),
    .init(
      "missing-severity", .rules,
      what: .init(
        en: "A rule does not say how much a breach weighs.",
        de: "Eine Regel sagt nicht, wie schwer ein Verstoß wiegt."),
      why: .init(
        en: "Whether a plan may go on depends on it; no default could be right for every rule.",
        de: "Davon hängt ab, ob ein Plan weiterdarf; keine Vorgabe passt für jede Regel."),
      mend: .init(
        en: "Write `if broken: error`, or a severity for each stage.",
        de: "Schreiben Sie `if broken: error` oder einen Schweregrad je Stand.")),
    .init(
      "repeated-severity", .rules,
      what: .init(
        en: "A stage has two severities.",
        de: "Ein Stand hat zwei Schweregrade."),
      why: .init(
        en: "Which of the two holds cannot be told.",
        de: "Welcher der beiden gilt, ist nicht zu erkennen."),
      mend: .init(
        en: "Keep one of them.",
        de: "Behalten Sie einen davon.")),
    .init(
      "uncovered-stage", .rules,
      what: .init(
        en: "A severity says nothing for one of the stages.",
        de: "Ein Schweregrad sagt für einen der Stände nichts."),
      why: .init(
        en: "A rule that is forgotten at one stage lets everything pass there.",
        de: "Eine Regel, die in einem Stand vergessen ist, lässt dort alles durch."),
      mend: .init(
        en: "Name the stage, or write `off in` where none is meant.",
        de: "Nennen Sie den Stand, oder schreiben Sie `off in`, wo keiner gilt.")),
    .init(
      "duplicate-name", .rules,
      what: .init(
        en: "Two rules, tables, settings, notations or word lists have the same name.",
        de: "Zwei Regeln, Tabellen, Einstellungen, Schreibweisen oder Wortlisten heißen gleich."),
      why: .init(
        en: "Findings, settings and waivers name them; it must be clear which is meant.",
        de: "Befunde und Einstellungen nennen sie beim Namen; es muss klar sein, was gemeint ist."),
      mend: .init(
        en: "Rename or delete one of them.",
        de: "Benennen Sie eine davon um oder löschen Sie sie.")),
    .init(
      "no-previous-element", .rules,
      what: .init(
        en: "A rule compares elements with the previous version that cannot be found again there.",
        de: """
          Eine Regel vergleicht Elemente mit der vorigen Fassung, die sich dort nicht wiederfinden \
          lassen.
          """),
      why: .init(
        en: """
          Elements are the same by their ids, inside elements that are the same. By their order \
          they would be mixed up as soon as one is added.
          """,
        de: """
          Elemente sind an ihren Kennungen dieselben, innerhalb von Elementen, die dieselben sind. \
          Nach der Reihenfolge würden sie verwechselt, sobald eines dazukommt.
          """),
      mend: .init(
        en: "Speak of the element around them, or of the list as a whole: `… must not change`.",
        de: """
          Sprechen Sie von dem Element um sie herum oder von der ganzen Liste: `… must not change`.
          """)),
    .init(
      "misplaced-previous", .rules,
      what: .init(
        en: "`previous` stands where there is no element, or where there is no version before.",
        de: "`previous` steht, wo kein Element ist oder wo es keine Fassung davor gibt."),
      why: .init(
        en: "It leads from an element to the same one in the one previous version.",
        de: "Es führt von einem Element zu demselben in der einen vorigen Fassung."),
      mend: .init(
        en: "Write it behind the element: `previous.cost.amount`, `measure.previous.end-date`.",
        de: """
          Schreiben Sie es hinter das Element: `previous.cost.amount`, `measure.previous.end-date`.
          """)),
    .init(
      "change-of-what", .rules,
      what: .init(
        en: "`change` is said of something that is no field of an element.",
        de: "`change` wird von etwas gesagt, das kein Feld eines Elements ist."),
      why: .init(
        en: "It compares one field of an element with the same field in the previous version.",
        de: "Es vergleicht ein Feld eines Elements mit demselben Feld in der vorigen Fassung."),
      mend: .init(
        en: "Say it of a field, a group or a list of the element.",
        de: "Sagen Sie es von einem Feld, einer Gruppe oder einer Liste des Elements.")),
  ]
}
