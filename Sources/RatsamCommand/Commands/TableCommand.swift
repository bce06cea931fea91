import ArgumentParser
import Diagnostics
import Linting
import Model
import Reporters
import Reporting
import Semantics

/// `ratsam table`: writes summary tables of a plan.
struct TableCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, markdown, csv }

  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Write a summary table of a plan.",
    usage: """
      ratsam table [<options>] <table> [<plan>]
      ratsam table --list [--rules <path>] [--lang <language>]
      """,
    discussion: "The plan is the one of the working directory where none is named.")

  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: ArgumentHelp("How the table is written.", valueName: "format"))
  var format: Format = .terminal

  func run() throws { try CallProblem.telling(in: output.shared.callLanguage, write) }

  private func write() throws {
    let found = try output.loadUsableRules()
    let rules = found.rules
    let tables = rules.program.tables
    guard let name = output.name else {
      return Console.outputList(tables.map { ($0.name, $0.title[output.language(found)]) })
    }
    guard !tables.isEmpty else { throw CallProblem.noTables }
    guard let index = rules.tableNames.firstIndex(of: name) else {
      throw CallProblem.unknownTable(name, known: rules.tableNames)
    }
    if let input = output.missing(where: tables[index].reads) {
      throw CallProblem.tableNeeds(name, input)
    }
    let options = try output.shared.lintOptions(for: rules)
    let input = try output.read(found, options)
    let loaded = self.loaded(input, rules, needsFindings: rules.needsFindings(index), options)
    let language = output.language(found, loaded.plan.language)
    let errors = loaded.findings.filter { $0.severity == .error }
    guard Refusal.isReadable(loaded.plan, errors) else {
      return try Refusal.tell(errors, language)
    }
    // A table over findings is complete because of the errors, not in spite of them.
    if !errors.isEmpty, !rules.needsFindings(index) { tell(errors.count, language) }
    write(
      rules.table(index, of: loaded.plan, findings: loaded.findings, options: options), language)
  }

  /// The plan, beside its previous version, with its findings: those of loading, and for a table over
  /// findings those of the rules.
  private func loaded(
    _ input: OutputOptions.Input, _ rules: RuleSet, needsFindings: Bool, _ options: LintOptions
  ) -> (plan: Plan, findings: [Finding]) {
    guard needsFindings else {
      return rules.load(input.plan, previous: input.previous, options: options)
    }
    let result = rules.lint(input.plan, previous: input.previous, options: options)
    // In the order of every report, so that groups stand in the same one.
    let check = CheckReport(
      plans: [result.summary], findings: result.findings, ledger: [], version: Version.current)
    return (result.judged, check.findings)
  }

  private func tell(_ errors: Int, _ language: Language) {
    Console.error(
      "ratsam: "
        + language.pick(
          "the plan has \(errors) \(errors == 1 ? "error" : "errors"), "
            + "so the table may be incomplete; see `ratsam check`",
          "der Plan hat \(errors) Fehler, die Tabelle ist vielleicht unvollständig; "
            + "siehe `ratsam check`"))
  }

  private func write(_ table: ReportTable, _ language: Language) {
    Console.output { buffer in
      switch format {
      case .terminal:
        TerminalTable(
          language: language, width: Console.width, usesColor: output.shared.usesColor,
          drawsCharts: output.shared.color != .never
        ).write(table, to: &buffer)
      case .markdown: MarkdownTable(language: language).write(table, to: &buffer)
      case .csv: CSVTable(language: language).write(table, to: &buffer)
      }
    }
  }
}
