import Diagnostics
import RuleSyntax
import SourceText

/// What of the language occurs in rules.
struct SeenSyntax {
  var requirements: Set<Phrase> = []
  var conditions: Set<Phrase> = []
  var deniedRequirements: Set<Phrase> = []
  var deniedConditions: Set<Phrase> = []
  var aggregates: Set<AggregateSyntax.Kind> = []
  var filteredAggregates: Set<AggregateSyntax.Kind> = []
  var blocks: Set<BlockKind> = []
  var requiredBlocks: Set<BlockKind> = []
  var quantifiers: Set<SubjectSyntax.Quantifier> = []
  var operators: Set<BinaryOperator> = []
  var units: Set<PhraseSyntax.Unit> = []
  var comparisons: Set<PhraseSyntax.Comparison> = []
  /// Everything that has no list of its cases.
  var others: Set<String> = []

  static let allOthers: Set<String> = [
    "the plan", "each", "each of", "each in", "scope where", "when", "when when", "when block",
    "if stated", "where", "path", "number", "unit", "text", "date", "yes or no", "today",
    "matches", "counting missing as 0", "other than itself", "among all", "word list", "word",
  ]

  mutating func add(_ text: String) {
    let (tree, _) = parseRuleFile(SourceFile(path: "rule.ratsam", text: text), limits: Limits())
    for case .rule(let rule) in tree.declarations {
      if let scope = rule.scope { add(scope) }
      for item in rule.body { add(item) }
    }
  }

  private mutating func add(_ scope: ScopeSyntax) {
    switch scope.kind {
    case .plan: others.insert("the plan")
    case .former: others.insert("each former")
    case .each(_, let path, let outer):
      others.insert(path != nil ? "each in" : outer != nil ? "each of" : "each")
    }
    if let filter = scope.filter {
      others.insert("scope where")
      add(filter)
    }
  }

  private mutating func add(_ item: BodyItem) {
    switch item {
    case .line(let line):
      if line.ifStated != nil { others.insert("if stated") }
      requirements.insert(line.phrase.phrase)
      if line.phrase.isNegated { deniedRequirements.insert(line.phrase.phrase) }
      add(line.subject)
      add(line.phrase.arguments)
    case .block(let block):
      requiredBlocks.insert(block.kind)
      for condition in block.conditions { add(condition) }
    case .when(let when):
      others.insert("when")
      if when.conditions.count > 1 { others.insert("when when") }
      for condition in when.conditions {
        if case .block = condition { others.insert("when block") }
        add(condition)
      }
      for item in when.body { add(item) }
    }
  }

  private mutating func add(_ condition: ConditionSyntax) {
    switch condition {
    case .line(let subject, let phrase, _):
      conditions.insert(phrase.phrase)
      if phrase.isNegated { deniedConditions.insert(phrase.phrase) }
      add(subject)
      add(phrase.arguments)
    case .block(let kind, let parts, _):
      blocks.insert(kind)
      for part in parts { add(part) }
    }
  }

  private mutating func add(_ subject: SubjectSyntax) {
    if let quantifier = subject.quantifier { quantifiers.insert(quantifier) }
    if let filter = subject.filter {
      others.insert("where")
      add(filter)
    }
    add(subject.expression)
  }

  private mutating func add(_ arguments: PhraseSyntax.Arguments) {
    switch arguments {
    case .none, .notation: break
    case .values(let values): for value in values { add(value) }
    case .expression(let value): add(value)
    case .period(let from, let to):
      add(from)
      add(to)
    case .list(_, let otherThanItself): if otherThanItself { others.insert("other than itself") }
    case .siblings(_, let all): if all { others.insert("among all") }
    case .measure(let comparison, let value, let unit):
      comparisons.insert(comparison)
      units.insert(unit)
      add(value)
    case .words(let words):
      for word in words {
        switch word {
        case .list: others.insert("word list")
        case .word: others.insert("word")
        }
      }
    }
  }

  private mutating func add(_ value: ExpressionSyntax) {
    switch value {
    case .path: others.insert("path")
    case .number(_, let unit, _): others.insert(unit == nil ? "number" : "unit")
    case .string: others.insert("text")
    case .date: others.insert("date")
    case .yesOrNo: others.insert("yes or no")
    case .today: others.insert("today")
    case .matches: others.insert("matches")
    case .state: break
    case .aggregate(let aggregate):
      aggregates.insert(aggregate.kind)
      if aggregate.missingAsZero != nil { others.insert("counting missing as 0") }
      guard let filter = aggregate.filter else { return }
      filteredAggregates.insert(aggregate.kind)
      add(filter)
    case .binary(let sign, let left, let right, _):
      operators.insert(sign)
      add(left)
      add(right)
    }
  }
}
