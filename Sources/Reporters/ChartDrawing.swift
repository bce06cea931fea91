import Diagnostics
import Reporting
import Values

/// A chart drawn with signs that every terminal font has, in lines of at most `width` cells.
struct ChartDrawing {
  let language: Language
  let width: Int

  func lines(_ chart: ReportChart) -> [String] {
    switch chart {
    case .bars(let bars) where bars.bars.isEmpty: []
    case .bars(let bars): bars.isStacked ? stacked(bars) : plain(bars)
    case .timeline(let timeline): lines(timeline)
    case .graph(let graph): GraphDrawing(graph, language: language, width: width).lines()
    }
  }

  /// The labels of the rows, cut to a third of the line, and how wide they are.
  private func labels(_ cells: [ReportTable.Cell]) -> (texts: [String], width: Int) {
    let limit = max(8, width / 3)
    let texts = cells.map {
      TextWidth.truncated(VisibleText.line($0.text(language)), to: limit)
    }
    let widest = texts.map { TextWidth.cells($0) }.max() ?? 0
    return (texts.map { TextWidth.padded($0, to: widest) }, widest)
  }

  // MARK: - Bars

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  /// What tells the parts of a stacked bar apart, without colour.
  private static let fills: [Character] = ["█", "░", "▓", "▒", "▞"]

  private func plain(_ chart: ReportChart.Bars) -> [String] {
    drawn(chart) { bar, room, largest in
      let eighths = Self.share(bar.length ?? .zero, of: largest, room * 8)
      return String(repeating: "█", count: eighths / 8) + Self.eighths[eighths % 8]
    }
  }

  private func stacked(_ chart: ReportChart.Bars) -> [String] {
    let legend = zip(chart.series, Self.fills + Self.fills)
      .map { "\($1) \(VisibleText.line($0[language]))" }.joined(separator: "   ")
    let bars = drawn(chart) { bar, room, largest in
      var text = ""
      var sum = Decimal.zero
      for (index, value) in bar.values.enumerated() {
        sum = sum.adding(value.number ?? .zero) ?? sum
        let end = Self.share(sum, of: largest, room)
        let fill = Self.fills[index % Self.fills.count]
        text += String(repeating: fill, count: max(0, end - text.count))
      }
      return text
    }
    return bars + ["", legend]
  }

  private func drawn(
    _ chart: ReportChart.Bars,
    _ draw: (ReportChart.Bars.Bar, _ room: Int, _ largest: Decimal) -> String
  ) -> [String] {
    let (labels, labelWidth) = labels(chart.bars.map(\.label))
    let values = chart.bars.map { bar in
      bar.values.map { $0.parts.value.text(language) }.joined(separator: " + ")
    }
    let valueWidth = values.map { TextWidth.cells($0) }.max() ?? 0
    let room = max(8, width - labelWidth - valueWidth - 3)
    let largest = chart.bars.compactMap(\.length).max() ?? .zero
    return chart.bars.indices.map { index in
      let bar = draw(chart.bars[index], room, largest)
      return "\(labels[index]) ▕\(bar)\(bar.isEmpty ? "" : " ")\(VisibleText.line(values[index]))"
    }
  }

  /// How many of `room` steps a value takes; every value above nought takes one.
  private static func share(_ value: Decimal, of largest: Decimal, _ room: Int) -> Int {
    guard value > .zero, largest > .zero,
      let steps = value.multiplying(by: Decimal(room))?.divided(by: largest, fractionDigits: 0)
    else { return 0 }
    return min(room, max(1, steps.wholeValue ?? 0))
  }

  // MARK: - Timelines

  private func lines(_ chart: ReportChart.Timeline) -> [String] {
    let days = chart.spans.flatMap { [$0.firstDay, $0.lastDay].compactMap(\.self) }
    guard let first = days.min(), let last = days.max(),
      let firstYear = CalendarDate(containing: first, .year),
      let lastYear = CalendarDate(containing: last, .year)
    else { return [] }
    let (labels, labelWidth) = labels(chart.spans.map(\.label))
    let room = max(10, width - labelWidth - 2)
    let scale = TimeScale(first: firstYear.firstDay, last: lastYear.lastDay, room: room)
    let indent = String(repeating: " ", count: labelWidth)
    var lines = [indent + "  " + scale.years(from: firstYear.year, to: lastYear.year)]
    for (index, span) in chart.spans.enumerated() {
      lines.append("\(labels[index]) ▕\(scale.bar(span, language))")
    }
    var legend: [String] = []
    if chart.spans.contains(where: \.isReversed) {
      legend.append(language.pick("× ends before it begins", "× endet vor dem Beginn"))
    }
    let hasGap = chart.spans.contains { ($0.firstDay == nil) != ($0.lastDay == nil) }
    if hasGap {
      legend.append(
        language.pick("╌ start or end not stated", "╌ Beginn oder Ende ohne Angabe"))
    }
    return legend.isEmpty ? lines : lines + ["", legend.joined(separator: "   ")]
  }
}

/// Days on a line of `room` cells.
private struct TimeScale {
  let first: Int32
  let last: Int32
  let room: Int

  func cell(_ day: Int32) -> Int {
    let place = (Int(day) - Int(first)) * room / (Int(last) - Int(first) + 1)
    return min(max(0, place), room - 1)
  }

  /// The years above the line, each where it begins, as far as there is room.
  func years(from start: Int, to end: Int) -> String {
    var text = ""
    for year in start...end {
      guard let day = CalendarDate(year: year)?.firstDay else { continue }
      let place = cell(day)
      guard text.isEmpty || place > text.count else { continue }
      guard place + 4 <= room else { continue }
      text += String(repeating: " ", count: place - text.count) + String(year)
    }
    return text
  }

  func bar(_ span: ReportChart.Timeline.Span, _ language: Language) -> String {
    switch (span.firstDay.map(cell), span.lastDay.map(cell)) {
    case (let start?, let end?) where span.isReversed:
      // Both days, and nothing between them.
      return String(repeating: " ", count: end) + "×"
        + String(repeating: " ", count: max(0, start - end - 1)) + (start > end ? "×" : "")
    case (let start?, let end?):
      return String(repeating: " ", count: start)
        + String(repeating: "━", count: max(1, end - start + 1))
    case (let start?, nil):
      return String(repeating: " ", count: start) + "━"
        + String(repeating: "╌", count: max(0, room - start - 1))
    case (nil, let end?): return String(repeating: "╌", count: end) + "━"
    case (nil, nil): return " " + VisibleText.line(span.start.text(language))
    }
  }
}
