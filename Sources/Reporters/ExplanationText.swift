import Diagnostics
import Reporting

/// The headings and groups of an explanation, for every format that people read.
struct ExplanationText {
  let language: Language

  /// Rules under one heading.
  struct Group {
    /// How much of each rule is told.
    enum Detail { case full, reason, name }
    var heading: String
    var detail: Detail
    var evaluations: [RuleEvaluation]
  }

  /// Those that are told in full, then the others by what came of them.
  func groups(_ explanation: PlanExplanation) -> [Group] {
    let all = explanation.evaluations
    func chosen(_ outcome: Outcome) -> [RuleEvaluation] {
      all.filter { $0.outcome == outcome && $0.note == nil }
    }
    let bad = chosen(.violated) + chosen(.undetermined)
    let (met, rest) = (chosen(.met), chosen(.notApplicable))
    var groups: [Group] = []
    switch explanation.detail {
    case .full: groups = [Group(heading: "", detail: .full, evaluations: bad + met + rest)]
    case .judged:
      groups = [
        Group(heading: "", detail: .full, evaluations: bad + met),
        Group(heading: notApplicable(rest.count), detail: .reason, evaluations: rest),
      ]
    case .names:
      groups = [
        Group(heading: "", detail: .full, evaluations: bad),
        Group(heading: self.met(met.count), detail: .name, evaluations: met),
        Group(heading: notApplicable(rest.count), detail: .name, evaluations: rest),
      ]
    }
    return (groups + self.waiting(all)).filter { !$0.evaluations.isEmpty }
  }

  /// Rules that are not judged, by what they need.
  private func waiting(_ all: [RuleEvaluation]) -> [Group] {
    var groups: [Group] = []
    for evaluation in all {
      guard let note = evaluation.note?[language] else { continue }
      let heading = language.pick("Not judged: \(note)", "Nicht geprüft: \(note)")
      if let index = groups.firstIndex(where: { $0.heading == heading }) {
        groups[index].evaluations.append(evaluation)
      } else {
        groups.append(Group(heading: heading, detail: .name, evaluations: [evaluation]))
      }
    }
    return groups
  }

  private func met(_ count: Int) -> String {
    language.pick("Met (\(count))", "Erfüllt (\(count))")
  }

  private func notApplicable(_ count: Int) -> String {
    language.pick("Does not apply (\(count))", "Trifft nicht zu (\(count))")
  }

  var findings: String { language.pick("Found here", "Hier gefunden") }

  var others: String {
    language.pick("Read for other elements as well", "Auch für andere Elemente gelesen")
  }

  /// "Judged as at “Submitted”; today is 31 March 2027".
  func circumstances(_ explanation: PlanExplanation) -> String? {
    var parts: [String] = []
    if let stage = explanation.stage?.title[language] {
      parts.append(
        language.pick("Judged as at “\(stage)”", "Beurteilt im Stand „\(stage)“"))
    }
    if let today = explanation.today?.formatted(language) {
      parts.append(language.pick("today is \(today)", "heute ist der \(today)"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// What is said at the end: of a list, and of what no rule looks at.
  func remark(_ explanation: PlanExplanation, _ groups: [Group]) -> String? {
    if let remark = explanation.remark { return CatalogueText.sentence(remark[language]) }
    guard groups.isEmpty, explanation.others.isEmpty, explanation.findings.isEmpty else {
      return nil
    }
    return language.pick(
      "No rule that is on judges this or reads it.",
      "Keine Regel, die gilt, beurteilt oder liest das.")
  }
}
