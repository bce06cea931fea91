import Diagnostics
import SourceText
import Values
import YAMLSyntax

/// Reads a plan and the files that it includes into the columns of a schema.
///
/// It never fails: what cannot be read has a finding and a cell that says so.
package func loadPlan(
  _ main: SourceFile, schema: Schema, limits: Limits, includes: IncludeResolver
) -> (plan: Plan, findings: [Finding]) {
  loadPlan(main, shape: LoadShape(schema), limits: limits, includes: includes)
}

/// The same for a schema that was laid out before, which saves time where plans are small.
package func loadPlan(
  _ main: SourceFile, shape: LoadShape, limits: Limits, includes: IncludeResolver
) -> (plan: Plan, findings: [Finding]) {
  var loader = PlanLoader(shape, limits: limits)
  loader.collect(main, includes)
  loader.readHeaders()
  for file in loader.trees.indices { loader.load(file) }
  loader.settle()
  loader.resolveReferences()
  loader.inherit()
  return loader.finish()
}

/// The columns while they are filled.
///
/// Everything that the loop over keys touches is a bare pointer or a small value.
struct PlanLoader {
  let schema: Schema
  let shape: LoadShape
  let limits: Limits
  var trees: [YAMLTree] = []
  var tables: [Table] = []
  var book: LoadFindings

  /// All fields of all records, see `LoadShape.bases`.
  let plans: UnsafeMutablePointer<FieldPlan>
  let cells: UnsafeMutablePointer<Cells>
  let entries: UnsafeMutablePointer<EntryCells>
  var bases: [Int] { shape.bases }
  /// The number of fields, and whether the record nests anywhere, by record.
  let fieldCounts: [Int]
  let areNested: [Bool]
  /// Rows and room for rows, by record.
  var counts: [Int]
  var capacities: [Int]
  /// The file of the last row, by record.
  var chunkFiles: [Int]
  var rowNodes: [[UInt32]]
  var parents: [[UInt32]]
  var places: [[UInt8]]

  /// The file that is being loaded, an index into `trees`.
  var file = 0
  /// The bytes of that file.
  var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// For each level and symbol of the file what the key means; see `KeyCode`.
  var codes = UnsafeMutablePointer<UInt16>.allocate(capacity: 0)
  var width = 0
  /// Whether the file has keys that say the state of a field.
  var hasStateKeys = false
  let placeholders: PlaceholderTexts

  /// Why the last scalar could not be read.
  var problem: ReadProblem?
  /// The currency of the last amount that is not in the plan's.
  var foreignCurrency: Currency?
  var currencies: [Currency?] = [nil]
  var defaultCurrency: Currency?
  /// The currency of the plan and where it was stated first.
  var firstMoney: (currency: Currency, place: Location)?
  var reportsMixture = true

  var reported: [CellReference: Int] = [:]
  var reportedLists: [Int: Int] = [:]
  var listStates: [CellState]
  var listKeys: [Location?]
  var listValues: [PlanNode?]
  /// The file that states a field of the root; -1 for none yet.
  var rootFiles: [Int]
  var language: Language?
  var packs: [PlacedName]?
  /// Where `packs:` stands first.
  var packsKey: Location?
  var unknownKeys: [UnknownKeyPlace: UnknownKey] = [:]
  var indexes: [IdentifierIndex?]
  /// What an id that a record does not have may have meant, by record.
  var nearIds: [Int: [String: [String]]] = [:]

  /// The entries of a list column: where they go, how many there are, and the room for them.
  struct EntryCells {
    var cells: Cells
    var count = 0
    var capacity = 0
  }

  init(_ shape: LoadShape, limits: Limits) {
    let schema = shape.schema
    self.schema = schema
    self.limits = limits
    self.shape = shape
    book = LoadFindings(limit: limits.problemsPerFile)
    placeholders = shape.placeholders
    let total = shape.plans.count
    plans = .allocate(capacity: total)
    cells = .allocate(capacity: total)
    entries = .allocate(capacity: total)
    fieldCounts = schema.records.map(\.fields.count)
    areNested = schema.records.map { !$0.places.isEmpty }
    let records = schema.records.count
    counts = [Int](repeating: 0, count: records)
    capacities = counts
    chunkFiles = [Int](repeating: -1, count: records)
    rowNodes = [[UInt32]](repeating: [], count: records)
    parents = rowNodes
    places = [[UInt8]](repeating: [], count: records)
    listStates = [CellState](repeating: .absent, count: records)
    listKeys = [Location?](repeating: nil, count: records)
    listValues = [PlanNode?](repeating: nil, count: records)
    indexes = shape.blanks.map(\.index)
    tables = shape.blanks
    let hasRoot = schema.records.indices.contains(schema.root)
    rootFiles = [Int](
      repeating: -1, count: hasRoot ? schema.records[schema.root].fields.count : 0)
    plans.initialize(from: shape.plans, count: total)
    cells.initialize(from: shape.blankCells, count: total)
    for (flat, blank) in shape.blankEntries.enumerated() {
      (entries + flat).initialize(to: EntryCells(cells: blank))
    }
    if hasRoot { _ = addRows(1, to: schema.root, parent: Column.unknown, place: Table.topLevel) }
  }

  /// Gives a record a table of its own, for its first rows.
  private mutating func makeTable(_ record: Int) {
    let table = shape.makeTable(record)
    for (field, column) in table.columns.enumerated() {
      let flat = shape.bases[record] + field
      cells[flat] = Cells(column)
      entries[flat].cells = Cells(column.entries ?? column)
    }
    tables[record] = table
  }

  /// Gives the columns their final counts and hands everything over.
  consuming func finish() -> (plan: Plan, findings: [Finding]) {
    var plan = Plan(schema: schema, trees: trees, tables: tables)
    plan.listStates = listStates
    plan.listKeys = listKeys
    plan.listValues = listValues
    plan.currencies = currencies
    plan.reported = reported
    plan.reportedLists = reportedLists
    plan.rootFiles = rootFiles.map { max($0, 0) }
    plan.language = language
    plan.packs = packs
    plan.packsKey = packsKey
    plan.isComplete = trees.allSatisfy(\.isComplete)
    let findings = book.finish(plan)
    plans.deallocate()
    cells.deallocate()
    entries.deallocate()
    codes.deallocate()
    return (plan, findings)
  }

  /// Tells tables and columns how many rows there are.
  mutating func settle() {
    for (record, table) in tables.enumerated() where counts[record] > 0 {
      table.count = counts[record]
      table.nodes = rowNodes[record]
      table.parents = parents[record]
      table.places = places[record]
      for (field, column) in table.columns.enumerated() {
        column.extend(to: counts[record])
        column.entries?.extend(to: entries[shape.bases[record] + field].count)
        cells[shape.bases[record] + field] = Cells(column)
      }
    }
  }

  // MARK: - Rows

  /// Adds `number` absent rows that stand next to each other; the first of them.
  mutating func addRows(_ number: Int, to record: Int, parent: UInt32, place: UInt8) -> Int {
    let first = counts[record]
    if first == 0, number > 0 { makeTable(record) }
    counts[record] = first + number
    if counts[record] > capacities[record] { grow(record, from: first) }
    if chunkFiles[record] != file {
      chunkFiles[record] = file
      tables[record].chunks.append((first, file))
    }
    if areNested[record] {
      for _ in 0..<number {
        parents[record].append(parent)
        places[record].append(place)
      }
    }
    return first
  }

  private mutating func grow(_ record: Int, from old: Int) {
    let capacity = capacities[record]
    let room = max(counts[record], capacity == 0 ? 0 : capacity + capacity / 2)
    capacities[record] = room
    for (field, column) in tables[record].columns.enumerated() {
      column.extend(to: old)
      column.reserve(room)
      cells[shape.bases[record] + field] = Cells(column)
    }
  }

  /// Adds `number` absent entries to a list column; the first of them.
  mutating func addEntries(_ number: Int, to flat: Int, _ record: Int) -> Int {
    let first = entries[flat].count
    let needed = first + number
    entries[flat].count = needed
    if needed > entries[flat].capacity {
      let capacity = entries[flat].capacity
      let room = max(needed, capacity + capacity / 2, 8)
      entries[flat].capacity = room
      if let column = tables[record].columns[flat - shape.bases[record]].entries {
        column.extend(to: first)
        column.reserve(room)
        entries[flat].cells = Cells(column)
      }
    }
    return first
  }
}
