import Model

/// What the requirements and conditions of a rule, or all rules and tables, refer to.
package struct RuleUses: Sendable {
  /// The fields that are read, those on the way to others included.
  package private(set) var fields: Set<Record.Place> = []
  /// Indices into the program's lists, each once, in the order of the rule.
  package private(set) var settings: [Int] = []
  package private(set) var notations: [Int] = []
  package private(set) var wordLists: [Int] = []
  /// The choice values that are named, and other literals.
  package private(set) var values: Set<Literal> = []
  /// The elements that are named by their ids.
  package private(set) var elements: Set<NamedElement> = []
  private let schema: Schema
  /// Whether `fields` and `values` are collected too.
  private let isWhole: Bool

  package init(_ rule: TypedRule, _ schema: Schema) {
    self.init(schema, isWhole: true)
    add(rule)
  }

  /// The settings that a rule refers to, and nothing else.
  package static func settings(of rule: TypedRule, _ schema: Schema) -> [Int] {
    var uses = RuleUses(schema, isWhole: false)
    uses.add(rule)
    return uses.settings
  }

  private init(_ schema: Schema, isWhole: Bool) {
    self.schema = schema
    self.isWhole = isWhole
  }

  /// What all rules and tables of a program refer to.
  package init(_ program: Program, _ schema: Schema) {
    self.init(schema, isWhole: true)
    for rule in program.rules { add(rule) }
    for table in program.tables { add(table) }
  }

  private mutating func add(_ table: TypedTable) {
    let frames = table.scope.frames
    if let filter = table.scope.filter { add(filter, frames) }
    for grouping in table.grouping { add(grouping.path, frames) }
    for column in table.columns { add(column.operand, frames) }
  }

  private mutating func add(_ rule: TypedRule) {
    let frames = rule.scope.frames
    if let filter = rule.scope.filter { add(filter, frames) }
    for clause in rule.clauses {
      for guardCondition in clause.guards { add(guardCondition, frames) }
      switch clause.requirement {
      case .judgement(let judgement): add(judgement, frames)
      case .block(_, let conditions): for condition in conditions { add(condition, frames) }
      }
    }
  }

  private mutating func add(_ condition: Condition, _ frames: [Int]) {
    switch condition {
    case .judgement(let judgement): add(judgement, frames)
    case .block(_, let conditions, _): for condition in conditions { add(condition, frames) }
    }
  }

  private mutating func add(_ judgement: Judgement, _ frames: [Int]) {
    add(judgement.subject, frames)
    if isWhole, let named = judgement.namedElements, !isOpen(judgement.subject) {
      elements.formUnion(named)
    }
    if let filter = judgement.filter, case .path(let path) = judgement.subject {
      add(filter, over: path, frames)
    }
    switch judgement.phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .unique, .leadingBack,
      .changed:
      break
    case .oneOf(let literals): if isWhole { values.formUnion(literals) }
    case .including(let literal): if isWhole { values.insert(literal) }
    case .compared(_, let operand), .measured(_, let operand, _): add(operand, frames)
    case .within(let start, let end), .overlapping(let start, let end):
      add(start, frames)
      add(end, frames)
    case .existing(.path(let path), _): add(path, frames)
    case .existing(.list, _): break
    case .writtenLike(let notation): Self.add(notation, to: &notations)
    case .mentioning(let lists), .avoiding(let lists):
      for list in lists { Self.add(list, to: &wordLists) }
    }
  }

  private mutating func add(_ operand: Operand, _ frames: [Int]) {
    switch operand {
    case .path(let path), .state(let path): add(path, frames)
    case .literal(let literal): if isWhole { values.insert(literal) }
    case .today: break
    case .setting(let setting, _): Self.add(setting, to: &settings)
    case .matches(let part, let path):
      if case .notation(let notation) = part { Self.add(notation, to: &notations) }
      add(path, frames)
    case .arithmetic(_, let left, let right, _):
      add(left, frames)
      add(right, frames)
    case .aggregate(let aggregate):
      if let path = aggregate.path {
        add(path, frames)
        if let filter = aggregate.filter { add(filter, over: path, frames) }
      } else if let filter = aggregate.filter {
        add(filter, frames)
      }
    }
  }

  /// The condition on the members of a path's last list, whose names resolve in a member's frame.
  private mutating func add(_ filter: Condition, over path: Path, _ frames: [Int]) {
    var record = start(of: path, frames)
    var inner = frames
    for step in path.steps {
      record = schema.record(after: step, from: record)
      if step.isMany { inner = frames + [record] }
    }
    add(filter, inner)
  }

  private mutating func add(_ path: Path, _ frames: [Int]) {
    guard isWhole else { return }
    var record = start(of: path, frames)
    for step in path.steps {
      switch step {
      case .reference(let field), .children(let field), .child(let field), .references(let field):
        fields.insert(Record.Place(record: record, field: field))
      case .inverse(let index):
        let inverse = schema.records[record].inverses[index]
        fields.insert(Record.Place(record: inverse.record, field: inverse.field))
      case .parent, .earlier, .later, .all, .previous: break
      }
      record = schema.record(after: step, from: record)
    }
    if let field = path.field { fields.insert(Record.Place(record: path.record, field: field)) }
  }

  private func start(of path: Path, _ frames: [Int]) -> Int {
    switch path.start {
    case .plan: schema.root
    case .frame(let frame): frames[frame]
    }
  }

  /// Whether a reference may name what the plan does not have.
  private func isOpen(_ operand: Operand) -> Bool {
    guard case .path(let path) = operand, let field = path.field else { return false }
    switch schema.records[path.record].fields[field].type {
    case .scalar(.reference(_, let isOpen)), .scalars(.reference(_, let isOpen), _): return isOpen
    case .scalar, .scalars, .records, .record, .group: return false
    }
  }

  private static func add(_ index: Int, to list: inout [Int]) {
    if !list.contains(index) { list.append(index) }
  }
}

/// An element that a rule names by its id.
package struct NamedElement: Hashable, Sendable {
  package let record: Int
  package let id: String
}

extension Judgement {
  /// The elements that the line names, which its subject is compared with; nil where it names none.
  var namedElements: [NamedElement]? {
    let literals: [Literal]
    switch phrase {
    case .oneOf(let values): literals = values
    case .including(let value), .compared(_, .literal(let value)): literals = [value]
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .compared, .within,
      .overlapping, .existing, .unique, .writtenLike, .measured, .mentioning, .avoiding,
      .leadingBack, .changed:
      return nil
    }
    switch subject.type {
    case .reference(let record), .list(.reference(let record)):
      return literals.compactMap { literal in
        if case .text(let id) = literal { NamedElement(record: record, id: id) } else { nil }
      }
    case .text, .identifier, .yesOrNo, .number, .percent, .money, .date, .duration, .state,
      .choice, .record, .group, .list:
      return nil
    }
  }
}
