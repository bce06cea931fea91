import Values
import YAMLSyntax

/// The texts of one file.
///
/// A tree has a dozen references; a call on it counts each of them, and rules read many texts. Here
/// the usual text, one that is bytes of the file, is lent without touching the tree.
final class TextSource: Sendable {
  private let tree: YAMLTree
  private let nodes: [YAMLNode]
  private let bytes: [UInt8]

  init(_ tree: YAMLTree) {
    self.tree = tree
    nodes = tree.nodes
    bytes = tree.bytes
  }

  /// Lends the decoded text of a scalar to `body`; an empty text for everything else.
  @inline(__always)
  func withText<R>(_ raw: UInt32, _ body: (TextBytes) -> R) -> R {
    let node = nodes[Int(raw)]
    guard node.kind == .scalar, node.form == .raw else {
      return tree.withText(NodeID(raw: raw), body)
    }
    let isQuoted = node.style == .singleQuoted || node.style == .doubleQuoted
    let start = Int(node.start) + (isQuoted ? 1 : 0)
    let end = Int(node.end) - (isQuoted ? 1 : 0)
    return bytes.withUnsafeBufferPointer { body(TextBytes(rebasing: $0[start..<end])) }
  }
}
