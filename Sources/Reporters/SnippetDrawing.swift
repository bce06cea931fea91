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

  /// A place to draw.
  struct Place {
    var location: Location
    var label: String
    var mark: Character
    var style: Palette.Style

    var line: Int { location.file.position(of: location.range.start).line }
  }

  init(gutterWidth: Int, width: Int, palette: Palette) {
    self.gutterWidth = gutterWidth
    self.width = width
    self.palette = palette
  }

  /// The indentation of everything that stands under a finding without a line number.
  var margin: String { String(repeating: " ", count: gutterWidth) }

  /// Draws one place; `isFollowed` asks for the line below it where that is the element's next key.
  mutating func draw(_ place: Place, isFollowed: Bool, to buffer: inout ByteBuffer) {
    let file = place.location.file
    let line = place.line
    beginPlace(place, line: line, to: &buffer)
    let excerpt = SourceExcerpt(
      file, line: line, span: place.location.range, width: width - gutterWidth - 2)
    if drawn?.file != file || drawn?.line != line || excerpt.isCut {
      writeRow(number: line, excerpt.text, to: &buffer)
    }
    writeUnderline(place, excerpt, to: &buffer)
    drawn = (file, line)
    guard isFollowed, !excerpt.continues, Self.isNextKey(line + 1, in: file) else { return }
    let next = SourceExcerpt(
      file, line: line + 1, span: ByteRange(at: file.rangeOfLine(line + 1).start),
      width: width - gutterWidth - 2)
    writeRow(number: line + 1, next.text, to: &buffer)
    drawn = (file, line + 1)
  }

  /// Writes where the place is: its file, or a gap where it is further on in the file drawn last.
  private mutating func beginPlace(_ place: Place, line: Int, to buffer: inout ByteBuffer) {
    let file = place.location.file
    guard let drawn, drawn.file == file else {
      let position = file.position(of: place.location.range.start)
      let path = VisibleText.line(file.path)
      buffer.append(margin)
      buffer.append(palette.paint("┌─", .gutter))
      buffer.append(" \(path):\(position.line):\(position.column)\n")
      self.drawn = nil
      return
    }
    guard line != drawn.line, line != drawn.line + 1 else { return }
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
    _ place: Place, _ excerpt: SourceExcerpt, to buffer: inout ByteBuffer
  ) {
    let marks =
      String(repeating: place.mark, count: excerpt.spanWidth) + (excerpt.continues ? "…" : "")
    let indent = String(repeating: " ", count: excerpt.spanStart)
    let used = gutterWidth + 2 + excerpt.spanStart + TextWidth.cells(marks)
    let room = width - used - 1
    if place.label.isEmpty || TextWidth.cells(place.label) <= room {
      let label = place.label.isEmpty ? "" : " \(place.label)"
      writeRow(number: nil, indent + palette.paint(marks + label, place.style), to: &buffer)
      return
    }
    writeRow(number: nil, indent + palette.paint(marks, place.style), to: &buffer)
    let wide = max(width - gutterWidth - 2, 16)
    let start = min(excerpt.spanStart, wide / 2)
    for part in TextWrap.lines(place.label, width: wide - start) {
      let text = String(repeating: " ", count: start) + palette.paint(part, place.style)
      writeRow(number: nil, text, to: &buffer)
    }
  }

  /// Whether a line begins with a key of the element whose key stands in the line before.
  static func isNextKey(_ line: Int, in file: SourceFile) -> Bool {
    guard line <= file.lines.lineCount else { return false }
    let previous = file.bytes[bytes: file.rangeOfLine(line - 1)]
    let next = file.bytes[bytes: file.rangeOfLine(line)]
    let column = keyColumn(previous)
    guard let first = next.firstIndex(where: { $0 != 32 }) else { return false }
    let isKey = next[first] != UInt8(ascii: "#") && next[first] != UInt8(ascii: "-")
    return isKey && first - next.startIndex == column
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

extension [UInt8] {
  /// The bytes of a range of a file.
  fileprivate subscript(bytes range: ByteRange) -> ArraySlice<UInt8> {
    self[range.start..<range.end]
  }
}
