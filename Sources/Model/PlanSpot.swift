import SourceText
import YAMLSyntax

/// What of a plan stands at a line, or at one place in it.
package struct PlanSpot: Sendable {
  /// The elements that begin there.
  package var elements: [ElementReference] = []
  /// The fields that stand there, without those of `elements`; of a group also its members.
  package var cells: [CellReference] = []
  /// The outermost of `cells`: what people call the line.
  package var named: [CellReference] = []
  /// The record whose top-level list begins there.
  package var list: Int?
  /// The innermost element around the place; the document where there is no other.
  package var around: ElementReference

  /// Whether nothing that the schema knows stands there.
  package var isEmpty: Bool { elements.isEmpty && cells.isEmpty && list == nil }
}

extension Plan {
  /// An element, or a field of the document, near a place.
  package struct Nearest: Sendable {
    package var place: Location
    package var element: ElementReference
    package var field: CellReference?
  }

  /// What stands in a line, or at an offset, of one of the plan's files.
  ///
  /// In a line counts what begins there; where nothing does, the field that goes on there.
  package func spot(in file: Int, line: ByteRange, at offset: Int?) -> PlanSpot {
    let reader = SpotReader(self, file)
    return offset.map(reader.spot) ?? reader.spot(in: line)
  }

  /// The element around a place; outside all of them the element, or field of the document, that
  /// begins behind it, else the last one. Nil where a file has none.
  package func nearest(to offset: Int, in file: Int) -> Nearest? {
    let reader = SpotReader(self, file)
    let around = reader.spot(at: offset).around
    if !schema.isRoot(around.record) {
      return Nearest(place: anchor(record: around.record, row: around.row), element: around)
    }
    let starts =
      reader.elements.map { ($0.extent.start, nil as CellReference?, $0.reference) }
      + reader.cells.filter { schema.isRoot($0.reference.record) }.map {
        ($0.extent.start, $0.reference, around)
      }
    let sorted = starts.sorted { $0.0 < $1.0 }
    guard let (start, field, element) = sorted.first(where: { $0.0 > offset }) ?? sorted.last
    else { return nil }
    return Nearest(
      place: Location(trees[file].file, ByteRange(at: start)), element: element, field: field)
  }

  /// The elements around an element, the nearest first, the document last; none for the document.
  package func ancestors(of element: ElementReference) -> [ElementReference] {
    var found: [ElementReference] = []
    var current = element
    while let next = parent(record: current.record, row: current.row)?.element {
      found.append(next)
      current = next
    }
    if !schema.isRoot(current.record) {
      found.append(ElementReference(record: schema.root, row: 0))
    }
    return found
  }
}

/// Finds what stands somewhere in one file.
private struct SpotReader {
  struct Element {
    var reference: ElementReference
    var extent: ByteRange
  }
  struct Cell {
    var reference: CellReference
    /// The key with the value.
    var extent: ByteRange
  }
  let plan: Plan
  let file: Int
  private(set) var elements: [Element] = []
  private(set) var cells: [Cell] = []

  init(_ plan: Plan, _ file: Int) {
    self.plan = plan
    self.file = file
    let tree = plan.trees[file]
    for record in plan.schema.records.indices where record < plan.tables.count {
      let table = plan.tables[record]
      let isRoot = plan.schema.isRoot(record)
      for row in 0..<table.count {
        if !isRoot {
          guard table.file(ofRow: row) == file else { continue }
          elements.append(
            Element(
              reference: ElementReference(record: record, row: row),
              extent: tree.span(NodeID(raw: table.nodes[row]))))
        }
        addCells(record, row, table, tree)
      }
    }
    elements.sort { ($0.extent.start, -$0.extent.end) < ($1.extent.start, -$1.extent.end) }
  }

  private mutating func addCells(_ record: Int, _ row: Int, _ table: Table, _ tree: YAMLTree) {
    for (field, column) in table.columns.enumerated() {
      let cell = CellReference(record: record, row: row, field: field)
      guard column.nodes[row] != 0, !plan.isInherited(cell), plan.file(of: cell) == file else {
        continue
      }
      let node = NodeID(raw: column.nodes[row])
      cells.append(Cell(reference: cell, extent: tree.keySpan(node).union(tree.span(node))))
    }
  }

  // MARK: - Lines

  func spot(in line: ByteRange) -> PlanSpot {
    func begins(_ range: ByteRange) -> Bool {
      line.contains(range.start) || line.isEmpty && range.start == line.start
    }
    let starting = elements.filter { begins($0.extent) }
    var spot = PlanSpot(around: around(line.start))
    spot.elements = starting.map(\.reference)
    let here = cells.filter { cell in
      begins(cell.extent) && !starting.contains { $0.reference.holds(cell.reference) }
    }
    take(here, into: &spot)
    spot.list = plan.listKeys.firstIndex {
      $0?.file == plan.trees[file].file && $0.map { begins($0.range) } == true
    }
    if spot.isEmpty, let going = innermostCell(at: firstLetter(of: line)) {
      take([going], into: &spot)
    }
    return spot
  }

  private func firstLetter(of line: ByteRange) -> Int {
    let bytes = plan.trees[file].bytes
    return (line.start..<line.end).first { bytes[$0] != 32 && bytes[$0] != 9 } ?? line.start
  }

  private func take(_ found: [Cell], into spot: inout PlanSpot) {
    let references = found.map(\.reference)
    for reference in references {
      let fields = plan.schema.records[reference.record].fields
      for member in [reference.field] + members(of: reference.field, fields) {
        let cell = CellReference(record: reference.record, row: reference.row, field: member)
        if !spot.cells.contains(cell) { spot.cells.append(cell) }
      }
      let isInside = references.contains { other in
        other.record == reference.record && other.row == reference.row
          && members(of: other.field, fields).contains(reference.field)
      }
      if !isInside { spot.named.append(reference) }
    }
  }

  /// The fields in a group, those in its groups included.
  private func members(of field: Int, _ fields: [Field]) -> [Int] {
    fields[field].members.flatMap { [$0] + members(of: $0, fields) }
  }

  // MARK: - Offsets

  /// The innermost field or element whose bytes hold the offset.
  func spot(at offset: Int) -> PlanSpot {
    var spot = PlanSpot(around: around(offset))
    let element = innermostElement(at: offset)
    if let cell = innermostCell(at: offset),
      element.map({ cell.extent.count < $0.extent.count }) ?? true
    {
      take([cell], into: &spot)
    } else if let element {
      spot.elements = [element.reference]
    }
    spot.list = plan.listKeys.firstIndex {
      $0?.file == plan.trees[file].file && $0?.range.contains(offset) == true
    }
    return spot
  }

  private func innermostElement(at offset: Int) -> Element? {
    elements.filter { $0.extent.contains(offset) }.min { $0.extent.count < $1.extent.count }
  }

  /// The innermost field at an offset, unless an element lies between.
  private func innermostCell(at offset: Int) -> Cell? {
    let found = cells.filter { $0.extent.contains(offset) }
      .min { $0.extent.count < $1.extent.count }
    guard let found, let element = innermostElement(at: offset) else { return found }
    return found.extent.count <= element.extent.count || element.reference.holds(found.reference)
      ? found : nil
  }

  private func around(_ offset: Int) -> ElementReference {
    innermostElement(at: offset)?.reference
      ?? ElementReference(record: plan.schema.root, row: 0)
  }
}

extension ElementReference {
  fileprivate func holds(_ cell: CellReference) -> Bool {
    cell.record == record && cell.row == row
  }
}
