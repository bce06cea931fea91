import Diagnostics
import SourceText

extension Record {
  /// The title as it stands inside an English sentence: "field of action", but "SDG target".
  package var inlineTitle: LocalizedText {
    let english = title.english
    let second = english.dropFirst().first
    guard let first = english.first, second?.isUppercase != true else { return title }
    return LocalizedText(en: first.lowercased() + String(english.dropFirst()), de: title.german)
  }
}

/// How much an element's label says.
package enum LabelForm: Sendable {
  /// "measure M7": stays the same while titles are reworded, so that findings can be recognised.
  case plain
  /// "measure M7 “Language courses”": what people read.
  case titled
}

extension Plan {
  /// How many characters of a title a label shows at most.
  package static let longestTitle = 50

  /// An element as people know it: "measure M7", "milestone MS1 of measure M7", "the plan"; with
  /// titles, where the elements have any.
  package func label(record: Int, row: Int, _ form: LabelForm = .plain) -> LocalizedText {
    guard record != schema.root else { return LocalizedText(en: "the plan", de: "der Plan") }
    if schema.isRoot(record) {
      return LocalizedText(en: "the previous version", de: "die vorige Fassung")
    }
    let own = ownLabel(record: record, row: row, form)
    guard let (parent, _) = parent(record: record, row: row), !schema.isRoot(parent.record) else {
      guard schema.isPrevious(record) else { return own }
      return LocalizedText(
        en: "\(own.english) of the previous version", de: "\(own.german) der vorigen Fassung")
    }
    let around = label(record: parent.record, row: parent.row, form)
    return LocalizedText(
      en: "\(own.english) of \(around.english)", de: "\(own.german) von \(around.german)")
  }

  /// The element without what it stands in.
  private func ownLabel(record: Int, row: Int, _ form: LabelForm) -> LocalizedText {
    let declared = schema.records[record]
    let kind = declared.inlineTitle
    let title =
      switch form {
      case .plain: nil as String?
      case .titled: self.title(record: record, row: row)
      }
    if let field = declared.idField {
      let id = text(CellReference(record: record, row: row, field: field))
      if let id, !id.isEmpty {
        let short = id.count > 60 ? id.prefix(59) + "…" : id[...]
        let label = LocalizedText(en: "\(kind.english) \(short)", de: "\(kind.german) \(short)")
        return title == id ? label : label.with(title: title)
      }
    }
    if title != nil { return kind.with(title: title) }
    guard let (parent, field) = parent(record: record, row: row) else {
      let line = anchor(record: record, row: row).line
      let number = ordinal(record: record, row: row)
      return LocalizedText(
        en: "\(kind.english) \(number) (line \(line))",
        de: "\(kind.german) \(number) (Zeile \(line))")
    }
    let column = tables[parent.record].columns[field]
    switch schema.records[parent.record].fields[field].type {
    case .record: return kind
    case .records, .scalar, .scalars, .group:
      let number = row - Int(column.starts?[parent.row] ?? 0) + 1
      return LocalizedText(en: "\(kind.english) \(number)", de: "\(kind.german) \(number)")
    }
  }

  /// The title that an element states itself, on one line and shortened; nil where it has none.
  private func title(record: Int, row: Int) -> String? {
    guard let field = schema.records[record].nameField else { return nil }
    let cell = CellReference(record: record, row: row, field: field)
    guard state(cell) == .stated, !isInherited(cell), let text = text(cell) else { return nil }
    if text.utf8.count <= Self.longestTitle, text.isPlainLine { return text }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : Self.shortened(title: words)
  }

  /// The beginning of a title, cut behind a whole word where that leaves enough of it.
  static func shortened(title: String) -> String {
    guard title.count > longestTitle else { return title }
    let start = title.prefix(longestTitle - 1)
    // A word that goes on to the end is kept as it is; one that is cut is dropped.
    let isWhole = title[start.endIndex].isWhitespace
    let words = isWhole ? start : start[..<(start.lastIndex(of: " ") ?? start.startIndex)]
    let kept = words.count * 2 < longestTitle ? start : words
    return String(kept).trimmingEnd(of: " ,;:–-") + " …"
  }

  /// The place, from 1, of an element among those of its top-level list.
  private func ordinal(record: Int, row: Int) -> Int {
    let table = tables[record]
    guard !table.places.isEmpty else { return row + 1 }
    return table.places[...row].count { $0 == Table.topLevel }
  }

  /// The element that a nested one stands in, and the field that holds it; nil for elements of
  /// top-level lists and for the root.
  package func parent(record: Int, row: Int) -> (element: ElementReference, field: Int)? {
    let table = tables[record]
    guard row < table.places.count, table.places[row] != Table.topLevel else { return nil }
    let place = schema.records[record].places[Int(table.places[row])]
    return (ElementReference(record: place.record, row: Int(table.parents[row])), place.field)
  }
}

extension LocalizedText {
  /// The text with a title behind it, in each language's quotation marks.
  fileprivate func with(title: String?) -> LocalizedText {
    guard let title else { return self }
    let inner = title.withSingleQuotationMarks
    return LocalizedText(en: "\(english) “\(inner)”", de: "\(german) „\(inner)“")
  }
}

extension String {
  /// Quotation marks inside a quotation are single ones.
  fileprivate var withSingleQuotationMarks: String {
    // Typographic quotation marks all begin with E2.
    guard utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == 0xE2 }) else { return self }
    return String(
      map { sign in
        switch sign {
        case "„": "‚"
        case "“": "‘"
        case "”": "’"
        case "\"": "'"
        default: sign
        }
      })
  }

  /// Whether it is words with single spaces between them, as far as its bytes tell at a glance: no
  /// other white space begins with a byte below E1 but C2.
  fileprivate var isPlainLine: Bool {
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      if byte < 0x20 || byte == 0xC2 || (0xE1...0xE3).contains(byte) { return false }
      if byte == 0x20, last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }

  fileprivate func trimmingEnd(of signs: String) -> String {
    String(prefix(upTo: lastIndex { !signs.contains($0) }.map(index(after:)) ?? startIndex))
  }
}

/// One element of a plan.
package struct ElementReference: Hashable, Sendable {
  package var record: Int
  package var row: Int

  package init(record: Int, row: Int) {
    self.record = record
    self.row = row
  }
}

extension Location {
  /// The line, from 1, of the location's start.
  fileprivate var line: Int { file.position(of: range.start).line }
}
