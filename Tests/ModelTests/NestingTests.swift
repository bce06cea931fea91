import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import Model

struct NestingTests {
  @Test func childrenOfOneListStandTogether() {
    let (plan, findings) = load(
      """
      measures:
        - id: M1
          parts:
            - {id: M1a, parts: [{id: M1a1}, {id: M1a2}], milestones: [{id: A}]}
            - {id: M1b, parts: [{id: M1b1}]}
          milestones: [{id: B}, {id: C}]
        - id: M2
          milestones: [{id: D}]
      """)
    #expect(findings.headlines == [])
    func ids(_ row: Int) -> [String?] {
      plan.children(plan.cell("measure", row, "parts")).map { plan.text("measure", $0, "id") }
    }
    let all = (0..<plan.count("measure")).map { plan.text("measure", $0, "id") }
    #expect(all == ["M1", "M2", "M1a", "M1b", "M1a1", "M1a2", "M1b1"])
    #expect(ids(0) == ["M1a", "M1b"])
    #expect(ids(2) == ["M1a1", "M1a2"])
    #expect(ids(3) == ["M1b1"])
    #expect(ids(1) == [])
    let table = plan.tables[plan.schema.record(named: "measure")!]
    #expect(table.places == [Table.topLevel, Table.topLevel, 0, 0, 0, 0, 0])
    #expect(table.parents.suffix(5) == [0, 0, 2, 2, 3])
    #expect(plan.parent(record: table.record, row: 6)?.element.row == 3)
    #expect(plan.parent(record: table.record, row: 0) == nil)
  }

  @Test func entriesThatAreNoElementsMakeNoRow() {
    let (plan, findings) = load(
      "measures:\n  - {id: M1}\n  - M2\n  -\n  - {open: später}\n  - [M3]\n  - {id: M4}\n")
    #expect(
      findings.codes == ["expected-mapping", "empty-entry", "state-in-list", "expected-mapping"])
    #expect(plan.count("measure") == 2)
    #expect(plan.text("measure", 1, "id") == "M4")
  }

  @Test func aListOfNothingReadableIsReported() {
    let (plan, findings) = load("measures: [M1, M2]")
    let measure = plan.schema.record(named: "measure")!
    #expect(findings.codes == ["expected-mapping", "expected-mapping"])
    #expect(plan.listStates[measure] == .malformed)
    #expect(plan.reportedLists[measure] == 0)
    #expect(load("measures: [M1, {id: M2}]").plan.reportedLists[measure] == nil)
  }

  @Test func entriesOfListsOfValues() {
    let (plan, findings) = load(
      """
      measures:
        - id: M1
          dates:
            - 2027
            - nie
            -
            - {open: x}
            - [1]
            - {a: 1}
      """)
    #expect(
      findings.codes == [
        "malformed-value", "empty-entry", "state-in-list", "expected-value", "expected-value",
      ])
    let cell = plan.cell("measure", 0, "dates")
    #expect(
      plan.entries(cell).map { plan.state($0) } == [
        .stated, .malformed, .empty, .malformed, .malformed, .malformed,
      ])
    #expect(plan.state(cell) == .stated)
  }

  @Test func oneNestedRecord() {
    let (plan, findings) = load("measures: [{id: M1}, {id: M2, contract: {with: Verein}}]")
    #expect(findings.headlines == [])
    #expect(plan.children(plan.cell("measure", 1, "contract")) == 0..<1)
    #expect(plan.text("contract", 0, "with") == "Verein")
    #expect(
      plan.label(record: plan.schema.record(named: "contract")!, row: 0).english
        == "contract of measure M2")
  }

  @Test func labelsAsPeopleKnowElements() {
    let (plan, _) = load(
      """
      consultations: [{role: hearing}, {role: hearing}]
      measures:
        - {id: M7, milestones: [{id: MS1}, {name: b}], cost: {items: [{amount: 0}]}}
        - {name: ohne}
      """)
    func label(_ record: String, _ row: Int) -> LocalizedText {
      plan.label(record: plan.schema.record(named: record)!, row: row)
    }
    #expect(label("plan", 0) == LocalizedText(en: "the plan", de: "der Plan"))
    #expect(label("measure", 0) == LocalizedText(en: "measure M7", de: "Maßnahme M7"))
    #expect(
      label("measure", 1) == LocalizedText(en: "measure 2 (line 4)", de: "Maßnahme 2 (Zeile 4)"))
    #expect(
      label("milestone", 0)
        == LocalizedText(en: "milestone MS1 of measure M7", de: "Meilenstein MS1 von Maßnahme M7"))
    #expect(label("milestone", 1).english == "milestone 2 of measure M7")
    #expect(label("item", 0).english == "item 1 of measure M7")
    #expect(label("consultation", 1).german == "Beratung 2")
  }
}

struct PlaceTests {
  @Test func anchorsAndKeys() {
    let text = MarkedText("measures:\n  - 1️⃣name2️⃣: a\n  - {name: b, id: 3️⃣M24️⃣}\n")
    let (plan, _) = load(text.text)
    let measure = plan.schema.record(named: "measure")!
    #expect(plan.anchor(record: measure, row: 0).range == text.range(1, 2))
    #expect(plan.anchor(record: measure, row: 1).range == text.range(3, 4))
    #expect(plan.anchor(record: plan.schema.root, row: 0).range == ByteRange(at: 0))
    #expect(plan.keyLocation(of: plan.cell("measure", 0, "name"))?.range == text.range(1, 2))
    #expect(plan.location(of: plan.cell("measure", 1, "owner")).range == text.range(3, 4))
  }

  @Test func insertionPoints() throws {
    let source = "measures:\n  - id: M1 # first\n    cost:\n      status: draft\n  - {id: M2}\n"
    let (plan, findings) = load(source)
    #expect(findings.headlines == [])
    func inserted(_ row: Int, _ path: String, _ value: String) throws -> String {
      let point = try #require(plan.insertionPoint(for: plan.cell("measure", row, path)))
      var bytes = Array(source.utf8)
      let offset = point.location.range.start
      bytes.insert(contentsOf: Array((point.prefix + value + point.suffix).utf8), at: offset)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(
      try inserted(0, "owner", "a1")
        == "measures:\n  - id: M1 # first\n    cost:\n      status: draft\n    owner: a1\n  - {id: M2}\n"
    )
    #expect(
      try inserted(0, "cost.amount", "0")
        == "measures:\n  - id: M1 # first\n    cost:\n      status: draft\n      amount: 0\n  - {id: M2}\n"
    )
    #expect(
      try inserted(0, "cost.detail.note", "x").contains(
        "status: draft\n      detail:\n        note: x\n"))
    #expect(try inserted(1, "owner", "a1").contains("- {id: M2, owner: a1}"))
    #expect(try inserted(1, "cost.amount", "0").contains("- {id: M2, cost: {amount: 0}}"))
  }
}

struct IncludeTests {
  @Test func listsAreJoinedInOrder() {
    let (plan, findings) = load(
      "include: [b/*.yaml, a.yaml]\nmeasures: [{id: M1}]\n",
      [
        "a.yaml": "measures: [{id: M2, owner: x1}]\nname: Titel\n",
        "committees.yaml": "committees: [{id: x1}]\n",
      ])
    #expect(findings.codes == ["include-failed", "unknown-reference"])
    let (joined, none) = load(
      "include: [committees.yaml, \"*.yml\", a.yaml]\nmeasures: [{id: M1}]\n",
      [
        "a.yaml": "measures: [{id: M4, owner: x1, depends-on: [M2]}]\nname: Titel\n",
        "committees.yaml": "committees: [{id: x1}]\n", "2.yml": "measures: [{id: M3}]",
        "1.yml": "measures: [{id: M2}]",
      ])
    #expect(none.headlines == [])
    #expect(plan.trees.count == 2)
    #expect((0..<4).map { joined.text("measure", $0, "id") } == ["M1", "M2", "M3", "M4"])
    #expect(
      joined.trees.map(\.file.path) == [
        "plan.yaml", "committees.yaml", "1.yml", "2.yml", "a.yaml",
      ])
    #expect(joined.text("plan", 0, "name") == "Titel")
    #expect(joined.file(of: joined.cell("plan", 0, "name")) == 4)
    #expect(joined.file(of: joined.cell("measure", 2, "id")) == 3)
    let place = joined.location(of: joined.cell("measure", 3, "owner"))
    #expect(place.file.path == "a.yaml")
  }

  @Test func aFieldStatedInTwoFiles() {
    let (plan, findings) = load("include: a.yaml\nname: eins\n", ["a.yaml": "titel: zwei\n"])
    #expect(findings.codes == ["stated-twice"])
    #expect(findings[0].location.file.path == "a.yaml")
    #expect(findings[0].related.map(\.location.file.path) == ["plan.yaml"])
    #expect(plan.text("plan", 0, "name") == "eins")
  }

  @Test func whatCannotBeIncluded() {
    func codes(_ include: String, _ files: [String: String] = [:]) -> [String] {
      load("include: \(include)\n", files).findings.codes
    }
    #expect(codes("../other.yaml") == ["include-failed"])
    #expect(codes("none.yaml") == ["include-failed"])
    #expect(codes("locked.yaml") == ["include-failed"])
    #expect(codes("{a: b}") == ["include-failed"])
    #expect(codes("[a.yaml, a.yaml]", ["a.yaml": "name: a"]) == ["included-twice"])
    #expect(
      codes("a.yaml", ["a.yaml": "include: plan.yaml", "plan.yaml": ""]) == ["included-twice"])
    #expect(codes("a.yaml", ["a.yaml": "- 1"]) == ["plan-not-a-mapping"])
    let refused = loadPlan(
      SourceFile(path: "-", text: "include: a.yaml"), schema: town, limits: Limits(),
      includes: .refusing)
    #expect(refused.findings.codes == ["include-failed"])
  }

  @Test func theNumberOfFilesIsLimited() {
    var limits = Limits()
    limits.includedFiles = 2
    let files = Dictionary(uniqueKeysWithValues: (1...5).map { ("\($0).yaml", "name: \($0)") })
    let (plan, findings) = load("include: \"*.yaml\"\n", files, limits: limits)
    #expect(plan.trees.count == 3)
    #expect(findings.codes == ["too-many-files", "stated-twice"])
  }

  @Test func idsAreUniqueAcrossFiles() {
    let (_, findings) = load(
      "include: a.yaml\nmeasures: [{id: M1}]", ["a.yaml": "measures: [{id: M1}]"])
    #expect(findings.codes == ["duplicate-id"])
    #expect(findings[0].location.file.path == "a.yaml")
    #expect(findings[0].related.map(\.location.file.path) == ["plan.yaml"])
  }
}
