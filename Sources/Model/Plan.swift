import Diagnostics
import SourceText
import Values
import YAMLSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is known of one field of one element.
package enum CellState: UInt8, CaseIterable, Sendable {
  case absent = 0
  case stated, open, notApplicable, empty, malformed
}

/// The bits of a state byte: the state and how it came about.
package enum CellBits {
  /// The bits of `CellState`.
  package static let state: UInt8 = 0b0000_0111
  /// The value comes from another element by `else`.
  package static let inherited: UInt8 = 0b0000_1000
  /// A finding of the loader already speaks of this cell: a misspelt key, a malformed value.
  package static let reported: UInt8 = 0b0001_0000
}

/// One field of all elements of a record.
///
/// Which arrays there are follows from the field's type; the others are nil. Everything is
/// indexed by row, zero-filled when rows are added. The owner frees the memory.
package final class Column: @unchecked Sendable {
  /// State bytes, see `CellBits`.
  package private(set) var states: UnsafeMutablePointer<UInt8>
  /// The raw id of the node that holds the value (the file follows from the row); for absent
  /// and inherited cells 0.
  package private(set) var nodes: UnsafeMutablePointer<UInt32>
  /// Packed decimals (number, whole number, percent, money: the tag is the plan's currency) and
  /// packed dates as the schema reads them.
  package private(set) var wide: UnsafeMutablePointer<Int64>?
  /// yes or no (1, 0), choice values and referenced rows; `Column.unknown` where an open choice
  /// or an open reference holds another text.
  package private(set) var narrow: UnsafeMutablePointer<UInt32>?
  /// Texts: where each stands in its file, see `TextSpan`.
  package private(set) var texts: UnsafeMutablePointer<TextSpan>?
  /// Lists: the first entry and the number of entries in `entries`, or in the table of the
  /// nested record.
  package private(set) var starts: UnsafeMutablePointer<UInt32>?
  package private(set) var counts: UnsafeMutablePointer<UInt32>?
  /// The entries of a list of scalars, of all rows one after the other.
  package let entries: Column?
  package private(set) var count = 0
  private var capacity = 0

  package static let unknown = UInt32.max

  /// Which arrays a column holds beside states and nodes.
  package enum Shape: Sendable { case plain, wide, narrow, text, list }

  package init(_ shape: Shape, entries: Column? = nil) {
    states = Self.empty()
    nodes = Self.empty()
    self.entries = entries
    switch shape {
    case .plain: break
    case .wide: wide = Self.empty()
    case .narrow: narrow = Self.empty()
    case .text: texts = Self.empty()
    case .list:
      starts = Self.empty()
      counts = Self.empty()
    }
  }

  deinit {
    free(states)
    free(nodes)
    free(wide)
    free(narrow)
    free(texts)
    free(starts)
    free(counts)
  }

  /// Adds absent rows up to `newCount`.
  package func extend(to newCount: Int) {
    if newCount > capacity { grow(to: max(newCount, capacity + capacity / 2, 8)) }
    count = max(count, newCount)
  }

  /// Makes room for `newCapacity` rows in all, without adding any.
  func reserve(_ newCapacity: Int) {
    if newCapacity > capacity { grow(to: newCapacity) }
  }

  private func grow(to newCapacity: Int) {
    states = Self.moved(states, count, newCapacity)
    nodes = Self.moved(nodes, count, newCapacity)
    wide = wide.map { Self.moved($0, count, newCapacity) }
    narrow = narrow.map { Self.moved($0, count, newCapacity) }
    texts = texts.map { Self.moved($0, count, newCapacity) }
    starts = starts.map { Self.moved($0, count, newCapacity) }
    counts = counts.map { Self.moved($0, count, newCapacity) }
    capacity = newCapacity
  }

  private static func moved<T: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<T>?, _ count: Int, _ capacity: Int
  ) -> UnsafeMutablePointer<T> {
    // Fresh pages from `calloc` take no memory until they are written to: a field that nobody
    // uses costs nothing.
    guard let raw = calloc(max(capacity, 1), MemoryLayout<T>.stride) else {
      fatalError("out of memory for \(capacity) rows")
    }
    let new = raw.assumingMemoryBound(to: T.self)
    if let old { new.update(from: old, count: count) }
    free(old)
    return new
  }

  private static func empty<T: BitwiseCopyable>() -> UnsafeMutablePointer<T> {
    moved(nil, 0, 0)
  }
}

/// Where a text stands that its file holds as it is, without its quotes.
///
/// Zero bits say that the file does not: the text goes over several lines or has escapes, is
/// another element's, or there is none.
package struct TextSpan: BitwiseCopyable, Sendable {
  /// The start in the high 32 bits, the number of bytes in the low ones.
  package let bits: UInt64

  package init(start: Int, count: Int) {
    bits =
      UInt64(UInt32(truncatingIfNeeded: start)) << 32
      | UInt64(UInt32(truncatingIfNeeded: count))
  }

}

/// All elements of one record.
package final class Table: @unchecked Sendable {
  package let record: Int
  package internal(set) var count = 0
  /// One column for each field of the record, in the order of `Record.fields`.
  package internal(set) var columns: [Column]
  /// The raw node of each element's mapping.
  package internal(set) var nodes: [UInt32] = []
  /// For nested records: the row of the element around it, and which of the record's `places`.
  package internal(set) var parents: [UInt32] = []
  package internal(set) var places: [UInt8] = []
  /// Stands in `places` for elements of the record's top-level list; their parent is
  /// `Column.unknown`.
  package static let topLevel = UInt8.max
  /// From `firstRow` on the elements stand in `file`, an index into `Plan.trees`.
  package internal(set) var chunks: [(firstRow: Int, file: Int)] = []
  /// Rows by identifier, for records with an id.
  package internal(set) var index: IdentifierIndex?
  /// For records with an id: by the first row of each id that stands more than once the other rows.
  package internal(set) var repeatedIds: [UInt32: [Int]]?

  package init(record: Int, columns: [Column]) {
    self.record = record
    self.columns = columns
  }

  /// The index into `Plan.trees` of the file that holds a row.
  package func file(ofRow row: Int) -> Int {
    if chunks.count == 1 { return chunks[0].file }
    var low = 0
    var high = chunks.count
    while low < high {
      let middle = (low + high) / 2
      if chunks[middle].firstRow <= row { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : chunks[low - 1].file
  }
}

/// A node of one of a plan's files.
package struct PlanNode: Hashable, Sendable {
  /// An index into `Plan.trees`.
  package var file: Int
  package var node: NodeID

  package init(file: Int, node: NodeID) {
    self.file = file
    self.node = node
  }
}

/// A field of an element, or a list entry of it.
package struct CellReference: Hashable, Sendable {
  package var record: Int
  package var row: Int
  package var field: Int

  package init(record: Int, row: Int, field: Int) {
    self.record = record
    self.row = row
    self.field = field
  }
}

/// A name as a plan or configuration writes it, and where.
package struct PlacedName: Hashable, Sendable {
  package var text: String
  package var location: Location

  package init(_ text: String, _ location: Location) {
    self.text = text
    self.location = location
  }
}

/// One loaded plan: the columns of each record, and the trees that they came from.
package struct Plan: Sendable {
  package internal(set) var schema: Schema
  /// The plan's files, the main one first.
  package var trees: [YAMLTree]
  /// One table for each record of the schema.
  package var tables: [Table]
  /// The state of each top-level list, by record: absent, empty or stated.
  package var listStates: [CellState]
  /// Where each top-level list's key stands, by record.
  package var listKeys: [Location?]
  /// The plan's currencies by the tag of packed money; 0 is none.
  package var currencies: [Currency?]
  /// For cells whose state byte has the bit `reported`: the loader's finding that speaks of it.
  package var reported: [CellReference: Int]
  /// For top-level lists whose key is misspelt or of which nothing can be read: the finding that
  /// says so, by record.
  package var reportedLists: [Int: Int] = [:]
  /// The value of each top-level list, by record; nil where the list is absent.
  package var listValues: [PlanNode?]
  /// For each field of the root record the file that states it, an index into `trees`.
  package var rootFiles: [Int]
  /// Where the plan stands beside its previous version: the first of that version's files, and for
  /// each field of its root record the file that states it.
  var previousFile: Int?
  var previousRootFiles: [Int] = []
  /// Whether every file was read to its end; where not, a missing piece means nothing.
  package var isComplete = true
  /// The language that the plan says it is written in.
  package var language: Language?
  /// The packs of rules that the plan asks for; nil where it leaves that to others.
  package var packs: [PlacedName]?
  /// Where the plan says so.
  package var packsKey: Location?

  package init(schema: Schema, trees: [YAMLTree], tables: [Table]) {
    self.schema = schema
    self.trees = trees
    self.tables = tables
    listStates = schema.records.map { _ in .absent }
    listKeys = schema.records.map { _ in nil }
    listValues = schema.records.map { _ in nil }
    rootFiles =
      schema.records.indices.contains(schema.root)
      ? schema.records[schema.root].fields.map { _ in 0 } : []
    currencies = [nil]
    reported = [:]
  }
}
