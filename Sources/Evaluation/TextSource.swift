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

  // The bits of `YAMLNode.packed`, asked for without a call into the other module; a scalar that is
  // bytes of the file has none of the first.
  private static let kindAndForm: UInt32 = 0b0110_0011
  private static let style: UInt32 = 0b0001_1100
  private static let singleQuoted = UInt32(ScalarStyle.singleQuoted.rawValue) << 2
  private static let doubleQuoted = UInt32(ScalarStyle.doubleQuoted.rawValue) << 2

  init(_ tree: YAMLTree) {
    self.tree = tree
    nodes = tree.nodes
    bytes = tree.bytes
  }

  /// Lends the decoded text of a scalar to `body`; an empty text for everything else.
  @inline(__always)
  func withText<R>(_ raw: UInt32, _ body: (TextBytes) -> R) -> R {
    let node = nodes[Int(raw)]
    guard node.packed & Self.kindAndForm == 0 else {
      return tree.withText(NodeID(raw: raw), body)
    }
    let style = node.packed & Self.style
    let quote = style == Self.singleQuoted || style == Self.doubleQuoted ? 1 : 0
    let start = Int(node.start) + quote
    let end = Int(node.end) - quote
    return bytes.withUnsafeBufferPointer { body(TextBytes(rebasing: $0[start..<end])) }
  }
}
