import Diagnostics
import Foundation
import Linting
import SourceText
import TestSupport
import Testing

@Suite("The shipped rules")
struct ShippedRulesTests {
  /// Those of packs that are off as well.
  private static let rules = RuleSet(RuleSet.shipped).withAllRules

  @Test("have nothing wrong with them")
  func clean() {
    let lines = Self.rules.findings.map { finding in
      let position = finding.location.file.position(of: finding.location.range.start)
      return "\(finding.location.file.path):\(position.line) "
        + finding.problem.headline(in: .english)
    }
    #expect(lines == [])
  }

  @Test("are those of the folder `rules`, so that the program needs no file beside it")
  func embedded() throws {
    #expect(RuleSet.shipped.map(\.path).contains("rules/schema.ratsam"))
    for file in RuleSet.shipped.map(\.file) {
      let text = try Project.text(file.path)
      #expect(String(decoding: file.bytes, as: UTF8.self) == text, "\(file.path)")
    }
    // A file that is missing here was added after the build was planned: build anew.
    let folder = Project.root.appendingPathComponent("rules").path
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let written = found.filter { $0.hasSuffix(".ratsam") }.map { "rules/\($0)" }
    #expect(written.sorted() == RuleSet.shipped.map(\.path).sorted())
  }

  @Test("judge each of their examples as it says", arguments: rules.program.rules.indices)
  func examples(_ index: Int) {
    let results = Self.rules.runExamples(ofRule: index)
    #expect(!results.isEmpty, "\(Self.rules.program.rules[index].id) has no example")
    for problem in results.compactMap(\.finding) {
      let line = problem.location.file.position(of: problem.location.range.start).line
      Issue.record(
        "\(problem.location.file.path):\(line) \(problem.problem.headline(in: .english))")
    }
  }

  @Test("show every outcome of every requirement by an example")
  func coverage() {
    let coverage = Self.rules.coverage(of: Self.rules.runExamples())
    #expect(coverage.count >= Self.rules.program.rules.count)
    let gaps = coverage.compactMap { $0.finding(.error)?.problem.headline(in: .english) }
    #expect(gaps == [])
  }

  @Test("an example that is wrong is told, with what the rule says instead")
  func wrongExample() throws {
    let source = Samples.rules.replacing("passes { id: M1, owner: a1 }", with: "passes { id: M1 }")
    let rules = RuleSet([
      SourceFile(path: "schema.ratsam", text: Samples.schema),
      SourceFile(path: "rules.ratsam", text: source),
    ])
    let problems = rules.runExamples().compactMap(\.finding)
    #expect(problems.map(\.code) == ["unexpected-outcome"])
    #expect(
      problems.first?.problem.headline(in: .english)
        == "owner-stated: the example is to pass; it fails at `owner`")
  }

  @Test("a field that several lines miss is named once")
  func fieldOnce() {
    let source = Samples.rules
      .replacing("passes { id: M1, owner: a1 }", with: "passes { id: M1 }")
      .replacing(
        "    owner must be stated\n", with: "    owner must be stated\n    owner must be answered\n"
      )
    let rules = RuleSet([
      SourceFile(path: "schema.ratsam", text: Samples.schema),
      SourceFile(path: "rules.ratsam", text: source),
    ])
    #expect(source != Samples.rules)
    let first = rules.runExamples().first { $0.rule == "owner-stated" && $0.finding != nil }
    #expect(first?.fields == ["owner"])
  }
}
