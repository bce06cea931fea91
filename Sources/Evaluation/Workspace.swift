import Diagnostics
import Model
import Semantics
import SourceText
import Values
import YAMLSyntax

/// One column, or the entries of a list column, as rules read it.
final class Leaf {
  let id: Int32
  let table: Table
  let record: Int
  let field: Int
  let type: ValueType
  /// Whether `index` counts the entries of a list of scalars instead of rows.
  let isEntries: Bool
  /// For entries: the list column around them.
  let list: Column?
  let states: UnsafeMutablePointer<UInt8>
  /// The states of the rows: `states`, or for entries those of the list around them.
  let rowStates: UnsafeMutablePointer<UInt8>
  /// The file of all rows; -1 where they stand in several.
  private let onlyFile: Int32
  let nodes: UnsafeMutablePointer<UInt32>
  let wide: UnsafeMutablePointer<Int64>?
  let narrow: UnsafeMutablePointer<UInt32>?
  let texts: UnsafeMutablePointer<TextSpan>?
  let starts: UnsafeMutablePointer<UInt32>?
  let counts: UnsafeMutablePointer<UInt32>?
  let scalar: ScalarType?
  /// Whether the column is one of the previous version.
  let isPrevious: Bool

  /// - Parameter file: the file that all rows stand in; nil where the table tells.
  init(
    id: Int32, table: Table, field: Int, type: ValueType, entriesOf list: Column?, file: Int?,
    isPrevious: Bool
  ) {
    self.id = id
    self.isPrevious = isPrevious
    self.table = table
    record = table.record
    self.field = field
    self.type = type
    isEntries = list != nil
    self.list = list
    let column = list?.entries ?? table.columns[field]
    states = column.states
    rowStates = table.columns[field].states
    onlyFile =
      file.map(Int32.init) ?? (table.chunks.count == 1 ? Int32(table.chunks[0].file) : -1)
    nodes = column.nodes
    wide = column.wide
    narrow = column.narrow
    texts = column.texts
    starts = column.starts
    counts = column.counts
    switch type {
    case .scalar(let scalar): self.scalar = scalar
    case .scalars(let scalar, _): self.scalar = list == nil ? nil : scalar
    default: scalar = nil
    }
  }

  func standing(_ index: Int) -> Standing { Standing(states[index]) }

  /// Whether the field holds many values, so that a gap here is that of a whole list.
  var isList: Bool {
    guard !isEntries else { return false }
    switch type {
    case .scalars, .records: return true
    case .scalar, .record, .group: return false
    }
  }

  /// The file that all rows stand in, an index into the plan's trees; -1 where they stand in several.
  var fileOfAll: Int { Int(onlyFile) }

  /// An index into the plan's trees.
  func file(ofRow row: Int) -> Int32 {
    onlyFile >= 0 ? onlyFile : Int32(table.file(ofRow: row))
  }
}

/// All that is prepared once so that rules run over a plan: columns, inverses, indexes.
///
/// It is used by one thread while it is built and by many readers afterwards.
final class Workspace: @unchecked Sendable {
  let plan: Plan
  let program: Program
  let today: DateInterval?
  let labels: ElementLabels
  let reported: ReportedFields
  let texts: [TextSource]
  private(set) var leaves: [Leaf] = []
  /// For each record and field the leaf of the column and that of its entries, or -1.
  private var leafIDs: [[LeafIDs]]
  /// The records from here on are those of the previous version.
  private let firstPrevious: Int
  private var inverses: [(key: InverseKey, rows: InverseRows)] = []
  private(set) var literals: [[UInt8]] = []
  /// How many frames the conditions of the rules need at most.
  private(set) var frameCount = 4
  private var uniqueness: [(key: UniqueKey, rows: UniqueRows)] = []
  private var cycles: [(key: CellKey, rows: CycleRows)] = []
  private var versions: [Int: VersionRows] = [:]

  private struct LeafIDs {
    var column: Int32 = -1
    var entries: Int32 = -1
  }
  private struct InverseKey: Equatable {
    var record: Int
    var inverse: Int
  }
  private struct CellKey: Equatable {
    var record: Int
    var field: Int
  }
  private struct UniqueKey: Equatable {
    var record: Int
    var field: Int
    var amongAll: Bool
  }

  init(plan: Plan, program: Program, today: CalendarDate?) {
    self.plan = plan
    self.program = program
    self.today = today?.interval
    labels = ElementLabels(plan.schema)
    reported = ReportedFields(plan)
    texts = plan.trees.map(TextSource.init)
    leafIDs = plan.schema.records.map { Array(repeating: LeafIDs(), count: $0.fields.count) }
    firstPrevious = plan.schema.records.indices.first(where: plan.schema.isPrevious) ?? .max
  }

  /// Whether the record is one of the previous version of the plan.
  func isPrevious(_ record: Int) -> Bool { record >= firstPrevious }

  func leaf(record: Int, field: Int, entries: Bool = false) -> Leaf {
    let known = leafIDs[record][field]
    let id = entries ? known.entries : known.column
    if id >= 0 { return leaves[Int(id)] }
    let table = plan.tables[record]
    let made = Leaf(
      id: Int32(leaves.count), table: table, field: field,
      type: plan.schema.records[record].fields[field].type,
      entriesOf: entries ? table.columns[field] : nil,
      file: plan.rootFile(record: record, field: field),
      isPrevious: isPrevious(record))
    leaves.append(made)
    if entries {
      leafIDs[record][field].entries = made.id
    } else {
      leafIDs[record][field].column = made.id
    }
    return made
  }

  /// Makes room for as many frames, each `where` inside another taking one more.
  func reserve(frames: Int) { frameCount = max(frameCount, frames) }

  /// Runs `body` with the rows of the outermost frames; there is room for all others.
  func withRows<R>(_ frames: [Int32] = [], _ body: (Rows) -> R) -> R {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: frameCount) { buffer in
      buffer.initialize(repeating: 0)
      for (index, row) in frames.enumerated() { buffer[index] = row }
      return body(buffer.baseAddress!)
    }
  }

  func literal(_ text: String) -> TextPlace {
    literals.append(Array(text.utf8))
    return TextPlace(file: -1, node: UInt32(literals.count - 1))
  }

  func inverse(record: Int, inverse: Int) -> InverseRows {
    let key = InverseKey(record: record, inverse: inverse)
    if let known = inverses.first(where: { $0.key == key }) { return known.rows }
    let declared = plan.schema.records[record].inverses[inverse]
    let made = InverseRows(
      of: plan.tables[declared.record], field: declared.field,
      targets: plan.tables[record].count)
    inverses.append((key, made))
    return made
  }

  func unique(record: Int, field: Int, amongAll: Bool) -> UniqueRows {
    let key = UniqueKey(record: record, field: field, amongAll: amongAll)
    if let known = uniqueness.first(where: { $0.key == key }) { return known.rows }
    let made = UniqueRows(leaf(record: record, field: field), amongAll: amongAll, in: self)
    uniqueness.append((key, made))
    return made
  }

  func cycle(record: Int, field: Int) -> CycleRows {
    let key = CellKey(record: record, field: field)
    if let known = cycles.first(where: { $0.key == key }) { return known.rows }
    let made = CycleRows(plan.tables[record], field: field) { self.idText(record: record, row: $0) }
    cycles.append((key, made))
    return made
  }

  /// Which elements of a record stand in both versions.
  func versions(of record: Int) -> VersionRows {
    if let known = versions[record] { return known }
    let made = VersionRows(record, in: self)
    versions[record] = made
    return made
  }

  // MARK: - Texts

  @inline(__always)
  func withText<R>(_ place: TextPlace, _ body: (TextBytes) -> R) -> R {
    if place.file < 0 {
      return literals[Int(place.node)].withUnsafeBufferPointer { body($0) }
    }
    return texts[Int(place.file)].withText(place.node, body)
  }

  /// Lends the text of a stated cell.
  @inline(__always)
  func withText<R>(_ leaf: Leaf, _ row: Int, _ index: Int, _ body: (TextBytes) -> R) -> R {
    let place = CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(index), isOwn: false)
    return withText(textPlace(leaf, place), body)
  }

  func text(_ place: TextPlace) -> String {
    withText(place) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether two texts are the same, canonically equivalent spellings of a letter included.
  func isSame(_ left: TextPlace, _ right: TextPlace) -> Bool {
    withText(left) { left in
      withText(right) { right in
        if left.count == right.count, left.elementsEqual(right) { return true }
        if left.isASCII && right.isASCII { return false }
        return String(decoding: left, as: UTF8.self) == String(decoding: right, as: UTF8.self)
      }
    }
  }

  func textPlace(_ place: CellPlace) -> TextPlace {
    textPlace(leaves[Int(place.leaf)], place)
  }

  /// The place of the text in a cell; inherited cells lead to where their value is written.
  func textPlace(_ leaf: Leaf, _ place: CellPlace) -> TextPlace {
    let row = Int(place.row)
    let node = leaf.nodes[Int(place.index)]
    if leaf.rowStates[row] & CellBits.inherited == 0 {
      return TextPlace(file: leaf.file(ofRow: row), node: node)
    }
    let source = plan.source(of: reference(place))
    let table = plan.tables[source.record]
    return TextPlace(
      file: Int32(table.file(ofRow: source.row)),
      node: leaf.isEntries ? node : table.columns[source.field].nodes[source.row])
  }

  /// The cell reference that findings and reports use.
  func reference(_ place: CellPlace) -> CellReference {
    let leaf = leaves[Int(place.leaf)]
    return CellReference(record: leaf.record, row: Int(place.row), field: leaf.field)
  }
}
