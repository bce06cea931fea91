import Diagnostics

/// An exact amount of money; only the amount 0 may stand without a currency.
package struct Money: Hashable, Sendable {
  package let amount: Decimal
  package let currency: Currency?

  package init(_ amount: Decimal, _ currency: Currency?) {
    self.amount = amount
    self.currency = currency
  }

  /// Reads `50000 EUR`, `50 000 EUR`, `EUR 50000`, `12.50 €` or `0`.
  ///
  /// An amount without a unit is read in `defaultCurrency`, or is a problem where there is none.
  package static func read(
    _ bytes: TextBytes, defaultCurrency: Currency? = nil
  ) -> Result<Money, ReadProblem> {
    let bytes = bytes.trimmed
    let parts = MoneyParts(bytes)
    var currency = defaultCurrency
    if !parts.leading.isEmpty || !parts.trailing.isEmpty {
      let unit = parts.leading.isEmpty ? parts.trailing : parts.leading
      guard parts.leading.isEmpty || parts.trailing.isEmpty, let stated = Currency(unit) else {
        return .failure(MoneyProblem.find(in: bytes.text))
      }
      currency = stated
    }
    switch NumberScan.read(parts.number) {
    case .success(let amount):
      guard currency != nil || amount.isZero else {
        return .failure(.moneyWithoutUnit(bytes.text))
      }
      return .success(Money(amount, currency))
    case .failure(.notANumber):
      return .failure(MoneyProblem.find(in: bytes.text))
    case .failure(let failure):
      let isStated = !parts.leading.isEmpty || !parts.trailing.isEmpty
      let unit = isStated ? currency.map { " \($0.code)" } ?? "" : ""
      return .failure(failure.problem(of: bytes.text) { $0 + unit })
    }
  }

  package static func read(
    _ text: String, defaultCurrency: Currency? = nil
  ) -> Result<Money, ReadProblem> {
    text.withTextBytes { read($0, defaultCurrency: defaultCurrency) }
  }

  /// The amount with its unit, as CLDR has it: `€412,000.50` in English, `412.000,50 €` in German.
  ///
  /// Cents are shown with two digits where there are any. Spaces are no-break spaces.
  package func formatted(_ language: Language) -> String {
    let digits = amount.isWhole ? 0 : 2
    let number = amount.formatted(language, minimumFractionDigits: digits)
    guard let currency else { return number }
    switch language {
    case .german:
      return "\(number)\u{A0}\(currency.symbol ?? currency.code)"
    case .english:
      guard let symbol = currency.symbol else { return "\(currency.code)\u{A0}\(number)" }
      return number.hasPrefix("-") ? "-\(symbol)\(number.dropFirst())" : symbol + number
    }
  }

  /// The spelling that a plan uses: `412000.50 EUR`.
  package func plain() -> String {
    currency.map { "\(amount.plain()) \($0.code)" } ?? amount.plain()
  }
}

/// The digits of an amount and what stands before and after them, spaces around these cut off.
struct MoneyParts {
  var leading: TextBytes
  var number: TextBytes
  var trailing: TextBytes

  init(_ bytes: TextBytes) {
    var start = 0
    while start < bytes.count, !bytes[start].isASCIIDigit { start += 1 }
    var end = bytes.count
    while end > start, !bytes[end - 1].isASCIIDigit { end -= 1 }
    if start > 0, bytes[start - 1] == 45 {
      start -= 1
    } else if start > 2, NumberScan.signLength(bytes, start - 3) == 3 {
      start -= 3
    }
    number = bytes.slice(start, end)
    leading = Self.withoutSpaces(bytes.slice(0, start))
    trailing = Self.withoutSpaces(bytes.slice(end, bytes.count))
  }

  /// The bytes without ASCII and no-break spaces at either end.
  private static func withoutSpaces(_ bytes: TextBytes) -> TextBytes {
    var rest = bytes.trimmed
    while rest.count > 0 {
      let (mark, length) = NumberScan.groupMark(rest, 0)
      guard mark != 0, mark != 2, mark != 6 else { break }
      rest = rest.slice(length, rest.count)
    }
    for length in [2, 3] {
      while rest.count >= length {
        let (mark, found) = NumberScan.groupMark(rest, rest.count - length)
        guard found == length, mark >= 3, mark <= 5 else { break }
        rest = rest.slice(0, rest.count - length)
      }
    }
    return rest
  }
}
