import Diagnostics
import Reporting

/// Rules and codes in words as a page of HTML, with the same contents as the Markdown.
package struct CatalogueHTML {
  private let language: Language
  private let text: CatalogueText

  package init(language: Language) {
    self.language = language
    text = CatalogueText(language: language)
  }

  /// All rules: a table of them that leads to each, then each in full.
  package func write(
    _ catalogue: RuleCatalogue, overview: ReportTable, to buffer: inout ByteBuffer
  ) {
    let known = Set(catalogue.rules.map(\.id))
    let sections = catalogue.rules.map { rule in
      HTML.element("section", [("id", rule.id)], contents(rule, heading: 2, known))
    }
    let title = catalogue.title[language]
    write(title, [.element("h1", title), table(overview, known)] + sections, to: &buffer)
  }

  /// The rules as a table.
  package func write(_ overview: ReportTable, to buffer: inout ByteBuffer) {
    write(overview.title[language], [table(overview, [])], to: &buffer)
  }

  package func write(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    write(rule.id, contents(rule, heading: 1, []), to: &buffer)
  }

  package func write(_ code: CodeDescription, to buffer: inout ByteBuffer) {
    var parts: [HTML] = [
      .element("h1", code.code), .element("p", [.element("em", text.area(code))]),
      .element("p", [.prose(code.what[language])]),
    ]
    for (heading, paragraph) in text.paragraphs(code) {
      parts += [.element("h2", heading), .element("p", [.prose(paragraph)])]
    }
    write(code.code, parts, to: &buffer)
  }

  private func write(_ title: String, _ body: [HTML], to buffer: inout ByteBuffer) {
    HTMLPage(title: title, language: language, body: .many(body)).write(to: &buffer)
  }

  private func table(_ overview: ReportTable, _ known: Set<String>) -> HTML {
    .table(overview, language) { link(to: $0, known) }
  }

  /// The id of a rule, leading to it where it stands on the page.
  private func link(to id: String, _ known: Set<String>) -> HTML {
    known.contains(id) ? .element("a", [("href", "#\(id)")], [.text(id)]) : .text(id)
  }

  // MARK: - A rule

  private func contents(
    _ rule: RuleDescription, heading: Int, _ known: Set<String>
  ) -> [HTML] {
    func part(_ title: String, _ parts: [HTML]) -> [HTML] {
      parts.isEmpty ? [] : [.element("h\(heading + 1)", title)] + parts
    }
    let scope = CatalogueText.sentence(rule.scope[language], end: ":")
    let reasons = [rule.why, rule.say].compactMap { $0?[language] }
    var all: [HTML] = [
      .element("h\(heading)", rule.id),
      .element("p", [.element("strong", rule.title[language])]),
    ]
    all += part(
      language.pick("Why", "Warum"), reasons.isEmpty ? [] : [.paragraphs(reasons)])
    all += part(
      language.pick("What it demands", "Was sie verlangt"),
      [.element("p", scope), requirements(rule.requirements, isOuter: true)])
    all += part(
      language.pick("How much a breach weighs", "Wie schwer ein Verstoß wiegt"),
      [.paragraphs([text.severities(rule)] + text.standing(rule))])
    for (heading, named) in text.parts(rule) {
      let items = named.map { HTML.prose("\(text.label($0)): \(text.valueWithoutDefault($0))") }
      all += part(heading, [.list(items)])
    }
    all += part(language.pick("Examples", "Beispiele"), examples(rule))
    all += part(
      language.pick("The rule itself", "Die Regel selbst"),
      [
        .element("p", [.element("code", text.place(rule))]), .code(VisibleText.lines(rule.source)),
      ])
    all += part(text.configurationHeading, [.code(text.configuration(rule))])
    let related = rule.related.map { other in
      HTML.many([link(to: other.id, known), .text(": \(other.title[language])")])
    }
    return all + part(text.relatedHeading, related.isEmpty ? [] : [.list(related)])
  }

  private func requirements(
    _ requirements: [RuleDescription.Requirement], isOuter: Bool
  ) -> HTML {
    .list(
      requirements.map { requirement in
        let end = requirement.parts.isEmpty ? (isOuter ? "." : "") : ":"
        let sentence = requirement.text[language]
        let text = isOuter ? CatalogueText.sentence(sentence, end: end) : sentence + end
        guard !requirement.parts.isEmpty else { return .prose(text) }
        return .many([.prose(text), self.requirements(requirement.parts, isOuter: false)])
      })
  }

  private func examples(_ rule: RuleDescription) -> [HTML] {
    var all: [HTML] = []
    if !rule.contexts.isEmpty, !rule.examples.isEmpty {
      let head = language.pick("In a plan with ", "In einem Plan mit ")
      all.append(
        .element(
          "p", [.text(head), .element("code", rule.contexts.joined(separator: ", ")), .text(":")]))
    }
    for example in rule.examples {
      all.append(.element("p", CatalogueText.sentence(text.outcome(example), end: ":")))
      all.append(.code(VisibleText.lines(example.yaml)))
      all += example.told.map { .element("blockquote", [.prose($0[language])]) }
      if let problem = example.problem {
        all.append(.element("p", [.element("strong", problem[language])]))
      }
    }
    return all
  }
}
