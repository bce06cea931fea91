import Diagnostics
import SourceText
import Values

/// How the rules judged what stands at one place of a plan.
package struct PlanExplanation: Sendable {
  /// How a rule judged other elements that read the same field.
  package struct Others: Sendable {
    package var rule: String
    package var title: LocalizedText
    /// The elements by what came of them.
    package var elements: [Outcome: [LocalizedText]]

    package init(
      rule: String, title: LocalizedText, elements: [Outcome: [LocalizedText]]
    ) {
      self.rule = rule
      self.title = title
      self.elements = elements
    }
  }

  /// What is told of a rule that is met, or does not apply.
  package enum Detail: Sendable {
    /// Its name, as there are many.
    case names
    /// How it was judged, in short where it does not apply.
    case judged
    /// Everything.
    case full
  }

  /// The line, or what stands at the column that was asked for.
  package var location: Location
  /// What stands there: "measure M7", "`owner` of measure M7".
  package var subjects: [LocalizedText]
  /// What the check found there.
  package var findings: [Finding]
  /// Of the element that stands there, those that are not met first.
  package var evaluations: [RuleEvaluation]
  package var others: [Others] = []
  package var detail: Detail
  /// What else is to be said of what stands there.
  package var remark: LocalizedText?
  /// What to ask for where more could be told; nil where all is.
  package var hint: LocalizedText?
  /// The stage that severities were read at, and the date that rules read as `today`.
  package var stage: PlanSummary.Stage?
  package var today: CalendarDate?

  package init(
    location: Location, subjects: [LocalizedText], findings: [Finding],
    evaluations: [RuleEvaluation], detail: Detail
  ) {
    self.location = location
    self.subjects = subjects
    self.findings = findings
    self.evaluations = evaluations
    self.detail = detail
  }
}
