import ArgumentParser
import Diagnostics
import Linting
import Reporters
import Reporting

/// `ratsam rules`: lists the rules that are on.
struct RulesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal, markdown, html, json
  }

  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules that are on.",
    discussion: """
      With --catalogue every rule is told in full, with its reason and its examples: as Markdown, \
      to be added to a plan as an annex, unless --format says otherwise. With --pages a folder is \
      filled with a page for each rule, one for the codes of other findings, and an index, in both \
      languages or in that of --lang.
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

  @Option(
    name: .long,
    help: ArgumentHelp("Only the rules of this pack, on or off.", valueName: "name"))
  var pack: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write a Markdown page for each rule into this folder; pages that stand there already are "
        + "written anew.", valueName: "folder"))
  var pages: String?

  func validate() throws {
    if pages != nil, catalogue || format != nil {
      throw ValidationError("--pages writes Markdown pages; leave out --catalogue and --format.")
    }
  }

  func run() throws {
    try options.run {
      let loaded = try options.loadUsableRules()
      let listed = try rules(of: loaded.rules)
      if let pages { return try writePages(of: listed, into: pages, loaded.language) }
      Console.output { buffer in
        if catalogue {
          writeCatalogue(of: listed, loaded.language, to: &buffer)
        } else {
          writeList(of: listed, loaded.language, to: &buffer)
        }
      }
    }
  }

  /// The rules of the pack that is asked for; else those that are on, and in a list also those that
  /// a configuration turned off.
  private func rules(of all: RuleSet) throws -> RuleSet {
    guard let pack else {
      return pages != nil ? all.withAllRules : catalogue ? all : all.listedRules()
    }
    guard let rules = all.rules(ofPack: pack) else {
      throw CallProblem.unknownPack(pack, known: all.packs.names)
    }
    return rules
  }

  private func catalogue(of rules: RuleSet) -> RuleCatalogue {
    var catalogue = rules.catalogue()
    if let pack { catalogue.packs = catalogue.packs.filter { $0.name == pack } }
    return catalogue
  }

  private func writeCatalogue(
    of rules: RuleSet, _ language: Language, to buffer: inout ByteBuffer
  ) {
    switch format ?? .markdown {
    case .terminal:
      CatalogueTerminal(language: language, width: Console.width, usesColor: color.usesColor)
        .write(catalogue(of: rules), to: &buffer)
    case .markdown:
      CatalogueMarkdown(language: language)
        .write(catalogue(of: rules), overview: rules.overview(), to: &buffer)
    case .html:
      CatalogueHTML(language: language)
        .write(catalogue(of: rules), overview: rules.overview(), to: &buffer)
    case .json:
      CatalogueJSON(language: language, version: Version.current)
        .write(catalogue(of: rules), .full, to: &buffer)
    }
  }

  private func writeList(of rules: RuleSet, _ language: Language, to buffer: inout ByteBuffer) {
    switch format ?? .terminal {
    case .terminal:
      CatalogueTerminal(language: language, width: Console.width, usesColor: color.usesColor)
        .writeList(of: catalogue(of: rules), to: &buffer)
    case .markdown:
      MarkdownTable(language: language).write(rules.overview(), to: &buffer)
    case .html: CatalogueHTML(language: language).write(rules.overview(), to: &buffer)
    case .json:
      CatalogueJSON(language: language, version: Version.current)
        .write(catalogue(of: rules), .overview, to: &buffer)
    }
  }

  // MARK: - Pages

  private func writePages(
    of rules: RuleSet, into folder: String, _ language: Language
  ) throws {
    let languages = options.lang.map { [$0] } ?? [.english, .german]
    let catalogue = CataloguePages(
      catalogue(of: rules), codes: CodeDescription.all, languages: languages,
      link: { Self.link(from: folder, to: $0) })
    let pages = catalogue.pages()
    let target = PageFolder(folder)
    try target.write(pages)
    let count = pages.count
    Console.error(
      "ratsam: "
        + language.pick(
          "\(count) pages in \(folder)", "\(count) Seiten in \(folder)"))
    for path in target.others(than: catalogue.names) {
      Console.error(
        "ratsam: "
          + language.pick(
            "\(path) belongs to no rule of these", "\(path) gehört zu keiner dieser Regeln"))
    }
  }

  /// The way from a page to a rule file of the working directory; nil where there is none.
  private static func link(from folder: String, to path: String) -> String? {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    guard !folder.hasPrefix("/"), !path.hasPrefix("/"), !parts.contains(".."), Disk.exists(path)
    else { return nil }
    return String(repeating: "../", count: parts.count) + path
  }
}
