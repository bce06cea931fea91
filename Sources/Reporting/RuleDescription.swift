import Diagnostics
import SourceText

/// A rule in words, as `explain` and the catalogue show it.
package struct RuleDescription: Sendable {
  /// A setting, a notation or a list of words with what it stands for.
  package struct NamedPart: Sendable {
    package var name: String
    /// nil where the name says enough.
    package var title: LocalizedText?
    package var value: LocalizedText
    /// For settings: who gave the value.
    package var origin: AppliedSetting.Origin?
    /// For settings: the value as a configuration may write it.
    package var plain: String?

    package init(
      _ name: String, title: LocalizedText? = nil, value: LocalizedText,
      origin: AppliedSetting.Origin? = nil, plain: String? = nil
    ) {
      self.name = name
      self.title = title
      self.value = value
      self.origin = origin
      self.plain = plain
    }
  }

  /// What a rule demands: a sentence, or words and the alternatives under them.
  ///
  /// Texts begin in lower case and have no full stop.
  package struct Requirement: Sendable {
    package var text: LocalizedText
    package var parts: [Requirement]

    package init(_ text: LocalizedText, parts: [Requirement]) {
      self.text = text
      self.parts = parts
    }
  }

  /// What a severity is for.
  package enum Trigger: String, Sendable, CaseIterable { case broken, unclear, open }

  package struct StageSeverity: Sendable {
    /// The stage's name; nil where the schema has no stages.
    package var stage: String?
    package var title: LocalizedText?
    /// nil means off.
    package var severity: Severity?

    package init(stage: String?, title: LocalizedText?, severity: Severity?) {
      self.stage = stage
      self.title = title
      self.severity = severity
    }
  }

  package struct Severities: Sendable {
    package var trigger: Trigger
    package var sentence: LocalizedText
    /// The same in a few words, for lists.
    package var summary: LocalizedText
    package var stages: [StageSeverity]

    package init(
      _ trigger: Trigger, sentence: LocalizedText, summary: LocalizedText, stages: [StageSeverity]
    ) {
      self.trigger = trigger
      self.sentence = sentence
      self.summary = summary
      self.stages = stages
    }
  }

  package struct Example: Sendable {
    package var expected: Outcome
    /// The field at fault, as the example names it.
    package var field: String?
    /// As it is written.
    package var yaml: String
    /// What the rule makes of it; nil where the example cannot be loaded.
    package var outcome: Outcome?
    /// What a check would tell of it.
    package var told: [LocalizedText]
    /// What is wrong with the example; nil where the rule judges it as expected.
    package var problem: LocalizedText?

    package init(
      expected: Outcome, field: String?, yaml: String, outcome: Outcome?,
      told: [LocalizedText] = [], problem: LocalizedText?
    ) {
      self.expected = expected
      self.field = field
      self.yaml = yaml
      self.outcome = outcome
      self.told = told
      self.problem = problem
    }
  }

  /// A rule that looks at the same statements.
  package struct Related: Sendable, Hashable {
    package var id: String
    package var title: LocalizedText

    package init(id: String, title: LocalizedText) {
      self.id = id
      self.title = title
    }
  }

  package var id: String
  package var title: LocalizedText
  package var why: LocalizedText?
  /// What findings add in the rule's own words.
  package var say: LocalizedText?
  package var location: Location
  /// "for every measure"
  package var scope: LocalizedText
  package var requirements: [Requirement]
  package var severities: [Severities]
  package var mayFindNothing: Bool
  package var settings: [NamedPart] = []
  package var notations: [NamedPart] = []
  package var wordLists: [NamedPart] = []
  /// What the examples stand in, as it is written: `committees a1, a2`.
  package var contexts: [String] = []
  package var examples: [Example] = []
  /// The rule as its file says it, but for the examples.
  package var source = ""
  /// The nearest first.
  package var related: [Related] = []
  /// The pack that the rule belongs to; nil where it is in none and so always on.
  package var pack: PackStatus?
  /// What a configuration made of its severities.
  package var change: RuleChange?

  /// Whether the rule is judged.
  package var isOn: Bool { pack?.state.isOn != false && change?.isOff != true }

  package init(
    id: String, title: LocalizedText, why: LocalizedText?, say: LocalizedText?, location: Location,
    scope: LocalizedText, requirements: [Requirement], severities: [Severities],
    mayFindNothing: Bool
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.say = say
    self.location = location
    self.scope = scope
    self.requirements = requirements
    self.severities = severities
    self.mayFindNothing = mayFindNothing
  }
}

/// Rules with the packs that they belong to.
package struct RuleCatalogue: Sendable {
  package var title: LocalizedText
  package var rules: [RuleDescription]
  /// The packs in the order of the files, those that are off included.
  package var packs: [PackStatus]

  package init(title: LocalizedText, rules: [RuleDescription], packs: [PackStatus] = []) {
    self.title = title
    self.rules = rules
    self.packs = packs
  }
}
