import TestSupport
import Testing

@testable import Values

/// What is read of Latin letters without the tables of Unicode says what these say.
@Suite struct LatinTexts {
  @Test func scalarsAreWhatUnicodeSaysOfThem() {
    for number in UInt8.min...UInt8.max {
      let character = Character(Unicode.Scalar(number))
      #expect(LatinScalars.isLetter(number) == character.isLetter, "\(number)")
      #expect(
        LatinScalars.isWordLike(number) == (character.isLetter || character.isNumber), "\(number)")
      #expect(
        String(Unicode.Scalar(LatinScalars.lowercased(number))) == character.lowercased(),
        "\(number)")
    }
  }

  private static let pieces = [
    "a", "Z", "ü", "ß", "7", "²", "µ", " ", "\t", "\r\n", "\u{A0}", "\u{85}", "\u{AD}", "-", "–",
    "„", "’", "…", "×", "\u{2028}", "\u{301}", "Σ", "語", "👍", "\u{1}", "",
  ]

  private static func text(_ random: inout SeededRandom, upTo count: Int) -> String {
    (0..<Int.random(in: 0...count, using: &random))
      .map { _ in pieces.randomElement(using: &random)! }.joined()
  }

  @Test func wordsAreCountedAsTheirScalarsSay() {
    var random = SeededRandom(11)
    for _ in 0..<5_000 {
      let text = Self.text(&random, upTo: 9)
      let parts = text.unicodeScalars.split { $0.properties.isWhitespace }
      let words = parts.filter { part in
        part.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      }
      #expect(TextMeasure.words(text) == words.count, "\(text.debugDescription)")
    }
  }

  @Test func textsOfOtherLettersAreLeftToOthers() throws {
    let phrases = try #require(LatinPhrases(["prüf*"]))
    func isIn(_ text: String) -> Bool? { text.withTextBytes(phrases.isIn) }
    #expect(isIn("Wird GEPRÜFT, dann Prüfung") == true)
    #expect(isIn("ungeprüft – „geprüft“") == false)
    #expect(isIn("pru\u{308}fen") == nil)
    #expect(LatinPhrases(["όταν"]) == nil)
  }

  @Test(arguments: [
    ("u.a.", "geprüft u.a. hier", true), ("u.a.", "u b a", false),
    ("abhängig von", "Abhängig  von", true), ("abhängig von", "abhängig vom", false),
    ("prüf* ob", "prüfen, ob", true), ("prüf* ob", "prüfen, oben", false),
    ("prüf-*", "prüfen", true), ("prüf* - ob", "prüfen ob", true), ("x*y", "xz y", false),
  ])
  func entriesAreCutLikeTexts(entry: String, text: String, isIn: Bool) throws {
    let phrases = try #require(LatinPhrases([entry]))
    #expect(text.withTextBytes(phrases.isIn) == isIn)
  }
}
