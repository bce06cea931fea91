import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

/// A rule that an element breaks, or that cannot be judged for it, for another reason than one
/// missing value.
struct ValueProblem: Problem {
  let workspace: Workspace
  let node: RuleNode
  let reason: Reason
  /// The rows of the frames when the element was judged.
  let rows: [Int32]

  var typedRule: TypedRule { node.typed }
  var code: String { node.id }

  var element: LocalizedText? {
    workspace.plan.label(record: node.record, row: Int(rows[node.frame]))
  }

  /// Runs `body` with the rows as they were.
  func withRows<R>(_ body: (Rows) -> R) -> R {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 16) { buffer in
      buffer.initialize(repeating: 0)
      for (index, row) in rows.enumerated() { buffer[index] = row }
      return body(buffer.baseAddress!)
    }
  }

  // MARK: - Blame

  /// The place at fault, the field, and the other places that help to understand it.
  func blame() -> (location: Location, field: String?, related: [RelatedPlace]) {
    withRows { rows in
      let plan = workspace.plan
      let element = (record: node.record, row: Int(rows[node.frame]))
      var anchor: Location { plan.anchor(record: element.record, row: element.row) }
      switch reason.cause {
      case .block(let block):
        let first = block.lines.first?.fieldCell(rows)
        return (first.flatMap { plan.groupKey(of: $0) } ?? anchor, first.map(plan.path), [])
      case .line(let line, let judged):
        var related: [RelatedPlace] = []
        if reason.isCondition { related.append(workspace.condition(line)) }
        if let set = setPlaces(line, element.row) {
          return (set.location, set.field, set.related)
        }
        let cells = culprits(line, judged, rows)
        guard let first = cells.first else { return (anchor, line.fieldPath, related) }
        related += cells.dropFirst().prefix(5).map {
          RelatedPlace(
            plan.blame(valueAt: $0), LocalizedText(en: "likewise here", de: "ebenso hier"))
        }
        related += comparedPlaces(line, rows)
        return (plan.blame(valueAt: first), plan.path(first), related)
      }
    }
  }

  /// The cells of the members that are at fault, or of the subject.
  private func culprits(_ line: LineNode, _ judged: Judged, _ rows: Rows) -> [CellReference] {
    switch line.subject {
    case .one(let operand):
      if let cell = operand.see(rows).cell { return [workspace.reference(cell)] }
      return operand.paths.first.flatMap { $0.listCell(rows, workspace) }.map { [$0] } ?? []
    case .many(let path, let quantifier):
      var found: [CellReference] = []
      let wanted: Outcome = quantifier == .no ? .met : judged.outcome
      line.forEachMember(path, rows, gap: { _, _ in }) { cell, member in
        guard member.outcome == wanted, cell.leaf >= 0 else { return }
        let reference = workspace.reference(cell)
        if !found.contains(reference) { found.append(reference) }
      }
      if quantifier == .atLeastOne || found.isEmpty {
        return path.listCell(rows, workspace).map { [$0] } ?? found
      }
      return found
    }
  }

  private func comparedPlaces(_ line: LineNode, _ rows: Rows) -> [RelatedPlace] {
    (line.test?.paths ?? []).compactMap { path in
      guard !path.isThroughList, let cell = path.see(rows, workspace).cell,
        Standing(workspace.leaves[Int(cell.leaf)].states[Int(cell.index)]) == .stated
      else { return nil }
      return RelatedPlace(
        workspace.plan.blame(valueAt: workspace.reference(cell)),
        LocalizedText(
          en: "compared with `\(path.path.text)`", de: "verglichen mit `\(path.path.text)`"))
    }
  }

  /// All places of a set of duplicates or of a cycle.
  private func setPlaces(_ line: LineNode, _ row: Int)
    -> (location: Location, field: String?, related: [RelatedPlace])?
  {
    guard reason.outcome == .violated, case .path(let path) = line.typed.subject,
      let field = path.field
    else { return nil }
    func place(_ row: Int) -> CellReference {
      CellReference(record: path.record, row: row, field: field)
    }
    let plan = workspace.plan
    if let unique = line.test as? UniqueTest {
      let others = unique.rows.first.indices.filter {
        unique.rows.first[$0] == unique.rows.first[row] && $0 != row
      }
      let related = others.map {
        RelatedPlace(plan.blame(valueAt: place($0)), plan.label(record: path.record, row: $0))
      }
      return (plan.blame(valueAt: place(row)), plan.path(place(row)), related)
    }
    guard let test = line.test as? CycleTest, let id = test.cycles.cycle[row],
      let members = test.cycles.members[id]
    else { return nil }
    let related = members.dropFirst().map {
      RelatedPlace(plan.blame(valueAt: place($0)), plan.label(record: path.record, row: $0))
    }
    let first = place(members.first ?? row)
    return (plan.blame(valueAt: first), plan.path(first), related)
  }
}

extension PathReader {
  /// The list that the path goes through first, for blame.
  func listCell(_ rows: Rows, _ workspace: Workspace) -> CellReference? {
    guard frame >= 0 else { return nil }
    let row = Int(rows[frame])
    for hop in hops {
      switch hop {
      case .children(let leaf), .references(let leaf, _), .reference(let leaf), .child(let leaf):
        return CellReference(record: leaf.record, row: row, field: leaf.field)
      case .inverse, .parent, .siblings, .all: return nil
      }
    }
    return leaf.map { CellReference(record: $0.record, row: row, field: $0.field) }
  }
}

extension LineNode {
  /// The cell of the subject's field in the element itself, stated or not.
  func fieldCell(_ rows: Rows) -> CellReference? {
    switch subject {
    case .one(let operand): operand.paths.first?.listCell(rows, workspace)
    case .many(let path, _): path.listCell(rows, workspace)
    }
  }

  /// The subject's path as the rule writes it.
  var fieldPath: String? {
    switch typed.subject {
    case .path(let path), .state(let path), .matches(_, let path): path.text
    case .aggregate(let aggregate): aggregate.path?.text
    case .literal, .setting, .today, .arithmetic: nil
    }
  }
}

extension Plan {
  func path(_ cell: CellReference) -> String {
    schema.records[cell.record].fields[cell.field].path
  }

  /// Where a value stands; for a cell without one, where it is missed.
  func blame(valueAt cell: CellReference) -> Location {
    let bits = tables[cell.record].columns[cell.field].states[cell.row]
    if bits & CellBits.state == CellState.absent.rawValue { return blame(gapAt: cell) }
    return location(of: cell)
  }

  /// Where a missing value is told: the key without a value, the key of the group that should
  /// hold it, or the element's id.
  func blame(gapAt cell: CellReference) -> Location {
    let bits = tables[cell.record].columns[cell.field].states[cell.row]
    if bits & CellBits.state != CellState.absent.rawValue {
      return keyLocation(of: cell) ?? location(of: cell)
    }
    return groupKey(of: cell) ?? anchor(record: cell.record, row: cell.row)
  }

  /// The key of the group around a field, where the plan has that group.
  func groupKey(of cell: CellReference) -> Location? {
    var group = schema.records[cell.record].fields[cell.field].group
    while let field = group {
      let reference = CellReference(record: cell.record, row: cell.row, field: field)
      let column = tables[cell.record].columns[field]
      if column.nodes[cell.row] != 0, let key = keyLocation(of: reference) { return key }
      group = schema.records[cell.record].fields[field].group
    }
    return nil
  }
}
