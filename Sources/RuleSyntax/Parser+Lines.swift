import SourceText

extension Parser {
  // MARK: - Lines

  /// The next line that holds more than blanks and a comment; nil at the end of the file.
  mutating func peekLine() -> Line? {
    if let nextLine { return nextLine }
    let bytes = lexer.bytes
    while offset < bytes.count {
      let start = offset
      var index = start
      var tabs = 0
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 {
        if bytes[index] == 0x09 { tabs += 1 }
        index += 1
      }
      guard index < bytes.count else {
        offset = index
        return nil
      }
      switch bytes[index] {
      case 10, 13:
        offset = afterBreak(index)
      case UInt8(ascii: "#"):
        let end = endOfLine(index)
        lexer.comments.append(Comment(range: ByteRange(index, end), standsAlone: true))
        offset = afterBreak(end)
      default:
        if tabs > 0 { tabIndentations.append(ByteRange(start, index)) }
        nextLine = Line(content: index, indent: index - start + tabs, hasTab: tabs > 0)
        return nextLine
      }
    }
    return nil
  }

  /// Cuts the next line into tokens, with the lines that a comma at its end joins to it.
  mutating func openLine() {
    guard let next = peekLine() else { return }
    line = next
    beginLine()
    lexer.tokens.removeAll(keepingCapacity: true)
    cursor = 0
    readTokens(from: next.content)
    while lexer.tokens.last?.kind == .comma, let more = peekLine(), more.indent > line.indent {
      readTokens(from: more.content)
    }
    let end = lexer.tokens.last.map { Int($0.end) } ?? line.content
    lexer.tokens.append(Token(.end, end, end))
    lastContent = end
    if !lexer.problems.isEmpty { tellLexicalProblems() }
  }

  private mutating func readTokens(from content: Int) {
    nextLine = nil
    let end = endOfLine(content)
    rawStart = lexer.readLine(content, end)
    offset = afterBreak(end)
  }

  private mutating func tellLexicalProblems() {
    for found in lexer.problems {
      report(found.problem, at: found.range, replacing: found.replacement)
    }
    lexer.problems.removeAll(keepingCapacity: true)
  }

  /// The first line break at or after `index`, or the end of the file.
  func endOfLine(_ index: Int) -> Int { lexer.endOfLine(index) }

  /// The first byte after the line break at `end`.
  func afterBreak(_ end: Int) -> Int {
    let bytes = lexer.bytes
    guard end < bytes.count else { return end }
    return bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? end + 2 : end + 1
  }

  // MARK: - Blocks

  /// Reads each line indented deeper than `parent`; a line in another column than the first is
  /// told once and read all the same. What stands under a line with a problem is left out, as far
  /// as the line did not read it.
  mutating func readBlock(deeperThan parent: Int, _ readLine: (inout Parser) -> Void) {
    var column: Int?
    var tolerated: Int?
    while let next = peekLine(), next.indent > parent {
      openLine()
      if let column {
        if next.indent != column, next.indent != tolerated, !next.hasTab {
          report(
            .wrongIndentation(found: next.indent, wanted: column),
            at: ByteRange(next.content - next.indent, next.content),
            replacing: String(repeating: " ", count: column))
          tolerated = next.indent
        }
      } else {
        column = next.indent
      }
      let problems = problemCount
      readLine(&self)
      if problemCount != problems { skipBlock(deeperThan: next.indent) }
    }
  }

  /// Leaves out each line indented deeper than `parent`.
  mutating func skipBlock(deeperThan parent: Int) {
    while let next = peekLine(), next.indent > parent {
      nextLine = nil
      offset = afterBreak(endOfLine(next.content))
    }
  }

  /// Whether the next line is indented deeper than `parent`.
  mutating func hasBlock(deeperThan parent: Int) -> Bool {
    guard let next = peekLine() else { return false }
    return next.indent > parent
  }

  /// The range from `start` to the end of the line that was read last.
  func range(from start: Int) -> ByteRange { ByteRange(start, lastContent) }

  // MARK: - Tokens

  var current: Token { lexer.tokens[cursor] }

  /// The token `count` places ahead, or the end of the line.
  func ahead(_ count: Int) -> Token {
    lexer.tokens[min(cursor + count, lexer.tokens.count - 1)]
  }

  mutating func advance() {
    if cursor + 1 < lexer.tokens.count { cursor += 1 }
  }

  func at(_ word: Word) -> Bool { lexer.tokens[cursor].word == word }

  func at(kind: Token.Kind) -> Bool { lexer.tokens[cursor].kind == kind }

  /// Whether the two words stand here in this order.
  func at(_ first: Word, _ second: Word) -> Bool {
    lexer.tokens[cursor].word == first && ahead(1).word == second
  }

  func at(_ first: Word, _ second: Word, _ third: Word) -> Bool {
    at(first, second) && ahead(2).word == third
  }

  mutating func accept(_ word: Word) -> Bool {
    guard at(word) else { return false }
    advance()
    return true
  }

  mutating func accept(kind: Token.Kind) -> Bool {
    guard at(kind: kind) else { return false }
    advance()
    return true
  }

  mutating func expect(_ word: Word) -> Bool { accept(word) || fail(.code(word.rawValue)) }

  /// Steps over words that must stand here.
  mutating func expect(_ words: Word...) -> Bool {
    for word in words {
      guard accept(word) else {
        return fail(.code(words.map(\.rawValue).joined(separator: " ")))
      }
    }
    return true
  }

  /// Steps to the end of the line, which must be here.
  mutating func expectEnd(or others: SyntaxProblem.Expected...) -> Bool {
    at(kind: .end) || fail(others + [.lineEnd])
  }

  /// The text of a token as it is written.
  func text(of token: Token) -> String { lexer.text(Int(token.start), Int(token.end)) }

  /// The end of the token before the cursor.
  var lastEnd: Int { cursor > 0 ? Int(lexer.tokens[cursor - 1].end) : line.content }

  /// The range from a token's start to the end of the token before the cursor.
  func range(since start: Token) -> ByteRange { ByteRange(Int(start.start), lastEnd) }

  // MARK: - Failing

  /// Tells what could stand here instead of what does; always false.
  @discardableResult
  mutating func fail(_ expected: SyntaxProblem.Expected...) -> Bool { fail(expected) }

  @discardableResult
  mutating func fail(_ expected: [SyntaxProblem.Expected]) -> Bool {
    if reportHabit() { return false }
    let found = current.kind == .end ? "" : text(of: current)
    report(.unexpected(expected, found: found), at: current.range)
    return false
  }
}
