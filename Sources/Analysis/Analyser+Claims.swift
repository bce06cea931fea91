import Diagnostics
import Semantics
import SourceText

/// Claims about one rule: what its conditions and requirements can never be.
extension Analyser {
  /// Tells what is certain of a line; the models are all elements that it could tell apart.
  mutating func claim(_ rule: Int, clause: Int, _ models: Models) {
    guard claimConditions(rule, clause: clause, models) else { return }
    let line = rules[rule].clauses[clause]
    func isJudged(_ element: Int) -> Bool {
      models.holding(0, clause: clause, element) == line.guards.count
    }
    func canBe(_ outcomes: [Outcome]) -> Bool {
      models.contains {
        isJudged($0) && outcomes.contains(models.outcome(0, clause: clause, $0))
          && !models.isMalformed($0)
      }
    }
    let canBeMet = models.contains {
      isJudged($0) && models.outcome(0, clause: clause, $0) == .met
    }
    if canBeMet, canBe([.violated, .undetermined]) { return }
    let id = rules[rule].id
    if !canBeMet, canBe([.violated]) {
      let witness = witness(.fails, rule, models) {
        models.outcome(0, clause: clause, $0) == .violated
      }
      tell(.neverMet(rule: id, witness: witness), .error, at: line.origin, models)
    } else if !canBe([.violated, .undetermined]) {
      let witness = witness(.passes, rule, models) {
        models.outcome(0, clause: clause, $0) == .met
      }
      tell(
        canBeMet ? .alwaysMet(rule: id, witness: witness) : .neverJudged(rule: id), .warning,
        at: line.origin, models)
    }
  }

  /// Tells of a condition that no element fits; false where there is one.
  mutating func claimConditions(_ rule: Int, clause: Int, _ models: Models) -> Bool {
    let line = rules[rule].clauses[clause]
    let isReached = models.contains {
      models.holding(0, clause: clause, $0) == line.guards.count
    }
    if isReached { return true }
    let reached = models.all().map { models.holding(0, clause: clause, $0) }.max() ?? -1
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
      at: place, models,
      related: around.map {
        RelatedPlace(
          $0, LocalizedText(en: "where this holds as well", de: "wo auch dies gilt"))
      })
    return false
  }

  /// Tells what was found on some models, if they are where the analysis believes them.
  mutating func tell(
    _ problem: AnalysisProblem, _ severity: Severity, at location: Location, _ models: Models,
    related: [RelatedPlace] = []
  ) {
    guard models.gaps.isEmpty else { return }
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
