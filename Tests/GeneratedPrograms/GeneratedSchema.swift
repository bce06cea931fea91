/// The kinds of values that generated fields have.
enum ValueKind: Hashable {
  case text, identifier, yesOrNo, number, wholeNumber, percent, money, date
  case choice(Int)
  case reference(String, isOpen: Bool)

  /// What values of the kind are compared as.
  var family: ValueKind {
    switch self {
    case .wholeNumber: .number
    case .identifier: .text
    case .reference(let record, _): .reference(record, isOpen: false)
    default: self
    }
  }
}

extension ValueKind {
  /// Whether a setting of the kind may stand in a rule: it names no element.
  var isPlain: Bool {
    if case .reference = self { return false }
    return true
  }
}

enum FieldKind: Hashable {
  case value(ValueKind)
  case values(ValueKind, isOrdered: Bool)
  case elements(String, order: String?)
  case element(String)
}

struct GeneratedField {
  /// Dotted where it stands in a group.
  var path: String
  var kind: FieldKind
  /// What stands behind the type.
  var attributes = ""
  var isInherited: Bool { attributes.contains("else") }
}

struct GeneratedRecord {
  var name: String
  /// The top-level list; nil for the plan and nested records.
  var list: String?
  var fields: [GeneratedField] = []
  /// The names of ways back, and the record on the other side.
  var inverses: [(name: String, record: String)] = []
}

struct GeneratedChoice {
  var name: String
  var values: [String]
  var outside: [String]
  var isOrdered: Bool
  var isOpen: Bool
}

/// A schema that the generator made, small but with every kind of field.
package struct GeneratedSchema {
  var choices: [GeneratedChoice] = []
  var records: [GeneratedRecord] = []
  var settings: [(name: String, kind: ValueKind, value: String)] = []
  /// Whether values and fields are declared by `extend`.
  var isExtended = false

  /// Whether goals stand in order.
  var ordersGoals: Bool {
    record("item").fields.contains { $0.kind == .elements("goal", order: "in order") }
  }

  /// Whether an element can be found in another version: by its id, or as the only one in a field.
  func canBeFoundAgain(_ record: String) -> Bool {
    record == "plan" || record == "detail"
      || self.record(record).fields.contains { $0.path == "id" }
  }

  func record(_ name: String) -> GeneratedRecord {
    records.first { $0.name == name } ?? records[0]
  }

  /// The schema as it stands in a file, with the notations, words and settings of the rules.
  package var text: String {
    var lines = ["schema plan 1", "  \"Generated\" de \"Erzeugt\"", "placeholder \"tbd\""]
    for choice in choices {
      lines.append(
        "choice \(choice.name)\(choice.isOrdered ? ", in order" : "")\(choice.isOpen ? ", open" : "")"
      )
      let values =
        isExtended ? choice.values.filter { $0 != "middle" && $0 != "blue" } : choice.values
      lines += values.map { "  \($0) also \"\($0.uppercased())\"" }
      if !choice.outside.isEmpty { lines.append("  outside the order") }
      lines += choice.outside.map { "    \($0)" }
    }
    for record in records {
      lines.append("record \(record.name)\(record.list.map { ", listed in \($0)" } ?? "")")
      var group: Substring?
      for field in record.fields where !(isExtended && field.path == "partner") {
        let parts = field.path.split(separator: ".")
        let isInside = parts.count > 1
        if isInside, group != parts[0] { lines.append("  \(parts[0]) group") }
        group = isInside ? parts[0] : nil
        let name = parts[parts.count - 1]
        lines.append(
          "  \(isInside ? "  " : "")\(name) \(type(field.kind))\(field.attributes)")
      }
    }
    if isExtended {
      lines += [
        "extend choice level, after low", "  middle also \"MIDDLE\"",
        "extend choice colour", "  blue also \"BLUE\"", "extend record team",
      ]
      lines += record("team").fields.filter { $0.path == "partner" }.map {
        "  \($0.path) \(type($0.kind))\($0.attributes)"
      }
    }
    lines += settings.map { "setting \($0.name) \(type(.value($0.kind))) \($0.value) \"S\"" }
    lines += [
      "notation paper \"9999/9999\", \"9999/9999 'N'9*\"",
      "notation code", "  \"A-99\", \"9*\"", "  \"AA-9*\"",
      "words vague de \"prüf*\", \"wir tun\" en \"may*\"", "  \"zwei Worte\"",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  func type(_ kind: ValueKind) -> String { type(.value(kind)) }

  private func type(_ kind: FieldKind) -> String {
    switch kind {
    case .value(let value): single(value)
    case .values(.reference(let record, let isOpen), _):
      "some of \(list(record))\(isOpen ? ", open" : "")"
    case .values(let value, let isOrdered):
      "list of \(single(value))\(isOrdered ? ", in order" : "")"
    case .elements(let record, let order): "list of \(record)\(order.map { ", \($0)" } ?? "")"
    case .element(let record): record
    }
  }

  private func single(_ kind: ValueKind) -> String {
    switch kind {
    case .text: "text"
    case .identifier: "identifier"
    case .yesOrNo: "yes or no"
    case .number: "number"
    case .wholeNumber: "whole number"
    case .percent: "percent"
    case .money: "money"
    case .date: "date"
    case .choice(let index): "choice \(choices[index].name)"
    case .reference(let record, let isOpen): "one of \(list(record))\(isOpen ? ", open" : "")"
    }
  }

  private func list(_ record: String) -> String { self.record(record).list ?? record + "s" }
}

extension GeneratedSchema {
  /// A schema with the plan, two listed records, and one that nests in the second.
  package init(_ random: inout ProgramRandom) {
    choices = [
      GeneratedChoice(
        name: "level", values: ["low", "middle", "high"],
        outside: random.chance(60) ? ["dropped"] : [], isOrdered: true, isOpen: random.chance(20)),
      GeneratedChoice(
        name: "colour", values: ["red", "blue"], outside: [], isOrdered: false,
        isOpen: random.chance(50)),
    ]
    isExtended = random.chance(40)
    let team = team(&random)
    records = [
      root(&random), team, part(&random), goal(&random), detail(&random),
      item(heirOf: team, &random),
    ]
    settings = [
      ("most", .wholeNumber, "2"), ("half", .percent, "50 %"), ("limit", .money, "10 EUR"),
      ("deadline", .date, random.pick(["2027", "2027-06", "2027-06-15"])),
      ("standard", .choice(0), "middle"), ("word", .text, "\"a\""),
      ("main-team", .reference("team", isOpen: false), "\"t1\""), ("consent", .yesOrNo, "yes"),
    ]
  }

  private func values(
    _ names: [String], _ random: inout ProgramRandom, in group: String? = nil
  ) -> [GeneratedField] {
    names.map { name in
      let kind = random.pick(Self.simple)
      var attributes = ""
      switch kind {
      case .money, .number, .wholeNumber, .percent:
        if random.chance(60) { attributes = ", at least 0" }
      case .date: attributes = random.pick(["", "", ", from its first day", ", to its last day"])
      default: break
      }
      return GeneratedField(
        path: group.map { "\($0).\(name)" } ?? name, kind: .value(kind), attributes: attributes)
    }
  }

  private static let simple: [ValueKind] = [
    .text, .text, .identifier, .yesOrNo, .number, .wholeNumber, .percent, .money, .money, .date,
    .date, .choice(0), .choice(0), .choice(1),
  ]

  private func root(_ random: inout ProgramRandom) -> GeneratedRecord {
    var record = GeneratedRecord(name: "plan", list: nil)
    record.fields = [
      GeneratedField(path: "title", kind: .value(.text)),
      GeneratedField(path: "budget", kind: .value(.money), attributes: ", at least 0"),
      GeneratedField(path: "closing", kind: .value(.date)),
      GeneratedField(path: "known", kind: .values(.text, isOrdered: false)),
      GeneratedField(path: "steering", kind: .value(.reference("team", isOpen: false))),
    ]
    record.fields += values(["aim", "bar"], &random)
    return record
  }

  private func team(_ random: inout ProgramRandom) -> GeneratedRecord {
    var record = GeneratedRecord(name: "team", list: "teams")
    record.fields = [GeneratedField(path: "id", kind: .value(.identifier))]
    record.fields += values(["lead", "fund", "since"], &random)
    record.fields.append(
      GeneratedField(
        path: "partner", kind: .value(.reference("team", isOpen: false)),
        attributes: ", seen from there as admirers"))
    record.inverses = [("items", "item"), ("admirers", "team")]
    return record
  }

  private func part(_ random: inout ProgramRandom) -> GeneratedRecord {
    var record = GeneratedRecord(name: "part", list: nil)
    record.fields = [
      GeneratedField(path: "due", kind: .value(.date)),
      GeneratedField(path: "price", kind: .value(.money), attributes: ", at least 0"),
    ]
    record.fields += values(["note", "mark", "rate"], &random)
    record.fields.append(
      GeneratedField(path: "helper", kind: .value(.reference("team", isOpen: random.chance(30)))))
    return record
  }

  private func goal(_ random: inout ProgramRandom) -> GeneratedRecord {
    var record = GeneratedRecord(name: "goal", list: nil)
    if random.chance(65) {
      record.fields = [GeneratedField(path: "id", kind: .value(.identifier))]
    }
    record.fields += values(["wish", "worth"], &random)
    return record
  }

  /// One in a field, so that it needs no id.
  private func detail(_ random: inout ProgramRandom) -> GeneratedRecord {
    var record = GeneratedRecord(name: "detail", list: nil)
    record.fields = values(["remark", "extent"], &random)
    return record
  }

  private func item(
    heirOf team: GeneratedRecord, _ random: inout ProgramRandom
  ) -> GeneratedRecord {
    var record = GeneratedRecord(name: "item", list: "items")
    record.fields = [GeneratedField(path: "id", kind: .value(.identifier))]
    record.fields += values(["name", "size", "cost", "start", "end", "kind"], &random)
    for field in team.fields where ["lead", "fund"].contains(field.path) {
      var heir = field
      heir.attributes += ", else team.\(field.path)"
      record.fields.append(heir)
    }
    record.fields += [
      GeneratedField(
        path: "team", kind: .value(.reference("team", isOpen: random.chance(25))),
        attributes: ", seen from there as items"),
      GeneratedField(
        path: "needs",
        kind: .values(.reference("item", isOpen: random.chance(20)), isOrdered: false),
        attributes: ", seen from there as needed-by"),
      GeneratedField(
        path: "tags",
        kind: .values(random.pick([.text, .identifier]), isOrdered: random.chance(50))),
      GeneratedField(
        path: "amounts", kind: .values(random.pick([.money, .number, .date]), isOrdered: true)),
      GeneratedField(
        path: "parts", kind: .elements("part", order: random.pick([nil, "in order"]))),
      GeneratedField(
        path: "goals", kind: .elements("goal", order: random.pick([nil, "in order"]))),
      GeneratedField(path: "detail", kind: .element("detail")),
      GeneratedField(path: "steps", kind: .elements("part", order: "in order by due")),
    ]
    if random.chance(50) {
      record.fields.append(GeneratedField(path: "main", kind: .element("part")))
    }
    record.fields += values(["weight", "label"], &random, in: "box")
    record.inverses = [("needed-by", "item")]
    return record
  }
}
