import Diagnostics
import Model
import SourceText
import Values

/// What was imported.
package struct ImportResult: Sendable {
  package struct Count: Sendable {
    package var list: String
    package var elements: Int
  }
  /// The plan as YAML.
  package var plan: String
  package var counts: [Count]
  /// What was not taken over as it stands, and what the map and the source do not agree on.
  package var findings: [Finding]
}

/// Makes a plan out of a source, as a map says.
///
/// No number, date or choice is guessed: what the schema's type cannot read for certain becomes
/// `{open: …}` with the text of the source and a finding at its place.
package func importPlan(
  _ source: SourceValue, of file: SourceFile, map: ImportMap, of mapFile: SourceFile,
  schema: Schema
) -> ImportResult {
  var importer = Importer(file, map, mapFile, schema)
  return importer.run(source)
}

struct Importer {
  let file: SourceFile
  let map: ImportMap
  let mapFile: SourceFile
  let schema: Schema
  private let values: ValueImport
  private var findings: [Finding] = []
  private var columns = ColumnUse()
  private var sourceKeys: [String] = []

  init(_ file: SourceFile, _ map: ImportMap, _ mapFile: SourceFile, _ schema: Schema) {
    self.file = file
    self.map = map
    self.mapFile = mapFile
    self.schema = schema
    values = ValueImport(schema: schema, conventions: map.conventions)
  }

  mutating func run(_ source: SourceValue) -> ImportResult {
    var lists: [(key: String, elements: [YAMLOutput])] = []
    for list in map.lists {
      let made = elements(of: list, in: [source])
      if made.elements.isEmpty {
        tell(
          .noElements(list: list.key, rows: made.rows), at: Location(mapFile, ByteRange(at: 0)),
          severity: .error)
      }
      // Two entries of a map may fill one list from different rows.
      if let index = lists.firstIndex(where: { $0.key == list.key }) {
        lists[index].elements += made.elements
      } else {
        lists.append((list.key, made.elements))
      }
    }
    tellUnusedColumns()
    return ImportResult(
      plan: text(lists),
      counts: lists.map { ImportResult.Count(list: $0.key, elements: $0.elements.count) },
      findings: findings)
  }

  private func text(_ lists: [(key: String, elements: [YAMLOutput])]) -> String {
    var writer = YAMLWriter()
    writer.comment(
      map.language.pick("Imported from \(file.path).", "Eingelesen aus \(file.path)."))
    if !map.head.isEmpty {
      writer.entry("language", .text(map.language.rawValue))
      for entry in map.head where entry.key != "language" {
        writer.entry(entry.key, YAMLOutput(entry.value))
      }
    }
    for (key, elements) in lists {
      writer.blankLine()
      writer.entry(key, .list(elements))
    }
    return writer.text
  }

  // MARK: - Elements

  /// The elements that a list gets from the rows inside the innermost of `around`.
  private mutating func elements(
    of list: ListMap, in around: [SourceValue]
  ) -> (elements: [YAMLOutput], rows: Int) {
    let rows = rows(of: list.rows, in: around)
    var elements: [YAMLOutput] = []
    for row in rows where list.filters.allSatisfy({ passes($0, row) }) {
      elements.append(element(of: list, row, number: elements.count + 1))
    }
    return (elements, rows.count)
  }

  /// The rows with the ones around them, the innermost last.
  private mutating func rows(of path: RowPath, in around: [SourceValue]) -> [[SourceValue]] {
    var found = [around]
    if path.steps.isEmpty, let last = around.last, case .list(let items) = last.content {
      return items.map { around + [$0] }
    }
    for step in path.steps {
      var next: [[SourceValue]] = []
      for stack in found {
        let here = stack[stack.count - 1]
        guard let value = step.key.isEmpty ? here : here[step.key] else {
          columns.miss(path.text, keys: here.keys)
          continue
        }
        columns.find(path.text)
        switch value.content {
        case .list(let items) where step.isList: next += items.map { stack + [$0] }
        case .nothing where step.isList: break
        case .list, .nothing, .text, .mapping: next.append(stack + [value])
        }
      }
      found = next
    }
    return found
  }

  private mutating func passes(_ filter: RowFilter, _ row: [SourceValue]) -> Bool {
    let text = value(filter.column, row)?.plainText ?? ""
    return switch filter.test {
    case .isOneOf(let texts): texts.contains(text)
    case .isNoneOf(let texts): !texts.contains(text)
    case .isLike(let notation): notation.matches(text)
    case .isStated: !text.isEmpty
    case .isMissing: text.isEmpty
    }
  }

  private mutating func element(
    of list: ListMap, _ row: [SourceValue], number: Int
  ) -> YAMLOutput {
    let record = schema.records[list.record]
    let idMap = list.fields.first { $0.field == record.idField }
    let id = idMap.flatMap { field -> String? in
      guard case .text(let text)? = output(field, record, row, number, nil) else { return nil }
      return text
    }
    let label = LocalizedText(
      en: "\(record.title.english) \(id ?? String(number))".lowercasedFirst,
      de: "\(record.title.german) \(id ?? String(number))")
    var element = YAMLOutput.mapping([])
    for field in list.fields {
      let target = record.fields[field.field]
      if let output = output(field, record, row, number, label), !output.isEmpty {
        element.insert(output, at: target.path.split(separator: ".").map(String.init))
      }
    }
    return element
  }

  /// What a field becomes; nil where the source says nothing. Without a label nothing is told.
  private mutating func output(
    _ field: FieldMap, _ record: Record, _ row: [SourceValue], _ number: Int,
    _ label: LocalizedText?
  ) -> YAMLOutput? {
    let target = record.fields[field.field]
    switch field.source {
    case .fixed(let value): return YAMLOutput(value)
    case .counted(let prefix): return .text("\(prefix)\(number)")
    case .nested(let list):
      let elements = elements(of: list, in: row).elements
      if case .record = target.type { return elements.first }
      return .list(elements)
    case .joined(let columns, let separator):
      var texts: [String] = []
      for column in columns {
        guard let value = value(column, row) else { continue }
        texts += value.texts
      }
      let text = texts.joined(separator: separator)
      guard !text.isEmpty else { return nil }
      return settle(text, target, row[row.count - 1].range, label)
    case .columns(let columns, let shaping):
      let found = columns.map {
        value($0, row, isOptional: shaping.isOptional || columns.count > 1)
      }
      if columns.count > 1, !shaping.isOptional {
        note(columns, isFound: found.contains { $0 != nil }, row)
      }
      guard let value = found.compactMap(\.self).first(where: { !$0.texts.isEmpty }) else {
        return nil
      }
      return shaped(value, shaping, target, label)
    }
  }

  private mutating func shaped(
    _ value: SourceValue, _ shaping: Shaping, _ field: Field, _ label: LocalizedText?
  ) -> YAMLOutput? {
    var texts = value.texts
    if let separator = shaping.separator {
      texts = texts.flatMap { $0.components(separatedBy: separator) }
    }
    texts = texts.map { text in
      let part =
        shaping.takesLastPart && text.contains("://")
        ? text.split(separator: "/").last.map(String.init) : nil
      return shaping.values[part ?? text] ?? part ?? text
    }
    if case .scalars = field.type {
      return .list(texts.compactMap { settle($0, field, value.range, label) })
    }
    guard texts.count == 1, let text = texts.first else {
      if label != nil {
        tell(
          .listForValue(field: field.path), at: Location(file, value.range), severity: .error,
          label)
      }
      return nil
    }
    return settle(text, field, value.range, label)
  }

  /// Reads a text as the field's type; what cannot be read for certain becomes open.
  private mutating func settle(
    _ text: String, _ field: Field, _ range: ByteRange, _ label: LocalizedText?
  ) -> YAMLOutput? {
    let place = Location(file, range)
    switch values.read(text, as: field) {
    case .value(let text): return .text(text)
    case .unusual(let text):
      if label != nil {
        tell(.unusual(field: field.path, text: text), at: place, severity: .note, label)
      }
      return .text(text)
    case .unreadable(let problem, let kind):
      if label != nil {
        tell(
          .becameOpen(field: field.path, text: text, problem, kind), at: place, severity: .warning,
          label)
      }
      if case .scalars = field.type { return nil }
      return .open(
        map.language.pick("in the source: “\(text)”", "in der Quelle: „\(text)“"))
    }
  }

  // MARK: - Columns

  private mutating func value(
    _ column: ColumnPath, _ row: [SourceValue], isOptional: Bool = false
  ) -> SourceValue? {
    guard column.outward < row.count else {
      columns.miss(column.text, keys: row[0].keys, at: column.range)
      return nil
    }
    let here = row[row.count - 1 - column.outward]
    guard let key = column.key else {
      columns.find(column.text)
      return here
    }
    var found = here[key]
    if found == nil {
      found = key.split(separator: ".").reduce(Optional(here)) { $0?[String($1)] }
    }
    if found != nil {
      columns.find(column.text)
    } else if !isOptional {
      columns.miss(column.text, keys: here.keys, at: column.range)
    }
    return found
  }

  /// Of several columns of which the first stated one counts, one must be there.
  private mutating func note(_ several: [ColumnPath], isFound: Bool, _ row: [SourceValue]) {
    let name = several.map(\.text).joined(separator: ", ")
    if isFound {
      columns.find(name)
    } else {
      columns.miss(name, keys: row[row.count - 1].keys, at: several[0].range)
    }
  }

  /// A column that no row has is a mistake in the map, not an empty column.
  private mutating func tellUnusedColumns() {
    for (name, missed) in columns.neverFound {
      let place = Location(mapFile, missed.range ?? ByteRange(at: 0))
      tell(
        missed.range == nil
          ? .noSuchRows(name, known: missed.keys) : .noSuchColumn(name, known: missed.keys),
        at: place, severity: .error)
    }
  }

  private mutating func tell(
    _ fact: ImportNote.Fact, at place: Location, severity: Severity, _ label: LocalizedText? = nil
  ) {
    findings.append(
      Finding(ImportNote(fact: fact, element: label), severity: severity, at: place))
  }
}

/// Which columns of the map the rows have.
private struct ColumnUse {
  struct Missed {
    var range: ByteRange?
    var keys: [String]
  }
  private var found: Set<String> = []
  private var missed: [String: Missed] = [:]

  mutating func find(_ name: String) { found.insert(name) }

  mutating func miss(_ name: String, keys: [String], at range: ByteRange? = nil) {
    if missed[name] == nil { missed[name] = Missed(range: range, keys: keys) }
  }

  var neverFound: [(String, Missed)] {
    missed.filter { !found.contains($0.key) }.sorted { $0.key < $1.key }
  }
}

extension SourceValue {
  /// The texts that stand here: one, or those of a list; blank ones are left out.
  fileprivate var texts: [String] {
    switch content {
    case .list(let items): items.flatMap(\.texts)
    case .text, .nothing: stated.map { [$0] } ?? []
    case .mapping: []
    }
  }
}

extension YAMLOutput {
  /// A value of the map, as it stands there.
  init(_ value: SourceValue) {
    switch value.content {
    case .nothing: self = .text("")
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.map(YAMLOutput.init))
    case .mapping(let entries):
      self = .mapping(entries.map { ($0.key, YAMLOutput($0.value)) })
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String {
    guard let first else { return self }
    return first.lowercased() + dropFirst()
  }

  /// The parts between a separator, which may have several characters.
  fileprivate func components(separatedBy separator: String) -> [String] {
    guard !separator.isEmpty else { return [self] }
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]).trimmed)
      rest = rest[range.upperBound...]
    }
    parts.append(String(rest).trimmed)
    return parts.filter { !$0.isEmpty }
  }
}
