import Model
import RuleSyntax
import Semantics
import Values

/// What a rule, or some lines of it, reads; and what of it lies outside the analysis.
struct Survey {
  private(set) var shapes: Shapes
  private(set) var gaps: Set<AnalysisGap> = []
  /// The shapes of the scope's frames.
  private(set) var frames: [Int] = []
  /// The field of the outer frame that holds the inner one.
  private(set) var innerField: Int?
  let scope: Scope
  private let schema: Schema
  private let program: Program
  /// Whether the line that is being read has `, if stated`.
  private var isOptional = false

  init(_ scope: Scope, schema: Schema, program: Program) {
    self.schema = schema
    self.program = program
    self.scope = scope
    shapes = Shapes(root: schema.root)
    if scope.frames == [schema.root] {
      frames = [0]
    } else {
      frames = scope.frames.map { shapes.addElement($0) }
    }
    switch scope.frames.count {
    case 1: break
    case 2: innerField = self.fieldBetween()
    default: gaps.insert(.place)
    }
    if scope.frames.count == 2, innerField == nil { gaps.insert(.place) }
  }

  private func fieldBetween() -> Int? {
    let places = schema.records[scope.record].places
    let outer = scope.frames[0]
    guard schema.records[outer].list != nil || outer == schema.root else { return nil }
    if let place = scope.place {
      return places[place].record == outer ? places[place].field : nil
    }
    return places.first { $0.record == outer }?.field
  }

  /// Reads the scope's filter and all lines of a rule.
  mutating func add(_ rule: TypedRule) {
    for clause in rule.clauses.indices { add(rule, clause: clause) }
  }

  /// Reads the scope's filter and one line of a rule with its conditions.
  mutating func add(_ rule: TypedRule, clause index: Int) {
    addConditions(of: rule, clause: index)
    let clause = rule.clauses[index]
    isOptional = clause.ifStated
    switch clause.requirement {
    case .judgement(let judgement): add(judgement, frames)
    case .block(_, let conditions): for condition in conditions { add(condition, frames) }
    }
    isOptional = false
    finish()
  }

  /// Reads the scope's filter and the conditions around one line.
  mutating func addConditions(of rule: TypedRule, clause index: Int) {
    if rule.scope.isFormer { gaps.insert(.previousVersion) }
    if let filter = rule.scope.filter { add(filter, frames) }
    for condition in rule.clauses[index].guards { add(condition, frames) }
    finish()
  }

  /// The list that holds the judged elements must hold nothing but them.
  private mutating func finish() {
    if let innerField, shapes.elements[frames[0]].slots[innerField] != nil {
      gaps.insert(.otherElements)
    }
    guard frames.count == 1, frames[0] != 0, let place = schema.records[scope.record].places.first
    else { return }
    if place.record == schema.root, shapes.elements[0].slots[place.field] != nil {
      gaps.insert(.otherElements)
    }
    for slot in shapes.slots where slot.target.map(hasOwnId) == true { gaps.insert(.otherElements) }
  }

  /// Whether rules read the id of an element that is referred to; the analysis names these itself.
  private func hasOwnId(_ element: Int) -> Bool {
    let shape = shapes.elements[element]
    guard let id = schema.records[shape.record].idField else { return false }
    return schema.records[shape.record].list != nil && shape.slots[id] != nil
  }

  // MARK: - Conditions

  private mutating func add(_ condition: Condition, _ frames: [Int]) {
    switch condition {
    case .judgement(let judgement): add(judgement, frames)
    case .block(_, let parts, _): for part in parts { add(part, frames) }
    }
  }

  private mutating func add(_ judgement: Judgement, _ frames: [Int]) {
    guard case .path(let path) = judgement.subject else {
      addLoosely(judgement.subject, frames)
      addOperands(of: judgement.phrase, to: nil, frames)
      return
    }
    guard let reached = reach(path, frames) else { return }
    if judgement.quantifier != nil, let list = reached.list { shapes.slots[list].memberLines += 1 }
    if let filter = judgement.filter {
      if let list = reached.list, let member = shapes.slots[list].target {
        add(filter, frames + [member])
      } else {
        gaps.insert(.nestedLists)
      }
    }
    add(judgement.phrase, to: reached.slot, frames)
  }

  private mutating func add(_ phrase: TypedPhrase, to slot: Int, _ frames: [Int]) {
    switch phrase {
    case .stated, .answered, .open, .inapplicable: break
    case .leftOut, .missing:
      shapes.slots[slot].tellsMalformed = true
      shapes.slots[slot].tellsEmpty = true
    case .oneOf(let literals): for literal in literals { add(literal, to: slot) }
    case .including(let literal):
      add(literal, to: slot)
      shapes.slots[slot].memberLines += 1
    case .existing, .unique, .leadingBack: gaps.insert(.otherElements)
    case .changed: gaps.insert(.previousVersion)
    case .writtenLike(let notation): shapes.slots[slot].notations.insert(notation)
    case .mentioning(let lists), .avoiding(let lists):
      shapes.slots[slot].wordLists.insert(lists.sorted())
    case .measured(_, let bound, let unit): add(bound, unit, to: slot)
    case .compared, .within, .overlapping: addOperands(of: phrase, to: slot, frames)
    }
  }

  private mutating func add(_ literal: Literal, to slot: Int) {
    if !shapes.slots[slot].literals.contains(literal) {
      shapes.slots[slot].literals.append(literal)
    }
  }

  private mutating func add(_ bound: Operand, _ unit: PhraseSyntax.Unit, to slot: Int) {
    guard case .number(let number) = literal(bound), let count = number.wholeValue, count >= 0,
      count <= (unit == .entries ? 6 : 400)
    else {
      gaps.insert(.bounds)
      return
    }
    switch unit {
    case .entries: shapes.slots[slot].entryCounts.insert(count)
    case .words: shapes.slots[slot].wordCounts.insert(count)
    case .characters: shapes.slots[slot].characterCounts.insert(count)
    }
  }

  private func literal(_ operand: Operand) -> Literal? {
    switch operand {
    case .literal(let literal): literal
    case .setting(let setting, _): program.settings[setting].value
    case .path, .today, .aggregate, .matches, .state, .arithmetic: nil
    }
  }

  // MARK: - Operands

  private mutating func addOperands(of phrase: TypedPhrase, to slot: Int?, _ frames: [Int]) {
    switch phrase {
    case .compared(_, let other): add(other, comparedWith: slot, frames)
    case .within(let from, let to), .overlapping(let from, let to):
      add(from, comparedWith: slot, frames)
      add(to, comparedWith: slot, frames)
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .oneOf, .existing,
      .including, .unique, .writtenLike, .measured, .mentioning, .avoiding, .leadingBack,
      .changed:
      break
    }
  }

  private mutating func add(_ operand: Operand, comparedWith slot: Int?, _ frames: [Int]) {
    guard let slot else { return addLoosely(operand, frames) }
    if let literal = literal(operand) { return add(literal, to: slot) }
    switch operand {
    case .path(let path):
      guard let reached = reach(path, frames) else { return }
      if reached.list != nil { gaps.insert(.nestedLists) }
      shapes.link(slot, reached.slot)
    case .today: shapes.slots[slot].readsToday = true
    case .literal, .setting, .aggregate, .matches, .state, .arithmetic: addLoosely(operand, frames)
    }
  }

  /// Reads the paths of an operand that the analysis cannot decide, so that examples can fill them.
  private mutating func addLoosely(_ operand: Operand, _ frames: [Int]) {
    gaps.insert(.computed)
    switch operand {
    case .path(let path), .state(let path), .matches(_, let path): _ = reach(path, frames)
    case .arithmetic(_, let left, let right, _):
      addLoosely(left, frames)
      addLoosely(right, frames)
    case .aggregate(let aggregate):
      guard let path = aggregate.path, let reached = reach(path, frames) else { return }
      if let list = reached.list { shapes.slots[list].memberLines = 1 }
    case .literal, .setting, .today: break
    }
  }

  // MARK: - Paths

  /// The field that a path ends in, and the list that it leads through.
  private mutating func reach(_ path: Path, _ frames: [Int]) -> (slot: Int, list: Int?)? {
    var element =
      switch path.start {
      case .plan: 0
      case .frame(let frame): frames[frame]
      }
    var list: Int?
    var last: Int?
    for step in path.steps {
      switch step {
      case .reference(let field), .child(let field): last = follow(field, step, &element)
      case .children(let field), .references(let field):
        guard list == nil else { return fail(.nestedLists) }
        last = follow(field, step, &element)
        list = last
      case .inverse, .earlier, .later, .all, .parent: return fail(.otherElements)
      case .previous: return fail(.previousVersion)
      }
    }
    guard let field = path.field else {
      guard let last else { return fail(.otherElements) }
      return (last, list)
    }
    let type = schema.records[path.record].fields[field].type
    if case .group = type { return fail(.group) }
    let slot = shapes.slot(field, of: element)
    if isOptional { shapes.slots[slot].tellsMalformed = true }
    switch type {
    case .scalars, .records:
      guard list == nil else { return fail(.nestedLists) }
      return (slot, slot)
    case .scalar, .record, .group: return (slot, list)
    }
  }

  private mutating func follow(_ field: Int, _ step: Path.Step, _ element: inout Int) -> Int {
    let slot = shapes.slot(field, of: element)
    if isOptional { shapes.slots[slot].tellsMalformed = true }
    let record = schema.record(after: step, from: shapes.elements[element].record)
    element = shapes.target(slot, record: record)
    return slot
  }

  private mutating func fail(_ gap: AnalysisGap) -> (slot: Int, list: Int?)? {
    gaps.insert(gap)
    return nil
  }
}
