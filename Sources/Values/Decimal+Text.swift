import Diagnostics

extension Decimal {
  /// The digits with a point before the fraction and no grouping, such as `412000.5`.
  package func plain() -> String {
    formatted(decimalMark: ".", groupMark: "", minimumFractionDigits: 0)
  }

  /// The number as people of a language write it: `412,000.50` in English, `412.000,50` in German.
  ///
  /// Digits beyond `minimumFractionDigits` are shown, never rounded away.
  package func formatted(_ language: Language, minimumFractionDigits: Int = 0) -> String {
    switch language {
    case .english:
      formatted(decimalMark: ".", groupMark: ",", minimumFractionDigits: minimumFractionDigits)
    case .german:
      formatted(decimalMark: ",", groupMark: ".", minimumFractionDigits: minimumFractionDigits)
    }
  }

  private func formatted(
    decimalMark: String, groupMark: String, minimumFractionDigits: Int
  ) -> String {
    var digits = Array(String(mantissa.magnitude).utf8)
    let scale = Int(scale)
    if digits.count <= scale {
      digits = [UInt8](repeating: 48, count: scale + 1 - digits.count) + digits
    }
    let whole = digits.count - scale
    var text = mantissa < 0 ? "-" : ""
    for index in 0..<whole {
      if index > 0, (whole - index) % 3 == 0 { text += groupMark }
      text.unicodeScalars.append(Unicode.Scalar(digits[index]))
    }
    let shown = max(scale, minimumFractionDigits)
    if shown > 0 { text += decimalMark }
    for index in 0..<shown {
      text.unicodeScalars.append(Unicode.Scalar(index < scale ? digits[whole + index] : 48))
    }
    return text
  }
}

extension Decimal: CustomStringConvertible {
  package var description: String { plain() }
}
