/// UTF-8 bytes of a scalar's raw text; nothing here copies them.
@usableFromInline package typealias TextBytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The same bytes without ASCII white space at either end.
  package var trimmed: TextBytes {
    var start = 0
    var end = count
    while start < end, self[start].isASCIISpace { start += 1 }
    while end > start, self[end - 1].isASCIISpace { end -= 1 }
    return slice(start, end)
  }

  @inlinable package func slice(_ start: Int, _ end: Int) -> TextBytes {
    TextBytes(rebasing: self[start..<end])
  }

  /// The text; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether the bytes from `index` on begin with these two or three.
  func starts(at index: Int, _ first: UInt8, _ second: UInt8) -> Bool {
    index + 1 < count && self[index] == first && self[index + 1] == second
  }

  func starts(at index: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    index + 2 < count && self[index] == first && self[index + 1] == second
      && self[index + 2] == third
  }

  /// Whether a text of the same length has the same bytes.
  @inline(__always)
  func isSame(as other: TextBytes) -> Bool {
    let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var index = 0
    while index + 8 <= count {
      let word = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard word == right.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
        return false
      }
      index += 8
    }
    while index < count {
      guard left[index] == right[index] else { return false }
      index += 1
    }
    return true
  }

  /// Whether every byte is below 0x80.
  package var isASCII: Bool {
    var all: UInt8 = 0
    for byte in self { all |= byte }
    return all < 0x80
  }
}

extension UInt8 {
  @inlinable package var isASCIIDigit: Bool { self &- 48 < 10 }
  @inlinable package var isASCIILetter: Bool { (self | 0x20) &- 97 < 26 }
  @inlinable package var isASCIISpace: Bool { self == 32 || self &- 9 < 5 }
}

extension String {
  /// Lends the UTF-8 bytes of the text to `body`.
  package func withTextBytes<T>(_ body: (TextBytes) -> T) -> T {
    var copy = self
    return copy.withUTF8(body)
  }
}
