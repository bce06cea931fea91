import TestSupport
import Testing
import Values

@Suite struct Identifiers {
  @Test func theFirstRowStays() {
    var index = IdentifierIndex()
    #expect(index.insert("M1", row: 0) == nil)
    #expect(index.insert("M2", row: 1) == nil)
    #expect(index.insert("M1", row: 2) == 0)
    #expect(index.row(of: "M1") == 0 && index.row(of: "M2") == 1)
    #expect(index.row(of: "M3") == nil && index.row(of: "m1") == nil && index.row(of: "") == nil)
    #expect(index.insert("", row: 7) == nil && index.row(of: "") == 7)
    #expect(index.count == 3)
  }

  @Test(arguments: [
    ("Büro", "Bu\u{308}ro"), ("\u{212A}1", "K1"), ("a\u{37E}", "a;"), ("\u{1FEF}x", "`x"),
    ("Å", "\u{212B}"), ("한", "\u{1112}\u{1161}\u{11AB}"), ("\u{212A}ü", "Ku\u{308}"),
  ])
  func canonicallyEquivalentSpellingsAreOne(left: String, right: String) {
    for (first, second) in [(left, right), (right, left)] {
      var index = IdentifierIndex()
      #expect(index.insert(first, row: 3) == nil)
      #expect(index.row(of: second) == 3)
      #expect(index.insert(second, row: 4) == 3)
      #expect(index.count == 1)
    }
  }

  @Test func compatibilityIsNotEquivalence() {
    for (one, other) in [("ﬁ", "fi"), ("²", "2")] {
      var index = IdentifierIndex()
      #expect(index.insert(one, row: 0) == nil)
      #expect(index.row(of: other) == nil && index.insert(other, row: 1) == nil)
    }
  }

  @Test func agreesWithADictionary() {
    var random = SeededRandom(21)
    var index = IdentifierIndex(capacity: 100)
    var reference: [String: UInt32] = [:]
    for row in 0..<UInt32(6_000) {
      let length = Int.random(in: 0...3, using: &random)
      let id =
        (0..<length).map { _ in "abü-9".randomElement(using: &random).map(String.init)! }
        .joined() + (row % 3 == 0 ? String(row % 2_000) : "")
      #expect(index.insert(id, row: row) == reference[id])
      if reference[id] == nil { reference[id] = row }
    }
    #expect(index.count == reference.count)
    for (id, row) in reference { #expect(index.row(of: id) == row) }
  }

  /// Identifiers of every length that differ in one byte, wherever it stands.
  @Test func everyByteCounts() {
    var index = IdentifierIndex()
    var ids: [String] = []
    for length in 0...40 {
      ids.append(String(repeating: "a", count: length))
      for place in 0..<length {
        var bytes = Array(repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = UInt8(ascii: "b")
        ids.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    for (row, id) in ids.enumerated() { #expect(index.insert(id, row: UInt32(row)) == nil) }
    for (row, id) in ids.enumerated() { #expect(index.row(of: id) == UInt32(row)) }
    #expect(index.count == ids.count && index.row(of: "aab" + "c") == nil)
  }

  @Test func aHundredThousandIdentifiers() {
    var index = IdentifierIndex()
    for row in 0..<UInt32(100_000) { _ = index.insert("measure-\(row)", row: row) }
    for row in 0..<UInt32(100_000) where index.row(of: "measure-\(row)") != row {
      Issue.record("measure-\(row)")
    }
    #expect(index.count == 100_000)
  }
}

@Suite struct Measures {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Maßnahme", 8), ("a\r\nb", 3), ("a\n\rb", 4), ("e\u{301}", 1),
    ("\u{A0}ü", 2), ("👨‍👩‍👧", 1), ("日本", 2), ("so\u{AD}ft", 5), ("Ǆ", 1), ("\u{2FF}\u{300}", 1),
  ])
  func characters(text: String, count: Int) {
    #expect(TextMeasure.characters(text) == count)
  }

  @Test(arguments: [
    ("", 0), ("  ", 0), ("one", 1), ("one two\tthree\nfour", 4), ("A – B", 2), ("well-known", 1),
    ("1 2", 2), ("ä\u{A0}ö\u{2003}ü", 3), ("- - -", 0), ("(Übung)", 1), ("日本 語", 2),
  ])
  func words(text: String, count: Int) {
    #expect(TextMeasure.words(text) == count)
  }

  @Test func charactersAgreeWithTheStandardLibrary() {
    var random = SeededRandom(22)
    let pieces = [
      "a", "ü", "\r", "\n", "\u{301}", "\u{2FF}", "\u{A9}", "🇩", "🇪", "\u{200D}", "👍", "🏽",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      #expect(TextMeasure.characters(text) == text.count)
    }
  }
}
