/// On which side of a cell a text stands.
package enum TextAlignment: Sendable {
  case left, right, center
}

/// How many cells of a terminal a text takes.
///
/// East Asian Wide and Fullwidth characters take two cells (Unicode UAX #11; Ambiguous ones take
/// one, as outside East Asian legacy fonts), so do emoji; combining marks and format characters
/// take none, nor do control characters, which `visible` makes safe to print.
package enum TextWidth {
  /// The number of cells of a text that has no line breaks.
  package static func cells(_ text: String) -> Int {
    var text = text
    let ascii: Int? = text.withUTF8 { bytes in
      var count = 0
      for byte in bytes {
        if byte >= 0x80 { return nil }
        if byte >= 32, byte != 127 { count += 1 }
      }
      return count
    }
    return ascii ?? text.reduce(0) { $0 + cells($1) }
  }

  /// The number of cells of one user-perceived character, 0…2.
  package static func cells(_ character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      // U+FE0F asks for the picture of what is text by default, such as U+2764.
      if scalar == "\u{FE0F}", widest == 1 { return 2 }
      widest = max(widest, cells(scalar))
    }
    return widest
  }

  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 32 || (127..<160).contains(value) || value == 0xAD ? 0 : 1 }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      break
    }
    if isMedialJamo(value) { return 0 }
    // Two regional indicators make one flag; each alone is as wide as its letter's box.
    return properties.isEmojiPresentation || isWide(value) ? 2 : 1
  }

  /// Vowels and final consonants of Hangul, which join the syllable before them.
  private static func isMedialJamo(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wide.count - 1
    while low <= high {
      let middle = (low + high) / 2
      if value < wide[middle].lowerBound {
        high = middle - 1
      } else if value > wide[middle].upperBound {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }

  /// The blocks whose characters are Wide or Fullwidth in EastAsianWidth.txt; emoji, which are
  /// Wide too, are known by their property (Unicode 16).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
    0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}

extension TextWidth {
  /// The text with spaces up to `width` cells; a wider text stays as it is.
  package static func padded(
    _ text: String, to width: Int, alignment: TextAlignment = .left
  ) -> String {
    let missing = max(0, width - cells(text))
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .center: missing / 2
      }
    return String(repeating: " ", count: before) + text
      + String(repeating: " ", count: missing - before)
  }

  /// The text cut to at most `width` cells, with `…` where something is missing.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard cells(text) > width else { return text }
    guard width > 0 else { return "" }
    var used = 0
    var kept = ""
    for character in text {
      let next = used + cells(character)
      if next > width - 1 { break }
      used = next
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with its control characters made visible, so that it cannot steer a terminal.
  ///
  /// U+0000…U+001F and U+007F become the pictures of the block Control Pictures; U+0080…U+009F and
  /// the controls of writing direction (UAX #9) become U+FFFD.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<32: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 127: result.append("\u{2421}")
      default: result.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 127..<160, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: true
    default: false
    }
  }
}
