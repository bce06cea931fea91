import Diagnostics
import Model
import Reporting
import SourceText

/// The packs that a configuration or a plan asks for.
package struct PackChoice: Sendable {
  /// Exactly these, and what they use; nil: all that are on by default.
  package var only: [PlacedName]?
  /// These as well.
  package var added: [PlacedName] = []
  /// Not these, even where another pack uses them.
  package var excluded: [PlacedName] = []
  /// The keys that say so.
  package var places: [Location] = []

  package init() {}

  /// What a plan asks for; nil where it leaves that to others.
  init?(_ plan: Plan) {
    guard let packs = plan.packs, let place = plan.packsKey else { return nil }
    only = packs
    places = [place]
  }

  var isEmpty: Bool { only == nil && added.isEmpty && excluded.isEmpty }
}

extension Packs {
  /// Whether each pack is on; names that are no pack count for nothing.
  func states(chosenBy choice: PackChoice) -> [PackState] {
    var states = [PackState](repeating: .off, count: all.count)
    if choice.only == nil {
      for index in all.indices where !all[index].isProfile { states[index] = .byDefault }
    }
    for name in (choice.only ?? []) + choice.added {
      if let index = index(named: name.text), !states[index].isOn {
        states[index] = .chosen(name.location)
      }
    }
    var open = states.indices.filter { states[$0].isOn }
    while let index = open.popLast() {
      for used in all[index].uses where !states[used].isOn {
        states[used] = .used(by: all[index].name)
        open.append(used)
      }
    }
    for name in choice.excluded {
      if let index = index(named: name.text) { states[index] = .excluded(name.location) }
    }
    return states
  }
}

extension RuleSet {
  /// The packs with what holds for them, in the order of their files.
  package func packStatus() -> [PackStatus] {
    var counts = [Int](repeating: 0, count: packs.all.count)
    for rule in all.rules {
      if let pack = packs.pack(of: rule.origin.file) { counts[pack] += 1 }
    }
    return packs.all.indices.map { index in
      let pack = packs.all[index]
      return PackStatus(
        name: pack.name, title: pack.title, isProfile: pack.isProfile,
        uses: pack.uses.map { packs.all[$0].name }, state: packStates[index],
        rules: counts[index])
    }
  }

  /// The rule set with the packs of a choice on; what is wrong with the choice is told.
  func choosing(_ choice: PackChoice, _ findings: inout [Finding]) -> RuleSet {
    var names: Set<Int> = []
    for name in (choice.only ?? []) + choice.added + choice.excluded {
      if let index = packs.index(named: name.text) {
        names.insert(index)
      } else {
        findings.append(unknown(.pack, name, among: packs.names))
      }
    }
    var chosen = self
    chosen.packStates = packs.states(chosenBy: choice)
    chosen.packChoices = choice.places
    chosen.identity = Identity()
    chosen.select()
    let isEmpty = !findings.contains { $0.severity == .error } && chosen.program.rules.isEmpty
    for name in (choice.only ?? []) + choice.added {
      guard let index = packs.index(named: name.text), !hasRules(index) else { continue }
      findings.append(
        Finding(
          ConfigurationProblem.packWithoutRules(name.text), severity: .error, at: name.location))
    }
    if isEmpty, !findings.contains(where: { $0.severity == .error }),
      let place = choice.places.first
    {
      findings.append(
        Finding(ConfigurationProblem.nothingSelected, severity: .error, at: place))
    }
    return chosen
  }

  /// Whether a pack, or one that it uses, has a rule.
  private func hasRules(_ pack: Int) -> Bool {
    var seen: Set<Int> = [pack]
    var open = [pack]
    while let next = open.popLast() {
      for used in packs.all[next].uses where seen.insert(used).inserted { open.append(used) }
    }
    return all.rules.contains { rule in
      packs.pack(of: rule.origin.file).map(seen.contains) ?? false
    }
  }

  func unknown(
    _ kind: ConfigurationProblem.Kind, _ name: PlacedName, among known: [String]
  ) -> Finding {
    let nearest = NearestNames.rank(name.text, among: known)
    var finding = Finding(
      ConfigurationProblem.unknownName(kind, name.text, nearest: nearest, known: known),
      severity: .error, at: name.location)
    if nearest.count == 1 {
      finding.fixes = [
        Fix(
          LocalizedText(en: "write `\(nearest[0])`", de: "`\(nearest[0])` schreiben"),
          [TextEdit(name.location, replacement: nearest[0])])
      ]
    }
    return finding
  }
}
