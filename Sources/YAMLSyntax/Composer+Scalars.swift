import CLibYAML
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Composer {
  /// Whether the next value of the innermost collection is a key.
  @inline(__always)
  var expectsKey: Bool {
    guard let last = open.last else { return false }
    return last.isMapping && pendingKey == nil
  }

  @inline(__always)
  mutating func takeScalar(_ event: YAMLEvent) {
    if skipped != nil { return skipScalar(event) }
    if expectsKey { takeKey(event) } else { takeValue(event) }
  }

  // MARK: Values

  @inline(__always)
  private mutating func takeValue(_ event: YAMLEvent) {
    let style = event.style
    guard style == .plain, event.isOneLine, !event.hasScalarProperties else {
      return takeElaborateValue(event, style)
    }
    let value = event.value
    var start = cursor.offset(ofScalar: event.startIndex)
    if value.isEmpty {
      start = offsetOfNothing(marked: start)
      appendScalar(start, start, .plain, .raw, isTagged: false)
    } else if holds(value, at: start) {
      let end = start + value.count
      cursor.jump(toScalar: event.endIndex, at: end)
      appendScalar(start, end, .plain, .raw, isTagged: false)
    } else {
      takeElaborateValue(event, style)
    }
  }

  /// A value that is quoted, has several lines, or an anchor or a tag.
  private mutating func takeElaborateValue(_ event: YAMLEvent, _ style: ScalarStyle) {
    let extent = scalarExtent(event, style)
    let value = event.value
    let form = form(of: value, extent.range.start, extent.range.end, style)
    appendScalar(
      extent.range.start, extent.range.end, style, form, isTagged: extent.isTagged)
    let node = UInt32(truncatingIfNeeded: tree.nodes.count - 1)
    if form == .decoded { tree.nodes[Int(node)].next = keepText(value) }
    if let name = event.anchor {
      _ = anchors.define(name, .node(node, size: 1), at: extent.anchor)
    }
  }

  /// Copies a text into the tree and returns its number.
  mutating func keepText(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    tree.decoded.append(contentsOf: text)
    tree.decodedEnds.append(UInt32(truncatingIfNeeded: tree.decoded.count))
    return UInt32(truncatingIfNeeded: tree.decodedEnds.count - 1)
  }

  @inline(__always)
  mutating func appendScalar(
    _ start: Int, _ end: Int, _ style: ScalarStyle, _ form: TextForm, isTagged: Bool
  ) {
    let (symbol, keyStart) = takePendingKey()
    tree.nodes.append(
      YAMLNode(
        .scalar, start: start, end: end, symbol: symbol, keyStart: keyStart, style: style,
        form: form, isTagged: isTagged))
    lastEnd = max(lastEnd, end)
    expandedCount += 1
  }

  @inline(__always)
  mutating func takePendingKey() -> (symbol: UInt32, start: UInt32) {
    guard let key = pendingKey else { return (YAMLNode.noSymbol, 0) }
    pendingKey = nil
    return (key.symbol, key.start)
  }

  // MARK: Places

  struct ScalarExtent {
    /// The bytes of the value, without anchor and tag.
    var range: ByteRange
    var anchor = ByteRange(at: 0)
    var isTagged = false
  }

  /// The bytes of any scalar, and of the anchor and the tag before it; reports the tag.
  mutating func scalarExtent(_ event: YAMLEvent, _ style: ScalarStyle) -> ScalarExtent {
    var start = cursor.offset(ofScalar: event.startIndex)
    let marked = cursor.offset(ofScalar: event.endIndex)
    var extent = ScalarExtent(range: ByteRange(start, marked))
    if event.hasScalarProperties {
      let properties = skipProperties(of: event, from: start, to: marked)
      start = properties.end
      extent.anchor = properties.anchor
      if let tag = event.tag {
        extent.isTagged = true
        report(.tag(tag), .warning, properties.tag)
      }
    }
    var end = marked
    if style == .literal || style == .folded { end = endOfBlock(start, marked) }
    extent.range = ByteRange(start, end)
    return extent
  }

  /// The end of the last line of a block scalar that is not blank.
  private func endOfBlock(_ start: Int, _ marked: Int) -> Int {
    let header = min(marked, LineBreaks.lineEnd(in: bytes, from: start))
    var last = marked
    while last > header {
      let length = isBlank(bytes[last - 1]) ? 1 : LineBreaks.lengthBefore(last, in: bytes)
      if length == 0 { break }
      last -= length
    }
    if last > header { return min(marked, LineBreaks.lineEnd(in: bytes, from: last)) }
    var end = start
    while end < header, !isBlank(bytes[end]) { end += 1 }
    return end
  }

  /// Where a value would stand that is not written.
  ///
  /// libyaml marks it behind the colon or the dash, or else at the next token.
  private func offsetOfNothing(marked: Int) -> Int {
    guard pendingKey != nil else { return marked }
    if marked > 0, bytes[marked - 1] == UInt8(ascii: ":") { return marked }
    var offset = lastEnd
    while offset < marked, isBlank(bytes[offset]) || LineBreaks.length(in: bytes, at: offset) > 0 {
      offset += max(1, LineBreaks.length(in: bytes, at: offset))
    }
    return offset < marked && bytes[offset] == UInt8(ascii: ":") ? offset + 1 : min(lastEnd, marked)
  }

  // MARK: Texts

  /// Whether the file has these bytes at an offset.
  @inline(__always)
  func holds(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard let base = bytes.baseAddress, let start = text.baseAddress,
      offset + text.count <= bytes.count
    else { return text.isEmpty }
    return memcmp(base + offset, start, text.count) == 0
  }

  /// Where the text of the scalar in `start ..< end` comes from.
  private mutating func form(
    of value: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ style: ScalarStyle
  ) -> TextForm {
    switch style {
    case .plain:
      if end - start == value.count, holds(value, at: start) { return .raw }
    case .singleQuoted, .doubleQuoted:
      if end - start == value.count + 2, holds(value, at: start + 1) { return .raw }
    case .literal, .folded: break
    }
    let needed = LineJoiner.capacity(forSpan: end - start)
    guard value.count <= needed else { return .decoded }
    if scratch.count < needed { scratch = [UInt8](repeating: 0, count: needed * 2) }
    let source = bytes
    let equal = scratch.withUnsafeMutableBufferPointer { output in
      let count = LineJoiner.join(source, start, end, style, into: output.baseAddress!)
      guard count == value.count, let text = value.baseAddress else { return count == value.count }
      return memcmp(output.baseAddress!, text, count) == 0
    }
    return equal ? .joined : .decoded
  }
}
