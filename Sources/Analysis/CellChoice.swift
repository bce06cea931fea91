import Model

/// What one field of a model element holds.
indirect enum CellChoice: Sendable {
  case absent
  /// A declared unknown, an empty or an unreadable value, as YAML.
  case state(String)
  /// What the declared type cannot read; the loader always tells of it.
  case malformed(String)
  case scalar(String)
  /// A reference to an element of which nothing is read, by its id.
  case reference(String)
  /// A reference to an element of its own.
  case target(Variant)
  case record(Variant)
  case list([CellChoice])

  var isMalformed: Bool {
    switch self {
    case .malformed: true
    case .absent, .state, .scalar, .reference: false
    case .target(let variant), .record(let variant): variant.isMalformed
    case .list(let entries): entries.contains(where: \.isMalformed)
    }
  }

  /// How much there is to read; the least one is shown.
  var weight: Int {
    switch self {
    case .absent: 0
    case .scalar: 2
    case .state: 3
    case .reference: 3
    case .malformed: 9
    case .target(let variant): 6 + variant.weight
    case .record(let variant): 2 + variant.weight
    case .list(let entries): 2 + entries.reduce(0) { $0 + $1.weight }
    }
  }
}

/// One model element: what its fields hold, by field.
struct Variant: Sendable {
  var record: Int
  var cells: [(field: Int, choice: CellChoice)]

  var isMalformed: Bool { cells.contains { $0.choice.isMalformed } }
  var weight: Int { cells.reduce(0) { $0 + $1.choice.weight } }
}
