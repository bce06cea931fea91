import RuleSyntax
import Semantics
import Values

/// Dates of every precision around the dates that rules name.
extension SampleValues {
  /// - Parameter count: how many fields are compared with each other; as many different days are
  ///   needed on each side of a date.
  mutating func dates(_ literals: [Literal], count: Int, readsToday: Bool) -> [String] {
    var named = literals.compactMap { literal -> CalendarDate? in
      if case .date(let date) = literal { date } else { nil }
    }
    if readsToday, let today = Self.today {
      // With other dates beside it, what holds would depend on which day is today.
      if !named.isEmpty { gaps.insert(.bounds) }
      named.append(today)
    }
    guard !named.isEmpty else { return Self.unnamed(count) }
    if count > 2 { gaps.insert(.bounds) }
    var found: [CalendarDate?] = []
    for date in named {
      let (first, last) = (date.firstDay, date.lastDay)
      let reach = Int32(max(1, count))
      found.append(CalendarDate(containing: first - 1, .day))
      found.append(date)
      found.append(CalendarDate(containing: last + 1, .day))
      for offset in 0..<reach {
        found.append(CalendarDate(containing: first - 1 - offset, .day))
        found.append(CalendarDate(containing: last + 1 + offset, .day))
      }
      found.append(CalendarDate(containing: first, .day))
      found.append(CalendarDate(containing: last, .day))
      found.append(CalendarDate(containing: first - 1, date.precision))
      found.append(CalendarDate(containing: last + 1, date.precision))
      for precision in DatePrecision.allCases where precision < date.precision {
        found.append(CalendarDate(containing: first, precision))
      }
    }
    var seen: Set<String> = []
    return found.compactMap { $0?.iso() }.filter { seen.insert($0).inserted }
  }

  /// Dates in all orders that `count` fields can have, and some that only overlap.
  private static func unnamed(_ count: Int) -> [String] {
    guard count > 1 else { return ["2030-05-15"] }
    let days = (0..<count).map { "2030-05-\(15 + min($0, 15))" }
    return days + ["2030", "2031", "2030-05"]
  }
}
