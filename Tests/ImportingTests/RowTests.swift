import Diagnostics
import Linting
import Model
import SourceText
import Testing

@testable import Importing

/// Rows of trees: entries of mappings, rows elsewhere in the file, parts of texts.
@Suite("Rows and columns of trees")
struct RowTests {
  private static let schema = RuleSet(RuleSet.shipped).schema

  private static let source = """
    steps:
      A.1: {en: Shelter, offices: [roads, parks], refs: [{id: r1}, {id: r2}]}
      A.2: {en: Signs, offices: [], refs: []}
      B.1: {en: Trees}
    stations:
      A.1.1: {what: Tender, by: 2027-06}
      A.1.2: {what: Opening, by: soon}
      B.1.1: {what: Planting, by: 2028}
    """

  private func imported(
    _ lists: String, _ source: String = source, as format: ImportFormat = .yaml
  ) -> (plan: String, findings: [Finding]) {
    let mapFile = SourceFile(path: "map.yaml", text: "lists:\n" + lists)
    let (map, mapFindings) = readImportMap(mapFile, schema: Self.schema, limits: Limits())
    let file = SourceFile(path: "source", text: source)
    let (value, findings) = readSource(file, as: format, limits: Limits())
    let result = importPlan(value, of: file, map: map, of: mapFile, schema: Self.schema)
    return (
      result.plan.split(separator: "\n").dropFirst().joined(separator: "\n"),
      mapFindings + findings + result.findings
    )
  }

  @Test("entries of a mapping are rows, and their keys a column")
  func entries() {
    let (plan, findings) = imported("  areas: {rows: \"steps{}\", fields: {id: $key, name: en}}")
    #expect(findings.isEmpty)
    #expect(
      plan
        == """
        areas:
          - id: "A.1"
            name: Shelter
          - id: "A.2"
            name: Signs
          - id: "B.1"
            name: Trees
        """.replacing("\"", with: ""))
  }

  @Test(
    "parts of a text",
    arguments: [
      ("{before-first: \".\"}", "A"), ("{after-first: \".\"}", "1.1"),
      ("{before-last: \".\"}", "A.1"),
      ("{after-last: \".\"}", "1"), ("{after-last: \"x\"}", "A.1.1"), ("last", "A.1.1"),
    ])
  func parts(_ part: String, _ expected: String) {
    let (plan, findings) = imported(
      "  areas: {rows: \"stations{}\", where: {what: Tender}, fields: {id: {from: $key, part: \(part)}}}"
    )
    #expect(findings.isEmpty)
    #expect(plan == "areas:\n  - id: \(YAMLWriter.scalar(expected))")
  }

  @Test("rows from elsewhere in the file, by what belongs together")
  func elsewhere() {
    let (plan, findings) = imported(
      """
        measures:
          rows: steps{}
          fields:
            id: $key
            description:
              rows: /stations{}
              where: {$key: {part: {before-last: "."}, same-as: ^$key}}
              from: what
              with: ", "
            end-date:
              rows: /stations{}
              where: {$key: {part: {before-last: "."}, same-as: ^$key}}
              from: by
              take: first
      """)
    #expect(findings.isEmpty)
    #expect(plan.contains("description: \"Tender, Opening\"\n    end-date: \"2027-06\""), "\(plan)")
    #expect(plan.contains("- id: A.2\n  - id: B.1\n    description: Planting"), "\(plan)")
  }

  @Test("what stands at the entries of a list; of several for one value the map must choose")
  func lists() {
    let fields = "{id: $key, responsible-office: {from: offices, optional: true"
    let rows = "  measures: {rows: \"steps{}\", fields: "
    #expect(imported(rows + fields + "}}}").findings.map(\.code) == ["import-list"])
    let (plan, findings) = imported(rows + fields + ", take: last}}}")
    #expect(findings.isEmpty)
    #expect(plan.contains("responsible-office: parks"))
    let many = imported(rows + "{id: $key, goals: {from: \"refs[].id\", optional: true}}}")
    #expect(many.findings.isEmpty)
    #expect(many.plan.contains("goals:\n      - r1\n      - r2\n  - id: A.2\n  - id: B.1"))
  }

  @Test("a column that some rows lack is told with their number, unless it may be missing")
  func lacking() {
    let rows = "  measures: {rows: \"steps{}\", fields: {id: $key, performers: "
    let (_, findings) = imported(rows + "offices}}")
    #expect(findings.map(\.code) == ["import-some-rows"])
    #expect(findings.first?.severity == .note)
    #expect(
      findings.first?.problem.headline(in: .english) == "1 of 3 rows have no column `offices`")
    #expect(imported(rows + "{from: offices, optional: true}}}").findings.isEmpty)
    // What is asked only whether it stands there may be missing anywhere, but not everywhere.
    let there = "  areas: {rows: \"steps{}\", where: {offices: {stated: true}}, fields: {id: $key}}"
    #expect(imported(there).findings.isEmpty)
    #expect(imported(there).plan == "areas:\n  - id: A.1")
    let nowhere = there.replacing("offices", with: "ofices")
    #expect(imported(nowhere).findings.map(\.code).contains("import-no-column"))
  }

  @Test("rows that name one thing make one element")
  func unique() {
    let list =
      "  areas: {rows: \"stations{}\", UNIQUEfields: {id: {from: $key, part: {before-first: .}}}}"
    #expect(
      imported(list.replacing("UNIQUE", with: "unique: true, ")).plan
        == "areas:\n  - id: A\n  - id: B")
    #expect(
      imported(list.replacing("UNIQUE", with: "")).plan
        == "areas:\n  - id: A\n  - id: A\n  - id: B")
  }

  @Test(
    "OParl: the page of an answer, the bare list and one object",
    arguments: ["{\"data\": [OBJECT], \"links\": {}}", "[OBJECT]", "OBJECT"])
  func oparl(_ form: String) {
    let object = "{\"id\": \"https://example.org/bodies/7\", \"name\": \"Council\"}"
    let file = SourceFile(path: "o.json", text: form.replacing("OBJECT", with: object))
    let value = readSource(file, as: .oparl, limits: Limits()).value
    let map = readImportMap(oparlMap, schema: Self.schema, limits: Limits()).map
    let result = importPlan(value, of: file, map: map, of: oparlMap, schema: Self.schema)
    #expect(result.findings.isEmpty)
    #expect(result.plan.contains("- id: \"7\"\n    name: Council"), "\(result.plan)")
  }

  @Test("a map that is no YAML is told once")
  func brokenMap() {
    let (_, findings) = imported("  areas: {rows: steps{}, fields: {id: $key}}")
    #expect(findings.prefix(1).map(\.code) == ["yaml-syntax"])
    #expect(!findings.contains { $0.code == "wrong-import-map" })
  }

  @Test(
    "a part that the map does not say how to take",
    arguments: ["first", "{before: x}", "{before-last: \"\"}", "{}"])
  func badParts(_ part: String) {
    let (_, findings) = imported(
      "  areas: {rows: \"steps{}\", fields: {id: {from: $key, part: \(part)}}}")
    #expect(findings.contains { $0.code == "wrong-import-map" })
  }

  @Test("text behind a date is cut off only where it is a time")
  func times() {
    let (plan, findings) = imported(
      "  measures: {rows: \"[]\", fields: {end-date: d}}",
      "[{d: 2027-06-30T12:00}, {d: 2027-06-30TBD}]")
    #expect(findings.map(\.code) == ["import-open"])
    #expect(plan.contains("end-date: \"2027-06-30\""))
  }
}
