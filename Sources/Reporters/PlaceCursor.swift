import SourceText

/// Where an offset stands in its file.
struct Place: Hashable {
  /// The line and column from 1, the column in Unicode scalars.
  var position: Position
  /// The bytes of the line, without its break.
  var line: ByteRange
}

/// Finds places one after the other, fast where each stands a little behind the one before.
///
/// Agrees with `SourceFile.position`; only the way is shorter.
struct PlaceCursor {
  /// How far to walk in any case: the file's own index is not faster.
  private static let reach = 2048
  /// How many bytes may still be walked in longer ways. One way through the file costs as much as
  /// making its index; whoever asks for more than that goes to and fro, and is better off with one.
  private var allowance = 0
  private var file: SourceFile?
  private var line = 1
  private var lineStart = 0

  /// The line and column of an offset.
  mutating func position(of offset: Int, in file: SourceFile) -> Position {
    let offset = min(max(offset, 0), file.bytes.count)
    return file.bytes.withUnsafeBufferPointer { bytes in
      move(to: offset, in: file, bytes)
      return Position(line: line, column: Self.column(bytes, lineStart, offset))
    }
  }

  /// The line and column of an offset, and its line.
  mutating func place(of offset: Int, in file: SourceFile) -> Place {
    let position = position(of: offset, in: file)
    return file.bytes.withUnsafeBufferPointer { bytes in
      var end = min(max(offset, lineStart), bytes.count)
      while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      // An offset between CR and LF belongs to the line before the CR.
      while end > lineStart, bytes[end - 1] == 13 { end -= 1 }
      return Place(position: position, line: ByteRange(lineStart, end))
    }
  }

  private mutating func move(
    to offset: Int, in file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    if file != self.file {
      self.file = file
      allowance = bytes.count
      (line, lineStart) = (1, 0)
    }
    let way = offset - lineStart
    if way > Self.reach { allowance -= way }
    if way < 0 || way > Self.reach && allowance < 0 {
      line = file.position(of: offset).line
      lineStart = offset
      while lineStart > 0, !Self.endsLine(bytes, lineStart - 1) { lineStart -= 1 }
      return
    }
    var index = lineStart
    if way >= 64 { index = skip(from: index, to: offset - 1, bytes) }
    while index < offset {
      if Self.endsLine(bytes, index) {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
  }

  /// Counts the line feeds of whole blocks, up to one with a carriage return or near the end.
  private mutating func skip(
    from start: Int, to end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    typealias Block = SIMD16<UInt8>
    let raw = UnsafeRawBufferPointer(bytes)
    let one = Block(repeating: 1)
    var index = start
    while index + Block.scalarCount <= end {
      var feeds = Block()
      var returns = Block()
      // A lane holds at most 255 before it is added up.
      let stop = min(end, index + 255 * Block.scalarCount) - Block.scalarCount
      var next = index
      while next <= stop {
        let block = raw.loadUnaligned(fromByteOffset: next, as: Block.self)
        feeds &+= one.replacing(with: 0, where: block .!= Block(repeating: 10))
        returns |= one.replacing(with: 0, where: block .!= Block(repeating: 13))
        next += Block.scalarCount
      }
      if returns != Block() { break }
      for lane in 0..<Block.scalarCount { line += Int(feeds[lane]) }
      index = next
    }
    var feed = index
    while feed > start, bytes[feed - 1] != 10 { feed -= 1 }
    if feed > start { lineStart = feed }
    return index
  }

  /// Whether the byte is the last one of a line break.
  private static func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 10
      || bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10)
  }

  /// The column of an offset; a byte order mark takes none.
  private static func column(
    _ bytes: UnsafeBufferPointer<UInt8>, _ lineStart: Int, _ offset: Int
  ) -> Int {
    var start = lineStart
    if start == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      start = min(3, offset)
    }
    var column = 1
    for index in start..<max(start, offset) where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return column
  }
}
