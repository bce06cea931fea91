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

    package init(width: Int = 100, usesColor: Bool = false, showsLedger: Bool = false) {
      self.width = width
      self.usesColor = usesColor
      self.showsLedger = showsLedger
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
    for finding in report.findings {
      write(finding, in: report, to: &buffer)
      buffer.append("\n")
    }
    if options.showsLedger {
      let table = TerminalTable(
        language: language, width: options.width, usesColor: options.usesColor)
      table.write(LedgerTable.make(report), to: &buffer)
      buffer.append("\n")
    }
    let summary = CheckSummary(report, language)
    buffer.append("\(summary.line)\n\(palette.paint(summary.verdict, .strong))\n")
  }

  private func write(_ finding: Finding, in report: CheckReport, to buffer: inout ByteBuffer) {
    let style = Palette.Style.severity(finding.severity)
    let headline = VisibleText.line(finding.problem.headline(in: language))
    buffer.append(palette.paint("\(finding.severity.name)[\(finding.code)]", style))
    buffer.append(palette.paint(": \(headline)", .strong))
    buffer.append("\n")
    let places = places(of: finding)
    let margin = draw(places, to: &buffer)
    let hidden = finding.related.count - Self.drawnPlaces
    if hidden > 0 {
      let count = Counted.places.text(hidden, language)
      let text = language.pick("and \(count) more", "und weitere \(count)")
      buffer.append("\(margin)\(palette.paint("…", .gutter)) \(text)\n")
    }
    writeNotes(on: finding, in: report, margin: margin, to: &buffer)
  }

  /// The finding's own place and the related ones that are drawn.
  private func places(of finding: Finding) -> [SnippetDrawing.Place] {
    let label = finding.problem.label(in: language) ?? ""
    let own = SnippetDrawing.Place(
      location: finding.location, label: VisibleText.line(label), mark: "^",
      style: .severity(finding.severity))
    let related = finding.related.prefix(Self.drawnPlaces).map { place in
      SnippetDrawing.Place(
        location: place.location, label: VisibleText.line(place.text[language]), mark: "-",
        style: .gutter)
    }
    return [own] + related
  }

  /// Draws the places and returns the margin under which notes stand.
  private func draw(_ places: [SnippetDrawing.Place], to buffer: inout ByteBuffer) -> String {
    let lines = places.map(\.line)
    let isFollowed = !zip(places, lines).dropFirst().contains {
      $0.0.location.file == places[0].location.file && $0.1 <= lines[0] + 1 && $0.1 >= lines[0]
    }
    let gutterWidth = String((lines.max() ?? 1) + 1).utf8.count
    var drawing = SnippetDrawing(
      gutterWidth: gutterWidth, width: options.width, palette: palette)
    for (index, place) in places.enumerated() {
      drawing.draw(place, isFollowed: isFollowed && index == 0, to: &buffer)
    }
    return drawing.margin
  }

  private func writeNotes(
    on finding: Finding, in report: CheckReport, margin: String, to buffer: inout ByteBuffer
  ) {
    func note(_ name: String, _ text: String) {
      let lines = VisibleText.lines(text)
      buffer.append(margin)
      buffer.append(palette.paint("=", .gutter))
      buffer.append(" \(palette.paint("\(VisibleText.line(name)):", .strong)) \(lines[0])\n")
      for line in lines.dropFirst() { buffer.append("\(margin)    \(line)\n") }
    }
    for fact in finding.problem.facts { note(fact.name, fact.text[language]) }
    if let help = finding.problem.help(in: language) {
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
  }
}
