import Diagnostics
import RuleSyntax
import Semantics
import Values

/// A phrase's words in one language: after "must" and "is", with its arguments filled in.
struct PhraseWords {
  /// After "must": "be at least 5"; in German the end of the sentence after "muss".
  var infinitive: String
  /// "is at least 5", "ist mindestens 5".
  var statement: String
  /// "is not at least 5", "ist nicht mindestens 5".
  var denial: String
  /// After "es darf" where "nicht" and the infinitive do not make a sentence: "keines von 1, 2 sein".
  private var ban: String?

  private init(
    _ infinitive: String, _ statement: String, _ denial: String, ban: String? = nil
  ) {
    self.infinitive = infinitive
    self.statement = statement
    self.denial = denial
    self.ban = ban
  }

  /// "must be at least 5", "darf nicht fehlen".
  func demand(isNegated: Bool, _ language: Language) -> String {
    switch (language, isNegated) {
    case (.english, false): "must \(infinitive)"
    case (.english, true): "must not \(infinitive)"
    case (.german, false): "muss \(infinitive)"
    case (.german, true): "darf \(ban ?? "nicht \(infinitive)")"
    }
  }

  private static func being(_ words: String) -> PhraseWords {
    PhraseWords("be \(words)", "is \(words)", "is not \(words)")
  }

  private static func doing(_ infinitive: String, _ third: String, _ tail: String) -> PhraseWords {
    let tail = tail.isEmpty ? "" : " " + tail
    return PhraseWords(infinitive + tail, third + tail, "does not \(infinitive)\(tail)")
  }

  private static func sein(_ words: String) -> PhraseWords {
    PhraseWords("\(words) sein", "ist \(words)", "ist nicht \(words)")
  }

  private static func liegen(_ words: String) -> PhraseWords {
    PhraseWords("\(words) liegen", "liegt \(words)", "liegt nicht \(words)")
  }

  /// - Parameter arguments: the phrase's arguments as they are to be read, in their order.
  init(_ phrase: TypedPhrase, _ arguments: [String], in language: Language) {
    switch language {
    case .english: self = Self.english(phrase, arguments)
    case .german: self = Self.german(phrase, arguments)
    }
  }

  private static func english(_ phrase: TypedPhrase, _ arguments: [String]) -> PhraseWords {
    let first = arguments.first ?? ""
    let all = arguments.joined(separator: ", ")
    switch phrase {
    case .stated: return .being("stated")
    case .answered: return .being("answered")
    case .leftOut: return .being("left out")
    case .open: return .being("declared open")
    case .inapplicable: return PhraseWords("not apply", "does not apply", "applies")
    case .missing: return .being("missing")
    case .oneOf: return .being(arguments.count == 1 ? first : "one of \(all)")
    case .compared(let relation, _): return .being("\(english(relation)) \(first)")
    case .within: return .doing("lie within", "lies within", arguments.joined(separator: " to "))
    case .overlapping: return .doing("overlap", "overlaps", arguments.joined(separator: " to "))
    case .existing(_, let other):
      return .doing("exist in", "exists in", first + (other ? " other than itself" : ""))
    case .including: return .doing("include", "includes", first)
    case .unique: return .being("unique among \(first)")
    case .writtenLike: return .being("written like \(all)")
    case .measured(let comparison, let bound, let unit):
      let size = "\(english(comparison)) \(first) \(unit.name(bound.isOne ? 1 : 2, .english))"
      return .doing("have", "has", size)
    case .mentioning: return .doing("mention any of", "mentions any of", all)
    case .avoiding: return .doing("avoid all of", "avoids all of", all)
    case .leadingBack: return .doing("lead back to itself", "leads back to itself", "")
    case .changed: return PhraseWords("change", "has changed", "has not changed")
    }
  }

  private static func german(_ phrase: TypedPhrase, _ arguments: [String]) -> PhraseWords {
    let first = arguments.first ?? ""
    let all = arguments.joined(separator: ", ")
    let period = arguments.joined(separator: " bis ")
    switch phrase {
    case .stated: return .sein("angegeben")
    case .answered: return .sein("beantwortet")
    case .leftOut:
      return PhraseWords("weggelassen werden", "ist weggelassen", "ist nicht weggelassen")
    case .open: return .sein("als offen erklärt")
    case .inapplicable:
      return PhraseWords("nicht zutreffen", "trifft nicht zu", "trifft zu")
    case .missing: return PhraseWords("fehlen", "fehlt", "fehlt nicht")
    case .oneOf:
      if arguments.count == 1 { return .sein(first) }
      return PhraseWords(
        "eines von \(all) sein", "ist eines von \(all)", "ist keines von \(all)",
        ban: "keines von \(all) sein")
    case .compared(let relation, let other): return german(relation, first, other)
    case .within: return .liegen("in der Zeit von \(period)")
    case .overlapping:
      return PhraseWords(
        "sich mit \(period) überschneiden", "überschneidet sich mit \(period)",
        "überschneidet sich nicht mit \(period)", ban: "sich nicht mit \(period) überschneiden")
    case .existing(_, let other):
      let place = "in \(first)" + (other ? " an anderer Stelle" : "")
      return PhraseWords(
        "\(place) vorkommen", "kommt \(place) vor", "kommt \(place) nicht vor")
    case .including:
      return PhraseWords("\(first) enthalten", "enthält \(first)", "enthält \(first) nicht")
    case .unique: return .sein("unter \(first) eindeutig")
    case .writtenLike:
      return PhraseWords(
        "wie \(all) geschrieben sein", "ist wie \(all) geschrieben",
        "ist nicht wie \(all) geschrieben")
    case .measured(let comparison, let bound, let unit):
      let size = "\(german(comparison)) \(first) \(unit.name(bound.isOne ? 1 : 2, .german))"
      return PhraseWords("\(size) haben", "hat \(size)", "hat nicht \(size)")
    case .mentioning:
      return PhraseWords(
        "ein Wort aus \(all) nennen", "nennt ein Wort aus \(all)", "nennt kein Wort aus \(all)",
        ban: "kein Wort aus \(all) nennen")
    case .avoiding:
      return PhraseWords(
        "alle Wörter aus \(all) vermeiden", "vermeidet alle Wörter aus \(all)",
        "vermeidet nicht alle Wörter aus \(all)",
        ban: "nicht alle Wörter aus \(all) vermeiden")
    case .leadingBack:
      return PhraseWords(
        "auf sich selbst zurückführen", "führt auf sich selbst zurück",
        "führt nicht auf sich selbst zurück")
    case .changed:
      return PhraseWords(
        "sich ändern", "hat sich geändert", "hat sich nicht geändert", ban: "sich nicht ändern")
    }
  }

  private static func english(_ relation: TypedPhrase.Relation) -> String {
    switch relation {
    case .same: "the same as"
    case .atLeast: "at least"
    case .atMost: "at most"
    case .moreThan: "more than"
    case .lessThan: "less than"
    case .before: "before"
    case .after: "after"
    case .onOrBefore: "on or before"
    case .onOrAfter: "on or after"
    }
  }

  /// A date that stands in the rule takes "dem", "am" or "im", as its precision asks.
  private static func german(
    _ relation: TypedPhrase.Relation, _ other: String, _ operand: Operand
  ) -> PhraseWords {
    var (dative, on) = (other, other)
    if case .literal(.date(let date)) = operand {
      switch date.precision {
      case .day: (dative, on) = ("dem \(other)", "am \(other)")
      case .quarter: (dative, on) = ("dem \(other)", "im \(other)")
      case .month: on = "im \(other)"
      case .year: break
      }
    }
    return switch relation {
    case .same:
      PhraseWords(
        "mit \(other) übereinstimmen", "stimmt mit \(other) überein",
        "stimmt nicht mit \(other) überein")
    case .atLeast: .sein("mindestens \(other)")
    case .atMost: .sein("höchstens \(other)")
    case .moreThan: .sein("mehr als \(other)")
    case .lessThan: .sein("weniger als \(other)")
    case .before: .liegen("vor \(dative)")
    case .after: .liegen("nach \(dative)")
    case .onOrBefore: .sein("spätestens \(on)")
    case .onOrAfter: .sein("frühestens \(on)")
    }
  }

  private static func english(_ comparison: PhraseSyntax.Comparison) -> String {
    switch comparison {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .exactly: "exactly"
    }
  }

  private static func german(_ comparison: PhraseSyntax.Comparison) -> String {
    switch comparison {
    case .atLeast: "mindestens"
    case .atMost: "höchstens"
    case .exactly: "genau"
    }
  }
}

extension PhraseSyntax.Unit {
  /// "entries", "Eintrag": the unit as it stands behind a number.
  func name(_ count: Int, _ language: Language) -> String {
    let isOne = count == 1
    return switch self {
    case .entries: language.pick(isOne ? "entry" : "entries", isOne ? "Eintrag" : "Einträge")
    case .words: language.pick(isOne ? "word" : "words", isOne ? "Wort" : "Wörter")
    case .characters: language.pick(isOne ? "character" : "characters", "Zeichen")
    }
  }
}

extension Operand {
  /// Whether it is the number 1, which takes the singular.
  fileprivate var isOne: Bool {
    if case .literal(.number(let number)) = self { return number == Decimal(1) }
    return false
  }
}
