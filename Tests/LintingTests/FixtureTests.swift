import Foundation
import Linting
import Model
import SourceText
import TestSupport
import Testing
import Values

/// The broken plans beside the rules, `rules/PACK/broken*.yaml`, each judged by the rules of its
/// folder alone.
@Suite("The broken plans beside the rules")
struct FixtureTests {
  /// The folders of rules that have broken plans, with the paths of these.
  static let packs: [String: [String]] = {
    let folder = Project.root.appendingPathComponent("rules").path
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let plans = found.filter { $0.hasSuffix(".yaml") }.sorted()
    return Dictionary(grouping: plans.map { "rules/\($0)" }) { path in
      path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    }
  }()

  @Test(
    "break what their comments say, and every rule between them", arguments: packs.keys.sorted())
  func broken(_ pack: String) throws {
    let rules = RuleSet(
      RuleSet.shipped.filter {
        // A pack's declaration names other packs, which are not there.
        ($0.path == "rules/schema.ratsam" || $0.path.hasPrefix("rules/\(pack)/"))
          && !$0.path.hasSuffix("/pack.ratsam")
      })
    #expect(rules.findings.map { $0.problem.headline(in: .english) } == [])
    let options = LintOptions(today: try CalendarDate.read("2028-07-01").get())
    var broken: Set<String> = []
    for path in Self.packs[pack] ?? [] {
      let text = try Project.text(path)
      #expect(text.contains("# breaks: "), "\(path)")
      let input = PlanInput(
        path: path, main: SourceFile(path: path, text: text), includes: .refusing)
      let problems = rules.runFixture(input, options: options)
      #expect(problems.map { "\($0.line) \($0.problem.headline(in: .english))" } == [], "\(path)")
      broken.formUnion(
        rules.lint(input, options: options).findings.flatMap { [$0.code] + $0.rules })
    }
    #expect(rules.program.rules.map(\.id).filter { !broken.contains($0) } == [])
  }

  @Test("are there")
  func present() {
    #expect(Self.packs["timeline"]?.count == 3)
  }
}
