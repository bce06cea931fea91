import Diagnostics
import RuleSyntax
import SourceText

extension SchemaBuilder {
  /// Resolves what follows `else`, then refuses circles.
  mutating func resolveDefaults() {
    var located: [(place: Record.Place, location: Location)] = []
    for field in deferred {
      guard let path = field.declaration.inherited else { continue }
      guard let inherited = resolve(path, of: field) else { continue }
      schema.records[field.record].fields[field.field].inherited = inherited
      located.append(
        (
          Record.Place(record: field.record, field: field.field), Location(field.file, path.range)
        ))
    }
    refuseCircles(located)
  }

  private mutating func resolve(
    _ path: PathSyntax, of field: DeferredField
  ) -> Field.InheritedPath? {
    var record = field.record
    var references: [Int] = []
    var group: Int?
    for (position, name) in path.names.enumerated() {
      let owner = schema.records[record]
      let members = group.map { owner.fields[$0].members } ?? owner.topFields
      guard let found = members.first(where: { owner.fields[$0].name == name.text }) else {
        let nearest = NearestNames.rank(name.text, among: members.map { owner.fields[$0].name })
        report(
          .unknownDefault(name.text, record: owner.name, nearest: nearest),
          at: Location(field.file, name.range))
        return nil
      }
      if position == path.names.count - 1 {
        return inherited(path, references, record, found, by: field)
      }
      switch owner.fields[found].type {
      case .group: group = found
      case .scalar(.reference(let target, _)):
        references.append(found)
        record = target
        group = nil
      case .scalar, .scalars, .records, .record:
        report(
          .defaultThroughValue(owner.fields[found].path), at: Location(field.file, name.range))
        return nil
      }
    }
    return nil
  }

  /// The path, if it leaves the element and ends in a field of the same type.
  private mutating func inherited(
    _ path: PathSyntax, _ references: [Int], _ record: Int, _ field: Int,
    by heir: DeferredField
  ) -> Field.InheritedPath? {
    let location = Location(heir.file, path.range)
    guard !references.isEmpty else {
      report(.defaultWithoutReference(path.text), at: location)
      return nil
    }
    let own = schema.records[heir.record].fields[heir.field]
    guard own.type.accepts(schema.records[record].fields[field].type) else {
      report(.defaultOfOtherType(path.text, field: own.path), at: location)
      return nil
    }
    return Field.InheritedPath(references: references, record: record, field: field)
  }

  /// Drops every default that depends on itself, each circle with one finding.
  private mutating func refuseCircles(_ located: [(place: Record.Place, location: Location)]) {
    let ordered = located.sorted { left, right in
      (left.place.record, left.place.field) < (right.place.record, right.place.field)
    }
    for (start, location) in ordered {
      guard let circle = circle(from: start) else { continue }
      let names = circle.map { place in
        schema.records[place.record].name + "."
          + schema.records[place.record].fields[place.field].path
      }
      report(.defaultCycle(names), at: location)
      schema.records[start.record].fields[start.field].inherited = nil
    }
  }

  /// The fields from `start` back to itself along what their defaults read; nil without a circle.
  private func circle(from start: Record.Place) -> [Record.Place]? {
    var seen: [Record.Place] = []
    var paths = [[start]]
    while let path = paths.popLast() {
      for next in schema.sources(of: path[path.count - 1]) {
        if next == start { return path + [start] }
        if seen.contains(next) { continue }
        seen.append(next)
        paths.append(path + [next])
      }
    }
    return nil
  }
}

extension Schema {
  /// The fields that the default of a field reads: the references on its way, then its source.
  func sources(of place: Record.Place) -> [Record.Place] {
    guard let inherited = records[place.record].fields[place.field].inherited else { return [] }
    var sources: [Record.Place] = []
    var record = place.record
    for reference in inherited.references {
      sources.append(Record.Place(record: record, field: reference))
      if case .scalar(.reference(let target, _)) = records[record].fields[reference].type {
        record = target
      }
    }
    sources.append(Record.Place(record: inherited.record, field: inherited.field))
    return sources
  }
}

extension ValueType {
  /// Whether a field of this type may inherit from a field of the other.
  func accepts(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.scalar(let own), .scalar(let other)): own.accepts(other)
    case (.scalars(let own, _), .scalars(let other, _)): own.accepts(other)
    case (.records(let own, _), .records(let other, _)), (.record(let own), .record(let other)):
      own == other
    case (.scalar, _), (.scalars, _), (.records, _), (.record, _), (.group, _): false
    }
  }
}

extension ScalarType {
  fileprivate func accepts(_ other: ScalarType) -> Bool {
    if case .reference(let own, let isOpen) = self,
      case .reference(let record, let otherIsOpen) = other
    {
      return own == record && (isOpen || !otherIsOpen)
    }
    return self == other
  }
}
