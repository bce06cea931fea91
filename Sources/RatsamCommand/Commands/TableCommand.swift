import ArgumentParser
import Diagnostics
import Linting
import Reporters
import Reporting

/// `ratsam table`: writes summary tables of a plan.
struct TableCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, markdown, csv }

  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Write a summary table of a plan.",
    discussion: "Without a table's name, `ratsam table --list` shows which there are.")

  @Argument(help: "The table's name, then the plan.")
  var arguments: [String] = []

  @OptionGroup var shared: SharedOptions

  @Option(name: .long, help: "How the table is written.")
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
    if !list, arguments.isEmpty {
      throw ValidationError("Name a table, or give --list to see which there are.")
    }
    if arguments.count > 2 {
      throw ValidationError("One table and one plan at a time.")
    }
  }

  private func write() throws {
    let (rules, brokenRules) = shared.loadRules()
    let broken = brokenRules + rules.findings.filter { $0.severity == .error }
    guard broken.isEmpty else {
      try refuse(broken, shared.callLanguage)
      return
    }
    let language = shared.callLanguage
    if list {
      Console.output { buffer in
        for table in rules.program.tables {
          buffer.append("\(table.name)  \(table.title[language])\n")
        }
      }
      return
    }
    guard !rules.program.tables.isEmpty else { throw CallProblem.noTables }
    guard let index = rules.tableNames.firstIndex(of: arguments[0]) else {
      throw CallProblem.unknownTable(arguments[0], known: rules.tableNames)
    }
    let options = try shared.lintOptions(for: rules)
    let (inputs, unreadable) = try shared.readPlans(Array(arguments.dropFirst()))
    guard let input = inputs.first else {
      try refuse(unreadable, language)
      return
    }
    let loaded = rules.load(input, options: options)
    let errors = loaded.findings.filter { $0.severity == .error }
    guard loaded.plan.trees.first?.root != nil else {
      try refuse(errors, shared.language(of: [loaded.plan.language]))
      return
    }
    if !errors.isEmpty {
      Console.error(
        "ratsam: "
          + language.pick(
            "the plan has \(errors.count) errors, so the table may be incomplete; see `ratsam check`",
            "der Plan hat \(errors.count) Fehler, die Tabelle ist vielleicht unvollständig; siehe `ratsam check`"
          ))
    }
    write(
      rules.table(index, of: loaded.plan, options: options),
      shared.language(of: [loaded.plan.language]))
  }

  private func refuse(_ findings: [Finding], _ language: Language) throws {
    let report = CheckReport(
      plans: [], findings: findings, ledger: [], rulePlaces: [:], failOn: .error,
      version: Version.current)
    var text: [UInt8] = []
    var buffer = ByteBuffer { text += $0 }
    ConciseReporter(language: language).write(report, to: &buffer)
    buffer.flush()
    Console.error(String(decoding: text, as: UTF8.self))
    throw ExitStatus.couldNotCheck
  }

  private func write(_ table: ReportTable, _ language: Language) {
    Console.output { buffer in
      switch format {
      case .terminal:
        TerminalTable(language: language, width: Console.width, usesColor: shared.usesColor)
          .write(table, to: &buffer)
      case .markdown: MarkdownTable(language: language).write(table, to: &buffer)
      case .csv: CSVTable(language: language).write(table, to: &buffer)
      }
    }
  }
}
