import ArgumentParser
import Diagnostics
import Dispatch
import Linting
import Model
import Reporters
import Reporting
import SourceText
import Synchronization

/// `ratsam gaps`: which fields of a plan could be lost without a word.
struct GapsCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, json }

  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Tell which fields could be lost without a word.",
    usage: "ratsam gaps [<options>] [<plan>]",
    discussion: """
      Deletes, blanks and misspells one stated value of the plan at a time, in memory only, and \
      lists the fields of which the loss makes no finding and changes no table. Of each field three \
      values are tried unless --all is given; the output says how many of how many.
      """)

  @Argument(help: ArgumentHelp("A plan without findings.", valueName: "plan"))
  var plan: String?

  @OptionGroup var shared: SharedOptions

  @OptionGroup var configuration: ConfigurationOptions

  @Option(name: .long, help: ArgumentHelp("How the fields are written.", valueName: "format"))
  var format: Format = .terminal

  @Flag(name: .long, help: "Try every stated value.")
  var all = false

  @Flag(name: .long, help: "End with status 1 where a field could be lost.")
  var fail = false

  /// How many values of one field are tried without `--all`.
  private static let sampleSize = 3

  func run() throws { try CallProblem.telling(in: shared.callLanguage, search) }

  private func search() throws {
    var loader = try RuleLoader(shared.rules, configuration)
    let (inputs, unreadable) = try shared.readPlans(plan.map { [$0] } ?? [])
    guard var input = inputs.first else { try refuse(unreadable) }
    let loaded = loader.rules(for: Disk.folder(of: input.main.path))
    guard loaded.isUsable else { try refuse(loaded.problems) }
    let rules = loaded.rules
    let options = try shared.lintOptions(for: rules)
    input.includes = Self.reading(input.includes)
    let limit = all ? nil : Self.sampleSize
    guard let search = GapSearch(rules, input, options: options, limit: limit) else {
      try refuse(rules.load(input, options: options).findings)
    }
    tellFindings(of: search)
    let report = search.report(outcomes(of: search))
    guard report.tried > 0 else { throw CallProblem.nothingStated }
    write(report)
    if fail, !report.gaps.isEmpty { throw ExitStatus.blocks }
  }

  private func outcomes(of search: GapSearch) -> [GapSearch.Outcome] {
    let count = search.attempts.count
    let outcomes = Mutex([GapSearch.Outcome](repeating: .broken, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let outcome = search.outcome(of: search.attempts[index])
      outcomes.withLock { $0[index] = outcome }
    }
    return outcomes.withLock { $0 }
  }

  /// The same files at every asking, so that the disk is read once.
  private static func reading(_ includes: IncludeResolver) -> IncludeResolver {
    let read = ReadIncludes()
    return IncludeResolver { pattern, path in
      read.files.withLock { files in
        let key = pattern + "\0" + path
        if let known = files[key] { return known }
        let made = includes.files(pattern, path)
        files[key] = made
        return made
      }
    }
  }

  /// What `include:` gave, by pattern and file.
  private final class ReadIncludes: Sendable {
    let files = Mutex<[String: Result<[SourceFile], IncludeFailure>]>([:])
  }

  // MARK: - Telling

  private func refuse(_ findings: [Finding]) throws -> Never {
    Refusal.write(findings, shared.callLanguage)
    throw ExitStatus.couldNotCheck
  }

  /// A gap beside a finding may hide behind it.
  private func tellFindings(of search: GapSearch) {
    let count = search.findings.count
    guard count > 0 else { return }
    Console.error(
      "ratsam: "
        + shared.callLanguage.pick(
          "the plan has findings (\(count)); only new ones count as noticing",
          "der Plan hat Befunde (\(count)); als bemerkt gelten nur neue"))
  }

  private func write(_ report: GapReport) {
    let language = shared.callLanguage
    Console.output { buffer in
      switch format {
      case .terminal:
        TerminalTable(language: language, width: Console.width, usesColor: shared.usesColor)
          .write(report.table, to: &buffer)
      case .json: GapJSON(language: language, version: Version.current).write(report, to: &buffer)
      }
    }
  }
}
