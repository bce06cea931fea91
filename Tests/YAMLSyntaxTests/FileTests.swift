import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

/// Files that are refused as a whole, and the limits.
@Suite struct FileTests {
  private func expectOnly(
    _ problem: YAMLProblem, _ range: ByteRange, in bytes: [UInt8], _ limits: Limits = Limits(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (_, findings) = compose(bytes, limits)
    #expect(findings.count == 1, sourceLocation: sourceLocation)
    #expect(findings.first?.problem as? YAMLProblem == problem, sourceLocation: sourceLocation)
    #expect(findings.first?.location.range == range, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "", "\n\n", "# c\n  # d", "\u{FEFF}", "---\n", "---\n# c\n...\n", "%YAML 1.1\n---\n",
  ])
  func emptyFiles(text: String) {
    let (tree, findings) = compose(text)
    #expect(findings.map(\.code) == ["empty-file"])
    #expect(tree.root == nil)
  }

  @Test func bytesThatAreNotText() {
    expectOnly(.utf16, ByteRange(0, 2), in: [0xFF, 0xFE, 0x61, 0])
    expectOnly(.utf16, ByteRange(0, 2), in: [0xFE, 0xFF, 0, 0x61])
    expectOnly(.notUTF8(byte: 0xFC), ByteRange(4, 5), in: Array("a: f".utf8) + [0xFC, 0x72, 10])
    expectOnly(.controlCharacter(0), ByteRange(3, 4), in: Array("a: \0\n".utf8))
    expectOnly(.controlCharacter(0x1B), ByteRange(5, 6), in: Array("a: ä\u{1B}[0m\n".utf8))
    expectOnly(
      .controlCharacter(7), ByteRange(10, 11),
      in: Array("\u{FEFF}a: äö\u{7}".utf8) + [10])
  }

  @Test(
    arguments: [
      ([0x80], 0), ([0xC0, 0x80], 0), ([0x61, 0xC3], 1), ([0xE0, 0x80, 0x80], 0),
      ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x9A], 0),
      ([0xC3, 0xA4, 0xE2, 0x82, 0x41], 2), (Array(repeating: 0x61, count: 77) + [0xFF], 77),
    ] as [([UInt8], Int)])
  func faultsInUTF8(bytes: [UInt8], offset: Int) {
    #expect(bytes.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0) } == offset)
    #expect(compose(bytes).findings.map(\.code) == ["not-utf8"])
  }

  @Test func wellFormedUTF8HasNoFault() {
    let text = "aä漢🚲\u{10FFFF}\u{D7FF}\u{E000}" + String(repeating: "x", count: 50) + "ß"
    for start in 0..<40 {
      let bytes = Array((String(repeating: "y", count: start) + text).utf8)
      #expect(bytes.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0) } == nil)
    }
  }

  @Test func severalDocuments() {
    for (text, offset) in [
      ("a: b\n---\nc: d\n", 5), ("a: b\n...\n---\nc: d\n", 9),
      ("a: b\n...\n# c\n%YAML 1.1\n---\n", 13),
    ] {
      let (tree, findings) = compose(text)
      #expect(findings.map(\.code) == ["several-documents"])
      #expect(findings.first?.location.range.start == offset)
      #expect(tree.outline() == "{a: 'b'}")
      #expect(tree.isComplete)
    }
    #expect(composeClean("%YAML 1.1\n---\na: b\n...\n").outline() == "{a: 'b'}")
  }

  @Test func tagDirectives() {
    expectOnly(.tagDirective, ByteRange(4, 13), in: Array("# c\n%TAG ! x:\n---\na: b\n".utf8))
    let many = String(repeating: "%TAG !x! y\n", count: 100_000) + "---\na: b\n"
    #expect(compose(many).findings.map(\.code) == ["yaml-directive"])
    #expect(compose("a: b\n...\n" + many).findings.map(\.code) == ["several-documents"])
  }

  @Test func fileSize() {
    var limits = Limits()
    limits.fileBytes = 4
    expectOnly(
      .fileTooLarge(bytes: 5, limit: 4), ByteRange(at: 0), in: Array("a: b\n".utf8), limits)
    #expect(compose("a: b", limits).findings.isEmpty)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[\n", "? [", "{? "])
  func depth(opening: String) {
    let (tree, findings) = compose(String(repeating: opening, count: 200_000))
    #expect(findings.map(\.code) == ["too-deep"])
    #expect(!tree.isComplete)
  }

  @Test func depthCountsCollections() {
    var limits = Limits()
    limits.depth = 3
    #expect(compose("a:\n  - b: c\n", limits).findings.isEmpty)
    expectOnly(.tooDeep(limit: 3), ByteRange(10, 12), in: Array("a:\n  - b: []\n".utf8), limits)
  }

  @Test func differentKeys() {
    var limits = Limits()
    limits.distinctKeys = 2
    #expect(compose("- {a: 1, b: 2}\n- {b: 1, a: 2}\n", limits).findings.isEmpty)
    expectOnly(
      .tooManyKeys(limit: 2), ByteRange(17, 18), in: Array("- {a: 1, b: 2}\n- c: 1\n".utf8), limits)
  }

  @Test func manyProblemsAreCounted() {
    var limits = Limits()
    limits.problemsPerFile = 3
    let (_, findings) = compose(String(repeating: "a: 1\n", count: 50) + "b: \"", limits)
    #expect(findings.map(\.code) == ["yaml-syntax"])
    let (_, duplicates) = compose(String(repeating: "a: 1\n", count: 50), limits)
    #expect(
      duplicates.map(\.code) == Array(repeating: "duplicate-key", count: 3) + ["further-problems"])
    #expect(duplicates.last?.problem as? YAMLProblem == .furtherProblems(46))
  }
}
