import Diagnostics
import SourceText

extension Composer {
  /// Keeps the text of a key for the value that comes next.
  @inline(__always)
  mutating func takeKey(_ event: YAMLEvent) {
    let value = event.value
    guard event.style == .plain, event.isOneLine, !event.hasScalarProperties else {
      return takeElaborateKey(event)
    }
    let start = cursor.offset(ofScalar: event.startIndex)
    guard holds(value, at: start) else { return takeElaborateKey(event) }
    cursor.jump(toScalar: event.endIndex, at: start + value.count)
    setKey(value, ByteRange(start, start + value.count), isPlain: true)
  }

  private mutating func takeElaborateKey(_ event: YAMLEvent) {
    let style = event.style
    let extent = scalarExtent(event, style)
    guard event.isOneLine, style != .literal, style != .folded else {
      return startSkipping(behind: extent.range)
    }
    setKey(event.value, extent.range, isPlain: style == .plain)
    if let name = event.anchor, let key = pendingKey {
      _ = anchors.define(name, .key(key.symbol), at: extent.anchor)
    }
  }

  @inline(__always)
  private mutating func setKey(
    _ text: UnsafeBufferPointer<UInt8>, _ range: ByteRange, isPlain: Bool
  ) {
    let symbol = intern(text)
    if Int(symbol) == lastUses.count {
      guard addKey(text, symbol, range) else { return }
    }
    lastKey = symbol
    if symbol == mergeSymbol, isPlain { report(.mergeKey, .error, range) }
    pendingKey = PendingKey(symbol: symbol, start: UInt32(truncatingIfNeeded: range.start))
    lastEnd = max(lastEnd, range.end)
  }

  /// The symbol of a key; the key that followed last time on the one before is tried first.
  @inline(__always)
  private mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard lastKey != YAMLNode.noSymbol else { return tree.symbols.intern(text) }
    let guess = lastUses[Int(lastKey)].successor
    if tree.symbols.equals(guess, text) { return guess }
    let symbol = tree.symbols.intern(text)
    lastUses[Int(lastKey)].successor = symbol
    return symbol
  }

  /// Makes room for a key that is new in this file; false if there are too many.
  private mutating func addKey(
    _ text: UnsafeBufferPointer<UInt8>, _ symbol: UInt32, _ range: ByteRange
  ) -> Bool {
    let limit = min(limits.distinctKeys, Int(YAMLNode.noSymbol))
    guard Int(symbol) < limit else {
      stop(.tooManyKeys(limit: limit), at: range)
      return false
    }
    lastUses.append(KeyUse(mapping: .max, entry: 0, successor: symbol))
    if text.elementsEqual("<<".utf8) { mergeSymbol = symbol }
    return true
  }

  /// Reports the keys that a mapping has twice; all its entries are in the tree.
  @inline(__always)
  mutating func checkKeys(of mapping: UInt32) {
    let end = tree.nodes[Int(mapping)].next
    var entry = mapping + 1
    while entry < end {
      let node = tree.nodes[Int(entry)]
      let symbol = Int(node.symbol)
      if lastUses[symbol].mapping == mapping {
        reportDuplicate(entry, first: lastUses[symbol].entry)
      } else {
        lastUses[symbol].mapping = mapping
        lastUses[symbol].entry = entry
      }
      entry = node.following(entry)
    }
  }

  private mutating func reportDuplicate(_ entry: UInt32, first: UInt32) {
    let key = Symbol(raw: tree.nodes[Int(entry)].symbol)
    report(
      .duplicateKey(tree.keyText(key)), .error, tree.keySpan(NodeID(raw: entry)),
      related: [
        RelatedPlace(
          Location(tree.file, tree.keySpan(NodeID(raw: first))),
          LocalizedText(en: "the key stands here first", de: "hier steht der Schlüssel zuerst"))
      ])
  }
}

// MARK: - Entries that are left out

/// An entry whose key is no text on one line; nothing of it goes into the tree.
struct SkippedEntry {
  let start: Int
  /// The open collections inside the key or the value.
  var depth = 0
  /// Whether the key is over, so that the value is what is skipped.
  var isInValue: Bool
}

extension Composer {
  /// Leaves out the entry whose key, here to its end, is a scalar or an alias.
  mutating func startSkipping(behind key: ByteRange) {
    report(.complexKey, .error, key)
    lastEnd = max(lastEnd, key.end)
    skipped = SkippedEntry(start: key.start, isInValue: true)
  }

  /// Leaves out the entry whose key is a collection that starts here.
  mutating func startSkippingCollection(at start: Int) {
    skipped = SkippedEntry(start: start, depth: 1, isInValue: false)
  }

  mutating func skipScalar(_ event: YAMLEvent) {
    let extent = scalarExtent(event, event.style)
    if let name = event.anchor { _ = anchors.define(name, .leftOut, at: extent.anchor) }
    if event.value.isEmpty, extent.range.isEmpty { return skipPart(end: lastEnd) }
    skipPart(end: extent.range.end)
  }

  /// Counts one value, key or end of a collection of the entry that is left out.
  mutating func skipPart(end: Int) {
    lastEnd = max(lastEnd, end)
    guard let entry = skipped, entry.depth == 0 else { return }
    if entry.isInValue {
      tree.leftOut.append(ByteRange(entry.start, lastEnd))
      skipped = nil
    } else {
      report(.complexKey, .error, ByteRange(entry.start, lastEnd))
      skipped?.isInValue = true
    }
  }
}
