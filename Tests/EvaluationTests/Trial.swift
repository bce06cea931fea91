import Diagnostics
import Evaluation
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText
import Values

/// Rules read and checked once, for any number of plans.
struct TrialRules {
  let schema: Schema
  let program: Program
  /// What is wrong with the rules themselves; none of it is wanted in these tests.
  let errors: [String]

  init(_ rules: String, schema: String = Bench.schema) {
    let sources = [
      SourceFile(path: "schema.ratsam", text: schema),
      SourceFile(path: "rules.ratsam", text: rules),
    ]
    let parsed = sources.map { parseRuleFile($0, limits: Limits()) }
    let built = buildSchema(parsed.map(\.tree))
    let checked = checkProgram(parsed.map(\.tree), schema: built.schema)
    errors = (parsed.flatMap(\.findings) + built.findings + checked.findings)
      .filter { $0.severity == .error }
      .map { $0.problem.headline(in: .english) }
    self.schema = built.schema
    program = checked.program
  }
}

/// Rules judged on a plan, both given as texts that stand nowhere on a disk.
struct Trial {
  let program: Program
  let plan: Plan
  let findings: [Finding]
  let ledger: [RuleLedger]
  /// What is wrong with the rules themselves; none of it is wanted in these tests.
  let ruleErrors: [String]

  init(
    _ rules: String, plan text: String, schema: String = Bench.schema, today: String? = nil,
    stage: Int? = nil, included: [String: String] = [:], previous: String? = nil
  ) {
    self.init(
      TrialRules(rules, schema: schema), plan: text, today: today, stage: stage,
      included: included, previous: previous)
  }

  init(
    _ rules: TrialRules, plan text: String, today: String? = nil, stage: Int? = nil,
    included: [String: String] = [:], previous: String? = nil
  ) {
    ruleErrors = rules.errors
    program = rules.program
    let loaded = loadPlan(
      SourceFile(path: "plan.yaml", text: text), schema: rules.schema, limits: Limits(),
      includes: IncludeResolver { name, _ in
        included[name].map { .success([SourceFile(path: name, text: $0)]) }
          ?? .failure(.nothingMatches)
      })
    plan =
      previous.map { text in
        loaded.plan.beside(
          loadPlan(
            SourceFile(path: "previous.yaml", text: text), schema: rules.schema, limits: Limits(),
            includes: .refusing
          ).plan)
      } ?? loaded.plan
    let result = evaluate(
      program, plan: plan, loaderFindings: loaded.findings,
      options: EvaluationOptions(today: today.flatMap(Trial.date), stage: stage))
    findings = result.findings
    ledger = result.ledger
  }

  /// A date as it is written: `2027-03-31`.
  static func date(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
  }

  /// One rule over the items of the plan with the given lines as its body.
  init(
    body: String, over scope: String = "each item", plan: String, today: String? = nil,
    extra: String = "", previous: String? = nil
  ) {
    self.init(Bench.rule(body, over: scope) + extra, plan: plan, today: today, previous: previous)
  }

  // MARK: - What came of it

  /// The findings in the order of their places: severity, code, place and headline.
  func lines(_ language: Language = .english) -> [String] {
    findings.sorted { ($0.location.range.start, $0.code) < ($1.location.range.start, $1.code) }
      .map { finding in
        "\(finding.severity.name)[\(finding.code)] \(Self.place(finding.location)) "
          + finding.problem.headline(in: language)
      }
  }

  /// Where findings stand, and the rules that wait for each.
  var places: [String] {
    findings.sorted { ($0.location.range.start, $0.code) < ($1.location.range.start, $1.code) }
      .map { "\($0.code) \(Self.place($0.location)) `\($0.location.shown)`" }
  }

  static func place(_ location: Location) -> String {
    let position = location.file.position(of: location.range.start)
    let file = location.file.path == "plan.yaml" ? "" : location.file.path + ":"
    return "\(file)\(position.line):\(position.column)"
  }

  /// How often a rule came to each outcome: `M2 V1 U0 -3`.
  func counts(_ rule: String = "r") -> String {
    guard let entry = ledger.first(where: { $0.rule == rule }) else { return "no such rule" }
    return "M\(entry.met) V\(entry.violated) U\(entry.undetermined) -\(entry.notApplicable)"
  }

  /// The outcome of the rule for the only element it looks at.
  var outcome: String {
    guard ruleErrors.isEmpty else { return ruleErrors.joined(separator: "; ") }
    return switch counts() {
    case "M1 V0 U0 -0": "M"
    case "M0 V1 U0 -0": "V"
    case "M0 V0 U1 -0": "U"
    case "M0 V0 U0 -1": "-"
    default: counts()
    }
  }
}

extension Location {
  /// The first line of the text that it covers.
  var shown: String {
    let text = String(decoding: file.bytes[range.start..<range.end], as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init)
      ?? ""
  }
}

/// A schema that has a field of every kind.
enum Bench {
  static let schema = """
    schema plan 1
      "Test plan" de "Probeplan"

    placeholder "k. A."

    choice stage, in order
      draft "Draft" de "Entwurf"
      final "Final" de "Endfassung"

    choice level, in order
      low "Low" de "niedrig"
      middle "Middle" de "mittel" also medium
      high "High" de "hoch"
      outside the order
        dropped "Dropped" de "gestrichen"

    choice colour, open
      red "Red" de "rot"
      blue "Blue" de "blau"

    record plan
      stage choice stage
      name text
      budget money, at least 0
      known list of identifier

    record team, listed in teams "Team" de "Team"
      id identifier
      lead text
      budget money, at least 0
      since date

    record part "Part" de "Teil"
      id identifier
      amount money, at least 0
      change money
      due date
      done yes or no
      name text

    record item, listed in items "Item" de "Posten"
      id identifier
      name text "Name" de "Bezeichnung"
      team one of teams, seen from there as items "Team" de "Team"
      lead text, else team.lead
      level choice level "Level" de "Stufe"
      colour choice colour
      size whole number "Size" de "Größe"
      quota percent "Quota" de "Anteil"
      amount money, at least 0 "Amount" de "Betrag"
      cap money "Cap" de "Obergrenze"
      start date, from its first day
      end date, to its last day
      day date "Day" de "Tag"
      done yes or no "Done" de "erledigt"
      needs some of items, seen from there as needed-by "Needs" de "braucht"
      tags list of text "Tags" de "Schlagworte"
      parts list of part, in order "Parts" de "Teile"
      steps list of part, in order by due
      box group
        note text
        weight number

    notation number "9999/9999"
    words vague "prüf*", "abhängig von"
    setting most whole number 3 "Most parts" de "Höchstzahl der Teile"

    """

  static func rule(
    _ body: String, over scope: String = "each item", id: String = "r",
    severity: String = "if broken: error"
  ) -> String {
    let lines = body.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    return """
      rule \(id)
        "Rule \(id)." de "Regel \(id)."
        \(severity)
        may find nothing to check
        \(scope)
      \(lines)


      """
  }

  /// A plan at its last stage.
  static func plan(_ rest: String) -> String { "stage: final\n" + rest }
}
