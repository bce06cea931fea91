import Diagnostics
import RuleSyntax
import Values

/// A phrase in sentences of one language, its arguments filled in: what a rule's prose and the
/// findings are put together from.
package struct PhraseWords: Sendable {
  private let wording: Phrase.Wording
  /// In English what stands behind the words, in German what stands at the `…` of the complement.
  private let argument: String
  private let language: Language

  /// - Parameter arguments: the phrase's arguments as they are to be read, in their order.
  package init(_ phrase: TypedPhrase, _ arguments: [String], in language: Language) {
    var declared = phrase.phrase
    if case .oneOf(let values) = phrase, values.count == 1 { declared = .equal }
    wording = declared.wording
    argument = Self.joined(phrase, arguments, language)
    self.language = language
  }

  /// "must be at least 5", "darf nicht fehlen".
  package func demand(isNegated: Bool) -> String {
    let (modal, rest) = demandParts(isNegated: isNegated)
    return modal + " " + rest
  }

  /// The demand with its modal verb apart: "must" and "be at least 5", "muss" and "mindestens 5
  /// sein".
  ///
  /// - Parameter quantifier: where the subject's number stands as an adverb in a German sentence:
  ///   "muss in jedem Fall mindestens 5 sein".
  func demandParts(
    isNegated: Bool, quantifier: SubjectSyntax.Quantifier? = nil
  ) -> (modal: String, rest: String) {
    switch language {
    case .english:
      return (isNegated ? "must not" : "must", behind(wording.infinitive))
    case .german:
      var (isDenied, adverb) = (isNegated, quantifier?.germanAdverb ?? "")
      var modal = isNegated ? "darf" : "muss"
      if isNegated, quantifier == .every {
        (isDenied, adverb) = (false, SubjectSyntax.Quantifier.no.germanAdverb)
      } else if isNegated, quantifier == .atLeastOne {
        modal = "muss"
      }
      let rest = middle(isNegated: isDenied, adverb) + [wording.german.infinitive]
      return (modal, rest.spaced)
    }
  }

  /// "is at least 5", "kommt nicht in `areas` vor".
  package func statement(isNegated: Bool) -> String {
    statement(isNegated: isNegated, quantifier: nil, isSubordinate: false)
  }

  /// - Parameter isSubordinate: after a German "wenn", where the verb comes last.
  func statement(
    isNegated: Bool, quantifier: SubjectSyntax.Quantifier?, isSubordinate: Bool
  ) -> String {
    switch language {
    case .english:
      return behind(isNegated ? wording.denial : wording.statement)
    case .german:
      let german = wording.german
      let middle = middle(isNegated: isNegated, quantifier?.germanAdverb ?? "")
      return
        (isSubordinate ? middle + [german.final] : [german.finite] + middle + [german.particle])
        .spaced
    }
  }

  private func behind(_ words: String) -> String {
    argument.isEmpty ? words : "\(words) \(argument)"
  }

  /// What stands between a German sentence's verbs.
  private func middle(isNegated: Bool, _ adverb: String) -> [String] {
    let german = wording.german
    let complement = filled(german.complement)
    guard isNegated else { return [adverb, complement] }
    if let negated = german.negated { return [adverb, filled(negated)] }
    switch german.negation {
    case .before: return [adverb, "nicht", complement]
    case .behind: return [adverb, complement, "nicht"]
    }
  }

  private func filled(_ template: String) -> String {
    guard let gap = template.firstIndex(of: "…") else { return template }
    return template[..<gap] + argument + template[template.index(after: gap)...]
  }
}

// MARK: - Arguments

extension PhraseWords {
  private static func joined(
    _ phrase: TypedPhrase, _ arguments: [String], _ language: Language
  ) -> String {
    let first = arguments.first ?? ""
    switch phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .leadingBack, .changed:
      return ""
    case .oneOf, .writtenLike:
      return list(arguments, language)
    case .including, .unique: return first
    case .mentioning, .avoiding: return arguments.joined(separator: ", ")
    case .compared(let relation, let other):
      return language == .german ? germanDate(relation, first, other) : first
    case .within, .overlapping:
      return arguments.joined(separator: language.pick(" to ", " bis "))
    case .existing(_, let otherThanItself):
      return first
        + (otherThanItself ? language.pick(" other than itself", " an anderer Stelle") : "")
    case .measured(let comparison, let bound, let unit):
      let comparing = comparison.name(language)
      return "\(comparing) \(first) \(unit.name(language, isOne: bound.isOne))"
    }
  }

  /// "a, b or c"
  private static func list(_ texts: [String], _ language: Language) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + language.pick(" or ", " oder ") + last
  }

  /// A date that stands in the rule takes "dem", "am" or "im", as its precision asks.
  private static func germanDate(
    _ relation: TypedPhrase.Relation, _ text: String, _ operand: Operand
  ) -> String {
    guard case .literal(.date(let date)) = operand else { return text }
    switch (relation, date.precision) {
    case (.before, .day), (.after, .day), (.before, .quarter), (.after, .quarter):
      return "dem \(text)"
    case (.onOrBefore, .day), (.onOrAfter, .day): return "am \(text)"
    case (.onOrBefore, .quarter), (.onOrAfter, .quarter), (.onOrBefore, .month),
      (.onOrAfter, .month):
      return "im \(text)"
    default: return text
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

extension SubjectSyntax.Quantifier {
  fileprivate var germanAdverb: String {
    switch self {
    case .every: "in jedem Fall"
    case .atLeastOne: "in mindestens einem Fall"
    case .no: "in keinem Fall"
    }
  }
}

extension [String] {
  /// The parts with single spaces between them, empty ones left out.
  package var spaced: String { filter { !$0.isEmpty }.joined(separator: " ") }
}
