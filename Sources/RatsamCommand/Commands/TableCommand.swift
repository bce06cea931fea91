import ArgumentParser
import Diagnostics
import Linting
import Model
import Reporters
import Reporting

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

  @Argument(help: ArgumentHelp("The table's name; see --list.", valueName: "table"))
  var name: String?

  @Argument(help: ArgumentHelp("A plan, as for `ratsam check`.", valueName: "plan"))
  var plan: String?

  @OptionGroup var shared: SharedOptions

  @Option(name: .long, help: ArgumentHelp("How the table is written.", valueName: "format"))
  var format: Format = .terminal

  @Flag(name: .long, help: "List the tables that the rules declare.")
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
      throw ValidationError("Name a table, or give --list to see which there are.")
    }
    if list, name != nil {
      throw ValidationError("--list shows all tables; name none.")
    }
  }

  private func write() throws {
    let (rules, unreadableRules) = shared.loadRules()
    let broken =
      unreadableRules.isEmpty ? rules.findings.filter { $0.severity == .error } : unreadableRules
    guard broken.isEmpty else {
      try Refusal.tell(broken, shared.callLanguage)
      return
    }
    guard let name else {
      writeList(of: rules)
      return
    }
    guard !rules.tableNames.isEmpty else { throw CallProblem.noTables }
    guard let index = rules.tableNames.firstIndex(of: name) else {
      throw CallProblem.unknownTable(name, known: rules.tableNames)
    }
    let options = try shared.lintOptions(for: rules)
    let (inputs, unreadable) = try shared.readPlans(plan.map { [$0] } ?? [])
    guard let input = inputs.first else {
      try Refusal.tell(unreadable, shared.callLanguage)
      return
    }
    let loaded = self.loaded(input, rules, needsFindings: rules.needsFindings(index), options)
    let language = shared.language(of: [loaded.plan.language])
    let errors = loaded.findings.filter { $0.severity == .error }
    guard Refusal.isReadable(loaded.plan, errors) else {
      try Refusal.tell(errors, language)
      return
    }
    // A table over findings is complete because of the errors, not in spite of them.
    if !errors.isEmpty, !rules.needsFindings(index) { tell(errors.count, language) }
    write(
      rules.table(index, of: loaded.plan, findings: loaded.findings, options: options), language)
  }

  /// The plan with its findings: those of loading, and for a table over findings those of the
  /// rules.
  private func loaded(
    _ input: PlanInput, _ rules: RuleSet, needsFindings: Bool, _ options: LintOptions
  ) -> (plan: Plan, findings: [Finding]) {
    guard needsFindings else { return rules.load(input, options: options) }
    let result = rules.lint(input, options: options)
    // In the order of every report, so that groups stand in the same one.
    let check = CheckReport(
      plans: [result.summary], findings: result.findings, ledger: [], version: Version.current)
    return (result.plan, check.findings)
  }

  private func writeList(of rules: RuleSet) {
    Console.outputList(
      rules.program.tables.map { ($0.name, $0.title[shared.callLanguage]) })
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
          language: language, width: Console.width, usesColor: shared.usesColor,
          drawsCharts: shared.color != .never
        ).write(table, to: &buffer)
      case .markdown: MarkdownTable(language: language).write(table, to: &buffer)
      case .csv: CSVTable(language: language).write(table, to: &buffer)
      }
    }
  }
}
