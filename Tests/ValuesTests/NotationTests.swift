import Diagnostics
import TestSupport
import Testing
import Values

private func notation(_ patterns: String...) -> Notation { Notation.compile(patterns).value! }

@Suite struct Notations {
  @Test func paperNumbers() {
    let paper = notation("9999/9999", "9999/9999 'N'9", "9999/9999 'E'9*")
    for text in ["0466/2007", "0534/2022 N1", "0094/2008 E12"] { #expect(paper.matches(text)) }
    for text in ["", "466/2007", "0466/2007 ", "0466/2007 N", "0534/2022 N12", "0466-2007"] {
      #expect(!paper.matches(text), "\(text)")
    }
  }

  @Test func runsAreOneOrMore() {
    let measure = notation("'M'9*")
    #expect(measure.matches("M1") && measure.matches("M123"))
    #expect(!measure.matches("M") && !measure.matches("M1a") && !measure.matches("1"))
    let word = notation("A*-99*")
    #expect(word.matches("ab-12") && word.matches("ä-123") && !word.matches("ab-1"))
  }

  @Test func lettersOfAnyScriptAndCanonicalEquivalence() {
    #expect(notation("AA").matches("Äb") && notation("AA").matches("A\u{308}b"))
    #expect(notation("A").matches("я") && notation("A").matches("語"))
    #expect(!notation("A").matches("1") && !notation("A").matches("²"))
    #expect(notation("'Ü'9").matches("U\u{308}1") && notation("'U\u{308}'9").matches("Ü1"))
    #expect(!notation("9").matches("٣"))
  }

  /// One pattern or another, in texts with and without other letters than those of ASCII.
  @Test func eachPatternIsTried() {
    let mixed = notation("'M'9*", "'Ä'9*", "A-9")
    for text in ["M12", "Ä3", "A\u{308}3", "x-1", "ü-2"] { #expect(mixed.matches(text), "\(text)") }
    for text in ["", "M", "M1ä", "MÄ1", "Ä", "1-x", "x-12"] {
      #expect(!mixed.matches(text), "\(text)")
    }
  }

  @Test func quotesAndOtherCharacters() {
    #expect(notation("'A9*'").matches("A9*") && !notation("'A9*'").matches("B9*"))
    #expect(notation("9''''9").matches("1'2"))
    #expect(notation("§ 9*").matches("§ 42") && notation("(9)").matches("(1)"))
  }

  @Test func placesInATextAreLeftmostAndLongest() {
    let paper = notation("9999/9999", "9999/9999 'N'9")
    let text = "Bezüglich 0466/2007 und 0534/2022 N1, nicht 10466/2007 oder 0466/20071."
    let found = paper.ranges(in: text).map { range in
      String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
    #expect(found == ["0466/2007", "0534/2022 N1"])
    #expect(paper.ranges(in: "0534/2022 N12") == [0..<9])
    #expect(paper.ranges(in: "").isEmpty)
    #expect(notation("A*").ranges(in: "ab cd") == [0..<2, 3..<5])
    #expect(notation("9", "99").ranges(in: "1 12 123") == [0..<1, 2..<4])
  }

  @Test func placesAreBytesWhateverStandsBetween() {
    let paper = notation("9999/9999", "'Ä'9")
    let text = "👨‍👩‍👧 0466/2007\r\n\r\n„A\u{308}1“ e\u{301}Ä2 Ä3\r\nüÄ4"
    let found = paper.ranges(in: text).map { range in
      String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
    #expect(found == ["0466/2007", "Ä1", "Ä3"])
  }

  @Test func timeIsLinear() {
    let notation = notation("A*-A*-A*-9", "A*9*A*9*'x'")
    let text = String(repeating: "a", count: 50_000)
    #expect(notation.ranges(in: text).isEmpty)
    #expect(notation.ranges(in: String(repeating: "a-", count: 25_000)).isEmpty)
  }

  @Test func agreesWithABacktrackingMatcher() {
    var random = SeededRandom(31)
    let alphabet: [Character] = ["1", "2", "a", "ü", "/", "N"]
    let parts = ["9", "A", "9*", "A*", "/", "'N'"]
    for _ in 0..<2_000 {
      let pattern = (0..<Int.random(in: 1...4, using: &random))
        .map { _ in parts.randomElement(using: &random)! }
      let text = (0..<Int.random(in: 0...5, using: &random))
        .map { _ in alphabet.randomElement(using: &random)! }
      let joined = pattern.joined()
      #expect(
        notation(joined).matches(String(text)) == Self.fits(pattern[...], text[...]),
        "\(joined) on \(String(text))")
    }
  }

  private static func fits(_ pattern: ArraySlice<String>, _ text: ArraySlice<Character>) -> Bool {
    guard let part = pattern.first else { return text.isEmpty }
    guard let first = text.first, holds(part, first) else { return false }
    let rest = text.dropFirst()
    return fits(pattern.dropFirst(), rest) || part.hasSuffix("*") && fits(pattern, rest)
  }

  private static func holds(_ part: String, _ character: Character) -> Bool {
    switch part.first {
    case "9": "12".contains(character)
    case "A": character.isLetter
    case "'": character == "N"
    default: String(character) == part
    }
  }

  @Test(arguments: [
    ("", NotationProblem.empty), ("''", .empty),
    ("9'N", .unclosedQuote(pattern: "9'N", offset: 1)),
    ("ä'", .bareCharacter(pattern: "ä'", offset: 0, "ä")),
    ("§N9", .bareCharacter(pattern: "§N9", offset: 2, "N")),
    ("2024", .bareCharacter(pattern: "2024", offset: 0, "2")),
    ("*9", .nothingToRepeat(pattern: "*9", offset: 0)),
    ("9**", .nothingToRepeat(pattern: "9**", offset: 2)),
    ("'N'*", .nothingToRepeat(pattern: "'N'*", offset: 3)),
    (String(repeating: "9", count: 65), .tooLong(pattern: String(repeating: "9", count: 65))),
  ])
  func refuses(pattern: String, problem: NotationProblem) {
    #expect(Notation.compile([pattern]).problem == problem)
    for language in Language.allCases {
      #expect(!problem.reason(in: language).isEmpty && !problem.help(in: language).isEmpty)
    }
  }

  @Test func sixtyFourCharactersFit() {
    #expect(Notation.compile([]).problem == .empty)
    let digits = String(repeating: "9", count: 64)
    #expect(notation(digits).matches(digits))
    #expect(!notation(digits).matches(digits + "9"))
  }
}
