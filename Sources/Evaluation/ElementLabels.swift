import Diagnostics
import Model
import SourceText
import Synchronization
import Values

/// The names that findings call elements and fields by.
final class ElementLabels: Sendable {
  private let kinds: [LocalizedText]
  private let idFields: [Int?]
  private let titleFields: [Int?]
  /// By record, field and language, packed into one number.
  private let fields = Mutex<[Int: String]>([:])

  init(_ schema: Schema) {
    kinds = schema.records.map(\.inlineTitle)
    idFields = schema.records.map(\.idField)
    titleFields = schema.records.map(\.nameField)
  }

  /// `Plan.label` in one language; quick where the element stands in a top-level list and has an id
  /// and a title as most have them.
  func element(
    _ workspace: Workspace, record: Int, row: Int, _ form: LabelForm, _ language: Language
  ) -> String {
    quickly(workspace, record: record, row: row, form, language)
      ?? workspace.plan.label(record: record, row: row, form)[language]
  }

  private func quickly(
    _ workspace: Workspace, record: Int, row: Int, _ form: LabelForm, _ language: Language
  ) -> String? {
    let plan = workspace.plan
    let table = plan.tables[record]
    guard !plan.schema.isRoot(record), !plan.schema.isPrevious(record),
      let field = idFields[record], isTopLevel(table, row)
    else { return nil }
    let kind = language.pick(kinds[record].english, kinds[record].german)
    let node = table.columns[field].nodes[row]
    let source = workspace.texts[table.file(ofRow: row)]
    return source.withText(node) { id -> String? in
      // No id of 60 bytes has more than 60 characters.
      guard node != 0, !id.isEmpty, id.count <= 60 else { return nil }
      guard case .titled = form, let title = titleNode(table, record, row) else {
        return Self.joined(kind, id, nil)
      }
      return source.withText(title) { title -> String? in
        guard Self.isPlain(title), !title.elementsEqual(id) else { return nil }
        return Self.joined(kind, id, language.pick((" “", title, "”"), (" „", title, "“")))
      }
    }
  }

  /// Where the element states its title; nil where it does not.
  private func titleNode(_ table: Table, _ record: Int, _ row: Int) -> UInt32? {
    guard let field = titleFields[record] else { return nil }
    let column = table.columns[field]
    guard column.states[row] & (CellBits.state | CellBits.inherited) == CellState.stated.rawValue
    else { return nil }
    return column.nodes[row]
  }

  /// Whether a title is shown as it is written: short, on one line, without quotation marks or
  /// blanks that `Plan.label` would replace.
  private static func isPlain(_ title: TextBytes) -> Bool {
    guard let first = title.first, let last = title.last, title.count <= Plan.longestTitle else {
      return false
    }
    var before = first
    for byte in title {
      // Typographic quotation marks and wide blanks begin with C2, E2 or E3 in UTF-8.
      guard byte >= 0x20, byte != 0x22, byte != 0xC2, byte != 0xE1, byte != 0xE2, byte != 0xE3,
        byte != 0x20 || before != 0x20
      else { return false }
      before = byte
    }
    return first != 0x20 && last != 0x20
  }

  private static func joined(
    _ kind: String, _ id: TextBytes, _ title: (open: String, text: TextBytes, close: String)?
  ) -> String {
    let marks = title.map { $0.open.utf8.count + $0.text.count + $0.close.utf8.count } ?? 0
    return String(unsafeUninitializedCapacity: kind.utf8.count + 1 + id.count + marks) { buffer in
      var end = 0
      func append(_ bytes: some Collection<UInt8>) {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[end...])
        end += rest.initialize(fromContentsOf: bytes)
      }
      append(kind.utf8)
      append(CollectionOfOne(UInt8(ascii: " ")))
      append(id)
      if let title {
        append(title.open.utf8)
        append(title.text)
        append(title.close.utf8)
      }
      return end
    }
  }

  private func isTopLevel(_ table: Table, _ row: Int) -> Bool {
    row >= table.places.count || table.places[row] == Table.topLevel
  }

  /// `owner`, with the title where it says more than the key.
  func field(_ field: Field, record: Int, _ index: Int, _ language: Language) -> String {
    let key = record << 32 | index << 1 | language.pick(0, 1)
    if let known = fields.withLock({ $0[key] }) { return known }
    let title = field.title[language]
    let plain = field.name.replacing("-", with: " ")
    let name = title.lowercased() == plain ? "`\(field.path)`" : "`\(field.path)` (\(title))"
    fields.withLock { $0[key] = name }
    return name
  }
}
