import SourceText

/// What the lexer could not read as it stands, with the edit that mends it where that is certain.
struct LexicalProblem {
  var problem: SyntaxProblem
  var range: ByteRange
  var replacement: String?
}

/// Cuts lines into tokens, one line at a time, on bytes.
///
/// The parser asks for a line only when it knows that the line is written in the rule language:
/// the YAML of examples is never cut. What cannot be read is told once and read as what it was
/// most likely meant to be, so that the parser can go on.
struct Lexer {
  let bytes: UnsafeBufferPointer<UInt8>
  let words = WordTable.shared
  private let hasCarriageReturns: Bool
  var tokens: [Token] = []
  var comments: [Comment] = []
  var problems: [LexicalProblem] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    hasCarriageReturns = bytes.firstPlace(of: 13, from: 0, to: bytes.count) < bytes.count
    tokens.reserveCapacity(64)
  }

  /// Appends the tokens of `start ..< end`, which holds no line break, and the comment at its end.
  ///
  /// After a first word `examples` it stops, because YAML may follow; it returns where it stopped.
  mutating func readLine(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09:
        index += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        index = readName(index, end)
        if tokens.count == 1, tokens[0].word == .examples, !isUsedAsName(index, end) {
          return index
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        index = readNumber(index, end)
      case UInt8(ascii: "\""):
        index = readString(index, end)
      case UInt8(ascii: "#"):
        comments.append(Comment(range: ByteRange(index, end), standsAlone: false))
        return end
      default:
        index = readSign(index, end)
      }
    }
    return end
  }

  /// Whether `.` or `must` follows: `examples must be stated` speaks of a field.
  private func isUsedAsName(_ index: Int, _ end: Int) -> Bool {
    if index < end, bytes[index] == UInt8(ascii: ".") { return true }
    var next = index
    while next < end, bytes[next] == 0x20 { next += 1 }
    return next + 4 <= end && words.word(bytes, next, next + 4) == .must
  }

  // MARK: - Names

  /// Reads letters, digits, `_` and `-` between two of them.
  mutating func readName(_ start: Int, _ end: Int) -> Int {
    let index = endOfName(start, end)
    var token = Token(.name, start, index)
    token.word = words.word(bytes, start, index)
    if token.word == .unknown {
      token.isMarked =
        bytes.firstPlace(of: UInt8(ascii: "_"), from: start, to: index) < index
    }
    tokens.append(token)
    return index
  }

  /// The end of the letters, digits, `_` and inner `-` that begin at `start`.
  @inline(__always)
  func endOfName(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      if Self.isASCIINameByte(byte) {
        index &+= 1
      } else if byte == UInt8(ascii: "-"), index > start, nameLength(index &+ 1, end) > 0 {
        index &+= 1
      } else if byte >= 0x80 {
        let length = nameLength(index, end)
        if length == 0 { break }
        index &+= length
      } else {
        break
      }
    }
    return index
  }

  @inline(__always)
  static func isASCIINameByte(_ byte: UInt8) -> Bool {
    // A bit for each of the first 64 bytes, and of those behind them.
    let bits: UInt64 = byte & 0x40 == 0 ? 0x03FF_0000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return byte < 0x80 && bits >> UInt64(byte & 0x3F) & 1 == 1
  }

  /// How many bytes the letter or digit at `index` takes; 0 where none stands there.
  ///
  /// A byte that is not UTF-8 counts as a letter: it was one before the file was damaged.
  @inline(__always)
  func nameLength(_ index: Int, _ end: Int) -> Int {
    guard index < end else { return 0 }
    if bytes[index] < 0x80 { return Self.isASCIINameByte(bytes[index]) ? 1 : 0 }
    return lengthBeyondASCII(index, end)
  }

  /// Apart from the rest, which is what nearly all names need.
  @inline(never)
  private func lengthBeyondASCII(_ index: Int, _ end: Int) -> Int {
    guard let (scalar, length) = scalar(index, end) else { return 1 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return length
    default:
      return 0
    }
  }

  // MARK: - Bytes

  /// The first byte that is not UTF-8.
  func firstInvalidByte() -> Int? {
    var index = bytes.firstPlaceBeyondASCII(from: 0)
    while index < bytes.count {
      guard let length = scalar(index, bytes.count)?.1 else { return index }
      index = bytes.firstPlaceBeyondASCII(from: index + length)
    }
    return nil
  }

  /// The first line break at or after `index`, or the end of the file.
  func endOfLine(_ index: Int) -> Int {
    let end = bytes.firstPlace(of: 10, from: index, to: bytes.count)
    return hasCarriageReturns ? bytes.firstPlace(of: 13, from: index, to: end) : end
  }

  /// The scalar at `index` and its length; nil where the bytes are not UTF-8.
  func scalar(_ index: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, index + length <= end else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= least[length], let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  mutating func tell(
    _ problem: SyntaxProblem, _ start: Int, _ end: Int, _ replacement: String? = nil
  ) {
    problems.append(
      LexicalProblem(
        problem: problem, range: ByteRange(start, end), replacement: replacement))
  }
}
