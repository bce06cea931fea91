import ArgumentParser
import Diagnostics
import Linting
import Semantics

/// What `ratsam table` and `ratsam report` are called with: what is written, and the plan that it
/// is written of.
struct OutputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("What is written; see --list.", valueName: "name"))
  var name: String?

  @Argument(help: ArgumentHelp("A plan, as for `ratsam check`.", valueName: "plan"))
  var plan: String?

  @OptionGroup var shared: SharedOptions

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var previous: PreviousOption

  @Flag(name: .long, help: "List what the rules declare.")
  var list = false

  func validate() throws {
    if !list, name == nil {
      throw ValidationError("Give a name, or --list to see which there are.")
    }
    if list, name != nil { throw ValidationError("--list shows all; give no name.") }
  }

  /// The rules that hold for the plan; with errors in them, tells these and ends the command.
  func loadUsableRules() throws -> LoadedRules {
    var loader = try RuleLoader(shared.rules, configuration)
    let loaded = loader.rules(for: plan.map(shared.folder(ofPlan:)) ?? "")
    if !loaded.isUsable { try Refusal.tell(loaded.errors, language(loaded)) }
    return loaded
  }

  /// The language of what is written.
  func language(_ rules: LoadedRules, _ plan: Language? = nil) -> Language {
    shared.language(of: [plan], configured: [rules.configuration?.language])
  }

  /// What is read beside the plan and was not given.
  func missing(where reads: (RuleInput) -> Bool) -> RuleInput? {
    if previous.path == nil, reads(.previous) { return .previous }
    return shared.today == nil && reads(.today) ? .today : nil
  }

  /// A plan that is read, and the version before it.
  struct Input {
    var plan: PlanInput
    var previous: PreviousPlan?
  }

  /// Reads the plan and its previous version; where one cannot be read, tells so and ends the
  /// command.
  func read(_ loaded: LoadedRules, _ options: LintOptions) throws -> Input {
    let paths = plan.map { [$0] } ?? []
    try previous.validate(besides: paths)
    let (inputs, unreadable) = try shared.readPlans(paths)
    if inputs.isEmpty { try Refusal.tell(unreadable, language(loaded)) }
    switch previous.load(loaded.rules, options) {
    case .success(let before): return Input(plan: inputs[0], previous: before)
    case .failure(let unreadable):
      try Refusal.tell(unreadable.findings, language(loaded))
      throw ExitStatus.couldNotCheck
    }
  }
}
