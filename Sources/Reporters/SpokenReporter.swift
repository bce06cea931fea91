import Diagnostics
import Reporting
import SourceText

/// The full form in plain sentences, one a line, for screen readers; nothing is drawn.
package struct SpokenReporter {
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func write(_ report: CheckReport, to buffer: inout ByteBuffer) {
    let groups = LikeFindings.grouped(report.findings)
    for (index, group) in groups.enumerated() {
      let finding = group.finding
      let number = "\(index + 1)"
      let count = "\(groups.count)"
      let severity = finding.severity.words(language)
      say(
        language.pick(
          "Finding \(number) of \(count): \(severity), \(finding.code)",
          "Befund \(number) von \(count): \(severity), \(finding.code)"), to: &buffer)
      say(finding, in: report, to: &buffer)
      if let others = group.likewise(in: language) {
        say(language.pick("Likewise: \(others)", "Ebenso: \(others)"), to: &buffer)
      }
      buffer.append("\n")
    }
    let summary = CheckSummary(report, language)
    for part in summary.parts { say(part, to: &buffer) }
    say(summary.verdict, to: &buffer)
  }

  private func say(_ finding: Finding, in report: CheckReport, to buffer: inout ByteBuffer) {
    let problem = finding.problem
    say(problem.headline(in: language), to: &buffer)
    say("In \(place(finding.location))", to: &buffer)
    let line = quotedLine(finding.location)
    if !line.isEmpty {
      say(language.pick("The line reads: \(line)", "Die Zeile lautet: \(line)"), to: &buffer)
    }
    if let label = problem.label(in: language) { say(label, to: &buffer) }
    for related in finding.related {
      say("\(related.text[language]): \(place(related.location))", to: &buffer)
    }
    for fact in problem.facts {
      say("\(fact.label(in: language)): \(fact.text[language])", to: &buffer)
    }
    if let help = problem.help(in: language) {
      say(language.pick("Help: \(help)", "Hilfe: \(help)"), to: &buffer)
    }
    let waiting = finding.waitingRules.joined(separator: ", ")
    if !waiting.isEmpty {
      say(
        language.pick("Also waiting: \(waiting)", "Darauf warten auch: \(waiting)"), to: &buffer)
    }
    if let rule = report.rulePlaces[finding.code] {
      let place = place(rule)
      say(
        language.pick(
          "The rule stands in \(place); ratsam explain \(finding.code) tells more",
          "Die Regel steht in \(place); ratsam explain \(finding.code) sagt mehr"), to: &buffer)
    }
    let words = EvaluationText(language: language, file: finding.location.file)
    for evaluation in finding.evaluations {
      let head = words.head(evaluation)
      say(
        language.pick(
          "Evaluation of \(head), for \(evaluation.element.english)",
          "Auswertung von \(head), für \(evaluation.element.german)"), to: &buffer)
      for line in words.lines(evaluation) { say(line.text, to: &buffer) }
    }
  }

  private func place(_ location: Location) -> String {
    let position = location.file.position(of: location.range.start)
    let (path, line, column) = (location.file.path, position.line, position.column)
    return language.pick(
      "\(path), line \(line), column \(column)", "\(path), Zeile \(line), Spalte \(column)")
  }

  /// The line that a place stands in, without its indentation, cut to what can be listened to.
  private func quotedLine(_ location: Location) -> String {
    var cursor = PlaceCursor()
    let line = cursor.place(of: location.range.start, in: location.file).line
    let excerpt = SourceExcerpt(location.file, line: line, span: location.range, width: 120)
    return String(excerpt.text.drop { $0 == " " })
  }

  /// Writes one line that ends as a sentence does.
  private func say(_ text: String, to buffer: inout ByteBuffer) {
    let text = VisibleText.line(text)
    buffer.append(text)
    buffer.append(text.last.map { ".!?…:".contains($0) } == true ? "\n" : ".\n")
  }
}
