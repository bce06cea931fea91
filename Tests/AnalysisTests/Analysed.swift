import Analysis
import Diagnostics
import Linting
import SourceText

/// Rules of one small file, analysed with a schema that has a field of every type.
struct Analysed {
  static let schema = SourceFile(
    path: "schema.ratsam",
    text: """
      schema things 1

      choice colour
        red    "Red"
        green  "Green"
        blue   "Blue"

      choice size, in order
        small   "Small"
        medium  "Medium"
        large   "Large"

      choice mood, open
        happy  "Happy"
        sad    "Sad"

      record plan
        name    text
        start   date
        wanted  choice colour

      record box, listed in boxes
        id      identifier
        name    text
        colour  choice colour
        owner   one of people

      record person, listed in people
        id    identifier
        name  text
        born  date

      record thing, listed in things
        id      identifier
        name    text
        colour  choice colour
        size    choice size
        mood    choice mood
        old     yes or no
        count   whole number
        weight  number
        price   money, at least 0
        share   percent
        begin   date, from its first day
        end     date, to its last day
        made    date
        box     one of boxes
        owner   one of people, else box.owner
        helpers some of people
        tags    list of text
        parts   list of part
        deep    group
          kind  choice colour

      record part
        name    text
        colour  choice colour
        due     date
      """)

  let set: RuleSet
  let analysis: RuleAnalysis

  init(_ rules: String, unread: Bool = false) {
    set = RuleSet([Self.schema, SourceFile(path: "rules.ratsam", text: rules)])
    analysis =
      set.isUsable
      ? set.analyse(AnalysisOptions(files: ["rules.ratsam"], tellsUnread: unread))
      : RuleAnalysis()
  }

  /// Rules with one body each, all about things, without examples.
  init(bodies: [String]) {
    self.init(
      bodies.enumerated().map { index, body in
        Self.rule("r\(index + 1)", body)
      }.joined(separator: "\n"))
  }

  static func rule(_ name: String, _ body: String, scope: String = "each thing") -> String {
    "rule \(name)\n  \"Title.\"\n  if broken: error\n  \(scope)\n"
      + body.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  /// The claims about rules, without what is missing or unused.
  var claims: [Finding] {
    analysis.findings.filter {
      ["never-true", "never-met", "always-met", "contradiction", "implied-rule"].contains($0.code)
    }
  }

  var codes: [String] { claims.map(\.code).sorted() }

  /// Every finding in both languages, with its facts.
  var rendered: String {
    let broken = set.findings.filter { $0.severity == .error }
    return (broken + analysis.findings).map { finding in
      let position = finding.location.file.position(of: finding.location.range.start)
      var lines = ["\(position.line):\(position.column) \(finding.severity.name)[\(finding.code)]"]
      for language in Language.allCases {
        lines.append("  \(finding.problem.headline(in: language))")
        if let help = finding.problem.help(in: language) { lines.append("    \(help)") }
      }
      lines += finding.problem.facts.map { "  = \($0.name): \($0.text.english)" }
      lines += finding.related.map { place in
        "  ~ \(place.location.file.position(of: place.location.range.start).line): "
          + place.text.english
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
