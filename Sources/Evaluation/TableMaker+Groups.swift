import Model
import Semantics
import Values

/// The groups of a table's rows.
extension TableMaker {
  /// What one grouping path shows; elements with the same keys stand in one group.
  enum Key: Hashable {
    case text(String)
    case number(Decimal, tag: UInt8)
    case date(DateInterval)
    case index(UInt32)
    case without(Standing)

    var isWithout: Bool { if case .without = self { true } else { false } }
  }

  struct Group {
    var key: [Key]
    var elements: [Element]

    var isWithoutKey: Bool { key.contains(where: \.isWithout) }
    /// Why there is no key, as a number to sort by: what is not stated first.
    var standing: UInt8 {
      if case .without(let standing)? = key.first { standing.rawValue } else { 0 }
    }
  }

  func grouped(_ elements: [Element]) -> [Group] {
    var groups: [Group] =
      keys.count == 1 ? closedChoice(keys[0]).map { Group(key: [$0], elements: []) } : []
    var positions: [[Key]: Int] = [:]
    for (index, group) in groups.enumerated() { positions[group.key] = index }
    for element in elements {
      for key in allKeys(element) {
        if let position = positions[key] {
          groups[position].elements.append(element)
        } else {
          positions[key] = groups.count
          groups.append(Group(key: key, elements: [element]))
        }
      }
    }
    if keys.count > 1 { arrange(&groups) }
    let without = groups.filter(\.isWithoutKey)
    let gaps = keys.count > 1 ? without : without.sorted { $0.standing < $1.standing }
    return groups.filter { !$0.isWithoutKey } + gaps
  }

  /// Puts groups with the same first key beside each other, choices in their order and other
  /// values as they come.
  private func arrange(_ groups: inout [Group]) {
    var ranks = keys.map { reader in
      Dictionary(
        uniqueKeysWithValues: closedChoice(reader).enumerated().map { ($0.element, $0.offset) })
    }
    for group in groups {
      for (position, key) in group.key.enumerated() where ranks[position][key] == nil {
        ranks[position][key] = key.isWithout ? Int.max : ranks[position].count
      }
    }
    let order = groups.map { group in
      group.key.enumerated().map { ranks[$0.offset][$0.element] ?? 0 }
    }
    groups = groups.indices.sorted { left, right in
      order[left] == order[right]
        ? left < right : order[left].lexicographicallyPrecedes(order[right])
    }.map { groups[$0] }
  }

  /// Every value of a closed choice, so that zeros are shown too; none for all other keys.
  func closedChoice(_ key: KeyReader) -> [Key] {
    guard case .choice(let choice)? = key.path.memberLeaf?.scalar,
      !workspace.plan.schema.choices[choice].isOpen
    else { return [] }
    return workspace.plan.schema.choices[choice].values.indices.map { .index(UInt32($0)) }
  }

  /// The keys of one element: one, or with `each of` one for every member.
  private func allKeys(_ element: Element) -> [[Key]] {
    var combined: [[Key]] = [[]]
    for reader in keys {
      let own: [Key] =
        reader.isEachOf ? memberKeys(reader.path, element) : [key(reader, element)]
      combined = combined.flatMap { before in own.map { before + [$0] } }
    }
    return combined
  }

  func key(_ reader: KeyReader, _ element: Element) -> Key {
    context.withRows(element) { key(reader.path.see($0, workspace)) }
  }

  private func memberKeys(_ path: PathReader, _ element: Element) -> [Key] {
    context.withRows(element) { rows in
      var found: [Key] = []
      func add(_ sight: Sight) {
        let key = key(sight)
        if !found.contains(key) { found.append(key) }
      }
      path.forEach(rows, gap: { _, standing, _ in add(Sight(standing: standing)) }) { cell, row in
        add(
          cell.leaf >= 0
            ? workspace.sight(workspace.leaves[Int(cell.leaf)], cell)
            : Sight(standing: .stated, datum: .index(UInt32(row))))
      }
      return found.isEmpty ? [key(Sight(standing: .empty))] : found
    }
  }

  private func key(_ sight: Sight) -> Key {
    guard sight.standing == .stated else {
      return .without(sight.standing.isMissing ? .absent : sight.standing)
    }
    switch sight.datum {
    case .index(Column.unknown):
      // An open choice with a text of its own.
      guard let cell = sight.cell else { return .without(.unclear) }
      return .text(workspace.text(workspace.textPlace(cell)))
    case .index(let index): return .index(index)
    case .text(let place): return .text(workspace.text(place))
    case .decimal(let value, let tag): return .number(value, tag: tag)
    case .interval(let interval): return .date(interval)
    case .none, .lowerBound: return .without(.unclear)
    }
  }
}
