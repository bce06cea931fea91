import ArgumentParser
import Diagnostics
import Linting
import Reporters
import Reporting
import Semantics
import SourceText
import Values

/// `ratsam test`: runs the examples in the rules, and whole plans with `# breaks:` comments.
struct TestCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, concise }

  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of the rules.",
    usage: "ratsam test [<options>] [<plan> ...]",
    discussion: """
      Every example must come to the outcome that it names, at the field that it names, and the \
      examples of a rule must show every outcome of each of its requirements. Plans given here \
      are fixtures: a comment `# breaks: rule-id` stands on every line that a rule must find, and \
      nothing else may be found.
      """)

  @Argument(help: ArgumentHelp("Plans to run as fixtures.", valueName: "plan"))
  var plans: [String] = []

  @OptionGroup var shared: SharedOptions

  @Option(name: .long, help: ArgumentHelp("How findings are written.", valueName: "format"))
  var format: Format = .terminal

  @Flag(name: .long, help: "Print which outcomes the examples show, for every requirement.")
  var coverage = false

  func run() throws {
    do {
      try test()
    } catch let problem as CallProblem {
      Console.error("ratsam: " + problem.text(in: shared.callLanguage))
      throw ExitStatus.couldNotCheck
    }
  }

  private func test() throws {
    let language = shared.callLanguage
    // Rules are tested as their files say, whatever a configuration makes of them.
    let (judging, unreadableRules) = RuleFiles(shared.rules).load()
    let rules = judging.withAllRules
    let broken =
      unreadableRules.isEmpty ? rules.findings.filter { $0.severity == .error } : unreadableRules
    guard broken.isEmpty else {
      write(broken, rules, language)
      throw ExitStatus.couldNotCheck
    }
    let results = rules.runExamples()
    let covered = rules.coverage(of: results)
    var findings = results.compactMap(\.finding) + covered.compactMap { $0.finding(.error) }
    let options = try shared.lintOptions(for: rules)
    let (inputs, unreadable) = plans.isEmpty ? ([], []) : try shared.readPlans(plans)
    for input in inputs { findings += judging.runFixture(input, options: options) }
    findings += rules.findings + unreadable
    if coverage { write(covered, language) }
    if !findings.isEmpty { write(findings, rules, language) }
    writeSummary(rules.program.rules.count, results, covered, language)
    if !unreadable.isEmpty { throw ExitStatus.couldNotCheck }
    if findings.contains(where: { $0.severity == .error }) { throw ExitStatus.blocks }
    if results.isEmpty && inputs.isEmpty {
      Console.error(
        "ratsam: "
          + language.pick(
            "nothing was tested: the rules have no examples",
            "nichts wurde geprüft: die Regeln haben keine Beispiele"))
      throw ExitStatus.couldNotCheck
    }
  }

  private func writeSummary(
    _ rules: Int, _ examples: [ExampleResult], _ clauses: [ClauseCoverage], _ language: Language
  ) {
    let expected = examples.count { $0.isAsExpected }
    let covered = clauses.count { $0.missing.isEmpty }
    let count = examples.count
    Console.output { buffer in
      buffer.append(
        language.pick(
          "\(rules) \(rules == 1 ? "rule" : "rules"), "
            + "\(count) \(count == 1 ? "example" : "examples"), \(expected) as expected; "
            + "\(covered) of \(clauses.count) requirements covered\n",
          "\(rules) \(rules == 1 ? "Regel" : "Regeln"), "
            + "\(count) \(count == 1 ? "Beispiel" : "Beispiele"), \(expected) wie erwartet; "
            + "\(covered) von \(clauses.count) Anforderungen abgedeckt\n"))
    }
  }

  private func write(_ findings: [Finding], _ rules: RuleSet, _ language: Language) {
    let report = CheckReport(
      plans: [], findings: findings, ledger: [], rulePlaces: rules.rulePlaces, failOn: .error,
      version: Version.current)
    Console.output { buffer in
      switch format {
      case .terminal:
        TerminalReporter(
          language: language, options: .init(width: Console.width, usesColor: shared.usesColor)
        ).write(report, to: &buffer)
      case .concise: ConciseReporter(language: language).write(report, to: &buffer)
      }
    }
  }

  private func write(_ coverage: [ClauseCoverage], _ language: Language) {
    let outcomes: [Outcome] = [.met, .violated, .undetermined, .notApplicable]
    let rows = coverage.map { clause in
      ReportTable.Row(
        [.text(clause.rule), .number(Decimal(clause.clause + 1))]
          + outcomes.map { .number(Decimal(clause.counts[$0] ?? 0)) }
          + [.text(clause.missing.isEmpty ? "" : "!")])
    }
    let table = ReportTable(
      name: "coverage", title: LocalizedText(en: "Coverage", de: "Abdeckung"),
      columns: [
        .init(LocalizedText(en: "Rule", de: "Regel")),
        .init(LocalizedText(en: "No.", de: "Nr."), .right),
        .init(LocalizedText(en: "Met", de: "erfüllt"), .right),
        .init(LocalizedText(en: "Violated", de: "verletzt"), .right),
        .init(LocalizedText(en: "Unclear", de: "unklar"), .right),
        .init(LocalizedText(en: "N/A", de: "entfällt"), .right),
        .init(LocalizedText(en: "Missing", de: "fehlt")),
      ], rows: rows)
    Console.output { buffer in
      TerminalTable(language: language, width: Console.width, usesColor: shared.usesColor)
        .write(table, to: &buffer)
    }
  }
}
