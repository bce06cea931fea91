import Diagnostics
import Model
import Reporting
import RuleSyntax
import Semantics
import SourceText
import Values

/// What a report shows of each element: a table of its fields, or of those that the report names.
struct Sheet {
  private let context: TableContext
  private let record: Int
  private let readers: [Row]
  /// Whether fields without a statement are told together instead of one by one.
  private let gathersGaps: Bool

  /// One line of the sheet.
  private struct Row {
    var title: LocalizedText
    var reader: ColumnReader
    /// The list of nested elements that the line shows instead.
    var nested: (field: Int, record: Int)?
    /// The field of the element itself; nil where the path leads elsewhere.
    var field: Int?
  }

  init(
    _ section: TypedSection, _ scope: Scope, _ builder: NodeBuilder, _ context: TableContext
  ) {
    self.context = context
    record = scope.record
    gathersGaps = section.parts.isEmpty
    let named = section.parts.compactMap { part -> Row? in
      guard case .text(let text) = part else { return nil }
      let reader = ColumnReader(
        text.title, text.operand, frames: scope.frames, builder, isGrouped: false)
      guard case .path(let path) = text.operand, path.steps.isEmpty, path.record == scope.record
      else { return Row(title: text.title, reader: reader) }
      return Row(title: text.title, reader: reader, field: path.field)
    }
    readers = section.parts.isEmpty ? Self.allFields(scope, builder) : named
  }

  /// Every field of the record in the order of the schema, but for those that are its heading.
  private static func allFields(_ scope: Scope, _ builder: NodeBuilder) -> [Row] {
    let schema = builder.workspace.plan.schema
    let record = schema.records[scope.record]
    return record.fields.indices.compactMap { index -> Row? in
      let field = record.fields[index]
      guard index != record.idField, index != record.nameField, field.type != .group else {
        return nil
      }
      var title = field.title
      var around = field.group
      while let group = around {
        let outer = record.fields[group]
        title = LocalizedText(
          en: "\(outer.title.english) · \(title.english)",
          de: "\(outer.title.german) · \(title.german)")
        around = outer.group
      }
      var path = Path(
        start: .frame(scope.frames.count - 1), steps: [], record: scope.record, field: index,
        type: .text, text: field.path, range: ByteRange(at: 0))
      var nested: (Int, Int)?
      switch field.type {
      case .scalar(.reference(let target, false)):
        if let name = schema.records[target].nameField {
          path.steps = [.reference(index)]
          path.record = target
          path.field = name
        } else {
          path.type = .reference(target)
        }
      case .scalar(let scalar): path.type = OperandType(scalar)
      case .scalars(let scalar, _): path.type = .list(OperandType(scalar))
      case .records(let target, _), .record(let target):
        nested = (index, target)
        path.type = .list(.record(target))
      case .group: return nil
      }
      let reader = ColumnReader(
        title, .path(path), frames: scope.frames, builder, isGrouped: false)
      return Row(title: title, reader: reader, nested: nested, field: index)
    }
  }

  // MARK: - One element

  func section(of element: TableContext.Element) -> PlanReport.Section {
    let row = Int(element[element.count - 1])
    var rows: [ReportTable.Row] = []
    var gaps: [LocalizedText] = []
    for reader in readers {
      let cell = self.cell(reader, element, row)
      if gathersGaps, case .missing = cell, isUnstated(reader, row) {
        gaps.append(reader.title)
        continue
      }
      rows.append(
        ReportTable.Row([.localized(reader.title), cell], sources: [source(reader, element, row)]))
    }
    let notes =
      gaps.isEmpty
      ? []
      : [
        LocalizedText(
          en: "Not stated: " + gaps.map(\.english).joined(separator: ", "),
          de: "Ohne Angabe: " + gaps.map(\.german).joined(separator: ", "))
      ]
    let table = ReportTable(
      name: context.workspace.plan.schema.records[record].name, title: LocalizedText(same: ""),
      columns: [
        .init(LocalizedText(en: "Field", de: "Feld")),
        .init(LocalizedText(en: "Statement", de: "Angabe")),
      ], rows: rows, notes: notes)
    return PlanReport.Section(
      title: title(row), blocks: [.table(table)], source: context.source(element))
  }

  private func cell(
    _ reader: Row, _ element: TableContext.Element, _ row: Int
  ) -> ReportTable.Cell {
    let plan = context.workspace.plan
    if let (field, target) = reader.nested {
      let cell = CellReference(record: record, row: row, field: field)
      if plan.state(cell) == .stated { return nested(plan.children(cell), target) }
    }
    return reader.reader.cell([element], context)
  }

  /// Whether nothing at all is written, so that there is no reason to repeat.
  private func isUnstated(_ reader: Row, _ row: Int) -> Bool {
    guard let field = reader.field else { return false }
    let state = context.workspace.plan.state(CellReference(record: record, row: row, field: field))
    return state == .absent || state == .empty
  }

  /// Nested elements below each other, each with what it states.
  private func nested(_ rows: Range<Int>, _ target: Int) -> ReportTable.Cell {
    let workspace = context.workspace
    let fields = workspace.plan.schema.records[target].fields
    func line(_ row: Int, _ language: Language) -> String {
      fields.indices.compactMap { index -> String? in
        let cell = CellReference(record: target, row: row, field: index)
        guard case .scalar(let scalar) = fields[index].type,
          workspace.plan.state(cell) == .stated
        else { return nil }
        let path = Path(
          start: .frame(0), steps: [], record: target, field: index, type: OperandType(scalar),
          text: fields[index].path, range: ByteRange(at: 0))
        let reader = ColumnReader(
          fields[index].title, .path(path), frames: [target], NodeBuilder(workspace, judged: 0),
          isGrouped: false)
        let value = reader.cell([[Int32(row)]], context).text(language)
        return "\(fields[index].title[language]): \(value)"
      }.joined(separator: "; ")
    }
    return .localized(
      LocalizedText(
        en: rows.map { line($0, .english) }.joined(separator: "\n"),
        de: rows.map { line($0, .german) }.joined(separator: "\n")))
  }

  private func source(
    _ reader: Row, _ element: TableContext.Element, _ row: Int
  ) -> Location {
    guard let field = reader.field else { return context.source(element) }
    return context.workspace.plan.location(
      of: CellReference(record: record, row: row, field: field))
  }

  /// `M7 Language course`, or what people call an element without a name.
  private func title(_ row: Int) -> LocalizedText {
    let plan = context.workspace.plan
    let declared = plan.schema.records[record]
    let parts = [declared.idField, declared.nameField].compactMap { field -> String? in
      guard let field else { return nil }
      let cell = CellReference(record: record, row: row, field: field)
      return plan.state(cell) == .stated ? plan.text(cell) : nil
    }
    return parts.isEmpty
      ? plan.label(record: record, row: row) : LocalizedText(same: parts.joined(separator: " "))
  }
}
