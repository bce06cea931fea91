import Diagnostics
import Linting
import Model
import SourceText

/// A small schema with the three rules that the project began with.
enum Samples {
  static let schema = """
    schema plan 1
      "Action plan" de "Aktionsplan"

    choice stage, in order
      draft "Draft" de "Entwurf"
      submitted "Submitted" de "Eingebracht"

    choice marker
      not-targeted "Not targeted" de "kein Ziel"
      significant "Significant" de "bedeutend"
      principal "Principal" de "Hauptziel"

    choice cost-status
      no-costs "No costs" de "keine Kosten" also none
      conditional "Conditional" de "abhängig"

    record plan
      stage choice stage

    record committee, listed in committees "Committee" de "Gremium"
      id identifier
      name text

    record area, listed in areas "Field of action" de "Handlungsfeld"
      id identifier
      owner one of committees

    record measure, listed in measures "Measure" de "Maßnahme"
      id identifier
      name text
      area one of areas, seen from there as measures
      owner one of committees, else area.owner
      gender group
        marker choice marker
        note text
      cost group
        status choice cost-status
        amount money
        depends-on some of measures

    """

  static let rules = """
    rule owner-stated
      "Every measure has an owner committee."
      de "Jede Maßnahme hat ein federführendes Gremium."
      if broken: error
      each measure
        owner must be stated
      examples with committees a1
        passes { id: M1, owner: a1 }
        fails at owner { id: M2 }

    rule gender-noted
      "Gender aspects are noted where relevant."
      de "Gender-Aspekte sind benannt, wo sie zutreffen."
      if broken: error
      if unclear: error
      each measure
        when gender.marker is one of significant, principal
          gender.note must be stated
      examples
        passes { gender: { marker: significant, note: "x" } }
        fails at gender.note { gender: { marker: principal } }
        unclear at gender.marker { id: M3 }
        does not apply { gender: { marker: not-targeted } }

    rule cost-answered
      "Costs are answered."
      de "Die Kosten sind beantwortet."
      if broken: error
      each measure
        any of these must hold
          cost.amount is stated
          cost.status is no-costs
          cost.depends-on is stated
      examples with measures M8
        passes { cost: { status: no-costs } }
        fails at cost.amount { id: M2 }

    """

  static let plan = """
    stage: submitted
    committees:
      - id: a1
        name: Committee one
      - id: a2
    areas:
      - id: f1
        owner: a2
    measures:
      - id: M1
        name: First
        owner: a1
        gender: {marker: principal, note: "Women use it more often."}
        cost: {amount: 12000 EUR}
      - id: M2
        area: f1
        gender: {marker: not-targeted}
        cost: {depends-on: [M1]}

    """
}

/// Lints texts that stand nowhere on a disk.
struct Lint {
  let rules: RuleSet
  let result: LintResult

  /// Unless `schema` is nil it stands before the rules.
  init(
    _ plan: String, rules: String = Samples.rules, schema: String? = Samples.schema,
    options: LintOptions = LintOptions()
  ) {
    self.init(bytes: Array(plan.utf8), rules: rules, schema: schema, options: options)
  }

  init(
    bytes: [UInt8], rules: String = Samples.rules, schema: String? = Samples.schema,
    options: LintOptions = LintOptions()
  ) {
    let sources = [
      SourceFile(path: "schema.ratsam", text: schema ?? ""),
      SourceFile(path: "rules.ratsam", text: rules),
    ]
    self.rules = RuleSet(schema == nil ? [sources[1]] : sources)
    result = self.rules.lint(
      PlanInput(
        path: "plan.yaml", main: SourceFile(path: "plan.yaml", bytes: bytes),
        includes: .refusing),
      options: options)
  }

  var errors: [Finding] { result.findings.filter { $0.severity == .error } }
  var codes: [String] { result.findings.map(\.code) }
  var ruleErrors: [Finding] { rules.findings.filter { $0.severity == .error } }

  /// The findings as lines: severity, code, place and headline.
  var lines: [String] {
    result.findings.map { finding in
      let position = finding.location.file.position(of: finding.location.range.start)
      return "\(finding.severity.name)[\(finding.code)] \(position.line):\(position.column) "
        + finding.problem.headline(in: .english)
    }.sorted()
  }

  /// The outcome counts of a rule.
  func ledger(_ rule: String) -> String {
    guard let entry = result.ledger.first(where: { $0.rule == rule }) else { return "no such rule" }
    return "met \(entry.met), violated \(entry.violated), undetermined \(entry.undetermined), "
      + "not applicable \(entry.notApplicable)"
  }
}
