import Diagnostics
import SourceText

/// A comment that stands alone, a logical line, or a line of examples.
struct FormatterItem {
  enum Content {
    case comment
    /// A line of the rule language, with the comments between its first and last token.
    case tokens([Token], comments: [Comment])
    /// `examples` with what its cases stand in, or a line of its own that begins with `with`.
    case contexts([ExamplesSyntax.Context], isHead: Bool)
    case example(ExamplesSyntax.Case)
    /// A line that the lexer reads the first word of only.
    case verbatim
  }

  var content: Content
  /// From the first byte after the indentation to the last one before blanks or a comment.
  var range: ByteRange
  /// The indentation as it is written, in bytes.
  var indent: Int
  /// The comment at the line's end.
  var comment: ByteRange?
  var firstLine: Int
  var lastLine: Int
  /// How deep the item stands; found after reading.
  var level = 0

  var isComment: Bool {
    if case .comment = content { return true }
    return false
  }

  /// The tokens of a line of the rule language; none for examples and comments.
  var tokens: [Token] {
    if case .tokens(let tokens, _) = content { return tokens }
    return []
  }

  /// Whether the line is `de "…"`.
  var isGermanAlone: Bool {
    tokens.count == 2 && tokens[0].word == .de && tokens[1].kind == .string
  }

  /// Whether the line is a text, or `why` or `say` with one, so that its German may stand below.
  var beginsText: Bool {
    guard let first = tokens.first else { return false }
    return first.kind == .string
      || (tokens.count > 1 && tokens[1].kind == .string && [.why, .say].contains(first.word))
  }
}

/// Takes a file without mistakes apart, line by line, as the parser did.
struct FormatterReader {
  private let file: SourceFile
  private let tree: RuleFile
  private var parser: Parser
  private var items: [FormatterItem] = []

  static func items(of tree: RuleFile, _ limits: Limits) -> [FormatterItem] {
    tree.file.bytes.withUnsafeBufferPointer { bytes in
      var reader = FormatterReader(tree, Parser(tree.file, bytes, limits))
      reader.readLines()
      reader.readComments()
      return reader.items.sorted { $0.range.start < $1.range.start }
    }
  }

  private init(_ tree: RuleFile, _ parser: Parser) {
    file = tree.file
    self.tree = tree
    self.parser = parser
  }

  private mutating func readLines() {
    var examples: [Int: ExamplesSyntax] = [:]
    for case .rule(let rule) in tree.declarations {
      if let found = rule.examples { examples[found.range.start] = found }
    }
    while let next = parser.peekLine() {
      parser.openLine()
      if let found = examples[next.content] {
        readExamples(found)
        parser.nextLine = nil
        parser.offset = parser.afterBreak(parser.endOfLine(found.range.end))
      } else if parser.rawStart < parser.endOfLine(parser.rawStart) {
        let end = parser.endOfLine(next.content)
        add(.verbatim, range: ByteRange(next.content, parser.trimmed(next.content, end)))
      } else {
        let tokens = parser.lexer.tokens.dropLast()
        add(.tokens(Array(tokens), comments: []), range: parser.range(from: next.content))
      }
    }
  }

  private mutating func add(_ content: FormatterItem.Content, range: ByteRange) {
    var start = range.start
    while start > 0, file.bytes[start - 1] == 0x20 || file.bytes[start - 1] == 0x09 { start -= 1 }
    items.append(
      FormatterItem(
        content: content, range: range, indent: range.start - start,
        firstLine: file.position(of: range.start).line, lastLine: file.position(of: range.end).line)
    )
  }

  // MARK: - Examples

  /// Adds the head of examples, their `with` lines and their cases.
  private mutating func readExamples(_ examples: ExamplesSyntax) {
    let start = examples.range.start
    let word = ByteRange(start, start + Word.examples.rawValue.utf8.count)
    var contexts = examples.contexts[...]
    readContexts(&contexts, from: word, isHead: true)
    while let first = contexts.first {
      var start = first.name.range.start
      while start > 0, file.bytes[start - 1] != 10, file.bytes[start - 1] != 13 { start -= 1 }
      let content = parser.skipBlanks(start, first.name.range.start)
      readContexts(&contexts, from: ByteRange(at: content), isHead: false)
    }
    for example in examples.cases { add(.example(example), range: example.range) }
  }

  /// Adds a line with the contexts that begin on it, or behind the YAML of one that does.
  private mutating func readContexts(
    _ contexts: inout ArraySlice<ExamplesSyntax.Context>, from word: ByteRange, isHead: Bool
  ) {
    var end = word.end
    var here: [ExamplesSyntax.Context] = []
    while let next = contexts.first, next.name.range.start < parser.endOfLine(end) {
      end = next.range.end
      here.append(next)
      contexts.removeFirst()
    }
    add(.contexts(here, isHead: isHead), range: ByteRange(word.start, end))
  }

  // MARK: - Comments

  /// Gives each comment to the line it stands in or behind; the others become items.
  private mutating func readComments() {
    items.sort { $0.range.start < $1.range.start }
    var alone: [ByteRange] = []
    var index = 0
    for comment in tree.comments.sorted(by: { $0.range.start < $1.range.start }) {
      while index + 1 < items.count, items[index + 1].range.start < comment.range.start {
        index += 1
      }
      let range = trimmed(comment.range)
      if index < items.count, items[index].range.contains(range.start) {
        if case .tokens(let tokens, let comments) = items[index].content {
          let kept = Comment(range: range, standsAlone: comment.standsAlone)
          items[index].content = .tokens(tokens, comments: comments + [kept])
        }
      } else if comment.standsAlone {
        alone.append(range)
      } else {
        items[index].comment = range
      }
    }
    for range in alone { add(.comment, range: range) }
  }

  private func trimmed(_ range: ByteRange) -> ByteRange {
    ByteRange(range.start, parser.trimmed(range.start, range.end))
  }
}

extension ExamplesSyntax.Context {
  /// From the name to the last id or the end of the YAML.
  var range: ByteRange {
    ByteRange(name.range.start, yaml?.end ?? ids.last?.range.end ?? name.range.end)
  }
}
