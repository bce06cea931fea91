import Diagnostics
import Foundation
import Linting
import Reporters
import Reporting
import SourceText
import TestSupport
import Testing
import YAMLSyntax

/// The pages of `docs/rules` say what the shipped rules say; `RATSAM_UPDATE_GOLDENS=1` and
/// `make pages` write them anew.
///
/// Their blocks are not run as those of other pages: the rules and their examples are what
/// `ratsam test` runs, and a rule alone knows neither the settings nor the words of its file.
@Suite("Pages of the rules")
struct RulePagesTests {
  static let folder = Project.root.appendingPathComponent("docs/rules")
  static let rules = RuleSet(RuleSet.shipped)

  static let pages = CataloguePages(
    rules.withAllRules.catalogue(), codes: CodeDescription.all, languages: [.english, .german],
    link: { "../../" + $0 }
  ).pages()

  @Test("every page is there, up to date, and none is left over")
  func areCurrent() throws {
    if Golden.updates {
      try? FileManager.default.removeItem(at: Self.folder)
      try FileManager.default.createDirectory(
        at: Self.folder, withIntermediateDirectories: true)
      for page in Self.pages {
        try Data(page.text.utf8).write(to: Self.folder.appendingPathComponent(page.name))
      }
    }
    let names = Self.pages.map(\.name)
    #expect(names.count == 2 * (Self.rules.all.rules.count + 2))
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(found).subtracting(names) == [], "no rule has these pages")
    #expect(
      Set(names).subtracting(found) == [], "these pages are missing; `make pages` writes them")
    for page in Self.pages where found.contains(page.name) {
      let text = try Project.text("docs/rules/\(page.name)")
      #expect(text == page.text, "\(page.name) is out of date; `make pages` writes it anew")
    }
  }

  @Test("what a page says to write into ratsam.yaml is accepted")
  func configurations() {
    var settings = 0
    for page in Self.pages where !page.name.hasPrefix("README") && !page.name.hasPrefix("codes") {
      guard let block = DocumentationBlock.read(page.text).last(where: { $0.language == "yaml" })
      else {
        Issue.record("\(page.name) has no block for ratsam.yaml")
        continue
      }
      let source = SourceFile(path: page.name, text: block.text)
      let read = readConfiguration(source, limits: Limits())
      let (rules, findings) = Self.rules.configured(by: read.configuration)
      let wrong = (read.findings + findings).filter { $0.code != "configuration-without-effect" }
      #expect(wrong.map { $0.problem.headline(in: .english) } == [], "\(page.name)")
      #expect(rules.changes.count == 1, "\(page.name)")
      settings += block.text.contains("settings:") ? 1 : 0
    }
    #expect(settings > 0)
  }

  @Test("every link of a page leads somewhere")
  func links() {
    let names = Set(Self.pages.map(\.name))
    for page in Self.pages {
      for part in page.text.components(separatedBy: "](").dropFirst() {
        let target = part.prefix { $0 != ")" && $0 != "#" }
        let file = Self.folder.appendingPathComponent(String(target))
        #expect(
          names.contains(String(target)) || FileManager.default.fileExists(atPath: file.path),
          "\(page.name): \(target)")
      }
    }
  }
}
