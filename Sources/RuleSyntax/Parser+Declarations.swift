import SourceText

extension Parser {
  // MARK: - The file

  mutating func readFile() {
    if let byte = lexer.firstInvalidByte() {
      report(.invalidUTF8, at: ByteRange(byte, byte + 1))
    }
    while let next = peekLine() {
      openLine()
      if next.indent > 0, !next.hasTab {
        report(
          .wrongIndentation(found: next.indent, wanted: 0),
          at: ByteRange(next.content - next.indent, next.content), replacing: "")
      }
      let before = tree.declarations.count
      readDeclaration()
      if tree.declarations.count == before { skipBlock(deeperThan: next.indent) }
    }
  }

  private mutating func readDeclaration() {
    switch current.word {
    case .schema: if let made = readSchema() { append(.schema(made)) }
    case .choice: if let made = readChoice(isExtension: false) { append(.choice(made)) }
    case .record: if let made = readRecord(isExtension: false) { append(.record(consume made)) }
    case .extend: readExtension()
    case .placeholder: if let made = readPlaceholder() { append(.placeholder(made)) }
    case .notation: if let made = readNotation() { append(.notation(made)) }
    case .words: if let made = readWords() { append(.words(made)) }
    case .setting: if let made = readSetting() { append(.setting(made)) }
    case .rule: if let made = readRule() { append(.rule(consume made)) }
    case .table: if let made = readTable() { append(.table(consume made)) }
    case .pack: if let made = readPack() { append(.pack(made)) }
    case .report: if let made = readReport() { append(.report(made)) }
    default: reportUnknownDeclaration()
    }
  }

  private mutating func append(_ declaration: Declaration) {
    tree.declarations.append(declaration)
  }

  private mutating func readExtension() {
    switch ahead(1).word {
    case .choice:
      advance()
      if let made = readChoice(isExtension: true) { append(.choice(made)) }
    case .record:
      advance()
      if let made = readRecord(isExtension: true) { append(.record(consume made)) }
    default:
      advance()
      fail(.code("choice"), .code("record"))
    }
  }

  // MARK: - Named parts

  /// `placeholder "k. A.", "N.N."`, also on lines under it.
  private mutating func readPlaceholder() -> PlaceholderDeclaration? {
    let start = current
    let indent = line.indent
    var texts: [StringLiteral] = []
    advance()
    guard readTextList(&texts, deeperThan: indent) else { return nil }
    if texts.isEmpty { reportBlock(.missingBody(.placeholder, name: ""), at: start.range) }
    return PlaceholderDeclaration(texts: texts, range: range(from: Int(start.start)))
  }

  /// `notation paper-reference "9999/9999", "9999/9999 'N'9"`, also on lines under it.
  private mutating func readNotation() -> NotationDeclaration? {
    let start = current
    let indent = line.indent
    advance()
    guard let name = readName(of: .notation) else { return nil }
    if at(kind: .name), !expectHeadEnd(after: name) { return nil }
    var patterns: [StringLiteral] = []
    guard readTextList(&patterns, deeperThan: indent) else { return nil }
    if patterns.isEmpty { reportBlock(.missingBody(.notation, name: name.text), at: name.range) }
    return NotationDeclaration(
      name: name, patterns: patterns, range: range(from: Int(start.start)))
  }

  /// Reads texts to the line's end and on the lines under it.
  private mutating func readTextList(_ texts: inout [StringLiteral], deeperThan indent: Int) -> Bool
  {
    if !at(kind: .end) {
      guard readTexts(into: &texts), expectEnd() else { return false }
    }
    readBlock(deeperThan: indent) { parser in
      _ = parser.readTexts(into: &texts) && parser.expectEnd()
    }
    return true
  }

  /// `words vague-verbs de "prüf*", "abhängig von" en "consider*"`, also on lines under it.
  private mutating func readWords() -> WordsDeclaration? {
    let start = current
    let indent = line.indent
    advance()
    guard let name = readName(of: .words) else { return nil }
    if at(kind: .name), !atGerman, !(at(.en) && ahead(1).kind == .string),
      !expectHeadEnd(after: name)
    {
      return nil
    }
    var words = WordsDeclaration(
      name: name, entries: [], german: [], english: [], range: start.range)
    guard readEntries(&words) else { return nil }
    readBlock(deeperThan: indent) { parser in _ = parser.readEntries(&words) }
    if words.entries.isEmpty, words.german.isEmpty, words.english.isEmpty {
      reportBlock(.missingBody(.words, name: name.text), at: name.range)
    }
    words.range = range(from: Int(start.start))
    return words
  }

  /// Reads entries to the line's end; a language holds until another one is named.
  private mutating func readEntries(_ words: inout WordsDeclaration) -> Bool {
    var language = Word.unknown
    while !at(kind: .end) {
      if at(.de) || at(.en) {
        language = current.word
        advance()
      }
      guard let text = readText() else { return false }
      switch language {
      case .de: words.german.append(text)
      case .en: words.english.append(text)
      default: words.entries.append(text)
      }
      if accept(kind: .comma) {
        if at(kind: .end) { return fail(.text) }
      } else if !at(kind: .end), !at(.de), !at(.en) {
        return fail(.code(","), .code("de"), .code("en"), .lineEnd)
      }
    }
    return true
  }

  /// `setting most-indicators whole number 5 "Indicators per goal"`; in a rule or on its own.
  ///
  /// A single text is the title. A setting of texts or identifiers with a default has two: the
  /// default, then the title.
  mutating func readSetting() -> SettingDeclaration? {
    let start = current
    let indent = line.indent
    advance()
    guard let name = readName(of: .setting), var type = readType() else { return nil }
    if at(kind: .comma), ahead(1).word == .open, let opened = type.opened {
      type = opened
      advance()
      advance()
    }
    var value: ExpressionSyntax?
    let hasTextValue = at(kind: .string) && ahead(1).kind == .string
    if hasTextValue || !(at(kind: .end) || at(kind: .string) || atGerman) {
      guard let expression = readExpression() else { return nil }
      value = expression
    }
    var title = Title()
    guard readTitle(&title, of: .title), expectEnd(or: .text) else { return nil }
    readTitleLines(&title, of: .title, deeperThan: indent)
    return SettingDeclaration(
      name: name, type: type, value: value, title: title, range: range(from: Int(start.start)))
  }
}
