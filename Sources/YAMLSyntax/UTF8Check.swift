/// Finds the first byte that is not part of well-formed UTF-8.
enum UTF8Check {
  /// The offset of the first byte at fault; nil if all is well-formed.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset < raw.count {
      offset = skipASCII(raw, offset)
      if offset >= raw.count { return nil }
      let length = scalarLength(raw, offset)
      if length == 0 { return offset }
      offset += length
    }
    return nil
  }

  /// The offset of the first byte from `start` that is not ASCII; 32 bytes are looked at at once.
  @inline(__always)
  private static func skipASCII(_ raw: UnsafeRawBufferPointer, _ start: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    while offset + 32 <= raw.count {
      let first = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
      let third = raw.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)
      let fourth = raw.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)
      if (first | second | third | fourth) & high != 0 { break }
      offset += 32
    }
    while offset + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian & high
      if word != 0 { return offset + word.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < raw.count, raw[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// The length of the well-formed sequence at `offset`, which does not start with ASCII; or 0.
  ///
  /// The bounds are those of table 3-7 of the Unicode standard.
  private static func scalarLength(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    let lead = raw[offset]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return 0
    }
    guard offset + length <= raw.count, low...high ~= raw[offset + 1] else { return 0 }
    for index in offset + 2..<max(offset + 2, offset + length)
    where raw[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
