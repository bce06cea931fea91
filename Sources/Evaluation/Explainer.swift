import Diagnostics
import Model
import Semantics
import SourceText

/// Tells how rules come to their outcomes: what each part asks, what was read, what came of it.
///
/// It judges with the nodes that every check judges with, and says nothing that they do not.
package final class Explainer {
  private let workspace: Workspace
  private let stage: Int?
  private var nodes: [Int: RuleNode] = [:]
  private var settings: ElementSettings

  package init(_ program: Program, plan: Plan, options: EvaluationOptions) {
    workspace = Workspace(plan: plan, program: program, today: options.today)
    stage = StageReading(plan, asked: options.stage).stage
    settings = ElementSettings(workspace)
  }

  private func node(_ rule: Int) -> RuleNode {
    if let known = nodes[rule] { return known }
    let made = RuleNode(workspace.program.rules[rule], workspace)
    nodes[rule] = made
    return made
  }

  /// Why a rule is not judged; nil where it is.
  package func note(onRule rule: Int) -> RuleLedger.Note? {
    settings.note(onRule: rule) ?? RuleRun.note(onRule: rule, workspace)
  }

  // MARK: - Which elements

  /// The elements that a rule is judged for, in the order of the plan.
  package func elements(ofRule rule: Int) -> [JudgedElement] {
    let scope = node(rule).typed.scope
    var found: [JudgedElement] = []
    workspace.withRows { rows in
      forEachElement(scope, workspace, rows) {
        found.append(JudgedElement(rule: rule, rows: scope.frames.indices.map { rows[$0] }))
      }
    }
    return found
  }

  /// The element that is judged.
  package func element(_ judged: JudgedElement) -> ElementReference {
    ElementReference(
      record: node(judged.rule).record, row: Int(judged.rows[judged.rows.count - 1]))
  }

  /// Whether the rule looks at one of the cells when it judges the element.
  package func reads(_ cells: Set<CellReference>, _ judged: JudgedElement) -> Bool {
    let node = node(judged.rule)
    return workspace.withRows(judged.rows) { node.reads(cells, $0) }
  }

  /// Whether a rule looks at one of the cells for any element, as far as the fields tell.
  package func mayRead(_ cells: Set<CellReference>, rule: Int) -> Bool {
    node(rule).mayRead(cells)
  }

  /// Whether the rule goes through all elements of a record's list.
  package func reads(list record: Int, rule: Int) -> Bool {
    node(rule).lines.contains { line in
      line.paths.contains { $0.path.steps.contains(.all(record: record)) }
    }
  }

  // MARK: - In words

  /// How a rule is judged for an element.
  ///
  /// - Parameter clauses: the clauses to tell of, indices into the rule's; nil: all.
  package func evaluation(_ judged: JudgedElement, clauses: Set<Int>? = nil) -> RuleEvaluation {
    let node = node(judged.rule)
    return workspace.withRows(judged.rows) { rows in
      StepMaker(node: node, rows: rows, stage: stage).evaluation(clauses)
    }
  }

  /// The element by its name, and what came of it.
  package func verdict(_ judged: JudgedElement) -> (element: LocalizedText, outcome: Outcome) {
    let node = node(judged.rule)
    let element = element(judged)
    return (
      workspace.plan.label(record: element.record, row: element.row),
      workspace.withRows(judged.rows) { node.outcome($0) }
    )
  }

  /// A rule that is not judged.
  package func evaluation(ofRule rule: Int) -> RuleEvaluation {
    let typed = workspace.program.rules[rule]
    let plan = workspace.plan
    return RuleEvaluation(
      rule: typed.id, title: typed.title, location: typed.origin,
      element: plan.label(record: plan.schema.root, row: 0),
      place: plan.point(record: plan.schema.root, row: 0), outcome: .notApplicable)
  }

  /// The evaluations behind a finding: of each rule the first element, with the number of others.
  package func evaluations(of traces: [FindingTrace]) -> [RuleEvaluation] {
    var order: [JudgedElement] = []
    var clauses: [JudgedElement: Set<Int>] = [:]
    for trace in traces {
      if clauses[trace.judged] == nil { order.append(trace.judged) }
      clauses[trace.judged, default: []].insert(trace.clause)
    }
    var made: [RuleEvaluation] = []
    var places: [Int: Int] = [:]
    for judged in order {
      if let known = places[judged.rule] {
        made[known].likewise += 1
        continue
      }
      places[judged.rule] = made.count
      made.append(evaluation(judged, clauses: clauses[judged]))
    }
    return made
  }
}
