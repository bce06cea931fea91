#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Searching in bytes, many at a time.
extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in `start ..< end`; `end` where there is none.
  @inline(__always)
  package func firstPlace(of byte: UInt8, from start: Int, to end: Int) -> Int {
    guard start < end, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first place of a byte beyond ASCII at or after `start`; the count where there is none.
  package func firstPlaceBeyondASCII(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var index = start
    while index &+ 32 <= count {
      let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self)
      let third = raw.loadUnaligned(fromByteOffset: index &+ 16, as: UInt64.self)
      let fourth = raw.loadUnaligned(fromByteOffset: index &+ 24, as: UInt64.self)
      guard (first | second | third | fourth) & 0x8080_8080_8080_8080 == 0 else { break }
      index &+= 32
    }
    while index &+ 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let high = word & 0x8080_8080_8080_8080
      if high != 0 { return index &+ high.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count, self[index] < 0x80 { index &+= 1 }
    return index
  }
}
