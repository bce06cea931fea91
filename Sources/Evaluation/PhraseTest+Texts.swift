import Model
import RuleSyntax
import Semantics
import Values

/// `includes V`, for lists.
final class IncludeTest: PhraseTest {
  let list: OperandReader
  let value: Datum
  let text: String

  init(_ list: OperandReader, _ value: Datum, text: String, _ workspace: Workspace) {
    self.list = list
    self.value = value
    self.text = text
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    if let matches = list as? MatchesOperand {
      return Tested(
        matches.matches(rows).reduce(.no) { $0.or(workspace.equal($1.datum, value)) })
    }
    guard let list = list as? ListOperand else { return Tested(.unknown) }
    var result = Verdict.no
    list.path.forEach(
      rows, gap: { _, standing, _ in if standing != .empty, result == .no { result = .unknown } }
    ) { cell, row in
      guard result != .yes else { return }
      let leaf = cell.leaf >= 0 ? workspace.leaves[Int(cell.leaf)] : nil
      switch leaf?.scalar {
      case .reference(let record, _)?:
        let entry = workspace.sight(leaf!, cell)
        if case .index(let target) = entry.datum {
          if workspace.idText(record: record, row: Int(target)) == text { result = .yes }
        } else if case .text(let place) = entry.datum {
          if workspace.text(place) == text { result = .yes }
        } else if entry.standing != .stated {
          result = .unknown
        }
      case nil:
        let record = list.path.path.record
        if workspace.idText(record: record, row: row) == text { result = .yes }
      default:
        let entry = workspace.sight(leaf!, cell)
        if entry.standing != .stated {
          result = .unknown
        } else {
          switch workspace.equal(entry.datum, value) {
          case .yes: result = .yes
          case .unknown: result = .unknown
          case .no: break
          }
        }
      }
    }
    return Tested(result)
  }
}

/// `unique among LIST`
final class UniqueTest: PhraseTest {
  let rows: UniqueRows

  init(_ rows: UniqueRows, _ workspace: Workspace) {
    self.rows = rows
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    guard let cell = sight.cell else { return Tested(.unknown) }
    return Tested(!self.rows.isRepeated(Int(cell.row)))
  }
}

/// `written like NOTATION`
final class NotationTest: PhraseTest {
  let notation: Notation

  init(_ notation: Notation, _ workspace: Workspace) {
    self.notation = notation
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    guard case .text(let place) = sight.datum else { return Tested(.unknown) }
    return Tested(workspace.withText(place) { notation.matches($0) })
  }
}

/// `has at most 5 entries`, words or characters.
final class MeasureTest: PhraseTest {
  let comparison: PhraseSyntax.Comparison
  let bound: OperandReader
  let unit: PhraseSyntax.Unit
  /// The subject, where it is a list.
  let list: OperandReader?

  init(
    _ comparison: PhraseSyntax.Comparison, _ bound: OperandReader, _ unit: PhraseSyntax.Unit,
    list: OperandReader?, _ workspace: Workspace
  ) {
    self.comparison = comparison
    self.bound = bound
    self.unit = unit
    self.list = list
    super.init(workspace)
  }

  override var arguments: [OperandReader] { [bound] }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    let right = bound.see(rows)
    guard right.standing == .stated else { return Tested(.unknown, gap: right) }
    guard let count = count(sight, rows) else { return Tested(.unknown) }
    return Tested(relation.compare(.decimal(Decimal(count), tag: 0), right.datum))
  }

  /// How the size stands to the bound.
  var relation: TypedPhrase.Relation {
    switch comparison {
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .exactly: .same
    }
  }

  /// The subject's size in the phrase's unit; nil where it is not known.
  func count(_ sight: Sight, _ rows: Rows) -> Int? {
    switch unit {
    case .entries:
      if let matches = list as? MatchesOperand { return matches.matches(rows).count }
      return (list as? ListOperand)?.count(rows)
    case .characters, .words:
      guard case .text(let place) = sight.datum else { return nil }
      return workspace.withText(place) {
        unit == .words ? TextMeasure.words($0) : TextMeasure.characters($0)
      }
    }
  }
}

/// `mentions any of WORDS`, `avoids all of WORDS`
final class WordsTest: PhraseTest {
  private let words: [String]
  let isAvoiding: Bool
  /// Made when there is a text to look at.
  private(set) lazy var matcher = WordMatcher(words)

  init(_ words: [String], isAvoiding: Bool, _ workspace: Workspace) {
    self.words = words
    self.isAvoiding = isAvoiding
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    guard case .text(let place) = sight.datum else { return Tested(.unknown) }
    let found = workspace.withText(place) { matcher.isMatched(in: $0) }
    return Tested(found != isAvoiding)
  }

  /// The first word of the lists that stands in the text.
  func found(_ sight: Sight) -> String? { found(sight, atMost: 1).first }

  /// The words of the lists that stand in the text, as it has them.
  func found(_ sight: Sight, atMost limit: Int) -> [String] {
    guard case .text(let place) = sight.datum else { return [] }
    return workspace.withText(place) { bytes in
      matcher.matches(in: bytes, atMost: limit).map {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self)
      }
    }
  }
}

extension WordsTest {
  /// The first word of the lists with what stands around it, on one line; nil where there is none.
  func context(_ sight: Sight) -> String? {
    guard case .text(let place) = sight.datum,
      let range = workspace.withText(place, { matcher.firstMatch(in: $0) })
    else { return nil }
    let text = workspace.text(place)
    let word = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let reach = 36
    let start = text.index(word, offsetBy: -reach, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(word, offsetBy: 2 * reach, limitedBy: text.endIndex) ?? text.endIndex
    let line = text[start..<end].split(whereSeparator: \.isNewline).joined(separator: " ")
    return (start == text.startIndex ? "`" : "`…") + line + (end == text.endIndex ? "`" : "…`")
  }
}

/// `leads back to itself`
final class CycleTest: PhraseTest {
  let cycles: CycleRows

  init(_ cycles: CycleRows, _ workspace: Workspace) {
    self.cycles = cycles
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    guard let cell = sight.cell else { return Tested(.unknown) }
    return Tested(cycles.cycle[Int(cell.row)] != nil)
  }
}
