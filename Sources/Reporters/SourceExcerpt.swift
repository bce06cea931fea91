import Reporting
import SourceText

/// One line of a file as a terminal shows it, with the cells that a span takes in it.
///
/// Tabs are expanded, hidden characters made visible, and a line that is wider than the terminal
/// is cut around the span, with `…` where something is missing.
struct SourceExcerpt {
  /// What is shown of the line.
  private(set) var text = ""
  /// The cells before the span, and the cells that it takes; at least one.
  private(set) var spanStart = 0
  private(set) var spanWidth = 1
  /// Whether the span goes on in the lines below.
  private(set) var continues = false
  private(set) var isCut = false

  /// A user-perceived character, or several that stand for a hidden one.
  private struct Piece {
    var text: String
    var column: Int
    var width: Int
    var bytes: ByteRange
  }

  private static let tabWidth = 4

  /// Shows the line whose bytes are `line` in at most `width` cells.
  init(_ file: SourceFile, line: ByteRange, span: ByteRange, width: Int) {
    let width = max(width, 16)
    let whole = Self.withoutByteOrderMark(line, file)
    let shown = Self.trimmed(span, in: file)
    continues = shown.end > whole.end
    if whole.count <= width, let plain = Self.plainText(of: whole, file) {
      text = plain
      spanStart = min(max(shown.start, whole.start), whole.end) - whole.start
      spanWidth = max(1, min(shown.end, whole.end) - whole.start - spanStart)
      return
    }
    let window = Self.window(around: shown.start, of: whole, width: width, file)
    let pieces = Self.pieces(of: window, file)
    let total = pieces.last.map { $0.column + $0.width } ?? 0
    let inside = pieces.filter {
      $0.bytes.end > shown.start && $0.bytes.start < max(shown.end, shown.start + 1)
    }
    spanStart = inside.first?.column ?? total
    spanWidth = max(1, (inside.last.map { $0.column + $0.width } ?? spanStart + 1) - spanStart)
    let cutsBefore = window.start > whole.start
    let cutsAfter = window.end < whole.end
    cut(pieces, total: total, width: width, (cutsBefore, cutsAfter))
  }

  /// The text of a line of printable ASCII, which takes a cell for each byte; nil for all others.
  private static func plainText(of line: ByteRange, _ file: SourceFile) -> String? {
    let bytes = file.bytes[line.start..<line.end]
    guard bytes.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func withoutByteOrderMark(_ line: ByteRange, _ file: SourceFile) -> ByteRange {
    let hasMark = line.start == 0 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return ByteRange(hasMark ? min(3, line.end) : line.start, line.end)
  }

  /// The span without blanks and line breaks at its end.
  private static func trimmed(_ span: ByteRange, in file: SourceFile) -> ByteRange {
    var end = span.end
    while end > span.start, [9, 10, 13, 32].contains(file.bytes[end - 1]) { end -= 1 }
    return ByteRange(span.start, end)
  }

  /// The part of a very long line that is worth looking at, in whole scalars.
  private static func window(
    around offset: Int, of line: ByteRange, width: Int, _ file: SourceFile
  ) -> ByteRange {
    let reach = width * 16
    guard line.count > reach * 2 else { return line }
    let middle = min(max(offset, line.start), line.end)
    var start = max(line.start, middle - reach)
    while start < middle, file.bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(line.end, middle + reach)
    while end < line.end, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(start, end)
  }

  private static func pieces(of range: ByteRange, _ file: SourceFile) -> [Piece] {
    let (text, lengths) = decode(file.bytes[range.start..<range.end])
    var pieces: [Piece] = []
    pieces.reserveCapacity(range.count)
    var column = 0
    var offset = range.start
    var scalar = 0
    for character in text {
      let first = offset
      for _ in character.unicodeScalars {
        offset += lengths[scalar]
        scalar += 1
      }
      let shown: String
      if character == "\t" {
        shown = String(repeating: " ", count: tabWidth - column % tabWidth)
      } else {
        shown = VisibleText.line(String(character))
      }
      let width = TextWidth.cells(shown)
      pieces.append(
        Piece(text: shown, column: column, width: width, bytes: ByteRange(first, offset)))
      column += width
    }
    return pieces
  }

  /// The text of bytes and how many bytes each of its scalars stands for; what is not UTF-8 becomes
  /// U+FFFD.
  private static func decode(_ bytes: ArraySlice<UInt8>) -> (String, lengths: [Int]) {
    var scalars = String.UnicodeScalarView()
    var lengths: [Int] = []
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        scalars.append(Unicode.UTF8.decode(encoded))
        lengths.append(encoded.count)
      case .error(let length):
        scalars.append("\u{FFFD}")
        lengths.append(length)
      case .emptyInput:
        return (String(scalars), lengths)
      }
    }
  }

  /// Keeps what fits into `width` cells, the span first and a third of the rest before it.
  private mutating func cut(
    _ pieces: [Piece], total: Int, width: Int, _ cuts: (before: Bool, after: Bool)
  ) {
    if total <= width, !cuts.before, !cuts.after {
      text = pieces.map(\.text).joined()
      return
    }
    isCut = true
    var first = 0
    if cuts.before || spanStart + spanWidth > width - 1 {
      let room = max(0, width - 2 - min(spanWidth, width - 2))
      first = max(0, min(spanStart - room / 3, total - width + 2))
    }
    let leads = cuts.before || first > 0
    let ends = cuts.after || total - first > width - (leads ? 1 : 0)
    let last = first + width - (leads ? 1 : 0) - (ends ? 1 : 0)
    let kept = pieces.filter { $0.column >= first && $0.column + $0.width <= last }
    let shift = (kept.first?.column ?? first) - (leads ? 1 : 0)
    text = (leads ? "…" : "") + kept.map(\.text).joined() + (ends ? "…" : "")
    let end = min(spanStart + spanWidth, kept.last.map { $0.column + $0.width } ?? last)
    spanWidth = max(1, end - spanStart)
    spanStart = max(0, spanStart - shift)
  }
}
