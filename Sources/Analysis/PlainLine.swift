import Model
import RuleSyntax
import Semantics
import SourceText
import Values

/// A line of a rule that is plainly in order, as most are: it asks every field once, and each in a
/// way that can come out either way.
///
/// So nothing in it can stand in the way of something else in it, and nothing has to be tried to
/// know that it can be met and broken. It is a short way to saying nothing; what is not plain may
/// be in order all the same.
struct PlainLine {
  /// Where a path begins: the field of a frame, or of the document, that leads to all that it reads.
  struct Beginning: Hashable {
    var start: Path.Start
    var field: Int
  }
  /// What its conditions ask, and where.
  private var conditions: [Beginning: Location] = [:]
  /// What its requirement asks, and where.
  private var requirement: [Beginning: Location] = [:]
  private let schema: Schema
  private let program: Program
  private let isAboutPlan: Bool

  /// nil where the line is not plain.
  init?(_ rule: TypedRule, clause index: Int, _ schema: Schema, _ program: Program) {
    self.schema = schema
    self.program = program
    isAboutPlan = rule.scope.frames == [schema.root]
    let clause = rule.clauses[index]
    let around = (rule.scope.filter.map { [$0] } ?? []) + clause.guards
    for condition in around {
      guard Self.add(condition, self, to: &conditions) else { return nil }
    }
    let required: Bool =
      switch clause.requirement {
      case .judgement(let judgement):
        isFree(judgement, ifStated: clause.ifStated)
          && Self.add(judgement, self, to: &requirement)
      case .block(_, let parts): parts.allSatisfy { Self.add($0, self, to: &requirement) }
      }
    guard required, conditions.keys.allSatisfy({ requirement[$0] == nil }) else { return nil }
  }

  // MARK: - Two lines

  /// Whether nothing that this line asks is asked by the other, but for conditions around both.
  func isApart(from other: PlainLine) -> Bool {
    let (own, others) = (all, other.all)
    return own.allSatisfy { others[$0.key] == nil || others[$0.key] == $0.value }
      && requirement.keys.allSatisfy { others[$0] == nil }
      && other.requirement.keys.allSatisfy { own[$0] == nil }
  }

  private var all: [Beginning: Location] {
    conditions.merging(requirement) { first, _ in first }
  }

  // MARK: - What is asked

  private static func add(
    _ condition: Condition, _ line: PlainLine, to asked: inout [Beginning: Location]
  ) -> Bool {
    switch condition {
    case .judgement(let judgement):
      line.isFree(judgement, ifStated: false) && add(judgement, line, to: &asked)
    case .block(_, let parts, _): parts.allSatisfy { add($0, line, to: &asked) }
    }
  }

  /// Notes what a judgement asks; false where the same was asked before.
  private static func add(
    _ judgement: Judgement, _ line: PlainLine, to asked: inout [Beginning: Location]
  ) -> Bool {
    var paths: [Path] = []
    if case .path(let path) = judgement.subject { paths.append(path) }
    if case .compared(_, .path(let path)) = judgement.phrase { paths.append(path) }
    return paths.allSatisfy { path in
      guard let beginning = line.beginning(of: path) else { return false }
      return asked.updateValue(judgement.origin, forKey: beginning) == nil
    }
  }

  private func beginning(of path: Path) -> Beginning? {
    let start = isAboutPlan ? .plan : path.start
    switch path.steps.first {
    case .reference(let field), .children(let field), .child(let field), .references(let field):
      return Beginning(start: start, field: field)
    case .inverse, .parent, .earlier, .later, .all, .previous: return nil
    case nil: return path.field.map { Beginning(start: start, field: $0) }
    }
  }

  // MARK: - What can come out either way

  private func isFree(_ judgement: Judgement, ifStated: Bool) -> Bool {
    guard case .path(let path) = judgement.subject, judgement.filter == nil else { return false }
    let bound = path.field.flatMap { schema.records[path.record].fields[$0].lowerBound }
    switch judgement.phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing: return !ifStated
    case .oneOf(let literals): return bound == nil && isFree(literals)
    case .compared(_, .path): return true
    case .compared(_, .today): return true
    case .compared(_, let operand): return literal(operand).map { isFree($0, bound) } ?? false
    case .measured(_, let operand, _):
      guard case .number(let count)? = literal(operand) else { return false }
      return count >= Decimal(1)
    case .writtenLike, .mentioning, .avoiding: return true
    case .within, .overlapping, .existing, .including, .unique, .leadingBack, .changed:
      return false
    }
  }

  private func literal(_ operand: Operand) -> Literal? {
    switch operand {
    case .literal(let literal): literal
    case .setting(let setting, _): program.settings[setting].value
    case .path, .today, .aggregate, .matches, .state, .arithmetic: nil
    }
  }

  /// Whether a value may be one of these, and another one.
  private func isFree(_ literals: [Literal]) -> Bool {
    var values: Set<Int> = []
    for literal in literals {
      switch literal {
      case .choice(let choice, let value):
        values.insert(value)
        if values.count == schema.choices[choice].values.count { return false }
      case .yesOrNo: if literals.count > 1 { return false }
      // No whole number is one half.
      case .number(let number): if number.wholeValue == nil { return false }
      case .percent, .money, .date, .text, .duration: break
      }
    }
    return true
  }

  /// Whether there are values on both sides of a bound.
  private func isFree(_ literal: Literal, _ bound: Decimal?) -> Bool {
    switch literal {
    case .choice(let choice, let value):
      value > 0 && value < schema.choices[choice].values.count - 1
    case .number(let number), .percent(let number): bound.map { number > $0 } ?? true
    case .money(let money): bound.map { money.amount > $0 } ?? true
    case .date, .text: true
    case .yesOrNo, .duration: false
    }
  }
}
