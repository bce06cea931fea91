/// Counts the characters and words of a text.
package enum TextMeasure {
  /// The number of user-perceived characters (extended grapheme clusters of UAX #29).
  ///
  /// Below U+0300 nothing combines but CR with LF, so that there the scalars can be counted.
  package static func characters(_ bytes: TextBytes) -> Int { characters(TextRun(bytes)) }

  package static func characters(_ text: String) -> Int { text.withTextBytes(characters) }

  static func characters(_ text: TextRun) -> Int {
    var count = text.count
    var start = 0
    while start < text.count {
      let continuing = ByteBlock.with(text, from: start) { block in
        block.count { _, byte in
          (byte & 0xC0 == 0x80 ? 1 : 0, (byte >= 0xCC ? 1 : 0) | (byte == 13 ? 1 : 0))
        }
      }
      guard let continuing else { return text.bytes.text.count }
      count -= continuing
      start += ByteBlock.size
    }
    return count
  }

  /// The number of words: runs without white space that hold at least one letter or digit.
  package static func words(_ bytes: TextBytes) -> Int { words(TextRun(bytes)) }

  package static func words(_ text: String) -> Int { text.withTextBytes(words) }

  /// Whether a text has at most so many words.
  ///
  /// Most that do have so few blanks that its words need not be looked at.
  static func hasWords(atMost limit: Int, _ text: TextRun) -> Bool {
    var gaps = 0
    var start = 0
    while start < text.count {
      // White space that is not ASCII begins with another byte than letters below U+0100.
      gaps += ByteBlock.with(text, from: start) { block in
        block.count { isBlank($0) | (($0 >= 0xC0 ? 1 : 0) & ($0 == 0xC3 ? 0 : 1)) }
      }
      start += ByteBlock.size
    }
    return gaps < limit || words(text) <= limit
  }

  static func words(_ text: TextRun) -> Int {
    plainWords(text) ?? latinWords(text.bytes) ?? otherWords(text.bytes.text)
  }

  /// The words of a text of ASCII and the letters from U+00C0 to U+00FF, but for those that end
  /// like × and ÷, of which each begins with a letter or digit; nil for all others.
  private static func plainWords(_ text: TextRun) -> Int? {
    var count = 0
    var start = 0
    while start < text.count {
      let words = ByteBlock.with(text, from: start) { block in
        block.count { before, byte in
          let isLetter: UInt8 = byte == 0xC3 ? 1 : 0
          let isWordLike =
            (byte.isASCIILetter ? 1 : 0) | (byte.isASCIIDigit ? 1 : 0) | isLetter
          let isFirst = isBlank(before) & (isBlank(byte) ^ 1)
          let isOther = (byte >= 0xC0 ? 1 : 0) & (isLetter ^ 1) | (byte & 0xDF == 0x97 ? 1 : 0)
          return (isFirst, isFirst & (isWordLike ^ 1) | isOther)
        }
      }
      guard let words else { return nil }
      count += words
      start += ByteBlock.size
    }
    return count
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> UInt8 {
    (byte == 32 ? 1 : 0) | (byte &- 9 < 5 ? 1 : 0)
  }

  /// The words of a text of Latin letters and typographic marks; nil for all others.
  private static func latinWords(_ bytes: TextBytes) -> Int? {
    var count = 0
    var inWord = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var isWordLike = false
      if byte < 0x80 {
        index += 1
        if byte.isASCIISpace {
          inWord = false
          continue
        }
        isWordLike = byte.isASCIILetter || byte.isASCIIDigit
      } else if byte & 0xFE == 0xC2, index + 1 < bytes.count {
        let scalar = (byte & 3) << 6 | bytes[index + 1] & 0x3F
        index += 2
        // U+0085 and U+00A0 are white space.
        if scalar == 0x85 || scalar == 0xA0 {
          inWord = false
          continue
        }
        isWordLike = LatinScalars.isWordLike(scalar)
      } else if LatinScalars.isMark(bytes, index) {
        index += 3
      } else {
        return nil
      }
      if isWordLike, !inWord {
        inWord = true
        count += 1
      }
    }
    return count
  }

  private static func otherWords(_ text: String) -> Int {
    var count = 0
    var inWord = false
    for scalar in text.unicodeScalars {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if scalar.isASCII ? byte.isASCIISpace : scalar.properties.isWhitespace {
        inWord = false
      } else if inWord {
        continue
      } else if scalar.isASCII ? byte.isASCIILetter || byte.isASCIIDigit : isWordLike(scalar) {
        inWord = true
        count += 1
      }
    }
    return count
  }

  private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
