import Analysis
import ArgumentParser
import Diagnostics
import Linting
import Reporters
import Reporting

/// `ratsam check-rules`: looks for mistakes in rules themselves, without a plan.
struct CheckRulesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, concise, json }

  static let configuration = CommandConfiguration(
    commandName: "check-rules",
    abstract: "Look for mistakes in the rules themselves.",
    usage: "ratsam check-rules [<options>] [<path> ...]",
    discussion: """
      Finds conditions that no element fits, requirements that no element can break or meet, rules \
      that contradict each other or say nothing new, missing examples, and names that nothing \
      uses or that read alike. Each claim about a rule was tried on elements that the rule judged; \
      of what cannot be tried completely nothing is claimed, and the last line says so.
      """)

  @Argument(
    help: ArgumentHelp(
      """
      Rule files or folders of them, instead of the shipped rules. Where none declares a schema, \
      the shipped one is read too.
      """, valueName: "path"))
  var paths: [String] = []

  @Option(name: .long, help: ArgumentHelp("How findings are written.", valueName: "format"))
  var format: Format = .terminal

  @Option(
    name: .long,
    help: ArgumentHelp("The least severity that blocks (exit status 1).", valueName: "severity"))
  var failOn: CheckCommand.FailOn = .warning

  @Flag(name: .long, help: "Also tell fields and values that no rule and no table reads.")
  var unread = false

  @Flag(name: .long, help: "Print how far each rule could be analysed, and why no further.")
  var coverage = false

  @Flag(name: .long, help: "First mend the mistakes that have just one fix, and name the files.")
  var fix = false

  @Option(
    name: .long,
    help: ArgumentHelp("The language of the output; else the locale's.", valueName: "language"))
  var lang: Language?

  @Option(name: .long, help: ArgumentHelp("Colour in the terminal.", valueName: "when"))
  var color: ColorMode = .auto

  private var language: Language { lang ?? Console.localeLanguage }

  func run() throws { try CallProblem.telling(in: language, check) }

  private func check() throws {
    if fix { try mend() }
    // Every pack is looked at, whatever is on.
    let (judging, unreadable) = RuleFiles(paths).load()
    let rules = judging.withAllRules
    guard unreadable.isEmpty, rules.isUsable else {
      write(unreadable.isEmpty ? rules.findings : unreadable, [], rules)
      Console.error(
        "ratsam: "
          + language.pick(
            "the rules have errors; nothing was analysed",
            "die Regeln haben Fehler; nichts wurde untersucht"))
      throw ExitStatus.couldNotCheck
    }
    // Without paths the shipped rules are what is looked at.
    let options = AnalysisOptions(files: paths.isEmpty ? nil : rules.ownFiles, tellsUnread: unread)
    let analysis = rules.analyse(options)
    let blocks = write(analysis.findings, analysis.coverage, rules)
    if blocks { throw ExitStatus.blocks }
    if rules.program.rules.isEmpty, rules.program.tables.isEmpty, rules.schema.records.count < 2 {
      throw ExitStatus.couldNotCheck
    }
  }

  /// Mends mistakes in the files that the call names; the shipped rules stay.
  private func mend() throws {
    if paths.isEmpty { return }
    if paths.contains("-") { throw CallProblem.inputNotMended }
    var counts: [String: Int] = [:]
    // A mistake may hide another one behind it.
    for _ in 0..<8 {
      let (rules, unreadable) = RuleFiles(paths).load()
      let mistakes = rules.findings.filter {
        $0.severity == .error && rules.ownFiles.contains($0.location.file.path)
      }
      let files = unreadable.isEmpty ? Mending(mistakes).files : []
      if files.isEmpty { break }
      for file in files {
        if let problem = Disk.replace(file.path, with: file.bytes) {
          write([problem.finding], [], rules)
          throw ExitStatus.couldNotCheck
        }
        counts[file.path, default: 0] += file.count
      }
    }
    for (path, count) in counts.sorted(by: { $0.key < $1.key }) {
      Console.error(
        "ratsam: "
          + language.pick(
            "\(path): \(count) \(count == 1 ? "mistake" : "mistakes") mended",
            "\(path): \(count) Fehler berichtigt"))
    }
  }

  @discardableResult private func write(
    _ findings: [Finding], _ coverage: [RuleCheckReport.Coverage], _ rules: RuleSet
  ) -> Bool {
    let report = RuleCheckReport(
      CheckReport(
        plans: [], findings: findings, ledger: [], rulePlaces: rules.rulePlaces,
        failOn: failOn.severity, version: Version.current), coverage: coverage)
    let usesColor = color.usesColor(
      noColor: Console.environment("NO_COLOR"), forceColor: Console.environment("FORCE_COLOR"),
      isTerminal: Console.outputIsTerminal)
    Console.output { buffer in
      let reporter = RuleCheckReporter(language: language)
      switch format {
      case .terminal:
        reporter.writeTerminal(
          report,
          .init(width: Console.width, usesColor: usesColor, showsLedger: self.coverage),
          to: &buffer)
      case .concise: reporter.writeConcise(report, to: &buffer)
      case .json: reporter.writeJSON(report, to: &buffer)
      }
    }
    return report.check.blocks
  }
}
