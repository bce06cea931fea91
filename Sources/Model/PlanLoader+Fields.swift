import Diagnostics
import SourceText
import Values
import YAMLSyntax

/// What a mapping turned out to hold.
struct Filling {
  /// The strongest state of its fields; absent where no field is written.
  var state = CellState.absent
  /// The finding about one of its keys.
  var unknownKey: Int?
}

extension CellState {
  /// A group is what its strongest member is.
  var strength: UInt8 {
    switch self {
    case .absent: 0
    case .empty: 1
    case .notApplicable: 2
    case .open: 3
    case .malformed: 4
    case .stated: 5
    }
  }
}

extension PlanLoader {
  /// Reads the entries of a mapping into one row.
  mutating func fill(
    _ mapping: NodeID, level: Int, record: Int, row: Int, _ tree: YAMLTree
  ) -> Filling {
    let base = shape.bases[record]
    let fieldCount = fieldCounts[record]
    let meanings = codes + level * width
    var filling = Filling()
    var strength: UInt8 = 0
    var unknown: [NodeID] = []
    var next = tree.firstChild(mapping)
    while let child = next {
      next = tree.nextSibling(child, in: mapping)
      guard let key = tree.key(child) else { continue }
      let symbol = Int(key.raw)
      var code = symbol < width ? meanings[symbol] : KeyCode.fresh
      if code == KeyCode.fresh { code = lookUp(key, level, tree) }
      guard code >= KeyCode.first else {
        if code != KeyCode.ignored { unknown.append(child) }
        continue
      }
      let field = Int(code - KeyCode.first)
      guard field < fieldCount else {
        loadList(child, record: field - fieldCount, tree)
        continue
      }
      if cells[base + field].nodes[row] != 0 {
        reportRepetition(child, record: record, row: row, field: field, tree)
        continue
      }
      let state = read(child, record: record, row: row, field: field, tree)
      if state.strength > strength {
        strength = state.strength
        filling.state = state
      }
    }
    for child in unknown {
      let finding = reportUnknownKey(child, level, record: record, row: row, tree)
      if filling.unknownKey == nil { filling.unknownKey = finding }
    }
    return filling
  }

  /// Reads the value of one field; its cell is still absent.
  private mutating func read(
    _ child: NodeID, record: Int, row: Int, field: Int, _ tree: YAMLTree
  ) -> CellState {
    let flat = shape.bases[record] + field
    cells[flat].nodes[row] = child.raw
    let state: CellState
    switch plans[flat].kind {
    case .scalar:
      state = readValue(
        child, flat, cells[flat], row, Subject(record: record, row: row, field: field), tree)
      if state == .malformed { return state }
    case .scalars: state = readScalars(tree.resolved(child), record, row, field, tree)
    case .records: state = readRecords(tree.resolved(child), record, row, field, tree)
    case .record: state = readRecord(tree.resolved(child), record, row, field, tree)
    case .group: state = readGroup(tree.resolved(child), record, row, field, tree)
    }
    cells[flat].states[row] |= state.rawValue
    return state
  }

  /// Reads a value into the row `index` of `target`; the caller writes the state unless it is
  /// malformed.
  @inline(__always)
  private mutating func readValue(
    _ child: NodeID, _ flat: Int, _ target: Cells, _ index: Int, _ subject: Subject,
    _ tree: YAMLTree
  ) -> CellState {
    switch tree.kind(child) {
    case .scalar: return readScalar(child, flat, target, index, subject, tree)
    case .sequence, .mapping: return readNoScalar(child, flat, target, index, subject, tree)
    case .alias:
      let node = tree.resolve(child)
      return tree.isScalar(node)
        ? readScalar(node, flat, target, index, subject, tree)
        : readNoScalar(node, flat, target, index, subject, tree)
    }
  }

  // MARK: - Lists of values

  private mutating func readScalars(
    _ node: NodeID, _ record: Int, _ row: Int, _ field: Int, _ tree: YAMLTree
  ) -> CellState {
    let flat = shape.bases[record] + field
    let subject = Subject(record: record, row: row, field: field)
    guard tree.isSequence(node) else { return readNoList(node, subject, tree) }
    let count = tree.childCount(node)
    guard count > 0 else { return .empty }
    var index = addEntries(count, to: flat, record)
    cells[flat].starts.unsafelyUnwrapped[row] = UInt32(truncatingIfNeeded: index)
    cells[flat].counts.unsafelyUnwrapped[row] = UInt32(truncatingIfNeeded: count)
    let target = entries[flat].cells
    var next = tree.firstChild(node)
    while let child = next {
      next = tree.nextSibling(child, in: node)
      target.nodes[index] = child.raw
      let state = readValue(child, flat, target, index, subject, tree)
      switch state {
      case .stated: target.states[index] |= state.rawValue
      case .malformed: break
      case .absent, .empty, .open, .notApplicable:
        refuseEntry(child, state, target, index, subject, tree)
      }
      index += 1
    }
    return .stated
  }

  /// Reports an entry without a value; a list as a whole may be open, not one of its entries.
  private mutating func refuseEntry(
    _ child: NodeID, _ state: CellState, _ target: Cells, _ index: Int, _ subject: Subject,
    _ tree: YAMLTree
  ) {
    let node = tree.resolved(child)
    if let key = stateKey(of: node, tree) {
      let finding = report(.stateInList(key), at: place(of: node, tree), subject)
      _ = markMalformed(target, index, subject, finding)
    } else {
      target.states[index] |= state.rawValue
      report(.emptyEntry, .warning, at: tree.span(child), subject)
    }
  }

  // MARK: - Groups and nested records

  private mutating func readGroup(
    _ node: NodeID, _ record: Int, _ row: Int, _ field: Int, _ tree: YAMLTree
  ) -> CellState {
    let flat = shape.bases[record] + field
    let subject = Subject(record: record, row: row, field: field)
    guard tree.isMapping(node) else {
      let state = readNoMapping(node, subject, tree)
      if state == .malformed { passDown(subject, state) }
      return state
    }
    guard tree.firstChild(node) != nil else { return .empty }
    if let state = readState(of: node, subject, tree) {
      passDown(subject, state)
      return state
    }
    let filling = fill(node, level: plans[flat].target, record: record, row: row, tree)
    return settle(filling, subject)
  }

  /// The state of a group by what its mapping holds.
  private mutating func settle(_ filling: Filling, _ subject: Subject) -> CellState {
    guard let cell = subject.cell else { return filling.state }
    switch filling.state {
    case .malformed:
      if let finding = memberFinding(of: cell) { mark(cell, by: finding) }
      return .malformed
    case .absent:
      guard let finding = filling.unknownKey else { return .empty }
      mark(cell, by: finding)
      return .malformed
    case .stated, .open, .notApplicable, .empty: return filling.state
    }
  }

  /// The finding that speaks of the first malformed member of a group.
  private func memberFinding(of group: CellReference) -> Int? {
    for member in schema.records[group.record].fields[group.field].members {
      let cell = CellReference(record: group.record, row: group.row, field: member)
      if let finding = reported[cell] { return finding }
    }
    return nil
  }

  /// Makes the groups around a cell malformed whose only value it was.
  mutating func restateGroup(around cell: CellReference, by finding: Int) {
    let fields = schema.records[cell.record].fields
    guard let group = fields[cell.field].group else { return }
    let base = shape.bases[cell.record]
    let isStated = fields[group].members.contains { member in
      cells[base + member].states[cell.row] & CellBits.state == CellState.stated.rawValue
    }
    guard !isStated else { return }
    let outer = CellReference(record: cell.record, row: cell.row, field: group)
    cells[base + group].states[cell.row] = CellState.malformed.rawValue
    mark(outer, by: finding)
    restateGroup(around: outer, by: finding)
  }

  /// Gives the members of a group its state.
  private mutating func passDown(_ subject: Subject, _ state: CellState) {
    guard let field = subject.field else { return }
    let base = shape.bases[subject.record]
    let finding = subject.cell.flatMap { reported[$0] }
    for member in schema.records[subject.record].fields[field].members {
      let own = Subject(record: subject.record, row: subject.row, field: member)
      cells[base + member].nodes[subject.row] = cells[base + field].nodes[subject.row]
      cells[base + member].states[subject.row] |= state.rawValue
      if state == .malformed, let finding, let cell = own.cell { mark(cell, by: finding) }
      passDown(own, state)
    }
  }

  private mutating func readRecord(
    _ node: NodeID, _ record: Int, _ row: Int, _ field: Int, _ tree: YAMLTree
  ) -> CellState {
    let flat = shape.bases[record] + field
    let subject = Subject(record: record, row: row, field: field)
    guard tree.isMapping(node) else { return readNoMapping(node, subject, tree) }
    guard tree.firstChild(node) != nil else { return .empty }
    if let state = readState(of: node, subject, tree) { return state }
    let plan = plans[flat]
    let nested = addRows(
      1, to: plan.target, parent: UInt32(truncatingIfNeeded: row), place: plan.place)
    rowNodes[plan.target].append(node.raw)
    setChildren(flat, row, first: nested, count: 1)
    _ = fill(
      node, level: shape.recordLevels[plan.target], record: plan.target, row: nested, tree)
    return .stated
  }

  private mutating func readRecords(
    _ node: NodeID, _ record: Int, _ row: Int, _ field: Int, _ tree: YAMLTree
  ) -> CellState {
    let flat = shape.bases[record] + field
    let subject = Subject(record: record, row: row, field: field)
    guard tree.isSequence(node) else { return readNoList(node, subject, tree) }
    guard tree.firstChild(node) != nil else { return .empty }
    let plan = plans[flat]
    let rows = readElements(
      of: node, plan.target, parent: UInt32(truncatingIfNeeded: row), plan.place, subject, tree)
    setChildren(flat, row, first: rows.lowerBound, count: rows.count)
    if rows.isEmpty, let cell = subject.cell, reported[cell] != nil { return .malformed }
    return .stated
  }

  @inline(__always)
  private func setChildren(_ flat: Int, _ row: Int, first: Int, count: Int) {
    cells[flat].starts.unsafelyUnwrapped[row] = UInt32(truncatingIfNeeded: first)
    cells[flat].counts.unsafelyUnwrapped[row] = UInt32(truncatingIfNeeded: count)
  }

  /// Reads the mappings of a sequence into rows that stand next to each other.
  mutating func readElements(
    of sequence: NodeID, _ record: Int, parent: UInt32, _ place: UInt8, _ subject: Subject?,
    _ tree: YAMLTree
  ) -> Range<Int> {
    var count = 0
    var next = tree.firstChild(sequence)
    while let child = next {
      next = tree.nextSibling(child, in: sequence)
      if isElement(tree.resolved(child), tree) { count += 1 }
    }
    let first = addRows(count, to: record, parent: parent, place: place)
    // All nodes first: an element may hold further elements of its own record.
    next = tree.firstChild(sequence)
    while let child = next {
      next = tree.nextSibling(child, in: sequence)
      let node = tree.resolved(child)
      if isElement(node, tree) {
        rowNodes[record].append(node.raw)
      } else {
        reportNoElement(node, record, subject, tree)
      }
    }
    let level = shape.recordLevels[record]
    for row in first..<first + count {
      _ = fill(NodeID(raw: rowNodes[record][row]), level: level, record: record, row: row, tree)
    }
    return first..<first + count
  }

  @inline(__always)
  private func isElement(_ node: NodeID, _ tree: YAMLTree) -> Bool {
    tree.isMapping(node) && (!hasStateKeys || stateKey(of: node, tree) == nil)
  }
}
