/// A deliberate mistake in the naive evaluator.
///
/// The tests make each of them once and expect the comparison to notice: what cannot fail proves
/// nothing.
package enum NaiveMistake: CaseIterable, Sendable {
  /// A missing value makes a condition false instead of unknown.
  case absentIsFalse
  /// A value that does not apply makes a condition false instead of leaving it out.
  case inapplicableIsFalse
  /// `every` over nothing is met instead of not applicable.
  case everyOverNothingIsMet
  /// What lies behind a name that an open reference keeps as text is missing instead of unknown.
  case textIsMissing
  /// Unknown parts of a sum count as 0.
  case missingCountsAsZero
  /// A value that is declared open counts as stated.
  case openIsStated
  /// Alternatives stop at the first that is unknown.
  case unknownDecidesAny
  /// One that holds is enough for `exactly one of`.
  case exactlyOneIsAny
  /// `if stated` looks at the subject only.
  case ifStatedReadsSubjectOnly
  /// Dates compare by their first days, however imprecise they are.
  case datesAreFirstDays
  /// Values outside the order stand behind the last.
  case outsideIsInOrder
  /// `unique among` looks at all elements instead of the siblings.
  case siblingsAreAll
  /// `else` is not read.
  case nothingIsInherited
  /// Another element's gap is a violation as the element's own is.
  case othersGapIsOwn
  /// A second `when` means "or".
  case whenMeansOr
  /// `where` leaves out nothing.
  case whereIsIgnored
  /// `previous` leads to the element as it is now.
  case previousIsNow
  /// Elements of two versions are the same where they stand at the same place.
  case placesAreIds
  /// What stood in an element that is gone is visited by `each former`.
  case goneIsTakenApart
  /// A gap of the previous version is the element's own.
  case formerGapIsOwn
  /// Lists that stand in another order have changed.
  case setsAreSequences
  /// A value that is open now and was stated is no change.
  case gapsAreNoChange
  /// A new element's missing `when` leaves it undetermined.
  case newIsAsked
}
