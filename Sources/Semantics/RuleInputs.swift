/// What rules and tables read beside the plan itself.
package enum RuleInput: Sendable {
  /// The date of `today`.
  case today
  /// The previous version of the plan.
  case previous
}

extension TypedRule {
  /// Whether the rule asks for it anywhere.
  package func reads(_ input: RuleInput) -> Bool {
    scope.reads(input)
      || clauses.contains { clause in
        clause.guards.contains { $0.reads(input) } || clause.requirement.reads(input)
      }
  }
}

extension TypedTable {
  /// Whether the table asks for it anywhere.
  package func reads(_ input: RuleInput) -> Bool {
    scope.reads(input) || grouping.contains { $0.path.reads(input) }
      || columns.contains { $0.operand.reads(input) }
  }
}

extension Scope {
  fileprivate func reads(_ input: RuleInput) -> Bool {
    (isFormer && input == .previous) || filter?.reads(input) == true
  }
}

extension Requirement {
  fileprivate func reads(_ input: RuleInput) -> Bool {
    switch self {
    case .judgement(let judgement): judgement.reads(input)
    case .block(_, let parts): parts.contains { $0.reads(input) }
    }
  }
}

extension Condition {
  func reads(_ input: RuleInput) -> Bool {
    switch self {
    case .judgement(let judgement): judgement.reads(input)
    case .block(_, let parts, _): parts.contains { $0.reads(input) }
    }
  }
}

extension Judgement {
  fileprivate func reads(_ input: RuleInput) -> Bool {
    if subject.reads(input) || filter?.reads(input) == true { return true }
    switch phrase {
    case .compared(_, let operand), .measured(_, let operand, _): return operand.reads(input)
    case .within(let from, let to), .overlapping(let from, let to):
      return from.reads(input) || to.reads(input)
    case .existing(.path(let path), _): return path.reads(input)
    case .changed: return input == .previous
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .oneOf,
      .existing(.list, _), .including, .unique, .writtenLike, .mentioning, .avoiding, .leadingBack:
      return false
    }
  }
}

extension Operand {
  fileprivate func reads(_ input: RuleInput) -> Bool {
    switch self {
    case .today: input == .today
    case .path(let path), .state(let path), .matches(_, let path): path.reads(input)
    case .aggregate(let aggregate):
      aggregate.path?.reads(input) == true || aggregate.filter?.reads(input) == true
    case .arithmetic(_, let left, let right, _): left.reads(input) || right.reads(input)
    case .literal, .setting: false
    }
  }
}

extension Path {
  fileprivate func reads(_ input: RuleInput) -> Bool { input == .previous && isPrevious }
}
