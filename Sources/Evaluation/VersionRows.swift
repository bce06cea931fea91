import Model
import SourceText
import Values

/// Which elements of the two versions of a plan are the same, for one record.
///
/// The document is the document; elements of lists are the same by their ids, nested ones inside
/// elements that are the same.
final class VersionRows {
  /// For each row of the plan the row of the previous version; -1 for a new element.
  private(set) var before: [Int32]
  /// For each row of the previous version the row of the plan; -1 for an element that is gone.
  private(set) var after: [Int32]

  init(_ record: Int, in workspace: Workspace) {
    let plan = workspace.plan
    let previous = plan.schema.previous(record)
    before = Array(repeating: -1, count: plan.tables[record].count)
    after = Array(repeating: -1, count: plan.tables[previous].count)
    guard record != plan.schema.root else {
      if !before.isEmpty, !after.isEmpty { (before[0], after[0]) = (0, 0) }
      return
    }
    var index = IdentifierIndex()
    for row in after.indices {
      _ = Self.withKey(previous, row, workspace, parent: { $0 }) {
        index.insert($0, row: UInt32(row))
      }
    }
    let places = plan.schema.records[record].places
    let around = places.map { workspace.versions(of: $0.record) }
    for row in before.indices {
      let found = Self.withKey(record, row, workspace) { parent in
        let place = plan.tables[record].places[row]
        let rows = around[Int(place)].before
        return parent < rows.count && rows[parent] >= 0 ? Int(rows[parent]) : nil
      } _: {
        index.row(of: $0)
      }
      guard let found, let known = found else { continue }
      before[row] = Int32(known)
      if after[Int(known)] < 0 { after[Int(known)] = Int32(row) }
    }
  }

  /// Lends what an element is found by: its id, with the element around it as it stands in the
  /// previous version; nil where it has none.
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

  /// Whether a cell belongs to the previous version.
  func isPrevious(_ cell: CellPlace) -> Bool {
    cell.leaf >= 0 && leaves[Int(cell.leaf)].isPrevious
  }
}
