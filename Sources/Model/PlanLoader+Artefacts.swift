import Diagnostics
import SourceText
import YAMLSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Characters that nobody types and that copying from other documents leaves behind.
enum CopyArtefact {
  /// Soft hyphen, zero-width space, word joiner, byte order mark, replacement character, and
  /// control characters but tab and line breaks.
  static func matches(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFD: true
    case 9, 10, 13, 0x85: false
    case 0..<32, 0x7F..<0xA0: true
    default: false
    }
  }

  /// Whether bytes of UTF-8 may hold one: a look at the first bytes of longer characters.
  @inline(__always)
  static func isPossible(in bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var offset = range.start
    let raw = UnsafeRawPointer(base)
    while offset + 8 <= range.end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      var high = word & 0x8080_8080_8080_8080
      while high != 0 {
        let index = offset + high.trailingZeroBitCount >> 3
        if isLead(base, index, range.end) { return true }
        high &= high &- 1
      }
      offset += 8
    }
    while offset < range.end {
      if isLead(base, offset, range.end) { return true }
      offset += 1
    }
    return false
  }

  /// The first two bytes of an artefact in UTF-8.
  @inline(__always)
  private static func isLead(_ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let byte = base[index]
    guard byte >= 0xC2, index + 1 < end else { return false }
    switch byte {
    case 0xC2: return base[index + 1] < 0xA0 || base[index + 1] == 0xAD
    case 0xE2:
      return base[index + 1] == 0x80 && base[min(index + 2, end - 1)] == 0x8B
        || base[index + 1] == 0x81
    case 0xEF: return base[index + 1] == 0xBB || base[index + 1] == 0xBF
    default: return false
    }
  }
}

extension PlanLoader {
  /// Warns of copy artefacts in a text.
  @inline(__always)
  mutating func checkArtefacts(
    _ node: NodeID, _ span: ByteRange, _ subject: Subject, _ tree: YAMLTree
  ) {
    var isPossible = CopyArtefact.isPossible(in: bytes, span)
    // Escapes such as `\u00AD` are ASCII in the file.
    if !isPossible, case .doubleQuoted = tree.style(node), let base = bytes.baseAddress {
      isPossible = memchr(base + span.start, 92, span.count) != nil
    }
    if isPossible { reportArtefacts(node, span, subject, tree) }
  }

  private mutating func reportArtefacts(
    _ node: NodeID, _ span: ByteRange, _ subject: Subject, _ tree: YAMLTree
  ) {
    let found = tree.withText(node) { bytes -> [UInt32] in
      guard bytes.contains(where: { $0 >= 0x80 || $0 < 32 }) else { return [] }
      var found: [UInt32] = []
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
      where CopyArtefact.matches(scalar) && !found.contains(scalar.value) {
        found.append(scalar.value)
      }
      return found
    }
    guard !found.isEmpty else { return }
    let finding = report(.copyArtefacts(found), .warning, at: place(of: node, tree), subject)
    // U+FFFD stands for a character that is lost; deleting it would lose the place as well.
    var edits: [TextEdit] = []
    var offset = span.start
    for scalar in tree.file.text(span).unicodeScalars {
      let length = UTF8.width(scalar)
      if CopyArtefact.matches(scalar), scalar != "\u{FFFD}" {
        let range = ByteRange(offset, offset + length)
        edits.append(TextEdit(Location(source, range), replacement: ""))
      }
      offset += length
    }
    guard !edits.isEmpty else { return }
    let title = LocalizedText(
      en: "delete the invisible characters", de: "die unsichtbaren Zeichen löschen")
    book.amend(finding, fixes: [Fix(title, edits)])
  }
}
