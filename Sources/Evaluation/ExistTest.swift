import Model
import Semantics
import Values

/// `exists in LIST or PATH`
final class ExistTest: PhraseTest {
  enum Source {
    /// The ids of a record's top-level list.
    case ids(IdentifierIndex, state: Sight)
    /// What a path yields, and the record of the elements of its last list.
    case path(PathReader, member: Int)
  }
  let source: Source
  /// For `other than itself`: the frame of the element that it speaks of, and its record.
  private let itself: (frame: Int, record: Int)?
  /// For paths from the document: what they yield, collected once.
  private lazy var fixed: Members? = collectFixed()

  /// The texts that a path yields.
  private struct Members {
    /// By text the rows of the elements that hold it; -1 where no element can be "itself".
    var holders: [String: Set<Int32>] = [:]
    /// Whether there is a member, or a list that is empty.
    var isThere = false
    /// Why not all members can be seen.
    var gap: Sight?

    /// Keeps the list that leaves most open, whichever stands first.
    mutating func miss(_ sight: Sight) {
      guard sight.standing != .empty else { return isThere = true }
      guard let known = gap, known.standing != .inapplicable else { return gap = sight }
      if known.isOwn, !sight.isOwn, sight.standing != .inapplicable { gap = sight }
    }
  }

  init(_ source: Source, itself: (frame: Int, record: Int)?, _ workspace: Workspace) {
    self.source = source
    self.itself = itself
    super.init(workspace)
  }

  override func test(_ sight: Sight, _ rows: Rows) -> Tested {
    switch source {
    case .ids(let ids, let state):
      if state.standing != .stated, state.standing != .empty { return Tested(.unknown, gap: state) }
      guard let found = row(sight, in: ids) else { return Tested(.no) }
      return Tested(itself.map { Int(rows[$0.frame]) != found } ?? true)
    case .path(let path, let member):
      guard let wanted = text(sight.datum, path) else { return Tested(.unknown) }
      return tested(wanted, fixed ?? members(path, member, rows), rows)
    }
  }

  private func tested(_ wanted: String, _ members: Members, _ rows: Rows) -> Tested {
    if let holders = members.holders[wanted] {
      guard let itself else { return Tested(.yes) }
      if holders.contains(where: { $0 != rows[itself.frame] }) { return Tested(.yes) }
    }
    guard let gap = members.gap else { return Tested(.no) }
    return gap.standing == .inapplicable && members.isThere
      ? Tested(.no) : Tested(.unknown, gap: gap)
  }

  /// Whether nothing has to be looked up but the index of a list.
  var plainIndex: IdentifierIndex? {
    guard itself == nil, case .ids(let ids, let state) = source else { return nil }
    return state.standing == .stated || state.standing == .empty ? ids : nil
  }

  /// For references to the same record as those that a path from the document yields: the rows that
  /// these name, by row; nil for everything else.
  func fixedRows(of leaf: Leaf) -> [Bool]? {
    guard case .path(let path, _) = source, path.frame < 0, itself == nil,
      case .reference(let record, _)? = leaf.scalar, let members = path.memberLeaf,
      case .reference(record, _)? = members.scalar, !members.isPrevious
    else { return nil }
    var isNamed = [Bool](repeating: false, count: workspace.plan.tables[record].count)
    var row: Int32 = 0
    withUnsafeMutablePointer(to: &row) { rows in
      path.forEach(rows, gap: { _, _, _ in }) { cell, _ in
        if case .index(let target) = workspace.sight(members, cell).datum {
          isNamed[Int(target)] = true
        }
      }
    }
    return isNamed
  }

  private func row(_ sight: Sight, in ids: IdentifierIndex) -> Int? {
    switch sight.datum {
    case .index(let row): return Int(row)
    case .text(let place):
      return workspace.withText(place) { ids.row(of: $0) }.map(Int.init)
    default: return nil
    }
  }

  /// Everything that a path yields; members without a value are passed over.
  private func members(_ path: PathReader, _ member: Int, _ rows: Rows) -> Members {
    var found = Members()
    path.forEach(
      rows,
      gap: { cell, standing, row in
        guard let itself, let row, member == itself.record, rows[itself.frame] == Int32(row) else {
          return found.miss(Sight(standing: standing, cell: cell))
        }
        found.isThere = true
      }
    ) { cell, row in
      found.isThere = true
      guard cell.leaf >= 0 else { return }
      let sight = workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
      guard sight.standing == .stated, let text = text(sight.datum, path) else { return }
      found.holders[text, default: []].insert(holder(cell, row, path, member))
    }
    return found
  }

  /// The row of the element that `itself` may be: the list's, else the one that the path reaches.
  private func holder(
    _ cell: CellPlace, _ row: Int, _ path: PathReader, _ member: Int
  ) -> Int32 {
    guard let itself else { return -1 }
    if member == itself.record { return Int32(row) }
    return path.path.record == itself.record ? cell.row : -1
  }

  private func collectFixed() -> Members? {
    // What `itself` is changes with the element.
    guard case .path(let path, let member) = source, path.frame < 0, itself == nil else {
      return nil
    }
    var row: Int32 = 0
    return withUnsafeMutablePointer(to: &row) { members(path, member, $0) }
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
