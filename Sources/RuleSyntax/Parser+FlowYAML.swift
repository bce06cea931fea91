import SourceText

/// Where YAML in braces ends: what stands in texts and comments closes nothing.
extension Parser {
  /// Reads the `{ … }` or `[ … ]` at `start`, on its line and on lines indented deeper than
  /// `indent`; returns the byte after it, nil and told where it is not closed.
  mutating func readFlow(_ start: Int, deeperThan indent: Int) -> Int? {
    let bytes = lexer.bytes
    var open: [Int] = []
    var before: UInt8 = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let last = open.last, Self.closes(byte, bytes[last]) else {
          tellOtherCloser(at: index, open)
          return nil
        }
        open.removeLast()
        if open.isEmpty { return index + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard Self.opensText(after: before) else { break }
        guard let end = endOfFlowText(index, deeperThan: indent) else {
          report(.unclosedBrace(lexer.text(index, index + 1)), at: ByteRange(index, index + 1))
          return nil
        }
        index = end - 1
      case UInt8(ascii: "#") where bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09:
        index = endOfLine(index)
        continue
      case 10, 13:
        let next = afterBreak(index)
        guard isDeeper(next, than: indent) else {
          tellUnclosed(open)
          return nil
        }
        index = next
        continue
      default: break
      }
      if byte > 0x20 { before = byte }
      index += 1
    }
    tellUnclosed(open)
    return nil
  }

  /// Tells what stands behind a closed brace, on its line or on lines under it, beside comments.
  mutating func checkFlowEnd(_ close: Int, upTo last: Int) {
    var index = close
    while index < last {
      let end = endOfLine(index)
      index = skipBlanks(index, end)
      if !isRawEnd(index, end) {
        failRaw([.lineEnd], at: ByteRange(index, trimmed(index, end)), end)
        return
      }
      index = afterBreak(end)
    }
  }

  private mutating func tellUnclosed(_ open: [Int]) {
    guard let last = open.last else { return }
    report(.unclosedBrace(lexer.text(last, last + 1)), at: ByteRange(last, last + 1))
  }

  /// Tells the brace that another one's end leaves open, or an end that nothing began.
  private mutating func tellOtherCloser(at index: Int, _ open: [Int]) {
    let bytes = lexer.bytes
    if open.contains(where: { Self.closes(bytes[index], bytes[$0]) }) {
      tellUnclosed(open)
    } else if let last = open.last {
      let wanted = bytes[last] == UInt8(ascii: "{") ? "}" : "]"
      failRaw([.code(wanted)], at: ByteRange(index, index + 1), endOfLine(index))
    }
  }

  private static func closes(_ byte: UInt8, _ opening: UInt8) -> Bool {
    (byte == UInt8(ascii: "}")) == (opening == UInt8(ascii: "{"))
  }

  /// Whether a quote begins a text there: elsewhere it is an apostrophe.
  private static func opensText(after byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// The byte after the text in quotes at `start`, which may go on on deeper lines; nil where
  /// nothing closes it.
  private func endOfFlowText(_ start: Int, deeperThan indent: Int) -> Int? {
    let bytes = lexer.bytes
    let quote = bytes[start]
    let isDouble = quote == UInt8(ascii: "\"")
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case quote:
        let isDoubled = !isDouble && index + 1 < bytes.count && bytes[index + 1] == quote
        guard isDoubled else { return index + 1 }
        index += 2
      case UInt8(ascii: "\\") where isDouble && index + 1 < bytes.count && bytes[index + 1] > 0x20:
        index += 2
      case 10, 13:
        index = afterBreak(index)
        guard isDeeper(index, than: indent) else { return nil }
      default: index += 1
      }
    }
    return nil
  }
}
