import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite struct KeyTests {
  @Test func symbols() {
    let tree = composeClean("a: 1\nb: {a: 2, 'b': 3, \"\\u00e4\": 4}\nä: 5\n")
    #expect(tree.symbolCount == 3)
    #expect((0..<3).map { tree.keyText(Symbol(raw: UInt32($0))) } == ["a", "b", "ä"])
    #expect(tree.symbol(for: "b") == Symbol(raw: 1))
    #expect(tree.symbol(for: "c") == nil)
    #expect(tree.key(tree.root!) == nil)
    #expect(tree.key(tree.value("b", "ä")) == tree.key(tree.value("ä")))
  }

  @Test func manySymbols() {
    let names =
      (0..<5000).map { "key-\($0)" } + (0..<40).map { String(repeating: "x", count: $0 + 1) }
    let tree = composeClean(names.map { "\($0): 1\n" }.joined())
    #expect(tree.symbolCount == names.count)
    for (number, name) in names.enumerated() {
      #expect(tree.symbol(for: name) == Symbol(raw: UInt32(number)))
    }
  }

  @Test func children() {
    let tree = composeClean("a: [x, [y], {}]\nb:\nc: 3\n")
    let root = tree.root!
    #expect(tree.childCount(root) == 3)
    #expect(tree.childCount(tree.value("a")) == 3)
    #expect(tree.firstChild(root) == tree.value("a"))
    #expect(tree.nextSibling(tree.value("a"), in: root) == tree.value("b"))
    #expect(tree.nextSibling(tree.value("c"), in: root) == nil)
    #expect(tree.nextSibling(tree.value("a", "2"), in: tree.value("a")) == nil)
    #expect(tree.firstChild(tree.value("a", "2")) == nil)
    #expect(tree.firstChild(tree.value("b")) == nil)
  }

  @Test func nulls() {
    let (tree, _) = compose("[~, null, Null, NULL, nULL, '', '~', \"null\", {a: }, !!str null]")
    #expect(tree.children(tree.root!).map(tree.isNull).filter { $0 }.count == 5)
    #expect(tree.isNull(tree.value("8", "a")))
  }

  @Test func duplicateKeys() {
    let marked = MarkedText("1️⃣a2️⃣: {a: 1}\nb: 2\n3️⃣\"a\"4️⃣: 3\nc: {x: 1, y: {x: 2}}\n")
    let (tree, findings) = compose(marked.text)
    #expect(findings.map(\.code) == ["duplicate-key"])
    #expect(findings.first?.location.range == marked.range(3, 4))
    #expect(findings.first?.related.map(\.location.range) == [marked.range(1, 2)])
    #expect(tree.childCount(tree.root!) == 4)
  }

  @Test func mergeKeys() {
    let marked = MarkedText("a: &x {b: 1}\nc:\n  1️⃣<<2️⃣: *x\n  '<<': 2\n")
    let (_, findings) = compose(marked.text)
    #expect(findings.map(\.code) == ["merge-key", "duplicate-key"])
    #expect(findings.first?.location.range == marked.range(1, 2))
    #expect(composeClean("'<<': 1\n").outline() == "{<<: '1'}")
  }

  @Test(arguments: [
    "x: 1\n? 1️⃣[a, \"#\"]2️⃣\n: b\nz: 2\n", "x: 1\n? 1️⃣{a: b}2️⃣\n: {c: [d]}\nz: 2\n",
    "x: 1\n? 1️⃣|\n  a2️⃣\n: b\nz: 2\n", "x: 1\n? 1️⃣a\n  b2️⃣\nz: 2\n", "x: &x 1\n1️⃣*x2️⃣ : b\nz: 2\n",
    "x: 1\n? 1️⃣- a\n  - b2️⃣\n: - c\nz: 2\n",
  ])
  func complexKeys(marked: String) {
    let marked = MarkedText(marked)
    let (tree, findings) = compose(marked.text)
    #expect(findings.map(\.code) == ["complex-key"])
    #expect(findings.first?.location.range == marked.range(1, 2))
    #expect(tree.outline() == "{x: '1', z: '2'}")
    #expect(tree.comments().isEmpty)
  }

  @Test func anchorsInEntriesThatAreLeftOut() {
    let (tree, findings) = compose("? [&a x]\n: &b y\nc: [*a, *b]\n")
    #expect(findings.map(\.code) == ["complex-key"])
    #expect(tree.isUnresolved(tree.value("c", "0")))
    #expect(tree.isUnresolved(tree.value("c", "1")))
  }

  @Test func tags() {
    let marked = MarkedText("a: 1️⃣!!str2️⃣ 12\nb: &x 3️⃣!<tag:x,y>4️⃣ [c]\nd: !e\n")
    let (tree, findings) = compose(marked.text)
    #expect(findings.map(\.code) == ["yaml-tag", "yaml-tag", "yaml-tag"])
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(findings[0].location.range == marked.range(1, 2))
    #expect(findings[1].location.range == marked.range(3, 4))
    #expect(tree.outline() == "{a: '12', b: ['c'], d: null}")
    #expect(tree.hasTag(tree.value("a")) && tree.hasTag(tree.value("b")))
    #expect(!tree.hasTag(tree.value("b", "0")))
  }
}
