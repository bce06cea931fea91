import Diagnostics
import Reporting
import SourceText

/// Draws places with the lines that they stand in, underlined, behind a gutter of line numbers.
struct SnippetDrawing {
  /// The cells that the line numbers take.
  private let gutterWidth: Int
  private let width: Int
  private let palette: Palette
  /// The line that was drawn last, so that a second span in it needs no second drawing.
  private var drawn: (file: SourceFile, line: Int)?

  /// A place to draw, with what stands beside it.
  struct Snippet {
    var location: Location
    var place: Place
    var label: String
    var mark: Character
    var style: Palette.Style

    var line: Int { place.position.line }
  }

  init(gutterWidth: Int, width: Int, palette: Palette) {
    self.gutterWidth = gutterWidth
    self.width = width
    self.palette = palette
  }

  /// The indentation of everything that stands under a finding without a line number.
  var margin: String { String(repeating: " ", count: gutterWidth) }

  /// Draws one place; `isFollowed` asks for the line below it where that is the element's next key.
  mutating func draw(_ snippet: Snippet, isFollowed: Bool, to buffer: inout ByteBuffer) {
    let file = snippet.location.file
    let line = snippet.line
    begin(snippet, to: &buffer)
    // Of a file that is empty, or could not be read, there is no line to show.
    guard !file.bytes.isEmpty else {
      if !snippet.label.isEmpty {
        writeRow(number: nil, palette.paint(snippet.label, snippet.style), to: &buffer)
      }
      drawn = (file, line)
      return
    }
    let room = width - gutterWidth - 2
    let excerpt = SourceExcerpt(
      file, line: snippet.place.line, span: snippet.location.range, width: room)
    if drawn?.file != file || drawn?.line != line || excerpt.isCut {
      writeRow(number: line, excerpt.text, to: &buffer)
    }
    writeUnderline(snippet, excerpt, to: &buffer)
    drawn = (file, line)
    guard isFollowed, !excerpt.continues,
      let next = NextKey.line(after: snippet.place.line, in: file.bytes)
    else { return }
    let start = ByteRange(at: next.start)
    writeRow(
      number: line + 1, SourceExcerpt(file, line: next, span: start, width: room).text, to: &buffer)
    drawn = (file, line + 1)
  }

  /// Writes where the place is: its file, or a gap where it is further on in the file drawn last.
  private mutating func begin(_ snippet: Snippet, to buffer: inout ByteBuffer) {
    let file = snippet.location.file
    guard let drawn, drawn.file == file else {
      let position = snippet.place.position
      let path = VisibleText.line(file.path)
      buffer.append(margin)
      buffer.append(palette.paint("┌─", .gutter))
      buffer.append(
        file.bytes.isEmpty ? " \(path)\n" : " \(path):\(position.line):\(position.column)\n")
      self.drawn = nil
      return
    }
    guard snippet.line != drawn.line, snippet.line != drawn.line + 1 else { return }
    buffer.append(margin)
    buffer.append(palette.paint("·", .gutter))
    buffer.append("\n")
  }

  private func writeRow(number: Int?, _ text: String, to buffer: inout ByteBuffer) {
    let digits = number.map(String.init) ?? ""
    let gutter = TextWidth.padded(digits, to: gutterWidth, alignment: .right) + "│"
    buffer.append(palette.paint(gutter, .gutter))
    if !text.isEmpty { buffer.append(" \(text)") }
    buffer.append("\n")
  }

  /// Underlines the span; a label that does not fit beside it stands below.
  private func writeUnderline(
    _ snippet: Snippet, _ excerpt: SourceExcerpt, to buffer: inout ByteBuffer
  ) {
    let marks =
      String(repeating: snippet.mark, count: excerpt.spanWidth) + (excerpt.continues ? "…" : "")
    let indent = String(repeating: " ", count: excerpt.spanStart)
    let used = gutterWidth + 2 + excerpt.spanStart + TextWidth.cells(marks)
    let room = width - used - 1
    if snippet.label.isEmpty || TextWidth.cells(snippet.label) <= room {
      let label = snippet.label.isEmpty ? "" : " \(snippet.label)"
      writeRow(number: nil, indent + palette.paint(marks + label, snippet.style), to: &buffer)
      return
    }
    writeRow(number: nil, indent + palette.paint(marks, snippet.style), to: &buffer)
    let wide = max(width - gutterWidth - 2, 16)
    let start = min(excerpt.spanStart, wide / 2)
    for part in TextWrap.lines(snippet.label, width: wide - start) {
      let text = String(repeating: " ", count: start) + palette.paint(part, snippet.style)
      writeRow(number: nil, text, to: &buffer)
    }
  }
}

/// Finds the line that shows where an element goes on.
enum NextKey {
  /// The line after `line` where it begins with a key of the same element.
  static func line(after line: ByteRange, in bytes: [UInt8]) -> ByteRange? {
    var start = line.end
    if start < bytes.count, bytes[start] == 13 { start += 1 }
    if start < bytes.count, bytes[start] == 10 { start += 1 }
    guard start > line.end else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    let next = bytes[start..<end]
    guard let first = next.firstIndex(where: { $0 != 32 }),
      next[first] != UInt8(ascii: "#"), next[first] != UInt8(ascii: "-"),
      first - start == keyColumn(bytes[line.start..<line.end])
    else { return nil }
    return ByteRange(start, end)
  }

  /// Where the key of a line begins, behind blanks and the dashes of lists.
  private static func keyColumn(_ line: ArraySlice<UInt8>) -> Int {
    var index = line.startIndex
    while index < line.endIndex {
      let isDash =
        line[index] == UInt8(ascii: "-") && index + 1 < line.endIndex && line[index + 1] == 32
      guard line[index] == 32 || isDash else { break }
      index += 1
    }
    return index - line.startIndex
  }
}
