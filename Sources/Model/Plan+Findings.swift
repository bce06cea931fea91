import Diagnostics
import SourceText
import Values
import YAMLSyntax

extension Plan {
  /// The plan, which may stand beside its previous version, with its findings as the elements of a
  /// record, as tables read them.
  ///
  /// `schema` is that of the plan alone with `withFindings`. The findings' texts stand, in English,
  /// in a file of their own behind the plan's, so that columns point to them as to all texts. The
  /// previous version has no findings.
  package func withFindings(_ findings: [Finding], schema: Schema) -> Plan {
    guard let index = schema.findings else { return self }
    let record = schema.records[index]
    var builder = FindingTable(record: index, fields: record.fields, count: findings.count)
    let elements = elements(of: findings)
    for (row, finding) in findings.enumerated() {
      builder.add(finding, row)
      for field in FindingField.allCases.count..<record.fields.count {
        let found = reference(named: record.fields[field].name, from: elements[row], schema, index)
        builder.set(found, row, field)
      }
    }
    let (table, tree) = builder.finish(file: trees.count)
    let none = FindingTable(record: index, fields: record.fields, count: 0)
    var plan = with(table, none: none.finish(file: trees.count).table, schema: schema)
    plan.trees.append(tree)
    return plan
  }

  /// Enters the table of findings behind those of the plan's own records, and one without any behind
  /// those of the previous version.
  private func with(_ table: Table, none: Table, schema: Schema) -> Plan {
    let own = table.record
    func entered<T>(_ values: [T], _ value: T) -> [T] {
      guard hasPrevious else { return values + [value] }
      return values[..<own] + [value] + values[own...] + [value]
    }
    var plan = self
    plan.schema = hasPrevious ? schema.withPrevious() : schema
    plan.tables = Array(tables[..<own]) + [table]
    if hasPrevious {
      plan.tables += tables[own...].map { $0.moved(by: 1, 0) }
      plan.tables.append(none.moved(by: own + 1, 0))
    }
    plan.listStates = entered(listStates, .absent)
    plan.listKeys = entered(listKeys, nil)
    plan.listValues = entered(listValues, nil)
    return plan
  }

  /// The element, or its nearest outer one, that is meant or that states the reference.
  private func reference(
    named name: String, from element: ElementReference, _ schema: Schema, _ findings: Int
  ) -> (state: CellState, row: Int?) {
    var next: ElementReference? = element
    while let current = next, current.record != schema.root {
      let record = schema.records[current.record]
      if record.name == name, record.list != nil { return (.stated, current.row) }
      if let field = record.field(path: name), case .scalar(.reference) = record.fields[field].type
      {
        let cell = CellReference(record: current.record, row: current.row, field: field)
        let state = state(cell)
        let row = referencedRow(cell)?.row
        return (state == .stated && row == nil ? .malformed : state, row)
      }
      next = parent(record: current.record, row: current.row)?.element
    }
    return (.notApplicable, nil)
  }

  // MARK: - Where findings stand

  /// The innermost element around each finding's place; the document where there is none.
  package func elements(of findings: [Finding]) -> [ElementReference] {
    let spans = elementSpans()
    return findings.map { finding in
      let root = ElementReference(record: schema.root, row: 0)
      guard let inFile = spans[finding.location.file.path] else { return root }
      let start = finding.location.range.start
      var low = 0
      var high = inFile.count
      while low < high {
        let middle = (low + high) / 2
        if inFile[middle].range.start <= start { low = middle + 1 } else { high = middle }
      }
      // The last element that begins before is the innermost one, or lies inside its siblings.
      var candidate = low - 1
      while candidate >= 0 {
        if inFile[candidate].range.end > start { return inFile[candidate].element }
        candidate = inFile[candidate].outer
      }
      return root
    }
  }

  private struct ElementSpan {
    var range: ByteRange
    var element: ElementReference
    /// The span around it; -1 where there is none.
    var outer = -1
  }

  /// The places of all elements by file, in the order of the file.
  private func elementSpans() -> [String: [ElementSpan]] {
    var spans: [String: [ElementSpan]] = [:]
    for table in tables where table.record != schema.root && !schema.isPrevious(table.record) {
      for row in 0..<table.count where row < table.nodes.count {
        let tree = trees[table.file(ofRow: row)]
        spans[tree.file.path, default: []].append(
          ElementSpan(
            range: tree.span(NodeID(raw: table.nodes[row])),
            element: ElementReference(record: table.record, row: row)))
      }
    }
    return spans.mapValues { spans in
      var sorted = spans.sorted {
        ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end)
      }
      var open: [Int] = []
      for index in sorted.indices {
        while let last = open.last, sorted[last].range.end <= sorted[index].range.start {
          open.removeLast()
        }
        sorted[index].outer = open.last ?? -1
        open.append(index)
      }
      return sorted
    }
  }
}

/// The table of findings while it is filled.
private struct FindingTable {
  private let table: Table
  private var texts: [(row: Int, field: Int, text: String)] = []

  init(record: Int, fields: [Field], count: Int) {
    let columns = fields.map { field in
      switch field.type {
      case .scalar(.wholeNumber): Column(.wide)
      case .scalar(.choice), .scalar(.reference): Column(.narrow)
      case .scalar, .scalars, .records, .record, .group: Column(.plain)
      }
    }
    for column in columns { column.extend(to: count) }
    table = Table(record: record, columns: columns)
    table.count = count
    table.nodes = [UInt32](repeating: 0, count: count)
  }

  mutating func add(_ finding: Finding, _ row: Int) {
    for (index, field) in FindingField.allCases.enumerated() {
      switch field {
      case .severity: set((.stated, Int(finding.severity.rawValue)), row, index)
      case .outcome:
        switch finding.outcome {
        case .violated: set((.stated, 0), row, index)
        case .undetermined: set((.stated, 1), row, index)
        case .met, .notApplicable, nil: set((.notApplicable, nil), row, index)
        }
      case .line:
        let line = finding.location.file.position(of: finding.location.range.start).line
        table.columns[index].states[row] = CellState.stated.rawValue
        table.columns[index].wide?[row] = Decimal(line).packed ?? 0
      case .rule, .message, .element, .field, .file:
        if let text = field.text(of: finding)?.english { texts.append((row, index, text)) }
      }
    }
  }

  func set(_ value: (state: CellState, row: Int?), _ row: Int, _ field: Int) {
    table.columns[field].states[row] = value.state.rawValue
    table.columns[field].narrow?[row] = value.row.map(UInt32.init) ?? Column.unknown
  }

  /// The table, and the tree that its texts stand in.
  func finish(file: Int) -> (table: Table, tree: YAMLTree) {
    var source = ""
    for entry in texts { source += "- \(Self.quoted(entry.text))\n" }
    let tree = composeYAML(SourceFile(path: "", text: source), limits: Limits()).tree
    let nodes = tree.root.map { Array(tree.children($0)) } ?? []
    for (entry, node) in zip(texts, nodes) {
      table.columns[entry.field].states[entry.row] = CellState.stated.rawValue
      table.columns[entry.field].nodes[entry.row] = node.raw
    }
    table.chunks = [(firstRow: 0, file: file)]
    return (table, tree)
  }

  /// The text in YAML's double quotes, with everything escaped that is no plain sign.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: result += "\\\(scalar)"
      case 0x20...0x7E, 0xA1...0x2027, 0x2030...0xD7FF:
        result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
