import Model
import RuleSyntax
import Semantics

extension LineNode {
  /// What judges the line for many elements at once.
  func makeSweep() -> Sweep {
    // A new element is left out of what compares versions; the line tells which are new.
    guard comparedVersions.isEmpty, lists == nil else { return IdleSweep() }
    switch subject {
    case .one(let operand): return sweep(of: operand) ?? IdleSweep()
    case .many(let path, let quantifier):
      return MemberSweep(self, path, quantifier) ?? IdleSweep()
    case .matches: return IdleSweep()
    }
  }

  private func sweep(of operand: OperandReader) -> Sweep? {
    let path = (operand as? PathOperand)?.path ?? (operand as? ListOperand)?.path
    if let question {
      guard let path, let leaf = path.leaf, let way = RowWay(path) else { return nil }
      return StateSweep(way, leaf, question, isNegated: typed.isNegated)
    }
    guard let test else { return nil }
    if let path, let leaf = path.leaf, let way = RowWay(path),
      let values = ValueSweep.make(test, of: leaf)
    {
      return CellSweep(way, values, isNegated: typed.isNegated)
    }
    if let measure = test as? MeasureTest {
      guard measure.unit == .entries, let list = operand as? ListOperand,
        let feed = CountFeed(list), let values = ValueSweep.make(measure.comparisonTest, of: feed)
      else { return nil }
      return CellSweep(nil, values, isNegated: typed.isNegated)
    }
    guard path == nil, let feed = Feed.make(operand), let values = ValueSweep.make(test, of: feed)
    else { return nil }
    return CellSweep(nil, values, isNegated: typed.isNegated)
  }
}

extension MeasureTest {
  /// The comparison of a number with the bound.
  var comparisonTest: CompareTest {
    CompareTest(relation, bound, outside: [], written: nil, workspace)
  }
}

/// One value for each element, tested by a phrase.
private final class CellSweep: Sweep {
  /// To the row of the value; nil where it is computed.
  private let way: RowWay?
  private let values: ValueSweep
  private let isNegated: Bool

  init(_ way: RowWay?, _ values: ValueSweep, isNegated: Bool) {
    self.way = way
    self.values = values
    self.isNegated = isNegated
  }

  override func judge(_ batch: Batch, _ marks: Marks) {
    guard isNegated else { return test(batch, marks) }
    withMarks(batch.count, .inapplicable) { own in
      own.update(from: marks, count: batch.count)
      test(batch, own)
      for index in 0..<batch.count where marks[index] == .yes { marks[index] = own[index].negated }
    }
  }

  private func test(_ batch: Batch, _ marks: Marks) {
    guard let way else { return values.judge(nil, batch, marks) }
    way.arrive(batch, marks) { values.judge(Cells(rows: $0, indices: $0), batch, marks) }
  }
}

/// `every items.amount must be more than 0`, and the other quantifiers.
private final class MemberSweep: Sweep {
  private let way: MemberWay
  private let filter: Sweep?
  /// Judges one member, whose row stands in the frame behind those of the line.
  private let member: MemberTest
  private let quantifier: SubjectSyntax.Quantifier
  private let isNegated: Bool

  private enum MemberTest {
    case state(StateSweep)
    case value(ValueSweep)
  }

  init?(_ line: LineNode, _ path: PathReader, _ quantifier: SubjectSyntax.Quantifier) {
    guard let leaf = path.memberLeaf, let way = MemberWay(path, memberFrame: line.filterFrame),
      line.filter == nil || way.leadsToElements
    else { return nil }
    if let question = line.question {
      member = .state(StateSweep(way.rest, leaf, question, isNegated: line.typed.isNegated))
      isNegated = false
    } else {
      guard let test = line.test, let values = ValueSweep.make(test, of: leaf) else { return nil }
      member = .value(values)
      isNegated = line.typed.isNegated
    }
    self.way = way
    self.quantifier = quantifier
    filter = line.filter?.makeSweep()
  }

  override func judge(_ batch: Batch, _ marks: Marks) {
    way.visit(batch, marks, missing: missing) { members in
      withMarks(members.batch.count, .yes) { own in
        if let filter {
          filter.judge(members.batch, own)
          // A member that the filter leaves out counts as one that does not apply.
          for index in 0..<members.batch.count where own[index] == .no {
            own[index] = .inapplicable
          }
        }
        test(members, own)
        // In a good plan there is nothing to tell: what has members stays marked as it is.
        if quantifier != .no, isMet(own, members.batch.count) { return }
        for index in 0..<batch.count where marks[index] == .yes {
          marks[index] = joint(own, members.range(index))
        }
      }
    }
  }

  /// `every` over nothing does not apply; all else about a list that is missing the line tells.
  private func missing(_ standing: Standing) -> Verdict {
    guard quantifier == .every else { return .unknown }
    switch standing {
    case .inapplicable, .empty, .absent: return .inapplicable
    case .stated, .open, .malformed, .unclear: return .unknown
    }
  }

  private func test(_ members: MemberWay.Members, _ marks: Marks) {
    switch member {
    case .state(let sweep): sweep.judge(members.batch, marks)
    case .value(let values):
      guard isNegated else { return test(values, members, marks) }
      withMarks(members.batch.count, .inapplicable) { own in
        own.update(from: marks, count: members.batch.count)
        test(values, members, own)
        for index in 0..<members.batch.count where marks[index] == .yes {
          marks[index] = own[index].negated
        }
      }
    }
  }

  private func test(_ values: ValueSweep, _ members: MemberWay.Members, _ marks: Marks) {
    way.rest.arrive(members.batch, marks) { reached in
      let rows = way.leadsToElements ? reached : members.owners
      values.judge(Cells(rows: rows, indices: reached), members.batch, marks)
    }
  }

  /// Whether all members meet what is asked.
  private func isMet(_ members: Marks, _ count: Int) -> Bool {
    var odd: UInt8 = 0
    for index in 0..<count { odd |= members[index].rawValue ^ Verdict.yes.rawValue }
    return odd == 0
  }

  /// What an element comes to by what its members come to.
  private func joint(_ members: Marks, _ range: Range<Int>) -> Verdict {
    // A bit for each verdict among them.
    var seen: UInt8 = 0
    for index in range { seen |= 1 << members[index].rawValue }
    let isMet = seen & 1 << Verdict.yes.rawValue != 0
    let isViolated = seen & 1 << Verdict.no.rawValue != 0
    let isUnknown = seen & 1 << Verdict.unknown.rawValue != 0
    switch quantifier {
    case .every:
      if isViolated { return .no }
      if isUnknown { return .unknown }
      return isMet ? .yes : .inapplicable
    case .atLeastOne: return isMet ? .yes : isUnknown ? .unknown : .no
    case .no: return isMet ? .no : isUnknown ? .unknown : .yes
    }
  }
}
