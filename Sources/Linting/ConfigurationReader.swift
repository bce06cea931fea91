import Diagnostics
import Model
import SourceText
import YAMLSyntax

/// Reads a `ratsam.yaml`; every key and every value is checked as far as that needs no rules.
package func readConfiguration(
  _ file: SourceFile, limits: Limits
) -> (configuration: Configuration, findings: [Finding]) {
  let (tree, findings) = composeYAML(file, limits: limits)
  var reader = ConfigurationReader(tree, findings)
  reader.read()
  return (reader.configuration, reader.findings)
}

/// The keys of a configuration.
enum ConfigurationKey: String, CaseIterable {
  case packs
  case withPacks = "with-packs"
  case withoutPacks = "without-packs"
  case rulesFrom = "rules-from"
  case rules, settings, language
  case failOn = "fail-on"

  /// Options of the call that no configuration can hold: a report must say the same tomorrow.
  static let commandLineOnly = ["today", "previous", "stage"]
}

/// The state of reading one configuration.
private struct ConfigurationReader {
  let tree: YAMLTree
  var configuration: Configuration
  var findings: [Finding]

  init(_ tree: YAMLTree, _ findings: [Finding]) {
    self.tree = tree
    // A file of comments is a configuration that changes nothing.
    self.findings = findings.filter { $0.code != "empty-file" }
    configuration = Configuration(file: tree.file)
  }

  mutating func read() {
    guard let root = tree.root else { return }
    let node = tree.resolve(root)
    if tree.isNull(node) { return }
    guard tree.kind(node) == .mapping else {
      return tell(.wrongShape(nil, .keys), at: span(root))
    }
    for child in tree.children(node) {
      guard let symbol = tree.key(child) else { continue }
      read(tree.keyText(symbol), child)
    }
  }

  private mutating func read(_ text: String, _ child: NodeID) {
    guard let key = ConfigurationKey(rawValue: text) else { return tellUnknown(text, child) }
    switch key {
    case .packs, .withPacks, .withoutPacks:
      configuration.packs.places.append(placedKey(child).location)
    case .rulesFrom, .rules, .settings, .language, .failOn: break
    }
    switch key {
    case .packs: configuration.packs.only = names(child, key)
    case .withPacks: configuration.packs.added = names(child, key) ?? []
    case .withoutPacks: configuration.packs.excluded = names(child, key) ?? []
    case .rulesFrom: readRulesFrom(child)
    case .rules: readEntries(child, key) { $0.readLevels(of: $1, $2) }
    case .settings: readEntries(child, key) { $0.readSetting($1, $2) }
    case .language: readLanguage(child)
    case .failOn:
      if let severity = severity(child, mayBeOff: false) { configuration.failOn = severity }
    }
  }

  private mutating func tellUnknown(_ text: String, _ child: NodeID) {
    if text.hasPrefix(PlanKey.ownPrefix) || text == "<<" { return }
    let place = tree.keySpan(child)
    if ConfigurationKey.commandLineOnly.contains(text) {
      return tell(.commandLineOnly(text), at: place)
    }
    let known = ConfigurationKey.allCases.map(\.rawValue)
    let nearest = NearestNames.rank(text, among: known)
    tell(.unknownKey(text, nearest: nearest, known: known), at: place, replacing: nearest)
  }

  // MARK: - Values

  /// The text of a scalar that says something.
  private func text(_ child: NodeID) -> String? {
    let node = tree.resolve(child)
    guard tree.kind(node) == .scalar, !tree.isNull(node) else { return nil }
    let text = tree.text(node)
    return text.isEmpty ? nil : text
  }

  private func placed(_ text: String, _ child: NodeID) -> PlacedName {
    PlacedName(text, Location(tree.file, span(child)))
  }

  private func placedKey(_ child: NodeID) -> PlacedName {
    PlacedName(
      tree.key(child).map(tree.keyText) ?? "", Location(tree.file, tree.keySpan(child)))
  }

  /// One name, or a list of them.
  private mutating func names(_ child: NodeID, _ key: ConfigurationKey) -> [PlacedName]? {
    let node = tree.resolve(child)
    let entries = tree.kind(node) == .sequence ? Array(tree.children(node)) : [child]
    var names: [PlacedName] = []
    for entry in entries {
      guard let text = text(entry) else {
        tell(.wrongShape(key.rawValue, key == .rulesFrom ? .paths : .names), at: span(entry))
        return nil
      }
      names.append(placed(text, entry))
    }
    return names
  }

  private mutating func readRulesFrom(_ child: NodeID) {
    for path in names(child, .rulesFrom) ?? [] {
      if path.text.hasPrefix("/") {
        tell(.absolutePath(path.text), at: path.location.range)
      } else {
        configuration.rulesFrom.append(path)
      }
    }
  }

  private mutating func readLanguage(_ child: NodeID) {
    if let text = text(child), let language = Language(rawValue: text) {
      configuration.language = language
    } else {
      tell(.wrongShape(ConfigurationKey.language.rawValue, .language), at: span(child))
    }
  }

  /// The entries of a mapping such as `settings:`.
  private mutating func readEntries(
    _ child: NodeID, _ key: ConfigurationKey,
    _ body: (inout ConfigurationReader, PlacedName, NodeID) -> Void
  ) {
    let node = tree.resolve(child)
    guard tree.kind(node) == .mapping else {
      return tell(
        .wrongShape(key.rawValue, key == .rules ? .levels : .values), at: span(child))
    }
    for entry in tree.children(node) where tree.key(entry) != nil {
      body(&self, placedKey(entry), entry)
    }
  }

  private mutating func readSetting(_ name: PlacedName, _ entry: NodeID) {
    guard let text = text(entry) else {
      return tell(.wrongShape(name.text, .value), at: span(entry))
    }
    configuration.settings.append(
      SettingAssignment(name: name, value: placed(text, entry)))
  }

  // MARK: - Severities

  private mutating func readLevels(of rule: PlacedName, _ entry: NodeID) {
    typealias Trigger = Configuration.RuleLevels.Trigger
    let node = tree.resolve(entry)
    let isByTrigger =
      tree.kind(node) == .mapping
      && tree.children(node).contains { Trigger(rawValue: placedKey($0).text) != nil }
    guard isByTrigger else {
      guard let levels = levels(entry, rule.text) else { return }
      configuration.levels.append(.init(rule: rule, parts: [(nil, levels)]))
      return
    }
    var parts: [(trigger: Trigger?, levels: Configuration.Levels)] = []
    for part in tree.children(node) where tree.key(part) != nil {
      let key = placedKey(part)
      guard let trigger = Trigger(rawValue: key.text) else {
        let known = Trigger.allCases.map(\.rawValue)
        let nearest = NearestNames.rank(key.text, among: known)
        tell(.unknownKey(key.text, nearest: nearest, known: known), at: key.location.range)
        continue
      }
      if let levels = levels(part, rule.text) { parts.append((trigger, levels)) }
    }
    configuration.levels.append(.init(rule: rule, parts: parts))
  }

  /// A severity, or one for each of some stages.
  private mutating func levels(_ entry: NodeID, _ rule: String) -> Configuration.Levels? {
    let node = tree.resolve(entry)
    switch tree.kind(node) {
    case .scalar: return severity(entry, mayBeOff: true).map { .all($0) }
    case .mapping where tree.firstChild(node) != nil:
      var stages: [(stage: PlacedName, severity: Severity?)] = []
      for part in tree.children(node) where tree.key(part) != nil {
        guard let severity = severity(part, mayBeOff: true) else { return nil }
        stages.append((placedKey(part), severity))
      }
      return .stages(stages)
    case .mapping, .sequence, .alias:
      tell(.wrongShape(rule, .level), at: span(entry))
      return nil
    }
  }

  /// A severity by its name; the inner nil is `off`, the outer one a mistake.
  private mutating func severity(_ entry: NodeID, mayBeOff: Bool) -> Severity?? {
    let text = text(entry) ?? ""
    if let severity = Severity(name: text) { return .some(severity) }
    if mayBeOff, text == "off" { return .some(nil) }
    let known = ["error", "warning", "note"] + (mayBeOff ? ["off"] : [])
    let nearest = NearestNames.rank(text, among: known)
    tell(
      .unknownSeverity(text, nearest: nearest, mayBeOff: mayBeOff), at: span(entry),
      replacing: text.isEmpty ? [] : nearest)
    return nil
  }

  // MARK: - Telling

  /// The bytes of a value; where nothing is written, its key.
  private func span(_ id: NodeID) -> ByteRange {
    let span = tree.span(id)
    return span.isEmpty ? tree.keySpan(id) : span
  }

  private mutating func tell(
    _ problem: ConfigurationProblem, at range: ByteRange, replacing nearest: [String] = []
  ) {
    let location = Location(tree.file, range)
    var finding = Finding(problem, severity: .error, at: location)
    if nearest.count == 1 {
      finding.fixes = [
        Fix(
          LocalizedText(en: "write `\(nearest[0])`", de: "`\(nearest[0])` schreiben"),
          [TextEdit(location, replacement: nearest[0])])
      ]
    }
    findings.append(finding)
  }
}
