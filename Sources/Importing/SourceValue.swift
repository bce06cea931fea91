import SourceText
import YAMLSyntax

/// A value of a file that is imported, with the bytes that it came from.
package struct SourceValue: Sendable {
  package indirect enum Content: Sendable {
    case nothing
    case text(String)
    case list([SourceValue])
    case mapping([Entry])
  }
  package struct Entry: Sendable {
    package var key: String
    package var value: SourceValue
  }
  package var content: Content
  package var range: ByteRange

  package init(_ content: Content, _ range: ByteRange) {
    self.content = content
    self.range = range
  }

  /// The value of a key; nil where this is no mapping or has no such key.
  subscript(key: String) -> SourceValue? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// A text without blanks around it; nil for nothing, blank texts and collections.
  var stated: String? {
    guard case .text(let text) = content else { return nil }
    let bare = text.trimmed
    return bare.isEmpty ? nil : bare
  }

  /// The keys of a mapping, or of the first mapping of a list.
  var keys: [String] {
    switch content {
    case .mapping(let entries): entries.map(\.key)
    case .list(let items): items.first?.keys ?? []
    case .nothing, .text: []
    }
  }
}

extension SourceValue {
  /// The value of a node of a YAML or JSON document.
  init(_ id: NodeID, _ tree: YAMLTree) {
    let node = tree.resolve(id)
    let range = tree.span(node)
    switch tree.kind(node) {
    case .sequence:
      self.init(.list(tree.children(node).map { SourceValue($0, tree) }), range)
    case .mapping:
      let entries = tree.children(node).map { child in
        Entry(key: tree.key(child).map(tree.keyText) ?? "", value: SourceValue(child, tree))
      }
      self.init(.mapping(entries), range)
    case .scalar, .alias:
      self.init(tree.isNull(node) ? .nothing : .text(tree.text(node)), range)
    }
  }
}

extension String {
  /// The text without white space at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
