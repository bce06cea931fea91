import Diagnostics
import Foundation
import RuleSyntax
import SourceText
import TestSupport
import Testing

/// The formatter changes white space only, loses nothing, and is done after one run.
@Suite struct FormatterTests {
  private func formatted(
    _ text: String, _ location: SourceLocation = #_sourceLocation
  ) -> String {
    let file = SourceFile(path: "rules.ratsam", text: text)
    let (result, findings) = formatRuleFile(file, limits: Limits())
    #expect(findings.isEmpty, "\(rendered(findings, in: .english))", sourceLocation: location)
    return result
  }

  /// A tree without places; the lines of YAML without their indentation.
  private func shape(
    _ text: String, _ location: SourceLocation = #_sourceLocation
  ) -> String {
    let (tree, findings) = parsed(text)
    #expect(findings.isEmpty, "\(rendered(findings, in: .english))", sourceLocation: location)
    return Outline(tree).text.replacing(/< +/, with: "<").split(separator: "\n")
      .map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func comments(_ text: String) -> [String] {
    let tree = parsed(text).tree
    return tree.comments.map { comment in
      tree.file.text(comment.range).trimmingCharacters(in: .whitespaces)
    }.sorted()
  }

  /// Rule files of the project and of the tests.
  struct Source: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var testDescription: String { name }
  }

  static let shipped: [Source] = {
    var paths = ["plans/roadmap/roadmap.ratsam", "Tests/Bench/bench.ratsam"]
    let rules = FileManager.default.enumerator(atPath: Project.root.path + "/rules")
    for case let path as String in rules ?? .init() where path.hasSuffix(".ratsam") {
      paths.append("rules/" + path)
    }
    return paths.sorted().compactMap { path in
      (try? Project.text(path)).map { Source(name: path, text: $0) }
    }
  }()

  static let sources =
    shipped + [
      Source(name: "schema", text: Samples.schema), Source(name: "rules", text: Samples.rules),
      Source(name: "tables", text: Samples.tables), Source(name: "ugly", text: ugly),
    ]

  // MARK: - Whole files

  @Test func rulesAreFound() {
    #expect(Self.shipped.count > 5)
  }

  /// The files of the project have the form that `ratsam format` gives.
  @Test(arguments: shipped)
  func shippedFilesAreFormatted(source: Source) {
    #expect(formatted(source.text) == source.text)
  }

  @Test(arguments: sources)
  func nothingIsLost(source: Source) {
    let result = formatted(source.text)
    #expect(shape(result) == shape(source.text))
    #expect(comments(result) == comments(source.text))
    #expect(formatted(result) == result)
  }

  /// One form: how a file was spaced and where its lines were broken leaves no trace.
  @Test(arguments: shipped)
  func formIsOne(source: Source) {
    let wanted = formatted(source.text)
    for seed in 0..<4 {
      var disturbance = Disturbance(seed: seed, .lineBreaks)
      let disturbed = disturbance.disturbed(source.text)
      #expect(shape(disturbed) == shape(source.text), "seed \(seed)")
      #expect(formatted(disturbed) == wanted, "seed \(seed)")
    }
  }

  @Test(arguments: sources)
  func disturbedFilesKeepWhatTheySay(source: Source) {
    // The disturbance needs two blanks a level to begin with.
    let even = formatted(source.text)
    for seed in 0..<8 {
      var disturbance = Disturbance(seed: seed, .everything)
      let disturbed = disturbance.disturbed(even)
      let result = formatted(disturbed)
      #expect(shape(result) == shape(disturbed), "seed \(seed)")
      #expect(comments(result) == comments(disturbed), "seed \(seed)")
      for comment in disturbance.comments { #expect(result.contains(comment), "seed \(seed)") }
      #expect(formatted(result) == result, "seed \(seed)")
      #expect(!result.contains("\n\n\n\n") && !result.contains(" \n"), "seed \(seed)")
    }
  }

  @Test(arguments: ["\r\n", "\r"])
  func otherLineBreaksBecomeOne(lineBreak: String) {
    for source in Self.sources {
      let other = source.text.replacing("\n", with: lineBreak)
      #expect(formatted(other) == formatted(source.text), "\(source.name)")
    }
  }

  @Test func byteOrderMarkGoes() {
    #expect(formatted("\u{FEFF}notation n \"9\"") == "notation n \"9\"\n")
  }

  @Test(arguments: [
    "rule r\n    each   measure\n  owner must", "", "# only a comment  \n\n\n", "\u{A0}",
  ])
  func brokenFilesStayAsTheyAre(text: String) {
    let (result, findings) = formatRuleFile(
      SourceFile(path: "rules.ratsam", text: text), limits: Limits())
    #expect(result == text)
    #expect(!findings.isEmpty)
  }

  @Test func uglyFile() {
    Golden.expect(formatted(Self.ugly), equals: "formatted.ratsam")
  }
}

extension FormatterTests {
  /// Everything that the formatter mends; the golden shows what becomes of it.
  static let ugly = """


    # What a plan is made of.
    schema   plan   1
          "Action plan"   de   "Aktionsplan"   # its title
    placeholder "k. A."  ,"tbd"
    words vague de "prüf*","abhängig von"   , "nach Möglichkeit", "gegebenenfalls", "soweit möglich", "perspektivisch", "zeitnah"
    words sorted de "eins",   # first
        # then
       "zwei",

          "drei"
    choice stage,in order
     draft "Draft" de "Entwurf" also entwurf  ,  "0"
      # nothing is decided yet

     submitted "Submitted" also eingebracht
     outside   the   order
             dropped   "Dropped"
     # the end of the stages
    # What is done.
    record measure ,listed in measures also maßnahmen "Measure" de "Maßnahme"

       owner one of committees,else area .owner # who answers for it
       cost group
           amount money,at least -5 "Amount" de "Betrag" also betrag,
              # as the budget calls it
              summe
           supplementary-financing-reserve money "Reserve" also rücklage
       end date, to its last day



    extend   record   measure
     note text
     de "Hinweis"
    rule owner-stated
        "Every measure has an owner."
           de "Jede Maßnahme hat ein Gremium."
        why   "Nobody else \\"answers\\" for it."   de   "Sonst niemand."
        if  broken : warning in draft,   error from submitted on
        # who is asked
        each measure  where status is not dropped

             owner  must  be stated # always
             when cost .amount is at least 50\u{A0}000 EUR
             when any of
                    kind is one of a ,b
                    every goals.name are stated
                    at least one goals do not lies within 2027-01 to 2027-Q2+30 days
                    goals have at least 1 entries
               # sums
                    name must have at most ( 3+1 )*2 word, if stated
                    sum of cost.items.amount where kind is one-off must be at least 5%, if stated
        examples   with   committees a1 ,a2   and plan  {  stage: draft,
             stages: [ a,   b ] } , today 2027-01-01   # where
            # good ones
            passes {  id: M1,  owner: a1 }
            passes { id: M2,
                     owner: a2 }
            fails   at owner # because
             id: M2   # YAML

             note: |
               kept
                 as it is
          # between
            does  not apply   { status: dropped }
    table costs
      "Costs" de "Kosten"
      each cost-item in cost .items of each measure where kind is a,grouped by kind,each of goals
      column "Kind" de "Art" kind
      column "Sum" sum of amount where kind is open counting missing as 0
      column "Share of all" de "Anteil" share of measures where amount have exactly 2 entry

      sort by "Sum",largest first
      total

      # nothing more

    # The end.


    """
}
