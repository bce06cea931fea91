import Diagnostics
import Semantics
import SourceText

/// What one part of a rule came to for one element.
package struct Sighting: Hashable, Sendable {
  /// What a condition, or a requirement, comes to.
  package enum Value: Hashable, Sendable {
    case holds, doesNotHold, unknown
    case outcome(Outcome)
  }
  /// Where the part stands in its rule file.
  package var part: ByteRange
  package var value: Value
}

extension RuleNode {
  /// What the parts of the rule come to for the element whose rows are given.
  ///
  /// A part counts only where it decides: conditions as long as those around them hold, requirements
  /// where all do.
  func sightings(_ rows: Rows) -> [Sighting] {
    var found: [Sighting] = []
    if let filter, let typedFilter = typed.scope.filter {
      Self.look(at: filter, typedFilter, rows, &found)
      guard filter.verdict(rows) == .yes else { return found }
    }
    for (clause, typedClause) in zip(clauses, typed.clauses) {
      guard Self.lookAtGuards(of: clause, typedClause, rows, &found) else { continue }
      if let block = clause.block, case .block(_, let parts) = typedClause.requirement {
        for (part, typedPart) in zip(block.parts, parts) {
          Self.look(at: part, typedPart, rows, &found)
        }
      }
      found.append(
        Sighting(part: typedClause.origin.range, value: .outcome(judge(clause, rows))))
    }
    return found
  }

  /// Whether all conditions around a clause hold; each is looked at as long as those before it do.
  private static func lookAtGuards(
    of clause: Clause, _ typedClause: Semantics.Clause, _ rows: Rows, _ found: inout [Sighting]
  ) -> Bool {
    for (condition, typedCondition) in zip(clause.guards, typedClause.guards) {
      look(at: condition, typedCondition, rows, &found)
      guard condition.verdict(rows) == .yes else { return false }
    }
    return true
  }

  /// Tells what a condition and the alternatives in it come to; one that does not apply is left
  /// out, as it is in judging.
  private static func look(
    at node: ConditionNode, _ condition: Condition, _ rows: Rows, _ found: inout [Sighting]
  ) {
    if let block = node as? BlockCondition, case .block(_, let parts, _) = condition {
      for (part, typedPart) in zip(block.parts, parts) { look(at: part, typedPart, rows, &found) }
    }
    let value: Sighting.Value
    switch node.verdict(rows) {
    case .yes: value = .holds
    case .no: value = .doesNotHold
    case .unknown: value = .unknown
    case .inapplicable: return
    }
    // A condition stands around every clause under it and is looked at once.
    let sighting = Sighting(part: condition.origin.range, value: value)
    if !found.contains(sighting) { found.append(sighting) }
  }
}

extension Condition {
  /// Where the condition stands.
  package var origin: Location {
    switch self {
    case .judgement(let judgement): judgement.origin
    case .block(_, _, let origin): origin
    }
  }
}
