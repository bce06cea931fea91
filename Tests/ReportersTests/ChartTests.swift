import Diagnostics
import Reporting
import SourceText
import TestSupport
import Testing
import Values

@testable import Reporters

@Suite("Charts are drawn as text, and told in words")
struct ChartTests {
  private static func money(_ amount: Int) -> ReportTable.Cell {
    .money(Money(Decimal(amount), .euro))
  }

  private static let bars = ReportChart.bars(
    ReportChart.Bars(
      series: [LocalizedText(en: "Cost", de: "Kosten")], isStacked: false,
      bars: [
        .init(label: .text("Ausschuss für Stadtentwicklung, Bau und Wohnen"), values: [money(800)]),
        .init(label: .text("Sport"), values: [money(1)]),
        .init(
          label: .localized(LocalizedText(en: "not stated", de: "ohne Angabe")),
          values: [.missing(LocalizedText(en: "1 open", de: "1 offen"))]),
        .init(label: .text("移民"), values: [money(0)]),
      ]))

  private static let stacked = ReportChart.bars(
    ReportChart.Bars(
      series: [
        LocalizedText(en: "Errors", de: "Fehler"), LocalizedText(en: "Notes", de: "Hinweise"),
      ],
      isStacked: true,
      bars: [
        .init(label: .text("A"), values: [.number(Decimal(3)), .number(Decimal(1))]),
        .init(label: .text("B"), values: [.number(Decimal(0)), .number(Decimal(2))]),
      ]))

  private static let timeline = ReportChart.timeline(
    ReportChart.Timeline(
      start: LocalizedText(en: "Start", de: "Beginn"), end: LocalizedText(en: "End", de: "Ende"),
      spans: [
        .init(
          label: .text("M1"), start: .date(CalendarDate(year: 2027)!),
          end: .date(CalendarDate(year: 2028, quarter: 2)!)),
        .init(
          label: .text("M2"), start: .date(CalendarDate(year: 2027, month: 7)!),
          end: .missing(LocalizedText(en: "not stated", de: "ohne Angabe"))),
        .init(
          label: .text("M3"), start: .missing(LocalizedText(en: "open", de: "offen")),
          end: .date(CalendarDate(year: 2029, month: 1, day: 31)!)),
        .init(
          label: .text("M4"), start: .missing(LocalizedText(en: "open", de: "offen")),
          end: .missing(LocalizedText(en: "open", de: "offen"))),
      ]))

  private static func node(_ id: String, _ targets: [Int], gap: LocalizedText? = nil)
    -> ReportChart.Graph.Node
  {
    ReportChart.Graph.Node(
      id: id, name: id == "M1" ? "A \"name\" <b>" : "", targets: targets, gap: gap,
      isOutside: false,
      source: Location(SourceFile(path: "plan.yaml", text: ""), ByteRange(at: 0)))
  }

  private static let graph = ReportChart.graph(
    ReportChart.Graph(
      title: LocalizedText(en: "Depends on", de: "hängt ab von"),
      nodes: [
        node("M1", [1, 2]), node("M2", [2]), node("M3", [4]), node("M4", []), node("M5", []),
        node("C1", [6]), node("C2", [5, 7]), node("C3", [6]),
        node("M6", [], gap: LocalizedText(en: "open", de: "offen")), node("S", [9]),
      ]))

  private static let table = {
    var table = Sample.table(titles: ["A"], rows: [["b"]])
    table.charts = [bars, stacked, timeline, graph]
    return table
  }()

  private func written(_ body: (inout ByteBuffer) -> Void) -> String {
    var bytes: [UInt8] = []
    var buffer = ByteBuffer { bytes += $0 }
    body(&buffer)
    buffer.flush()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("in the terminal", arguments: Language.allCases)
  func terminal(_ language: Language) {
    let text = written {
      TerminalTable(language: language, width: 70).write(Self.table, to: &$0)
    }
    Golden.expect(text, equals: "charts.\(language.rawValue).txt")
    let isNarrow = text.split(separator: "\n").allSatisfy { TextWidth.cells(String($0)) <= 70 }
    #expect(isNarrow)
  }

  @Test("in Markdown, a graph as Mermaid", arguments: Language.allCases)
  func markdown(_ language: Language) {
    let text = written { MarkdownTable(language: language).write(Self.table, to: &$0) }
    Golden.expect(text, equals: "charts.\(language.rawValue).md")
  }

  @Test("without drawings only words are left")
  func spoken() {
    let text = written {
      TerminalTable(language: .english, width: 70, drawsCharts: false).write(Self.table, to: &$0)
    }
    #expect(!text.contains { "█░━╌└├▕".contains($0) })
    #expect(text.contains("largest: "))
    #expect(text.contains("in a cycle: C1, C2, C3, S"))
  }

  @Test("a long chain and a wide graph are drawn once each")
  func longChain() {
    let count = 20_000
    let chain = ReportChart.Graph(
      title: LocalizedText(same: "g"),
      nodes: (0..<count).map { Self.node("N\($0)", $0 + 1 < count ? [$0 + 1] : []) })
    let lines = ChartDrawing(language: .english, width: 60).lines(.graph(chain))
    #expect(lines.count == count)
    #expect(chain.nodesInCycles.isEmpty)
    var ring = chain
    ring.nodes[count - 1].targets = [0]
    #expect(ring.nodesInCycles.count == count)
    #expect(ChartDrawing(language: .english, width: 60).lines(.graph(ring)).count == count + 1)
  }
}
