import ArgumentParser
import Diagnostics
import Importing
import Linting
import Model
import Reporters
import Reporting
import SourceText

extension ImportFormat: ExpressibleByArgument {}

/// `ratsam import`: makes a plan of a table, a JSON or YAML file, or an OParl list.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a plan of a table or of another system's file.",
    usage: "ratsam import <format> <file> [--map <file>] [--output <file>]",
    discussion: """
      A map says which column becomes which field; for oparl there is one already. No number and \
      no date is guessed: what cannot be read for certain becomes open, with the text of the \
      source, and is listed on standard error.
      """)

  @Argument(help: "csv, json, yaml or oparl (a list of organizations).")
  var format: ImportFormat

  @Argument(help: "The file to import; - reads standard input.")
  var file: String

  @Option(name: .long, help: ArgumentHelp("Which column becomes which field.", valueName: "file"))
  var map: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, which must not exist yet; else standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var options: RuleOptions

  func run() throws {
    try options.run {
      let (schema, language) = try loadSchema()
      let limits = Limits()
      let mapFile = try mapFile(limits)
      let (map, mapFindings) = readImportMap(mapFile, schema: schema, limits: limits)
      try tell(mapFindings, language)
      let source = try read(file, .source, limits)
      let (value, sourceFindings) = readSource(source, as: format, limits: limits)
      try tell(sourceFindings, language)
      let result = importPlan(value, of: source, map: map, of: mapFile, schema: schema)
      try tell(result.findings, language)
      try write(result.plan)
      Console.error("ratsam: " + summary(of: result, language))
    }
  }

  private func loadSchema() throws -> (Schema, Language) {
    let loaded = try options.loadUsableRules()
    return (loaded.rules.schema, loaded.language)
  }

  private func mapFile(_ limits: Limits) throws -> SourceFile {
    if let map { return try read(map, .map, limits) }
    guard format == .oparl else { throw CallProblem.noMap }
    return oparlMap
  }

  private func read(
    _ path: String, _ role: FileProblem.Role, _ limits: Limits
  ) throws -> SourceFile {
    switch Disk.read(path, limit: limits.fileBytes) {
    case .success(let file): return file
    case .failure(let failure):
      try tell(
        [FileProblem(path: path, role: role, failure: failure).finding], options.callLanguage)
      throw ExitStatus.couldNotCheck
    }
  }

  /// Tells findings on standard error; with an error among them nothing is written.
  private func tell(_ findings: [Finding], _ language: Language) throws {
    guard !findings.isEmpty else { return }
    guard findings.contains(where: { $0.severity == .error }) else {
      return Refusal.write(findings, language)
    }
    // What stops the import is told with its help; what became of a text takes one line.
    let report = CheckReport(plans: [], findings: findings, ledger: [], version: Version.current)
    var buffer = ByteBuffer()
    TerminalReporter(language: language, options: .init(showsSummary: false))
      .write(report, to: &buffer)
    // The blank line that parts findings would part the last one from what comes of it.
    Console.error(String(buffer.text.dropLast()))
    Console.error(
      "ratsam: " + language.pick("nothing was written", "nichts wurde geschrieben"))
    throw ExitStatus.couldNotCheck
  }

  private func write(_ plan: String) throws {
    guard let output else {
      Console.output { $0.append(plan) }
      return
    }
    switch Disk.create(output, Array(plan.utf8)) {
    case .success: break
    case .failure(.exists): throw CallProblem.fileExists(output)
    case .failure(.other(let reason)): throw CallProblem.notWritten(output, reason: reason)
    }
  }

  private func summary(of result: ImportResult, _ language: Language) -> String {
    let counts = result.counts.map { "\($0.list): \($0.elements)" }.joined(separator: ", ")
    let open = result.findings.count { $0.code == "import-open" }
    let target = output.map { " → \($0)" } ?? ""
    return counts + target
      + language.pick("; texts that became open: \(open)", "; zu „offen“ wurden: \(open)")
  }
}
