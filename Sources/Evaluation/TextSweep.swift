import Model
import RuleSyntax
import Values

/// Judges the texts of one column by something said of each.
final class TextSweep: ValueSweep {
  private let leaf: Leaf
  private let workspace: Workspace
  private let test: any TextTest

  init(_ leaf: Leaf, _ workspace: Workspace, _ test: any TextTest) {
    self.leaf = leaf
    self.workspace = workspace
    self.test = test
  }

  override func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {
    guard let cells else { return }
    let file = leaf.fileOfAll
    guard file >= 0, let spans = leaf.texts else {
      for index in 0..<batch.count where marks[index] == .yes {
        marks[index] = judge(Int(cells.rows[index]), Int(cells.indices[index]))
      }
      return
    }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, batch.count)) { places in
      let others = find(cells, batch.count, marks, spans, places.baseAddress!)
      if others > 0 {
        for index in 0..<batch.count where marks[index] == .yes && places[index] == 0 {
          marks[index] = judge(Int(cells.rows[index]), Int(cells.indices[index]))
        }
      }
      workspace.texts[file].withBytes {
        test.judge(
          TextBatch(bytes: $0, places: places.baseAddress!, count: batch.count), marks)
      }
    }
  }

  /// Sets where the texts stand that are asked about; returns how many of them are not in their
  /// file as they are, or not stated.
  private func find(
    _ cells: Cells, _ count: Int, _ marks: Marks, _ spans: UnsafePointer<TextSpan>,
    _ places: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let states = leaf.states
    var others = 0
    for index in 0..<count {
      places[index] = 0
      guard marks[index] == .yes else { continue }
      let cell = Int(cells.indices[index])
      if Standing.isStated(states[cell]) { places[index] = spans[cell].bits }
      if places[index] == 0 { others += 1 }
    }
    return others
  }

  /// One text by itself: inherited, in one of several files, or not as its file has it.
  private func judge(_ row: Int, _ index: Int) -> Verdict {
    guard leaf.standing(index) == .stated else { return .unknown }
    return workspace.withText(leaf, row, index) { Verdict(test.holds(of: $0)) }
  }
}

/// The texts of a batch that are bytes of one file.
struct TextBatch {
  fileprivate let bytes: TextBytes
  /// By element the bits of its `TextSpan`; 0 for those that are left alone. The highest bit of the
  /// length is free, for no text has 2 GiB.
  fileprivate let places: UnsafeMutablePointer<UInt64>
  let count: Int

  private static var length: UInt64 { 0x7FFF_FFFF }

  /// How many bytes are looked at together where whole texts are read.
  static var reach: Int { 64 }

  /// Reads the ends of all texts that are read at all before one of them is looked at: fetching
  /// them from memory, which takes longer than looking at them, then goes on side by side.
  ///
  /// What was read is kept in the highest bit of the length, where nobody asks for it.
  ///
  /// - Parameter reach: how many bytes are read of a text with so many; 0 for none.
  @inline(__always)
  func fetch(_ reach: (Int) -> Int) {
    let last = bytes.count - 1
    for index in 0..<count {
      let place = places[index]
      let (start, size) = (Int(place >> 32), Int(place & Self.length))
      guard size > 0 else { continue }
      let length = reach(size)
      guard length > 0 else { continue }
      let ends = bytes[start] | bytes[min(start + length - 1, last)]
      places[index] = place | UInt64(ends & 0x80) << 24
    }
  }

  /// Sets for each text whether something holds of it.
  @inline(__always)
  func judge(_ marks: Marks, _ holds: (Range<Int>, TextBytes) -> Bool) {
    for index in 0..<count {
      let place = places[index]
      let (start, size) = (Int(place >> 32), Int(place & Self.length))
      guard size > 0 else { continue }
      marks[index] = Verdict(holds(start..<start + size, bytes))
    }
  }
}

/// Says something of a text.
protocol TextTest {
  func holds(of text: TextBytes) -> Bool

  /// Says it of many texts at once.
  func judge(_ texts: TextBatch, _ marks: Marks)
}

extension Notation: TextTest {
  func holds(of text: TextBytes) -> Bool { matches(text) }

  func judge(_ texts: TextBatch, _ marks: Marks) {
    texts.fetch { $0 }
    withReader { reader in texts.judge(marks) { reader.matches(TextBytes(rebasing: $1[$0])) } }
  }
}

/// Whether the text is an id of a list.
struct ListedTest: TextTest {
  let ids: IdentifierIndex

  func holds(of text: TextBytes) -> Bool { ids.row(of: text) != nil }

  func judge(_ texts: TextBatch, _ marks: Marks) {
    texts.fetch { $0 }
    ids.withFinder { finder in
      texts.judge(marks) { finder.row(of: TextBytes(rebasing: $1[$0])) != nil }
    }
  }
}

/// `has at most 80 characters`, or words.
struct SizeTest: TextTest {
  private let comparison: PhraseSyntax.Comparison
  private let isInWords: Bool
  private let limit: Int

  /// Nil where the limit is no constant, or counts entries.
  init?(_ test: MeasureTest) {
    guard case .decimal(let value, _)? = (test.bound as? ConstantOperand)?.sight.datum,
      let limit = value.wholeValue, test.unit != .entries
    else { return nil }
    comparison = test.comparison
    isInWords = test.unit == .words
    self.limit = limit
  }

  func holds(of text: TextBytes) -> Bool { holds(0..<text.count, text) }

  @inline(__always)
  private func holds(_ range: Range<Int>, _ bytes: TextBytes) -> Bool {
    guard reads(range.count) else { return true }
    if isInWords, case .atMost = comparison {
      return TextMeasure.hasWords(atMost: limit, in: range, of: bytes)
    }
    let count =
      isInWords
      ? TextMeasure.words(in: range, of: bytes) : TextMeasure.characters(in: range, of: bytes)
    switch comparison {
    case .atLeast: return count >= limit
    case .atMost: return count <= limit
    case .exactly: return count == limit
    }
  }

  func judge(_ texts: TextBatch, _ marks: Marks) {
    texts.fetch { reads($0) ? max($0, TextBatch.reach) : 0 }
    texts.judge(marks) { holds($0, $1) }
  }

  /// Whether a text of so many bytes is read at all: none has more characters, or words, than bytes.
  @inline(__always)
  private func reads(_ size: Int) -> Bool {
    if case .atMost = comparison { return size > limit }
    return true
  }
}

/// `mentions any of WORDS`, `avoids all of WORDS`
struct MentionTest: TextTest {
  private let matcher: WordMatcher
  private let isAvoiding: Bool

  init(_ test: WordsTest) {
    matcher = test.matcher
    isAvoiding = test.isAvoiding
  }

  func holds(of text: TextBytes) -> Bool { matcher.isMatched(in: text) != isAvoiding }

  func judge(_ texts: TextBatch, _ marks: Marks) {
    texts.fetch { max($0, TextBatch.reach) }
    texts.judge(marks) { matcher.isMatched(in: $0, of: $1) != isAvoiding }
  }
}
