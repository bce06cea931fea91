import Diagnostics
import Model
import SourceText
import Values
import YAMLSyntax

/// Reads a map file against a schema.
///
/// With an error among the findings the map is not to be used.
package func readImportMap(
  _ file: SourceFile, schema: Schema, limits: Limits
) -> (map: ImportMap, findings: [Finding]) {
  let (tree, findings) = composeYAML(file, limits: limits)
  // What is missing behind a broken line is missing because of it.
  if findings.contains(where: { $0.severity == .error }) { return (ImportMap(), findings) }
  var reader = MapReader(file, tree, schema)
  reader.findings = findings
  let map = reader.read()
  return (map, reader.findings)
}

struct MapReader {
  private let file: SourceFile
  let tree: YAMLTree
  private let schema: Schema
  var findings: [Finding] = []

  init(_ file: SourceFile, _ tree: YAMLTree, _ schema: Schema) {
    self.file = file
    self.tree = tree
    self.schema = schema
  }

  mutating func read() -> ImportMap {
    var map = ImportMap()
    guard let root = tree.root, tree.kind(root) == .mapping else {
      tell(.noLists, at: ByteRange(at: 0))
      return map
    }
    let entries = entries(of: root, known: ["language", "numbers", "dates", "plan", "lists"])
    if let node = entries["language"] {
      if let language = Language(rawValue: tree.text(node)) {
        map.language = language
      } else {
        tell(.expected(.languageName), at: tree.span(node))
      }
    }
    map.conventions.numbers = entries["numbers"].flatMap { example($0) }
    map.conventions.dates = entries["dates"].flatMap { example($0) }
    if let node = entries["plan"], case .mapping(let head) = SourceValue(node, tree).content {
      map.head = head
    } else if let node = entries["plan"] {
      tell(.expected(.mapping), at: tree.span(node))
    }
    guard let lists = entries["lists"], tree.kind(tree.resolve(lists)) == .mapping else {
      if findings.allSatisfy({ $0.severity != .error }) {
        tell(.noLists, at: entries["lists"].map(tree.span) ?? ByteRange(at: 0))
      }
      return map
    }
    for child in tree.children(tree.resolve(lists)) {
      if let list = topList(child) { map.lists.append(list) }
    }
    return map
  }

  // MARK: - Lists

  private mutating func topList(_ node: NodeID) -> ListMap? {
    let name = keyText(node)
    guard let record = schema.records.firstIndex(where: { $0.listSpellings.contains(name) }) else {
      let all = schema.records.compactMap(\.list)
      tell(.unknownList(name, known(name, all)), at: tree.keySpan(node))
      return nil
    }
    return list(node, record: record, key: schema.records[record].list ?? name)
  }

  private mutating func list(_ node: NodeID, record: Int, key: String) -> ListMap? {
    guard tree.kind(tree.resolve(node)) == .mapping else {
      tell(.expected(.mapping), at: tree.span(node))
      return nil
    }
    let entries = entries(of: node, known: ["rows", "where", "optional", "unique", "fields"])
    guard let fields = entries["fields"], tree.kind(tree.resolve(fields)) == .mapping else {
      tell(.noFields, at: tree.key(node) == nil ? tree.span(node) : tree.keySpan(node))
      return nil
    }
    var made = ListMap(
      record: record, key: key, rows: rowChoice(entries),
      isUnique: entries["unique"].map { isTrue($0) } ?? false, fields: [])
    for child in tree.children(tree.resolve(fields)) {
      if let field = field(child, record: record) { made.fields.append(field) }
    }
    return made
  }

  private mutating func rowChoice(_ entries: [String: NodeID]) -> RowChoice {
    RowChoice(
      path: RowPath(
        entries["rows"].flatMap { text($0) } ?? "",
        entries["rows"].map(tree.span) ?? ByteRange(at: 0)),
      filters: entries["where"].map { filters($0) } ?? [],
      isOptional: entries["optional"].map { isTrue($0) } ?? false)
  }

  // MARK: - Fields

  private mutating func field(_ node: NodeID, record: Int) -> FieldMap? {
    let name = keyText(node)
    let owner = schema.records[record]
    guard let index = owner.field(path: name) else {
      let all = owner.fields.filter { $0.type != .group }.map(\.path)
      tell(.unknownField(name, record: owner.title, known(name, all)), at: tree.keySpan(node))
      return nil
    }
    switch owner.fields[index].type {
    case .group:
      tell(.groupAsField(name), at: tree.keySpan(node))
      return nil
    case .records(let nested, _), .record(let nested):
      guard tree.kind(tree.resolve(node)) == .mapping else {
        tell(.nestedWithoutRows(name), at: tree.keySpan(node))
        return nil
      }
      return list(node, record: nested, key: name).map {
        FieldMap(field: index, source: .nested($0), range: tree.keySpan(node))
      }
    case .scalar, .scalars:
      return source(node, name).map {
        FieldMap(field: index, source: $0, range: tree.keySpan(node))
      }
    }
  }

  private mutating func source(_ node: NodeID, _ name: String) -> FieldSource? {
    guard tree.kind(tree.resolve(node)) == .mapping else {
      return columns(node).map { .columns($0, Shaping()) }
    }
    let entries = entries(
      of: node,
      known: [
        "from", "values", "part", "split", "take", "optional", "join", "with", "fixed", "count",
        "rows", "where",
      ])
    if let fixed = entries["fixed"] { return .fixed(SourceValue(fixed, tree)) }
    if let count = entries["count"] { return text(count).map { .counted(prefix: $0) } }
    if let join = entries["join"] {
      let separator = entries["with"].map { tree.text(tree.resolve($0)) } ?? " "
      return columns(join).map { .joined($0, separator: separator) }
    }
    guard let from = entries["from"] else {
      tell(.noSource, at: tree.keySpan(node))
      return nil
    }
    guard let shaping = shaping(entries), let columns = columns(from) else { return nil }
    guard entries["rows"] != nil || entries["where"] != nil else {
      return .columns(columns, shaping)
    }
    return .looked(
      rowChoice(entries.filter { $0.key != "optional" }), columns, shaping,
      separator: entries["with"].map { tree.text(tree.resolve($0)) })
  }

  private mutating func shaping(_ entries: [String: NodeID]) -> Shaping? {
    var shaping = Shaping()
    shaping.part = entries["part"].flatMap { textPart($0) }
    shaping.isOptional = entries["optional"].map { isTrue($0) } ?? false
    shaping.separators = entries["split"].flatMap { texts($0) } ?? []
    shaping.take = entries["take"].flatMap { example($0) }
    if let values = entries["values"] {
      guard tree.kind(tree.resolve(values)) == .mapping else {
        tell(.expected(.mapping), at: tree.span(values))
        return nil
      }
      for child in tree.children(tree.resolve(values)) {
        if let text = text(child) { shaping.values[keyText(child)] = text }
      }
    }
    return shaping
  }

  // MARK: - Values of the map

  mutating func columns(_ node: NodeID) -> [ColumnPath]? {
    let items =
      tree.kind(tree.resolve(node)) == .sequence ? Array(tree.children(tree.resolve(node))) : [node]
    var made: [ColumnPath] = []
    for item in items {
      let item = tree.resolve(item)
      guard tree.kind(item) == .scalar, !tree.isNull(item) else {
        tell(.expected(.column), at: tree.span(item))
        return nil
      }
      made.append(ColumnPath(tree.text(item), tree.span(item)))
    }
    guard !made.isEmpty else {
      tell(.noSource, at: tree.span(node))
      return nil
    }
    return made
  }

  mutating func text(_ node: NodeID) -> String? {
    let node = tree.resolve(node)
    guard tree.kind(node) == .scalar, !tree.isNull(node) else {
      tell(.expected(.text), at: tree.span(node))
      return nil
    }
    return tree.text(node)
  }

  mutating func texts(_ node: NodeID) -> [String]? {
    let resolved = tree.resolve(node)
    switch tree.kind(resolved) {
    case .scalar where !tree.isNull(resolved): return [tree.text(resolved)]
    case .sequence: return tree.children(resolved).compactMap { text($0) }
    case .scalar, .mapping, .alias:
      tell(.expected(.texts), at: tree.span(node))
      return nil
    }
  }

  mutating func isTrue(_ node: NodeID) -> Bool {
    let isTrue = tree.text(tree.resolve(node)) == "true"
    if !isTrue { tell(.expected(.yes), at: tree.span(node)) }
    return isTrue
  }

  mutating func example<Value: RawRepresentable<String> & CaseIterable>(
    _ node: NodeID
  ) -> Value? {
    if let value = Value(rawValue: tree.text(tree.resolve(node))) { return value }
    tell(.expected(.example(Value.allCases.map(\.rawValue))), at: tree.span(node))
    return nil
  }

  /// The entries of a mapping by key; keys that are not known are told.
  mutating func entries(of node: NodeID, known: [String]) -> [String: NodeID] {
    var entries: [String: NodeID] = [:]
    for child in tree.children(tree.resolve(node)) {
      let key = keyText(child)
      if known.contains(key) {
        entries[key] = child
      } else {
        let nearest = NearestNames.rank(key, among: known)
        tell(.unknownKey(key, nearest: nearest, known: known), at: tree.keySpan(child))
      }
    }
    return entries
  }

  func keyText(_ node: NodeID) -> String { tree.key(node).map(tree.keyText) ?? "" }

  private func known(_ name: String, _ all: [String]) -> MapFault.Known {
    MapFault.Known(nearest: NearestNames.rank(name, among: all), all: all)
  }

  mutating func tell(_ fault: MapFault, at range: ByteRange) {
    findings.append(
      Finding(MapProblem(fault: fault), severity: .error, at: Location(file, range)))
  }
}
