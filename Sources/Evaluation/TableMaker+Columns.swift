import Diagnostics
import Model
import Reporting
import Semantics
import Values

/// `columns each PATH`, ready to be read.
struct ColumnsEachReader {
  let key: TableMaker.KeyReader
  /// What the key looks like above a column.
  let head: ColumnReader
  let cells: [ColumnReader]
  let position: Int

  init(_ typed: TypedTable.ColumnsEach, frames: [Int], _ builder: NodeBuilder) {
    key = TableMaker.KeyReader(path: builder.path(typed.key, frames), isEachOf: false)
    let empty = LocalizedText(same: "")
    head = ColumnReader(empty, .path(typed.key), frames: frames, builder, isGrouped: false)
    cells = typed.cells.map {
      ColumnReader($0.title, $0.operand, frames: frames, builder, isGrouped: true)
    }
    position = typed.position
  }
}

/// The columns that `columns each` makes of a plan.
struct Across {
  private let reader: ColumnsEachReader
  private let context: TableContext
  private let keys: [TableMaker.Key]
  private let keyOfElement: [TableContext.Element: TableMaker.Key]
  let titles: [ReportTable.Column]
  var position: Int { reader.position }

  init(_ reader: ColumnsEachReader, _ elements: [TableContext.Element], _ maker: TableMaker) {
    self.reader = reader
    context = maker.context
    var heads: [TableMaker.Key: ReportTable.Cell] = [:]
    var order = maker.closedChoice(reader.key)
    for key in order { heads[key] = reader.head.keyValue(key, maker.workspace) }
    var keyOfElement: [TableContext.Element: TableMaker.Key] = [:]
    for element in elements where keyOfElement[element] == nil {
      let key = maker.key(reader.key, element)
      keyOfElement[element] = key
      guard heads[key] == nil else { continue }
      heads[key] = Self.head(key, element, reader, maker)
      order.append(key)
    }
    self.keyOfElement = keyOfElement
    keys = order.enumerated().sorted { left, right in
      Self.isBefore((left.element, left.offset), (right.element, right.offset), heads)
    }.map(\.element)
    titles = keys.flatMap { key in
      reader.cells.map { cell in
        ReportTable.Column(Self.title(heads[key] ?? .text(""), cell.title), cell.alignment)
      }
    }
  }

  /// The value above a column: of a reference the name of what it refers to, else its id.
  private static func head(
    _ key: TableMaker.Key, _ element: TableContext.Element, _ reader: ColumnsEachReader,
    _ maker: TableMaker
  ) -> ReportTable.Cell {
    let workspace = maker.workspace
    if case .index(let row) = key, case .reference(let record) = reader.head.operand.type,
      let field = workspace.plan.schema.records[record].nameField
    {
      let cell = CellReference(record: record, row: Int(row), field: field)
      if workspace.plan.state(cell) == .stated, let name = workspace.plan.text(cell) {
        return .text(name)
      }
    }
    if case .date = key { return reader.head.cell([element], maker.context) }
    return reader.head.keyValue(key, workspace)
  }

  /// The order of the columns: values as they compare, choices as declared, gaps last.
  private static func isBefore(
    _ left: (key: TableMaker.Key, place: Int), _ right: (key: TableMaker.Key, place: Int),
    _ heads: [TableMaker.Key: ReportTable.Cell]
  ) -> Bool {
    if left.key.isWithout != right.key.isWithout { return right.key.isWithout }
    switch (left.key, right.key) {
    case (.without(let first), .without(let second)): return first.rawValue < second.rawValue
    case (.date(let first), .date(let second)):
      return (first.first, first.last) < (second.first, second.last)
    case (.number(let first, _), .number(let second, _)): return first < second
    default: break
    }
    // Choices stand in their own order, which is the order that they came in.
    if case .localized? = heads[left.key], case .localized? = heads[right.key],
      case .index(let first) = left.key, case .index(let second) = right.key
    {
      return first < second
    }
    let (first, second) = (
      heads[left.key].flatMap(SortValue.init), heads[right.key].flatMap(SortValue.init)
    )
    if let first, let second, first != second { return first < second }
    return left.place < right.place
  }

  private static func title(_ head: ReportTable.Cell, _ cell: LocalizedText) -> LocalizedText {
    func joined(_ language: Language) -> String {
      // A year is no number to group.
      let head = head.number?.plain() ?? head.text(language)
      let cell = cell[language]
      return cell.isEmpty ? head : "\(head) · \(cell)"
    }
    return LocalizedText(en: joined(.english), de: joined(.german))
  }

  /// The cells of one row; where a row is one element, columns of other keys stay empty.
  func cells(of elements: [TableContext.Element], isGrouped: Bool) -> [ReportTable.Cell] {
    var parts: [TableMaker.Key: [TableContext.Element]] = [:]
    for element in elements {
      if let key = keyOfElement[element] { parts[key, default: []].append(element) }
    }
    return keys.flatMap { key -> [ReportTable.Cell] in
      let part = parts[key] ?? []
      return reader.cells.map { cell in
        part.isEmpty && !isGrouped ? .text("") : cell.cell(part, context)
      }
    }
  }
}
