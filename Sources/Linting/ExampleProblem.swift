import Diagnostics
import Evaluation
import RuleSyntax
import Semantics
import SourceText

/// What is wrong with an example, a fixture or the coverage of a rule.
package enum TestProblem: Problem {
  case unexpectedOutcome(
    rule: String, expected: ExamplesSyntax.Expectation, field: String?, actual: Outcome?,
    fields: [String], lacksToday: Bool)
  /// The example itself cannot be loaded as it is meant.
  case malformedExample(rule: String, findings: [Finding])
  /// A fixture's `# breaks:` comment without a finding on its line.
  case missingFinding(rule: String)
  /// A fixture's `# breaks:` comment with a name that no rule has.
  case unknownExpectation(String, nearest: [String])
  /// A comment in a fixture that nearly reads like `# breaks: rule-id`.
  case unreadExpectation
  /// A finding in a fixture that no comment asks for.
  case unexpectedFinding(Finding)
  /// What can come of a part of a rule and no example shows.
  case uncovered(rule: String, part: PartCoverage.Part, missing: [Sighting.Value])

  package var code: String {
    switch self {
    case .unexpectedOutcome: "unexpected-outcome"
    case .malformedExample: "malformed-example"
    case .missingFinding, .unknownExpectation: "missing-finding"
    case .unreadExpectation: "unread-expectation"
    case .unexpectedFinding: "unexpected-finding"
    case .uncovered: "not-covered"
    }
  }

  package func headline(in language: Language) -> String {
    switch self {
    case .unexpectedOutcome(let rule, let expected, let field, let actual, let fields, _):
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
    case .unknownExpectation(let rule, _):
      return language.pick(
        "there is no rule `\(rule)` that could find something on this line",
        "es gibt keine Regel `\(rule)`, die in dieser Zeile etwas finden könnte")
    case .unreadExpectation:
      return language.pick(
        "this comment expects no finding: it does not read `# breaks: rule-id`",
        "dieser Kommentar erwartet keinen Befund: er lautet nicht `# breaks: regel`")
    case .unexpectedFinding(let finding):
      let text = finding.problem.headline(in: language)
      return language.pick(
        "nobody expects this finding: \(finding.code): \(text)",
        "diesen Befund erwartet niemand: \(finding.code): \(text)")
    case .uncovered(let rule, let part, let missing):
      let names = missing.map { Self.name($0, language) }.joined(separator: ", ")
      return language.pick(
        "\(rule): no example shows this \(Self.noun(part, language)) as \(names)",
        "\(rule): kein Beispiel zeigt \(Self.noun(part, language)) als \(names)")
    }
  }

  package func help(in language: Language) -> String? {
    switch self {
    case .missingFinding(let rule):
      language.pick(
        "`# breaks: \(rule)` stands here", "hier steht `# breaks: \(rule)`")
    case .unknownExpectation(_, let nearest):
      language.didYouMean(nearest)
    case .unreadExpectation:
      language.pick(
        "write `# breaks:` in lower case at the beginning of the comment, with the rules' ids behind "
          + "it and commas between them; or other words, if nothing is expected here",
        "`# breaks:` klein an den Anfang des Kommentars schreiben, dahinter die Kennungen der Regeln "
          + "mit Kommas dazwischen; oder andere Worte, wenn hier nichts erwartet wird")
    case .unexpectedFinding(let finding):
      language.pick(
        "mend the plan, or write `# breaks: \(finding.code)` on this line",
        "den Plan berichtigen oder `# breaks: \(finding.code)` in diese Zeile schreiben")
    case .uncovered(_, let part, let missing):
      missing.first.map { Self.advice(part, $0, language) }
    case .unexpectedOutcome(_, _, _, _, _, lacksToday: true):
      language.pick(
        "the rule reads `today`, and no date is given: write `examples with today 2027-03-31`",
        "die Regel liest `today`, und kein Datum ist angegeben: `examples with today 2027-03-31` "
          + "schreiben")
    case .unexpectedOutcome, .malformedExample: nil
    }
  }

  /// Which example shows a value of a part.
  private static func advice(
    _ part: PartCoverage.Part, _ value: Sighting.Value, _ language: Language
  ) -> String {
    switch value {
    case .holds:
      language.pick(
        "add an example for which this line holds",
        "ein Beispiel ergänzen, für das diese Zeile zutrifft")
    case .doesNotHold where part == .alternative:
      language.pick(
        "add an example for which this line certainly does not hold; a missing value is unknown, "
          + "not false",
        "ein Beispiel ergänzen, für das diese Zeile sicher nicht zutrifft; ein fehlender Wert ist "
          + "unbekannt, nicht falsch")
    case .doesNotHold, .outcome(.notApplicable):
      language.pick("add a case `does not apply`", "einen Fall `does not apply` ergänzen")
    case .unknown, .outcome(.undetermined):
      language.pick(
        "add a case `unclear at …`: a value that this line reads is missing or imprecise",
        "einen Fall `unclear at …` ergänzen: ein Wert, den diese Zeile liest, fehlt oder ist "
          + "ungenau")
    case .outcome(.met):
      language.pick("add a case `passes`", "einen Fall `passes` ergänzen")
    case .outcome(.violated):
      language.pick("add a case `fails at …`", "einen Fall `fails at …` ergänzen")
    }
  }

  private static func noun(_ part: PartCoverage.Part, _ language: Language) -> String {
    switch part {
    case .scope: language.pick("`where`", "dieses `where`")
    case .condition: language.pick("`when`", "dieses `when`")
    case .alternative: language.pick("alternative", "diese Möglichkeit")
    case .requirement: language.pick("requirement", "diese Anforderung")
    }
  }

  package static func name(_ value: Sighting.Value, _ language: Language) -> String {
    switch value {
    case .holds: language.pick("true", "wahr")
    case .doesNotHold: language.pick("false", "falsch")
    case .unknown: language.pick("unknown", "unbekannt")
    case .outcome(let outcome): name(outcome, language)
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
        fields: fields, lacksToday: lacksToday)
      : .malformedExample(rule: rule, findings: loaderFindings)
    return Finding(problem, severity: .error, at: location)
  }
}
