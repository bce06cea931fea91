import Model
import RuleSyntax
import Semantics
import Values

/// What a phrase says of a stated value.
struct Tested {
  var verdict: Verdict
  /// An argument of the phrase that is not stated; `verdict` is then unknown.
  var gap: Sight?

  init(_ verdict: Verdict, gap: Sight? = nil) {
    self.verdict = verdict
    self.gap = gap
  }

  init(_ truth: Truth) { self.init(Verdict(truth)) }
  init(_ value: Bool) { self.init(Verdict(value)) }
}

/// Tests the stated value of a subject; one subclass for each family of phrases.
class PhraseTest {
  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  func test(_ sight: Sight, _ rows: Rows) -> Tested { Tested(.unknown) }

  /// The paths of the arguments, for `, if stated`.
  var paths: [PathReader] { [] }
}

/// `is V`, `is one of V, V`
final class OneOfTest: PhraseTest {
  let values: [Datum]

  init(_ values: [Datum], _ workspace: Workspace) {
    self.values = values
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    var result = Verdict.no
    for value in values {
      switch workspace.equal(sight.datum, value) {
      case .yes: return Tested(.yes)
      case .unknown: result = .unknown
      case .no: break
      }
    }
    return Tested(result)
  }
}

/// `is at least E`, `is before E`, `is the same as E`
final class CompareTest: PhraseTest {
  let relation: TypedPhrase.Relation
  let other: OperandReader
  /// For ordered choices: the values that stand outside the order.
  let outside: Set<UInt32>

  init(
    _ relation: TypedPhrase.Relation, _ other: OperandReader, outside: Set<UInt32>,
    _ workspace: Workspace
  ) {
    self.relation = relation
    self.other = other
    self.outside = outside
    super.init(workspace)
  }

  override var paths: [PathReader] { other.paths }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    let right = other.see(rows)
    guard right.standing == .stated else { return Tested(.unknown, gap: right) }
    if relation == .same { return Tested(workspace.equal(sight.datum, right.datum)) }
    switch (sight.datum, right.datum) {
    case (.interval(let left), .interval(let right)): return Tested(compare(left, right))
    case (.index(let left), .index(let right)): return Tested(compare(left, right))
    default: return Tested(compare(sight.datum, right.datum))
    }
  }

  private func compare(_ left: DateInterval, _ right: DateInterval) -> Truth {
    switch relation {
    case .same: left.isSame(as: right)
    case .before, .lessThan: left.isBefore(right)
    case .after, .moreThan: left.isAfter(right)
    case .onOrBefore, .atMost: left.isOnOrBefore(right)
    case .onOrAfter, .atLeast: left.isOnOrAfter(right)
    }
  }

  private func compare(_ left: UInt32, _ right: UInt32) -> Truth {
    if left == Column.unknown || right == Column.unknown || outside.contains(left)
      || outside.contains(right)
    {
      return .no
    }
    return Truth(holds(left, right))
  }

  private func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch relation {
    case .same: left == right
    case .atLeast, .onOrAfter: left >= right
    case .atMost, .onOrBefore: left <= right
    case .moreThan, .after: left > right
    case .lessThan, .before: left < right
    }
  }

  private func compare(_ left: Datum, _ right: Datum) -> Truth {
    switch (left, right) {
    case (.decimal(let a, let leftTag), .decimal(let b, let rightTag)):
      return Workspace.agree(leftTag, rightTag) ? Truth(holds(a, b)) : .unknown
    case (.lowerBound(let a, let leftTag), .decimal(let b, let rightTag)):
      guard Workspace.agree(leftTag, rightTag) else { return .unknown }
      return Self.certain(atLeast: a, b, relation)
    case (.decimal(let a, let leftTag), .lowerBound(let b, let rightTag)):
      guard Workspace.agree(leftTag, rightTag) else { return .unknown }
      return Self.certain(atLeast: b, a, Self.mirrored(relation))
    default: return .unknown
    }
  }

  /// What is certain of a value that is at least `bound`, compared with `other`.
  private static func certain(
    atLeast bound: Decimal, _ other: Decimal, _ relation: TypedPhrase.Relation
  ) -> Truth {
    switch relation {
    case .atLeast, .onOrAfter: bound >= other ? .yes : .unknown
    case .moreThan, .after: bound > other ? .yes : .unknown
    case .atMost, .onOrBefore: bound > other ? .no : .unknown
    case .lessThan, .before: bound >= other ? .no : .unknown
    case .same: bound > other ? .no : .unknown
    }
  }

  private static func mirrored(_ relation: TypedPhrase.Relation) -> TypedPhrase.Relation {
    switch relation {
    case .same: .same
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .moreThan: .lessThan
    case .lessThan: .moreThan
    case .before: .after
    case .after: .before
    case .onOrBefore: .onOrAfter
    case .onOrAfter: .onOrBefore
    }
  }
}

extension Workspace {
  /// Whether two values are the same.
  func equal(_ left: Datum, _ right: Datum) -> Truth {
    switch (left, right) {
    case (.decimal(let a, let leftTag), .decimal(let b, let rightTag)):
      return Self.agree(leftTag, rightTag) ? Truth(a == b) : .unknown
    case (.lowerBound(let bound, let tag), .decimal(let value, let otherTag)),
      (.decimal(let value, let otherTag), .lowerBound(let bound, let tag)):
      return bound > value && Self.agree(tag, otherTag) ? .no : .unknown
    case (.lowerBound, .lowerBound): return .unknown
    case (.interval(let a), .interval(let b)): return a.isSame(as: b)
    case (.index(let a), .index(let b)):
      if a == Column.unknown && b == Column.unknown { return .unknown }
      return Truth(a == b)
    case (.text(let a), .text(let b)): return Truth(isSame(a, b))
    default: return .no
    }
  }
}

/// `lies within A to B`, `overlaps A to B`
final class PeriodTest: PhraseTest {
  let from: OperandReader
  let to: OperandReader
  let isOverlap: Bool

  init(_ from: OperandReader, _ to: OperandReader, isOverlap: Bool, _ workspace: Workspace) {
    self.from = from
    self.to = to
    self.isOverlap = isOverlap
    super.init(workspace)
  }

  override var paths: [PathReader] { from.paths + to.paths }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    let start = from.see(rows)
    guard start.standing == .stated else { return Tested(.unknown, gap: start) }
    let end = to.see(rows)
    guard end.standing == .stated else { return Tested(.unknown, gap: end) }
    guard case .interval(let date) = sight.datum, case .interval(let first) = start.datum,
      case .interval(let last) = end.datum
    else { return Tested(.unknown) }
    if isOverlap {
      return Tested(Period(date).overlaps(Period(from: first, to: last)))
    }
    return Tested(date.isOnOrAfter(first).and(date.isOnOrBefore(last)))
  }
}

/// `exists in LIST or PATH`
final class ExistTest: PhraseTest {
  enum Source {
    /// The ids of a top-level list.
    case ids(IdentifierIndex)
    /// What a path yields.
    case path(PathReader)
  }
  let source: Source
  let otherThanItself: Bool
  /// For paths from the document: their texts with the rows that hold them, made once.
  private lazy var fixed: [String: Set<Int32>]? = collectFixed()
  /// For paths from the document: the first list on the way that is not stated.
  private var fixedGap: Sight?

  init(_ source: Source, otherThanItself: Bool, _ workspace: Workspace) {
    self.source = source
    self.otherThanItself = otherThanItself
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    switch source {
    case .ids(let ids):
      guard let found = row(sight, in: ids) else { return Tested(.no) }
      let isItself = otherThanItself && sight.cell.map { $0.isOwn && Int($0.row) == found } == true
      return Tested(!isItself)
    case .path(let path):
      guard let wanted = text(sight.datum, path) else { return Tested(.unknown) }
      if let fixed {
        let isElsewhere =
          fixed[wanted].map { holders in
            guard otherThanItself, let cell = sight.cell else { return true }
            return holders.contains { $0 != cell.row }
          } ?? false
        if let fixedGap, !isElsewhere { return Tested(.unknown, gap: fixedGap) }
        return Tested(isElsewhere)
      }
      return search(path, for: wanted, sight, rows)
    }
  }

  private func row(_ sight: Sight, in ids: IdentifierIndex) -> Int? {
    switch sight.datum {
    case .index(let row): return Int(row)
    case .text(let place):
      return workspace.withText(place) { ids.row(of: $0) }.map(Int.init)
    default: return nil
    }
  }

  private func search(_ path: PathReader, for wanted: String, _ sight: Sight, _ rows: Rows)
    -> Tested
  {
    var found = false
    var gap: Sight?
    path.forEach(rows, gap: { gap = Sight(standing: $1, cell: $0) }) { cell, _ in
      guard !found, cell.leaf >= 0 else { return }
      if otherThanItself, let own = sight.cell, own.leaf == cell.leaf, own.index == cell.index {
        return
      }
      let leaf = workspace.leaves[Int(cell.leaf)]
      let other = workspace.sight(leaf, cell)
      if other.standing == .stated { found = text(other.datum, path) == wanted }
    }
    if found { return Tested(true) }
    if let gap, gap.standing != .empty { return Tested(.unknown, gap: gap) }
    return Tested(false)
  }

  private func collectFixed() -> [String: Set<Int32>]? {
    guard case .path(let path) = source, path.frame < 0 else { return nil }
    var texts: [String: Set<Int32>] = [:]
    var row: Int32 = 0
    withUnsafeMutablePointer(to: &row) { rows in
      path.forEach(
        rows,
        gap: { cell, standing in
          if fixedGap == nil, standing != .empty, standing != .inapplicable {
            fixedGap = Sight(standing: standing, cell: cell)
          }
        }
      ) { cell, _ in
        guard cell.leaf >= 0 else { return }
        let sight = workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
        guard sight.standing == .stated, let text = text(sight.datum, path) else { return }
        texts[text, default: []].insert(cell.row)
      }
    }
    return texts
  }

  /// What a value is compared by: the id of a referenced element, or the text.
  private func text(_ datum: Datum, _ path: PathReader) -> String? {
    switch datum {
    case .text(let place): return workspace.text(place)
    case .index(let index):
      guard let leaf = path.entries ?? path.leaf else { return nil }
      guard case .reference(let record, _) = leaf.scalar else { return String(index) }
      return workspace.idText(record: record, row: Int(index))
    case .decimal(let value, _): return value.plain()
    case .interval(let interval): return "\(interval.first)/\(interval.last)"
    case .none, .lowerBound: return nil
    }
  }
}

extension Workspace {
  /// The id of an element; nil where it has none.
  func idText(record: Int, row: Int) -> String? {
    guard let field = plan.schema.records[record].idField else { return nil }
    let leaf = leaf(record: record, field: field)
    guard leaf.standing(row) == .stated else { return nil }
    return text(
      textPlace(CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: false)))
  }
}
