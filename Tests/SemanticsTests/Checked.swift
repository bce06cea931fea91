import Diagnostics
import Model
import RuleSyntax
import SourceText

@testable import Semantics

/// Rule text on its way from characters to a typed program.
struct Checked {
  var schema: Schema
  var program: Program
  /// What parser and schema builder told; tests of the checker expect none.
  var earlier: [Finding]
  var findings: [Finding]

  /// Checks rule files that begin with a schema of their own.
  init(files: [(path: String, text: String)]) {
    let parsed = files.map {
      parseRuleFile(SourceFile(path: $0.path, text: $0.text), limits: Limits())
    }
    let trees = parsed.map(\.tree)
    let (schema, schemaFindings) = buildSchema(trees)
    let (program, findings) = checkProgram(trees, schema: schema.withFindings())
    self.schema = schema
    self.program = program
    self.earlier = parsed.flatMap(\.findings) + schemaFindings
    self.findings = findings
  }

  /// The schema that the tests share, read once.
  private static let shared: (tree: RuleFile, findings: [Finding], schema: Schema) = {
    let file = SourceFile(path: "schema.ratsam", text: testSchema)
    let (tree, findings) = parseRuleFile(file, limits: Limits())
    let (schema, schemaFindings) = buildSchema([tree])
    return (tree, findings + schemaFindings, schema)
  }()

  /// Checks rules against the schema that the tests share.
  init(_ rules: String) {
    let shared = Self.shared
    let file = SourceFile(path: "rules.ratsam", text: rules)
    let (tree, findings) = parseRuleFile(file, limits: Limits())
    schema = shared.schema
    earlier = shared.findings + findings
    (program, self.findings) = checkProgram([shared.tree, tree], schema: schema.withFindings())
  }

  /// Checks the lines of one rule's body.
  init(body: String, scope: String = "each measure") {
    self.init(rule(body, scope: scope))
  }

  /// The codes of all errors.
  var codes: [String] { findings.filter { $0.severity == .error }.map(\.code) }

  /// The findings as a person reads them, one paragraph each.
  func rendered(_ language: Language) -> String {
    (earlier + findings).map { render($0, language) }.joined(separator: "\n")
  }
}

/// A rule that has all its parts, so that only its body can be wrong.
func rule(_ body: String, scope: String = "each measure", named name: String = "r") -> String {
  let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
  return """
    rule \(name)
      "A title" de "Ein Titel"
      if broken: error
      \(scope)
    \(lines.joined(separator: "\n"))
      examples
        passes { id: M1 }
        fails { id: M2 }
        unclear { id: M3 }

    """
}

/// One finding: its code, the underlined text, its sentences and places.
func render(_ finding: Finding, _ language: Language) -> String {
  let range = finding.location.range
  let file = finding.location.file
  var lines = ["\(finding.severity.name)[\(finding.code)] \"\(file.text(range))\""]
  lines.append("  \(finding.problem.headline(in: language))")
  if let help = finding.problem.help(in: language) { lines.append("  help: \(help)") }
  for place in finding.related {
    let line = place.location.file.position(of: place.location.range.start).line
    lines.append("  see: \(place.text[language]) (\(place.location.file.path):\(line))")
  }
  for fix in finding.fixes {
    let edits = fix.edits.map { "\"\(file.text($0.location.range))\" → \"\($0.replacement)\"" }
    lines.append("  fix: \(edits.joined(separator: ", "))")
  }
  return lines.joined(separator: "\n")
}
