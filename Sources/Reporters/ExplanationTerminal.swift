import Diagnostics
import Reporting
import SourceText

/// How rules judged one place of a plan, for terminals.
package struct ExplanationTerminal {
  private let language: Language
  private let width: Int
  private let palette: Palette
  private let text: ExplanationText

  package init(language: Language, width: Int = 100, usesColor: Bool = false) {
    self.language = language
    self.width = width
    palette = Palette(usesColor: usesColor)
    text = ExplanationText(language: language)
  }

  package func write(_ explanation: PlanExplanation, to buffer: inout ByteBuffer) {
    for subject in explanation.subjects {
      write(subject[language], style: .strong, to: &buffer)
    }
    draw(explanation.location, to: &buffer)
    if let circumstances = text.circumstances(explanation) {
      write(circumstances, style: .faint, to: &buffer)
    }
    if !explanation.findings.isEmpty {
      buffer.append("\n")
      write(text.findings, style: .strong, to: &buffer)
      for finding in explanation.findings { write(finding, to: &buffer) }
    }
    let groups = text.groups(explanation)
    let words = EvaluationText(language: language, file: explanation.location.file)
    for group in groups { write(group, words, to: &buffer) }
    write(explanation.others, words, to: &buffer)
    if let remark = text.remark(explanation, groups) {
      buffer.append("\n")
      write(remark, to: &buffer)
    }
    let hidesSome = groups.contains { $0.detail != .full } || !explanation.others.isEmpty
    if let hint = explanation.hint, hidesSome {
      buffer.append("\n")
      write(hint[language], style: .faint, to: &buffer)
    }
  }

  private func draw(_ location: Location, to buffer: inout ByteBuffer) {
    var cursor = PlaceCursor()
    let place = cursor.place(of: location.range.start, in: location.file)
    var drawing = SnippetDrawing(
      gutterWidth: String(place.position.line).utf8.count, width: width, palette: palette)
    drawing.draw(
      .init(location: location, place: place, label: "", mark: "^", style: .gutter),
      isFollowed: false, to: &buffer)
  }

  private func write(_ finding: Finding, to buffer: inout ByteBuffer) {
    let headline = finding.problem.headline(in: language)
    let lines = TextWrap.lines(
      "\(finding.severity.name)[\(finding.code)]: \(headline)", width: width - 4)
    for (index, line) in lines.enumerated() {
      buffer.append("\(index == 0 ? "  " : "    ")\(line)\n")
    }
  }

  // MARK: - Rules

  private func write(
    _ group: ExplanationText.Group, _ words: EvaluationText, to buffer: inout ByteBuffer
  ) {
    if !group.heading.isEmpty {
      buffer.append("\n")
      write(group.heading, style: .strong, to: &buffer)
    }
    switch group.detail {
    case .full:
      for evaluation in group.evaluations {
        buffer.append("\n")
        write(evaluation, words, to: &buffer)
      }
    case .reason:
      for evaluation in group.evaluations {
        write("\(evaluation.rule): \(words.shortReason(evaluation))", mark: "  ", to: &buffer)
      }
    case .name:
      let names = group.evaluations.map(\.rule).joined(separator: ", ")
      write(names, mark: "  ", to: &buffer)
    }
  }

  private func write(
    _ evaluation: RuleEvaluation, _ words: EvaluationText, to buffer: inout ByteBuffer
  ) {
    let style: Palette.Style = evaluation.severity.map { .severity($0) } ?? .strong
    for line in TextWrap.lines(words.head(evaluation), width: width) {
      buffer.append(palette.paint(line, style) + "\n")
    }
    write(evaluation.title[language], mark: "  ", to: &buffer)
    write(words.element(evaluation), mark: "  ", style: .faint, to: &buffer)
    EvaluationDrawing(width: width, palette: palette).write(
      words.lines(evaluation), margin: "  ", to: &buffer)
  }

  private func write(
    _ others: [PlanExplanation.Others], _ words: EvaluationText, to buffer: inout ByteBuffer
  ) {
    guard !others.isEmpty else { return }
    buffer.append("\n")
    write(text.others, style: .strong, to: &buffer)
    for rule in others { write(words.sentence(rule), mark: "  ", to: &buffer) }
  }

  /// Writes a paragraph, each line behind `mark`.
  private func write(
    _ paragraph: String, mark: String = "", style: Palette.Style? = nil,
    to buffer: inout ByteBuffer
  ) {
    for line in TextWrap.lines(paragraph, width: width - mark.count) {
      buffer.append(mark + (style.map { palette.paint(line, $0) } ?? line) + "\n")
    }
  }
}

/// Draws the lines of an evaluation, each indented as deep as it stands in the rule.
struct EvaluationDrawing {
  let width: Int
  let palette: Palette

  func write(_ lines: [EvaluationText.Line], margin: String, to buffer: inout ByteBuffer) {
    for line in lines {
      let indent = margin + String(repeating: "  ", count: line.depth)
      let (first, rest) =
        switch line.kind {
        case .step: ("- ", "  ")
        case .fact, .remark: ("", "")
        }
      let room = width - indent.count - first.count
      for (index, text) in TextWrap.lines(line.text, width: room).enumerated() {
        buffer.append(indent + (index == 0 ? first : rest) + painted(text, line.kind) + "\n")
      }
    }
  }

  private func painted(_ text: String, _ kind: EvaluationText.Line.Kind) -> String {
    guard case .step(let result) = kind else { return text }
    switch result {
    case .outcome(.violated), .outcome(.undetermined): return palette.paint(text, .strong)
    case .notAsked: return palette.paint(text, .faint)
    case .outcome, .holds, .doesNotHold, .unknown, .doesNotApply: return text
    }
  }
}
