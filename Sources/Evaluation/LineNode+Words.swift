import Diagnostics
import Model
import RuleSyntax
import Semantics

/// A line in words, for findings and for explanations.
extension LineNode {
  /// Whether the line asks for parts of a text that stands there and has none of them: it lacks the
  /// Whether the parts of a text are meant, and the text is empty itself.
  func hasNoText(_ rows: Rows) -> Bool {
    guard case .one(let operand) = subject, let matches = operand as? MatchesOperand else {
      return false
    }
    return matches.missingText(rows) != nil
  }

  /// part, not a value.
  func findsNothing(_ rows: Rows) -> Bool {
    guard question == nil, case .one(let operand) = subject else { return false }
    return (operand as? MatchesOperand)?.findsNothing(rows) ?? false
  }

  /// The phrase's words with gaps for the arguments that change from element to element.
  private func words(_ language: Language) -> PhraseWords {
    var arguments = workspace.arguments(typed.phrase, nil, nil, in: language)
    if hasChangingArguments {
      arguments = arguments.indices.map(SentenceGap.argument)
    }
    return PhraseWords(typed.phrase, arguments, in: language)
  }

  /// "must be at least 5", with gaps for arguments that change.
  func demand(_ language: Language) -> String {
    words(language).demand(isNegated: typed.isNegated)
  }

  /// The phrase's arguments with their values, where these differ from element to element.
  func changingArguments(_ rows: Rows, _ language: Language) -> [String] {
    hasChangingArguments ? workspace.arguments(typed.phrase, test, rows, in: language) : []
  }

  /// "`owner` must exist in `committees`", "every `parts.due` must be before `end-date` (2027)".
  func requirement(_ rows: Rows, _ language: Language) -> String {
    let template = sentences.template(.requirement, language) {
      "\(subjectName(language)) \(demand(language))"
    }
    return template.filled("", "", changingArguments(rows, language))
  }

  /// "`size` is 1": the line as a statement, with the values of its arguments.
  func statement(_ rows: Rows, _ language: Language) -> String {
    let template = sentences.template(.alternative, language) {
      let words = words(language)
      return "\(subjectName(language)) \(words.statement(isNegated: typed.isNegated))"
    }
    return template.filled("", "", changingArguments(rows, language))
  }

  /// The subject with its quantifier and the condition on its members.
  private func subjectName(_ language: Language) -> String {
    let name = workspace.name(typed.subject, in: language)
    let quantified =
      switch typed.quantifier {
      case nil: name
      case .every?: language.pick("every \(name)", "jedes \(name)")
      case .atLeastOne?: language.pick("at least one \(name)", "mindestens ein \(name)")
      case .no?: language.pick("no \(name)", "kein \(name)")
      }
    guard let filter = typed.filter else { return quantified }
    return "\(quantified) \(workspace.restriction(filter, in: language))"
  }

  /// "is 2027", "has 0 entries", "mentions `prüfen`".
  func predicate(_ sight: Sight, _ rows: Rows, _ language: Language) -> String {
    if let test = test as? MeasureTest, let count = test.count(sight, rows) {
      return language.pick("has", "hat")
        + " \(count) \(test.unit.name(language, isOne: count == 1))"
    }
    if let test = test as? WordsTest, let found = test.found(sight) {
      return language.pick("mentions", "nennt") + " `\(found)`"
    }
    if let change = test as? ChangeTest { return change.predicate(rows, language) }
    if case .one(let operand) = subject, let matches = operand as? MatchesOperand {
      if matches.findsNothing(rows) { return Self.noEntries(language) }
      if sight.standing == .stated {
        let found = matches.matches(rows).map { "`\(Workspace.shortened($0.text))`" }
        return language.pick("is", "ist") + " " + found.joined(separator: ", ")
      }
    }
    return language.pick("is", "ist") + " \(shown(sight, rows, language))"
  }

  /// What is said of a list that has none.
  static func noEntries(_ language: Language) -> String {
    language.pick("has no entries", "hat keine Einträge")
  }

  private func shown(_ sight: Sight, _ rows: Rows, _ language: Language) -> String {
    if case .group = typed.subject.type, sight.standing == .stated {
      return language.pick("stated", "angegeben")
    }
    if case .one(let operand) = subject, let list = operand as? ListOperand,
      sight.standing == .stated
    {
      let entries = workspace.entries(list.path, rows, language)
      if !entries.isEmpty { return entries }
    }
    return workspace.show(sight, typed.subject.type, in: language)
  }
}
