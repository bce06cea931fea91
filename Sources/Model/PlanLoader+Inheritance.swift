import YAMLSyntax

extension PlanLoader {
  /// Fills absent cells from where their fields' defaults come from, sources first.
  mutating func inherit() {
    var done: [Record.Place] = []
    for record in schema.records.indices where counts[record] > 0 {
      for field in schema.records[record].fields.indices {
        inherit(Record.Place(record: record, field: field), &done)
      }
    }
  }

  private mutating func inherit(_ place: Record.Place, _ done: inout [Record.Place]) {
    guard let path = schema.records[place.record].fields[place.field].inherited,
      !done.contains(place)
    else { return }
    done.append(place)
    for source in schema.sources(of: place) { inherit(source, &done) }
    let target = cells[shape.bases[place.record] + place.field]
    let source = cells[shape.bases[path.record] + path.field]
    let steps = steps(from: place.record, path)
    let bits = CellState.absent.rawValue
    for row in 0..<counts[place.record] where target.states[row] == bits {
      guard let reached = Self.follow(steps, from: row) else { continue }
      let state = source.states[reached]
      guard state & CellBits.state != bits else { continue }
      target.states[row] = state | CellBits.inherited
      target.wide?[row] = source.wide?[reached] ?? 0
      target.narrow?[row] = source.narrow?[reached] ?? 0
      target.starts?[row] = source.starts?[reached] ?? 0
      target.counts?[row] = source.counts?[reached] ?? 0
      if plans[shape.bases[place.record] + place.field].kind == .scalars {
        copyEntries(to: place, row, from: path, reached)
      }
    }
  }

  /// Entries of one column cannot be the entries of another: the heir gets its own.
  private mutating func copyEntries(
    to place: Record.Place, _ row: Int, from path: Field.InheritedPath, _ reached: Int
  ) {
    let flat = shape.bases[place.record] + place.field
    let list = cells[shape.bases[path.record] + path.field]
    let first = Int(list.starts?[reached] ?? 0)
    let count = Int(list.counts?[reached] ?? 0)
    guard count > 0, let source = tables[path.record].columns[path.field].entries else { return }
    let start = addEntries(count, to: flat, place.record)
    let target = entries[flat].cells
    for offset in 0..<count {
      target.states[start + offset] = source.states[first + offset] | CellBits.inherited
      target.nodes[start + offset] = source.nodes[first + offset]
      target.wide?[start + offset] = source.wide?[first + offset] ?? 0
      target.narrow?[start + offset] = source.narrow?[first + offset] ?? 0
    }
    tables[place.record].columns[place.field].entries?.extend(to: start + count)
    cells[flat].starts?[row] = UInt32(truncatingIfNeeded: start)
  }

  private func steps(from record: Int, _ path: Field.InheritedPath) -> [Cells] {
    var record = record
    return path.references.map { field in
      let flat = shape.bases[record] + field
      record = plans[flat].target
      return cells[flat]
    }
  }

  /// The row that references lead to; nil where one is not stated or names nothing known.
  private static func follow(_ steps: [Cells], from row: Int) -> Int? {
    var row = row
    for step in steps {
      guard step.states[row] & CellBits.state == CellState.stated.rawValue,
        let next = step.narrow?[row], next != Column.unknown
      else { return nil }
      row = Int(next)
    }
    return row
  }
}
