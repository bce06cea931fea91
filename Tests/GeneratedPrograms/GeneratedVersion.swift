/// Makes previous versions of generated plans: with elements that are gone, new, renamed or in
/// another place, and with fields that said something else.
extension PlanMaker {
  mutating func former(_ plan: GeneratedYAML) -> GeneratedYAML {
    guard case .mapping(let entries) = plan, case .mapping(let others) = self.plan() else {
      return plan
    }
    let lists = schema.records.filter { $0.list != nil }
    var made: [GeneratedYAML.Entry] = []
    for entry in mixed(entries, others) {
      var entry = entry
      if let record = lists.first(where: { $0.list == entry.key }), random.chance(92),
        let current = entries.first(where: { $0.key == entry.key })?.value
      {
        entry.value = former(current, record, depth: 0)
      }
      made.append(entry)
    }
    return .mapping(made)
  }

  /// The elements of a list as they were.
  private mutating func former(
    _ list: GeneratedYAML, _ record: GeneratedRecord, depth: Int
  ) -> GeneratedYAML {
    guard case .list(let elements) = list else { return list }
    var made: [GeneratedYAML] = []
    for (number, element) in elements.enumerated() {
      guard random.chance(85) else { continue }
      made.append(former(element: element, record, number + 1, depth: depth))
      if random.chance(3) { made.append(made[made.count - 1]) }
    }
    if random.chance(35) {
      made.append(element(record, random.below(3) + 3, depth: depth))
    }
    if random.chance(30) { made.shuffle(using: &random) }
    return .list(made)
  }

  private mutating func former(
    element: GeneratedYAML, _ record: GeneratedRecord, _ number: Int, depth: Int
  ) -> GeneratedYAML {
    guard case .mapping(let entries) = element,
      case .mapping(let others) = self.element(record, number, depth: depth)
    else { return element }
    var made: [GeneratedYAML.Entry] = []
    for entry in mixed(entries, others) {
      var entry = entry
      let field = record.fields.first { $0.path == entry.key }
      if entry.key == "id" {
        guard random.chance(96) else { continue }
        if random.chance(6) {
          entry.value = .scalar("\(record.name.prefix(1))\(random.below(5))")
        }
      } else if case .elements(let inner, _)? = field?.kind {
        entry.value = former(entry.value, schema.record(inner), depth: depth + 1)
      }
      made.append(entry)
    }
    return .mapping(made)
  }

  /// Most entries as they are, some as others have them, some of only one side left out.
  private mutating func mixed(
    _ entries: [GeneratedYAML.Entry], _ others: [GeneratedYAML.Entry]
  ) -> [GeneratedYAML.Entry] {
    var made: [GeneratedYAML.Entry] = []
    for entry in entries {
      if entry.key == "id" || random.chance(65) {
        made.append(reordered(entry))
      } else if let other = others.first(where: { $0.key == entry.key }) {
        made.append(other)
      }
    }
    for other in others where !entries.contains(where: { $0.key == other.key }) {
      if random.chance(30) { made.append(other) }
    }
    return made
  }
}

extension PlanMaker {
  /// The entry with its list in another order, now and then.
  fileprivate mutating func reordered(_ entry: GeneratedYAML.Entry) -> GeneratedYAML.Entry {
    guard case .list(let values) = entry.value, random.chance(30) else { return entry }
    return .init(key: entry.key, value: .list(values.shuffled(using: &random)))
  }
}

extension GeneratedSchema {
  /// A previous version of a plan.
  package func former(
    of plan: GeneratedYAML, _ random: inout ProgramRandom, stated: Int
  ) -> GeneratedYAML {
    var maker = PlanMaker(schema: self, random: random, stated: stated)
    let former = maker.former(plan)
    random = maker.random
    return former
  }
}
