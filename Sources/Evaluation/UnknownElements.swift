import Diagnostics
import Model
import Semantics
import SourceText

/// Finds the ids in rules that no element of the plan has.
struct UnknownElements {
  private let workspace: Workspace
  /// The rules that name each, in their order.
  private var rules: [(element: NamedElement, rules: [Int])] = []

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Looks at a rule that is judged.
  mutating func look(atRule index: Int) {
    let rule = workspace.program.rules[index]
    guard rule.reads(.elements) else { return }
    let named = RuleUses(rule, workspace.plan.schema).elements.filter { !isKnown($0) }
    for element in named.sorted(by: { ($0.record, $0.id) < ($1.record, $1.id) }) {
      if let place = rules.firstIndex(where: { $0.element == element }) {
        rules[place].rules.append(index)
      } else {
        rules.append((element, [index]))
      }
    }
  }

  /// Whether the plan has the element, or had it; a list without elements is told of anyway.
  private func isKnown(_ element: NamedElement) -> Bool {
    let plan = workspace.plan
    let versions =
      plan.hasPrevious ? [element.record, plan.schema.previous(element.record)] : [element.record]
    return plan.tables[element.record].count == 0
      || versions.contains { plan.tables[$0].index?.row(of: element.id) != nil }
  }

  /// One finding for each id, at the first rule that names it.
  func findings() -> [Finding] {
    rules.map { element, indices in
      let named = indices.map { workspace.program.rules[$0] }
      var finding = Finding(
        UnknownElementProblem(
          setting: nil, id: element.id, record: element.record, rules: named.map(\.id), workspace),
        severity: .warning, at: named[0].origin)
      if let list = workspace.plan.listKeys[element.record] {
        finding.related = [
          RelatedPlace(list, LocalizedText(en: "the plan's list", de: "die Liste des Plans"))
        ]
      }
      return finding
    }
  }
}

/// A setting, or rules, that name an element which the plan does not have.
struct UnknownElementProblem: Problem {
  /// Nil where the rules themselves name it.
  let setting: String?
  let id: String
  let list: String
  let known: [String]
  let rules: [String]

  init(setting: String?, id: String, record: Int, rules: [String], _ workspace: Workspace) {
    let plan = workspace.plan
    self.setting = setting
    self.id = id
    self.rules = rules
    list = plan.schema.records[record].list ?? plan.schema.records[record].name
    known = (0..<plan.tables[record].count).compactMap {
      workspace.idText(record: record, row: $0)
    }
  }

  var code: String { setting == nil ? "unknown-rule-element" : "unknown-setting-element" }

  func headline(in language: Language) -> String {
    guard let setting else {
      let names = rules.map { "`\($0)`" }.joined(separator: ", ")
      return rules.count == 1
        ? language.pick(
          "the rule \(names) names `\(id)`, which is not in `\(list)`",
          "die Regel \(names) nennt `\(id)`, das nicht in `\(list)` steht")
        : language.pick(
          "the rules \(names) name `\(id)`, which is not in `\(list)`",
          "die Regeln \(names) nennen `\(id)`, das nicht in `\(list)` steht")
    }
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
    if let first = near.first {
      return language.pick("did you mean `\(first)`?", "meinten Sie `\(first)`?")
    }
    return setting == nil
      ? language.pick(
        "a setting keeps ids of one plan out of the rules",
        "eine Einstellung hält Kennungen eines Plans aus den Regeln heraus")
      : language.pick("set it to an id from `\(list)`", "eine Kennung aus `\(list)` angeben")
  }

  var facts: [Fact] {
    let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " …" : "")
    return [Fact("value", same: id)] + (known.isEmpty ? [] : [Fact(list, same: shown)])
  }
}
