import CLibYAML
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

/// Decoded scalars as libyaml gives them, keys and values in the order of the text.
func scalarsOfLibyaml(_ bytes: [UInt8]) -> [String]? {
  // Like composing: libyaml takes a byte order mark for a column when it is told the encoding.
  let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  guard !bytes.isEmpty else { return [] }
  var parser = yaml_parser_t()
  yaml_parser_initialize(&parser)
  defer { yaml_parser_delete(&parser) }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
  return bytes.withUnsafeBufferPointer { buffer in
    yaml_parser_set_input_string(&parser, buffer.baseAddress!, buffer.count)
    var found: [String] = []
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) != 0 else { return nil }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return found }
      guard event.type == YAML_SCALAR_EVENT else { continue }
      let scalar = event.data.scalar
      found.append(
        String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self))
    }
  }
}

extension YAMLTree {
  /// The same out of the tree.
  func scalars() -> [String] {
    var found: [String] = []
    for raw in 0..<nodeCount {
      let id = NodeID(raw: UInt32(raw))
      if let key = key(id) { found.append(keyText(key)) }
      if kind(id) == .scalar { found.append(text(id)) }
    }
    return found
  }
}

@Suite struct DifferentialTests {
  /// Bytes that scalars are made of; a seed gives the same texts everywhere.
  static let pieces = [
    "a", "wort", "ä", "🚲", " ", "  ", "\n", "\n\n", "\r\n", "\r", ",", "#", " #", "'", "\"", "\\n",
    "\\", "-", ".", "ß", "12", ":", "\u{85}", "\u{2028}", "\t", "漢字",
  ]

  private func expectSame(_ text: String) {
    let bytes = Array(text.utf8)
    guard let wanted = scalarsOfLibyaml(bytes) else { return }
    let (tree, findings) = compose(bytes)
    guard findings.allSatisfy({ $0.code == "duplicate-key" }) else { return }
    #expect(tree.scalars() == wanted, "\(text.debugDescription)")
  }

  @Test(arguments: 0..<40) func generatedScalars(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<50 {
      let words = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random)!
      }
      let text = words.joined()
      let indented = text.replacing("\n", with: "\n  ")
      let quoted = indented.replacing("'", with: "''")
      let escaped = indented.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      let header = ["|", ">", "|-", ">-", "|+", ">+", "|2", ">1", "|2-"].randomElement(
        using: &random)!
      for value in [
        indented, "'\(quoted)'", "\"\(indented)\"", "\"\(escaped)\"", "\(header)\n  \(indented)",
        "\(header) # c\n\n  \(indented)\n\n",
      ] {
        expectSame("a: \(value)\nb: [x, \(value)]\n")
        expectSame("a: \(value)\nb: ende\n")
        expectSame("- \(value)")
        expectSame("a:\r\n  - \(value)\r\n  - b: \(value)\r\n")
      }
    }
  }

  @Test func formsThatAreNotCopied() {
    let tree = composeClean(
      """
      plain: ein Wort
      quoted: "ein Wort"
      folded: >-
        eins ä
        zwei

        drei
      literal: |
        eins

          zwei
      lines: eins
        zwei
      both: "eins
        zwei"
      """)
    #expect(tree.decoded.isEmpty)
    #expect(tree.text(tree.value("folded")) == "eins ä zwei\ndrei")
    #expect(tree.text(tree.value("literal")) == "eins\n\n  zwei\n")
    #expect(tree.text(tree.value("lines")) == "eins zwei")
  }

  @Test func nodesAreSmall() {
    #expect(MemoryLayout<YAMLNode>.stride == 20)
  }
}
