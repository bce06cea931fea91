import ArgumentParser
import Diagnostics
import Reporters
import Reporting
import RuleSyntax
import SourceText

/// `ratsam format`: puts rule files into the one form that all of them have.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Put rule files into the one form.",
    discussion: """
      Files are rewritten in place and named on standard output; a folder stands for the .ratsam \
      files below it. - reads a rule file from standard input and writes it to standard output. \
      Only white space, line breaks after commas and the like change, never what a rule says; \
      comments stay. A file with a mistake stays as it is.

      EXIT STATUS
        0  every file has the form, or got it
        1  with --check: a file does not have the form
        2  a file could not be read or written, or has a mistake
      """)

  @Argument(
    help: ArgumentHelp("Rule files, or folders of them; - is standard input.", valueName: "path"))
  var paths: [String]

  @Flag(name: .long, help: "Write nothing; name the files that do not have the form.")
  var check = false

  @Flag(name: .long, help: "Write nothing; print what would change.")
  var diff = false

  @Option(
    name: .long,
    help: ArgumentHelp("The language of messages; else the locale's.", valueName: "language"))
  var lang: Language?

  @Option(name: .long, help: ArgumentHelp("Colour in the terminal.", valueName: "when"))
  var color: ColorMode = .auto

  /// A file with what the formatter made of it.
  private struct Formatted {
    var path: String
    var file: SourceFile
    var bytes: [UInt8]

    var differs: Bool { bytes != file.bytes }
  }

  private var language: Language { lang ?? Console.localeLanguage }

  func run() throws {
    guard paths.filter({ $0 == "-" }).count <= 1 else {
      Console.error("ratsam: " + CallProblem.stdinTwice.text(in: language))
      throw ExitStatus.couldNotCheck
    }
    var problems: [Finding] = []
    let files = readFiles(&problems).compactMap { path, file -> Formatted? in
      let (text, findings) = formatRuleFile(file, limits: Limits())
      problems += findings
      return findings.isEmpty
        ? Formatted(path: path, file: file, bytes: Array(text.utf8)) : nil
    }
    let differing = files.filter(\.differs)
    if diff {
      for file in differing { writeDiff(file) }
    } else if check {
      for file in differing { name(file) }
    } else {
      for file in files { rewrite(file, &problems) }
    }
    if !problems.isEmpty {
      tell(problems)
      throw ExitStatus.couldNotCheck
    }
    if check, !differing.isEmpty {
      tellDifferences(differing.count, of: files.count)
      throw ExitStatus.blocks
    }
  }

  // MARK: - Files

  private func readFiles(_ problems: inout [Finding]) -> [(path: String, file: SourceFile)] {
    var files: [(path: String, file: SourceFile)] = []
    var seen: Set<String> = []
    for path in paths {
      let found = path == "-" ? [path] : Disk.ruleFiles(path)
      if found.isEmpty {
        problems.append(
          Finding(
            NoRulesProblem(path: path), severity: .error,
            at: Location(SourceFile(path: path, bytes: []), ByteRange(at: 0))))
      }
      for path in found where seen.insert(Disk.realPath(path) ?? path).inserted {
        switch Disk.read(path, limit: Limits().fileBytes) {
        case .success(let file): files.append((path, file))
        case .failure(let failure):
          problems.append(FileProblem(path: path, role: .rules, failure: failure).finding)
        }
      }
    }
    return files
  }

  /// Writes a file that differs and names it; standard input goes to standard output in any case.
  private func rewrite(_ file: Formatted, _ problems: inout [Finding]) {
    if file.path == "-" {
      Console.output { $0.append(file.bytes) }
    } else if file.differs {
      if let problem = Disk.replace(file.path, with: file.bytes) {
        problems.append(problem.finding)
      } else {
        name(file)
      }
    }
  }

  // MARK: - Output

  private func name(_ file: Formatted) {
    Console.output { $0.append(file.file.path + "\n") }
  }

  private func writeDiff(_ file: Formatted) {
    Console.output { buffer in
      UnifiedDiff(path: file.file.path, from: file.file.bytes, to: file.bytes).write(to: &buffer)
    }
  }

  /// Tells problems as `check` does, but on standard error: rules may go to standard output.
  private func tell(_ problems: [Finding]) {
    let report = CheckReport(
      plans: [], findings: problems, ledger: [], rulePlaces: [:], failOn: .error,
      version: Version.current)
    let usesColor = color.usesColor(
      noColor: Console.environment("NO_COLOR"), forceColor: Console.environment("FORCE_COLOR"),
      isTerminal: Console.outputIsTerminal)
    var buffer = ByteBuffer()
    TerminalReporter(
      language: language, options: .init(width: Console.width, usesColor: usesColor)
    ).write(report, to: &buffer)
    Console.error(buffer.text)
  }

  private func tellDifferences(_ count: Int, of all: Int) {
    Console.error(
      "ratsam: "
        + language.pick(
          "\(count) of \(all) rule files \(count == 1 ? "does" : "do") not have the form; `ratsam format` gives it",
          "\(count) von \(all) Regeldateien \(count == 1 ? "hat" : "haben") nicht die Form; `ratsam format` gibt sie"
        ))
  }
}
