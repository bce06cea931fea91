import SourceText

extension YAMLTree {
  /// Calls `body` with the decoded text of a scalar in UTF-8; an empty text for everything else.
  ///
  /// A text that the file holds as it is, is not copied. The buffer lives as long as the call.
  package func withText<R>(_ id: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let node = nodes[Int(id.raw)]
    guard node.kind == .scalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    switch node.form {
    case .raw:
      return bytes.withUnsafeBufferPointer { buffer in
        body(UnsafeBufferPointer(rebasing: buffer[rawRange(node)]))
      }
    case .joined:
      return withJoinedText(node, body)
    case .decoded:
      return decoded.withUnsafeBufferPointer { buffer in
        let start = node.next == 0 ? 0 : Int(decodedEnds[Int(node.next) - 1])
        return body(UnsafeBufferPointer(rebasing: buffer[start..<Int(decodedEnds[Int(node.next)])]))
      }
    case .unresolved:
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  /// Where the text of a scalar stands that the file holds as it is; nil for all others.
  @inlinable package func ownRange(_ id: NodeID) -> Range<Int>? {
    let node = nodes[Int(id.raw)]
    guard node.kind == .scalar, node.form == .raw else { return nil }
    return rawRange(node)
  }

  /// The bytes between the quotes, or all bytes of a plain scalar.
  @inlinable package func rawRange(_ node: YAMLNode) -> Range<Int> {
    let start = Int(node.start)
    let end = Int(node.end)
    switch node.style {
    case .singleQuoted, .doubleQuoted: return start + 1..<end - 1
    case .plain, .literal, .folded: return start..<end
    }
  }

  private func withJoinedText<R>(
    _ node: YAMLNode, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    let start = Int(node.start)
    let end = Int(node.end)
    return bytes.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(
        of: UInt8.self, capacity: LineJoiner.capacity(forSpan: end - start)
      ) { output in
        let count = LineJoiner.join(buffer, start, end, node.style, into: output.baseAddress!)
        return body(UnsafeBufferPointer(start: output.baseAddress!, count: count))
      }
    }
  }

  /// The decoded text of a scalar; empty for everything else.
  package func text(_ id: NodeID) -> String {
    withText(id) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether nothing is written, or a plain `~`, `null`, `Null` or `NULL`.
  package func isNull(_ id: NodeID) -> Bool {
    let node = nodes[Int(id.raw)]
    guard node.kind == .scalar, node.style == .plain else { return false }
    if node.form == .unresolved { return true }
    return withText(id) { text in
      switch text.count {
      case 0: true
      case 1: text[0] == UInt8(ascii: "~")
      case 4:
        text.elementsEqual("null".utf8) || text.elementsEqual("Null".utf8)
          || text.elementsEqual("NULL".utf8)
      default: false
      }
    }
  }
}
