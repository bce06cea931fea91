import Diagnostics
import Reporting
import TestSupport
import Testing
import Values

@testable import Reporters

@Suite("Tables survive any text")
struct TableTests {
  /// A small reader of RFC 4180 that knows nothing of the writer.
  private static func parse(_ text: String, separator: Unicode.Scalar) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch (isQuoted, scalar) {
      case (true, "\"") where next == "\"":
        field.append("\"")
        index += 1
      case (_, "\""): isQuoted.toggle()
      case (false, separator):
        record.append(String(field))
        field = .init()
      case (false, "\r") where next == "\n":
        records.append(record + [String(field)])
        (record, field) = ([], .init())
        index += 1
      default: field.append(scalar)
      }
      index += 1
    }
    return records
  }

  private static func randomTable(_ generator: inout SeededRandom) -> ([String], [[String]]) {
    let count = Int.random(in: 1...4, using: &generator)
    let titles = (0..<count).map { _ in generator.text() }
    let rows = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      (0..<count).map { _ in generator.text() }
    }
    return (titles, rows)
  }

  @Test("CSV reads back as it was", arguments: 0..<300)
  func csvReadsBack(_ seed: UInt64) {
    var generator = SeededRandom(seed)
    let (titles, rows) = Self.randomTable(&generator)
    for language in Language.allCases {
      let text = written {
        CSVTable(language: language).write(Sample.table(titles: titles, rows: rows), to: &$0)
      }
      let isGerman = language == .german
      #expect(text.unicodeScalars.first == "\u{FEFF}" || !isGerman)
      let body = String(text.unicodeScalars.dropFirst(isGerman ? 1 : 0))
      let read = Self.parse(body, separator: isGerman ? ";" : ",")
      let wanted = ([titles] + rows).map { $0.map(CSVTable.guarded) }
      #expect(read.map { $0.map { Array($0.utf8) } } == wanted.map { $0.map { Array($0.utf8) } })
    }
  }

  @Test(
    "text that a spreadsheet would run is guarded, numbers are not",
    arguments: ["=1+1", "+49 511", "-", "@SUM(A1)", "\tx", "\rx"])
  func guardsFormulas(_ text: String) {
    #expect(CSVTable.guarded(text) == "'" + text)
    let table = ReportTable(
      name: "t", title: LocalizedText(same: "T"), columns: [.init(LocalizedText(same: "N"))],
      rows: [.init([.number(Sample.decimal(-125, 1))])])
    #expect(written { CSVTable(language: .english).write(table, to: &$0) } == "N\r\n-12.5\r\n")
    #expect(
      written { CSVTable(language: .german).write(table, to: &$0) } == "\u{FEFF}N\r\n-12,5\r\n")
  }

  @Test("units that differ stand in a column of their own")
  func differingUnits() {
    let table = ReportTable(
      name: "t", title: LocalizedText(same: "T"), columns: [.init(LocalizedText(same: "Cost"))],
      rows: [
        .init([.money(Money(Decimal(1), .euro))]),
        .init([.money(Money(Decimal(2), Currency("CHF")))]),
      ])
    let text = written { CSVTable(language: .english).write(table, to: &$0) }
    #expect(text == "Cost,Cost (unit)\r\n1.00,EUR\r\n2.00,CHF\r\n")
  }

  @Test("a Markdown row has one pipe more than columns", arguments: 0..<300)
  func markdownPipes(_ seed: UInt64) {
    var generator = SeededRandom(seed)
    let (titles, rows) = Self.randomTable(&generator)
    var table = Sample.table(titles: titles, rows: rows)
    table.rows.append(.init(titles.map { .text($0) }, isTotal: true))
    let text = written { MarkdownTable(language: .english).write(table, to: &$0) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
    #expect(lines.count == rows.count + 4, "title, rule, rows, total and the last break")
    for line in lines.dropLast() {
      #expect(Self.unescapedPipes(line) == titles.count + 1, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 32 || $0 == "\u{2028}" })
    }
  }

  /// As GitHub counts: a pipe behind an odd number of backslashes does not divide cells.
  private static func unescapedPipes(_ line: Substring) -> Int {
    var count = 0
    var backslashes = 0
    for scalar in line.unicodeScalars {
      if scalar == "|", backslashes % 2 == 0 { count += 1 }
      backslashes = scalar == "\\" ? backslashes + 1 : 0
    }
    return count
  }

  @Test("every line of a terminal's table divides at the same cells", arguments: 0..<200)
  func terminalAligns(_ seed: UInt64) {
    var generator = SeededRandom(seed)
    let (titles, rows) = Self.randomTable(&generator)
    var table = Sample.table(
      titles: titles.map { $0.replacing("│", with: "") }, rows: rows)
    for index in table.columns.indices where index % 2 == 1 {
      table.columns[index].alignment = .right
    }
    let width = Int.random(in: 20...80, using: &generator)
    let text = written { TerminalTable(language: .english, width: width).write(table, to: &$0) }
    let grid = text.split(separator: "\n").dropFirst()
    var dividers: Set<[Int]> = []
    for line in grid {
      var cells = 0
      var found: [Int] = []
      for character in line {
        if character == "│" || character == "┼" { found.append(cells) }
        cells += TextWidth.cells(character)
      }
      dividers.insert(found)
    }
    #expect(dividers.count <= 1, "\(text)")
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test("rows without all cells, tables without columns")
  func gaps() {
    var table = Sample.table(titles: ["A", "B"], rows: [["x"]])
    #expect(
      written { TerminalTable(language: .english).write(table, to: &$0) }
        == "T\n\n A │ B\n───┼───\n x │\n")
    #expect(written { CSVTable(language: .english).write(table, to: &$0) } == "A,B\r\nx,\r\n")
    table.columns = []
    #expect(written { MarkdownTable(language: .english).write(table, to: &$0) } == "### T\n")
    #expect(written { TerminalTable(language: .english).write(table, to: &$0) } == "T\n\n")
  }
}
