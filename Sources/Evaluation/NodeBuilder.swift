import Model
import RuleSyntax
import Semantics
import Values

/// Makes readers and conditions out of the typed tree.
struct NodeBuilder {
  let workspace: Workspace
  /// The frame of the element that is judged.
  let judged: Int

  init(_ workspace: Workspace, judged: Int) {
    self.workspace = workspace
    self.judged = judged
  }

  func clause(_ clause: Clause, _ frames: [Int]) -> RuleNode.Clause {
    let requirement: RuleNode.Requirement
    var paths: [PathReader] = []
    switch clause.requirement {
    case .judgement(let judgement):
      let line = line(judgement, frames, isRequirement: true)
      if clause.ifStated { paths = line.paths }
      requirement = .line(line)
    case .block(let kind, let conditions):
      requirement = .block(BlockCondition(kind, conditions.map { condition($0, frames) }))
    }
    return RuleNode.Clause(
      guards: clause.guards.map { condition($0, frames) }, requirement, optionalPaths: paths)
  }

  func condition(_ condition: Condition, _ frames: [Int]) -> ConditionNode {
    switch condition {
    case .judgement(let judgement):
      LineCondition(line(judgement, frames, isRequirement: false))
    case .block(let kind, let parts, _):
      BlockCondition(kind, parts.map { self.condition($0, frames) })
    }
  }

  func path(_ path: Path, _ frames: [Int]) -> PathReader {
    PathReader(path, frames: frames, judged: judged, in: workspace)
  }

  func line(_ judgement: Judgement, _ frames: [Int], isRequirement: Bool) -> LineNode {
    // One frame for a `where`, and one for the holder of a list that is a member.
    workspace.reserve(frames: frames.count + 2)
    var subject: LineNode.Subject
    var operand: OperandReader?
    var lists: MemberLists?
    if let quantifier = judgement.quantifier, case .path(let path) = judgement.subject {
      if case .list = path.type {
        lists = memberLists(path, frames)
        operand = lists?.list
      }
      subject = .many(lists?.holders ?? self.path(path, frames), quantifier)
    } else if let quantifier = judgement.quantifier, case .matches = judgement.subject,
      let matches = self.operand(judgement.subject, frames) as? MatchesOperand
    {
      operand = matches
      subject = .matches(matches, quantifier)
    } else {
      let reader = self.operand(judgement.subject, frames)
      operand = reader
      subject = .one(reader)
    }
    var filter: ConditionNode?
    if let condition = judgement.filter, case .path(let path) = judgement.subject {
      filter = self.condition(condition, frames + [memberRecord(path, frames)])
    }
    return LineNode(
      judgement, isRequirement: isRequirement, subject: subject,
      question: Self.question(judgement.phrase),
      test: test(judgement, frames, operand), filter: filter, filterFrame: frames.count,
      lists: lists, workspace)
  }

  /// A quantifier over lists as wholes: `every items.tags has at least 1 entry`.
  private func memberLists(_ path: Path, _ frames: [Int]) -> MemberLists {
    var holders = path
    var list = path
    if path.field == nil, let last = holders.steps.popLast() {
      list.steps = [last]
    } else {
      list.steps = []
    }
    holders.field = nil
    holders.record = PathReader.reachedRecord(
      holders, frames: frames, schema: workspace.plan.schema)
    holders.type = .record(holders.record)
    let frame = frames.count + 1
    list.start = .frame(frame)
    let inner = frames + [memberRecord(path, frames), holders.record]
    return MemberLists(
      holders: self.path(holders, frames),
      list: ListOperand(self.path(list, inner), workspace, type: path.type), frame: frame,
      whole: PathReader(path, frames: frames, judged: judged, asWhole: true, in: workspace))
  }

  /// The record of the elements of the path's last list, which a `where` looks at.
  private func memberRecord(_ path: Path, _ frames: [Int]) -> Int {
    PathReader.memberRecord(path, frames: frames, schema: workspace.plan.schema)
  }

  private static func question(_ phrase: TypedPhrase) -> LineNode.StateQuestion? {
    switch phrase {
    case .stated: .stated
    case .answered: .answered
    case .leftOut: .leftOut
    case .open: .open
    case .inapplicable: .inapplicable
    case .missing: .missing
    case .oneOf, .compared, .within, .overlapping, .existing, .including, .unique, .writtenLike,
      .measured, .mentioning, .avoiding, .leadingBack, .changed:
      nil
    }
  }

  private func test(_ judgement: Judgement, _ frames: [Int], _ subject: OperandReader?)
    -> PhraseTest?
  {
    switch judgement.phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing: return nil
    case .oneOf(let values):
      let type = judgement.subject.type
      return OneOfTest(values.map { datum($0, comparedWith: type) }, workspace)
    case .compared(let relation, let other):
      return CompareTest(
        relation, compared(other, with: judgement.subject.type, frames),
        outside: outside(judgement.subject.type),
        written: RuleDate.side(judgement.subject, other), workspace)
    case .within(let from, let to): return period(from, to, isOverlap: false, frames)
    case .overlapping(let from, let to): return period(from, to, isOverlap: true, frames)
    case .existing(let target, let otherThanItself):
      return existing(target, itself: otherThanItself, frames)
    case .including(let literal):
      guard let subject else { return nil }
      return IncludeTest(subject, datum(literal), text: Self.text(literal), workspace)
    case .unique(let amongAll, _): return unique(judgement.subject, amongAll)
    case .writtenLike(let notation):
      return NotationTest(workspace.program.notations[notation].notation, workspace)
    case .measured(let comparison, let bound, let unit):
      return MeasureTest(comparison, operand(bound, frames), unit, list: subject, workspace)
    case .mentioning(let lists): return words(lists, isAvoiding: false)
    case .avoiding(let lists): return words(lists, isAvoiding: true)
    case .leadingBack:
      guard case .path(let path) = judgement.subject, let field = path.field else { return nil }
      let record = self.path(path, frames).record
      return CycleTest(workspace.cycle(record: record, field: field), workspace)
    case .changed(let previous):
      guard case .path(let path) = judgement.subject else { return nil }
      return ChangeTest(self.path(path, frames), self.path(previous, frames), workspace)
    }
  }

  private func existing(
    _ target: TypedPhrase.Target, itself isOther: Bool, _ frames: [Int]
  ) -> PhraseTest {
    let source: ExistTest.Source
    switch target {
    case .list(let record):
      let schema = workspace.plan.schema
      let isOwn = frames[judged] == schema.root || schema.isPrevious(frames[judged])
      let state = Sight(
        standing: Standing(workspace.plan.listStates[record].rawValue), cell: .list(isOwn: isOwn))
      source = .ids(workspace.plan.tables[record].index ?? IdentifierIndex(), state: state)
    case .path(let path):
      source = .path(self.path(path, frames), member: memberRecord(path, frames))
    }
    let innermost = frames.count - 1
    return ExistTest(source, itself: isOther ? (innermost, frames[innermost]) : nil, workspace)
  }

  private func period(
    _ from: Operand, _ to: Operand, isOverlap: Bool, _ frames: [Int]
  ) -> PhraseTest {
    PeriodTest(
      operand(from, frames), operand(to, frames), isOverlap: isOverlap,
      areWritten: (RuleDate.isWritten(from), RuleDate.isWritten(to)), workspace)
  }

  private func unique(_ subject: Operand, _ amongAll: Bool) -> PhraseTest? {
    guard case .path(let path) = subject, let field = path.field else { return nil }
    return UniqueTest(
      workspace.unique(record: path.record, field: field, amongAll: amongAll), workspace)
  }

  private func words(_ lists: [Int], isAvoiding: Bool) -> PhraseTest {
    let words = lists.flatMap { workspace.program.wordLists[$0].words }
    return WordsTest(words, isAvoiding: isAvoiding, workspace)
  }

  private func outside(_ type: OperandType) -> Set<UInt32> {
    guard case .choice(let choice) = type else { return [] }
    let values = workspace.plan.schema.choices[choice].values
    return Set(values.indices.filter { values[$0].isOutsideOrder }.map(UInt32.init))
  }

  // MARK: - Operands

  func operand(_ operand: Operand, _ frames: [Int]) -> OperandReader {
    switch operand {
    case .path(let path):
      if case .list = path.type {
        return ListOperand(self.path(path, frames), workspace, type: path.type)
      }
      return PathOperand(self.path(path, frames), workspace, type: path.type)
    case .literal(let literal):
      return ConstantOperand(datum(literal), workspace, type: literal.type)
    case .setting(let index, let type):
      guard let value = workspace.program.settings[index].value else {
        return OperandReader(workspace, type: type)
      }
      return ConstantOperand(datum(value, comparedWith: type), workspace, type: type)
    case .today: return TodayOperand(workspace, type: .date)
    case .aggregate(let aggregate): return self.aggregate(aggregate, frames)
    case .matches(let part, let path):
      return MatchesOperand(part, self.path(path, frames), workspace)
    case .state(let path):
      if case .list = path.type {
        return ListOperand(self.path(path, frames), workspace, type: .state)
      }
      return PathOperand(self.path(path, frames), workspace, type: .state)
    case .arithmetic(let symbol, let left, let right, let type):
      var duration: (count: Int, unit: Literal.DurationUnit)?
      if case .literal(.duration(let count, let unit)) = right { duration = (count, unit) }
      return ArithmeticOperand(
        symbol, self.operand(left, frames), self.operand(right, frames), duration: duration,
        workspace, type: type)
    }
  }

  func aggregate(_ aggregate: Aggregate, _ frames: [Int]) -> OperandReader {
    guard let path = aggregate.path else { return OperandReader(workspace, type: .number) }
    if aggregate.kind == .count, aggregate.filter == nil, case .list = path.type {
      return CountOperand(
        ListOperand(self.path(path, frames), workspace, type: path.type), workspace)
    }
    return AggregateOperand(
      aggregate, self.path(path, frames),
      filter: aggregate.filter.map { condition($0, frames + [memberRecord(path, frames)]) },
      filterFrame: frames.count, workspace)
  }

  /// The other side of a comparison; an id written as text names its element.
  private func compared(_ operand: Operand, with type: OperandType, _ frames: [Int])
    -> OperandReader
  {
    var literal: Literal?
    if case .literal(let written) = operand { literal = written }
    if case .setting(let index, _) = operand { literal = workspace.program.settings[index].value }
    guard let literal else { return self.operand(operand, frames) }
    return ConstantOperand(datum(literal, comparedWith: type), workspace, type: operand.type)
  }

  /// A literal as the subject's type holds it: a reference is the row of the element that it names.
  private func datum(_ literal: Literal, comparedWith type: OperandType) -> Datum {
    guard case .text(let id) = literal else { return datum(literal) }
    switch type {
    case .reference(let record), .record(let record), .list(.reference(let record)):
      return workspace.plan.tables[record].index?.row(of: id).map { .index($0) } ?? datum(literal)
    default: return datum(literal)
    }
  }

  func datum(_ literal: Literal) -> Datum {
    switch literal {
    case .number(let value), .percent(let value): return .decimal(value, tag: 0)
    case .money(let money):
      guard let currency = money.currency, !money.amount.isZero else {
        return .decimal(money.amount, tag: 0)
      }
      let known = workspace.plan.currencies.firstIndex(of: currency)
      return .decimal(money.amount, tag: known.map(UInt8.init) ?? 15)
    case .date(let date): return .interval(date.interval)
    case .text(let text): return .text(workspace.literal(text))
    case .choice(_, let value): return .index(UInt32(value))
    case .yesOrNo(let value): return .index(value ? 1 : 0)
    case .duration: return .none
    }
  }

  private static func text(_ literal: Literal) -> String {
    switch literal {
    case .text(let text): text
    case .number(let value), .percent(let value): value.plain()
    case .money(let money): money.plain()
    case .date(let date): date.iso()
    case .choice, .yesOrNo, .duration: ""
    }
  }
}

/// `count of PATH` for a path that ends in a list: the entries written.
final class CountOperand: OperandReader {
  let list: ListOperand

  init(_ list: ListOperand, _ workspace: Workspace) {
    self.list = list
    super.init(workspace, type: .number)
  }

  override var paths: [PathReader] { list.paths }

  override func see(_ rows: Rows) -> Sight {
    guard let count = list.count(rows) else {
      let sight = list.see(rows)
      return Sight(
        standing: sight.standing == .stated ? .unclear : sight.standing, cell: sight.cell)
    }
    return .computed(.decimal(Decimal(count), tag: 0))
  }
}
