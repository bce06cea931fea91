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

  /// Asks of many texts at once, which stand in one file with others between them; nil for one that
  /// cannot be asked about, which is an empty one at the very start.
  private static func answers(
    _ texts: [String], _ random: inout SeededRandom, _ ask: (TextBatch) -> Void
  ) -> [Bool?] {
    var file = ""
    var places: [UInt64] = []
    for text in texts {
      file += Self.text(&random, upTo: 3)
      places.append(UInt64(file.utf8.count) << 32 | UInt64(text.utf8.count))
      file += text
    }
    if Bool.random(using: &random) { file += Self.text(&random, upTo: 60) }
    var answers = places.map { _ in Bool.random(using: &random) }
    file.withTextBytes { bytes in
      answers.withUnsafeMutableBufferPointer {
        ask(TextBatch(bytes, places, count: places.count, answers: $0.baseAddress!))
      }
    }
    return zip(places, answers).map { $0 == 0 ? nil : $1 }
  }

  /// Texts of all kinds, between one and forty.
  private static func texts(_ random: inout SeededRandom) -> [String] {
    (0..<Int.random(in: 1...40, using: &random)).map {
      $0 % 4 == 0 ? text(&random, upTo: 9) : plainText(&random)
    }
  }

  /// Asks whether the texts have at least so many of something, at most, and exactly.
  private static func checkSizes(
    _ texts: [String], _ counts: [Int], _ unit: TextSize.Unit, _ random: inout SeededRandom
  ) {
    let count = counts.randomElement(using: &random)!
    let limit = max(0, count + Int.random(in: -2...2, using: &random))
    let questions: [(TextSize, (Int) -> Bool)] = [
      (TextSize(unit, least: limit), { $0 >= limit }),
      (TextSize(unit, most: limit), { $0 <= limit }),
      (TextSize(unit, least: limit, most: limit), { $0 == limit }),
    ]
    for (question, isRight) in questions {
      let answers = answers(texts, &random, question.answer)
      for (index, answer) in answers.enumerated() {
        let note = Comment(rawValue: "\(limit) \(unit) \(texts[index].debugDescription)")
        if let answer { #expect(answer == isRight(counts[index]), note) }
        #expect(texts[index].withTextBytes(question.holds) == isRight(counts[index]), note)
      }
    }
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
    for _ in 0..<200 {
      let texts = Self.texts(&random)
      let counts = texts.map { text in
        text.unicodeScalars.split { $0.properties.isWhitespace }.count { part in
          part.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
      }
      for (text, count) in zip(texts, counts) {
        #expect(TextMeasure.words(text) == count, "\(text.debugDescription)")
      }
      Self.checkSizes(texts, counts, .words, &random)
    }
  }

  @Test func charactersAreCountedAsStringsDo() {
    var random = SeededRandom(12)
    for _ in 0..<200 {
      let texts = Self.texts(&random)
      for text in texts {
        #expect(TextMeasure.characters(text) == text.count, "\(text.debugDescription)")
      }
      Self.checkSizes(texts, texts.map(\.count), .characters, &random)
    }
  }

  /// What rules out that a phrase stands in a text never rules out one that does.
  @Test func phrasesAreFoundWhereverTheyStand() throws {
    var random = SeededRandom(13)
    let listed = [
      "prüf", "gegebenenfalls", "ö", "q", "n’ach", "z1", "überwiegendes", "ab", "maß", "ssßs",
      "abcdefgßx",
    ]
    let pieces =
      listed + listed.map { $0.uppercased() } + [
        " ", " ", "-", "–", "„", "x", "é", "(", "'", "s", "\n", "²", "_", "1",
      ]
    var found = 0
    for _ in 0..<2_000 {
      let phrases = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          (stem: listed.randomElement(using: &random)!, isOpenEnded: Bool.random(using: &random))
        }
      }
      let texts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 0...30, using: &random))
          .map { _ in pieces.randomElement(using: &random)! }.joined()
      }
      let entries = phrases.map { phrase in
        phrase.map { $0.isOpenEnded ? $0.stem + "*" : $0.stem }.joined(separator: " ")
      }
      let latin = try #require(LatinPhrases(entries))
      let answers = Self.answers(texts, &random) { batch in
        latin.answer(batch) { _ in
          Issue.record("all of these letters are Latin")
          return false
        }
      }
      for (text, answer) in zip(texts, answers) {
        let isIn = Self.stands(phrases, in: text)
        let note = Comment(rawValue: "\(phrases) \(text.debugDescription)")
        if let answer { #expect(answer == isIn, note) }
        #expect(text.withTextBytes(latin.isIn) == isIn, note)
        if isIn { found += 1 }
      }
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
        words[words.count - 1] += character.lowercased().replacing("ß", with: "ss")
      } else {
        words.append("")
      }
    }
    words.removeAll { $0.isEmpty }
    return words.indices.contains { start in
      phrases.contains { phrase in
        start + phrase.count <= words.count
          && zip(phrase, words[start...]).allSatisfy { part, word in
            let stem = part.stem.replacing("ß", with: "ss")
            return part.isOpenEnded ? word.hasPrefix(stem) : word == stem
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
    var random = SeededRandom(14)
    let texts = ["geprüft", "pru\u{308}fen", "ὅταν prüfen", "Prüfen"]
    var others: [String] = []
    let answers = Self.answers(texts, &random) { batch in
      phrases.answer(batch) {
        others.append($0.text)
        return $0.count > 9
      }
    }
    #expect(answers == [false, false, true, true])
    #expect(others == ["pru\u{308}fen", "ὅταν prüfen"])
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
