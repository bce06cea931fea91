/// An identifier that compares by Unicode canonical equivalence (NFC and NFD are equal).
///
/// Swift's `String` compares and hashes so, and takes the bytes as they are where all are ASCII.
package struct IdentifierKey: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(_ bytes: TextBytes) { text = bytes.text }
}

/// Finds the row of an identifier by its bytes, canonically equivalent spellings being equal.
///
/// ASCII identifiers are kept once, one after the other, and found by open addressing; others are
/// kept in a dictionary. Hashes are seeded per process, so that no plan can choose its collisions.
package struct IdentifierIndex: Sendable {
  private struct Entry {
    var start: Int
    var count: UInt32
    var hash: UInt32
    var row: UInt32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Positions in `entries` plus one; 0 is free. The count is a power of two.
  private var slots: [UInt32]
  private var others: [String: UInt32] = [:]

  /// An empty index with room for `capacity` identifiers.
  package init(capacity: Int = 0) {
    var size = 16
    while size * 3 < capacity * 4 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    entries.reserveCapacity(capacity)
  }

  /// The number of different identifiers.
  package var count: Int { entries.count + others.count }

  /// Enters an identifier with its row; the earlier row where an equal one is there, which stays.
  package mutating func insert(_ text: TextBytes, row: UInt32) -> UInt32? {
    if text.isASCII { return insertASCII(text, row) }
    let other = Self.folded(text)
    if other.utf8.allSatisfy({ $0 < 0x80 }) {
      var ascii = other
      return ascii.withUTF8 { insertASCII($0, row) }
    }
    if let earlier = others[other] { return earlier }
    others[other] = row
    return nil
  }

  package mutating func insert(_ text: String, row: UInt32) -> UInt32? {
    var text = text
    return text.withUTF8 { insert($0, row: row) }
  }

  /// The row of an identifier; nil where it was not entered.
  package func row(of text: TextBytes) -> UInt32? {
    if text.isASCII { return rowASCII(text) }
    let other = Self.folded(text)
    if other.utf8.allSatisfy({ $0 < 0x80 }) { return other.withTextBytes(rowASCII) }
    return others[other]
  }

  package func row(of text: String) -> UInt32? { text.withTextBytes(row) }

  private mutating func insertASCII(_ text: TextBytes, _ row: UInt32) -> UInt32? {
    let hash = Self.hash(text)
    let slot = slot(of: text, hash)
    if slots[slot] != 0 { return entries[Int(slots[slot]) - 1].row }
    entries.append(
      Entry(start: bytes.count, count: UInt32(text.count), hash: hash, row: row))
    bytes.append(contentsOf: text)
    slots[slot] = UInt32(entries.count)
    if entries.count * 4 > slots.count * 3 { grow() }
    return nil
  }

  private func rowASCII(_ text: TextBytes) -> UInt32? {
    let slot = slots[slot(of: text, Self.hash(text))]
    return slot == 0 ? nil : entries[Int(slot) - 1].row
  }

  /// The slot that holds the text, or the free one where it would go.
  private func slot(of text: TextBytes, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    return slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        bytes.withUnsafeBufferPointer { kept in
          while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, entry.count == text.count,
              kept[entry.start..<entry.start + text.count].elementsEqual(text)
            {
              break
            }
            slot = (slot + 1) & mask
          }
          return slot
        }
      }
    }
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  private static let seed = UInt64.random(in: .min ... .max)

  /// A hash by folded multiplication of eight bytes at a time, as wyhash does it.
  private static func hash(_ text: TextBytes) -> UInt32 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = seed ^ UInt64(truncatingIfNeeded: raw.count)
    var index = 0
    while index + 8 <= raw.count {
      hash = mixed(hash, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return UInt32(truncatingIfNeeded: mixed(mixed(hash, rest), 0x9E37_79B9_7F4A_7C15))
  }

  @inline(__always) private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low ^ hash.byteSwapped
  }

  /// The text with those three characters replaced that are canonically equivalent to ASCII:
  /// U+037E (`;`), U+1FEF (`` ` ``) and U+212A (`K`).
  private static func folded(_ bytes: TextBytes) -> String {
    var text = ""
    for scalar in bytes.text.unicodeScalars {
      switch scalar {
      case "\u{37E}": text.unicodeScalars.append(";")
      case "\u{1FEF}": text.unicodeScalars.append("`")
      case "\u{212A}": text.unicodeScalars.append("K")
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
