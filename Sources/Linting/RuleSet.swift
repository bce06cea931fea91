import Diagnostics
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText

/// Rule files read, checked and ready for any number of plans.
///
/// Everything that the files declare is checked; what is judged are the rules of the packs that are
/// on. A configuration or a plan makes another rule set of the same files, without reading them
/// again.
package struct RuleSet: Sendable {
  package let schema: Schema
  /// The schema as plans are loaded by it.
  package let shape: LoadShape
  package let files: [RuleFile]
  /// The paths of the files that did not come with ratsam.
  package let ownFiles: Set<String>
  package let packs: Packs
  /// What is wrong with the rule files.
  package let findings: [Finding]
  /// All rules, whether they are on or not, with the severities and settings that hold.
  package internal(set) var all: Program
  /// The rules that are on, with all tables.
  package internal(set) var program: Program
  /// Whether each pack is on, and why.
  package internal(set) var packStates: [PackState]
  /// The rules whose severities a configuration changed, by their ids.
  package internal(set) var changes: [String: RuleChange] = [:]
  /// Where a configuration or a plan chooses the packs; empty where the default holds.
  package internal(set) var packChoices: [Location] = []
  /// The same for copies, another for what a configuration or a plan made of the rules.
  package internal(set) var identity = Identity()

  package final class Identity: Sendable {}

  /// Whether plans can be checked: rule files with an error never run half.
  package var isUsable: Bool { !findings.contains { $0.severity == .error } }

  /// Where each rule stands, by its id.
  package var rulePlaces: [String: Location] {
    Dictionary(all.rules.map { ($0.id, $0.origin) }, uniquingKeysWith: { first, _ in first })
  }

  /// The files that come with ratsam: the plan schema and the packs of rules.
  package static let shipped: [RuleSource] = shippedRuleFiles.map {
    var source = RuleSource(SourceFile(path: $0.path, text: $0.text), below: "rules")
    source.isShipped = true
    return source
  }

  /// Rule files that each stand for themselves; a declaration of a pack holds for its own file.
  package init(_ files: [SourceFile], limits: Limits = Limits()) {
    self.init(files.map { RuleSource($0) }, limits: limits)
  }

  package init(_ sources: [RuleSource], limits: Limits = Limits()) {
    var findings: [Finding] = []
    var files: [RuleFile] = []
    for source in sources {
      let parsed = parseRuleFile(source.file, limits: limits)
      files.append(parsed.tree)
      findings += parsed.findings
    }
    packs = Packs(sources, files, &findings)
    let built = buildSchema(files)
    findings += built.findings
    if built.findings.contains(where: { $0.severity == .error }) {
      all = Program()
    } else {
      let checked = checkProgram(files, schema: built.schema.withFindings())
      all = checked.program
      findings += checked.findings
    }
    schema = built.schema
    shape = LoadShape(built.schema)
    self.files = files
    ownFiles = Set(sources.filter { !$0.isShipped }.map(\.path))
    self.findings = findings
    program = all
    packStates = packs.states(chosenBy: PackChoice())
    select()
  }

  /// The names of the tables, in the order of the files.
  package var tableNames: [String] { program.tables.map(\.name) }

  // MARK: - What is on

  /// Whether a rule is judged, and why not where it is not.
  package enum RuleState {
    case on
    /// Its pack is off; the pack's index.
    case packOff(Int)
    case turnedOff(RuleChange)
  }

  package func state(of rule: TypedRule) -> RuleState {
    if let pack = packs.pack(of: rule.origin.file), !packStates[pack].isOn { return .packOff(pack) }
    if let change = changes[rule.id], change.isOff { return .turnedOff(change) }
    return .on
  }

  private func isOn(_ rule: TypedRule) -> Bool {
    if case .on = state(of: rule) { return true }
    return false
  }

  /// Takes over what is on from `all`, `packStates` and `changes`.
  mutating func select() {
    program = all
    if changes.isEmpty, packStates.allSatisfy(\.isOn) { return }
    // The rules of a file stand together.
    var last: (file: SourceFile, isOn: Bool)?
    program.rules = []
    for index in all.rules.indices {
      let file = all.rules[index].origin.file
      if last?.file != file {
        last = (file, packs.pack(of: file).map { packStates[$0].isOn } ?? true)
      }
      guard last?.isOn == true, changes.isEmpty || isOn(all.rules[index]) else { continue }
      program.rules.append(all.rules[index])
    }
  }

  /// The same with every rule on, for what speaks of rules whether they are judged or not.
  package var withAllRules: RuleSet {
    var copy = self
    copy.program = all
    return copy
  }
}
