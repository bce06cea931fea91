import Diagnostics
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText
import Values

extension RuleSet {
  /// The rule set as a configuration and the call want it; what is wrong with them is told.
  ///
  /// What the call sets holds over the configuration.
  package func configured(
    by configuration: Configuration?, settings: [SettingAssignment] = []
  ) -> (rules: RuleSet, findings: [Finding]) {
    var findings: [Finding] = []
    var rules = self
    rules.identity = Identity()
    if let choice = configuration?.packs, !choice.isEmpty {
      rules = rules.choosing(choice, &findings)
    }
    for levels in configuration?.levels ?? [] { rules.apply(levels, &findings) }
    for assignment in (configuration?.settings ?? []) + settings {
      rules.apply(assignment, &findings)
    }
    rules.select()
    let isEmptied =
      rules.program.rules.isEmpty && !findings.contains { $0.severity == .error }
      && rules.changes.values.contains(where: \.isOff)
    if isEmptied, let first = configuration?.levels.first {
      findings.append(
        Finding(
          ConfigurationProblem.nothingSelected, severity: .error, at: first.rule.location))
    }
    return (rules, findings)
  }

  /// The rule set with the packs that a plan asks for, whatever a configuration says of packs.
  func chosen(by plan: Plan) -> (rules: RuleSet, findings: [Finding]) {
    guard let choice = PackChoice(plan) else { return (self, []) }
    var findings: [Finding] = []
    let rules = choosing(choice, &findings)
    return (rules, findings)
  }

  // MARK: - Severities

  private mutating func apply(_ levels: Configuration.RuleLevels, _ findings: inout [Finding]) {
    guard let index = all.rules.firstIndex(where: { $0.id == levels.rule.text }) else {
      findings.append(unknown(.rule, levels.rule, among: all.rules.map(\.id)))
      return
    }
    let rule = all.rules[index]
    let words = SeverityWords(schema).severities(of: rule)
    var severities = rule.severities
    for part in levels.parts {
      guard let changed = changed(severities, part.trigger, part.levels, &findings) else { return }
      severities = changed
    }
    all.rules[index].severities = severities
    let whole = severities.broken + severities.unclear + (severities.open ?? [])
    changes[rule.id] = RuleChange(
      rule: rule.id, isOff: whole.allSatisfy { $0 == nil }, location: levels.rule.location,
      before: words.first?.summary ?? LocalizedText(same: ""))
    if let pack = packs.pack(of: rule.origin.file), !packStates[pack].isOn {
      findings.append(
        Finding(
          ConfigurationProblem.withoutEffect(rule: rule.id, pack: packs.all[pack].name),
          severity: .warning, at: levels.rule.location))
    }
  }

  private func changed(
    _ severities: Severities, _ trigger: Configuration.RuleLevels.Trigger?,
    _ levels: Configuration.Levels, _ findings: inout [Finding]
  ) -> Severities? {
    var result = severities
    switch trigger {
    case .broken: changed(&result.broken, levels, &findings)
    case .unclear: changed(&result.unclear, levels, &findings)
    case .open:
      var open = severities.open ?? severities.broken
      changed(&open, levels, &findings)
      result.open = open
    case nil:
      changed(&result.broken, levels, &findings)
      // A mistake is told once.
      if findings.contains(where: { $0.severity == .error }) { break }
      changed(&result.unclear, levels, &findings)
      if var open = severities.open {
        changed(&open, levels, &findings)
        result.open = open
      }
    }
    return result
  }

  private func changed(
    _ list: inout [Severity?], _ levels: Configuration.Levels, _ findings: inout [Finding]
  ) {
    switch levels {
    case .all(let severity): list = list.map { _ in severity }
    case .stages(let stages):
      guard let declared = schema.stage else {
        if let first = stages.first {
          findings.append(
            Finding(ConfigurationProblem.noStages, severity: .error, at: first.stage.location))
        }
        return
      }
      let choice = schema.choices[declared.choice]
      for (stage, severity) in stages {
        if let index = choice.value(named: stage.text), index < list.count {
          list[index] = severity
        } else {
          findings.append(unknown(.stage, stage, among: choice.values.map(\.name)))
        }
      }
    }
  }

  // MARK: - Settings

  private mutating func apply(_ assignment: SettingAssignment, _ findings: inout [Finding]) {
    let name = assignment.name
    let found = all.settings.indices.filter {
      all.settings[$0].fullName == name.text || all.settings[$0].name == name.text
    }
    let exact = found.first { all.settings[$0].fullName == name.text }
    guard let index = exact ?? found.first else {
      let known = all.settings.map(\.fullName)
      let short = all.settings.map(\.name).filter { !known.contains($0) }
      findings.append(unknown(.setting, name, among: known + short))
      return
    }
    if exact == nil, found.count > 1 {
      let full = found.map { all.settings[$0].fullName }
      var finding = Finding(
        ConfigurationProblem.ambiguousSetting(name.text, full: full), severity: .error,
        at: name.location)
      finding.related = found.map {
        RelatedPlace(
          all.settings[$0].origin, LocalizedText(en: "declared here", de: "hier vereinbart"))
      }
      findings.append(finding)
      return
    }
    switch literal(assignment.value.text, for: all.settings[index]) {
    case .success(let value):
      all.settings[index].value = value
      all.settings[index].source =
        assignment.isFromCommandLine
        ? .commandLine : .configuration(assignment.name.location)
    case .failure(let misfit):
      findings.append(self.finding(misfit, assignment, all.settings[index]))
    }
  }

  /// Why a text is no value of a setting.
  enum SettingMisfit: Error {
    case unreadable(ReadProblem, ValueKind)
    case unknownValue(choice: Int)
  }

  /// Reads a text by the setting's type, as a plan's values are read.
  func literal(_ text: String, for setting: TypedSetting) -> Result<Literal, SettingMisfit> {
    func read<T>(
      _ result: Result<T, ReadProblem>, _ kind: ValueKind, _ make: (T) -> Literal
    ) -> Result<Literal, SettingMisfit> {
      result.map(make).mapError { .unreadable($0, kind) }
    }
    switch setting.type {
    case .number where setting.isWhole:
      return read(Decimal.readWhole(text), .wholeNumber) { .number($0) }
    case .number: return read(Decimal.read(text), .number) { .number($0) }
    case .percent: return read(Percent.read(text), .percent) { .percent($0.value) }
    case .money: return read(Money.read(text), .money) { .money($0) }
    case .date: return read(CalendarDate.read(text), .date) { .date($0) }
    case .yesOrNo: return read(YesOrNo.read(text), .yesOrNo) { .yesOrNo($0) }
    case .choice(let choice):
      guard let value = schema.choices[choice].value(spelled: text) else {
        return .failure(.unknownValue(choice: choice))
      }
      return .success(.choice(choice, value: value))
    case .text, .identifier, .reference, .duration, .state, .record, .group, .list:
      return .success(.text(text))
    }
  }

  private func finding(
    _ misfit: SettingMisfit, _ assignment: SettingAssignment, _ setting: TypedSetting
  ) -> Finding {
    var finding: Finding
    switch misfit {
    case .unreadable(let problem, let kind):
      finding = Finding(
        ConfigurationProblem.unreadableSetting(setting.fullName, problem, kind), severity: .error,
        at: assignment.value.location)
    case .unknownValue(let choice):
      finding = unknown(
        .value(setting: setting.fullName), assignment.value,
        among: schema.choices[choice].values.map(\.name))
    }
    finding.related = [
      RelatedPlace(
        setting.origin, LocalizedText(en: "the setting", de: "die Einstellung"))
    ]
    return finding
  }
}
