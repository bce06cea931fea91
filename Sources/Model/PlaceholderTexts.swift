import Values

/// Texts that read as empty, found with one look at length and first byte in nearly all cases.
struct PlaceholderTexts: Sendable {
  private let texts: Set<String>
  /// For each first byte the lengths, up to 63 bytes, that a placeholder may have.
  private var lengths = [UInt64](repeating: 0, count: 256)

  /// Scalars that take more bytes with their quotes are no placeholder.
  let longest: Int

  /// `texts` as `Schema.folded(placeholder:)` leaves them.
  init(_ texts: Set<String>) {
    self.texts = texts
    // Letters may change their length with their case, and escapes take more bytes than characters.
    longest = (texts.map(\.utf8.count).max() ?? 0) * 6 + 8
    for text in texts {
      guard let first = text.utf8.first else { continue }
      if text.utf8.allSatisfy({ $0 < 0x80 }), text.utf8.count < 64 {
        let bit = UInt64(1) << UInt64(text.utf8.count)
        lengths[Int(first)] |= bit
        if first.isASCIILetter { lengths[Int(first & ~0x20)] |= bit }
      } else {
        // Other letters may change their length with their case.
        for spelling in [text, text.uppercased()] {
          lengths[Int(spelling.utf8.first ?? first)] = .max
        }
      }
    }
  }

  /// Whether a scalar holds nothing: no text, blanks, a plain null or a placeholder.
  @inline(__always)
  func isEmpty(_ bytes: TextBytes, isPlain: Bool) -> Bool {
    let count = bytes.count
    guard count > 0 else { return true }
    let first = bytes[0]
    if first <= 32 || bytes[count - 1] <= 32 { return isEmptyWithoutBlanks(bytes) }
    if isPlain, count == 1, first == UInt8(ascii: "~") { return true }
    if isPlain, count == 4, first | 0x20 == UInt8(ascii: "n"), Self.isNull(bytes) { return true }
    let mask = lengths[Int(first)]
    guard mask != 0, count < 64 ? mask >> UInt64(count) & 1 == 1 : mask == .max else {
      return false
    }
    return contains(bytes)
  }

  private func isEmptyWithoutBlanks(_ bytes: TextBytes) -> Bool {
    let trimmed = bytes.trimmed
    return trimmed.isEmpty || contains(trimmed)
  }

  private func contains(_ bytes: TextBytes) -> Bool {
    texts.contains(Schema.folded(placeholder: bytes.text))
  }

  private static func isNull(_ bytes: TextBytes) -> Bool {
    bytes.elementsEqual("null".utf8) || bytes.elementsEqual("Null".utf8)
      || bytes.elementsEqual("NULL".utf8)
  }
}
