import Model
import Values

extension Workspace {
  /// What a cell shows: its standing, and the value where it is stated.
  func sight(_ leaf: Leaf, _ place: CellPlace) -> Sight {
    let index = Int(place.index)
    let standing = leaf.standing(index)
    guard standing == .stated else { return Sight(standing: standing, cell: place) }
    return Sight(standing: .stated, datum: datum(leaf, place), cell: place)
  }

  private func datum(_ leaf: Leaf, _ place: CellPlace) -> Datum {
    let index = Int(place.index)
    switch leaf.scalar {
    case .number, .wholeNumber, .percent, .money:
      let packed = leaf.wide![index]
      return .decimal(Decimal(packed: packed), tag: Decimal.tag(ofPacked: packed))
    case .date: return .interval(CalendarDate(packed: leaf.wide![index]).interval)
    case .yesOrNo: return .index(leaf.narrow![index])
    case .choice:
      let value = leaf.narrow![index]
      return value == Column.unknown ? .text(textPlace(leaf, place)) : .index(value)
    case .reference(let record, _):
      let target = leaf.narrow![index]
      if target == Column.unknown { return named(textPlace(leaf, place), record, leaf) }
      guard leaf.isPrevious else { return .index(target) }
      return element(record: plan.schema.previous(record), row: Int(target))
    case .text, .identifier: return .text(textPlace(leaf, place))
    case nil: return .none
    }
  }

  /// A name that is none of its version: the plan may have the element that the previous version
  /// named before it was there.
  private func named(_ text: TextPlace, _ record: Int, _ leaf: Leaf) -> Datum {
    guard leaf.isPrevious, let index = plan.tables[record].index,
      let row = withText(text, { index.row(of: $0) })
    else { return .text(text) }
    return .index(row)
  }
}
