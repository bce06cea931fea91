import Diagnostics
import Evaluation
import Model
import RuleSyntax
import Semantics
import SourceText

/// One part of a rule, what its examples must show of it, and what they show.
package struct PartCoverage: Sendable {
  package enum Part: String, Sendable, CaseIterable {
    /// The `where` of the scope.
    case scope
    /// A condition behind `when`.
    case condition = "when"
    /// A line or block inside a block.
    case alternative
    /// A line `SUBJECT must PHRASE`, or a whole block of them.
    case requirement
  }
  package var rule: String
  package var part: Part
  package var location: Location
  /// What can come of the part, and so must be shown: see `Possibilities`.
  package var wanted: [Sighting.Value]
  /// How often the examples show each value.
  package var counts: [Sighting.Value: Int] = [:]

  /// The wanted values that no example shows.
  package var missing: [Sighting.Value] { wanted.filter { (counts[$0] ?? 0) == 0 } }
  /// How many of the wanted values are shown.
  package var shown: Int { wanted.count - missing.count }
}

extension RuleSet {
  /// Which values of each part the examples show; a rule without examples shows nothing.
  package func coverage(of results: [ExampleResult]) -> [PartCoverage] {
    let byRule = Dictionary(grouping: results, by: \.rule)
    return program.rules.flatMap { rule -> [PartCoverage] in
      var parts = CoverageParts(rule, schema).parts
      var places: [ByteRange: Int] = [:]
      for (index, part) in parts.enumerated() { places[part.location.range] = index }
      for sighting in (byRule[rule.id] ?? []).flatMap(\.sightings) {
        guard let index = places[sighting.part] else { continue }
        parts[index].counts[sighting.value, default: 0] += 1
      }
      return parts
    }
  }
}

/// The parts of one rule in the order of its lines.
private struct CoverageParts {
  private(set) var parts: [PartCoverage] = []
  private let rule: TypedRule
  private var seen: Set<ByteRange> = []

  init(_ rule: TypedRule, _ schema: Schema) {
    self.rule = rule
    var possible = Possibilities(rule, schema)
    if let filter = rule.scope.filter {
      add(filter, as: .scope, possible)
      possible = possible.given([filter])
    }
    for clause in rule.clauses {
      for (index, condition) in clause.guards.enumerated() {
        add(condition, as: .condition, possible.given(Array(clause.guards[..<index])))
      }
      let outcomes = possible.outcomes(of: clause).map(Sighting.Value.outcome)
      add(.requirement, clause.origin, outcomes)
      if case .block(_, let alternatives) = clause.requirement {
        add(alternatives, possible)
      }
    }
  }

  /// A condition that guards several lines stands here once.
  private mutating func add(
    _ condition: Condition, as part: PartCoverage.Part, _ possible: Possibilities
  ) {
    let isOpen = possible.canBeUnknown(condition)
    let other: [Sighting.Value] = possible.isFixed(condition) ? [] : [.doesNotHold]
    add(part, condition.origin, [.holds] + other + (isOpen ? [.unknown] : []))
    if case .block(_, let alternatives, _) = condition { add(alternatives, possible) }
  }

  private mutating func add(_ alternatives: [Condition], _ possible: Possibilities) {
    for alternative in alternatives {
      let isFixed = possible.isFixed(alternative)
      add(.alternative, alternative.origin, isFixed ? [] : [.holds, .doesNotHold])
      if case .block(_, let inner, _) = alternative { add(inner, possible) }
    }
  }

  private mutating func add(
    _ part: PartCoverage.Part, _ location: Location, _ wanted: [Sighting.Value]
  ) {
    guard seen.insert(location.range).inserted else { return }
    parts.append(PartCoverage(rule: rule.id, part: part, location: location, wanted: wanted))
  }
}

extension PartCoverage {
  /// The gap as a finding; nil where the examples show all that can happen.
  package func finding(_ severity: Severity) -> Finding? {
    guard !missing.isEmpty else { return nil }
    return Finding(
      TestProblem.uncovered(rule: rule, part: part, missing: missing), severity: severity,
      at: location)
  }
}
