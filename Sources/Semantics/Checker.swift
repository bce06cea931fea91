import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// Checks rule files against the schema: every name resolved, every type known.
///
/// A rule or table with a mistake is told and left out of the program; all others stay.
package func checkProgram(_ files: [RuleFile], schema: Schema) -> (
  program: Program, findings: [Finding]
) {
  var checker = Checker(schema)
  checker.declare(files)
  for file in files {
    checker.file = file.file
    for declaration in file.declarations {
      switch declaration {
      case .rule(let rule): checker.check(rule)
      case .table(let table): checker.check(table)
      case .schema, .choice, .record, .placeholder, .notation, .words, .setting, .pack, .report:
        break
      }
    }
  }
  // Reports name tables of any file.
  for file in files {
    checker.file = file.file
    for case .report(let report) in file.declarations { checker.check(report) }
  }
  return (checker.program, checker.findings)
}

/// The state of one check.
struct Checker {
  /// What is known of a declared name: its index in the program, or that it was told to be wrong.
  enum Declared {
    case valid(Int)
    case broken
  }
  /// A setting's place: in a rule, or on its own.
  struct SettingName: Equatable {
    var rule: String?
    var name: String
  }

  let schema: Schema
  let names: SchemaNames
  var program = Program()
  var findings: [Finding] = []
  var notations: [String: Declared] = [:]
  var wordLists: [String: Declared] = [:]
  var settings: [(name: SettingName, declared: Declared)] = []
  /// The names of all settings: most names that are looked up are none.
  var settingNames: Set<String> = []
  var settingTypes: [OperandType] = []
  /// Every table that was declared, by its name.
  var tables: [String: Declared] = [:]
  /// Where each name was declared first, by its kind.
  var origins: [[String: Location]] = Array(
    repeating: [:], count: DeclarationProblem.Kind.allCases.count)
  /// The file that is being checked.
  var file = SourceFile(path: "", bytes: [])

  init(_ schema: Schema) {
    self.schema = schema
    names = SchemaNames(schema)
  }

  // MARK: - Telling

  mutating func tell(
    _ problem: TypeProblem, at range: ByteRange, severity: Severity = .error,
    related: [RelatedPlace] = [], fixes: [Fix] = []
  ) {
    var finding = Finding(problem, severity: severity, at: location(range))
    finding.related = related
    finding.fixes = fixes
    findings.append(finding)
  }

  mutating func tell(_ failure: Failure) {
    tell(failure.problem, at: failure.range, related: failure.related, fixes: failure.fixes)
  }

  func location(_ range: ByteRange) -> Location { Location(file, range) }

  /// A fix that writes `replacement` in place of a range.
  func writing(_ replacement: String, at range: ByteRange) -> [Fix] {
    let title = LocalizedText(en: "write `\(replacement)`", de: "`\(replacement)` schreiben")
    return [Fix(title, [TextEdit(location(range), replacement: replacement)])]
  }

  /// A fix where only one name is near.
  func mending(_ nearest: [String], at range: ByteRange) -> [Fix] {
    nearest.count == 1 ? writing(nearest[0], at: range) : []
  }

  /// Runs `body`; nil where it told a new mistake.
  mutating func unlessBroken<T>(_ body: (inout Checker) -> T?) -> T? {
    let before = findings.count
    let made = body(&self)
    let isBroken = findings[before...].contains { $0.severity == .error }
    return isBroken ? nil : made
  }
}

/// A mistake that was found and is not told yet.
struct Failure: Error {
  var problem: TypeProblem
  var range: ByteRange
  var related: [RelatedPlace] = []
  var fixes: [Fix] = []
}

extension Title {
  /// The title in both languages; the one that is written where the other is not.
  var localized: LocalizedText? {
    guard let first = english?.value ?? german?.value else { return nil }
    return LocalizedText(en: english?.value ?? first, de: german?.value ?? first)
  }
}
