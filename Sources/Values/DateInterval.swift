/// How two dates follow one another.
package enum DateOrder: Sendable {
  case before, same, after
}

/// The days that a date may mean, of which it is one; not known which.
package struct DateInterval: Hashable, Sendable {
  /// The first and last day, in days since 1970-01-01.
  package let first: Int32
  package let last: Int32
  /// The unit of the calendar that the interval is; nil for any other span.
  package let precision: DatePrecision?

  package init(first: Int32, last: Int32, precision: DatePrecision?) {
    self.first = first
    self.last = last
    self.precision = precision
  }

  /// The date that the interval is; nil where it is no unit of the calendar.
  package var date: CalendarDate? {
    let precision = precision ?? (first == last ? .day : nil)
    return precision.flatMap { CalendarDate(containing: first, $0) }
  }

  /// The first day alone: how a field `from its first day` is read.
  package var atFirstDay: DateInterval {
    DateInterval(first: first, last: first, precision: .day)
  }

  /// The last day alone: how a field `to its last day` is read.
  package var atLastDay: DateInterval {
    DateInterval(first: last, last: last, precision: .day)
  }

  private func isSameUnit(as other: DateInterval) -> Bool {
    precision != nil && precision == other.precision
  }
}

// Dates of the same precision compare as units of the calendar; dates of different precision
// compare as intervals, where the answer is unknown as long as some of their days disagree.
extension DateInterval {
  /// How the first date stands to the second; nil where that is not certain.
  package static func compare(_ left: DateInterval, _ right: DateInterval) -> DateOrder? {
    if left.last < right.first { return .before }
    if left.first > right.last { return .after }
    return left.isSame(as: right) == .yes ? .same : nil
  }

  package func isSame(as other: DateInterval) -> Truth {
    if last < other.first || first > other.last { return .no }
    let isOneDay = first == last && other.first == other.last
    return isOneDay || isSameUnit(as: other) ? .yes : .unknown
  }

  package func isBefore(_ other: DateInterval) -> Truth {
    if last < other.first { return .yes }
    return first >= other.last || isSameUnit(as: other) ? .no : .unknown
  }

  package func isAfter(_ other: DateInterval) -> Truth { other.isBefore(self) }

  package func isOnOrBefore(_ other: DateInterval) -> Truth { isAfter(other).not }

  package func isOnOrAfter(_ other: DateInterval) -> Truth { isBefore(other).not }

  /// Whether the date lies on or after the period's start and on or before its end.
  package func isWithin(_ period: Period) -> Truth {
    isOnOrAfter(period.from).and(isOnOrBefore(period.to))
  }

  /// The earlier of two dates, as the days that it may fall on.
  package func earlier(_ other: DateInterval) -> DateInterval {
    if self == other { return self }
    return Self.span(min(first, other.first), min(last, other.last), [self, other])
  }

  /// The later of two dates, as the days that it may fall on.
  package func later(_ other: DateInterval) -> DateInterval {
    if self == other { return self }
    return Self.span(max(first, other.first), max(last, other.last), [self, other])
  }

  /// The one of `sources` that is this span, so that it keeps its precision; else a bare span.
  private static func span(
    _ first: Int32, _ last: Int32, _ sources: [DateInterval]
  ) -> DateInterval {
    sources.first { $0.first == first && $0.last == last }
      ?? DateInterval(first: first, last: last, precision: nil)
  }
}

/// The days from one date to another.
package struct Period: Hashable, Sendable {
  package let from: DateInterval
  package let to: DateInterval

  package init(from: DateInterval, to: DateInterval) {
    self.from = from
    self.to = to
  }

  /// The period of all days of one date, from its first to its last.
  package init(_ date: DateInterval) {
    self.init(from: date.atFirstDay, to: date.atLastDay)
  }

  /// Whether the periods have a day in common; a period that ends before it starts has none.
  package func overlaps(_ other: Period) -> Truth {
    from.isOnOrBefore(other.to).and(other.from.isOnOrBefore(to))
      .and(from.isOnOrBefore(to)).and(other.from.isOnOrBefore(other.to))
  }
}

extension DateInterval {
  /// Both ends that many days later; nil outside years 1…9999.
  package func adding(days: Int) -> DateInterval? {
    let isDay = precision == .day || days == 0
    return shifted(precision: isDay ? precision : nil) { $0.addingReportingOverflow(days) }
  }

  /// Both ends that many months later; nil outside years 1…9999.
  ///
  /// A day that its new month does not have becomes the month's last. A month stays a month, and a
  /// quarter or year stays one where the shift is a multiple of it.
  package func adding(months: Int) -> DateInterval? {
    guard abs(months) <= 120_000 else { return nil }
    switch precision {
    case .day, nil:
      return shifted(precision: precision) {
        (CivilCalendar.shifted($0, months: months), false)
      }
    case .month, .quarter, .year:
      let unit = precision == .month ? 1 : precision == .quarter ? 3 : 12
      let start = CivilCalendar.shifted(Int(first), months: months)
      let end = CivilCalendar.shifted(Int(last) + 1, months: months) - 1
      return Self.checked(start, end, months % unit == 0 ? precision : nil)
    }
  }

  /// Both ends that many years later; nil outside years 1…9999.
  package func adding(years: Int) -> DateInterval? {
    abs(years) <= 10_000 ? adding(months: years * 12) : nil
  }

  private func shifted(
    precision: DatePrecision?, _ shift: (Int) -> (Int, overflow: Bool)
  ) -> DateInterval? {
    let (start, startOverflow) = shift(Int(first))
    let (end, endOverflow) = last == first ? (start, startOverflow) : shift(Int(last))
    return startOverflow || endOverflow ? nil : Self.checked(start, end, precision)
  }

  private static func checked(
    _ start: Int, _ end: Int, _ precision: DatePrecision?
  ) -> DateInterval? {
    guard start >= Int(CivilCalendar.days.lowerBound), end <= Int(CivilCalendar.days.upperBound)
    else { return nil }
    return DateInterval(first: Int32(start), last: Int32(end), precision: precision)
  }
}
