import SourceText

extension Lexer {
  /// Reads a text in `"…"`; the escapes are `\"`, `\\` and `\n`.
  mutating func readString(_ start: Int, _ end: Int) -> Int {
    var index = start + 1
    var token = Token(.string, start, end)
    let quote = bytes.firstPlace(of: UInt8(ascii: "\""), from: index, to: end)
    if quote < end,
      bytes.firstPlace(of: UInt8(ascii: "\\"), from: index, to: quote) == quote
    {
      token.end = Int32(truncatingIfNeeded: quote + 1)
      tokens.append(token)
      return quote + 1
    }
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        token.end = Int32(truncatingIfNeeded: index + 1)
        tokens.append(token)
        return index + 1
      }
      if byte == UInt8(ascii: "\\") {
        token.isMarked = true
        index = readEscape(index, end)
      } else {
        index += 1
      }
    }
    token.closing = 0
    if let earlier = unclosedBefore(start) {
      tell(.unclosedText, Int(earlier.start), Int(earlier.end))
    } else {
      tell(.unclosedText, start, end)
    }
    tokens.append(token)
    return end
  }

  /// The text that a name follows without a blank: most likely the one that was not closed.
  private func unclosedBefore(_ start: Int) -> Token? {
    guard tokens.count >= 2 else { return nil }
    for index in 0..<tokens.count - 1
    where tokens[index].kind == .string && tokens[index + 1].start == tokens[index].end {
      return tokens[index]
    }
    return nil
  }

  private mutating func readEscape(_ index: Int, _ end: Int) -> Int {
    guard index + 1 < end else { return end }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"):
      return index + 2
    default:
      let length = scalar(index + 1, end)?.1 ?? 1
      let written = text(index, index + 1 + length)
      tell(.unknownEscape(written: written), index, index + 1 + length, "\\" + written)
      return index + 1 + length
    }
  }

  /// Reads a text in quotes of another kind, such as `„…“` or `'…'`; nil where none begins.
  mutating func readForeignText(_ start: Int, _ end: Int) -> Int? {
    guard let (opening, length) = scalar(start, end), Self.quotes.contains(opening) else {
      return nil
    }
    var index = start + length
    while index < end {
      guard let (closing, closingLength) = scalar(index, end) else {
        index += 1
        continue
      }
      let isClosing =
        opening == "'" ? closing == "'" : closing != "'" && Self.quotes.contains(closing)
      if isClosing || (closing == "\"" && opening != "'") {
        appendForeignText(start, length, index, closingLength)
        return index + closingLength
      }
      index += closingLength
    }
    if opening == "'" { return nil }
    var token = Token(.string, start, end)
    token.opening = UInt8(length)
    token.closing = 0
    tokens.append(token)
    tell(.unclosedText, start, end)
    return end
  }

  private mutating func appendForeignText(
    _ start: Int, _ opening: Int, _ close: Int, _ closing: Int
  ) {
    var token = Token(.string, start, close + closing)
    token.opening = UInt8(opening)
    token.closing = UInt8(closing)
    tokens.append(token)
    let content = text(start + opening, close)
    let isPlain = !content.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    tell(
      .otherQuotes(opening: text(start, start + opening)), start, close + closing,
      isPlain ? "\"\(content)\"" : nil)
  }

  private static let quotes: [Unicode.Scalar] = ["„", "“", "”", "«", "»", "‚", "‘", "’", "'"]

  /// The value of a string token, without quotes and escapes.
  func value(of token: Token) -> String {
    let start = Int(token.start) + Int(token.opening)
    let end = max(start, Int(token.end) - Int(token.closing))
    guard token.isMarked else { return text(start, end) }
    var unescaped: [UInt8] = []
    var index = start
    while index < end {
      var byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < end {
        let next = bytes[index + 1]
        if next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") || next == UInt8(ascii: "n") {
          byte = next == UInt8(ascii: "n") ? 10 : next
          index += 1
        }
      }
      unescaped.append(byte)
      index += 1
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  // MARK: - Signs

  /// Reads one sign, or what is neither letter, digit nor sign.
  mutating func readSign(_ start: Int, _ end: Int) -> Int {
    if let kind = Self.kinds[Int(bytes[start])] {
      tokens.append(Token(kind, start, start + 1))
      return start + 1
    }
    if bytes[start] == UInt8(ascii: "'") || bytes[start] >= 0x80,
      let next = readForeignText(start, end)
    {
      return next
    }
    if bytes[start] >= 0x80 { return readOther(start, end) }
    if Self.isComparing(bytes[start]) {
      var index = start + 1
      while index < end, index < start + 3, Self.isComparing(bytes[index]) { index += 1 }
      tokens.append(Token(.sign, start, index))
      return index
    }
    if bytes[start] < 0x20 || bytes[start] == 0x7F {
      tell(.invisibleCharacter(code: UInt32(bytes[start])), start, start + 1, "")
      return start + 1
    }
    if bytes[start] == UInt8(ascii: "_") { return readName(start, end) }
    tokens.append(Token(.sign, start, start + 1))
    return start + 1
  }

  /// Reads a character beyond ASCII that begins no text.
  private mutating func readOther(_ start: Int, _ end: Int) -> Int {
    guard nameLength(start, end) == 0, let (scalar, length) = scalar(start, end) else {
      return readName(start, end)
    }
    switch scalar.value {
    case 0x20AC:
      tokens.append(Token(.euro, start, start + length))
    case 0xA0, 0x202F, 0x2007, 0x2009:
      tell(.invisibleCharacter(code: scalar.value), start, start + length, " ")
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF:
      tell(.invisibleCharacter(code: scalar.value), start, start + length, "")
    default:
      tokens.append(Token(.sign, start, start + length))
    }
    return start + length
  }

  private static func isComparing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"),
      UInt8(ascii: "&"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  private static let kinds: [Token.Kind?] = {
    var kinds = [Token.Kind?](repeating: nil, count: 256)
    kinds[Int(UInt8(ascii: ","))] = .comma
    kinds[Int(UInt8(ascii: "."))] = .dot
    kinds[Int(UInt8(ascii: ":"))] = .colon
    kinds[Int(UInt8(ascii: "+"))] = .plus
    kinds[Int(UInt8(ascii: "-"))] = .minus
    kinds[Int(UInt8(ascii: "*"))] = .times
    kinds[Int(UInt8(ascii: "%"))] = .percent
    kinds[Int(UInt8(ascii: "("))] = .openParenthesis
    kinds[Int(UInt8(ascii: ")"))] = .closeParenthesis
    return kinds
  }()
}
