import Diagnostics
import Model
import Semantics
import SourceText

/// The settings that name an element of the plan, and the rules that cannot run without one.
struct ElementSettings {
  private let workspace: Workspace
  /// Why a setting names nothing, by its index in the program.
  private var gaps: [Int: RuleLedger.Note] = [:]
  /// The rules that wait for a setting whose element does not exist.
  private var waiting: [Int: [String]] = [:]

  init(_ workspace: Workspace) {
    self.workspace = workspace
    for (index, setting) in workspace.program.settings.enumerated() {
      guard case .reference(let record) = setting.type else { continue }
      guard case .text(let id)? = setting.value else {
        gaps[index] = .needsSetting(setting.fullName)
        continue
      }
      let isKnown = workspace.plan.tables[record].index?.row(of: id) != nil
      if !isKnown { gaps[index] = .unknownElement(setting: setting.fullName) }
    }
  }

  /// Why a rule cannot run; nil where it can.
  mutating func note(onRule index: Int) -> RuleLedger.Note? {
    guard !gaps.isEmpty else { return nil }
    let rule = workspace.program.rules[index]
    for setting in RuleUses.settings(of: rule, workspace.plan.schema) {
      guard let note = gaps[setting] else { continue }
      if case .unknownElement = note { waiting[setting, default: []].append(rule.id) }
      return note
    }
    return nil
  }

  /// One finding for each setting that names no element.
  func findings() -> [Finding] {
    waiting.sorted { $0.key < $1.key }.compactMap { index, rules in
      let setting = workspace.program.settings[index]
      guard case .reference(let record) = setting.type, case .text(let id)? = setting.value else {
        return nil
      }
      let plan = workspace.plan
      let listPlace = plan.listKeys[record] ?? plan.point(record: plan.schema.root, row: 0)
      var finding = Finding(
        UnknownElementProblem(
          setting: setting.fullName, id: id, record: record, rules: rules, workspace),
        severity: .error, at: place(of: setting) ?? listPlace)
      finding.rules = rules
      if place(of: setting) != nil {
        finding.related = [
          RelatedPlace(listPlace, LocalizedText(en: "the plan's list", de: "die Liste des Plans"))
        ]
      }
      return finding
    }
  }

  /// Where the value is written; nil for the command line.
  private func place(of setting: TypedSetting) -> Location? {
    switch setting.source {
    case .ruleFile: setting.origin
    case .configuration(let location): location
    case .commandLine: nil
    }
  }
}
