import RuleSyntax

extension TypedPhrase {
  /// The phrase's declaration.
  package var phrase: Phrase {
    switch self {
    case .stated: .stated
    case .answered: .answered
    case .leftOut: .leftOut
    case .open: .open
    case .inapplicable: .inapplicable
    case .missing: .missing
    case .oneOf: .oneOf
    case .compared(let relation, _): relation.phrase
    case .within: .within
    case .overlapping: .overlapping
    case .existing: .existing
    case .including: .including
    case .unique: .unique
    case .writtenLike: .writtenLike
    case .measured: .measured
    case .mentioning: .mentioning
    case .avoiding: .avoiding
    case .leadingBack: .leadingBack
    case .changed: .changed
    }
  }

  /// The values that the phrase compares with; empty for phrases that name none.
  package var operands: [Operand] {
    switch self {
    case .compared(_, let operand), .measured(_, let operand, _): [operand]
    case .within(let start, let end), .overlapping(let start, let end): [start, end]
    case .existing(.path(let path), _), .changed(let path): [.path(path)]
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .oneOf,
      .existing(.list, _), .including, .unique, .writtenLike, .mentioning, .avoiding, .leadingBack:
      []
    }
  }
}

extension TypedPhrase.Relation {
  var phrase: Phrase {
    switch self {
    case .same: .sameAs
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .moreThan: .moreThan
    case .lessThan: .lessThan
    case .before: .before
    case .after: .after
    case .onOrBefore: .onOrBefore
    case .onOrAfter: .onOrAfter
    }
  }
}

extension Operand {
  /// The paths that the value rests on.
  package var paths: [Path] {
    switch self {
    case .path(let path), .matches(_, let path), .state(let path): [path]
    case .aggregate(let aggregate): aggregate.path.map { [$0] } ?? []
    case .arithmetic(_, let left, let right, _): left.paths + right.paths
    case .literal, .setting, .today: []
    }
  }
}
