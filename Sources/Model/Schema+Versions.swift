/// A plan beside its previous version: the records of both in one schema, so that rules read the
/// columns of either in the same way.
extension Schema {
  /// Whether an element of a record can be found again in another version: the document itself, an
  /// element with an id, or the one element in a field, inside an element that can be found.
  package func canBeFoundAgain(_ record: Int) -> Bool { canBeFoundAgain(record, inside: []) }

  private func canBeFoundAgain(_ record: Int, inside visited: Set<Int>) -> Bool {
    guard record != root, !visited.contains(record) else { return true }
    let declared = records[record]
    let hasId = declared.idField != nil
    if declared.list != nil, !hasId { return false }
    return (declared.list != nil || !declared.places.isEmpty)
      && declared.places.allSatisfy { place in
        (hasId || isSingle(place))
          && canBeFoundAgain(place.record, inside: visited.union([record]))
      }
  }

  /// Whether a field holds one nested record, not a list of them.
  package func isSingle(_ place: Record.Place) -> Bool {
    if case .record = records[place.record].fields[place.field].type { return true }
    return false
  }

  /// The schema with all records once more, for the previous version.
  ///
  /// References keep the records that they name; `inVersion` leads from them to the version of the
  /// element that refers.
  func withPrevious() -> Schema {
    var joined = self
    let count = records.count
    joined.recordsOfVersion = count
    for record in records {
      var former = record
      former.places = record.places.map { Record.Place(record: $0.record + count, field: $0.field) }
      former.inverses = record.inverses.map {
        Inverse(name: $0.name, record: $0.record + count, field: $0.field)
      }
      for index in former.fields.indices {
        former.fields[index].inherited?.record += count
      }
      joined.records.append(former)
    }
    return joined
  }

  /// Whether a record is one of the previous version's.
  package func isPrevious(_ record: Int) -> Bool {
    recordsOfVersion.map { record >= $0 } ?? false
  }

  /// The record of the previous version that stands beside one of the plan's.
  package func previous(_ record: Int) -> Int { record + (recordsOfVersion ?? 0) }

  /// The record of the plan that stands beside one of either version.
  package func current(_ record: Int) -> Int {
    isPrevious(record) ? record - (recordsOfVersion ?? 0) : record
  }

  /// What a reference of an element names: the same record, in the version of the element.
  package func inVersion(of element: Int, _ record: Int) -> Int {
    isPrevious(element) && !isPrevious(record) ? previous(record) : record
  }

  /// Whether a record is the document itself, in either version.
  package func isRoot(_ record: Int) -> Bool { current(record) == root }
}
