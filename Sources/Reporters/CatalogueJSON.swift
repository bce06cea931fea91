import Diagnostics
import Reporting
import SourceText
import Values

/// Rules and codes as JSON, described in `docs/json-output.md`.
package struct CatalogueJSON {
  /// How much of each rule is written.
  package enum Detail { case overview, full }

  private let language: Language
  private let version: String

  /// `version` is the tool's.
  package init(language: Language, version: String) {
    self.language = language
    self.version = version
  }

  package func write(_ catalogue: RuleCatalogue, _ detail: Detail, to buffer: inout ByteBuffer) {
    write(
      [
        .init("packs", .array(catalogue.packs.map(value))),
        .init("rules", .array(catalogue.rules.map { value($0, detail) })),
      ], to: &buffer)
  }

  private func value(_ pack: PackStatus) -> JSONValue {
    .object(
      [
        .init("name", .text(pack.name)), .init("title", .text(orNull: pack.title?[language])),
        .init("profile", .truth(pack.isProfile)), .init("uses", .texts(pack.uses)),
        .init("rules", .number(pack.rules)), .init("on", .truth(pack.state.isOn)),
        .init("state", .text(pack.state.name)),
      ] + place(pack.state.location))
  }

  private func place(_ location: Location?) -> [JSONValue.Member] {
    [
      .init("file", .text(orNull: location?.file.path)),
      .init(
        "line", location.map { .number($0.file.position(of: $0.range.start).line) } ?? .null),
    ]
  }

  package func write(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    write("rule", value(rule, .full), to: &buffer)
  }

  package func write(_ code: CodeDescription, to buffer: inout ByteBuffer) {
    write(
      "code",
      [
        "code": .text(code.code), "what": .text(code.what[language]),
        "why": .text(code.why[language]), "mend": .text(code.mend[language]),
      ], to: &buffer)
  }

  private func write(_ name: String, _ value: JSONValue, to buffer: inout ByteBuffer) {
    write([.init(name, value)], to: &buffer)
  }

  private func write(_ members: [JSONValue.Member], to buffer: inout ByteBuffer) {
    let document: JSONValue = .object(
      [
        .init("schemaVersion", .number(JSONReporter.schemaVersion)),
        .init("tool", ["name": "ratsam", "version": .text(version)]),
        .init("language", .text(language.rawValue)),
      ] + members)
    JSONWriter.document(document, to: &buffer)
  }

  private func value(_ rule: RuleDescription, _ detail: Detail) -> JSONValue {
    let position = rule.location.file.position(of: rule.location.range.start)
    var members: [JSONValue.Member] = [
      .init("rule", .text(rule.id)), .init("title", .text(rule.title[language])),
      .init("severities", .object(rule.severities.map(severities))),
      .init("file", .text(rule.location.file.path)), .init("line", .number(position.line)),
      .init("pack", .text(orNull: rule.pack?.name)), .init("on", .truth(rule.isOn)),
      .init("change", change(rule.change)),
    ]
    if detail == .full { members += fullMembers(of: rule) }
    return .object(members)
  }

  private func change(_ change: RuleChange?) -> JSONValue {
    guard let change else { return .null }
    return .object(
      [
        .init("change", .text(change.isOff ? "off" : "severity")),
        .init("before", .text(change.before[language])),
      ] + place(change.location))
  }

  private func severities(_ severities: RuleDescription.Severities) -> JSONValue.Member {
    .init(
      severities.trigger.rawValue,
      .array(
        severities.stages.map {
          ["stage": .text(orNull: $0.stage), "severity": .text(orNull: $0.severity?.name)]
        }))
  }

  private func fullMembers(of rule: RuleDescription) -> [JSONValue.Member] {
    [
      .init("why", .text(orNull: rule.why?[language])),
      .init("say", .text(orNull: rule.say?[language])),
      .init("scope", .text(rule.scope[language])),
      .init("requirements", .array(rule.requirements.map(requirement))),
      .init("severity", .texts(rule.severities.map { $0.sentence[language] })),
      .init("mayFindNothing", .truth(rule.mayFindNothing)),
      .init("settings", .array(rule.settings.map(setting))),
      .init("notations", parts(rule.notations)),
      .init("words", parts(rule.wordLists)),
      .init("contexts", .texts(rule.contexts)),
      .init("examples", .array(rule.examples.map(example))),
      .init("source", .text(rule.source)),
      .init(
        "related",
        .array(
          rule.related.map { ["rule": .text($0.id), "title": .text($0.title[language])] })),
    ]
  }

  private func requirement(_ requirement: RuleDescription.Requirement) -> JSONValue {
    [
      "text": .text(requirement.text[language]),
      "parts": .array(requirement.parts.map(self.requirement)),
    ]
  }

  private func setting(_ setting: RuleDescription.NamedPart) -> JSONValue {
    .object(
      [
        .init("name", .text(setting.name)),
        .init("title", .text(orNull: setting.title?[language])),
        .init("value", .text(setting.value[language])),
        .init("origin", .text(orNull: setting.origin?.name)),
      ] + place(setting.origin?.location))
  }

  private func parts(_ parts: [RuleDescription.NamedPart]) -> JSONValue {
    .array(
      parts.map {
        [
          "name": .text($0.name), "title": .text(orNull: $0.title?[language]),
          "value": .text($0.value[language]),
        ]
      })
  }

  private func example(_ example: RuleDescription.Example) -> JSONValue {
    [
      "expected": .text(example.expected.name), "field": .text(orNull: example.field),
      "outcome": .text(orNull: example.outcome?.name), "yaml": .text(example.yaml),
      "told": .texts(example.told.map { $0[language] }),
      "problem": .text(orNull: example.problem?[language]),
    ]
  }
}
