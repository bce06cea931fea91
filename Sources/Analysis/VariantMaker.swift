import Model
import Semantics
import Values

/// All combinations of what the fields of an element may hold, each made when it is asked for.
struct Variants: RandomAccessCollection {
  private let record: Int
  private let fields: [Int]
  private let options: [[CellChoice]]
  let endIndex: Int
  var startIndex: Int { 0 }

  init(record: Int, fields: [Int] = [], options: [[CellChoice]] = []) {
    self.record = record
    self.fields = fields
    self.options = options
    endIndex = options.reduce(1) { $0 * $1.count }
  }

  subscript(index: Int) -> Variant {
    var variant = Variant(record: record, cells: [])
    var rest = index
    // The last field changes fastest.
    for (field, choices) in zip(fields, options).reversed() {
      variant.cells.append((field, choices[rest % choices.count]))
      rest /= choices.count
    }
    variant.cells.reverse()
    return variant
  }
}

/// Finds all elements of a shape that rules could tell apart.
struct VariantMaker {
  let schema: Schema
  /// How many elements are made at most; see `Limits.analysedElements`.
  let limit: Int
  private(set) var gaps: Set<AnalysisGap> = []
  private let shapes: Shapes
  private var samples: SampleValues

  init(_ survey: Survey, schema: Schema, program: Program, limit: Int) {
    self.schema = schema
    self.limit = limit
    shapes = survey.shapes
    samples = SampleValues(survey.shapes, schema: schema, program: program)
  }

  /// The elements of a shape; without the field `except`.
  mutating func variants(_ element: Int, except: Int? = nil, share: Int = 1) -> Variants {
    let shape = shapes.elements[element]
    let fields = shape.slots.keys.filter { $0 != except }.sorted()
    var options = fields.map { choices(shape.slots[$0]!, field: $0, of: shape.record) }
    trim(&options, to: max(1, limit / share))
    gaps.formUnion(samples.gaps)
    return Variants(record: shape.record, fields: fields, options: options)
  }

  /// Leaves out the last values of the longest lists until there are few enough combinations.
  private mutating func trim(_ options: inout [[CellChoice]], to limit: Int) {
    func isTooMany() -> Bool {
      var product = 1
      for choices in options {
        product *= max(1, choices.count)
        if product > limit { return true }
      }
      return false
    }
    while isTooMany() {
      gaps.insert(.combinations)
      guard let longest = options.indices.max(by: { options[$0].count < options[$1].count }),
        options[longest].count > 1
      else { return }
      options[longest].removeLast()
    }
  }

  // MARK: - Fields

  /// What a field may hold: values first, then the states, those that few rules look at last.
  private mutating func choices(_ slot: Int, field: Int, of record: Int) -> [CellChoice] {
    let asked = shapes.slots[slot]
    let declared = schema.records[record].fields[field]
    var found: [CellChoice]
    var isList = false
    switch declared.type {
    case .scalar(.reference(_, let isOpen)):
      found = references(slot, asked)
      if isOpen { found.append(.scalar("someone-else")) }
    case .scalar(let type): found = scalars(slot, type)
    case .record:
      found = asked.target.map { variants($0).map(CellChoice.record) } ?? []
    case .scalars(let type, _):
      isList = true
      found = lists(members(slot, asked, type), asked)
    case .records:
      isList = true
      let members = asked.target.map { variants($0).map(CellChoice.record) }
      found = lists(members ?? [.record(Variant(record: record, cells: []))], asked)
    case .group: return []
    }
    found += [.absent, .state("{open: \"…\"}"), .state("{not-applicable: \"…\"}")]
    if isList {
      found.append(.state("[]"))
    } else if declared.inherited != nil || asked.tellsEmpty {
      // What is empty does not inherit.
      found.append(.state("\"\""))
    }
    if asked.tellsMalformed { found.append(.malformed(Self.unreadable(declared.type))) }
    return found
  }

  private mutating func scalars(_ slot: Int, _ type: ScalarType) -> [CellChoice] {
    samples.texts(slot, type).map { text in
      switch type {
      case .text, .identifier: .scalar("\"\(Self.escaped(text))\"")
      case .yesOrNo, .number, .wholeNumber, .percent, .money, .date, .choice, .reference:
        .scalar(text)
      }
    }
  }

  /// References to elements of their own where fields behind them are read.
  private mutating func references(_ slot: Int, _ asked: Slot) -> [CellChoice] {
    if let target = asked.target {
      if !asked.literals.isEmpty || shapes.linked(to: slot).count > 1 {
        gaps.insert(.otherElements)
      }
      return variants(target).map(CellChoice.target)
    }
    return samples.texts(slot, .reference(0, isOpen: false)).map(CellChoice.reference)
  }

  private mutating func members(_ slot: Int, _ asked: Slot, _ type: ScalarType) -> [CellChoice] {
    guard case .reference = type else { return scalars(slot, type) }
    let known = references(slot, asked)
    return asked.memberLines > 0 ? known + [.malformed("nobody")] : known
  }

  // MARK: - Lists

  private mutating func lists(_ members: [CellChoice], _ asked: Slot) -> [CellChoice] {
    var found: [CellChoice] = []
    if asked.memberLines > 2 { gaps.insert(.nestedLists) }
    if asked.memberLines > 0 {
      found = members.map { .list([$0]) }
      if asked.memberLines > 1 { found += Self.pairs(members) }
      if !asked.entryCounts.isEmpty { gaps.insert(.nestedLists) }
    } else {
      found = members.prefix(1).map { .list([$0]) }
    }
    for count in Set(asked.entryCounts.flatMap { [$0 - 1, $0, $0 + 1] }).sorted()
    where count > 1 && !members.isEmpty {
      found.append(.list((0..<count).map { Self.copy(members[0], $0) }))
    }
    return found
  }

  private static func pairs(_ members: [CellChoice]) -> [CellChoice] {
    members.indices.flatMap { first in
      members.indices.dropFirst(first).map { .list([members[first], members[$0]]) }
    }
  }

  /// One more entry of a list; a list of references names different elements.
  private static func copy(_ choice: CellChoice, _ number: Int) -> CellChoice {
    switch choice {
    case .reference where number > 0: .reference("x\(number + 1)")
    case .absent, .state, .malformed, .scalar, .reference, .target, .record, .list: choice
    }
  }

  // MARK: - Texts

  /// What the declared type cannot read.
  private static func unreadable(_ type: ValueType) -> String {
    switch type {
    case .scalar(.text), .scalar(.identifier): "[a, b]"
    case .scalar, .scalars, .records, .record, .group: "nobody"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\"", "\\": result += "\\\(character)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result
  }
}
