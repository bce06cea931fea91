/// The proleptic Gregorian calendar of ISO 8601, in days since 1970-01-01.
package enum CivilCalendar {
  /// The years that dates may lie in.
  package static let years = 1...9999
  /// The days from 0001-01-01 to 9999-12-31.
  package static let days: ClosedRange<Int32> = -719_162...2_932_896

  /// The day number of a date; months beyond 1…12 carry over into the year.
  ///
  /// After Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `days_from_civil`.
  package static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let carried = year * 12 + month - 1
    let month = floorModulo(carried, 12) + 1
    let shifted = (carried - month + 1) / 12 - (month <= 2 ? 1 : 0)
    let era = floorDivision(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The year, month and day of a day number (`civil_from_days`).
  package static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = floorDivision(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * part + 2) / 5 + 1)
  }

  package static func lastDay(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The same day of the month `months` later or earlier, the month's last where it has no such day.
  static func shifted(_ number: Int, months: Int) -> Int {
    let (year, month, day) = civil(number)
    let carried = year * 12 + month - 1 + months
    let toMonth = floorModulo(carried, 12) + 1
    let toYear = floorDivision(carried, 12)
    return self.day(toYear, toMonth, min(day, lastDay(toYear, toMonth)))
  }

  /// The same day of the same month `years` later or earlier, the 28th for a 29 February that is not
  /// there; nil outside of the calendar's years.
  ///
  /// As `shifted`, but without the month: in years that begin with March a day keeps its number.
  package static func shifted(_ number: Int32, years: Int) -> Int32? {
    guard days.contains(number), abs(years) < self.years.count else { return nil }
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let year = era * 400 + yearOfEra + years
    guard year >= 0 else { return nil }
    let start = year * 365 + year / 4 - year / 100 + year / 400 - 719_468
    // Day 365 is 29 February, of the year that such a year ends in.
    let day = Int32(start + (dayOfYear == 365 && !isLeap(year + 1) ? 364 : dayOfYear))
    return days.contains(day) ? day : nil
  }

  @inline(__always) private static func floorDivision(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
  }

  @inline(__always) private static func floorModulo(_ value: Int, _ divisor: Int) -> Int {
    value - floorDivision(value, divisor) * divisor
  }
}
