import SourceText

/// What libyaml says about a text that it cannot read, with its places in bytes.
struct SyntaxComplaint {
  let problem: String
  let context: String
  let offset: Int
  /// Where the construct starts that libyaml was reading.
  let contextOffset: Int

  struct Translation {
    var problem: YAMLSyntaxProblem
    var range: ByteRange
    /// Where the construct at fault begins, if it is worth showing.
    var beginning: Int?
  }

  /// The same as a case with a text of its own, and the range to underline.
  func translated(in bytes: UnsafeBufferPointer<UInt8>, origin: Int) -> Translation {
    let places = TextPlaces(bytes)
    let here = places.character(at: offset)
    if let tab = tab(bytes, places, origin) { return Translation(problem: .tab, range: tab) }
    if let found = translatedByContext(places, here, origin) { return found }
    switch problem {
    case "could not find expected ':'":
      return Translation(problem: .missingColon, range: places.restOfLine(at: contextOffset))
    case "mapping values are not allowed in this context":
      return unexpectedColon(bytes, places, origin)
    case "did not find expected key", "did not find expected '-' indicator":
      return unexpectedText(bytes, places, origin)
    case "did not find expected ',' or ']'":
      return Translation(
        problem: .unclosedList, range: places.character(at: contextOffset))
    case "did not find expected ',' or '}'":
      return Translation(
        problem: .unclosedMapping, range: places.character(at: contextOffset))
    case "found unexpected end of stream":
      return Translation(problem: .unclosedQuote, range: places.character(at: contextOffset))
    case "found unexpected document indicator":
      return Translation(
        problem: .documentMarkInQuotes, range: places.word(at: offset), beginning: contextOffset)
    case "found character that cannot start any token":
      return Translation(problem: .reservedCharacter(text(bytes, here)), range: here)
    case "found unknown escape character":
      let escaped = places.character(at: offset + 1)
      return Translation(
        problem: .unknownEscape(text(bytes, escaped)), range: here.union(escaped))
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return Translation(problem: .incompleteEscape, range: here)
    case "block sequence entries are not allowed in this context":
      return Translation(problem: .dashNotAllowed, range: here)
    case "mapping keys are not allowed in this context":
      return Translation(problem: .keyNotAllowed, range: here)
    case "did not find expected node content":
      return Translation(problem: .missingValue, range: here)
    case "did not find expected alphabetic or numeric character":
      return Translation(problem: .anchorName, range: here)
    case "did not find expected <document start>":
      return Translation(problem: .afterDocument, range: places.restOfLine(at: offset))
    default:
      return Translation(problem: .other(problem), range: here)
    }
  }

  /// Some of libyaml's words mean different things in different places.
  private func translatedByContext(
    _ places: TextPlaces, _ here: ByteRange, _ origin: Int
  ) -> Translation? {
    if context == "while scanning a block scalar" {
      return Translation(problem: .blockHeader, range: here)
    }
    if context.hasSuffix(" a tag") || problem == "found undefined tag handle" {
      return Translation(problem: .tagName, range: places.word(at: contextOffset))
    }
    if context.contains("directive") || problem.contains("directive")
      || problem == "found incompatible YAML document"
    {
      let start = places.lineStart(of: offset, origin: origin)
      return Translation(problem: .directive, range: places.restOfLine(at: start))
    }
    return nil
  }

  /// A tab at the fault or in the indentation of its line.
  private func tab(
    _ bytes: UnsafeBufferPointer<UInt8>, _ places: TextPlaces, _ origin: Int
  ) -> ByteRange? {
    if context == "while scanning a quoted scalar" || context == "while parsing a quoted scalar" {
      return nil
    }
    let start = places.lineStart(of: offset, origin: origin)
    let first = places.skipBlanks(from: start)
    let end = first < bytes.count ? max(first, offset + 1) : first
    if let tab = (start..<first).first(where: { bytes[$0] == 9 }) { return ByteRange(tab, tab + 1) }
    guard end > offset, offset < bytes.count, bytes[offset] == 9 else { return nil }
    return ByteRange(offset, offset + 1)
  }

  /// A colon where a value cannot be: the second of its line, or a line that is too deep.
  private func unexpectedColon(
    _ bytes: UnsafeBufferPointer<UInt8>, _ places: TextPlaces, _ origin: Int
  ) -> Translation {
    let start = places.lineStart(of: offset, origin: origin)
    let first = places.skipBlanks(from: start)
    let isSecond = (first..<max(first, offset)).contains { index in
      bytes[index] == UInt8(ascii: ":") && isBlank(bytes[index + 1])
    }
    if isSecond {
      return Translation(problem: .secondColon, range: places.character(at: offset))
    }
    return Translation(problem: .wrongIndentation, range: ByteRange(first, max(first, offset)))
  }

  /// A token where an entry should begin: a line of another depth, or text behind a value.
  private func unexpectedText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ places: TextPlaces, _ origin: Int
  ) -> Translation {
    let start = places.lineStart(of: offset, origin: origin)
    if places.skipBlanks(from: start) < offset {
      return Translation(problem: .textBehindValue, range: places.restOfLine(at: offset))
    }
    let isDash = problem == "did not find expected '-' indicator"
    return Translation(
      problem: isDash ? .missingDash : .wrongIndentation, range: places.word(at: offset),
      beginning: contextOffset)
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> String {
    let range = range.clipped(to: bytes.count)
    return String(
      decoding: UnsafeBufferPointer(rebasing: bytes[range.start..<range.end]), as: UTF8.self)
  }
}
