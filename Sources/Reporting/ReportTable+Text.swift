import Diagnostics
import Values

extension ReportTable.Cell {
  /// The cell as people read it, a partial aggregate with what it rests on.
  package func text(_ language: Language) -> String {
    switch self {
    case .text(let text): text
    case .localized(let text): text[language]
    case .number(let number): number.formatted(language)
    case .money(let money): money.formatted(language)
    case .percent(let value): Percent(value).formatted(language)
    case .computedPercent(let value): Percent(value.rounded(fractionDigits: 1)).formatted(language)
    case .date(let date): date.formatted(language)
    case .missing(let reason): reason[language]
    case .partial(let value, let share): "\(value.text(language)) \(share.text(language))"
    }
  }

  /// The number in the cell, or in its partial value; nil where it shows none.
  package var number: Decimal? {
    switch parts.value {
    case .number(let value), .percent(let value), .computedPercent(let value): value
    case .money(let money): money.amount
    case .text, .localized, .date, .missing, .partial: nil
    }
  }

  /// The value without what it rests on, and the share where the value is partial.
  package var parts: (value: ReportTable.Cell, share: ReportTable.Share?) {
    if case .partial(let value, let share) = self { return (value, share) }
    return (self, nil)
  }
}

extension ReportTable.Share {
  /// `from 12 of 15 measures; 3 not stated`.
  package func text(_ language: Language) -> String {
    let members = members[language]
    let missing = missing[language]
    return language.pick(
      "from \(stated) of \(of) \(members); \(missing)",
      "aus \(stated) von \(of) \(members); \(missing)")
  }

  /// `(12 of 15)`, for narrow columns.
  package func shortText(_ language: Language) -> String {
    language.pick("(\(stated) of \(of))", "(\(stated) von \(of))")
  }
}
