import Reporting

/// Columns for each value, charts and reports.
extension CodeDescription {
  static let reports: [CodeDescription] = [
    .init(
      "columns-each", .rules,
      what: .init(
        en: "`columns each` names something that gives no columns, or its cells have no titles.",
        de: "`columns each` nennt etwas, das keine Spalten ergibt, oder Zellen ohne Titel."),
      why: .init(
        en: """
          Every element belongs to one column, and the columns must be few enough to be read \
          beside each other.
          """,
        de: """
          Jedes Element gehört in eine Spalte, und die Spalten müssen so wenige sein, dass man sie \
          nebeneinander lesen kann.
          """),
      mend: .init(
        en: """
          Name a choice, a reference, a date, an identifier, a number or yes or no of the row \
          itself; give each of several cells a title.
          """,
        de: """
          Nennen Sie eine Auswahl, einen Verweis, ein Datum, eine Kennung, eine Zahl oder ja oder \
          nein der Zeile selbst; geben Sie mehreren Zellen je einen Titel.
          """)),
    .init(
      "chart", .rules,
      what: .init(
        en: "A chart cannot be drawn from what it names.",
        de: "Ein Diagramm lässt sich aus dem, was es nennt, nicht zeichnen."),
      why: .init(
        en: """
          Bars have a length, a timeline has days, and a graph leads from a row to other rows of the \
          same kind.
          """,
        de: """
          Balken haben eine Länge, eine Zeitleiste hat Tage, und ein Graph führt von einer Zeile zu \
          anderen derselben Art.
          """),
      mend: .init(
        en: """
          Give bars columns of numbers, amounts or shares, a timeline columns of dates, a graph a \
          reference to the same list.
          """,
        de: """
          Geben Sie Balken Spalten mit Zahlen, Beträgen oder Anteilen, einer Zeitleiste Spalten mit \
          Datumsangaben, einem Graphen einen Verweis auf dieselbe Liste.
          """)),
    .init(
      "findings-outside-tables", .rules,
      what: .init(
        en: "A rule or a section ranges over findings.",
        de: "Eine Regel oder ein Abschnitt geht über Befunde."),
      why: .init(
        en: "Findings are known only when every rule was judged; no rule can judge them.",
        de: "Befunde gibt es erst, wenn jede Regel geurteilt hat; keine Regel kann sie beurteilen."),
      mend: .init(
        en: "Make a table with `each finding`, and name the table in the section.",
        de: "Machen Sie eine Tabelle mit `each finding`, und nennen Sie im Abschnitt die Tabelle.")),
    .init(
      "unknown-table", .rules,
      what: .init(
        en: "A report shows a table that nobody declares.",
        de: "Ein Bericht zeigt eine Tabelle, die niemand vereinbart."),
      why: .init(
        en: "The section would be empty, and nobody would notice.",
        de: "Der Abschnitt wäre leer, und niemand würde es merken."),
      mend: .init(
        en: "Take the name that the finding offers; `ratsam table --list` shows all.",
        de: "Nehmen Sie den Namen aus dem Befund; `ratsam table --list` zeigt alle.")),
  ]
}
