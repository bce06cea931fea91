import ArgumentParser
import Diagnostics
import Linting

/// The options of commands that read rules and no plan.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A rule file or a folder of them, instead of the shipped ones; may be given again.",
      valueName: "path"))
  var rules: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("The language of the output; else the locale's.", valueName: "language"))
  var lang: Language?

  @OptionGroup var configuration: ConfigurationOptions

  /// The language before any configuration is read.
  var callLanguage: Language { lang ?? Console.localeLanguage }

  /// Rules, and the language to speak of them.
  struct Loaded {
    var rules: RuleSet
    var language: Language
  }

  /// The rules as they hold in the working directory; with errors in them, tells these on standard
  /// error and ends the command.
  func loadUsableRules() throws -> Loaded {
    var loader = try RuleLoader(rules, configuration)
    let loaded = loader.rules(for: "")
    let language = lang ?? loaded.configuration?.language ?? Console.localeLanguage
    guard loaded.isUsable else {
      try Refusal.tell(loaded.errors, language)
      throw ExitStatus.couldNotCheck
    }
    return Loaded(rules: loaded.rules, language: language)
  }

  /// Runs a command's body; what is wrong with the call goes to standard error.
  func run(_ body: () throws -> Void) throws {
    try CallProblem.telling(in: callLanguage, body)
  }
}
