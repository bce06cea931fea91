import Model
import RuleSyntax

extension PhraseSyntax {
  /// What the phrase can be said of; nil for the phrases about a field's state.
  var need: PhraseProblem.Need? {
    switch phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .changed: return nil
    case .equal, .oneOf, .sameAs, .unique: return .values
    case .atLeast, .atMost, .moreThan, .lessThan: return .amounts
    case .before, .after, .onOrBefore, .onOrAfter, .within, .overlapping: return .dates
    case .existing: return .names
    case .including: return .lists
    case .writtenLike: return .textual
    case .measured:
      if case .measure(_, _, .entries) = arguments { return .lists }
      return .textual
    case .mentioning, .avoiding: return .text
    case .leadingBack: return .references
    }
  }

  /// Whether the phrase can be said of a value of this type.
  func suits(_ type: OperandType, in schema: Schema) -> Bool {
    switch need {
    case nil: return true
    case .values: return type.isScalar
    case .amounts:
      if case .choice(let choice) = type { return schema.choices[choice].isOrdered }
      return type.isAmount
    case .orderedChoice: return type.isChoice
    case .dates: return type == .date
    case .lists, .valueLists:
      guard case .list(let member) = type else { return false }
      return phrase != .including || member.isScalar
    case .text: return type == .text
    case .textual: return type.isTextual
    case .names: return type.isTextual || type.isReference
    case .references:
      if case .list(let member) = type { return member.isReference }
      return type.isReference
    }
  }

  /// Another phrase that says the same of a value of this type.
  func instead(of type: OperandType, in schema: Schema) -> Phrase? {
    var mended = self
    guard let other = likely(for: type) else { return nil }
    mended.phrase = other
    return mended.suits(type, in: schema) ? other : nil
  }

  private func likely(for type: OperandType) -> Phrase? {
    if type == .date {
      switch phrase {
      case .atLeast: return .onOrAfter
      case .atMost: return .onOrBefore
      case .moreThan: return .after
      case .lessThan: return .before
      default: return nil
      }
    }
    switch phrase {
    case .before where !type.isTextual: return .lessThan
    case .after where !type.isTextual: return .moreThan
    case .onOrBefore where !type.isTextual: return .atMost
    case .onOrAfter where !type.isTextual: return .atLeast
    case .including where type.isScalar: return .equal
    case .mentioning where type.isChoice: return .oneOf
    default: return nil
    }
  }
}

extension OperandType {
  var isReference: Bool {
    if case .reference = self { return true }
    return false
  }
}
