import Model
import RuleSyntax
import Values

/// Judges the texts of one column by something said of each.
final class TextSweep: ValueSweep {
  private let leaf: Leaf
  private let workspace: Workspace
  private let question: any TextQuestion

  init(_ leaf: Leaf, _ workspace: Workspace, _ question: any TextQuestion) {
    self.leaf = leaf
    self.workspace = workspace
    self.question = question
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
    let count = batch.count
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, count)) { room in
      withUnsafeTemporaryAllocation(of: Bool.self, capacity: max(1, count)) { answers in
        answers.initialize(repeating: false)
        let (places, answers) = (room.baseAddress!, answers.baseAddress!)
        if find(cells, count, marks, spans, places) > 0 {
          for index in 0..<count where marks[index] == .yes && places[index] == 0 {
            marks[index] = judge(Int(cells.rows[index]), Int(cells.indices[index]))
          }
        }
        workspace.texts[file].withBytes {
          question.answer(TextBatch($0, places, count: count, answers: answers))
        }
        for index in 0..<count where places[index] != 0 { marks[index] = Verdict(answers[index]) }
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
    return workspace.withText(leaf, row, index) { Verdict(question.holds(of: $0)) }
  }
}

extension TextSize {
  /// `has at most 80 characters`, or words; nil where the limit is no constant, or counts entries.
  init?(_ test: MeasureTest) {
    guard case .decimal(let value, _)? = (test.bound as? ConstantOperand)?.sight.datum,
      let limit = value.wholeValue, test.unit != .entries
    else { return nil }
    let unit: Unit = test.unit == .words ? .words : .characters
    switch test.comparison {
    case .atLeast: self.init(unit, least: limit)
    case .atMost: self.init(unit, most: limit)
    case .exactly: self.init(unit, least: limit, most: limit)
    }
  }
}

/// `mentions any of WORDS`, `avoids all of WORDS`
struct MentionQuestion: TextQuestion {
  private let matcher: WordMatcher
  private let isAvoiding: Bool

  init(_ test: WordsTest) {
    matcher = test.matcher
    isAvoiding = test.isAvoiding
  }

  func holds(of text: TextBytes) -> Bool { matcher.isMatched(in: text) != isAvoiding }

  func answer(_ texts: TextBatch) {
    matcher.answer(texts)
    if isAvoiding { texts.negate() }
  }
}
