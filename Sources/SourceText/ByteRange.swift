/// A half-open range of UTF-8 byte offsets into one source file.
package struct ByteRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// An empty range: an insertion point.
  package init(at offset: Int) {
    self.init(offset, offset)
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { end == start }

  /// The smallest range that holds both.
  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }

  package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// The range clipped to `0 ..< count`, so that it always lies in a file of that size.
  package func clipped(to count: Int) -> ByteRange {
    let low = min(max(start, 0), count)
    return ByteRange(low, min(max(end, low), count))
  }
}
