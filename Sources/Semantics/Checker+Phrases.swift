import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// Phrases: whether they fit what they speak of, and what follows them.
extension Checker {
  /// The phrase with its arguments; `subject` is nil where it has a mistake of its own.
  mutating func phrase(
    _ syntax: PhraseSyntax, of subject: Subject?, _ words: Words, in place: Surroundings
  ) -> TypedPhrase? {
    if let subject, tellHabit(syntax, of: subject, words, in: place) { return nil }
    if let subject, !fits(syntax, subject, words, in: place) { return nil }
    let wanted: Wanted = subject.map { .type($0.type, subject: $0.text) } ?? .unknown
    switch syntax.arguments {
    case .none: return plain(syntax, of: subject, in: place)
    case .values(let values): return self.values(values, syntax, of: subject, words, in: place)
    case .expression(let expression):
      let operand = comparable(expression, words: words.text, wanted: wanted, in: place)
      guard let operand, let relation = syntax.phrase.relation else { return nil }
      return .compared(relation, operand)
    case .period(let start, let end):
      let from = comparable(start, words: words.text, wanted: wanted, in: place)
      let to = comparable(end, words: words.text, wanted: wanted, in: place)
      guard let from, let to else { return nil }
      return syntax.phrase == .within ? .within(from, to) : .overlapping(from, to)
    case .list(let path, let otherThanItself):
      return existing(path, otherThanItself, of: subject, in: place)
    case .siblings(let name, let all):
      return unique(name, amongAll: all, of: subject, in: place)
    case .notation(let name): return notation(name).map(TypedPhrase.writtenLike)
    case .measure(let comparison, let bound, let unit):
      return measured(comparison, bound, unit, words, in: place)
    case .words(let references):
      guard let lists = wordLists(references, at: syntax.range) else { return nil }
      return syntax.phrase == .avoiding ? .avoiding(lists) : .mentioning(lists)
    }
  }

  // MARK: - Fitting

  /// Whether the phrase can be said of the subject; what does not fit is told.
  private mutating func fits(
    _ syntax: PhraseSyntax, _ subject: Subject, _ words: Words, in place: Surroundings
  ) -> Bool {
    if syntax.takesGroups {
      if case .path = subject.operand { return true }
      tell(.phrase(.computed(words: words.text)), at: syntax.range)
      return false
    }
    guard !syntax.suits(subject.type, in: schema), var need = syntax.need else { return true }
    if subject.walk == nil, case .list(let member) = subject.type,
      need == .values || syntax.suits(member, in: schema)
    {
      tell(.list(computedList(subject, syntax, member, words)), at: syntax.range)
      return false
    }
    var related: [RelatedPlace] = subject.walk.map { self.related(toEndOf: $0) } ?? []
    if need == .amounts, case .choice(let choice) = subject.type {
      need = .orderedChoice(schema.choices[choice].name)
      related = [self.related(toChoice: choice)]
    }
    if need == .lists, case .list = subject.type, let walk = subject.walk {
      need = .valueLists(fittingField(of: walk, suits: \.isScalar))
    }
    var instead: String?
    var fixes: [Fix] = []
    if let other = syntax.instead(of: subject.type, in: schema), need.isMended {
      instead = words.other(other)
      fixes = suitsArguments(syntax, subject.type, in: place) ? rewording(syntax, as: other) : []
    }
    let problem = PhraseProblem.misfit(
      words: words.text, subject: subject.text, TypeName(subject.type, in: schema), need,
      instead: instead)
    tell(.phrase(problem), at: syntax.range, related: related, fixes: fixes)
    return false
  }

  /// What is wrong with a phrase of one value said of a computed list, such as `date in name`.
  private func computedList(
    _ subject: Subject, _ syntax: PhraseSyntax, _ member: OperandType, _ words: Words
  ) -> ListProblem {
    let takesValues = syntax.phrase == .equal || syntax.phrase == .oneOf
    return .listAsValue(
      subject.text, words: words.text, words.isRequirement ? .requirement : .condition,
      members: subject.text,
      instead: takesValues && member.isScalar ? words.other(.including) : nil)
  }

  /// Whether what a comparison is made with can have the type of its subject.
  private func suitsArguments(
    _ syntax: PhraseSyntax, _ type: OperandType, in place: Surroundings
  ) -> Bool {
    guard case .expression(let expression) = syntax.arguments else { return true }
    switch expression {
    case .date, .today: return type == .date
    case .number(let text, let unit, _):
      return type == .date ? unit == nil && text.utf8.count == 4 : type.isAmount
    case .string, .yesOrNo: return false
    case .path(let path):
      if let setting = setting(path.text, in: place), case .valid(let index) = setting {
        return settingTypes[index].isComparable(with: type)
      }
      guard case .success(let walk) = walk(path, in: place) else { return false }
      return !goesThroughList(walk) && wholePath(walk).type.isComparable(with: type)
    case .aggregate, .matches, .state, .binary: return true
    }
  }

  /// A fix that puts the words of another comparison in place of the phrase's own.
  private func rewording(_ syntax: PhraseSyntax, as other: Phrase) -> [Fix] {
    guard let old = syntax.phrase.comparisonWords, let new = other.comparisonWords else {
      return []
    }
    let written = Array(file.text(syntax.range).utf8)
    let wanted = Array(old.utf8)
    guard written.count >= wanted.count else { return [] }
    for start in 0...(written.count - wanted.count)
    where written[start...].starts(with: wanted) {
      let from = syntax.range.start + start
      return writing(new, at: ByteRange(from, from + wanted.count))
    }
    return []
  }

  /// The phrases without arguments.
  private mutating func plain(
    _ syntax: PhraseSyntax, of subject: Subject?, in place: Surroundings
  ) -> TypedPhrase? {
    switch syntax.phrase {
    case .stated: return .stated
    case .answered: return .answered
    case .leftOut: return .leftOut
    case .open: return .open
    case .inapplicable: return .inapplicable
    case .missing: return .missing
    case .leadingBack:
      guard let subject else { return nil }
      return leadsBack(subject) ? .leadingBack : nil
    case .changed:
      guard let subject else { return nil }
      return changed(subject)
    default: return nil
    }
  }

  private mutating func leadsBack(_ subject: Subject) -> Bool {
    guard case .path(let path) = subject.operand, let walk = subject.walk else { return false }
    if let quantifier = subject.quantifier {
      tell(.list(.quantifierNotNeeded(quantifier, subject.text)), at: walk.syntax.range)
      return false
    }
    let member: OperandType = if case .list(let member) = path.type { member } else { path.type }
    if case .reference(let record) = member, record == path.record, path.steps.isEmpty {
      return true
    }
    let from = schema.records[path.record].name
    let to = TypeName(member, in: schema).name ?? ""
    tell(
      .phrase(.leadsElsewhere(subject.text, from: from, to: to)), at: walk.syntax.range,
      related: related(toEndOf: walk))
    return false
  }

  // MARK: - Arguments

  private mutating func values(
    _ syntax: [ExpressionSyntax], _ phrase: PhraseSyntax, of subject: Subject?, _ words: Words,
    in place: Surroundings
  ) -> TypedPhrase? {
    guard let subject else { return nil }
    var type = subject.type
    if case .list(let member) = type { type = member }
    var literals: [Literal] = []
    for expression in syntax {
      let value = self.value(
        expression, of: type, subject: subject.text, words: words.text, in: place)
      switch value {
      case nil: break
      case .literal(let literal): literals.append(literal)
      case .setting(let index, let type):
        if phrase.phrase == .equal { return .compared(.same, .setting(index, type: type)) }
        tell(
          .value(.settingAmongValues(file.text(expression.range))), at: expression.range)
      }
    }
    guard literals.count == syntax.count, let first = literals.first else { return nil }
    return phrase.phrase == .including ? .including(first) : .oneOf(literals)
  }

  private mutating func measured(
    _ comparison: PhraseSyntax.Comparison, _ bound: ExpressionSyntax, _ unit: PhraseSyntax.Unit,
    _ words: Words, in place: Surroundings
  ) -> TypedPhrase? {
    let wanted = Wanted.type(.number, subject: words.text)
    let operand = comparable(bound, words: words.text, wanted: wanted, in: place)
    guard let operand else { return nil }
    if case .literal(.number(let number)) = operand, !number.isWhole {
      tell(.value(.notWhole(file.text(bound.range))), at: bound.range)
      return nil
    }
    return .measured(comparison, operand, unit)
  }

  /// Word lists by name, and one list of the words that stand in the rule itself.
  private mutating func wordLists(
    _ references: [PhraseSyntax.WordsReference], at range: ByteRange
  ) -> [Int]? {
    var lists: [Int] = []
    var own: [StringLiteral] = []
    var isValid = true
    for reference in references {
      switch reference {
      case .word(let word):
        own.append(word)
        if !checkStars(word) { isValid = false }
      case .list(let name):
        switch wordLists[name.text] {
        case .valid(let index): lists.append(index)
        case .broken: isValid = false
        case nil:
          isValid = false
          let nearest = NearestNames.rank(name.text, among: wordLists.keys)
          tell(
            .expression(.unknownWords(name.text, nearest: nearest)), at: name.range,
            fixes: mending(nearest, at: name.range))
        }
      }
    }
    guard isValid else { return nil }
    if !own.isEmpty {
      lists.append(program.wordLists.count)
      program.wordLists.append(
        TypedWordList(name: nil, words: own.map(\.value), origin: location(range)))
    }
    return lists
  }
}

extension Phrase {
  /// The relation of a comparison.
  var relation: TypedPhrase.Relation? {
    switch self {
    case .sameAs: .same
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .moreThan: .moreThan
    case .lessThan: .lessThan
    case .before: .before
    case .after: .after
    case .onOrBefore: .onOrBefore
    case .onOrAfter: .onOrAfter
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .equal, .oneOf, .within,
      .overlapping, .existing, .including, .unique, .writtenLike, .measured, .mentioning,
      .avoiding, .leadingBack, .changed:
      nil
    }
  }

  /// The words of an order relation without `be` or `is`.
  var comparisonWords: String? {
    switch relation {
    case nil, .same: nil
    case .atLeast, .atMost, .moreThan, .lessThan, .before, .after, .onOrBefore, .onOrAfter:
      wording.requirement.map { String($0.dropFirst("be ".count)) }
    }
  }
}

extension PhraseProblem.Need {
  /// Whether another phrase can say the same.
  var isMended: Bool {
    switch self {
    case .amounts, .dates, .lists, .text: true
    case .values, .textual, .names, .references, .orderedChoice, .valueLists: false
    }
  }
}
