/// A text that may have other bytes behind it, which are not part of it but may be read.
package struct TextRun {
  @usableFromInline let all: TextBytes
  @usableFromInline let start: Int
  package let count: Int

  /// - Parameter range: where the text stands in `all`.
  @inlinable package init(_ range: Range<Int>, of all: TextBytes) {
    self.all = all
    start = range.lowerBound
    count = range.count
  }

  /// A text with nothing behind it.
  @inlinable package init(_ text: TextBytes) { self.init(0..<text.count, of: text) }

  /// The bytes of the text alone.
  @inlinable package var bytes: TextBytes { all.slice(start, start + count) }
}

/// 64 bytes of a text, of which one question at a time is asked of all at once.
///
/// The compiler makes vector instructions of its loops; what Swift has for SIMD it compiles to loops
/// over single elements wherever bytes are compared.
struct ByteBlock {
  static let size = 64

  /// The byte before the block, which may be read, stands before these.
  private let bytes: UnsafePointer<UInt8>
  /// How many of the bytes are the text's, the others meaning nothing.
  private let count: UInt8
  /// Whether the text begins here.
  private let isFirst: Bool

  /// Lends the bytes from `place` on, which lies in the text.
  @inline(__always)
  static func with<R>(_ text: TextRun, from place: Int, _ body: (ByteBlock) -> R) -> R {
    let start = text.start + place
    let count = min(size, text.count - place)
    let bytes = text.all.baseAddress.unsafelyUnwrapped
    if start > 0, start + size <= text.all.count {
      return body(ByteBlock(bytes: bytes + start, count: UInt8(count), isFirst: place == 0))
    }
    // The first or last bytes of all, with zeros around them.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size + 1) { room in
      room.initialize(repeating: 0)
      if start > 0 { room[0] = bytes[start - 1] }
      for index in 0..<count { room[index + 1] = bytes[start + index] }
      let own = UnsafePointer(room.baseAddress.unsafelyUnwrapped + 1)
      return body(ByteBlock(bytes: own, count: UInt8(count), isFirst: place == 0))
    }
  }

  /// The greatest byte of the text, or of what stands behind it.
  @inline(__always) var greatest: UInt8 {
    var greatest: UInt8 = 0
    for index in 0..<Self.size { greatest = max(greatest, bytes[index]) }
    return greatest
  }

  /// Which bytes of the text are so, as bits, of which the first byte has the lowest.
  @inline(__always)
  func bits(where question: (UInt8) -> Bool) -> UInt64 {
    ask { question(bytes[$0]) ? 1 : 0 }
  }

  /// Which bytes of the text are so by themselves and the byte before them; before the text stands
  /// one that would do.
  @inline(__always)
  func bits(where question: (UInt8) -> Bool, behind before: (UInt8) -> Bool) -> UInt64 {
    // Without branches, which would be no vector instructions.
    let bits = ask { (question(bytes[$0]) ? 1 : 0) & (before(bytes[$0 - 1]) ? 1 : 0) }
    return isFirst && question(bytes[0]) ? bits | 1 : bits
  }

  @inline(__always)
  private func ask(_ question: (Int) -> UInt8) -> UInt64 {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 8) { words in
      let answers = UnsafeMutableRawPointer(words.baseAddress.unsafelyUnwrapped)
        .assumingMemoryBound(to: UInt8.self)
      for index in 0..<Self.size { answers[index] = question(index) }
      // One bit of each byte is left to each word.
      var matrix: UInt64 = 0
      for index in 0..<8 { matrix |= UInt64(littleEndian: words[index]) << UInt64(index) }
      return Self.transposed(matrix) & (~0 >> UInt64(64 - count))
    }
  }

  /// The eight rows of eight bits as columns; after Henry S. Warren, “Hacker's Delight”.
  @inline(__always)
  private static func transposed(_ matrix: UInt64) -> UInt64 {
    var matrix = matrix
    var swapped = (matrix ^ (matrix >> 7)) & 0x00AA_00AA_00AA_00AA
    matrix ^= swapped ^ (swapped << 7)
    swapped = (matrix ^ (matrix >> 14)) & 0x0000_CCCC_0000_CCCC
    matrix ^= swapped ^ (swapped << 14)
    swapped = (matrix ^ (matrix >> 28)) & 0x0000_0000_F0F0_F0F0
    return matrix ^ swapped ^ (swapped << 28)
  }
}
