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

  private init(patterns: [String], machines: [Machine]) {
    self.patterns = patterns
    self.machines = machines
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
  package func matches(_ bytes: TextBytes) -> Bool {
    if bytes.isASCII {
      return machines.contains { machine in
        var states: UInt64 = 0
        for index in 0..<bytes.count {
          states = machine.next(states, machine.ascii[Int(bytes[index])], starts: index == 0)
          if states == 0 { return false }
        }
        return states & machine.last != 0
      }
    }
    let units = Self.units(of: bytes)
    return machines.contains { $0.longest(in: units, from: 0) { $0 == units.count } != nil }
  }

  package func matches(_ text: String) -> Bool { text.withTextBytes(matches) }

  /// The places in a text that are written so: byte ranges, leftmost and then longest, apart.
  ///
  /// A place that begins or ends with a letter or digit never lies inside a longer word or number.
  package func ranges(in bytes: TextBytes) -> [Range<Int>] {
    let units = Self.units(of: bytes)
    var found: [Range<Int>] = []
    var start = 0
    while start < units.count {
      let end =
        Self.isBoundary(units, start)
        ? machines.compactMap { $0.longest(in: units, from: start) { Self.isBoundary(units, $0) } }
          .max() : nil
      if let end {
        let after = end < units.count ? units[end].offset : bytes.count
        found.append(units[start].offset..<after)
      }
      start = end ?? start + 1
    }
    return found
  }

  package func ranges(in text: String) -> [Range<Int>] { text.withTextBytes(ranges) }

  /// Whether a word or number may begin or end before the unit at `index`.
  private static func isBoundary(_ units: [Unit], _ index: Int) -> Bool {
    guard index > 0, index < units.count else { return true }
    return !(units[index - 1].isWordLike && units[index].isWordLike)
  }

  private static func units(of bytes: TextBytes) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(bytes.count)
    if bytes.isASCII {
      for index in 0..<bytes.count { units.append(Unit(ascii: bytes[index], at: index)) }
      return units
    }
    var offset = 0
    for character in bytes.text {
      units.append(Unit(character, at: offset))
      offset += character.utf8.count
    }
    return units
  }
}

/// One character of a text with its place in bytes.
private struct Unit {
  let offset: Int
  /// The byte of an ASCII character; nil for any other.
  let ascii: UInt8?
  let other: Character?
  let isWordLike: Bool

  init(ascii byte: UInt8, at offset: Int) {
    self.offset = offset
    ascii = byte
    other = nil
    isWordLike = byte.isASCIILetter || byte.isASCIIDigit
  }

  init(_ character: Character, at offset: Int) {
    let scalars = character.unicodeScalars
    self.offset = offset
    isWordLike = character.isLetter || character.isNumber
    if let only = scalars.first, scalars.count == 1, only.isASCII {
      ascii = UInt8(only.value)
      other = nil
    } else {
      ascii = nil
      other = character
    }
  }
}

/// One pattern: bit n of a state is set where its element n has just been matched.
private struct Machine {
  let ascii: [UInt64]
  private let others: [Character: UInt64]
  private let letters: UInt64
  private let repeats: UInt64
  let last: UInt64

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

  private func mask(of unit: Unit) -> UInt64 {
    if let byte = unit.ascii { return ascii[Int(byte)] }
    guard let other = unit.other else { return 0 }
    return (other.isLetter ? letters : 0) | (others[other] ?? 0)
  }

  /// The end of the longest match from `start` whose end `accepts`; nil where there is none.
  func longest(in units: [Unit], from start: Int, accepts: (Int) -> Bool) -> Int? {
    var states: UInt64 = 0
    var end: Int?
    for index in start..<max(start, units.count) {
      states = next(states, mask(of: units[index]), starts: index == start)
      if states == 0 { break }
      if states & last != 0, accepts(index + 1) { end = index + 1 }
    }
    return end
  }
}

/// Reads the elements of one pattern.
enum NotationPattern {
  struct Element {
    enum Kind { case digit, letter, literal(Character) }
    var kind: Kind
    var repeats = false
  }

  static func elements(of pattern: String) -> Result<[Element], NotationProblem> {
    var elements: [Element] = []
    var isQuoted = false
    var quoteAt = 0
    var canRepeat = false
    let characters = Array(pattern)
    var index = 0
    var offset = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if isQuoted, character == "'", next == "'" {
        elements.append(Element(kind: .literal("'")))
        (index, offset) = (index + 1, offset + 1)
      } else if character == "'" {
        isQuoted.toggle()
        quoteAt = offset
        canRepeat = false
      } else if isQuoted {
        elements.append(Element(kind: .literal(character)))
      } else if character == "*" {
        guard canRepeat else {
          return .failure(.nothingToRepeat(pattern: pattern, offset: offset))
        }
        elements[elements.count - 1].repeats = true
        canRepeat = false
      } else if let kind = bare(character) {
        elements.append(Element(kind: kind))
        if case .literal = kind { canRepeat = false } else { canRepeat = true }
      } else {
        return .failure(.bareCharacter(pattern: pattern, offset: offset, character))
      }
      offset += character.utf8.count
      index += 1
    }
    if isQuoted { return .failure(.unclosedQuote(pattern: pattern, offset: quoteAt)) }
    if elements.isEmpty { return .failure(.empty) }
    return elements.count > 64 ? .failure(.tooLong(pattern: pattern)) : .success(elements)
  }

  /// What a character outside quotes stands for; nil where it must be quoted.
  private static func bare(_ character: Character) -> Element.Kind? {
    switch character {
    case "9": .digit
    case "A": .letter
    default: character.isLetter || character.isNumber ? nil : .literal(character)
    }
  }
}
