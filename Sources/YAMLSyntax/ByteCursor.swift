/// Turns libyaml's marks, which count Unicode scalars, into byte offsets while moving through the
/// text once.
///
/// The bytes must be well-formed UTF-8.
struct ByteCursor {
  private let base: UnsafeRawPointer?
  private let count: Int
  private let origin: Int
  /// Scalars before `offset`, counted from `origin`.
  private var index = 0
  private var offset: Int

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Counts the scalars of `bytes` from `origin`, which is behind a byte order mark.
  init(_ bytes: UnsafeBufferPointer<UInt8>, origin: Int) {
    base = UnsafeRawPointer(bytes.baseAddress)
    count = bytes.count
    self.origin = origin
    offset = origin
  }

  /// The byte offset of the scalar with this number; the end of the text for larger ones.
  @inline(__always)
  mutating func offset(ofScalar target: Int) -> Int {
    guard let base else { return 0 }
    if target < index { moveBack(to: target, base) }
    var left = target - index
    while left >= 8, offset + 8 <= count {
      let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let high = word & Self.highBits
      offset += 8
      left -= high == 0 ? 8 : 8 - (high & ~(word << 1)).nonzeroBitCount
    }
    finish(left, base)
    index = target
    return offset
  }

  /// Moves over fewer than eight scalars, or over those in the last bytes of the text.
  @inline(__always)
  private mutating func finish(_ left: Int, _ base: UnsafeRawPointer) {
    var left = left
    if left < 8, offset + 8 <= count {
      let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let wanted = Self.highBits & (1 &<< UInt64(truncatingIfNeeded: left &* 8)) &- 1
      if word & wanted == 0 {
        offset += left
        // Behind ASCII starts a scalar; only a word step can have ended inside one.
        if left > 0 { return }
      }
    }
    while offset < count {
      let byte = base.load(fromByteOffset: offset, as: UInt8.self)
      if byte & 0xC0 != 0x80 {
        if left == 0 { return }
        left -= 1
      }
      offset += 1
    }
  }

  /// Tells the cursor a place that is known otherwise.
  @inline(__always)
  mutating func jump(toScalar index: Int, at offset: Int) {
    self.index = index
    self.offset = offset
  }

  private mutating func moveBack(to target: Int, _ base: UnsafeRawPointer) {
    while index > target, offset > origin {
      offset -= 1
      if base.load(fromByteOffset: offset, as: UInt8.self) & 0xC0 != 0x80 { index -= 1 }
    }
    index = target
  }
}
