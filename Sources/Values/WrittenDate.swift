/// A date that stands in a text.
package struct WrittenDate: Hashable, Sendable {
  /// Its place, in UTF-8 bytes.
  package let range: Range<Int>
  package let date: CalendarDate

  /// The dates that certainly stand in a text, from left to right and apart, each as long as it can
  /// be.
  ///
  /// A date never lies inside a longer word, number or file number: neither `0509/2020` nor
  /// `2014/110` holds one. What may as well be something else (`03/04/2027`, `12/2027`, `2027/28`,
  /// `2000 trees`), what no calendar has and years outside 1900 to 2199 are none.
  package static func all(in bytes: TextBytes) -> [WrittenDate] {
    guard bytes.contains(where: \.isASCIIDigit) else { return [] }
    let pieces = DatePieces(NotationText(bytes))
    var found: [WrittenDate] = []
    var index = 0
    while index < pieces.count {
      guard let shape = pieces.shape(at: index) else {
        index += 1
        continue
      }
      if let date = shape.date {
        let start = pieces[index].start
        found.append(WrittenDate(range: start..<pieces[shape.end - 1].end, date: date))
      }
      index = shape.end
    }
    return found
  }

  package static func all(in text: String) -> [WrittenDate] { text.withTextBytes(all) }
}

/// A text taken apart into numbers, words, marks and white space.
struct DatePieces {
  enum Kind: Equatable {
    /// Digits; the value counts only where they are at most four.
    case digits(Int, count: Int)
    /// Letters, in lower case.
    case word(String)
    case mark(Character)
    case space
  }

  struct Piece {
    let kind: Kind
    /// The place in bytes.
    let start: Int
    let end: Int
  }

  private var pieces: [Piece] = []

  init(_ text: NotationText) {
    var index = 0
    while index < text.count {
      let start = index
      let kind = Self.take(text, &index)
      pieces.append(
        Piece(kind: kind, start: text.offset(of: start), end: text.offset(of: index)))
    }
  }

  var count: Int { pieces.count }

  subscript(index: Int) -> Piece { pieces[index] }

  /// What stands at `index`; nil outside the text.
  func kind(_ index: Int) -> Kind? { pieces.indices.contains(index) ? pieces[index].kind : nil }

  private static func take(_ text: NotationText, _ index: inout Int) -> Kind {
    func isDigit(_ index: Int) -> Bool { 48...57 ~= text[index].key }
    func isWord(_ index: Int) -> Bool {
      text[index].isWordLike && !isDigit(index) || text.character(at: index) == "_"
    }
    if isDigit(index) {
      var (value, count) = (0, 0)
      while index < text.count, isDigit(index) {
        if count < 4 { value = value * 10 + Int(text[index].key) - 48 }
        (count, index) = (count + 1, index + 1)
      }
      return .digits(value, count: count)
    }
    if isWord(index) {
      var word = ""
      while index < text.count, isWord(index) {
        word.append(text.character(at: index))
        index += 1
      }
      return .word(word.lowercased())
    }
    let first = text.character(at: index)
    index += 1
    guard first.isWhitespace else { return .mark(first) }
    while index < text.count, text.character(at: index).isWhitespace { index += 1 }
    return .space
  }
}

extension DatePieces {
  /// What begins like a date at a piece.
  struct Shape {
    /// nil where it is shaped like a date and yet is none, or may be one of two.
    var date: CalendarDate?
    /// The piece behind it.
    var end: Int
  }

  /// The longest date that begins at a piece and is no part of something longer.
  func shape(at index: Int) -> Shape? {
    for form in DateForm.allCases {
      var cursor = DateCursor(self, at: index)
      guard let date = form.read(&cursor) else { continue }
      guard begins(index, form), ends(cursor.index, form) else { continue }
      return Shape(date: date.value, end: cursor.index)
    }
    return year(at: index).map { Shape(date: $0, end: index + 1) }
  }

  /// Whether a date may begin at a piece: nothing before it makes it part of something longer.
  private func begins(_ index: Int, _ form: DateForm) -> Bool {
    guard case .mark(let mark)? = kind(index - 1) else {
      return kind(index - 1) == nil || kind(index - 1) == .space
    }
    if case .digits? = kind(index - 2), "./:,'’".contains(mark) { return false }
    return form.isPlain || "([{„“”\"'‚‘’«»–—:;,…".contains(mark)
  }

  /// Whether a date may end before a piece.
  private func ends(_ index: Int, _ form: DateForm) -> Bool {
    switch kind(index) {
    case nil, .space?: return true
    case .word?, .digits?: return false
    case .mark(let mark)?:
      switch kind(index + 1) {
      case .digits?: return mark == "–" || mark == "—" || form.isPlain && mark == "-"
      case .word?: return form.isPlain || !"-/.:".contains(mark)
      case nil, .space?, .mark?: return true
      }
    }
  }
}

/// A way of writing a date other than as a year alone; those that hold others stand first.
enum DateForm: CaseIterable {
  /// `2027-12-31`, `2027-Q3`, `2027 Q3`, `2027-12`
  case iso
  /// `31.12.2027`, `31. 12. 2027`, `31/12/2027`
  case numbers
  /// `31. Dezember 2027`, `31st of December, 2027`
  case dayAndMonth
  /// `December 31st, 2027`
  case monthAndDay
  /// `Dezember 2027`, `Dez. 2027`
  case month
  /// `Q3 2027`, `Q3/2027`
  case shortQuarter
  /// `3. Quartal 2027`, `III. Quartal 2027`, `3rd quarter of 2027`
  case quarter
  /// `12.2027`
  case monthNumber

  /// What was read; no value where no calendar has it, or where there are two readings.
  struct Reading {
    var value: CalendarDate?
  }

  /// Whether it can hardly be anything but a date, so that a hyphen beside it joins no number.
  var isPlain: Bool {
    switch self {
    case .iso, .monthNumber: false
    case .numbers, .dayAndMonth, .monthAndDay, .month, .shortQuarter, .quarter: true
    }
  }

  func read(_ cursor: inout DateCursor) -> Reading? {
    switch self {
    case .iso: Self.iso(&cursor)
    case .numbers: Self.numbers(&cursor)
    case .dayAndMonth: Self.dayAndMonth(&cursor)
    case .monthAndDay: Self.monthAndDay(&cursor)
    case .month: Self.month(&cursor)
    case .shortQuarter: Self.shortQuarter(&cursor)
    case .quarter: Self.quarter(&cursor)
    case .monthNumber: Self.monthNumber(&cursor)
    }
  }

  private static func iso(_ cursor: inout DateCursor) -> Reading? {
    guard let year = cursor.year() else { return nil }
    let isHyphen = cursor.mark("-")
    guard isHyphen || cursor.space() else { return nil }
    if cursor.word(["q"]), let quarter = cursor.digits(1...1) {
      return Reading(value: CalendarDate(year: year, quarter: quarter))
    }
    guard isHyphen, let month = cursor.digits(2...2) else { return nil }
    var behind = cursor
    if behind.mark("-"), let day = behind.digits(2...2) {
      cursor = behind
      return Reading(value: CalendarDate(year: year, month: month, day: day))
    }
    // `2027-28` are two years.
    return CalendarDate(year: year, month: month).map { Reading(value: $0) }
  }

  private static func numbers(_ cursor: inout DateCursor) -> Reading? {
    guard let first = cursor.digits(1...2) else { return nil }
    for separator in [".", "/", "-"] where cursor.mark(separator) {
      let isPoint = separator == "."
      if isPoint { _ = cursor.space() }
      guard let second = cursor.digits(1...2), cursor.mark(separator) else { return nil }
      if isPoint { _ = cursor.space() }
      guard let year = cursor.year() else { return nil }
      let dayFirst = CalendarDate(year: year, month: second, day: first)
      let monthFirst = isPoint ? nil : CalendarDate(year: year, month: first, day: second)
      let isCertain = dayFirst == nil || monthFirst == nil || dayFirst == monthFirst
      return Reading(value: isCertain ? dayFirst ?? monthFirst : nil)
    }
    return nil
  }

  private static let endings: Set<String> = ["st", "nd", "rd", "th"]

  private static func dayAndMonth(_ cursor: inout DateCursor) -> Reading? {
    guard let day = cursor.digits(1...2) else { return nil }
    if !cursor.word(endings) { _ = cursor.mark(".") }
    if cursor.space(), cursor.word(["of"]) { _ = cursor.space() }
    guard let month = cursor.month(), cursor.gap(), let year = cursor.year() else { return nil }
    return Reading(value: CalendarDate(year: year, month: month, day: day))
  }

  private static func monthAndDay(_ cursor: inout DateCursor) -> Reading? {
    guard let month = cursor.month(), cursor.gap(), let day = cursor.digits(1...2) else {
      return nil
    }
    _ = cursor.word(endings)
    guard cursor.gap(), let year = cursor.year() else { return nil }
    return Reading(value: CalendarDate(year: year, month: month, day: day))
  }

  private static func month(_ cursor: inout DateCursor) -> Reading? {
    guard let month = cursor.month(), cursor.gap() else { return nil }
    if cursor.word(["of"]), !cursor.space() { return nil }
    return cursor.year().map { Reading(value: CalendarDate(year: $0, month: month)) }
  }

  private static func shortQuarter(_ cursor: inout DateCursor) -> Reading? {
    guard cursor.word(["q", "qu"]) else { return nil }
    if cursor.mark(".") { _ = cursor.space() }
    guard let quarter = cursor.digits(1...1), let year = cursor.yearOfQuarter() else {
      return nil
    }
    return Reading(value: CalendarDate(year: year, quarter: quarter))
  }

  private static func quarter(_ cursor: inout DateCursor) -> Reading? {
    let quarter: Int
    if let number = cursor.digits(1...1) {
      guard cursor.mark(".") || cursor.word(endings) else { return nil }
      quarter = number
    } else if let roman = ["i", "ii", "iii", "iv"].firstIndex(where: { cursor.word([$0]) }) {
      _ = cursor.mark(".")
      quarter = roman + 1
    } else {
      return nil
    }
    _ = cursor.space()
    guard cursor.word(["quartal", "quartals", "quarter"]), let year = cursor.yearOfQuarter()
    else { return nil }
    return Reading(value: CalendarDate(year: year, quarter: quarter))
  }

  private static func monthNumber(_ cursor: inout DateCursor) -> Reading? {
    guard let month = cursor.digits(2...2), cursor.mark("."), let year = cursor.year() else {
      return nil
    }
    return CalendarDate(year: year, month: month).map { Reading(value: $0) }
  }
}

/// Reads the parts of a date, piece by piece; what does not fit is not passed.
struct DateCursor {
  static let years = 1900...2199

  private let pieces: DatePieces
  private(set) var index: Int

  init(_ pieces: DatePieces, at index: Int) {
    self.pieces = pieces
    self.index = index
  }

  mutating func digits(_ lengths: ClosedRange<Int>) -> Int? {
    guard case .digits(let value, let count)? = pieces.kind(index), lengths.contains(count) else {
      return nil
    }
    index += 1
    return value
  }

  mutating func year() -> Int? {
    guard case .digits(let value, 4)? = pieces.kind(index), Self.years.contains(value) else {
      return nil
    }
    index += 1
    return value
  }

  mutating func mark(_ mark: String) -> Bool {
    guard case .mark(let found)? = pieces.kind(index), String(found) == mark else { return false }
    index += 1
    return true
  }

  mutating func space() -> Bool {
    guard pieces.kind(index) == .space else { return false }
    index += 1
    return true
  }

  mutating func word(_ words: Set<String>) -> Bool {
    guard case .word(let word)? = pieces.kind(index), words.contains(word) else { return false }
    index += 1
    return true
  }

  /// The month, 1…12, that a name or abbreviation stands for.
  mutating func month() -> Int? {
    guard case .word(let word)? = pieces.kind(index), let month = DateProblem.month(word) else {
      return nil
    }
    index += 1
    return month
  }

  /// What sets the parts of a date apart: a full stop, a comma, a space or some of them.
  mutating func gap() -> Bool {
    let hasPoint = mark(".")
    let hasComma = mark(",")
    return space() || hasPoint || hasComma
  }

  /// A year behind ` `, `/`, `-` or ` of `.
  mutating func yearOfQuarter() -> Int? {
    if !mark("/"), !mark("-") {
      guard space() else { return nil }
      if word(["of"]) { _ = space() }
    }
    return year()
  }
}
