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

  package init(today: CalendarDate? = nil, stage: Int? = nil, limits: Limits = Limits()) {
    self.today = today
    self.stage = stage
    self.limits = limits
  }

  var evaluation: EvaluationOptions { EvaluationOptions(today: today, stage: stage) }
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

/// One checked plan.
package struct LintResult: Sendable {
  package var plan: Plan
  package var findings: [Finding]
  package var ledger: [RuleLedger]
  package var summary: PlanSummary

  /// Whether any rule judged any element.
  package var checkedAnything: Bool { ledger.contains { $0.applied > 0 } }
}

extension RuleSet {
  /// Loads a plan and judges every rule on it.
  package func lint(_ input: PlanInput, options: LintOptions) -> LintResult {
    let loaded = loadPlan(
      input.main, schema: schema, limits: options.limits, includes: input.includes)
    // Where a file could not be read to its end, what is missing means nothing.
    guard loaded.plan.isComplete, loaded.plan.trees.first?.root != nil else {
      return LintResult(
        plan: loaded.plan, findings: loaded.findings,
        ledger: program.rules.map { RuleLedger(rule: $0.id) },
        summary: summary(of: loaded.plan, path: input.path, stage: nil))
    }
    let result = evaluate(
      program, plan: loaded.plan, loaderFindings: loaded.findings, options: options.evaluation)
    return LintResult(
      plan: loaded.plan, findings: result.findings, ledger: result.ledger,
      summary: summary(of: loaded.plan, path: input.path, stage: result.stage))
  }

  /// Loads a plan without judging it, for tables.
  package func load(_ input: PlanInput, options: LintOptions) -> (plan: Plan, findings: [Finding]) {
    loadPlan(input.main, schema: schema, limits: options.limits, includes: input.includes)
  }

  /// Whether a table shows findings, so that the plan must be judged first.
  package func needsFindings(_ table: Int) -> Bool {
    program.tables[table].scope.record >= schema.records.count
  }

  /// Makes one of the tables of these rules; `findings` are those of the plan, for tables over
  /// them.
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
      program: program, plan: result.plan, findingsSchema: schema.withFindings(), check: check,
      options: options.evaluation)
    return maker.make(program.reports[index])
  }

  private func summary(of plan: Plan, path: String, stage: Int?) -> PlanSummary {
    var counts: [RecordCount] = []
    for (index, record) in schema.records.enumerated() where record.list != nil {
      let count = index < plan.tables.count ? plan.tables[index].count : 0
      counts.append(
        RecordCount(
          name: record.name, one: record.title,
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

  /// The report of a whole run.
  package func report(_ results: [LintResult], failOn: Severity, version: String) -> CheckReport {
    CheckReport(
      plans: results.map(\.summary), findings: findings + results.flatMap(\.findings),
      ledger: summed(results.map(\.ledger)), rulePlaces: rulePlaces, failOn: failOn,
      version: version)
  }

  private func summed(_ ledgers: [[RuleLedger]]) -> [LedgerEntry] {
    program.rules.enumerated().map { index, rule in
      var entry = LedgerEntry(rule: rule.id)
      for ledger in ledgers {
        entry.applied += ledger[index].applied
        entry.met += ledger[index].met
        entry.violated += ledger[index].violated
        entry.undetermined += ledger[index].undetermined
        entry.notApplicable += ledger[index].notApplicable
        if ledger[index].note == .needsToday {
          entry.note = LocalizedText(
            en: "needs a date: give --today", de: "braucht ein Datum: --today angeben")
        }
      }
      return entry
    }
  }
}
