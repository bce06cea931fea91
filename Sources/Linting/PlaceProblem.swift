import Diagnostics

/// Why nothing can be told of a place in a plan.
package enum PlaceProblem: Problem {
  /// What stands in a line without anything that rules could look at.
  package enum Filling: Sendable { case blank, comment, notRead }

  case noSuchLine(Int, lines: Int)
  /// With an element, or a field of the document, nearby and its line.
  case nothingHere(Filling, nearest: (name: LocalizedText, line: Int)?)
  case notInPlan(path: String, plan: String)
  /// A rule that is judged for elements of another kind.
  case otherElements(rule: String, scope: LocalizedText)
  case packIsOff(rule: String, pack: String)
  case ruleIsOff(rule: String, place: String)

  package var code: String {
    switch self {
    case .noSuchLine: "no-such-line"
    case .nothingHere: "nothing-here"
    case .notInPlan: "not-in-plan"
    case .otherElements: "rule-elsewhere"
    case .packIsOff, .ruleIsOff: "rule-is-off"
    }
  }
}
