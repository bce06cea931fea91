import Diagnostics

extension PhraseSyntax.Comparison {
  /// "at least", "mindestens": before a number.
  package func name(_ language: Language) -> String {
    switch self {
    case .atLeast: language.pick("at least", "mindestens")
    case .atMost: language.pick("at most", "höchstens")
    case .exactly: language.pick("exactly", "genau")
    }
  }
}

extension PhraseSyntax.Unit {
  /// "entries", "Eintrag": the unit as it stands behind a number.
  package func name(_ language: Language, isOne: Bool) -> String {
    switch self {
    case .entries:
      isOne ? language.pick("entry", "Eintrag") : language.pick("entries", "Einträge")
    case .words: isOne ? language.pick("word", "Wort") : language.pick("words", "Wörter")
    case .characters: language.pick(isOne ? "character" : "characters", "Zeichen")
    }
  }
}

/// A computed value as sentences name it, up to the path: "the sum of", "die Summe von".
package struct AggregateNoun: Sendable {
  package var nominative: String
  /// After "mit", "vor" and "nach": "der Summe von"; in English the same.
  package var dative: String
  /// "it", "sie", "er"
  package var pronoun: String
}

extension AggregateSyntax.Kind {
  package func noun(_ language: Language) -> AggregateNoun {
    switch self {
    case .sum: Self.feminine("sum", "Summe", language)
    case .count: Self.feminine("number", "Anzahl", language)
    case .share: Self.masculine("share", "", "Anteil", language)
    case .earliest: Self.masculine("earliest", "früheste", "Wert", language)
    case .latest: Self.masculine("latest", "späteste", "Wert", language)
    case .smallest: Self.masculine("smallest", "kleinste", "Wert", language)
    case .largest: Self.masculine("largest", "größte", "Wert", language)
    case .first: Self.masculine("first", "erste", "Wert", language)
    case .last: Self.masculine("last", "letzte", "Wert", language)
    }
  }

  private static func feminine(_ english: String, _ german: String, _ language: Language)
    -> AggregateNoun
  {
    make(english, ("die \(german) von", "der \(german) von", "sie"), language)
  }

  private static func masculine(
    _ english: String, _ adjective: String, _ noun: String, _ language: Language
  ) -> AggregateNoun {
    guard !adjective.isEmpty else {
      return make(english, ("der \(noun) von", "dem \(noun) von", "er"), language)
    }
    return make(
      english, ("der \(adjective) \(noun) von", "dem \(adjective)n \(noun) von", "er"), language)
  }

  private static func make(
    _ english: String, _ german: (String, String, String), _ language: Language
  ) -> AggregateNoun {
    switch language {
    case .english:
      AggregateNoun(nominative: "the \(english) of", dative: "the \(english) of", pronoun: "it")
    case .german: AggregateNoun(nominative: german.0, dative: german.1, pronoun: german.2)
    }
  }
}
