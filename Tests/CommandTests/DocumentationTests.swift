import Diagnostics
import Foundation
import Linting
import Model
import RuleSyntax
import SourceText
import TestSupport
import Testing
import YAMLSyntax

/// Runs every block of the documentation, so that nothing in it is out of date; the pages of
/// `docs/rules` are generated, and `RulePagesTests` looks after them.
///
/// What the word behind the fence asks for:
///
/// | word | what happens |
/// |---|---|
/// | `console` | each `$` line runs; what it prints must stand under it |
/// | `ratsam` | must have no error, with the shipped schema unless it describes plans itself |
/// | `yaml` | must be YAML; with `plan` it must load by the shipped schema |
/// | `json` | must be JSON |
/// | `sh` | must be understood by `sh`; targets of `make` must be in the Makefile |
/// | `text` | nothing |
///
/// `wrong` behind `ratsam` or `yaml` means that there must be an error. A file's name means that the
/// commands of the same page find a file of this name; rule files of one folder are checked
/// together. Commands run in a directory that looks like the repository's root. `RATSAM_UPDATE_GOLDENS=1` writes what they print.
@Suite("Documentation")
struct DocumentationTests {
  static let pages: [String] = {
    let folder = Project.root.appendingPathComponent("docs")
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return ["README.md", "README.de.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md"]
      + (found ?? []).filter { $0.hasSuffix(".md") && !$0.hasPrefix("rules/") }.sorted().map {
        "docs/\($0)"
      }
  }()

  @Test("page", arguments: pages)
  func page(_ page: String) throws {
    let text = try Project.text(page)
    let blocks = DocumentationBlock.read(text)
    for block in blocks {
      let place = "\(page):\(block.line)"
      switch block.language {
      case "console", "text": break
      case "ratsam": checkRules(block, beside: blocks, place)
      case "yaml": checkPlan(block, place)
      case "json": checkJSON(block, place)
      case "sh": try checkShell(block, place)
      default: Issue.record("\(place): unknown kind of block `\(block.language)`")
      }
    }
    try runConsole(blocks, of: page, text)
  }

  // MARK: - Rules and plans

  private static let schema = RuleSet.shipped.map(\.file).filter {
    $0.path.hasSuffix("schema.ratsam")
  }

  /// Checks a block together with those that stand in the same folder.
  private func checkRules(
    _ block: DocumentationBlock, beside blocks: [DocumentationBlock], _ place: String
  ) {
    let others = blocks.filter {
      $0.language == "ratsam" && $0.folder != nil && $0.folder == block.folder
        && $0.line != block.line
    }
    let source = SourceFile(path: place, text: block.text)
    let sources = [source] + others.map { SourceFile(path: $0.fileName ?? "", text: $0.text) }
    let describesPlans = sources.contains { source in
      parseRuleFile(source, limits: Limits()).tree.declarations.contains { declaration in
        if case .schema = declaration { true } else { false }
      }
    }
    let findings = RuleSet((describesPlans ? [] : Self.schema) + sources).findings
    // A pack may use shipped ones, whose rules would clash with those that the pages show again.
    let own = findings.filter {
      $0.severity == .error && $0.location.file == source && $0.code != "unknown-pack"
    }
    expect(own, block, place)
  }

  private func checkPlan(_ block: DocumentationBlock, _ place: String) {
    let source = SourceFile(path: place, text: block.text)
    guard block.words.contains("plan") else {
      expect(
        composeYAML(source, limits: Limits()).findings.filter { $0.severity == .error }, block,
        place)
      return
    }
    let schema = RuleSet(Self.schema).schema
    let loaded = loadPlan(source, schema: schema, limits: Limits(), includes: .refusing)
    expect(loaded.findings.filter { $0.severity == .error }, block, place)
  }

  private func expect(_ errors: [Finding], _ block: DocumentationBlock, _ place: String) {
    if block.isWrong {
      #expect(!errors.isEmpty, "\(place) is marked as wrong and has no error")
    }
    for error in errors where !block.isWrong {
      let line = error.location.file.position(of: error.location.range.start).line
      Issue.record("\(place), line \(line): \(error.problem.headline(in: .english))")
    }
  }

  // MARK: - JSON and shell

  private func checkJSON(_ block: DocumentationBlock, _ place: String) {
    let json = try? JSONSerialization.jsonObject(
      with: Data(block.text.utf8), options: .fragmentsAllowed)
    #expect(json != nil, "\(place) is no JSON")
  }

  private func checkShell(_ block: DocumentationBlock, _ place: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("block.sh", Data(block.text.utf8))
    let result = try shell.run("sh -n block.sh")
    #expect(result.status == 0, "\(place): \(result.errors)")
    let targets = try Self.makeTargets()
    for line in block.lines {
      let words = line.prefix { $0 != "#" }.split(separator: " ").drop { $0.contains("=") }
      guard words.first == "make" else { continue }
      for word in words.dropFirst() where !word.contains("=") && !word.hasPrefix("-") {
        #expect(targets.contains(String(word)), "\(place): `make \(word)` is no target")
      }
    }
  }

  /// The targets that `make help` lists.
  private static func makeTargets() throws -> Set<String> {
    let lines = try Project.text("Makefile").components(separatedBy: "\n")
    return Set(
      lines.filter { $0.contains("## ") }.compactMap { line in
        line.firstIndex(of: ":").map { String(line[..<$0]) }
      })
  }

  @Test("the newcomer's first two commands stand at the beginning of both read-me files")
  func firstCommands() throws {
    for page in ["README.md", "README.de.md"] {
      let first = DocumentationBlock.read(try Project.text(page)).first
      #expect(first?.language == "sh")
      #expect(
        first?.lines.map { $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }
          == ["make run", "make test"])
    }
  }

  @Test("the reference of the language has a row for every phrase", arguments: Phrase.allCases)
  func phraseReference(_ phrase: Phrase) throws {
    let page = try Project.text("docs/language.md")
    let wording = phrase.wording
    // What is required may be any value: `be V`, or a number of something: `have at least N entries`.
    for words in [wording.requirement, wording.condition].compactMap({ $0 }) {
      #expect(
        page.contains("| `\(words)` |") || page.contains("| `\(words) "), "no row for `\(words)`")
    }
  }

  // MARK: - Consoles

  private func runConsole(_ blocks: [DocumentationBlock], of page: String, _ text: String) throws {
    guard blocks.contains(where: { $0.language == "console" }) else { return }
    let shell = try Shell()
    defer { shell.remove() }
    for name in ["docs", "plans", "rules"] {
      try FileManager.default.createSymbolicLink(
        at: shell.folder.appendingPathComponent(name),
        withDestinationURL: Project.root.appendingPathComponent(name))
    }
    for block in blocks {
      if let name = block.fileName { try shell.write(name, Data(block.text.utf8)) }
    }
    var lines = text.components(separatedBy: "\n")
    let consoles = blocks.filter { $0.language == "console" }
    let outputs = try consoles.map { try run($0, "\(page):\($0.line)", shell) }
    for (block, output) in zip(consoles, outputs).reversed() {
      lines.replaceSubrange(
        block.range, with: output.map { $0.isEmpty ? $0 : block.indentation + $0 })
    }
    if Golden.updates {
      try Data(lines.joined(separator: "\n").utf8)
        .write(to: Project.root.appendingPathComponent(page))
    }
  }

  /// Runs the steps of a block and returns its lines as they are now.
  private func run(_ block: DocumentationBlock, _ place: String, _ shell: Shell) throws -> [String]
  {
    var lines: [String] = []
    var status: Int32 = 0
    for step in block.steps {
      let result = try shell.run(step.command, status: status, merged: true)
      status = result.status
      if !Golden.updates {
        #expect(result.output == step.output, "\(place): $ \(step.command)")
      }
      lines.append("$ " + step.command)
      lines += result.output.components(separatedBy: "\n").dropLast()
    }
    return lines
  }
}
