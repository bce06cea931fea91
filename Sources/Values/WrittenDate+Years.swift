// Four digits may be a year, a number of things, a file number or part of a telephone number. What
// stands around them decides; where it does not, they are no date.
extension DatePieces {
  /// The year that stands alone at a piece, if it certainly is one.
  func year(at index: Int) -> CalendarDate? {
    guard let year = yearNumber(index), follows(index), precedes(index) else { return nil }
    return CalendarDate(year: year)
  }

  private func yearNumber(_ index: Int) -> Int? {
    guard case .digits(let value, 4)? = kind(index), DateCursor.years.contains(value) else {
      return nil
    }
    return value
  }

  /// Words before a number that is none of a year.
  private static let numberWords: Set<String> = [
    "nr", "nummer", "no", "number", "art", "artikel", "article", "abs", "absatz", "s", "seite",
    "page", "p", "raum", "room", "zimmer", "din", "iso", "en", "tel", "telefon", "phone", "fax",
    "plz", "postfach", "drs", "drucksache", "vorlage", "paper", "agenda", "vision", "horizon",
    "rund", "etwa", "circa", "ca", "über", "unter", "mindestens", "höchstens", "maximal", "knapp",
    "fast", "about", "around", "approximately", "nearly", "almost", "over", "exactly", "zu", "als",
    "than", "je", "pro", "per", "jeweils", "eur", "euro", "usd", "chf", "gbp", "cad",
  ]

  /// Words before a year, whatever stands behind it.
  private static let yearWords: Set<String> = [
    "jahr", "jahre", "jahren", "jahres", "schuljahr", "haushaltsjahr", "halbjahr", "quartal",
    "year", "years", "quarter", "anfang", "mitte", "ende", "beginning", "mid", "end", "early",
    "late", "frühjahr", "frühling", "sommer", "herbst", "winter", "spring", "summer", "autumn",
    "seit", "since", "until", "till",
  ]

  /// Words behind a year that stand behind no number of things.
  private static let nextWords: Set<String> = [
    "und", "oder", "bis", "sowie", "wird", "werden", "ist", "sind", "soll", "sollen", "beginnt",
    "endet", "an", "auf", "in", "im", "mit", "für", "durch", "zur", "zum", "and", "or", "to",
    "until", "till", "through", "is", "are", "will", "shall", "should", "for", "on", "with", "at",
    "by",
  ]

  /// Words that join two numbers of one kind.
  private static let joiningWords: Set<String> = [
    "und", "oder", "bis", "sowie", "and", "or", "to", "until", "till", "through",
  ]

  /// Whether what stands before allows a year.
  private func follows(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case nil: return true
    case .word?, .digits?: return false
    case .mark(let mark)?:
      if "([„“”\"'‚‘’«»".contains(mark) { return true }
      guard "-–—".contains(mark) else { return false }
      switch kind(index - 2) {
      case nil, .space?: return mark != "-"
      case .word(let word)?: return word == "mid"
      case .digits?: return isSpan(from: index - 2, to: index) && follows(index - 2)
      case .mark?: return false
      }
    case .space?:
      switch kind(index - 2) {
      case nil, .space?: return true
      case .digits?: return false
      case .word(let word)?: return !Self.numberWords.contains(word) || isComparedInTime(index - 2)
      case .mark(".")?: return !isAfterDigits(index - 2) && !isAfterNumberWord(index - 2)
      case .mark(")")?: return !isAfterDigits(index - 2)
      case .mark(let mark)?: return ",;:!?]“”\"'’«»-–—&…".contains(mark)
      }
    }
  }

  private func isAfterDigits(_ index: Int) -> Bool {
    if case .digits? = kind(index - 1) { return true }
    return false
  }

  /// Whether `than` stands behind a word of time: `no later than 2027`.
  private func isComparedInTime(_ index: Int) -> Bool {
    guard kind(index) == .word("than") || kind(index) == .word("als"),
      case .word(let word)? = kind(index - 2)
    else { return false }
    return ["later", "earlier", "später", "früher"].contains(word)
  }

  /// Whether a full stop ends an abbreviation such as `Nr.`.
  private func isAfterNumberWord(_ index: Int) -> Bool {
    guard case .word(let word)? = kind(index - 1) else { return false }
    return Self.numberWords.contains(word)
  }

  /// Whether what stands behind allows a year.
  private func precedes(_ index: Int) -> Bool {
    switch kind(index + 1) {
    case nil: return true
    case .word?, .digits?: return false
    case .mark(let mark)?:
      switch kind(index + 2) {
      case .digits?: return isSpan(from: index, to: index + 2) && precedes(index + 2)
      case .word?: return false
      case nil, .space?, .mark?: return ".,;:!?)]“”\"'’‘«»–—…".contains(mark)
      }
    case .space?:
      switch kind(index + 2) {
      case nil, .space?: return true
      case .digits?: return isNamedYear(index)
      case .mark(let mark)?: return "(,;.:!?“”„\"'«»-–—&…".contains(mark)
      case .word(let word)?:
        if isNamedYear(index) { return true }
        guard Self.nextWords.contains(word) else { return false }
        guard Self.joiningWords.contains(word), case .digits? = kind(index + 4) else { return true }
        return yearNumber(index + 4) != nil && precedes(index + 4)
      }
    }
  }

  /// Whether two years stand on both sides of one dash: `2025–2027`.
  private func isSpan(from: Int, to: Int) -> Bool {
    guard case .mark(let dash)? = kind(from + 1), "-–—".contains(dash),
      let first = yearNumber(from), let last = yearNumber(to)
    else { return false }
    return first < last
  }

  /// Whether the word before says that it is a year: `Ende 2027`, `end of 2027`, `mid-2027`.
  private func isNamedYear(_ index: Int) -> Bool {
    guard kind(index - 1) == .space else { return kind(index - 2) == .word("mid") }
    guard case .word(let word)? = kind(index - 2) else { return false }
    if word == "of", case .word(let before)? = kind(index - 4) {
      return Self.yearWords.contains(before)
    }
    return Self.yearWords.contains(word)
  }
}
