import ArgumentParser
import Diagnostics
import Linting
import Reporters
import Reporting

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

  var language: Language { lang ?? Console.localeLanguage }

  /// The rules; with errors in them, tells these on standard error and ends the command.
  func loadUsableRules() throws -> RuleSet {
    let (rules, unreadable) = SharedOptions.loadRules(rules)
    let broken = unreadable.isEmpty ? rules.findings.filter { $0.severity == .error } : unreadable
    guard broken.isEmpty else {
      tell(broken)
      throw ExitStatus.couldNotCheck
    }
    return rules
  }

  private func tell(_ findings: [Finding]) {
    let report = CheckReport(
      plans: [], findings: findings, ledger: [], failOn: .error, version: Version.current)
    var buffer = ByteBuffer()
    ConciseReporter(language: language).write(report, to: &buffer)
    // The last line counts rules, of which none ran.
    for line in buffer.text.split(separator: "\n").dropLast() { Console.error(String(line)) }
  }

  /// Runs a command's body; what is wrong with the call goes to standard error.
  func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let problem as CallProblem {
      Console.error("ratsam: " + problem.text(in: language))
      throw ExitStatus.couldNotCheck
    }
  }
}
