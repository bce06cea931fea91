/// Makes characters visible that would move the cursor, turn the direction or hide in a text.
///
/// Texts of a plan reach a terminal; an escape sequence in them must be seen, never obeyed.
package enum VisibleText {
  /// The text on one line: control characters as their pictures (`␛`), hidden ones as `‹U+200B›`,
  /// a tab as a space.
  package static func line(_ text: String) -> String {
    guard hasSuspects(text) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        result += " "
      } else if let shown = substitute(for: scalar) {
        result += shown
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The texts of the lines of `text`, each made visible; LF, CRLF, CR, NEL, U+2028 and U+2029 end
  /// a line.
  package static func lines(_ text: String) -> [String] {
    // What ends a line is a suspect.
    guard hasSuspects(text) else { return [text] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { line(String($0)) }
  }

  private static func hasSuspects(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices where bytes[index] < 0x20 || bytes[index] >= 0x7F {
        if isSuspect(bytes, index) { return true }
      }
      return false
    }
  }

  /// Whether a character that begins there may need a substitute; quotation marks and dashes, which
  /// begin as some of these do, are none.
  private static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    func next(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    switch bytes[index] {
    case 0..<0x20, 0x7F: return true
    case 0xC2: return next(1) < 0xA0 || next(1) == 0xAD
    case 0xD8: return next(1) == 0x9C
    case 0xE2:
      let last = next(2)
      return next(1) == 0x80
        ? last == 0x8B || last == 0x8E || last == 0x8F || (0xA8...0xAE).contains(last)
        : next(1) == 0x81 && last >= 0xA0 && last <= 0xAF
    case 0xEF: return next(1) == 0xBB && next(2) == 0xBF
    case 0xF3: return next(1) == 0xA0 && next(2) == 0x80
    default: return false
    }
  }

  /// What stands for a character that has no sign of its own; nil for all others.
  ///
  /// The joiners U+200C and U+200D stay, since emoji and many scripts are written with them.
  package static func substitute(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: String(Unicode.Scalar(0x2400 + scalar.value)!)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xE0000...0xE001F:
      "‹U+\(hexadecimal(scalar.value))›"
    default: nil
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
