import Semantics
import SourceText

/// What the checker found out about the paths and lines of a rule, by where they stand.
struct TypeIndex {
  private(set) var paths: [ByteRange: Path] = [:]
  private(set) var judgements: [ByteRange: Judgement] = [:]

  init() {}

  init(_ rule: TypedRule) {
    if let filter = rule.scope.filter { add(filter) }
    for clause in rule.clauses {
      for condition in clause.guards { add(condition) }
      switch clause.requirement {
      case .judgement(let judgement): add(judgement)
      case .block(_, let parts): for part in parts { add(part) }
      }
    }
  }

  private mutating func add(_ condition: Condition) {
    switch condition {
    case .judgement(let judgement): add(judgement)
    case .block(_, let parts, _): for part in parts { add(part) }
    }
  }

  private mutating func add(_ judgement: Judgement) {
    judgements[judgement.origin.range] = judgement
    if let filter = judgement.filter { add(filter) }
    for operand in [judgement.subject] + judgement.phrase.operands { add(operand) }
  }

  private mutating func add(_ operand: Operand) {
    for path in operand.paths { paths[path.range] = path }
    switch operand {
    case .aggregate(let aggregate): if let filter = aggregate.filter { add(filter) }
    case .arithmetic(_, let left, let right, _):
      add(left)
      add(right)
    case .path, .literal, .setting, .today, .matches, .state: break
    }
  }
}
