import Diagnostics
import Values

extension Schema {
  /// The plans of this schema as JSON Schema 2020-12, for editors that complete YAML.
  ///
  /// It says shape only, as the schema does, and accepts every file that the loader reads without
  /// an error, each included file on its own. What no JSON Schema can say, such as that an id
  /// exists, only ratsam checks.
  package func jsonSchema(in language: Language) -> JSONValue {
    JSONSchemaMaker(schema: self, language: language).document()
  }
}

/// Makes the parts of a JSON Schema.
///
/// Names in `$defs`: records have their own, groups that of their record and their path
/// (`measure.cost`); choices and kinds of values begin with `choice_` and `value_`, which no name
/// of a schema can.
struct JSONSchemaMaker {
  let schema: Schema
  let language: Language

  func document() -> JSONValue {
    let root = schema.records[schema.root]
    let description = language.pick(
      "A plan as ratsam reads it (schema \(schema.name) \(schema.version)). Every value may be "
        + "empty, or say why there is none: {open: \"why\", until: 2027-03-31, by: \"who\"} or "
        + "{not-applicable: \"why\"}.",
      "Ein Plan, wie ratsam ihn liest (Schema \(schema.name) \(schema.version)). Jede Angabe darf "
        + "leer sein oder sagen, warum sie fehlt: {open: \"warum\", until: 2027-03-31, by: \"wer\"} "
        + "oder {not-applicable: \"warum\"}.")
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", .text(schema.title[language])),
      .init("description", .text(description)),
    ]
    var properties = self.properties(of: root.topFields, in: schema.root, at: "#/properties")
    properties += lists()
    properties += planKeys(known: Set(properties.map(\.name)))
    members += closedObject(properties)
    members.append(.init("$defs", .object(definitions())))
    return .object(members)
  }

  // MARK: - Objects

  /// The keywords of a mapping that has no keys but these and the author's own.
  private func closedObject(_ properties: [JSONValue.Member]) -> [JSONValue.Member] {
    [
      .init("type", "object"),
      .init("properties", .object(properties)),
      .init("patternProperties", .object([.init("^\(PlanKey.ownPrefix)", true)])),
      .init("additionalProperties", false),
    ]
  }

  /// The properties of fields, each spelling of a field with one.
  private func properties(
    of fields: [Int], in record: Int, at place: String
  ) -> [JSONValue.Member] {
    var result: [JSONValue.Member] = []
    for index in fields {
      let field = schema.records[record].fields[index]
      result += spelt(
        field.spellings, title: field.title, description: description(of: field, in: record),
        value: value(of: field, index, in: record), at: place)
    }
    return result
  }

  /// A property under each of its spellings; all but the first refer to the first.
  private func spelt(
    _ spellings: [String], title: LocalizedText, description: String, value: JSONValue,
    at place: String
  ) -> [JSONValue.Member] {
    guard let name = spellings.first else { return [] }
    let first: JSONValue = [
      "title": .text(title[language]), "description": .text(description),
      "anyOf": [value, Self.reference("value_unstated")],
    ]
    let same = language.pick("The same as `\(name)`.", "Dasselbe wie `\(name)`.")
    return [.init(name, first)]
      + spellings.dropFirst().map { spelling in
        .init(
          spelling,
          [
            "title": .text(title[language]), "description": .text(same),
            "$ref": .text("\(place)/\(Self.escaped(name))"),
          ])
      }
  }

  private func description(of field: Field, in record: Int) -> String {
    let words = SchemaWords(schema, language, for: .editor)
    let type = words.type(of: field)
    guard let source = words.source(of: field, in: record) else { return type }
    return type + language.pick("; if absent, that of \(source)", "; fehlt es, gilt \(source)")
  }

  /// The top-level lists of records.
  private func lists() -> [JSONValue.Member] {
    schema.records.indices.flatMap { index -> [JSONValue.Member] in
      let record = schema.records[index]
      let description = language.pick(
        "list of “\(record.title.english)”", "Liste von „\(record.title.german)“")
      return spelt(
        record.listSpellings, title: record.title, description: description,
        value: elements(of: index), at: "#/properties")
    }
  }

  private func elements(of record: Int) -> JSONValue {
    [
      "type": "array",
      "items": [
        "anyOf": [Self.reference(schema.records[record].name), Self.reference("value_empty")]
      ],
    ]
  }

  /// The keys that every plan may have, where the schema has no field of that name.
  private func planKeys(known: Set<String>) -> [JSONValue.Member] {
    PlanKey.allCases.compactMap { key in
      guard !known.contains(key.rawValue) else { return nil }
      switch key {
      case .language: return .init(key.rawValue, languageKey)
      case .include: return .init(key.rawValue, includeKey)
      case .currency: return schema.hasMoney ? .init(key.rawValue, currencyKey) : nil
      case .packs: return .init(key.rawValue, packsKey)
      }
    }
  }

  // MARK: - Definitions

  private func definitions() -> [JSONValue.Member] {
    var result: [JSONValue.Member] = []
    for index in schema.records.indices {
      let record = schema.records[index]
      if index != schema.root {
        result.append(
          definition(record.name, title: record.title, fields: record.topFields, in: index))
      }
      for field in record.fields where field.type == .group {
        result.append(
          definition(
            "\(record.name).\(field.path)", title: field.title, fields: field.members, in: index))
      }
    }
    for choice in schema.choices {
      result.append(.init("choice_\(choice.name)", closed(choice)))
    }
    return result + valueDefinitions()
  }

  private func definition(
    _ name: String, title: LocalizedText, fields: [Int], in record: Int
  ) -> JSONValue.Member {
    let place = "#/$defs/\(Self.escaped(name))/properties"
    let object =
      [.init("title", .text(title[language]))]
      + closedObject(properties(of: fields, in: record, at: place))
    return .init(name, .object(object))
  }

  // MARK: - Values

  private func value(of field: Field, _ index: Int, in record: Int) -> JSONValue {
    switch field.type {
    case .group: return Self.reference("\(schema.records[record].name).\(field.path)")
    case .record(let nested): return Self.reference(schema.records[nested].name)
    case .records(let nested, _): return elements(of: nested)
    case .scalars(let scalar, _):
      let entry = value(scalar, isOpen: field.isOpenChoice)
      return ["type": "array", "items": ["anyOf": [entry, Self.reference("value_empty")]]]
    case .scalar(let scalar):
      let value = value(scalar, isOpen: field.isOpenChoice)
      guard case .object(let members) = value,
        let bound = field.lowerBound.flatMap({ Int($0.plain()) })
      else { return value }
      return .object(members + [.init("minimum", .number(bound))])
    }
  }

  private func value(_ scalar: ScalarType, isOpen: Bool) -> JSONValue {
    switch scalar {
    case .text, .identifier, .reference: Self.reference("value_text")
    case .yesOrNo: Self.reference("value_yes-or-no")
    case .number: Self.reference("value_number")
    case .wholeNumber: Self.reference("value_whole-number")
    case .percent: Self.reference("value_percent")
    case .money: Self.reference("value_money")
    case .date: Self.reference("value_date")
    case .choice(let choice):
      isOpen
        ? open(schema.choices[choice]) : Self.reference("choice_\(schema.choices[choice].name)")
    }
  }

  /// Every spelling, and what YAML makes of those that look like numbers.
  private func closed(_ choice: Choice) -> JSONValue {
    let values = choice.values.flatMap(\.spellings).flatMap { spelling -> [JSONValue] in
      guard let number = Int(spelling), String(number) == spelling else { return [.text(spelling)] }
      return [.text(spelling), .number(number)]
    }
    return [
      "title": .text(choice.title[language]), "description": .text(meanings(of: choice)),
      "enum": .array(values),
    ]
  }

  private func open(_ choice: Choice) -> JSONValue {
    ["$ref": "#/$defs/value_text", "examples": .texts(choice.values.flatMap(\.spellings))]
  }

  /// `draft: Draft; submitted: Submitted`
  private func meanings(of choice: Choice) -> String {
    choice.values.map { "\($0.name): \($0.title[language])" }.joined(separator: "; ")
  }

  static func reference(_ definition: String) -> JSONValue {
    ["$ref": .text("#/$defs/\(escaped(definition))")]
  }

  /// A name as part of a JSON Pointer in a URI fragment (RFC 6901, section 6).
  private static func escaped(_ name: String) -> String {
    var result = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "~"): result += "~0"
      case UInt8(ascii: "/"): result += "~1"
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

extension Schema {
  /// Whether any field holds money, so that plans may say their currency.
  package var hasMoney: Bool {
    records.contains { $0.fields.contains { $0.type.scalar == .money } }
  }
}
