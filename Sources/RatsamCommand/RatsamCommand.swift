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
        2  could not check: usage, broken rules, an unreadable file, nothing to check
        3  internal error
      """,
    version: Version.current,
    subcommands: [CheckCommand.self, TableCommand.self, TestCommand.self]
  )

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      status.leave()
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess {
        exit(withError: error)  // help and version
      }
      Console.error(fullMessage(for: error))
      ExitStatus.couldNotCheck.leave()
    }
  }
}

/// The tool's version.
enum Version {
  static let current = "0.1.0"
}
