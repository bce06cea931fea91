/// A subject whose members are lists as wholes, each held by another element.
struct MemberLists {
  /// Leads to the elements that hold the lists.
  let holders: PathReader
  /// The list of the element in `frame`.
  let list: ListOperand
  let frame: Int
  /// The way to all lists, for `, if stated`.
  let whole: PathReader

  /// What is seen of one holder's list.
  func see(holder: CellPlace, _ rows: Rows) -> Sight {
    rows[frame] = holder.row
    var sight = list.see(rows)
    sight.isOwn = sight.isOwn && holder.isOwn
    return sight
  }
}
