/// Why a text cannot be read as a value of the declared type.
///
/// Each case holds the text as it was found; a `suggestion` is a spelling that is certain to mean
/// the same, so that an editor may offer it as a fix. Where two readings are possible there is none.
package enum ReadProblem: Error, Hashable, Sendable {
  // Numbers
  case notANumber(String)
  /// A point or comma before exactly three digits: `12.000`.
  case ambiguousGrouping(String)
  /// Points or commas group digits in a way that has one reading: `50.000,00`.
  case groupedDigits(String, suggestion: String)
  case decimalComma(String, suggestion: String)
  /// Spaces or apostrophes that do not set apart groups of three: `50 00`.
  case unevenGroups(String)
  case exponent(String)
  case tooManyDigits(String)
  case notWhole(String)
  /// `12 Prozent`, `12 percent`.
  case percentInWords(String, suggestion: String)
  case notAPercentage(String)

  // Money
  case moneyWithoutUnit(String)
  case unknownCurrency(String, unit: String, suggestion: String?)
  case looksLikeMoney(String, MoneyWording, suggestion: String?)
  case notMoney(String)

  // Dates
  /// A date whose only reading is certain, in another spelling: `31.03.2027`.
  case dateInOtherSpelling(String, suggestion: String)
  /// Day and month may be either: `01/02/2027`.
  case ambiguousDate(String, dayFirst: String, monthFirst: String)
  case shortYear(String)
  /// A day, month or quarter that no calendar has; `lastDay` is the month's where only the day is.
  case impossibleDate(String, lastDay: Int?)
  /// A season, `by …`, `end of …`; `near` is the written part of the calendar.
  case vagueDate(String, near: String?)
  case ongoing(String)
  case dateRange(String, from: String, to: String)
  case duration(String)
  case notADate(String)

  // Any type
  case notYesOrNo(String, suggestion: String?)
  /// `k. A.`, `tbd`, `noch nicht bezifferbar`.
  case placeholder(String)
}

/// In which way a text speaks of money without being an exact amount.
package enum MoneyWording: UInt8, CaseIterable, Sendable {
  /// `120 T€`, `4,55 Mio €`, `EUR 6 thousand`.
  case scaled
  /// `ca. 850.000 Euro`.
  case approximate
  /// `9–12 €`.
  case range
  /// `135.420.000 € netto`, `50 000 € /Schuljahr`.
  case qualified
  /// `[58.000]`.
  case bracketed
  /// `500,- €`.
  case dashForCents
}

extension ReadProblem {
  /// A spelling that certainly means the same; nil where none is certain.
  package var suggestion: String? {
    switch self {
    case .groupedDigits(_, let suggestion), .decimalComma(_, let suggestion),
      .percentInWords(_, let suggestion), .dateInOtherSpelling(_, let suggestion):
      suggestion
    case .unknownCurrency(_, _, let suggestion), .looksLikeMoney(_, _, let suggestion),
      .notYesOrNo(_, let suggestion):
      suggestion
    case .notANumber, .ambiguousGrouping, .unevenGroups, .exponent, .tooManyDigits, .notWhole,
      .notAPercentage, .moneyWithoutUnit, .notMoney, .ambiguousDate, .shortYear, .impossibleDate,
      .vagueDate, .ongoing, .dateRange, .duration, .notADate, .placeholder:
      nil
    }
  }

  /// The text as it was found.
  package var text: String {
    switch self {
    case .notANumber(let text), .ambiguousGrouping(let text), .groupedDigits(let text, _),
      .decimalComma(let text, _), .unevenGroups(let text), .exponent(let text),
      .tooManyDigits(let text), .notWhole(let text), .percentInWords(let text, _),
      .notAPercentage(let text), .moneyWithoutUnit(let text), .unknownCurrency(let text, _, _),
      .looksLikeMoney(let text, _, _), .notMoney(let text), .dateInOtherSpelling(let text, _),
      .ambiguousDate(let text, _, _), .shortYear(let text), .impossibleDate(let text, _),
      .vagueDate(let text, _), .ongoing(let text), .dateRange(let text, _, _),
      .duration(let text), .notADate(let text), .notYesOrNo(let text, _), .placeholder(let text):
      text
    }
  }

  /// The text for a message: at most 60 characters of it, without line breaks.
  var quoted: String {
    let line = text.map { $0.isNewline ? " " : $0 }
    let shown = line.count > 60 ? String(line.prefix(59)) + "…" : String(line)
    return "`\(shown)`"
  }
}
