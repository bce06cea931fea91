import Diagnostics
import RuleSyntax
import Semantics

/// A phrase's words in one language: after "must" and "is", with its arguments filled in.
struct PhraseWords {
  /// After "must": "be at least 5"; in German the end of the sentence after "muss".
  var infinitive: String
  /// "is at least 5", "ist mindestens 5".
  var statement: String
  /// "is not at least 5", "ist nicht mindestens 5".
  var denial: String

  private init(_ infinitive: String, _ statement: String, _ denial: String) {
    self.infinitive = infinitive
    self.statement = statement
    self.denial = denial
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
    case .measured(let comparison, _, let unit):
      return PhraseWords(
        "have \(english(comparison)) \(first) \(english(unit))",
        "has \(english(comparison)) \(first) \(english(unit))",
        "does not have \(english(comparison)) \(first) \(english(unit))")
    case .mentioning: return .doing("mention any of", "mentions any of", all)
    case .avoiding: return .doing("avoid all of", "avoids all of", all)
    case .leadingBack: return .doing("lead back to itself", "leads back to itself", "")
    }
  }

  private static func german(_ phrase: TypedPhrase, _ arguments: [String]) -> PhraseWords {
    let first = arguments.first ?? ""
    let all = arguments.joined(separator: ", ")
    let period = arguments.joined(separator: " bis ")
    switch phrase {
    case .stated: return .sein("angegeben")
    case .answered: return .sein("beantwortet")
    case .leftOut: return .sein("weggelassen")
    case .open: return .sein("als offen erklärt")
    case .inapplicable:
      return PhraseWords("nicht zutreffen", "trifft nicht zu", "trifft zu")
    case .missing: return PhraseWords("fehlen", "fehlt", "fehlt nicht")
    case .oneOf: return .sein(arguments.count == 1 ? first : "eines von \(all)")
    case .compared(let relation, _): return german(relation, first)
    case .within: return .liegen("in der Zeit von \(period)")
    case .overlapping:
      return PhraseWords(
        "sich mit \(period) überschneiden", "überschneidet sich mit \(period)",
        "überschneidet sich nicht mit \(period)")
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
    case .measured(let comparison, _, let unit):
      let size = "\(german(comparison)) \(first) \(german(unit))"
      return PhraseWords("\(size) haben", "hat \(size)", "hat nicht \(size)")
    case .mentioning:
      return PhraseWords(
        "eines von \(all) nennen", "nennt eines von \(all)", "nennt keines von \(all)")
    case .avoiding:
      return PhraseWords(
        "\(all) vermeiden", "vermeidet \(all)", "vermeidet nicht \(all)")
    case .leadingBack:
      return PhraseWords(
        "auf sich selbst zurückführen", "führt auf sich selbst zurück",
        "führt nicht auf sich selbst zurück")
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

  private static func german(_ relation: TypedPhrase.Relation, _ other: String) -> PhraseWords {
    switch relation {
    case .same:
      PhraseWords(
        "mit \(other) übereinstimmen", "stimmt mit \(other) überein",
        "stimmt nicht mit \(other) überein")
    case .atLeast: .sein("mindestens \(other)")
    case .atMost: .sein("höchstens \(other)")
    case .moreThan: .sein("mehr als \(other)")
    case .lessThan: .sein("weniger als \(other)")
    case .before: .liegen("vor \(other)")
    case .after: .liegen("nach \(other)")
    case .onOrBefore: .liegen("am oder vor \(other)")
    case .onOrAfter: .liegen("am oder nach \(other)")
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

  private static func english(_ unit: PhraseSyntax.Unit) -> String {
    switch unit {
    case .entries: "entries"
    case .words: "words"
    case .characters: "characters"
    }
  }

  private static func german(_ unit: PhraseSyntax.Unit) -> String {
    switch unit {
    case .entries: "Einträge"
    case .words: "Wörter"
    case .characters: "Zeichen"
    }
  }
}
