import Reporting

/// Plans as they are loaded.
extension CodeDescription {
  static let plans: [CodeDescription] = [
    .init(
      "plan-not-a-mapping", .plan,
      what: .init(
        en: "The plan is a list or a single value, not keys with values.",
        de: "Der Plan ist eine Liste oder ein einzelner Wert, nicht Schlüssel mit Werten."),
      why: .init(
        en: "Without keys such as `name:` and `measures:` there is nothing to check.",
        de: "Ohne Schlüssel wie `name:` und `measures:` gibt es nichts zu prüfen."),
      mend: .init(
        en: "Begin the file with keys such as `name:`. `ratsam new` writes a first plan.",
        de: """
          Beginnen Sie die Datei mit Schlüsseln wie `name:`. `ratsam new` schreibt einen ersten \
          Plan.
          """)),
    .init(
      "include-failed", .plan,
      what: .init(
        en: """
          A file that `include:` names cannot be joined: it is missing, unreadable or lies outside \
          the plan's folder.
          """,
        de: """
          Eine Datei aus `include:` lässt sich nicht verbinden: Sie fehlt, ist nicht lesbar oder \
          liegt außerhalb.
          """),
      why: .init(
        en: "A part of the plan that is not there would simply not be checked.",
        de: "Ein Teil des Plans, der nicht da ist, würde einfach nicht geprüft."),
      mend: .init(
        en: """
          Write a path relative to this file, inside the folder of the plan; `*` stands for any \
          part of a name.
          """,
        de: """
          Schreiben Sie einen Pfad ab dieser Datei im Ordner des Plans; `*` steht für einen Teil \
          eines Namens.
          """)),
    .init(
      "included-twice", .plan,
      what: .init(
        en: "A file is named by `include:` that already belongs to the plan.",
        de: "`include:` nennt eine Datei, die schon zum Plan gehört."),
      why: .init(
        en: "Its elements would count twice.",
        de: "Ihre Elemente würden doppelt zählen."),
      mend: .init(
        en: "Take one of the entries out.",
        de: "Nehmen Sie einen der Einträge heraus.")),
    .init(
      "too-many-files", .plan,
      what: .init(
        en: "`include:` joins more files than ratsam reads.",
        de: "`include:` verbindet mehr Dateien, als ratsam liest."),
      why: .init(
        en: "A pattern that is too wide collects files that do not belong to the plan.",
        de: "Ein zu weites Muster sammelt Dateien ein, die nicht zum Plan gehören."),
      mend: .init(
        en: "Write a narrower pattern, or join small files by hand.",
        de: "Schreiben Sie ein engeres Muster oder fassen Sie kleine Dateien zusammen.")),
    .init(
      "unknown-language", .plan,
      what: .init(
        en: "`language:` names a language that ratsam does not speak.",
        de: "`language:` nennt eine Sprache, die ratsam nicht spricht."),
      why: .init(
        en: "Findings then appear in the language of the machine, not of the plan.",
        de: "Befunde erscheinen dann in der Sprache des Rechners, nicht des Plans."),
      mend: .init(
        en: "Write `en` or `de`.",
        de: "Schreiben Sie `en` oder `de`.")),
    .init(
      "unknown-key", .plan,
      what: .init(
        en: "A key of the plan is not known at this place.",
        de: "Ein Schlüssel des Plans ist an dieser Stelle nicht bekannt."),
      why: .init(
        en: """
          It is mostly a slip of the pen: what stands under it counts for nothing, and a field \
          seems to be missing.
          """,
        de: """
          Meist ist es ein Tippfehler: Was darunter steht, zählt nicht, und ein Feld scheint zu \
          fehlen.
          """),
      mend: .init(
        en: """
          Take the name that the finding offers. Keys of your own begin with `x-`; `ratsam schema` \
          lists all.
          """,
        de: """
          Nehmen Sie den Namen, den der Befund vorschlägt. Eigene Schlüssel beginnen mit `x-`; \
          `ratsam schema` zeigt alle.
          """)),
    .init(
      "stated-twice", .plan,
      what: .init(
        en: "A field is stated twice: under two spellings of its key, or in two files.",
        de: """
          Ein Feld steht zweimal da: unter zwei Schreibweisen seines Schlüssels oder in zwei \
          Dateien.
          """),
      why: .init(
        en: "Which of the two holds cannot be told.",
        de: "Welche der beiden Angaben gilt, ist nicht zu erkennen."),
      mend: .init(
        en: "Keep one of them.",
        de: "Behalten Sie eine davon.")),
    .init(
      "expected-mapping", .plan,
      what: .init(
        en: "A single value or a list stands where keys with values are expected.",
        de: "Ein einzelner Wert oder eine Liste steht, wo Schlüssel mit Werten erwartet werden."),
      why: .init(
        en: "A text such as `cost: 5000 EUR` does not say which field of the group it is.",
        de: "Ein Text wie `cost: 5000 EUR` sagt nicht, welches Feld der Gruppe er ist."),
      mend: .init(
        en: "Write one key a line under it, such as `amount: 5000 EUR`.",
        de: "Schreiben Sie darunter je Zeile einen Schlüssel, etwa `amount: 5000 EUR`.")),
    .init(
      "expected-list", .plan,
      what: .init(
        en: "A single value or a mapping stands where a list is expected.",
        de: "Ein einzelner Wert oder eine Zuordnung steht, wo eine Liste erwartet wird."),
      why: .init(
        en: "Lists are read as lists even with one entry, so that a second can follow.",
        de: "Listen werden auch mit einem Eintrag als Liste gelesen, damit ein zweiter folgen kann."
      ),
      mend: .init(
        en: "Write `[entry]`, or each entry on a line of its own with `- ` before it.",
        de: "Schreiben Sie `[Eintrag]` oder jeden Eintrag in eine eigene Zeile mit `- ` davor.")),
    .init(
      "expected-value", .plan,
      what: .init(
        en: "A list or a mapping stands where one value is expected.",
        de: "Eine Liste oder eine Zuordnung steht, wo ein einzelner Wert erwartet wird."),
      why: .init(
        en: "A field for one value cannot hold several; nobody could say which one counts.",
        de: """
          Ein Feld für einen Wert kann nicht mehrere enthalten; niemand könnte sagen, welcher \
          gilt.
          """),
      mend: .init(
        en: "Write one value, or `{open: \"why\"}` where it is not yet known.",
        de: "Schreiben Sie einen Wert, oder `{open: \"Grund\"}`, wo er noch offen ist.")),
    .init(
      "empty-entry", .plan,
      what: .init(
        en: "A list has an entry without content.",
        de: "Eine Liste hat einen Eintrag ohne Inhalt."),
      why: .init(
        en: """
          It looks as if something was to follow and was forgotten; it also counts when entries \
          are counted.
          """,
        de: "Es sieht aus, als sollte noch etwas folgen; beim Zählen zählt der Eintrag mit."),
      mend: .init(
        en: "Remove the dash, or fill the entry in.",
        de: "Entfernen Sie den Strich oder füllen Sie den Eintrag.")),
    .init(
      "value-and-state", .plan,
      what: .init(
        en: "A value and `open` or `not-applicable` stand in one mapping.",
        de: "Ein Wert und `open` oder `not-applicable` stehen in derselben Zuordnung."),
      why: .init(
        en: "A field is either known or it is not.",
        de: "Eine Angabe ist entweder bekannt oder nicht."),
      mend: .init(
        en: "Keep one of the two.",
        de: "Behalten Sie eines von beiden.")),
    .init(
      "state-in-list", .plan,
      what: .init(
        en: "An entry of a list is declared open or not applicable.",
        de: "Ein Eintrag einer Liste ist als offen oder nicht zutreffend erklärt."),
      why: .init(
        en: "Entries cannot be unknown one by one; the list as a whole can be.",
        de: "Einzelne Einträge können nicht offen sein, die ganze Liste schon."),
      mend: .init(
        en: "Remove the entry, or write `{open: \"why\"}` in place of the whole list.",
        de: """
          Entfernen Sie den Eintrag oder schreiben Sie `{open: "Grund"}` anstelle der ganzen \
          Liste.
          """)),
    .init(
      "state-without-reason", .plan,
      what: .init(
        en: "A field is declared open or not applicable without saying why.",
        de: "Ein Feld ist ohne Begründung als offen oder nicht zutreffend erklärt."),
      why: .init(
        en: "Without a reason it is only another way of leaving the field out.",
        de: "Ohne Begründung ist das nur eine andere Art, die Angabe wegzulassen."),
      mend: .init(
        en: "Write the reason: `{open: \"waits for the tender\"}`.",
        de: "Schreiben Sie den Grund dazu: `{open: \"wartet auf die Ausschreibung\"}`.")),
    .init(
      "malformed-value", .plan,
      what: .init(
        en: """
          A value cannot be read as what the field takes: a date, a number, an amount of money, \
          yes or no.
          """,
        de: """
          Ein Wert lässt sich nicht als das lesen, was das Feld verlangt: Datum, Zahl, Geldbetrag, \
          ja oder nein.
          """),
      why: .init(
        en: """
          ratsam does not guess: `12.000` may be twelve or twelve thousand, `01/02/2027` January \
          or February.
          """,
        de: """
          ratsam rät nicht: `12.000` kann zwölf oder zwölftausend sein, `01/02/2027` Januar oder \
          Februar.
          """),
      mend: .init(
        en: """
          Take the spelling that the finding offers: `2027-03-31`, `12000 EUR`, `12.5 %`. What is \
          not yet known is `{open: "why"}`.
          """,
        de: """
          Nehmen Sie die Schreibweise aus dem Befund: `2027-03-31`, `12000 EUR`, `12.5 %`. Was \
          noch offen ist, ist `{open: "Grund"}`.
          """)),
    .init(
      "below-bound", .plan,
      what: .init(
        en: "A number or an amount is less than the model allows.",
        de: "Eine Zahl oder ein Betrag ist kleiner, als das Modell zulässt."),
      why: .init(
        en: "Costs below zero are mostly a slip, or income that belongs to another field.",
        de: """
          Kosten unter null sind meist ein Versehen oder Erträge, die in ein anderes Feld gehören.
          """),
      mend: .init(
        en: "Write at least the bound that the finding names.",
        de: "Schreiben Sie mindestens die Grenze, die der Befund nennt.")),
    .init(
      "unknown-value", .plan,
      what: .init(
        en: "A value is not among those that a choice has, in a plan or in a rule.",
        de: "Ein Wert gehört nicht zu denen einer Auswahl, in einem Plan oder in einer Regel."),
      why: .init(
        en:
          "Rules compare with the values of the choice; another spelling would match none of them.",
        de: """
          Regeln vergleichen mit den Werten der Auswahl; eine andere Schreibweise passt zu keinem.
          """),
      mend: .init(
        en: """
          Take one of the values that the finding lists; rules use the name, plans may use every \
          spelling.
          """,
        de: """
          Nehmen Sie einen der genannten Werte; Regeln verwenden den Namen, Pläne jede \
          Schreibweise.
          """)),
    .init(
      "mixed-currencies", .plan,
      what: .init(
        en: "The plan holds amounts in more than one currency.",
        de: "Der Plan enthält Beträge in mehr als einer Währung."),
      why: .init(
        en: "They do not add up; a sum over them would be wrong without anybody seeing it.",
        de: """
          Sie lassen sich nicht zusammenzählen; eine Summe wäre falsch, ohne dass es jemand sieht.
          """),
      mend: .init(
        en: "State all amounts in one currency and name another in words.",
        de: "Geben Sie alle Beträge in einer Währung an und nennen Sie eine andere in Worten.")),
    .init(
      "copy-artefact", .plan,
      what: .init(
        en: """
          A text holds invisible or broken characters, as they come from copying out of PDF or \
          word processors.
          """,
        de: """
          Ein Text enthält unsichtbare oder kaputte Zeichen, wie sie beim Kopieren aus PDF \
          entstehen.
          """),
      why: .init(
        en: "Two names that look alike then differ, and searches do not find them.",
        de: "Zwei Namen, die gleich aussehen, sind dann verschieden, und keine Suche findet sie."),
      mend: .init(
        en: "Delete the characters that the finding names and type them anew.",
        de: "Löschen Sie die genannten Zeichen und tippen Sie den Text neu.")),
    .init(
      "missing-id", .plan,
      what: .init(
        en: "An element of a list has no id.",
        de: "Ein Element einer Liste hat keine Kennung."),
      why: .init(
        en: "Nothing can refer to it, and findings cannot say which one is meant.",
        de: "Nichts kann darauf verweisen, und Befunde können nicht sagen, welches gemeint ist."),
      mend: .init(
        en: "Add `id:` with a short name that no other element of the list has.",
        de: "Ergänzen Sie `id:` mit einem kurzen Namen, den kein anderes Element der Liste hat.")),
    .init(
      "duplicate-id", .plan,
      what: .init(
        en: "Two or more elements of a list have the same id.",
        de: "Zwei oder mehr Elemente einer Liste haben dieselbe Kennung."),
      why: .init(
        en: "A reference to it could mean either of them.",
        de: "Ein Verweis darauf könnte jedes von ihnen meinen."),
      mend: .init(
        en: "Give each its own id, and look at the references to it.",
        de: "Geben Sie jedem eine eigene Kennung und sehen Sie die Verweise darauf durch.")),
    .init(
      "unknown-reference", .plan,
      what: .init(
        en: "A field names an id that does not stand in the list that it refers to.",
        de: "Ein Feld nennt eine Kennung, die in der Liste, auf die es verweist, nicht steht."),
      why: .init(
        en: "A committee or measure that does not exist cannot answer for anything.",
        de: "Ein Gremium oder eine Maßnahme, die es nicht gibt, kann für nichts einstehen."),
      mend: .init(
        en: "Take the nearest id from the finding, or add the element to the list.",
        de: """
          Nehmen Sie die nächstliegende Kennung aus dem Befund oder ergänzen Sie das Element in \
          der Liste.
          """)),
    .init(
      "wrong-kind", .plan,
      what: .init(
        en: "A field names the id of an element of another kind.",
        de: "Ein Feld nennt die Kennung eines Elements anderer Art."),
      why: .init(
        en: "The id exists, but an office cannot stand where a committee is asked for.",
        de: """
          Die Kennung gibt es, aber eine Dienststelle kann nicht stehen, wo ein Gremium verlangt \
          ist.
          """),
      mend: .init(
        en: "Name an element of the list that the finding gives.",
        de: "Nennen Sie ein Element der Liste, die der Befund angibt.")),
    .init(
      "refers-to-itself", .plan,
      what: .init(
        en: "An element refers to itself.",
        de: "Ein Element verweist auf sich selbst."),
      why: .init(
        en: "A measure that waits for itself never begins; a goal cannot be a part of itself.",
        de: """
          Eine Maßnahme, die auf sich selbst wartet, beginnt nie; ein Ziel kann nicht Teil seiner \
          selbst sein.
          """),
      mend: .init(
        en: "Name another element, or delete the entry.",
        de: "Nennen Sie ein anderes Element oder löschen Sie den Eintrag.")),
  ]
}
