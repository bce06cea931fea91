import Diagnostics
import Model
import Reporting
import SourceText
import TestSupport
import Testing

@testable import Linting

@Suite("Configurations and packs")
struct ConfigurationTests {
  private static func rule(_ id: String, severity: String = "error") -> String {
    """
    rule \(id)
      "Every field of action has a name."
      if broken: \(severity)
      each area
        name must be stated
      examples
        passes        { name: Work }
        fails at name { id: f1 }

    """
  }

  private static let schema = RuleSet.shipped.filter { $0.file.path.hasSuffix("schema.ratsam") }

  /// Rules in the packs `one` and `two` and the profiles `town` (which uses `two`) and `bare`.
  private static let rules = RuleSet(
    schema
      + [
        ("one", rule("one-rule", severity: "warning in draft, error from submitted on")),
        ("two", rule("two-rule", severity: "note\n  if open: note")),
        ("town", "pack town, profile\n  use two\n\n" + rule("town-rule")),
        ("bare", "pack bare, profile\n"),
      ].map { folder, text in
        RuleSource(SourceFile(path: "r/\(folder)/a.ratsam", text: text), below: "r")
      } + [RuleSource(SourceFile(path: "r/a.ratsam", text: rule("own-rule")), below: "r")])

  private func configured(_ text: String) -> (rules: RuleSet, codes: [String]) {
    let file = SourceFile(path: "ratsam.yaml", text: text)
    let read = readConfiguration(file, limits: Limits())
    let made = Self.rules.configured(by: read.configuration)
    return (made.rules, (read.findings + made.findings).map(\.code))
  }

  private func on(_ text: String) -> [String] {
    let made = configured(text)
    #expect(made.codes == [], "\(text)")
    return made.rules.program.rules.map(\.id).sorted()
  }

  @Test("what is on by itself, and what a choice makes of it")
  func choices() {
    #expect(Self.rules.findings.map(\.code) == [])
    #expect(Self.rules.program.rules.map(\.id).sorted() == ["one-rule", "own-rule", "two-rule"])
    #expect(on("x-note: 1") == ["one-rule", "own-rule", "two-rule"])
    #expect(on("packs: one") == ["one-rule", "own-rule"])
    #expect(on("packs: []") == ["own-rule"])
    #expect(on("packs: [town]") == ["own-rule", "town-rule", "two-rule"])
    #expect(on("with-packs: [town]") == ["one-rule", "own-rule", "town-rule", "two-rule"])
    #expect(on("packs: [town]\nwithout-packs: [two]") == ["own-rule", "town-rule"])
    #expect(on("without-packs: two") == ["one-rule", "own-rule"])
    #expect(on("rules: {own-rule: off}") == ["one-rule", "two-rule"])
    #expect(configured("packs: [bare]").codes == ["no-rules-selected"])
    #expect(configured("packs: [one, bare]").codes == ["no-rules-selected"])
    #expect(
      configured("packs: []\nrules: {own-rule: off}").codes == ["no-rules-selected"])
    #expect(
      configured("packs: [one]\nrules: {two-rule: error}").codes == ["configuration-without-effect"]
    )
  }

  @Test("one severity, by stage, by outcome; what is not named stays")
  func severities() {
    func severities(_ text: String, of id: String) -> [[Severity?]] {
      let made = configured("rules: {\(id): \(text)}")
      #expect(made.codes == [], "\(text)")
      let rule = made.rules.all.rules.first { $0.id == id }
      return [rule?.severities.broken, rule?.severities.unclear, rule?.severities.open]
        .compactMap { $0 }
    }
    let written: [Severity?] = [.warning, .error, .error]
    #expect(severities("{adopted: error}", of: "one-rule") == [written, written])
    #expect(
      severities("note", of: "one-rule") == [[.note, .note, .note], [.note, .note, .note]])
    #expect(
      severities("{draft: off}", of: "one-rule") == [
        [nil, .error, .error], [nil, .error, .error],
      ])
    #expect(
      severities("{broken: {draft: note}, unclear: off}", of: "one-rule")
        == [[.note, .error, .error], [nil, nil, nil]])
    let all: [Severity?] = [.error, .error, .error]
    #expect(severities("error", of: "two-rule") == [all, all, all])
    #expect(severities("{open: error}", of: "two-rule").last == all)
  }

  @Test("a rule that was turned off is told, wherever the rules are listed")
  func told() {
    let rules = configured("rules:\n  own-rule: off\n  one-rule: note").rules
    let applied = rules.applied()
    #expect(applied.changes.map(\.rule).sorted() == ["one-rule", "own-rule"])
    #expect(applied.changes.filter(\.isOff).map(\.rule) == ["own-rule"])
    #expect(rules.listedRules().program.rules.contains { $0.id == "own-rule" })
    let off = configured("packs: [two]\nrules: {one-rule: off}").rules
    #expect(off.applied().changes.isEmpty)
    #expect(off.applied().packs.map(\.name) == ["two"])
  }

  @Test("a plan's own packs go before the configuration's")
  func plans() {
    func ledger(_ plan: String) -> [String] {
      let file = SourceFile(path: "plan.yaml", text: plan + "\nareas: [{id: f1, name: a}]\n")
      let rules = configured("packs: [one]").rules
      let result = rules.lint(
        PlanInput(path: "plan.yaml", main: file, includes: .refusing), options: LintOptions())
      return result.ledger.map(\.rule).sorted()
    }
    #expect(ledger("stage: draft") == ["one-rule", "own-rule"])
    #expect(ledger("packs: town") == ["own-rule", "town-rule", "two-rule"])
    #expect(ledger("packs: [two, nothing]") == ["own-rule", "two-rule"])
  }

  @Test("the order of files changes no extension")
  func extensionOrder() {
    let texts = [
      "extend choice stage, after draft\n  asked \"Asked\"\n",
      "extend choice stage, after asked\n  heard \"Heard\"\n",
      "extend choice stage, after adopted\n  done \"Done\"\n",
    ]
    var seen: Set<[String]> = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]] {
      let added = order.map { SourceFile(path: "\($0).ratsam", text: texts[$0]) }
      let rules = RuleSet(Self.schema + added.map { RuleSource($0) })
      #expect(rules.findings.map(\.code) == [])
      let stage = rules.schema.choices.first { $0.name == "stage" }
      seen.insert(stage?.values.map(\.name) ?? [])
    }
    #expect(seen == [["draft", "asked", "heard", "submitted", "adopted", "done"]])
  }

  @Test("no text that calls itself a configuration stops ratsam", arguments: 1...12)
  func anyText(_ seed: UInt64) {
    var generator = SeededRandom(seed)
    let pieces = [
      "packs", "with-packs", "without-packs", "rules-from", "rules", "settings", "language",
      "fail-on", "one", "town", "one-rule", "two-rule", "draft", "submitted", "broken", "open",
      "error", "off", "note", ": ", ":", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ",
      "&a ", "*a", "<<", "~", "\"", "'", "|", "# c", "7", "12.000", "ä", "\u{0}", "\t", "!!str ",
      "---\n", "?", "de", "x-y",
    ]
    for _ in 0..<150 {
      let count = Int.random(in: 0...24, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let file = SourceFile(path: "ratsam.yaml", text: text)
      let read = readConfiguration(file, limits: Limits())
      let made = Self.rules.configured(by: read.configuration)
      for finding in read.findings + made.findings {
        #expect(finding.location.range.end <= file.bytes.count)
        for language in Language.allCases {
          #expect(!finding.problem.headline(in: language).isEmpty)
          #expect(finding.problem.help(in: language)?.isEmpty != true)
        }
      }
      let isRefused = (read.findings + made.findings).contains { $0.severity == .error }
      #expect(isRefused || !made.rules.program.rules.isEmpty, "\(text)")
    }
  }
}
