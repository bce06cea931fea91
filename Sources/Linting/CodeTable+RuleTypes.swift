import Reporting

/// Phrases, values and parts of rules and tables.
extension CodeDescription {
  static let ruleTypes: [CodeDescription] = [
    .init(
      "phrase-misfit", .rules,
      what: .init(
        en: "A phrase does not fit the field that it speaks of.",
        de: "Eine Wendung passt nicht zu dem Feld, von dem sie spricht."),
      why: .init(
        en: """
          A text is not before anything, and a date mentions no words; such a rule could never \
          hold.
          """,
        de:
          "Ein Text liegt vor nichts, und ein Datum erwähnt keine Wörter; so eine Regel gälte nie."),
      mend: .init(
        en: "Take the phrase that the finding offers, or name another field.",
        de: "Nehmen Sie die Wendung aus dem Befund oder nennen Sie ein anderes Feld.")),
    .init(
      "different-types", .rules,
      what: .init(
        en: "Two values of different types are compared.",
        de: "Zwei Werte verschiedener Art werden verglichen."),
      why: .init(
        en: "A date is never more than an amount; the rule would decide nothing.",
        de: "Ein Datum ist nie mehr als ein Betrag; die Regel entschiede nichts."),
      mend: .init(
        en: "Compare with a value of the field's own type.",
        de: "Vergleichen Sie mit einem Wert von der Art des Feldes.")),
    .init(
      "pointless-if-stated", .rules,
      what: .init(
        en: "`, if stated` stands behind a requirement that asks whether something is stated.",
        de: "`, if stated` steht hinter einer Forderung, die fragt, ob etwas angegeben ist."),
      why: .init(
        en: "It takes the requirement away: what is missing would no longer be found.",
        de: "Es hebt die Forderung auf: Was fehlt, würde nicht mehr gefunden."),
      mend: .init(
        en: "Leave out `, if stated`.",
        de: "Lassen Sie `, if stated` weg.")),
    .init(
      "exist-in", .rules,
      what: .init(
        en: "`exist in` names something that holds no ids to look in.",
        de: "`exist in` nennt etwas ohne Kennungen, in denen gesucht werden könnte."),
      why: .init(
        en: "It looks a value up in a list.",
        de: "Es schlägt einen Wert in einer Liste nach."),
      mend: .init(
        en: "Name a list, or a path through one; for one value write `must be the same as`.",
        de:
          "Nennen Sie eine Liste oder einen Pfad durch eine; für einen Wert `must be the same as`.")
    ),
    .init(
      "other-than-itself", .rules,
      what: .init(
        en: "`other than itself` stands where the element itself is not among what is looked in.",
        de: """
          `other than itself` steht, wo das Element selbst nicht unter dem ist, worin gesucht \
          wird.
          """),
      why: .init(
        en: "It would leave out nothing.",
        de: "Es ließe nichts aus."),
      mend: .init(
        en: "Leave it out.",
        de: "Lassen Sie es weg.")),
    .init(
      "unique-among", .rules,
      what: .init(
        en: "`unique among` names a list that does not hold the element that is judged.",
        de: "`unique among` nennt eine Liste, in der das beurteilte Element nicht steht."),
      why: .init(
        en: "It compares an element with the others of its list.",
        de: "Es vergleicht ein Element mit den anderen seiner Liste."),
      mend: .init(
        en: "Name the list that holds the element, or write the rule for the other record.",
        de: """
          Nennen Sie die Liste, in der es steht, oder schreiben Sie die Regel für den anderen \
          Satz.
          """)),
    .init(
      "leads-elsewhere", .rules,
      what: .init(
        en: "`lead back to itself` follows a field that leads to another kind of element.",
        de: "`lead back to itself` folgt einem Feld, das zu einer anderen Art von Element führt."),
      why: .init(
        en: "From there no way leads back, so the rule could never be broken.",
        de: "Von dort führt kein Weg zurück; die Regel würde nie verletzt."),
      mend: .init(
        en: "Name a field that refers to elements of the same record, such as `depends-on`.",
        de: "Nennen Sie ein Feld, das auf Elemente desselben Satzes verweist, etwa `depends-on`.")),
    .init(
      "not-quoted", .rules,
      what: .init(
        en: "A text stands without quotes.",
        de: "Ein Text steht ohne Anführungszeichen da."),
      why: .init(
        en: "Without quotes it is read as a name of the schema.",
        de: "Ohne Anführungszeichen gilt er als Name des Schemas."),
      mend: .init(
        en: "Put it in `\"…\"`.",
        de: "Setzen Sie ihn in `\"…\"`.")),
    .init(
      "field-as-value", .rules,
      what: .init(
        en: "A field stands where a value is expected that is written out.",
        de: "Ein Feld steht, wo ein ausgeschriebener Wert erwartet wird."),
      why: .init(
        en: "`must be` takes values; comparing with a field is another phrase.",
        de: "`must be` nimmt Werte; der Vergleich mit einem Feld ist eine andere Wendung."),
      mend: .init(
        en: "Write `must be the same as` before a field.",
        de: "Schreiben Sie `must be the same as` vor ein Feld.")),
    .init(
      "setting-among-values", .rules,
      what: .init(
        en: "A setting stands in a list of values.",
        de: "Eine Einstellung steht in einer Aufzählung von Werten."),
      why: .init(
        en: "What a list of values means must be seen where it stands.",
        de: "Was eine Aufzählung bedeutet, muss man dort sehen, wo sie steht."),
      mend: .init(
        en: "Compare with the setting by itself, or write its value out.",
        de: "Vergleichen Sie allein mit der Einstellung, oder schreiben Sie ihren Wert aus.")),
    .init(
      "unit", .rules,
      what: .init(
        en: "A value has no unit, or one that does not exist.",
        de: "Ein Wert hat keine Einheit oder eine, die es nicht gibt."),
      why: .init(
        en: "`5000` may be euros, and `30` may be days or months.",
        de: "`5000` können Euro sein, `30` Tage oder Monate."),
      mend: .init(
        en: "Write the unit: `5000 EUR`, `30 days`, `12 %`.",
        de: "Schreiben Sie die Einheit dazu: `5000 EUR`, `30 days`, `12 %`.")),
    .init(
      "not-whole", .rules,
      what: .init(
        en: "A fraction stands where a whole number is expected.",
        de: "Ein Bruch steht, wo eine ganze Zahl erwartet wird."),
      why: .init(
        en: "There is no half entry, word or day.",
        de: "Es gibt keinen halben Eintrag, kein halbes Wort und keinen halben Tag."),
      mend: .init(
        en: "Write a whole number.",
        de: "Schreiben Sie eine ganze Zahl.")),
    .init(
      "out-of-range", .rules,
      what: .init(
        en: "A number is larger than ratsam can count with.",
        de: "Eine Zahl ist größer, als ratsam rechnen kann."),
      why: .init(
        en: "Rounding it would be worse than refusing it.",
        de: "Sie zu runden wäre schlimmer, als sie abzulehnen."),
      mend: .init(
        en: "Write a smaller number or another unit.",
        de: "Schreiben Sie eine kleinere Zahl oder eine andere Einheit.")),
    .init(
      "unreadable-value", .rules,
      what: .init(
        en: "A value in a rule cannot be read as what it must be.",
        de: "Ein Wert in einer Regel lässt sich nicht als das lesen, was er sein muss."),
      why: .init(
        en: "A rule compares with exactly what is written, and ratsam does not guess.",
        de: "Eine Regel vergleicht genau mit dem, was dasteht, und ratsam rät nicht."),
      mend: .init(
        en: "Take the spelling that the finding offers.",
        de: "Nehmen Sie die Schreibweise aus dem Befund.")),
    .init(
      "arithmetic", .rules,
      what: .init(
        en: "Two values are added, subtracted or multiplied that cannot be.",
        de: "Zwei Werte werden verrechnet, die sich nicht verrechnen lassen."),
      why: .init(
        en: "The sum of a date and an amount means nothing.",
        de: "Die Summe aus einem Datum und einem Betrag bedeutet nichts."),
      mend: .init(
        en: """
          Use values of the same type, a date with `days`, `months` or `years`, an amount with a \
          number.
          """,
        de: """
          Verwenden Sie Werte gleicher Art, ein Datum mit `days`, `months` oder `years`, einen \
          Betrag mit einer Zahl.
          """)),
    .init(
      "aggregate-without-list", .rules,
      what: .init(
        en: "`sum of`, `count of` or the like names no list.",
        de: "`sum of`, `count of` oder Ähnliches nennt keine Liste."),
      why: .init(
        en: "There is one value, so there is nothing to sum up.",
        de: "Es gibt nur einen Wert, also nichts zusammenzufassen."),
      mend: .init(
        en: "Name a path through a list, or the value alone.",
        de: "Nennen Sie einen Pfad durch eine Liste oder nur den Wert.")),
    .init(
      "aggregate-misfit", .rules,
      what: .init(
        en: "`sum of`, `earliest of` or the like does not fit the type of the values.",
        de: "`sum of`, `earliest of` oder Ähnliches passt nicht zur Art der Werte."),
      why: .init(
        en: "Dates have no sum, and texts no latest.",
        de: "Daten haben keine Summe und Texte keinen spätesten."),
      mend: .init(
        en: "Take the word that the finding offers, or name another field.",
        de: "Nehmen Sie das Wort aus dem Befund oder nennen Sie ein anderes Feld.")),
    .init(
      "count-without-rows", .rules,
      what: .init(
        en: "`count` stands alone where there are no rows to count.",
        de: "`count` steht allein, wo es keine Zeilen zu zählen gibt."),
      why: .init(
        en: "It counts the rows of a table's group.",
        de: "Es zählt die Zeilen einer Gruppe in einer Tabelle."),
      mend: .init(
        en: "Write `count of` and a list, or give the table `grouped by`.",
        de: "Schreiben Sie `count of` und eine Liste, oder geben Sie der Tabelle `grouped by`.")),
    .init(
      "share-without-condition", .rules,
      what: .init(
        en: "`share of` stands without `where`.",
        de: "`share of` steht ohne `where`."),
      why: .init(
        en: "A share needs to know which part is meant.",
        de: "Ein Anteil muss wissen, welcher Teil gemeint ist."),
      mend: .init(
        en: "Add the condition: `share of milestones where done is yes`.",
        de: "Ergänzen Sie die Bedingung: `share of milestones where done is yes`.")),
    .init(
      "missing-as-zero", .rules,
      what: .init(
        en: "`counting missing as 0` stands where it means nothing.",
        de: "`counting missing as 0` steht, wo es nichts bedeutet."),
      why: .init(
        en: "It is for sums only; elsewhere a missing value must stay missing.",
        de: "Es gilt nur für Summen; anderswo muss Fehlendes fehlend bleiben."),
      mend: .init(
        en: "Leave it out.",
        de: "Lassen Sie es weg.")),
    .init(
      "state-outside-tables", .rules,
      what: .init(
        en: "`state of` stands in a rule.",
        de: "`state of` steht in einer Regel."),
      why: .init(
        en: "It shows in a table how a field is filled; rules ask by phrases.",
        de: "Es zeigt in einer Tabelle, wie ein Feld gefüllt ist; Regeln fragen mit Wendungen."),
      mend: .init(
        en: "Write `is stated`, `is open` or `is missing`.",
        de: "Schreiben Sie `is stated`, `is open` oder `is missing`.")),
    .init(
      "invalid-notation", .rules,
      what: .init(
        en: "A notation matches nothing, cannot be read, or is called `date`.",
        de: "Eine Schreibweise passt auf nichts, ist nicht lesbar oder heißt `date`."),
      why: .init(
        en: "Every text would be wrong, or none; and `date in …` means the dates in a text.",
        de: "Jeder Text wäre falsch oder keiner; und `date in …` meint die Daten in einem Text."),
      mend: .init(
        en: """
          Use `9` for a digit, `A` for a letter, `*` for a run; letters that stand for themselves \
          go in single quotes.
          """,
        de: """
          `9` ist eine Ziffer, `A` ein Buchstabe, `*` eine Folge; Buchstaben selbst stehen in \
          einfachen Anführungszeichen.
          """)),
    .init(
      "invalid-setting", .rules,
      what: .init(
        en: "A setting has no value, more than one, or a type that does not exist.",
        de: "Eine Einstellung hat keinen Wert, mehr als einen oder eine Art, die es nicht gibt."),
      why: .init(
        en: "Rules compare with one value.",
        de: "Regeln vergleichen mit einem Wert."),
      mend: .init(
        en: "Write type and value: `setting most-goals whole number 5 \"Goals at most\"`.",
        de: "Schreiben Sie Art und Wert: `setting most-goals whole number 5 \"Ziele höchstens\"`.")),
    .init(
      "invalid-words", .rules,
      what: .init(
        en: "A list of words is empty, or a `*` stands elsewhere than at a word's end.",
        de: "Eine Wortliste ist leer, oder ein `*` steht nicht am Ende eines Wortes."),
      why: .init(
        en: "It would find nothing, or something else than meant.",
        de: "Sie fände nichts oder etwas anderes als gemeint."),
      mend: .init(
        en: "Write words in quotes; `\"prüf*\"` finds all words that begin so.",
        de: "Schreiben Sie Wörter in Anführungszeichen; `\"prüf*\"` findet alle, die so beginnen.")),
    .init(
      "missing-title", .rules,
      what: .init(
        en: "A rule has no title.",
        de: "Eine Regel hat keinen Titel."),
      why: .init(
        en: "The title is what people read in the catalogue and in every table.",
        de: "Den Titel lesen Menschen im Katalog und in jeder Tabelle."),
      mend: .init(
        en: "Write what must be, as a sentence in quotes, on the line below the rule's name.",
        de: """
          Schreiben Sie in die Zeile unter dem Namen als Satz in Anführungszeichen, was sein muss.
          """)),
    .init(
      "missing-example", .rules,
      what: .init(
        en: "A rule has no example that passes, none that fails, or none that is unclear.",
        de: "Eine Regel hat kein Beispiel, das besteht, keines, das scheitert, oder kein unklares."),
      why: .init(
        en: "Examples show what a rule means, and prove that it finds what it is for.",
        de: "Beispiele zeigen, was eine Regel meint, und beweisen, dass sie es findet."),
      mend: .init(
        en: "Add what the finding names, such as `passes { … }` and `fails at owner { … }`.",
        de: "Ergänzen Sie, was der Befund nennt, etwa `passes { … }` und `fails at owner { … }`.")),
    .init(
      "unknown-context", .rules,
      what: .init(
        en: "`examples with` names no list of the plan.",
        de: "`examples with` nennt keine Liste des Plans."),
      why: .init(
        en: "The elements that the examples refer to would not exist.",
        de: "Die Elemente, auf die sich die Beispiele beziehen, gäbe es nicht."),
      mend: .init(
        en: """
          Write a list and its ids, such as `committees a1, a2`, or `plan { … }` or `today \
          2027-01-01`.
          """,
        de: """
          Schreiben Sie eine Liste und Kennungen, etwa `committees a1, a2`, oder `plan { … }` oder \
          `today 2027-01-01`.
          """)),
    .init(
      "grouping", .rules,
      what: .init(
        en: "A table is grouped by something that gives no groups.",
        de: "Eine Tabelle ist nach etwas gruppiert, das keine Gruppen ergibt."),
      why: .init(
        en: "A row must know to which group it belongs.",
        de: "Eine Zeile muss wissen, zu welcher Gruppe sie gehört."),
      mend: .init(
        en: "Write `grouped by` a field with one value, `grouped by each of` a list.",
        de: """
          Schreiben Sie `grouped by` mit einem Feld, das einen Wert hat, `grouped by each of` mit \
          einer Liste.
          """)),
    .init(
      "not-a-key", .rules,
      what: .init(
        en: "A column of a grouped table shows a field that each row of the group has for itself.",
        de: """
          Eine Spalte einer gruppierten Tabelle zeigt ein Feld, das jede Zeile der Gruppe für sich \
          hat.
          """),
      why: .init(
        en: "A group has many rows; which of their values should stand there?",
        de: "Eine Gruppe hat viele Zeilen; welcher ihrer Werte soll dastehen?"),
      mend: .init(
        en:
          "Name what the table is grouped by, or a value of all rows such as `sum of` or `count`.",
        de: """
          Nennen Sie, wonach gruppiert ist, oder einen Wert aus allen Zeilen wie `sum of` oder \
          `count`.
          """)),
    .init(
      "unknown-column", .rules,
      what: .init(
        en: "`sort by` or `chart` names a column that the table does not have.",
        de: "`sort by` oder `chart` nennt eine Spalte, die die Tabelle nicht hat."),
      why: .init(
        en: "The rows would stand in an order, or show a picture, that nobody asked for.",
        de: "Die Zeilen stünden in einer Reihenfolge, oder zeigten ein Bild, das niemand wollte."),
      mend: .init(
        en: "Take the title that the finding offers.",
        de: "Nehmen Sie den Titel aus dem Befund.")),
    .init(
      "repeated-column", .rules,
      what: .init(
        en: "Two columns of a table have the same title.",
        de: "Zwei Spalten einer Tabelle haben denselben Titel."),
      why: .init(
        en: "Readers and `sort by` could not tell them apart.",
        de: "Leserinnen, Leser und `sort by` könnten sie nicht unterscheiden."),
      mend: .init(
        en: "Give one of them another title.",
        de: "Geben Sie einer davon einen anderen Titel.")),
  ]
}
