import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite struct AliasTests {
  @Test func aliasesPointToTheirTargets() {
    let tree = composeClean("a: &x {b: &y c}\nd: *x\ne: [*y, *x]\n")
    #expect(tree.kind(tree.value("d")) == .alias)
    #expect(tree.resolve(tree.value("d")) == tree.value("a"))
    #expect(tree.resolve(tree.value("e", "0")) == tree.value("a", "b"))
    #expect(tree.resolve(tree.value("a")) == tree.value("a"))
    #expect(tree.childCount(tree.value("d")) == 0)
    #expect(tree.text(tree.value("d")) == "")
  }

  @Test func theAnchorOfAKey() {
    let tree = composeClean("&x 'k ä': v\nb: *x\n")
    #expect(tree.outline() == "{k ä: 'v', b: 'k ä'}")
  }

  @Test func undefinedAndRecursive() {
    let marked = MarkedText("a: 1️⃣*x2️⃣\nb: &y [3️⃣*y4️⃣]\nc: *y\n")
    let (tree, findings) = compose(marked.text)
    #expect(findings.map(\.code) == ["undefined-alias", "recursive-alias"])
    #expect(findings.map(\.location.range) == [marked.range(1, 2), marked.range(3, 4)])
    #expect(tree.isUnresolved(tree.value("a")) && tree.isNull(tree.value("a")))
    #expect(tree.text(tree.value("a")) == "")
    #expect(tree.resolve(tree.value("c")) == tree.value("b"))
    #expect(tree.isComplete)
  }

  @Test func anchorsSetTwice() {
    let marked = MarkedText("a: 1️⃣&x2️⃣ 1\nb: *x\nc: 3️⃣&x4️⃣ 2\nd: 5️⃣*x6️⃣\ne: *x\n")
    let (tree, findings) = compose(marked.text)
    #expect(findings.map(\.code) == ["anchor-redefined"])
    #expect(findings.first?.severity == .warning)
    #expect(findings.first?.location.range == marked.range(5, 6))
    #expect(
      findings.first?.related.map(\.location.range) == [marked.range(1, 2), marked.range(3, 4)])
    #expect(tree.resolve(tree.value("b")) == tree.value("a"))
    #expect(tree.resolve(tree.value("d")) == tree.value("c"))
    #expect(compose("a: &x 1\nb: &x 2\n").findings.isEmpty)
  }

  @Test func billionLaughs() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let (tree, findings) = compose(text)
    #expect(findings.map(\.code) == ["alias-budget"])
    #expect(!tree.isComplete)
  }

  @Test func theBudgetCountsWhatAliasesStandFor() {
    var limits = Limits()
    limits.aliasedNodes = 6
    // [x, y] counts three values.
    #expect(compose("a: &a [x, y]\nb: [*a, *a]\n", limits).findings.isEmpty)
    #expect(
      compose("a: &a [x, y]\nb: [*a, *a]\nc: *a\n", limits).findings.map(\.code) == ["alias-budget"]
    )
    #expect(
      compose("a: &a [x, y]\nb: &b [*a]\nc: *b\n", limits).findings.map(\.code) == ["alias-budget"])
  }

  @Test func manyAnchors() {
    let anchors = (0..<20_000).map { "- &a\($0) \($0)\n" }.joined()
    let aliases = (0..<20_000).map { "- *a\($0)\n" }.joined()
    let tree = composeClean(anchors + aliases)
    #expect(tree.nodeCount == 40_001)
  }
}
