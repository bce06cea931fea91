import Diagnostics
import Model
import RuleSyntax
import Semantics

/// Why a clause was not met for one element: the line that decided, and what it saw.
struct Reason: Sendable {
  enum Cause: Sendable {
    /// One line, as a requirement or in a condition.
    case line(LineNode, Judged)
    /// A block of alternatives, with the lines that did not hold.
    case block(BlockCondition)
  }
  var cause: Cause
  var outcome: Outcome
  /// The clause, an index into the rule's; -1 for the scope's `where`.
  var clause: Int
  /// Whether the line stands in a `when` or `where`.
  var isCondition: Bool
}

extension Reason {
  /// What the reason weighs at a stage; nil where the rule is off there.
  func severity(_ rule: TypedRule, stage: Int?) -> Severity? {
    let stage = stage ?? 0
    func at(_ list: [Severity?]) -> Severity? {
      list.isEmpty ? nil : list[min(stage, list.count - 1)]
    }
    if case .line(_, let judged) = cause, judged.standing == .open,
      let open = rule.severities.open
    {
      return at(open)
    }
    return at(outcome == .undetermined ? rule.severities.unclear : rule.severities.broken)
  }
}

extension RuleNode {
  /// Tells why a clause came to an outcome other than met.
  func explain(_ position: Int, _ rows: Rows, _ outcome: Outcome) -> Reason {
    let clause = clauses[position]
    for guardNode in clause.guards where guardNode.verdict(rows) == .unknown {
      return Reason(
        cause: Self.cause(of: guardNode, rows), outcome: outcome, clause: position,
        isCondition: true)
    }
    let cause: Reason.Cause =
      clause.line.map { .line($0, $0.judge(rows)) }
      ?? .block(clause.block ?? BlockCondition(.all, []))
    return Reason(cause: cause, outcome: outcome, clause: position, isCondition: false)
  }

  func explainFilter(_ rows: Rows) -> Reason {
    Reason(
      cause: filter.map { Self.cause(of: $0, rows) } ?? .block(BlockCondition(.all, [])),
      outcome: .undetermined, clause: -1, isCondition: true)
  }

  /// The first line of a condition that is unknown.
  private static func cause(of condition: ConditionNode, _ rows: Rows) -> Reason.Cause {
    if let line = condition as? LineCondition { return .line(line.line, line.line.judge(rows)) }
    guard let block = condition as? BlockCondition else { return .block(BlockCondition(.all, [])) }
    let unknown = block.parts.first { $0.verdict(rows) == .unknown }
    return unknown.map { cause(of: $0, rows) } ?? .block(block)
  }
}

extension ConditionNode {
  /// Every line, those of inner blocks included.
  var lines: [LineNode] {
    if let line = self as? LineCondition { return [line.line] }
    return (self as? BlockCondition)?.parts.flatMap(\.lines) ?? []
  }
}
