import Diagnostics
import Model
import SourceText
import Synchronization

/// The names that findings call elements and fields by, each made once.
final class ElementLabels: Sendable {
  private let titles: [LocalizedText]
  private let idFields: [Int?]
  private let fields = Mutex<[FieldKey: String]>([:])

  private struct FieldKey: Hashable {
    var record: Int
    var field: Int
    var language: Language
  }

  init(_ schema: Schema) {
    titles = schema.records.map(\.inlineTitle)
    idFields = schema.records.map(\.idField)
  }

  /// `Plan.label` in one language; short where the element stands in a top-level list and has an id.
  func element(_ plan: Plan, record: Int, row: Int, _ language: Language) -> String {
    if record != plan.schema.root, let field = idFields[record],
      isTopLevel(plan.tables[record], row),
      let id = plan.text(CellReference(record: record, row: row, field: field)), !id.isEmpty,
      // No id of 60 bytes has more than 60 characters.
      id.utf8.count <= 60
    {
      return "\(titles[record][language]) \(id)"
    }
    return plan.label(record: record, row: row)[language]
  }

  private func isTopLevel(_ table: Table, _ row: Int) -> Bool {
    row >= table.places.count || table.places[row] == Table.topLevel
  }

  /// `owner`, with the title where it says more than the key.
  func field(_ field: Field, record: Int, _ index: Int, _ language: Language) -> String {
    let key = FieldKey(record: record, field: index, language: language)
    if let known = fields.withLock({ $0[key] }) { return known }
    let title = field.title[language]
    let plain = field.name.replacing("-", with: " ")
    let name = title.lowercased() == plain ? "`\(field.path)`" : "`\(field.path)` (\(title))"
    fields.withLock { $0[key] = name }
    return name
  }
}
