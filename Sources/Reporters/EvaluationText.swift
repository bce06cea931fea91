import Diagnostics
import Reporting
import SourceText

/// Evaluations of rules as lines of text, for every format that people read.
struct EvaluationText {
  let language: Language
  /// The file that places are counted in; others are named.
  let file: SourceFile?

  /// A line, with its depth under the rule.
  struct Line {
    enum Kind {
      /// What a part of the rule asks and what came of it.
      case step(EvaluationStep.Result)
      /// What was read.
      case fact
      /// About the rule or the evaluation as a whole.
      case remark
    }
    var depth: Int
    var kind: Kind
    var text: String
  }

  /// "owner-stated: violated, error".
  func head(_ evaluation: RuleEvaluation) -> String {
    "\(evaluation.rule): \(verdict(evaluation))"
  }

  /// "violated, error"; "unclear, off at this stage".
  func verdict(_ evaluation: RuleEvaluation) -> String {
    if evaluation.note != nil { return language.pick("not judged", "nicht geprüft") }
    let outcome = evaluation.outcome.words(language)
    if let severity = evaluation.severity { return "\(outcome), \(severity.words(language))" }
    return evaluation.isSilent
      ? outcome + language.pick(", off at this stage", ", in diesem Stand aus") : outcome
  }

  /// What stands under the head of a rule: its steps with what was read.
  func lines(_ evaluation: RuleEvaluation) -> [Line] {
    if let note = evaluation.note { return [Line(depth: 0, kind: .remark, text: note[language])] }
    var lines = evaluation.steps.flatMap { self.lines($0, 0) }
    if evaluation.likewise > 0 {
      let count = evaluation.likewise
      lines.append(
        Line(
          depth: 0, kind: .remark,
          text: language.pick(
            "the same for \(count) other \(count == 1 ? "element" : "elements")",
            "ebenso bei \(count) \(count == 1 ? "anderen Element" : "anderen Elementen")")))
    }
    return lines
  }

  private func lines(_ step: EvaluationStep, _ depth: Int) -> [Line] {
    let text = sentence(step)
    return [Line(depth: depth, kind: .step(step.result), text: text)]
      + step.facts.map {
        Line(depth: depth + 1, kind: .fact, text: $0.text[language] + suffix($0.location))
      } + step.parts.flatMap { lines($0, depth + 1) }
      + step.rest.map { Line(depth: depth + 1, kind: .remark, text: $0[language]) }
  }

  /// "when `kind` is `building` – yes".
  func sentence(_ step: EvaluationStep) -> String {
    let lead =
      switch step.part {
      case .scope: language.pick("only where ", "nur wo: ")
      case .condition: language.pick("when ", "wenn: ")
      case .requirement, .alternative, .member: ""
      }
    return "\(lead)\(step.text[language])\(suffix(step.place)) – \(step.result.words(language))"
  }

  /// Why a rule does not apply, in one line: the first part that says so, with what was read.
  func shortReason(_ evaluation: RuleEvaluation) -> String {
    if let note = evaluation.note { return note[language] }
    guard let step = Self.deciding(evaluation.steps) else {
      return evaluation.outcome.words(language)
    }
    let fact = step.facts.first.map { "; \($0.text[language])" } ?? ""
    return sentence(step) + fact
  }

  private static func deciding(_ steps: [EvaluationStep]) -> EvaluationStep? {
    for step in steps {
      switch step.result {
      case .doesNotHold, .doesNotApply, .outcome(.notApplicable): return step
      case .holds, .unknown, .outcome, .notAsked:
        if let found = deciding(step.parts) { return found }
      }
    }
    return nil
  }

  /// ", line 7", or with the file where it is another one.
  func suffix(_ location: Location?) -> String { location.map { ", \(place($0))" } ?? "" }

  private func place(_ location: Location) -> String {
    let line = location.file.position(of: location.range.start).line
    guard location.file == file else { return "\(location.file.path):\(line)" }
    return language.pick("line \(line)", "Zeile \(line)")
  }

  /// "measure M7, line 3", and where the check tells of it.
  func element(_ evaluation: RuleEvaluation) -> String {
    let element = evaluation.element[language] + suffix(evaluation.place)
    let own = place(evaluation.place)
    var told: [String] = []
    for place in evaluation.toldAt.map(place) where !told.contains(place) { told.append(place) }
    guard !told.isEmpty else { return element }
    if told == [own] {
      return element + language.pick(", where the check tells of it", ", wo die Prüfung es meldet")
    }
    let all = told.prefix(3).joined(separator: ", ") + (told.count > 3 ? " …" : "")
    return element
      + language.pick("; the check tells of it in ", "; die Prüfung meldet es in ") + all
  }

  /// "other-rule reads this for 12 other elements: 10 met, 2 violated (measure M1, measure M2)".
  func sentence(_ others: PlanExplanation.Others) -> String {
    let order: [Outcome] = [.violated, .undetermined, .met, .notApplicable]
    let counts = order.compactMap { outcome -> String? in
      guard let elements = others.elements[outcome], !elements.isEmpty else { return nil }
      let count = "\(elements.count) \(outcome.words(language))"
      let isBad = outcome == .violated || outcome == .undetermined
      guard isBad || elements.count <= 3 else { return count }
      let names = elements.prefix(3).map { $0[language] }.joined(separator: ", ")
      return "\(count) (\(names)\(elements.count > 3 ? " …" : ""))"
    }
    return "\(others.rule): \(counts.joined(separator: ", "))"
  }
}
