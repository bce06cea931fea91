import Ratsam
import Testing

/// The library as another program uses it: with what is public, no more.
@Suite("The linter of the library")
struct LinterTests {
  private static let schema = TextFile(
    path: "schema.ratsam",
    text: """
      schema plan 1

      record plan
        name  text

      record step, listed in steps
        id     identifier
        name   text
        done   yes or no
      """)
  private static let named = TextFile(
    path: "named.ratsam",
    text: """
      rule step-named
        "Every step has a name."
        de "Jeder Schritt hat einen Namen."
        if broken: error
        each step
          name must be stated
        examples
          passes         { name: Roof }
          fails at name  {}
      """)

  @Test("tells where a plan breaks a shipped rule, in either language, and blocks")
  func shipped() throws {
    let plan = TextFile(
      path: "plan.yaml", text: "name: Plan\nmeasures:\n  - {id: M1, name: Road}\n")
    let report = Linter().check(plan)
    let owner = try #require(report.findings.first { $0.code == "owner-stated" })
    #expect((owner.path, owner.line, owner.column) == ("plan.yaml", 3, 10))
    #expect(owner.message.hasPrefix("measure M1"))
    #expect(report.blocks)
    let german = Linter().check(plan, german: true).findings.first { $0.code == "owner-stated" }
    #expect(german?.message.hasPrefix("Maßnahme M1") == true)
  }

  @Test("judges by rules of one's own; a plan that meets them passes")
  func own() {
    let linter = Linter(ruleFiles: [Self.schema, Self.named])
    #expect(linter.ruleFindings.map(\.code) == [])
    let good = linter.check(TextFile(path: "p.yaml", text: "steps:\n  - {id: a, name: Roof}\n"))
    #expect(good.findings.map(\.code) == [] && !good.blocks)
    let bad = linter.check(TextFile(path: "p.yaml", text: "steps:\n  - {id: a}\n"))
    #expect(bad.findings.map(\.code) == ["step-named"] && bad.blocks)
  }

  @Test("a plan in which nothing was checked never passes")
  func nothing() {
    let linter = Linter(ruleFiles: [Self.schema, Self.named])
    #expect(linter.check(TextFile(path: "p.yaml", text: "name: Plan\n")).blocks)
    #expect(linter.check(TextFile(path: "p.yaml", text: "")).blocks)
  }

  @Test("tells what rules of one's own can never find, with every check")
  func mistaken() {
    let never = TextFile(
      path: "never.ratsam",
      text: """
        rule never-applies
          "Nothing."
          if broken: error
          each step
            when done is yes
              when done is no
                name must be stated
        """)
    let linter = Linter(ruleFiles: [Self.schema, Self.named, never])
    #expect(linter.ruleFindings.map(\.code).contains("never-true"))
    let report = linter.check(
      TextFile(path: "p.yaml", text: "steps:\n  - {id: a, name: Roof, done: yes}\n"))
    #expect(report.findings.contains { $0.code == "never-true" && $0.path == "never.ratsam" })
    #expect(report.blocks)
  }

  @Test("rules with an error judge nothing")
  func broken() {
    let linter = Linter(ruleFiles: [
      Self.schema,
      TextFile(
        path: "broken.ratsam", text: Self.named.text.replacing("name must", with: "nmae must")),
    ])
    let codes = linter.ruleFindings.filter { $0.severity == .error }.map(\.code)
    #expect(codes == ["unknown-name"])
    let report = linter.check(TextFile(path: "p.yaml", text: "steps:\n  - {id: a}\n"))
    #expect(report.blocks && report.findings.filter { $0.path == "p.yaml" }.isEmpty)
  }
}
