import Diagnostics
import Model
import RuleSyntax
import SourceText

/// Tables: what they are grouped by, and their columns.
extension Checker {
  mutating func check(_ table: TableDeclaration) {
    guard isFirst(.table, table.name), let scopeSyntax = table.scope else { return }
    let made = unlessBroken { checker -> TypedTable? in
      guard
        let (scope, place) = checker.scope(scopeSyntax, rule: nil, rows: .row, mayBeFindings: true)
      else {
        return nil
      }
      let grouping = table.grouping.map { checker.grouping($0, in: place) }
      guard !grouping.contains(where: { $0 == nil }) else { return nil }
      let keys = grouping.compactMap(\.self)
      var rows = place
      if !keys.isEmpty { rows.rows = .groups(keys.map(\.path)) }
      let columns = checker.columns(table, in: rows)
      let each = checker.columnsEach(table, keys, in: place)
      let sorts = checker.sorts(table)
      guard let columns, let sorts, let charts = checker.charts(table, columns, in: place) else {
        return nil
      }
      return TypedTable(
        name: table.name.text,
        title: table.title.localized ?? LocalizedText(same: table.name.text), scope: scope,
        grouping: keys, columns: columns, columnsEach: each, sorts: sorts,
        hasTotal: table.total != nil, charts: charts,
        origin: checker.location(table.name.range))
    }
    tables[table.name.text] = made.map { _ in .valid(program.tables.count) } ?? .broken
    if let made { program.tables.append(made) }
  }

  // MARK: - Groups

  private mutating func grouping(
    _ syntax: TableDeclaration.Grouping, in place: Surroundings
  ) -> TypedTable.Grouping? {
    guard let walk = followed(syntax.path, in: place.insideRows) else { return nil }
    let range = syntax.path.range
    let isMany = endsInList(walk) || goesThroughList(walk)
    if isMany != syntax.isEachOf {
      let problem: TableProblem = isMany ? .groupedByList(walk.text) : .eachOfWithoutList(walk.text)
      let fixes = isMany ? writing("each of \(walk.text)", at: range) : []
      tell(.table(problem), at: range, related: related(toEndOf: walk), fixes: fixes)
      return nil
    }
    if !endsInList(walk), let failure = partsFailure(walk, suits: \.isScalar) {
      tell(failure)
      return nil
    }
    let path = memberPath(walk, asElements: false)
    guard path.type.isScalar else {
      let type = TypeName(path.type, in: schema)
      tell(.table(.groupingMisfit(walk.text, type)), at: range, related: related(toEndOf: walk))
      return nil
    }
    return TypedTable.Grouping(isEachOf: syntax.isEachOf, path: path)
  }

  /// Why a path in a grouped table is no grouping key, and leads through none; nil where it is.
  func keyFailure(_ walk: Walk, _ keys: [Path]) -> Failure? {
    if keys.contains(where: { isKey($0, walk) }) {
      return endsInList(walk) ? nil : partsFailure(walk, suits: \.isScalar)
    }
    if let failure = endsInList(walk) ? nil : partsFailure(walk, suits: \.isScalar) {
      return failure
    }
    let type = memberType(of: walk)
    let aggregate =
      type.isAmount ? "sum of \(walk.text)" : "count where \(walk.text) is missing"
    return Failure(
      problem: .table(.notAKey(walk.text, keys: keys.map(\.text), aggregate: aggregate)),
      range: walk.syntax.range)
  }

  /// Whether the way is a key's own, or goes on from the element that the key refers to.
  private func isKey(_ key: Path, _ walk: Walk) -> Bool {
    guard walk.start == key.start else { return false }
    let path = memberPath(walk, asElements: false)
    if path.steps == key.steps, path.field == key.field { return true }
    guard let field = key.field, path.steps.starts(with: key.steps),
      path.steps.count > key.steps.count
    else { return false }
    let rest = path.steps[key.steps.count...]
    guard rest.first == .reference(field) || rest.first == .references(field) else { return false }
    return !rest.dropFirst().contains(where: \.isMany) && !(endsInList(walk))
  }

  /// The path of a value, in a grouped table that of its key.
  func keyPath(_ walk: Walk, _ place: Surroundings) -> Path {
    if case .groups = place.rows { return memberPath(walk, asElements: false) }
    return wholePath(walk)
  }

  // MARK: - Columns

  private mutating func columns(
    _ table: TableDeclaration, in place: Surroundings
  ) -> [TypedTable.Column]? {
    var made: [TypedTable.Column] = []
    var titles: [StringLiteral] = []
    for column in table.columns {
      tellRepeated(column.title, &titles)
      guard let operand = operand(column.expression, wanted: .anything, in: place) else { continue }
      let title = column.title.localized ?? LocalizedText(same: file.text(column.expression.range))
      made.append(TypedTable.Column(title: title, operand: operand))
    }
    return made.count == table.columns.count ? made : nil
  }

  mutating func tellRepeated(_ title: Title, _ titles: inout [StringLiteral]) {
    guard let text = title.english ?? title.german else { return }
    if let first = titles.first(where: { $0.value == text.value }) {
      let note = LocalizedText(en: "the other column", de: "die andere Spalte")
      tell(
        .table(.repeatedColumn(text.value)), at: text.range,
        related: [RelatedPlace(location(first.range), note)])
    } else {
      titles.append(text)
    }
  }

  private mutating func sorts(_ table: TableDeclaration) -> [TypedTable.Sort]? {
    let made = table.sorts.map { sort in
      column(sort.column, of: table).map {
        TypedTable.Sort(column: $0, isDescending: sort.isDescending)
      }
    }
    return made.contains { $0 == nil } ? nil : made.compactMap(\.self)
  }

  /// The column of a title in either language; an unknown one is told.
  mutating func column(_ title: StringLiteral, of table: TableDeclaration) -> Int? {
    let index = table.columns.firstIndex {
      $0.title.english?.value == title.value || $0.title.german?.value == title.value
    }
    if let index { return index }
    let known = table.columns.flatMap {
      [$0.title.english?.value, $0.title.german?.value].compactMap(\.self)
    }
    let nearest = NearestNames.rank(title.value, among: known)
    tell(
      .table(.unknownColumn(title.value, nearest: nearest)), at: title.range,
      fixes: mending(nearest.map { "\"\($0)\"" }, at: title.range))
    return nil
  }
}
