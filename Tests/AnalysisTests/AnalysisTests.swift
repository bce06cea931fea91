import Analysis
import Diagnostics
import Linting
import SourceText
import TestSupport
import Testing

/// Rules with a mistake, and what is claimed of them.
private let wrong: [(codes: [String], bodies: [String])] = [
  (["never-true"], ["when colour is red\n  when colour is green\n    name must be stated"]),
  (
    ["never-true"],
    ["when count is more than 10\n  when count is less than 5\n    name must be stated"]
  ),
  (
    ["never-true"],
    ["when made is before 2027-03\n  when made is after 2028\n    name must be stated"]
  ),
  (["never-true"], ["when name is stated\n  when name is missing\n    old must be stated"]),
  (["never-true"], ["when price is less than 0\n  name must be stated"]),
  (
    ["never-true"],
    [
      "when every parts.colour is red\n  when at least one parts.colour is blue\n    name must be stated"
    ]
  ),
  (["never-true"], ["when box is missing\n  when box.colour is red\n    name must be stated"]),
  (["never-met"], ["all of these must hold\n  colour is red\n  colour is green"]),
  (["never-met"], ["when colour is red\n  colour must be green"]),
  (["never-true"], ["when count is 2.5\n  name must be stated"]),
  (["always-met"], ["when colour is red\n  colour must not be blue"]),
  (["always-met"], ["when colour is stated\n  colour must be answered"]),
  (["always-met"], ["price must be at least 0, if stated"]),
  (["always-met"], ["when count is at least 10\n  count must be at least 10"]),
  (["always-met"], ["when size is at least medium\n  size must be at least small"]),
  (["always-met"], ["count must not be 2.5, if stated"]),
  (["always-met"], ["when count is missing\n  count must be at least 5, if stated"]),
  (["always-met"], ["when name mentions any of \"roof\"\n  name must be stated"]),
  (["always-met"], ["when parts has at least 2 entries\n  parts must have at least 1 entry"]),
  (
    ["contradiction"], ["end must be stated", "when old is yes\n  end must be left out"]
  ),
  (
    ["contradiction"],
    ["count must be more than 10, if stated", "count must be less than 5, if stated"]
  ),
  (
    ["contradiction"],
    [
      "when count is at least 1.5\n  old must be yes",
      "when count is at most 2.5\n  old must be no",
    ]
  ),
  (
    ["contradiction"],
    ["count must be more than 10, if stated\ncount must be less than 5, if stated"]
  ),
  (["contradiction"], ["begin must be before end", "end must be before begin"]),
  (
    ["contradiction"],
    ["every parts.due must be before end", "every parts.due must be on or after end"]
  ),
  (["implied-rule"], ["count must be at least 5", "count must be at least 3"]),
  (["implied-rule"], ["colour must be answered", "colour must be one of red, green, blue"]),
  (["implied-rule"], ["begin must be on or before end", "begin must be before end"]),
  (["implied-rule"], ["name must be stated", "name must be stated"]),
  (
    ["implied-rule"],
    ["box.name must be stated", "box.name must be stated\nname must be stated"]
  ),
]

/// Rules of which nothing may be claimed.
private let right: [[String]] = [
  ["when colour is red\n  name must be stated"],
  ["when count is more than 5\n  when count is less than 10\n    name must be stated"],
  ["when weight is more than 5\n  when weight is less than 6\n    name must be stated"],
  ["when made is on or after 2027\n  when made is on or before 2027\n    name must be stated"],
  ["when made is after 2027-03-30\n  when made is before 2027-04\n    name must be stated"],
  [
    "when at least one parts.colour is red\n  when at least one parts.colour is blue\n    name must be stated"
  ],
  ["when old is yes\n  when count is less than 2.5\n    name must be stated"],
  ["when count is the same as weight\n  when count is at least 2.5\n    name must be stated"],
  ["when box.colour is red\n  when colour is green\n    name must be stated"],
  ["when box is missing\n  owner must be stated"],
  ["price must be at least 0"],
  ["mood must not be happy, if stated"],
  ["when mood is not happy\n  mood must be sad"],
  ["name must have at most 3 words"],
  ["tags must include \"a\""],
  ["exactly one of these must hold\n  colour is red\n  size is large"],
  ["when colour is red\n  end must be stated", "when colour is green\n  end must be left out"],
  ["colour must not be red", "when colour is red\n  name must be stated"],
  ["count must be stated", "count must be at least 3"],
  ["count must be at least 3", "when old is yes\n  count must be at least 2"],
  ["owner must be the same as box.owner", "owner must be stated"],
  ["made must be before 2030", "made must be on or after 2029-12-31"],
  // Outside what can be decided completely: silence.
  ["sum of parts.due must be stated"],
  ["count of parts must be at least 0"],
  ["id must be unique among things", "id must not be unique among things"],
  ["end must be after begin + 1 years", "end must be before begin"],
]

@Suite("The analysis of rules")
struct AnalysisTests {
  @Test("claims what is certain", arguments: wrong.indices)
  func claims(_ index: Int) {
    let analysed = Analysed(bodies: wrong[index].bodies)
    #expect(analysed.set.isUsable, "\(analysed.rendered)")
    #expect(analysed.codes == wrong[index].codes, "\(analysed.rendered)")
  }

  @Test("claims nothing else", arguments: right.indices)
  func silence(_ index: Int) {
    let analysed = Analysed(bodies: right[index])
    #expect(analysed.codes == [], "\(analysed.rendered)")
  }

  @Test("says it in both languages, with a witness")
  func texts() {
    var text = ""
    for (_, bodies) in wrong {
      let analysed = Analysed(bodies: bodies)
      text += bodies.joined(separator: "\n--\n") + "\n\n" + analysed.rendered + "\n\n\n"
    }
    Golden.expect(text, equals: "claims.txt")
  }

  @Test("its drafts are examples that the rule judges as they say", arguments: wrong.indices)
  func drafts(_ index: Int) {
    check(Analysed(bodies: wrong[index].bodies))
  }

  @Test("so are those of rules in order", arguments: right.indices)
  func moreDrafts(_ index: Int) {
    check(Analysed(bodies: right[index]))
  }

  /// Applies every fix and runs the examples that it wrote.
  private func check(_ analysed: Analysed) {
    guard let bytes = Mending(analysed.analysis.findings).files.first?.bytes else { return }
    let mended = RuleSet([Analysed.schema, SourceFile(path: "rules.ratsam", bytes: bytes)])
    #expect(mended.isUsable, "\(String(decoding: bytes, as: UTF8.self))")
    let results = mended.runExamples()
    #expect(!results.isEmpty)
    for result in results {
      #expect(result.isAsExpected, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("only notes rules that together forbid what neither forbids alone")
  func forbiddenTogether() {
    let analysed = Analysed(
      bodies: [
        "when old is yes\n  end must be left out", "when colour is red\n  end must be stated",
      ]
    )
    #expect(analysed.claims.map(\.severity) == [.note], "\(analysed.rendered)")
  }

  @Test("says how far it could look")
  func extent() {
    let analysed = Analysed(
      bodies: [
        "name must be stated",
        "name must be stated\nid must be unique among things",
        "weight must be at most count + 1",
        "when deep is stated\n  name must be stated",
      ])
    #expect(analysed.analysis.coverage.map(\.extent) == [.full, .partial, .none, .none])
    #expect(
      analysed.analysis.coverage.map { $0.gaps.map(\.name) }
        == [
          [], ["other-elements"], ["computed-value"], ["group"],
        ])
  }

  @Test("finds names that nothing uses, and names that read alike")
  func names() {
    let rules = """
      words idle de "prüf*"

      words Wörter de "a"

      words woerter de "b"

      notation number "99"

      notation Number "9"

      setting most whole number 3 "Most"

      choice unused
        one  "One"

      \(Analysed.rule("uses", "name must avoid all of Wörter\nname must be written like number"))
      """
    let analysed = Analysed(rules, unread: true)
    Golden.expect(analysed.rendered + "\n", equals: "names.txt")
  }

  @Test("the shipped rules are in order, and more than half can be analysed in full")
  func shipped() {
    let analysis = RuleSet(RuleSet.shipped).withAllRules.analyse()
    // That two rules may forbid a combination together is worth a note, no more.
    let faults = analysis.findings.filter { $0.severity > .note }
    #expect(faults.map { $0.problem.headline(in: .english) } == [])
    let full = analysis.coverage.count { $0.extent == .full }
    #expect(full * 2 > analysis.coverage.count)
  }
}
