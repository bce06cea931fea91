import Diagnostics
import Model
import Values

extension Workspace {
  /// The name that an open reference keeps as text and the list that has no such element; nil for
  /// every other cell.
  ///
  /// For a path that goes on behind it this is a gap, though the cell itself has a value.
  func unnamed(_ cell: CellPlace) -> UnnamedReference? {
    guard cell.leaf >= 0 else { return nil }
    let leaf = leaves[Int(cell.leaf)]
    guard case .reference(let record, _)? = leaf.scalar,
      leaf.standing(Int(cell.index)) == .stated, leaf.narrow![Int(cell.index)] == Column.unknown
    else { return nil }
    let name = Self.shortened(text(textPlace(leaf, cell)))
    return UnnamedReference(name: name, record: plan.schema.records[plan.schema.current(record)])
  }

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

/// A name that leads to no element.
struct UnnamedReference {
  let name: String
  /// What kind of element it should name.
  let record: Record

  /// "`Verein` is no team of the plan"
  func statement(inPrevious isPrevious: Bool = false, _ language: Language) -> String {
    let list = record.list ?? record.name
    return isPrevious
      ? language.pick(
        "`\(name)` is no \(record.inlineTitle.english) of the previous version",
        "`\(name)` steht in der vorigen Fassung nicht in `\(list)`")
      : language.pick(
        "`\(name)` is no \(record.inlineTitle.english) of the plan",
        "`\(name)` steht im Plan nicht in `\(list)`")
  }
}
