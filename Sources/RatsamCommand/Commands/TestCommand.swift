import ArgumentParser
import Diagnostics
import Dispatch
import Linting
import Reporters
import Reporting
import Semantics
import SourceText
import Synchronization

/// `ratsam test`: runs the examples in the rules, and whole plans with `# breaks:` comments.
struct TestCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, concise, json }

  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of the rules.",
    usage: "ratsam test [<options>] [<plan> ...]",
    discussion: """
      Every example must come to the outcome that it names, at the field that it names. What can \
      come of a condition, an alternative or a requirement and is shown by no example is told; \
      --require-coverage makes it an error. Plans given here are fixtures: a comment \
      `# breaks: rule-id` stands on every line that a rule must find, and nothing else may be found.
      """)

  @Argument(help: ArgumentHelp("Plans to run as fixtures.", valueName: "plan"))
  var plans: [String] = []

  @OptionGroup var shared: SharedOptions

  @Option(name: .long, help: ArgumentHelp("How findings are written.", valueName: "format"))
  var format: Format = .terminal

  @Flag(name: .long, help: "Print what the examples show of every part of every rule.")
  var coverage = false

  @Flag(name: .long, help: "Fail where an example is missing for something that can happen.")
  var requireCoverage = false

  @Flag(name: .long, help: "Change the rules in one place at a time; the examples must notice.")
  var mutate = false

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("With --mutate, change this rule only.", valueName: "id"))
  var onlyRule: String?

  func run() throws { try CallProblem.telling(in: shared.callLanguage, test) }

  private func test() throws {
    // Rules are tested as their files say, whatever a configuration makes of them.
    let (judging, unreadableRules) = RuleFiles(shared.rules).load()
    let rules = judging.withAllRules
    let broken =
      unreadableRules.isEmpty ? rules.findings.filter { $0.severity == .error } : unreadableRules
    guard broken.isEmpty else { try refuse(broken) }
    if onlyRule != nil, !mutate { throw CallProblem.ruleWithoutMutate }
    var report = rules.testExamples(gaps: requireCoverage ? .error : .warning)
    let options = try shared.lintOptions(for: rules)
    let (inputs, unreadable) = plans.isEmpty ? ([], []) : try shared.readPlans(plans)
    for input in inputs { report.findings += judging.runFixture(input, options: options) }
    report.findings += unreadable
    report.fixtures = inputs.count
    if mutate { try addMutation(to: &report, rules, inputs, options) }
    write(report)
    if !unreadable.isEmpty { throw ExitStatus.couldNotCheck }
    if report.findings.contains(where: { $0.severity == .error }) { throw ExitStatus.blocks }
    guard report.passes else {
      try tellNothing(
        "nothing was tested: the rules have no examples",
        "nichts wurde geprüft: die Regeln haben keine Beispiele")
    }
  }

  // MARK: - Mutation

  /// Tries every change, several rules at once. With an example that is wrong already nothing can be
  /// told from changes.
  private func addMutation(
    to report: inout TestReport, _ rules: RuleSet, _ inputs: [PlanInput], _ options: LintOptions
  ) throws {
    let ids = rules.program.rules.map(\.id)
    if let onlyRule, !ids.contains(onlyRule) {
      throw CallProblem.unknownRule(onlyRule, known: ids)
    }
    guard report.asExpected == report.examples else {
      return Console.error(
        "ratsam: "
          + shared.callLanguage.pick(
            "no rule was changed: first the examples must be as expected",
            "keine Regel wurde geändert: erst müssen die Beispiele stimmen"))
    }
    let subjects = rules.mutationSubjects(rule: onlyRule)
    let fixtures = inputs.compactMap { MutationFixture($0, rules, options: options) }
    let results = Mutex([MutationResult?](repeating: nil, count: subjects.count))
    DispatchQueue.concurrentPerform(iterations: subjects.count) { index in
      let result = rules.mutate(subjects[index], fixtures: fixtures)
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0.compactMap { $0 } }
    report.mutation = MutationReport(subjects: all.map(\.subject))
    report.findings += all.flatMap(\.findings)
    if onlyRule == nil { report.findings += rules.strayArguments(beside: subjects) }
  }

  /// Rules with errors, or that cannot be read: tells them and tests nothing.
  private func refuse(_ broken: [Finding]) throws -> Never {
    write(TestReport(rules: [], asExpected: 0, findings: broken))
    try tellNothing(
      "the rules have errors; nothing was tested",
      "die Regeln haben Fehler; nichts wurde geprüft")
  }

  private func tellNothing(_ english: String, _ german: String) throws -> Never {
    Console.error("ratsam: " + shared.callLanguage.pick(english, german))
    throw ExitStatus.couldNotCheck
  }

  // MARK: - Writing

  private func write(_ report: TestReport) {
    let language = shared.callLanguage
    Console.output { buffer in
      if format == .json {
        TestJSON(language: language, version: Version.current).write(report, to: &buffer)
        return
      }
      if format == .terminal, coverage || report.packs.count > 1 {
        write(report.packTable, to: &buffer)
      }
      if format == .terminal, coverage { write(report.partTable, to: &buffer) }
      if format == .terminal, let mutation = report.mutation {
        write(mutation.table, to: &buffer)
      }
      write(report.findings, to: &buffer)
      if !report.rules.isEmpty { TestSummary(report, language).write(to: &buffer) }
    }
  }

  private func write(_ table: ReportTable, to buffer: inout ByteBuffer) {
    TerminalTable(
      language: shared.callLanguage, width: Console.width, usesColor: shared.usesColor
    ).write(table, to: &buffer)
    buffer.append("\n")
  }

  private func write(_ findings: [Finding], to buffer: inout ByteBuffer) {
    let language = shared.callLanguage
    let report = CheckReport(plans: [], findings: findings, ledger: [], version: Version.current)
    switch format {
    case .terminal:
      TerminalReporter(
        language: language,
        options: .init(
          width: Console.width, usesColor: shared.usesColor, showsSummary: false)
      ).write(report, to: &buffer)
    case .concise, .json:
      ConciseReporter(language: language, showsSummary: false).write(report, to: &buffer)
    }
  }
}
