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
  var importer = Importer(source, file, map, mapFile, schema)
  return importer.run()
}

struct Importer {
  let file: SourceFile
  let map: ImportMap
  let mapFile: SourceFile
  let schema: Schema
  private let values: ValueImport
  private var findings: [Finding] = []
  private var rows: RowReader

  init(
    _ source: SourceValue, _ file: SourceFile, _ map: ImportMap, _ mapFile: SourceFile,
    _ schema: Schema
  ) {
    self.file = file
    self.map = map
    self.mapFile = mapFile
    self.schema = schema
    values = ValueImport(schema: schema, conventions: map.conventions)
    rows = RowReader(source)
  }

  mutating func run() -> ImportResult {
    var lists: [(key: String, elements: [YAMLOutput])] = []
    for list in map.lists {
      let made = elements(of: list, in: [])
      if made.elements.isEmpty, !list.rows.isOptional {
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
    tellLackingColumns()
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
    for (key, elements) in lists where !elements.isEmpty {
      writer.blankLine()
      writer.entry(key, .list(elements))
    }
    return writer.text
  }

  // MARK: - Elements

  /// The elements that a list gets from the rows inside the innermost of `around`.
  private mutating func elements(
    of list: ListMap, in around: RowReader.Rows
  ) -> (elements: [YAMLOutput], rows: Int) {
    let (chosen, read) = rows.rows(of: list.rows, in: around)
    var elements: [YAMLOutput] = []
    var ids: Set<String> = []
    for row in chosen {
      let id = id(of: list, row, number: elements.count + 1)
      if list.isUnique {
        guard let id, ids.insert(id).inserted else { continue }
      }
      elements.append(
        element(of: list, row, id: id ?? String(elements.count + 1), elements.count + 1))
    }
    return (elements, read)
  }

  private mutating func element(
    of list: ListMap, _ row: RowReader.Rows, id: String, _ number: Int
  ) -> YAMLOutput {
    let record = schema.records[list.record]
    let title = record.inlineTitle
    let label = LocalizedText(en: "\(title.english) \(id)", de: "\(title.german) \(id)")
    var element = YAMLOutput.mapping([])
    for field in list.fields {
      let target = record.fields[field.field]
      if let output = output(field, record, row, number, label), !output.isEmpty {
        element.insert(output, at: target.path.split(separator: ".").map(String.init))
      }
    }
    return element
  }

  /// What the element will be called, found without telling or counting anything.
  private mutating func id(of list: ListMap, _ row: RowReader.Rows, number: Int) -> String? {
    let record = schema.records[list.record]
    guard let field = list.fields.first(where: { $0.field == record.idField }) else { return nil }
    let before = (rows, findings)
    defer { (rows, findings) = before }
    guard
      case .text(let text)? = output(
        field, record, row, number, LocalizedText(en: "", de: ""))
    else { return nil }
    return text
  }

  /// What a field becomes; nil where the source says nothing.
  private mutating func output(
    _ field: FieldMap, _ record: Record, _ row: RowReader.Rows, _ number: Int,
    _ label: LocalizedText
  ) -> YAMLOutput? {
    let target = record.fields[field.field]
    let range = row[row.count - 1].value.range
    switch field.source {
    case .fixed(let value): return YAMLOutput(value)
    case .counted(let prefix): return .text("\(prefix)\(number)")
    case .nested(let list):
      let elements = elements(of: list, in: row).elements
      if case .record = target.type { return elements.first }
      return .list(elements)
    case .joined(let columns, let separator):
      let texts = columns.flatMap { rows.value($0, row)?.texts ?? [] }
      return joined(texts, separator, target, range, label)
    case .columns(let columns, let shaping):
      let value = rows.firstStated(columns, row, isOptional: shaping.isOptional)
      return value.flatMap { shaped($0.texts, shaping, target, $0.range, label) }
    case .looked(let choice, let columns, let shaping, let separator):
      let found = rows.rows(of: choice, in: row).chosen.compactMap {
        rows.firstStated(columns, $0, isOptional: shaping.isOptional)
      }
      let texts = found.flatMap(\.texts)
      guard let separator else {
        return shaped(texts, shaping, target, found.first?.range ?? range, label)
      }
      return joined(
        entries(of: texts, shaping), separator, target, found.first?.range ?? range, label)
    }
  }

  private mutating func joined(
    _ texts: [String], _ separator: String, _ field: Field, _ range: ByteRange,
    _ label: LocalizedText
  ) -> YAMLOutput? {
    let text = texts.joined(separator: separator)
    return text.isEmpty ? nil : settle(text, field, range, label)
  }

  private mutating func shaped(
    _ texts: [String], _ shaping: Shaping, _ field: Field, _ range: ByteRange,
    _ label: LocalizedText
  ) -> YAMLOutput? {
    let texts = entries(of: texts, shaping)
    if case .scalars = field.type {
      return .list(texts.compactMap { settle($0, field, range, label) })
    }
    guard let text = texts.first else { return nil }
    guard texts.count == 1 else {
      tell(.listForValue(field: field.path), at: Location(file, range), severity: .error, label)
      return nil
    }
    return settle(text, field, range, label)
  }

  /// The texts parted, cut and translated as the map says.
  private func entries(of texts: [String], _ shaping: Shaping) -> [String] {
    var texts = texts
    for separator in shaping.separators {
      texts = texts.flatMap { $0.parts(between: separator) }
    }
    texts = texts.map { text in
      let part = shaping.part?.of(text) ?? text
      return shaping.values[part] ?? part
    }
    switch shaping.take {
    case .first?: return Array(texts.prefix(1))
    case .last?: return Array(texts.suffix(1))
    case nil: return texts
    }
  }

  /// Reads a text as the field's type; what cannot be read for certain becomes open.
  private mutating func settle(
    _ text: String, _ field: Field, _ range: ByteRange, _ label: LocalizedText
  ) -> YAMLOutput? {
    let place = Location(file, range)
    switch values.read(text, as: field) {
    case .value(let text): return .text(text)
    case .unusual(let text):
      tell(.unusual(field: field.path, text: text), at: place, severity: .note, label)
      return .text(text)
    case .unreadable(let problem, let kind):
      tell(
        .becameOpen(field: field.path, text: text, problem, kind), at: place, severity: .warning,
        label)
      if case .scalars = field.type { return nil }
      return .open(
        map.language.pick("in the source: “\(text)”", "in der Quelle: „\(text)“"))
    }
  }

  // MARK: - Columns

  /// A column that no row has is a mistake in the map; one that some rows lack may be one of the
  /// source.
  private mutating func tellLackingColumns() {
    for (name, missed, found) in rows.columns.lacking {
      let place = Location(mapFile, missed.range)
      let isWay = missed.isWay
      if found == 0 {
        tell(
          isWay
            ? .noSuchRows(name, known: missed.keys) : .noSuchColumn(name, known: missed.keys),
          at: place, severity: .error)
      } else {
        tell(
          .someRowsLack(name, isWay: isWay, lacking: missed.rows, of: missed.rows + found),
          at: place, severity: .note)
      }
    }
  }

  private mutating func tell(
    _ fact: ImportNote.Fact, at place: Location, severity: Severity, _ label: LocalizedText? = nil
  ) {
    findings.append(
      Finding(ImportNote(fact: fact, element: label), severity: severity, at: place))
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
  /// The parts between a separator, which may have several characters.
  fileprivate func parts(between separator: String) -> [String] {
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
