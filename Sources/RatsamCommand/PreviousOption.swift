import ArgumentParser
import Diagnostics
import Linting
import SourceText

/// `--previous`: the version of a plan that it is compared with.
struct PreviousOption: ParsableArguments {
  @Option(
    name: .customLong("previous"),
    help: ArgumentHelp(
      "The previous version of the plan, for rules about what changed.", valueName: "plan"))
  var path: String?

  /// Refuses what cannot be compared: several plans, standard input read twice.
  func validate(besides plans: [String]) throws {
    guard let path else { return }
    if plans.count > 1 { throw CallProblem.previousOfSeveral(plans.count) }
    if path == "-", plans.contains("-") { throw CallProblem.stdinTwice }
  }

  /// Reads and loads the previous version; nil where none is given.
  func load(
    _ rules: RuleSet, _ options: LintOptions
  ) -> Result<PreviousPlan?, UnreadablePrevious> {
    guard let path else { return .success(nil) }
    switch SharedOptions.readPlan(path, shownAs: path == "-" ? "<stdin>" : nil) {
    case .success(let input): return rules.loadPrevious(input, options: options).map { $0 }
    case .failure(let problem): return .failure(UnreadablePrevious([problem.finding]))
    }
  }
}
