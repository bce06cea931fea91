import Diagnostics
import Evaluation
import Semantics
import SourceText

/// How often the examples of a rule showed each outcome of one of its clauses.
package struct ClauseCoverage: Sendable {
  package var rule: String
  /// The clause, counted from 0.
  package var clause: Int
  package var location: Location
  package var counts: [Outcome: Int] = [:]
  /// The outcomes that an example must show: met and violated, and under a `when` also not
  /// applicable and undetermined.
  package var wanted: [Outcome]

  /// The wanted outcomes that no example shows.
  package var missing: [Outcome] { wanted.filter { (counts[$0] ?? 0) == 0 } }
}

extension RuleSet {
  /// Which outcomes of each clause the examples show; a rule without examples covers nothing.
  package func coverage(of results: [ExampleResult]) -> [ClauseCoverage] {
    var found: [ClauseCoverage] = []
    for rule in program.rules {
      let own = results.filter { $0.rule == rule.id }
      for (index, clause) in rule.clauses.enumerated() {
        var coverage = ClauseCoverage(
          rule: rule.id, clause: index, location: clause.origin,
          wanted: [.met, .violated]
            + (clause.canBeUnclear ? [.undetermined] : [])
            + (clause.guards.isEmpty ? [] : [.notApplicable]))
        for outcomes in own.flatMap(\.clauses) where index < outcomes.count {
          coverage.counts[outcomes[index], default: 0] += 1
        }
        found.append(coverage)
      }
    }
    return found
  }
}

extension Clause {
  /// Whether a missing value can leave one of its `when`s open.
  fileprivate var canBeUnclear: Bool {
    guards.indices.contains { index in
      guards[index].canBeUnclear && !guards[index].isCertain(after: guards[..<index])
    }
  }
}

extension Condition {
  /// Whether an earlier `when` already asks that the value stand there. Dates stay open: they may
  /// be too imprecise to compare.
  fileprivate func isCertain(after earlier: ArraySlice<Condition>) -> Bool {
    guard case .judgement(let judgement) = self, judgement.quantifier == nil,
      case .path(let path) = judgement.subject, path.type != .date
    else { return false }
    switch judgement.phrase {
    case .oneOf, .compared(_, .literal): return earlier.contains { $0.asksFor(path) }
    default: return false
    }
  }

  /// `PATH is stated`
  private func asksFor(_ path: Path) -> Bool {
    guard case .judgement(let judgement) = self, judgement.quantifier == nil,
      !judgement.isNegated, case .stated = judgement.phrase,
      case .path(let own) = judgement.subject
    else { return false }
    return own.start == path.start && own.steps == path.steps && own.record == path.record
      && own.field == path.field
  }

  /// Whether a missing value can leave it open; what asks about states is always certain.
  fileprivate var canBeUnclear: Bool {
    switch self {
    case .block(_, let parts, _): parts.contains(where: \.canBeUnclear)
    case .judgement(let judgement):
      switch judgement.phrase {
      case .stated, .answered, .leftOut, .open, .inapplicable, .missing: false
      case .oneOf, .compared, .within, .overlapping, .existing, .including, .unique,
        .writtenLike, .measured, .mentioning, .avoiding, .leadingBack:
        true
      }
    }
  }
}

extension ClauseCoverage {
  /// The gap as a finding; nil where the clause is covered.
  package func finding(_ severity: Severity) -> Finding? {
    guard !missing.isEmpty else { return nil }
    var finding = Finding(
      TestProblem.uncovered(rule: rule, clause: clause, outcomes: missing), severity: severity,
      at: location)
    finding.rules = [rule]
    return finding
  }
}
