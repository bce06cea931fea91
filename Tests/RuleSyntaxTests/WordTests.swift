import Testing

@testable import RuleSyntax

@Suite("Words of the language")
struct WordTests {
  /// A word is read eight bytes at a time, and what follows it must not count.
  @Test(arguments: ["", " ", "x", "-name and more", "\n  next line"])
  func everyWordIsFoundWhateverFollows(tail: String) {
    for word in Word.allCases where word != .unknown {
      let count = word.rawValue.utf8.count
      let bytes = Array(("a " + word.rawValue + tail).utf8)
      let found = bytes.withUnsafeBufferPointer { WordTable.shared.word($0, 2, 2 + count) }
      #expect(found == word)
    }
  }

  @Test(arguments: ["", "Must", "mus", "musts", "descriptiom", "placeholders", "ein-langes-wort"])
  func otherNamesAreNoWords(name: String) {
    #expect(WordTable.shared.word(name[...]) == .unknown)
  }
}
