import Foundation
import Linting
import Model
import SourceText
import TestSupport
import Testing
import Values

/// The broken plans in `rules/PACK/fixtures`, each judged by the rules of its folder alone.
@Suite("The broken plans of the shipped rules")
struct FixtureTests {
  /// The folders of rules that have fixtures.
  static let packs: [String] = {
    let rules = Project.root.appendingPathComponent("rules")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: rules.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: rules.appendingPathComponent("\($0)/fixtures").path)
    }.sorted()
  }()

  @Test("show what each rule finds, where their comments say", arguments: packs)
  func fixtures(_ pack: String) throws {
    let rules = RuleSet(
      RuleSet.shipped.filter {
        $0.path == "rules/schema.ratsam" || $0.path.hasPrefix("rules/\(pack)/")
      })
    #expect(rules.findings.map { $0.problem.headline(in: .english) } == [])
    let folder = "rules/\(pack)/fixtures"
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Project.root.appendingPathComponent(folder).path)
    let options = LintOptions(today: try CalendarDate.read("2028-07-01").get())
    var broken: Set<String> = []
    for name in names.sorted() {
      let path = "\(folder)/\(name)"
      let input = PlanInput(
        path: path, main: SourceFile(path: path, text: try Project.text(path)), includes: .refusing)
      for problem in rules.runFixture(input, options: options) {
        let line = problem.location.file.position(of: problem.location.range.start).line
        Issue.record("\(path):\(line) \(problem.problem.headline(in: .english))")
      }
      broken.formUnion(rules.lint(input, options: options).findings.flatMap { [$0.code] + $0.rules })
    }
    let silent = rules.program.rules.map(\.id).filter { !broken.contains($0) }
    #expect(silent == [], "no fixture of \(pack) breaks these rules")
  }

  @Test("are there")
  func present() {
    #expect(Self.packs.contains("cost"))
  }
}
