import ArgumentParser
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
      A rule with its reason, what it demands, how much a breach weighs and its examples; or a \
      code that stands in brackets in a finding, such as unknown-key.
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
      let code = CodeDescription.all.first { $0.code == name }
      let rules =
        code == nil ? try options.loadUsableRules() : SharedOptions.loadRules(options.rules).rules
      if let index = rules.program.rules.firstIndex(where: { $0.id == name }) {
        write(rules.description(ofRule: index))
      } else if let code {
        write(code)
      } else {
        let known = rules.program.rules.map(\.id) + CodeDescription.all.map(\.code)
        throw CallProblem.unknownRule(name, known: known)
      }
    }
  }

  private func write(_ rule: RuleDescription) {
    let language = options.language
    Console.output { buffer in
      switch format {
      case .terminal: terminal.write(rule, to: &buffer)
      case .markdown: CatalogueMarkdown(language: language).write(rule, to: &buffer)
      case .json:
        CatalogueJSON(language: language, version: Version.current).write(rule, to: &buffer)
      }
    }
  }

  private func write(_ code: CodeDescription) {
    let language = options.language
    Console.output { buffer in
      switch format {
      case .terminal: terminal.write(code, to: &buffer)
      case .markdown: CatalogueMarkdown(language: language).write(code, to: &buffer)
      case .json:
        CatalogueJSON(language: language, version: Version.current).write(code, to: &buffer)
      }
    }
  }

  private var terminal: CatalogueTerminal {
    CatalogueTerminal(
      language: options.language, width: Console.width, usesColor: color.usesColor)
  }
}
