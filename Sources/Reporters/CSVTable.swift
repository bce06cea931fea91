import Diagnostics
import Reporting
import Values

/// A table as CSV (RFC 4180) that spreadsheets read without harm.
///
/// Numbers are plain and dates ISO 8601. Units stand in the column's title, or in a column of their
/// own where they differ; what a partial value rests on stands in two columns of its own. German
/// files have semicolons, decimal commas and a byte order mark, as German Excel wants them.
package struct CSVTable {
  private let language: Language
  /// Amounts of one column have equally many digits, cents where there are none too.
  private static let moneyDigits = 2
  /// Computed shares are rounded, halves up; more digits would say more than the counts behind them.
  private static let shareDigits = 2

  package init(language: Language) {
    self.language = language
  }

  private var separator: UInt8 { language.pick(UInt8(ascii: ","), UInt8(ascii: ";")) }

  package func write(_ table: ReportTable, to buffer: inout ByteBuffer) {
    if language == .german { buffer.append("\u{FEFF}") }
    let columns = table.columns.indices.map { Column(table, $0, language) }
    writeRecord(columns.flatMap(\.titles).map(Self.guarded), to: &buffer)
    for row in table.rows {
      var fields: [String] = []
      for (index, column) in columns.enumerated() {
        let cell = index < row.cells.count ? row.cells[index] : .text("")
        fields.append(field(cell.parts.value))
        if column.hasUnits { fields.append(cell.unit ?? "") }
        if column.hasShares {
          fields += cell.parts.share.map { ["\($0.stated)", "\($0.of)"] } ?? ["", ""]
        }
      }
      writeRecord(fields, to: &buffer)
    }
  }

  private func writeRecord(_ fields: [String], to buffer: inout ByteBuffer) {
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(separator) }
      if needsQuotes(field) || (fields.count == 1 && field.isEmpty) {
        // Byte by byte: a quote with a combining accent is one character, and no quote.
        buffer.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
          if byte == UInt8(ascii: "\"") { buffer.append(byte) }
          buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
      } else {
        buffer.append(field)
      }
    }
    buffer.append("\r\n")
  }

  private func needsQuotes(_ field: String) -> Bool {
    field.utf8.contains { $0 == separator || $0 == 34 || $0 == 10 || $0 == 13 }
      || field.utf8.first == 32 || field.utf8.last == 32
  }

  private func field(_ cell: ReportTable.Cell) -> String {
    switch cell {
    case .number(let number), .percent(let number): plain(number)
    case .computedPercent(let share):
      plain(share.rounded(fractionDigits: Self.shareDigits), digits: Self.shareDigits)
    case .money(let money): plain(money.amount, digits: Self.moneyDigits)
    case .date(let date): date.iso()
    case .text, .localized, .missing, .partial: Self.guarded(cell.text(language))
    }
  }

  /// The number with at least so many digits after the point.
  private func plain(_ number: Decimal, digits: Int = 0) -> String {
    var text = number.plain()
    let missing = digits - Int(number.scale)
    if missing > 0 {
      text += (number.isWhole ? "." : "") + String(repeating: "0", count: missing)
    }
    return language.pick(text, text.replacing(".", with: ","))
  }

  /// The text with an apostrophe before it where a spreadsheet would read it as a formula.
  static func guarded(_ text: String) -> String {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13:
      "'" + text
    default: text
    }
  }

  /// What a column of the table becomes.
  private struct Column {
    var titles: [String]
    var hasUnits = false
    var hasShares = false

    init(_ table: ReportTable, _ index: Int, _ language: Language) {
      let cells = table.rows.compactMap { index < $0.cells.count ? $0.cells[index] : nil }
      let units = Set(cells.compactMap(\.unit))
      let title = table.columns[index].title[language]
      titles = [units.count == 1 ? "\(title) (\(units.first ?? ""))" : title]
      if units.count > 1 {
        hasUnits = true
        titles.append("\(title) (\(language.pick("unit", "Einheit")))")
      }
      if cells.contains(where: { $0.parts.share != nil }) {
        hasShares = true
        titles.append("\(title) (\(language.pick("stated", "angegeben")))")
        titles.append("\(title) (\(language.pick("of", "von")))")
      }
    }
  }
}

extension ReportTable.Cell {
  /// The unit that a plain number loses: a currency's code or `%`.
  fileprivate var unit: String? {
    switch parts.value {
    case .money(let money): money.currency?.code
    case .percent, .computedPercent: "%"
    case .text, .localized, .number, .date, .missing, .partial: nil
    }
  }
}
