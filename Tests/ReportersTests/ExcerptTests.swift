import Diagnostics
import Reporting
import SourceText
import TestSupport
import Testing

@testable import Reporters

@Suite("Excerpts of lines")
struct ExcerptTests {
  /// What the terminal form draws below the headline of one finding.
  private func drawn(
    _ file: SourceFile, _ range: ByteRange, width: Int = 60, label: String? = "here",
    related: [RelatedPlace] = []
  ) -> String {
    var finding = Sample.finding(
      "c", LocalizedText(same: "h"), .error, at: Location(file, range),
      label: label.map { LocalizedText(same: $0) })
    finding.related = related
    let report = CheckReport(
      plans: [PlanSummary(path: file.path, files: [file])], findings: [finding], ledger: [],
      version: "0")
    let options = TerminalReporter.Options(width: width)
    let text = written {
      TerminalReporter(language: .english, options: options).write(report, to: &$0)
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst().prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  private func drawn(_ marked: String, width: Int = 60, label: String? = "here") -> String {
    let marked = MarkedText(marked)
    let file = SourceFile(path: "p.yaml", text: marked.text)
    return drawn(file, marked.range(1, 2), width: width, label: label)
  }

  @Test("CRLF, and a byte order mark that takes no column")
  func lineEndings() {
    #expect(
      drawn("\u{FEFF}1️⃣a2️⃣: 1\r\nb: 2\r\n")
        == " ┌─ p.yaml:1:1\n1│ a: 1\n │ ^ here\n2│ b: 2")
    #expect(drawn("a: 1\r1️⃣b2️⃣: 2\r") == " ┌─ p.yaml:2:1\n2│ b: 2\n │ ^ here")
  }

  @Test("the end of the file, with and without a last line break")
  func endOfFile() {
    #expect(drawn("a: 1\n1️⃣2️⃣") == " ┌─ p.yaml:2:1\n2│\n │ ^ here")
    #expect(drawn("a: 11️⃣2️⃣") == " ┌─ p.yaml:1:5\n1│ a: 1\n │     ^ here")
    #expect(drawn("1️⃣2️⃣") == " ┌─ p.yaml\n │ here")
  }

  @Test("a span over lines shows the first and that it goes on")
  func manyLines() {
    #expect(
      drawn("m:\n  1️⃣- a: 1\n    b: 22️⃣\n") == " ┌─ p.yaml:2:3\n2│   - a: 1\n │   ^^^^^^… here")
    #expect(
      drawn("a: 1️⃣x  \n\n2️⃣b: 1\n") == " ┌─ p.yaml:1:4\n1│ a: x  \n │    ^ here",
      "blanks and breaks at the end do not count")
  }

  @Test("the next line is shown where it goes on with the same element")
  func nextKey() {
    #expect(drawn("- 1️⃣a2️⃣: 1\n  b: 2").hasSuffix("\n2│   b: 2"))
    #expect(drawn("- 1️⃣a2️⃣: 1\n- b: 2").hasSuffix("here"))
    #expect(drawn("1️⃣a2️⃣:\n  b: 2").hasSuffix("here"))
    #expect(drawn("1️⃣a2️⃣: 1\n# b").hasSuffix("here"))
  }

  @Test("hidden characters are seen and underlined")
  func hiddenCharacters() {
    #expect(
      drawn("a: 1️⃣x\u{200B}y2️⃣\u{1B}[31m")
        == " ┌─ p.yaml:1:4\n1│ a: x‹U+200B›y␛[31m\n │    ^^^^^^^^^^ here")
    #expect(
      drawn("e\u{301}1️⃣ä2️⃣") == " ┌─ p.yaml:1:3\n1│ e\u{301}ä\n │  ^ here")
  }

  @Test("bytes that are not UTF-8")
  func invalidBytes() {
    let file = SourceFile(path: "p.yaml", bytes: [0x61, 0xFF, 0xFE, 0x62, 0x63])
    #expect(
      drawn(file, ByteRange(3, 4)) == " ┌─ p.yaml:1:4\n1│ a\u{FFFD}\u{FFFD}bc\n │    ^ here")
  }

  @Test("a label that does not fit beside stands below")
  func longLabel() {
    let text = drawn("name: 1️⃣value2️⃣", width: 30, label: "this is much too long to stand there")
    #expect(
      text == """
         ┌─ p.yaml:1:7
        1│ name: value
         │       ^^^^^
         │       this is much too long
         │       to stand there
        """)
  }

  @Test("a second place in the same line needs no second line")
  func sameLine() {
    let marked = MarkedText("{1️⃣a2️⃣: 1, 3️⃣a4️⃣: 2}")
    let file = SourceFile(path: "p.yaml", text: marked.text)
    let first = RelatedPlace(
      Location(file, marked.range(1, 2)), LocalizedText(same: "first"))
    #expect(
      drawn(file, marked.range(3, 4), related: [first])
        == " ┌─ p.yaml:1:8\n1│ {a: 1, a: 2}\n │        ^ here\n │  - first")
  }

  @Test("many related places are counted")
  func manyRelated() {
    let file = SourceFile(path: "p.yaml", text: String(repeating: "- a\n", count: 2_000))
    let related = (1..<1_500).map {
      RelatedPlace(Location(file, ByteRange($0 * 4 + 2, $0 * 4 + 3)), LocalizedText(same: ""))
    }
    let text = drawn(file, ByteRange(2, 3), related: related)
    #expect(text.hasSuffix("… and 1,493 places more"))
  }

  @Test("a wide line is cut around the span and never wider than the terminal", arguments: 0..<100)
  func longLines(_ seed: UInt64) {
    var generator = SeededRandom(seed)
    var text = ""
    while text.utf8.count < 3_000 * Int(seed % 3) + 50 {
      text += generator.text().filter { !$0.isNewline }
      text += "x"
    }
    let word = "⟦MARK⟧"
    let characters = Array(text)
    let cut = Int.random(in: 0...characters.count, using: &generator)
    let before = String(characters[..<cut])
    let whole = before + " " + word + " " + String(characters[cut...])
    let file = SourceFile(path: "p.yaml", text: whole)
    let start = before.utf8.count + 1
    let width = Int.random(in: 24...90, using: &generator)
    let excerpt = SourceExcerpt(
      file, line: file.rangeOfLine(1), span: ByteRange(start, start + word.utf8.count),
      width: width)
    #expect(TextWidth.cells(excerpt.text) <= width)
    var column = 0
    var underlined = ""
    for character in excerpt.text {
      let inside = (excerpt.spanStart..<excerpt.spanStart + excerpt.spanWidth).contains(column)
      if inside { underlined.append(character) }
      column += TextWidth.cells(character)
    }
    #expect(underlined == word, "\(excerpt.text)")
  }

  @Test("the cursor agrees with the file's own positions", arguments: 0..<200)
  func cursorAgrees(_ seed: UInt64) {
    var generator = SeededRandom(seed)
    var text = seed % 4 == 0 ? "\u{FEFF}" : ""
    for _ in 0..<Int.random(in: 0...400, using: &generator) { text += generator.text() }
    let file = SourceFile(path: "p.yaml", text: text)
    var cursor = PlaceCursor()
    var offset = 0
    for _ in 0..<50 {
      let isNear = Bool.random(using: &generator)
      offset =
        isNear
        ? min(offset + Int.random(in: 0...40, using: &generator), file.bytes.count)
        : Int.random(in: 0...file.bytes.count, using: &generator)
      let place = cursor.place(of: offset, in: file)
      let wanted = file.position(of: offset)
      #expect(place.position == wanted)
      #expect(place.line == file.rangeOfLine(wanted.line), "\(offset)")
    }
  }
}
