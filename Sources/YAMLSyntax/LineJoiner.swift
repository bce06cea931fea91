#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Rebuilds the text of a scalar of several lines from its bytes.
///
/// It knows the common forms only: lines that end in LF or CRLF, one indentation, no escapes.
/// Composing compares its result with libyaml's value and keeps that value where the two differ, so
/// what it does not know costs memory but is never wrong.
struct LineJoiner {
  private let base: UnsafePointer<UInt8>
  private let output: UnsafeMutablePointer<UInt8>
  private var length = 0

  /// The number of bytes that `output` must hold for a span of so many bytes.
  static func capacity(forSpan count: Int) -> Int { count + 2 }

  /// Writes the joined text of the scalar in `start ..< end` and returns its length.
  static func join(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ style: ScalarStyle,
    into output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let base = bytes.baseAddress, end > start else { return 0 }
    var joiner = LineJoiner(base: base, output: output)
    switch style {
    case .plain: joiner.joinFlow(start, end)
    case .singleQuoted, .doubleQuoted: joiner.joinFlow(start + 1, max(start + 1, end - 1))
    case .literal: joiner.joinBlock(start, end, folding: false, hasBreakAfter: end < bytes.count)
    case .folded: joiner.joinBlock(start, end, folding: true, hasBreakAfter: end < bytes.count)
    }
    return joiner.length
  }

  private init(base: UnsafePointer<UInt8>, output: UnsafeMutablePointer<UInt8>) {
    self.base = base
    self.output = output
  }

  // MARK: Lines in quotes and plain ones

  /// Blanks at both sides of a line break go; one break becomes a space, n breaks become n - 1.
  private mutating func joinFlow(_ start: Int, _ end: Int) {
    var line = start
    var breaks = 0
    while true {
      let lineEnd = endOfLine(line, end)
      let isLast = lineEnd == end
      let first = line == start ? line : skipBlanks(line, lineEnd)
      let last = isLast ? lineEnd : trimBlanks(first, withoutCarriageReturn(first, lineEnd))
      if last > first || isLast {
        appendBreaks(breaks)
        append(first, last)
        breaks = 0
      }
      if isLast { return }
      breaks += 1
      line = lineEnd + 1
    }
  }

  // MARK: Block scalars

  private mutating func joinBlock(_ start: Int, _ end: Int, folding: Bool, hasBreakAfter: Bool) {
    let headerEnd = endOfLine(start, end)
    guard headerEnd < end else { return }
    var line = headerEnd + 1
    var breaks = 0
    var indentation = -1
    while true {
      let lineEnd = endOfLine(line, end)
      let last = lineEnd == end ? lineEnd : withoutCarriageReturn(line, lineEnd)
      var first = skipSpaces(line, last)
      if first < last, indentation < 0 {
        indentation = first - line
        append(newlines: breaks)
        breaks = 0
      }
      first = indentation < 0 ? last : min(first, line + indentation)
      if first < last {
        if folding { appendBreaks(breaks) } else { append(newlines: breaks) }
        append(first, last)
        breaks = 0
      }
      if lineEnd == end { break }
      breaks += 1
      line = lineEnd + 1
    }
    if hasBreakAfter, !strips(start, headerEnd) { append(newlines: 1) }
  }

  /// Whether the header of a block scalar says that its last line break goes.
  private func strips(_ start: Int, _ headerEnd: Int) -> Bool {
    var offset = start + 1
    while offset < headerEnd, !isBlank(base[offset]) {
      if base[offset] == UInt8(ascii: "-") { return true }
      offset += 1
    }
    return false
  }

  // MARK: Pieces

  private mutating func appendBreaks(_ breaks: Int) {
    if breaks == 1 {
      output[length] = UInt8(ascii: " ")
      length += 1
    } else if breaks > 1 {
      append(newlines: breaks - 1)
    }
  }

  private mutating func append(newlines count: Int) {
    for _ in 0..<count {
      output[length] = UInt8(ascii: "\n")
      length += 1
    }
  }

  private mutating func append(_ first: Int, _ last: Int) {
    memcpy(output + length, base + first, last - first)
    length += last - first
  }

  private func endOfLine(_ start: Int, _ end: Int) -> Int {
    guard start < end, let found = memchr(base + start, 10, end - start) else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func withoutCarriageReturn(_ start: Int, _ end: Int) -> Int {
    end > start && base[end - 1] == 13 ? end - 1 : end
  }

  private func skipSpaces(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, base[offset] == UInt8(ascii: " ") { offset += 1 }
    return offset
  }

  private func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, isBlank(base[offset]) { offset += 1 }
    return offset
  }

  private func trimBlanks(_ start: Int, _ end: Int) -> Int {
    var offset = end
    while offset > start, isBlank(base[offset - 1]) { offset -= 1 }
    return offset
  }
}

/// Whether a byte is a space or a tab.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 9 }
