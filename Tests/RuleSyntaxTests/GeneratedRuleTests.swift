import Diagnostics
import GeneratedPrograms
import RuleSyntax
import SourceText
import Testing

/// Reading, writing and reading generated rules again.
@Suite struct GeneratedRuleTests {
  /// The first form is the final one, and says the same as what was written.
  @Test(arguments: 0..<12)
  func formattingKeepsTheTree(seed: Int) {
    var random = ProgramRandom(seed: UInt64(seed &* 31 &+ 5))
    let schema = GeneratedSchema(&random)
    var maker = RuleMaker(schema, random)
    let text = schema.text + (0..<150).map { maker.rule("r\($0)").text }.joined()
    let (formatted, findings) = formatRuleFile(
      SourceFile(path: "rules.ratsam", text: text), limits: Limits())
    #expect(findings.isEmpty, "\(rendered(findings, in: .english))")
    #expect(Outline(parsed(formatted).tree).text == Outline(parsed(text).tree).text)
    let again = formatRuleFile(
      SourceFile(path: "rules.ratsam", text: formatted), limits: Limits())
    #expect(again.0 == formatted)
  }
}
