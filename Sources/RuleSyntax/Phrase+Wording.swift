extension Phrase {
  /// What follows a phrase's words.
  package enum ArgumentShape: Sendable {
    case none, value, values, expression, period, list, siblings, notation, measure, words
  }

  /// Where a phrase may be written.
  package enum Use: Sendable {
    case requirement, condition, both
  }

  /// The words of a phrase: in English as rules are written and read, in German as they are read.
  package struct Wording: Sendable {
    /// After `must` or `must not`, such as `be at least`.
    package var infinitive: String
    /// The condition in the third person, such as `is at least`.
    package var statement: String
    /// The condition denied, such as `is not at least`.
    package var denial: String
    package var use = Use.both
    package var arguments: ArgumentShape
    package var german: German

    /// The words after `must`; nil where the phrase cannot be required.
    package var requirement: String? { use == .condition ? nil : infinitive }

    /// The words of the condition; nil where the phrase is none.
    package var condition: String? { use == .requirement ? nil : statement }

    /// The words of the denied condition; nil where the phrase is none.
    package var negatedCondition: String? { use == .requirement ? nil : denial }
  }

  /// A predicate in German, in the parts that change their places with the kind of sentence.
  package struct German: Sendable {
    /// What belongs to the verb, with `…` where the phrase's arguments stand: "mindestens …".
    package var complement: String
    /// The complement of the denial, where "nicht" does not make one: "keines von …".
    package var negated: String?
    /// After "muss": "sein", "vorkommen".
    package var infinitive: String
    /// In the second place: "ist", "kommt".
    package var finite: String
    /// What a main clause ends with: "", "vor".
    package var particle: String
    /// At the end of a subordinate clause: "ist", "vorkommt".
    package var final: String
    package var negation: NegationPlace

    /// Where "nicht" stands.
    package enum NegationPlace: Sendable {
      case before, behind
    }
  }
}

extension Phrase.Wording {
  static func being(
    _ words: String, _ arguments: Phrase.ArgumentShape, _ german: Phrase.German,
    as use: Phrase.Use = .both
  ) -> Self {
    let tail = words.isEmpty ? "" : " " + words
    return Self(
      infinitive: "be" + tail, statement: "is" + tail, denial: "is not" + tail, use: use,
      arguments: arguments, german: german)
  }

  static func doing(
    _ infinitive: String, _ third: String, _ arguments: Phrase.ArgumentShape,
    _ german: Phrase.German, as use: Phrase.Use = .both
  ) -> Self {
    Self(
      infinitive: infinitive, statement: third, denial: "does not " + infinitive, use: use,
      arguments: arguments, german: german)
  }
}

extension Phrase.German {
  static func sein(_ complement: String, negated: String? = nil) -> Self {
    doing(complement, "sein", "ist", negated: negated)
  }

  static func doing(
    _ complement: String, _ infinitive: String, _ finite: String, negated: String? = nil,
    negation: NegationPlace = .before
  ) -> Self {
    Self(
      complement: complement, negated: negated, infinitive: infinitive, finite: finite,
      particle: "", final: finite, negation: negation)
  }

  /// A verb whose first part stands at the end of a main clause: "kommt … vor".
  static func separable(
    _ complement: String, _ particle: String, _ infinitive: String, _ finite: String,
    negated: String? = nil
  ) -> Self {
    Self(
      complement: complement, negated: negated, infinitive: particle + infinitive, finite: finite,
      particle: particle, final: particle + finite, negation: .before)
  }

  /// A statement in the perfect: "hat sich geändert".
  static func perfect(
    _ complement: String, _ infinitive: String, _ participle: String, _ finite: String
  ) -> Self {
    Self(
      complement: complement, negated: nil, infinitive: infinitive, finite: finite,
      particle: participle, final: participle + " " + finite, negation: .behind)
  }
}
