import Diagnostics
import Reporting
import SourceText

/// The full form for people at a terminal: each finding with the plan's own lines, the facts, the
/// help and where its rule stands; at the end the ledger's short form and the verdict.
package struct TerminalReporter {
  package struct Options: Sendable {
    /// The cells of a line; longer lines of a plan are cut around the underlined place.
    package var width: Int
    package var usesColor: Bool
    /// Whether the full ledger, one row for each rule, stands before its short form.
    package var showsLedger: Bool
    /// Whether what was checked and the verdict stand at the end.
    package var showsSummary: Bool

    package init(
      width: Int = 100, usesColor: Bool = false, showsLedger: Bool = false,
      showsSummary: Bool = true
    ) {
      self.width = width
      self.usesColor = usesColor
      self.showsLedger = showsLedger
      self.showsSummary = showsSummary
    }
  }

  /// How many related places of one finding are drawn; the others are counted.
  private static let drawnPlaces = 6

  private let language: Language
  private let options: Options
  private let palette: Palette

  package init(language: Language, options: Options = Options()) {
    self.language = language
    self.options = options
    palette = Palette(usesColor: options.usesColor)
  }

  package func write(_ report: CheckReport, to buffer: inout ByteBuffer) {
    writeFindings(of: report, to: &buffer)
    if options.showsLedger {
      let table = TerminalTable(
        language: language, width: options.width, usesColor: options.usesColor)
      table.write(LedgerTable.make(report), to: &buffer)
      buffer.append("\n")
    }
    guard options.showsSummary else { return }
    let summary = CheckSummary(report, language)
    buffer.append("\(summary.line)\n\(palette.paint(summary.verdict, .strong))\n")
  }

  func writeFindings(of report: CheckReport, to buffer: inout ByteBuffer) {
    var cursor = PlaceCursor()
    var rest = LikeFindings.grouped(report.findings)[...]
    while let first = rest.first {
      let following = rest.dropFirst().prefix { $0.stands(with: first, language) }
      let stack = rest.prefix(1 + following.count)
      write(stack, in: report, &cursor, to: &buffer)
      buffer.append("\n")
      rest = rest.dropFirst(stack.count)
    }
  }

  /// Writes findings that differ in nothing but their headlines and help.
  private func write(
    _ stack: ArraySlice<LikeFindings>, in report: CheckReport, _ cursor: inout PlaceCursor,
    to buffer: inout ByteBuffer
  ) {
    let finding = stack[stack.startIndex].finding
    let style = Palette.Style.severity(finding.severity)
    for group in stack {
      let finding = group.finding
      let headline = VisibleText.line(finding.problem.headline(in: language))
      buffer.append(palette.paint("\(finding.severity.name)[\(finding.code)]", style))
      buffer.append(palette.paint(": \(headline)", .strong))
      buffer.append("\n")
    }
    let label = stack.count == 1 ? finding.problem.label(in: language) : nil
    let margin = draw(snippets(of: finding, labelled: label ?? "", &cursor), to: &buffer)
    let hidden = finding.related.count - Self.drawnPlaces
    if hidden > 0 {
      let count = Counted.places.text(hidden, language)
      let text = language.pick("and \(count) more", "und weitere \(count)")
      buffer.append("\(margin)\(palette.paint("…", .gutter)) \(text)\n")
    }
    writeNotes(on: stack, in: report, margin: margin, to: &buffer)
  }

  /// The finding's own place and the related ones that are drawn.
  private func snippets(
    of finding: Finding, labelled label: String, _ cursor: inout PlaceCursor
  ) -> [SnippetDrawing.Snippet] {
    func snippet(
      _ location: Location, _ label: String, _ mark: Character, _ style: Palette.Style
    ) -> SnippetDrawing.Snippet {
      SnippetDrawing.Snippet(
        location: location, place: cursor.place(of: location.range.start, in: location.file),
        label: VisibleText.line(label), mark: mark, style: style)
    }
    let own = snippet(finding.location, label, "^", .severity(finding.severity))
    return [own]
      + finding.related.prefix(Self.drawnPlaces).map {
        snippet($0.location, $0.text[language], "-", .gutter)
      }
  }

  /// Draws the places and returns the margin under which notes stand.
  private func draw(
    _ snippets: [SnippetDrawing.Snippet], to buffer: inout ByteBuffer
  ) -> String {
    let own = snippets[0]
    let isFollowed = !snippets.dropFirst().contains {
      $0.location.file == own.location.file && (own.line...own.line + 1).contains($0.line)
    }
    let last = snippets.reduce(0) { max($0, $1.line) }
    var drawing = SnippetDrawing(
      gutterWidth: String(last + 1).utf8.count, width: options.width, palette: palette)
    for (index, snippet) in snippets.enumerated() {
      drawing.draw(snippet, isFollowed: isFollowed && index == 0, to: &buffer)
    }
    return drawing.margin
  }

  private func writeNotes(
    on stack: ArraySlice<LikeFindings>, in report: CheckReport, margin: String,
    to buffer: inout ByteBuffer
  ) {
    let group = stack[stack.startIndex]
    let finding = group.finding
    func note(_ name: String, _ text: String) {
      let lines = VisibleText.lines(text)
      buffer.append(margin)
      buffer.append(palette.paint("=", .gutter))
      buffer.append(" \(palette.paint("\(VisibleText.line(name)):", .strong)) \(lines[0])\n")
      for line in lines.dropFirst() { buffer.append("\(margin)    \(line)\n") }
    }
    if let others = group.likewise(in: language) {
      note(language.pick("likewise", "ebenso"), others)
    }
    for fact in finding.problem.facts { note(fact.label(in: language), fact.text[language]) }
    for group in stack {
      guard let help = group.finding.problem.help(in: language) else { continue }
      note(language.pick("help", "Hilfe"), help)
    }
    let waiting = finding.waitingRules
    if !waiting.isEmpty {
      note(
        language.pick("also waiting", "darauf warten auch"), waiting.joined(separator: ", "))
    }
    if let place = report.rulePlaces[finding.code] {
      let line = place.file.position(of: place.range.start).line
      note(
        language.pick("rule", "Regel"),
        "\(place.file.path):\(line)   (ratsam explain \(finding.code))")
    }
    write(finding.evaluations, of: finding, margin: margin, to: &buffer)
  }

  /// How the rules behind a finding were judged.
  private func write(
    _ evaluations: [RuleEvaluation], of finding: Finding, margin: String,
    to buffer: inout ByteBuffer
  ) {
    let words = EvaluationText(language: language, file: finding.location.file)
    let drawing = EvaluationDrawing(width: options.width, palette: palette)
    for evaluation in evaluations {
      let name = language.pick("evaluation", "Auswertung")
      let head = "\(words.head(evaluation)) – \(evaluation.element[language])"
      buffer.append(margin + palette.paint("=", .gutter))
      buffer.append(" \(palette.paint("\(name):", .strong)) \(VisibleText.line(head))\n")
      drawing.write(words.lines(evaluation), margin: margin + "    ", to: &buffer)
    }
  }
}

extension LikeFindings {
  /// Whether both come from one rule, at one place, for one reason, so that they are told together.
  fileprivate func stands(with other: LikeFindings, _ language: Language) -> Bool {
    let (own, that) = (finding, other.finding)
    guard others.isEmpty, other.others.isEmpty, own.code == that.code,
      own.severity == that.severity, own.location.file == that.location.file,
      own.location.range == that.location.range, own.element == that.element,
      own.related.isEmpty, that.related.isEmpty, own.waitingRules == that.waitingRules
    else { return false }
    func facts(_ finding: Finding) -> [String] {
      finding.problem.facts.map { $0.label(in: language) + $0.text[language] }
    }
    return facts(own) == facts(that)
  }
}
