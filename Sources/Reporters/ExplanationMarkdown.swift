import Diagnostics
import Reporting

/// How rules judged one place of a plan, as Markdown.
package struct ExplanationMarkdown {
  private let language: Language
  private let text: ExplanationText

  package init(language: Language) {
    self.language = language
    text = ExplanationText(language: language)
  }

  package func write(_ explanation: PlanExplanation, to buffer: inout ByteBuffer) {
    let subjects = explanation.subjects.map { $0[language] }.joined(separator: ", ")
    buffer.append("## \(MarkdownText.escaped(subjects))\n\n")
    let position = explanation.location.file.position(of: explanation.location.range.start)
    let place = "\(explanation.location.file.path):\(position.line)"
    buffer.append(MarkdownText.code(place))
    if let circumstances = text.circumstances(explanation) {
      buffer.append(" · \(MarkdownText.escaped(circumstances))")
    }
    buffer.append("\n")
    if !explanation.findings.isEmpty {
      write(heading: text.findings, to: &buffer)
      for finding in explanation.findings {
        let headline = finding.problem.headline(in: language)
        let head = "\(finding.severity.name)[\(finding.code)]: \(headline)"
        buffer.append("- \(MarkdownText.escaped(head))\n")
      }
    }
    let words = EvaluationText(language: language, file: explanation.location.file)
    let groups = text.groups(explanation)
    for group in groups { write(group, words, to: &buffer) }
    if !explanation.others.isEmpty {
      write(heading: text.others, to: &buffer)
      for rule in explanation.others {
        buffer.append("- \(MarkdownText.escaped(words.sentence(rule)))\n")
      }
    }
    if let remark = text.remark(explanation, groups) {
      buffer.append("\n\(MarkdownText.escaped(remark))\n")
    }
  }

  private func write(heading: String, to buffer: inout ByteBuffer) {
    buffer.append("\n### \(MarkdownText.escaped(heading))\n\n")
  }

  private func write(
    _ group: ExplanationText.Group, _ words: EvaluationText, to buffer: inout ByteBuffer
  ) {
    if !group.heading.isEmpty { write(heading: group.heading, to: &buffer) }
    for evaluation in group.evaluations {
      switch group.detail {
      case .full:
        write(heading: words.head(evaluation), to: &buffer)
        buffer.append("\(MarkdownText.escaped(evaluation.title[language]))\n\n")
        buffer.append("\(MarkdownText.escaped(words.element(evaluation)))\n\n")
        for line in words.lines(evaluation) {
          let blanks = String(repeating: "  ", count: line.depth)
          buffer.append("\(blanks)- \(MarkdownText.escaped(line.text))\n")
        }
      case .reason:
        let reason = "\(evaluation.rule): \(words.shortReason(evaluation))"
        buffer.append("- \(MarkdownText.escaped(reason))\n")
      case .name: buffer.append("- \(MarkdownText.escaped(evaluation.rule))\n")
      }
    }
  }
}
