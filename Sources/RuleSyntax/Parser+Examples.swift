import SourceText

/// How examples are written.
///
/// What the cases stand in follows `with`, behind `examples` or on a line of its own:
/// `committees a1, a2` lists ids, `plan { … }` and `previous { … }` hold YAML, `today 2027-01-01`
/// holds a value. Contexts are joined by `and` or by a comma; after a comma a word begins a new
/// context where `{` or another word follows it. Each case holds the element as YAML: to the end
/// of the line and on the lines indented under it, or only there.
extension Parser {
  /// Reads `examples`, its contexts and its cases.
  mutating func readExamples() -> ExamplesSyntax {
    let start = current
    let indent = line.indent
    var examples = ExamplesSyntax(contexts: [], cases: [], range: start.range)
    examples.cases.reserveCapacity(8)
    let problems = problemCount
    readContextTail(from: rawStart, &examples, indent: indent, mayHoldBlock: false)
    var column: Int?
    while let next = peekLine(), next.indent > indent {
      nextLine = nil
      line = next
      beginLine()
      if next.indent != column ?? next.indent, !next.hasTab {
        report(
          .wrongIndentation(found: next.indent, wanted: column ?? 0),
          at: ByteRange(next.content - next.indent, next.content),
          replacing: String(repeating: " ", count: column ?? 0))
      }
      column = column ?? next.indent
      readExampleLine(&examples)
    }
    if examples.cases.isEmpty, problemCount == problems {
      reportBlock(.missingBody(.examples, name: ""), at: start.range)
    }
    examples.range = range(from: Int(start.start))
    return examples
  }

  /// Reads a case, or a further `with` line.
  private mutating func readExampleLine(_ examples: inout ExamplesSyntax) {
    let end = endOfLine(line.content)
    offset = afterBreak(end)
    lastContent = trimmed(line.content, end)
    let word = rawWord(line.content, end)
    let indent = line.indent
    switch meaning(of: word) {
    case .with:
      readContextTail(from: line.content, &examples, indent: indent, mayHoldBlock: true)
    case .passes:
      readCase(.passes, word.end, end, &examples)
    case .fails:
      readCase(.fails, word.end, end, &examples)
    case .unclear:
      readCase(.unclear, word.end, end, &examples)
    case .does:
      var last = word
      for wanted in [Word.not, .apply] {
        last = rawWord(skipBlanks(last.end, end), end)
        guard meaning(of: last) == wanted else {
          failRaw([.code("does not apply")], at: last, end)
          _ = readRawBlock(deeperThan: indent)
          return
        }
      }
      readCase(.doesNotApply, last.end, end, &examples)
    default:
      reportUnknownCase(word, end)
      _ = readRawBlock(deeperThan: indent)
    }
  }

  /// Reads `at PATH` and the YAML of a case.
  private mutating func readCase(
    _ expectation: ExamplesSyntax.Expectation, _ start: Int, _ end: Int,
    _ examples: inout ExamplesSyntax
  ) {
    let indent = line.indent
    let head = line.content
    var index = skipBlanks(start, end)
    var field: PathSyntax?
    let word = rawWord(index, end)
    if meaning(of: word) == .at, expectation == .fails || expectation == .unclear {
      index = skipBlanks(word.end, end)
      guard let path = readRawPath(index, end) else {
        failRaw([.path], at: ByteRange(index, index), end)
        _ = readRawBlock(deeperThan: indent)
        return
      }
      field = path
      index = skipBlanks(path.range.end, end)
    }
    if index < end, lexer.bytes[index] == UInt8(ascii: ":") {
      failRaw([.yaml], at: ByteRange(index, index + 1), end)
      _ = readRawBlock(deeperThan: indent)
      return
    }
    guard let yaml = readYAML(index, end, deeperThan: indent) else {
      report(.missingExample, at: ByteRange(head, max(head + 1, trimmed(head, index))))
      return
    }
    checkFlow(yaml, deeperThan: indent)
    examples.cases.append(
      ExamplesSyntax.Case(
        expectation: expectation, field: consume field, yaml: yaml,
        range: ByteRange(head, yaml.end)))
  }

  /// The YAML from `index` to the line's end and on the lines under it; nil where there is none.
  private mutating func readYAML(_ index: Int, _ end: Int, deeperThan indent: Int) -> ByteRange? {
    let block = readRawBlock(deeperThan: indent)
    if isRawEnd(index, end) {
      takeRawComment(index, end)
      return block
    }
    let last = trimmed(index, end)
    return ByteRange(index, block?.end ?? last)
  }

  /// Checks that YAML which begins with a brace ends with it.
  private mutating func checkFlow(_ yaml: ByteRange, deeperThan indent: Int) {
    let bytes = lexer.bytes
    var start = yaml.start
    while start < yaml.end {
      let end = endOfLine(start)
      start = skipBlanks(start, end)
      guard isRawEnd(start, end) else { break }
      start = afterBreak(end)
    }
    guard start < yaml.end, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[")
    else { return }
    if let close = readFlow(start, deeperThan: indent) { checkFlowEnd(close, upTo: yaml.end) }
  }

  /// Steps over the lines indented deeper than `indent`, blank ones between them included.
  private mutating func readRawBlock(deeperThan indent: Int) -> ByteRange? {
    let bytes = lexer.bytes
    var block: ByteRange?
    var start = offset
    while start < bytes.count {
      var index = start
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      let isBlank = index >= bytes.count || bytes[index] == 10 || bytes[index] == 13
      if !isBlank, index - start <= indent { break }
      let end = endOfLine(index)
      if !isBlank {
        block = ByteRange(block?.start ?? start, trimmed(index, end))
        offset = afterBreak(end)
      }
      start = afterBreak(end)
    }
    if let block { lastContent = block.end }
    return block
  }

  // MARK: - Contexts

  /// Reads `with CONTEXT and CONTEXT` from `index` to the end of its line.
  private mutating func readContextTail(
    from start: Int, _ examples: inout ExamplesSyntax, indent: Int, mayHoldBlock: Bool
  ) {
    var end = endOfLine(start)
    var index = skipBlanks(start, end)
    guard !isRawEnd(index, end) else {
      takeRawComment(index, end)
      return
    }
    let word = rawWord(index, end)
    guard meaning(of: word) == .with else {
      failRaw([.code("with"), .lineEnd], at: word, end)
      return
    }
    index = word.end
    repeat {
      let name = rawWord(skipBlanks(index, end), end)
      guard !name.isEmpty else {
        failRaw([.name(.context)], at: name, end)
        return
      }
      guard let next = readContext(name, end, &examples, indent, mayHoldBlock) else { return }
      if next > end { end = endOfLine(next) }
      index = skipBlanks(next, end)
    } while stepOverJoin(&index, end)
    if isRawEnd(index, end) {
      takeRawComment(index, end)
    } else {
      failRaw([.code("and"), .code(","), .lineEnd], at: rawWord(index, end), end)
    }
  }

  private mutating func takeRawComment(_ index: Int, _ end: Int) {
    guard index < end else { return }
    lexer.comments.append(Comment(range: ByteRange(index, end), standsAlone: false))
  }

  /// Steps over `and`, `with` or a comma between two contexts.
  private func stepOverJoin(_ index: inout Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    if lexer.bytes[index] == UInt8(ascii: ",") {
      index += 1
      return true
    }
    let word = rawWord(index, end)
    let meaning = meaning(of: word)
    guard meaning == .and || meaning == .with else { return false }
    index = word.end
    return true
  }

  /// Reads one context; returns where it ends, nil where it could not be read.
  private mutating func readContext(
    _ name: ByteRange, _ end: Int, _ examples: inout ExamplesSyntax, _ indent: Int,
    _ mayHoldBlock: Bool
  ) -> Int? {
    var context = ExamplesSyntax.Context(
      name: Name(lexer.text(name.start, name.end), name), ids: [], yaml: nil)
    var index = skipBlanks(name.end, end)
    if index < end, lexer.bytes[index] == UInt8(ascii: "{") {
      guard let close = readFlow(index, deeperThan: indent) else {
        _ = readRawBlock(deeperThan: indent)
        return nil
      }
      context.yaml = ByteRange(index, close)
      index = close
      stepOverLines(to: close)
    } else if isRawEnd(index, end) {
      guard mayHoldBlock, let block = readRawBlock(deeperThan: indent) else {
        failRaw([.elementId, .yaml], at: ByteRange(index, index), end)
        return nil
      }
      context.yaml = block
    } else if meaning(of: name) == .today {
      let value = rawId(index, end)
      context.yaml = value
      index = value.end
    } else {
      index = readIds(&context, index, end)
    }
    examples.contexts.append(context)
    return index
  }

  /// Reads ids with commas between them, up to a comma that begins another context.
  private func readIds(
    _ context: inout ExamplesSyntax.Context, _ start: Int, _ end: Int
  ) -> Int {
    var index = start
    while true {
      let id = rawId(index, end)
      if id.isEmpty { return index }
      context.ids.append(Name(idText(id), id))
      index = skipBlanks(id.end, end)
      guard index < end, lexer.bytes[index] == UInt8(ascii: ",") else { return id.end }
      let next = skipBlanks(index + 1, end)
      if beginsContext(next, end) { return index }
      index = next
    }
  }

  /// Whether a word stands at `index` with `{` or another word right behind it.
  private func beginsContext(_ index: Int, _ end: Int) -> Bool {
    let word = rawWord(index, end)
    guard !word.isEmpty else { return false }
    let next = skipBlanks(word.end, end)
    guard next > word.end, !isRawEnd(next, end), lexer.bytes[next] != UInt8(ascii: ",") else {
      return next < end && lexer.bytes[next] == UInt8(ascii: "{")
    }
    let meaning = meaning(of: rawWord(next, end))
    return meaning != .and && meaning != .with
  }
}
