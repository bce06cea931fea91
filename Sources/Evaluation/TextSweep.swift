import Model
import RuleSyntax
import Values

/// Judges the texts of one column by something said of each.
final class TextSweep<Test: TextTest>: ValueSweep {
  private let leaf: Leaf
  private let workspace: Workspace
  private let test: Test

  init(_ leaf: Leaf, _ workspace: Workspace, _ test: Test) {
    self.leaf = leaf
    self.workspace = workspace
    self.test = test
  }

  override func judge(_ cells: Cells?, _ batch: Batch, _ marks: Marks) {
    guard let cells else { return }
    let file = leaf.fileOfAll
    guard file >= 0 else {
      for index in 0..<batch.count where marks[index] == .yes {
        marks[index] = judge(Int(cells.rows[index]), Int(cells.indices[index]))
      }
      return
    }
    workspace.texts[file].withTexts { texts in
      withValues(batch.count) { places in
        find(cells, batch.count, marks, texts, places)
        for index in 0..<batch.count where marks[index] == .yes {
          if let text = texts.text(at: places[index]) {
            marks[index] = Verdict(test.holds(of: text))
          } else {
            marks[index] = judge(Int(cells.rows[index]), Int(cells.indices[index]))
          }
        }
      }
    }
  }

  /// Finds all texts before any is read: fetching one does not wait for another then.
  private func find(
    _ cells: Cells, _ count: Int, _ marks: Marks, _ texts: TextSource.PlainTexts,
    _ places: Values64
  ) {
    let (states, rowStates, nodes) = (leaf.states, leaf.rowStates, leaf.nodes)
    for index in 0..<count where marks[index] == .yes {
      let cell = Int(cells.indices[index])
      let isOwn = rowStates[Int(cells.rows[index])] & CellBits.inherited == 0
      places[index] =
        isOwn && Standing(states[cell]) == .stated ? texts.place(nodes[cell]) : texts.nowhere
    }
    for index in 0..<count where marks[index] == .yes && test.reads(texts.size(at: places[index])) {
      texts.fetch(&places[index])
    }
  }

  /// One text by itself: inherited, in one of several files, or not as its file has it.
  private func judge(_ row: Int, _ index: Int) -> Verdict {
    guard leaf.standing(index) == .stated else { return .unknown }
    return workspace.withText(leaf, row, index) { Verdict(test.holds(of: $0)) }
  }
}

/// Says something of a text.
protocol TextTest {
  func holds(of text: TextBytes) -> Bool

  /// Whether a text of so many bytes is read at all.
  func reads(_ size: Int) -> Bool
}

extension TextTest {
  func reads(_ size: Int) -> Bool { true }
}

extension Notation: TextTest {
  func holds(of text: TextBytes) -> Bool { matches(text) }
}

/// Whether the text is an id of a list.
struct ListedTest: TextTest {
  let ids: IdentifierIndex

  func holds(of text: TextBytes) -> Bool { ids.row(of: text) != nil }
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

  func holds(of text: TextBytes) -> Bool {
    guard reads(text.count) else { return true }
    let count = isInWords ? TextMeasure.words(text) : TextMeasure.characters(text)
    switch comparison {
    case .atLeast: return count >= limit
    case .atMost: return count <= limit
    case .exactly: return count == limit
    }
  }

  /// No text has more characters, or words, than bytes.
  func reads(_ size: Int) -> Bool {
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
}
