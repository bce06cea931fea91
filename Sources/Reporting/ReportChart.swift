import Diagnostics
import SourceText
import Values

/// A picture of a table's rows as facts; every format draws it from the same ones, and its text
/// alternative says what it shows.
package enum ReportChart: Sendable {
  case bars(Bars)
  case timeline(Timeline)
  case graph(Graph)

  /// A bar for each row, of one part or of several one after the other.
  package struct Bars: Sendable {
    package struct Bar: Sendable {
      package var label: ReportTable.Cell
      /// One for each of `series`; a cell without a number has no length.
      package var values: [ReportTable.Cell]

      package init(label: ReportTable.Cell, values: [ReportTable.Cell]) {
        self.label = label
        self.values = values
      }

      /// The length of the whole bar; nil where none of its values is a number.
      package var length: Decimal? {
        let numbers = values.compactMap(\.number)
        return numbers.isEmpty ? nil : numbers.reduce(.zero) { $0.adding($1) ?? $0 }
      }
    }
    /// The titles of the columns that are drawn.
    package var series: [LocalizedText]
    package var isStacked: Bool
    package var bars: [Bar]

    package init(series: [LocalizedText], isStacked: Bool, bars: [Bar]) {
      self.series = series
      self.isStacked = isStacked
      self.bars = bars
    }
  }

  /// A line for each row, from a day to a day.
  package struct Timeline: Sendable {
    package struct Span: Sendable {
      package var label: ReportTable.Cell
      package var start: ReportTable.Cell
      package var end: ReportTable.Cell

      package init(label: ReportTable.Cell, start: ReportTable.Cell, end: ReportTable.Cell) {
        self.label = label
        self.start = start
        self.end = end
      }

      /// The first day that the start may mean, in days since 1970-01-01.
      package var firstDay: Int32? { start.date?.firstDay }
      /// The last day that the end may mean.
      package var lastDay: Int32? { end.date?.lastDay }
      /// Whether it certainly ends before it begins, so that no line can be drawn.
      package var isReversed: Bool {
        guard let firstDay, let lastDay else { return false }
        return lastDay < firstDay
      }
    }
    package var start: LocalizedText
    package var end: LocalizedText
    package var spans: [Span]

    package init(start: LocalizedText, end: LocalizedText, spans: [Span]) {
      self.start = start
      self.end = end
      self.spans = spans
    }
  }

  /// Elements and what each leads to.
  package struct Graph: Sendable {
    package struct Node: Sendable {
      package var id: String
      /// Its name; empty where it has none.
      package var name: String
      /// Indices into the graph's nodes, in the order in which they are written.
      package var targets: [Int]
      /// What is written and leads to no element.
      package var gap: LocalizedText?
      /// Whether it is no row of the table, but something that a row leads to.
      package var isOutside: Bool
      package var source: Location

      package init(
        id: String, name: String, targets: [Int], gap: LocalizedText?, isOutside: Bool,
        source: Location
      ) {
        self.id = id
        self.name = name
        self.targets = targets
        self.gap = gap
        self.isOutside = isOutside
        self.source = source
      }
    }
    /// The title of the field that leads from one to the other.
    package var title: LocalizedText
    package var nodes: [Node]

    package init(title: LocalizedText, nodes: [Node]) {
      self.title = title
      self.nodes = nodes
    }
  }
}

extension ReportTable.Cell {
  /// The date in the cell; nil where it shows none.
  package var date: CalendarDate? {
    if case .date(let date) = parts.value { return date }
    return nil
  }
}
