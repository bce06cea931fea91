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
  fileprivate static let kindAndForm: UInt32 = 0b0110_0011
  private static let style: UInt32 = 0b0001_1100
  private static let singleQuoted = UInt32(ScalarStyle.singleQuoted.rawValue) << 2
  private static let doubleQuoted = UInt32(ScalarStyle.doubleQuoted.rawValue) << 2

  init(_ tree: YAMLTree) {
    self.tree = tree
    nodes = tree.nodes
    bytes = tree.bytes
  }

  /// Lends all texts of the file that are bytes of it.
  func withTexts<R>(_ body: (PlainTexts) -> R) -> R {
    nodes.withUnsafeBufferPointer { nodes in
      bytes.withUnsafeBufferPointer { body(PlainTexts(nodes: nodes, bytes: $0)) }
    }
  }

  /// The texts that are bytes of their file.
  struct PlainTexts {
    fileprivate let nodes: UnsafeBufferPointer<YAMLNode>
    fileprivate let bytes: TextBytes

    /// Stands for the place of a text that the file does not have as it is.
    let nowhere: Int64 = -1

    /// Where the text of a scalar stands: its start, and its length in the low 32 bits.
    @inline(__always)
    func place(_ raw: UInt32) -> Int64 {
      let node = nodes[Int(raw)]
      guard node.packed & TextSource.kindAndForm == 0 else { return nowhere }
      let range = TextSource.range(of: node)
      return Int64(range.lowerBound) << 32 | Int64(range.count)
    }

    /// Reads the first byte of a text, so that the processor has it when the text is read.
    ///
    /// Texts are shorter than 2 GiB: the highest bit of the length is free for what was read.
    @inline(__always)
    func fetch(_ place: inout Int64) {
      guard place >= 0, place & 0x7FFF_FFFF != 0 else { return }
      place |= Int64(bytes[Int(place >> 32)] & 0x80) << 24
    }

    /// The number of bytes of a text that is bytes of the file.
    @inline(__always)
    func size(at place: Int64) -> Int { Int(place & 0x7FFF_FFFF) }

    @inline(__always)
    func text(at place: Int64) -> TextBytes? {
      guard place >= 0 else { return nil }
      let start = Int(place >> 32)
      return TextBytes(rebasing: bytes[start..<start + size(at: place)])
    }
  }

  /// The bytes of a scalar that is bytes of the file, without its quotes.
  @inline(__always)
  fileprivate static func range(of node: YAMLNode) -> Range<Int> {
    let style = node.packed & style
    let quote = style == singleQuoted || style == doubleQuoted ? 1 : 0
    return Int(node.start) + quote..<Int(node.end) - quote
  }

  /// Lends the decoded text of a scalar to `body`; an empty text for everything else.
  @inline(__always)
  func withText<R>(_ raw: UInt32, _ body: (TextBytes) -> R) -> R {
    let node = nodes[Int(raw)]
    guard node.packed & Self.kindAndForm == 0 else {
      return tree.withText(NodeID(raw: raw), body)
    }
    let range = Self.range(of: node)
    return bytes.withUnsafeBufferPointer { body(TextBytes(rebasing: $0[range])) }
  }
}
