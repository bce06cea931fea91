import Diagnostics
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText
import Values

/// Makes a report on a plan that was checked.
package struct ReportMaker {
  private let program: Program
  private let findings: [Finding]
  private let options: EvaluationOptions
  private let check: CheckReport
  /// The plan with its findings as elements.
  private let plan: Plan
  private let elementsOfFindings: [ElementReference]
  private let workspace: Workspace

  /// - Parameters:
  ///   - plan: beside its previous version where there is one.
  ///   - findingsSchema: the schema of the plan alone with the record of findings.
  package init(
    program: Program, plan: Plan, findingsSchema: Schema, check: CheckReport,
    options: EvaluationOptions
  ) {
    self.program = program
    self.check = check
    self.options = options
    findings = check.findings
    self.plan = plan.withFindings(check.findings, schema: findingsSchema)
    elementsOfFindings = plan.elements(of: check.findings)
    workspace = Workspace(plan: self.plan, program: program, today: options.today)
  }

  package func make(_ report: TypedReport) -> PlanReport {
    PlanReport(
      name: report.name, title: report.title, sections: report.sections.map { section($0) },
      check: check)
  }

  private func section(_ typed: TypedSection) -> PlanReport.Section {
    guard let scope = typed.scope?.placed(in: plan.schema) else {
      return PlanReport.Section(title: typed.title, blocks: typed.parts.map { block($0) })
    }
    let builder = NodeBuilder(workspace, judged: scope.frames.count - 1)
    let context = TableContext(workspace: workspace, record: scope.record, findings: [])
    let filter = scope.filter.map { builder.condition($0, scope.frames) }
    let sheet = Sheet(typed, scope, builder, context)
    let parts = context.elements(of: scope, filter).map {
      PlanReport.Block.section(sheet.section(of: $0))
    }
    return PlanReport.Section(title: typed.title, blocks: parts)
  }

  private func block(_ part: TypedSection.Part) -> PlanReport.Block {
    switch part {
    case .text(let text): .text(self.text(text))
    case .table(let index):
      .table(
        makeTable(
          program.tables[index], of: program, plan: plan, findings: findings, options: options))
    case .findings: .findings
    case .ledger: .ledger
    case .summary: .summary
    case .section(let inner): .section(section(inner))
    }
  }

  // MARK: - Texts

  /// A text of the document, with the findings that speak of it.
  private func text(_ typed: TypedSection.Text) -> PlanReport.Text {
    let frames = [plan.schema.root]
    let context = TableContext(workspace: workspace, record: plan.schema.root, findings: [])
    let reader = ColumnReader(
      typed.title, typed.operand, frames: frames, NodeBuilder(workspace, judged: 0),
      isGrouped: false)
    var source = plan.anchor(record: plan.schema.root, row: 0)
    var codes: [String] = []
    if case .path(let path) = typed.operand, path.steps.isEmpty, let field = path.field {
      let cell = CellReference(record: path.record, row: 0, field: field)
      source = plan.location(of: cell)
      codes = self.codes(of: cell)
    }
    return PlanReport.Text(
      title: typed.title, content: reader.cell([[0]], context), source: source, findings: codes)
  }

  /// The codes of the findings that speak of a field, each once.
  private func codes(of cell: CellReference) -> [String] {
    let path = plan.schema.records[cell.record].fields[cell.field].path
    var codes: [String] = []
    for (finding, element) in zip(findings, elementsOfFindings)
    where finding.field == path && element.record == cell.record && element.row == cell.row {
      if !codes.contains(finding.code) { codes.append(finding.code) }
    }
    return codes
  }
}
