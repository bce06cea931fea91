import Diagnostics
import Model
import Semantics
import SourceText
import Values

/// What a run is asked for beside the plan and the rules.
package struct EvaluationOptions: Sendable {
  /// The date that `today` means; nil where none was given.
  package var today: CalendarDate?
  /// The stage to judge at, an index into the stage choice; nil: the plan's own.
  package var stage: Int?
  /// Whether it is kept which rules and elements each finding comes from.
  package var keepsTraces: Bool

  package init(today: CalendarDate? = nil, stage: Int? = nil, keepsTraces: Bool = false) {
    self.today = today
    self.stage = stage
    self.keepsTraces = keepsTraces
  }
}

/// How often a rule came to each outcome.
package struct RuleLedger: Sendable {
  /// Why a rule met no element, or was not run.
  package enum Note: Hashable, Sendable {
    /// The rule reads `today` and none was given.
    case needsToday
    /// The rule reads a setting that nobody gave a value.
    case needsSetting(String)
    /// The rule reads a setting that names no element of the plan.
    case unknownElement(setting: String)
    /// The rule reads the previous version of the plan and none was given.
    case needsPrevious
    /// There is no element of its kind.
    case noElements
    /// There are elements, and it applies to none of them.
    case appliesToNone
  }
  package var rule: String
  package var met = 0
  package var violated = 0
  package var undetermined = 0
  package var notApplicable = 0
  /// Those of `notApplicable` that the previous version of the plan does not have.
  package var new = 0
  package var note: Note?

  /// The elements that the rule was judged for.
  package var applied: Int { met + violated + undetermined }

  package init(rule: String, note: Note? = nil) {
    self.rule = rule
    self.note = note
  }

  /// Whether the rule was not run, because something that it reads was not given.
  package var waits: Bool {
    switch note {
    case .needsToday, .needsSetting, .unknownElement, .needsPrevious: true
    case .noElements, .appliesToNone, nil: false
    }
  }

  mutating func count(_ outcome: Outcome, times: Int = 1) {
    switch outcome {
    case .met: met += times
    case .violated: violated += times
    case .undetermined: undetermined += times
    case .notApplicable: notApplicable += times
    }
  }
}

/// What came of checking one plan.
package struct EvaluationResult: Sendable {
  /// The loader's findings, with the rules that wait for them, and those of the rules.
  package var findings: [Finding]
  /// One entry for each rule, in the order of the program.
  package var ledger: [RuleLedger]
  /// The stage that severities were read at; nil where the schema has none.
  package var stage: Int?
  /// Where traces are kept: what each finding comes from, by its index in `findings`.
  package var traces: [Int: [FindingTrace]]
}

/// Judges every rule for every element of a plan.
///
/// - Parameter loaderFindings: what loading the plan found, in the order that `Plan.reported`
///   counts them.
package func evaluate(
  _ program: Program, plan: Plan, loaderFindings: [Finding], options: EvaluationOptions
) -> EvaluationResult {
  let workspace = Workspace(plan: plan, program: program, today: options.today)
  let stage = StageReading(plan, asked: options.stage)
  var collector = FindingCollector(
    workspace, loaderFindings, stage: stage.stage, keepsTraces: options.keepsTraces)
  var ledger: [RuleLedger] = []
  var settings = ElementSettings(workspace)
  var unknown = UnknownElements(workspace)
  for index in program.rules.indices {
    // A rule that waits is not made ready.
    let note = settings.note(onRule: index) ?? RuleRun.note(onRule: index, workspace)
    if let note {
      ledger.append(RuleLedger(rule: program.rules[index].id, note: note))
    } else {
      ledger.append(RuleRun(index, workspace).run(into: &collector))
      unknown.look(atRule: index)
    }
  }
  collector.findings += settings.findings() + unknown.findings()
  reportNothingToCheck(ledger, workspace, into: &collector)
  if let finding = stage.finding(plan) { collector.findings.append(finding) }
  collector.arrangeRules()
  return EvaluationResult(
    findings: collector.findings, ledger: ledger, stage: stage.stage,
    traces: collector.traces ?? [:])
}

/// The stage that severities are read at.
struct StageReading {
  private(set) var stage: Int?
  private var isAssumed = false

  init(_ plan: Plan, asked: Int?) {
    guard let declared = plan.schema.stage else { return }
    let column = plan.tables[plan.schema.root].columns[declared.field]
    let isStated =
      plan.tables[plan.schema.root].count > 0
      && Standing(column.states[0]) == .stated && column.narrow![0] != Column.unknown
    if let asked {
      stage = asked
    } else if isStated {
      stage = Int(column.narrow![0])
    } else {
      stage = plan.schema.choices[declared.choice].values.count - 1
      isAssumed = true
    }
  }

  func finding(_ plan: Plan) -> Finding? {
    guard isAssumed, let stage, let declared = plan.schema.stage, let tree = plan.trees.first
    else { return nil }
    let cell = CellReference(record: plan.schema.root, row: 0, field: declared.field)
    let state = plan.state(cell)
    let choice = plan.schema.choices[declared.choice]
    var finding = Finding(
      PlanProblem.noStage(
        field: plan.schema.records[plan.schema.root].fields[declared.field].path,
        assumed: choice.values[stage].name, values: choice.values.map(\.name), state: state),
      severity: .warning,
      at: state == .malformed
        ? plan.location(of: cell)
        : Location(tree.file, ByteRange(at: tree.root.map { tree.span($0).start } ?? 0)))
    finding.field = plan.schema.records[plan.schema.root].fields[declared.field].path
    return finding
  }
}

/// Judges one rule for all its elements.
struct RuleRun {
  let index: Int
  let workspace: Workspace
  let node: RuleNode

  init(_ index: Int, _ workspace: Workspace) {
    self.index = index
    self.workspace = workspace
    node = RuleNode(workspace.program.rules[index], workspace)
  }

  /// What the rule needs and was not given; nil where it can run.
  static func note(onRule index: Int, _ workspace: Workspace) -> RuleLedger.Note? {
    let inputs = workspace.program.inputs(ofRule: index)
    if workspace.today == nil, inputs.contains(.today) { return .needsToday }
    return !workspace.plan.hasPrevious && inputs.contains(.previous) ? .needsPrevious : nil
  }

  func run(into collector: inout FindingCollector) -> RuleLedger {
    var ledger = RuleLedger(rule: node.typed.id)
    let readsPrevious = node.typed.reads(.previous)
    let newcomers = readsPrevious ? Newcomers(node.typed.scope, workspace) : nil
    workspace.withRows { rows in
      func look() {
        let outcome = judge(rows, &collector)
        ledger.count(outcome)
        if let newcomers, outcome == .notApplicable, newcomers.contain(rows) { ledger.new += 1 }
      }
      // Which elements are new is asked of each by itself.
      guard newcomers == nil, let sweep = RuleSweep(node) else {
        return forEachElement(node.typed.scope, workspace, rows, look)
      }
      sweep.run(
        node.typed.scope, workspace, rows, settle: { ledger.count($0, times: $1) }, look: look)
    }
    if ledger.applied == 0 {
      ledger.note = ledger.notApplicable == 0 ? .noElements : .appliesToNone
    }
    return ledger
  }

  /// Judges one element and collects why the rule is not met.
  @discardableResult
  func judge(_ rows: Rows, _ collector: inout FindingCollector) -> Outcome {
    switch node.filter?.verdict(rows) {
    case nil, .yes: break
    case .no, .inapplicable: return .notApplicable
    case .unknown:
      collector.add(node.explainFilter(rows), of: node, rule: index, rows)
      return .undetermined
    }
    var result = Outcome.notApplicable
    for position in node.clauses.indices {
      let outcome = node.judge(node.clauses[position], rows)
      switch outcome {
      case .notApplicable: continue
      case .met: if case .notApplicable = result { result = .met }
      case .undetermined:
        if case .violated = result {} else { result = .undetermined }
        collector.add(node.explain(position, rows, outcome), of: node, rule: index, rows)
      case .violated:
        result = .violated
        collector.add(node.explain(position, rows, outcome), of: node, rule: index, rows)
      }
    }
    return result
  }
}

/// Visits the elements of a scope; the rows of its frames are set before each visit.
@inline(__always)
func forEachElement(_ scope: Scope, _ workspace: Workspace, _ rows: Rows, _ body: () -> Void) {
  if scope.isFormer { return forEachFormer(scope.record, workspace, rows, body) }
  let plan = workspace.plan
  let last = scope.frames.count - 1
  let table = plan.tables[scope.record]
  if scope.record == plan.schema.root, last == 0 {
    rows[0] = 0
    return body()
  }
  for row in 0..<table.count {
    if let place = scope.place, row < table.places.count, Int(table.places[row]) != place {
      continue
    }
    rows[last] = Int32(row)
    var record = scope.record
    var current = row
    var isInside = true
    for frame in stride(from: last - 1, through: 0, by: -1) {
      isInside = climb(&record, &current, to: scope.frames[frame], plan)
      guard isInside else { break }
      rows[frame] = Int32(current)
    }
    if isInside { body() }
  }
}

/// Goes up to the element of `wanted` around an element; false where there is none.
private func climb(_ record: inout Int, _ row: inout Int, to wanted: Int, _ plan: Plan) -> Bool {
  repeat {
    let table = plan.tables[record]
    let places = plan.schema.records[record].places
    guard row < table.parents.count, Int(table.places[row]) < places.count else { return false }
    record = places[Int(table.places[row])].record
    row = Int(table.parents[row])
  } while record != wanted
  return true
}
