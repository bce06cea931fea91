import ArgumentParser

/// The command `ratsam`.
@main
struct RatsamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ratsam",
    abstract: "Checks plans before people decide on them.",
    discussion: """
      EXIT STATUS
        0  nothing blocks
        1  a plan has findings at or above --fail-on, undetermined ones included
        2  could not check: usage, configuration, broken rules, an unreadable file,
             nothing to check
        3  internal error
      """,
    version: Version.current,
    subcommands: [
      CheckCommand.self, ReportCommand.self, TableCommand.self, TestCommand.self,
      CheckRulesCommand.self, GapsCommand.self, FormatCommand.self,
      RulesCommand.self, ExplainCommand.self, SchemaCommand.self, NewCommand.self,
      ImportCommand.self,
    ]
  )

  /// The call without a command: it checks nothing, so it is none.
  func run() throws {
    Console.error(Self.helpMessage(columns: Console.width))
    throw ExitStatus.couldNotCheck
  }

  /// Refuses a command that does not exist, with the nearest names.
  private static func refuseUnknownCommand() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let isHelp = arguments.first == "help"
    guard let name = isHelp ? arguments.dropFirst().first : arguments.first,
      !name.hasPrefix("-")
    else { return }
    let known = configuration.subcommands.map { $0._commandName } + ["help"]
    guard !known.contains(name) else { return }
    let problem = CallProblem.unknownCommand(name, known: known)
    Console.error("ratsam: " + problem.text(in: Console.localeLanguage))
    throw ExitStatus.couldNotCheck
  }

  /// The command that the call names.
  ///
  /// To parse from the root, the parser looks at every option of every command, which takes longer
  /// than checking a small plan. So the command that is named parses its own arguments; where it
  /// cannot, and for help, the root says what is wrong.
  private static func parsed() throws -> any ParsableCommand {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0._commandName == name }),
      let parsed = try? command.parse(Array(arguments.dropFirst()))
    {
      return parsed
    }
    return try parseAsRoot()
  }

  static func main() {
    do {
      try refuseUnknownCommand()
      var command = try parsed()
      try command.run()
    } catch let status as ExitStatus {
      status.leave()
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess {
        exit(withError: error)  // help and version
      }
      Console.error(fullMessage(for: error))
      // What is no mistake in the call is one of ours.
      (code == .failure ? ExitStatus.internalError : .couldNotCheck).leave()
    }
  }
}

/// The tool's version.
enum Version {
  static let current = "0.1.0"
}
