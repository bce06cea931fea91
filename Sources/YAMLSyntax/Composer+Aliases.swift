import Diagnostics
import SourceText

extension Composer {
  mutating func takeAlias(_ event: YAMLEvent) {
    let range = ByteRange(
      cursor.offset(ofScalar: event.startIndex), cursor.offset(ofScalar: event.endIndex))
    if skipped != nil { return skipPart(end: range.end) }
    if expectsKey { return startSkipping(behind: range) }
    let name = event.anchor ?? ""
    guard let number = anchors.number(of: name) else {
      report(.undefinedAlias(name), .error, range)
      return appendUnresolved(range)
    }
    reportRedefinition(number, name, range)
    switch anchors[number].target {
    case .node(_, size: nil):
      report(.recursiveAlias(name), .error, range)
      appendUnresolved(range)
    case .node(let target, let size?):
      append(aliasOf: target, size: size, range)
    case .key(let symbol):
      append(keyText: symbol, range)
    case .leftOut:
      // The key that was left out has its finding.
      appendUnresolved(range)
    }
  }

  private mutating func append(aliasOf target: UInt32, size: Int, _ range: ByteRange) {
    aliasedCount += size
    guard aliasedCount <= limits.aliasedNodes else {
      return stop(.aliasBudget(limit: limits.aliasedNodes), at: range)
    }
    let (symbol, keyStart) = takePendingKey()
    var node = YAMLNode(
      .alias, start: range.start, end: range.end, symbol: symbol, keyStart: keyStart)
    node.next = target
    tree.nodes.append(node)
    expandedCount += size
    lastEnd = max(lastEnd, range.end)
  }

  /// A key is no node that an alias could point to, so its text is copied.
  private mutating func append(keyText symbol: UInt32, _ range: ByteRange) {
    appendScalar(range.start, range.end, .plain, .decoded, isTagged: false)
    let text = Array(tree.keyText(Symbol(raw: symbol)).utf8)
    let number = text.withUnsafeBufferPointer { keepText($0) }
    tree.nodes[tree.nodes.count - 1].next = number
  }

  private mutating func appendUnresolved(_ range: ByteRange) {
    appendScalar(range.start, range.end, .plain, .unresolved, isTagged: false)
  }

  /// Warns once about each anchor that replaced another of its name and is then used.
  private mutating func reportRedefinition(_ number: Int, _ name: String, _ range: ByteRange) {
    guard let first = anchors[number].replaced else { return }
    anchors[number].replaced = nil
    report(
      .anchorRedefined(name), .warning, range,
      related: [
        RelatedPlace(
          Location(tree.file, first),
          LocalizedText(
            en: "the anchor is set here first", de: "hier wird der Anker zuerst gesetzt")),
        RelatedPlace(
          Location(tree.file, anchors[number].place),
          LocalizedText(en: "and set anew here", de: "und hier neu gesetzt")),
      ])
  }
}
