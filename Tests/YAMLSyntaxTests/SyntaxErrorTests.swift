import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

@Suite struct SyntaxErrorTests {
  /// Expects one finding with this problem between the markers 1️⃣ and 2️⃣.
  private func expect(
    _ problem: YAMLSyntaxProblem, in marked: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let marked = MarkedText(marked)
    let (tree, findings) = compose(marked.text)
    #expect(findings.count == 1, sourceLocation: sourceLocation)
    guard let finding = findings.first else { return }
    #expect(
      finding.problem as? YAMLProblem == .syntax(problem), sourceLocation: sourceLocation)
    #expect(
      finding.location.range == marked.range(1, 2),
      "found `\(tree.file.text(finding.location.range))` at \(finding.location.range)",
      sourceLocation: sourceLocation)
    #expect(finding.code == "yaml-syntax" && finding.severity == .error)
    #expect(!tree.isComplete)
  }

  @Test func keysAndColons() {
    expect(.missingColon, in: "a: 1\n1️⃣ohne Doppelpunkt2️⃣\nb: 2\n")
    expect(.secondColon, in: "ä: b1️⃣:2️⃣ c\n")
    expect(.wrongIndentation, in: "a: b\n  1️⃣c2️⃣: d\n")
    expect(.wrongIndentation, in: "a:\n    b: 1\n  1️⃣c:2️⃣ 2\n")
    expect(.textBehindValue, in: "a: \"b\" 1️⃣c2️⃣\nd: e\n")
    expect(.textBehindValue, in: "a: 'it'1️⃣s ä'2️⃣\n")
    expect(.textBehindValue, in: "a: [b] 1️⃣c2️⃣\n")
    expect(.keyNotAllowed, in: "a: 1️⃣?2️⃣ b\n")
  }

  @Test func lists() {
    expect(.missingDash, in: "a:\n  - b\n  1️⃣c:2️⃣ d\n")
    expect(.dashNotAllowed, in: "a: 1️⃣-2️⃣ b\n")
    expect(.unclosedList, in: "a: 1️⃣[2️⃣b, c\nd: e\n")
    expect(.unclosedList, in: "a: 1️⃣[2️⃣b, c")
    expect(.unclosedMapping, in: "a: 1️⃣{2️⃣b: c\nd: e\n")
  }

  @Test func quotes() {
    expect(.unclosedQuote, in: "ä: 1️⃣\"2️⃣b\nc: d\n")
    expect(.unclosedQuote, in: "ä: 1️⃣'2️⃣b\nc: d\n")
    expect(.documentMarkInQuotes, in: "a: \"b\n1️⃣---2️⃣\n")
    expect(.unknownEscape("d"), in: "a: \"C:1️⃣\\d2️⃣aten\"\n")
    expect(.unknownEscape("ä"), in: "a: \"1️⃣\\ä2️⃣\"\n")
    expect(.incompleteEscape, in: "a: \"\\x1️⃣z2️⃣\"\n")
  }

  @Test func tabs() {
    expect(.tab, in: "a:\n1️⃣\t2️⃣b: c\n")
    expect(.tab, in: "a:\n  b: c\n1️⃣\t2️⃣d: e\n")
    expect(.tab, in: "a: |\n1️⃣\t2️⃣b\n")
  }

  @Test func charactersWithAMeaning() {
    expect(.reservedCharacter("@"), in: "a: 1️⃣@2️⃣b\n")
    expect(.reservedCharacter("`"), in: "a: 1️⃣`2️⃣b`\n")
    expect(.reservedCharacter("%"), in: "a: 1️⃣%2️⃣b\n")
    expect(.directive, in: "1️⃣%FOO x2️⃣\n---\na: b\n")
    expect(.blockHeader, in: "a: |1️⃣x2️⃣\n  b\n")
    expect(.blockHeader, in: "a: >1️⃣02️⃣\n  b\n")
    expect(.anchorName, in: "a: *1️⃣ 2️⃣b\n")
    expect(.anchorName, in: "a: &1️⃣ä2️⃣ b\n")
    expect(.tagName, in: "a: 1️⃣!x!y2️⃣ b\n")
    expect(.missingValue, in: "a: [b, 1️⃣,2️⃣]\n")
    expect(.afterDocument, in: "a: b\n...\n1️⃣c: d2️⃣\n")
  }

  @Test func whatStandsBeforeTheErrorIsKept() {
    let (tree, findings) = compose("a: {b: [c, d]}\ne:\n  - f\n  - g: h\n    i: \"")
    #expect(findings.count == 1)
    #expect(tree.outline() == "{a: {b: ['c', 'd']}, e: ['f', {g: 'h'}]}")
    #expect(!tree.isComplete)
  }

  @Test func everyTextExistsInBothLanguages() {
    let problems: [YAMLSyntaxProblem] = [
      .missingColon, .secondColon, .unclosedQuote, .unclosedList, .unclosedMapping,
      .documentMarkInQuotes, .wrongIndentation, .textBehindValue, .tab, .unknownEscape("d"),
      .incompleteEscape, .blockHeader, .reservedCharacter("@"), .directive, .missingDash,
      .dashNotAllowed, .keyNotAllowed, .missingValue, .anchorName, .tagName, .afterDocument,
    ]
    for problem in problems.map(YAMLProblem.syntax) {
      #expect(problem.headline(in: .english) != problem.headline(in: .german))
      #expect(problem.help(in: .english) != problem.help(in: .german))
      #expect(!problem.headline(in: .english).hasSuffix("."))
    }
    #expect(YAMLProblem.syntax(.tab).headline(in: .english) == "a tab; use spaces")
    #expect(YAMLProblem.syntax(.other("x")).facts == [Fact("libyaml", same: "x")])
  }
}
