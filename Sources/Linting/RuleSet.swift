import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText

/// Rule files read, checked and ready for any number of plans.
package struct RuleSet: Sendable {
  package let schema: Schema
  package let program: Program
  package let files: [RuleFile]
  /// What is wrong with the rule files.
  package let findings: [Finding]

  /// Whether plans can be checked: rule files with an error never run half.
  package var isUsable: Bool { !findings.contains { $0.severity == .error } }

  /// Where each rule stands, by its id.
  package var rulePlaces: [String: Location] {
    Dictionary(program.rules.map { ($0.id, $0.origin) }, uniquingKeysWith: { first, _ in first })
  }

  /// The files that come with ratsam: the plan schema and the core rules.
  package static var shipped: [SourceFile] {
    shippedRuleFiles.map { SourceFile(path: $0.path, text: $0.text) }
  }

  package init(_ sources: [SourceFile], limits: Limits = Limits()) {
    var findings: [Finding] = []
    var files: [RuleFile] = []
    for source in sources {
      let parsed = parseRuleFile(source, limits: limits)
      files.append(parsed.tree)
      findings += parsed.findings
    }
    let built = buildSchema(files)
    findings += built.findings
    if built.findings.contains(where: { $0.severity == .error }) {
      program = Program()
    } else {
      let checked = checkProgram(files, schema: built.schema.withFindings())
      program = checked.program
      findings += checked.findings
    }
    schema = built.schema
    self.files = files
    self.findings = findings
  }

  /// The names of the tables, in the order of the files.
  package var tableNames: [String] { program.tables.map(\.name) }
}
