import Diagnostics
import Reporting
import Semantics
import SourceText
import Values

extension RuleSet {
  /// What a configuration, a plan and the call made of these rules.
  package func applied() -> AppliedRules {
    var applied = AppliedRules()
    applied.packs = packStatus().filter { $0.state.isOn }
    applied.packChoices = packChoices
    let judged = all.rules.filter { rule in
      guard let pack = packs.pack(of: rule.origin.file) else { return true }
      return packStates[pack].isOn
    }
    applied.changes = judged.compactMap { changes[$0.id] }
    applied.settings = appliedSettings()
    return applied
  }

  /// The settings that the rules which are on read, each once, in the order of the files.
  private func appliedSettings() -> [AppliedSetting] {
    guard !program.settings.isEmpty else { return [] }
    var used = program.settings.map { _ in false }
    for rule in program.rules {
      for setting in RuleUses.settings(of: rule, schema) { used[setting] = true }
    }
    return used.indices.filter { used[$0] }.map(appliedSetting)
  }

  func appliedSetting(_ index: Int) -> AppliedSetting {
    let setting = program.settings[index]
    func text(_ language: Language) -> String {
      words(for: setting, in: program, schema: schema, language: language)
    }
    return AppliedSetting(
      name: setting.fullName, title: setting.title, plain: setting.value.map(plain),
      value: LocalizedText(en: text(.english), de: text(.german)), origin: origin(of: setting))
  }

  private func origin(of setting: TypedSetting) -> AppliedSetting.Origin {
    switch setting.source {
    case .ruleFile: .ruleFile(setting.origin)
    case .configuration(let location): .configuration(location)
    case .commandLine: .commandLine
    }
  }

  /// As a configuration may write it.
  private func plain(_ literal: Literal) -> String {
    switch literal {
    case .number(let value): value.plain()
    case .percent(let value): "\(value.plain()) %"
    case .money(let money): money.plain()
    case .date(let date): date.iso()
    case .text(let text): text
    case .choice(let choice, let value): schema.choices[choice].values[value].name
    case .yesOrNo(let value): value ? "yes" : "no"
    case .duration(let count, let unit):
      switch unit {
      case .days: "\(count) days"
      case .months: "\(count) months"
      case .years: "\(count) years"
      }
    }
  }
}
