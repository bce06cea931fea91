/// Looks for words and runs of words in texts of Latin letters, without regard to case.
///
/// Words are runs of letters, digits and inner hyphens or apostrophes. It reads bytes, where other
/// texts need the character tables of Unicode.
package struct LatinPhrases: Sendable {
  private struct Word {
    /// In lower case, one byte for each scalar.
    var stem: [UInt8]
    var isOpenEnded: Bool
  }
  private var phrases: [[Word]] = []
  /// By the first scalar of a phrase where those that begin with it stand in `phrases`.
  private var ends: [UInt16]
  private let beginnings: PhraseBeginnings

  /// Nil where an entry is written with other letters.
  ///
  /// - Parameter entries: each one word or several; `*` at a word's end stands for any ending.
  package init?(_ entries: [String]) {
    ends = Array(repeating: 0, count: 256)
    for entry in entries {
      guard let words = Self.words(of: entry) else { return nil }
      if !words.isEmpty { phrases.append(words) }
    }
    guard phrases.count < Int(UInt16.max) else { return nil }
    beginnings = PhraseBeginnings(
      phrases.map { phrase in
        let stem = String(phrase[0].stem.map(LatinScalars.character))
        return (stem: stem, isOpenEnded: phrase[0].isOpenEnded)
      })
    phrases.sort { $0[0].stem[0] < $1[0].stem[0] }
    for phrase in phrases { ends[Int(phrase[0].stem[0])] += 1 }
    for first in 1..<256 { ends[first] += ends[first - 1] }
  }

  private static func words(of entry: String) -> [Word]? {
    entry.withTextBytes { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { buffer in
        let scalars = buffer.baseAddress!
        guard let count = LatinScalars.read(bytes, into: scalars) else { return nil }
        let text = Words(scalars: scalars, count: count)
        var words: [Word] = []
        var start = 0
        while let range = text.word(from: start) {
          words.append(
            Word(
              stem: range.map { LatinScalars.lowercased(scalars[$0]) },
              isOpenEnded: text.isOpenEnded(range)))
          start = range.upperBound
        }
        return words
      }
    }
  }

  /// Whether one of the phrases stands in the text; nil where it is written with other letters.
  package func isIn(_ text: TextBytes) -> Bool? {
    beginnings.withFilter { $0.mayStand(in: TextRun(text)) } ? search(text) : false
  }

  /// Answers for each text whether one of the phrases stands in it.
  ///
  /// - Parameter isInOther: answers for a text that is written with other letters.
  package func answer(_ texts: TextBatch, _ isInOther: (TextBytes) -> Bool) {
    beginnings.withFilter { filter in
      texts.answer { text in
        filter.mayStand(in: text) && (search(text.bytes) ?? isInOther(text.bytes))
      }
    }
  }

  /// Whether one of the phrases stands in the text, by its words.
  @inline(never)
  private func search(_ text: TextBytes) -> Bool? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { buffer in
      let scalars = buffer.baseAddress!
      guard let count = LatinScalars.read(text, into: scalars) else { return nil }
      return ends.withUnsafeBufferPointer { ends in
        isIn(Words(scalars: scalars, count: count), ends)
      }
    }
  }

  private func isIn(_ text: Words, _ ends: UnsafeBufferPointer<UInt16>) -> Bool {
    var index = 0
    while let word = text.word(from: index) {
      let first = Int(LatinScalars.lowercased(text.scalars[word.lowerBound]))
      let end = Int(ends[first])
      var phrase = first == 0 ? 0 : Int(ends[first - 1])
      while phrase < end {
        if stands(phrases[phrase], in: text, at: word) { return true }
        phrase += 1
      }
      index = word.upperBound
    }
    return false
  }

  private func stands(_ phrase: [Word], in text: Words, at first: Range<Int>) -> Bool {
    var range = first
    for index in phrase.indices {
      if index > 0 {
        guard let next = text.word(from: range.upperBound) else { return false }
        range = next
      }
      guard text.fits(phrase[index].stem, range, isOpenEnded: phrase[index].isOpenEnded) else {
        return false
      }
    }
    return true
  }

  /// A text with its words.
  private struct Words {
    let scalars: UnsafeMutablePointer<UInt8>
    let count: Int

    /// The first word that begins at `start` or later.
    @inline(__always)
    func word(from start: Int) -> Range<Int>? {
      var begin = start
      while begin < count, !LatinScalars.isWordLike(scalars[begin]) { begin += 1 }
      guard begin < count else { return nil }
      var end = begin + 1
      while end < count {
        let scalar = scalars[end]
        if !LatinScalars.isWordLike(scalar) {
          let isJoint = scalar == 0x2D || scalar == 0x27 || scalar == LatinScalars.apostrophe
          guard isJoint, end + 1 < count, LatinScalars.isLetter(scalars[end + 1]) else { break }
        }
        end += 1
      }
      return begin..<end
    }

    /// Whether a `*` stands before the next blank and no other word before it.
    func isOpenEnded(_ word: Range<Int>) -> Bool {
      var index = word.upperBound
      var last: UInt8 = 0
      while index < count, !LatinScalars.isBlank(scalars[index]) {
        if LatinScalars.isWordLike(scalars[index]) { return false }
        last = scalars[index]
        index += 1
      }
      return last == UInt8(ascii: "*")
    }

    @inline(__always)
    func fits(_ stem: [UInt8], _ word: Range<Int>, isOpenEnded: Bool) -> Bool {
      guard isOpenEnded ? stem.count <= word.count : stem.count == word.count else { return false }
      for index in stem.indices
      where LatinScalars.lowercased(scalars[word.lowerBound + index]) != stem[index] {
        return false
      }
      return true
    }
  }
}
