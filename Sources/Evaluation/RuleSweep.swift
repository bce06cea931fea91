import Diagnostics
import Model
import Semantics

extension RuleNode.Clause {
  /// What judges the requirement for many elements at once.
  fileprivate func makeSweep() -> Sweep {
    if let line { return line.makeSweep() }
    // An alternative that holds would hide that the element is new.
    guard let block, comparing.isEmpty else { return IdleSweep() }
    return block.makeSweep()
  }
}

/// Judges a rule for many elements at once, as far as that is certain; see `Sweep`.
struct RuleSweep {
  fileprivate struct Clause {
    let guards: [Sweep]
    /// What `, if stated` asks about.
    let options: [StatedSweep]
    let requirement: Sweep
  }
  private let filter: Sweep?
  private let clauses: [Clause]
  private let frames: Int

  /// Nil where every element is to be looked at by itself.
  init?(_ node: RuleNode) {
    let table = node.workspace.plan.tables[node.record]
    let frames = node.typed.scope.frames.count
    // The plan is one element: looking at it takes less than making its sweeps.
    let isPlan = frames == 1 && node.record == node.workspace.plan.schema.root
    guard !node.typed.scope.isFormer, table.count > 0, !isPlan else { return nil }
    self.frames = frames
    filter = node.filter?.makeSweep()
    clauses = node.clauses.map { clause in
      Clause(
        guards: clause.guards.map { $0.makeSweep() },
        options: clause.optionalPaths.map { StatedSweep($0, frames: frames) },
        requirement: clause.makeSweep())
    }
    let isFiltered = filter?.isAble ?? false
    guard isFiltered || clauses.allSatisfy(\.isAble) else { return nil }
  }

  /// Judges the elements of a rule in their order.
  ///
  /// - Parameters:
  ///   - rows: room for the rows of one element.
  ///   - settle: is told how many more elements come to an outcome that is certain.
  ///   - look: judges the one element whose rows are set.
  func run(
    _ scope: Scope, _ workspace: Workspace, _ rows: Rows, settle: (Outcome, Int) -> Void,
    look: () -> Void
  ) {
    let all = workspace.plan.tables[scope.record].count
    let isEveryRow =
      scope.frames.count == 1 && scope.place == nil
      && scope.record != workspace.plan.schema.root
    Batch.withRoom(min(Batch.size, max(1, all)), frames: frames) { batch in
      if isEveryRow {
        for start in stride(from: 0, to: all, by: batch.count) {
          let count = min(batch.count, all - start)
          let elements = batch[0]
          for index in 0..<count { elements[index] = Int32(start + index) }
          batch.prefix(count, frames: 1) { judge($0, rows, settle, look) }
        }
        return
      }
      var count = 0
      forEachElement(scope, workspace, rows) {
        for frame in 0..<frames { batch[frame][count] = rows[frame] }
        count += 1
        guard count == batch.count else { return }
        judge(batch, rows, settle, look)
        count = 0
      }
      if count > 0 { batch.prefix(count, frames: frames) { judge($0, rows, settle, look) } }
    }
  }

  private func judge(
    _ batch: Batch, _ rows: Rows, _ settle: (Outcome, Int) -> Void, _ look: () -> Void
  ) {
    withMarks(batch.count, .inapplicable) { outcomes in
      judge(batch, outcomes)
      var (met, notApplicable) = (0, 0)
      for index in 0..<batch.count {
        switch outcomes[index] {
        case .yes: met += 1
        case .inapplicable: notApplicable += 1
        case .no, .unknown:
          for frame in 0..<frames { rows[frame] = batch[frame][index] }
          look()
        }
      }
      settle(.met, met)
      settle(.notApplicable, notApplicable)
    }
  }

  /// Sets for each element what the rule comes to: met, not applicable, or unknown where somebody
  /// has to look.
  private func judge(_ batch: Batch, _ outcomes: Marks) {
    outcomes.update(repeating: .inapplicable, count: batch.count)
    withMarks(batch.count, .yes) { inScope in
      filter?.judge(batch, inScope)
      withMarks(batch.count, .yes) { own in
        for clause in clauses {
          for index in 0..<batch.count {
            let isOpen = inScope[index] == .yes && outcomes[index] != .unknown
            own[index] = isOpen ? .yes : .inapplicable
          }
          clause.judge(batch, own)
          for index in 0..<batch.count {
            switch own[index] {
            case .yes: outcomes[index] = .yes
            case .no, .unknown: outcomes[index] = .unknown
            case .inapplicable: break
            }
          }
        }
      }
      for index in 0..<batch.count where inScope[index] == .unknown { outcomes[index] = .unknown }
    }
  }
}

fileprivate extension RuleSweep.Clause {
  var isAble: Bool {
    requirement.isAble || !options.isEmpty || guards.contains(where: \.isAble)
  }

  func judge(_ batch: Batch, _ marks: Marks) {
    for guardSweep in guards {
      guardSweep.judge(batch, marks)
      for index in 0..<batch.count where marks[index] == .no { marks[index] = .inapplicable }
    }
    for option in options { option.judge(batch, marks) }
    requirement.judge(batch, marks)
  }
}

/// Leaves an element out where a path of a line marked `, if stated` has no value.
final class StatedSweep: Sweep {
  private let way: RowWay?
  private let members: MemberWay?
  /// The column of the value; nil where the path leads to elements.
  private let leaf: Leaf?

  /// - Parameter frames: how many frames the line has.
  init(_ path: PathReader, frames: Int) {
    way = path.isThroughList ? nil : RowWay(path)
    members = path.isThroughList ? MemberWay(path, memberFrame: frames) : nil
    leaf = path.isThroughList ? path.memberLeaf : path.leaf
  }

  override func judge(_ batch: Batch, _ marks: Marks) {
    if let way {
      way.arrive(batch, marks) { ask($0, batch.count, marks) }
    } else if let members {
      members.visit(batch, marks, missing: Self.verdict) { found in
        withMarks(found.batch.count, .yes) { own in
          members.rest.arrive(found.batch, own) { ask($0, found.batch.count, own) }
          for index in 0..<batch.count where marks[index] == .yes {
            marks[index] = Self.joint(own, found.range(index))
          }
        }
      }
    } else {
      super.judge(batch, marks)
    }
  }

  private func ask(_ rows: UnsafePointer<Int32>, _ count: Int, _ marks: Marks) {
    guard let states = leaf?.states else { return }
    for index in 0..<count where marks[index] == .yes {
      marks[index] = Self.verdict(Standing(states[Int(rows[index])]))
    }
  }

  /// One member with a value is enough.
  private static func joint(_ members: Marks, _ range: Range<Int>) -> Verdict {
    var result = Verdict.inapplicable
    for index in range {
      switch members[index] {
      case .yes: return .yes
      case .unknown: result = .unknown
      case .no, .inapplicable: break
      }
    }
    return result
  }

  /// Whether a value is stated; one that cannot be read is the line's to tell.
  private static func verdict(_ standing: Standing) -> Verdict {
    switch standing {
    case .stated: .yes
    case .open, .inapplicable, .empty, .absent: .inapplicable
    case .malformed, .unclear: .unknown
    }
  }
}
