import Diagnostics
import Reporting

/// Rules and codes in words as Markdown; no text of a rule becomes markup.
package struct CatalogueMarkdown {
  let language: Language
  let headingLevel: Int
  let text: CatalogueText

  /// `headingLevel` is that of a rule's heading, 1…6.
  package init(language: Language, headingLevel: Int = 2) {
    self.language = language
    self.headingLevel = min(max(headingLevel, 1), 6)
    text = CatalogueText(language: language)
  }

  /// All rules as an annex to a plan: a table of them, then each in full.
  package func write(
    _ catalogue: RuleCatalogue, overview: ReportTable, to buffer: inout ByteBuffer
  ) {
    buffer.append("# \(MarkdownText.escaped(catalogue.title[language]))\n\n")
    MarkdownTable(language: language, headingLevel: headingLevel).write(overview, to: &buffer)
    for rule in catalogue.rules {
      buffer.append("\n")
      write(rule, to: &buffer)
    }
  }

  package func write(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    let heading = String(repeating: "#", count: headingLevel)
    buffer.append("\(heading) \(MarkdownText.escaped(rule.id))\n\n")
    buffer.append("**\(MarkdownText.escaped(rule.title[language]))**\n\n")
    for paragraph in [rule.why, rule.say] {
      guard let paragraph else { continue }
      buffer.append("\(MarkdownText.escaped(paragraph[language]))\n\n")
    }
    let scope = CatalogueText.sentence(rule.scope[language], end: ":")
    buffer.append("\(MarkdownText.escaped(scope))\n\n")
    for line in text.requirements(rule) {
      let blanks = String(repeating: "  ", count: line.depth)
      buffer.append("\(blanks)- \(MarkdownText.escaped(line.text))\n")
    }
    buffer.append("\n\(MarkdownText.escaped(text.severities(rule)))\n\n")
    for (heading, parts) in text.parts(rule) {
      buffer.append("\(heading):\n\n")
      for part in parts {
        let line = "\(text.label(part)): \(text.value(part))"
        buffer.append("- \(MarkdownText.escaped(line))\n")
      }
      buffer.append("\n")
    }
    for sentence in text.standing(rule) {
      buffer.append("\(MarkdownText.escaped(sentence))\n\n")
    }
    writeExamples(of: rule, to: &buffer)
    buffer.append("\(MarkdownText.code(text.place(rule)))\n")
  }

  package func write(_ code: CodeDescription, to buffer: inout ByteBuffer) {
    write(code, paragraphs: ["*\(MarkdownText.escaped(text.area(code)))*"], to: &buffer)
  }

  /// The same below a heading that says what the code is about.
  func writeWithoutArea(_ code: CodeDescription, to buffer: inout ByteBuffer) {
    write(code, paragraphs: [], to: &buffer)
  }

  private func write(
    _ code: CodeDescription, paragraphs: [String], to buffer: inout ByteBuffer
  ) {
    let heading = String(repeating: "#", count: headingLevel)
    buffer.append("\(heading) \(MarkdownText.escaped(code.code))\n\n")
    for paragraph in paragraphs { buffer.append("\(paragraph)\n\n") }
    buffer.append("\(MarkdownText.escaped(code.what[language]))\n")
    for (heading, paragraph) in text.paragraphs(code) {
      buffer.append("\n**\(heading).** \(MarkdownText.escaped(paragraph))\n")
    }
  }

  private func writeExamples(of rule: RuleDescription, to buffer: inout ByteBuffer) {
    guard !rule.examples.isEmpty else { return }
    buffer.append("\(MarkdownText.escaped(text.examplesHeading(rule))):\n\n")
    for example in rule.examples {
      let lines = VisibleText.lines(example.yaml)
      buffer.append("- \(MarkdownText.escaped(text.outcome(example))):")
      if lines.count == 1 {
        buffer.append(" \(MarkdownText.code(example.yaml))\n")
      } else {
        buffer.append("\n\n")
        for line in MarkdownText.block(lines, language: "yaml") {
          buffer.append(line.isEmpty ? "\n" : "  \(line)\n")
        }
        buffer.append("\n")
      }
      for told in example.told {
        buffer.append("  - \(MarkdownText.escaped(told[language]))\n")
      }
      if let problem = example.problem {
        buffer.append("  - **\(MarkdownText.escaped(problem[language]))**\n")
      }
    }
    buffer.append("\n")
  }
}

extension MarkdownText {
  /// A text as code on one line, whatever backticks it holds (CommonMark 6.1).
  static func code(_ text: String) -> String {
    let text = VisibleText.line(text)
    let fence = String(repeating: "`", count: longestRun(in: text) + 1)
    let needsBlank = text.first == "`" || text.last == "`" || text.isEmpty
    return needsBlank ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// Lines as a fenced block of code (CommonMark 4.5).
  static func block(_ lines: [String], language: String) -> [String] {
    let longest = lines.map(longestRun).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence + language] + lines + [fence]
  }

  private static func longestRun(in text: String) -> Int {
    text.split { $0 != "`" }.map(\.count).max() ?? 0
  }
}
