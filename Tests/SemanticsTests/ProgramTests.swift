import Diagnostics
import Foundation
import Model
import RuleSyntax
import TestSupport
import Testing

@testable import Semantics

@Suite struct ProgramTests {
  @Test(arguments: goodRules.indices) func goodRulesPass(_ index: Int) {
    let checked = Checked(goodRules[index])
    #expect(checked.earlier.isEmpty && checked.findings.isEmpty, "\(checked.rendered(.english))")
    #expect(checked.program.rules.count == 1)
  }

  @Test func goodTablesPass() {
    let checked = Checked(goodTables)
    #expect(checked.earlier.isEmpty && checked.findings.isEmpty, "\(checked.rendered(.english))")
    #expect(checked.program.tables.count == 4)
    #expect(checked.program.tables[0].sorts.first?.column == 2)
  }

  /// The packs that the project ships, all together.
  @Test func shippedRulesPass() throws {
    let folder = Project.root.appendingPathComponent("rules")
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let paths = (found ?? []).filter { $0.hasSuffix(".ratsam") }.sorted()
    guard !paths.isEmpty else { return }
    let checked = Checked(files: try paths.map { ("rules/\($0)", try Project.text("rules/\($0)")) })
    let errors = checked.findings.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(checked.rendered(.english))")
    #expect(!checked.program.rules.isEmpty)
  }

  /// Schemas that know nothing of action plans.
  @Test(arguments: ["Tests/Bench/bench.ratsam", "plans/roadmap/roadmap.ratsam"])
  func otherSchemasPass(_ path: String) {
    guard let text = try? Project.text(path) else { return }
    let checked = Checked(files: [(path, text)])
    #expect(checked.codes.isEmpty, "\(checked.rendered(.english))")
    #expect(!checked.program.rules.isEmpty)
  }

  // MARK: - Paths

  /// The subject's path of the one rule with this body.
  private func subject(
    _ body: String, scope: String = "each measure", _ place: SourceLocation = #_sourceLocation
  ) throws -> (judgement: Judgement, path: Path, schema: Schema) {
    let checked = Checked(body: body, scope: scope)
    let rule = try #require(
      checked.program.rules.first, "\(checked.rendered(.english))", sourceLocation: place)
    guard case .judgement(let judgement) = rule.clauses[0].requirement,
      case .path(let path) = judgement.subject
    else { throw NoPath() }
    return (judgement, path, checked.schema)
  }

  private struct NoPath: Error {}

  private func field(_ path: String, _ record: String, _ schema: Schema) throws -> Int {
    let record = try #require(schema.record(named: record))
    return try #require(schema.records[record].field(path: path))
  }

  @Test func aBareNameIsTheInnermostElementsField() throws {
    let (_, path, schema) = try subject(
      "due must be stated", scope: "each milestone of each measure")
    #expect(path.start == .frame(1))
    #expect(path.steps.isEmpty)
    #expect(path.field == (try field("due", "milestone", schema)))
    #expect(path.type == .date)
  }

  @Test func anOuterElementGoesByItsRecordsName() throws {
    let (_, path, schema) = try subject(
      "measure.end-date must be stated", scope: "each milestone of each measure")
    #expect(path.start == .frame(0))
    #expect(path.field == (try field("end-date", "measure", schema)))
  }

  @Test func groupsAreNoSteps() throws {
    let (_, path, schema) = try subject("cost.amount must be stated")
    #expect(path.steps.isEmpty)
    #expect(path.field == (try field("cost.amount", "measure", schema)))
  }

  @Test func referencesAreFollowed() throws {
    let (_, path, schema) = try subject("area.owner.name must be stated")
    let area = try field("area", "measure", schema)
    let owner = try field("owner", "area", schema)
    #expect(path.steps == [.reference(area), .reference(owner)])
    #expect(path.record == schema.record(named: "committee"))
  }

  @Test func aListWithoutQuantifierIsTheListItself() throws {
    let (judgement, path, schema) = try subject("goals must be stated")
    let goal = try #require(schema.record(named: "goal"))
    #expect(judgement.quantifier == nil)
    #expect(path.field == (try field("goals", "measure", schema)))
    #expect(path.type == .list(.reference(goal)))
  }

  @Test func membersOfReferencesAreValuesOfTheirField() throws {
    let (judgement, path, schema) = try subject("every goals must be \"z1\"")
    let goal = try #require(schema.record(named: "goal"))
    #expect(judgement.quantifier == .every)
    #expect(path.steps.isEmpty)
    #expect(path.field == (try field("goals", "measure", schema)))
    #expect(path.type == .reference(goal))
  }

  @Test func membersWithAConditionAreElements() throws {
    let (judgement, path, schema) = try subject("every goals where name is stated must be \"z1\"")
    let goals = try field("goals", "measure", schema)
    #expect(path.steps == [.references(goals)])
    #expect(path.field == nil)
    guard case .judgement(let inner) = judgement.filter, case .path(let name) = inner.subject
    else { throw NoPath() }
    #expect(name.start == .frame(1))
  }

  @Test func oneQuantifierCoversTheListsOnTheWay() throws {
    let (_, path, schema) = try subject("every goals.indicators must have at least 1 entry")
    let indicator = try #require(schema.record(named: "indicator"))
    #expect(path.steps.count == 1)
    #expect(path.field == (try field("indicators", "goal", schema)))
    #expect(path.type == .list(.record(indicator)))
  }

  @Test func listsOfThePlanAndInversesAreSteps() throws {
    let (_, path, schema) = try subject("every measures.name must be stated", scope: "the plan")
    let measure = try #require(schema.record(named: "measure"))
    #expect(path.steps == [.all(record: measure)])
    let (_, inverse, _) = try subject("measures must have at least 1 entry", scope: "each area")
    #expect(inverse.steps == [.inverse(0)])
    #expect(inverse.field == nil)
    #expect(inverse.type == .list(.record(measure)))
  }

  @Test func whatExistInNamesComesFromThePlanFirst() throws {
    let (judgement, _, schema) = try subject("name must exist in goals")
    guard case .existing(.list(let record), false) = judgement.phrase else { throw NoPath() }
    #expect(record == schema.record(named: "goal"))
  }

  // MARK: - Severities and settings

  @Test func severitiesCoverEveryStage() throws {
    let text = rule("owner must be stated").replacing(
      "if broken: error", with: "if broken: warning in draft, error from submitted on")
    let severities = try #require(Checked(text).program.rules.first?.severities)
    #expect(severities.broken == [.warning, .error, .error])
    #expect(severities.unclear == severities.broken)
    #expect(severities.open == nil)
  }

  @Test func offIsNoSeverity() throws {
    let text = rule("owner must be stated").replacing(
      "if broken: error",
      with: "if broken: off in draft, error from submitted on\n  if open: note")
    let severities = try #require(Checked(text).program.rules.first?.severities)
    #expect(severities.broken == [nil, .error, .error])
    #expect(severities.open == [.note, .note, .note])
  }

  @Test func aRulesOwnSettingComesFirst() throws {
    let text = rule("cost.amount must be at most ceiling").replacing(
      "  if broken", with: "  setting ceiling money 5 EUR\n  if broken")
    let checked = Checked(text)
    let rule = try #require(checked.program.rules.first, "\(checked.rendered(.english))")
    guard case .judgement(let judgement) = rule.clauses[0].requirement,
      case .compared(.atMost, .setting(let index, type: .money)) = judgement.phrase
    else { throw NoPath() }
    #expect(checked.program.settings[index].rule == "r")
  }

  @Test func aDateCanBeAYear() throws {
    let (judgement, _, _) = try subject("end-date must be before 2027")
    guard case .compared(.before, .literal(.date(let date))) = judgement.phrase else {
      throw NoPath()
    }
    #expect(date.precision == .year)
  }

  // MARK: - One mistake, one message

  @Test func aBadRuleLeavesTheOthersAlone() {
    let checked = Checked(
      rule("owner must be stated", named: "a") + rule("onwer must be stated", named: "b")
        + rule("name must be stated", named: "c"))
    #expect(checked.program.rules.map(\.id) == ["a", "c"])
    #expect(checked.codes == ["unknown-name"])
  }

  @Test func whatIsComparedWithAMistakeTellsNothing() {
    #expect(Checked(body: "stge must be at least submitted", scope: "the plan").codes.count == 1)
    #expect(Checked(body: "cost.stats must be no-cost").codes.count == 1)
    #expect(Checked(body: "every goals where nmae is stated must be \"z1\"").codes.count == 1)
  }

  @Test func bothSidesCanBeWrong() {
    #expect(Checked(body: "ownr must exist in comittees").codes.count == 2)
    #expect(Checked(body: "end-dat must be after measure.strt-date").codes.count == 2)
  }

  @Test func whatTheParserToldIsNotToldAgain() {
    let text = rule("owner must be stated").replacing("if broken: error", with: "if broken: eror")
    let checked = Checked(text)
    #expect(checked.earlier.count == 1)
    #expect(checked.findings.isEmpty)
    #expect(checked.program.rules.isEmpty)
  }
}
