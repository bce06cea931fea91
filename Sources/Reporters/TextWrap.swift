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
      for character in word {
        let next = TextWidth.cells(character)
        if used + next > width {
          lines.append(current)
          (current, used) = ("", 0)
        }
        current.append(character)
        used += next
      }
    }
    lines.append(current)
    return lines
  }
}
