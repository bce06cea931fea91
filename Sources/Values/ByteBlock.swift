/// A text that may have other bytes behind it, which are not part of it but may be read.
struct TextRun {
  let all: TextBytes
  let start: Int
  let count: Int

  @inline(__always)
  init(start: Int, count: Int, of all: TextBytes) {
    self.all = all
    self.start = start
    self.count = count
  }

  /// A text with nothing behind it.
  @inline(__always)
  init(_ text: TextBytes) { self.init(start: 0, count: text.count, of: text) }

  /// The bytes of the text alone.
  @inline(__always) var bytes: TextBytes { all.slice(start, start + count) }
}

/// 64 bytes of a text, of which one question at a time is asked of all at once.
///
/// The compiler makes vector instructions of its loops; what Swift has for SIMD it compiles to loops
/// over single elements wherever bytes are compared.
struct ByteBlock {
  static let size = 64
  /// How many bytes behind a block may be read.
  private static let margin = 3

  /// One byte before them may be read too, and some behind them.
  private let bytes: UnsafePointer<UInt8>
  /// How many of the bytes are the text's, the others meaning nothing.
  private let count: UInt8
  /// Whether the text begins here.
  private let isFirst: Bool

  /// Lends the bytes from `place` on, which lies in the text.
  @inline(__always)
  static func with<R>(_ text: TextRun, from place: Int, _ body: (ByteBlock) -> R) -> R {
    let start = text.start &+ place
    let count = min(size, text.count &- place)
    let bytes = text.all.baseAddress.unsafelyUnwrapped
    if start > 0, start &+ size &+ margin <= text.all.count {
      return body(ByteBlock(bytes: bytes + start, count: UInt8(count), isFirst: place == 0))
    }
    // The first or last bytes of all, with zeros around them.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 + size + margin) { room in
      room.initialize(repeating: 0)
      if start > 0 { room[0] = bytes[start - 1] }
      for index in 0..<min(size + margin, text.all.count - start) {
        room[index + 1] = bytes[start + index]
      }
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

  /// How many bytes of the text count; nil where it has one that is odd. It may be nil besides where
  /// the first one would be odd behind what stands before the text.
  ///
  /// - Parameter question: says of a byte, and the one before it, 1 or 0 to both, without branches,
  ///   which would be no vector instructions. A blank stands before the text.
  @inline(__always)
  func count(_ question: (_ before: UInt8, UInt8) -> (counts: UInt8, isOdd: UInt8)) -> Int? {
    let (counting, odd) = Self.withAnswers { counts, odds in
      for index in 0..<Self.size {
        let answer = question(bytes[index - 1], bytes[index])
        counts[index] = answer.counts
        odds[index] = answer.isOdd
      }
      return (Self.bits(counts) & all, Self.bits(odds) & all)
    }
    guard odd == 0 else { return nil }
    let counted = counting.nonzeroBitCount
    guard isFirst else { return counted }
    let (first, other) = (question(0x20, bytes[0]), question(bytes[-1], bytes[0]))
    return first.isOdd == 0 ? counted + Int(first.counts) - Int(other.counts) : nil
  }

  /// How many bytes of the text are so.
  @inline(__always)
  func count(where question: (UInt8) -> UInt8) -> Int {
    let places = Self.withAnswers { answers, _ in
      for index in 0..<Self.size { answers[index] = question(bytes[index]) }
      return Self.bits(answers)
    }
    return (places & all).nonzeroBitCount
  }

  /// The byte at `place`, which is the lowest, and three behind it, which may not be the text's.
  @inline(__always)
  func four(at place: Int) -> UInt32 {
    let raw = UnsafeRawPointer(bytes)
    return UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  /// Whether there is a place of the text that is so by what stands before it, and that is wanted; the
  /// first place of all is so in any case.
  @inline(__always)
  func contains(
    _ question: (_ before: UInt8, UInt8) -> UInt8, where isWanted: (_ place: Int) -> Bool
  ) -> Bool {
    var places = Self.withAnswers { answers, _ in
      for index in 0..<Self.size { answers[index] = question(bytes[index - 1], bytes[index]) }
      return Self.bits(answers)
    }
    places = (places | (isFirst ? 1 : 0)) & all
    while places != 0 {
      let place = places.trailingZeroBitCount
      places &= places &- 1
      if isWanted(place) { return true }
    }
    return false
  }

  /// A bit for each byte of the text.
  @inline(__always) private var all: UInt64 { ~0 &>> UInt64(64 &- count) }

  /// Lends room for two answers to each byte.
  @inline(__always)
  private static func withAnswers<R>(
    _ body: (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt8>) -> R
  ) -> R {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { first in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { second in
        body(first.baseAddress.unsafelyUnwrapped, second.baseAddress.unsafelyUnwrapped)
      }
    }
  }

  /// A bit for each of the answers, which are 0 or 1.
  @inline(__always)
  private static func bits(_ answers: UnsafePointer<UInt8>) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<8 {
      let eight = UnsafeRawPointer(answers + 8 * index).loadUnaligned(as: UInt64.self)
      // The product has the lowest bits of eight bytes side by side in its highest byte.
      let row = (UInt64(littleEndian: eight) &* 0x0102_0408_1020_4080) &>> 56
      bits |= row &<< UInt64(8 &* index)
    }
    return bits
  }
}
