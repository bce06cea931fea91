import Reporting

/// Rule files as a whole, and the schemas in them.
extension CodeDescription {
  static let ruleFiles: [CodeDescription] = [
    .init(
      "empty-rule-file", .rules,
      what: .init(
        en: "A rule file declares nothing.",
        de: "Eine Regeldatei vereinbart nichts."),
      why: .init(
        en: "Whoever names it believes that its rules are on.",
        de: "Wer sie nennt, glaubt, ihre Regeln seien an."),
      mend: .init(
        en: "Begin with `rule`, `table` or another declaration, or delete the file.",
        de: """
          Beginnen Sie mit `rule`, `table` oder einer anderen Vereinbarung, oder löschen Sie die \
          Datei.
          """)),
    .init(
      "no-plan-record", .rules,
      what: .init(
        en: "No record describes the plan itself.",
        de: "Kein Satz beschreibt den Plan selbst."),
      why: .init(
        en: "Without `record plan` the document has no fields and no lists.",
        de: "Ohne `record plan` hat das Dokument keine Felder und keine Listen."),
      mend: .init(
        en: "Write `record plan` with the fields of the document.",
        de: "Schreiben Sie `record plan` mit den Feldern des Dokuments.")),
    .init(
      "plan-is-listed", .rules,
      what: .init(
        en: "The record `plan` is declared as listed.",
        de: "Der Satz `plan` ist als Liste vereinbart."),
      why: .init(
        en: "There is one plan in a document, not a list of them.",
        de: "In einem Dokument steht ein Plan, nicht eine Liste davon."),
      mend: .init(
        en: "Delete `listed in`, or give the elements a record of their own.",
        de: "Löschen Sie `listed in` oder geben Sie den Elementen einen eigenen Satz.")),
    .init(
      "plan-is-nested", .rules,
      what: .init(
        en: "A field would hold the plan itself.",
        de: "Ein Feld soll den Plan selbst enthalten."),
      why: .init(
        en: "The plan would contain itself.",
        de: "Der Plan enthielte sich selbst."),
      mend: .init(
        en: "Give the elements a record of their own.",
        de: "Geben Sie den Elementen einen eigenen Satz.")),
    .init(
      "unreachable-record", .rules,
      what: .init(
        en: "No list and no field holds this record.",
        de: "Keine Liste und kein Feld enthält diesen Satz."),
      why: .init(
        en: "No plan can have such an element, so rules about it never find one.",
        de: "Kein Plan kann ein solches Element haben; Regeln darüber finden nie eines."),
      mend: .init(
        en: "Write `listed in` and a list behind its name, or a field `list of` it.",
        de: """
          Schreiben Sie `listed in` und eine Liste hinter den Namen, oder ein Feld `list of` \
          davon.
          """)),
    .init(
      "duplicate-declaration", .rules,
      what: .init(
        en: "A name of the schema is declared twice.",
        de: "Ein Name des Schemas ist doppelt vereinbart."),
      why: .init(
        en: "Which of the two holds cannot be told.",
        de: "Welche der beiden Vereinbarungen gilt, ist nicht zu erkennen."),
      mend: .init(
        en: "Delete one, or add to the first with `extend record` or `extend choice`.",
        de: """
          Löschen Sie eine, oder erweitern Sie die erste mit `extend record` oder `extend choice`.
          """)),
    .init(
      "duplicate-spelling", .rules,
      what: .init(
        en: "A spelling after `also` already means something else.",
        de: "Eine Schreibweise hinter `also` bedeutet schon etwas anderes."),
      why: .init(
        en: "A plan that uses it could be read in two ways.",
        de: "Ein Plan, der sie verwendet, hätte zwei Lesarten."),
      mend: .init(
        en: "Choose another spelling for one of the two.",
        de: "Wählen Sie für eines von beiden eine andere Schreibweise.")),
    .init(
      "unknown-name", .rules,
      what: .init(
        en: "A name in a rule file is not known: a field, a list, a record or a choice.",
        de: """
          Ein Name in einer Regeldatei ist nicht bekannt: ein Feld, eine Liste, ein Satz oder eine \
          Auswahl.
          """),
      why: .init(
        en: """
          In other tools such a rule runs, finds nothing and looks green. Here every name is \
          checked first.
          """,
        de: """
          Anderswo läuft so eine Regel, findet nichts und sieht grün aus. Hier wird jeder Name \
          vorher geprüft.
          """),
      mend: .init(
        en: "Take the name that the finding offers; `ratsam schema --format markdown` lists all.",
        de: """
          Nehmen Sie den Namen, den der Befund vorschlägt; `ratsam schema --format markdown` zeigt \
          alle.
          """)),
    .init(
      "reserved-name", .rules,
      what: .init(
        en: "A word of the language is used as a name.",
        de: "Ein Wort der Sprache wird als Name verwendet."),
      why: .init(
        en: "A rule that uses it could be read in two ways.",
        de: "Eine Regel, die es verwendet, hätte zwei Lesarten."),
      mend: .init(
        en: "Choose another name; `also` keeps the spelling in plans.",
        de: "Wählen Sie einen anderen Namen; `also` lässt die Schreibweise in Plänen zu.")),
    .init(
      "ambiguous-name", .rules,
      what: .init(
        en: "A field's name means something else already at this place.",
        de: "Der Name eines Feldes bedeutet an dieser Stelle schon etwas anderes."),
      why: .init(
        en: "A rule or a plan that uses it could be read in two ways.",
        de: "Eine Regel oder ein Plan, der ihn verwendet, hätte zwei Lesarten."),
      mend: .init(
        en: "Give the field another name.",
        de: "Geben Sie dem Feld einen anderen Namen.")),
    .init(
      "list-without-identifier", .rules,
      what: .init(
        en: "A field refers to a list whose elements have no identifier.",
        de: "Ein Feld verweist auf eine Liste, deren Elemente keine Kennung haben."),
      why: .init(
        en: "There is nothing that a plan could write into the field.",
        de: "Es gibt nichts, was ein Plan in das Feld schreiben könnte."),
      mend: .init(
        en: "Give the record a field `id identifier`.",
        de: "Geben Sie dem Satz ein Feld `id identifier`.")),
    .init(
      "list-of-groups", .rules,
      what: .init(
        en: "A list is to hold groups or lists.",
        de: "Eine Liste soll Gruppen oder Listen enthalten."),
      why: .init(
        en: "Elements of a list need a name that rules can speak of.",
        de: "Elemente einer Liste brauchen einen Namen, von dem Regeln sprechen können."),
      mend: .init(
        en: "Declare a record and write `list of` its name.",
        de: "Vereinbaren Sie einen Satz und schreiben Sie `list of` und seinen Namen.")),
    .init(
      "unknown-order", .rules,
      what: .init(
        en: "A list is to be in order by a field that cannot give one.",
        de: "Eine Liste soll nach einem Feld geordnet sein, das keine Ordnung geben kann."),
      why: .init(
        en: "`earlier` and `later` in rules read this order.",
        de: "`earlier` und `later` in Regeln lesen diese Ordnung."),
      mend: .init(
        en: "Name a field of the elements that holds one value, or write `in order` alone.",
        de: "Nennen Sie ein Feld der Elemente mit einem Wert, oder schreiben Sie nur `in order`.")),
    .init(
      "date-reading-without-date", .rules,
      what: .init(
        en: "`from its first day` or `to its last day` stands behind a field that is no date.",
        de: """
          `from its first day` oder `to its last day` steht hinter einem Feld, das kein Datum ist.
          """),
      why: .init(
        en: "It says how a year or a month is compared; other types have no days.",
        de: "Es sagt, wie ein Jahr oder ein Monat verglichen wird; andere Arten haben keine Tage."),
      mend: .init(
        en: "Delete it, or give the field the type `date`.",
        de: "Löschen Sie es oder geben Sie dem Feld die Art `date`.")),
    .init(
      "lower-bound", .rules,
      what: .init(
        en: "`at least` stands behind a field that is no number, or without a plain number.",
        de: "`at least` steht hinter einem Feld, das keine Zahl ist, oder ohne einfache Zahl."),
      why: .init(
        en: "The bound is what amounts are compared with as they are loaded.",
        de: "Mit der Grenze werden Beträge beim Laden verglichen."),
      mend: .init(
        en: "Write a plain number such as `at least 0`, or delete the bound.",
        de: "Schreiben Sie eine einfache Zahl wie `at least 0` oder löschen Sie die Grenze.")),
    .init(
      "inverse-name", .rules,
      what: .init(
        en: "`seen from there as` has no reference to go back on, or its name is taken.",
        de: """
          `seen from there as` hat keinen Verweis, den es zurückgehen könnte, oder der Name ist \
          vergeben.
          """),
      why: .init(
        en: "Rules would not know which elements are meant.",
        de: "Regeln wüssten nicht, welche Elemente gemeint sind."),
      mend: .init(
        en: "Write it behind a field `one of` or `some of`, with a name that is free there.",
        de: """
          Schreiben Sie es hinter ein Feld `one of` oder `some of`, mit einem Namen, der dort frei \
          ist.
          """)),
    .init(
      "inherited-default", .rules,
      what: .init(
        en: "What follows `else` cannot be inherited.",
        de: "Was hinter `else` steht, kann nicht geerbt werden."),
      why: .init(
        en: "A default comes through a reference to one element and has the type of the field.",
        de: "Eine Vorgabe kommt über einen Verweis auf ein Element und hat die Art des Feldes."),
      mend: .init(
        en: "Name a field `one of LIST`, then a field of that element, such as `area.owner`.",
        de: "Nennen Sie ein Feld `one of LISTE`, dann ein Feld dieses Elements, etwa `area.owner`.")
    ),
    .init(
      "default-cycle", .rules,
      what: .init(
        en: "Defaults go round in a circle.",
        de: "Vorgaben drehen sich im Kreis."),
      why: .init(
        en: "A field would inherit its value from itself.",
        de: "Ein Feld erbte seinen Wert von sich selbst."),
      mend: .init(
        en: "Delete `else` at one of the fields that the finding names.",
        de: "Löschen Sie `else` bei einem der genannten Felder.")),
  ]
}
