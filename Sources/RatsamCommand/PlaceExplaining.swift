import Diagnostics
import Linting
import Model
import Reporting
import SourceText

/// Finds the plan of a place, checks it and tells how the place was judged.
struct PlaceExplaining {
  let shared: SharedOptions
  let configuration: ConfigurationOptions
  let previous: PreviousOption
  /// The plan that includes the file of the place; nil: to be found.
  let plan: String?
  let rules: [String]
  let asksForAll: Bool

  struct Explained {
    var explanation: PlanExplanation
    var language: Language
  }

  func explain(_ place: PlanPlace) throws -> Explained {
    var loader = try RuleLoader(shared.rules, configuration)
    // Of a plan on standard input findings name what it is called.
    let isOnInput = place.path == shared.stdinName ?? "<stdin>"
    let path = isOnInput ? "-" : plan ?? self.plan(of: place.path, &loader)
    try previous.validate(besides: [path])
    let (inputs, unreadable) = try shared.readPlans([path])
    guard let input = inputs.first else { try refuse(unreadable, shared.callLanguage) }
    let loaded = loader.rules(for: Disk.folder(of: input.main.path))
    guard loaded.isUsable else {
      try refuse(
        loaded.errors, shared.language(of: [], configured: [loaded.configuration?.language]))
    }
    try checkNames(loaded.rules)
    var options = try shared.lintOptions(for: loaded.rules)
    options.explains = true
    let before: PreviousPlan?
    switch previous.load(loaded.rules, options) {
    case .success(let loaded): before = loaded
    case .failure(let unreadable): try refuse(unreadable.findings, shared.callLanguage)
    }
    let result = loaded.rules.lint(input, previous: before, options: options)
    let language = shared.language(
      of: [result.plan.language], configured: [loaded.configuration?.language])
    guard result.plan.isComplete, result.plan.trees.first?.root != nil else {
      Refusal.write(result.findings.filter { $0.severity == .error }, language)
      throw CallProblem.planUnreadable(input.path)
    }
    let question = PlaceQuestion(
      file: isOnInput ? input.main : file(of: place, in: result.plan, input), line: place.line,
      column: place.column,
      rules: rules, asksForAll: asksForAll)
    switch result.explain(question) {
    case .success(let explanation): return Explained(explanation: explanation, language: language)
    case .failure(let refusal): try refuse([refusal.finding], language)
    }
  }

  private func refuse(_ findings: [Finding], _ language: Language) throws -> Never {
    Refusal.write(findings, language)
    throw ExitStatus.couldNotCheck
  }

  private func checkNames(_ rules: RuleSet) throws {
    let known = rules.all.rules.map(\.id)
    for name in self.rules where !known.contains(name) {
      throw CallProblem.unknownRule(name, known: known)
    }
  }

  // MARK: - Files

  /// The plan's file that the place is in; a directory stands for the plan's main file.
  private func file(of place: PlanPlace, in plan: Plan, _ input: PlanInput) -> SourceFile {
    if self.plan == nil, Disk.isDirectory(place.path) { return input.main }
    let wanted = Disk.realPath(place.path)
    return plan.trees.map(\.file).first { file in
      file.path == place.path || wanted != nil && Disk.realPath(file.path) == wanted
    } ?? SourceFile(path: place.path, bytes: [])
  }

  /// The plan that a file belongs to: the nearest `plan.yaml` above it that includes it, else the
  /// file itself.
  private func plan(of path: String, _ loader: inout RuleLoader) -> String {
    guard !Disk.isDirectory(path), let wanted = Disk.realPath(path) else {
      return path
    }
    var folder = Disk.folder(of: path)
    while true {
      for name in ["plan.yaml", "plan.yml"] where Disk.exists(folder + name) {
        let main = folder + name
        guard Disk.realPath(main) != wanted,
          case .success(let input) = SharedOptions.readPlan(main, shownAs: nil)
        else { return path }
        let loaded = loader.rules(for: folder).rules.load(input, options: LintOptions()).plan
        let isIncluded = loaded.trees.contains { Disk.realPath($0.file.path) == wanted }
        return isIncluded ? main : path
      }
      // As far as the path itself leads: what lies above the working directory is nobody's concern.
      guard folder.count > 1 else { return path }
      folder = Disk.folder(of: String(folder.dropLast()))
    }
  }
}
