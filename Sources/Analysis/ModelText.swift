import Model

/// Writes model elements as YAML in flow form, with the elements that they refer to.
struct ModelText {
  /// Nested keys: a field inside a group stands in the group's mapping.
  private indirect enum Entries {
    case text(String)
    case mapping([(key: String, value: Entries)])
  }
  let schema: Schema
  /// The elements that are referred to, by list.
  private(set) var targets: [String: [String]] = [:]
  private var known: Set<String> = []
  private var count = 0

  init(_ schema: Schema) { self.schema = schema }

  /// One element as `{ key: value }`.
  ///
  /// - Parameter inside: entries that stand beside the element's own, by path.
  mutating func element(_ variant: Variant, id: String? = nil, inside: [(String, String)] = [])
    -> String
  {
    Self.text(entries(variant, id: id, inside: inside))
  }

  /// The entries of an element, each on a line of its own.
  mutating func lines(_ variant: Variant, inside: [(String, String)] = []) -> String {
    guard case .mapping(let entries) = entries(variant, id: nil, inside: inside) else { return "" }
    return entries.map { "\($0.key): \(Self.text($0.value))\n" }.joined()
  }

  private mutating func entries(_ variant: Variant, id: String?, inside: [(String, String)])
    -> Entries
  {
    let record = schema.records[variant.record]
    var found = Entries.mapping([])
    if let id, let field = record.idField {
      Self.add(.text(id), at: [record.fields[field].name], to: &found)
    }
    for (field, choice) in variant.cells {
      guard let text = text(choice, list: list(record.fields[field].type)) else { continue }
      Self.add(
        .text(text), at: record.fields[field].path.split(separator: ".").map(String.init),
        to: &found)
    }
    for (path, text) in inside {
      Self.add(.text(text), at: path.split(separator: ".").map(String.init), to: &found)
    }
    return found
  }

  /// The list of the document that a reference leads to.
  private func list(_ type: ValueType) -> String {
    switch type {
    case .scalar(.reference(let record, _)), .scalars(.reference(let record, _), _):
      schema.records[record].list ?? ""
    case .scalar, .scalars, .records, .record, .group: ""
    }
  }

  private mutating func text(_ choice: CellChoice, list: String) -> String? {
    switch choice {
    case .absent: return nil
    case .state(let text), .scalar(let text), .malformed(let text): return text
    case .reference(let id):
      if known.insert("\(list)/\(id)").inserted {
        targets[list, default: []].append("{ id: \(id) }")
      }
      return id
    case .target(let variant):
      count += 1
      let id = "t\(count)"
      let text = element(variant, id: id)
      targets[list, default: []].append(text)
      return id
    case .record(let variant): return element(variant)
    case .list(let entries):
      return "[ \(entries.compactMap { text($0, list: list) }.joined(separator: ", ")) ]"
    }
  }

  private static func add(_ value: Entries, at path: [String], to entries: inout Entries) {
    guard case .mapping(var pairs) = entries, let key = path.first else { return }
    let index = pairs.firstIndex { $0.key == key }
    if path.count == 1 {
      if index == nil { pairs.append((key, value)) }
    } else {
      var inner = index.map { pairs[$0].value } ?? .mapping([])
      add(value, at: Array(path.dropFirst()), to: &inner)
      if let index { pairs[index].value = inner } else { pairs.append((key, inner)) }
    }
    entries = .mapping(pairs)
  }

  private static func text(_ entries: Entries) -> String {
    switch entries {
    case .text(let text): return text
    case .mapping(let pairs):
      if pairs.isEmpty { return "{}" }
      return "{ \(pairs.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")) }"
    }
  }
}
