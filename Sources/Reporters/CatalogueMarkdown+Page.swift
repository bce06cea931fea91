import Diagnostics
import Reporting

extension CatalogueMarkdown {
  /// What leads from a rule's page to others, as Markdown.
  struct Links {
    /// To the index, the pack and the other language.
    var ways: String
    /// To the rule file.
    var source: String
    /// The page of another rule; nil where it has none.
    var rule: (String) -> String?
  }

  /// Everything about one rule, each part under a heading of its own; without links outside a
  /// folder of pages.
  package func writePage(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    writePage(rule, nil, to: &buffer)
  }

  func writePage(_ rule: RuleDescription, _ links: Links?, to buffer: inout ByteBuffer) {
    writeHeading(MarkdownText.escaped(rule.id), 0, to: &buffer)
    buffer.append("**\(MarkdownText.escaped(rule.title[language]))**\n")
    if let links { buffer.append("\n\(links.ways)\n") }
    writeReason(rule, to: &buffer)
    writeDemand(rule, to: &buffer)
    writeSeverities(rule, to: &buffer)
    writeParts(rule, to: &buffer)
    writePageExamples(rule, to: &buffer)
    writeSource(rule, links, to: &buffer)
    writeConfiguration(rule, to: &buffer)
    writeRelated(rule, links, to: &buffer)
  }

  private func writeHeading(_ title: String, _ depth: Int, to buffer: inout ByteBuffer) {
    let heading = String(repeating: "#", count: min(headingLevel + depth, 6))
    buffer.append("\(depth == 0 ? "" : "\n")\(heading) \(title)\n\n")
  }

  private func writeReason(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    let paragraphs = [rule.why, rule.say].compactMap { $0 }
    guard !paragraphs.isEmpty else { return }
    writeHeading(language.pick("Why", "Warum"), 1, to: &buffer)
    let texts = paragraphs.map { MarkdownText.paragraph($0[language]) }
    buffer.append(texts.joined(separator: "\n\n") + "\n")
  }

  private func writeDemand(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    writeHeading(language.pick("What it demands", "Was sie verlangt"), 1, to: &buffer)
    let scope = CatalogueText.sentence(rule.scope[language], end: ":")
    buffer.append("\(MarkdownText.escaped(scope))\n\n")
    for line in text.requirements(rule) {
      let blanks = String(repeating: "  ", count: line.depth)
      buffer.append("\(blanks)- \(MarkdownText.escaped(line.text))\n")
    }
  }

  private func writeSeverities(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    writeHeading(
      language.pick("How much a breach weighs", "Wie schwer ein Verstoß wiegt"), 1, to: &buffer)
    buffer.append("\(MarkdownText.escaped(text.severities(rule)))\n")
    for sentence in text.standing(rule) { buffer.append("\n\(MarkdownText.escaped(sentence))\n") }
  }

  private func writeParts(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    for (heading, parts) in text.parts(rule) {
      writeHeading(heading, 1, to: &buffer)
      for part in parts {
        let line = "\(text.label(part)): \(text.valueWithoutDefault(part))"
        buffer.append("- \(MarkdownText.escaped(line))\n")
      }
    }
  }

  private func writePageExamples(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    guard !rule.examples.isEmpty else { return }
    writeHeading(language.pick("Examples", "Beispiele"), 1, to: &buffer)
    if !rule.contexts.isEmpty {
      let contexts = rule.contexts.map(MarkdownText.code).joined(separator: ", ")
      let head = language.pick("In a plan with", "In einem Plan mit")
      buffer.append("\(head) \(contexts):\n\n")
    }
    for (index, example) in rule.examples.enumerated() {
      if index > 0 { buffer.append("\n") }
      let outcome = CatalogueText.sentence(text.outcome(example), end: ":")
      buffer.append("\(MarkdownText.escaped(outcome))\n\n")
      buffer.append(MarkdownText.fenced(VisibleText.lines(example.yaml), as: "yaml"))
      for told in example.told { buffer.append("\n> \(MarkdownText.paragraph(told[language]))\n") }
      if let problem = example.problem {
        buffer.append("\n**\(MarkdownText.escaped(problem[language]))**\n")
      }
    }
  }

  private func writeSource(_ rule: RuleDescription, _ links: Links?, to buffer: inout ByteBuffer) {
    writeHeading(language.pick("The rule itself", "Die Regel selbst"), 1, to: &buffer)
    buffer.append("\(links?.source ?? MarkdownText.code(text.place(rule)))\n\n")
    buffer.append(MarkdownText.fenced(VisibleText.lines(rule.source), as: "ratsam"))
  }

  private func writeConfiguration(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    writeHeading(text.configurationHeading, 1, to: &buffer)
    buffer.append(MarkdownText.fenced(text.configuration(rule), as: "yaml"))
  }

  private func writeRelated(_ rule: RuleDescription, _ links: Links?, to buffer: inout ByteBuffer) {
    guard !rule.related.isEmpty else { return }
    writeHeading(text.relatedHeading, 1, to: &buffer)
    for related in rule.related {
      let id = MarkdownText.escaped(related.id)
      let name = links?.rule(related.id).map { "[\(id)](\($0))" } ?? id
      buffer.append("- \(name): \(MarkdownText.escaped(related.title[language]))\n")
    }
  }
}
