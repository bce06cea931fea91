import Diagnostics
import Model
import SourceText
import Synchronization
import Values

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
  func element(_ workspace: Workspace, record: Int, row: Int, _ language: Language) -> String {
    let plan = workspace.plan
    let table = plan.tables[record]
    guard !plan.schema.isRoot(record), !plan.schema.isPrevious(record),
      let field = idFields[record], isTopLevel(table, row)
    else {
      return plan.label(record: record, row: row)[language]
    }
    let title = language.pick(titles[record].english, titles[record].german)
    let node = table.columns[field].nodes[row]
    let label = workspace.texts[table.file(ofRow: row)].withText(node) { id -> String? in
      // No id of 60 bytes has more than 60 characters.
      guard node != 0, !id.isEmpty, id.count <= 60 else { return nil }
      return Self.joined(title, id)
    }
    return label ?? plan.label(record: record, row: row)[language]
  }

  private static func joined(_ title: String, _ id: TextBytes) -> String {
    var title = title
    return title.withUTF8 { title in
      String(unsafeUninitializedCapacity: title.count + 1 + id.count) { buffer in
        _ = buffer.initialize(from: title)
        buffer[title.count] = UInt8(ascii: " ")
        _ = UnsafeMutableBufferPointer(rebasing: buffer[(title.count + 1)...]).initialize(from: id)
        return title.count + 1 + id.count
      }
    }
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
