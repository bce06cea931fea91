/// Disturbs the white space of a rule file without changing what the file says, always in the same
/// way for the same seed.
struct Disturbance {
  /// What may be changed beside blanks inside a line and the width of a level.
  struct Extent: OptionSet {
    let rawValue: Int
    static let lineBreaks = Extent(rawValue: 1)
    static let blankLines = Extent(rawValue: 2)
    static let comments = Extent(rawValue: 4)
    static let everything: Extent = [.lineBreaks, .blankLines, .comments]
  }

  private var state: UInt64
  private let extent: Extent
  private let levelWidth: Int
  /// The comments that were added, each with a text of its own.
  private(set) var comments: [String] = []
  private var lines: [String] = []
  /// The indentation of the `examples` that the line stands under.
  private var examples: Int?

  init(seed: Int, _ extent: Extent) {
    state = UInt64(seed) &* 7919 &+ 17
    self.extent = extent
    levelWidth = [1, 2, 3, 4, 7][seed % 5]
  }

  private mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func disturbed(_ source: String) -> String {
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      disturb(String(line))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func disturb(_ line: String) {
    let content = line.drop { $0 == " " }
    let indent = (line.count - content.count) / 2 * levelWidth
    if content.isEmpty || content.hasPrefix("#") {
      lines.append(content.isEmpty ? "" : String(repeating: " ", count: indent) + content)
      return
    }
    // A comment that stands deeper than the last example would be part of its YAML.
    var deepest = indent + 3
    if let column = examples, indent <= column {
      examples = nil
      deepest = indent
    }
    addLines(upTo: deepest)
    let before = String(repeating: " ", count: indent)
    if examples == nil, !content.hasPrefix("examples") {
      lines.append(before + spaced(content, indent) + commentBehind())
    } else {
      if content.hasPrefix("examples") { examples = indent }
      let words = content.prefix { $0 != "{" && $0 != "[" && $0 != "#" && $0 != ":" }
      let isWords = words.endIndex == content.endIndex || content[words.endIndex] == "{"
      lines.append(
        before + (isWords ? spaced(words, nil) + content[words.endIndex...] : String(content)))
    }
  }

  /// Adds blank lines and comments before a line; under `examples` they would be YAML.
  private mutating func addLines(upTo deepest: Int) {
    if extent.contains(.blankLines), examples == nil, next(below: 4) == 0 {
      for _ in 0...next(below: 3) { lines.append(next(below: 2) == 0 ? "" : "   ") }
    }
    guard extent.contains(.comments), examples == nil, next(below: 6) == 0 else { return }
    lines.append(String(repeating: " ", count: next(below: deepest + 1)) + comment())
  }

  private mutating func comment() -> String {
    let comment = "#\(next(below: 2) == 0 ? " " : "")comment \(comments.count), “\"’ of ours"
    comments.append(comment)
    return comment
  }

  private mutating func commentBehind() -> String {
    guard extent.contains(.comments), next(below: 7) == 0 else {
      return String(repeating: " ", count: next(below: 3))
    }
    return String(repeating: " ", count: next(below: 4)) + comment() + " "
  }

  /// The line with other blanks between its words, and broken after some of its commas.
  private mutating func spaced(_ line: Substring, _ indent: Int?) -> String {
    var text = ""
    var isInText = false
    var last: Character = " "
    var isEscaped = false
    for (index, character) in zip(line.indices, line) {
      if character == "#", !isInText {
        text += line[index...]
        break
      }
      if character == "\"", !isEscaped { isInText.toggle() }
      isEscaped = character == "\\" && !isEscaped
      let following = line[line.index(after: index)...].first ?? " "
      if isInText || character != " " || (last.isNumber && following.isNumber) {
        text.append(character)
      } else if last != " " {
        text += gap(after: last, indent)
      }
      last = character
    }
    return text
  }

  private mutating func gap(after last: Character, _ indent: Int?) -> String {
    guard last == ",", let indent, extent.contains(.lineBreaks), next(below: 4) == 0 else {
      return String(repeating: " ", count: 1 + next(below: next(below: 2) == 0 ? 1 : 6))
    }
    let deeper = String(repeating: " ", count: indent + 1 + next(below: 9))
    guard extent.contains(.comments) else { return "\n" + deeper }
    switch next(below: 4) {
    case 0: return "  " + comment() + "\n" + deeper
    case 1: return "\n   " + comment() + "\n\n" + deeper
    default: return "\n" + deeper
    }
  }
}
