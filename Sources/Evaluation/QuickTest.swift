import Model
import RuleSyntax
import Semantics
import Values

/// Tells at once whether a phrase holds of a stated value.
///
/// Most lines compare one field of the element with a constant, another field or a list of ids.
/// These say yes or no from the columns; for everything else they say unknown, and the phrase's own
/// test is asked. They never say anything that it would not.
class QuickTest {
  /// - Parameters:
  ///   - row: the element's row in the column.
  ///   - index: the row again, or the entry of the row's list.
  func holds(_ leaf: Leaf, _ row: Int, _ index: Int, _ rows: Rows) -> Verdict { .unknown }

  /// The quick form of a test for the values of one column; nil where there is none.
  static func make(_ test: PhraseTest, of leaf: Leaf) -> QuickTest? {
    switch test {
    case let test as ExistTest: QuickExistence(test, leaf)
    case let test as CompareTest: QuickComparison(test, leaf)
    case let test as OneOfTest: QuickChoice(test, leaf)
    case let test as UniqueTest: leaf.isEntries ? nil : QuickUniqueness(test)
    case let test as NotationTest: leaf.isText ? QuickNotation(test) : nil
    case let test as MeasureTest: leaf.isText ? QuickMeasure(test) : nil
    default: nil
    }
  }
}

extension Decimal {
  /// The tag of a packed value, as `tag(ofPacked:)` has it, which would be a call into another module
  /// for each value.
  @inline(__always)
  static func currency(ofPacked packed: Int64) -> UInt8 { UInt8(packed & 15) }

  /// Two packed values of other scales as whole numbers that compare as they do; nil where these
  /// need more than 64 bits.
  @inline(__always)
  static func scaled(ofPacked left: Int64, _ right: Int64) -> (Int64, Int64)? {
    var (first, second) = (left >> 8, right >> 8)
    var difference = (left >> 4 & 15) - (right >> 4 & 15)
    while difference != 0 {
      let (scaled, overflow) = (difference < 0 ? first : second).multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      if difference < 0 { first = scaled } else { second = scaled }
      difference += difference < 0 ? 1 : -1
    }
    return (first, second)
  }

  /// The mantissas of two packed values, which then compare as the values do; nil where their
  /// scales differ.
  ///
  /// The scale stands above the tag, in four bits, and the mantissa above both.
  static func mantissas(ofPacked left: Int64, _ right: Int64) -> (Int64, Int64)? {
    (left ^ right) & 0xF0 == 0 ? (left >> 8, right >> 8) : nil
  }
}

extension Leaf {
  /// Whether each value is a text.
  var isText: Bool { scalar == .text || scalar == .identifier }

  /// Whether each value is a packed decimal.
  var isDecimal: Bool {
    switch scalar {
    case .number, .wholeNumber, .percent, .money: wide != nil
    case .text, .identifier, .yesOrNo, .date, .choice, .reference, nil: false
    }
  }
}

/// `exists in LIST`
private final class QuickExistence: QuickTest {
  private let ids: IdentifierIndex
  private let workspace: Workspace
  private let isReference: Bool

  init?(_ test: ExistTest, _ leaf: Leaf) {
    guard let ids = test.plainIndex else { return nil }
    if case .reference? = leaf.scalar { isReference = true } else { isReference = false }
    guard isReference || leaf.isText else { return nil }
    self.ids = ids
    workspace = test.workspace
  }

  override func holds(_ leaf: Leaf, _ row: Int, _ index: Int, _ rows: Rows) -> Verdict {
    if isReference, leaf.narrow![index] != Column.unknown { return .yes }
    return Verdict(workspace.withText(leaf, row, index) { ids.row(of: $0) != nil })
  }
}

/// `is at least E` and its like, for decimals of one scale and dates of one precision.
private final class QuickComparison: QuickTest {
  private let relation: TypedPhrase.Relation
  private let otherLeaf: Leaf?
  private let otherFrame: Int
  private let constant: Int64
  private let isDate: Bool

  init?(_ test: CompareTest, _ leaf: Leaf) {
    relation = test.relation
    isDate = leaf.scalar == .date
    guard isDate || leaf.isDecimal else { return nil }
    if let path = (test.other as? PathOperand)?.path, path.isDirect, let other = path.leaf,
      isDate ? other.scalar == .date : other.isDecimal
    {
      (otherLeaf, otherFrame, constant) = (other, path.frame, 0)
    } else if !isDate, let other = test.other as? ConstantOperand,
      case .decimal(let value, let tag) = other.sight.datum, let packed = value.packed(tag: tag)
    {
      (otherLeaf, otherFrame, constant) = (nil, 0, packed)
    } else {
      return nil
    }
  }

  override func holds(_ leaf: Leaf, _ row: Int, _ index: Int, _ rows: Rows) -> Verdict {
    let left = leaf.wide![index]
    var right = constant
    if let otherLeaf {
      let row = Int(rows[otherFrame])
      guard otherLeaf.standing(row) == .stated else { return .unknown }
      right = otherLeaf.wide![row]
    }
    if isDate {
      // Units of one precision do not overlap: their first days tell their order.
      guard (left ^ right) & 0xFF == 0 else { return .unknown }
      return Verdict(relation.holds(left, right))
    }
    guard Decimal.tag(ofPacked: left) == Decimal.tag(ofPacked: right),
      let (left, right) = Decimal.mantissas(ofPacked: left, right)
    else { return .unknown }
    return Verdict(relation.holds(left, right))
  }
}

/// `is V`, for choices and yes or no.
private final class QuickChoice: QuickTest {
  private let values: [UInt32]

  init?(_ test: OneOfTest, _ leaf: Leaf) {
    switch leaf.scalar {
    case .yesOrNo, .choice: break
    default: return nil
    }
    var values: [UInt32] = []
    for value in test.values {
      guard case .index(let index) = value else { return nil }
      values.append(index)
    }
    self.values = values
  }

  override func holds(_ leaf: Leaf, _ row: Int, _ index: Int, _ rows: Rows) -> Verdict {
    let value = leaf.narrow![index]
    return value == Column.unknown ? .unknown : Verdict(values.contains(value))
  }
}

/// `is unique among LIST`
private final class QuickUniqueness: QuickTest {
  private var isRepeated: [Bool]

  init(_ test: UniqueTest) {
    isRepeated = Array(repeating: false, count: test.rows.first.count)
    for rows in test.rows.members.values {
      for row in rows { isRepeated[row] = true }
    }
  }

  override func holds(_ leaf: Leaf, _ row: Int, _ index: Int, _ rows: Rows) -> Verdict {
    Verdict(!isRepeated[row])
  }
}

/// `is written like NOTATION`
private final class QuickNotation: QuickTest {
  private let notation: Notation
  private let workspace: Workspace

  init(_ test: NotationTest) {
    notation = test.notation
    workspace = test.workspace
  }

  override func holds(_ leaf: Leaf, _ row: Int, _ index: Int, _ rows: Rows) -> Verdict {
    Verdict(workspace.withText(leaf, row, index) { notation.matches($0) })
  }
}

/// `has at most 80 characters`, or words.
private final class QuickMeasure: QuickTest {
  private let comparison: PhraseSyntax.Comparison
  private let unit: PhraseSyntax.Unit
  private let limit: Int
  private let workspace: Workspace

  init?(_ test: MeasureTest) {
    guard case .decimal(let value, _)? = (test.bound as? ConstantOperand)?.sight.datum,
      let limit = value.wholeValue
    else { return nil }
    switch test.unit {
    case .entries: return nil
    case .characters, .words: unit = test.unit
    }
    comparison = test.comparison
    self.limit = limit
    workspace = test.workspace
  }

  override func holds(_ leaf: Leaf, _ row: Int, _ index: Int, _ rows: Rows) -> Verdict {
    Verdict(
      workspace.withText(leaf, row, index) { bytes in
        // No text has more characters, or words, than bytes.
        if case .atMost = comparison, bytes.count <= limit { return true }
        let count: Int
        if case .words = unit {
          count = TextMeasure.words(bytes)
        } else {
          count = TextMeasure.characters(bytes)
        }
        switch comparison {
        case .atLeast: return count >= limit
        case .atMost: return count <= limit
        case .exactly: return count == limit
        }
      })
  }
}
