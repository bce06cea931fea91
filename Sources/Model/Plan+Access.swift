import Diagnostics
import SourceText
import Values
import YAMLSyntax

// MARK: - States and values

extension Plan {
  package func state(_ cell: CellReference) -> CellState {
    CellState(rawValue: bits(cell) & CellBits.state) ?? .absent
  }

  package func isInherited(_ cell: CellReference) -> Bool { bits(cell) & CellBits.inherited != 0 }

  /// The loader's finding that speaks of a cell, or of the cell that it inherits from.
  package func reportedFinding(_ cell: CellReference) -> Int? {
    guard bits(cell) & CellBits.reported != 0 else { return nil }
    return reported[cell] ?? reported[source(of: cell)]
  }

  private func bits(_ cell: CellReference) -> UInt8 { column(cell).states[cell.row] }

  private func column(_ cell: CellReference) -> Column {
    tables[cell.record].columns[cell.field]
  }

  private func field(_ cell: CellReference) -> Field {
    schema.records[cell.record].fields[cell.field]
  }

  /// The cell that states the value: the cell itself, or where an inherited one comes from.
  package func source(of cell: CellReference) -> CellReference {
    var cell = cell
    while isInherited(cell), let path = field(cell).inherited {
      var row = cell.row
      var record = cell.record
      for reference in path.references {
        let step = CellReference(record: record, row: row, field: reference)
        guard let next = referencedRow(step) else { return cell }
        row = next.row
        record = next.record
      }
      cell = CellReference(record: path.record, row: row, field: path.field)
    }
    return cell
  }

  /// The decoded text of a scalar as it is written; nil where the cell holds none.
  package func text(_ cell: CellReference) -> String? {
    withText(cell) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the decoded text of a scalar to `body`; nil where the cell holds none.
  package func withText<R>(_ cell: CellReference, _ body: (TextBytes) -> R) -> R? {
    let source = source(of: cell)
    let node = column(source).nodes[source.row]
    guard node != 0 else { return nil }
    return withText(PlanNode(file: file(of: source), node: NodeID(raw: node)), body)
  }

  private func withText<R>(_ place: PlanNode, _ body: (TextBytes) -> R) -> R? {
    let tree = trees[place.file]
    let node = tree.resolve(place.node)
    return tree.isScalar(node) ? tree.withText(node, body) : nil
  }

  /// The number of a stated number, percentage or amount.
  package func decimal(_ cell: CellReference) -> Decimal? {
    guard state(cell) == .stated, let wide = column(cell).wide else { return nil }
    return Decimal(packed: wide[cell.row])
  }

  package func money(_ cell: CellReference) -> Money? {
    guard let decimal = decimal(cell), let wide = column(cell).wide else { return nil }
    return Money(decimal, currencies[Int(Decimal.tag(ofPacked: wide[cell.row]))])
  }

  /// A stated date as the schema reads it.
  package func date(_ cell: CellReference) -> CalendarDate? {
    guard state(cell) == .stated, let wide = column(cell).wide else { return nil }
    return CalendarDate(packed: wide[cell.row])
  }

  package func yesOrNo(_ cell: CellReference) -> Bool? { narrow(cell).map { $0 != 0 } }

  /// The stated value of a choice; nil also where an open choice holds another text.
  package func choiceValue(_ cell: CellReference) -> Int? { narrow(cell) }

  /// The element that a reference names; nil also where an open reference holds another text.
  package func referencedRow(_ cell: CellReference) -> ElementReference? {
    guard case .scalar(.reference(let record, _)) = field(cell).type else { return nil }
    let target = schema.inVersion(of: cell.record, record)
    return narrow(cell).map { ElementReference(record: target, row: $0) }
  }

  private func narrow(_ cell: CellReference) -> Int? {
    guard state(cell) == .stated, let narrow = column(cell).narrow,
      narrow[cell.row] != Column.unknown
    else { return nil }
    return Int(narrow[cell.row])
  }
}

// MARK: - Lists

extension Plan {
  /// One entry of a list of values.
  package struct Entry: Hashable, Sendable {
    package var cell: CellReference
    /// The place in the column's `entries`.
    package var index: Int
  }

  /// The entries of a list of values in the order of the text.
  package func entries(_ cell: CellReference) -> [Entry] {
    guard column(cell).entries != nil else { return [] }
    return children(cell).map { Entry(cell: cell, index: $0) }
  }

  /// The rows of the nested records, or the places of a list's entries in its column.
  package func children(_ cell: CellReference) -> Range<Int> {
    let column = column(cell)
    guard let starts = column.starts, let counts = column.counts else { return 0..<0 }
    return Int(starts[cell.row])..<Int(starts[cell.row]) + Int(counts[cell.row])
  }

  package func state(_ entry: Entry) -> CellState {
    let bits = column(entry.cell).entries?.states[entry.index] ?? 0
    return CellState(rawValue: bits & CellBits.state) ?? .absent
  }

  package func text(_ entry: Entry) -> String? {
    node(entry).flatMap { withText($0) { String(decoding: $0, as: UTF8.self) } }
  }

  package func location(_ entry: Entry) -> Location {
    node(entry).map(location) ?? location(of: entry.cell)
  }

  package func referencedRow(_ entry: Entry) -> ElementReference? {
    guard case .scalars(.reference(let record, _), _) = field(entry.cell).type,
      state(entry) == .stated, let row = column(entry.cell).entries?.narrow?[entry.index],
      row != Column.unknown
    else { return nil }
    return ElementReference(record: schema.inVersion(of: entry.cell.record, record), row: Int(row))
  }

  private func node(_ entry: Entry) -> PlanNode? {
    guard let node = column(entry.cell).entries?.nodes[entry.index], node != 0 else { return nil }
    return PlanNode(file: file(of: source(of: entry.cell)), node: NodeID(raw: node))
  }
}

// MARK: - Declared unknowns

extension Plan {
  /// Why a field has no value.
  package struct Declaration: Hashable, Sendable {
    package var reason: String
    package var until: String?
    package var by: String?
  }

  /// What is said of a field that is open or does not apply; nil for every other state.
  package func declaration(_ cell: CellReference) -> Declaration? {
    let state = state(cell)
    guard state == .open || state == .notApplicable else { return nil }
    let source = source(of: cell)
    let node = NodeID(raw: column(source).nodes[source.row])
    return declaration(at: PlanNode(file: file(of: source), node: node))
  }

  /// What is said of a top-level list that is open or does not apply.
  package func declaration(ofList record: Int) -> Declaration? {
    let state = listStates[record]
    guard state == .open || state == .notApplicable, let value = listValues[record] else {
      return nil
    }
    return declaration(at: value)
  }

  private func declaration(at place: PlanNode) -> Declaration {
    let tree = trees[place.file]
    var declaration = Declaration(reason: "")
    for child in tree.children(tree.resolve(place.node)) {
      guard let key = tree.key(child).flatMap({ StateKey(tree.keyText($0)) }) else { continue }
      let text = tree.text(tree.resolve(child))
      switch key {
      case .open, .notApplicable: declaration.reason = text
      case .until: declaration.until = text
      case .by: declaration.by = text
      }
    }
    return declaration
  }
}
