/// How much of a date is known; a day is the finest.
package enum DatePrecision: UInt8, CaseIterable, Comparable, Sendable {
  case year, quarter, month, day

  package static func < (left: DatePrecision, right: DatePrecision) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A date with the precision that it was written with: `2027`, `2027-Q3`, `2027-03`, `2027-03-31`.
///
/// The calendar is the proleptic Gregorian one of ISO 8601, years 1 to 9999.
package struct CalendarDate: Hashable, Sendable {
  /// The first day that the date may mean, in days since 1970-01-01.
  package let firstDay: Int32
  package let precision: DatePrecision

  private init(unchecked firstDay: Int, _ precision: DatePrecision) {
    self.firstDay = Int32(firstDay)
    self.precision = precision
  }

  package init?(year: Int) {
    guard CivilCalendar.years.contains(year) else { return nil }
    self.init(unchecked: CivilCalendar.day(year, 1, 1), .year)
  }

  package init?(year: Int, quarter: Int) {
    guard CivilCalendar.years.contains(year), 1...4 ~= quarter else { return nil }
    self.init(unchecked: CivilCalendar.day(year, quarter * 3 - 2, 1), .quarter)
  }

  package init?(year: Int, month: Int) {
    guard CivilCalendar.years.contains(year), 1...12 ~= month else { return nil }
    self.init(unchecked: CivilCalendar.day(year, month, 1), .month)
  }

  package init?(year: Int, month: Int, day: Int) {
    guard CivilCalendar.years.contains(year), 1...12 ~= month, day >= 1,
      day <= CivilCalendar.lastDay(year, month)
    else { return nil }
    self.init(unchecked: CivilCalendar.day(year, month, day), .day)
  }

  /// The date of `precision` that holds a day, counted from 1970-01-01; nil outside years 1…9999.
  package init?(containing day: Int32, _ precision: DatePrecision) {
    guard CivilCalendar.days.contains(day) else { return nil }
    let (year, month, _) = CivilCalendar.civil(Int(day))
    switch precision {
    case .year: self.init(unchecked: CivilCalendar.day(year, 1, 1), .year)
    case .quarter:
      self.init(unchecked: CivilCalendar.day(year, (month - 1) / 3 * 3 + 1, 1), .quarter)
    case .month: self.init(unchecked: CivilCalendar.day(year, month, 1), .month)
    case .day: self.init(unchecked: Int(day), .day)
    }
  }

  /// The last day that the date may mean, in days since 1970-01-01.
  package var lastDay: Int32 {
    if precision == .day { return firstDay }
    let (year, month, _) = CivilCalendar.civil(Int(firstDay))
    let months =
      switch precision {
      case .year: 12
      case .quarter: 3
      case .month, .day: 1
      }
    return Int32(CivilCalendar.day(year, month + months, 1) - 1)
  }

  package var year: Int { CivilCalendar.civil(Int(firstDay)).year }

  /// The quarter, 1…4; nil where only the year is known.
  package var quarter: Int? {
    precision == .year ? nil : (CivilCalendar.civil(Int(firstDay)).month + 2) / 3
  }

  /// The month, 1…12; nil where it is not known.
  package var month: Int? {
    precision < .month ? nil : CivilCalendar.civil(Int(firstDay)).month
  }

  /// The day of the month, from 1; nil where it is not known.
  package var day: Int? {
    precision == .day ? CivilCalendar.civil(Int(firstDay)).day : nil
  }

  /// The date in 64 bits, ordered by first day, then from coarse to fine.
  package var packed: Int64 { Int64(firstDay) << 8 | Int64(precision.rawValue) }

  /// The date that was packed.
  package init(packed: Int64) {
    firstDay = Int32(packed >> 8)
    precision = DatePrecision(rawValue: UInt8(packed & 3)) ?? .day
  }

  /// All days that the date may mean.
  package var interval: DateInterval {
    DateInterval(first: firstDay, last: lastDay, precision: precision)
  }

  /// The same date known to less precision; itself where it is coarser already.
  package func widened(to coarser: DatePrecision) -> CalendarDate {
    coarser >= precision ? self : CalendarDate(containing: firstDay, coarser) ?? self
  }
}
