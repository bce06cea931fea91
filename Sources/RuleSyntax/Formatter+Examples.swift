import SourceText

/// Lines of examples, and how the YAML in them is moved without being changed.
extension Formatter {
  /// `examples with committees a1, a2 and plan { … }`, or the same from `with` on.
  func lines(
    of contexts: [ExamplesSyntax.Context], _ isHead: Bool, _ item: FormatterItem
  ) -> [String] {
    var lines = [indentation(item) + (isHead ? "examples" : "")]
    var before = isHead ? " with " : "with "
    for (index, context) in contexts.enumerated() {
      append(before + context.name.text, to: &lines)
      if let yaml = context.yaml {
        if hasBreak(context.name.range.end, yaml.start) {
          append(commentBehind(context.name.range.end), to: &lines)
          lines += movedBlock(yaml, deeperThan: 2 * item.level)
        } else {
          append(" ", to: &lines)
          append(inline: yaml, to: &lines, deeperThan: 2 * item.level)
        }
      } else {
        append(
          " " + context.ids.map { file.text($0.range) }.joined(separator: ", "), to: &lines)
      }
      guard index + 1 < contexts.count else { break }
      before = joined(ByteRange(context.range.end, contexts[index + 1].name.range.start))
    }
    return ended(lines, item)
  }

  /// What stands between two contexts: a comma, `and` or `with`.
  private func joined(_ gap: ByteRange) -> String {
    let word = file.text(gap).filter { !$0.isWhitespace }
    return word == "," ? ", " : " \(word) "
  }

  /// The words of a case before its YAML, such as `fails at owner`.
  func head(of example: ExamplesSyntax.Case) -> String {
    let words =
      switch example.expectation {
      case .passes: "passes"
      case .fails: "fails"
      case .unclear: "unclear"
      case .doesNotApply: "does not apply"
      }
    return words + (example.field.map { " at " + $0.text } ?? "")
  }

  /// Whether the YAML of a case begins on its own line.
  func isInline(_ example: ExamplesSyntax.Case) -> Bool {
    !hasBreak(example.range.start, example.yaml.start)
  }

  /// A case; YAML on its line begins at `column`, or two spaces behind its words.
  func lines(of example: ExamplesSyntax.Case, at column: Int, _ item: FormatterItem) -> [String] {
    let head = indentation(item) + head(of: example)
    guard isInline(example) else {
      let field = example.field?.range.end ?? example.range.start
      return [head + commentBehind(field)] + movedBlock(example.yaml, deeperThan: 2 * item.level)
    }
    let blanks = String(repeating: " ", count: max(2, column - head.count))
    var lines = [head + blanks]
    append(inline: example.yaml, to: &lines, deeperThan: 2 * item.level)
    return ended(lines, item)
  }

  /// The comment on the line of `offset` before a block of YAML.
  private func commentBehind(_ offset: Int) -> String {
    let line = file.text(
      file.rangeOfLine(file.position(of: offset).line).clipped(from: offset))
    guard let sign = line.firstIndex(of: "#") else { return "" }
    return "  " + trimmedEnd(String(line[sign...]))
  }

  private func append(_ text: String, to lines: inout [String]) {
    lines[lines.count - 1] += text
  }

  // MARK: - YAML

  /// Adds YAML that begins on the last line; its further lines move as far as its first one did,
  /// and stay deeper than what they belong to.
  private func append(
    inline yaml: ByteRange, to lines: inout [String], deeperThan indent: Int
  ) {
    let rows = rows(yaml)
    let column = lines[lines.count - 1].unicodeScalars.count
    append(rows[0], to: &lines)
    guard rows.count > 1 else { return }
    let rest = rows[1...]
    let shift = max(
      column - (file.position(of: yaml.start).column - 1), indent + 2 - leastIndent(rest))
    lines += rest.map { moved($0, by: shift) }
  }

  /// A block of YAML two columns deeper than what it belongs to.
  private func movedBlock(_ yaml: ByteRange, deeperThan indent: Int) -> [String] {
    let rows = rows(yaml)
    let shift = indent + 2 - leastIndent(rows[...])
    return rows.map { moved($0, by: shift) }
  }

  private func rows(_ yaml: ByteRange) -> [String] {
    file.text(yaml)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map(String.init)
  }

  private func leastIndent(_ rows: ArraySlice<String>) -> Int {
    rows.filter { !isBlank($0) }.map { row in row.prefix { $0 == " " }.count }.min() ?? 0
  }

  private func moved(_ row: String, by shift: Int) -> String {
    if isBlank(row) { return "" }
    return shift >= 0
      ? String(repeating: " ", count: shift) + row : String(row.dropFirst(-shift))
  }

  private func isBlank(_ row: String) -> Bool { row.allSatisfy { $0 == " " || $0 == "\t" } }

  private func trimmedEnd(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

extension ByteRange {
  fileprivate func clipped(from offset: Int) -> ByteRange { ByteRange(max(start, offset), end) }
}
