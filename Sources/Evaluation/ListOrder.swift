import Model
import Values

extension Workspace {
  /// The field that orders a list of nested records; nil where they stand as they are written.
  func order(of list: Leaf) -> Leaf? {
    guard case .records(let record, .by(let field)) = list.type else { return nil }
    return leaf(record: plan.schema.inVersion(of: list.record, record), field: field)
  }
}

extension PathReader {
  /// The last list of nested records on the way; nil where the last list holds other members.
  var lastList: Leaf? {
    guard entries == nil, let index = path.steps.lastIndex(where: \.isMany),
      case .children(let list) = hops[index]
    else { return nil }
    return list
  }

  /// The field that orders `earlier` or `later`, of which a member is given, where they are the
  /// last list on the way; nil where they stand as they are written.
  func orderOfSiblings(_ row: Int) -> Leaf? {
    guard entries == nil, let index = path.steps.lastIndex(where: \.isMany),
      case .siblings(let table, let lists, _) = hops[index]
    else { return nil }
    return lists[Int(table.places[row])].order
  }
}

extension Leaf {
  /// Whether the value in one row certainly comes before the one in another.
  func isBefore(_ row: Int, _ other: Int) -> Bool {
    guard let wide else { return false }
    guard scalar == .date else { return Decimal(packed: wide[row]) < Decimal(packed: wide[other]) }
    let left = CalendarDate(packed: wide[row]).interval
    return left.isBefore(CalendarDate(packed: wide[other]).interval) == .yes
  }
}
