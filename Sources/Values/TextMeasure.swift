/// Counts the characters and words of a text.
package enum TextMeasure {
  /// The number of user-perceived characters (extended grapheme clusters of UAX #29).
  ///
  /// Below U+0300 nothing combines but CR with LF, so that there the scalars can be counted.
  package static func characters(_ bytes: TextBytes) -> Int {
    var count = bytes.count
    var start = 0
    while start < bytes.count {
      let block = ByteBlock(bytes, from: start)
      var continuing: UInt64 = 0
      var combining = ByteBlock.Answer(repeating: false)
      block.forEachChunk { chunk, offset in
        continuing |= ByteBlock.bits(chunk & 0xC0 .== 0x80) << offset
        combining = combining .| (chunk .>= 0xCC) .| (chunk .== 13)
      }
      if ByteBlock.bits(combining) != 0 { return bytes.text.count }
      count -= continuing.nonzeroBitCount
      start += block.count
    }
    return count
  }

  package static func characters(_ text: String) -> Int { text.withTextBytes(characters) }

  /// The number of words: runs without white space that hold at least one letter or digit.
  package static func words(_ bytes: TextBytes) -> Int {
    plainWords(bytes) ?? latinWords(bytes) ?? otherWords(bytes.text)
  }

  package static func words(_ text: String) -> Int { text.withTextBytes(words) }

  /// The words of a text of ASCII and the letters from U+00C0 to U+00FF, but for those that look
  /// like × and ÷ in one of their bytes; nil for all others.
  private static func plainWords(_ bytes: TextBytes) -> Int? {
    var count = 0
    // Whether the word that the last block ends in, or between, has had a letter or digit.
    var isOpen: UInt64 = 0
    var start = 0
    while start < bytes.count {
      let block = ByteBlock(bytes, from: start)
      var (spaces, wordLike): (UInt64, UInt64) = (0, 0)
      var others = ByteBlock.Answer(repeating: false)
      block.forEachChunk { chunk, offset in
        let letters = chunk .== 0xC3
        spaces |= ByteBlock.bits(chunk.areASCIISpace) << offset
        wordLike |= ByteBlock.bits(chunk.areASCIIWordLike .| letters) << offset
        others = others .| ((chunk .>= 0xC0) .& .!letters) .| (chunk & 0xDF .== 0x97)
      }
      if ByteBlock.bits(others) != 0 { return nil }
      // To the bits of a run without white space those of its letters are added: where there is
      // one, the sum carries over to the white space behind the run, and nowhere else.
      let runs = block.all & ~spaces
      let (sum, overflow) = runs.addingReportingOverflow(wordLike)
      let (total, again) = sum.addingReportingOverflow(isOpen)
      count += (total & ~runs).nonzeroBitCount
      isOpen = overflow || again ? 1 : 0
      start += block.count
    }
    return count + Int(isOpen)
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
