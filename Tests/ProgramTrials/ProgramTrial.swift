import Diagnostics
import Evaluation
import GeneratedPrograms
import Model
import NaiveEvaluation
import RuleSyntax
import Semantics
import SourceText
import Values

/// Many generated rules for one schema and one plan, judged by both evaluators.
package struct ProgramTrial {
  package let schemaText: String
  package let rules: [GeneratedRule]
  package private(set) var tree: GeneratedYAML
  /// The previous version of the plan; nil where there is none.
  package private(set) var former: GeneratedYAML?
  package let schema: Schema
  package let program: Program
  /// What the checker refused; those rules are not in the program.
  package let refused: [Finding]
  /// Another plan for the same rules, with its previous version.
  package private(set) var further: (tree: GeneratedYAML, former: GeneratedYAML?)?
  package let today = CalendarDate(year: 2027, month: 6, day: 15)

  /// - Parameter rules: how many rules to make.
  package init(_ random: ProgramRandom, rules count: Int) {
    var random = random
    let generated = GeneratedSchema(&random)
    var maker = RuleMaker(generated, random)
    let rules = (0..<count).map { maker.rule("r\($0)") }
    let plan = Self.plan(generated, &maker.random)
    self.init(schemaText: generated.text, rules: rules, tree: plan.tree, former: plan.former)
    further = Self.plan(generated, &maker.random)
  }

  private static func plan(
    _ schema: GeneratedSchema, _ random: inout ProgramRandom
  ) -> (tree: GeneratedYAML, former: GeneratedYAML?) {
    let stated = random.pick([50, 65, 80, 92])
    let tree = schema.plan(&random, stated: stated)
    return (tree, random.chance(85) ? schema.former(of: tree, &random, stated: stated) : nil)
  }

  package init(
    schemaText: String, rules: [GeneratedRule], tree: GeneratedYAML, former: GeneratedYAML?
  ) {
    self.schemaText = schemaText
    self.rules = rules
    self.tree = tree
    self.former = former
    let sources = [
      SourceFile(path: "schema.ratsam", text: schemaText),
      SourceFile(path: "rules.ratsam", text: rules.map(\.text).joined()),
    ]
    let parsed = sources.map { parseRuleFile($0, limits: Limits()) }
    let built = buildSchema(parsed.map(\.tree))
    let checked = checkProgram(parsed.map(\.tree), schema: built.schema)
    schema = built.schema
    program = checked.program
    refused = (parsed.flatMap(\.findings) + built.findings + checked.findings).filter {
      $0.severity == .error
    }
  }

  /// The plan as the tool loads it, beside its previous version, and what it says about it.
  package func load() -> (plan: Plan, findings: [Finding]) {
    let loaded = load(tree, "plan.yaml")
    guard let former else { return loaded }
    return (loaded.plan.beside(load(former, "former.yaml").plan), loaded.findings)
  }

  private func load(_ tree: GeneratedYAML, _ name: String) -> (plan: Plan, findings: [Finding]) {
    loadPlan(
      SourceFile(path: name, text: tree.document), schema: schema, limits: Limits(),
      includes: IncludeResolver { _, _ in .failure(.nothingMatches) })
  }

  package var options: EvaluationOptions { EvaluationOptions(today: today) }

  /// The same rules with another plan, and its previous version.
  package func with(_ tree: GeneratedYAML, former: GeneratedYAML?) -> ProgramTrial {
    var changed = self
    changed.tree = tree
    changed.former = former
    return changed
  }

  // MARK: - Two evaluators

  /// For each rule and element the outcomes of the clauses, as the tool judges them.
  package func outcomes() -> [[[Outcome]]] { outcomes(load().plan).map { $0.map(\.clauses) } }

  /// The outcome of the rule, and of its clauses; one where the scope's `where` decides.
  package typealias Judged = (rule: Outcome, clauses: [Outcome])

  private func outcomes(_ plan: Plan) -> [[Judged]] {
    let bench = TrialBench(program, plan: plan, options: options)
    return program.rules.indices.map { index in
      guard !waits(program.rules[index]) else { return [] }
      return bench.trials(ofRule: index).map {
        ($0.outcome, $0.clauses.isEmpty ? [$0.outcome] : $0.clauses)
      }
    }
  }

  /// The same by the naive evaluator.
  package func naiveOutcomes(_ mistake: NaiveMistake? = nil) -> [[[Outcome]]] {
    let plan = NaiveReader.read(tree.document, schema: schema, mistake: mistake)
    let before = former.map {
      NaiveReader.read($0.document, schema: schema, isFormer: true, mistake: mistake)
    }
    defer {
      plan.release()
      before?.release()
    }
    let judge = NaiveJudge(plan, former: before, program, today: today, mistake: mistake)
    return program.rules.map { waits($0) ? [] : judge.outcomes(of: $0) }
  }

  /// Whether a rule is not judged, for it reads a previous version and there is none.
  private func waits(_ rule: TypedRule) -> Bool { former == nil && rule.reads(.previous) }

  /// The rules of the program in which both evaluators come to different outcomes.
  package func disagreements(_ mistake: NaiveMistake? = nil) -> [Int] {
    let (left, right) = (outcomes(), naiveOutcomes(mistake))
    return program.rules.indices.filter { left[$0] != right[$0] }
  }

  /// The generated rule that a rule of the program was made of.
  package func generated(_ rule: Int) -> GeneratedRule? {
    rules.first { $0.id == program.rules[rule].id }
  }

  // MARK: - Everything at once

  /// What came of judging all rules on the plan.
  package struct Examination {
    /// What must never happen when a checked program is evaluated; nothing where all is well.
    package var unsound: [String] = []
    /// The rules on which the evaluators disagree.
    package var disagreements: [Int] = []
    package var counts: [Outcome: Int] = [:]
  }

  /// Where the explanation of a rule and element comes to something else than the trial, or has no
  /// words; elements are looked at in turn, one of each rule.
  private func mistold(_ plan: Plan, _ judged: [[Judged]]) -> [String] {
    let explainer = Explainer(program, plan: plan, options: options)
    var wrong: [String] = []
    for (rule, elements) in judged.enumerated() where !elements.isEmpty {
      let chosen = rule % elements.count
      let told = explainer.evaluation(explainer.elements(ofRule: rule)[chosen])
      if told.outcome != elements[chosen].rule {
        wrong.append("\(told.rule): the explanation comes to \(told.outcome)")
      }
      let texts = told.steps.flatMap(Self.texts)
      if texts.contains(where: { $0.english.isEmpty || $0.german.isEmpty }) {
        wrong.append("\(told.rule): a part of the explanation has no words")
      }
    }
    return wrong
  }

  private static func texts(_ step: EvaluationStep) -> [LocalizedText] {
    [step.text] + step.facts.map(\.text) + step.rest + step.parts.flatMap(texts)
  }

  package func examine() -> Examination {
    let loaded = load()
    let result = evaluate(
      program, plan: loaded.plan, loaderFindings: loaded.findings, options: options)
    let judged = outcomes(loaded.plan)
    let naive = naiveOutcomes()
    var found = Examination()
    for finding in result.findings { found.unsound += Self.unsound(finding) }
    found.unsound += mistold(loaded.plan, judged)
    for (entry, elements) in zip(result.ledger, judged) {
      let counts = Outcome.allCases.map { outcome in elements.count { $0.rule == outcome } }
      // A rule that waits for a setting is not judged; the trial judges it all the same.
      if !entry.waits,
        counts != [entry.met, entry.violated, entry.undetermined, entry.notApplicable]
      {
        found.unsound.append("\(entry.rule): the ledger counts otherwise")
      }
      let isTold = result.findings.contains { $0.rules.contains(entry.rule) }
      if entry.violated + entry.undetermined > 0, !isTold {
        found.unsound.append("\(entry.rule): violated or undetermined without a finding")
      }
    }
    for rule in program.rules.indices {
      if judged[rule].map(\.clauses) != naive[rule] { found.disagreements.append(rule) }
      for outcome in judged[rule].flatMap(\.clauses) { found.counts[outcome, default: 0] += 1 }
    }
    return found
  }

  private static func unsound(_ finding: Finding) -> [String] {
    var problems: [String] = []
    for place in [finding.location] + finding.related.map(\.location) {
      let range = place.range
      if range.start < 0 || range.end < range.start || range.end > place.file.bytes.count {
        problems.append("\(finding.code): a place outside its file")
      }
    }
    for language in [Language.english, .german] {
      if finding.problem.headline(in: language).isEmpty {
        problems.append("\(finding.code): an empty message")
      }
      if finding.problem.help(in: language) == "" || finding.problem.label(in: language) == "" {
        problems.append("\(finding.code): an empty help or label")
      }
    }
    return problems
  }
}
