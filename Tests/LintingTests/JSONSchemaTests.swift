import Diagnostics
import Foundation
import Linting
import Model
import Reporters
import SourceText
import TestSupport
import Testing
import Values

@Suite("JSON Schema")
struct JSONSchemaTests {
  private static let schema = RuleSet(RuleSet.shipped).schema

  @Test("accepts every file of the plans without faults", arguments: ["raw", "typed"])
  func shippedPlans(_ reading: String) throws {
    let plans = try Self.planFiles()
    #expect(plans.count > 8)
    let results = try PythonValidator.check(plans, Self.schema, reading)
    guard let results else { return }
    for (plan, result) in zip(plans, results) { #expect(result == "valid", "\(plan)") }
  }

  @Test("accepts what the loader reads", arguments: ["raw", "typed"])
  func accepted(_ reading: String) throws {
    for yaml in Self.good { #expect(Self.loaderErrors(yaml) == [], "\(yaml)") }
    guard let results = try Self.validate(Self.good, reading) else { return }
    for (yaml, result) in zip(Self.good, results) { #expect(result == "valid", "\(yaml)") }
  }

  @Test("refuses what the loader refuses")
  func refused() throws {
    for yaml in Self.bad { #expect(Self.loaderErrors(yaml) != [], "\(yaml)") }
    guard let results = try Self.validate(Self.bad, "raw") else { return }
    for (yaml, result) in zip(Self.bad, results) { #expect(result != "valid", "\(yaml)") }
  }

  @Test("a misspelt key is told by its name")
  func misspeltKey() throws {
    let results = try Self.validate(["name: x\nmesures: []"], "raw")
    if let results { #expect(results == ["$ additionalProperties"]) }
  }

  private static let good = [
    "name:", "name: ~", "name: k. A.", "name: [ ]", "measures: { }", "titel: x",
    "stage: entwurf", "x-own: {a: [1]}", "include: [a.yaml, b/*.yaml]", "include: a.yaml",
    "language: Deutsch", "currency: €", "period: {open: wann, until: 2027, by: rat}",
    "measures: {offen: später, bis: 2027-Q1}", "name: {not-applicable: none}",
    "period: {start-date: 2027-Q3, end-date: 2027-03-31}",
    "maßnahmen: [{id: no, cost: {amount: 50 000 EUR, fte: 0.5}, gender: {marker: 0}}]",
    "measures: [{id: 1, cost: {amount: 0, budget-state: none, counter-financing: anything}}]",
    "measures: [{id: 1, cost: {amount: EUR 12.50, funding: [{share: 12.5 %}, {share: 3}]}}]",
    "measures: [{id: 1, continuous: Ja, goals: [a, b], x-note: y}]",
  ]

  private static let bad = [
    "mesures: []", "measures: [{id: 1, ownr: a}]", "measures: [{id: 1, cost: {amout: 1 EUR}}]",
    "stage: drafted", "period: {start-date: 31.03.2027}", "period: {start-date: 2027-13}",
    "measures: [{id: 1, cost: {amount: 12.000 EUR}}]", "measures: {id: 1}", "name: [a, b]",
    "measures: [{id: 1, cost: {amount: some}}]", "name: {open: x, value: y}",
    "name: {open: x, not-applicable: y}", "measures: [{open: x}]",
    "measures: [{id: 1, continuous: maybe}]", "measures: [{id: 1, goals: z1}]", "cost: 5",
  ]

  @Test("titles and descriptions are those of the language")
  func languages() {
    let german = Self.schema.jsonSchema(in: .german)["properties"]
    #expect(german?["measures"]?["title"] == "Maßnahme")
    #expect(german?["massnahmen"]?["$ref"] == "#/properties/measures")
    let measure = Self.schema.jsonSchema(in: .english)["$defs"]?["measure"]?["properties"]
    #expect(measure?["owner"]?["title"] == "Owner committee")
    #expect(
      measure?["owner"]?["description"]
        == "id from `committees`; if absent, that of area.owner")
    #expect(measure?["federfuehrung"]?["$ref"] == "#/$defs/measure/properties/owner")
  }

  @Test("a schema without money has no currency, and its own field of that name wins")
  func otherSchemas() {
    let small = RuleSet([
      SourceFile(
        path: "schema.ratsam", text: "schema plan 1\nrecord plan\n  name text\n  language text\n")
    ]).schema
    let properties = small.jsonSchema(in: .english)["properties"]
    #expect(properties?["currency"] == nil)
    #expect(properties?["language"]?["description"] == "text")
    #expect(properties?["include"] != nil)
  }

  // MARK: - Help

  private static func planFiles() throws -> [String] {
    let folder = Project.root.appendingPathComponent("plans")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? [])
      .filter {
        $0.hasSuffix(".yaml") && ($0.hasPrefix("musterstadt/") || $0.hasPrefix("hannover/"))
      }
      .sorted().map { folder.appendingPathComponent($0).path }
  }

  private static func loaderErrors(_ yaml: String) -> [String] {
    let loaded = loadPlan(
      SourceFile(path: "plan.yaml", text: yaml), schema: schema, limits: Limits(),
      includes: IncludeResolver { _, _ in .success([]) })
    // What one file alone cannot say: included files and elements elsewhere.
    let elsewhere: Set<String> = ["unknown-reference", "include-failed"]
    return loaded.findings.filter { $0.severity == .error && !elsewhere.contains($0.code) }
      .map(\.code)
  }

  private static func validate(_ plans: [String], _ reading: String) throws -> [String]? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ratsam-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try plans.enumerated().map { index, yaml in
      let file = folder.appendingPathComponent("\(index).yaml")
      try Data(yaml.utf8).write(to: file)
      return file.path
    }
    return try PythonValidator.check(files, schema, reading)
  }
}

/// Another program's reading of the schema and of YAML: Python's `jsonschema` and PyYAML.
private enum PythonValidator {
  /// What the validator says of each plan; nil, with a message, where it is not installed.
  static func check(_ plans: [String], _ schema: Schema, _ reading: String) throws -> [String]? {
    guard isInstalled else { return nil }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("ratsam-\(UUID().uuidString).json")
    var buffer = ByteBuffer()
    JSONWriter.document(schema.jsonSchema(in: .german), to: &buffer)
    try Data(buffer.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = Project.root.appendingPathComponent("Tests/LintingTests/Scripts/validate.py")
    let result = try run([script.path, file.path, reading] + plans)
    #expect(result.status == 0, "\(result.output)")
    return result.output.split(separator: "\n").map(String.init)
  }

  private static let isInstalled: Bool = {
    let isThere = (try? run(["-c", "import jsonschema, yaml"]))?.status == 0
    if !isThere {
      print(
        "not validated: needs python3 with two packages (pip install jsonschema pyyaml)")
    }
    return isThere
  }()

  private static func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}
