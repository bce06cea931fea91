import Diagnostics
import SourceText
import Values

/// A summary table as the evaluator made it; every format draws the same one.
package struct ReportTable: Sendable {
  package struct Column: Sendable, Hashable {
    package var title: LocalizedText
    /// Numbers, amounts, shares and dates stand on the right.
    package var alignment: TextAlignment

    package init(_ title: LocalizedText, _ alignment: TextAlignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  package indirect enum Cell: Sendable, Hashable {
    /// A text of the plan.
    case text(String)
    /// A text of the tool or the schema, such as the title of a choice's value.
    case localized(LocalizedText)
    case number(Decimal)
    case money(Money)
    /// 12.5 is twelve and a half hundredths, as the plan states it.
    case percent(Decimal)
    /// A share that was computed; people read it with one digit after the point.
    case computedPercent(Decimal)
    case date(CalendarDate)
    /// There is no value, and why: "not stated".
    case missing(LocalizedText)
    /// An aggregate over members of which some are unknown.
    case partial(Cell, Share)
  }

  /// What a partial aggregate rests on: "12 of 15 measures; 3 not stated".
  package struct Share: Sendable, Hashable {
    package var stated: Int
    package var of: Int
    /// What the members are called, several of them: "measures", "Maßnahmen".
    package var members: LocalizedText
    /// Why the others are missing: "3 not stated", "2 open, 1 not stated".
    package var missing: LocalizedText

    package init(stated: Int, of: Int, members: LocalizedText, missing: LocalizedText) {
      self.stated = stated
      self.of = of
      self.members = members
      self.missing = missing
    }
  }

  package struct Row: Sendable, Hashable {
    /// One cell for each column; what is missing at the end is drawn empty.
    package var cells: [Cell]
    /// The total over all rows; it stands apart.
    package var isTotal: Bool
    /// The group of the elements that have no key, such as "no owner".
    package var isWithoutKey: Bool
    /// The elements of the plan that the row was made from.
    package var sources: [Location]

    package init(
      _ cells: [Cell], isTotal: Bool = false, isWithoutKey: Bool = false, sources: [Location] = []
    ) {
      self.cells = cells
      self.isTotal = isTotal
      self.isWithoutKey = isWithoutKey
      self.sources = sources
    }
  }

  /// The table's name in its rule file, such as `cost-by-committee`.
  package var name: String
  package var title: LocalizedText
  package var columns: [Column]
  package var rows: [Row]
  /// What readers must know, such as that totals count each element once; drawn below the table.
  package var notes: [LocalizedText]
  /// Pictures of the same rows; each stands beside the table, never in its place.
  package var charts: [ReportChart]

  package init(
    name: String, title: LocalizedText, columns: [Column], rows: [Row] = [],
    notes: [LocalizedText] = [], charts: [ReportChart] = []
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.charts = charts
  }
}
