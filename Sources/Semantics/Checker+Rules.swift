import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// Rules: their parts in order, each checked by itself.
extension Checker {
  mutating func check(_ rule: RuleDeclaration) {
    guard isFirst(.rule, rule.name), let scopeSyntax = rule.scope else { return }
    let made = unlessBroken { checker -> TypedRule? in
      if rule.title.isEmpty, !checker.isWritten("\"", in: rule) {
        checker.tell(.declaration(.missingTitle(rule.name.text)), at: rule.name.range)
      }
      let severities = checker.severities(of: rule)
      let scope = checker.scope(scopeSyntax, rule: rule.name.text, rows: .element)
      guard let (scope, place) = scope else { return nil }
      let clauses = checker.clauses(rule.body, guards: [], in: place)
      if let examples = rule.examples { checker.check(examples, of: scope, in: place) }
      checker.tellMissingExamples(rule)
      guard let severities, let clauses, !clauses.isEmpty else { return nil }
      return checker.typed(rule, severities, scope, clauses)
    }
    if let made { program.rules.append(consume made) }
  }

  private func typed(
    _ rule: RuleDeclaration, _ severities: Severities, _ scope: Scope, _ clauses: [Clause]
  ) -> TypedRule? {
    guard let title = rule.title.localized else { return nil }
    return TypedRule(
      id: rule.name.text, title: title, why: rule.why.localized, say: rule.say.localized,
      origin: location(rule.name.range), severities: severities, scope: scope, clauses: clauses,
      mayFindNothing: rule.mayFindNothing != nil, examples: rule.examples)
  }

  /// Whether a line of the rule begins with these words: then the parser told why it is not in the
  /// tree.
  func isWritten(_ words: String, in rule: RuleDeclaration) -> Bool {
    file.text(rule.range).split(separator: "\n").contains {
      $0.drop { $0 == " " }.hasPrefix(words)
    }
  }

  // MARK: - The body

  /// The clauses of a body; nil where one has a mistake. The conditions around them are checked
  /// once.
  private mutating func clauses(
    _ body: [BodyItem], guards: [Condition]?, in place: Surroundings
  ) -> [Clause]? {
    var made: [Clause] = []
    var isValid = guards != nil
    for item in body {
      switch item {
      case .when(let when):
        let conditions = conditions(when.conditions, in: place)
        let inner = guards.flatMap { outer in conditions.map { outer + $0 } }
        if let clauses = clauses(when.body, guards: inner, in: place) {
          made += clauses
        } else {
          isValid = false
        }
      case .line(let line):
        if let clause = clause(line, guards: guards ?? [], in: place) {
          made.append(clause)
        } else {
          isValid = false
        }
      case .block(let block):
        if let conditions = conditions(block.conditions, in: place) {
          made.append(
            Clause(
              guards: guards ?? [], requirement: .block(block.kind, conditions), ifStated: false,
              origin: location(block.range)))
        } else {
          isValid = false
        }
      }
    }
    return isValid ? made : nil
  }

  private mutating func clause(
    _ line: RequirementLine, guards: [Condition], in place: Surroundings
  ) -> Clause? {
    let judgement = judgement(
      line.subject, line.phrase, line.range, isRequirement: true, in: place)
    if let range = line.ifStated, line.phrase.isAboutState {
      let words = Words(line.phrase, isRequirement: true)
      tell(.phrase(.pointlessIfStated(words: words.text)), at: range)
      return nil
    }
    guard let judgement else { return nil }
    return Clause(
      guards: guards, requirement: .judgement(judgement), ifStated: line.ifStated != nil,
      origin: location(line.range))
  }

  // MARK: - Examples

  private mutating func tellMissingExamples(_ rule: RuleDeclaration) {
    var (hasPassing, hasFailing, hasUnclear) = (false, false, false)
    let cases = rule.examples?.cases ?? []
    for index in cases.indices {
      switch cases[index].expectation {
      case .passes: hasPassing = true
      case .fails: hasFailing = true
      case .unclear: hasUnclear = true
      case .doesNotApply: break
      }
    }
    let hasCondition = rule.body.contains {
      if case .when(let when) = $0 {
        when.conditions.contains(where: \.canBeUnclear)
      } else {
        false
      }
    }
    let passes = !hasPassing && !isWritten("passes", in: rule)
    let fails = !hasFailing && !isWritten("fails", in: rule)
    let unclear = hasCondition && !hasUnclear && !isWritten("unclear", in: rule)
    guard passes || fails || unclear else { return }
    let problem = DeclarationProblem.missingExamples(
      rule.name.text, passes: passes, fails: fails, unclear: unclear)
    tell(.declaration(problem), at: rule.name.range, severity: .warning)
  }

  private mutating func check(
    _ examples: ExamplesSyntax, of scope: Scope, in place: Surroundings
  ) {
    for context in examples.contexts where !isElementSetting(context, in: place) {
      check(context, of: scope)
    }
    var known: [String] = []
    for index in examples.cases.indices {
      guard let field = examples.cases[index].field, !known.contains(field.text) else { continue }
      guard case .failure(let failure) = walk(field, in: place) else {
        known.append(field.text)
        continue
      }
      var outer = place
      outer.frames = [place.frames[0]]
      if case .success = walk(field, in: outer) { continue }
      tell(failure)
    }
  }

  /// Whether a context gives a setting the element that it names; what is wrong with it is told.
  private mutating func isElementSetting(
    _ context: ExamplesSyntax.Context, in place: Surroundings
  ) -> Bool {
    guard case .valid(let index)? = setting(context.name.text, in: place),
      case .reference = settingTypes[index]
    else { return false }
    if context.ids.count != 1 {
      tell(.declaration(.settingContext(context.name.text)), at: context.name.range)
    }
    return true
  }

  private mutating func check(_ context: ExamplesSyntax.Context, of scope: Scope) {
    let name = context.name
    if name.text == "plan" { return }
    if name.text == "today" { return checkToday(context) }
    if name.text == "previous" { return checkPrevious(context, of: scope) }
    guard let record = names.lists[name.text] else {
      let nearest = NearestNames.rank(
        name.text, among: names.lists.keys.sorted() + ["plan", "previous", "today"])
      return tell(
        .declaration(.unknownContext(name.text, nearest: nearest)), at: name.range,
        fixes: mending(nearest, at: name.range))
    }
    if !context.ids.isEmpty, schema.records[record].idField == nil {
      tell(
        .declaration(.contextWithoutIds(name.text)), at: name.range,
        related: [related(toRecord: record)])
    }
  }
}

extension Checker {
  /// Checks the date of `with today 2027-03-31`.
  private mutating func checkToday(_ context: ExamplesSyntax.Context) {
    let range = context.yaml ?? context.ids.first?.range ?? context.name.range
    let written = context.yaml.map { file.text($0) } ?? context.ids.first?.text ?? ""
    if case .failure(let problem) = CalendarDate.read(written) {
      tell(.declaration(.todayContext(problem)), at: range)
    }
  }
}

extension ConditionSyntax {
  /// Whether a missing value can leave it open; what asks about states is always certain.
  fileprivate var canBeUnclear: Bool {
    switch self {
    case .block(_, let parts, _): parts.contains(where: \.canBeUnclear)
    case .line(_, let phrase, _): !phrase.isAboutState
    }
  }
}
