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

  // Of the bits of `YAMLNode.packed` a scalar that is bytes of the file has none of these.
  private static let kindAndForm: UInt32 = 0b0110_0011

  init(_ tree: YAMLTree) {
    self.tree = tree
    nodes = tree.nodes
    bytes = tree.bytes
  }

  /// Lends the bytes of the file.
  func withBytes<R>(_ body: (TextBytes) -> R) -> R { bytes.withUnsafeBufferPointer(body) }

  /// Lends the decoded text of a scalar to `body`; an empty text for everything else.
  @inline(__always)
  func withText<R>(_ raw: UInt32, _ body: (TextBytes) -> R) -> R {
    let node = nodes[Int(raw)]
    guard node.packed & Self.kindAndForm == 0 else {
      return tree.withText(NodeID(raw: raw), body)
    }
    // One byte less at each end where it is quoted, singly or doubly.
    let quote = (node.packed >> 2 & 7) &- 1 < 2 ? 1 : 0
    let range = Int(node.start) + quote..<Int(node.end) - quote
    return bytes.withUnsafeBufferPointer { body(TextBytes(rebasing: $0[range])) }
  }
}
