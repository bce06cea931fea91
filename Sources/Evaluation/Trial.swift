import Diagnostics
import Model
import Semantics

/// How one rule was judged for one element, clause by clause.
package struct Trial: Sendable {
  /// The rows of the scope's frames, the outermost element first.
  package var rows: [Int]
  package var outcome: Outcome
  /// The outcome of each clause, in the order of `TypedRule.clauses`; none where the scope's `where`
  /// decides.
  package var clauses: [Outcome]
  /// What each part of the rule came to, as far as it was reached.
  package var sightings: [Sighting]
  /// The paths at fault: as the rule writes them, and as findings name them.
  package var fields: [String]
}

/// A plan made ready so that single rules of a program can be tried on it, one after the other.
package struct TrialBench {
  let workspace: Workspace

  package init(_ program: Program, plan: Plan, options: EvaluationOptions) {
    workspace = Workspace(plan: plan, program: program, today: options.today)
  }

  /// Judges one rule alone and tells every element's outcome; for examples, coverage and mutation.
  package func trials(ofRule index: Int) -> [Trial] {
    let node = RuleNode(workspace.program.rules[index], workspace)
    var trials: [Trial] = []
    workspace.withRows { rows in
      forEachElement(node.typed.scope, workspace, rows) { trials.append(node.trial(rows)) }
    }
    return trials
  }
}

/// Judges every rule and tells every element's outcome, in the order of the program.
package func trials(
  of program: Program, plan: Plan, options: EvaluationOptions
) -> [[Trial]] {
  let bench = TrialBench(program, plan: plan, options: options)
  return program.rules.indices.map(bench.trials)
}

extension RuleNode {
  fileprivate func trial(_ rows: Rows) -> Trial {
    let frames = (0..<typed.scope.frames.count).map { Int(rows[$0]) }
    let sightings = sightings(rows)
    switch filter?.verdict(rows) {
    case nil, .yes: break
    case .no, .inapplicable:
      return Trial(
        rows: frames, outcome: .notApplicable, clauses: [], sightings: sightings, fields: [])
    case .unknown:
      return Trial(
        rows: frames, outcome: .undetermined, clauses: [], sightings: sightings,
        fields: explainFilter(rows).fields(rows))
    }
    let outcomes = clauses.map { judge($0, rows) }
    var fields: [String] = []
    for (position, outcome) in outcomes.enumerated()
    where outcome == .violated || outcome == .undetermined {
      fields += explain(position, rows, outcome).fields(rows)
    }
    return Trial(
      rows: frames, outcome: Self.joint(outcomes), clauses: outcomes, sightings: sightings,
      fields: fields)
  }

  /// What the rule comes to for the element whose rows are given.
  func outcome(_ rows: Rows) -> Outcome {
    switch filter?.verdict(rows) {
    case nil, .yes: Self.joint(clauses.map { judge($0, rows) })
    case .no, .inapplicable: .notApplicable
    case .unknown: .undetermined
    }
  }

  /// The worst of the clauses that apply.
  static func joint(_ outcomes: [Outcome]) -> Outcome {
    if outcomes.contains(.violated) { return .violated }
    if outcomes.contains(.undetermined) { return .undetermined }
    return outcomes.contains(.met) ? .met : .notApplicable
  }
}

extension Reason {
  /// The paths that an example may name for this reason.
  fileprivate func fields(_ rows: Rows) -> [String] {
    switch cause {
    case .block(let block): return block.lines.first.map { $0.fields(nil) } ?? []
    case .line(let line, let judged): return line.fields(judged)
    }
  }
}

extension LineNode {
  fileprivate func fields(_ judged: Judged?) -> [String] {
    var found = [fieldPath].compactMap { $0 }
    if let gap = judged?.gap, gap.leaf >= 0 {
      found.append(workspace.plan.path(workspace.reference(gap)))
    }
    found += aggregates.compactMap { $0.aggregate.path?.text }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }
}
