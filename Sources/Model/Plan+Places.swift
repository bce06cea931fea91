import SourceText
import YAMLSyntax

extension Plan {
  /// The index into `trees` of the file that holds a cell.
  package func file(of cell: CellReference) -> Int {
    rootFile(record: cell.record, field: cell.field)
      ?? tables[cell.record].file(ofRow: cell.row)
  }

  /// The file that states a field of the document; nil for other records.
  package func rootFile(record: Int, field: Int) -> Int? {
    if record == schema.root { return rootFiles[field] }
    return schema.isRoot(record) ? previousRootFiles[field] : nil
  }

  func location(_ place: PlanNode) -> Location {
    let tree = trees[place.file]
    return Location(tree.file, tree.span(place.node))
  }

  /// The value's bytes, for inherited cells those of the source; the element's anchor where
  /// nothing is written.
  package func location(of cell: CellReference) -> Location {
    let source = source(of: cell)
    let node = tables[source.record].columns[source.field].nodes[source.row]
    guard node != 0 else { return anchor(record: cell.record, row: cell.row) }
    return location(PlanNode(file: file(of: source), node: NodeID(raw: node)))
  }

  /// The key of a cell that is written in its own element; nil for every other.
  package func keyLocation(of cell: CellReference) -> Location? {
    let node = tables[cell.record].columns[cell.field].nodes[cell.row]
    guard node != 0, !isInherited(cell) else { return nil }
    let tree = trees[file(of: cell)]
    return Location(tree.file, tree.keySpan(NodeID(raw: node)))
  }

  /// Where an element is pointed at: its id, else its first key; for the root the top of the file.
  package func anchor(record: Int, row: Int) -> Location {
    guard !schema.isRoot(record) else {
      guard let file = mainTree(ofRoot: record)?.file else {
        return Location(SourceFile(path: "", bytes: []), ByteRange(at: 0))
      }
      return Location(file, ByteRange(at: 0))
    }
    let table = tables[record]
    let tree = trees[table.file(ofRow: row)]
    if let field = schema.records[record].idField {
      let node = table.columns[field].nodes[row]
      let span = tree.span(NodeID(raw: node))
      if node != 0, !span.isEmpty { return Location(tree.file, span) }
    }
    let mapping = NodeID(raw: table.nodes[row])
    if let first = tree.firstChild(mapping) { return Location(tree.file, tree.keySpan(first)) }
    return Location(tree.file, tree.span(mapping))
  }

  /// Where an absent field would be written, and what stands around its value there.
  package struct InsertionPoint: Hashable, Sendable {
    /// An empty range.
    package var location: Location
    /// A line break with indentation, or a comma; then the keys that are missing.
    package var prefix: String
    package var suffix: String
  }

  /// Where an absent field would be written; nil where its element cannot take keys.
  package func insertionPoint(for cell: CellReference) -> InsertionPoint? {
    let fields = schema.records[cell.record].fields
    var keys = [fields[cell.field].name]
    var group = fields[cell.field].group
    let table = tables[cell.record]
    while let outer = group {
      let node = table.columns[outer].nodes[cell.row]
      if node != 0 {
        let owner = CellReference(record: cell.record, row: cell.row, field: outer)
        return insertionPoint(in: PlanNode(file: file(of: owner), node: NodeID(raw: node)), keys)
      }
      keys.insert(fields[outer].name, at: 0)
      group = fields[outer].group
    }
    guard cell.row < table.nodes.count else { return nil }
    let file = cell.record == schema.root ? 0 : table.file(ofRow: cell.row)
    return insertionPoint(in: PlanNode(file: file, node: NodeID(raw: table.nodes[cell.row])), keys)
  }

  private func insertionPoint(in place: PlanNode, _ keys: [String]) -> InsertionPoint? {
    let tree = trees[place.file]
    let mapping = tree.resolve(place.node)
    guard tree.isMapping(mapping), let first = tree.firstChild(mapping) else { return nil }
    var last = first
    while let next = tree.nextSibling(last, in: mapping) { last = next }
    let bytes = tree.file.bytes
    let start = tree.span(mapping).start
    if start < bytes.count, bytes[start] == UInt8(ascii: "{") {
      let path = keys.joined(separator: ": {") + ": "
      return InsertionPoint(
        location: Location(tree.file, ByteRange(at: tree.span(last).end)), prefix: ", " + path,
        suffix: String(repeating: "}", count: keys.count - 1))
    }
    var end = tree.span(last).end
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    var prefix = ""
    let column = tree.file.position(of: tree.keySpan(first).start).column - 1
    for (depth, key) in keys.enumerated() {
      prefix += "\n" + String(repeating: " ", count: column + 2 * depth) + key + ":"
    }
    return InsertionPoint(
      location: Location(tree.file, ByteRange(at: end)), prefix: prefix + " ", suffix: "")
  }
}
