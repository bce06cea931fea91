#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps each different key text once and numbers them from 0.
///
/// The hash is seeded anew in every process, so that no file can be made to collide.
package struct SymbolTable: Sendable {
  /// The texts, one after the other.
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`.
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Open addressing: symbol + 1, or 0 for a free slot; the count is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  private static let seed = UInt64.random(in: .min ... .max)

  var count: Int { ends.count }

  func range(_ symbol: UInt32) -> Range<Int> {
    let index = Int(symbol)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  func text(_ symbol: UInt32) -> String { String(decoding: bytes[range(symbol)], as: UTF8.self) }

  func withText<R>(_ symbol: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(symbol)])) }
  }

  func find(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let entry = slots[slot(of: text, hash: Self.hash(text))]
    return entry == 0 ? nil : entry - 1
  }

  /// The number of a text, which is kept if it is new.
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = Self.hash(text)
    let slot = slot(of: text, hash: hash)
    let entry = slots[slot]
    if entry != 0 { return entry - 1 }
    let symbol = UInt32(truncatingIfNeeded: ends.count)
    bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    hashes.append(hash)
    slots[slot] = symbol + 1
    if ends.count * 2 > slots.count { grow() }
    return symbol
  }

  /// The slot that holds the text, or the free one where it belongs.
  private func slot(of text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let symbol = slots[slot] - 1
      if hashes[Int(symbol)] == hash, equals(symbol, text) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether a symbol has this text.
  @inline(__always)
  func equals(_ symbol: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(symbol)
    guard range.count == text.count else { return false }
    guard let base = text.baseAddress, !text.isEmpty else { return true }
    return bytes.withUnsafeBufferPointer {
      memcmp($0.baseAddress! + range.lowerBound, base, text.count) == 0
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (symbol, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: symbol + 1)
    }
  }

  /// Folds eight bytes at a time through a full multiplication.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(text)
    let count = raw.count
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        state = mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset &+= 8
      }
      // The last eight bytes may overlap those before them.
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    } else if count >= 4 {
      let first = raw.loadUnaligned(as: UInt32.self)
      let last = raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      state = mix(state ^ (UInt64(first) << 32 | UInt64(last)))
    } else if count > 0 {
      let outer = UInt64(raw[0]) << 8 | UInt64(raw[count &- 1])
      state = mix(state ^ (outer << 8 | UInt64(raw[count / 2])))
    }
    return UInt32(truncatingIfNeeded: state)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ (seed << 1 | 1)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
