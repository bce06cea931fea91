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
      let list = plan.schema.records[record].list ?? plan.schema.records[record].name
      let known = (0..<plan.tables[record].count).compactMap {
        workspace.idText(record: record, row: $0)
      }
      let listPlace = plan.listKeys[record] ?? plan.point(record: plan.schema.root, row: 0)
      var finding = Finding(
        SettingProblem(setting: setting.fullName, id: id, list: list, known: known, rules: rules),
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

/// A setting that names an element which the plan does not have.
struct SettingProblem: Problem {
  let setting: String
  let id: String
  let list: String
  let known: [String]
  let rules: [String]

  var code: String { "unknown-setting-element" }

  func headline(in language: Language) -> String {
    let waiting =
      rules.count == 1
      ? language.pick("1 rule was not judged", "1 Regel wurde nicht geprüft")
      : language.pick(
        "\(rules.count) rules were not judged", "\(rules.count) Regeln wurden nicht geprüft")
    return language.pick(
      "the setting `\(setting)` names `\(id)`, which is not in `\(list)`: \(waiting)",
      "die Einstellung `\(setting)` nennt `\(id)`, das nicht in `\(list)` steht: \(waiting)")
  }

  func help(in language: Language) -> String? {
    let near = NearestNames.rank(id, among: known)
    guard let first = near.first else {
      return language.pick(
        "set it to an id from `\(list)`", "eine Kennung aus `\(list)` angeben")
    }
    return language.pick("did you mean `\(first)`?", "meinten Sie `\(first)`?")
  }

  var facts: [Fact] {
    let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " …" : "")
    return [Fact("value", same: id)] + (known.isEmpty ? [] : [Fact(list, same: shown)])
  }
}
