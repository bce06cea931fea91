import Analysis
import ArgumentParser
import Diagnostics
import Dispatch
import Linting
import Reporters
import Reporting
import SourceText
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

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var previous: PreviousOption

  @Option(name: .long, help: ArgumentHelp("How findings are written.", valueName: "format"))
  var format: Format = .terminal

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The least severity that blocks (exit status 1); else error.", valueName: "severity"))
  var failOn: FailOn?

  @Flag(name: .long, help: "Print what each rule did.")
  var ledger = false

  @Flag(name: .long, help: "Tell of each finding how its rules were judged.")
  var why = false

  func run() throws { try CallProblem.telling(in: shared.callLanguage, check) }

  private func check() throws {
    if why, format == .concise { throw CallProblem.whyInOneLine }
    var loader = try RuleLoader(shared.rules, configuration)
    let (inputs, unreadable) = try shared.readPlans(plans)
    try previous.validate(besides: plans)
    let rules = inputs.map { loader.rules(for: Disk.folder(of: $0.main.path)) }
    let all = rules.isEmpty ? [loader.rules(for: "")] : rules
    guard all.allSatisfy(\.isUsable) else {
      try refuse(all)
      return
    }
    let options = try rules.map {
      var options = try shared.lintOptions(for: $0.rules)
      options.explains = why
      return options
    }
    let before: PreviousPlan?
    switch previous.load(all[0].rules, options.first ?? LintOptions()) {
    case .success(let loaded): before = loaded
    case .failure(let unreadable):
      try refuse(unreadable.findings)
      return
    }
    let results = lint(inputs, before, rules, options)
    let failOn = failOn?.severity ?? all.compactMap { $0.configuration?.failOn }.min() ?? .error
    var report = all[0].rules.report(results, failOn: failOn, version: Version.current)
    let silent = results.compactMap(NothingCheckedProblem.finding)
    report = report.adding(
      unreadable + silent + remarks(rules, results)
        + mistakesInOwnRules(of: results.isEmpty ? [all[0].rules] : results.map(\.rules)),
      today: try options.first?.today ?? shared.day())
    let language = shared.language(
      of: results.map(\.plan.language), configured: all.map { $0.configuration?.language })
    write(report, language)
    let isEmptyChoice = results.contains { $0.rules.program.rules.isEmpty }
    if !unreadable.isEmpty || !silent.isEmpty || isEmptyChoice { throw ExitStatus.couldNotCheck }
    if report.blocks { throw ExitStatus.blocks }
  }

  /// What is remarkable in the configurations; that a rule is off says nothing where the plan
  /// chooses its packs itself.
  private func remarks(_ rules: [LoadedRules], _ results: [LintResult]) -> [Finding] {
    var told: Set<Location> = []
    return zip(rules, results).flatMap { rules, result in
      rules.findings.filter {
        let isTold = result.plan.packs == nil || $0.code != "configuration-without-effect"
        return isTold && told.insert($0.location).inserted
      }
    }
  }

  /// Rules or configurations with an error: tells them and checks nothing.
  private func refuse(_ rules: [LoadedRules]) throws {
    var told: Set<Location> = []
    let broken = rules.filter { !$0.isUsable }
    let findings = broken.flatMap(\.problems)
      .filter { told.insert($0.location).inserted }
    let report = CheckReport(
      plans: [], findings: findings, ledger: [], failOn: failOn?.severity ?? .error,
      version: Version.current)
    let language = shared.language(of: [], configured: broken.map { $0.configuration?.language })
    write(report, language)
    let isConfiguration = broken.contains {
      $0.rules.isUsable || ($0.configuration != nil && !$0.findings.isEmpty)
    }
    Console.error(
      "ratsam: "
        + (isConfiguration
          ? language.pick(
            "the configuration has errors; no plan was checked",
            "die Konfiguration hat Fehler; kein Plan wurde geprüft")
          : language.pick(
            "the rules have errors; no plan was checked",
            "die Regeln haben Fehler; kein Plan wurde geprüft")))
    throw ExitStatus.couldNotCheck
  }

  /// A previous version that cannot be read: tells why and checks nothing.
  private func refuse(_ errors: [Finding]) throws {
    let report = CheckReport(
      plans: [], findings: errors, ledger: [], rulePlaces: [:], failOn: failOn?.severity ?? .error,
      version: Version.current)
    write(report, shared.callLanguage)
    Console.error("ratsam: " + CallProblem.previousUnreadable.text(in: shared.callLanguage))
    throw ExitStatus.couldNotCheck
  }

  /// Checks the plans, several at once; the results keep the order of the call.
  private func lint(
    _ inputs: [PlanInput], _ previous: PreviousPlan?, _ rules: [LoadedRules],
    _ options: [LintOptions]
  ) -> [LintResult] {
    let results = Mutex([LintResult?](repeating: nil, count: inputs.count))
    @Sendable func check(_ index: Int) {
      var result = rules[index].rules.lint(
        inputs[index], previous: previous, options: options[index])
      result.summary.configuration = rules[index].configuration?.file.path
      results.withLock { $0[index] = result }
    }
    if inputs.count > 1 {
      DispatchQueue.concurrentPerform(iterations: inputs.count, execute: check)
    } else if !inputs.isEmpty {
      check(0)
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
