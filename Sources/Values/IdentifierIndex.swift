/// Finds the row of an identifier by its bytes, spellings that are canonically equivalent in Unicode
/// (NFC and NFD) being equal.
///
/// ASCII identifiers are kept once, one after the other, and found by open addressing; others are
/// kept in a dictionary. Hashes are seeded per process, so that no plan can choose its collisions.
package struct IdentifierIndex: Sendable {
  fileprivate struct Entry {
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
    if other.utf8.allSatisfy({ $0 < 0x80 }) { return other.withTextBytes { insertASCII($0, row) } }
    if let earlier = others[other] { return earlier }
    others[other] = row
    return nil
  }

  package mutating func insert(_ text: String, row: UInt32) -> UInt32? {
    var text = text
    return text.withUTF8 { insert($0, row: row) }
  }

  /// The row of an identifier; nil where it was not entered.
  package func row(of text: TextBytes) -> UInt32? { withFinder { $0.row(of: text) } }

  package func row(of text: String) -> UInt32? { text.withTextBytes(row) }

  private func rowOfOther(_ text: TextBytes) -> UInt32? {
    let other = Self.folded(text)
    if other.utf8.allSatisfy({ $0 < 0x80 }) { return other.withTextBytes { row(of: $0) } }
    return others[other]
  }

  /// Lends what finds identifiers; for many texts at once.
  @inline(__always)
  package func withFinder<R>(_ body: (Finder) -> R) -> R {
    slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        bytes.withUnsafeBufferPointer {
          body(Finder(index: self, seed: Self.seed, slots: slots, entries: entries, bytes: $0))
        }
      }
    }
  }

  /// Finds the rows of identifiers.
  package struct Finder {
    fileprivate let index: IdentifierIndex
    fileprivate let seed: UInt64
    fileprivate let slots: UnsafeBufferPointer<UInt32>
    fileprivate let entries: UnsafeBufferPointer<Entry>
    fileprivate let bytes: TextBytes

    /// The row of an identifier; nil where it was not entered.
    package func row(of text: TextBytes) -> UInt32? {
      let (hash, isASCII) = IdentifierIndex.hash(text, seed)
      guard isASCII else { return index.rowOfOther(text) }
      let slot = slots[slot(of: text, hash)]
      return slot == 0 ? nil : entries[Int(slot) - 1].row
    }

    /// The slot that holds the text, or the free one where it would go.
    @inline(__always)
    fileprivate func slot(of text: TextBytes, _ hash: UInt32) -> Int {
      let mask = slots.count - 1
      var slot = Int(hash) & mask
      while slots[slot] != 0 {
        let entry = entries[Int(slots[slot]) - 1]
        if entry.hash == hash, entry.count == text.count,
          bytes.slice(entry.start, entry.start + text.count).isSame(as: text)
        {
          break
        }
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  private mutating func insertASCII(_ text: TextBytes, _ row: UInt32) -> UInt32? {
    let hash = Self.hash(text, Self.seed).hash
    let slot = withFinder { $0.slot(of: text, hash) }
    if slots[slot] != 0 { return entries[Int(slots[slot]) - 1].row }
    entries.append(
      Entry(start: bytes.count, count: UInt32(text.count), hash: hash, row: row))
    bytes.append(contentsOf: text)
    slots[slot] = UInt32(entries.count)
    if entries.count * 4 > slots.count * 3 { grow() }
    return nil
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

  /// A hash by folded multiplication of eight bytes at a time, as wyhash does it, and whether all
  /// bytes are ASCII.
  @inline(__always)
  private static func hash(_ text: TextBytes, _ seed: UInt64) -> (hash: UInt32, isASCII: Bool) {
    let raw = UnsafeRawBufferPointer(text)
    var hash = seed ^ UInt64(truncatingIfNeeded: raw.count)
    var all: UInt64 = 0
    var index = 0
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = mixed(hash, word)
      all |= word
      index += 8
    }
    let rest = rest(raw, from: index)
    all |= rest
    hash = mixed(mixed(hash, rest), 0x9E37_79B9_7F4A_7C15)
    return (UInt32(truncatingIfNeeded: hash), all & 0x8080_8080_8080_8080 == 0)
  }

  /// The last bytes, fewer than eight, so that no two such texts of one length give the same.
  @inline(__always)
  private static func rest(_ raw: UnsafeRawBufferPointer, from index: Int) -> UInt64 {
    let count = raw.count - index
    if count >= 4 {
      let first = raw.loadUnaligned(fromByteOffset: index, as: UInt32.self)
      let last = raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    guard count > 0 else { return 0 }
    return UInt64(raw[index]) << 16 | UInt64(raw[index + count / 2]) << 8
      | UInt64(raw[raw.count - 1])
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
