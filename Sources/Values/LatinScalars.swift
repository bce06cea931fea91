/// The letters and digits of Unicode's first 256 scalars, as which nearly all texts are written.
///
/// None of these scalars combines with another but CR with LF, so that each is a character.
enum LatinScalars {
  /// Bit n stands for scalar 0x80 + n, and for 0xC0 + n.
  private static let wordsFrom80: UInt64 = 0x762C_0400_0000_0000
  private static let wordsFromC0: UInt64 = 0xFF7F_FFFF_FF7F_FFFF

  /// Whether the scalar is a letter or has the value of a number.
  @inline(__always)
  static func isWordLike(_ scalar: UInt8) -> Bool {
    if scalar < 0x80 { return scalar.isASCIILetter || scalar.isASCIIDigit }
    let bits = scalar < 0xC0 ? wordsFrom80 : wordsFromC0
    return bits >> UInt64(scalar & 0x3F) & 1 == 1
  }

  /// Whether the scalar is a letter.
  @inline(__always)
  static func isLetter(_ scalar: UInt8) -> Bool {
    if scalar < 0x80 { return scalar.isASCIILetter }
    if scalar < 0xC0 { return scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA }
    return isWordLike(scalar)
  }

  /// Whether the scalar is white space.
  static func isBlank(_ scalar: UInt8) -> Bool {
    scalar == 0x20 || scalar &- 0x09 < 5 || scalar == 0x85 || scalar == 0xA0
  }

  /// The scalar in lower case.
  @inline(__always)
  static func lowercased(_ scalar: UInt8) -> UInt8 {
    let isCapital =
      scalar &- 0x41 < 26 || (scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7)
    return isCapital ? scalar + 0x20 : scalar
  }

  /// Stands for a typographic mark: a quote, a dash, dots.
  static let mark: UInt8 = 0x01
  /// Stands for the apostrophe U+2019.
  static let apostrophe: UInt8 = 0x02

  /// The letter, digit or apostrophe that was read as `scalar`.
  static func character(_ scalar: UInt8) -> Character {
    scalar == apostrophe ? "’" : Character(Unicode.Scalar(scalar))
  }

  /// Whether a typographic mark, U+2010 to U+2027, stands at `index`.
  @inline(__always)
  static func isMark(_ text: TextBytes, _ index: Int) -> Bool {
    text.starts(at: index, 0xE2, 0x80) && index + 2 < text.count
      && text[index + 2] >= 0x90 && text[index + 2] <= 0xA7
  }

  private static let sharpS: UInt8 = 0xDF

  /// Reads UTF-8 into one byte for each scalar, typographic marks (U+2010 to U+2027) included; `ß`
  /// becomes `ss`, as which it is written in capitals.
  ///
  /// - Parameter scalars: room for as many bytes as the text has.
  /// - Returns: the number of bytes written; nil where the text has others, or the control characters
  ///   that stand for marks.
  @inline(__always)
  static func read(_ text: TextBytes, into scalars: UnsafeMutablePointer<UInt8>) -> Int? {
    var count = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte == mark || byte == apostrophe { return nil }
        scalars[count] = byte
        index += 1
      } else if byte & 0xFE == 0xC2, index + 1 < text.count {
        let scalar = (byte & 3) << 6 | text[index + 1] & 0x3F
        if scalar == sharpS {
          scalars[count] = UInt8(ascii: "s")
          count += 1
        }
        scalars[count] = scalar == sharpS ? UInt8(ascii: "s") : scalar
        index += 2
      } else if isMark(text, index) {
        scalars[count] = text[index + 2] == 0x99 ? apostrophe : mark
        index += 3
      } else {
        return nil
      }
      count += 1
    }
    return count
  }
}
