import ArgumentParser
import Linting
import Reporters

/// `ratsam rules`: lists the rules that are on.
struct RulesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, markdown, json }

  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules that are on.",
    discussion: """
      With --catalogue every rule is told in full, with its reason and its examples: as Markdown, \
      to be added to a plan as an annex, unless --format says otherwise.
      """)

  @OptionGroup var options: RuleOptions

  @OptionGroup var color: ColorOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How the rules are written; else for the terminal, the catalogue as Markdown.",
      valueName: "format"))
  var format: Format?

  @Flag(name: .long, help: "Tell every rule in full.")
  var catalogue = false

  func run() throws {
    try options.run {
      let rules = try options.loadUsableRules()
      Console.output { buffer in
        if catalogue {
          writeCatalogue(of: rules, to: &buffer)
        } else {
          writeList(of: rules, to: &buffer)
        }
      }
    }
  }

  private func writeCatalogue(of rules: RuleSet, to buffer: inout ByteBuffer) {
    let language = options.language
    switch format ?? .markdown {
    case .terminal:
      CatalogueTerminal(language: language, width: Console.width, usesColor: color.usesColor)
        .write(rules.catalogue(), to: &buffer)
    case .markdown:
      CatalogueMarkdown(language: language)
        .write(rules.catalogue(), overview: rules.overview(), to: &buffer)
    case .json:
      CatalogueJSON(language: language, version: Version.current)
        .write(rules.catalogue(), .full, to: &buffer)
    }
  }

  private func writeList(of rules: RuleSet, to buffer: inout ByteBuffer) {
    let language = options.language
    switch format ?? .terminal {
    case .terminal:
      CatalogueTerminal(language: language, width: Console.width, usesColor: color.usesColor)
        .writeList(of: rules.catalogue(), to: &buffer)
    case .markdown:
      MarkdownTable(language: language).write(rules.overview(), to: &buffer)
    case .json:
      CatalogueJSON(language: language, version: Version.current)
        .write(rules.catalogue(), .overview, to: &buffer)
    }
  }
}
