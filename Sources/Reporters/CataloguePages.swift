import Diagnostics
import Reporting

/// The catalogue as a folder of Markdown pages: one for each rule, one for the codes of other
/// findings, and an index, each in one or both languages.
package struct CataloguePages {
  package struct Page: Sendable {
    package var name: String
    package var text: String
  }

  /// What every page begins with: a file that does not is somebody's own.
  package static let mark = "<!-- Written by `ratsam rules --pages`; changes here will be lost. -->"

  private let catalogue: RuleCatalogue
  private let codes: [CodeDescription]
  private let languages: [Language]
  /// The rules that have a page.
  private let known: Set<String>
  /// Where a rule file is reached from the pages; nil where it has no place there.
  private let link: (String) -> String?

  package init(
    _ catalogue: RuleCatalogue, codes: [CodeDescription], languages: [Language],
    link: @escaping (String) -> String?
  ) {
    self.catalogue = catalogue
    self.codes = codes
    self.languages = languages
    known = Set(catalogue.rules.map(\.id))
    self.link = link
  }

  /// The names of all pages, in every language, whether it is written or not.
  package var names: Set<String> {
    let names = ["README", "codes"] + known
    return Set(Language.allCases.flatMap { language in names.map { Self.file($0, language) } })
  }

  package func pages() -> [Page] {
    languages.flatMap { language in
      [page("README", language, index(language)), page("codes", language, codes(language))]
        + catalogue.rules.map { page($0.id, language, text(of: $0, language)) }
    }
  }

  // MARK: - Pages

  private func page(_ name: String, _ language: Language, _ text: String) -> Page {
    Page(name: Self.file(name, language), text: "\(Self.mark)\n\n\(text)")
  }

  /// `owner-stated.md`, `owner-stated.de.md`
  private static func file(_ name: String, _ language: Language) -> String {
    language.pick("\(name).md", "\(name).de.md")
  }

  /// The page in the other language, where there is one.
  private func other(_ name: String, _ language: Language) -> [String] {
    languages.filter { $0 != language }.map { other in
      "[\(other.pick("English", "Deutsch"))](\(Self.file(name, other)))"
    }
  }

  private func text(of rule: RuleDescription, _ language: Language) -> String {
    let index = Self.file("README", language)
    var ways = ["[\(language.pick("All rules", "Alle Regeln"))](\(index))"]
    if let pack = rule.pack?.name {
      ways.append(
        "\(language.pick("pack", "Paket")) [\(MarkdownText.escaped(pack))](\(index)#\(pack))")
    }
    ways += other(rule.id, language)
    let path = rule.location.file.path
    let place = link(path).map { "[\(MarkdownText.escaped(path))](\($0))" }
    let links = CatalogueMarkdown.Links(
      ways: ways.joined(separator: " · "), source: place ?? MarkdownText.code(path),
      rule: { known.contains($0) ? Self.file($0, language) : nil })
    var buffer = ByteBuffer()
    CatalogueMarkdown(language: language, headingLevel: 1).writePage(rule, links, to: &buffer)
    return buffer.text
  }

  private func codes(_ language: Language) -> String {
    let text = CatalogueText(language: language)
    var buffer = ByteBuffer()
    let title = language.pick(
      "The codes of findings that no rule makes", "Die Codes von Befunden ohne Regel")
    let ways =
      ["[\(language.pick("All rules", "Alle Regeln"))](\(Self.file("README", language)))"]
      + other("codes", language)
    let introduction = language.pick(
      "The code stands in brackets in a finding; `ratsam explain CODE` says the same as this page.",
      "Der Code steht im Befund in eckigen Klammern; `ratsam explain CODE` sagt dasselbe wie diese Seite."
    )
    buffer.append("# \(title)\n\n\(ways.joined(separator: " · "))\n\n\(introduction)\n")
    for area in CodeDescription.Area.allCases {
      let codes = codes.filter { $0.area == area }.sorted { $0.code < $1.code }
      guard let first = codes.first else { continue }
      buffer.append(
        "\n## \(MarkdownText.escaped(CatalogueText.sentence(text.area(first), end: "")))\n")
      for code in codes {
        buffer.append("\n")
        CatalogueMarkdown(language: language, headingLevel: 3).writeWithoutArea(code, to: &buffer)
      }
    }
    return buffer.text
  }

  // MARK: - The index

  private func index(_ language: Language) -> String {
    var lines = ["# \(MarkdownText.escaped(catalogue.title[language]))", ""]
    let count = Counted.rules.text(catalogue.rules.count, language)
    let codes = "[\(language.pick("codes", "Codes"))](\(Self.file("codes", language)))"
    lines.append(
      language.pick(
        "\(count). Findings that no rule makes have \(codes) of their own.",
        "\(count). Befunde ohne Regel haben eigene \(codes)."))
    let ways = other("README", language)
    if !ways.isEmpty { lines += ["", ways.joined(separator: " · ")] }
    lines += section(catalogue.rules.filter { $0.pack == nil }, language)
    let text = CatalogueText(language: language)
    for pack in catalogue.packs {
      let rules = catalogue.rules.filter { $0.pack?.name == pack.name }
      guard !rules.isEmpty else { continue }
      lines += ["", "## \(MarkdownText.escaped(pack.name))", ""]
      if let title = pack.title { lines += ["**\(MarkdownText.escaped(title[language]))**", ""] }
      let standing = CatalogueText.sentence(text.standing(pack))
      lines.append(
        "\(MarkdownText.escaped(standing)) \(Counted.rules.text(rules.count, language)).")
      lines += section(rules, language)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A table of rules with what a breach weighs at each stage.
  private func section(_ rules: [RuleDescription], _ language: Language) -> [String] {
    guard let stages = rules.first?.severities.first?.stages else { return [] }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let heads =
      [language.pick("Rule", "Regel"), language.pick("What it demands", "Was sie verlangt")]
      + stages.map { stage in
        stage.title.map { MarkdownText.escaped($0[language]) }
          ?? language.pick("Severity", "Gewicht")
      }
    let rows = rules.map { rule in
      row(
        [
          "[\(MarkdownText.escaped(rule.id))](\(Self.file(rule.id, language)))",
          MarkdownText.escaped(rule.title[language]),
        ] + (rule.severities.first?.stages ?? []).map { CatalogueText.name($0.severity, language) })
    }
    return ["", row(heads), row(heads.map { _ in "---" })] + rows
  }
}
