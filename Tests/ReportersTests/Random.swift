import Foundation
import TestSupport
import Testing

extension SeededRandom {
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
