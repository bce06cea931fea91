/// The user-perceived characters of a text, made for looking at each of them several times.
struct NotationText {
  struct Unit {
    /// The character's one scalar, or `cluster` plus its place among the clusters.
    let key: UInt32
    let offset: UInt32
    let isLetter: Bool
    let isWordLike: Bool
  }

  /// Above all scalars.
  private static let cluster: UInt32 = 0x8000_0000

  private var units: [Unit] = []
  /// The characters of several scalars.
  private var clusters: [Character] = []
  private let end: Int

  init(_ bytes: TextBytes) {
    end = bytes.count
    units.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : 2
      let next = index + length < bytes.count ? bytes[index + length] : 0
      let isAlone = next < 0xCC && !(byte == 13 && next == 10)
      if byte < 0x80, isAlone {
        append(ascii: byte, at: index)
        index += 1
      } else if 0xC2..<0xCC ~= byte, isAlone, index + 1 < bytes.count {
        let value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
        append(scalar: Unicode.Scalar(value) ?? "\u{FFFD}", at: index)
        index += 2
      } else {
        index = appendClusters(bytes, from: index)
      }
    }
  }

  var count: Int { units.count }

  subscript(index: Int) -> Unit { units[index] }

  /// The place in bytes where a character begins, or the text's end.
  func offset(of index: Int) -> Int { index < units.count ? Int(units[index].offset) : end }

  /// Whether a word or number may begin or end before the character at `index`.
  func isBoundary(_ index: Int) -> Bool {
    guard index > 0, index < units.count else { return true }
    return !(units[index - 1].isWordLike && units[index].isWordLike)
  }

  func character(at index: Int) -> Character {
    let key = units[index].key
    if key >= Self.cluster { return clusters[Int(key - Self.cluster)] }
    return Unicode.Scalar(key).map(Character.init) ?? "\u{FFFD}"
  }

  private mutating func append(ascii byte: UInt8, at offset: Int) {
    let isLetter = byte.isASCIILetter
    units.append(
      Unit(
        key: UInt32(byte), offset: UInt32(truncatingIfNeeded: offset), isLetter: isLetter,
        isWordLike: isLetter || byte.isASCIIDigit))
  }

  private mutating func append(scalar: Unicode.Scalar, at offset: Int) {
    if scalar.isASCII { return append(ascii: UInt8(scalar.value), at: offset) }
    let isLetter = scalar.properties.isAlphabetic
    units.append(
      Unit(
        key: scalar.value, offset: UInt32(truncatingIfNeeded: offset), isLetter: isLetter,
        isWordLike: isLetter || scalar.properties.numericType != nil))
  }

  /// Takes in the characters up to the next white space by the rules of UAX #29.
  private mutating func appendClusters(_ bytes: TextBytes, from start: Int) -> Int {
    var stop = start + 1
    while stop < bytes.count, !bytes[stop].isASCIISpace || bytes[stop - 1].isASCIISpace {
      stop += 1
    }
    var offset = start
    for character in bytes.slice(start, stop).text {
      let scalars = character.unicodeScalars
      if scalars.count == 1, let only = scalars.first {
        append(scalar: only, at: offset)
      } else {
        let key = Self.cluster + UInt32(clusters.count)
        clusters.append(character)
        let isLetter = character.isLetter
        units.append(
          Unit(
            key: key, offset: UInt32(truncatingIfNeeded: offset), isLetter: isLetter,
            isWordLike: isLetter || character.isNumber))
      }
      offset += character.utf8.count
    }
    return stop
  }
}
