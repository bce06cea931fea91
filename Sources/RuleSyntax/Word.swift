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
    var start: UInt16 = 0
    var count: UInt8 = 0
  }

  private static let mask = 1023
  /// Open addressing; a slot without letters is free.
  private var slots = [Slot](repeating: Slot(), count: mask + 1)
  private var letters: [UInt8] = []
  private var longest = 0

  private init() {
    for word in Word.allCases where word != .unknown {
      let spelling = Array(word.rawValue.utf8)
      var index = spelling.withUnsafeBufferPointer { Self.hash($0, 0, spelling.count) }
      while slots[index].count != 0 { index = (index + 1) & Self.mask }
      slots[index] = Slot(
        word: word, start: UInt16(letters.count), count: UInt8(spelling.count))
      letters += spelling
      longest = max(longest, spelling.count)
    }
  }

  /// Looks at the length and three letters only, which tell most words apart.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let count = end - start
    let hash =
      Int(bytes[start]) &* 31 ^ Int(bytes[start + count / 2]) &* 37 ^ Int(bytes[end - 1]) &* 41
      ^ count &* 43
    return hash & mask
  }

  /// The word that `start ..< end` spells; `unknown` where the language has none.
  func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Word {
    let count = end - start
    guard count > 0, count <= longest else { return .unknown }
    var index = Self.hash(bytes, start, end)
    while true {
      let slot = slots[index]
      if slot.count == 0 { return .unknown }
      if Int(slot.count) == count, matches(slot, bytes, start) { return slot.word }
      index = (index + 1) & Self.mask
    }
  }

  private func matches(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    for offset in 0..<Int(slot.count)
    where letters[Int(slot.start) + offset] != bytes[start + offset] { return false }
    return true
  }
}
