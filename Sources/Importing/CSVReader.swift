import Diagnostics
import SourceText

/// Reads comma-separated values (RFC 4180) whose first record names the columns.
///
/// The separator is the one of `,`, `;` and tab that stands most often in the first line, outside
/// quotes. A byte order mark and blank lines are passed over; CR LF, LF and CR end a record.
struct CSVReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var offset = 0
  private var separator = UInt8(ascii: ",")
  private(set) var findings: [Finding] = []

  /// A field: its text, and its bytes without the quotes.
  private struct Field {
    var text: String
    var range: ByteRange
  }

  /// The records of a file as a list of mappings from column to text.
  static func read(_ file: SourceFile) -> (rows: SourceValue, findings: [Finding]) {
    var reader = CSVReader(file)
    let rows = reader.rows()
    return (SourceValue(.list(rows), ByteRange(0, file.bytes.count)), reader.findings)
  }

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    separator = mostFrequentSeparator()
  }

  private func mostFrequentSeparator() -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[offset...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 10 || byte == 13 { break }
      counts[byte, default: 0] += 1
    }
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
    return known.max { counts[$0] ?? 0 < counts[$1] ?? 0 } ?? known[0]
  }

  private mutating func rows() -> [SourceValue] {
    guard let header = nextRecord() else {
      tell(.emptyTable, at: ByteRange(at: 0))
      return []
    }
    var columns: Set<String> = []
    for field in header where !columns.insert(field.text.trimmed).inserted {
      tell(.repeatedColumn(field.text.trimmed), at: field.range)
    }
    var rows: [SourceValue] = []
    while let record = nextRecord() {
      if record.count != header.count {
        tell(
          .fieldCount(found: record.count, expected: header.count),
          at: record[0].range, severity: record.count > header.count ? .error : .warning)
      }
      let entries = zip(header, record).map { column, field in
        SourceValue.Entry(
          key: column.text.trimmed, value: SourceValue(.text(field.text), field.range))
      }
      let range = ByteRange(record[0].range.start, record[record.count - 1].range.end)
      rows.append(SourceValue(.mapping(entries), range))
    }
    return rows
  }

  /// The next record that is no blank line; nil at the end.
  private mutating func nextRecord() -> [Field]? {
    while offset < bytes.count, bytes[offset] == 10 || bytes[offset] == 13 { offset += 1 }
    guard offset < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(nextField())
      guard offset < bytes.count, bytes[offset] == separator else { return fields }
      offset += 1
    }
  }

  private mutating func nextField() -> Field {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      let start = offset
      while !isEnd(offset) { offset += 1 }
      let range = ByteRange(start, offset)
      return Field(text: file.text(range), range: range)
    }
    return quotedField()
  }

  /// A field in quotes, in which two quotes stand for one.
  ///
  /// A quote that no separator and no end of line follows cannot be the closing one: it counts as
  /// part of the text, and is told, for the writer forgot to double it.
  private mutating func quotedField() -> Field {
    let start = offset + 1
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count {
      if bytes[offset] != UInt8(ascii: "\"") {
        text.append(bytes[offset])
        offset += 1
      } else if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") {
        text.append(UInt8(ascii: "\""))
        offset += 2
      } else if isEnd(offset + 1) {
        let range = ByteRange(start, offset)
        offset += 1
        return Field(text: String(decoding: text, as: UTF8.self), range: range)
      } else {
        tell(.singleQuote, at: ByteRange(offset, offset + 1), severity: .warning)
        text.append(UInt8(ascii: "\""))
        offset += 1
      }
    }
    tell(.openQuote, at: ByteRange(start - 1, start))
    return Field(text: String(decoding: text, as: UTF8.self), range: ByteRange(start, offset))
  }

  private func isEnd(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == separator || bytes[offset] == 10
      || bytes[offset] == 13
  }

  private mutating func tell(
    _ fault: SourceFault, at range: ByteRange, severity: Severity = .error
  ) {
    findings.append(
      Finding(SourceProblem(fault: fault), severity: severity, at: Location(file, range)))
  }
}
