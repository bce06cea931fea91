import Diagnostics
import Synchronization

/// A sentence with gaps for the values: a line's sentence is put together once and filled in for
/// each finding.
final class SentenceTemplate: Sendable {
  /// The text before each gap, then the text behind the last.
  private let pieces: [String]
  /// For each gap the number of its value.
  private let gaps: [Int]

  /// Stands for a value in the text that a template is made of: a noncharacter, which no rule and
  /// no schema holds.
  static func gap(_ number: Int) -> String {
    String(Unicode.Scalar(0xFDD0 + UInt32(number)) ?? "\u{FFFD}")
  }

  init(_ text: String) {
    var pieces = [""]
    var gaps: [Int] = []
    for scalar in text.unicodeScalars {
      if (0xFDD0...0xFDEF).contains(scalar.value) {
        gaps.append(Int(scalar.value - 0xFDD0))
        pieces.append("")
      } else {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      }
    }
    self.pieces = pieces
    self.gaps = gaps
  }

  /// The sentence with these values.
  func filled(_ values: [String]) -> String {
    var size = 0
    for piece in pieces { size += piece.utf8.count }
    for gap in gaps where gap < values.count { size += values[gap].utf8.count }
    return String(unsafeUninitializedCapacity: size) { buffer in
      var count = 0
      func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
          guard let base = bytes.baseAddress else { return }
          (buffer.baseAddress! + count).update(from: base, count: bytes.count)
          count += bytes.count
        }
      }
      for (index, gap) in gaps.enumerated() {
        append(pieces[index])
        if gap < values.count { append(values[gap]) }
      }
      append(pieces[gaps.count])
      return count
    }
  }
}

/// The sentences of one line, made when they are first asked for.
final class LineSentences: Sendable {
  /// What a sentence is for.
  enum Purpose: Int {
    /// One value that breaks the line, and members of a list that do.
    case value, members
    /// One of several lines of which none holds.
    case alternative
  }
  private let made = Mutex<[SentenceTemplate?]>(Array(repeating: nil, count: 6))

  func template(
    _ purpose: Purpose, _ language: Language, _ text: () -> String
  ) -> SentenceTemplate {
    let index = purpose.rawValue * 2 + language.pick(0, 1)
    if let known = made.withLock({ $0[index] }) { return known }
    let template = SentenceTemplate(text())
    made.withLock { $0[index] = template }
    return template
  }
}
