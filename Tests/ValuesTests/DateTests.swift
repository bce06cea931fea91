import Diagnostics
import TestSupport
import Testing
import Values

@Suite struct DateReading {
  @Test(arguments: [
    ("2027", "2027", DatePrecision.year), ("2027-Q3", "2027-Q3", .quarter),
    ("2027-q1", "2027-Q1", .quarter), ("2027-03", "2027-03", .month),
    ("2027-03-31", "2027-03-31", .day), (" 2027 ", "2027", .year), ("0001", "0001", .year),
    ("2024-02-29", "2024-02-29", .day), ("9999-12-31", "9999-12-31", .day),
  ])
  func reads(text: String, iso: String, precision: DatePrecision) {
    let date = CalendarDate.read(text).value
    #expect(date?.iso() == iso)
    #expect(date?.precision == precision)
  }

  @Test(arguments: [
    ("31.03.2027", "2027-03-31"), ("31. 3. 2027", "2027-03-31"), ("1.2.2027", "2027-02-01"),
    ("03/31/2027", "2027-03-31"), ("31/03/2027", "2027-03-31"), ("03/03/2027", "2027-03-03"),
    ("03.2027", "2027-03"), ("03/2027", "2027-03"), ("3-2027", "2027-03"), ("2027/03", "2027-03"),
    ("2027-3", "2027-03"), ("2027-3-1", "2027-03-01"), ("2027/03/31", "2027-03-31"),
    ("2027.03.31", "2027-03-31"), ("2027-03-31T10:00", "2027-03-31"),
    ("2027-03-31 10:00:00", "2027-03-31"), ("31. März 2027", "2027-03-31"),
    ("31 March 2027", "2027-03-31"), ("March 31st, 2027", "2027-03-31"), ("März 2027", "2027-03"),
    ("Sept. 2027", "2027-09"), ("Dezember 2027", "2027-12"), ("Q3/2027", "2027-Q3"),
    ("Q3 2027", "2027-Q3"), ("2027 Q3", "2027-Q3"), ("3. Quartal 2027", "2027-Q3"),
    ("III. Quartal 2027", "2027-Q3"), ("3rd quarter 2027", "2027-Q3"), ("2027Q3", "2027-Q3"),
  ])
  func suggestsTheOneReading(text: String, suggestion: String) {
    #expect(
      CalendarDate.read(text).problem == .dateInOtherSpelling(text, suggestion: suggestion))
    #expect(CalendarDate.read(suggestion).value != nil)
  }

  @Test(arguments: [
    (
      "01/02/2027",
      ReadProblem.ambiguousDate(
        "01/02/2027", dayFirst: "2027-02-01", monthFirst: "2027-01-02")
    ),
    ("31.03.27", .shortYear("31.03.27")),
    ("2027-02-30", .impossibleDate("2027-02-30", lastDay: 28)),
    ("2027-02-29", .impossibleDate("2027-02-29", lastDay: 28)),
    ("2027-04-00", .impossibleDate("2027-04-00", lastDay: 30)),
    ("2027-13", .impossibleDate("2027-13", lastDay: nil)),
    ("2027-00-01", .impossibleDate("2027-00-01", lastDay: nil)),
    ("2027-Q5", .impossibleDate("2027-Q5", lastDay: nil)),
    ("0000", .impossibleDate("0000", lastDay: nil)),
    ("30.02.2027", .impossibleDate("30.02.2027", lastDay: 28)),
    ("5. Quartal 2027", .impossibleDate("5. Quartal 2027", lastDay: nil)),
    ("Frühjahr 2027", .vagueDate("Frühjahr 2027", near: "2027")),
    ("Fall 2027", .vagueDate("Fall 2027", near: "2027")),
    ("Ende 2027", .vagueDate("Ende 2027", near: "2027")),
    ("bis zum Sommer 2007", .vagueDate("bis zum Sommer 2007", near: "2007")),
    ("By March 2023", .vagueDate("By March 2023", near: "2023-03")),
    ("2. Halbjahr 2027", .vagueDate("2. Halbjahr 2027", near: "2027")),
    ("laufend", .ongoing("laufend")), ("ongoing", .ongoing("ongoing")),
    ("Ongoing", .ongoing("Ongoing")),
    ("laufend/kontinuierlich", .ongoing("laufend/kontinuierlich")),
    ("2018 bis 2021", .dateRange("2018 bis 2021", from: "2018", to: "2021")),
    ("2025-2029", .dateRange("2025-2029", from: "2025", to: "2029")),
    ("2025–2029", .dateRange("2025–2029", from: "2025", to: "2029")),
    ("Ca. 1,5 Jahre ab Beauftragung", .duration("Ca. 1,5 Jahre ab Beauftragung")),
    ("2027/28", .notADate("2027/28")), ("27", .notADate("27")), ("", .notADate("")),
    ("20270331", .notADate("20270331")), ("bald", .notADate("bald")),
    ("1. und 2. März", .notADate("1. und 2. März")),
    ("tbd", .placeholder("tbd")), ("noch offen", .placeholder("noch offen")),
    ("zu klären", .placeholder("zu klären")), ("-", .placeholder("-")),
  ])
  func refuses(text: String, problem: ReadProblem) {
    #expect(CalendarDate.read(text).problem == problem)
  }

  @Test func formatting() {
    let texts: [(String, String, String)] = [
      ("2027-03-31", "31 March 2027", "31.03.2027"), ("2027-03", "March 2027", "März 2027"),
      ("2027-Q3", "Q3 2027", "3. Quartal 2027"), ("2027", "2027", "2027"),
    ]
    for (iso, english, german) in texts {
      let date = CalendarDate.read(iso).value!
      #expect(date.formatted(.english) == english)
      #expect(date.formatted(.german) == german)
      #expect(date.interval.formatted(.german) == german)
    }
    let span = interval("2027-03").earlier(interval("2027-03-15"))
    #expect(span.formatted(.english) == "1 March 2027 to 15 March 2027")
    #expect(span.formatted(.german) == "01.03.2027 bis 15.03.2027")
  }
}

func interval(_ text: String) -> DateInterval { CalendarDate.read(text).value!.interval }

@Suite struct CalendarLaws {
  @Test(arguments: [1...5, 1580...2420, 9990...9999])
  func everyDayCountsOn(years: ClosedRange<Int>) {
    var number = CivilCalendar.day(years.lowerBound, 1, 1)
    for year in years {
      for month in 1...12 {
        for day in 1...CivilCalendar.lastDay(year, month) {
          let civil = CivilCalendar.civil(number)
          guard civil == (year, month, day), CivilCalendar.day(year, month, day) == number else {
            Issue.record("day \(number) is \(civil), not \((year, month, day))")
            return
          }
          number += 1
        }
      }
    }
  }

  @Test func theCalendarEndsWithItsYears() {
    #expect(CivilCalendar.day(1, 1, 1) == Int(CivilCalendar.days.lowerBound))
    #expect(CivilCalendar.day(9999, 12, 31) == Int(CivilCalendar.days.upperBound))
  }

  @Test func theEpochAndLeapYears() {
    #expect(CivilCalendar.day(1970, 1, 1) == 0)
    #expect(CivilCalendar.day(2000, 3, 1) == 11_017)
    #expect(CivilCalendar.isLeap(2000) && CivilCalendar.isLeap(2024))
    #expect(!CivilCalendar.isLeap(1900) && !CivilCalendar.isLeap(2027))
  }

  /// A day that is moved by years by itself comes where a date is moved that it is.
  @Test func daysMoveByYearsAsDatesDo() {
    func agrees(_ day: Int32, _ years: Int) -> Bool {
      let date = DateInterval(first: day, last: day, precision: .day)
      return CivilCalendar.shifted(day, years: years) == date.adding(years: years)?.first
    }
    let days = Int32(CivilCalendar.day(1896, 1, 1))...Int32(CivilCalendar.day(1908, 1, 1))
    for day in days {
      for years in -9...9 where !agrees(day, years) { Issue.record("\(day) and \(years) years") }
    }
    var random = SeededRandom(12)
    for _ in 0..<20_000 {
      let day = Int32.random(in: CivilCalendar.days, using: &random)
      let years = Int.random(in: -11_000...11_000, using: &random)
      #expect(agrees(day, years), "\(day) and \(years) years")
    }
    for day in [CivilCalendar.days.lowerBound, CivilCalendar.days.upperBound] {
      for years in [0, 1, -1, 9_998, -9_998, 9_999, -9_999] { #expect(agrees(day, years)) }
    }
  }

  @Test func packingAndTextsRoundTrip() {
    var random = SeededRandom(11)
    for _ in 0..<2_000 {
      let day = Int32.random(in: CivilCalendar.days, using: &random)
      for precision in DatePrecision.allCases {
        let date = CalendarDate(containing: day, precision)!
        #expect(CalendarDate(packed: date.packed) == date)
        #expect(CalendarDate.read(date.iso()).value == date)
        #expect(date.firstDay <= day && day <= date.lastDay)
        #expect(CalendarDate(containing: date.lastDay, precision) == date)
        if date.lastDay < CivilCalendar.days.upperBound {
          #expect(CalendarDate(containing: date.lastDay + 1, precision) != date)
        }
      }
    }
  }

  @Test func partsAreKnownAsFarAsThePrecisionGoes() {
    let quarter = CalendarDate.read("2027-Q3").value!
    #expect(quarter.year == 2027 && quarter.quarter == 3)
    #expect(quarter.month == nil && quarter.day == nil)
    let day = CalendarDate.read("2027-08-09").value!
    #expect(day.quarter == 3 && day.month == 8 && day.day == 9)
    #expect(CalendarDate.read("2027").value?.quarter == nil)
    #expect(CalendarDate(containing: .max, .day) == nil)
    #expect(CalendarDate(year: 2027, month: 13) == nil)
    #expect(CalendarDate(year: 10_000) == nil)
    #expect(CalendarDate(year: 2027, quarter: 0) == nil)
  }
}

@Suite struct DateArithmetic {
  @Test(arguments: [
    ("2027-01-31", 1, "2027-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2027-03-31", -1, "2027-02-28"),
    ("2027-12", 1, "2028-01"), ("2027-04", 1, "2027-05"), ("2027-Q4", 3, "2028-Q1"),
    ("2027", 24, "2029"), ("2027", -12, "2026"), ("0001-02", -1, "0001-01"),
  ])
  func months(text: String, months: Int, expected: String) {
    #expect(interval(text).adding(months: months) == interval(expected))
  }

  @Test func aQuarterLaterByAMonthIsNoQuarter() {
    let shifted = interval("2027-Q1").adding(months: 1)!
    #expect(shifted.precision == nil)
    #expect(shifted.first == interval("2027-02").first && shifted.last == interval("2027-04").last)
  }

  @Test func daysAndYears() {
    #expect(interval("2027-02-28").adding(days: 1) == interval("2027-03-01"))
    #expect(interval("2024-02-29").adding(years: 1) == interval("2025-02-28"))
    #expect(interval("2027-03").adding(days: 0) == interval("2027-03"))
    #expect(interval("2027-03").adding(days: 1)?.precision == nil)
    #expect(interval("9999-12-31").adding(days: 1) == nil)
    #expect(interval("0001").adding(years: -1) == nil)
    #expect(interval("9999").adding(months: 1) == nil)
    #expect(interval("2027").adding(days: .max) == nil)
    #expect(interval("2027").adding(months: .max - 1) == nil)
    #expect(interval("2027").adding(years: .max - 1) == nil)
  }

  @Test func shiftsAreMonotoneAndUndoneWhereNothingClamps() {
    var random = SeededRandom(12)
    for _ in 0..<2_000 {
      let first = Int32.random(in: 0...40_000, using: &random)
      let second = Int32.random(in: first...40_000, using: &random)
      let months = Int.random(in: -300...300, using: &random)
      let span = DateInterval(first: first, last: second, precision: nil)
      let shifted = span.adding(months: months)!
      #expect(shifted.first <= shifted.last)
      if CivilCalendar.civil(Int(first)).day <= 28 {
        #expect(shifted.adding(months: -months)?.first == first)
      }
      let month = CalendarDate(containing: first, .month)!.interval
      #expect(month.adding(months: months)?.adding(months: -months) == month)
    }
  }
}

@Suite struct DateComparison {
  @Test func theSamePrecisionComparesAsUnits() {
    #expect(interval("2027").isSame(as: interval("2027")) == .yes)
    #expect(interval("2027").isBefore(interval("2027")) == .no)
    #expect(interval("2027").isOnOrBefore(interval("2027")) == .yes)
    #expect(interval("2027-Q1").isBefore(interval("2027-Q2")) == .yes)
    #expect(DateInterval.compare(interval("2027-03"), interval("2027-03")) == .same)
  }

  @Test func differentPrecisionsCompareAsIntervals() {
    #expect(interval("2027").isBefore(interval("2027-06")) == .unknown)
    #expect(interval("2027").isBefore(interval("2028-01")) == .yes)
    #expect(interval("2027").isSame(as: interval("2027-06")) == .unknown)
    #expect(interval("2027").isAfter(interval("2027-12-31")) == .no)
    #expect(interval("2027").isOnOrBefore(interval("2027-12-31")) == .yes)
    #expect(interval("2027").isOnOrAfter(interval("2027-01-01")) == .yes)
    #expect(DateInterval.compare(interval("2027"), interval("2027-06")) == nil)
    #expect(DateInterval.compare(interval("2028"), interval("2027-06")) == .after)
  }

  @Test func aSchemaMaySayHowADateIsRead() {
    let end = interval("2027").atLastDay
    #expect(end.isAfter(interval("2027-06").atFirstDay) == .yes)
    #expect(end == interval("2027-12-31"))
    #expect(interval("2027-06").atFirstDay == interval("2027-06-01"))
  }

  @Test func periods() {
    let half = Period(from: interval("2027-01"), to: interval("2027-06"))
    #expect(interval("2027-03-15").isWithin(half) == .yes)
    #expect(interval("2027-01").isWithin(half) == .yes)
    #expect(interval("2027").isWithin(half) == .unknown)
    #expect(interval("2028").isWithin(half) == .no)
    #expect(interval("2027-Q1").isWithin(Period(interval("2027"))) == .yes)
    let other = Period(from: interval("2027-06"), to: interval("2028"))
    #expect(half.overlaps(other) == .yes && other.overlaps(half) == .yes)
    #expect(half.overlaps(Period(interval("2028"))) == .no)
    #expect(half.overlaps(Period(from: interval("2027"), to: interval("2028"))) == .unknown)
    #expect(Period(from: interval("2028"), to: interval("2027")).overlaps(half) == .no)
  }

  @Test func earlierAndLater() {
    #expect(interval("2027").earlier(interval("2028")) == interval("2027"))
    #expect(interval("2027").later(interval("2028")) == interval("2028"))
    let mixed = interval("2027").later(interval("2027-06-15"))
    #expect(mixed.first == interval("2027-06-15").first && mixed.last == interval("2027").last)
    #expect(mixed.precision == nil && mixed.date == nil)
  }

  private func random(_ random: inout SeededRandom) -> CalendarDate {
    let day = Int32.random(in: 20_000...21_500, using: &random)
    return CalendarDate(containing: day, DatePrecision.allCases.randomElement(using: &random)!)!
  }

  @Test func certainAnswersHoldForEveryDayThatADateMayMean() {
    var generator = SeededRandom(13)
    for _ in 0..<1_000 {
      let (left, right) = (random(&generator).interval, random(&generator).interval)
      guard left.precision != right.precision else { continue }
      for _ in 0..<5 {
        let one = Int32.random(in: left.first...left.last, using: &generator)
        let two = Int32.random(in: right.first...right.last, using: &generator)
        func agrees(_ truth: Truth, _ fact: Bool) -> Bool {
          truth == .unknown || truth == Truth(fact)
        }
        #expect(agrees(left.isBefore(right), one < two))
        #expect(agrees(left.isAfter(right), one > two))
        #expect(agrees(left.isOnOrBefore(right), one <= two))
        #expect(agrees(left.isOnOrAfter(right), one >= two))
        #expect(agrees(left.isSame(as: right), one == two))
        let earlier = left.earlier(right)
        #expect(earlier.first <= min(one, two) && min(one, two) <= earlier.last)
        let later = left.later(right)
        #expect(later.first <= max(one, two) && max(one, two) <= later.last)
      }
    }
  }

  @Test func knowingLessAboutOneDateNeverTurnsYesIntoNo() {
    var generator = SeededRandom(14)
    for _ in 0..<3_000 {
      let (left, right) = (random(&generator), random(&generator))
      let wider = left.widened(to: DatePrecision.allCases.randomElement(using: &generator)!)
      let pairs = [
        (left.interval.isBefore(right.interval), wider.interval.isBefore(right.interval)),
        (left.interval.isAfter(right.interval), wider.interval.isAfter(right.interval)),
        (left.interval.isOnOrBefore(right.interval), wider.interval.isOnOrBefore(right.interval)),
        (left.interval.isOnOrAfter(right.interval), wider.interval.isOnOrAfter(right.interval)),
        (left.interval.isSame(as: right.interval), wider.interval.isSame(as: right.interval)),
      ]
      for (before, after) in pairs where before == .yes {
        #expect(after != .no, "\(left.iso()) to \(wider.iso()) against \(right.iso())")
      }
    }
  }

  @Test func ordersAreOppositesAndAgreeWithOneAnother() {
    var generator = SeededRandom(15)
    for _ in 0..<2_000 {
      let (left, right) = (random(&generator).interval, random(&generator).interval)
      #expect(left.isBefore(right) == right.isAfter(left))
      #expect(left.isSame(as: right) == right.isSame(as: left))
      #expect(left.isOnOrBefore(right) == left.isAfter(right).not)
      switch DateInterval.compare(left, right) {
      case .before: #expect(left.isBefore(right) == .yes && left.isSame(as: right) == .no)
      case .after: #expect(left.isAfter(right) == .yes && left.isSame(as: right) == .no)
      case .same: #expect(left.isOnOrBefore(right).and(left.isOnOrAfter(right)) == .yes)
      case nil: #expect(left.isSame(as: right) == .unknown)
      }
    }
  }

  @Test func kleenesConnectives() {
    for left in Truth.allCases {
      #expect(left.not.not == left)
      for right in Truth.allCases {
        #expect(left.and(right) == right.and(left))
        #expect(left.and(right).not == left.not.or(right.not))
        #expect(left.or(left.and(right)) == left)
      }
    }
    #expect(Truth.unknown.and(.no) == .no && Truth.unknown.or(.yes) == .yes)
    #expect(Truth.unknown.and(.yes) == .unknown && Truth.unknown.or(.no) == .unknown)
    #expect(Truth(true) == .yes && Truth(false) == .no)
  }
}
