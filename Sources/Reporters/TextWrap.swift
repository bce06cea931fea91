import Reporting

/// Breaks texts into lines of at most so many cells.
enum TextWrap {
  /// The lines of a text, broken at spaces and, where a word is too long, inside it; line breaks of
  /// the text stay.
  static func lines(_ text: String, width: Int) -> [String] {
    VisibleText.lines(text).flatMap { wrap($0, max(width, 2)) }
  }

  private static func wrap(_ text: String, _ width: Int) -> [String] {
    guard TextWidth.cells(text) > width else { return [text] }
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let cells = TextWidth.cells(String(word))
      if !current.isEmpty, used + 1 + cells <= width {
        current += " \(word)"
        used += 1 + cells
        continue
      }
      if !current.isEmpty { lines.append(current) }
      (current, used) = ("", 0)
      var rest = word
      while TextWidth.cells(String(rest)) > width {
        let (head, tail) = split(rest, width)
        lines.append(head)
        rest = tail
      }
      current = String(rest)
      used = TextWidth.cells(current)
    }
    lines.append(current)
    return lines
  }

  /// The part of a too long word that fits, with a hyphen where it is cut between syllables, and
  /// the rest; a word without a good place is cut where the line ends.
  private static func split(_ word: Substring, _ width: Int) -> (head: String, tail: Substring) {
    let letters = Array(word)
    var fitting = 0
    var used = 0
    while fitting < letters.count, used + TextWidth.cells(letters[fitting]) <= width {
      used += TextWidth.cells(letters[fitting])
      fitting += 1
    }
    let first = max(fitting, 1)
    let isWord = Syllables.isWord(word)
    for cut in stride(from: min(first, letters.count - 2), to: 2, by: -1) {
      let index = word.index(word.startIndex, offsetBy: cut)
      if "-/".contains(letters[cut - 1]) { return (String(word[..<index]), word[index...]) }
      let cells = letters[..<cut].reduce(0) { $0 + TextWidth.cells($1) }
      guard isWord, cells < width, Syllables.canSplit(letters, at: cut) else { continue }
      return (word[..<index] + "-", word[index...])
    }
    let index = word.index(word.startIndex, offsetBy: first)
    return (String(word[..<index]), word[index...])
  }
}

/// Where a word may be split, near enough to the rules of German and English for narrow columns.
private enum Syllables {
  private static let vowels: Set<Character> = Set("aeiouyäöüAEIOUYÄÖÜ")
  /// Letters that sound as one and stay together.
  private static let joined: [[Character]] = [
    ["s", "c", "h"], ["c", "h"], ["p", "h"], ["t", "h"], ["q", "u"], ["c", "k"],
  ]

  /// Whether this is a word of a language, not a path, a code or a number.
  static func isWord(_ text: Substring) -> Bool {
    let inside = text.trimmingPrefix { !$0.isLetter }
    guard let last = inside.lastIndex(where: \.isLetter) else { return false }
    return inside[...last].allSatisfy { $0.isLetter || $0 == "-" }
  }

  /// Whether a syllable begins at `cut`: with one consonant, or one joined sound, before a vowel.
  static func canSplit(_ letters: [Character], at cut: Int) -> Bool {
    guard cut > 1, cut + 1 < letters.count, letters[cut - 1].isLetter, letters[cut].isLetter,
      letters[..<cut].contains(where: vowels.contains), !vowels.contains(letters[cut])
    else { return false }
    var sound = 1
    if let cluster = joined.first(where: { letters[cut...].starts(with: $0) }) {
      sound = cluster.count
    }
    guard cut + sound < letters.count, vowels.contains(letters[cut + sound]) else { return false }
    return !joined.contains { cluster in
      (1..<cluster.count).contains { back in
        cut >= back && letters[(cut - back)...].starts(with: cluster)
      }
    }
  }
}
