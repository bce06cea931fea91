import ArgumentParser
import Linting
import Model
import Reporters

/// `ratsam schema`: writes what a plan may contain.
struct SchemaCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write what a plan may contain.",
    discussion: """
      As JSON Schema 2020-12, with which editors complete and check plans while they are written, \
      or as a page of reference.
      """)

  @OptionGroup var options: RuleOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How the schema is written: json, the default, or markdown.", valueName: "format"))
  var format: Format?

  @Flag(name: .long, help: "The same as --format json, which is the default.")
  var json = false

  func validate() throws {
    if json, format == .markdown {
      throw ValidationError("--json and --format markdown exclude each other.")
    }
  }

  func run() throws {
    try options.run {
      let loaded = try options.loadUsableRules()
      Console.output { buffer in
        switch format ?? .json {
        case .json:
          JSONWriter.document(loaded.rules.schema.jsonSchema(in: loaded.language), to: &buffer)
        case .markdown:
          MarkdownPage(language: loaded.language).write(
            loaded.rules.schema.referencePage(), to: &buffer)
        }
      }
    }
  }
}
