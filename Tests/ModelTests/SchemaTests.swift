import Diagnostics
import RuleSyntax
import SourceText
import TestSupport
import Testing
import Values

@testable import Model

struct SchemaTests {
  @Test func buildsTheTownSchema() {
    let (schema, findings) = readSchema(townSchema)
    #expect(findings.headlines == [])
    #expect(schema.name == "plan")
    #expect(schema.title == LocalizedText(en: "Action plan", de: "Aktionsplan"))
    #expect(schema.records[schema.root].name == "plan")
    #expect(schema.stage == Schema.Stage(choice: 0, field: 1))
    #expect(schema.placeholders == ["k. a.", "tbd", "-"])
  }

  @Test func flattensGroupsBehindTheirOwnField() {
    let measure = town.records[town.record(named: "measure")!]
    #expect(
      measure.fields.map(\.path).suffix(6) == [
        "cost", "cost.amount", "cost.status", "cost.items", "cost.detail", "cost.detail.note",
      ])
    let cost = measure.field(path: "cost")!
    #expect(measure.fields[cost].type == .group)
    #expect(
      measure.fields[cost].members.map { measure.fields[$0].name } == [
        "amount", "status", "items", "detail",
      ])
    #expect(measure.topFields.last == cost)
    #expect(measure.idField == 0)
    #expect(measure.nameField == 1)
  }

  @Test func resolvesReferencesInversesAndDefaults() {
    let measure = town.record(named: "measure")!
    let area = town.record(named: "area")!
    let committee = town.record(named: "committee")!
    let owner = town.records[measure].fields[town.records[measure].field(path: "owner")!]
    #expect(owner.type == .scalar(.reference(committee, isOpen: false)))
    #expect(owner.inherited?.references == [town.records[measure].field(path: "area")!])
    #expect(owner.inherited?.record == area)
    let inverse = town.records[area].inverses[town.records[area].inverse(named: "measures")!]
    #expect(inverse.record == measure)
    #expect(
      town.records[measure].places == [
        Record.Place(record: measure, field: town.records[measure].field(path: "parts")!)
      ])
  }

  @Test func titlesFallBackToEnglishAndToTheName() {
    let schema = readSchema(
      """
      record plan
        end-date text
        start-date text "Start"
        both text "Both" de "Beide"
      """
    ).schema
    #expect(
      schema.records[0].fields.map(\.title) == [
        LocalizedText(same: "end date"), LocalizedText(same: "Start"),
        LocalizedText(en: "Both", de: "Beide"),
      ])
  }

  @Test func extensionsAddFieldsAndValues() {
    let (schema, findings) = readSchema(
      """
      extend record plan
        more text
      extend choice kind
        second "Second"
      choice kind
        first "First"
      record plan
        kind choice kind
      """)
    #expect(findings.headlines == [])
    #expect(schema.records[0].fields.map(\.name) == ["kind", "more"])
    #expect(schema.choices[0].values.map(\.name) == ["first", "second"])
  }

  @Test func aFieldMayOpenItsChoice() {
    let (schema, findings) = readSchema(
      """
      choice kind
        first
      record plan
        closed choice kind
        opened choice kind, open
      """)
    #expect(findings.headlines == [])
    #expect(schema.records[0].fields.map(\.isOpenChoice) == [false, true])
  }
}

/// Each problem of a schema, told once and exactly where it stands.
struct SchemaProblemTests {
  static let plan = "record plan\n  name text\n"
  static let listed = "record a, listed in as\n  id identifier\n"

  @Test(arguments: [
    ("1️⃣choice c\n  v\n", ["no-plan-record"]),
    ("record plan, listed in 1️⃣plans\n  name text\n", ["plan-is-listed"]),
    (plan + "record 1️⃣x\n  a text\n", ["unreachable-record"]),
    (plan + listed + "record 1️⃣a, listed in bs\n  id identifier\n", ["duplicate-declaration"]),
    (
      plan + listed + "record b, listed in 1️⃣as\n  id identifier\n",
      ["duplicate-declaration", "unreachable-record"]
    ),
    (plan + "choice c\n  v\nchoice 1️⃣c\n  w\n", ["duplicate-declaration"]),
    (plan + "choice c\n  v\n  1️⃣v\n", ["duplicate-declaration"]),
    (plan + "choice c\n  v\n  w also 1️⃣v\n", ["duplicate-spelling"]),
    ("record plan\n  name text\n  1️⃣name text\n", ["duplicate-declaration"]),
    ("record plan\n  name text\n  title text also 1️⃣name\n", ["duplicate-spelling"]),
    (plan + listed + "record b, listed in bs also 1️⃣as\n  id identifier\n", ["duplicate-spelling"]),
    ("record plan\n  a choice 1️⃣c\n", ["unknown-name"]),
    (plan + listed + "extend record plan\n  b one of 1️⃣ass\n", ["unknown-name"]),
    (plan + listed + "extend record plan\n  b one of 1️⃣a\n", ["unknown-name"]),
    (plan + listed + "extend record plan\n  b list of 1️⃣as\n", ["unknown-name"]),
    (plan + "extend record 1️⃣plann\n  b text\n", ["unknown-name"]),
    (plan + "extend choice 1️⃣c\n  b\n", ["unknown-name"]),
    ("record plan\n  1️⃣not-applicable text\n", ["reserved-name"]),
    ("record plan\n  a text also 1️⃣offen\n", ["reserved-name"]),
    ("record plan\n  1️⃣as text\n" + listed, ["ambiguous-name"]),
    ("record plan\n  1️⃣include text\n", ["ambiguous-name"]),
    (
      plan + "record m, listed in ms\n  id identifier\n  n list of n\nrecord n\n  1️⃣m text\n",
      ["ambiguous-name"]
    ),
    (
      "record plan\n  b one of 1️⃣as\nrecord a, listed in as\n  name text\n",
      ["list-without-identifier"]
    ),
    ("record plan\n  b list of n, in order by 1️⃣dat\nrecord n\n  date date\n", ["unknown-order"]),
    ("record plan\n  b list of text, in order by 1️⃣dat\n", ["unknown-order"]),
    (
      "record plan\n  1️⃣b list of n, in order by words\nrecord n\n  words list of text\n",
      ["unknown-order"]
    ),
    ("record plan\n  1️⃣b text, to its last day\n", ["date-reading-without-date"]),
    ("record plan\n  b text, at least 1️⃣0\n", ["lower-bound"]),
    ("record plan\n  b number, at least 1️⃣today\n", ["lower-bound"]),
    ("record plan\n  b text, seen from there as 1️⃣c\n", ["inverse-name"]),
    (plan + listed + "extend record a\n  b one of as, seen from there as 1️⃣id\n", ["inverse-name"]),
    (
      plan + listed
        + "extend record a\n  b one of as, seen from there as c\n"
        + "  d one of as, seen from there as 1️⃣c\n", ["inverse-name"]
    ),
    (
      plan + listed + "extend record a\n  b one of as\n  c text, else b.1️⃣d\n",
      ["inherited-default"]
    ),
    (plan + listed + "extend record a\n  b text\n  c text, else 1️⃣b.id\n", ["inherited-default"]),
    (plan + listed + "extend record a\n  b text\n  c text, else 1️⃣b\n", ["inherited-default"]),
    (
      plan + listed + "extend record a\n  b one of as\n  c text, else 1️⃣b.id\n",
      ["inherited-default"]
    ),
    (plan + listed + "extend record a\n  b one of as\n  c text, else 1️⃣b.c\n", ["default-cycle"]),
  ])
  func isToldWhereItStands(marked: String, codes: [String]) {
    let text = MarkedText(marked)
    let (_, findings) = readSchema(text.text)
    #expect(findings.codes == codes, "\(findings.headlines)")
    #expect(findings.first?.location.range.start == text.offsets[1] ?? 0)
  }

  @Test func namesTheNearest() {
    let (_, findings) = readSchema("record plan\n  a choice stge\nchoice stage\n  v\n")
    #expect(findings.first?.problem.help(in: .english) == "did you mean `stage`?")
  }

  @Test func reservedWordsFromOtherBuildersAreRefused() {
    var file = RuleFile(file: SourceFile(path: "x.ratsam", text: "every open"))
    let value = ChoiceDeclaration.Value(
      name: Name("open", ByteRange(6, 10)), title: Title(), also: [], isOutsideOrder: false)
    let choice = ChoiceDeclaration(
      name: Name("c", ByteRange(0, 1)), title: Title(), isExtension: false, isOrdered: false,
      isOpen: false, values: [value], range: ByteRange(0, 10))
    let field = FieldDeclaration(
      name: Name("every", ByteRange(0, 5)), type: .record(Name("plan", ByteRange(0, 5))),
      range: ByteRange(0, 5))
    let record = RecordDeclaration(
      name: Name("plan", ByteRange(0, 4)), isExtension: false, list: nil, listAlso: [],
      title: Title(), fields: [field], range: ByteRange(0, 10))
    file.declarations = [.choice(choice), .record(record)]
    let findings = buildSchema([file]).findings
    #expect(findings.codes == ["reserved-name", "reserved-name", "plan-is-nested"])
    #expect(
      findings[0].problem.help(in: .english)
        == "choose another name and keep the spelling with `also open`")
  }

  @Test func everyProblemHasBothLanguages() {
    for problem in Self.all {
      let english = problem.headline(in: .english)
      let german = problem.headline(in: .german)
      #expect(!english.isEmpty && !german.isEmpty)
      #expect(english != german, "\(english)")
      #expect(!english.hasSuffix("."))
      #expect((problem.help(in: .english) == nil) == (problem.help(in: .german) == nil))
    }
  }

  static let all: [SchemaProblem] =
    [
      .noPlanRecord, .planIsListed, .planIsNested, .unreachableRecord("a"),
      .duplicateSpelling("a", .value, owner: "c", other: "b"),
      .otherKind(wanted: .list, "a", known: "as"), .otherKind(wanted: .record, "as", known: "a"),
      .reservedWord("every", .value), .reservedWord("every", .field), .stateAsField("open"),
      .planFieldNamedLikeList("as", list: "as"), .planFieldNamedLikeKey("include"),
      .fieldNamedLikeRecord("m", record: "n", around: "m"),
      .listWithoutIdentifier(list: "as", record: "a"), .listOfGroups("a"),
      .unknownOrderField("a", record: "b", nearest: ["c", "d"]), .orderOfValues("a"),
      .orderByCollection("a"), .dateReadingWithoutDate("a"), .lowerBoundWithoutNumber("a"),
      .unreadableLowerBound("a"), .inverseWithoutReference("a"),
      .inverseClash("a", record: "b", with: .inverse),
      .inverseClash("a", record: "b", with: .field),
      .unknownDefault("a", record: "b", nearest: []), .defaultThroughValue("a"),
      .defaultWithoutReference("a"), .defaultOfOtherType("a.b", field: "c"),
      .defaultCycle(["a", "b"]),
    ]
    + SchemaProblem.Kind.allCases.flatMap { kind in
      [
        SchemaProblem.duplicate(kind, "a", owner: nil), .duplicate(kind, "a", owner: "b"),
        .unknown(kind, "a", nearest: ["b"]),
      ]
    }
}
