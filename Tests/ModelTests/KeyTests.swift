import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import Model

struct KeyTests {
  @Test func aMisspeltKeySpeaksOfItsField() {
    let text = MarkedText("committees: [{id: a1}]\nmeasures:\n  - id: M7\n    1️⃣ownr2️⃣: a1\n")
    let (plan, findings) = load(text.text)
    #expect(findings.headlines == ["measure M7: unknown key `ownr`"])
    #expect(findings[0].location.range == text.range(1, 2))
    #expect(findings[0].problem.help(in: .english) == "did you mean `owner`?")
    #expect(findings[0].fixes[0].edits[0].replacement == "owner")
    let cell = plan.cell("measure", 0, "owner")
    #expect(plan.state(cell) == .absent)
    #expect(plan.reportedFinding(cell) == 0)
  }

  @Test(arguments: ["depends_on", "Depends-On", "dependson"])
  func spellingsThatDifferInCaseOrHyphen(key: String) {
    let (plan, findings) = load("measures: [{id: M1}, {id: M2, \(key): [M1]}]")
    #expect(findings.codes == ["unknown-key"])
    #expect(findings[0].fixes.first?.edits.first?.replacement == "depends-on")
    #expect(plan.reportedFinding(plan.cell("measure", 1, "depends-on")) == 0)
  }

  @Test func aMisspeltGroupSilencesItsMembers() {
    let (plan, findings) = load("measures: [{id: M1, csot: {amount: 0}}]")
    #expect(findings.codes == ["unknown-key"])
    #expect(plan.reportedFinding(plan.cell("measure", 0, "cost.amount")) == 0)
    #expect(plan.state("measure", 0, "cost.amount") == .absent)
  }

  @Test func nothingIsClaimedWhereTheFieldIsStated() {
    let (plan, findings) = load("measures: [{id: M1, nam: a, name: b}]")
    #expect(findings.codes == ["unknown-key"])
    #expect(findings[0].fixes.isEmpty)
    #expect(plan.reportedFinding(plan.cell("measure", 0, "name")) == nil)
    #expect(plan.text("measure", 0, "name") == "b")
  }

  @Test func aMisspeltListCountsAsReported() {
    let (plan, findings) = load("mesures: [{id: M1}]")
    #expect(findings.headlines == ["the plan: unknown key `mesures`"])
    let measure = plan.schema.record(named: "measure")!
    #expect(plan.reportedLists[measure] == 0)
    #expect(plan.listStates[measure] == .absent)
    #expect(findings[0].fixes.first?.edits.first?.replacement == "measures")
  }

  @Test func aKeyThatBelongsElsewhereSaysSo() {
    let (_, findings) = load(
      "measures: [{id: M1, amount: 0, milestones: [{id: MS1, partner: a}]}]")
    #expect(
      findings.map { $0.problem.label(in: .english) } == [
        "it belongs to measure", "it belongs to `cost.amount`",
      ])
    #expect(
      findings.map { $0.problem.label(in: .german) } == [
        "gehört zu Maßnahme", "gehört zu `cost.amount`",
      ])
  }

  @Test func theAuthorsOwnKeysAreAccepted() {
    let (plan, findings) = load(
      "x-team: [a]\nmeasures: [{id: M1, x-note: b, cost: {x-c: d, amount: 0}}]")
    #expect(findings.headlines == [])
    #expect(plan.state("measure", 0, "cost") == .stated)
  }

  @Test func twoSpellingsOfOneField() {
    let text = MarkedText("measures:\n  - id: M1\n    1️⃣name2️⃣: a\n    3️⃣titel4️⃣: b\n")
    let (plan, findings) = load(text.text)
    #expect(
      findings.headlines == ["measure M1, `name`: `name` and `titel` are the same field"])
    #expect(findings[0].location.range == text.range(3, 4))
    #expect(findings[0].related.first?.location.range == text.range(1, 2))
    #expect(plan.text("measure", 0, "name") == "a")
    #expect(load("measures: []\nmassnahmen: []").findings.codes == ["stated-twice"])
  }

  @Test func aDuplicateKeyIsToldOnce() {
    let (plan, findings) = load("measures:\n  - {id: M1, name: a, name: b}\nname: c\nname: d")
    #expect(findings.codes == ["duplicate-key", "duplicate-key"])
    #expect(plan.text("measure", 0, "name") == "a")
    #expect(plan.text("plan", 0, "name") == "c")
  }

  @Test func manyProblemsAreCounted() {
    var limits = Limits()
    limits.problemsPerFile = 3
    let rows = (1...10).map { "  - {id: M\($0), ownr: a}\n" }.joined()
    let (plan, findings) = load("measures:\n" + rows, limits: limits)
    #expect(findings.codes == ["unknown-key", "unknown-key", "unknown-key", "further-problems"])
    #expect(findings[3].problem.headline(in: .english) == "7 further problems in this file")
    #expect(plan.reportedFinding(plan.cell("measure", 9, "owner")) == 3)
  }
}

struct DocumentTests {
  @Test func otherRootsThanAMapping() {
    #expect(load("- a\n- b\n").findings.codes == ["plan-not-a-mapping"])
    #expect(load("hello").findings.codes == ["plan-not-a-mapping"])
    #expect(load("").findings.codes == ["empty-file"])
    #expect(load("").plan.count("measure") == 0)
  }

  @Test func aBrokenFileIsNoReasonForMissingIds() {
    let (plan, findings) = load("measures:\n  - name: a\n    cost: {amount: 5")
    #expect(!findings.codes.contains("missing-id"))
    #expect(!plan.isComplete)
  }

  @Test func aliasesAreFollowed() {
    let (plan, findings) = load(
      """
      x-cost: &cost {amount: 5 EUR}
      committees: [{id: &id a1}]
      measures:
        - {id: M1, cost: *cost, owner: *id}
        - &two {id: M2, cost: *cost}
      """)
    #expect(findings.headlines == [])
    #expect(plan.money(plan.cell("measure", 1, "cost.amount"))?.plain() == "5 EUR")
    #expect(plan.referencedRow(plan.cell("measure", 0, "owner"))?.row == 0)
    #expect(plan.text("measure", 0, "owner") == "a1")
    let place = plan.location(of: plan.cell("measure", 0, "owner"))
    #expect(place.file.text(place.range) == "*id")
  }

  @Test func anAliasToNothingIsToldOnce() {
    let (plan, findings) = load("measures: [{id: M1, name: *nowhere}]")
    #expect(findings.codes == ["undefined-alias"])
    #expect(plan.state("measure", 0, "name") == .malformed)
    #expect(plan.reportedFinding(plan.cell("measure", 0, "name")) == 0)
  }
}
