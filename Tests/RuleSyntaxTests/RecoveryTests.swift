import RuleSyntax
import SourceText
import Testing

/// One mistake gives one message, and everything else is read as if it were not there.
@Suite struct RecoveryTests {
  private func blocks(_ text: String) -> [String] {
    let tree = parsed(text).tree
    return tree.declarations.map { declaration in
      var part = RuleFile(file: tree.file)
      part.declarations = [declaration]
      return Outline(part).text
    }
  }

  @Test(arguments: [
    ("owner must be stated", "owner be stated"), ("owner must be stated", "owner must be \"x"),
    ("when cost.amount is at least 50 000 EUR", "when cost.amount is > 50 000 EUR"),
    ("when any of", "when any of a"), ("kind is one of a, b", "kind one of a, b"),
    ("if broken: warning in draft, error from submitted on", "if broken: fatal"),
    ("why \"Nobody", "wyh \"Nobody"), ("each measure where", "each where"),
    ("fails at owner", "fials at owner"), ("examples with", "examples wiht"),
    ("rule owner-stated", "rules owner-stated"), ("rule owner-stated", "rule owner stated"),
    ("each measure where status is not dropped", "measure"),
  ])
  func aMistakeStaysInItsRule(part: String, wrong: String) {
    let text = Samples.rules + "\n" + Samples.tables
    let damaged = text.replacing(part, with: wrong, maxReplacements: 1)
    #expect(damaged != text)
    let findings = parsed(damaged).findings
    #expect(findings.count == 1, "\(rendered(findings, in: .english))")
    #expect(blocks(damaged).suffix(2) == blocks(text).suffix(2))
  }

  @Test func aBadLineIsLeftOutAlone() {
    let damaged = Samples.rules.replacing("owner must be stated", with: "owner must stated")
    let lines = Outline(parsed(Samples.rules).tree).lines
    let left = Outline(parsed(damaged).tree).lines
    #expect(left == lines.filter { $0 != "    must: owner stated" })
  }

  @Test func aBadConditionTakesItsRequirementsAlong() {
    let text = """
      rule r
        each m
          when a is > 5
            b must be stated
            c must stated
          d must be stated
      """
    let (tree, findings) = parsed(text)
    #expect(findings.map(\.code) == ["other-language", "unknown-phrase"])
    #expect(Outline(tree).text == "rule r\n  each m\n    must: d stated\n")
  }

  @Test func linesAreReadInEveryForm() {
    let text = Samples.rules
    let plain = Outline(parsed(text).tree).text
    let carriage = text.replacing("\n", with: "\r\n")
    #expect(parsed(carriage).findings.isEmpty)
    #expect(Outline(parsed(carriage).tree).text == plain)
    #expect(Outline(parsed("\u{FEFF}" + text + "\n\n").tree).text == plain)
    let file = SourceFile(path: "r", bytes: [0xEF, 0xBB, 0xBF])
    #expect(parseRuleFile(file, limits: .init()).findings.map(\.code) == ["empty-rule-file"])
  }

  @Test func bytesThatAreNotTextAreToldOnce() {
    let latin = Array("rule r\n  # Gr".utf8) + [0xFC] + Array("n\n  each ma".utf8) + [0xDF]
    let rest = Array("\n    a must be \"".utf8) + [0xE4] + Array("\"\n".utf8)
    let file = SourceFile(path: "r", bytes: latin + rest)
    let (tree, findings) = parseRuleFile(file, limits: .init())
    #expect(findings.map(\.code) == ["not-utf8"])
    #expect(findings.first?.location.range == ByteRange(13, 14))
    #expect(Outline(tree).text == "rule r\n  each ma\u{FFFD}\n    must: a equal(\"\u{FFFD}\")\n")
  }

  @Test func tabsAreMendedTogether() throws {
    let text = "rule r\n\teach m\n\t  \ta must be stated\n"
    let findings = parsed(text).findings
    let fix = try #require(findings.first?.fixes.first)
    #expect(findings.map(\.code) == ["tab-indentation"])
    #expect(fix.edits.map(\.replacement) == ["  ", "      "])
  }

  @Test func declarationsSpanTheirBlocks() {
    let text =
      "# a\nrule r\n  each m\n    a must be stated  # b\n\n# c\nrule s\n  the plan\n    a must be stated\n  examples\n    passes { a: 1 }\n\nwords w \"x\"\n"
    let tree = parsed(text).tree
    let ranges = tree.declarations.map { declaration -> ByteRange in
      switch declaration {
      case .rule(let rule): rule.range
      case .words(let words): words.range
      default: ByteRange(0, 0)
      }
    }
    #expect(
      ranges.map { tree.file.text($0) } == [
        "rule r\n  each m\n    a must be stated",
        "rule s\n  the plan\n    a must be stated\n  examples\n    passes { a: 1 }",
        "words w \"x\"",
      ])
    #expect(tree.comments.map { tree.file.text($0.range) } == ["# a", "# b", "# c"])
    #expect(tree.comments.map(\.standsAlone) == [true, false, true])
  }
}
