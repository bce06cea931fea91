import Model
import Values

/// What a condition comes to: Kleene's three values and "does not apply".
enum Verdict: UInt8 {
  case no, yes, unknown, inapplicable

  init(_ value: Bool) { self = value ? .yes : .no }

  init(_ truth: Truth) {
    switch truth {
    case .no: self = .no
    case .yes: self = .yes
    case .unknown: self = .unknown
    }
  }

  var negated: Verdict {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown, .inapplicable: self
    }
  }
}

/// How far a value is known.
///
/// The numbers are those of `CellState`, so that a state byte is read without a table.
enum Standing: UInt8, Sendable {
  case absent = 0
  case stated, open, inapplicable, empty, malformed
  /// Computed from values of which some are not known, or too imprecise.
  case unclear

  init(_ bits: UInt8) {
    self = Standing(rawValue: bits & CellBits.state) ?? .absent
  }

  /// Whether a cell with these bits has a value, asked of very many cells.
  ///
  /// The compiler calls into another module for each of its constants: here stand the numbers of
  /// `CellBits.state` and `CellState.stated`.
  @inline(__always)
  static func isStated(_ bits: UInt8) -> Bool { bits & 0b0000_0111 == 1 }

  var isMissing: Bool { self == .absent || self == .empty || self == .malformed }
}

/// Where a text stands: in a node of the plan, or in the rule.
struct TextPlace {
  /// An index into the plan's trees; -1 for a literal.
  var file: Int32
  /// The raw node, or an index into the evaluator's literals.
  var node: UInt32
}

/// A value that phrases compare; holds no references, so that copying is free.
enum Datum {
  case none
  /// The tag is the plan's currency, 0 for plain numbers.
  case decimal(Decimal, tag: UInt8)
  /// A sum of which parts are unknown and none can be negative: at least this much.
  case lowerBound(Decimal, tag: UInt8)
  case interval(DateInterval)
  /// A choice value, a row of a referenced table, or 1 and 0 for yes and no.
  case index(UInt32)
  case text(TextPlace)
}

/// What is seen of an operand for one element.
struct Sight {
  var standing: Standing
  var datum: Datum = .none
  /// The cell that the value, or the gap, stands in; nil for literals and computed values.
  var cell: CellPlace?
  /// Whether a gap is the judged element's to fill.
  var isOwn: Bool
  /// Whether the previous version does not have the element that it was asked of.
  let isOfNewElement: Bool

  init(standing: Standing, datum: Datum = .none, cell: CellPlace? = nil) {
    self.standing = standing
    self.datum = datum
    self.cell = cell?.withLeaf
    isOwn = cell?.isOwn ?? false
    isOfNewElement = cell == .nowhere
  }

  static func computed(_ datum: Datum) -> Sight { Sight(standing: .stated, datum: datum) }
  static let unclear = Sight(standing: .unclear)
}

/// A cell while rules run: a column by number, and a row or entry of it.
struct CellPlace: Hashable, Sendable {
  /// An index into `Workspace.leaves`.
  var leaf: Int32
  /// The element's row.
  var row: Int32
  /// The row again, or the entry of the row's list.
  var index: Int32
  /// Whether the cell belongs to the element that is judged.
  var isOwn: Bool

  /// The place of what an element that the previous version does not have said there.
  static let nowhere = CellPlace(leaf: -2, row: 0, index: 0, isOwn: false)

  /// The list of all elements of a record, which stands in no column.
  static func list(isOwn: Bool) -> CellPlace {
    CellPlace(leaf: -1, row: 0, index: 0, isOwn: isOwn)
  }

  /// The place where a column holds it; nil for elements and lists of the document.
  var withLeaf: CellPlace? { leaf >= 0 ? self : nil }
}

extension Sight {
  /// Of two sights of which one has no value, the one that decides what comes of a line.
  ///
  /// What does not apply comes first, then the element's own gap, then another's, then what cannot
  /// be computed, so that it does not matter on which side of a comparison each stands.
  static func decisive(_ first: Sight, _ second: Sight) -> Sight {
    second.weight > first.weight ? second : first
  }

  /// For a partial sum: the first member that is missing.
  var missingMember: CellPlace? {
    if case .lowerBound = datum { return cell }
    return nil
  }

  private var weight: Int {
    switch standing {
    case .stated: 0
    case .unclear: 1
    case .open, .empty, .absent, .malformed: isOwn ? 3 : 2
    case .inapplicable: 4
    }
  }
}

/// The rows of the frames while one element is judged; see `Scope`.
typealias Rows = UnsafeMutablePointer<Int32>
