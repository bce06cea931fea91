import SourceText

extension Parser {
  // MARK: - Names

  /// Reads the name that a declaration gives; words of the language are refused.
  ///
  /// `plan` names the document and so is a name for schemas and records only.
  mutating func readName(of part: SyntaxProblem.Part) -> Name? {
    let token = current
    guard token.kind == .name else {
      fail(.name(part))
      return nil
    }
    let isDocument = token.word == .plan && (part == .record || part == .schema)
    if !isDocument, isRefused(token.word, as: part) {
      report(.reservedName(text(of: token), part), at: token.range)
      return nil
    }
    return takeName()
  }

  /// Takes the name at the cursor; `_` is for the spellings after `also` only.
  private mutating func takeName() -> Name {
    let token = current
    let written = text(of: token)
    if token.isMarked {
      let mended = String(written.map { $0 == "_" ? "-" : $0 })
      report(
        .underscoreInName(written: written, mended: mended), at: token.range, replacing: mended)
    }
    advance()
    return Name(written, token.range)
  }

  private func isRefused(_ word: Word, as part: SyntaxProblem.Part) -> Bool {
    guard word != .unknown else { return false }
    if Word.reserved.contains(word) { return true }
    switch part {
    case .choiceValue: return PhraseTable.shared.followsBe(word)
    case .field: return word == .open
    default: return false
    }
  }

  /// Reads a name that stands for something declared elsewhere.
  mutating func readReference(to part: SyntaxProblem.Part) -> Name? {
    let token = current
    guard token.kind == .name, token.word == .plan || !Word.reserved.contains(token.word) else {
      fail(.name(part))
      return nil
    }
    return takeName()
  }

  /// Steps to the end of a head; further words are told as a name written with spaces.
  mutating func expectHeadEnd(after name: Name) -> Bool {
    guard at(kind: .name), !at(.de) else { return expectEnd() }
    var words = [name.text]
    while at(kind: .name) {
      words.append(text(of: current))
      advance()
    }
    let mended = words.joined(separator: "-")
    let range = ByteRange(name.range.start, lastEnd)
    report(
      .nameWithSpaces(written: words.joined(separator: " "), mended: mended), at: range,
      replacing: mended)
    return false
  }

  /// Reads names joined by dots; after a dot every word is a name.
  mutating func readPath() -> PathSyntax? {
    let start = current
    guard at(kind: .name), isPathStart(start.word) else {
      fail(.path)
      return nil
    }
    let first = takeName()
    var further: [Name] = []
    while at(kind: .dot) {
      advance()
      guard at(kind: .name), Int(current.start) == lastEnd else {
        fail(.name(.field))
        return nil
      }
      further.append(takeName())
    }
    if further.isEmpty {
      return PathSyntax(names: PathSyntax.Names(first), range: first.range, text: first.text)
    }
    return PathSyntax(names: PathSyntax.Names(first, further), range: range(since: start))
  }

  private func isPathStart(_ word: Word) -> Bool {
    guard word != .unknown else { return true }
    switch word {
    case .plan, .earlier, .later, .previous: return true
    default: return !Word.reserved.contains(word)
    }
  }

  // MARK: - Texts and titles

  /// Reads one text in quotes.
  mutating func readText() -> StringLiteral? {
    guard at(kind: .string) else {
      fail(.text)
      return nil
    }
    let token = current
    advance()
    return StringLiteral(lexer.value(of: token), token.range)
  }

  /// Reads `"Title" de "Titel"` as far as it stands here; `de` is German only before a text.
  mutating func readTitle(_ title: inout Title, of part: SyntaxProblem.Part) -> Bool {
    while true {
      if at(kind: .string) {
        guard title.english == nil else { return repeated(part) }
        title.english = readText()
      } else if atGerman {
        advance()
        guard title.german == nil else { return repeated(.german) }
        title.german = readText()
      } else {
        return true
      }
    }
  }

  /// Tells that a part stands here for the second time; always false.
  @discardableResult
  mutating func repeated(_ part: SyntaxProblem.Part) -> Bool {
    report(.repeated(part), at: current.range)
    return false
  }

  /// Whether `de` and a text stand here.
  var atGerman: Bool { at(.de) && ahead(1).kind == .string }

  /// Reads `de "…"` on the line below, which belongs to the text above it.
  mutating func readGermanBelow(_ title: inout Title) {
    guard title.german == nil, let next = peekLine(), next.indent >= line.indent,
      nextLineIsGerman(next.content)
    else { return }
    let indent = line
    openLine()
    line.indent = indent.indent
    advance()
    title.german = readText()
    _ = expectEnd()
  }

  private func nextLineIsGerman(_ content: Int) -> Bool {
    let bytes = lexer.bytes
    guard content + 3 < bytes.count, bytes[content] == UInt8(ascii: "d"),
      bytes[content + 1] == UInt8(ascii: "e")
    else { return false }
    var index = content + 2
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.count else { return false }
    let isTypographic = bytes[index] == 0xE2 || bytes[index] == 0xC2
    return bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") || isTypographic
  }

  /// Reads a line of a block that holds nothing but a title.
  mutating func readTitleLine(_ title: inout Title, of part: SyntaxProblem.Part) {
    if readTitle(&title, of: part), expectEnd() { readGermanBelow(&title) }
  }

  /// Reads the title lines indented under the line that was just read.
  mutating func readTitleLines(
    _ title: inout Title, of part: SyntaxProblem.Part, deeperThan indent: Int
  ) {
    readGermanBelow(&title)
    readBlock(deeperThan: indent) { parser in
      if parser.at(kind: .string) || parser.atGerman {
        parser.readTitleLine(&title, of: part)
      } else {
        parser.fail(.text, .lineEnd)
      }
    }
  }

  /// Reads texts with commas between them, as far as they stand here.
  mutating func readTexts(into texts: inout [StringLiteral]) -> Bool {
    repeat {
      guard let text = readText() else { return false }
      texts.append(text)
    } while accept(kind: .comma)
    return true
  }

  /// Reads what stands after `also`: names, numbers or texts with commas between them.
  mutating func readAlso(into also: inout [StringLiteral]) -> Bool {
    repeat {
      switch current.kind {
      case .string:
        guard let text = readText() else { return false }
        also.append(text)
      case .name, .number, .date:
        let token = current
        advance()
        if at(kind: .dot) || at(kind: .sign), current.start == token.end {
          return tellQuotesNeeded(from: token)
        }
        also.append(StringLiteral(text(of: token), token.range))
      default:
        return fail(.listItem)
      }
    } while accept(kind: .comma)
    return true
  }

  /// Tells that a spelling with other signs than letters, digits and `-` stands in quotes.
  private mutating func tellQuotesNeeded(from first: Token) -> Bool {
    while !at(kind: .end), !at(kind: .comma), Int(current.start) == lastEnd { advance() }
    let range = range(since: first)
    let written = lexer.text(range.start, range.end)
    report(.quotesNeeded(written: written), at: range, replacing: "\"\(written)\"")
    return false
  }

  // MARK: - What the next line begins with

  /// Whether the next line stands at the margin and begins no declaration: it is told there.
  var isStrayLineNext: Bool {
    mutating get {
      guard let next = peekLine() else { return false }
      return next.indent == 0 && !Word.declarations.contains(word(at: next.content))
    }
  }

  /// The word that the line at `content` begins with.
  func word(at content: Int) -> Word {
    var end = content
    while end < lexer.bytes.count, Lexer.isASCIINameByte(lexer.bytes[end]) { end += 1 }
    return lexer.words.word(lexer.bytes, content, end)
  }
}
