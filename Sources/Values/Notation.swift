/// Why a pattern is no notation.
package enum NotationProblem: Error, Hashable, Sendable {
  /// There is no pattern, or one without a character.
  case empty
  /// A single quote without its partner; offsets count UTF-8 bytes from the pattern's start.
  case unclosedQuote(pattern: String, offset: Int)
  /// A letter other than `A`, or a digit other than `9`, outside single quotes.
  case bareCharacter(pattern: String, offset: Int, Character)
  /// A `*` that follows neither `9` nor `A`.
  case nothingToRepeat(pattern: String, offset: Int)
  /// More than 64 characters in one pattern.
  case tooLong(pattern: String)
}

/// How a text is written, such as `9999/9999`: patterns that are not regular expressions.
///
/// `9` stands for a digit (ASCII), `A` for a letter of any script, `*` after either for one or more
/// of them; letters and digits in single quotes stand for themselves (`''` for a quote), as do all
/// other characters. Characters compare by canonical equivalence. The patterns run as bit-parallel
/// automata (Baeza-Yates and Gonnet's shift-and), so that the time is linear in the text.
package struct Notation: Sendable {
  package let patterns: [String]
  private let machines: [Machine]
  /// What a `Reader` needs of the machines, one after the other.
  private let tables: [UInt64]

  private init(patterns: [String], machines: [Machine]) {
    self.patterns = patterns
    self.machines = machines
    tables = machines.flatMap(\.table)
  }

  /// The notation of one or more patterns, any of which fits.
  package static func compile(_ patterns: [String]) -> Result<Notation, NotationProblem> {
    guard !patterns.isEmpty else { return .failure(.empty) }
    var machines: [Machine] = []
    for pattern in patterns {
      switch NotationPattern.elements(of: pattern) {
      case .success(let elements): machines.append(Machine(elements))
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success(Notation(patterns: patterns, machines: machines))
  }

  /// Whether the whole text is written so.
  package func matches(_ bytes: TextBytes) -> Bool { withReader { $0.matches(bytes) } }

  private func matches(units: NotationText) -> Bool {
    machines.contains { machine in
      machine.longest(in: units, from: 0) { $0 == units.count } != nil
    }
  }

  /// Lends what reads texts; for many texts at once.
  @inline(__always)
  package func withReader<R>(_ body: (Reader) -> R) -> R {
    tables.withUnsafeBufferPointer { body(Reader(notation: self, tables: $0)) }
  }

  /// Tells of texts whether they are written so.
  package struct Reader {
    fileprivate let notation: Notation
    fileprivate let tables: UnsafeBufferPointer<UInt64>

    /// Whether the whole text is written so.
    package func matches(_ bytes: TextBytes) -> Bool {
      var start = 0
      while start < tables.count {
        if Machine.matches(bytes, tables, start) { return true }
        start += Machine.tableSize
      }
      return !bytes.isASCII && notation.matches(units: NotationText(bytes))
    }
  }

  package func matches(_ text: String) -> Bool { text.withTextBytes(matches) }

  /// The places in a text that are written so: byte ranges, leftmost and then longest, apart.
  ///
  /// A place that begins or ends with a letter or digit never lies inside a longer word or number.
  package func ranges(in bytes: TextBytes) -> [Range<Int>] {
    let units = NotationText(bytes)
    var found: [Range<Int>] = []
    var start = 0
    while start < units.count {
      guard units.isBoundary(start), let end = longest(in: units, from: start) else {
        start += 1
        continue
      }
      found.append(units.offset(of: start)..<units.offset(of: end))
      start = end
    }
    return found
  }

  package func ranges(in text: String) -> [Range<Int>] { text.withTextBytes(ranges) }

  /// The end of the longest match from `start` that ends where a word may end.
  private func longest(in units: NotationText, from start: Int) -> Int? {
    var end: Int?
    for machine in machines {
      if let found = machine.longest(in: units, from: start, accepts: units.isBoundary) {
        end = max(end ?? found, found)
      }
    }
    return end
  }
}

/// One pattern: bit n of a state is set where its element n has just been matched.
private struct Machine {
  private let ascii: [UInt64]
  private let others: [Character: UInt64]
  private let letters: UInt64
  private let repeats: UInt64
  private let last: UInt64

  init(_ elements: [NotationPattern.Element]) {
    var ascii = [UInt64](repeating: 0, count: 128)
    var others: [Character: UInt64] = [:]
    var letters: UInt64 = 0
    var repeats: UInt64 = 0
    for (index, element) in elements.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      if element.repeats { repeats |= bit }
      switch element.kind {
      case .digit: for byte in 48...57 { ascii[byte] |= bit }
      case .letter:
        letters |= bit
        for byte in UInt8(65)...122 where byte.isASCIILetter { ascii[Int(byte)] |= bit }
      case .literal(let character):
        if let byte = character.utf8.first, character.utf8.count == 1 {
          ascii[Int(byte)] |= bit
        } else {
          others[character, default: 0] |= bit
        }
      }
    }
    (self.ascii, self.others, self.letters, self.repeats) = (ascii, others, letters, repeats)
    last = UInt64(1) << UInt64(elements.count - 1)
  }

  @inline(__always)
  func next(_ states: UInt64, _ mask: UInt64, starts: Bool) -> UInt64 {
    ((states << 1) | (starts ? 1 : 0) | (states & repeats)) & mask
  }

  /// The elements that repeat, the last one, and for each byte the elements that it fits: those
  /// that are not ASCII fit none.
  var table: [UInt64] { [repeats, last] + ascii + Array(repeating: 0, count: 128) }

  static var tableSize: Int { 258 }

  /// Whether the machine whose table begins at `start` takes the whole text, which is ASCII then.
  @inline(__always)
  static func matches(
    _ bytes: TextBytes, _ tables: UnsafeBufferPointer<UInt64>, _ start: Int
  ) -> Bool {
    let (repeats, last) = (tables[start], tables[start + 1])
    var states: UInt64 = 0
    var first: UInt64 = 1
    for byte in bytes {
      states = ((states << 1) | first | (states & repeats)) & tables[start + 2 + Int(byte)]
      first = 0
      if states == 0 { return false }
    }
    return states & last != 0
  }

  private func mask(_ units: NotationText, _ index: Int) -> UInt64 {
    let unit = units[index]
    if unit.key < 128 { return ascii[Int(unit.key)] }
    let letter = unit.isLetter ? letters : 0
    return others.isEmpty ? letter : letter | (others[units.character(at: index)] ?? 0)
  }

  /// The end of the longest match from `start` whose end `accepts`; nil where there is none.
  func longest(in units: NotationText, from start: Int, accepts: (Int) -> Bool) -> Int? {
    var states: UInt64 = 0
    var end: Int?
    for index in start..<max(start, units.count) {
      states = next(states, mask(units, index), starts: index == start)
      if states == 0 { break }
      if states & last != 0, accepts(index + 1) { end = index + 1 }
    }
    return end
  }
}
