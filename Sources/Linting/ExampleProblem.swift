import Diagnostics
import RuleSyntax
import SourceText

/// What is wrong with an example, a fixture or the coverage of a rule.
package enum TestProblem: Problem {
  case unexpectedOutcome(
    rule: String, expected: ExamplesSyntax.Expectation, field: String?, actual: Outcome?,
    fields: [String])
  /// The example itself cannot be loaded as it is meant.
  case malformedExample(rule: String, findings: [Finding])
  /// A fixture's `# breaks:` comment without a finding on its line.
  case missingFinding(rule: String)
  /// A finding in a fixture that no comment asks for.
  case unexpectedFinding(Finding)
  /// An outcome of a clause that no example shows.
  case uncovered(rule: String, clause: Int, outcomes: [Outcome])

  package var code: String {
    switch self {
    case .unexpectedOutcome: "unexpected-outcome"
    case .malformedExample: "malformed-example"
    case .missingFinding: "missing-finding"
    case .unexpectedFinding: "unexpected-finding"
    case .uncovered: "not-covered"
    }
  }

  package func headline(in language: Language) -> String {
    switch self {
    case .unexpectedOutcome(let rule, let expected, let field, let actual, let fields):
      let wanted = Self.name(expected, field, language)
      let got = Self.name(actual, fields, language)
      return language.pick(
        "\(rule): the example is to \(wanted); it \(got)",
        "\(rule): das Beispiel soll \(wanted); es \(got)")
    case .malformedExample(let rule, let findings):
      let first = findings.first.map { $0.problem.headline(in: language) } ?? ""
      return language.pick(
        "\(rule): the example is not what the schema expects: \(first)",
        "\(rule): das Beispiel passt nicht zum Schema: \(first)")
    case .missingFinding(let rule):
      return language.pick(
        "\(rule) should find something on this line, and does not",
        "\(rule) soll in dieser Zeile etwas finden und findet nichts")
    case .unexpectedFinding(let finding):
      let text = finding.problem.headline(in: language)
      return language.pick(
        "nobody expects this finding: \(finding.code): \(text)",
        "diesen Befund erwartet niemand: \(finding.code): \(text)")
    case .uncovered(let rule, let clause, let outcomes):
      let names = outcomes.map { Self.name($0, language) }.joined(separator: ", ")
      return language.pick(
        "\(rule): no example shows requirement \(clause + 1) as \(names)",
        "\(rule): kein Beispiel zeigt Anforderung \(clause + 1) als \(names)")
    }
  }

  package func help(in language: Language) -> String? {
    switch self {
    case .missingFinding(let rule):
      language.pick(
        "`# breaks: \(rule)` stands here", "hier steht `# breaks: \(rule)`")
    case .unexpectedFinding(let finding):
      language.pick(
        "mend the plan, or write `# breaks: \(finding.code)` on this line",
        "den Plan berichtigen oder `# breaks: \(finding.code)` in diese Zeile schreiben")
    case .unexpectedOutcome, .malformedExample, .uncovered: nil
    }
  }

  private static func name(
    _ expectation: ExamplesSyntax.Expectation, _ field: String?, _ language: Language
  ) -> String {
    let place = field.map { language.pick(" at `\($0)`", " bei `\($0)`") } ?? ""
    return switch expectation {
    case .passes: language.pick("pass", "bestehen")
    case .fails: language.pick("fail\(place)", "scheitern\(place)")
    case .unclear: language.pick("be unclear\(place)", "unklar sein\(place)")
    case .doesNotApply: language.pick("lie outside the rule", "außerhalb der Regel liegen")
    }
  }

  private static func name(_ outcome: Outcome?, _ fields: [String], _ language: Language) -> String
  {
    let list = fields.map { "`\($0)`" }.joined(separator: ", ")
    let place = fields.isEmpty ? "" : language.pick(" at \(list)", " bei \(list)")
    return switch outcome {
    case .met: language.pick("passes", "besteht")
    case .violated: language.pick("fails\(place)", "scheitert\(place)")
    case .undetermined: language.pick("is unclear\(place)", "ist unklar\(place)")
    case .notApplicable: language.pick("lies outside the rule", "liegt außerhalb der Regel")
    case nil: language.pick("cannot be loaded", "lässt sich nicht laden")
    }
  }

  static func name(_ outcome: Outcome, _ language: Language) -> String {
    switch outcome {
    case .met: language.pick("met", "erfüllt")
    case .violated: language.pick("violated", "verletzt")
    case .undetermined: language.pick("undetermined", "unbestimmt")
    case .notApplicable: language.pick("not applicable", "nicht anwendbar")
    }
  }
}

extension ExampleResult {
  /// What is wrong with the example; nil where the rule judges it as expected.
  package var finding: Finding? {
    guard !isAsExpected else { return nil }
    let problem: TestProblem =
      loaderFindings.isEmpty
      ? .unexpectedOutcome(
        rule: rule, expected: example.expectation, field: example.field?.text, actual: outcome,
        fields: fields)
      : .malformedExample(rule: rule, findings: loaderFindings)
    var finding = Finding(problem, severity: .error, at: location)
    finding.rules = [rule]
    return finding
  }
}
