import ArgumentParser
import Diagnostics
import Linting
import Reporters
import Reporting

/// `ratsam explain`: tells a rule, or the code of a finding, in words.
struct ExplainCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, markdown, json }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule or a code.",
    discussion: """
      A rule with its reason, what it demands, how much a breach weighs, its settings, its examples \
      and what is told of them, its own text and how ratsam.yaml changes it; or a code that stands \
      in brackets in a finding, such as unknown-key. `ratsam rules --pages` writes the same as \
      pages.
      """)

  @Argument(help: ArgumentHelp("The rule's id, or the code.", valueName: "rule or code"))
  var name: String

  @OptionGroup var options: RuleOptions

  @OptionGroup var color: ColorOption

  @Option(name: .long, help: ArgumentHelp("How it is written.", valueName: "format"))
  var format: Format = .terminal

  func run() throws {
    try options.run {
      // A code can be explained while the rules are broken: it may be about them.
      if let code = CodeDescription.all.first(where: { $0.code == name }) {
        return write(code, options.callLanguage)
      }
      let loaded = try options.loadUsableRules()
      let rules = loaded.rules.withAllRules
      guard let index = rules.program.rules.firstIndex(where: { $0.id == name }) else {
        let known = rules.program.rules.map(\.id) + CodeDescription.all.map(\.code)
        throw CallProblem.unknownRule(name, known: known)
      }
      write(rules.description(ofRule: index), loaded.language)
    }
  }

  private func write(_ rule: RuleDescription, _ language: Language) {
    Console.output { buffer in
      switch format {
      case .terminal: terminal(language).write(rule, to: &buffer)
      case .markdown: CatalogueMarkdown(language: language).writePage(rule, to: &buffer)
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
      case .json:
        CatalogueJSON(language: language, version: Version.current).write(code, to: &buffer)
      }
    }
  }

  private func terminal(_ language: Language) -> CatalogueTerminal {
    CatalogueTerminal(language: language, width: Console.width, usesColor: color.usesColor)
  }
}
