import SourceText

/// A comment of a YAML file.
package struct YAMLComment: Hashable, Sendable {
  /// From the `#` to the end of the line.
  package let span: ByteRange
  /// What stands behind the `#`, without blanks around it.
  package let text: String
  /// Whether nothing but blanks stands before it in its line.
  package let standsAlone: Bool
}

extension YAMLTree {
  /// The comments in the order of the text; none from what was not read.
  ///
  /// A `#` is a comment wherever no key and no scalar stands. Comments inside entries that were left
  /// out because of their keys are left out with them.
  package func comments() -> [YAMLComment] {
    var finder = CommentFinder(bytes: bytes, offset: extent.start)
    var skipped = leftOut[...]
    for (number, node) in nodes.enumerated() {
      let id = NodeID(raw: UInt32(truncatingIfNeeded: number))
      let key = key(id) == nil ? nil : keySpan(id)
      let start = key?.start ?? Int(node.start)
      while let entry = skipped.first, entry.start < start {
        finder.look(upTo: entry.start, thenSkipTo: entry.end)
        skipped.removeFirst()
      }
      if let key { finder.look(upTo: key.start, thenSkipTo: key.end) }
      guard !node.isCollection else { continue }
      let from = Int(node.start)
      finder.look(upTo: from, thenSkipTo: from)
      if node.style == .literal || node.style == .folded { finder.lookInHeader(of: from) }
      finder.look(upTo: from, thenSkipTo: Int(node.end))
    }
    for entry in skipped { finder.look(upTo: entry.start, thenSkipTo: entry.end) }
    finder.look(upTo: extent.end, thenSkipTo: extent.end)
    return finder.found
  }
}

/// Collects comments while it moves through a text.
private struct CommentFinder {
  let bytes: [UInt8]
  var offset: Int
  var found: [YAMLComment] = []

  /// Collects the comments that start before `end`.
  mutating func look(upTo end: Int, thenSkipTo next: Int) {
    while offset < end {
      if bytes[offset] == UInt8(ascii: "#") { take() } else { offset += 1 }
    }
    offset = max(offset, next)
  }

  /// Collects the comment behind the indicator of a block scalar.
  mutating func lookInHeader(of start: Int) {
    offset = start
    let end = LineBreaks.lineEnd(in: bytes, from: start)
    while offset < end {
      if bytes[offset] == UInt8(ascii: "#") { return take() }
      offset += 1
    }
  }

  private mutating func take() {
    let start = offset
    offset = LineBreaks.lineEnd(in: bytes, from: start)
    var first = start + 1
    var last = offset
    while first < last, isBlank(bytes[first]) { first += 1 }
    while last > first, isBlank(bytes[last - 1]) { last -= 1 }
    found.append(
      YAMLComment(
        span: ByteRange(start, offset),
        text: String(decoding: bytes[first..<last], as: UTF8.self),
        standsAlone: isFirst(start)))
  }

  /// Whether only blanks and a byte order mark stand before an offset in its line.
  private func isFirst(_ start: Int) -> Bool {
    var before = start
    while before > 0, isBlank(bytes[before - 1]) { before -= 1 }
    return before == 0 || LineBreaks.lengthBefore(before, in: bytes) > 0
      || before == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }
}
