import SourceText
import TestSupport
import Testing

/// The lines of a text by the plainest reading of the rule, without their breaks.
private func naiveLines(_ bytes: [UInt8]) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var index = 0
  while index < bytes.count {
    let isPair = bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
    if bytes[index] == 10 || bytes[index] == 13 {
      lines.append(start..<index)
      index += isPair ? 1 : 0
      start = index + 1
    }
    index += 1
  }
  lines.append(start..<bytes.count)
  return lines
}

@Suite struct LineIndexTests {
  private func expectAgreement(_ bytes: [UInt8], at offsets: some Sequence<Int>) {
    let index = LineIndex(bytes)
    let lines = naiveLines(bytes)
    #expect(index.lineCount == lines.count)
    for number in stride(from: 0, to: lines.count, by: max(1, lines.count / 200)) {
      let line = lines[number]
      let found = index.range(ofLine: number + 1, in: bytes)
      guard found == ByteRange(line.lowerBound, line.upperBound) else {
        Issue.record("line \(number + 1) is \(found), not \(line), of \(bytes.count) bytes")
        return
      }
    }
    for offset in offsets {
      let line = lines.lastIndex { $0.lowerBound <= offset } ?? 0
      let found = index.position(of: offset, in: bytes, encoding: .utf8)
      let expected = Position(line: line + 1, column: offset - lines[line].lowerBound + 1)
      guard found == expected else {
        Issue.record("offset \(offset) is at \(found), not \(expected), of \(bytes.count) bytes")
        return
      }
    }
  }

  @Test(arguments: [
    "", "a", "\n", "a\n", "a\nb", "a\r\nb", "a\rb", "\r\r\n\n", "\r\n", "\r", "\n\r", "a\r\r\nb\r",
  ])
  func shortTexts(text: String) {
    let bytes = Array(text.utf8)
    expectAgreement(bytes, at: 0...bytes.count)
  }

  @Test func breaksAroundTheEdgesOfBlocks() {
    for size in 4093...4097 {
      for end in ["\n", "\r", "\r\n", "\r\r\n", "\n\r", "\n\n"] {
        for tail in ["", "x", "x\ny", "\n"] {
          let text = String(repeating: "a", count: size) + end + tail
          let bytes = Array(text.utf8)
          expectAgreement(bytes, at: (size - 2)...bytes.count)
        }
      }
    }
  }

  @Test func emptyBlocksAndManyLines() {
    expectAgreement(
      Array(repeating: 10, count: 10_000), at: stride(from: 0, through: 10_000, by: 7))
    expectAgreement(Array(repeating: 13, count: 9_000), at: stride(from: 0, through: 9_000, by: 11))
    let long =
      Array(repeating: UInt8(97), count: 20_000) + [10] + Array(repeating: 98, count: 9_000)
    expectAgreement(long, at: stride(from: 0, through: long.count, by: 997))
  }

  @Test func randomTexts() {
    var random = SeededRandom(41)
    for round in 0..<60 {
      let count = Int.random(in: 0...(round < 40 ? 40 : 13_000), using: &random)
      let rarity = round % 2 == 0 ? 3 : 400
      let bytes = (0..<count).map { _ -> UInt8 in
        switch Int.random(in: 0..<rarity, using: &random) {
        case 0: 10
        case 1: 13
        default: 97
        }
      }
      let offsets = (0..<200).map { _ in Int.random(in: 0...count, using: &random) }
      expectAgreement(bytes, at: offsets)
    }
  }

  @Test func linesOutsideTheFileAreEmpty() {
    let bytes = Array("a\nb".utf8)
    let index = LineIndex(bytes)
    #expect(index.range(ofLine: 0, in: bytes).isEmpty)
    #expect(index.range(ofLine: 3, in: bytes) == ByteRange(at: 3))
    let end = Position(line: 2, column: 2)
    #expect(index.position(of: 99, in: bytes, encoding: .utf8) == end)
    #expect(
      index.position(of: -1, in: bytes, encoding: .utf8) == Position(line: 1, column: 1))
  }

  @Test func columnsInEveryEncoding() {
    let bytes = Array("x\näß😀e\u{301}y".utf8)
    let index = LineIndex(bytes)
    func column(_ offset: Int, _ encoding: PositionEncoding) -> Int {
      index.position(of: offset, in: bytes, encoding: encoding).column
    }
    // The offset of `y`, after two letters of two bytes, one scalar of four, and e with its accent.
    let offset = 2 + 2 + 2 + 4 + 3
    #expect(column(offset, .utf8) == 12)
    #expect(column(offset, .utf16) == 7)
    #expect(column(offset, .scalars) == 6)
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    let bytes = Array("\u{FEFF}a\n\u{FEFF}b".utf8)
    let index = LineIndex(bytes)
    for encoding in [PositionEncoding.utf8, .utf16, .scalars] {
      #expect(
        index.position(of: 3, in: bytes, encoding: encoding) == Position(line: 1, column: 1))
      #expect(
        index.position(of: 4, in: bytes, encoding: encoding) == Position(line: 1, column: 2))
      #expect(
        index.position(of: 0, in: bytes, encoding: encoding) == Position(line: 1, column: 1))
    }
    // Elsewhere it is a character.
    #expect(
      index.position(of: 8, in: bytes, encoding: .scalars) == Position(line: 2, column: 2))
  }

  @Test func nextLineAndTheSeparatorsOfUnicodeEndNoLine() {
    #expect(LineIndex(Array("a\u{85}b\u{2028}c\u{2029}d".utf8)).lineCount == 1)
  }
}

@Suite struct SourceFiles {
  @Test func textsAndPositions() {
    let file = SourceFile(path: "plan.yaml", text: "id: M1\nname: Büro\n")
    #expect(file.text(ByteRange(4, 6)) == "M1")
    #expect(file.text(ByteRange(13, 999)) == "Büro\n")
    #expect(file.position(of: 13) == Position(line: 2, column: 7))
    #expect(file.text(file.rangeOfLine(2)) == "name: Büro")
    #expect(SourceFile(path: "x", bytes: [0x61, 0xFF]).text(ByteRange(0, 2)) == "a\u{FFFD}")
    let place = Location(file, ByteRange(15, 9_999))
    #expect(place.range.end == file.bytes.count)
  }

  @Test func ranges() {
    #expect(ByteRange(5, 2) == ByteRange(at: 5))
    #expect(ByteRange(1, 3).union(ByteRange(7, 9)) == ByteRange(1, 9))
    #expect(ByteRange(1, 3).contains(1) && !ByteRange(1, 3).contains(3))
    #expect(ByteRange(-4, 99).clipped(to: 10) == ByteRange(0, 10))
    #expect(ByteRange(20, 30).clipped(to: 10) == ByteRange(at: 10))
  }
}
