import Diagnostics

/// Says what a text that is no date looks like; only reached once reading has failed.
struct DateProblem {
  private let text: String
  private let tokens: [Token]
  private let words: [String]
  /// The runs of digits, taken apart at points: `31.03.2027` is three.
  private let numbers: [String]
  private let marks: [Character]

  static func find(in text: String) -> ReadProblem {
    let problem = DateProblem(text)
    return problem.isoShaped() ?? problem.inDigits() ?? problem.inWords()
  }

  private init(_ text: String) {
    self.text = text
    tokens = Token.split(text)
    words = tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
    var numbers: [String] = []
    var marks: [Character] = []
    for token in tokens {
      switch token {
      case .number(let digits):
        numbers += digits.split { !$0.isDigit }.map(String.init)
        marks += digits.filter { !$0.isDigit }
      case .mark(let mark): marks.append(mark)
      case .word: continue
      }
    }
    self.numbers = numbers
    self.marks = marks
  }

  /// A date with a time of day, or the right shape with numbers that no calendar has.
  private func isoShaped() -> ReadProblem? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].count == 4, Self.isNumber(parts[0]) else {
      return nil
    }
    if parts.count == 2, parts[1].count == 2, let quarter = Self.quarter(parts[1]) {
      return CalendarDate(year: Int(parts[0])!, quarter: quarter) == nil
        ? .impossibleDate(text, lastDay: nil) : nil
    }
    guard parts[1].count == 2, Self.isNumber(parts[1]) else { return nil }
    if parts.count == 2 { return calendarProblem(parts[0], parts[1], nil) }
    let day = parts[2].prefix(2)
    guard day.count == 2, Self.isNumber(day) else { return nil }
    let rest = parts[2].dropFirst(2)
    if rest.isEmpty { return calendarProblem(parts[0], parts[1], day) }
    guard rest.first == "T" || rest.first == " ", rest.dropFirst().first?.isDigit == true else {
      return nil
    }
    return calendarProblem(parts[0], parts[1], day)
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy(\.isDigit)
  }

  private static func quarter(_ text: Substring) -> Int? {
    text.lowercased().hasPrefix("q") ? Int(text.dropFirst()) : nil
  }

  /// The certain spelling of year, month and day, or that no calendar has such a day.
  private func calendarProblem(
    _ year: Substring, _ month: Substring, _ day: Substring?
  ) -> ReadProblem {
    calendarProblem(Int(year) ?? 0, Int(month) ?? 0, day.flatMap { Int($0) })
  }

  private func calendarProblem(_ year: Int, _ month: Int, _ day: Int?) -> ReadProblem {
    let date =
      day.map { CalendarDate(year: year, month: month, day: $0) }
      ?? CalendarDate(year: year, month: month)
    if let date { return .dateInOtherSpelling(text, suggestion: date.iso()) }
    let hasMonth = CalendarDate(year: year, month: month) != nil
    let lastDay = hasMonth ? CivilCalendar.lastDay(year, month) : nil
    return .impossibleDate(text, lastDay: lastDay)
  }
}

// Dates that are written in digits alone.
extension DateProblem {
  private func inDigits() -> ReadProblem? {
    guard words.isEmpty, !numbers.isEmpty else { return nil }
    let separators = marks.filter { $0 != "." || numbers.count > 1 }
    let separator = separators.first
    if numbers.count == 1, numbers[0].count == 4, marks.isEmpty, let year = Int(numbers[0]) {
      return CalendarDate(year: year) == nil ? .impossibleDate(text, lastDay: nil) : nil
    }
    guard separators.count == numbers.count - 1, separators.allSatisfy({ $0 == separator }) else {
      return nil
    }
    switch (numbers.count, separator) {
    case (2, "-"?), (2, "–"?), (2, "—"?), (2, "/"?), (2, "."?):
      return twoNumbers()
    case (3, "."?), (3, "/"?), (3, "-"?):
      return threeNumbers(separator ?? ".")
    default:
      return nil
    }
  }

  private func twoNumbers() -> ReadProblem? {
    let (first, second) = (numbers[0], numbers[1])
    switch (first.count, second.count) {
    case (4, 4): return .dateRange(text, from: first, to: second)
    case (1...2, 4): return calendarProblem(Int(second) ?? 0, Int(first) ?? 0, nil)
    case (4, 1...2):
      // `2027/28` is a school year or a budget year rather than a month.
      let month = Int(second) ?? 0
      return month > 12 ? nil : calendarProblem(Int(first) ?? 0, month, nil)
    default: return nil
    }
  }

  private func threeNumbers(_ separator: Character) -> ReadProblem? {
    let parts = numbers.map { Int($0) ?? 0 }
    if numbers[0].count == 4, numbers[1].count <= 2, numbers[2].count <= 2 {
      return calendarProblem(parts[0], parts[1], parts[2])
    }
    guard numbers[0].count <= 2, numbers[1].count <= 2 else { return nil }
    if numbers[2].count == 2 { return .shortYear(text) }
    guard numbers[2].count == 4 else { return nil }
    let dayFirst = CalendarDate(year: parts[2], month: parts[1], day: parts[0])
    let monthFirst = CalendarDate(year: parts[2], month: parts[0], day: parts[1])
    if separator != ".", let dayFirst, let monthFirst, dayFirst != monthFirst {
      return .ambiguousDate(text, dayFirst: dayFirst.iso(), monthFirst: monthFirst.iso())
    }
    if separator != ".", dayFirst == nil, let monthFirst {
      return .dateInOtherSpelling(text, suggestion: monthFirst.iso())
    }
    return calendarProblem(parts[2], parts[1], parts[0])
  }
}

// Dates that words belong to.
extension DateProblem {
  private static let ongoingStems = [
    "laufend", "fortlaufend", "kontinuierlich", "dauerhaft", "ständig", "fortwährend", "ongoing",
    "continuous", "permanent", "daueraufgabe",
  ]
  private static let durationWords: Set<String> = [
    "jahr", "jahre", "jahren", "monat", "monate", "monaten", "woche", "wochen", "tage", "tagen",
    "year", "years", "month", "months", "week", "weeks", "days",
  ]

  private func inWords() -> ReadProblem {
    if words.contains(where: { word in Self.ongoingStems.contains { word.hasPrefix($0) } }) {
      return .ongoing(text)
    }
    if Placeholder.recognises(text) { return .placeholder(text) }
    let years = numbers.filter { $0.count == 4 }
    if let problem = namedQuarter(years) ?? namedMonth(years) { return problem }
    if years.count >= 2 { return .dateRange(text, from: years[0], to: years[1]) }
    if years.isEmpty, words.contains(where: Self.durationWords.contains) {
      return .duration(text)
    }
    if let year = years.first, !words.isEmpty { return .vagueDate(text, near: year) }
    return .notADate(text)
  }

  /// `Q3/2027`, `3. Quartal 2027`, `III. Quartal 2027`, `3rd quarter 2027`.
  private func namedQuarter(_ years: [String]) -> ReadProblem? {
    let romans = ["i", "ii", "iii", "iv"]
    let names: Set<String> = ["q", "qu", "quartal", "quarter"]
    let endings: Set<String> = ["st", "nd", "rd", "th", "of", "im", "in"]
    guard years.count == 1, words.contains(where: names.contains),
      words.allSatisfy({ names.contains($0) || endings.contains($0) || romans.contains($0) })
    else { return nil }
    let digits = numbers.filter { $0.count == 1 }.compactMap { Int($0) }
    let roman = words.compactMap { romans.firstIndex(of: $0) }.map { $0 + 1 }
    guard numbers.count + roman.count == 2, let quarter = (digits + roman).first,
      let year = Int(years[0])
    else { return nil }
    guard let date = CalendarDate(year: year, quarter: quarter) else {
      return .impossibleDate(text, lastDay: nil)
    }
    return .dateInOtherSpelling(text, suggestion: date.iso())
  }

  /// `31. März 2027`, `March 31st, 2027`, `March 2027`; with other words, a vague date near it.
  private func namedMonth(_ years: [String]) -> ReadProblem? {
    let months = words.compactMap(Self.month)
    guard months.count == 1, years.count == 1, let year = Int(years[0]) else { return nil }
    let endings: Set<String> = ["st", "nd", "rd", "th", "of", "the", "den"]
    let isBare = words.allSatisfy { Self.month($0) != nil || endings.contains($0) }
    let others = numbers.filter { $0.count <= 2 }
    guard numbers.count == others.count + 1, others.count <= 1 else { return nil }
    let problem = calendarProblem(year, months[0], others.first.flatMap { Int($0) })
    guard !isBare, let near = problem.suggestion else { return isBare ? problem : nil }
    return .vagueDate(text, near: near)
  }

  /// The month, 1…12, that an English or German name or abbreviation stands for.
  static func month(_ word: String) -> Int? {
    for language in Language.allCases {
      let names = CalendarDate.monthNames(language)
      for (index, name) in names.enumerated() {
        let name = name.lowercased()
        if word == name || word == String(name.prefix(3)) { return index + 1 }
      }
    }
    let others = ["jänner": 1, "feber": 2, "mrz": 3, "maerz": 3, "sept": 9]
    return others[word]
  }
}
