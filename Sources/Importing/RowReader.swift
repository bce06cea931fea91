import SourceText

/// A row of the source: an entry of a list, an entry of a mapping with its key, or a table's line.
struct SourceRow {
  var value: SourceValue
  var key: String?
}

/// Finds rows and what stands in them, and keeps account of what the rows do not have.
struct RowReader {
  /// A row behind those that it stands in, the outermost first.
  typealias Rows = [SourceRow]

  private let root: SourceValue
  private(set) var columns = ColumnUse()

  init(_ root: SourceValue) { self.root = root }

  // MARK: - Rows

  /// The rows that count, each behind the ones around it.
  mutating func rows(of list: RowChoice, in around: Rows) -> (chosen: [Rows], read: Int) {
    // Where rows are chosen anyway, those that lack the way are none of them.
    let need: ColumnNeed =
      list.isOptional ? .nowhere : list.filters.isEmpty ? .everywhere : .somewhere
    let all = rows(of: list.path, need, in: around)
    return (all.filter { row in list.filters.allSatisfy { passes($0, row) } }, all.count)
  }

  private mutating func rows(of path: RowPath, _ need: ColumnNeed, in around: Rows) -> [Rows] {
    let start = path.isFromRoot || around.isEmpty ? around + [SourceRow(value: root)] : around
    if path.steps.isEmpty, let last = start.last, case .list(let items) = last.value.content {
      return items.map { around + [SourceRow(value: $0)] }
    }
    // The file itself is no row around those of a path from its root.
    var found = [(here: start[start.count - 1], stack: path.isFromRoot ? around : start)]
    for step in path.steps {
      var next: [(here: SourceRow, stack: Rows)] = []
      for (here, stack) in found {
        guard let value = step.key.isEmpty ? here.value : here.value[step.key] else {
          if need != .nowhere {
            columns.miss(
              path.text, keys: here.value.keys, at: path.range, isWay: true,
              isFine: need == .somewhere)
          }
          continue
        }
        columns.find(path.text)
        for row in Self.entries(of: value, step) {
          next.append((row, step.kind == .key ? stack : stack + [row]))
        }
      }
      found = next
    }
    // A way that ends at a key leads to one row.
    let endsAtKey = path.steps.last.map { $0.kind == .key } ?? path.isFromRoot
    return found.map { endsAtKey ? $0.stack + [$0.here] : $0.stack }
  }

  private static func entries(of value: SourceValue, _ step: RowPath.Step) -> [SourceRow] {
    switch (step.kind, value.content) {
    case (.list, .list(let items)): items.map { SourceRow(value: $0) }
    case (.entries, .mapping(let entries)):
      entries.map { SourceRow(value: $0.value, key: $0.key) }
    case (.list, .nothing), (.entries, .nothing): []
    case (.key, _), (.list, _), (.entries, _): [SourceRow(value: value)]
    }
  }

  private mutating func passes(_ filter: RowFilter, _ row: Rows) -> Bool {
    let found = value(filter.column, row, filter.isAboutPresence ? .somewhere : .everywhere)
    let texts = found.map { value in value.texts.map { filter.part?.of($0) ?? $0 } } ?? []
    // An empty cell is a text too, which `is: ""` can ask for.
    let text = texts.count == 1 ? texts[0] : ""
    switch filter.test {
    case .isOneOf(let wanted): return wanted.contains(text)
    case .isNoneOf(let unwanted): return !unwanted.contains(text)
    case .isLike(let notation): return notation.matches(text)
    case .contains(let parts): return parts.contains { text.firstRange(of: $0) != nil }
    case .isStated: return found?.isStated ?? false
    case .isMissing: return !(found?.isStated ?? false)
    case .sameAs(let column):
      return value(column, row).map { !Set($0.texts).isDisjoint(with: texts) } ?? false
    }
  }

  // MARK: - Columns

  /// What stands in a column of the row; nil where the row does not have it.
  mutating func value(
    _ column: ColumnPath, _ row: Rows, _ need: ColumnNeed = .everywhere
  ) -> SourceValue? {
    guard column.outward < row.count else {
      columns.miss(column.text, keys: row[0].value.keys, at: column.range)
      return nil
    }
    let here = row[row.count - 1 - column.outward]
    let found =
      switch column.place {
      case .row: Optional(here.value)
      case .key: here.key.map { SourceValue(.text($0), here.value.range) }
      case .keys(let path): here.value[path] ?? here.value.value(at: path)
      }
    if found != nil {
      columns.find(column.text)
    } else if need != .nowhere {
      columns.miss(
        column.text, keys: here.value.keys, at: column.range, isFine: need == .somewhere)
    }
    return found
  }

  /// The first of several columns that states something; one of them must be there.
  mutating func firstStated(_ several: [ColumnPath], _ row: Rows, isOptional: Bool) -> SourceValue?
  {
    let found = several.map {
      value($0, row, isOptional || several.count > 1 ? .nowhere : .everywhere)
    }
    if several.count > 1, !isOptional {
      let name = several.map(\.text).joined(separator: ", ")
      if found.contains(where: { $0 != nil }) {
        columns.find(name)
      } else {
        columns.miss(name, keys: row[row.count - 1].value.keys, at: several[0].range)
      }
    }
    return found.compactMap(\.self).first { !$0.texts.isEmpty }
  }
}

/// Where a column has to be, so that nothing is told.
enum ColumnNeed {
  case everywhere
  case somewhere
  case nowhere
}

/// Which columns of the map the rows have, and how many rows lack them.
struct ColumnUse {
  struct Missed {
    var range: ByteRange
    /// Whether it is the way to rows, not a column.
    var isWay: Bool
    var keys: [String]
    /// The rows that lack it, and ought not to.
    var rows: Int
  }
  private var found: [String: Int] = [:]
  private var missed: [String: Missed] = [:]

  mutating func find(_ name: String) { found[name, default: 0] += 1 }

  mutating func miss(
    _ name: String, keys: [String], at range: ByteRange, isWay: Bool = false, isFine: Bool = false
  ) {
    missed[name, default: Missed(range: range, isWay: isWay, keys: keys, rows: 0)].rows +=
      isFine ? 0 : 1
  }

  /// What no row has, or some rows lack that ought not to, with the number of rows that have it.
  var lacking: [(name: String, missed: Missed, found: Int)] {
    missed.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value, found[$0.key] ?? 0) }
      .filter { $0.1.rows > 0 || $0.2 == 0 }
  }
}

extension SourceValue {
  /// The texts that stand here: one, or those of a list; blank ones are left out.
  var texts: [String] {
    switch content {
    case .list(let items): items.flatMap(\.texts)
    case .text, .nothing: stated.map { [$0] } ?? []
    case .mapping: []
    }
  }

  fileprivate var isStated: Bool {
    switch content {
    case .mapping(let entries): !entries.isEmpty
    case .list, .text, .nothing: !texts.isEmpty
    }
  }

  /// What stands at keys joined by points, of which those with `[]` hold a list.
  fileprivate func value(at path: String) -> SourceValue? {
    var found = [self]
    var isList = false
    for part in path.split(separator: ".") {
      let key = part.hasSuffix("[]") ? part.dropLast(2) : part
      let next = found.compactMap { $0[String(key)] }
      guard !next.isEmpty else { return nil }
      found = next
      guard key.count < part.count else { continue }
      isList = true
      found = found.flatMap { value in
        if case .list(let items) = value.content { items } else { [value] }
      }
    }
    return isList ? SourceValue(.list(found), range) : found.first
  }
}
