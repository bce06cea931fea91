import Values

/// Finds the entries of word lists in a text: whole words, without regard to case; `ß` is `ss`.
///
/// An entry may be several words; `*` at a word's end stands for any ending.
final class WordMatcher {
  private struct Word {
    var stem: String
    var isOpenEnded: Bool

    func matches(_ word: String) -> Bool {
      isOpenEnded ? word.hasPrefix(stem) : word == stem
    }
  }
  private let texts: [String]
  /// Made for texts with other than Latin letters, and for the places of entries.
  private lazy var entries: [[Word]] = texts.map { entry in
    entry.split(whereSeparator: \.isWhitespace).flatMap { Self.words(ofPart: $0) }
  }
  /// The same for texts of Latin letters; nil where an entry has others.
  private let latin: LatinPhrases?

  init(_ entries: [String]) {
    texts = entries
    latin = LatinPhrases(entries)
  }

  /// What stands between two blanks of an entry, cut like the text it is compared with: `u.a.` is
  /// `u` and `a`, for a text has no word with a full stop.
  private static func words(ofPart part: Substring) -> [Word] {
    let isOpen = part.last == "*"
    var words = words(in: String(isOpen ? part.dropLast() : part)).map {
      Word(stem: $0.text, isOpenEnded: false)
    }
    if isOpen, let last = words.indices.last { words[last].isOpenEnded = true }
    return words
  }

  /// Whether an entry stands in the text.
  func isMatched(in bytes: TextBytes) -> Bool { latin?.isIn(bytes) ?? contains(bytes) }

  /// Answers for each text whether an entry stands in it.
  func answer(_ texts: TextBatch) {
    guard let latin else { return texts.answer { contains($0) } }
    latin.answer(texts) { contains($0) }
  }

  private func contains(_ bytes: TextBytes) -> Bool { firstMatch(in: bytes) != nil }

  /// The first place in the text where an entry stands, as a range of bytes.
  func firstMatch(in bytes: TextBytes) -> Range<Int>? { matches(in: bytes, atMost: 1).first }

  /// The places in the text where entries stand, in their order and without overlaps.
  func matches(in bytes: TextBytes, atMost limit: Int) -> [Range<Int>] {
    let words = Self.words(in: String(decoding: bytes, as: UTF8.self))
    var found: [Range<Int>] = []
    var start = 0
    while start < words.count, found.count < limit {
      guard let count = length(at: start, of: words) else {
        start += 1
        continue
      }
      let last = words[start + count - 1]
      found.append(words[start].range.lowerBound..<last.range.upperBound)
      start += count
    }
    return found
  }

  /// The number of words of the first entry that begins at a word of the text.
  private func length(at start: Int, of words: [(text: String, range: Range<Int>)]) -> Int? {
    for entry in entries where !entry.isEmpty && start + entry.count <= words.count {
      let run = words[start..<start + entry.count]
      if zip(entry, run).allSatisfy({ $0.matches($1.text) }) { return entry.count }
    }
    return nil
  }

  /// Runs of letters, digits and inner hyphens or apostrophes, in lower case.
  private static func words(in text: String) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    var start: String.Index?
    var index = text.startIndex
    func close(at end: String.Index) {
      guard let begin = start else { return }
      let range =
        text.utf8.distance(
          from: text.startIndex, to: begin)..<text.utf8.distance(from: text.startIndex, to: end)
      // As `ß` is written in capitals.
      words.append((text[begin..<end].lowercased().replacing("ß", with: "ss"), range))
      start = nil
    }
    while index < text.endIndex {
      let character = text[index]
      let next = text.index(after: index)
      let isInner =
        (character == "-" || character == "’" || character == "'") && start != nil
        && next < text.endIndex && text[next].isLetter
      if character.isLetter || character.isNumber || isInner {
        if start == nil { start = index }
      } else {
        close(at: index)
      }
      index = next
    }
    close(at: text.endIndex)
    return words
  }
}
