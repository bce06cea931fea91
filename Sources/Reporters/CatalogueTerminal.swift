import Diagnostics
import Reporting

/// Rules and codes in words for terminals.
package struct CatalogueTerminal {
  private let language: Language
  private let width: Int
  private let palette: Palette
  private let text: CatalogueText

  package init(language: Language, width: Int = 100, usesColor: Bool = false) {
    self.language = language
    self.width = width
    palette = Palette(usesColor: usesColor)
    text = CatalogueText(language: language)
  }

  /// A list of the rules by pack: the id beside the title, under it severity and place; packs
  /// that are off by their names.
  package func writeList(of catalogue: RuleCatalogue, to buffer: inout ByteBuffer) {
    let widest = catalogue.rules.map { TextWidth.cells($0.id) }.max() ?? 0
    for rule in catalogue.rules where rule.pack == nil { write(rule, widest, to: &buffer) }
    var isFirst = !catalogue.rules.contains { $0.pack == nil }
    for pack in catalogue.packs {
      if !isFirst { buffer.append("\n") }
      isFirst = false
      writeHead(of: pack, to: &buffer)
      for rule in catalogue.rules where rule.pack?.name == pack.name {
        write(rule, widest, to: &buffer)
      }
    }
    let on = catalogue.rules.count(where: \.isOn)
    let count = Counted.rules.text(on, language)
    let rest = catalogue.rules.count - on
    let off = rest == 0 ? "" : language.pick(", \(rest) off", ", \(rest) aus")
    buffer.append("\n\(count)\(off)\n")
  }

  private func writeHead(of pack: PackStatus, to buffer: inout ByteBuffer) {
    var head = text.standing(pack)
    if !pack.state.isOn { head += " (\(Counted.rules.text(pack.rules, language)))" }
    if !pack.uses.isEmpty {
      let used = pack.uses.joined(separator: ", ")
      head += language.pick("; uses \(used)", "; verwendet \(used)")
    }
    if let title = pack.title { head += " · \(title[language])" }
    for line in TextWrap.lines(head, width: width) {
      buffer.append(palette.paint(line, .strong) + "\n")
    }
  }

  /// One rule of the list, its title behind a column for the ids.
  private func write(_ rule: RuleDescription, _ widest: Int, to buffer: inout ByteBuffer) {
    let head = VisibleText.line(rule.id)
    let blanks = String(repeating: " ", count: max(0, widest - TextWidth.cells(head)))
    let column = String(repeating: " ", count: widest)
    let titles = TextWrap.lines(rule.title[language], width: width - widest - 2)
    for (index, line) in titles.enumerated() {
      let lead = index == 0 ? palette.paint(head, .strong) + blanks : column
      buffer.append("\(lead)  \(line)\n")
    }
    let severity = rule.severities.first.map { "\($0.summary[language]) · " } ?? ""
    var lines = [severity + text.place(rule)]
    if let change = rule.change {
      let place = AppliedRulesText.place(change.location)
      let before = change.before[language]
      lines.append(
        change.isOff
          ? language.pick(
            "turned off in \(place), by its file \(before)",
            "ausgeschaltet in \(place), nach ihrer Datei \(before)")
          : language.pick(
            "severity from \(place), by its file \(before)",
            "Gewicht aus \(place), nach ihrer Datei \(before)"))
    }
    for setting in rule.settings {
      let value = VisibleText.line(text.value(setting))
      lines.append(
        language.pick(
          "setting \(setting.name): \(value)", "Einstellung \(setting.name): \(value)"))
    }
    for line in lines.flatMap({ TextWrap.lines($0, width: width - widest - 2) }) {
      buffer.append("\(column)  \(palette.paint(line, .faint))\n")
    }
  }

  /// All rules, each in full.
  package func write(_ catalogue: RuleCatalogue, to buffer: inout ByteBuffer) {
    for (index, rule) in catalogue.rules.enumerated() {
      if index > 0 { buffer.append("\n\n") }
      write(rule, to: &buffer)
    }
  }

  package func write(_ rule: RuleDescription, to buffer: inout ByteBuffer) {
    buffer.append(palette.paint(VisibleText.line(rule.id), .strong) + "\n")
    write(rule.title[language], to: &buffer)
    for paragraph in [rule.why, rule.say] {
      guard let paragraph else { continue }
      buffer.append("\n")
      write(paragraph[language], to: &buffer)
    }
    buffer.append("\n")
    write(CatalogueText.sentence(rule.scope[language], end: ":"), to: &buffer)
    for line in text.requirements(rule) {
      let blanks = String(repeating: "  ", count: line.depth + 1)
      write(line.text, mark: blanks + "- ", to: &buffer)
    }
    buffer.append("\n")
    write(text.severities(rule), to: &buffer)
    for (heading, parts) in text.parts(rule) {
      writeHeading(heading, to: &buffer)
      for part in parts {
        write("\(text.label(part)): \(text.value(part))", mark: "  ", to: &buffer)
      }
    }
    let standing = text.standing(rule)
    if !standing.isEmpty { buffer.append("\n") }
    for sentence in standing { write(sentence, to: &buffer) }
    writeExamples(of: rule, to: &buffer)
    writeSurroundings(of: rule, to: &buffer)
  }

  package func write(_ code: CodeDescription, to buffer: inout ByteBuffer) {
    buffer.append(palette.paint(code.code, .strong) + ": \(text.area(code))\n")
    write(code.what[language], to: &buffer)
    for (heading, paragraph) in text.paragraphs(code) {
      writeHeading(heading, to: &buffer)
      write(paragraph, mark: "  ", to: &buffer)
    }
  }

  /// The YAML keeps its lines: it is to be read as it is written.
  private func writeExamples(of rule: RuleDescription, to buffer: inout ByteBuffer) {
    guard !rule.examples.isEmpty else { return }
    writeHeading(text.examplesHeading(rule), to: &buffer)
    let names = rule.examples.map(text.outcome)
    let widest = names.map(TextWidth.cells).max() ?? 0
    for (example, name) in zip(rule.examples, names) {
      let blanks = String(repeating: " ", count: widest - TextWidth.cells(name))
      for (index, line) in VisibleText.lines(example.yaml).enumerated() {
        let head = index == 0 ? name + blanks : String(repeating: " ", count: widest)
        buffer.append("  \(head)  \(line)\n")
      }
      let margin = String(repeating: " ", count: widest + 4)
      for told in example.told { write(told[language], mark: margin + "→ ", to: &buffer) }
      if let problem = example.problem { write(problem[language], mark: "    ! ", to: &buffer) }
    }
  }

  /// The rule's own text, how a configuration changes it, and the rules beside it.
  private func writeSurroundings(of rule: RuleDescription, to buffer: inout ByteBuffer) {
    writeHeading(text.place(rule), to: &buffer)
    for line in VisibleText.lines(rule.source) {
      buffer.append(line.isEmpty ? "\n" : "  \(line)\n")
    }
    writeHeading(text.configurationHeading, to: &buffer)
    for line in text.configuration(rule) { buffer.append("  \(line)\n") }
    guard !rule.related.isEmpty else { return }
    writeHeading(text.relatedHeading, to: &buffer)
    for related in rule.related {
      write("\(related.id): \(related.title[language])", mark: "  ", to: &buffer)
    }
  }

  private func writeHeading(_ heading: String, to buffer: inout ByteBuffer) {
    buffer.append("\n")
    for line in TextWrap.lines(heading, width: width) {
      buffer.append(palette.paint(line, .strong) + "\n")
    }
  }

  /// Writes a paragraph; its first line begins with `mark`, the others are set under it.
  private func write(_ paragraph: String, mark: String = "", to buffer: inout ByteBuffer) {
    let lines = TextWrap.lines(paragraph, width: width - mark.count)
    for (index, line) in lines.enumerated() {
      let head = index == 0 ? mark : String(repeating: " ", count: mark.count)
      buffer.append("\(head)\(line)\n")
    }
  }
}
