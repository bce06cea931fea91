import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import Model

struct ReferenceTests {
  @Test func referencesBecomeRows() {
    let (plan, findings) = load(
      """
      measures:
        - {id: M1, depends-on: [M2, M3], owner: a2}
        - {id: M2}
        - {id: M3}
      committees: [{id: a1}, {id: a2}]
      """)
    #expect(findings.headlines == [])
    #expect(plan.referencedRow(plan.cell("measure", 0, "owner"))?.row == 1)
    let entries = plan.entries(plan.cell("measure", 0, "depends-on"))
    #expect(entries.map { plan.referencedRow($0)?.row } == [1, 2])
    #expect(entries.map { plan.text($0) } == ["M2", "M3"])
    #expect(entries.map { plan.location($0).file.text(plan.location($0).range) } == ["M2", "M3"])
    #expect(plan.tables[plan.schema.record(named: "measure")!].index?.row(of: "M3") == 2)
  }

  @Test func identifiersCompareAfterNormalization() {
    let (plan, findings) = load("committees: [{id: Fl\u{E4}che}]\nlead: Fla\u{308}che")
    #expect(findings.headlines == [])
    #expect(plan.referencedRow(plan.cell("plan", 0, "lead"))?.row == 0)
  }

  @Test func anUnknownOneNamesTheNearest() {
    let text = MarkedText(
      "1️⃣committees2️⃣: [{id: soziales}]\nmeasures: [{id: M1, owner: 3️⃣sozales4️⃣}]")
    let (plan, findings) = load(text.text)
    #expect(
      findings.headlines == ["measure M1, `owner`: `sozales` is not in `committees`"])
    #expect(findings[0].location.range == text.range(3, 4))
    #expect(findings[0].related.map(\.location.range) == [text.range(1, 2)])
    #expect(findings[0].problem.help(in: .english) == "did you mean `soziales`?")
    #expect(plan.state("measure", 0, "owner") == .malformed)
    #expect(plan.reportedFinding(plan.cell("measure", 0, "owner")) == 0)
  }

  @Test func oneInAListLeavesTheOthers() {
    let (plan, findings) = load("measures: [{id: M1, depends-on: [M2, M9]}, {id: M2}]")
    #expect(findings.codes == ["unknown-reference"])
    let cell = plan.cell("measure", 0, "depends-on")
    #expect(plan.state(cell) == .stated)
    #expect(plan.reportedFinding(cell) == 0)
    #expect(plan.entries(cell).map { plan.state($0) } == [.stated, .malformed])
  }

  @Test func nearestIdsOfALongList() {
    let rows = (1...1500).map { "  - {id: M\(10_000 + $0)}\n" }.joined()
    let (_, findings) = load("measures:\n" + rows + "  - {id: X, depends-on: [M1050, m10007]}\n")
    #expect(findings.map { $0.problem.help(in: .english) }.last == "did you mean `M10007`?")
    #expect(findings.codes == ["unknown-reference", "unknown-reference"])
  }

  @Test func anOpenReferenceKeepsItsText() {
    let (plan, findings) = load("measures: [{id: M1, partner: Stadtwerke}]")
    #expect(findings.codes == ["unknown-reference"])
    #expect(findings[0].severity == .note)
    #expect(plan.state("measure", 0, "partner") == .stated)
    #expect(plan.referencedRow(plan.cell("measure", 0, "partner")) == nil)
    #expect(plan.text("measure", 0, "partner") == "Stadtwerke")
  }

  @Test func theWrongKindIsNamed() {
    let (_, findings) = load("areas: [{id: F1}]\nmeasures: [{id: M1, owner: F1}]")
    #expect(
      findings.headlines == ["measure M1, `owner`: `F1` is in `areas`, not in `committees`"])
  }

  @Test func nothingRefersToItself() {
    let (plan, findings) = load("measures: [{id: M1, depends-on: [M1]}]")
    #expect(findings.codes == ["refers-to-itself"])
    #expect(
      plan.entries(plan.cell("measure", 0, "depends-on")).map { plan.state($0) } == [.malformed])
  }

  @Test func aDuplicateIdIsOneFinding() {
    let text = MarkedText(
      "measures: [{id: 1️⃣M12️⃣}, {id: 3️⃣M14️⃣}, {id: M2}, {id: 5️⃣M16️⃣, depends-on: [M1]}]")
    let (plan, findings) = load(text.text)
    #expect(findings.headlines == ["measure M1, `id`: the id `M1` is used 3 times"])
    #expect(findings[0].location.range == text.range(3, 4))
    #expect(
      findings[0].related.map(\.location.range) == [text.range(1, 2), text.range(5, 6)])
    #expect(plan.reportedFinding(plan.cell("measure", 0, "id")) == nil)
    #expect(plan.reportedFinding(plan.cell("measure", 3, "id")) == 0)
    #expect(plan.state("measure", 3, "id") == .stated)
    let entry = plan.entries(plan.cell("measure", 3, "depends-on"))[0]
    #expect(plan.referencedRow(entry)?.row == 0)
  }

  @Test func aMissingIdStandsAtTheElement() {
    let text = MarkedText("measures:\n  - 1️⃣name2️⃣: a\n  - 3️⃣id4️⃣:\n  - Id: M1\n")
    let (plan, findings) = load(text.text)
    #expect(findings.codes == ["unknown-key", "missing-id", "missing-id"])
    #expect(findings[1].location.range == text.range(1, 2))
    #expect(findings[2].location.range == text.range(3, 4))
    #expect(plan.reportedFinding(plan.cell("measure", 2, "id")) == 0)
    #expect(load("measures: [{id: M, milestones: [{name: a}]}]").findings.isEmpty)
  }
}

struct DefaultTests {
  let text = """
    committees: [{id: a1}, {id: a2}]
    areas: [{id: F1, owner: a2, words: [eins, zwei]}, {id: F2}]
    measures:
      - {id: M1, area: F1}
      - {id: M2, area: F1, owner: a1, words: []}
      - {id: M3, area: F1, owner: {open: offen}}
      - {id: M4, area: F2}
      - {id: M5}
      - {id: M6, area: F1, owner: }
    """

  @Test func onlyAbsentInherits() {
    let (plan, findings) = load(text)
    #expect(findings.headlines == [])
    func owner(_ row: Int) -> CellReference { plan.cell("measure", row, "owner") }
    #expect(
      (0..<6).map { plan.state(owner($0)) } == [.stated, .stated, .open, .absent, .absent, .empty])
    #expect(
      (0..<6).map { plan.isInherited(owner($0)) } == [true, false, false, false, false, false])
    #expect(plan.referencedRow(owner(0))?.row == 1)
    #expect(plan.text(owner(0)) == "a2")
    #expect(plan.source(of: owner(0)) == plan.cell("area", 0, "owner"))
    #expect(
      plan.location(of: owner(0)).range == plan.location(of: plan.cell("area", 0, "owner")).range)
    #expect(plan.keyLocation(of: owner(0)) == nil)
  }

  @Test func listsAreInheritedWithTheirEntries() {
    let (plan, _) = load(text)
    let cell = plan.cell("measure", 0, "words")
    #expect(plan.isInherited(cell))
    #expect(plan.entries(cell).map { plan.text($0) } == ["eins", "zwei"])
    #expect(plan.state("measure", 1, "words") == .empty)
    #expect(plan.entries(plan.cell("measure", 1, "words")).isEmpty)
  }

  @Test func aMisspeltKeyDoesNotInherit() {
    // What the key means is written, only not where it is read.
    let (plan, findings) = load(
      "committees: [{id: a1}]\nareas: [{id: F1, owner: a1}]\n"
        + "measures: [{id: M1, area: F1, ownr: a1}]")
    #expect(findings.codes == ["unknown-key"])
    #expect(!plan.isInherited(plan.cell("measure", 0, "owner")))
    #expect(plan.reportedFinding(plan.cell("measure", 0, "owner")) == 0)
  }

  @Test func whatIsMalformedThereIsMalformedHere() {
    let (plan, findings) = load("areas: [{id: F1, owner: a9}]\nmeasures: [{id: M1, area: F1}]")
    #expect(findings.codes == ["unknown-reference"])
    #expect(plan.state("measure", 0, "owner") == .malformed)
    #expect(plan.reportedFinding(plan.cell("measure", 0, "owner")) == 0)
  }
}
