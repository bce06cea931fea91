import Diagnostics
import Model
import Semantics
import SourceText

/// Puts one rule's evaluation for one element into steps.
struct StepMaker {
  let node: RuleNode
  let rows: Rows
  let stage: Int?

  var workspace: Workspace { node.workspace }
  /// The element that is judged.
  var element: ElementReference {
    ElementReference(record: node.record, row: Int(rows[node.frame]))
  }

  func evaluation(_ wanted: Set<Int>?) -> RuleEvaluation {
    let rule = node.typed
    var made = RuleEvaluation(
      rule: rule.id, title: rule.title, location: rule.origin,
      element: workspace.plan.label(record: element.record, row: element.row),
      place: workspace.plan.point(record: element.record, row: element.row),
      outcome: .notApplicable)
    if let filter = node.filter, let typed = rule.scope.filter {
      made.steps.append(condition(filter, typed, .scope))
      switch filter.verdict(rows) {
      case .yes: break
      case .no, .inapplicable: return made
      case .unknown:
        made.outcome = .undetermined
        made.severity = node.explainFilter(rows).severity(rule, stage: stage)
        return made
      }
    }
    let chosen = node.clauses.indices.filter { wanted?.contains($0) ?? true }
    let outcomes = chosen.map { node.judge(node.clauses[$0], rows) }
    made.outcome = RuleNode.joint(outcomes)
    made.severity = zip(chosen, outcomes).compactMap { clause, outcome -> Severity? in
      guard outcome == .violated || outcome == .undetermined else { return nil }
      return node.explain(clause, rows, outcome).severity(rule, stage: stage)
    }.max()
    made.steps += steps(chosen[...], 0)
    return made
  }

  // MARK: - The tree

  /// The clauses under the conditions around them; those of one condition stand together.
  private func steps(_ clauses: ArraySlice<Int>, _ depth: Int) -> [EvaluationStep] {
    var made: [EvaluationStep] = []
    var rest = clauses
    while let first = rest.first {
      guard let guardian = guardian(of: first, depth) else {
        made.append(requirement(first))
        rest = rest.dropFirst()
        continue
      }
      let run = rest.prefix { self.guardian(of: $0, depth)?.origin == guardian.origin }
      made.append(guarded(run, depth, guardian))
      rest = rest.dropFirst(run.count)
    }
    return made
  }

  /// The condition around a clause, counted from the outermost; nil where there are not so many.
  private func guardian(of clause: Int, _ depth: Int) -> Condition? {
    let guards = node.typed.clauses[clause].guards
    return depth < guards.count ? guards[depth] : nil
  }

  private func guarded(
    _ clauses: ArraySlice<Int>, _ depth: Int, _ typed: Condition
  ) -> EvaluationStep {
    let condition = node.clauses[clauses[clauses.startIndex]].guards[depth]
    var step = self.condition(condition, typed, .condition)
    switch condition.verdict(rows) {
    case .yes, .unknown: step.parts += steps(clauses, depth + 1)
    case .no, .inapplicable:
      step.parts += clauses.map {
        EvaluationStep(.requirement, .notAsked, text(of: $0), at: node.typed.clauses[$0].origin)
      }
    }
    return step
  }

  private func requirement(_ position: Int) -> EvaluationStep {
    let clause = node.clauses[position]
    var step = EvaluationStep(
      .requirement, .outcome(node.judge(clause, rows)), text(of: position),
      at: node.typed.clauses[position].origin)
    if let path = node.unstatedPath(of: clause, rows), clause.isOptional {
      step.facts = facts(of: path, nil)
      return step
    }
    // Under a condition of which nobody knows whether it holds, nothing is decided here.
    guard clause.guardVerdict(rows) == .yes else { return step }
    if let line = clause.line {
      describe(line, in: &step)
    } else if let block = clause.block,
      case .block(_, let parts) = node.typed.clauses[position].requirement
    {
      step.parts = zip(block.parts, parts).map { condition($0, $1, .alternative) }
      if step.result == .outcome(.violated), block.verdict(rows) == .unknown {
        step.facts.append(Self.ownGaps)
      }
    }
    return step
  }

  /// Why a block is broken of which no line is certain.
  private static let ownGaps = EvaluationFact(
    LocalizedText(
      en: "what is not known should be stated in this element itself, so it counts as broken",
      de: "was nicht bekannt ist, müsste in diesem Element selbst stehen; das gilt als Verstoß"))

  /// "`owner` must be stated", "any of these must hold".
  private func text(of position: Int) -> LocalizedText {
    let clause = node.clauses[position]
    let isOptional = clause.isOptional
    return LocalizedText { language in
      let demand =
        clause.line?.requirement(rows, language) ?? clause.block?.kind.demand(language) ?? ""
      return demand + (isOptional ? language.pick(", if stated", ", falls angegeben") : "")
    }
  }

  private func condition(
    _ condition: ConditionNode, _ typed: Condition, _ part: EvaluationStep.Part
  ) -> EvaluationStep {
    let result = EvaluationStep.Result(condition.verdict(rows))
    if let block = condition as? BlockCondition, case .block(_, let parts, _) = typed {
      var step = EvaluationStep(
        part, result, LocalizedText { block.kind.name($0) }, at: typed.origin)
      step.parts = zip(block.parts, parts).map { self.condition($0, $1, .alternative) }
      return step
    }
    guard let line = (condition as? LineCondition)?.line else {
      return EvaluationStep(part, result, LocalizedText(same: ""), at: typed.origin)
    }
    var step = EvaluationStep(
      part, result, LocalizedText { line.statement(rows, $0) }, at: typed.origin)
    describe(line, in: &step)
    return step
  }
}

extension EvaluationStep.Result {
  init(_ verdict: Verdict) {
    switch verdict {
    case .yes: self = .holds
    case .no: self = .doesNotHold
    case .unknown: self = .unknown
    case .inapplicable: self = .doesNotApply
    }
  }
}
