import Diagnostics
import Reporting
import TestSupport
import Testing

@testable import Reporters

@Suite("Every format over the sample findings")
struct GoldenTests {
  @Test("concise", arguments: Language.allCases)
  func concise(_ language: Language) {
    let text = written { ConciseReporter(language: language).write(Sample.report, to: &$0) }
    Golden.expect(text, equals: "concise.\(language.rawValue).txt")
  }

  @Test("terminal", arguments: Language.allCases)
  func terminal(_ language: Language) {
    let options = TerminalReporter.Options(width: 90, showsLedger: true)
    let text = written {
      TerminalReporter(language: language, options: options).write(Sample.report, to: &$0)
    }
    Golden.expect(text, equals: "terminal.\(language.rawValue).txt")
  }

  @Test("terminal in colour")
  func terminalInColor() {
    let options = TerminalReporter.Options(width: 60, usesColor: true, showsLedger: true)
    let text = written {
      TerminalReporter(language: .english, options: options).write(Sample.report, to: &$0)
    }
    Golden.expect(text, equals: "terminal.color.txt")
    let plain = written {
      let options = TerminalReporter.Options(width: 60, showsLedger: true)
      TerminalReporter(language: .english, options: options).write(Sample.report, to: &$0)
    }
    #expect(Self.withoutColor(text) == Self.withoutColor(plain), "colour moves nothing")
  }

  /// The text without control sequences and without blanks at the end of its lines.
  private static func withoutColor(_ text: String) -> [String] {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(separator: "\n").map { line in
      String(
        line.prefix(upTo: line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex))
    }
  }

  @Test("spoken", arguments: Language.allCases)
  func spoken(_ language: Language) {
    let text = written { SpokenReporter(language: language).write(Sample.report, to: &$0) }
    Golden.expect(text, equals: "spoken.\(language.rawValue).txt")
    #expect(!text.contains { "│┌─^·".contains($0) })
  }

  @Test("json", arguments: Language.allCases)
  func json(_ language: Language) {
    let text = written { JSONReporter(language: language).write(Sample.report, to: &$0) }
    Golden.expect(text, equals: "check.\(language.rawValue).json")
  }

  @Test("tables", arguments: Language.allCases)
  func tables(_ language: Language) {
    let name = "table.\(language.rawValue)"
    Golden.expect(
      written { TerminalTable(language: language).write(Sample.table, to: &$0) },
      equals: "\(name).txt")
    Golden.expect(
      written { TerminalTable(language: language, width: 60).write(Sample.table, to: &$0) },
      equals: "\(name).narrow.txt")
    Golden.expect(
      written { MarkdownTable(language: language).write(Sample.table, to: &$0) },
      equals: "\(name).md")
    let csv = written { CSVTable(language: language).write(Sample.table, to: &$0) }
    let mark = language == .german ? 1 : 0  // reading a golden drops its byte order mark
    Golden.expect(String(csv.unicodeScalars.dropFirst(mark)), equals: "\(name).csv")
  }

  @Test("no findings")
  func noFindings() {
    let report = CheckReport(
      plans: [], findings: [], ledger: [LedgerEntry(rule: "a", applied: 1, met: 1)],
      version: "0.1.0")
    let text = written { TerminalReporter(language: .english).write(report, to: &$0) }
    #expect(text == "1 rule · no findings\nNothing at or above error: the check passes.\n")
    #expect(!report.blocks)
  }

  @Test("a note blocks where notes shall")
  func failsOnNotes() {
    var report = Sample.report
    #expect(report.blockingCount == 4)
    report.failOn = .note
    #expect(report.blockingCount == 8)
  }
}
