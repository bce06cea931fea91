/// How phrases of Latin letters begin, to see that none of them stands in a text.
///
/// Nearly all texts have none, and hardly a word of them begins like one. What it cannot rule out
/// has to be looked for.
struct PhraseBeginnings: Sendable {
  /// How the first word of a phrase begins: up to eight bytes of it.
  private struct Beginning {
    /// Folded, see `folded`; zeros behind a shorter word.
    let bytes: UInt64
    /// The bits of `bytes` that count.
    let mask: UInt64
    /// Where the word has to end; nil where it is longer, or open-ended.
    let end: Int?

    var first: Int { Int(bytes & 0xFF) }
  }

  /// By `slot` of the first three bytes of a word whether a phrase may begin so.
  private var slots = [Bool](repeating: false, count: 8192)
  /// In the order of their first bytes.
  private let beginnings: [Beginning]
  /// By first byte where those that begin with it end in `beginnings`.
  private var ends = [UInt32](repeating: 0, count: 256)

  /// - Parameter words: the first word of each phrase in lower case, in the letters that
  ///   `LatinScalars` reads.
  init(_ words: [(stem: String, isOpenEnded: Bool)]) {
    beginnings = words.flatMap { word in
      Self.spellings(Array(word.stem.utf8)).map { Self.beginning($0, word.isOpenEnded) }
    }.sorted { $0.first < $1.first }
    for beginning in beginnings {
      ends[beginning.first] += 1
      enter(beginning)
    }
    for first in 1..<256 { ends[first] += ends[first - 1] }
  }

  /// How texts may write the bytes of a word from `start` on that are looked at: each `ss` may be
  /// `ß`, which has two bytes as well.
  private static func spellings(_ stem: [UInt8], from start: Int = 0) -> [[UInt8]] {
    let s = UInt8(ascii: "s")
    let place = (min(start, 8)..<8).first {
      $0 + 1 < stem.count && stem[$0] == s && stem[$0 + 1] == s
    }
    guard let place else { return [stem] }
    var sharp = stem
    sharp.replaceSubrange(place..<place + 2, with: "ß".utf8)
    return spellings(sharp, from: place + 2) + spellings(stem, from: place + 1)
  }

  private mutating func enter(_ beginning: Beginning) {
    let bytes = UInt32(truncatingIfNeeded: beginning.bytes)
    let mask = UInt32(truncatingIfNeeded: beginning.mask)
    // Behind a word of one or two bytes anything may stand.
    for second in UInt32(0)..<(mask & 0xFF00 == 0 ? 32 : 1) {
      for third in UInt32(0)..<(mask & 0xFF_0000 == 0 ? 32 : 1) {
        slots[Self.slot(bytes | second << 8 | third << 16)] = true
      }
    }
  }

  /// A number below 8192 for five bits each of the three low bytes, in which capitals and small
  /// letters are the same.
  @inline(__always)
  fileprivate static func slot(_ bytes: UInt32) -> Int {
    Int(((bytes & 0x1F_1F1F) &* 0x9E37_79B1) >> 19)
  }

  private static func beginning(_ stem: [UInt8], _ isOpenEnded: Bool) -> Beginning {
    let count = min(8, stem.count)
    var bytes: UInt64 = 0
    for index in 0..<count { bytes |= UInt64(stem[index]) << UInt64(8 * index) }
    let mask = ~UInt64(0) >> UInt64(64 - 8 * count)
    return Beginning(
      bytes: folded(bytes) & mask, mask: mask,
      end: isOpenEnded || stem.count > 8 ? nil : stem.count)
  }

  /// Makes capitals small, with some other bytes that nobody takes for letters: in ASCII, and from
  /// U+00C0 to U+00FF, a capital and its small letter differ in this bit of one byte.
  @inline(__always)
  private static func folded(_ bytes: UInt64) -> UInt64 { bytes | 0x2020_2020_2020_2020 }

  /// Lends what looks at texts; for many texts at once.
  @inline(__always)
  func withFilter<R>(_ body: (Filter) -> R) -> R {
    slots.withUnsafeBufferPointer {
      body(Filter(beginnings: self, slots: $0.baseAddress.unsafelyUnwrapped))
    }
  }

  /// Rules out texts.
  struct Filter {
    fileprivate let beginnings: PhraseBeginnings
    fileprivate let slots: UnsafePointer<Bool>

    /// Whether a phrase may stand in the text; where it says no, none does.
    @inline(__always)
    func mayStand(in text: TextRun) -> Bool {
      var start = 0
      while start < text.count {
        let mayStand = ByteBlock.with(text, from: start) { block in
          if block.greatest >= 0xC4, !PhraseBeginnings.isLatin(text.bytes, from: start) {
            return true
          }
          // A word begins behind what is no letter. Letters that are not ASCII need not show, but for
          // their further bytes: nothing begins with one.
          return block.contains { before, byte in
            (((before | 0x20) &- 97) >= 26 ? 1 : 0) & (Int8(bitPattern: byte) >= -64 ? 1 : 0)
          } where: { place in
            slots[PhraseBeginnings.slot(block.four(at: place))]
              && beginnings.begins(text.bytes, start &+ place)
          }
        }
        if mayStand { return true }
        start &+= ByteBlock.size
      }
      return false
    }
  }

  /// Whether all that is not ASCII from `start` on in the block are letters below U+0100 and
  /// typographic marks, which are no letters.
  fileprivate static func isLatin(_ text: TextBytes, from start: Int) -> Bool {
    let end = min(text.count, start + ByteBlock.size)
    for index in start..<end where text[index] >= 0xC4 && !LatinScalars.isMark(text, index) {
      return false
    }
    return true
  }

  /// Whether one of the phrases may begin at `place`.
  fileprivate func begins(_ text: TextBytes, _ place: Int) -> Bool {
    let word = Self.folded(Self.bytes(text, place))
    let first = Int(word & 0xFF)
    for index in (first == 0 ? 0 : Int(ends[first - 1]))..<Int(ends[first]) {
      let beginning = beginnings[index]
      guard word & beginning.mask == beginning.bytes else { continue }
      guard let end = beginning.end.map({ place + $0 }), end < text.count else { return true }
      if !(text[end].isASCIILetter || text[end].isASCIIDigit) { return true }
    }
    return false
  }

  /// Eight bytes, with zeros behind the end of the text.
  private static func bytes(_ text: TextBytes, _ place: Int) -> UInt64 {
    if place + 8 <= text.count {
      let raw = UnsafeRawBufferPointer(text)
      return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    var bytes: UInt64 = 0
    for index in place..<text.count { bytes |= UInt64(text[index]) << UInt64(8 * (index - place)) }
    return bytes
  }
}
