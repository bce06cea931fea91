import Diagnostics
import Foundation
import Linting
import Reporting
import SourceText
import TestSupport
import Testing

@testable import Reporters

/// The outputs of `ratsam test` and `ratsam gaps`, made from the shipped rules.
@Suite("JSON of tests and gaps")
struct TestJSONTests {
  private static let rules = RuleSet(RuleSet.shipped)

  /// Changes of a rule whose examples are too few, one of them argued for.
  private static let thin = """
    rule name-short
      "Names are short."
      if broken: error
      each measure
        name must have at most 3 words, if stated  # survives step: for this test
      examples
        passes { name: "a b c" }
        fails at name { name: "a b c d e" }
    """

  private static func tested(_ rules: RuleSet) -> TestReport {
    var report = rules.testExamples(gaps: .error)
    let results = rules.mutationSubjects(rule: nil).map { rules.mutate($0) }
    report.mutation = MutationReport(subjects: results.map(\.subject))
    report.findings += results.flatMap(\.findings)
    return report
  }

  private static let reports: [TestReport] = {
    let few = RuleSet(
      RuleSet.shipped.filter { $0.path.hasSuffix("schema.ratsam") }
        + [RuleSource(SourceFile(path: "thin.ratsam", text: thin))])
    return [
      tested(few), rules.testExamples(gaps: .warning),
      TestReport(rules: [], asExpected: 0, findings: []),
    ]
  }()

  private static func fit(_ text: String, _ schema: String) throws -> [String] {
    let checker = try SchemaChecker(try Project.text(schema))
    var problems = checker.problems(
      in: try JSONSerialization.jsonObject(with: Data(text.utf8)))
    if Python.hasJSONSchema {
      let message = try Python.validate(
        text, schema: Project.root.appendingPathComponent(schema).path)
      if !message.isEmpty { problems.append(message) }
    }
    return problems
  }

  @Test("what `test` writes fits its schema", arguments: Language.allCases)
  func tests(_ language: Language) throws {
    let alive = Self.reports[0].mutation?.subjects.flatMap(\.mutants) ?? []
    #expect(Set(alive.map(\.fate)) == Set(MutationReport.Fate.allCases))
    for report in Self.reports {
      let text = written { TestJSON(language: language, version: "0").write(report, to: &$0) }
      #expect(try Self.fit(text, "docs/ratsam-test.schema.json") == [])
    }
  }

  @Test("what `gaps` writes fits its schema")
  func gaps() throws {
    let plan = """
      name: Plan
      measures:
        - {id: M1, name: Measure, districts: [d1]}
      districts:
        - {id: d1}
      """
    let input = PlanInput(
      path: "plan.yaml", main: SourceFile(path: "plan.yaml", text: plan), includes: .refusing)
    let search = try #require(
      GapSearch(Self.rules, input, options: LintOptions(), limit: nil))
    let report = search.report(search.attempts.map(search.outcome))
    #expect(!report.gaps.isEmpty)
    let text = written { GapJSON(language: .english, version: "0").write(report, to: &$0) }
    #expect(try Self.fit(text, "docs/ratsam-gaps.schema.json") == [])
  }
}
