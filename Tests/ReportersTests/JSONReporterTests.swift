import Diagnostics
import Foundation
import Reporting
import SourceText
import TestSupport
import Testing

@testable import Reporters

@Suite("JSON output")
struct JSONReporterTests {
  private static func text(_ report: CheckReport, _ language: Language = .english) -> String {
    written { JSONReporter(language: language).write(report, to: &$0) }
  }

  private static func parse(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let empty = CheckReport(plans: [], findings: [], ledger: [], version: "0")

  @Test("fits its schema, as the tests read schemas", arguments: Language.allCases)
  func fitsSchema(_ language: Language) throws {
    let checker = try SchemaChecker(try Project.text("docs/ratsam-output.schema.json"))
    #expect(checker.problems(in: try Self.parse(Self.text(Sample.report, language))) == [])
    #expect(checker.problems(in: try Self.parse(Self.text(Self.empty, language))) == [])
    var broken = try Self.parse(Self.text(Self.empty, language))
    broken["schemaVersion"] = 2
    broken["summary"] = nil
    broken["more"] = true
    #expect(checker.problems(in: broken).count == 3)
  }

  @Test("the analysis of rules fits its schema", arguments: Language.allCases)
  func analysisFitsSchema(_ language: Language) throws {
    let checker = try SchemaChecker(try Project.text("docs/ratsam-check-rules.schema.json"))
    let gap = RuleCheckReport.Coverage.Gap("bounds", LocalizedText(same: "bounds"))
    let report = RuleCheckReport(
      Sample.report,
      coverage: [
        .init(rule: "a", extent: .full, gaps: []), .init(rule: "b", extent: .partial, gaps: [gap]),
      ])
    let text = written { RuleCheckReporter(language: language).writeJSON(report, to: &$0) }
    #expect(checker.problems(in: try Self.parse(text)) == [])
  }

  @Test("fits its schema, as jsonschema reads it", .enabled(if: Python.hasJSONSchema))
  func fitsSchemaInPython() throws {
    for language in Language.allCases {
      let message = try Python.validate(
        Self.text(Sample.report, language),
        schema: Project.root.appendingPathComponent("docs/ratsam-output.schema.json").path)
      #expect(message == "")
    }
  }

  @Test("quotes, control characters and separators are escaped")
  func escapes() {
    let text = "\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F}\u{2028}\u{2029}\u{FEFF}„ä😀"
    let document = written { JSONWriter.object(to: &$0) { $0.member("a\n", text) } }
    #expect(
      document
        == #"{"a\n": "\"\\/\b\t\n\f\r\u0000\u001f\u007f\u2028\u2029\ufeff„ä😀"}"#)
  }

  @Test("empty collections, nested ones, spread ones")
  func structure() {
    let document = written {
      JSONWriter.object(to: &$0) { object in
        object.object("a") { _ in }
        object.array("b") { $0.spread() }
        object.array("c") { array in
          array.spread()
          array.element("x")
          array.object { $0.member("n", -1) }
        }
        object.member("d", nil as String?)
        object.member("e", true)
      }
    }
    #expect(
      document == """
        {"a": {}, "b": [], "c": [
        "x",
        {"n": -1}
        ], "d": null, "e": true}
        """)
  }

  @Test("any text reads back as it was", arguments: 0..<300)
  func readsBack(_ seed: UInt64) throws {
    var generator = SeededRandom(seed)
    let (code, headline) = (generator.text(), generator.text(upTo: 40))
    let facts = (0..<3).map { _ in (generator.text(), generator.text()) }
    let file = SourceFile(path: generator.text(), text: generator.text(upTo: 50))
    var finding = Sample.finding(
      code, LocalizedText(same: headline), .note,
      at: Location(file, ByteRange(0, file.bytes.count)),
      facts: facts.map { Fact($0.0, same: $0.1) })
    finding.rules = facts.map(\.1)
    let report = CheckReport(plans: [], findings: [finding], ledger: [], version: headline)
    let read = try Self.parse(Self.text(report))
    let first = try #require((read["findings"] as? [[String: Any]])?.first)
    func same(_ value: Any?, _ text: String) -> Bool {
      (value as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
    }
    #expect(same(first["rule"], code))
    #expect(same(first["message"], headline))
    #expect(same(first["file"], file.path))
    #expect((first["rules"] as? [String]) == facts.map(\.1))
    for (read, fact) in zip(try #require(first["facts"] as? [[String: Any]]), facts) {
      #expect(same(read["name"], fact.0) && same(read["text"], fact.1))
    }
    #expect(first["endByte"] as? Int == file.bytes.count)
    let end = file.position(of: file.bytes.count)
    #expect(first["endLine"] as? Int == end.line && first["endColumn"] as? Int == end.column)
  }

  @Test("the summary adds up")
  func summary() throws {
    let document = try Self.parse(Self.text(Sample.report))
    let summary = try #require(document["summary"] as? [String: Any])
    let parts = ["errors", "undetermined", "warnings", "notes"].compactMap { summary[$0] as? Int }
    #expect(parts == [3, 1, 2, 2])
    #expect(summary["findings"] as? Int == 8)
    #expect(summary["blocking"] as? Int == 4 && summary["blocks"] as? Bool == true)
    #expect(summary["rulesWithNothingToCheck"] as? Int == 1)
  }

  @Test("the example of the documentation has the members of a finding")
  func documentation() throws {
    let page = try Project.text("docs/json-output.md")
    let block = try #require(page.components(separatedBy: "```json\n").last)
    let example = try Self.parse(block.components(separatedBy: "\n```")[0])
    let document = try Self.parse(Self.text(Sample.report))
    let finding = try #require((document["findings"] as? [[String: Any]])?.first)
    #expect(Set(example.keys) == Set(finding.keys))
    for name in finding.keys { #expect(page.contains("`\(name)`"), "\(name)") }
  }
}
