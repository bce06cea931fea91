import Diagnostics
import SourceText

extension Record {
  /// The title as it stands inside an English sentence: "field of action", but "SDG target".
  package var inlineTitle: LocalizedText {
    let english = title.english
    let second = english.dropFirst().first
    guard let first = english.first, second?.isUppercase != true else { return title }
    return LocalizedText(en: first.lowercased() + english.dropFirst(), de: title.german)
  }
}

extension Plan {
  /// An element as people know it: "measure M7", "milestone MS1 of measure M7", "the plan".
  package func label(record: Int, row: Int) -> LocalizedText {
    guard record != schema.root else { return LocalizedText(en: "the plan", de: "der Plan") }
    if schema.isRoot(record) {
      return LocalizedText(en: "the previous version", de: "die vorige Fassung")
    }
    let own = ownLabel(record: record, row: row)
    guard let (parent, _) = parent(record: record, row: row), !schema.isRoot(parent.record) else {
      guard schema.isPrevious(record) else { return own }
      return LocalizedText(
        en: "\(own.english) of the previous version", de: "\(own.german) der vorigen Fassung")
    }
    let around = label(record: parent.record, row: parent.row)
    return LocalizedText(
      en: "\(own.english) of \(around.english)", de: "\(own.german) von \(around.german)")
  }

  /// The element without what it stands in.
  private func ownLabel(record: Int, row: Int) -> LocalizedText {
    let declared = schema.records[record]
    let title = declared.inlineTitle
    if let field = declared.idField {
      let id = text(CellReference(record: record, row: row, field: field))
      if let id, !id.isEmpty {
        let short = id.count > 60 ? id.prefix(59) + "…" : id[...]
        return LocalizedText(en: "\(title.english) \(short)", de: "\(title.german) \(short)")
      }
    }
    guard let (parent, field) = parent(record: record, row: row) else {
      let line = anchor(record: record, row: row).line
      let number = ordinal(record: record, row: row)
      return LocalizedText(
        en: "\(title.english) \(number) (line \(line))",
        de: "\(title.german) \(number) (Zeile \(line))")
    }
    let column = tables[parent.record].columns[field]
    switch schema.records[parent.record].fields[field].type {
    case .record: return title
    case .records, .scalar, .scalars, .group:
      let number = row - Int(column.starts?[parent.row] ?? 0) + 1
      return LocalizedText(en: "\(title.english) \(number)", de: "\(title.german) \(number)")
    }
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
