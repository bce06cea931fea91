import Reporting
import Values

/// What rows are sorted by.
enum SortValue: Comparable {
  case number(Decimal)
  case day(Int32)
  case text(String)
}

extension SortValue {
  /// nil for a cell that shows no value.
  init?(_ cell: ReportTable.Cell) {
    switch cell {
    case .number(let value), .percent(let value), .computedPercent(let value):
      self = .number(value)
    case .money(let money): self = .number(money.amount)
    case .date(let date): self = .day(date.firstDay)
    case .text(let text):
      if text.isEmpty { return nil }
      self = .text(text.lowercased())
    case .localized(let text): self = .text(text.english.lowercased())
    case .missing, .partial: return nil
    }
  }
}
