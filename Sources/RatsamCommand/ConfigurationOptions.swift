import ArgumentParser
import Linting

/// The options that say which configuration holds.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The configuration; else the nearest ratsam.yaml from the plan's folder upwards.",
      valueName: "path"))
  var config: String?

  @Flag(name: .long, help: "Read no configuration.")
  var noConfig = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A value for a setting of the rules; may be given again.", valueName: "name=value"))
  var set: [String] = []

  func validate() throws {
    if noConfig, config != nil {
      throw ValidationError("--config names a configuration and --no-config wants none.")
    }
  }

  /// The values of `--set`.
  func settings() throws -> [SettingAssignment] {
    try set.map { text in
      guard let assignment = SettingAssignment(commandLine: text) else {
        throw CallProblem.badSetting(text)
      }
      return assignment
    }
  }
}
