import Diagnostics
import Reporting

/// A graph as an indented list: under each element what it leads to.
///
/// What stands under an element is drawn once; where it is met again the list says so, and an
/// element that leads back to one above it is marked.
struct GraphDrawing {
  private let graph: ReportChart.Graph
  private let language: Language
  private let width: Int

  init(_ graph: ReportChart.Graph, language: Language, width: Int) {
    self.graph = graph
    self.language = language
    self.width = width
  }

  private struct Entry {
    var node: Int
    /// The lines to the left of the entry, and of what stands under it.
    var prefix: String
    var inner: String
  }

  func lines() -> [String] {
    var lines: [String] = []
    var isDrawn = [Bool](repeating: false, count: graph.nodes.count)
    let isTarget = Set(graph.nodes.flatMap(\.targets))
    let leading = graph.nodes.indices.filter { !graph.nodes[$0].targets.isEmpty }
    // First what nothing leads to; what is left then stands in cycles.
    for node in leading.filter({ !isTarget.contains($0) }) { draw(node, &isDrawn, &lines) }
    for node in leading where !isDrawn[node] { draw(node, &isDrawn, &lines) }
    let lonely = graph.nodes.indices.filter {
      graph.nodes[$0].targets.isEmpty && !isTarget.contains($0)
    }
    if !lonely.isEmpty {
      lines.append(
        language.pick(
          "(\(lonely.count) without a link)", "(\(lonely.count) ohne Verbindung)"))
    }
    return lines
  }

  /// Draws an element and all it leads to, with a stack of its own: chains may be long.
  private func draw(_ root: Int, _ isDrawn: inout [Bool], _ lines: inout [String]) {
    var stack = [Entry(node: root, prefix: "", inner: "")]
    /// The elements above, each with how many entries the stack had below it.
    var above: [(node: Int, depth: Int)] = []
    var isAbove = [Bool](repeating: false, count: graph.nodes.count)
    while let entry = stack.popLast() {
      while let last = above.last, last.depth > stack.count {
        isAbove[last.node] = false
        above.removeLast()
      }
      let node = graph.nodes[entry.node]
      var mark = ""
      if isAbove[entry.node] {
        mark = language.pick(" ↺ leads back", " ↺ führt zurück")
      } else if isDrawn[entry.node], !node.targets.isEmpty {
        mark = language.pick(" (see above)", " (siehe oben)")
      }
      lines.append(TextWidth.truncated(entry.prefix + text(node) + mark, to: width))
      guard mark.isEmpty else { continue }
      isDrawn[entry.node] = true
      above.append((entry.node, stack.count))
      isAbove[entry.node] = true
      // Deeper than the line is wide nothing more can be seen.
      let isDeep = entry.inner.count > width
      for (index, target) in node.targets.enumerated().reversed() {
        let isLast = index == node.targets.count - 1
        stack.append(
          Entry(
            node: target, prefix: entry.inner + (isLast ? "└─ " : "├─ "),
            inner: isDeep ? entry.inner : entry.inner + (isLast ? "   " : "│  ")))
      }
    }
  }

  private func text(_ node: ReportChart.Graph.Node) -> String {
    let gap = node.gap.map { " (\($0[language]))" } ?? ""
    return VisibleText.line(node.name.isEmpty ? node.id : "\(node.id) \(node.name)") + gap
  }

  // MARK: - Mermaid

  /// The same graph for Mermaid, which many viewers of Markdown draw.
  func mermaid() -> [String] {
    let isTarget = Set(graph.nodes.flatMap(\.targets))
    var lines = ["graph LR"]
    for (index, node) in graph.nodes.enumerated()
    where !node.targets.isEmpty || isTarget.contains(index) {
      lines.append("  n\(index)[\"\(Self.escaped(text(node)))\"]")
    }
    for (index, node) in graph.nodes.enumerated() {
      for target in node.targets { lines.append("  n\(index) --> n\(target)") }
    }
    return lines
  }

  /// Signs that Mermaid or HTML would read, as numbered entities.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.value >= 0x80 || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
        || " .,-()".unicodeScalars.contains(scalar)
      result += isPlain ? String(scalar) : "#\(scalar.value);"
    }
    return result
  }
}
