import Diagnostics
import Semantics
import SourceText

/// Claims about one rule: what its conditions and requirements can never be.
extension Analyser {
  /// Tells what is certain of a line; the models are all elements that it could tell apart.
  mutating func claim(_ rule: Int, clause: Int, _ models: Models) {
    guard claimConditions(rule, clause: clause, models) else { return }
    let line = rules[rule].clauses[clause]
    var counts: [Outcome: Int] = [:]
    var soundCounts: [Outcome: Int] = [:]
    for element in 0..<models.count
    where models.holding(0, clause: clause, element) == line.guards.count {
      let outcome = models.outcome(0, clause: clause, element)
      counts[outcome, default: 0] += 1
      if !models.isMalformed(element) { soundCounts[outcome, default: 0] += 1 }
    }
    let canBeMet = (counts[.met] ?? 0) > 0
    let id = rules[rule].id
    if !canBeMet, (soundCounts[.violated] ?? 0) > 0 {
      let witness = witness(.fails, rule, models) {
        models.outcome(0, clause: clause, $0) == .violated
      }
      tell(.neverMet(rule: id, witness: witness), .error, at: line.origin, rule)
    } else if (soundCounts[.violated] ?? 0) == 0, (soundCounts[.undetermined] ?? 0) == 0 {
      let witness = witness(.passes, rule, models) {
        models.outcome(0, clause: clause, $0) == .met
      }
      tell(
        canBeMet ? .alwaysMet(rule: id, witness: witness) : .neverJudged(rule: id), .warning,
        at: line.origin, rule)
    }
  }

  /// Tells of a condition that no element fits; false where there is one.
  mutating func claimConditions(_ rule: Int, clause: Int, _ models: Models) -> Bool {
    let line = rules[rule].clauses[clause]
    let reached = (0..<models.count).map { models.holding(0, clause: clause, $0) }.max() ?? -1
    guard reached < line.guards.count else { return true }
    let filter = rules[rule].scope.filter
    let conditions = (filter.map { [$0] } ?? []) + line.guards
    let index = reached + (filter == nil ? 0 : 1)
    guard conditions.indices.contains(index) else { return false }
    let place = rules[rule].origin(of: conditions[index])
    guard toldConditions.insert(place).inserted else { return false }
    let witness = witness(.doesNotApply, rule, models) {
      models.holding(0, clause: clause, $0) == reached
    }
    let around = conditions[..<index].map(rules[rule].origin)
    tell(
      .neverTrue(rule: rules[rule].id, hasOthers: !around.isEmpty, witness: witness), .error,
      at: place, rule,
      related: around.map {
        RelatedPlace(
          $0, LocalizedText(en: "where this holds as well", de: "wo auch dies gilt"))
      })
    return false
  }

  mutating func tell(
    _ problem: AnalysisProblem, _ severity: Severity, at location: Location, _ rule: Int,
    related: [RelatedPlace] = []
  ) {
    var finding = Finding(problem, severity: severity, at: location)
    finding.related = related
    findings.append(finding)
  }
}

extension TypedRule {
  func origin(of condition: Condition) -> Location {
    switch condition {
    case .judgement(let judgement): judgement.origin
    case .block(_, _, let origin): origin
    }
  }
}
