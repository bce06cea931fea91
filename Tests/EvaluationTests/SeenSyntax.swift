import Diagnostics
import RuleSyntax
import SourceText

/// How often each form of the language occurs in rules.
struct SeenSyntax {
  /// By production of the grammar, as `docs/grammar.md` calls it, and what of it occurred.
  private(set) var counts: [String: Int] = [:]

  /// Every form that rules can take; none of them may be lost.
  static let all: [String] = {
    let phrases = Phrase.allCases.flatMap { phrase -> [String] in
      let wording = phrase.wording
      var forms: [String] = []
      if wording.requirement != nil { forms += ["must \(phrase)", "must not \(phrase)"] }
      if wording.condition != nil { forms.append("condition \(phrase)") }
      if wording.negatedCondition != nil { forms.append("denied condition \(phrase)") }
      return forms
    }
    let kinds = AggregateSyntax.Kind.allCases.flatMap { ["\($0) of", "\($0) of … where"] }
    return phrases + kinds + BlockKind.allCases.flatMap { ["block \($0)", "required \($0)"] }
      + SubjectSyntax.Quantifier.allCases.map { "quantifier \($0)" }
      + BinaryOperator.allCases.map { "operator \($0)" }
      + PhraseSyntax.Unit.allCases.map { "measure in \($0)" }
      + PhraseSyntax.Comparison.allCases.map { "measure \($0)" } + others
  }()

  /// Everything that has no list of its cases.
  private static let others = [
    "the plan", "each", "each of", "each in", "each in of", "each former", "scope where", "when",
    "when when", "when block", "if stated", "where", "path", "plan.", "earlier.", "later.",
    "previous.", "….previous.", "number", "negative number", "text", "date",
    "yes or no", "today", "unit %", "unit EUR", "unit €", "unit days", "unit month",
    "unit months", "unit year", "unit years", "matches", "date in", "counting missing as 0",
    "other than itself", "among all",
    "exist in path", "word list", "word", "setting in rule",
  ]

  /// A line for each form, the rarest first.
  var distribution: String {
    let forms = Self.all.sorted { (counts[$0, default: 0], $0) < (counts[$1, default: 0], $1) }
    return forms.map { "\(counts[$0, default: 0])\t\($0)\n" }.joined()
  }

  mutating func add(_ other: SeenSyntax) { counts.merge(other.counts, uniquingKeysWith: +) }

  private mutating func count(_ form: String) { counts[form, default: 0] += 1 }

  mutating func add(_ text: String) {
    let (tree, _) = parseRuleFile(SourceFile(path: "rule.ratsam", text: text), limits: Limits())
    for case .rule(let rule) in tree.declarations {
      if let scope = rule.scope { add(scope) }
      for _ in rule.settings { count("setting in rule") }
      for item in rule.body { add(item) }
    }
  }

  private mutating func add(_ scope: ScopeSyntax) {
    switch scope.kind {
    case .plan: count("the plan")
    case .former: count("each former")
    case .each(_, let path, let outer):
      count("each" + (path != nil ? " in" : "") + (outer != nil ? " of" : ""))
    }
    if let filter = scope.filter {
      count("scope where")
      add(filter)
    }
  }

  private mutating func add(_ item: BodyItem) {
    switch item {
    case .line(let line):
      if line.ifStated != nil { count("if stated") }
      count("must \(line.phrase.isNegated ? "not " : "")\(line.phrase.phrase)")
      add(line.subject)
      add(line.phrase.arguments)
    case .block(let block):
      count("required \(block.kind)")
      for condition in block.conditions { add(condition) }
    case .when(let when):
      count("when")
      if when.conditions.count > 1 { count("when when") }
      for condition in when.conditions {
        if case .block = condition { count("when block") }
        add(condition)
      }
      for item in when.body { add(item) }
    }
  }

  private mutating func add(_ condition: ConditionSyntax) {
    switch condition {
    case .line(let subject, let phrase, _):
      count("\(phrase.isNegated ? "denied " : "")condition \(phrase.phrase)")
      add(subject)
      add(phrase.arguments)
    case .block(let kind, let parts, _):
      count("block \(kind)")
      for part in parts { add(part) }
    }
  }

  private mutating func add(_ subject: SubjectSyntax) {
    if let quantifier = subject.quantifier { count("quantifier \(quantifier)") }
    if let filter = subject.filter {
      count("where")
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
    case .list(let path, let otherThanItself):
      if otherThanItself { count("other than itself") }
      if path.names.count > 1 { count("exist in path") }
    case .siblings(_, let all): if all { count("among all") }
    case .measure(let comparison, let value, let unit):
      count("measure \(comparison)")
      count("measure in \(unit)")
      add(value)
    case .words(let words):
      for word in words {
        switch word {
        case .list: count("word list")
        case .word: count("word")
        }
      }
    }
  }

  private mutating func add(_ path: PathSyntax) {
    count("path")
    guard let first = path.names.first?.text, path.names.count > 1 else { return }
    if ["plan", "earlier", "later", "previous"].contains(first) { count(first + ".") }
    if path.names.dropFirst().contains(where: { $0.text == "previous" }) { count("….previous.") }
  }

  private mutating func add(_ value: ExpressionSyntax) {
    switch value {
    case .path(let path): add(path)
    case .number(let text, let unit, _):
      count(unit.map { "unit \($0.text)" } ?? "number")
      if text.hasPrefix("-") { count("negative number") }
    case .string: count("text")
    case .date: count("date")
    case .yesOrNo: count("yes or no")
    case .today: count("today")
    case .matches(let name, _, _): count(name.text == "date" ? "date in" : "matches")
    case .state: break
    case .aggregate(let aggregate):
      count("\(aggregate.kind) of")
      if aggregate.missingAsZero != nil { count("counting missing as 0") }
      guard let filter = aggregate.filter else { return }
      count("\(aggregate.kind) of … where")
      add(filter)
    case .binary(let sign, let left, let right, _):
      count("operator \(sign)")
      add(left)
      add(right)
    }
  }
}
