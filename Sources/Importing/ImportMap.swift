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
  var rows: RowPath
  var filters: [RowFilter]
  var fields: [FieldMap]
}

/// The way to the rows: keys, of which those with `[]` hold a list.
struct RowPath: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    var key: String
    var isList: Bool
  }
  var steps: [Step]
  var text: String
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
  case fixed(SourceValue)
  /// The prefix and the number of the element, from 1.
  case counted(prefix: String)
  /// Elements inside the element.
  case nested(ListMap)
}

/// What happens to the text of a column before it is read.
struct Shaping: Sendable {
  /// Of an address, a text with `://`, only what stands behind the last slash.
  var takesLastPart = false
  /// Whether it is no mistake when no row has the column.
  var isOptional = false
  /// Texts of the source and what the plan writes for them.
  var values: [String: String] = [:]
  /// What separates the entries of a list in one text.
  var separator: String?
}

/// A column of the row, or with `^` before it of the row around it.
struct ColumnPath: Hashable, Sendable {
  /// How many rows further out.
  var outward: Int
  /// The column's name, or keys joined by points; nil for the row itself.
  var key: String?
  var text: String
  var range: ByteRange
}

/// Which rows count.
struct RowFilter: Sendable {
  enum Test: Sendable {
    case isOneOf(Set<String>)
    case isNoneOf(Set<String>)
    case isLike(Notation)
    case isStated
    case isMissing
  }
  var column: ColumnPath
  var test: Test
}
