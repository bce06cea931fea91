import SourceText

/// How one rule was judged for one element, step by step and in words.
package struct RuleEvaluation: Sendable {
  package var rule: String
  package var title: LocalizedText
  /// The rule's name in its file.
  package var location: Location
  /// The element that was judged, as people know it: `measure M7`.
  package var element: LocalizedText
  /// Where that element is pointed at.
  package var place: Location
  package var outcome: Outcome
  /// What the outcome weighs at the stage of the plan; nil where nothing is wrong, or the rule is
  /// off there.
  package var severity: Severity?
  /// Why the rule was not judged at all: it needs a date, a previous version, a setting.
  package var note: LocalizedText?
  /// The scope's `where`, then conditions and requirements as they stand in the rule.
  package var steps: [EvaluationStep] = []
  /// Where the check tells of it, if it does so elsewhere than it is told now.
  package var toldAt: [Location] = []
  /// How many other elements were judged the same way and are told of by the same finding.
  package var likewise = 0

  package init(
    rule: String, title: LocalizedText, location: Location, element: LocalizedText,
    place: Location, outcome: Outcome
  ) {
    self.rule = rule
    self.title = title
    self.location = location
    self.element = element
    self.place = place
    self.outcome = outcome
  }

  /// Whether the rule is broken, or nobody can tell, and the rule is off at the stage of the plan.
  package var isSilent: Bool {
    severity == nil && (outcome == .violated || outcome == .undetermined)
  }
}

/// One part of a rule: what it asks, what came of it, and what was read.
package struct EvaluationStep: Sendable {
  package enum Part: String, Sendable, CaseIterable {
    /// `where` behind the scope.
    case scope
    /// `when`
    case condition
    case requirement
    /// One of the lines of a block.
    case alternative
    /// One member of a list.
    case member
  }

  /// What came of a part.
  package enum Result: Hashable, Sendable {
    case outcome(Outcome)
    case holds, doesNotHold, unknown, doesNotApply
    /// A condition around it does not hold, or nobody can tell.
    case notAsked

    /// The name in machine formats.
    package var name: String {
      switch self {
      case .outcome(let outcome): outcome.name
      case .holds: "yes"
      case .doesNotHold: "no"
      case .unknown: "unknown"
      case .doesNotApply: "not-applicable"
      case .notAsked: "not-asked"
      }
    }

    package func words(_ language: Language) -> String {
      switch self {
      case .outcome(let outcome): outcome.words(language)
      case .holds: language.pick("yes", "ja")
      case .doesNotHold: language.pick("no", "nein")
      case .unknown: language.pick("not known", "nicht bekannt")
      case .doesNotApply: language.pick("does not apply", "trifft nicht zu")
      case .notAsked: language.pick("not asked", "nicht gefragt")
      }
    }
  }

  package var part: Part
  package var result: Result
  /// What is asked: "`owner` must be stated"; of a member, what it is.
  package var text: LocalizedText
  /// Where it stands in the rule file; nil for members.
  package var location: Location?
  /// Where a member stands in the plan.
  package var place: Location?
  /// What was read, in the order in which it counts.
  package var facts: [EvaluationFact] = []
  /// What stands under a condition, the lines of a block, the members of a list.
  package var parts: [EvaluationStep] = []
  /// What is said of members that are not among `parts`: "and 7 more: 5 yes, 2 no".
  package var rest: [LocalizedText] = []

  package init(_ part: Part, _ result: Result, _ text: LocalizedText, at location: Location?) {
    self.part = part
    self.result = result
    self.text = text
    self.location = location
  }
}

/// Something that was read: "`owner` is `a9`", and where it stands in the plan.
package struct EvaluationFact: Hashable, Sendable {
  package var text: LocalizedText
  /// nil where it stands nowhere, as a sum does.
  package var location: Location?

  package init(_ text: LocalizedText, at location: Location? = nil) {
    self.text = text
    self.location = location
  }
}

extension Outcome {
  /// As people read it: "met", "does not apply".
  package func words(_ language: Language) -> String {
    switch self {
    case .met: language.pick("met", "erfüllt")
    case .violated: language.pick("violated", "verletzt")
    case .undetermined: language.pick("unclear", "unklar")
    case .notApplicable: language.pick("does not apply", "trifft nicht zu")
    }
  }
}

extension Severity {
  /// As people read it behind an article: "error", "Fehler".
  package func words(_ language: Language) -> String {
    switch self {
    case .error: language.pick("error", "Fehler")
    case .warning: language.pick("warning", "Warnung")
    case .note: language.pick("note", "Hinweis")
    }
  }
}

extension LocalizedText {
  /// The text that `words` makes in each language.
  package init(_ words: (Language) -> String) {
    self.init(en: words(.english), de: words(.german))
  }
}
