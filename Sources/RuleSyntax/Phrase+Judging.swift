/// What a phrase can come to, and the phrase next to it: read by coverage and by mutation.
extension Phrase {
  /// What the verdict rests on.
  package enum Basis: Sendable {
    /// The state of the field: stated, open, missing. Such a phrase is always certain.
    case state
    /// The value: unknown where the value is, certain where it is stated.
    case value
    /// Dates of any precision: an imprecise one can leave the phrase open.
    case dates
    /// A period between two dates; only its ends can leave the phrase open.
    case period
    /// The state and value of two versions of the plan: certain where there are both.
    case versions
  }

  package var basis: Basis {
    switch self {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing: .state
    case .equal, .oneOf, .atLeast, .atMost, .moreThan, .lessThan, .existing, .including, .unique,
      .writtenLike, .measured, .mentioning, .avoiding, .leadingBack:
      .value
    case .sameAs, .before, .after, .onOrBefore, .onOrAfter, .within: .dates
    case .overlapping: .period
    case .changed: .versions
    }
  }

  /// The phrase that says the same of all values but the one at the boundary; nil where there is no
  /// boundary.
  package var acrossTheBoundary: Phrase? {
    switch self {
    case .atLeast: .moreThan
    case .moreThan: .atLeast
    case .atMost: .lessThan
    case .lessThan: .atMost
    case .before: .onOrBefore
    case .onOrBefore: .before
    case .after: .onOrAfter
    case .onOrAfter: .after
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .equal, .oneOf, .sameAs,
      .within, .overlapping, .existing, .including, .unique, .writtenLike, .measured, .mentioning,
      .avoiding, .leadingBack, .changed:
      nil
    }
  }
}
