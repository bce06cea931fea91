import Diagnostics
import SourceText
import TestSupport
import Testing
import Values

@testable import Model

/// Every state in every kind of field.
struct StateTests {
  /// Fields with a text that fits and one that does not.
  static let values: [(path: String, fits: String, faulty: String?)] = [
    ("name", "Sprache", nil), ("done", "ja", "vielleicht"), ("score", "1.5", "1e3"),
    ("count", "3", "3.5"), ("share", "12 %", "zwölf"), ("due", "2027-Q3", "31.03.2027"),
    ("cost.amount", "50 000 EUR", "12.000"), ("cost.status", "draft", "drafd"),
    ("owner", "a1", "a9"), ("partner", "a1", nil),
  ]

  static let lists = ["depends-on", "dates", "parts", "milestones", "cost.items"]

  /// A plan with one measure that has `key: value`, inside groups where the path says so.
  func plan(_ path: String, _ value: String) -> String {
    let parts = path.split(separator: ".")
    let inner = parts.reversed().reduce(value) { text, key in "{\(key): \(text)}" }
    return """
      committees: [{id: a1}]
      measures:
        - id: M1
        - {id: M2, \(inner.dropFirst().dropLast())}
      """
  }

  @Test(arguments: values)
  func stated(value: (path: String, fits: String, faulty: String?)) {
    let (plan, findings) = load(plan(value.path, value.fits))
    #expect(findings.headlines == [])
    #expect(plan.state("measure", 1, value.path) == .stated)
    #expect(plan.state("measure", 0, value.path) == .absent)
    #expect(plan.text("measure", 1, value.path) == value.fits)
  }

  @Test(arguments: values.filter { $0.faulty != nil })
  func malformed(value: (path: String, fits: String, faulty: String?)) throws {
    let faulty = try #require(value.faulty)
    let source = plan(value.path, faulty)
    let (plan, findings) = load(source)
    #expect(findings.count == 1, "\(findings.headlines)")
    let cell = plan.cell("measure", 1, value.path)
    #expect(plan.state(cell) == .malformed)
    #expect(plan.reportedFinding(cell) == 0)
    #expect(findings[0].field == value.path)
    #expect(findings[0].element == LocalizedText(en: "measure M2", de: "Maßnahme M2"))
    #expect(findings[0].location.file.text(findings[0].location.range) == faulty)
  }

  @Test(arguments: values.map(\.path) + lists + ["contract", "cost", "cost.detail", "words"])
  func open(path: String) {
    let (plan, findings) = load(plan(path, #"{open: "später", until: 2027-03, by: a1}"#))
    #expect(findings.headlines == [])
    let cell = plan.cell("measure", 1, path)
    #expect(plan.state(cell) == .open)
    #expect(
      plan.declaration(cell) == Plan.Declaration(reason: "später", until: "2027-03", by: "a1"))
  }

  @Test(arguments: ["not-applicable", "nicht-zutreffend", "entfällt", "entfaellt"])
  func notApplicable(key: String) {
    for path in Self.values.map(\.path) + Self.lists {
      let (plan, findings) = load(plan(path, "{\(key): kein Bezug}"))
      #expect(findings.headlines == [])
      #expect(plan.state("measure", 1, path) == .notApplicable)
      #expect(plan.declaration(plan.cell("measure", 1, path))?.reason == "kein Bezug")
    }
  }

  @Test func germanStateKeys() {
    let (plan, findings) = load(plan("due", "{offen: später, bis: 2027, durch: a1}"))
    #expect(findings.headlines == [])
    #expect(
      plan.declaration(plan.cell("measure", 1, "due"))
        == Plan.Declaration(reason: "später", until: "2027", by: "a1"))
  }

  @Test(arguments: ["", "null", "~", "\"\"", "' '", "[]", "{}", "k. A.", "K. A.", "TBD", "'-'"])
  func empty(value: String) {
    for path in Self.values.map(\.path) + Self.lists + ["contract", "cost", "cost.detail"] {
      let (plan, findings) = load(plan(path, value))
      #expect(findings.headlines == [], "\(path): \(value)")
      #expect(plan.state("measure", 1, path) == .empty, "\(path): \(value)")
    }
  }

  @Test(arguments: values.map(\.path) + lists + ["cost", "contract"])
  func valueAndOpen(path: String) {
    let (plan, findings) = load(plan(path, "{open: why, amount: 5}"))
    #expect(findings.codes == ["value-and-state"])
    #expect(plan.state("measure", 1, path) == .malformed)
    #expect(plan.reportedFinding(plan.cell("measure", 1, path)) == 0)
  }

  @Test func misspeltStateKey() {
    let (plan, findings) = load(plan("due", "{open: why, untill: 2027}"))
    #expect(findings.headlines == ["measure M2, `due`: unknown key `untill`"])
    #expect(plan.state("measure", 1, "due") == .open)
  }

  @Test func stateWithoutReasonAndBadDate() {
    let (_, findings) = load(plan("due", "{open: , until: bald}"))
    #expect(findings.codes == ["state-without-reason", "malformed-value"])
  }

  @Test func anotherShapeThanDeclared() {
    func codes(_ path: String, _ value: String) -> [String] {
      let (plan, findings) = load(plan(path, value))
      #expect(plan.state("measure", 1, path) == .malformed)
      #expect(plan.reportedFinding(plan.cell("measure", 1, path)) == 0)
      return findings.codes
    }
    #expect(codes("due", "[2027]") == ["expected-value"])
    #expect(codes("due", "{year: 2027}") == ["expected-value"])
    #expect(codes("depends-on", "M1") == ["expected-list"])
    #expect(codes("milestones", "{id: MS1}") == ["expected-list"])
    #expect(codes("milestones", "soon") == ["expected-list"])
    #expect(codes("milestones", "[MS1]") == ["expected-mapping"])
    #expect(codes("contract", "Verein") == ["expected-mapping"])
    #expect(codes("contract", "[Verein]") == ["expected-mapping"])
    #expect(codes("cost", "5000") == ["expected-mapping"])
  }

  @Test func aScalarWhereAListStandsHasAFix() {
    let (_, findings) = load(plan("depends-on", "M1"))
    #expect(findings[0].fixes.first?.edits.first?.replacement == "[M1]")
  }
}

struct GroupTests {
  @Test func aGroupIsWhatItsStrongestMemberIs() {
    func state(_ value: String) -> CellState {
      load("measures: [{id: M1, cost: \(value)}]").plan.state("measure", 0, "cost")
    }
    #expect(state("{amount: , status: draft}") == .stated)
    #expect(state("{amount: {open: a}, status: {not-applicable: b}}") == .open)
    #expect(state("{amount: {open: a}, status: nix}") == .malformed)
    #expect(state("{amount: , status: {not-applicable: b}}") == .notApplicable)
    #expect(state("{amount: }") == .empty)
    #expect(state("{x-own: 1}") == .empty)
    #expect(state("{detail: {note: a}}") == .stated)
    #expect(load("measures: [{id: M1}]").plan.state("measure", 0, "cost") == .absent)
  }

  @Test func aGroupIsMalformedWithItsOnlyReference() {
    let schema = readSchema(
      """
      record plan
        team group
          lead one of people
          note text
      record person, listed in people
        id identifier
      """
    ).schema
    let (plan, findings) = load("team: {lead: nobody}", schema: schema)
    #expect(findings.codes == ["unknown-reference"])
    #expect(plan.state("plan", 0, "team") == .malformed)
    #expect(plan.reportedFinding(plan.cell("plan", 0, "team")) == 0)
    let (other, _) = load("team: {lead: nobody, note: a}", schema: schema)
    #expect(other.state("plan", 0, "team") == .stated)
  }

  @Test func aStatePassesDown() {
    let (plan, _) = load("measures: [{id: M1, cost: {open: why}}]")
    for path in ["cost.amount", "cost.items", "cost.detail", "cost.detail.note"] {
      #expect(plan.state("measure", 0, path) == .open)
      #expect(plan.declaration(plan.cell("measure", 0, path))?.reason == "why")
    }
  }

  @Test func aMalformedGroupSilencesItsMembers() {
    let (plan, findings) = load("measures: [{id: M1, cost: 5000}]")
    #expect(findings.codes == ["expected-mapping"])
    for path in ["cost", "cost.amount", "cost.detail.note"] {
      #expect(plan.state("measure", 0, path) == .malformed)
      #expect(plan.reportedFinding(plan.cell("measure", 0, path)) == 0)
    }
  }

  @Test func anEmptyGroupLeavesItsMembersAbsent() {
    let (plan, _) = load("measures: [{id: M1, cost: {}}]")
    #expect(plan.state("measure", 0, "cost") == .empty)
    #expect(plan.state("measure", 0, "cost.amount") == .absent)
  }

  @Test func topLevelListsHaveStatesToo() {
    let (plan, findings) = load(
      "measures: {open: \"noch zu sammeln\", until: 2027}\nareas: []\ncommittees: 5")
    #expect(findings.codes == ["expected-list"])
    let measure = plan.schema.record(named: "measure")!
    #expect(plan.listStates[measure] == .open)
    #expect(plan.declaration(ofList: measure)?.until == "2027")
    #expect(plan.listStates[plan.schema.record(named: "area")!] == .empty)
    let committee = plan.schema.record(named: "committee")!
    #expect(plan.listStates[committee] == .malformed)
    #expect(plan.reportedLists[committee] == 0)
  }
}
