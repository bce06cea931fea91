import Diagnostics
import Evaluation
import Model
import Reporting
import Semantics
import SourceText
import Values
import YAMLSyntax

/// What a run is asked for.
package struct LintOptions: Sendable {
  package var today: CalendarDate?
  /// The stage to judge at, an index into the schema's stages; nil: each plan's own.
  package var stage: Int?
  package var limits: Limits
  /// Whether findings tell how the rules behind them were judged.
  package var explains = false

  package init(today: CalendarDate? = nil, stage: Int? = nil, limits: Limits = Limits()) {
    self.today = today
    self.stage = stage
    self.limits = limits
  }

  var evaluation: EvaluationOptions {
    EvaluationOptions(today: today, stage: stage, keepsTraces: explains)
  }
}

/// A plan to check: its main file, and how its `include:` is answered.
package struct PlanInput: Sendable {
  /// The path as it was given.
  package var path: String
  package var main: SourceFile
  package var includes: IncludeResolver

  package init(path: String, main: SourceFile, includes: IncludeResolver) {
    self.path = path
    self.main = main
    self.includes = includes
  }
}

/// The previous version of a plan, loaded to be compared with it once.
package struct PreviousPlan: Sendable {
  let plan: Plan
}

/// A previous version that cannot be read to its end, so that there is nothing to compare with.
package struct UnreadablePrevious: Error {
  package var findings: [Finding]

  package init(_ findings: [Finding]) { self.findings = findings }
}

/// One checked plan.
package struct LintResult: Sendable {
  package var plan: Plan
  /// The plan beside its previous version, where it was compared with one.
  package var judged: Plan
  package var findings: [Finding]
  package var ledger: [RuleLedger]
  package var summary: PlanSummary
  /// The rules that the plan was judged by.
  package var rules: RuleSet
  /// What tells how rules were judged; nil unless the options asked for it.
  var explained: ExplainedPlan?

  /// Whether any rule judged any element.
  package var checkedAnything: Bool { ledger.contains { $0.applied > 0 } }
}

extension RuleSet {
  /// Loads the previous version of a plan; what its fields say wrong is not told.
  package func loadPrevious(
    _ input: PlanInput, options: LintOptions
  ) -> Result<PreviousPlan, UnreadablePrevious> {
    let (plan, findings) = load(input, options: options)
    guard plan.isComplete, plan.trees.first?.root != nil else {
      return .failure(UnreadablePrevious(findings.filter { $0.severity == .error }))
    }
    return .success(PreviousPlan(plan: plan))
  }

  /// Loads a plan and judges every rule on it.
  ///
  /// - Parameter previous: its previous version, which one plan only is compared with.
  package func lint(
    _ input: PlanInput, previous: PreviousPlan? = nil, options: LintOptions
  ) -> LintResult {
    let loaded = loadPlan(
      input.main, shape: shape, limits: options.limits, includes: input.includes)
    let chosen = chosen(by: loaded.plan)
    let rules = chosen.rules
    // Where a file could not be read to its end, what is missing means nothing.
    guard loaded.plan.isComplete, loaded.plan.trees.first?.root != nil else {
      return LintResult(
        plan: loaded.plan, judged: loaded.plan, findings: loaded.findings + chosen.findings,
        ledger: rules.program.rules.map { RuleLedger(rule: $0.id) },
        summary: summary(of: loaded.plan, path: input.path, stage: nil), rules: rules)
    }
    let judged = previous.map { loaded.plan.beside($0.plan) } ?? loaded.plan
    var result = evaluate(
      rules.program, plan: judged, loaderFindings: loaded.findings, options: options.evaluation)
    var explained: ExplainedPlan?
    if options.explains {
      let explainer = Explainer(rules.program, plan: judged, options: options.evaluation)
      for (index, traces) in result.traces {
        result.findings[index].evaluations = explainer.evaluations(of: traces)
      }
      explained = ExplainedPlan(
        judged: judged, options: options.evaluation, traces: result.traces)
    }
    return LintResult(
      plan: loaded.plan, judged: judged, findings: result.findings + chosen.findings,
      ledger: result.ledger,
      summary: summary(of: loaded.plan, path: input.path, stage: result.stage), rules: rules,
      explained: explained)
  }

  /// Loads a plan without judging it, for tables.
  package func load(_ input: PlanInput, options: LintOptions) -> (plan: Plan, findings: [Finding]) {
    loadPlan(input.main, shape: shape, limits: options.limits, includes: input.includes)
  }

  /// Loads a plan without judging it, and sets it beside its previous version, which one plan only
  /// is compared with.
  package func load(
    _ input: PlanInput, previous: PreviousPlan?, options: LintOptions
  ) -> (plan: Plan, findings: [Finding]) {
    let loaded = load(input, options: options)
    return (previous.map { loaded.plan.beside($0.plan) } ?? loaded.plan, loaded.findings)
  }

  /// Whether a table shows findings, so that the plan must be judged first.
  package func needsFindings(_ table: Int) -> Bool {
    program.tables[table].scope.record >= schema.records.count
  }

  /// Makes one of the tables of these rules.
  ///
  /// - Parameters:
  ///   - plan: beside its previous version where there is one.
  ///   - findings: those of the plan, for tables over them.
  package func table(
    _ index: Int, of plan: Plan, findings: [Finding], options: LintOptions
  ) -> ReportTable {
    let table = program.tables[index]
    guard needsFindings(index) else {
      return makeTable(table, of: program, plan: plan, options: options.evaluation)
    }
    return makeTable(
      table, of: program, plan: plan.withFindings(findings, schema: schema.withFindings()),
      findings: findings, options: options.evaluation)
  }

  /// Makes one of the reports of these rules on a plan that was checked.
  package func report(
    _ index: Int, on result: LintResult, check: CheckReport, options: LintOptions
  ) -> PlanReport {
    let maker = ReportMaker(
      program: program, plan: result.judged, findingsSchema: schema.withFindings(), check: check,
      options: options.evaluation)
    return maker.make(program.reports[index])
  }

  private func summary(of plan: Plan, path: String, stage: Int?) -> PlanSummary {
    var counts: [RecordCount] = []
    for (index, record) in schema.records.enumerated() where record.list != nil {
      let count = index < plan.tables.count ? plan.tables[index].count : 0
      counts.append(
        RecordCount(
          name: record.name, one: record.inlineTitle,
          several: record.list.map {
            LocalizedText(en: $0, de: record.germanPlural ?? "× \(record.title.german)")
          },
          count: count))
    }
    counts.sort { $0.count > $1.count }
    return PlanSummary(
      path: path, name: name(of: plan), stage: stage.flatMap(stageSummary),
      language: plan.language, files: plan.trees.map(\.file),
      counts: counts.filter { $0.count > 0 })
  }

  private func name(of plan: Plan) -> String? {
    guard let field = schema.records[schema.root].nameField, plan.tables[schema.root].count > 0
    else { return nil }
    let cell = CellReference(record: schema.root, row: 0, field: field)
    return plan.state(cell) == .stated ? plan.text(cell) : nil
  }

  private func stageSummary(_ stage: Int) -> PlanSummary.Stage? {
    guard let declared = schema.stage else { return nil }
    let value = schema.choices[declared.choice].values[stage]
    return PlanSummary.Stage(name: value.name, title: value.title)
  }
}
