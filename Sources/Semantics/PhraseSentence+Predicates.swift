import Diagnostics
import Model
import RuleSyntax

/// What a phrase says of its subject, in the parts that sentences are put together from.
struct Predicate {
  /// After "must": "be stated".
  var englishDemand = ""
  /// "is stated"
  var englishStatement = ""
  /// "is not stated"
  var englishDenial = ""
  /// German without its verb: "angegeben".
  var complement = ""
  /// "sein"
  var infinitive = ""
  /// "ist"
  var finite = ""

  /// "be …", "… sein"
  static func being(_ english: String, _ german: String) -> Predicate {
    Predicate(
      englishDemand: "be \(english)", englishStatement: "is \(english)",
      englishDenial: "is not \(english)", complement: german, infinitive: "sein", finite: "ist")
  }

  /// "be …", "… liegen"
  static func lying(_ english: String, _ german: String) -> Predicate {
    var made = being(english, german)
    (made.infinitive, made.finite) = ("liegen", "liegt")
    return made
  }

  /// Another verb; `forms` are "lie", "lies" and "liegen", "liegt".
  static func doing(
    _ forms: (String, String, String, String), _ english: String, _ german: String
  ) -> Predicate {
    let object = english.isEmpty ? "" : " " + english
    return Predicate(
      englishDemand: forms.0 + object, englishStatement: forms.1 + object,
      englishDenial: "does not " + forms.0 + object, complement: german, infinitive: forms.2,
      finite: forms.3)
  }
}

extension SentenceWriter {
  func predicate(_ judgement: Judgement, _ frames: Frames) -> Predicate {
    switch judgement.phrase {
    case .stated: return .being("stated", "angegeben")
    case .answered: return .being("answered", "beantwortet")
    case .leftOut: return .being("left out", "weggelassen")
    case .open: return .being("open", "offen")
    case .missing:
      var missing = Predicate.being("missing", "")
      (missing.infinitive, missing.finite) = ("fehlen", "fehlt")
      return missing
    case .inapplicable:
      return Predicate(
        englishStatement: "does not apply", englishDenial: "applies", infinitive: "entfallen",
        finite: "entfällt")
    case .oneOf(let literals):
      return .being(values(literals, "or"), values(literals, "oder"))
    case .compared(let relation, let operand):
      return compared(relation, self.operand(operand, frames))
    case .within(let start, let end):
      let (from, to) = (operand(start, frames), operand(end, frames))
      return .doing(
        ("lie", "lies", "liegen", "liegt"), "within \(from) to \(to)", "zwischen \(from) und \(to)")
    case .overlapping(let start, let end):
      let (from, to) = (operand(start, frames), operand(end, frames))
      return .doing(
        ("overlap", "overlaps", "überschneiden", "überschneidet"), "\(from) to \(to)",
        "sich mit der Zeit von \(from) bis \(to)")
    case .existing(let target, let otherThanItself):
      return existing(target, otherThanItself, frames)
    case .including(let literal):
      let value = self.literal(literal)
      return .doing(("include", "includes", "enthalten", "enthält"), value, value)
    case .unique(let amongAll, _):
      return amongAll
        ? .being("unique in the whole plan", "im ganzen Plan eindeutig")
        : .being("unique in its list", "in der eigenen Liste eindeutig")
    case .writtenLike(let notation):
      let patterns = program.notations[notation].patterns
      return .being(
        "written like \(Language.english.or(patterns))",
        "wie \(Language.german.or(patterns)) geschrieben")
    case .measured(let comparison, let bound, let unit):
      return measured(comparison, operand(bound, frames), unit)
    case .mentioning(let lists):
      return .doing(
        ("mention", "mentions", "erwähnen", "erwähnt"), "any of \(words(lists))",
        "eines der Wörter \(words(lists))")
    case .avoiding(let lists):
      return .doing(
        ("avoid", "avoids", "vermeiden", "vermeidet"), "all of \(words(lists))",
        "alle Wörter wie \(words(lists))")
    case .leadingBack:
      return .doing(
        ("lead", "leads", "führen", "führt"), "back to itself", "im Kreis zu sich selbst")
    case .changed:
      return Predicate(
        englishDemand: "change", englishStatement: "has changed", englishDenial: "has not changed",
        complement: "gegenüber der vorigen Fassung geändert", infinitive: "sein", finite: "ist")
    }
  }

  private func compared(_ relation: TypedPhrase.Relation, _ value: String) -> Predicate {
    switch relation {
    case .same: .being("the same as \(value)", "gleich \(value)")
    case .atLeast: .being("at least \(value)", "mindestens \(value)")
    case .atMost: .being("at most \(value)", "höchstens \(value)")
    case .moreThan: .being("more than \(value)", "mehr als \(value)")
    case .lessThan: .being("less than \(value)", "weniger als \(value)")
    case .before: .lying("before \(value)", "vor \(value)")
    case .after: .lying("after \(value)", "nach \(value)")
    case .onOrBefore: .lying("on or before \(value)", "auf oder vor \(value)")
    case .onOrAfter: .lying("on or after \(value)", "auf oder nach \(value)")
    }
  }

  private func existing(
    _ target: TypedPhrase.Target, _ otherThanItself: Bool, _ frames: Frames
  ) -> Predicate {
    let place: String
    switch target {
    case .list(let record):
      place = schema.records[record].list.map { "`\($0)`" } ?? title(schema.records[record].title)
    case .path(let path): place = self.path(path, frames)
    }
    let (english, german) =
      otherThanItself ? (" other than itself", " außer im eigenen Eintrag") : ("", "")
    return .doing(
      ("exist", "exists", "sein", "ist"), "in \(place)\(english)", "in \(place)\(german) enthalten")
  }

  private func measured(
    _ comparison: PhraseSyntax.Comparison, _ bound: String, _ unit: PhraseSyntax.Unit
  ) -> Predicate {
    let comparing =
      switch comparison {
      case .atLeast: language.pick("at least", "mindestens")
      case .atMost: language.pick("at most", "höchstens")
      case .exactly: language.pick("exactly", "genau")
      }
    let text = "\(comparing) \(bound) \(unit.name(language, isOne: bound == "1"))"
    return .doing(("have", "has", "haben", "hat"), text, text)
  }

  /// The first words of the lists in quotes.
  private func words(_ lists: [Int]) -> String {
    let all = lists.flatMap { program.wordLists[$0].words }
    let shown = all.prefix(4).map(quoted).joined(separator: ", ")
    return all.count > 4 ? shown + " …" : shown
  }

  private func values(_ literals: [Literal], _ word: String) -> String {
    let texts = literals.map(literal)
    guard texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(word) " + texts[texts.count - 1]
  }
}

extension PhraseSyntax.Unit {
  fileprivate func name(_ language: Language, isOne: Bool) -> String {
    switch self {
    case .entries:
      isOne ? language.pick("entry", "Eintrag") : language.pick("entries", "Einträge")
    case .words: isOne ? language.pick("word", "Wort") : language.pick("words", "Wörter")
    case .characters: language.pick(isOne ? "character" : "characters", "Zeichen")
    }
  }
}
