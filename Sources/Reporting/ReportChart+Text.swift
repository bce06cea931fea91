import Diagnostics
import Values

extension ReportChart {
  /// What the chart shows, in a sentence or two for people who cannot see it.
  package func alternative(_ language: Language) -> String {
    switch self {
    case .bars(let bars): bars.alternative(language)
    case .timeline(let timeline): timeline.alternative(language)
    case .graph(let graph): graph.alternative(language)
    }
  }
}

extension ReportChart.Bars {
  /// What the bars show: the titles of their columns.
  package func title(_ language: Language) -> String {
    series.map { $0[language] }.joined(separator: ", ")
  }

  fileprivate func alternative(_ language: Language) -> String {
    let drawn = bars.filter { $0.length != nil }
    let kind = language.pick(
      "\(isStacked ? "Stacked bars" : "Bars") of \(title(language))",
      "\(isStacked ? "Gestapelte Balken" : "Balken"): \(title(language))")
    var parts: [String] = []
    let largest = drawn.reduce(drawn.first) {
      ($0?.length ?? .zero) < ($1.length ?? .zero) ? $1 : $0
    }
    let smallest = drawn.reduce(drawn.first) {
      ($1.length ?? .zero) < ($0?.length ?? .zero) ? $1 : $0
    }
    if let largest, drawn.count > 1, largest.length == smallest?.length {
      parts.append(
        language.pick("all alike: ", "alle gleich: ") + valueText(of: largest, language))
    } else if let largest, let smallest, drawn.count > 1 {
      parts.append(language.pick("largest: ", "größter Wert: ") + text(of: largest, language))
      parts.append(language.pick("smallest: ", "kleinster Wert: ") + text(of: smallest, language))
    } else if let only = largest {
      parts.append(text(of: only, language))
    }
    let without = bars.count - drawn.count
    if bars.isEmpty {
      parts.append(language.pick("no rows", "keine Zeilen"))
    } else if without > 0 || parts.isEmpty {
      parts.append(language.pick("\(without) without a value", "\(without) ohne Wert"))
    }
    return "\(kind) – \(parts.joined(separator: "; "))."
  }

  private func text(of bar: Bar, _ language: Language) -> String {
    "\(bar.label.text(language)) (\(valueText(of: bar, language)))"
  }

  /// The bar's values as people read them.
  package func valueText(of bar: Bar, _ language: Language) -> String {
    guard isStacked else { return bar.values.first.map { Self.short($0, language) } ?? "" }
    return zip(series, bar.values)
      .map { "\($0[language]) \(Self.short($1, language))" }.joined(separator: ", ")
  }

  private static func short(_ cell: ReportTable.Cell, _ language: Language) -> String {
    let parts = cell.parts
    let share = parts.share.map { " " + $0.shortText(language) } ?? ""
    return parts.value.text(language) + share
  }
}

extension ReportChart.Timeline {
  fileprivate func alternative(_ language: Language) -> String {
    let kind = language.pick(
      "Timeline of \(start.english) to \(end.english)",
      "Zeitleiste: \(start.german) bis \(end.german)")
    var parts: [String] = []
    let starting = spans.filter { $0.firstDay != nil }
    let first = starting.reduce(starting.first) {
      ($0?.firstDay ?? 0) <= ($1.firstDay ?? 0) ? $0 : $1
    }
    let ending = spans.filter { $0.lastDay != nil }
    let last = ending.reduce(ending.first) { ($0?.lastDay ?? 0) >= ($1.lastDay ?? 0) ? $0 : $1 }
    if let first {
      parts.append(
        language.pick("first: ", "zuerst: ")
          + "\(first.label.text(language)) (\(first.start.text(language)))")
    }
    if let last {
      parts.append(
        language.pick("last end: ", "letztes Ende: ")
          + "\(last.label.text(language)) (\(last.end.text(language)))")
    }
    let noStart = spans.count - starting.count
    let noEnd = spans.count - ending.count
    if noStart > 0 {
      parts.append(language.pick("\(noStart) without a start", "\(noStart) ohne Beginn"))
    }
    if noEnd > 0 { parts.append(language.pick("\(noEnd) without an end", "\(noEnd) ohne Ende")) }
    let reversed = spans.count(where: \.isReversed)
    if reversed > 0 {
      parts.append(
        language.pick(
          "\(reversed) ending before the start", "\(reversed) mit Ende vor dem Beginn"))
    }
    if parts.isEmpty { parts.append(language.pick("no rows", "keine Zeilen")) }
    return "\(kind) – \(parts.joined(separator: "; "))."
  }
}

extension ReportChart.Graph {
  /// The nodes from which a way leads back to themselves, in time linear in the graph (Tarjan's
  /// strongly connected components, with a stack of its own).
  package var nodesInCycles: Set<Int> {
    var found: Set<Int> = []
    var number = [Int](repeating: -1, count: nodes.count)
    var lowest = number
    var isOpen = [Bool](repeating: false, count: nodes.count)
    var open: [Int] = []
    var way: [(node: Int, next: Int)] = []
    var count = 0
    for root in nodes.indices where number[root] < 0 {
      way.append((root, 0))
      while let (node, next) = way.last {
        if next == 0 {
          (number[node], lowest[node]) = (count, count)
          count += 1
          open.append(node)
          isOpen[node] = true
        }
        guard next == nodes[node].targets.count else {
          let target = nodes[node].targets[next]
          way[way.count - 1].next += 1
          if number[target] < 0 {
            way.append((target, 0))
          } else if isOpen[target] {
            lowest[node] = min(lowest[node], number[target])
          }
          continue
        }
        way.removeLast()
        if let around = way.last?.node { lowest[around] = min(lowest[around], lowest[node]) }
        guard lowest[node] == number[node], let first = open.lastIndex(of: node) else { continue }
        let part = open[first...]
        for member in part { isOpen[member] = false }
        if part.count > 1 || nodes[node].targets.contains(node) { found.formUnion(part) }
        open.removeSubrange(first...)
      }
    }
    return found
  }

  fileprivate func alternative(_ language: Language) -> String {
    let edges = nodes.reduce(0) { $0 + $1.targets.count }
    let leading = nodes.count { !$0.targets.isEmpty }
    var parts = [
      language.pick(
        "\(edges) \(edges == 1 ? "link" : "links") from \(leading) of \(nodes.count) elements",
        "\(edges) \(edges == 1 ? "Verbindung" : "Verbindungen") von \(leading) der \(nodes.count) "
          + "Elemente")
    ]
    var counts = [Int](repeating: 0, count: nodes.count)
    for node in nodes { for target in node.targets { counts[target] += 1 } }
    if let most = counts.max(), most > 1, let index = counts.firstIndex(of: most) {
      parts.append(
        language.pick(
          "most lead to \(nodes[index].id) (\(most))",
          "die meisten führen zu \(nodes[index].id) "
            + "(\(most))"))
    }
    let cycles = nodesInCycles.sorted().map { nodes[$0].id }
    if !cycles.isEmpty {
      parts.append(
        language.pick("in a cycle: ", "im Kreis: ") + cycles.joined(separator: ", "))
    }
    let gaps = nodes.count { $0.gap != nil }
    if gaps > 0 {
      parts.append(language.pick("\(gaps) without a statement", "\(gaps) ohne Angabe"))
    }
    return language.pick("Graph of ", "Graph: ") + title[language] + " – "
      + parts.joined(separator: "; ") + "."
  }
}
