/// What rules and tables read beside the plan itself.
package struct RuleInput: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The date of `today`.
  package static let today = RuleInput(rawValue: 1)
  /// The previous version of the plan.
  package static let previous = RuleInput(rawValue: 2)
  /// Elements that it names by their ids, which the plan must have.
  package static let elements = RuleInput(rawValue: 4)
}

extension TypedTable {
  /// Whether the table asks for it anywhere.
  package func reads(_ input: RuleInput) -> Bool {
    var inputs = scope.inputs
    for key in grouping { inputs.formUnion(key.path.inputs) }
    for column in columns { inputs.formUnion(column.operand.inputs) }
    return inputs.contains(input)
  }
}

extension TypedReport {
  /// Whether the report, or one of its tables, asks for it anywhere.
  package func reads(_ input: RuleInput, in program: Program) -> Bool {
    sections.contains { $0.reads(input, program) }
  }
}

extension TypedSection {
  fileprivate func reads(_ input: RuleInput, _ program: Program) -> Bool {
    if let scope, scope.inputs.contains(input) { return true }
    return parts.contains { part in
      switch part {
      case .text(let text): text.operand.inputs.contains(input)
      case .table(let index): program.tables[index].reads(input)
      case .section(let inner): inner.reads(input, program)
      case .findings, .ledger, .summary: false
      }
    }
  }
}

extension RuleInput {
  /// All that a rule asks for.
  init(_ scope: Scope, _ clauses: [Clause]) {
    self = scope.inputs
    for clause in clauses {
      for condition in clause.guards { formUnion(condition.inputs) }
      switch clause.requirement {
      case .judgement(let judgement): formUnion(judgement.inputs)
      case .block(_, let parts): for part in parts { formUnion(part.inputs) }
      }
    }
  }
}

extension Scope {
  fileprivate var inputs: RuleInput {
    let own: RuleInput = isFormer ? .previous : []
    return own.union(filter?.inputs ?? [])
  }
}

extension Condition {
  var inputs: RuleInput {
    switch self {
    case .judgement(let judgement): judgement.inputs
    case .block(_, let parts, _): parts.reduce(into: []) { $0.formUnion($1.inputs) }
    }
  }
}

extension Judgement {
  fileprivate var inputs: RuleInput {
    var inputs = subject.inputs.union(filter?.inputs ?? [])
    if namedElements != nil { inputs.insert(.elements) }
    switch phrase {
    case .compared(_, let operand), .measured(_, let operand, _): inputs.formUnion(operand.inputs)
    case .within(let from, let to), .overlapping(let from, let to):
      inputs.formUnion(from.inputs.union(to.inputs))
    case .existing(.path(let path), _): inputs.formUnion(path.inputs)
    case .changed: inputs.insert(.previous)
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .oneOf,
      .existing(.list, _), .including, .unique, .writtenLike, .mentioning, .avoiding, .leadingBack:
      break
    }
    return inputs
  }
}

extension Operand {
  fileprivate var inputs: RuleInput {
    switch self {
    case .today: .today
    case .path(let path), .state(let path), .matches(_, let path): path.inputs
    case .aggregate(let aggregate):
      (aggregate.path?.inputs ?? []).union(aggregate.filter?.inputs ?? [])
    case .arithmetic(_, let left, let right, _): left.inputs.union(right.inputs)
    case .literal, .setting: []
    }
  }
}

extension Path {
  fileprivate var inputs: RuleInput { isPrevious ? .previous : [] }
}
