import Reporting
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("Maßnahme", 8), ("Ma\u{308}dchen", 7), ("日本", 4), ("ﾊﾝ", 2), ("Ａ", 2), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🚲", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤\u{FE0F}", 2), ("❤", 1),
    ("a\u{200B}b", 2), ("a\tb", 2), ("ä\u{7F}", 1), ("so\u{AD}ft", 4), ("…", 1), ("\u{A0}€", 2),
  ])
  func cells(text: String, width: Int) {
    #expect(TextWidth.cells(text) == width)
  }

  @Test func everyASCIICharacterIsOneCellOrAControl() {
    for value in UInt8(0)..<128 {
      let text = String(Unicode.Scalar(value))
      #expect(TextWidth.cells(text) == (value < 32 || value == 127 ? 0 : 1))
    }
  }

  @Test func paddingCountsCells() {
    #expect(TextWidth.padded("日本", to: 6) == "日本  ")
    #expect(TextWidth.padded("12", to: 4, alignment: .right) == "  12")
    #expect(TextWidth.padded("a", to: 4, alignment: .center) == " a  ")
    #expect(TextWidth.padded("länger", to: 3) == "länger")
  }

  @Test func cuttingNeverExceedsTheWidthAndNeverSplitsACharacter() {
    let text = "Ma\u{308}r日本👨‍👩‍👧z"
    for width in 0...12 {
      let cut = TextWidth.truncated(text, to: width)
      #expect(TextWidth.cells(cut) <= width)
      #expect(cut == text || cut.isEmpty || text.hasPrefix(cut.dropLast()))
    }
    #expect(TextWidth.truncated("Handlungsfeld", to: 6) == "Handl…")
    #expect(TextWidth.truncated("日本語", to: 4) == "日…")
    #expect(TextWidth.truncated("passt", to: 5) == "passt")
  }

  @Test func controlCharactersCannotSteerATerminal() {
    #expect(TextWidth.visible("rot\u{1B}[31m\r\n") == "rot␛[31m␍␊")
    #expect(TextWidth.visible("\u{7F}\u{9B}\u{202E}x") == "␡\u{FFFD}\u{FFFD}x")
    #expect(TextWidth.visible("Bürgerbüro 👍🏽") == "Bürgerbüro 👍🏽")
  }
}
