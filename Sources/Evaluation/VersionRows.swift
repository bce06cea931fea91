import Model
import SourceText
import Values

/// Which elements of the two versions of a plan are the same, for one record.
///
/// The document is the document; elements of lists are the same by their ids, nested ones inside
/// elements that are the same. Beside no previous version all are new.
final class VersionRows {
  /// For each row of the plan the row of the previous version; -1 for a new element.
  private(set) var before: [Int32]
  /// For each row of the previous version the row of the plan; -1 for an element that is gone.
  private(set) var after: [Int32]

  init(_ record: Int, in workspace: Workspace) {
    let plan = workspace.plan
    before = Array(repeating: -1, count: plan.tables[record].count)
    guard plan.hasPrevious else {
      after = []
      return
    }
    let previous = plan.schema.previous(record)
    after = Array(repeating: -1, count: plan.tables[previous].count)
    guard record != plan.schema.root else {
      if !before.isEmpty, !after.isEmpty { (before[0], after[0]) = (0, 0) }
      return
    }
    let around = plan.schema.records[record].places.map { workspace.versions(of: $0.record) }
    before = Self.match(record, with: previous, workspace) { around[$0].before }
    after = Self.match(previous, with: record, workspace) { around[$0].after }
  }

  /// For each row of one version the first row of the other that is the same element; -1 for none.
  ///
  /// - Parameter around: by place, the same of the elements around them.
  private static func match(
    _ record: Int, with other: Int, _ workspace: Workspace, around: (Int) -> [Int32]
  ) -> [Int32] {
    let tables = workspace.plan.tables
    var index = IdentifierIndex()
    for row in 0..<tables[other].count {
      _ = withKey(other, row, workspace, parent: { $0 }) { index.insert($0, row: UInt32(row)) }
    }
    return (0..<tables[record].count).map { row in
      let found = withKey(record, row, workspace) { parent in
        let rows = around(Int(tables[record].places[row]))
        return parent < rows.count && rows[parent] >= 0 ? Int(rows[parent]) : nil
      } _: {
        index.row(of: $0)
      }
      return (found ?? nil).map(Int32.init) ?? -1
    }
  }

  /// Lends what an element is found by: its id, with the element around it as it stands in the
  /// version that is searched; nil where it has none.
  private static func withKey<R>(
    _ record: Int, _ row: Int, _ workspace: Workspace, parent: (Int) -> Int?,
    _ body: (TextBytes) -> R
  ) -> R? {
    let plan = workspace.plan
    let declared = plan.schema.records[record]
    let table = plan.tables[record]
    var key: [UInt8] = []
    if row < table.places.count, table.places[row] != Table.topLevel {
      guard let around = parent(Int(table.parents[row])) else { return nil }
      key += "\(around)/\(table.places[row])/".utf8
      if plan.schema.isSingle(declared.places[Int(table.places[row])]) {
        return key.withUnsafeBufferPointer(body)
      }
    }
    guard let field = declared.idField else { return nil }
    let leaf = workspace.leaf(record: record, field: field)
    guard leaf.standing(row) == .stated else { return nil }
    workspace.withText(leaf, row, row) { key.append(contentsOf: $0) }
    return key.withUnsafeBufferPointer(body)
  }
}

extension Workspace {
  /// An element of either version as values name it: by its row in the plan, or by its id where
  /// the plan has no such element any more.
  func element(record: Int, row: Int) -> Datum {
    guard plan.schema.isPrevious(record) else { return .index(UInt32(row)) }
    let current = plan.schema.current(record)
    if plan.schema.canBeFoundAgain(current), versions(of: current).after[row] >= 0 {
      return .index(UInt32(versions(of: current).after[row]))
    }
    guard let field = plan.schema.records[record].idField else { return .none }
    let leaf = leaf(record: record, field: field)
    guard leaf.standing(row) == .stated else { return .none }
    return .text(
      textPlace(CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: false)))
  }

  /// Whether a place is that of a list, not of one member.
  func isList(_ cell: CellPlace) -> Bool {
    cell.leaf >= 0 ? leaves[Int(cell.leaf)].isList : cell != .nowhere
  }

  /// Whether a cell belongs to the previous version.
  func isPrevious(_ cell: CellPlace) -> Bool {
    cell.leaf >= 0 && leaves[Int(cell.leaf)].isPrevious
  }
}
