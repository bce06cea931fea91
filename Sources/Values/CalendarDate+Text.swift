import Diagnostics

extension CalendarDate {
  /// The spelling that a plan uses (ISO 8601, with `2027-Q3` for a quarter).
  package func iso() -> String {
    let year = Self.padded(self.year, 4)
    switch precision {
    case .year: return year
    case .quarter: return "\(year)-Q\(quarter ?? 0)"
    case .month: return "\(year)-\(Self.padded(month ?? 0, 2))"
    case .day: return "\(year)-\(Self.padded(month ?? 0, 2))-\(Self.padded(day ?? 0, 2))"
    }
  }

  /// As people of a language write it: `31 March 2027`, `31.03.2027` (DIN 5008).
  package func formatted(_ language: Language) -> String {
    let name = month.map { Self.monthNames(language)[$0 - 1] } ?? ""
    switch (precision, language) {
    case (.year, _): return "\(year)"
    case (.quarter, .english): return "Q\(quarter ?? 0) \(year)"
    case (.quarter, .german): return "\(quarter ?? 0). Quartal \(year)"
    case (.month, _): return "\(name) \(year)"
    case (.day, .english): return "\(day ?? 0) \(name) \(year)"
    case (.day, .german):
      return "\(Self.padded(day ?? 0, 2)).\(Self.padded(month ?? 0, 2)).\(Self.padded(year, 4))"
    }
  }

  /// The twelve names of the months, January first.
  package static func monthNames(_ language: Language) -> [String] {
    switch language {
    case .english:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    case .german:
      [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ]
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension DateInterval {
  /// The date as people write it, or `from … to …` where it is no unit of the calendar.
  package func formatted(_ language: Language) -> String {
    if let date { return date.formatted(language) }
    let days = (CalendarDate(containing: first, .day), CalendarDate(containing: last, .day))
    let from = days.0?.formatted(language) ?? ""
    let to = days.1?.formatted(language) ?? ""
    return language.pick("\(from) to \(to)", "\(from) bis \(to)")
  }
}
