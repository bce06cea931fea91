import Diagnostics
import SourceText

/// Puts a rule file into the one form that all rule files have; a file with a mistake stays as it
/// is, with its findings.
///
/// Only white space, line breaks after commas, the order of a line's title, German title and
/// further spellings, and the number of verbs and units change: what the file says does not, and
/// no comment is lost. Formatting what is formatted changes nothing.
///
/// - Two spaces a level. A line stays as deep as it was written; `de "…"` under a text stands in
///   that text's column.
/// - One space between words, none before `,` `:` `)` or around the dots of a path.
/// - The values of all choices of a file, the fields of all its records and the columns of all its
///   tables stand in columns, and so do the cases of one rule. A column is as wide as its widest
///   cell, up to a limit; a cell beyond the limit pushes its own line only.
/// - Other lines are broken after commas at 120 columns and go on four columns deeper. A line with
///   a comment inside keeps its line breaks.
/// - One blank line between declarations, two where two or more were written; declarations of one
///   line may stand together. Inside a declaration at most one blank line, none below a head.
/// - A comment at a line's end stands two spaces behind it. A comment alone stands as deep as the
///   line below it, or, where it was written deeper than that, as the block above it.
/// - After `every` and `at least one` a verb is in the singular, elsewhere as it was written; units
///   go with their number: `1 entry`, `2 entries`.
/// - YAML in examples is moved as a whole, never changed. Texts and numbers stay as written.
package func formatRuleFile(
  _ file: SourceFile, limits: Limits
) -> (text: String, findings: [Finding]) {
  let (tree, findings) = parseRuleFile(file, limits: limits)
  guard findings.isEmpty else {
    return (file.text(ByteRange(0, file.bytes.count)), findings)
  }
  var formatter = Formatter(tree, limits)
  return (formatter.text(), [])
}

/// The state of formatting one file without mistakes.
struct Formatter {
  /// Longer lines are broken after commas, unless they stand in columns.
  static let width = 120
  /// How much deeper a broken line goes on.
  static let continuation = 4

  let file: SourceFile
  let forms: WordForms
  var items: [FormatterItem]

  init(_ tree: RuleFile, _ limits: Limits) {
    file = tree.file
    items = FormatterReader.items(of: tree, limits)
    var forms = WordForms(tree)
    for item in items { forms.read(item.tokens) }
    self.forms = forms
  }

  mutating func text() -> String {
    setLevels()
    let blocks = rendered()
    let blanks = blankLines()
    var text = ""
    for (index, lines) in blocks.enumerated() {
      text += String(repeating: "\n", count: blanks[index])
      for line in lines { text += line + "\n" }
    }
    return text
  }

  // MARK: - Depth

  /// A line that further lines may be indented under.
  private struct Head {
    var indent: Int
    var level: Int
  }

  /// Finds how deep each item stands, from the indentations as they are written.
  private mutating func setLevels() {
    var open: [Head] = []
    var comments: [Int] = []
    var previous: Int?
    for index in items.indices {
      if items[index].isComment {
        comments.append(index)
        continue
      }
      let above = open
      let indent = items[index].indent
      while let last = open.last, last.indent >= indent { open.removeLast() }
      var level = open.last.map { $0.level + 1 } ?? 0
      if let previous, let last = open.last, last.indent == items[previous].indent,
        items[index].isGermanAlone, items[previous].beginsText
      {
        level = last.level
      }
      items[index].level = level
      setLevels(of: comments, above: above, below: Head(indent: indent, level: level))
      comments = []
      open.append(Head(indent: indent, level: level))
      previous = index
    }
    setLevels(of: comments, above: open, below: Head(indent: 0, level: 0))
  }

  private mutating func setLevels(of comments: [Int], above open: [Head], below next: Head) {
    let beginsBlock = next.level > (open.last?.level ?? -1)
    for index in comments {
      let indent = items[index].indent
      if beginsBlock || indent <= next.indent {
        items[index].level = next.level
      } else {
        items[index].level = open.last { $0.indent <= indent }?.level ?? next.level
      }
    }
  }

  // MARK: - Blank lines

  /// How many blank lines stand before each item.
  private func blankLines() -> [Int] {
    var blanks = [Int](repeating: 0, count: items.count)
    /// The last line that is no comment.
    var line: Int?
    for index in items.indices {
      let item = items[index]
      if index > 0 {
        let written = item.firstLine - items[index - 1].lastLine - 1
        let opens = item.level > items[index - 1].level
        blanks[index] = opens ? 0 : min(written, item.level == 0 ? 2 : 1)
      }
      if item.isComment { continue }
      if item.level == 0, let line, !(isAlone(line) && isAlone(index)) {
        separate(from: line, to: index, &blanks)
      }
      line = index
    }
    return blanks
  }

  /// Sees to a blank line between the end of a declaration and the begin of the next.
  private func separate(from last: Int, to next: Int, _ blanks: inout [Int]) {
    guard !blanks[(last + 1)...next].contains(where: { $0 > 0 }) else { return }
    let first = (last + 1...next).first { items[$0].level == 0 } ?? next
    blanks[first] = 1
  }

  /// Whether a line is a declaration with nothing under it.
  private func isAlone(_ index: Int) -> Bool {
    guard items[index].level == 0 else { return false }
    let next = items[(index + 1)...].first { !$0.isComment }
    return next.map { $0.level == 0 } ?? true
  }
}
