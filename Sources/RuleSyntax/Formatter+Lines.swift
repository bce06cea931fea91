import SourceText

/// How the words of a line stand beside each other, and where a long line is broken.
extension Formatter {
  /// Tokens in the one spacing.
  func text(_ tokens: some Sequence<Token>) -> String {
    var text = ""
    var last: Token?
    for token in tokens {
      if let last, Self.isSpaced(last, token) { text += " " }
      text += written(token)
      last = token
    }
    return text
  }

  private static func isSpaced(_ left: Token, _ right: Token) -> Bool {
    switch right.kind {
    case .comma, .colon, .dot, .closeParenthesis: return false
    default: break
    }
    switch left.kind {
    case .dot, .openParenthesis: return false
    case .minus: return right.start != left.end  // else it is the sign of a number
    default: return true
    }
  }

  private func written(_ token: Token) -> String {
    if let form = forms.spelling(of: token) { return form }
    let text = file.text(token.range)
    guard token.kind == .number else { return text }
    return String(text.map { $0.isWhitespace ? " " : $0 })
  }

  func indentation(_ item: FormatterItem) -> String {
    String(repeating: " ", count: 2 * item.level)
  }

  /// The lines of an item that stands in no columns.
  func lines(of item: FormatterItem) -> [String] {
    let indent = indentation(item)
    switch item.content {
    case .comment, .verbatim: return [indent + file.text(item.range)]
    case .contexts(let contexts, let isHead): return lines(of: contexts, isHead, item)
    case .example(let example): return lines(of: example, at: 0, item)
    case .tokens(let tokens, let comments):
      guard comments.isEmpty else {
        return brokenLines(tokens, comments, head: nil, item)
      }
      if tokens.count > 2, tokens[0].kind == .string, tokens[1].word == .de {
        return ended([indent + text(tokens[..<1]) + "  " + text(tokens[1...])], item)
      }
      return ended(wrapped(tokens, indent), item)
    }
  }

  /// Puts the comment at the end of an item's lines.
  func ended(_ lines: [String], _ item: FormatterItem) -> [String] {
    guard let comment = item.comment, let last = lines.last else { return lines }
    return lines.dropLast() + [last + "  " + file.text(comment)]
  }

  /// Breaks a line after the commas that are the last to fit.
  private func wrapped(_ tokens: [Token], _ indent: String) -> [String] {
    let whole = indent + text(tokens)
    if whole.count <= Self.width { return [whole] }
    let deeper = indent + String(repeating: " ", count: Self.continuation)
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for piece in pieces(tokens) {
      if !isEmpty, line.count + 1 + piece.count > Self.width {
        lines.append(line)
        line = deeper
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + piece
      isEmpty = false
    }
    return lines + [line]
  }

  /// The parts of a line, each with the comma at its end.
  private func pieces(_ tokens: [Token]) -> [String] {
    var pieces: [String] = []
    var start = 0
    for index in tokens.indices where tokens[index].kind == .comma || index == tokens.count - 1 {
      pieces.append(text(tokens[start...index]))
      start = index + 1
    }
    return pieces
  }

  /// A line with comments inside, which keeps its line breaks; `head` is its first line in columns.
  func brokenLines(
    _ tokens: [Token], _ comments: [Comment], head: String?, _ item: FormatterItem
  ) -> [String] {
    let deeper = indentation(item) + String(repeating: " ", count: Self.continuation)
    var lines: [String] = []
    var rest = comments[...]
    for piece in physicalLines(tokens) {
      while let next = rest.first, next.range.start < Int(piece[0].start) {
        rest.removeFirst()
        if next.standsAlone {
          lines.append(deeper + file.text(next.range))
        } else {
          lines[lines.count - 1] += "  " + file.text(next.range)
        }
      }
      let first = head ?? indentation(item) + text(piece)
      lines.append(lines.isEmpty ? first : deeper + text(piece))
    }
    return ended(lines, item)
  }

  /// The tokens of each line of the file that a logical line takes.
  func physicalLines(_ tokens: [Token]) -> [[Token]] {
    var lines: [[Token]] = []
    for token in tokens {
      if let last = lines.last?.last, !hasBreak(Int(last.end), Int(token.start)) {
        lines[lines.count - 1].append(token)
      } else {
        lines.append([token])
      }
    }
    return lines
  }

  func hasBreak(_ start: Int, _ end: Int) -> Bool {
    file.bytes[start..<end].contains { $0 == 10 || $0 == 13 }
  }
}
