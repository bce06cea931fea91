import Model
import RuleSyntax

/// Which fields the loader told of.
///
/// Most lines rest on fields without such a finding; for them no cell is looked up.
struct ReportedFields: Sendable {
  /// By record and field; empty where there are none.
  private var fields: [[Bool]] = []

  init(_ plan: Plan) {
    if plan.reported.isEmpty { return }
    fields = plan.schema.records.map { Array(repeating: false, count: $0.fields.count) }
    for cell in plan.reported.keys { fields[cell.record][cell.field] = true }
    // An inherited value may have been told of where it is written.
    for (record, declared) in plan.schema.records.enumerated() {
      for (field, declared) in declared.fields.enumerated() where declared.inherited != nil {
        fields[record][field] = true
      }
    }
  }

  var isEmpty: Bool { fields.isEmpty }

  func contains(_ leaf: Leaf) -> Bool {
    !fields.isEmpty && fields[leaf.record][leaf.field]
  }

  /// Whether a path goes through, or ends in, one of them.
  func contains(_ path: PathReader) -> Bool {
    if fields.isEmpty { return false }
    if let leaf = path.leaf, contains(leaf) { return true }
    return path.hops.contains { hop in
      switch hop {
      case .reference(let leaf), .child(let leaf), .children(let leaf), .references(let leaf, _):
        contains(leaf)
      case .inverse, .parent, .siblings, .all, .previous: false
      }
    }
  }

  /// Whether a line may rest on one of them.
  func contains(_ line: LineNode) -> Bool {
    if fields.isEmpty { return false }
    // Conditions on members, and the order of a list, are not looked into.
    let isPlain = line.filter == nil && line.aggregates.allSatisfy(\.seesAllMembersAlike)
    return !isPlain || line.paths.contains(where: contains)
  }
}

extension AggregateOperand {
  /// Whether no condition and no order sets some members apart.
  fileprivate var seesAllMembersAlike: Bool {
    switch aggregate.kind {
    case .first, .last: false
    case .sum, .count, .share, .earliest, .latest, .smallest, .largest: filter == nil
    }
  }
}

extension Reason {
  /// Whether the loader may have told of a cell that the reason rests on.
  var mayBeReported: Bool {
    switch cause {
    case .line(let line, _): line.mayBeReported
    case .block(let block): block.mayBeReported
    }
  }
}
