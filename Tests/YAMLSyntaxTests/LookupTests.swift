import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite struct LookupTests {
  @Test func theInnermostNode() {
    let marked = MarkedText("1️⃣a:\n  - 2️⃣b: 3️⃣ä\n4️⃣    c:5️⃣ [6️⃣d]\n7️⃣# e8️⃣\n")
    let tree = composeClean(marked.text)
    let found = marked.offsets.sorted { $0.key < $1.key }.map { tree.node(at: $0.value) }
    let b = tree.value("a", "0", "b")
    let c = tree.value("a", "0", "c")
    #expect(
      found == [
        tree.value("a"), b, b, tree.value("a", "0"), c, tree.value("a", "0", "c", "0"), nil, nil,
      ])
  }
}
