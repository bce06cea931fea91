/// Where the text of a scalar comes from.
package enum TextForm: UInt8, Sendable {
  /// The bytes of the span, without its quotes.
  case raw
  /// The lines of the span, stripped and joined as `LineJoiner` does.
  case joined
  /// A text of its own in the tree, made by libyaml.
  case decoded
  /// No text: an alias to nothing.
  case unresolved
}

/// One value in 20 bytes; offsets are UTF-8 bytes of the file.
package struct YAMLNode: Sendable {
  package var start: UInt32
  package var end: UInt32
  /// Collections: the number of the node behind the last descendant. Aliases: the target.
  /// Scalars with a text of their own: the number of that text.
  package var next: UInt32
  package var keyStart: UInt32
  /// The key's symbol in the high 24 bits; then, from the lowest bit: kind (2), style (3),
  /// form (2), tag (1).
  package var packed: UInt32

  /// Stands for "no key"; one more than the largest symbol.
  package static let noSymbol: UInt32 = 0xFF_FFFF

  init(
    _ kind: NodeKind, start: Int, end: Int, symbol: UInt32, keyStart: UInt32,
    style: ScalarStyle = .plain, form: TextForm = .raw, isTagged: Bool = false
  ) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.next = 0
    self.keyStart = keyStart
    packed =
      symbol << 8 | UInt32(kind.rawValue) | UInt32(style.rawValue) << 2
      | UInt32(form.rawValue) << 5 | (isTagged ? 0x80 : 0)
  }

  @inlinable package var kind: NodeKind {
    NodeKind(rawValue: UInt8(truncatingIfNeeded: packed & 3)).unsafelyUnwrapped
  }
  @inlinable package var style: ScalarStyle {
    ScalarStyle(rawValue: UInt8(truncatingIfNeeded: packed >> 2 & 7)).unsafelyUnwrapped
  }
  @inlinable package var form: TextForm {
    TextForm(rawValue: UInt8(truncatingIfNeeded: packed >> 5 & 3)).unsafelyUnwrapped
  }
  @inlinable package var isTagged: Bool { packed & 0x80 != 0 }
  @inlinable package var symbol: UInt32 { packed >> 8 }
  @inlinable package var isCollection: Bool {
    let kind = kind
    return kind == .mapping || kind == .sequence
  }

  /// The number of the node behind this one and all below it.
  @inlinable package func following(_ own: UInt32) -> UInt32 { isCollection ? next : own + 1 }
}
