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

  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: ArgumentHelp("How the report is written.", valueName: "format"))
  var format: Format = .terminal

  func run() throws { try CallProblem.telling(in: output.shared.callLanguage, write) }

  private func write() throws {
    let loaded = try output.loadUsableRules()
    let rules = loaded.rules
    let reports = rules.program.reports
    guard let name = output.name else {
      return Console.outputList(reports.map { ($0.name, $0.title[output.language(loaded)]) })
    }
    guard !reports.isEmpty else { throw CallProblem.noReports }
    guard let index = reports.firstIndex(where: { $0.name == name }) else {
      throw CallProblem.unknownReport(name, known: reports.map(\.name))
    }
    if let input = output.missing(where: { reports[index].reads($0, in: rules.program) }) {
      throw CallProblem.reportNeeds(name, input)
    }
    let options = try output.shared.lintOptions(for: rules)
    let input = try output.read(loaded, options)
    let result = rules.lint(input.plan, previous: input.previous, options: options)
    let language = output.language(loaded, result.plan.language)
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
          language: language, width: Console.width, usesColor: output.shared.usesColor,
          drawsCharts: output.shared.color != .never
        ).write(report, to: &buffer)
      case .markdown: ReportMarkdown(language: language).write(report, to: &buffer)
      case .json: ReportJSON(language: language).write(report, to: &buffer)
      }
    }
  }
}
