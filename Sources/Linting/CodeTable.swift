import Reporting

extension CodeDescription {
  /// Every code that a finding can have, but for the ids of rules.
  package static let all: [CodeDescription] =
    yaml + plans + checks + configurations + analysis + ruleFiles + ruleText + ruleNames
    + ruleTypes + imports + reports + places
}
