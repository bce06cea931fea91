import Diagnostics
import Semantics
import Synchronization

/// A sentence with gaps for the values: a line's sentence is put together once and filled in for
/// each finding.
final class SentenceTemplate: Sendable {
  /// The text before each gap, then the text behind the last.
  private let pieces: [String]
  /// For each gap the number of its value.
  private let gaps: [Int]

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

  /// The sentence about an element with its value and the arguments of its phrase.
  func filled(_ element: String, _ value: String, _ arguments: [String]) -> String {
    func text(_ gap: Int) -> String {
      switch gap {
      case 0: element
      case 1: value
      default: gap - 2 < arguments.count ? arguments[gap - 2] : ""
      }
    }
    var size = 0
    for piece in pieces { size += piece.utf8.count }
    for gap in gaps { size += text(gap).utf8.count }
    return String(unsafeUninitializedCapacity: size) { buffer in
      var rest = UnsafeMutableBufferPointer(rebasing: buffer[...])
      for index in gaps.indices {
        Self.move(pieces[index], into: &rest)
        Self.move(text(gaps[index]), into: &rest)
      }
      Self.move(pieces[gaps.count], into: &rest)
      return size
    }
  }

  private static func move(_ text: String, into rest: inout UnsafeMutableBufferPointer<UInt8>) {
    var text = text
    let count = text.withUTF8 { bytes in
      _ = rest.update(fromContentsOf: bytes)
      return bytes.count
    }
    rest = UnsafeMutableBufferPointer(rebasing: rest[count...])
  }
}

/// What stands for a value in the text that a template is made of: noncharacters, which no rule and
/// no schema holds.
enum SentenceGap {
  static let element = gap(0)
  static let value = gap(1)

  /// An argument of the phrase, from 0.
  static func argument(_ number: Int) -> String { gap(2 + UInt32(number)) }

  private static func gap(_ number: UInt32) -> String {
    String(Unicode.Scalar(0xFDD0 + number) ?? "\u{FFFD}")
  }
}

/// The sentences of one line, made when they are first asked for.
final class LineSentences: Sendable {
  /// What a sentence is for.
  enum Purpose: Int, CaseIterable {
    /// One value, or members of a list, that break the line; a list where none does.
    case value, list
    /// A line as a statement, such as one of several of which none holds.
    case alternative
    /// A line as a requirement.
    case requirement
  }
  /// Empty as long as nobody asked.
  private let made = Mutex<[SentenceTemplate?]>([])

  func template(
    _ purpose: Purpose, _ language: Language, _ text: () -> String
  ) -> SentenceTemplate {
    let index = purpose.rawValue * 2 + language.pick(0, 1)
    if let known = made.withLock({ $0.isEmpty ? nil : $0[index] }) { return known }
    let template = SentenceTemplate(text())
    made.withLock { made in
      if made.isEmpty { made = Array(repeating: nil, count: Purpose.allCases.count * 2) }
      made[index] = template
    }
    return template
  }
}

extension LineNode {
  /// Whether the phrase's arguments show values that differ from element to element.
  var hasChangingArguments: Bool {
    func changes(_ operand: Operand) -> Bool {
      switch operand {
      case .literal, .setting: false
      case .path, .today, .aggregate, .matches, .state, .arithmetic: true
      }
    }
    switch typed.phrase {
    case .compared(_, let other), .measured(_, let other, _): return changes(other)
    case .within(let from, let to), .overlapping(let from, let to):
      return changes(from) || changes(to)
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .oneOf, .existing,
      .including, .unique, .writtenLike, .mentioning, .avoiding, .leadingBack, .changed:
      return false
    }
  }
}
