/// The closed list of phrases: the one declaration of each that parser, checker, evaluator,
/// sentences and completion read.
package enum Phrase: UInt8, CaseIterable, Sendable {
  case stated, answered, leftOut, open, inapplicable, missing
  case equal, oneOf, sameAs
  case atLeast, atMost, moreThan, lessThan
  case before, after, onOrBefore, onOrAfter
  case within, overlapping
  case existing, including, unique, writtenLike, measured
  case mentioning, avoiding
  case leadingBack, changed

  /// What follows a phrase's words.
  package enum ArgumentShape: Sendable {
    case none, value, values, expression, period, list, siblings, notation, measure, words
  }

  /// The words of a phrase.
  package struct Wording: Sendable {
    /// After `must` or `must not`, such as `be at least`; nil where there is no requirement.
    package var requirement: String?
    /// The condition in the third person, such as `is at least`; nil where there is none.
    package var condition: String?
    /// The condition denied, such as `is not at least`.
    package var negatedCondition: String?
    package var arguments: ArgumentShape
  }

  package var wording: Wording {
    switch self {
    case .stated:
      Wording(
        requirement: "be stated", condition: "is stated", negatedCondition: "is not stated",
        arguments: .none)
    case .answered:
      Wording(
        requirement: "be answered", condition: "is answered",
        negatedCondition: "is not answered", arguments: .none)
    case .leftOut:
      Wording(
        requirement: "be left out", condition: nil, negatedCondition: nil, arguments: .none)
    case .open:
      Wording(
        requirement: nil, condition: "is open", negatedCondition: "is not open",
        arguments: .none)
    case .inapplicable:
      Wording(
        requirement: nil, condition: "does not apply", negatedCondition: "applies",
        arguments: .none)
    case .missing:
      Wording(
        requirement: nil, condition: "is missing", negatedCondition: "is not missing",
        arguments: .none)
    case .equal: .being("", .value)
    case .oneOf: .being("one of", .values)
    case .sameAs: .being("the same as", .expression)
    case .atLeast: .being("at least", .expression)
    case .atMost: .being("at most", .expression)
    case .moreThan: .being("more than", .expression)
    case .lessThan: .being("less than", .expression)
    case .before: .being("before", .expression)
    case .after: .being("after", .expression)
    case .onOrBefore: .being("on or before", .expression)
    case .onOrAfter: .being("on or after", .expression)
    case .within: .doing("lie within", "lies within", .period)
    case .overlapping: .doing("overlap", "overlaps", .period)
    case .existing: .doing("exist in", "exists in", .list)
    case .including: .doing("include", "includes", .value)
    case .unique:
      Wording(
        requirement: "be unique among", condition: nil, negatedCondition: nil,
        arguments: .siblings)
    case .writtenLike: .being("written like", .notation)
    case .measured:
      Wording(
        requirement: "have", condition: "has", negatedCondition: "does not have",
        arguments: .measure)
    case .mentioning: .doing("mention any of", "mentions any of", .words)
    case .avoiding:
      Wording(
        requirement: "avoid all of", condition: nil, negatedCondition: nil, arguments: .words)
    case .leadingBack: .doing("lead back to itself", "leads back to itself", .none)
    case .changed:
      Wording(
        requirement: "change", condition: "has changed", negatedCondition: "has not changed",
        arguments: .none)
    }
  }
}

extension Phrase.Wording {
  fileprivate static func being(_ words: String, _ arguments: Phrase.ArgumentShape) -> Self {
    let tail = words.isEmpty ? "" : " " + words
    return Self(
      requirement: "be" + tail, condition: "is" + tail, negatedCondition: "is not" + tail,
      arguments: arguments)
  }

  fileprivate static func doing(
    _ infinitive: String, _ third: String, _ arguments: Phrase.ArgumentShape
  ) -> Self {
    Self(
      requirement: infinitive, condition: third, negatedCondition: "does not " + infinitive,
      arguments: arguments)
  }
}
