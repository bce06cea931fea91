/// Which bytes end a line for libyaml: LF, CR, CRLF, NEL, U+2028 and U+2029.
enum LineBreaks {
  /// The length of the line break at an offset in bytes; 0 where there is none.
  static func length<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, at offset: Int
  ) -> Int where Bytes.Index == Int {
    guard offset < bytes.count else { return 0 }
    let left = bytes.count - offset
    switch bytes[offset] {
    case 10: return 1
    case 13: return left > 1 && bytes[offset + 1] == 10 ? 2 : 1
    case 0xC2: return left > 1 && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      return left > 2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }

  /// The offset of the next line break, or the end of the bytes.
  static func lineEnd<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, from offset: Int
  ) -> Int where Bytes.Index == Int {
    var end = offset
    while end < bytes.count, length(in: bytes, at: end) == 0 { end += 1 }
    return end
  }

  /// The length of the line break that ends right before an offset in bytes; 0 for none.
  static func lengthBefore<Bytes: RandomAccessCollection<UInt8>>(
    _ offset: Int, in bytes: Bytes
  ) -> Int where Bytes.Index == Int {
    for length in 1...3 where offset >= length {
      if self.length(in: bytes, at: offset - length) == length, length > 1 || !isPair(bytes, offset)
      {
        return length
      }
    }
    return 0
  }

  /// Whether CRLF ends right before an offset.
  private static func isPair<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, _ offset: Int
  ) -> Bool where Bytes.Index == Int {
    offset >= 2 && bytes[offset - 1] == 10 && bytes[offset - 2] == 13
  }
}
