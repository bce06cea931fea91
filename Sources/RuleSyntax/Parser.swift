import Diagnostics
import SourceText

/// Reads a rule file: its declarations, its comments and what is wrong with it.
///
/// Reading never fails. A line that cannot be read is left out and told once; what is indented
/// under it is still read for mistakes of its own. A top-level line that cannot be read is left
/// out with all that is indented under it. Indentation decides what belongs to what:
///
/// - A block is what is indented deeper than its head; all its lines begin in the same column.
/// - A line that ends with a comma goes on in the next line where that is indented deeper than
///   the line itself; nothing else joins lines.
/// - A comment reaches from `#` to the end of its line, except in a text and in YAML.
package func parseRuleFile(
  _ file: SourceFile, limits: Limits
) -> (tree: RuleFile, findings: [Finding]) {
  file.bytes.withUnsafeBufferPointer { bytes in
    var parser = Parser(file, bytes, limits)
    parser.readFile()
    return parser.result()
  }
}

/// The state of reading one file: a line at a time, its tokens with a cursor.
struct Parser {
  /// The place of a line of the rule language; blank lines and comments are none.
  struct Line {
    /// The first byte after the indentation.
    var content: Int
    /// The indentation in columns; a tab counts as two.
    var indent: Int
    /// Whether a tab stands in the indentation, so that its width proves nothing.
    var hasTab: Bool
  }

  let file: SourceFile
  let limits: Limits
  var lexer: Lexer
  var tree: RuleFile
  var findings: [Finding] = []
  /// How many problems were met, told or not; it tells whether a block was read without any.
  var problemCount = 0
  /// The starts of the lines that a finding stands in: a line is told about once.
  private var linesTold: Set<Int> = []
  /// Whether the logical line has a problem; then nothing more is told about it.
  private var lineHasProblem = false

  /// The first byte that no line was made of.
  var offset = 0
  var nextLine: Line?
  /// The line that `tokens` holds.
  var line = Line(content: 0, indent: 0, hasTab: false)
  var cursor = 0
  /// The indentations with tabs, to be told and mended together.
  var tabIndentations: [ByteRange] = []
  /// Where raw YAML may begin after `examples`.
  var rawStart = 0
  /// The end of the last line that was read, without its comment.
  var lastContent = 0
  /// How deep blocks are nested.
  var blockDepth = 0
  /// How deep conditions and expressions of the line are nested.
  var depth = 0
  /// Whether a bare `count` means rows.
  var isInTable = false

  init(_ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ limits: Limits) {
    self.file = file
    self.limits = limits
    lexer = Lexer(bytes)
    tree = RuleFile(file: file)
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
  }

  // MARK: - Findings

  /// Tells a problem, unless its line already has one.
  mutating func report(
    _ problem: SyntaxProblem, at range: ByteRange, replacing: String? = nil
  ) {
    report(problem, at: range, edit: replacing.map { (range, $0) })
  }

  /// Tells a problem with an edit beside its place.
  mutating func report(
    _ problem: SyntaxProblem, at range: ByteRange, edit: (range: ByteRange, text: String)?
  ) {
    problemCount += 1
    if lineHasProblem { return }
    lineHasProblem = true
    reportOnce(problem, at: range, edits: edit.map { [$0] } ?? [])
  }

  /// Tells a problem of a block at its head, whatever is wrong with the line that was read last.
  mutating func reportBlock(_ problem: SyntaxProblem, at range: ByteRange) {
    problemCount += 1
    reportOnce(problem, at: range, edits: [])
  }

  private mutating func reportOnce(
    _ problem: SyntaxProblem, at range: ByteRange, edits: [(range: ByteRange, text: String)]
  ) {
    var start = min(range.start, lexer.bytes.count)
    while start > 0, lexer.bytes[start - 1] != 10, lexer.bytes[start - 1] != 13 { start -= 1 }
    guard linesTold.insert(start).inserted else { return }
    var finding = Finding(problem, severity: .error, at: Location(file, range))
    if let first = edits.first {
      finding.fixes = [
        Fix(
          SyntaxProblem.fixTitle(first.text),
          edits.map { TextEdit(Location(file, $0.range), replacement: $0.text) })
      ]
    }
    findings.append(finding)
  }

  mutating func beginLine() {
    lineHasProblem = false
    depth = 0
  }

  // MARK: - The result

  mutating func result() -> (tree: RuleFile, findings: [Finding]) {
    if let first = tabIndentations.first {
      let edits = tabIndentations.map { range in
        let width = lexer.text(range.start, range.end).utf8.reduce(0) { $0 + ($1 == 9 ? 2 : 1) }
        return (range: range, text: String(repeating: " ", count: width))
      }
      reportOnce(.tabIndentation, at: first, edits: edits)
    }
    if tree.declarations.isEmpty, problemCount == 0 {
      reportOnce(.emptyRuleFile, at: ByteRange(at: 0), edits: [])
    }
    findings.sort { $0.location.range.start < $1.location.range.start }
    if findings.count > limits.problemsPerFile {
      let rest = findings.count - limits.problemsPerFile
      findings.removeLast(rest)
      let end = ByteRange(at: lexer.bytes.count)
      findings.append(
        Finding(
          SyntaxProblem.furtherProblems(count: rest), severity: .error, at: Location(file, end)))
    }
    tree.comments = lexer.comments
    return (tree, findings)
  }
}
