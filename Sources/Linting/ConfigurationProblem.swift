import Diagnostics
import Values

/// What is wrong with a configuration, or with the packs that a plan asks for.
enum ConfigurationProblem: Problem, Hashable {
  /// What stands under a key.
  enum Shape: Hashable {
    case keys, names, paths, levels, level, values, value, language
  }

  /// What a name names.
  enum Kind: Hashable {
    case pack, rule, setting, stage
    /// A value of the choice that a setting takes.
    case value(setting: String)
  }

  /// `nil` for the file as a whole.
  case wrongShape(String?, Shape)
  case unknownKey(String, nearest: [String], known: [String])
  /// Options that a call gives, such as the day that `today` means.
  case commandLineOnly(String)
  case absolutePath(String)
  case unknownSeverity(String, nearest: [String], mayBeOff: Bool)
  case unknownName(Kind, String, nearest: [String], known: [String])
  /// Two rules have a setting of this name.
  case ambiguousSetting(String, full: [String])
  case unreadableSetting(String, ReadProblem, ValueKind)
  /// A severity for a stage, and the schema has none.
  case noStages
  case packWithoutRules(String)
  /// No rule is left to judge.
  case nothingSelected
  /// A severity of a rule whose pack is off.
  case withoutEffect(rule: String, pack: String)

  var code: String {
    switch self {
    case .wrongShape, .unknownSeverity, .absolutePath, .unreadableSetting: "configuration-value"
    case .unknownKey, .commandLineOnly: "configuration-key"
    case .unknownName, .ambiguousSetting, .noStages: "configuration-name"
    case .packWithoutRules, .nothingSelected: "no-rules-selected"
    case .withoutEffect: "configuration-without-effect"
    }
  }
}
