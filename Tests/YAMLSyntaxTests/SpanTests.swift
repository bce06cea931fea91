import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite struct SpanTests {
  @Test func plainAndKeys() {
    expectSpan(of: "title", in: "title: 1️⃣Radwege2️⃣\nb: c\n")
    expectSpan(of: "title", in: "1️⃣title2️⃣: Radwege\n", isKey: true)
    expectSpan(of: "b", in: "title: Radwege\n1️⃣b2️⃣ : c # x\n", isKey: true)
    expectSpan(of: "b", in: "title: Radwege # x\nb :  1️⃣c d2️⃣  # x\n")
  }

  @Test func charactersOfSeveralBytes() {
    expectSpan(of: "ö", in: "ä: Maßnahme für Bürger 🚲🚲\n1️⃣ö2️⃣: x\n", isKey: true)
    expectSpan(of: "ö", in: "ä: Maßnahme für Bürger 🚲🚲\nö: 1️⃣Übergänge 🚲2️⃣ # é\n")
    expectSpan(of: "b", in: "ä: äöüäöüäöüäöü\nb: 1️⃣\"äöüäöüäöüäöüäöü\"2️⃣\n")
    expectSpan(of: "c", in: "ä: 'ä'\nb: 漢字漢字漢字漢字漢字\nc: 1️⃣漢2️⃣\n")
  }

  @Test func lineEnds() {
    expectSpan(of: "b", in: "a: x\r\nb: 1️⃣y2️⃣\r\nc: z\r\n")
    expectSpan(of: "b", in: "a: x\rb: 1️⃣y2️⃣\rc: z\r")
    expectSpan(of: "b", in: "a: x\u{85}b: 1️⃣y2️⃣\u{85}")
    expectSpan(of: "b", in: "a: x\u{2028}b: 1️⃣y2️⃣\u{2028}")
    expectSpan(of: "b", in: "a: |\r\n  x\r\n\r\nb: 1️⃣y2️⃣\r\n")
    expectSpan(of: "a", in: "a: 1️⃣|\r\n  x\r\n  y2️⃣\r\n\r\nb: y\r\n")
  }

  @Test func byteOrderMark() {
    expectSpan(of: "b", in: "\u{FEFF}a: ä\nb: 1️⃣y2️⃣\n")
    expectSpan(of: "a", in: "\u{FEFF}1️⃣a2️⃣: ä\nb: y\n", isKey: true)
  }

  @Test(arguments: ["|", ">", "|-", ">-", "|+", ">+", "|2", ">2-", "|-2", ">2+"])
  func blockScalars(header: String) {
    for ending in ["\n", "\n\n\n", "\n  \n", "\n # c\n"] {
      let marked = MarkedText("a: 1️⃣\(header)\n  eins ä\n\n  zwei  2️⃣\(ending)b: x\n")
      let tree = composeClean(marked.text)
      let found = tree.span(tree.value("a"))
      #expect(found == marked.range(1, 2), "\(header) \(ending): `\(tree.file.text(found))`")
    }
  }

  @Test func blockScalarsWithoutText() {
    expectSpan(of: "a", in: "a: 1️⃣|2️⃣\nb: x\n")
    expectSpan(of: "a", in: "a: 1️⃣>-2️⃣ # c\n\n\nb: x\n")
    expectSpan(of: "a", in: "a: 1️⃣|+2️⃣\n\n\n")
    expectSpan(of: "a", in: "a: 1️⃣|2️⃣")
  }

  @Test func severalLines() {
    expectSpan(of: "a", in: "a: 1️⃣eins\n  zwei\n\n  drei2️⃣\n\n\nb: x\n")
    expectSpan(of: "a", in: "a: 1️⃣\"eins\n  zwei\n\n  \"2️⃣\nb: x\n")
    expectSpan(of: "a", in: "a: 1️⃣'eins\n  ''zwei'2️⃣ # c\nb: x\n")
  }

  @Test func flowCollections() {
    expectSpan(of: "a", in: "a: 1️⃣[x, y]2️⃣ # c\nb: x\n")
    expectSpan(of: "a", "1", in: "a: [x, 1️⃣y2️⃣]\n")
    expectSpan(of: "a", in: "a: 1️⃣{\n  x: y,\n}2️⃣\nb: x\n")
    expectSpan(of: "a", "x", in: "a: {1️⃣\"x\"2️⃣: y}\n", isKey: true)
    expectSpan(of: "a", in: "a: 1️⃣[]2️⃣\n")
    expectSpan(of: "a", "0", in: "a: [1️⃣x: {y: z}2️⃣ ]\n")
    expectSpan(of: "a", "0", in: "a: [1️⃣x: y2️⃣  , z]\n")
  }

  @Test func quotedKeys() {
    expectSpan(of: "it's", in: "1️⃣'it''s'2️⃣: y\n", isKey: true)
    expectSpan(of: "a\"\n", in: "x: y\n1️⃣\"a\\\"\\n\"2️⃣: y\n", isKey: true)
    expectSpan(of: "", in: "1️⃣''2️⃣: y\n", isKey: true)
  }

  @Test func valuesThatAreNotWritten() {
    expectSpan(of: "a", in: "a:1️⃣2️⃣\nb: x\n")
    expectSpan(of: "a", in: "a:1️⃣2️⃣   # c\n\nb: x\n")
    expectSpan(of: "a", "0", in: "a:\n  -1️⃣2️⃣ # c\n  - x\n")
    expectSpan(of: "a", in: "{a1️⃣2️⃣, b}")
    expectSpan(of: "a", in: "{a:1️⃣2️⃣  , b: }")
    expectSpan(of: "a", in: "? a1️⃣2️⃣\n# c\n? b\n")
  }

  @Test func blockCollections() {
    expectSpan(of: "m", in: "m:\n  1️⃣- id: M1\n    cost: 3\n  - id: M2\n    cost: 42️⃣\n\n# c\nb: x\n")
    expectSpan(
      of: "m", "0", in: "m:\n  - 1️⃣id: M1\n    cost:\n      x: 32️⃣\n\n  # c\n  - id: M2\nb: x\n")
    expectSpan(of: "m", in: "m:\n1️⃣- a\n- b2️⃣\nb: x\n")
    expectSpan(in: "# c\n1️⃣m:\n- a\nb: x2️⃣\n# end\n")
  }

  @Test func anchorsAndAliases() {
    expectSpan(of: "a", in: "a: &x 1️⃣eins2️⃣\nb: *x\n")
    expectSpan(of: "b", in: "a: &x eins\nb: 1️⃣*x2️⃣ # c\n")
    expectSpan(of: "a", in: "a: &x # c\n  1️⃣k: v2️⃣\nb: *x\n")
    expectSpan(of: "a", in: "a: &x 1️⃣[k]2️⃣\nb: *x\n")
    expectSpan(of: "a", in: "a: &x1️⃣2️⃣\nb: *x\n")
    expectSpan(of: "k", in: "&x 1️⃣k2️⃣: v\n", isKey: true)
    expectSpan(of: ":k", in: "&x1️⃣:k2️⃣: v\n", isKey: true)
    expectSpan(of: "0", in: "[&x1️⃣2️⃣, y]")
  }
}
