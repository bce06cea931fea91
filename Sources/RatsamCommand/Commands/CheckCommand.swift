import Analysis
import ArgumentParser
import Diagnostics
import Dispatch
import Linting
import Reporters
import Reporting
import Synchronization

/// `ratsam check`: judges every rule and tells what it found.
struct CheckCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, concise, spoken, json }

  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case error, warning, note

    var severity: Severity {
      switch self {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check plans against the rules.",
    usage: "ratsam check [<options>] [<plan> ...]",
    discussion: """
      A plan is a YAML file, or a directory that holds plan.yaml; without one, the plan of the \
      working directory. - reads a plan from standard input.
      """)

  @Argument(help: ArgumentHelp("Plans to check.", valueName: "plan"))
  var plans: [String] = []

  @OptionGroup var shared: SharedOptions

  @Option(name: .long, help: ArgumentHelp("How findings are written.", valueName: "format"))
  var format: Format = .terminal

  @Option(
    name: .long,
    help: ArgumentHelp("The least severity that blocks (exit status 1).", valueName: "severity"))
  var failOn: FailOn = .error

  @Flag(name: .long, help: "Print what each rule did.")
  var ledger = false

  func run() throws {
    do {
      try check()
    } catch let problem as CallProblem {
      Console.error("ratsam: " + problem.text(in: shared.callLanguage))
      throw ExitStatus.couldNotCheck
    }
  }

  private func check() throws {
    let (rules, brokenRules) = shared.loadRules()
    let (inputs, unreadable) = try shared.readPlans(plans)
    guard rules.isUsable, brokenRules.isEmpty else {
      try refuse(rules, brokenRules)
      return
    }
    let options = try shared.lintOptions(for: rules)
    let results = lint(inputs, rules, options)
    let silent = results.compactMap(NothingCheckedProblem.finding)
    let report = rules.report(results, failOn: failOn.severity, version: Version.current)
    // The shipped rules are looked at before they are shipped.
    let naming =
      shared.rules.isEmpty
      ? [] : rules.namingFindings(AnalysisOptions(files: SharedOptions.ownFiles(shared.rules)))
    let complete = CheckReport(
      plans: report.plans, findings: unreadable + silent + report.findings + naming,
      ledger: report.ledger,
      rulePlaces: report.rulePlaces, failOn: failOn.severity, today: options.today,
      version: Version.current)
    write(complete, shared.language(of: results.map(\.plan.language)))
    if !unreadable.isEmpty || !silent.isEmpty { throw ExitStatus.couldNotCheck }
    if complete.blocks { throw ExitStatus.blocks }
  }

  /// Rule files with an error: tells them and checks nothing.
  private func refuse(_ rules: RuleSet, _ unreadable: [Finding]) throws {
    let report = CheckReport(
      plans: [], findings: unreadable.isEmpty ? rules.findings : unreadable, ledger: [],
      rulePlaces: [:],
      failOn: failOn.severity, version: Version.current)
    write(report, shared.callLanguage)
    Console.error(
      "ratsam: "
        + shared.callLanguage.pick(
          "the rules have errors; no plan was checked",
          "die Regeln haben Fehler; kein Plan wurde geprüft"))
    throw ExitStatus.couldNotCheck
  }

  /// Checks the plans, several at once; the results keep the order of the call.
  private func lint(_ inputs: [PlanInput], _ rules: RuleSet, _ options: LintOptions) -> [LintResult]
  {
    guard inputs.count > 1 else { return inputs.map { rules.lint($0, options: options) } }
    let results = Mutex([LintResult?](repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
      let result = rules.lint(inputs[index], options: options)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private func write(_ report: CheckReport, _ language: Language) {
    Console.output { buffer in
      switch format {
      case .terminal:
        TerminalReporter(
          language: language,
          options: .init(
            width: Console.width, usesColor: shared.usesColor, showsLedger: ledger)
        ).write(report, to: &buffer)
      case .concise: ConciseReporter(language: language).write(report, to: &buffer)
      case .spoken: SpokenReporter(language: language).write(report, to: &buffer)
      case .json: JSONReporter(language: language).write(report, to: &buffer)
      }
    }
  }
}
