import Diagnostics

/// A number of hundredths, written `12 %`; `value` is 12.
package struct Percent: Hashable, Comparable, Sendable {
  package let value: Decimal

  package init(_ value: Decimal) { self.value = value }

  package static func < (left: Percent, right: Percent) -> Bool { left.value < right.value }

  /// Reads `12 %`, `12%`, `12.5 %` or, since the type is declared, `12`.
  package static func read(_ bytes: TextBytes) -> Result<Percent, ReadProblem> {
    let bytes = bytes.trimmed
    var end = bytes.count
    if end > 0, bytes[end - 1] == 37 {
      end -= 1
      while end > 0 {
        let length = spaceLength(bytes, endingAt: end)
        if length == 0 { break }
        end -= length
      }
    }
    switch NumberScan.read(bytes.slice(0, end)) {
    case .success(let value): return .success(Percent(value))
    case .failure(.notANumber): return .failure(problem(of: bytes.text))
    case .failure(let failure):
      return .failure(failure.problem(of: bytes.text) { "\($0) %" })
    }
  }

  package static func read(_ text: String) -> Result<Percent, ReadProblem> {
    text.withTextBytes(read)
  }

  /// As people of a language write it: `12.5%` in English, `12,5 %` in German (DIN 5008).
  package func formatted(_ language: Language, minimumFractionDigits: Int = 0) -> String {
    let number = value.formatted(language, minimumFractionDigits: minimumFractionDigits)
    return language.pick("\(number)%", "\(number)\u{A0}%")
  }

  private static func spaceLength(_ bytes: TextBytes, endingAt end: Int) -> Int {
    for length in 1...3 where end >= length {
      let (mark, found) = NumberScan.groupMark(bytes, end - length)
      if found == length, mark != 2, mark != 6 { return length }
    }
    return 0
  }

  private static func problem(of text: String) -> ReadProblem {
    if Placeholder.recognises(text) { return .placeholder(text) }
    let tokens = Token.split(text)
    let unit = tokens.dropFirst().map(\.text).joined()
    let units = ["prozent", "percent", "pct", "vh", "percentage", "vomhundert"]
    if case .number(let digits)? = tokens.first, units.contains(unit),
      case .success(let number) = Decimal.read(digits)
    {
      return .percentInWords(text, suggestion: "\(number.plain()) %")
    }
    return .notAPercentage(text)
  }
}
