import RuleSyntax
import SourceText
import Testing

/// Examples: what they stand in, and YAML that the rule language does not read.
@Suite struct ExamplesTests {
  private func examples(_ text: String) -> [String] {
    let (tree, findings) = parsed("rule r\n  each m\n    a must be stated\n" + text)
    #expect(findings.isEmpty, "\(rendered(findings, in: .english))")
    return Outline(tree).lines.dropFirst(4).map { String($0.dropFirst(4)) }
  }

  @Test func contextsOnTheLine() {
    let text = """
        examples with committees a1, "a 2", 3.1 and today 2027-01-01, plan { stage: draft, note: "a } # b" }, goals g1   # and so on
          with previous { name: Don't } and areas x
          passes {}
      """
    #expect(
      examples(text) == [
        "with committees [\"a1\", \"a 2\", \"3.1\"]", "with today [] <2027-01-01>",
        "with plan [] <{ stage: draft, note: \"a } # b\" }>", "with goals [\"g1\"]",
        "with previous [] <{ name: Don't }>", "with areas [\"x\"]", "passes <{}>",
      ])
  }

  @Test func contextsOverLinesAndAsBlocks() {
    let text = """
        examples
          with plan { stage: draft,
              measures: [ { id: "}" } ] } and areas x
          with previous
            name: Old
            # of the YAML

            text: x
          passes {}
      """
    #expect(
      examples(text) == [
        "with plan [] <{ stage: draft,\n        measures: [ { id: \"}\" } ] }>",
        "with areas [\"x\"]",
        "with previous [] <      name: Old\n      # of the YAML\n\n      text: x>", "passes <{}>",
      ])
  }

  @Test func casesHoldAnyYAML() {
    let text = """
        examples
          passes a: 'it''s' # the YAML's
          fails at cost.amount   # ours
            id: M1
            \tcost: "open

            note: |
              „x
          # ours too
          unclear { a: [1,
            2] }
          does not apply   { x: y }
        say "End."
      """
    let (tree, findings) = parsed("rule r\n  each m\n    a must be stated\n" + text)
    #expect(findings.isEmpty, "\(rendered(findings, in: .english))")
    guard case .rule(let rule) = tree.declarations[0], let cases = rule.examples?.cases else {
      Issue.record("no examples")
      return
    }
    #expect(
      cases.map { tree.file.text($0.yaml) } == [
        "a: 'it''s' # the YAML's",
        "      id: M1\n      \tcost: \"open\n\n      note: |\n        „x",
        "{ a: [1,\n      2] }", "{ x: y }",
      ])
    #expect(cases.map(\.expectation) == [.passes, .fails, .unclear, .doesNotApply])
    #expect(cases.map { $0.field?.text } == [nil, "cost.amount", nil, nil])
    #expect(tree.comments.map { tree.file.text($0.range) } == ["# ours", "# ours too"])
    #expect(tree.comments.map(\.standsAlone) == [false, true])
    #expect(rule.say.english?.value == "End.")
  }
}
