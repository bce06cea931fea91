/// Up to 64 bytes of a text, of which one question at a time is asked of all at once.
///
/// An answer has a bit for each byte, the first byte's being the lowest; bits past the end are 0.
struct ByteBlock {
  typealias Chunk = SIMD16<UInt8>
  typealias Answer = SIMDMask<SIMD16<Int8>>

  static let size = 64

  private let text: TextBytes
  private let start: Int
  /// The number of bytes, at most 64.
  let count: Int

  /// The bytes from `start` on, which is less than the text's count.
  @inline(__always)
  init(_ text: TextBytes, from start: Int) {
    self.text = text
    self.start = start
    count = min(Self.size, text.count - start)
  }

  /// Whether these are the last bytes of the text.
  @inline(__always) var isLast: Bool { start + count == text.count }

  /// A bit for each byte that there is.
  @inline(__always) var all: UInt64 { ~0 >> UInt64(Self.size - count) }

  /// Calls `body` with 16 bytes at a time, and with where they stand in the block.
  ///
  /// No byte outside of the text is read: the last 16 overlap with those before them, and a shorter
  /// block is filled up with zeros.
  @inline(__always)
  func forEachChunk(_ body: (Chunk, UInt64) -> Void) {
    let raw = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped) + start
    guard count >= 16 else { return body(short(raw), 0) }
    var offset = 0
    while offset + 16 <= count {
      body(raw.loadUnaligned(fromByteOffset: offset, as: Chunk.self), UInt64(offset))
      offset += 16
    }
    if offset < count {
      body(raw.loadUnaligned(fromByteOffset: count - 16, as: Chunk.self), UInt64(count - 16))
    }
  }

  /// Fewer than 16 bytes, with zeros behind them.
  @inline(__always)
  private func short(_ raw: UnsafeRawPointer) -> Chunk {
    var low: UInt64 = 0
    var high: UInt64 = 0
    if count >= 8 {
      low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      // In two steps, for a shift by 64 would be none.
      high = (UInt64(littleEndian: last) >> UInt64(8 * (15 - count))) >> 8
    } else if count >= 4 {
      let last = UInt32(
        littleEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      low =
        UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
        | UInt64(last) << UInt64(8 * (count - 4))
    } else {
      for index in 0..<count {
        low |= UInt64(raw.load(fromByteOffset: index, as: UInt8.self)) << UInt64(8 * index)
      }
    }
    return unsafeBitCast(SIMD2(low.littleEndian, high.littleEndian), to: Chunk.self)
  }

  /// The answer as bits of 16 bytes.
  @inline(__always)
  static func bits(_ answer: Answer) -> UInt64 {
    let weights = Chunk(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
    let weighed = unsafeBitCast(answer, to: Chunk.self) & weights
    let halves = unsafeBitCast(weighed, to: SIMD2<UInt64>.self)
    // The highest byte of such a product is the sum of all bytes of a half.
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (halves[0] &* ones) >> 56 | ((halves[1] &* ones) >> 56) << 8
  }
}

extension ByteBlock.Chunk {
  /// Letters and digits of ASCII.
  @inline(__always) var areASCIIWordLike: ByteBlock.Answer {
    let letters = (self | 0x20) &- 0x61 .< 26
    return letters .| (self &- 0x30 .< 10)
  }

  /// White space of ASCII.
  @inline(__always) var areASCIISpace: ByteBlock.Answer { self .== 0x20 .| (self &- 9 .< 5) }
}
