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

  /// Lends the text as it is, or in the midst of others, which must not matter.
  private static func lend<R>(
    _ text: String, _ random: inout SeededRandom, _ body: (Range<Int>, TextBytes) -> R
  ) -> R {
    guard Bool.random(using: &random) else { return text.withTextBytes { body(0..<$0.count, $0) } }
    let (before, behind) = (Self.text(&random, upTo: 3), Self.text(&random, upTo: 60))
    let range = before.utf8.count..<before.utf8.count + text.utf8.count
    return (before + text + behind).withTextBytes { body(range, $0) }
  }

  /// Many letters of few kinds, so that hardly any text needs the tables of Unicode.
  private static func plainText(_ random: inout SeededRandom) -> String {
    let pieces = ["a", "b", "Z", "9", "ü", "ß", "Ö", " ", "  ", ".", "-", "(", "\n", "×", "÷", "–"]
    let kinds = Int.random(in: 6...pieces.count, using: &random)
    return (0..<Int.random(in: 0...150, using: &random))
      .map { _ in pieces[Int.random(in: 0..<kinds, using: &random)] }.joined()
  }

  @Test func wordsAreCountedAsTheirScalarsSay() {
    var random = SeededRandom(11)
    for round in 0..<4_000 {
      let text =
        round % 4 == 0 ? Self.text(&random, upTo: 9) : Self.plainText(&random)
      let parts = text.unicodeScalars.split { $0.properties.isWhitespace }
      let words = parts.filter { part in
        part.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      }
      let counted = Self.lend(text, &random) { TextMeasure.words(in: $0, of: $1) }
      #expect(counted == words.count, "\(text.debugDescription)")
      let limit = Int.random(in: max(0, counted - 2)...counted + 4, using: &random)
      let isWithin = Self.lend(text, &random) {
        TextMeasure.hasWords(atMost: limit, in: $0, of: $1)
      }
      #expect(isWithin == (words.count <= limit), "\(limit) \(text.debugDescription)")
    }
  }

  @Test func charactersAreCountedAsStringsDo() {
    var random = SeededRandom(12)
    for round in 0..<4_000 {
      let text =
        round % 4 == 0 ? Self.text(&random, upTo: 9) : Self.plainText(&random)
      let counted = Self.lend(text, &random) { TextMeasure.characters(in: $0, of: $1) }
      #expect(counted == text.count, "\(text.debugDescription)")
    }
  }

  /// What rules out that a phrase stands in a text never rules out one that does.
  @Test func phrasesAreFoundWhereverTheyStand() throws {
    var random = SeededRandom(13)
    let listed = ["prüf", "gegebenenfalls", "ö", "n’ach", "z1", "überwiegendes", "ab"]
    let pieces =
      listed + listed.map { $0.uppercased() } + [
        " ", " ", "-", "–", "„", "x", "é", "(", "'", "s", "\n", "²", "_", "1",
      ]
    var found = 0
    for _ in 0..<4_000 {
      let phrases = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          (stem: listed.randomElement(using: &random)!, isOpenEnded: Bool.random(using: &random))
        }
      }
      let text = (0..<Int.random(in: 0...30, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      let isIn = Self.stands(phrases, in: text)
      let entries = phrases.map { phrase in
        phrase.map { $0.isOpenEnded ? $0.stem + "*" : $0.stem }.joined(separator: " ")
      }
      let latin = try #require(LatinPhrases(entries))
      let answer = Self.lend(text, &random) { latin.isIn($0, of: $1) }
      #expect(answer == isIn, "\(phrases) \(text.debugDescription)")
      if isIn { found += 1 }
    }
    #expect(found > 400)
  }

  /// The same by the characters of the text, one word after the other.
  private static func stands(
    _ phrases: [[(stem: String, isOpenEnded: Bool)]], in text: String
  ) -> Bool {
    var words = [""]
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isJoint = "-'’".contains(character) && words.last != ""
      let isLetterNext = index + 1 < characters.count && characters[index + 1].isLetter
      if character.isLetter || character.isNumber || isJoint && isLetterNext {
        words[words.count - 1] += character.lowercased()
      } else {
        words.append("")
      }
    }
    words.removeAll { $0.isEmpty }
    return words.indices.contains { start in
      phrases.contains { phrase in
        start + phrase.count <= words.count
          && zip(phrase, words[start...]).allSatisfy { part, word in
            part.isOpenEnded ? word.hasPrefix(part.stem) : word == part.stem
          }
      }
    }
  }

  @Test func textsOfOtherLettersAreLeftToOthers() throws {
    let phrases = try #require(LatinPhrases(["prüf*"]))
    func isIn(_ text: String) -> Bool? { text.withTextBytes { phrases.isIn($0) } }
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
