import Reporting
import SourceText
import YAMLSyntax

/// The changes of a plan's bytes by which a key and its value are lost.
struct GapEdit {
  private let tree: YAMLTree
  /// The collection around each node, by its number.
  private let parents: [UInt32]
  /// What no misspelt key may be: every key that the schema knows.
  private let known: Set<String>

  init(_ tree: YAMLTree, known: Set<String>) {
    self.tree = tree
    self.known = known
    var parents = [UInt32](repeating: 0, count: tree.nodeCount)
    for number in 0..<UInt32(tree.nodeCount) {
      for child in tree.children(NodeID(raw: number)) { parents[Int(child.raw)] = number }
    }
    self.parents = parents
  }

  /// The file after the loss; nil where the value cannot be taken from its place.
  func file(_ loss: GapReport.Loss, of node: NodeID) -> SourceFile? {
    guard let key = tree.key(node) else { return nil }
    let range: ByteRange
    let replacement: String
    switch loss {
    case .deleted: (range, replacement) = deletion(of: node)
    case .blank: (range, replacement) = (tree.span(node), "\"\"")
    case .misspelt:
      let span = tree.keySpan(node)
      let isQuoted = span.count > tree.keyText(key).utf8.count
      let misspelt = misspelt(tree.keyText(key))
      (range, replacement) = (span, isQuoted ? "\"\(misspelt)\"" : misspelt)
    }
    var bytes = tree.bytes
    bytes.replaceSubrange(range.start..<range.end, with: Array(replacement.utf8))
    return SourceFile(path: tree.file.path, bytes: bytes)
  }

  /// The last letter twice, as fingers do it, until no key of the schema is spelt so.
  private func misspelt(_ key: String) -> String {
    var text = key
    repeat { text += text.last.map(String.init) ?? "x" } while known.contains(text)
    return text
  }

  /// From the key to the next one, or from the value before to the end; an only entry leaves an
  /// empty mapping.
  private func deletion(of node: NodeID) -> (ByteRange, String) {
    let parent = NodeID(raw: parents[Int(node.raw)])
    let siblings = Array(tree.children(parent))
    let start = tree.keySpan(node).start
    guard let index = siblings.firstIndex(of: node), siblings.count > 1 else {
      return (tree.span(parent), "{}")
    }
    if index + 1 < siblings.count {
      return (ByteRange(start, tree.keySpan(siblings[index + 1]).start), "")
    }
    return (ByteRange(tree.span(siblings[index - 1]).end, tree.span(node).end), "")
  }
}
