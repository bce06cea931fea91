import Diagnostics
import SourceText
import Values
import YAMLSyntax

extension PlanLoader {
  /// Enters all identifiers, then replaces every reference by the row that it names.
  mutating func resolveReferences() {
    for record in schema.records.indices where schema.records[record].list != nil {
      if counts[record] > 0, let field = schema.records[record].idField { enterIds(record, field) }
    }
    for (record, table) in tables.enumerated() where counts[record] > 0 {
      table.index = indexes[record]
      for field in table.columns.indices {
        let flat = shape.bases[record] + field
        guard plans[flat].scalar == .reference else { continue }
        switch plans[flat].kind {
        case .scalar: resolve(record, field)
        case .scalars: resolveEntries(record, field)
        case .records, .record, .group: break
        }
      }
    }
  }

  // MARK: - Identifiers

  private mutating func enterIds(_ record: Int, _ field: Int) {
    let table = tables[record]
    let target = cells[shape.bases[record] + field]
    var index = IdentifierIndex(capacity: table.count)
    var repeated: [UInt32: [Int]] = [:]
    for (number, chunk) in table.chunks.enumerated() {
      let end = number + 1 < table.chunks.count ? table.chunks[number + 1].firstRow : table.count
      file = chunk.file
      let tree = trees[file]
      for row in chunk.firstRow..<end {
        switch target.states[row] {
        case CellState.stated.rawValue:
          let node = tree.resolve(NodeID(raw: target.nodes[row]))
          if let first = tree.withText(node, { index.insert($0, row: UInt32(row)) }) {
            repeated[first, default: []].append(row)
          }
        case CellState.absent.rawValue, CellState.empty.rawValue:
          if tree.isComplete { reportMissingId(record, row, field, target, tree) }
        default: break
        }
      }
    }
    indexes[record] = index
    table.repeatedIds = repeated
    for (first, rows) in repeated.sorted(by: { $0.value[0] < $1.value[0] }) {
      reportDuplicates(record, field, Int(first), rows)
    }
  }

  private mutating func reportMissingId(
    _ record: Int, _ row: Int, _ field: Int, _ target: Cells, _ tree: YAMLTree
  ) {
    let subject = Subject(record: record, row: row, field: field)
    let mapping = NodeID(raw: rowNodes[record][row])
    let range: ByteRange
    if target.nodes[row] != 0 {
      range = tree.keySpan(NodeID(raw: target.nodes[row]))
    } else {
      range = tree.firstChild(mapping).map(tree.keySpan) ?? tree.span(mapping)
    }
    let key = schema.records[record].fields[field].name
    let finding = report(.missingId(key: key), at: range, subject)
    if let cell = subject.cell { mark(cell, by: finding) }
  }

  private mutating func reportDuplicates(
    _ record: Int, _ field: Int, _ first: Int, _ rows: [Int]
  ) {
    let places = ([first] + rows).map { idLocation(record, $0, field) }
    file = tables[record].file(ofRow: rows[0])
    let id = source.text(places[1].range)
    let finding = report(
      .duplicateId(shortened(id), count: places.count), at: places[1].range,
      Subject(record: record, row: rows[0], field: field))
    for row in rows { mark(CellReference(record: record, row: row, field: field), by: finding) }
    note(finding, first: places[0])
    let text = LocalizedText(en: "and here", de: "und hier")
    book.amend(finding, related: places.dropFirst(2).map { RelatedPlace($0, text) })
  }

  private func idLocation(_ record: Int, _ row: Int, _ field: Int) -> Location {
    let tree = trees[tables[record].file(ofRow: row)]
    let node = NodeID(raw: cells[shape.bases[record] + field].nodes[row])
    return Location(tree.file, tree.span(node))
  }

  // MARK: - References

  private mutating func resolve(_ record: Int, _ field: Int) {
    let flat = shape.bases[record] + field
    let target = cells[flat]
    let table = tables[record]
    for (number, chunk) in table.chunks.enumerated() {
      let end = number + 1 < table.chunks.count ? table.chunks[number + 1].firstRow : table.count
      file = record == schema.root ? max(rootFiles[field], 0) : chunk.file
      let tree = trees[file]
      for row in chunk.firstRow..<end where target.states[row] == CellState.stated.rawValue {
        resolve(target, row, Subject(record: record, row: row, field: field), flat, tree)
      }
    }
  }

  private mutating func resolveEntries(_ record: Int, _ field: Int) {
    let flat = shape.bases[record] + field
    let list = cells[flat]
    let table = tables[record]
    guard let entries = table.columns[field].entries else { return }
    let target = Cells(entries)
    for (number, chunk) in table.chunks.enumerated() {
      let end = number + 1 < table.chunks.count ? table.chunks[number + 1].firstRow : table.count
      file = record == schema.root ? max(rootFiles[field], 0) : chunk.file
      let tree = trees[file]
      for row in chunk.firstRow..<end {
        let count = Int(list.counts.unsafelyUnwrapped[row])
        guard count > 0 else { continue }
        let first = Int(list.starts.unsafelyUnwrapped[row])
        let subject = Subject(record: record, row: row, field: field)
        for index in first..<first + count
        where target.states[index] == CellState.stated.rawValue {
          resolve(target, index, subject, flat, tree)
        }
      }
    }
  }

  @inline(__always)
  private mutating func resolve(
    _ target: Cells, _ index: Int, _ subject: Subject, _ flat: Int, _ tree: YAMLTree
  ) {
    let wanted = plans[flat].target
    let node = tree.resolve(NodeID(raw: target.nodes[index]))
    if let found = tree.withText(node, { indexes[wanted]?.row(of: $0) }),
      !(wanted == subject.record && Int(found) == subject.row)
    {
      target.narrow.unsafelyUnwrapped[index] = found
    } else {
      reportReference(target, index, subject, flat, node, tree)
    }
  }

  private mutating func reportReference(
    _ target: Cells, _ index: Int, _ subject: Subject, _ flat: Int, _ node: NodeID,
    _ tree: YAMLTree
  ) {
    let plan = plans[flat]
    let text = tree.text(node)
    let span = tree.span(node)
    let isOwn = indexes[plan.target]?.row(of: text) != nil
    guard isOwn || !plan.isOpen else {
      target.narrow.unsafelyUnwrapped[index] = Column.unknown
      report(unknown(text, plan.target, isOpen: true), .note, at: span, subject)
      return
    }
    let fact: PlanFact
    if isOwn {
      fact = .refersToItself(shortened(text))
    } else if let other = indexes.firstIndex(where: { $0?.row(of: text) != nil }) {
      fact = .wrongKind(
        shortened(text), wanted: schema.records[plan.target].list ?? "",
        found: schema.records[other].list ?? "")
    } else {
      fact = unknown(text, plan.target, isOpen: false)
    }
    let finding = report(fact, at: span, subject)
    if !isOwn, let key = listKeys[plan.target] {
      let title = schema.records[plan.target].list ?? ""
      let place = LocalizedText(en: "`\(title)` stand here", de: "`\(title)` stehen hier")
      book.amend(finding, related: [RelatedPlace(key, place)])
    }
    _ = markMalformed(target, index, subject, finding)
    if let cell = subject.cell { restateGroup(around: cell, by: finding) }
  }

  private mutating func unknown(_ text: String, _ record: Int, isOpen: Bool) -> PlanFact {
    let isFull = book.isFull(file)
    let known = isFull || tables[record].count > 12 ? [] : ids(of: record)
    return .unknownReference(
      shortened(text), list: schema.records[record].list ?? "",
      count: indexes[record]?.count ?? 0, known: known,
      nearest: isFull ? [] : nearestIds(text, record), isOpen: isOpen)
  }

  /// The ids of a record that are near a text; of a long list only those one edit away.
  private mutating func nearestIds(_ text: String, _ record: Int) -> [String] {
    if let known = nearIds[record]?[text] { return known }
    let nearest: [String]
    if tables[record].count <= 1000 {
      nearest = NearestNames.rank(text, among: ids(of: record))
    } else {
      let index = indexes[record]
      nearest = Array(Self.variants(of: text).filter { index?.row(of: $0) != nil }.prefix(3))
    }
    nearIds[record, default: [:]][text] = nearest
    return nearest
  }

  private func ids(of record: Int) -> [String] {
    guard let field = schema.records[record].idField else { return [] }
    let target = cells[shape.bases[record] + field]
    let table = tables[record]
    var seen: Set<String> = []
    return (0..<table.count).compactMap { row in
      guard target.states[row] & CellBits.state == CellState.stated.rawValue else { return nil }
      let tree = trees[table.file(ofRow: row)]
      let id = tree.text(tree.resolve(NodeID(raw: target.nodes[row])))
      return seen.insert(id).inserted ? id : nil
    }
  }

  /// The texts one slip of the finger away: another case, a lost, doubled or swapped character.
  private static func variants(of text: String) -> [String] {
    let characters = Array(text.prefix(40))
    var found = [text.uppercased(), text.lowercased()]
    for index in characters.indices {
      var lost = characters
      lost.remove(at: index)
      found.append(String(lost))
      if index + 1 < characters.count {
        var swapped = characters
        swapped.swapAt(index, index + 1)
        found.append(String(swapped))
      }
      for mark in "-_. 0" {
        var added = characters
        added.insert(mark, at: index)
        found.append(String(added))
      }
    }
    var seen: Set<String> = [text]
    return found.filter { seen.insert($0).inserted }
  }
}
