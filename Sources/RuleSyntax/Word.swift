/// A word that the language knows; most of them mean something at their place only.
///
/// The lexer marks every name that is spelt like one, so that the parser compares numbers, not
/// texts.
package enum Word: String, CaseIterable, Sendable {
  /// Any other name.
  case unknown = ""
  // Declarations
  case schema, choice, extend, record, placeholder, notation, words, setting, rule, table
  case report, chart, pack, profile, use
  // Schema
  case text, identifier, yes, or, no, number, whole, percent, money, date, one, some, list, group
  case open, order, by, seen, from, there, `as`, `else`, its, first, last, day, to, at, least
  case listed, outside, the, also, de, en
  // Rules
  case why, `if`, broken, unclear, say, may, find, nothing, check, each, plan, of, `where`, when
  case any, all, exactly, none, these, must, hold, every, stated, not, error, warning, note
  case off, on, `in`, former, previous
  // Phrases
  case be, `is`, are, have, has, does, `do`, answered, left, out, apply, applies, missing, same
  case most, more, than, less, before, after, lie, lies, within, overlap, overlaps, exist, exists
  case include, includes, unique, among, written, like, mention, mentions, avoid, lead, leads
  case back, itself, other, entry, entries, word, character, characters
  case change, changed
  // Expressions
  case sum, count, earliest, latest, smallest, largest, share, earlier, later, today, counting
  case state
  case days, month, months, year, years
  // Examples and tables
  case examples, with, and, passes, fails, grouped, column, columns, sort, total
  case bars, stacked, timeline, graph
  // Reports
  case section, `for`, findings, ledger, summary
  // Words of other languages, which messages answer
  case then, should, shall, needs, muss, soll, `true`, `false`, null, `nil`, und, oder, dann
  case greater, equal, equals, between, contains, matches

  /// The words that mean the same everywhere and so cannot be names, except after a dot.
  static let reserved: [Word] = [
    .each, .every, .some, .no, .when, .if, .where, .any, .all, .none, .exactly, .must, .is, .has,
    .of, .in, .plan, .today, .earlier, .later, .previous,
  ]

  /// The words that a top-level block begins with.
  static let declarations: [Word] = [
    .schema, .choice, .record, .extend, .placeholder, .notation, .words, .setting, .rule, .table,
    .pack, .report,
  ]
}

/// Finds the word that a run of bytes spells, nearly always with one probe.
struct WordTable: Sendable {
  static let shared = WordTable()

  private struct Slot: Sendable {
    var word = Word.unknown
    var spelling = Spelling()
  }

  /// The letters of a word of at most sixteen: the first eight, and the last eight, which may
  /// overlap.
  private struct Spelling: Equatable, Sendable {
    var count = 0
    var head: UInt64 = 0
    var tail: UInt64 = 0

    init() {}

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
      count = end - start
      head = Self.letters(bytes, start, min(end, start + 8))
      tail = count > 8 ? Self.letters(bytes, end - 8, end) : head
    }

    @inline(__always)
    private static func letters(
      _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> UInt64 {
      if start + 8 <= bytes.count {
        let raw = UnsafeRawBufferPointer(bytes)
        let word = UInt64(
          littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let unused = UInt64(8 &- (end &- start)) &* 8
        return (word << unused) >> unused
      }
      var word: UInt64 = 0
      for index in (start..<end).reversed() { word = word << 8 | UInt64(bytes[index]) }
      return word
    }

    /// A slot for it among 1024.
    var hash: Int {
      let product = (head ^ (tail << 1) ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
      return Int(product >> 54)
    }
  }

  private static let mask = 1023
  /// Open addressing; a slot without letters is free.
  private var slots = [Slot](repeating: Slot(), count: mask + 1)
  private var longest = 0

  private init() {
    for word in Word.allCases where word != .unknown {
      let letters = Array(word.rawValue.utf8)
      precondition(letters.count <= 16, "a word is compared by sixteen letters")
      let spelling = letters.withUnsafeBufferPointer { Spelling($0, 0, letters.count) }
      var index = spelling.hash
      while slots[index].spelling.count != 0 { index = (index + 1) & Self.mask }
      slots[index] = Slot(word: word, spelling: spelling)
      longest = max(longest, letters.count)
    }
  }

  /// The word that `start ..< end` spells; `unknown` where the language has none.
  func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Word {
    guard start < end, end - start <= longest else { return .unknown }
    let spelling = Spelling(bytes, start, end)
    var index = spelling.hash
    while slots[index].spelling.count != 0 {
      if slots[index].spelling == spelling { return slots[index].word }
      index = (index + 1) & Self.mask
    }
    return .unknown
  }

  /// The word of that spelling; `unknown` where the language has none.
  func word(_ spelling: Substring) -> Word {
    Array(spelling.utf8).withUnsafeBufferPointer { word($0, 0, $0.count) }
  }
}
