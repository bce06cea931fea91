import Diagnostics
import Model
import Semantics

/// How one rule was judged for many elements, line by line; for the analysis of rules.
package struct Probe: Sendable {
  /// The row of the outermost frame, by element.
  package private(set) var rows: [Int] = []
  /// Whether the scope's `where` holds for certain, by element.
  package private(set) var isInScope: [Bool] = []
  private var outcomes: [Outcome] = []
  private var holding: [Int] = []
  /// The number of the rule's clauses.
  package let clauses: Int

  init(clauses: Int) { self.clauses = clauses }

  /// The outcome of a clause; one outside the scope is not applicable, or undetermined where
  /// nobody can tell.
  package func outcome(_ clause: Int, ofElement element: Int) -> Outcome {
    outcomes[element * clauses + clause]
  }

  /// How many of a clause's conditions hold for certain, counted from the first to the first that
  /// does not; nothing holds outside the scope.
  package func holding(_ clause: Int, ofElement element: Int) -> Int {
    holding[element * clauses + clause]
  }

  mutating func add(row: Int, isInScope: Bool, _ judged: [(outcome: Outcome, holding: Int)]) {
    rows.append(row)
    self.isInScope.append(isInScope)
    for clause in judged {
      outcomes.append(clause.outcome)
      holding.append(clause.holding)
    }
  }
}

/// Judges some rules, indices into the program's, for every element of a plan.
package func probe(
  _ rules: [Int], in program: Program, plan: Plan, options: EvaluationOptions
) -> [Probe] {
  let workspace = Workspace(plan: plan, program: program, today: options.today)
  return rules.map { index in
    let node = RuleNode(program.rules[index], workspace)
    var result = Probe(clauses: node.clauses.count)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 16) { buffer in
      buffer.initialize(repeating: 0)
      let rows = buffer.baseAddress!
      forEachElement(node.typed.scope, workspace, rows) { node.probe(rows, into: &result) }
    }
    return result
  }
}

extension RuleNode {
  fileprivate func probe(_ rows: Rows, into result: inout Probe) {
    let row = Int(rows[0])
    switch filter?.verdict(rows) {
    case nil, .yes:
      result.add(
        row: row, isInScope: true,
        clauses.map { clause in
          let holding = clause.guards.prefix { $0.verdict(rows) == .yes }.count
          return (judge(clause, rows), holding)
        })
    case .no, .inapplicable:
      result.add(row: row, isInScope: false, clauses.map { _ in (.notApplicable, 0) })
    case .unknown:
      result.add(row: row, isInScope: false, clauses.map { _ in (.undetermined, 0) })
    }
  }
}
