/// The closed list of phrases: the one declaration of each that parser, checker, evaluator,
/// sentences, mutation and completion read.
package enum Phrase: UInt8, CaseIterable, Sendable {
  case stated, answered, leftOut, open, inapplicable, missing
  case equal, oneOf, sameAs
  case atLeast, atMost, moreThan, lessThan
  case before, after, onOrBefore, onOrAfter
  case within, overlapping
  case existing, including, unique, writtenLike, measured
  case mentioning, avoiding
  case leadingBack, changed

  package var wording: Wording { Self.wordings[Int(rawValue)] }

  private static let wordings = allCases.map(\.declared)

  private var declared: Wording {
    switch self {
    case .stated: .being("stated", .none, .sein("angegeben"))
    case .answered: .being("answered", .none, .sein("beantwortet"))
    case .leftOut:
      .being("left out", .none, .doing("weggelassen", "werden", "ist"), as: .requirement)
    case .open: .being("open", .none, .sein("offen"), as: .condition)
    case .inapplicable:
      Wording(
        infinitive: "not apply", statement: "does not apply", denial: "applies", use: .condition,
        arguments: .none,
        german: .separable("nicht", "zu", "treffen", "trifft", negated: ""))
    case .missing: .being("missing", .none, .doing("", "fehlen", "fehlt"), as: .condition)
    case .equal: .being("", .value, .sein("…"))
    case .oneOf: .being("one of", .values, .sein("eines von …", negated: "keines von …"))
    case .sameAs:
      .being("the same as", .expression, .separable("mit …", "überein", "stimmen", "stimmt"))
    case .atLeast: .being("at least", .expression, .sein("mindestens …"))
    case .atMost: .being("at most", .expression, .sein("höchstens …"))
    case .moreThan: .being("more than", .expression, .sein("mehr als …"))
    case .lessThan: .being("less than", .expression, .sein("weniger als …"))
    case .before: .being("before", .expression, .doing("vor …", "liegen", "liegt"))
    case .after: .being("after", .expression, .doing("nach …", "liegen", "liegt"))
    case .onOrBefore: .being("on or before", .expression, .sein("spätestens …"))
    case .onOrAfter: .being("on or after", .expression, .sein("frühestens …"))
    case .within:
      .doing(
        "lie within", "lies within", .period, .doing("in der Zeit von …", "liegen", "liegt"))
    case .overlapping:
      .doing(
        "overlap", "overlaps", .period,
        .doing("sich mit der Zeit von …", "überschneiden", "überschneidet", negation: .behind))
    case .existing:
      .doing(
        "exist in", "exists in", .list, .separable("in …", "vor", "kommen", "kommt"))
    case .including:
      .doing(
        "include", "includes", .value, .doing("…", "enthalten", "enthält", negation: .behind))
    case .unique:
      .being("unique among", .siblings, .sein("unter … eindeutig"), as: .requirement)
    case .writtenLike: .being("written like", .notation, .sein("wie … geschrieben"))
    case .measured:
      Wording(
        infinitive: "have", statement: "has", denial: "does not have", arguments: .measure,
        german: .doing("…", "haben", "hat"))
    case .mentioning:
      .doing(
        "mention any of", "mentions any of", .words,
        .doing("eines der Wörter …", "nennen", "nennt", negated: "keines der Wörter …"))
    case .avoiding:
      .doing(
        "avoid all of", "avoids all of", .words,
        .doing("alle Wörter …", "vermeiden", "vermeidet"), as: .requirement)
    case .leadingBack:
      .doing(
        "lead back to itself", "leads back to itself", .none,
        .separable("auf sich selbst", "zurück", "führen", "führt"))
    case .changed:
      Wording(
        infinitive: "change", statement: "has changed", denial: "has not changed",
        arguments: .none, german: .perfect("sich", "ändern", "geändert", "hat"))
    }
  }
}
