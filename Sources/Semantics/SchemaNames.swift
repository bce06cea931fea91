import Model

/// The schema's names in dictionaries, made once for a whole check.
struct SchemaNames {
  /// What a name means inside a record or group.
  enum Member: Hashable {
    case field(Int)
    case inverse(Int)
    /// A top-level list of the document, by its record.
    case list(Int)
  }

  private(set) var records: [String: Int] = [:]
  /// Records by the name of their top-level list.
  private(set) var lists: [String: Int] = [:]
  /// What names mean in each record, and behind all records in each group.
  private var members: [[String: Member]] = []
  /// For each record and field where a group's names stand in `members`; empty without groups.
  private var groups: [[Int]] = []
  private var values: [[String: Int]] = []
  private let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
    for (index, record) in schema.records.enumerated() {
      if records[record.name] == nil { records[record.name] = index }
      if let list = record.list, lists[list] == nil { lists[list] = index }
    }
    for record in schema.records.indices { members.append(names(inRecord: record)) }
    for record in schema.records { groups.append(addGroups(of: record)) }
    values = schema.choices.map { choice in
      let names = choice.values.map(\.name)
      return Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }
  }

  /// A field comes before a way back of the same name, and both before a list.
  private func names(inRecord index: Int) -> [String: Member] {
    let record = schema.records[index]
    var names = Self.names(record.topFields, of: record)
    for (inverse, declared) in record.inverses.enumerated() where names[declared.name] == nil {
      names[declared.name] = .inverse(inverse)
    }
    guard index == schema.root else { return names }
    return names.merging(lists.mapValues(Member.list)) { own, _ in own }
  }

  private static func names(_ fields: [Int], of record: Record) -> [String: Member] {
    var names: [String: Member] = [:]
    names.reserveCapacity(fields.count)
    for field in fields where names[record.fields[field].name] == nil {
      names[record.fields[field].name] = .field(field)
    }
    return names
  }

  private mutating func addGroups(of record: Record) -> [Int] {
    var groups: [Int] = []
    for index in record.fields.indices {
      guard case .group = record.fields[index].type else { continue }
      if groups.isEmpty { groups = Array(repeating: 0, count: record.fields.count) }
      groups[index] = members.count
      members.append(Self.names(record.fields[index].members, of: record))
    }
    return groups
  }

  func value(_ name: String, of choice: Int) -> Int? { values[choice][name] }

  /// What `name` means in a record, or in one of its groups.
  func member(_ name: String, of record: Int, group: Int?) -> Member? {
    if let group { return members[groups[record][group]][name] }
    return members[record][name]
  }

  /// All names that `member` knows at the same place.
  func memberNames(of record: Int, group: Int?) -> [String] {
    let fields = schema.records[record].fields
    if let group { return fields[group].members.map { fields[$0].name } }
    var names = schema.records[record].topFields.map { fields[$0].name }
    names += schema.records[record].inverses.map(\.name)
    if record == schema.root { names += lists.keys.sorted() }
    return names
  }

  /// The field of a record or group that a plan may also spell `name`.
  func member(spelled name: String, of record: Int, group: Int?) -> String? {
    let fields = schema.records[record].fields
    let members = group.map { fields[$0].members } ?? schema.records[record].topFields
    return members.first { fields[$0].spellings.contains(name) }.map { fields[$0].name }
  }

  /// The dotted paths of fields inside groups whose last part is `name`.
  func paths(endingIn name: String, of record: Int) -> [String] {
    schema.records[record].fields.filter { $0.group != nil && $0.name == name }.map(\.path)
  }
}
