import Diagnostics
import Model
import RuleSyntax
import Semantics
import Values

/// Judges a line about one field of an element, or about every entry of its list, from the columns
/// alone.
///
/// It answers where a stated value meets or breaks the line, and leaves the rest to the line.
final class Shortcut {
  private let frame: Int
  /// The column whose values are judged.
  private let leaf: Leaf
  /// For entries: the list around them.
  private let list: Leaf?
  private let question: LineNode.StateQuestion?
  private let test: QuickTest?
  private let isNegated: Bool

  init?(
    _ subject: LineNode.Subject, _ question: LineNode.StateQuestion?, _ test: PhraseTest?,
    isNegated: Bool, isFiltered: Bool
  ) {
    switch subject {
    case .one(let operand):
      let path = (operand as? PathOperand)?.path ?? (operand as? ListOperand)?.path
      guard let path, path.isDirect, let leaf = path.leaf else { return nil }
      (frame, self.leaf, list) = (path.frame, leaf, nil)
    case .many(let path, let quantifier):
      guard case .every = quantifier, !isFiltered, path.isDirect, let list = path.leaf,
        let entries = path.entries
      else { return nil }
      (frame, leaf, self.list) = (path.frame, entries, list)
    case .matches: return nil
    }
    self.question = question
    // The rows that elements of the previous version refer to are not those of the plan.
    self.test = leaf.isPrevious ? nil : test.flatMap { [leaf] in QuickTest.make($0, of: leaf) }
    self.isNegated = isNegated
    guard question != nil || self.test != nil else { return nil }
  }

  /// Met or violated, where that is certain; nil: the line has to look.
  @inline(__always)
  func judge(_ rows: Rows) -> Outcome? {
    let row = Int(rows[frame])
    guard let list else { return judge(row, row, rows) }
    guard list.standing(row) == .stated else { return nil }
    let start = Int(list.starts![row])
    let end = start + Int(list.counts![row])
    guard start < end else { return nil }
    var isMet = true
    for entry in start..<end {
      switch judge(row, entry, rows) {
      case .met?: break
      case .violated?: isMet = false
      default: return nil
      }
    }
    return isMet ? .met : .violated
  }

  private func judge(_ row: Int, _ index: Int, _ rows: Rows) -> Outcome? {
    let standing = leaf.standing(index)
    // A question that is not answered may be a gap, which the line describes.
    if let question { return question.holds(standing) != isNegated ? .met : nil }
    guard standing == .stated, let test else { return nil }
    switch test.holds(leaf, row, index, rows) {
    case .yes: return isNegated ? .violated : .met
    case .no: return isNegated ? .met : .violated
    case .unknown, .inapplicable: return nil
    }
  }
}

extension LineNode.StateQuestion {
  /// Whether a field that stands so is what the phrase asks for.
  func holds(_ standing: Standing) -> Bool {
    switch self {
    case .stated: standing == .stated || standing == .unclear
    case .answered: standing == .stated || standing == .open || standing == .inapplicable
    case .leftOut: standing == .absent || standing == .empty
    case .open: standing == .open
    case .inapplicable: standing == .inapplicable
    case .missing: standing.isMissing
    }
  }
}

/// `sum of LIST.AMOUNT` over the list of an element in a frame, where every amount is stated.
final class QuickSum {
  private let frame: Int
  private let list: Leaf
  private let leaf: Leaf

  init?(_ aggregate: Aggregate, _ path: PathReader, isFiltered: Bool) {
    guard case .sum = aggregate.kind, !isFiltered, path.frame >= 0, path.hops.count == 1,
      case .children(let list) = path.hops[0], path.entries == nil, let leaf = path.leaf,
      leaf.isDecimal
    else { return nil }
    frame = path.frame
    self.list = list
    self.leaf = leaf
  }

  /// The sum; nil where an amount is missing, or of another scale or currency than the first.
  func see(_ rows: Rows) -> Sight? {
    let row = Int(rows[frame])
    guard list.standing(row) == .stated, list.counts![row] > 0, let wide = leaf.wide else {
      return nil
    }
    let start = Int(list.starts![row])
    let first = wide[start]
    var sum: Int64 = 0
    for child in start..<start + Int(list.counts![row]) {
      guard leaf.standing(child) == .stated,
        Decimal.tag(ofPacked: wide[child]) == Decimal.tag(ofPacked: first),
        let (_, mantissa) = Decimal.mantissas(ofPacked: first, wide[child])
      else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(mantissa)
      if overflow { return nil }
      sum = next
    }
    let scale = Int(Decimal(packed: first).scale)
    guard let value = Decimal(mantissa: Int128(sum), scale: scale) else { return nil }
    return .computed(.decimal(value, tag: Decimal.tag(ofPacked: first)))
  }
}

extension PathReader {
  /// Whether a field of an element's nested records is stated in any of them, or cannot be read;
  /// nil for other paths.
  func anyChildStated(_ rows: Rows) -> Bool? {
    guard frame >= 0, hops.count == 1, case .children(let list) = hops[0], entries == nil,
      let leaf
    else { return nil }
    let row = Int(rows[frame])
    let standing = list.standing(row)
    guard standing == .stated else { return standing == .malformed }
    let start = Int(list.starts![row])
    for child in start..<start + Int(list.counts![row]) {
      let standing = leaf.standing(child)
      if standing == .stated || standing == .malformed { return true }
    }
    return false
  }
}
