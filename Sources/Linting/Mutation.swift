import RuleSyntax
import SourceText

/// One change of a rule file that its examples should notice.
///
/// A change is made in the text: so it can be shown as it would be written, and the parser and the
/// checker say whether it is a rule at all.
struct Mutation: Sendable {
  /// What is done; the raw value is the name in machine formats and in arguments.
  enum Kind: String, Sendable, CaseIterable {
    case dropCondition = "drop-when"
    case dropAlternative = "drop-alternative"
    case dropRequirement = "drop-requirement"
    case negate
    case blockKind = "block"
    case quantifier
    case boundary
    /// A number, amount, date or duration one step up or down.
    case step
    /// A list has at least, at most or exactly so many entries.
    case measure
    case aggregate
    case arithmetic
    case dropCounting = "drop-counting-missing"
    case siblingField = "sibling-field"
    case siblingValue = "sibling-value"
    case dropValue = "drop-value"
    /// An entry of a word list, or a form of a notation.
    case dropEntry = "drop-entry"
    case dropWhere = "drop-where"
    case dropIfStated = "drop-if-stated"
    case dropItself = "drop-other-than-itself"
    case uniqueness
  }

  struct Edit: Sendable {
    var range: ByteRange
    var replacement: String
  }

  var kind: Kind
  /// What is changed or left out.
  var place: ByteRange
  /// In the order of the text; none overlaps another.
  var edits: [Edit]

  init(_ kind: Kind, at place: ByteRange, _ edits: [Edit]) {
    self.kind = kind
    self.place = place
    self.edits = edits
  }

  init(_ kind: Kind, replacing place: ByteRange, with text: String) {
    self.init(kind, at: place, [Edit(range: place, replacement: text)])
  }

  /// The bytes of a range of the file with the edits that lie in it.
  func text(_ range: ByteRange, of file: SourceFile, also more: [Edit] = []) -> String {
    var text = ""
    var offset = range.start
    for edit in (edits + more).sorted(by: { $0.range.start < $1.range.start })
    where edit.range.start >= range.start && edit.range.end <= range.end {
      text += file.text(ByteRange(offset, edit.range.start)) + edit.replacement
      offset = edit.range.end
    }
    return text + file.text(ByteRange(offset, range.end))
  }

  /// The line that is changed, without its indentation.
  func before(in file: SourceFile) -> String { Self.shown(file.text(lines(in: file))) }

  /// The line as it is after the change; nil where it is left out.
  func after(in file: SourceFile) -> String? {
    switch kind {
    case .dropCondition, .dropAlternative, .dropRequirement: return nil
    default: break
    }
    return Self.shown(text(lines(in: file), of: file))
  }

  /// The whole lines that the place stands in; of several the first, unless a list goes on behind
  /// it.
  private func lines(in file: SourceFile) -> ByteRange {
    var last = edits.last?.range.end ?? place.end
    switch kind {
    case .dropCondition, .dropAlternative, .dropRequirement, .blockKind: last = place.start
    default: break
    }
    let first = file.position(of: place.start).line
    let end = file.rangeOfLine(max(first, file.position(of: last).line)).end
    return ByteRange(file.rangeOfLine(first).start, end)
  }

  /// On one line, without its comment.
  private static func shown(_ text: String) -> String {
    var shown = ""
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == "#", !isQuoted { break }
      let isBlank = character == " " || character.isNewline
      if isBlank, shown.isEmpty || shown.hasSuffix(" ") { continue }
      shown.append(isBlank ? " " : character)
    }
    while shown.hasSuffix(" ") { shown.removeLast() }
    return shown
  }
}
