import Semantics
import Values

/// A date that a rule itself writes, such as the `2027` of `must be on or before 2027`.
///
/// It is no imprecise date but a whole unit of the calendar: what lies in it is on or before it,
/// and on or after it.
enum RuleDate {
  /// A side of a comparison.
  enum Side { case left, right }

  /// Whether an operand is such a date: written, set, or either of them moved.
  static func isWritten(_ operand: Operand) -> Bool {
    switch operand {
    case .literal, .setting: true
    case .arithmetic(_, let left, _, .date): isWritten(left)
    case .path, .today, .aggregate, .matches, .state, .arithmetic: false
    }
  }

  /// The one side that is such a date; the right one where both are.
  static func side(_ left: Operand, _ right: Operand) -> Side? {
    if isWritten(right) { return .right }
    return isWritten(left) ? .left : nil
  }

  /// The day that counts where another date stands in this relation to the rule's.
  static func bound(
    _ date: DateInterval, _ relation: TypedPhrase.Relation
  ) -> DateInterval {
    switch relation {
    case .before, .onOrAfter: date.atFirstDay
    case .after, .onOrBefore: date.atLastDay
    case .same, .atLeast, .atMost, .moreThan, .lessThan: date
    }
  }
}
