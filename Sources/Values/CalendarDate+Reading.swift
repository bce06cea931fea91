extension CalendarDate {
  /// Reads `2027`, `2027-Q3`, `2027-03` or `2027-03-31`.
  package static func read(_ bytes: TextBytes) -> Result<CalendarDate, ReadProblem> {
    let bytes = bytes.trimmed
    guard let year = number(bytes, 0, 4) else { return .failure(DateProblem.find(in: bytes.text)) }
    var date: CalendarDate?
    switch bytes.count {
    case 4:
      date = CalendarDate(year: year)
    case 7 where bytes[4] == 45 && bytes[5] | 0x20 == 113 && bytes[6].isASCIIDigit:
      date = CalendarDate(year: year, quarter: Int(bytes[6]) - 48)
    case 7 where bytes[4] == 45:
      guard let month = number(bytes, 5, 7) else { break }
      date = CalendarDate(year: year, month: month)
    case 10 where bytes[4] == 45 && bytes[7] == 45:
      guard let month = number(bytes, 5, 7), let day = number(bytes, 8, 10) else { break }
      date = CalendarDate(year: year, month: month, day: day)
    default:
      break
    }
    if let date { return .success(date) }
    return .failure(DateProblem.find(in: bytes.text))
  }

  package static func read(_ text: String) -> Result<CalendarDate, ReadProblem> {
    text.withTextBytes(read)
  }

  /// The digits from `start` to `end` as a number; nil where others stand there.
  private static func number(_ bytes: TextBytes, _ start: Int, _ end: Int) -> Int? {
    guard bytes.count >= end else { return nil }
    var value = 0
    for index in start..<end {
      guard bytes[index].isASCIIDigit else { return nil }
      value = value * 10 + Int(bytes[index]) - 48
    }
    return value
  }
}
