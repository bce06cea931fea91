import Foundation
import Testing

/// A small generator whose seed makes a failure repeatable (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of characters that formats stumble over, and some others.
  mutating func text(upTo count: Int = 12) -> String {
    let nasty: [String] = [
      "|", "\\", "\"", "'", ";", ",", "\n", "\r", "\r\n", "\t", "=", "+", "-", "@", "*", "_", "`",
      "<br>", "&amp;", "[x](y)", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}",
      "\u{2029}", "\u{202E}", "\u{200B}", "\u{FEFF}", "ä", "ß", "移", "👩‍👩‍👧", "e\u{301}", "\u{301}",
      " ", "a",
      "Z", "7", "\u{10FFFF}", "\u{1F1E9}\u{1F1EA}", "#", "~~", "$",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...count, using: &self) {
      text += nasty.randomElement(using: &self)!
    }
    return text
  }
}
