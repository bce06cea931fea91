import Diagnostics
import Reporting
import SourceText
import Values

/// What `ratsam test` found, as JSON, described in `docs/testing-rules.md`.
package struct TestJSON {
  private let language: Language
  private let version: String

  /// `version` is the tool's.
  package init(language: Language, version: String) {
    self.language = language
    self.version = version
  }

  package func write(_ report: TestReport, to buffer: inout ByteBuffer) {
    let document: JSONValue = .object([
      .init("schemaVersion", .number(JSONReporter.schemaVersion)),
      .init("tool", ["name": "ratsam", "version": .text(version)]),
      .init("language", .text(language.rawValue)),
      .init("passes", .truth(report.passes)),
      .init(
        "examples", ["count": .number(report.examples), "asExpected": .number(report.asExpected)]),
      .init("fixtures", .number(report.fixtures)),
      .init("coverage", share(report.share)),
      .init("packs", .array(report.packs.map(pack))),
      .init("rules", .array(report.rules.map(rule))),
      .init("mutation", report.mutation.map(mutation) ?? .null),
      .init("findings", .array(report.findings.map(finding))),
    ])
    JSONWriter.document(document, to: &buffer)
  }

  // MARK: - Coverage

  private func share(_ share: CoverageShare) -> JSONValue {
    [
      "shown": .number(share.shown), "possible": .number(share.of),
      "complete": .truth(share.isComplete),
    ]
  }

  private func pack(_ pack: (name: String, rules: [TestReport.Rule])) -> JSONValue {
    [
      "pack": .text(pack.name), "rules": .number(pack.rules.count),
      "examples": .number(pack.rules.reduce(0) { $0 + $1.examples }),
      "coverage": share(pack.rules.reduce(into: CoverageShare()) { $0.add($1.share) }),
    ]
  }

  private func rule(_ rule: TestReport.Rule) -> JSONValue {
    .object(
      [.init("rule", .text(rule.id))] + place(rule.location) + [
        .init("examples", .number(rule.examples)), .init("coverage", share(rule.share)),
        .init("parts", .array(rule.parts.map(part))),
      ])
  }

  private func part(_ part: TestReport.Part) -> JSONValue {
    .object(
      [.init("part", .text(part.kind))] + place(part.location) + [
        .init(
          "shown",
          .object(
            part.values.filter { $0.isWanted || $0.count > 0 }.map {
              .init($0.name, .number($0.count))
            })),
        .init("missing", .texts(part.missing.map(\.name))),
      ])
  }

  // MARK: - Mutation

  private func mutation(_ report: MutationReport) -> JSONValue {
    [
      "mutants": .number(report.count), "killed": .number(report.count(.killed)),
      "argued": .number(report.count(.argued)), "survived": .number(report.count(.survived)),
      "subjects": .array(report.subjects.map(subject)),
    ]
  }

  private func subject(_ subject: MutationReport.Subject) -> JSONValue {
    .object(
      [.init("name", .text(subject.name))] + place(subject.location) + [
        .init("mutants", .number(subject.mutants.count)),
        .init("killed", .number(subject.count(.killed))),
        .init("alive", .array(subject.mutants.filter { $0.fate != .killed }.map(mutant))),
      ])
  }

  private func mutant(_ mutant: MutationReport.Mutant) -> JSONValue {
    .object(
      [.init("kind", .text(mutant.kind))] + place(mutant.location) + [
        .init("before", .text(mutant.before)), .init("after", .text(orNull: mutant.after)),
        .init("argument", .text(orNull: mutant.argument)),
      ])
  }

  // MARK: - Findings

  private func finding(_ finding: Finding) -> JSONValue {
    .object(
      [
        .init("code", .text(finding.code)), .init("severity", .text(finding.severity.name)),
        .init("message", .text(finding.problem.headline(in: language))),
        .init("help", .text(orNull: finding.problem.help(in: language))),
      ] + place(finding.location))
  }

  private func place(_ location: Location) -> [JSONValue.Member] {
    let position = location.file.position(of: location.range.start)
    return [
      .init("file", .text(location.file.path)), .init("line", .number(position.line)),
      .init("column", .number(position.column)),
    ]
  }
}
