import Diagnostics
import Linting
import Model
import SourceText

/// The rules that hold for a plan, with the configuration that they come from.
struct LoadedRules {
  var rules: RuleSet
  var configuration: Configuration?
  /// What is wrong with the configuration, or why rule files cannot be read.
  var findings: [Finding]
  /// Whether all rule files could be read; else what is wrong with the rules says nothing.
  var areRead = true

  /// Whether plans can be checked with them.
  var isUsable: Bool { rules.isUsable && !findings.contains { $0.severity == .error } }

  /// What is wrong with the configuration and the rules.
  var problems: [Finding] { areRead ? findings + rules.findings : findings }

  /// Everything that keeps plans from being checked.
  var errors: [Finding] { problems.filter { $0.severity == .error } }
}

/// Finds configurations and reads rules; plans with the same configuration share its rules.
struct RuleLoader {
  /// Rule files and folders that the call names; the shipped ones where there are none.
  let paths: [String]
  let options: ConfigurationOptions
  private let settings: [SettingAssignment]
  private var bases: [[String]: (rules: RuleSet, unreadable: [Finding])] = [:]
  private var loaded: [String: LoadedRules] = [:]
  private var configurations: [String: String] = [:]

  init(_ paths: [String], _ options: ConfigurationOptions) throws {
    self.paths = paths
    self.options = options
    settings = try options.settings()
  }

  /// The rules for plans in a folder, which is empty or ends with a slash.
  mutating func rules(for folder: String) -> LoadedRules {
    let path = configuration(for: folder)
    if let known = loaded[path ?? ""] { return known }
    let made = path.map { configured(by: $0) } ?? finished(base([]), nil, [])
    loaded[path ?? ""] = made
    return made
  }

  private mutating func configuration(for folder: String) -> String? {
    if options.noConfig { return nil }
    if let path = options.config { return path }
    if let known = configurations[folder] { return known.isEmpty ? nil : known }
    let found = Disk.configuration(above: folder)
    configurations[folder] = found ?? ""
    return found
  }

  private mutating func configured(by path: String) -> LoadedRules {
    switch Disk.read(path, limit: Limits().fileBytes) {
    case .failure(let failure):
      let finding = FileProblem(path: path, role: .configuration, failure: failure).finding
      return LoadedRules(rules: base([]).rules, configuration: nil, findings: [finding])
    case .success(let file):
      let (configuration, findings) = readConfiguration(file, limits: Limits())
      return finished(base(configuration.rulesFrom), configuration, findings)
    }
  }

  private func finished(
    _ base: (rules: RuleSet, unreadable: [Finding]), _ configuration: Configuration?,
    _ findings: [Finding]
  ) -> LoadedRules {
    var made = LoadedRules(
      rules: base.rules, configuration: configuration, findings: findings + base.unreadable,
      areRead: base.unreadable.isEmpty)
    // Names of rules that could not be read would only be told as unknown.
    guard base.unreadable.isEmpty, base.rules.isUsable else { return made }
    if configuration == nil, settings.isEmpty { return made }
    let configured = base.rules.configured(by: configuration, settings: settings)
    made.rules = configured.rules
    made.findings += configured.findings
    return made
  }

  /// The rules of the call and of a configuration's further files, before anything is chosen.
  private mutating func base(
    _ further: [PlacedName]
  ) -> (rules: RuleSet, unreadable: [Finding]) {
    let folder = further.first.map { Disk.folder(of: $0.location.file.path) } ?? ""
    let key = further.map { folder + $0.text }
    if let known = bases[key] { return known }
    let made = RuleFiles(paths, further: further.map { (folder + $0.text, $0.location) }).load()
    bases[key] = made
    return made
  }
}

/// The rule files of a call.
struct RuleFiles {
  /// Paths, and where a configuration names them; nil for the command line.
  private let paths: [(path: String, place: Location?)]
  private let isWithoutShipped: Bool

  init(_ paths: [String], further: [(path: String, place: Location)] = []) {
    self.paths = paths.map { ($0, nil) } + further.map { ($0.path, $0.place) }
    isWithoutShipped = !paths.isEmpty
  }

  /// Reads and checks them; the shipped ones where the command line names none.
  func load() -> (rules: RuleSet, unreadable: [Finding]) {
    guard !paths.isEmpty else { return (RuleSet(RuleSet.shipped), []) }
    var sources: [RuleSource] = []
    var unreadable: [Finding] = []
    for (path, place) in paths { read(path, place, &sources, &unreadable) }
    // What is missing would only be told again as names that nobody declared.
    guard unreadable.isEmpty else { return (RuleSet([RuleSource]()), unreadable) }
    if !isWithoutShipped {
      sources = RuleSet.shipped + sources
    } else if !sources.contains(where: \.file.describesPlans) {
      sources = RuleSet.shipped.filter(\.file.describesPlans) + sources
    }
    return (RuleSet(sources), [])
  }

  private func read(
    _ path: String, _ place: Location?, _ sources: inout [RuleSource],
    _ unreadable: inout [Finding]
  ) {
    let files = Disk.ruleFiles(path)
    if files.isEmpty {
      let file = Location(SourceFile(path: path, bytes: []), ByteRange(at: 0))
      unreadable.append(
        Finding(NoRulesProblem(path: path), severity: .error, at: place ?? file))
    }
    for name in files {
      switch Disk.read(name, limit: Limits().fileBytes) {
      case .success(let source):
        sources.append(name == path ? RuleSource(source) : RuleSource(source, below: path))
      case .failure(let failure):
        var finding = FileProblem(path: name, role: .rules, failure: failure).finding
        if let place { finding.location = place }
        unreadable.append(finding)
      }
    }
  }
}
