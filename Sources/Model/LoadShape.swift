import Values

/// What the loader does with one field; small and without references, for the loop over keys.
struct FieldPlan: Sendable {
  enum Kind: UInt8 { case scalar, scalars, records, record, group }
  enum Scalar: UInt8 {
    case text, identifier, yesOrNo, number, wholeNumber, percent, money, date, choice, reference
  }
  enum DateReading: UInt8 { case asWritten, fromFirstDay, toLastDay }

  var kind: Kind
  var scalar = Scalar.text
  var dateReading = DateReading.asWritten
  var isOpen = false
  var hasBound = false
  /// For nested records: which of the record's places.
  var place: UInt8 = 0
  /// The choice, the record referred to or nested, or the level of a group.
  var target = 0
}

/// The arrays of one column as bare pointers; they move when rows are added.
struct Cells: @unchecked Sendable {
  var states: UnsafeMutablePointer<UInt8>
  var nodes: UnsafeMutablePointer<UInt32>
  var wide: UnsafeMutablePointer<Int64>?
  var narrow: UnsafeMutablePointer<UInt32>?
  var texts: UnsafeMutablePointer<TextSpan>?
  var starts: UnsafeMutablePointer<UInt32>?
  var counts: UnsafeMutablePointer<UInt32>?

  init(_ column: Column) {
    states = column.states
    nodes = column.nodes
    wide = column.wide
    narrow = column.narrow
    texts = column.texts
    starts = column.starts
    counts = column.counts
  }
}

/// The keys of a record or of a group in it.
struct Level: Sendable {
  var record: Int
  /// The group's field; nil for the record itself.
  var group: Int?
  /// Codes by spelling, see `KeyCode`.
  var codes: [String: UInt16]
}

/// What a key means at a level, as a number.
enum KeyCode {
  /// Not looked up yet.
  static let fresh: UInt16 = 0
  static let unknown: UInt16 = 1
  /// The author's own, or a key of the file itself that is read elsewhere.
  static let ignored: UInt16 = 2
  /// `open` and `not-applicable` with their other spellings.
  static let state: UInt16 = 3
  /// Codes from here on are fields; at the root, lists by record follow.
  static let first: UInt16 = 8
}

/// What the schema says, laid out for loading; made once for any number of plans.
package struct LoadShape: Sendable {
  let schema: Schema
  let placeholders: PlaceholderTexts
  /// The first field of each record in the arrays that hold the fields of all records.
  var bases: [Int] = []
  var plans: [FieldPlan] = []
  /// Bounds and choices by the same index.
  var bounds: [Decimal?] = []
  var levels: [Level] = []
  /// The level of each record's own keys.
  var recordLevels: [Int] = []
  /// For each choice the value of a spelling.
  var choices: [IdentifierIndex] = []
  var hasMoney = false
  /// For each record a table without rows, which all plans without such elements share: nobody
  /// writes to it.
  private(set) var blanks: [Table] = []
  /// The arrays of their columns, and of those columns' entries, by the index of `plans`.
  private(set) var blankCells: [Cells] = []
  private(set) var blankEntries: [Cells] = []

  package init(_ schema: Schema) {
    self.schema = schema
    placeholders = PlaceholderTexts(schema.placeholders)
    for choice in schema.choices {
      var index = IdentifierIndex(capacity: choice.values.count * 3)
      for (value, entry) in choice.values.enumerated() {
        for spelling in entry.spellings { _ = index.insert(spelling, row: UInt32(value)) }
      }
      choices.append(index)
    }
    for record in schema.records.indices {
      bases.append(plans.count)
      add(record, of: schema)
    }
    hasMoney = plans.contains { $0.scalar == .money && $0.kind != .group }
    addPlanKeys(of: schema)
    for record in schema.records.indices { addBlank(record) }
  }

  private mutating func addBlank(_ record: Int) {
    let declared = schema.records[record]
    let table = makeTable(record)
    if declared.list != nil, declared.idField != nil {
      table.index = IdentifierIndex(capacity: 0)
      table.repeatedIds = [:]
    }
    blanks.append(table)
    for column in table.columns {
      blankCells.append(Cells(column))
      blankEntries.append(Cells(column.entries ?? column))
    }
  }

  /// A table of a record, without rows.
  func makeTable(_ record: Int) -> Table {
    let fields = bases[record]..<bases[record] + schema.records[record].fields.count
    return Table(record: record, columns: fields.map { plans[$0].makeColumn() })
  }

  private mutating func add(_ record: Int, of schema: Schema) {
    let fields = schema.records[record].fields
    recordLevels.append(levels.count)
    levels.append(level(record, nil, schema.records[record].topFields, of: schema))
    for index in fields.indices {
      var plan = plan(of: fields[index])
      switch fields[index].type {
      case .group:
        plan.target = levels.count
        levels.append(level(record, index, fields[index].members, of: schema))
      case .records(let nested, _), .record(let nested):
        let place = Record.Place(record: record, field: index)
        let places = schema.records[nested].places
        plan.place = UInt8(clamping: places.firstIndex(of: place) ?? 0)
      case .scalar, .scalars: break
      }
      plans.append(plan)
      bounds.append(fields[index].lowerBound)
    }
  }

  private func level(
    _ record: Int, _ group: Int?, _ members: [Int], of schema: Schema
  ) -> Level {
    var codes: [String: UInt16] = [:]
    codes.reserveCapacity(members.count * 2)
    for member in members {
      let code = KeyCode.first + UInt16(member)
      for spelling in schema.records[record].fields[member].spellings {
        // The first field of a spelling has it.
        if let earlier = codes.updateValue(code, forKey: spelling) { codes[spelling] = earlier }
      }
    }
    return Level(record: record, group: group, codes: codes)
  }

  /// The keys that only the document itself has: its lists, and those of every plan.
  private mutating func addPlanKeys(of schema: Schema) {
    guard schema.records.indices.contains(schema.root) else { return }
    let level = recordLevels[schema.root]
    let first = KeyCode.first + UInt16(schema.records[schema.root].fields.count)
    for (record, declared) in schema.records.enumerated() {
      for spelling in declared.listSpellings where levels[level].codes[spelling] == nil {
        levels[level].codes[spelling] = first + UInt16(record)
      }
    }
    for key in PlanKey.allCases where levels[level].codes[key.rawValue] == nil {
      if key == .currency, !hasMoney { continue }
      levels[level].codes[key.rawValue] = KeyCode.ignored
    }
  }

  private func plan(of field: Field) -> FieldPlan {
    var plan: FieldPlan
    switch field.type {
    case .scalar: plan = FieldPlan(kind: .scalar)
    case .scalars: plan = FieldPlan(kind: .scalars)
    case .records(let record, _): plan = FieldPlan(kind: .records, target: record)
    case .record(let record): plan = FieldPlan(kind: .record, target: record)
    case .group: plan = FieldPlan(kind: .group)
    }
    if let scalar = field.type.scalar { set(scalar, in: &plan) }
    switch field.dateReading {
    case .fromFirstDay: plan.dateReading = .fromFirstDay
    case .toLastDay: plan.dateReading = .toLastDay
    case nil: break
    }
    plan.hasBound = field.lowerBound != nil
    if plan.scalar == .choice { plan.isOpen = field.isOpenChoice }
    return plan
  }

  private func set(_ scalar: ScalarType, in plan: inout FieldPlan) {
    switch scalar {
    case .text: plan.scalar = .text
    case .identifier: plan.scalar = .identifier
    case .yesOrNo: plan.scalar = .yesOrNo
    case .number: plan.scalar = .number
    case .wholeNumber: plan.scalar = .wholeNumber
    case .percent: plan.scalar = .percent
    case .money: plan.scalar = .money
    case .date: plan.scalar = .date
    case .choice(let choice):
      plan.scalar = .choice
      plan.target = choice
    case .reference(let record, let isOpen):
      plan.scalar = .reference
      plan.target = record
      plan.isOpen = isOpen
    }
  }
}

extension FieldPlan {
  /// The arrays that a column of this field needs.
  var shape: Column.Shape {
    switch kind {
    case .group: .plain
    case .scalars, .records, .record: .list
    case .scalar: scalar.shape
    }
  }

  /// Makes the field's column.
  func makeColumn() -> Column {
    Column(shape, entries: kind == .scalars ? Column(scalar.shape) : nil)
  }
}

extension FieldPlan.Scalar {
  var shape: Column.Shape {
    switch self {
    case .text, .identifier: .text
    case .number, .wholeNumber, .percent, .money, .date: .wide
    case .yesOrNo, .choice, .reference: .narrow
    }
  }

  var kind: ValueKind {
    switch self {
    case .text: .text
    case .identifier: .identifier
    case .yesOrNo: .yesOrNo
    case .number: .number
    case .wholeNumber: .wholeNumber
    case .percent: .percent
    case .money: .money
    case .date: .date
    case .choice: .choice
    case .reference: .reference
    }
  }
}
