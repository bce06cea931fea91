import Reporting

/// Plans as YAML files.
extension CodeDescription {
  static let yaml: [CodeDescription] = [
    .init(
      "empty-file", .plan,
      what: .init(
        en: "The file has no content, or nothing but comments.",
        de: "Die Datei hat keinen Inhalt oder nur Kommentare."),
      why: .init(
        en:
          "An empty file looks like a plan without faults. It is none: nothing in it was checked.",
        de: """
          Eine leere Datei sieht aus wie ein Plan ohne Fehler. Sie ist keiner: Nichts darin wurde \
          geprüft.
          """),
      mend: .init(
        en: "Fill it in, or take it out of `include:`. `ratsam new` writes a first plan.",
        de: """
          Füllen Sie sie oder nehmen Sie sie aus `include:`. `ratsam new` schreibt einen ersten \
          Plan.
          """)),
    .init(
      "file-too-large", .plan,
      what: .init(
        en: "The file has more bytes than ratsam reads.",
        de: "Die Datei hat mehr Bytes, als ratsam liest."),
      why: .init(
        en: "A limit keeps a wrong file, such as a film or a log, from filling the memory.",
        de: """
          Eine Grenze verhindert, dass eine falsche Datei, etwa ein Film oder ein Protokoll, den \
          Speicher füllt.
          """),
      mend: .init(
        en: "Check that the path is right; split a plan that really is so large with `include:`.",
        de: "Prüfen Sie den Pfad; einen Plan, der wirklich so groß ist, teilen Sie mit `include:`.")
    ),
    .init(
      "not-utf8", .plan,
      what: .init(
        en: "The file of the plan is not text in UTF-8.",
        de: "Die Datei des Plans ist kein Text in UTF-8."),
      why: .init(
        en: "In another encoding umlauts turn into other characters, and names no longer match.",
        de: """
          In einer anderen Kodierung werden aus Umlauten andere Zeichen, und Namen passen nicht \
          mehr zusammen.
          """),
      mend: .init(
        en: "Save the file again with the encoding UTF-8.",
        de: "Speichern Sie die Datei neu mit der Kodierung UTF-8.")),
    .init(
      "control-character", .plan,
      what: .init(
        en: "The file has a control character, which no keyboard types and no page shows.",
        de: "Die Datei enthält ein Steuerzeichen, das keine Tastatur tippt und keine Seite zeigt."),
      why: .init(
        en: "YAML forbids it, and what stands around it may be read differently by every program.",
        de: "YAML verbietet es, und was darum herum steht, liest womöglich jedes Programm anders."),
      mend: .init(
        en: "Delete it, or write it as an escape such as `\\x07` in double quotes.",
        de: """
          Löschen Sie es oder schreiben Sie es in doppelten Anführungszeichen als Escape wie \
          `\\x07`.
          """)),
    .init(
      "too-deep", .plan,
      what: .init(
        en: "Lists and mappings nest deeper than ratsam reads.",
        de: "Listen und Zuordnungen sind tiefer verschachtelt, als ratsam liest."),
      why: .init(
        en: "No plan needs it; such files are mostly made by mistake, or to bring programs down.",
        de: """
          Kein Plan braucht das; solche Dateien entstehen aus Versehen oder um Programme \
          lahmzulegen.
          """),
      mend: .init(
        en: "Look for a bracket that is never closed, or for a file that was put into itself.",
        de: """
          Suchen Sie eine Klammer, die nie geschlossen wird, oder eine Datei, die in sich selbst \
          geriet.
          """)),
    .init(
      "too-many-keys", .plan,
      what: .init(
        en: "The file uses more different keys than ratsam reads.",
        de: "Die Datei verwendet mehr verschiedene Schlüssel, als ratsam liest."),
      why: .init(
        en: """
          The keys of a plan come from its model and are few; so many are data in the wrong place.
          """,
        de: """
          Die Schlüssel eines Plans stammen aus dem Modell und sind wenige; so viele sind Daten am \
          falschen Ort.
          """),
      mend: .init(
        en: "Write what stands as a key as a value: a list of elements, each with an `id`.",
        de: """
          Schreiben Sie als Wert, was als Schlüssel dasteht: eine Liste von Elementen mit je einer \
          `id`.
          """)),
    .init(
      "several-documents", .plan,
      what: .init(
        en: "A second YAML document begins in the same file, after `---`.",
        de: "In derselben Datei beginnt nach `---` ein zweites YAML-Dokument."),
      why: .init(
        en: "Only the first would be checked, and the rest would pass without a word.",
        de: "Nur das erste würde geprüft, und der Rest käme ungesehen durch."),
      mend: .init(
        en: "Put the second into a file of its own and name that in `include:`.",
        de: "Setzen Sie das zweite in eine eigene Datei und nennen Sie diese in `include:`.")),
    .init(
      "yaml-directive", .plan,
      what: .init(
        en: "The file has a `%TAG` line, which ratsam does not read.",
        de: "Die Datei hat eine Zeile `%TAG`, die ratsam nicht liest."),
      why: .init(
        en: "Tags can change what a value means; here every value counts as it is written.",
        de: "Tags können ändern, was ein Wert bedeutet; hier gilt jeder Wert so, wie er dasteht."),
      mend: .init(
        en: "Delete the line and the tags that use it.",
        de: "Löschen Sie die Zeile und die Tags, die sie nutzen.")),
    .init(
      "yaml-syntax", .plan,
      what: .init(
        en:
          "The file is not YAML at this place: a sign is missing, or the indentation does not fit.",
        de: """
          Die Datei ist an dieser Stelle kein YAML: Ein Zeichen fehlt, oder die Einrückung passt \
          nicht.
          """),
      why: .init(
        en: "What follows cannot be read with certainty, so everything after it is guesswork.",
        de: "Was folgt, lässt sich nicht sicher lesen; alles dahinter wäre geraten."),
      mend: .init(
        en: """
          The finding says what is missing. Texts with `: `, ` #` or quotes in them stand in \
          quotes.
          """,
        de: """
          Der Befund sagt, was fehlt. Texte mit `: `, ` #` oder Anführungszeichen stehen in \
          Anführungszeichen.
          """)),
    .init(
      "further-problems", .plan,
      what: .init(
        en: "The file has more problems than are told one by one; the rest is only counted.",
        de: "Die Datei hat mehr Probleme, als einzeln genannt werden; die übrigen sind nur gezählt."
      ),
      why: .init(
        en: "Thousands of lines of the same kind hide the first one, which is often the cause.",
        de: "Tausende gleicher Zeilen verdecken die erste, die oft die Ursache ist."),
      mend: .init(
        en: "Mend those that are listed and check again.",
        de: "Beheben Sie die genannten und prüfen Sie noch einmal.")),
    .init(
      "duplicate-key", .plan,
      what: .init(
        en: "A key stands twice in one mapping.",
        de: "Ein Schlüssel steht zweimal in einer Zuordnung."),
      why: .init(
        en: "Most programs silently take the last one; which was meant, only the author knows.",
        de: """
          Die meisten Programme nehmen wortlos den letzten; welcher gemeint war, weiß nur, wer es \
          schrieb.
          """),
      mend: .init(
        en: "Keep one of them, or join their values.",
        de: "Behalten Sie einen oder führen Sie die Werte zusammen.")),
    .init(
      "merge-key", .plan,
      what: .init(
        en: "A merge key `<<` stands in the plan.",
        de: "Im Plan steht ein Merge-Schlüssel `<<`."),
      why: .init(
        en: "It is no part of YAML 1.2, and what it merges cannot be seen where it counts.",
        de: "Er gehört nicht zu YAML 1.2, und was er einfügt, sieht man nicht dort, wo es gilt."),
      mend: .init(
        en: "Write the entries out. If the text `<<` is meant, put it in quotes.",
        de: """
          Schreiben Sie die Einträge aus. Ist der Text `<<` gemeint, setzen Sie ihn in \
          Anführungszeichen.
          """)),
    .init(
      "complex-key", .plan,
      what: .init(
        en: "A key is a list, a mapping or a text over several lines.",
        de: "Ein Schlüssel ist eine Liste, eine Zuordnung oder ein Text über mehrere Zeilen."),
      why: .init(
        en: "No field is called so, and the entry is left out.",
        de: "So heißt kein Feld, und der Eintrag bleibt außen vor."),
      mend: .init(
        en: "Write the key as one word with a colon: `name:`.",
        de: "Schreiben Sie den Schlüssel als ein Wort mit Doppelpunkt: `name:`.")),
    .init(
      "yaml-tag", .plan,
      what: .init(
        en: "A value has a tag such as `!!str`, which ratsam does not read.",
        de: "Ein Wert hat einen Tag wie `!!str`, den ratsam nicht liest."),
      why: .init(
        en: "What a value is, the model says; the value counts as it is written.",
        de: "Was ein Wert ist, sagt das Modell; der Wert gilt so, wie er dasteht."),
      mend: .init(
        en: "Delete the tag.",
        de: "Löschen Sie den Tag.")),
    .init(
      "undefined-alias", .plan,
      what: .init(
        en: "An alias such as `*costs` stands where no anchor `&costs` came before.",
        de: "Ein Alias wie `*kosten` steht da, ohne dass vorher ein Anker `&kosten` kam."),
      why: .init(
        en: "The value that it stands for does not exist.",
        de: "Den Wert, für den er steht, gibt es nicht."),
      mend: .init(
        en: "Set the anchor before it. If `*` belongs to the text, put the text in quotes.",
        de: "Setzen Sie den Anker davor. Gehört `*` zum Text, setzen Sie ihn in Anführungszeichen.")
    ),
    .init(
      "recursive-alias", .plan,
      what: .init(
        en: "An alias stands inside the value that it repeats.",
        de: "Ein Alias steht in dem Wert, den er wiederholt."),
      why: .init(
        en: "The value would contain itself without end.",
        de: "Der Wert enthielte sich selbst ohne Ende."),
      mend: .init(
        en: "Write the value out instead of the alias.",
        de: "Schreiben Sie statt des Alias den Wert aus.")),
    .init(
      "alias-budget", .plan,
      what: .init(
        en: "The aliases of the file stand for more values than ratsam reads.",
        de: "Die Aliase der Datei stehen für mehr Werte, als ratsam liest."),
      why: .init(
        en: """
          A few lines of aliases can stand for billions of values; such files bring programs down.
          """,
        de: """
          Wenige Zeilen mit Aliasen können für Milliarden Werte stehen; solche Dateien legen \
          Programme lahm.
          """),
      mend: .init(
        en: "Write values out instead of nesting aliases.",
        de: "Schreiben Sie Werte aus, statt Aliase zu verschachteln.")),
    .init(
      "anchor-redefined", .plan,
      what: .init(
        en: "An alias is used whose anchor was set a second time.",
        de: "Ein Alias wird benutzt, dessen Anker ein zweites Mal gesetzt wurde."),
      why: .init(
        en: "Whoever reads it looks for the first place; the second is what counts.",
        de: "Wer es liest, sucht die erste Stelle; gelten würde die zweite."),
      mend: .init(
        en: "Give one of the anchors another name, or write the values out.",
        de: "Geben Sie einem der Anker einen anderen Namen oder schreiben Sie die Werte aus.")),
  ]
}
