import Diagnostics
import Reporting
import SourceText
import TestSupport
import Testing
import Values

@testable import Reporters

@Suite("The report and its rim")
struct ReportTests {
  @Test("findings stand by plan, main file first, then by byte, then by code")
  func order() {
    let main = SourceFile(path: "z/plan.yaml", text: "0123456789")
    let part = SourceFile(path: "a/part.yaml", text: "0123456789")
    let second = SourceFile(path: "b.yaml", text: "0123456789")
    let rules = SourceFile(path: "a.ratsam", text: "0123456789")
    func finding(_ code: String, _ file: SourceFile, _ start: Int) -> Finding {
      Sample.finding(
        code, LocalizedText(same: code), .note, at: Location(file, ByteRange(at: start)))
    }
    let report = CheckReport(
      plans: [
        PlanSummary(path: main.path, files: [main, part]),
        PlanSummary(path: second.path, files: [second, part]),
      ],
      findings: [
        finding("h", rules, 0), finding("g", second, 0), finding("f", part, 1),
        finding("e", part, 0), finding("d", main, 7), finding("b", main, 2), finding("a", main, 2),
      ], ledger: [], version: "0")
    #expect(report.findings.map(\.code) == ["a", "b", "d", "e", "f", "g", "h"])
  }

  @Test("records are summed over plans")
  func recordCounts() {
    func plan(_ counts: [(String, Int)]) -> PlanSummary {
      PlanSummary(
        path: "p", files: [],
        counts: counts.map {
          RecordCount(name: $0.0, one: LocalizedText(same: $0.0), count: $0.1)
        })
    }
    let report = CheckReport(
      plans: [plan([("a", 1), ("b", 2), ("c", 0)]), plan([("b", 3), ("d", 1_000), ("e", 1)])],
      findings: [], ledger: [], version: "0")
    #expect(report.recordCounts.map(\.count) == [1, 5, 0, 1_000, 1])
    #expect(
      CheckSummary(report, .english).line == "0 rules · 1 a, b: 5, d: 1,000 … · no findings")
  }

  @Test("the date that rules read is told", arguments: Language.allCases)
  func today(_ language: Language) {
    let report = CheckReport(
      plans: [], findings: [], ledger: [], today: CalendarDate(year: 2027, month: 3, day: 31),
      version: "0")
    #expect(
      CheckSummary(report, language).parts.last
        == language.pick("as of 31 March 2027", "Stand 31.03.2027"))
    #expect(
      written { JSONReporter(language: language).write(report, to: &$0) }
        .contains("\"today\": \"2027-03-31\""))
  }

  @Test("a buffer passes pieces on and keeps their order")
  func pieces() {
    nonisolated(unsafe) var pieces: [[UInt8]] = []
    var buffer = ByteBuffer(pieceSize: 10) { pieces.append($0) }
    for number in 0..<20 {
      buffer.append(number * -37)
      buffer.append(" ä")
    }
    buffer.flush()
    buffer.flush()
    let text = String(decoding: pieces.joined(), as: UTF8.self)
    #expect(text == (0..<20).map { "\($0 * -37) ä" }.joined())
    #expect(pieces.dropLast().allSatisfy { $0.count >= 10 && $0.count < 20 })
    buffer.append(Int.min)
    #expect(buffer.text == "\(Int.min)" || pieces.last == Array("\(Int.min)".utf8))
  }

  @Test("the option, then NO_COLOR, then FORCE_COLOR, then the terminal")
  func colorModes() {
    func auto(_ noColor: String?, _ forceColor: String?, _ isTerminal: Bool) -> Bool {
      ColorMode.auto.usesColor(noColor: noColor, forceColor: forceColor, isTerminal: isTerminal)
    }
    #expect(ColorMode.always.usesColor(noColor: "1", forceColor: "0", isTerminal: false))
    #expect(!ColorMode.never.usesColor(noColor: nil, forceColor: "1", isTerminal: true))
    #expect(auto(nil, nil, true) && !auto(nil, nil, false))
    #expect(!auto("1", "1", true) && auto("", nil, true))
    #expect(auto(nil, "1", false) && auto("", "3", false))
    #expect(!auto(nil, "0", true) && !auto(nil, "false", true) && auto(nil, "", true))
  }

  @Test("nothing of a plan steers the terminal", arguments: 0..<100)
  func nothingSteers(_ seed: UInt64) {
    var generator = SeededRandom(seed)
    let file = SourceFile(path: generator.text(), text: generator.text(upTo: 60))
    func text() -> LocalizedText { LocalizedText(same: generator.text()) }
    let start = Int.random(in: 0...file.bytes.count, using: &generator)
    let end = Int.random(in: start...file.bytes.count, using: &generator)
    var finding = Sample.finding(
      "c", text(), .error, at: Location(file, ByteRange(start, end)), label: text(), help: text(),
      facts: [Fact(generator.text(), text())])
    finding.related = [RelatedPlace(Location(file, ByteRange(at: end)), text())]
    let report = CheckReport(
      plans: [PlanSummary(path: "p", files: [file])], findings: [finding],
      ledger: [LedgerEntry(rule: "r", note: text())], version: "0")
    let options = TerminalReporter.Options(showsLedger: true)
    for language in Language.allCases {
      let texts = [
        written { ConciseReporter(language: language).write(report, to: &$0) },
        written { SpokenReporter(language: language).write(report, to: &$0) },
        written {
          TerminalReporter(language: language, options: options).write(report, to: &$0)
        },
      ]
      for text in texts {
        #expect(
          !text.unicodeScalars.contains {
            $0 != "\n" && VisibleText.substitute(for: $0) != nil
          })
      }
    }
  }
}
