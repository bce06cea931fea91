/// Counts the characters and words of a text.
package enum TextMeasure {
  /// The number of user-perceived characters (extended grapheme clusters of UAX #29).
  ///
  /// Below U+0300 nothing combines but CR with LF, so that there the scalars can be counted.
  package static func characters(_ bytes: TextBytes) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte >= 0xCC { return bytes.text.count }
      if byte & 0xC0 != 0x80, !(byte == 10 && previous == 13) { count += 1 }
      previous = byte
    }
    return count
  }

  package static func characters(_ text: String) -> Int { text.withTextBytes(characters) }

  /// The number of words: runs without white space that hold at least one letter or digit.
  package static func words(_ bytes: TextBytes) -> Int {
    bytes.isASCII ? asciiWords(bytes) : otherWords(bytes.text)
  }

  package static func words(_ text: String) -> Int { text.withTextBytes(words) }

  private static func asciiWords(_ bytes: TextBytes) -> Int {
    var count = 0
    var inWord = false
    for byte in bytes {
      if byte.isASCIISpace {
        inWord = false
      } else if !inWord, byte.isASCIILetter || byte.isASCIIDigit {
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
