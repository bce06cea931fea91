import SourceText

/// A node of one `YAMLTree`: its number in the order of the text, the root being 0.
package struct NodeID: Hashable, Sendable {
  package let raw: UInt32

  @inlinable package init(raw: UInt32) { self.raw = raw }
}

/// The text of a key, kept once per tree and numbered from 0 in the order of first use.
package struct Symbol: Hashable, Sendable {
  package let raw: UInt32

  @inlinable package init(raw: UInt32) { self.raw = raw }
}

/// What a node is.
package enum NodeKind: UInt8, Sendable {
  case scalar, sequence, mapping, alias
}

/// How a scalar is written.
package enum ScalarStyle: UInt8, Sendable {
  case plain, singleQuoted, doubleQuoted, literal, folded
}

/// The nodes of one YAML document in the order of the text, with the bytes that they came from.
///
/// A text that equals bytes of the file is never copied; the tree takes 20 bytes for each value and
/// keeps each different key once. Entries whose key is not a text on one line are left out; they
/// have a finding.
package struct YAMLTree: Sendable {
  package let file: SourceFile
  /// The bytes of `file`, held here so that reading a text counts no references.
  package let bytes: [UInt8]
  package var nodes: [YAMLNode] = []
  package var symbols = SymbolTable()
  /// The texts that are no bytes of the file, one after the other.
  package var decoded: [UInt8] = []
  /// Where each text in `decoded` ends.
  package var decodedEnds: [UInt32] = []
  /// The entries that were left out because of their keys, in the order of the text.
  var leftOut: [ByteRange] = []
  /// The bytes that the tree speaks for; past its end nothing was read.
  var extent: ByteRange
  /// Whether the document was read to its end; where it was not, a missing piece means nothing.
  package internal(set) var isComplete = true

  init(file: SourceFile) {
    self.file = file
    bytes = file.bytes
    extent = ByteRange(0, file.bytes.count)
  }

  /// The outermost node; nil for an empty document or when reading stopped before anything.
  @inlinable package var root: NodeID? { nodes.isEmpty ? nil : NodeID(raw: 0) }

  /// The number of values: scalars, collections and aliases; keys do not count.
  @inlinable package var nodeCount: Int { nodes.count }

  @inlinable package func kind(_ id: NodeID) -> NodeKind { nodes[Int(id.raw)].kind }

  /// The node that an alias stands for, never an alias itself; any other node as it is.
  @inlinable package func resolve(_ id: NodeID) -> NodeID {
    let node = nodes[Int(id.raw)]
    return node.kind == .alias ? NodeID(raw: node.next) : id
  }

  /// How a scalar is written; `plain` for everything else.
  @inlinable package func style(_ id: NodeID) -> ScalarStyle { nodes[Int(id.raw)].style }

  /// The bytes of a value with its quotes, brackets or indicator, without its anchor and tag.
  ///
  /// Blank lines and comments behind a block are not part of it. A value that is not written has an
  /// empty range behind the colon or dash.
  @inlinable package func span(_ id: NodeID) -> ByteRange {
    let node = nodes[Int(id.raw)]
    return ByteRange(Int(node.start), Int(node.end))
  }

  /// Whether the value has a tag such as `!!str`, which ratsam does not read.
  @inlinable package func hasTag(_ id: NodeID) -> Bool { nodes[Int(id.raw)].isTagged }

  /// Whether this stands for an alias to nothing or to itself; it has a finding and reads as null.
  @inlinable package func isUnresolved(_ id: NodeID) -> Bool {
    let node = nodes[Int(id.raw)]
    return node.kind == .scalar && node.form == .unresolved
  }
}

// MARK: - Children

extension YAMLTree {
  /// The first element or value; nil for empty collections, scalars and aliases.
  @inlinable package func firstChild(_ id: NodeID) -> NodeID? {
    let node = nodes[Int(id.raw)]
    guard node.isCollection, node.next > id.raw + 1 else { return nil }
    return NodeID(raw: id.raw + 1)
  }

  /// The element or value behind `id` in the collection `parent`.
  @inlinable package func nextSibling(_ id: NodeID, in parent: NodeID) -> NodeID? {
    let next = nodes[Int(id.raw)].following(id.raw)
    return next < nodes[Int(parent.raw)].next ? NodeID(raw: next) : nil
  }

  /// The number of elements or values, counted one by one.
  @inlinable package func childCount(_ id: NodeID) -> Int {
    var count = 0
    for _ in children(id) { count += 1 }
    return count
  }

  /// The elements of a sequence or the values of a mapping; none for scalars and aliases.
  @inlinable package func children(_ id: NodeID) -> YAMLChildren {
    let node = nodes[Int(id.raw)]
    return YAMLChildren(nodes, from: id.raw + 1, to: node.isCollection ? node.next : 0)
  }
}

/// The children of one collection in the order of the text.
package struct YAMLChildren: Sequence, IteratorProtocol, Sendable {
  package let nodes: [YAMLNode]
  package var position: UInt32
  package let end: UInt32

  @inlinable package init(_ nodes: [YAMLNode], from position: UInt32, to end: UInt32) {
    self.nodes = nodes
    self.position = position
    self.end = end
  }

  @inlinable package mutating func next() -> NodeID? {
    guard position < end else { return nil }
    let id = position
    position = nodes[Int(id)].following(id)
    return NodeID(raw: id)
  }
}

// MARK: - Keys

extension YAMLTree {
  /// The key of this entry of a mapping; nil for the root and in sequences.
  @inlinable package func key(_ id: NodeID) -> Symbol? {
    let symbol = nodes[Int(id.raw)].symbol
    return symbol == YAMLNode.noSymbol ? nil : Symbol(raw: symbol)
  }

  /// The bytes of this entry's key with its quotes; an empty range at the value where it has none.
  package func keySpan(_ id: NodeID) -> ByteRange {
    let node = nodes[Int(id.raw)]
    guard node.symbol != YAMLNode.noSymbol else { return ByteRange(at: Int(node.start)) }
    let start = Int(node.keyStart)
    guard start < bytes.count else { return ByteRange(at: start) }
    let length = symbols.range(node.symbol).count
    switch bytes[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return length == 0 && node.start == node.keyStart
        ? ByteRange(at: start) : ByteRange(start, quotedEnd(from: start))
    default: return ByteRange(start, start + length)
    }
  }

  /// The offset behind the quote that closes the one at `start`.
  private func quotedEnd(from start: Int) -> Int {
    let quote = bytes[start]
    var offset = start + 1
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 2
      } else if bytes[offset] != quote {
        offset += 1
      } else if quote == UInt8(ascii: "'"), offset + 1 < bytes.count, bytes[offset + 1] == quote {
        offset += 2
      } else {
        return offset + 1
      }
    }
    return bytes.count
  }

  /// The decoded text of a key of this tree.
  package func keyText(_ symbol: Symbol) -> String { symbols.text(symbol.raw) }

  /// The key with this text; nil where the file has no such key.
  package func symbol(for text: String) -> Symbol? {
    var text = text
    return text.withUTF8 { symbols.find($0) }.map(Symbol.init(raw:))
  }

  /// The number of different keys: their symbols are 0 ..< `symbolCount`.
  package var symbolCount: Int { symbols.count }
}
