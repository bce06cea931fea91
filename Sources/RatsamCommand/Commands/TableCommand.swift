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

  @Argument(help: ArgumentHelp("The table's name; see --list.", valueName: "table"))
  var name: String?

  @Argument(help: ArgumentHelp("A plan, as for `ratsam check`.", valueName: "plan"))
  var plan: String?

  @OptionGroup var shared: SharedOptions

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var previous: PreviousOption

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
    var loader = try RuleLoader(shared.rules, configuration)
    guard let name else {
      let listed = loader.rules(for: "")
      guard listed.isUsable else { return try Refusal.tell(listed.errors, language(listed, nil)) }
      return writeList(of: listed.rules, language(listed, nil))
    }
    let found = loader.rules(for: plan.map(shared.folder(ofPlan:)) ?? "")
    guard found.isUsable else { return try Refusal.tell(found.errors, language(found, nil)) }
    let rules = found.rules
    guard !rules.tableNames.isEmpty else { throw CallProblem.noTables }
    guard let index = rules.tableNames.firstIndex(of: name) else {
      throw CallProblem.unknownTable(name, known: rules.tableNames)
    }
    let options = try shared.lintOptions(for: rules)
    if previous.path == nil, rules.program.tables[index].reads(.previous) {
      throw CallProblem.tableNeedsPrevious(name)
    }
    let (inputs, unreadable) = try shared.readPlans(plan.map { [$0] } ?? [])
    try previous.validate(besides: plan.map { [$0] } ?? [])
    guard let input = inputs.first else {
      return try Refusal.tell(unreadable, language(found, nil))
    }
    let before: PreviousPlan?
    switch previous.load(rules, options) {
    case .success(let plan): before = plan
    case .failure(let unreadable):
      return try Refusal.tell(unreadable.findings, language(found, nil))
    }
    let loaded = self.loaded(
      input, rules, before, needsFindings: rules.needsFindings(index), options)
    let language = language(found, loaded.plan.language)
    let errors = loaded.findings.filter { $0.severity == .error }
    guard Refusal.isReadable(loaded.plan, errors) else {
      try Refusal.tell(errors, language)
      return
    }
    // A table over findings is complete because of the errors, not in spite of them.
    if !errors.isEmpty, !rules.needsFindings(index) { tell(errors.count, language) }
    write(
      rules.table(
        index, of: loaded.plan, previous: before, findings: loaded.findings, options: options),
      language)
  }

  private func language(_ rules: LoadedRules, _ plan: Language?) -> Language {
    shared.language(of: [plan], configured: [rules.configuration?.language])
  }

  /// The plan with its findings: those of loading, and for a table over findings those of the
  /// rules.
  private func loaded(
    _ input: PlanInput, _ rules: RuleSet, _ previous: PreviousPlan?, needsFindings: Bool,
    _ options: LintOptions
  ) -> (plan: Plan, findings: [Finding]) {
    guard needsFindings else { return rules.load(input, options: options) }
    let result = rules.lint(input, previous: previous, options: options)
    // In the order of every report, so that groups stand in the same one.
    let check = CheckReport(
      plans: [result.summary], findings: result.findings, ledger: [], version: Version.current)
    return (result.plan, check.findings)
  }

  private func writeList(of rules: RuleSet, _ language: Language) {
    Console.outputList(
      rules.program.tables.map { ($0.name, $0.title[language]) })
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
