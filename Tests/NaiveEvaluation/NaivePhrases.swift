import Model
import RuleSyntax
import Semantics
import Values

/// What a phrase says of what is seen: Kleene's values, each unknown with whose gap it is.
enum NaiveVerdict: Equatable {
  case yes, no, inapplicable
  /// `ownGap` where the judged element does not state what is needed.
  case unknown(ownGap: Bool)

  init(_ value: Bool) { self = value ? .yes : .no }

  init(_ truth: Truth) {
    switch truth {
    case .yes: self = .yes
    case .no: self = .no
    case .unknown: self = .unknown(ownGap: false)
    }
  }

  var negated: NaiveVerdict {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown, .inapplicable: self
    }
  }

  var isUnknown: Bool { self == .unknown(ownGap: true) || self == .unknown(ownGap: false) }
}

extension NaiveJudge {
  /// What the phrase says, its `not` included.
  func verdict(
    _ phrase: TypedPhrase, isNegated: Bool, of subject: NaiveSight, _ operand: Operand,
    _ frames: NaiveFrames
  ) -> NaiveVerdict {
    if subject.gap == .new { return .inapplicable }
    if let state = state(phrase, subject) {
      // A name that an open reference keeps as text: what lies behind it nobody can tell.
      if case .unclear = subject, mistake != .textIsMissing { return .unknown(ownGap: false) }
      return NaiveVerdict(state != isNegated)
    }
    let found = positive(phrase, subject, operand, frames)
    return isNegated ? found.negated : found
  }

  // MARK: - States

  /// What a phrase about the state says, which is always certain; nil for the other phrases.
  private func state(_ phrase: TypedPhrase, _ subject: NaiveSight) -> Bool? {
    let gap = subject.gap
    var isStated = gap == nil
    if case .unclear = subject { isStated = false }
    if mistake == .openIsStated, gap == .open { isStated = true }
    switch phrase {
    case .stated: return isStated
    case .answered: return isStated || gap == .open || gap == .notApplicable
    case .leftOut: return gap == .absent || gap == .empty
    case .open: return gap == .open
    case .inapplicable: return gap == .notApplicable
    case .missing: return gap?.isMissing ?? !isStated
    default: return nil
    }
  }

  // MARK: - Values

  private func positive(
    _ phrase: TypedPhrase, _ subject: NaiveSight, _ operand: Operand, _ frames: NaiveFrames
  ) -> NaiveVerdict {
    if case .measured(let comparison, let bound, .entries) = phrase {
      return entries(subject, comparison, sight(bound, frames))
    }
    if case .including(let literal) = phrase {
      return includes(subject, value(literal), isOwn: false)
    }
    if case .leadingBack = phrase { return leadsBack(subject, operand, frames) }
    let others = operands(of: phrase).map { sight($0, frames) }
    if let gap = others.reduce(worst(subject), { worst($0, $1) }) { return verdict(of: gap) }
    switch phrase {
    case .oneOf(let literals):
      let verdicts = literals.map { same(subject, .value(value($0))) }
      return any(verdicts)
    case .compared(let relation, let other):
      return compare(relation, subject, others[0], Bounds(operand, other, program))
    case .within, .overlapping: return period(phrase, subject, others)
    case .existing(let target, let other): return exists(subject, target, other, frames)
    case .unique(let amongAll, _): return isUnique(subject, operand, amongAll, frames)
    case .writtenLike(let notation):
      return text(subject) { program.notations[notation].notation.matches($0) }
    case .measured(let comparison, _, let unit):
      guard case .value(let value) = subject, let text = plain(value) else {
        return .unknown(ownGap: false)
      }
      let count = unit == .words ? Self.words(in: text) : text.count
      return measure(.value(.amount(Decimal(count), nil)), comparison, others[0])
    case .mentioning(let lists): return text(subject) { mentions($0, lists) }
    case .avoiding(let lists): return text(subject) { !mentions($0, lists) }
    // Judged before, of the two versions of the path.
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .including, .leadingBack,
      .changed:
      return .unknown(ownGap: false)
    }
  }

  func operands(of phrase: TypedPhrase) -> [Operand] {
    switch phrase {
    case .compared(_, let other), .measured(_, let other, _): [other]
    case .within(let from, let to), .overlapping(let from, let to): [from, to]
    default: []
    }
  }

  private func worst(_ sight: NaiveSight) -> NaiveSight? { worse(sight, sight) }

  private func worst(_ gap: NaiveSight?, _ sight: NaiveSight) -> NaiveSight? {
    guard let gap else { return worst(sight) }
    return worse(gap, sight)
  }

  /// What a phrase comes to where a value is not known.
  func verdict(of gap: NaiveSight) -> NaiveVerdict {
    switch gap {
    case .gap(.notApplicable, _): return mistake == .inapplicableIsFalse ? .no : .inapplicable
    case .gap(.new, _): return .inapplicable
    case .gap(_, let isOwn): return .unknown(ownGap: isOwn || mistake == .othersGapIsOwn)
    case .unclear, .value, .atLeast: return .unknown(ownGap: false)
    }
  }

  // MARK: - The same

  /// Whether two values are the same; ids stand for the elements they name.
  func same(_ left: NaiveSight, _ right: NaiveSight) -> NaiveVerdict {
    compare(.same, left, right, Bounds())
  }

  func plain(_ value: NaiveValue) -> String? {
    switch value {
    case .text(let text): text
    case .element(let element): plan.id(of: element)
    default: nil
    }
  }

  func areSame(_ left: NaiveValue, _ right: NaiveValue) -> Truth {
    switch (left, right) {
    case (.amount(let one, let its), .amount(let other, let others)):
      return common(its, others) == nil ? .unknown : Truth(one == other)
    case (.date(let one), .date(let other)):
      return mistake == .datesAreFirstDays
        ? Truth(one.first == other.first) : one.isSame(as: other)
    case (.yesOrNo(let one), .yesOrNo(let other)): return Truth(one == other)
    case (.choice(let one), .choice(let other)): return Truth(one == other)
    case (.element(let one), .element(let other)): return Truth(isSame(one, other))
    default:
      guard let one = plain(left), let other = plain(right) else { return .no }
      return Truth(one == other)
    }
  }

  // MARK: - Comparing

  /// Which side of a comparison is a date that the rule itself writes.
  struct Bounds {
    var isLeft = false
    var isRight = false

    init() {}

    init(_ left: Operand, _ right: Operand, _ program: Program) {
      isRight = Self.isWritten(right)
      isLeft = !isRight && Self.isWritten(left)
    }

    /// A date of the rule: written, set, or either of them moved.
    static func isWritten(_ operand: Operand) -> Bool {
      switch operand {
      case .literal, .setting: true
      case .arithmetic(_, let left, _, .date): isWritten(left)
      case .path, .today, .aggregate, .matches, .state, .arithmetic: false
      }
    }
  }

  func compare(
    _ relation: TypedPhrase.Relation, _ left: NaiveSight, _ right: NaiveSight, _ bounds: Bounds
  ) -> NaiveVerdict {
    switch (left, right) {
    case (.value(let one), .value(let other)):
      return NaiveVerdict(compare(relation, one, other, bounds))
    case (.atLeast(let one, let its), .value(.amount(let other, let others))):
      guard common(its, others) != nil else { return .unknown(ownGap: false) }
      return NaiveVerdict(bounded(relation, one, other))
    case (.value(.amount(let one, let its)), .atLeast(let other, let others)):
      guard common(its, others) != nil else { return .unknown(ownGap: false) }
      return NaiveVerdict(bounded(relation.mirrored, other, one))
    default: return .unknown(ownGap: false)
    }
  }

  /// How "at least `bound`" stands to a value.
  private func bounded(
    _ relation: TypedPhrase.Relation, _ bound: Decimal, _ value: Decimal
  ) -> Truth {
    switch relation {
    case .moreThan where bound > value, .atLeast where bound >= value: .yes
    case .same where bound > value, .atMost where bound > value, .lessThan where bound >= value:
      .no
    default: .unknown
    }
  }

  private func compare(
    _ relation: TypedPhrase.Relation, _ left: NaiveValue, _ right: NaiveValue, _ bounds: Bounds
  ) -> Truth {
    if relation == .same { return areSame(left, right) }
    switch (left, right) {
    case (.amount(let one, let its), .amount(let other, let others)):
      guard common(its, others) != nil else { return .unknown }
      return Truth(relation.holds(one < other ? -1 : one == other ? 0 : 1))
    case (.choice(let one), .choice(let other)):
      guard mistake == .outsideIsInOrder || (isInOrder(one) && isInOrder(other)) else { return .no }
      return Truth(relation.holds(one < other ? -1 : one == other ? 0 : 1))
    case (.date(let one), .date(let other)):
      if mistake == .datesAreFirstDays {
        return Truth(relation.holds(Int(one.first) - Int(other.first)))
      }
      let left = bounds.isLeft ? bound(one, relation.mirrored) : one
      let right = bounds.isRight ? bound(other, relation) : other
      switch relation {
      case .before: return left.isBefore(right)
      case .after: return left.isAfter(right)
      case .onOrBefore: return left.isOnOrBefore(right)
      case .onOrAfter: return left.isOnOrAfter(right)
      case .same, .atLeast, .atMost, .moreThan, .lessThan: return .unknown
      }
    default: return .no
    }
  }

  /// A rule's date is its first or its last day, whichever the words mean.
  private func bound(_ date: DateInterval, _ relation: TypedPhrase.Relation) -> DateInterval {
    switch relation {
    case .before, .onOrAfter: date.atFirstDay
    case .after, .onOrBefore: date.atLastDay
    case .same, .atLeast, .atMost, .moreThan, .lessThan: date
    }
  }

  private func isInOrder(_ value: Int) -> Bool { !outsideOrder.contains(value) }
}

extension TypedPhrase.Relation {
  /// The same relation said from the other side.
  var mirrored: Self {
    switch self {
    case .same: .same
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .moreThan: .lessThan
    case .lessThan: .moreThan
    case .before: .after
    case .after: .before
    case .onOrBefore: .onOrAfter
    case .onOrAfter: .onOrBefore
    }
  }

  /// Whether an order is one that the relation allows: below 0 the left is less.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .same: order == 0
    case .atLeast, .onOrAfter: order >= 0
    case .atMost, .onOrBefore: order <= 0
    case .moreThan, .after: order > 0
    case .lessThan, .before: order < 0
    }
  }
}
