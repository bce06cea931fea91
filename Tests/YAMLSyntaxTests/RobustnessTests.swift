import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

/// Files that nobody would write: nothing may crash, hang or point outside the file.
@Suite struct RobustnessTests {
  static let seeds = [
    "plan:\n  title: Ä\nmeasures:\n  - id: M1\n    cost: {amount: 3, by: [a, 'b']}\n    x: >-\n      eins\n      zwei\n",
    "a: &x [1, {b: c}]\nd: *x\n? e\n: f\n<<: *x\n'g': \"h\\n\" # i\n- j\n",
    "%YAML 1.1\n---\n!!map {? [a, b] : &k c, *k : d, e: }\n...\n",
    "\u{FEFF}a: |+2\r\n   b\r\n\r\nc: \"d\r\n  e\"\r\nf: g\r\n  h\r\n",
  ]
  static let pieces = [
    "a", "ä", "🚲", " ", "  ", "\n", "\r\n", "\r", "\t", ":", ": ", "- ", "? ", "#", " #", "[", "]",
    "{",
    "}", ",", "&a ", "*a", "!", "!!str ", "|", ">", "'", "\"", "\\", "%", "@", "`", "---\n",
    "...\n",
    "<<: ", "\u{85}", "\u{2028}", "\0", "~", "\u{FEFF}",
  ]

  private func expectSound(_ bytes: [UInt8]) {
    let (tree, findings) = compose(bytes)
    let count = bytes.count
    for finding in findings {
      #expect(finding.location.range.start >= 0 && finding.location.range.end <= count)
      for language in Language.allCases { #expect(finding.problem.headline(in: language) != "") }
    }
    let stops = findings.filter { $0.code == "yaml-syntax" || $0.code == "control-character" }
    #expect(stops.count <= 1)
    guard let root = tree.root else { return }
    let places = nestingFaults(tree, root, in: ByteRange(0, count))
    #expect(places == [], "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    for comment in tree.comments() { #expect(comment.span.end <= count) }
    for offset in stride(from: 0, to: count, by: max(1, count / 7)) { _ = tree.node(at: offset) }
    if findings.isEmpty, let wanted = scalarsOfLibyaml(bytes), !hasKeyAlias(tree) {
      #expect(
        tree.scalars() == wanted, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  /// Nodes that are not inside `outer` or overlap the one before.
  private func nestingFaults(_ tree: YAMLTree, _ id: NodeID, in outer: ByteRange) -> [String] {
    let span = tree.span(id)
    var faults: [String] = []
    if span.start < outer.start || span.end > outer.end {
      faults.append("\(id) \(span) in \(outer)")
    }
    if tree.key(id) != nil {
      let key = tree.keySpan(id)
      if key.start < outer.start || key.end > span.start { faults.append("key \(id) \(key)") }
    }
    _ = tree.text(id)
    var last = span.start
    for child in tree.children(id) {
      let start = tree.key(child) == nil ? tree.span(child).start : tree.keySpan(child).start
      if start < last { faults.append("\(child) starts at \(start) before \(last)") }
      last = tree.span(child).end
      faults += nestingFaults(tree, child, in: span)
    }
    return faults
  }

  /// Whether an alias repeats the text of a key, which libyaml's events do not show.
  private func hasKeyAlias(_ tree: YAMLTree) -> Bool {
    (0..<tree.nodeCount).contains { number in
      let span = tree.span(NodeID(raw: UInt32(number)))
      let start = tree.file.text(ByteRange(span.start, span.start + 1))
      return start == "*" && tree.kind(NodeID(raw: UInt32(number))) == .scalar
    }
  }

  @Test(arguments: 0..<20) func randomPieces(seed: Int) {
    var random = SeededRandom(UInt64(1000 + seed))
    for _ in 0..<200 {
      let count = Int.random(in: 0...30, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
      expectSound(Array(text.utf8))
    }
  }

  @Test(arguments: 0..<20) func mutations(seed: Int) {
    var random = SeededRandom(UInt64(2000 + seed))
    for _ in 0..<100 {
      var bytes = Array(Self.seeds.randomElement(using: &random)!.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let offset = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, offset + Int.random(in: 0...3, using: &random))
        let piece = Array(Self.pieces.randomElement(using: &random)!.utf8)
        bytes.replaceSubrange(offset..<end, with: piece)
      }
      expectSound(bytes)
    }
  }

  @Test(arguments: 0..<5) func randomBytes(seed: Int) {
    var random = SeededRandom(UInt64(3000 + seed))
    for _ in 0..<200 {
      let count = Int.random(in: 0...40, using: &random)
      expectSound((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
      expectSound((0..<count).map { _ in UInt8.random(in: 9...126, using: &random) })
    }
  }

  @Test func prefixesOfAPlan() {
    for seed in Self.seeds {
      let bytes = Array(seed.utf8)
      for end in 0...bytes.count { expectSound(Array(bytes[..<end])) }
    }
  }
}
