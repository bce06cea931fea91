import ArgumentParser
import Diagnostics
import Linting
import Reporters
import Reporting

/// `ratsam report`: checks a plan and writes one of the reports on it.
struct ReportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, markdown, json }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report on a plan.",
    usage: """
      ratsam report [<options>] <report> [<plan>]
      ratsam report --list [--rules <path>] [--lang <language>]
      """,
    discussion: "The plan is the one of the working directory where none is named.")

  @Argument(help: ArgumentHelp("The report's name; see --list.", valueName: "report"))
  var name: String?

  @Argument(help: ArgumentHelp("A plan, as for `ratsam check`.", valueName: "plan"))
  var plan: String?

  @OptionGroup var shared: SharedOptions

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var previous: PreviousOption

  @Option(name: .long, help: ArgumentHelp("How the report is written.", valueName: "format"))
  var format: Format = .terminal

  @Flag(name: .long, help: "List the reports that the rules declare.")
  var list = false

  func run() throws {
    do {
      try write()
    } catch let problem as CallProblem {
      Console.error("ratsam: " + problem.text(in: shared.callLanguage))
      throw ExitStatus.couldNotCheck
    }
  }

  func validate() throws {
    if !list, name == nil {
      throw ValidationError("Name a report, or give --list to see which there are.")
    }
    if list, name != nil {
      throw ValidationError("--list shows all reports; name none.")
    }
  }

  private func write() throws {
    var loader = try RuleLoader(shared.rules, configuration)
    let found = loader.rules(for: plan.map(shared.folder(ofPlan:)) ?? "")
    func language(_ plan: Language?) -> Language {
      shared.language(of: [plan], configured: [found.configuration?.language])
    }
    guard found.isUsable else { return try Refusal.tell(found.errors, language(nil)) }
    let rules = found.rules
    guard let name else {
      return Console.outputList(
        rules.program.reports.map { ($0.name, $0.title[language(nil)]) })
    }
    let known = rules.program.reports.map(\.name)
    guard !known.isEmpty else { throw CallProblem.noReports }
    guard let index = known.firstIndex(of: name) else {
      throw CallProblem.unknownReport(name, known: known)
    }
    let options = try shared.lintOptions(for: rules)
    let (inputs, unreadable) = try shared.readPlans(plan.map { [$0] } ?? [])
    guard let input = inputs.first else {
      return try Refusal.tell(unreadable, language(nil))
    }
    try previous.validate(besides: plan.map { [$0] } ?? [])
    let before: PreviousPlan?
    switch previous.load(rules, options) {
    case .success(let plan): before = plan
    case .failure(let unreadable): return try Refusal.tell(unreadable.findings, language(nil))
    }
    let result = rules.lint(input, previous: before, options: options)
    let language = language(result.plan.language)
    let errors = result.findings.filter { $0.severity == .error }
    guard Refusal.isReadable(result.plan, errors) else { return try Refusal.tell(errors, language) }
    let whole = rules.report([result], failOn: .error, version: Version.current)
    // What is wrong with rule files is no matter of the plan's readers.
    let check = CheckReport(
      plans: whole.plans, findings: result.findings, ledger: whole.ledger,
      rulePlaces: whole.rulePlaces, failOn: .error, today: options.today, version: Version.current)
    write(rules.report(index, on: result, check: check, options: options), language)
  }

  private func write(_ report: PlanReport, _ language: Language) {
    Console.output { buffer in
      switch format {
      case .terminal:
        ReportTerminal(
          language: language, width: Console.width, usesColor: shared.usesColor,
          drawsCharts: shared.color != .never
        ).write(report, to: &buffer)
      case .markdown: ReportMarkdown(language: language).write(report, to: &buffer)
      case .json: ReportJSON(language: language).write(report, to: &buffer)
      }
    }
  }
}
