import Synchronization

/// The bytes of one file with the name that messages call it by; it does no input or output.
package final class SourceFile: Sendable {
  /// The path as it was given, or as it is shown relative to the working directory.
  package let path: String
  package let bytes: [UInt8]
  private let index = Mutex<LineIndex?>(nil)

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The index of line starts, made when it is first asked for.
  package var lines: LineIndex {
    index.withLock { index in
      if let index { return index }
      let made = LineIndex(bytes)
      index = made
      return made
    }
  }

  /// The text of a byte range; bytes that are not UTF-8 become U+FFFD.
  package func text(_ range: ByteRange) -> String {
    let range = range.clipped(to: bytes.count)
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]), as: UTF8.self)
    }
  }

  /// The line and column, both from 1, of a byte offset.
  package func position(of offset: Int, in encoding: PositionEncoding = .scalars) -> Position {
    lines.position(of: offset, in: bytes, encoding: encoding)
  }

  /// The bytes of a line, counted from 1, without its line break.
  package func rangeOfLine(_ line: Int) -> ByteRange {
    lines.range(ofLine: line, in: bytes)
  }
}

extension SourceFile: Equatable, Hashable {
  package static func == (left: SourceFile, right: SourceFile) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A place in a file.
package struct Location: Hashable, Sendable {
  package var file: SourceFile
  package var range: ByteRange

  package init(_ file: SourceFile, _ range: ByteRange) {
    self.file = file
    self.range = range.clipped(to: file.bytes.count)
  }
}
