import GeneratedPrograms
import Testing

@testable import Evaluation

/// Words are found in two ways: in bytes where texts are written in Latin letters, else in
/// characters.
@Suite("Word lists")
struct WordMatcherTests {
  private static let pieces = [
    "prüf", "PRÜF", "ung", "nach", "Möglichkeit", "z", "B", " ", " ", ".", "-", "’", "'", "–", "„",
    "3", "ß", "e", "\u{301}", "Ω", "\n",
  ]

  private static func text(_ random: inout ProgramRandom, upTo count: Int) -> String {
    (0..<random.below(count)).map { _ in random.pick(pieces) }.joined()
  }

  @Test("both ways find the same")
  func waysAgree() {
    var random = ProgramRandom(seed: 5)
    var found = 0
    for _ in 0..<3_000 {
      let entries = (0...random.below(3)).map { _ in
        Self.text(&random, upTo: 4) + (random.chance(40) ? "*" : "")
      }
      let matcher = WordMatcher(entries)
      for _ in 0..<4 {
        let text = Self.text(&random, upTo: 9)
        let bytes = Array(text.utf8)
        let (isMatched, match) = bytes.withUnsafeBufferPointer {
          (matcher.isMatched(in: $0), matcher.firstMatch(in: $0))
        }
        #expect(isMatched == (match != nil), "\(entries) in \(text.debugDescription)")
        if isMatched { found += 1 }
      }
    }
    #expect(found > 300)
  }
}
