import ArgumentParser
import Diagnostics
import Linting
import Model
import Reporters
import RuleSyntax
import Semantics
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

  func language(of plans: [Language?]) -> Language {
    lang ?? plans.compactMap { $0 }.first ?? Console.localeLanguage
  }

  var usesColor: Bool {
    color.usesColor(
      noColor: Console.environment("NO_COLOR"), forceColor: Console.environment("FORCE_COLOR"),
      isTerminal: Console.outputIsTerminal)
  }

  // MARK: - Rules

  /// Reads and checks the rules; files that cannot be read are told as findings.
  func loadRules() -> (rules: RuleSet, unreadable: [Finding]) { Self.loadRules(rules) }

  /// Reads and checks rule files and folders of them; the shipped ones where there are none.
  static func loadRules(_ rules: [String]) -> (rules: RuleSet, unreadable: [Finding]) {
    guard !rules.isEmpty else { return (RuleSet(RuleSet.shipped), []) }
    var sources: [SourceFile] = []
    var unreadable: [Finding] = []
    for path in rules {
      let files = Disk.ruleFiles(path)
      if files.isEmpty {
        unreadable.append(
          Finding(
            NoRulesProblem(path: path), severity: .error,
            at: Location(SourceFile(path: path, bytes: []), ByteRange(at: 0))))
      }
      for file in files {
        switch Disk.read(file, limit: Limits().fileBytes) {
        case .success(let source): sources.append(source)
        case .failure(let failure):
          unreadable.append(FileProblem(path: file, role: .rules, failure: failure).finding)
        }
      }
    }
    // What is missing would only be told again as names that nobody declared.
    guard unreadable.isEmpty else { return (RuleSet([]), unreadable) }
    if !sources.contains(where: describesPlans) {
      sources = RuleSet.shipped.filter(describesPlans) + sources
    }
    return (RuleSet(sources), [])
  }

  /// Whether a rule file says what a plan is.
  private static func describesPlans(_ source: SourceFile) -> Bool {
    parseRuleFile(source, limits: Limits()).tree.declarations.contains { declaration in
      switch declaration {
      case .schema: true
      case .record(let record): !record.isExtension
      case .choice, .placeholder, .rule, .notation, .words, .setting, .table, .report: false
      }
    }
  }

  /// The options that depend on the schema, or a sentence saying what is wrong with them.
  func lintOptions(for rules: RuleSet) throws -> LintOptions {
    var options = LintOptions()
    if let today {
      guard case .success(let date) = CalendarDate.read(today), date.precision == .day else {
        throw CallProblem.badDate(today)
      }
      options.today = date
    }
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
    let limit = Limits().fileBytes
    if stdinName != nil, !paths.contains("-") { throw CallProblem.stdinNameAlone }
    if paths.filter({ $0 == "-" }).count > 1 { throw CallProblem.stdinTwice }
    for path in paths.isEmpty ? try Self.planHere() : paths {
      let main = Disk.isDirectory(path) ? Self.planFile(in: path) : path
      let name = path == "-" ? stdinName ?? "<stdin>" : main
      switch Disk.read(main, shownAs: name, limit: limit) {
      case .success(let file):
        inputs.append(
          PlanInput(path: path, main: file, includes: Disk.includes(ofPlan: main, limit: limit)))
      case .failure(let failure):
        let isMissing = failure == .notFound && main != path
        unreadable.append(
          FileProblem(
            path: isMissing ? path : main, role: .plan,
            failure: isMissing ? .noPlanInside : failure
          ).finding)
      }
    }
    return (inputs, unreadable)
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
