import Diagnostics
import SourceText

/// Why a pack is on or off.
package enum PackState: Sendable, Hashable {
  case byDefault
  /// Named by a configuration or a plan.
  case chosen(Location)
  case used(by: String)
  case off
  /// Left out by a configuration.
  case excluded(Location)

  package var isOn: Bool {
    switch self {
    case .byDefault, .chosen, .used: true
    case .off, .excluded: false
    }
  }
}

/// A pack and whether its rules are judged.
package struct PackStatus: Sendable, Hashable {
  package var name: String
  package var title: LocalizedText?
  package var isProfile: Bool
  package var uses: [String]
  package var state: PackState
  /// How many rules it has, whether they are on or not.
  package var rules: Int

  package init(
    name: String, title: LocalizedText?, isProfile: Bool, uses: [String], state: PackState,
    rules: Int
  ) {
    self.name = name
    self.title = title
    self.isProfile = isProfile
    self.uses = uses
    self.state = state
    self.rules = rules
  }
}

/// A rule whose severity a configuration changed.
package struct RuleChange: Sendable, Hashable {
  package var rule: String
  /// Whether the rule is not judged at all; else its findings weigh otherwise.
  package var isOff: Bool
  /// Where the configuration says so.
  package var location: Location
  /// What a breach weighs by the rule file.
  package var before: LocalizedText

  package init(rule: String, isOff: Bool, location: Location, before: LocalizedText) {
    self.rule = rule
    self.isOff = isOff
    self.location = location
    self.before = before
  }
}

/// A setting that rules were judged with.
package struct AppliedSetting: Sendable, Hashable {
  /// Who gave the value.
  package enum Origin: Sendable, Hashable {
    case ruleFile(Location)
    case configuration(Location)
    case commandLine
  }

  package var name: String
  package var title: LocalizedText
  /// In a form that machines read; nil where nobody gave a value.
  package var plain: String?
  package var value: LocalizedText
  package var origin: Origin

  package init(
    name: String, title: LocalizedText, plain: String?, value: LocalizedText, origin: Origin
  ) {
    self.name = name
    self.title = title
    self.plain = plain
    self.value = value
    self.origin = origin
  }
}

/// What a configuration, the plans and the call made of the rules.
package struct AppliedRules: Sendable {
  /// The packs that are on.
  package var packs: [PackStatus] = []
  /// Where plans and configurations choose packs; empty where the default holds.
  package var packChoices: [Location] = []
  package var changes: [RuleChange] = []
  package var settings: [AppliedSetting] = []

  package init() {}

  /// Takes in what holds for another plan; what is the same is told once.
  package mutating func merge(_ other: AppliedRules) {
    for pack in other.packs where !packs.contains(where: { $0.name == pack.name }) {
      packs.append(pack)
    }
    for place in other.packChoices where !packChoices.contains(place) { packChoices.append(place) }
    for change in other.changes where !changes.contains(change) { changes.append(change) }
    for setting in other.settings where !settings.contains(setting) { settings.append(setting) }
  }
}
