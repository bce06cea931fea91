import ArgumentParser
import Diagnostics
import Linting
import Model
import Reporters
import SourceText
import Values

extension Language: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}

/// The options that every command with plans takes.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      A rule file or a folder of them, instead of the shipped rules; may be given again. Where \
      none declares a schema, the shipped one is read too.
      """,
      valueName: "path"))
  var rules: [String] = []

  @Option(name: .long, help: "The language of the output; else the plan's own, else the locale's.")
  var lang: Language?

  @Option(name: .long, help: ArgumentHelp("Judge as at this stage.", valueName: "stage"))
  var stage: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The date that `today` means, such as 2027-03-31.", valueName: "date"))
  var today: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The name of a plan given on standard input.", valueName: "path"))
  var stdinName: String?

  @Option(name: .long, help: "Colour in the terminal.")
  var color: ColorMode = .auto

  /// The language before any plan is read.
  var callLanguage: Language { lang ?? Console.localeLanguage }

  /// The call's language, else that of the first plan that states one, else a configuration's.
  func language(of plans: [Language?], configured: [Language?] = []) -> Language {
    lang ?? (plans + configured).compactMap { $0 }.first ?? Console.localeLanguage
  }

  var usesColor: Bool {
    color.usesColor(
      noColor: Console.environment("NO_COLOR"), forceColor: Console.environment("FORCE_COLOR"),
      isTerminal: Console.outputIsTerminal)
  }

  // MARK: - Rules

  /// The date of `--today`; nil where none was given.
  func day() throws -> CalendarDate? {
    guard let today else { return nil }
    guard case .success(let date) = CalendarDate.read(today), date.precision == .day else {
      throw CallProblem.badDate(today)
    }
    return date
  }

  /// The options that depend on the schema, or a sentence saying what is wrong with them.
  func lintOptions(for rules: RuleSet) throws -> LintOptions {
    var options = LintOptions(today: try day())
    if let stage {
      let values = rules.schema.stage.map { rules.schema.choices[$0.choice].values } ?? []
      guard let index = values.firstIndex(where: { $0.spellings.contains(stage) }) else {
        throw CallProblem.unknownStage(stage, known: values.map(\.name))
      }
      options.stage = index
    }
    return options
  }

  // MARK: - Plans

  /// Reads the main files of the plans that a call names.
  func readPlans(_ paths: [String]) throws -> (inputs: [PlanInput], unreadable: [Finding]) {
    var inputs: [PlanInput] = []
    var unreadable: [Finding] = []
    if stdinName != nil, !paths.contains("-") { throw CallProblem.stdinNameAlone }
    if paths.filter({ $0 == "-" }).count > 1 { throw CallProblem.stdinTwice }
    for path in paths.isEmpty ? try Self.planHere() : paths {
      switch Self.readPlan(path, shownAs: path == "-" ? stdinName ?? "<stdin>" : nil) {
      case .success(let input): inputs.append(input)
      case .failure(let problem): unreadable.append(problem.finding)
      }
    }
    return (inputs, unreadable)
  }

  /// The folder whose configuration holds for a plan; empty, or with a slash at its end.
  func folder(ofPlan path: String) -> String {
    if path == "-" { return Disk.folder(of: stdinName ?? "") }
    return Disk.folder(of: Disk.isDirectory(path) ? Self.planFile(in: path) : path)
  }

  /// Reads the main file of one plan: the file itself, or the one inside a directory.
  ///
  /// - Parameter name: what messages call it; nil: its path.
  static func readPlan(_ path: String, shownAs name: String?) -> Result<PlanInput, FileProblem> {
    let main = Disk.isDirectory(path) ? planFile(in: path) : path
    let limit = Limits().fileBytes
    switch Disk.read(main, shownAs: name ?? main, limit: limit) {
    case .success(let file):
      return .success(
        PlanInput(path: path, main: file, includes: Disk.includes(ofPlan: main, limit: limit)))
    case .failure(let failure):
      let isMissing = failure == .notFound && main != path
      return .failure(
        FileProblem(
          path: isMissing ? path : main, role: .plan, failure: isMissing ? .noPlanInside : failure))
    }
  }

  private static func planFile(in directory: String) -> String {
    let folder = directory.hasSuffix("/") ? directory : directory + "/"
    let names = ["plan.yaml", "plan.yml"]
    return folder + (names.first { Disk.exists(folder + $0) } ?? names[0])
  }

  /// Without a path: the plan of the working directory.
  private static func planHere() throws -> [String] {
    for name in ["plan.yaml", "plan.yml"] where Disk.exists(name) { return [name] }
    throw CallProblem.noPlan
  }
}
