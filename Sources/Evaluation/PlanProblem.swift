import Diagnostics
import Model
import Semantics
import SourceText

/// What is wrong with a check as a whole.
enum PlanProblem: Problem {
  /// - Parameter state: of the field that should say it; malformed where it names no value.
  case noStage(field: String, assumed: String, values: [String], state: CellState)
  /// A top-level list without elements, which rules wait for.
  case emptyList(list: String, title: LocalizedText, state: CellState, rules: [String])
  case ruleWithoutElements(rule: String, title: LocalizedText, record: LocalizedText)
  /// `each former …` where nothing is gone.
  case nothingGone(rule: String, title: LocalizedText, record: LocalizedText)
  case ruleAppliesToNone(rule: String, title: LocalizedText, elements: Int)

  var code: String {
    switch self {
    case .noStage: "no-stage"
    case .emptyList: "empty-list"
    case .ruleWithoutElements, .nothingGone, .ruleAppliesToNone: "nothing-to-check"
    }
  }

  func headline(in language: Language) -> String {
    switch self {
    case .noStage(let field, let assumed, _, .malformed):
      language.pick(
        "the plan's `\(field)` cannot be read; it is judged as `\(assumed)`",
        "`\(field)` des Plans ist nicht lesbar; der Plan wird als `\(assumed)` beurteilt")
    case .noStage(let field, let assumed, _, _):
      language.pick(
        "the plan states no `\(field)`; it is judged as `\(assumed)`",
        "der Plan nennt kein `\(field)`; er wird als `\(assumed)` beurteilt")
    case .emptyList(let list, let title, let state, let rules):
      Self.emptyList(list, title[language], state, language)
        + (rules.count == 1
          ? language.pick(": 1 rule has nothing to check", ": 1 Regel hat nichts zu prüfen")
          : language.pick(
            ": \(rules.count) rules have nothing to check",
            ": \(rules.count) Regeln haben nichts zu prüfen"))
    case .ruleWithoutElements(let rule, _, let record):
      language.pick(
        "rule \(rule) has nothing to check: the plan has no \(record[language])",
        "Regel \(rule) hat nichts zu prüfen: „\(record[language])“ kommt im Plan nicht vor")
    case .nothingGone(let rule, _, let record):
      language.pick(
        "rule \(rule) has nothing to check: no \(record[language]) of the previous version is gone",
        "Regel \(rule) hat nichts zu prüfen: „\(record[language])“ ist gegenüber der vorigen"
          + " Fassung nirgends weggefallen")
    case .ruleAppliesToNone(let rule, _, 1):
      language.pick(
        "rule \(rule) does not apply to the only element of its kind",
        "Regel \(rule) trifft auf das einzige Element seiner Art nicht zu")
    case .ruleAppliesToNone(let rule, _, let elements):
      language.pick(
        "rule \(rule) applies to none of \(elements) elements",
        "Regel \(rule) trifft auf keines von \(elements) Elementen zu")
    }
  }

  private static func emptyList(
    _ list: String, _ title: String, _ state: CellState, _ language: Language
  ) -> String {
    switch state {
    case .empty: language.pick("`\(list)` is empty", "`\(list)` ist leer")
    case .open: language.pick("`\(list)` is declared open", "`\(list)` ist als offen erklärt")
    case .notApplicable:
      language.pick(
        "`\(list)` is declared not applicable", "`\(list)` ist als nicht zutreffend erklärt")
    case .absent, .stated, .malformed:
      language.pick(
        "the plan has no `\(list)` (\(title))", "im Plan fehlt `\(list)` (\(title))")
    }
  }

  func help(in language: Language) -> String? {
    switch self {
    case .noStage(let field, _, let values, _):
      let list = values.joined(separator: ", ")
      return language.pick(
        "write `\(field):` with one of \(list)", "`\(field):` mit einem von \(list) angeben")
    case .emptyList:
      return language.pick(
        "what is not there cannot be checked; add it, or say why there is none: `{open: \"…\"}`",
        "was nicht dasteht, kann niemand prüfen; ergänzen oder sagen, warum es fehlt: `{open: \"…\"}`"
      )
    case .ruleWithoutElements, .nothingGone, .ruleAppliesToNone:
      return language.pick(
        "if that is right, write `may find nothing to check` into the rule",
        "wenn das so richtig ist, `may find nothing to check` in die Regel schreiben")
    }
  }

  var facts: [Fact] {
    switch self {
    case .noStage, .emptyList: []
    case .ruleWithoutElements(_, let title, _), .nothingGone(_, let title, _),
      .ruleAppliesToNone(_, let title, _):
      [Fact("expected", title)]
    }
  }
}

/// Reports what no rule looked at: empty lists once for all their rules, then single rules.
func reportNothingToCheck(
  _ ledger: [RuleLedger], _ workspace: Workspace, into collector: inout FindingCollector
) {
  let plan = workspace.plan
  var byList: [Int: [Int]] = [:]
  for (index, entry) in ledger.enumerated() {
    let rule = workspace.program.rules[index]
    guard let note = entry.note, !entry.waits, !rule.mayFindNothing else { continue }
    let record = workspace.outermostList(rule.scope)
    if let record, plan.tables[record].count == 0, !rule.scope.isFormer {
      byList[record, default: []].append(index)
    } else {
      collector.findings.append(nothing(note, entry, rule, workspace))
    }
  }
  for (record, rules) in byList.sorted(by: { $0.key < $1.key }) {
    collector.add(emptyList: record, rules: rules)
  }
}

private func nothing(
  _ note: RuleLedger.Note, _ entry: RuleLedger, _ rule: TypedRule, _ workspace: Workspace
) -> Finding {
  let record = workspace.plan.schema.records[rule.scope.record]
  let problem: PlanProblem =
    note == .noElements
    ? rule.scope.isFormer
      ? .nothingGone(rule: rule.id, title: rule.title, record: record.inlineTitle)
      : .ruleWithoutElements(rule: rule.id, title: rule.title, record: record.inlineTitle)
    : .ruleAppliesToNone(rule: rule.id, title: rule.title, elements: entry.notApplicable)
  let location = workspace.plan.point(record: workspace.plan.schema.root, row: 0)
  var finding = Finding(problem, severity: .warning, at: location)
  finding.rules = [rule.id]
  finding.related = [
    RelatedPlace(rule.origin, LocalizedText(en: "the rule", de: "die Regel"))
  ]
  return finding
}

extension Workspace {
  /// The top-level list that a scope's elements come from; nil for the plan itself.
  func outermostList(_ scope: Scope) -> Int? {
    var record = scope.frames[0]
    for _ in plan.schema.records {
      if plan.schema.records[record].list != nil { return record }
      let places = plan.schema.records[record].places
      guard places.count == 1, let place = places.first else { return nil }
      record = place.record
    }
    return nil
  }
}

extension FindingCollector {
  /// One finding for a list without elements, at the highest severity of its rules.
  mutating func add(emptyList record: Int, rules: [Int]) {
    let plan = workspace.plan
    let declared = plan.schema.records[record]
    let ids = rules.map { workspace.program.rules[$0].id }
    let severity = rules.compactMap { index -> Severity? in
      let broken = workspace.program.rules[index].severities.broken
      return broken.isEmpty ? nil : broken[min(stage ?? 0, broken.count - 1)]
    }.max()
    guard let severity else { return }
    if let known = plan.reportedLists[record] {
      for id in ids where !findings[known].rules.contains(id) { findings[known].rules.append(id) }
      findings[known].severity = max(findings[known].severity, severity)
      return
    }
    let location = plan.listKeys[record] ?? plan.point(record: plan.schema.root, row: 0)
    var finding = Finding(
      PlanProblem.emptyList(
        list: declared.list ?? declared.name, title: declared.title,
        state: plan.listStates[record], rules: ids),
      severity: severity, at: location)
    finding.field = declared.list
    finding.rules = ids
    findings.append(finding)
  }
}
