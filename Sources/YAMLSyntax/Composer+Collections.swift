import SourceText

extension Composer {
  @inline(__always)
  mutating func openCollection(_ kind: NodeKind, _ event: YAMLEvent) {
    guard open.count + (skipped?.depth ?? 0) < limits.depth else {
      let offset = cursor.offset(ofScalar: event.startIndex)
      return stop(.tooDeep(limit: limits.depth), at: wordRange(at: offset))
    }
    if skipped != nil || expectsKey { return openSkipped(event) }
    var start = cursor.offset(ofScalar: event.startIndex)
    var isTagged = false
    var anchor: Int?
    let node = UInt32(truncatingIfNeeded: tree.nodes.count)
    if event.hasAnchor || event.hasTag {
      let properties = takeProperties(event, from: start)
      start = properties.end
      isTagged = event.hasTag
      anchor = event.anchor.map {
        anchors.define($0, .node(node, size: nil), at: properties.anchor)
      }
    }
    let (symbol, keyStart) = takePendingKey()
    tree.nodes.append(
      YAMLNode(
        kind, start: start, end: start, symbol: symbol, keyStart: keyStart, isTagged: isTagged))
    open.append(
      OpenCollection(
        node: node, isMapping: kind == .mapping, isFlow: event.isFlow, anchor: anchor,
        expandedBefore: expandedCount))
    expandedCount += 1
  }

  /// The places of a collection's anchor and tag; reports the tag.
  private mutating func takeProperties(_ event: YAMLEvent, from start: Int) -> PropertyPlaces {
    let properties = skipProperties(of: event, from: start, to: bytes.count)
    if let tag = event.tag { report(.tag(tag), .warning, properties.tag) }
    return properties
  }

  private mutating func openSkipped(_ event: YAMLEvent) {
    let start = cursor.offset(ofScalar: event.startIndex)
    if let name = event.anchor { _ = anchors.define(name, .leftOut, at: ByteRange(at: start)) }
    if skipped == nil { startSkippingCollection(at: start) } else { skipped?.depth += 1 }
  }

  @inline(__always)
  mutating func closeCollection(_ event: YAMLEvent) {
    if skipped != nil { return closeSkipped(event) }
    guard let collection = open.popLast() else { return }
    var offset = lastEnd
    if collection.isFlow { offset = endOfFlow(event, isMapping: collection.isMapping) }
    end(collection.node, at: offset)
    if collection.isMapping { checkKeys(of: collection.node) }
    if let anchor = collection.anchor {
      let size = expandedCount - collection.expandedBefore
      anchors[anchor].target = .node(collection.node, size: size)
    }
  }

  private mutating func closeSkipped(_ event: YAMLEvent) {
    skipped?.depth -= 1
    // A block ends before the next token, a flow collection behind its bracket.
    let offset = cursor.offset(ofScalar: event.endIndex)
    let isBracket =
      offset > lastEnd
      && (bytes[offset - 1] == UInt8(ascii: "]")
        || bytes[offset - 1] == UInt8(ascii: "}"))
    skipPart(end: isBracket ? offset : lastEnd)
  }

  /// Behind the closing bracket; or the end of the last value, for the pair in `[key: value]`.
  private mutating func endOfFlow(_ event: YAMLEvent, isMapping: Bool) -> Int {
    let offset = cursor.offset(ofScalar: event.endIndex)
    let bracket = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    return offset > lastEnd && bytes[offset - 1] == bracket ? offset : lastEnd
  }

  /// Gives a collection its end and all nodes since its start as descendants.
  @inline(__always)
  mutating func end(_ node: UInt32, at offset: Int) {
    let index = Int(node)
    let end = max(Int(tree.nodes[index].start), offset)
    tree.nodes[index].end = UInt32(truncatingIfNeeded: end)
    tree.nodes[index].next = UInt32(truncatingIfNeeded: tree.nodes.count)
    lastEnd = max(lastEnd, end)
  }
}

// MARK: - Anchors and tags before a value

/// Where the anchor and the tag before a value stand.
struct PropertyPlaces {
  var anchor = ByteRange(at: 0)
  var tag = ByteRange(at: 0)
  /// The offset of the value itself.
  var end: Int
}

extension Composer {
  /// Steps over a value's `&anchor` and `!tag` with blanks, line breaks and comments around them, but
  /// not past `limit`.
  ///
  /// It takes only what the value has: the first key of a mapping may have an anchor of its own.
  func skipProperties(of event: YAMLEvent, from start: Int, to limit: Int) -> PropertyPlaces {
    var awaitsAnchor = event.hasAnchor
    var awaitsTag = event.hasTag
    var places = PropertyPlaces(end: start)
    var offset = start
    while offset < limit {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "&"), awaitsAnchor {
        awaitsAnchor = false
        places.anchor = propertyRange(offset, limit)
        offset = places.anchor.end
      } else if byte == UInt8(ascii: "!"), awaitsTag {
        awaitsTag = false
        places.tag = propertyRange(offset, limit)
        offset = places.tag.end
      } else if byte == UInt8(ascii: "#") {
        offset = min(limit, LineBreaks.lineEnd(in: bytes, from: offset))
      } else if isBlank(byte) {
        offset += 1
      } else {
        let length = LineBreaks.length(in: bytes, at: offset)
        if length == 0 { break }
        offset += length
      }
    }
    places.end = min(offset, limit)
    return places
  }

  /// The bytes of one anchor or tag, which end as libyaml ends them.
  private func propertyRange(_ start: Int, _ limit: Int) -> ByteRange {
    var end = start + 1
    if bytes[start] == UInt8(ascii: "&") {
      while end < limit, isNameByte(bytes[end]) { end += 1 }
    } else if end < limit, bytes[end] == UInt8(ascii: "<") {
      while end < limit, bytes[end - 1] != UInt8(ascii: ">") { end += 1 }
    } else {
      while end < limit, !isBlank(bytes[end]), bytes[end] != UInt8(ascii: ","),
        LineBreaks.length(in: bytes, at: end) == 0
      {
        end += 1
      }
    }
    return ByteRange(start, end)
  }

  /// Whether a byte can stand in the name of an anchor.
  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
