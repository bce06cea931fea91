import Model
import Semantics

extension PathReader {
  /// Tells every cell that is read on the way to what the path leads to, and there; for an inherited
  /// value also the cell that states it.
  func forEachCell(_ rows: Rows, _ plan: Plan, _ body: (CellReference) -> Void) {
    walk(start(rows), 0) { leaf, row in
      let cell = CellReference(record: leaf.record, row: row, field: leaf.field)
      body(cell)
      if plan.isInherited(cell) { body(plan.source(of: cell)) }
    }
  }

  private func walk(_ row: Int, _ depth: Int, _ body: (Leaf, Int) -> Void) {
    guard depth < hops.count else {
      if let leaf { body(leaf, row) }
      return
    }
    switch hops[depth] {
    case .reference(let leaf):
      body(leaf, row)
      guard leaf.standing(row) == .stated, leaf.narrow![row] != Column.unknown else { return }
      walk(Int(leaf.narrow![row]), depth + 1, body)
    case .child(let leaf), .children(let leaf):
      body(leaf, row)
      guard leaf.standing(row) == .stated else { return }
      for child in leaf.members(row) { walk(child, depth + 1, body) }
    case .references(let list, let entries):
      body(list, row)
      guard list.standing(row) == .stated else { return }
      for entry in list.members(row)
      where entries.standing(entry) == .stated && entries.narrow![entry] != Column.unknown {
        walk(Int(entries.narrow![entry]), depth + 1, body)
      }
    case .inverse(let inverse, let field):
      for index in inverse.range(row) {
        body(field, Int(inverse.rows[index]))
        walk(Int(inverse.rows[index]), depth + 1, body)
      }
    case .parent(let table): walk(Int(table.parents[row]), depth + 1, body)
    case .siblings(let table, let lists, let isEarlier):
      for other in Self.siblings(of: row, table, lists, isEarlier) { walk(other, depth + 1, body) }
    case .all(let table, let standing):
      guard standing == .stated else { return }
      for other in 0..<table.count { walk(other, depth + 1, body) }
    case .previous(let versions):
      guard versions.before[row] >= 0 else { return }
      walk(Int(versions.before[row]), depth + 1, body)
    }
  }

  /// The references that are followed from one element to the next, with the rows that hold them.
  func followedReferences(_ rows: Rows) -> [(leaf: Leaf, row: Int)] {
    var row = start(rows)
    var found: [(Leaf, Int)] = []
    for hop in hops {
      switch hop {
      case .reference(let leaf):
        guard leaf.standing(row) == .stated, leaf.narrow![row] != Column.unknown else {
          return found
        }
        found.append((leaf, row))
        row = Int(leaf.narrow![row])
      case .child(let leaf):
        guard let first = leaf.members(row).first else { return found }
        row = first
      case .parent(let table): row = Int(table.parents[row])
      case .previous(let versions):
        guard versions.before[row] >= 0 else { return found }
        row = Int(versions.before[row])
      case .children, .references, .inverse, .siblings, .all: return found
      }
    }
    return found
  }
}

extension PathReader {
  /// The columns that the path goes through, and the one that it ends in.
  fileprivate var columns: [Leaf] {
    hops.compactMap { hop in
      switch hop {
      case .reference(let leaf), .child(let leaf), .children(let leaf), .references(let leaf, _),
        .inverse(_, let leaf):
        leaf
      case .parent, .siblings, .all, .previous: nil
      }
    } + [leaf].compactMap { $0 }
  }
}

extension RuleNode {
  /// Whether the rule looks at one of the cells for any element, as far as the fields tell.
  func mayRead(_ cells: Set<CellReference>) -> Bool {
    let records = workspace.plan.schema.records
    func isRead(_ leaf: Leaf) -> Bool {
      var (record, field) = (leaf.record, leaf.field)
      while true {
        if cells.contains(where: { $0.record == record && $0.field == field }) { return true }
        guard let source = records[record].fields[field].inherited else { return false }
        (record, field) = (source.record, source.field)
      }
    }
    return lines.contains { $0.columns.contains(where: isRead) }
  }

  /// Whether the rule looks at one of the cells when it judges the element, as far as its paths
  /// lead; lists that a value is looked up in do not count.
  func reads(_ cells: Set<CellReference>, _ rows: Rows) -> Bool {
    var isRead = false
    for line in lines where !isRead {
      line.forEachCell(rows) { if cells.contains($0) { isRead = true } }
    }
    return isRead
  }

  /// Every line of the rule, those of its conditions included.
  var lines: [LineNode] {
    (filter?.lines ?? [])
      + clauses.flatMap { clause in
        clause.guards.flatMap(\.lines) + [clause.line].compactMap { $0 }
          + (clause.block?.lines ?? [])
      }
  }
}

extension LineNode {
  /// The columns that the line reads, also those that a condition on members asks about.
  fileprivate var columns: [Leaf] {
    var found = paths.flatMap(\.columns)
    if case .many(let path, _) = subject { found += path.columns }
    found += filter?.lines.flatMap(\.columns) ?? []
    for aggregate in aggregates {
      found += aggregate.path.columns + (aggregate.filter?.lines.flatMap(\.columns) ?? [])
    }
    return found
  }

  /// Every cell that the line reads, also those that a condition on members asks about.
  fileprivate func forEachCell(_ rows: Rows, _ body: (CellReference) -> Void) {
    for path in paths { path.forEachCell(rows, workspace.plan, body) }
    if case .many(let path, _) = subject {
      Self.forEachCell(of: filter, filterFrame, path, rows, body)
    }
    for aggregate in aggregates {
      Self.forEachCell(of: aggregate.filter, aggregate.filterFrame, aggregate.path, rows, body)
    }
  }

  private static func forEachCell(
    of filter: ConditionNode?, _ frame: Int, _ path: PathReader, _ rows: Rows,
    _ body: (CellReference) -> Void
  ) {
    guard let lines = filter?.lines else { return }
    path.forEach(rows, gap: { _, _, _ in }) { _, row in
      rows[frame] = Int32(row)
      for line in lines { line.forEachCell(rows, body) }
    }
  }
}
