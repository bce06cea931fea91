import Diagnostics
import Linting
import SourceText
import Testing

/// The ways in which other engines let a broken plan pass without a word: each is a finding here,
/// or an error in the rule file.
@Suite("Nothing passes because nobody looked")
struct SilentPassTests {
  /// The plan with one text replaced by another.
  private func plan(_ old: String, _ new: String) -> Lint {
    #expect(Samples.plan.contains(old))
    return Lint(Samples.plan.replacing(old, with: new))
  }

  @Test("the sound plan is clean, so that every finding below has its cause")
  func sound() {
    let lint = Lint(Samples.plan)
    #expect(lint.rules.findings.isEmpty, "\(lint.rules.findings.map(\.code))")
    #expect(lint.lines == [])
    #expect(lint.ledger("owner-stated") == "met 2, violated 0, undetermined 0, not applicable 0")
    #expect(lint.ledger("gender-noted") == "met 1, violated 0, undetermined 0, not applicable 1")
  }

  @Test("1 the owner is absent")
  func ownerAbsent() {
    let lint = plan("    owner: a1\n", "")
    #expect(lint.errors.map(\.code) == ["owner-stated"])
    #expect(lint.errors.first?.field == "owner")
  }

  @Test("2 the owner is misspelt in the plan: one finding, at the key")
  func ownerMisspelt() {
    let lint = plan("    owner: a1\n", "    ownr: a1\n")
    #expect(lint.errors.map(\.code) == ["unknown-key"])
    #expect(lint.errors.first?.rules == ["owner-stated"])
  }

  @Test("3 the owner is not in the list")
  func ownerUnknown() {
    let lint = plan("owner: a1", "owner: a9")
    #expect(lint.errors.map(\.code) == ["unknown-reference"])
    #expect(lint.errors.first?.rules == ["owner-stated"])
  }

  @Test("4 the gender note is absent where it is relevant")
  func noteAbsent() {
    let lint = plan(", note: \"Women use it more often.\"", "")
    #expect(lint.errors.map(\.code) == ["gender-noted"])
    #expect(lint.errors.first?.field == "gender.note")
  }

  @Test("5 the condition's field is misspelt in the plan")
  func conditionMisspelt() {
    let lint = plan("{marker: principal,", "{markr: principal,")
    #expect(lint.errors.map(\.code) == ["unknown-key"])
    #expect(lint.errors.first?.rules == ["gender-noted"])
  }

  @Test("5b the condition's field is absent")
  func conditionAbsent() {
    let lint = plan("{marker: principal, ", "{")
    #expect(lint.errors.map(\.code) == ["gender-noted"])
    #expect(lint.errors.first?.outcome == .undetermined)
    #expect(lint.errors.first?.field == "gender.marker")
  }

  @Test("6 the costs are absent")
  func costAbsent() {
    let lint = plan("    cost: {amount: 12000 EUR}\n", "")
    #expect(lint.errors.map(\.code) == ["cost-answered"])
  }

  @Test("7 the cost depends on nothing that exists")
  func dependencyDangling() {
    let lint = plan("depends-on: [M1]", "depends-on: [M7]")
    #expect(lint.errors.map(\.code) == ["unknown-reference"])
  }

  @Test("8 the list's key is misspelt")
  func listMisspelt() {
    let lint = plan("measures:\n", "mesures:\n")
    #expect(lint.errors.map(\.code) == ["unknown-key"])
    #expect(lint.errors.first?.rules == ["cost-answered", "gender-noted", "owner-stated"])
    #expect(!lint.result.checkedAnything)
  }

  @Test("9 the list is empty: one finding for all its rules")
  func listEmpty() {
    let head = Samples.plan.split(separator: "measures:", maxSplits: 1)[0]
    let lint = Lint(String(head) + "measures: []\n")
    #expect(lint.errors.map(\.code) == ["empty-list"])
    #expect(lint.errors.first?.rules.count == 3)
    #expect(!lint.result.checkedAnything)
  }

  @Test("9b the list is absent")
  func listAbsent() {
    let head = Samples.plan.split(separator: "measures:", maxSplits: 1)[0]
    let lint = Lint(String(head))
    #expect(lint.errors.map(\.code) == ["empty-list"])
  }

  @Test(
    "10 the rule's own path is misspelt",
    arguments: [
      ("gender.marker is", "gender.markr is", "marker"),
      ("gender.note must", "gendr.note must", "gender"),
      ("cost.depends-on is", "cost.depend-on is", "depends-on"),
      ("owner must", "ownr must", "owner"),
    ])
  func rulePathMisspelt(_ old: String, _ new: String, _ offered: String) {
    #expect(Samples.rules.contains(old))
    let lint = Lint(Samples.plan, rules: Samples.rules.replacing(old, with: new))
    #expect(lint.ruleErrors.count == 1)
    #expect(!lint.rules.isUsable)
    let text = lint.ruleErrors.first.map {
      $0.problem.headline(in: .english) + ($0.problem.help(in: .english) ?? "")
    }
    #expect(text?.contains("`\(offered)`") == true, "the nearest name is offered: \(text ?? "")")
  }

  @Test(
    "11 the rule's own list is misspelt",
    arguments: ["each mesure", "each measures", "each measur"])
  func ruleListMisspelt(_ scope: String) {
    let lint = Lint(Samples.plan, rules: Samples.rules.replacing("each measure", with: scope))
    #expect(lint.ruleErrors.count == 3, "one for each of the three rules")
    #expect(!lint.rules.isUsable)
  }

  @Test("a duplicate key")
  func duplicateKey() {
    let lint = plan("    owner: a1\n", "    owner: a1\n    owner: a2\n")
    #expect(lint.errors.map(\.code) == ["duplicate-key"])
    #expect(lint.errors.first?.related.count == 1)
  }

  @Test("a value of the wrong type")
  func wrongType() {
    let lint = plan("amount: 12000 EUR", "amount: 12.000")
    #expect(lint.errors.count == 1)
    #expect(lint.errors.first?.rules == ["cost-answered"])
    let list = plan("owner: a1", "owner: [a1, a2]")
    #expect(list.errors.count == 1)
    #expect(list.errors.first?.rules == ["owner-stated"])
  }

  @Test("an alias to an anchor that was changed in between")
  func changedAnchor() {
    let lint = plan(
      "      - id: a2\n".replacing("      ", with: "  "),
      "  - id: a2\n    name: &n One\n  - id: a3\n    name: &n Two\n  - id: a4\n    name: *n\n")
    #expect(lint.codes == ["anchor-redefined"])
  }

  @Test("a plan in two YAML documents")
  func twoDocuments() {
    let lint = Lint(Samples.plan + "---\nmeasures: []\n")
    #expect(lint.errors.map(\.code) == ["several-documents"])
  }

  @Test(
    "a rule file that is empty, or holds only comments", arguments: ["", "# nothing\n", "\n\n"])
  func emptyRules(_ text: String) {
    let lint = Lint(Samples.plan, rules: text)
    #expect(lint.ruleErrors.map(\.code) == ["empty-rule-file"])
    #expect(!lint.rules.isUsable)
  }

  @Test("a schema without a rule checks nothing, and says so")
  func noRules() {
    let lint = Lint(Samples.plan, rules: "notation number \"9*\"\n")
    #expect(!lint.result.checkedAnything)
  }

  @Test("a rule that applies to nothing")
  func nothingApplies() {
    let lint = Lint(
      Samples.plan.replacing("marker: principal, note", with: "marker: not-targeted, note"))
    #expect(lint.codes == ["nothing-to-check"])
    #expect(lint.result.findings.first?.rules == ["gender-noted"])
  }

  @Test("a pack that selects no rule: the configuration is refused, the plan is not passed")
  func packWithoutRules() {
    let words = SourceFile(path: "r/empty/words.ratsam", text: "words vague de \"prüf*\"\n")
    let rules = RuleSet(RuleSet.shipped + [RuleSource(words, below: "r")])
    let file = SourceFile(path: "ratsam.yaml", text: "packs: [empty]\n")
    let configuration = readConfiguration(file, limits: Limits()).configuration
    let configured = rules.configured(by: configuration)
    #expect(configured.findings.map(\.code) == ["no-rules-selected"])
    #expect(configured.findings.map(\.severity) == [.error])
    let plan = SourceFile(path: "plan.yaml", text: "packs: empty\nstage: draft\n")
    let result = rules.lint(
      PlanInput(path: "plan.yaml", main: plan, includes: .refusing), options: LintOptions())
    #expect(!result.checkedAnything)
    #expect(result.findings.contains { $0.code == "no-rules-selected" && $0.severity == .error })
  }
}
