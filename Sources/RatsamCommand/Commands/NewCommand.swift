import ArgumentParser
import Diagnostics
import Linting

/// `ratsam new`: writes a blank plan to fill in.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a blank plan to fill in.",
    discussion: """
      Every field that a rule reads stands there with a comment: its title, what it takes, which \
      values there are. A file that exists is never overwritten.
      """)

  @Argument(
    help: ArgumentHelp("The file to write; - writes to standard output.", valueName: "path"))
  var path: String

  @OptionGroup var options: RuleOptions

  @Flag(name: .long, help: "Write every field of the schema, not only those that a rule reads.")
  var all = false

  func run() throws {
    try options.run {
      let loaded = try options.loadUsableRules()
      let text = loaded.rules.blankPlan(in: loaded.language, fields: all ? .all : .important)
      guard path != "-" else {
        Console.output { $0.append(text) }
        return
      }
      switch Disk.create(path, Array(text.utf8)) {
      case .success:
        Console.error(
          "ratsam: " + loaded.language.pick("\(path) written", "\(path) geschrieben"))
      case .failure(.exists): throw CallProblem.fileExists(path)
      case .failure(.other(let reason)): throw CallProblem.notWritten(path, reason: reason)
      }
    }
  }
}
