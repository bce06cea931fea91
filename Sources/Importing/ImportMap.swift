import Diagnostics
import SourceText
import Values

/// What of a file becomes what of a plan: the contents of a map file, checked against a schema.
package struct ImportMap: Sendable {
  /// How the plan is written, and in which language it tells what could not be read.
  var language = Language.english
  var conventions = Conventions()
  /// The document's own fields, written as they stand in the map.
  var head: [SourceValue.Entry] = []
  var lists: [ListMap] = []
}

/// How the source writes what would else be doubtful.
///
/// The map shows it by an example, `numbers: "1.234,56"` or `dates: "31.12.2027"`; without one only
/// what can be read in one way alone is read.
struct Conventions: Hashable, Sendable {
  enum Numbers: String, CaseIterable, Sendable {
    case pointThenComma = "1.234,56"
    case commaThenPoint = "1,234.56"
    case blankThenComma = "1 234,56"
  }
  enum Dates: String, CaseIterable, Sendable {
    case dayMonthYearByPoints = "31.12.2027"
    case dayMonthYear = "31/12/2027"
    case monthDayYear = "12/31/2027"
  }
  var numbers: Numbers?
  var dates: Dates?
}

/// The elements of one list, and where they come from.
struct ListMap: Sendable {
  /// An index into the schema's records.
  var record: Int
  /// The key that the list stands under.
  var key: String
  var rows: RowChoice
  /// Whether rows with one id make one element, the first of them.
  var isUnique: Bool
  var fields: [FieldMap]
}

/// Rows, and which of them count.
struct RowChoice: Sendable {
  var path: RowPath
  var filters: [RowFilter]
  /// Whether it is no mistake when nothing stands there.
  var isOptional: Bool
}

/// The way to the rows: keys, of which those with `[]` hold a list and those with `{}` a mapping
/// whose entries are the rows.
struct RowPath: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case key, list, entries }
    var key: String
    var kind: Kind
  }
  /// Whether the way begins at the file, not at the row around.
  var isFromRoot: Bool
  var steps: [Step]
  var text: String
  var range: ByteRange

  /// `fields[].measures[]`, `choices{}`, `/fields[]`, `/`
  init(_ text: String, _ range: ByteRange) {
    self.text = text
    self.range = range
    isFromRoot = text.hasPrefix("/")
    steps = text.drop { $0 == "/" }.split(separator: ".").map { part in
      if part.hasSuffix("[]") { return Step(key: String(part.dropLast(2)), kind: .list) }
      if part.hasSuffix("{}") { return Step(key: String(part.dropLast(2)), kind: .entries) }
      return Step(key: String(part), kind: .key)
    }
  }
}

/// One field and what it is made from.
struct FieldMap: Sendable {
  /// An index into the record's fields.
  var field: Int
  var source: FieldSource
  var range: ByteRange
}

indirect enum FieldSource: Sendable {
  /// The first of the columns that states something, worked on as asked.
  case columns([ColumnPath], Shaping)
  /// The texts of all columns, one behind the other.
  case joined([ColumnPath], separator: String)
  /// The first stated column of each of these rows; with a separator one behind the other.
  case looked(RowChoice, [ColumnPath], Shaping, separator: String?)
  case fixed(SourceValue)
  /// The prefix and the number of the element, from 1.
  case counted(prefix: String)
  /// Elements inside the element.
  case nested(ListMap)
}

/// What happens to the text of a column before it is read.
struct Shaping: Sendable {
  enum Take: String, CaseIterable, Sendable { case first, last }
  var part: TextPart?
  /// Whether it is no mistake when no row has the column.
  var isOptional = false
  /// Texts of the source and what the plan writes for them.
  var values: [String: String] = [:]
  /// What separates the entries of a list in one text.
  var separators: [String] = []
  /// Which of several entries counts, where the plan has one value.
  var take: Take?
}

/// A part of a text; a text without the separator stays whole.
enum TextPart: Hashable, Sendable {
  /// Of an address, a text with `://`, what stands behind the last slash.
  case lastOfAddress
  case beforeFirst(String)
  case afterFirst(String)
  case beforeLast(String)
  case afterLast(String)

  func of(_ text: String) -> String {
    switch self {
    case .lastOfAddress:
      guard text.contains("://") else { return text }
      return text.split(separator: "/").last.map(String.init) ?? text
    case .beforeFirst(let separator):
      return text.firstRange(of: separator).map { String(text[..<$0.lowerBound]).trimmed } ?? text
    case .afterFirst(let separator):
      return text.firstRange(of: separator).map { String(text[$0.upperBound...]).trimmed } ?? text
    case .beforeLast(let separator):
      return text.ranges(of: separator).last.map { String(text[..<$0.lowerBound]).trimmed } ?? text
    case .afterLast(let separator):
      return text.ranges(of: separator).last.map { String(text[$0.upperBound...]).trimmed } ?? text
    }
  }
}

/// A column of the row, or with `^` before it of the row around it.
struct ColumnPath: Hashable, Sendable {
  enum Place: Hashable, Sendable {
    /// The row itself, `.`.
    case row
    /// The key that the row stands under, `$key`.
    case key
    /// The column's name, or keys joined by points.
    case keys(String)
  }
  /// How many rows further out.
  var outward: Int
  var place: Place
  var text: String
  var range: ByteRange

  /// `title`, `name.en`, `items[].id`, `^number`, `$key`, `.`
  init(_ text: String, _ range: ByteRange) {
    let bare = text.drop { $0 == "^" }
    outward = text.count - bare.count
    place =
      switch bare {
      case ".": .row
      case "$key": .key
      default: .keys(String(bare))
      }
    self.text = text
    self.range = range
  }
}

/// Which rows count.
struct RowFilter: Sendable {
  enum Test: Sendable {
    case isOneOf(Set<String>)
    case isNoneOf(Set<String>)
    case isLike(Notation)
    case contains([String])
    case isStated
    case isMissing
    case sameAs(ColumnPath)
  }
  var column: ColumnPath
  var part: TextPart?
  var test: Test

  /// Whether it asks only if something stands there, so that a row may lack the column.
  var isAboutPresence: Bool {
    switch test {
    case .isStated, .isMissing: true
    case .isOneOf, .isNoneOf, .isLike, .contains, .sameAs: false
    }
  }
}
