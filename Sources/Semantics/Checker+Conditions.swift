import Diagnostics
import Model
import RuleSyntax
import SourceText

/// Conditions, and the subjects that phrases speak of.
extension Checker {
  /// What a phrase speaks of, its type known.
  struct Subject {
    var operand: Operand
    var filter: Condition?
    /// The path's way; nil where the subject is computed.
    var walk: Walk?
    var quantifier: SubjectSyntax.Quantifier?
    /// The type of what the phrase is said of: of one member, where there is a quantifier.
    var type: OperandType
    /// As it is written.
    var text: String
  }

  mutating func condition(_ syntax: ConditionSyntax, in place: Surroundings) -> Condition? {
    switch syntax {
    case .line(let subject, let phrase, let range):
      let made = judgement(subject, phrase, range, isRequirement: false, in: place)
      return made.map(Condition.judgement)
    case .block(let kind, let conditions, let range):
      guard let made = self.conditions(conditions, in: place) else { return nil }
      return .block(kind, made, origin: location(range))
    }
  }

  /// All of the conditions; nil where one of them has a mistake.
  mutating func conditions(
    _ syntax: [ConditionSyntax], in place: Surroundings
  ) -> [Condition]? {
    var made: [Condition] = []
    for condition in syntax {
      if let condition = self.condition(condition, in: place) { made.append(condition) }
    }
    return made.count == syntax.count ? made : nil
  }

  mutating func judgement(
    _ subjectSyntax: SubjectSyntax, _ phraseSyntax: PhraseSyntax, _ range: ByteRange,
    isRequirement: Bool, in place: Surroundings
  ) -> Judgement? {
    let wording = Words(phraseSyntax, isRequirement: isRequirement)
    let subject = self.subject(subjectSyntax, phraseSyntax, wording, in: place)
    let phrase = self.phrase(phraseSyntax, of: subject, wording, in: place)
    guard let subject, let phrase else { return nil }
    return Judgement(
      quantifier: subject.quantifier, subject: subject.operand, filter: subject.filter,
      phrase: phrase, isNegated: phraseSyntax.isNegated, origin: location(range))
  }

  // MARK: - Subjects

  private mutating func subject(
    _ syntax: SubjectSyntax, _ phrase: PhraseSyntax, _ words: Words, in place: Surroundings
  ) -> Subject? {
    if case .path(let path) = syntax.expression {
      if syntax.quantifier == nil, path.names.count == 1,
        let setting = setting(path.text, in: place)
      {
        return settingSubject(setting, syntax, path, in: place)
      }
      guard let walk = followed(path, in: place) else { return nil }
      return pathSubject(walk, syntax, phrase, words, in: place)
    }
    if let quantifier = syntax.quantifier {
      guard case .matches = syntax.expression else {
        tell(.list(.quantifierOnComputed(quantifier)), at: syntax.range)
        return nil
      }
    }
    if let filter = syntax.filter {
      tell(.list(.filterWithoutList), at: filter.range)
      return nil
    }
    guard let operand = operand(syntax.expression, wanted: .anything, in: place) else {
      return nil
    }
    var type = operand.type
    if syntax.quantifier != nil, case .list(let member) = type { type = member }
    return Subject(
      operand: operand, filter: nil, walk: nil, quantifier: syntax.quantifier, type: type,
      text: file.text(syntax.expression.range))
  }

  private mutating func settingSubject(
    _ setting: Declared, _ syntax: SubjectSyntax, _ path: PathSyntax, in place: Surroundings
  ) -> Subject? {
    if isPath(path.text, in: place) {
      let record = schema.records[place.innermost.record].name
      let readings: [NameProblem.Reading] = [.field(path.text, of: record), .setting(path.text)]
      tell(.name(.ambiguous(path.text, readings, instead: nil)), at: path.range)
      return nil
    }
    guard let operand = settingOperand(setting) else { return nil }
    return Subject(
      operand: operand, filter: nil, walk: nil, quantifier: nil, type: operand.type,
      text: path.text)
  }

  private mutating func pathSubject(
    _ walk: Walk, _ syntax: SubjectSyntax, _ phrase: PhraseSyntax, _ words: Words,
    in place: Surroundings
  ) -> Subject? {
    if let failure = subjectFailure(walk, syntax, phrase, words, in: place) {
      tell(failure)
      return nil
    }
    var filter: Condition?
    let isWhole = syntax.quantifier == nil || (goesThroughList(walk) && phrase.takesLists)
    if let condition = syntax.filter {
      let inner =
        isWhole
        ? walk.passed.map {
          place.inside($0.record, isInOrder: $0.isInOrder, isPrevious: $0.isPrevious)
        }
        : filterSurroundings(walk, in: place)
      guard let inner else {
        tell(.list(.filterWithoutElements(walk.text)), at: condition.range)
        return nil
      }
      filter = self.condition(condition, in: inner)
      if filter == nil { return nil }
    }
    if phrase.phrase == .changed, let failure = changeFailure(walk, syntax, place) {
      tell(failure)
      return nil
    }
    let path = isWhole ? wholePath(walk) : memberPath(walk, asElements: filter != nil)
    return Subject(
      operand: .path(path), filter: filter, walk: walk, quantifier: syntax.quantifier,
      type: path.type, text: walk.text)
  }

  private func subjectFailure(
    _ walk: Walk, _ syntax: SubjectSyntax, _ phrase: PhraseSyntax, _ words: Words,
    in place: Surroundings
  ) -> Failure? {
    let position: ListProblem.Position = words.isRequirement ? .requirement : .condition
    let isList = endsInList(walk)
    if let quantifier = syntax.quantifier {
      guard isList || goesThroughList(walk) else {
        return Failure(
          problem: .list(.quantifierWithoutList(quantifier, walk.text)), range: syntax.range,
          related: related(toEndOf: walk))
      }
    } else {
      if let filter = syntax.filter {
        return Failure(problem: .list(.filterWithoutList), range: filter.range)
      }
      if let failure = listFailure(walk, position) {
        return phrase.phrase == .unique ? uniqueFailure(walk, in: place) : failure
      }
      if let failure = stateFailure(phrase, of: walk, words, in: place) { return failure }
      if isList, !phrase.takesLists {
        return listAsValue(walk, phrase, words, position)
      }
    }
    if syntax.quantifier != nil,
      let failure = stateFailure(phrase, of: walk, words, in: place)
    {
      return failure
    }
    if isList || !endsInParts(walk) || (phrase.takesGroups && walk.end != .element) { return nil }
    return partsFailure(walk) { phrase.suits($0, in: schema) }
  }
}

extension Checker {
  /// The failure of a list without a quantifier before a phrase that is said of one value.
  private func listAsValue(
    _ walk: Walk, _ phrase: PhraseSyntax, _ words: Words, _ position: ListProblem.Position
  ) -> Failure {
    let member = memberType(of: walk)
    let takesValues = phrase.phrase == .equal || phrase.phrase == .oneOf
    let instead = takesValues && member.isScalar ? words.other(.including) : nil
    let members =
      member.isRecord
      ? fittingField(of: walk) { phrase.suits($0, in: schema) } ?? walk.text + ".…" : walk.text
    return Failure(
      problem: .list(
        .listAsValue(
          walk.text, words: words.text, position, members: members, instead: instead)),
      range: walk.syntax.range, related: related(toEndOf: walk))
  }
}

/// The words of a phrase as messages repeat them.
struct Words {
  let isRequirement: Bool
  private let phrase: Phrase
  private let isNegated: Bool
  private let unit: PhraseSyntax.Unit?

  init(_ phrase: PhraseSyntax, isRequirement: Bool) {
    self.isRequirement = isRequirement
    self.phrase = phrase.phrase
    isNegated = phrase.isNegated
    unit = if case .measure(_, _, let unit) = phrase.arguments { unit } else { nil }
  }

  /// As the phrase is written, without its arguments.
  var text: String {
    Self.words(of: phrase, isNegated, isRequirement) + (unit.map { " … " + $0.word } ?? "")
  }

  /// How another phrase is written at the same place.
  func other(_ phrase: Phrase, isNegated: Bool = false) -> String {
    Self.words(of: phrase, isNegated, isRequirement)
  }

  private static func words(of phrase: Phrase, _ isNegated: Bool, _ isRequirement: Bool) -> String {
    let wording = phrase.wording
    if isRequirement, let requirement = wording.requirement {
      return (isNegated ? "must not " : "must ") + requirement
    }
    let condition = isNegated ? wording.negatedCondition : wording.condition
    return condition ?? wording.requirement ?? ""
  }
}

extension PhraseSyntax.Unit {
  /// As it is written.
  fileprivate var word: String {
    switch self {
    case .entries: "entries"
    case .words: "words"
    case .characters: "characters"
    }
  }
}

extension PhraseSyntax {
  /// Whether the phrase speaks of a field's state, not of its value.
  var isAboutState: Bool { phrase.basis == .state }

  /// Whether the phrase can be said of a group, or of a nested record.
  var takesGroups: Bool { isAboutState || phrase == .changed }

  /// Whether the phrase can be said of a list as a whole.
  var takesLists: Bool {
    switch phrase {
    case .including, .leadingBack, .changed: return true
    case .measured:
      if case .measure(_, _, .entries) = arguments { return true }
      return false
    default: return isAboutState
    }
  }
}
