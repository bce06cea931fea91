import Diagnostics
import Foundation
import Linting
import Model
import SourceText
import TestSupport
import Testing

@Suite("A blank plan")
struct BlankPlanTests {
  private static let rules = RuleSet(RuleSet.shipped)
  private static let kinds: [(Language, BlankPlanFields)] = Language.allCases.flatMap {
    [($0, .important), ($0, .all)]
  }

  @Test("loads without a finding at the first stage", arguments: kinds)
  func loads(_ language: Language, _ fields: BlankPlanFields) {
    let text = Self.rules.blankPlan(in: language, fields: fields)
    let loaded = Self.load(text)
    #expect(loaded.findings.map(\.code) == [])
    #expect(loaded.plan.language == language)
    let input = PlanInput(
      path: "plan.yaml", main: SourceFile(path: "plan.yaml", text: text), includes: .refusing)
    #expect(Self.rules.lint(input, options: LintOptions()).summary.stage?.name == "draft")
  }

  @Test("its examples load as well, once the # before them is taken away", arguments: kinds)
  func examples(_ language: Language, _ fields: BlankPlanFields) {
    let text = Self.withExamples(Self.rules.blankPlan(in: language, fields: fields))
    let loaded = Self.load(text)
    #expect(loaded.findings.map(\.code) == [])
    for record in ["measure", "goal", "committee", "milestone", "consultation", "annex"] {
      let index = Self.rules.schema.record(named: record)
      #expect(index.map { loaded.plan.tables[$0].count > 0 } == true, "\(record)")
    }
  }

  @Test("with all fields has every key of the schema")
  func complete() {
    let text = Self.rules.blankPlan(in: .english, fields: .all)
    let lines = text.split(separator: "\n").map { $0.drop { " #-".contains($0) } }
    for record in Self.rules.schema.records {
      for field in record.fields {
        #expect(lines.contains { $0.hasPrefix("\(field.name):") }, "\(record.name).\(field.path)")
      }
      if let list = record.list { #expect(lines.contains { $0.hasPrefix("\(list):") }) }
    }
  }

  @Test("shows what rules read and leaves out what none does")
  func important() {
    let rules = RuleSet([
      SourceFile(
        path: "rules.ratsam",
        text: """
          schema plan 1
          record plan
            name text
            note text
            group group
              inner text
              other text
          record office, listed in offices
            id identifier
            name text
            room text
          record measure, listed in measures
            id identifier
            office one of offices
            hint text
          record district, listed in districts
            id identifier
          rule r
            "T"
            if broken: error
            each measure
              office must be stated
              plan.group.inner must be stated
            examples with offices a
              passes { office: a }
              fails at office { id: M1 }
          """)
    ])
    #expect(rules.findings.filter { $0.severity == .error }.isEmpty)
    let lines = rules.blankPlan(in: .english, fields: .important).split(separator: "\n")
    let keys = lines.filter { !$0.hasPrefix("# ") }
      .compactMap { $0.drop { " #-".contains($0) }.split(separator: ":").first }
    #expect(
      keys.dropFirst().map(String.init)
        == ["name", "group", "inner", "offices", "id", "name", "measures", "id", "office"])
  }

  private static func load(_ text: String) -> (plan: Plan, findings: [Finding]) {
    loadPlan(
      SourceFile(path: "plan.yaml", text: text), schema: rules.schema, limits: Limits(),
      includes: .refusing)
  }

  /// Takes the `#` away that makes an example.
  private static func withExamples(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing(/^( *)# (- |  )/) { "\($0.output.1)\($0.output.2)" } }
      .joined(separator: "\n")
  }
}
