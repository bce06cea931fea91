import CLibYAML
import Diagnostics
import SourceText

extension Composer {
  // MARK: Errors of libyaml

  /// Reports what libyaml stopped at.
  mutating func reportSyntaxError() {
    let error = parser.pointee
    if error.error == YAML_READER_ERROR {
      let offset = min(origin + Int(truncatingIfNeeded: error.problem_offset), bytes.count)
      let value = UInt32(truncatingIfNeeded: error.problem_value)
      return stop(.controlCharacter(value), at: characterRange(at: offset))
    }
    let complaint = SyntaxComplaint(
      problem: error.problem.map { String(cString: $0) } ?? "out of memory",
      context: error.context.map { String(cString: $0) } ?? "",
      // Marks may lie before the last event: both moves are short.
      offset: cursor.offset(ofScalar: Int(truncatingIfNeeded: error.problem_mark.index)),
      contextOffset: cursor.offset(ofScalar: Int(truncatingIfNeeded: error.context_mark.index)))
    let found = complaint.translated(in: bytes, origin: origin)
    stop(.syntax(found.problem), at: found.range)
    if let beginning = found.beginning {
      findings.relate(
        RelatedPlace(
          Location(tree.file, ByteRange(beginning, min(beginning + 1, bytes.count))),
          LocalizedText(en: "this begins here", de: "das beginnt hier")))
    }
  }

  private func characterRange(at offset: Int) -> ByteRange {
    TextPlaces(bytes).character(at: offset)
  }

  // MARK: Directives

  /// The first `%TAG` before the document.
  ///
  /// libyaml copies the prefix of such a directive for each tag and compares each directive with all
  /// before it, so a small file could keep it busy for minutes.
  func refusedDirective(from start: Int) -> Int? {
    var offset = start
    while let directive = firstDirective(from: offset) {
      if bytes[directive...].starts(with: "%TAG".utf8) { return directive }
      offset = TextPlaces(bytes).lineEnd(from: directive)
    }
    return nil
  }

  /// The offset of a line that starts with `%`, if only blank lines and comments stand before it.
  func firstDirective(from start: Int) -> Int? {
    let places = TextPlaces(bytes)
    var offset = start
    // libyaml steps over a second byte order mark.
    if offset == origin, bytes[offset...].starts(with: [0xEF, 0xBB, 0xBF]) { offset += 3 }
    while offset < bytes.count {
      let isLineStart = offset == origin || LineBreaks.lengthBefore(offset, in: bytes) > 0
      if isLineStart, bytes[offset] == UInt8(ascii: "%") { return offset }
      offset = places.skipBlanks(from: offset)
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "#") {
        offset = places.lineEnd(from: offset)
      }
      let length = LineBreaks.length(in: bytes, at: offset)
      if length == 0 { return nil }
      offset += length
    }
    return nil
  }

  mutating func refuse(_ directive: Int) {
    let end = TextPlaces(bytes).lineEnd(from: directive)
    stop(.tagDirective, at: ByteRange(directive, end))
  }
}
