import SourceText

extension YAMLTree {
  /// The innermost value whose key or span holds an offset; nil outside the document.
  ///
  /// An offset in a key, or between a key and its value, gives the entry's value.
  package func node(at offset: Int) -> NodeID? {
    guard var found = root, span(found).contains(offset) else { return nil }
    while let inner = children(found).first(where: { extent(of: $0).contains(offset) }) {
      found = inner
    }
    return found
  }

  /// The bytes of a value together with its key.
  private func extent(of id: NodeID) -> ByteRange {
    key(id) == nil ? span(id) : keySpan(id).union(span(id))
  }
}
