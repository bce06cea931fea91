/// A value of a generated plan, as it will be written.
package indirect enum GeneratedYAML: Equatable, Sendable {
  /// Text that is written as it stands.
  case scalar(String)
  case list([GeneratedYAML])
  case mapping([Entry])

  package struct Entry: Equatable, Sendable {
    package var key: String
    package var value: GeneratedYAML

    package init(key: String, value: GeneratedYAML) {
      self.key = key
      self.value = value
    }
  }

  /// The value in flow style, on one line.
  package var flow: String {
    switch self {
    case .scalar(let text): text
    case .list(let values): "[" + values.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// The document: its keys, and the elements of its lists, on lines of their own.
  package var document: String {
    guard case .mapping(let entries) = self, !entries.isEmpty else { return "{}\n" }
    return entries.map { entry -> String in
      guard case .list(let values) = entry.value, !values.isEmpty else {
        return "\(entry.key): \(entry.value.flow)\n"
      }
      return "\(entry.key):\n" + values.map { "- \($0.flow)\n" }.joined()
    }.joined()
  }
}

/// Makes plans for a schema: every field in every state, values from small stocks so that some
/// are the same.
struct PlanMaker {
  let schema: GeneratedSchema
  var random: ProgramRandom
  /// In percent, how often a field states a value.
  let stated: Int

  mutating func plan() -> GeneratedYAML {
    var entries: [GeneratedYAML.Entry] = []
    for field in schema.records[0].fields { add(field, in: 0, number: 0, to: &entries) }
    for record in schema.records {
      guard let list = record.list else { continue }
      switch random.below(24) {
      case 0: break
      case 1: entries.append(.init(key: list, value: .list([])))
      case 2: entries.append(.init(key: list, value: unknown()))
      default:
        let elements = (1...random.below(3) + 2).map { element(record, $0, depth: 0) }
        entries.append(.init(key: list, value: .list(elements)))
      }
    }
    return .mapping(entries)
  }

  mutating func element(
    _ record: GeneratedRecord, _ number: Int, depth: Int
  ) -> GeneratedYAML {
    var entries: [GeneratedYAML.Entry] = []
    for field in record.fields { add(field, in: depth, number: number, to: &entries) }
    if depth == 0, !entries.contains(where: { $0.key == "id" }) {
      entries.insert(.init(key: "id", value: .scalar("\(record.name.prefix(1))\(number)")), at: 0)
    } else if record.fields.contains(where: { $0.path == "id" }), random.chance(90) {
      let name = "\(record.name.prefix(1))\(random.chance(85) ? number : random.below(4))"
      entries.insert(.init(key: "id", value: .scalar(name)), at: 0)
    }
    return .mapping(entries)
  }

  private mutating func add(
    _ field: GeneratedField, in depth: Int, number: Int, to entries: inout [GeneratedYAML.Entry]
  ) {
    let parts = field.path.split(separator: ".").map(String.init)
    if parts == ["id"] { return }
    guard let value = self.value(of: field, depth) else { return }
    guard parts.count == 2 else {
      entries.append(.init(key: parts[0], value: value))
      return
    }
    guard let index = entries.firstIndex(where: { $0.key == parts[0] }) else {
      let whole: GeneratedYAML =
        random.chance(15)
        ? random.pick([.mapping([]), unknown(), .scalar("5"), .scalar("")])
        : .mapping([.init(key: parts[1], value: value)])
      entries.append(.init(key: parts[0], value: whole))
      return
    }
    guard case .mapping(var inner) = entries[index].value,
      inner.first.map({ $0.key != "open" && $0.key != "not-applicable" }) ?? false
    else { return }
    inner.append(.init(key: parts[1], value: value))
    entries[index].value = .mapping(inner)
  }

  private mutating func unknown() -> GeneratedYAML {
    let key = random.pick(["open", "not-applicable"])
    return .mapping([.init(key: key, value: .scalar("later"))])
  }

  /// nil where the field is left out.
  private mutating func value(of field: GeneratedField, _ depth: Int) -> GeneratedYAML? {
    if !random.chance(stated) {
      switch random.below(9) {
      case 0, 1, 2: return nil
      case 3, 4, 5: return unknown()
      case 6: return .scalar(random.pick(["\"\"", "~", "tbd"]))
      case 7: if case .values = field.kind { return .list([]) } else { return .scalar("\"\"") }
      default: return malformed(field.kind)
      }
    }
    switch field.kind {
    case .value(let kind): return .scalar(text(kind))
    case .values(let kind, _):
      let count = random.below(4)
      return .list(
        (0..<count).map { _ in
          .scalar(random.chance(93) ? text(kind) : random.pick(["\"\"", "q9"]))
        })
    case .elements(let record, _):
      let count = random.below(4)
      return .list((0..<count).map { element(schema.record(record), $0, depth: depth + 1) })
    case .element(let record): return element(schema.record(record), 0, depth: depth + 1)
    }
  }

  private mutating func malformed(_ kind: FieldKind) -> GeneratedYAML {
    switch kind {
    case .value(.text), .value(.identifier): .list([.scalar("x"), .scalar("y")])
    case .value(.reference): .scalar("q9")
    case .value: .scalar(random.pick(["twelve", "1.2.3.4", "[a, b]"]))
    case .values, .elements: .scalar("5")
    case .element: .scalar("5")
    }
  }

  // MARK: - Texts of values

  private mutating func text(_ kind: ValueKind) -> String {
    switch kind {
    case .text:
      random.pick([
        "a", "b", "t1", "\"Wir prüfen das\"", "\"Wir tun 0815/2027 und 0816/2027\"", "A-12",
        "\"zwei Worte\"", "0815/2027", "\"bis Ende 2027, Bericht im März 2028\"",
        "\"31.12.2027 (0815/2027)\"", "\"Q2 2027\"",
      ])
    case .identifier: random.pick(["a", "t1", "i1", "A-12", "ä"])
    case .yesOrNo: random.pick(["yes", "no", "ja"])
    case .number: random.pick(["0", "1", "2.5", "3", "-1", "12"])
    case .wholeNumber: random.pick(["0", "1", "2", "3", "12"])
    case .percent: random.pick(["0", "25 %", "50 %", "100 %"])
    case .money:
      random.chance(3)
        ? "4 CHF" : random.pick(["0", "5 EUR", "10 EUR", "12.50 EUR", "10 EUR", "2 EUR"])
    case .date:
      random.pick([
        "2026", "2027", "2028", "2027-Q2", "2027-03", "2027-06", "2027-06-15", "2027-06-30",
        "2027-12-31", "2028-02-29",
      ])
    case .choice(let index):
      random.pick(
        schema.choices[index].values + schema.choices[index].outside
          + [schema.choices[index].isOpen ? "other" : schema.choices[index].values[0].uppercased()])
    case .reference(let record, let isOpen):
      record.prefix(1)
        + random.pick(["1", "2", "3", "1", "2", isOpen ? "0" : "1"])
    }
  }
}

extension GeneratedSchema {
  /// A plan of which about as many percent of the fields are stated.
  package func plan(_ random: inout ProgramRandom, stated: Int) -> GeneratedYAML {
    var maker = PlanMaker(schema: self, random: random, stated: stated)
    let plan = maker.plan()
    random = maker.random
    return plan
  }
}
