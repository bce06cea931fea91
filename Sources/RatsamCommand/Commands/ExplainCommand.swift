import ArgumentParser
import Diagnostics
import Linting
import Reporters
import Reporting

/// `ratsam explain`: tells a rule, the code of a finding, or a place of a plan in words.
struct ExplainCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal, markdown, html, json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, a code, or a place in a plan.",
    usage: """
      ratsam explain <rule or code>
      ratsam explain [<options>] <plan>:<line>[:<column>]
      """,
    discussion: """
      A rule with its reason, what it demands, how much a breach weighs, its settings, its examples \
      and what is told of them, its own text and how ratsam.yaml changes it; a code that stands \
      in brackets in a finding, such as unknown-key; or a place of a plan, as findings name it: \
      how every rule judged what stands there, and what it read. `ratsam rules --pages` writes what \
      is told of all rules as pages.
      """)

  @Argument(
    help: ArgumentHelp("A rule's id, a code, or plan:line.", valueName: "rule, code or place"))
  var name: String

  @OptionGroup var shared: SharedOptions

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var previous: PreviousOption

  @Option(name: .long, help: ArgumentHelp("How it is written.", valueName: "format"))
  var format: Format = .terminal

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Of a place: only this rule, in full; may be given again.", valueName: "rule"))
  var rule: [String] = []

  @Flag(name: .long, help: "Of a place: every rule that judges the element, in full.")
  var all = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The plan that includes the file; else the plan.yaml above it.", valueName: "plan"))
  var plan: String?

  func run() throws { try CallProblem.telling(in: shared.callLanguage, explain) }

  private func explain() throws {
    if let place = PlanPlace(name) { return try explain(place) }
    try refusePlaceOptions()
    // A code can be explained while the rules are broken: it may be about them.
    if let code = CodeDescription.all.first(where: { $0.code == name }) {
      return write(code, shared.callLanguage)
    }
    var loader = try RuleLoader(shared.rules, configuration)
    let loaded = loader.rules(for: "")
    let language = shared.language(of: [], configured: [loaded.configuration?.language])
    guard loaded.isUsable else { return try Refusal.tell(loaded.errors, language) }
    let rules = loaded.rules.withAllRules
    guard let index = rules.program.rules.firstIndex(where: { $0.id == name }) else {
      if Disk.exists(name) { throw CallProblem.placeWithoutLine(name) }
      let known = rules.program.rules.map(\.id) + CodeDescription.all.map(\.code)
      throw CallProblem.unknownRule(name, known: known)
    }
    write(rules.description(ofRule: index), language)
  }

  private func explain(_ place: PlanPlace) throws {
    if format == .html { throw CallProblem.placeAsHTML }
    let explained = try PlaceExplaining(
      shared: shared, configuration: configuration, previous: previous, plan: plan, rules: rule,
      asksForAll: all
    ).explain(place)
    write(explained.explanation, explained.language)
  }

  /// Options that say how a plan is judged say nothing about a rule or a code.
  private func refusePlaceOptions() throws {
    let given: [(String, Bool)] = [
      ("--rule", !rule.isEmpty), ("--all", all), ("--plan", plan != nil),
      ("--previous", previous.path != nil), ("--stage", shared.stage != nil),
      ("--today", shared.today != nil), ("--stdin-name", shared.stdinName != nil),
    ]
    if let option = given.first(where: \.1) { throw CallProblem.optionNeedsPlace(option.0) }
  }

  // MARK: - Writing

  private func write(_ rule: RuleDescription, _ language: Language) {
    Console.output { buffer in
      switch format {
      case .terminal: terminal(language).write(rule, to: &buffer)
      case .markdown: CatalogueMarkdown(language: language).writePage(rule, to: &buffer)
      case .html: CatalogueHTML(language: language).write(rule, to: &buffer)
      case .json:
        CatalogueJSON(language: language, version: Version.current).write(rule, to: &buffer)
      }
    }
  }

  private func write(_ code: CodeDescription, _ language: Language) {
    Console.output { buffer in
      switch format {
      case .terminal: terminal(language).write(code, to: &buffer)
      case .markdown: CatalogueMarkdown(language: language).write(code, to: &buffer)
      case .html: CatalogueHTML(language: language).write(code, to: &buffer)
      case .json:
        CatalogueJSON(language: language, version: Version.current).write(code, to: &buffer)
      }
    }
  }

  private func write(_ explanation: PlanExplanation, _ language: Language) {
    Console.output { buffer in
      switch format {
      case .terminal:
        ExplanationTerminal(
          language: language, width: Console.width, usesColor: shared.usesColor
        ).write(explanation, to: &buffer)
      // HTML was refused before.
      case .markdown, .html:
        ExplanationMarkdown(language: language).write(explanation, to: &buffer)
      case .json:
        ExplanationJSON(language: language, version: Version.current)
          .write(explanation, to: &buffer)
      }
    }
  }

  private func terminal(_ language: Language) -> CatalogueTerminal {
    CatalogueTerminal(language: language, width: Console.width, usesColor: shared.usesColor)
  }
}
