extension Decimal {
  /// Reads a plain decimal number such as `-12`, `12.5` or `50 000`.
  ///
  /// Points and commas never group digits; a point before exactly three digits (`12.000`) is
  /// refused where it could, unless the part before it is `0` or has more than three digits.
  package static func read(_ bytes: TextBytes) -> Result<Decimal, ReadProblem> {
    let bytes = bytes.trimmed
    switch NumberScan.read(bytes) {
    case .success(let value): return .success(value)
    case .failure(let failure): return .failure(failure.problem(of: bytes.text))
    }
  }

  package static func read(_ text: String) -> Result<Decimal, ReadProblem> {
    text.withTextBytes(read)
  }

  /// Reads a number without a fraction.
  package static func readWhole(_ bytes: TextBytes) -> Result<Decimal, ReadProblem> {
    let number = read(bytes)
    if case .success(let value) = number, !value.isWhole {
      return .failure(.notWhole(bytes.trimmed.text))
    }
    return number
  }

  package static func readWhole(_ text: String) -> Result<Decimal, ReadProblem> {
    text.withTextBytes(readWhole)
  }
}

extension NumberFailure {
  /// The problem with the whole text; `wrap` makes the digits of a suggestion a whole value.
  func problem(of text: String, wrap: (String) -> String = { $0 }) -> ReadProblem {
    switch self {
    case .notANumber: Placeholder.recognises(text) ? .placeholder(text) : .notANumber(text)
    case .ambiguousGrouping: .ambiguousGrouping(text)
    case .decimalComma(let digits): .decimalComma(text, suggestion: wrap(digits))
    case .groupedDigits(let digits): .groupedDigits(text, suggestion: wrap(digits))
    case .unevenGroups: .unevenGroups(text)
    case .exponent: .exponent(text)
    case .tooManyDigits: .tooManyDigits(text)
    }
  }
}
