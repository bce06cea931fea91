import SourceText
import Values
import YAMLSyntax

extension Plan {
  /// Whether the plan stands beside its previous version.
  package var hasPrevious: Bool { previousFile != nil }

  /// The plan beside its previous version: the tables and files of both, the plan's own first.
  ///
  /// Takes the columns of `previous` over, whose amounts then carry the currencies of this plan;
  /// both are of one schema. Findings about `previous` are no part of it.
  package func beside(_ previous: consuming Plan) -> Plan {
    var joined = Plan(
      schema: schema.withPrevious(), trees: trees + previous.trees,
      tables: tables + previous.tables.map { $0.moved(by: schema.records.count, trees.count) })
    joined.listStates = listStates + previous.listStates
    joined.listKeys = listKeys + previous.listKeys
    joined.listValues =
      listValues
      + previous.listValues.map { value in
        value.map { PlanNode(file: $0.file + trees.count, node: $0.node) }
      }
    joined.currencies = currencies
    joined.takeOver(currenciesOf: previous)
    joined.reported = reported
    joined.reportedLists = reportedLists
    joined.rootFiles = rootFiles
    joined.previousFile = trees.count
    joined.previousRootFiles = previous.rootFiles.map { $0 + trees.count }
    joined.isComplete = isComplete && previous.isComplete
    joined.language = language
    return joined
  }

  /// Gives the amounts of another plan the tags that currencies have in this one.
  private mutating func takeOver(currenciesOf other: Plan) {
    var tags: [UInt8] = []
    for currency in other.currencies {
      let known = currencies.firstIndex(of: currency)
      if known == nil { currencies.append(currency) }
      tags.append(UInt8(known ?? currencies.count - 1))
    }
    guard tags != Array(0..<UInt8(tags.count)) else { return }
    for (record, table) in other.tables.enumerated() {
      for (field, column) in table.columns.enumerated() {
        switch other.schema.records[record].fields[field].type {
        case .scalar(.money): column.retag(tags)
        case .scalars(.money, _): column.entries?.retag(tags)
        case .scalar, .scalars, .records, .record, .group: break
        }
      }
    }
  }

  /// The main file of the version that a root record belongs to.
  package func mainTree(ofRoot record: Int) -> YAMLTree? {
    let index = schema.isPrevious(record) ? previousFile ?? 0 : 0
    return index < trees.count ? trees[index] : nil
  }

  /// Whether a place is in a file of the previous version.
  package func isPrevious(_ location: Location) -> Bool {
    guard let previousFile else { return false }
    return trees[previousFile...].contains { $0.file == location.file }
  }
}

extension Table {
  /// The same rows as those of another record, whose files stand behind others.
  func moved(by records: Int, _ files: Int) -> Table {
    let moved = Table(record: record + records, columns: columns)
    moved.count = count
    moved.nodes = nodes
    moved.parents = parents
    moved.places = places
    moved.chunks = chunks.map { (firstRow: $0.firstRow, file: $0.file + files) }
    moved.index = index
    moved.repeatedIds = repeatedIds
    return moved
  }
}

extension Column {
  /// Gives packed amounts other tags, by the old ones.
  fileprivate func retag(_ tags: [UInt8]) {
    guard let wide else { return }
    for row in 0..<count where states[row] & CellBits.state == CellState.stated.rawValue {
      let tag = Int(Decimal.tag(ofPacked: wide[row]))
      if let packed = Decimal(packed: wide[row]).packed(tag: tags[tag]) { wide[row] = packed }
    }
  }
}
