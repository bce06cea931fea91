import SourceText

/// Finds characters, words and lines around an offset.
struct TextPlaces {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The character at an offset; an empty range at the end of the text.
  func character(at offset: Int) -> ByteRange {
    guard offset < bytes.count else { return ByteRange(at: bytes.count) }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(offset, end)
  }

  /// The text from an offset to the next blank or the end of the line.
  func word(at offset: Int) -> ByteRange {
    var end = offset
    let lineEnd = lineEnd(from: offset)
    while end < lineEnd, !isBlank(bytes[end]) { end += 1 }
    return ByteRange(offset, end)
  }

  /// The text from an offset to the end of the line, without blanks at its end.
  func restOfLine(at offset: Int) -> ByteRange {
    var end = lineEnd(from: offset)
    while end > offset, isBlank(bytes[end - 1]) { end -= 1 }
    return ByteRange(offset, end)
  }

  /// The offset of the next line break, or the end of the text.
  func lineEnd(from offset: Int) -> Int { LineBreaks.lineEnd(in: bytes, from: offset) }

  func lineStart(of offset: Int, origin: Int) -> Int {
    var start = offset
    while start > origin, LineBreaks.lengthBefore(start, in: bytes) == 0 { start -= 1 }
    return start
  }

  func skipBlanks(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    return offset
  }
}
