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
  /// Per record, fields by their dotted path.
  private var fields: [[String: Int]] = []
  private var inverses: [[String: Int]] = []
  private var values: [[String: Int]] = []
  private let schema: Schema

  init(_ schema: Schema) {
    self.schema = schema
    for (index, record) in schema.records.enumerated() {
      if records[record.name] == nil { records[record.name] = index }
      if let list = record.list, lists[list] == nil { lists[list] = index }
      fields.append(Self.index(record.fields.map(\.path)))
      inverses.append(Self.index(record.inverses.map(\.name)))
    }
    values = schema.choices.map { Self.index($0.values.map(\.name)) }
  }

  private static func index(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  func value(_ name: String, of choice: Int) -> Int? { values[choice][name] }

  func field(_ path: String, of record: Int) -> Int? { fields[record][path] }

  /// What `name` means in a record, or in one of its groups.
  func member(_ name: String, of record: Int, group: Int?) -> Member? {
    if let group {
      let path = schema.records[record].fields[group].path + "." + name
      return fields[record][path].map(Member.field)
    }
    if let field = fields[record][name] { return .field(field) }
    if let inverse = inverses[record][name] { return .inverse(inverse) }
    if record == schema.root, let list = lists[name] { return .list(list) }
    return nil
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
