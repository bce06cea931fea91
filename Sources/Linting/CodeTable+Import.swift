import Diagnostics
import Reporting

extension CodeDescription {
  /// What `ratsam import` tells.
  static let imports: [CodeDescription] = [
    .init(
      "unreadable-source", .call,
      what: .init(
        en: "The file that is to be imported is no table with one header line.",
        de: "Die einzulesende Datei ist keine Tabelle mit einer Kopfzeile."),
      why: .init(
        en: "Where a quote is never closed, half the table would become one text.",
        de: "Wo ein Anführungszeichen offen bleibt, würde die halbe Tabelle zu einem Text."),
      mend: .init(
        en: "Write it as RFC 4180 has it: texts with separators in quotes, quotes inside doubled.",
        de: """
          Schreiben Sie sie nach RFC 4180: Texte mit Trennzeichen in Anführungszeichen, solche im \
          Text doppelt.
          """)),
    .init(
      "wrong-import-map", .call,
      what: .init(
        en: "The map names something that a map or the plan does not have.",
        de: "Die Zuordnung nennt etwas, das es in ihr oder im Plan nicht gibt."),
      why: .init(
        en: "A field that no plan has would be lost.",
        de: "Ein Feld, das kein Plan hat, ginge verloren."),
      mend: .init(
        en: "`ratsam schema` shows the lists and fields; docs/import.md shows how a map looks.",
        de: "`ratsam schema` zeigt Listen und Felder, docs/import.md den Aufbau einer Zuordnung.")),
    .init(
      "import-open", .call,
      what: .init(
        en: "A text of the source can not be read for certain; the plan says `open` with the text.",
        de: "Ein Text der Quelle lässt sich nicht sicher lesen; im Plan steht er bei `open`."),
      why: .init(
        en: "A number that was guessed looks like one that somebody stated.",
        de: "Eine geratene Zahl sieht aus wie eine, die jemand genannt hat."),
      mend: .init(
        en: """
          Say in the map how the source writes numbers and dates, what a text means, or write the \
          value into the plan.
          """,
        de: """
          Sagen Sie in der Zuordnung, wie die Quelle Zahlen und Daten schreibt oder was ein Text \
          bedeutet, oder tragen Sie den Wert in den Plan ein.
          """)),
    .init(
      "import-unusual", .call,
      what: .init(
        en: "A text is none of the usual values of its field; it stays as it is.",
        de: "Ein Text gehört nicht zu den üblichen Werten seines Feldes; er bleibt, wie er ist."),
      why: .init(
        en: "Every town has words of its own; rules know only the usual ones.",
        de: "Jede Stadt hat eigene Wörter; Regeln kennen nur die üblichen."),
      mend: .init(
        en: "Say in the map which usual value it means: `values: {\"text\": value}`.",
        de: "Sagen Sie in der Zuordnung, welcher gemeint ist: `values: {\"Text\": wert}`.")),
    .init(
      "import-no-column", .call,
      what: .init(
        en: "The map names a column or a key that no row of the source has.",
        de: "Die Zuordnung nennt eine Spalte oder einen Schlüssel, den keine Zeile hat."),
      why: .init(
        en: "A misspelt column would leave its field empty in every element.",
        de: "Eine falsch geschriebene Spalte ließe ihr Feld in jedem Element leer."),
      mend: .init(
        en: "Take one of the names that the finding lists, or write `optional: true`.",
        de: "Nehmen Sie einen der genannten Namen, oder schreiben Sie `optional: true`.")),
    .init(
      "import-some-rows", .call,
      what: .init(
        en: "Some rows of the source do not have a column that the map names.",
        de: "Einige Zeilen der Quelle haben eine Spalte nicht, die die Zuordnung nennt."),
      why: .init(
        en: "Their elements lack the field: because nothing is to be said, or because the source "
          + "spells the key in two ways.",
        de: "Ihren Elementen fehlt das Feld: weil nichts zu sagen ist, oder weil die Quelle den "
          + "Schlüssel verschieden schreibt."),
      mend: .init(
        en: "Look at these rows; if they are right, write `optional: true`.",
        de: "Sehen Sie diese Zeilen an; sind sie richtig, schreiben Sie `optional: true`.")),
    .init(
      "import-nothing", .call,
      what: .init(
        en: "A list of the map gets no element.",
        de: "Eine Liste der Zuordnung bekommt kein Element."),
      why: .init(
        en: "An empty list looks as if there were nothing to import.",
        de: "Eine leere Liste sieht aus, als gäbe es nichts einzulesen."),
      mend: .init(
        en: "Look at `rows`, which leads to the rows, and `where`, which chooses among them.",
        de: "Sehen Sie `rows` durch, das zu den Zeilen führt, und `where`, das auswählt.")),
    .init(
      "import-list", .call,
      what: .init(
        en: "The source has a list where the plan has one value.",
        de: "Die Quelle hat eine Liste, wo der Plan einen einzelnen Wert hat."),
      why: .init(
        en: "To take the first entry would lose the others.",
        de: "Den ersten Eintrag zu nehmen, hieße die anderen zu verlieren."),
      mend: .init(
        en: "Join the entries with `join`, or take a field that holds a list.",
        de: "Verbinden Sie die Einträge mit `join`, oder nehmen Sie ein Feld für Listen.")),
  ]
}
