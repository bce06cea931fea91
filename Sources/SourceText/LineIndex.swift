#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a column counts.
package enum PositionEncoding: Sendable {
  case utf8, utf16, scalars
}

/// A line and a column, both counted from 1.
package struct Position: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Finds the line of a byte offset and the bytes of a line.
///
/// Lines end at LF, CRLF or a lone CR, as editors count them; NEL, U+2028 and U+2029 end no line.
/// The index holds one entry for every block of 4 KiB, so that it stays small beside a large file.
package struct LineIndex: Sendable {
  private static let blockSize = 4096
  /// For each block, the number of line breaks before its first byte.
  private let breaksBefore: [UInt32]
  private let hasCarriageReturns: Bool
  package let lineCount: Int

  package init(_ bytes: [UInt8]) {
    var table: [UInt32] = []
    table.reserveCapacity(bytes.count / Self.blockSize + 1)
    var count = 0
    let carriage = bytes.withUnsafeBufferPointer { buffer in
      buffer.count > 0 && memchr(buffer.baseAddress!, 13, buffer.count) != nil
    }
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start <= buffer.count {
        table.append(UInt32(truncatingIfNeeded: count))
        let end = min(start + Self.blockSize, buffer.count)
        count += Self.breaks(in: buffer, start, end, carriage)
        start += Self.blockSize
      }
    }
    breaksBefore = table
    hasCarriageReturns = carriage
    lineCount = count + 1
  }

  /// The number of line breaks whose last byte lies in `start ..< end`.
  private static func breaks(
    in buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ carriage: Bool
  ) -> Int {
    var count = 0
    if !carriage { return lineFeeds(in: buffer, start, end) }
    for index in start..<max(start, end) {
      let byte = buffer[index]
      if byte == 10 {
        count += 1
      } else if byte == 13, index + 1 >= buffer.count || buffer[index + 1] != 10 {
        count += 1
      }
    }
    return count
  }

  /// Counts sixteen bytes at a time: large plans are counted whole.
  private static func lineFeeds(
    in buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    guard start < end, let base = buffer.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let wanted = SIMD16<UInt8>(repeating: 10)
    let one = SIMD16<UInt8>(repeating: 1)
    var count = 0
    var index = start
    while index + 16 <= end {
      var lanes = SIMD16<UInt8>()
      // A lane holds at most 255 before it is added up.
      var left = 255
      while left > 0, index + 16 <= end {
        let bytes = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        lanes &+= one.replacing(with: 0, where: bytes .!= wanted)
        index += 16
        left -= 1
      }
      for lane in 0..<16 { count += Int(lanes[lane]) }
    }
    while index < end {
      if base[index] == 10 { count += 1 }
      index += 1
    }
    return count
  }

  package func position(
    of offset: Int, in bytes: [UInt8], encoding: PositionEncoding
  ) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      let block = min(offset / Self.blockSize, breaksBefore.count - 1)
      let line =
        Int(breaksBefore[block])
        + Self.breaks(in: buffer, block * Self.blockSize, offset, hasCarriageReturns)
      let start = Self.lineStart(before: offset, in: buffer)
      return Position(
        line: line + 1, column: Self.columns(in: buffer, start, offset, encoding) + 1)
    }
  }

  private static func lineStart(before offset: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Int {
    var start = offset
    while start > 0 {
      let byte = buffer[start - 1]
      if byte == 10 { break }
      if byte == 13, start >= buffer.count || buffer[start] != 10 { break }
      start -= 1
    }
    return start
  }

  private static func columns(
    in buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ encoding: PositionEncoding
  ) -> Int {
    var start = start
    if start == 0, buffer.count >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF {
      start = min(3, end)  // a byte order mark takes no column
    }
    guard encoding != .utf8 else { return end - start }
    var count = 0
    for index in start..<max(start, end) {
      let byte = buffer[index]
      if byte & 0xC0 != 0x80 { count += 1 }
      if encoding == .utf16, byte >= 0xF0 { count += 1 }
    }
    return count
  }

  /// The bytes of a line counted from 1, without its break; an empty range past the last line.
  package func range(ofLine line: Int, in bytes: [UInt8]) -> ByteRange {
    guard line >= 1, line <= lineCount else { return ByteRange(at: bytes.count) }
    let wanted = line - 1
    var low = 0
    var high = breaksBefore.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(breaksBefore[middle]) < wanted || middle == 0 {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var seen = Int(breaksBefore[low])
      var start = low * Self.blockSize
      if wanted == 0 { start = 0 }
      while seen < wanted, start < buffer.count {
        seen += Self.breaks(in: buffer, start, start + 1, hasCarriageReturns)
        start += 1
      }
      var end = start
      while end < buffer.count, buffer[end] != 10, buffer[end] != 13 { end += 1 }
      return ByteRange(start, end)
    }
  }
}
