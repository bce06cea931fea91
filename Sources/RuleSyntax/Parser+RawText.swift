import SourceText

/// Reading in lines that hold YAML: on bytes, because tokens of the rule language mean nothing there.
extension Parser {
  /// The word of the language that a range spells.
  func meaning(of range: ByteRange) -> Word {
    lexer.words.word(lexer.bytes, range.start, range.end)
  }

  func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, lexer.bytes[index] == 0x20 || lexer.bytes[index] == 0x09 { index += 1 }
    return index
  }

  /// The end of `start ..< end` without the blanks at its end.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var last = end
    while last > start, lexer.bytes[last - 1] == 0x20 || lexer.bytes[last - 1] == 0x09 { last -= 1 }
    return last
  }

  /// Whether nothing but a comment stands from `index` on.
  func isRawEnd(_ index: Int, _ end: Int) -> Bool {
    index >= end || lexer.bytes[index] == UInt8(ascii: "#")
  }

  /// The letters, digits and inner dashes at `start`.
  func rawWord(_ start: Int, _ end: Int) -> ByteRange {
    ByteRange(start, lexer.endOfName(start, end))
  }

  /// Names joined by dots.
  func readRawPath(_ start: Int, _ end: Int) -> PathSyntax? {
    var first: Name?
    var further: [Name] = []
    var index = start
    while true {
      let word = rawWord(index, end)
      guard !word.isEmpty else { return nil }
      let name = Name(lexer.text(word.start, word.end), word)
      if first != nil { further.append(name) }
      let head = first ?? name
      first = head
      guard word.end < end, lexer.bytes[word.end] == UInt8(ascii: ".") else {
        return PathSyntax(
          names: PathSyntax.Names(head, further), range: ByteRange(start, word.end),
          text: further.isEmpty ? head.text : lexer.text(start, word.end))
      }
      index = word.end + 1
    }
  }

  /// An id: a text in quotes, or everything up to a blank or a comma.
  func rawId(_ start: Int, _ end: Int) -> ByteRange {
    var index = start
    let quote = start < end ? lexer.bytes[start] : 0
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < end, lexer.bytes[index] != quote { index += 1 }
      return ByteRange(start, min(index + 1, end))
    }
    while index < end {
      let byte = lexer.bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ",") { break }
      index += 1
    }
    return ByteRange(start, index)
  }

  /// The text of an id without its quotes.
  func idText(_ id: ByteRange) -> String {
    let quote = lexer.bytes[id.start]
    let isQuoted =
      (quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")) && id.count >= 2
      && lexer.bytes[id.end - 1] == quote
    return isQuoted ? lexer.text(id.start + 1, id.end - 1) : lexer.text(id.start, id.end)
  }

  /// Whether the line at `start` is blank or indented deeper than `indent`.
  func isDeeper(_ start: Int, than indent: Int) -> Bool {
    let end = endOfLine(start)
    let index = skipBlanks(start, end)
    return index == end || index - start > indent
  }

  /// Goes on after the line that `index` lies in.
  mutating func stepOverLines(to index: Int) {
    let end = endOfLine(index)
    offset = max(offset, afterBreak(end))
    lastContent = max(lastContent, index)
  }

  /// Tells what could stand here instead of what does.
  mutating func failRaw(_ expected: [SyntaxProblem.Expected], at range: ByteRange, _ end: Int) {
    var found = range
    if found.isEmpty, found.start < end {
      found = ByteRange(found.start, max(rawId(found.start, end).end, found.start + 1))
    }
    report(.unexpected(expected, found: lexer.text(found.start, found.end)), at: found)
  }
}
