import Analysis
import Diagnostics
import Linting
import Model
import Reporters
import Reporting
import SourceText

/// Checks plans inside another Swift program; reads no disk, writes nothing.
///
/// ```swift
/// let linter = Linter()
/// let report = linter.check(TextFile(path: "plan.yaml", text: yaml))
/// for finding in report.findings { print(finding.line, finding.message) }
/// ```
public struct Linter: Sendable {
  private let rules: RuleSet
  /// What the analysis has against rules that did not come with ratsam.
  private let mistakes: [Finding]

  /// A linter with the plan schema and the rules that come with ratsam.
  public init() {
    rules = RuleSet(RuleSet.shipped)
    mistakes = []
  }

  /// A linter with rule files of your own, the schema among them.
  ///
  /// What is wrong with them is told by `ruleFindings`; with an error among these, `check` finds
  /// nothing else and its report blocks.
  public init(ruleFiles: [TextFile]) {
    rules = RuleSet(ruleFiles.map(\.source))
    mistakes = rules.isUsable ? mistakesInOwnRules(of: [rules]) : []
  }

  /// What is wrong with the rule files, in English.
  public var ruleFindings: [LintFinding] {
    (rules.findings + mistakes).map { LintFinding($0, .english) }
  }

  /// Checks one plan.
  ///
  /// - Parameters:
  ///   - plan: the plan's main file.
  ///   - included: the files that its `include:` may name, by the paths that it names them with.
  ///   - previous: the plan's previous version, with the files that it includes: for the rules
  ///     about what changed. Where it cannot be read, the report tells so, blocks and holds nothing
  ///     else.
  ///   - german: whether messages are German.
  public func check(
    _ plan: TextFile, included: [TextFile] = [], previous: PreviousVersion? = nil,
    german: Bool = false
  ) -> LintReport {
    let language: Language = german ? .german : .english
    guard rules.isUsable else {
      return report(rules.report([], failOn: .error, version: ""), language, checked: false)
    }
    let options = LintOptions()
    var before: PreviousPlan?
    if let previous {
      switch rules.loadPrevious(Self.input(previous.plan, previous.included), options: options) {
      case .success(let loaded): before = loaded
      case .failure(let unreadable):
        return LintReport(
          findings: unreadable.findings.map { LintFinding($0, language) }, blocks: true)
      }
    }
    let result = rules.lint(Self.input(plan, included), previous: before, options: options)
    return report(
      rules.report([result], failOn: .error, version: "").adding(mistakes, today: nil), language,
      checked: result.checkedAnything)
  }

  private static func input(_ plan: TextFile, _ included: [TextFile]) -> PlanInput {
    let files = Dictionary(
      included.map { ($0.path, $0.source) }, uniquingKeysWith: { first, _ in first })
    let includes = IncludeResolver { pattern, _ in
      files[pattern].map { .success([$0]) } ?? .failure(.nothingMatches)
    }
    return PlanInput(path: plan.path, main: plan.source, includes: includes)
  }

  private func report(_ report: CheckReport, _ language: Language, checked: Bool) -> LintReport {
    LintReport(
      findings: report.findings.map { LintFinding($0, language) },
      blocks: report.blocks || !checked)
  }
}

/// A text with the path that messages call it by.
public struct TextFile: Sendable {
  /// The path that messages show, and that `include:` names.
  public var path: String
  /// The whole text.
  public var text: String

  /// A text and what to call it.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  var source: SourceFile { SourceFile(path: path, text: text) }
}

/// The version of a plan that it is compared with.
public struct PreviousVersion: Sendable {
  /// The main file.
  public var plan: TextFile
  /// The files that its `include:` may name.
  public var included: [TextFile]

  /// A main file and the files that it includes.
  public init(_ plan: TextFile, included: [TextFile] = []) {
    self.plan = plan
    self.included = included
  }
}

/// What came of checking one plan.
public struct LintReport: Sendable {
  /// In the order of the plan's lines.
  public let findings: [LintFinding]
  /// Whether there is an error, or nothing was checked at all.
  public let blocks: Bool
}

/// One judged problem at one place.
public struct LintFinding: Sendable {
  /// How much a finding weighs.
  public enum Severity: String, Sendable { case note, warning, error }

  /// The rule's id, or the loader's code such as `unknown-key`.
  public let code: String
  /// At the stage of the plan.
  public let severity: Severity
  /// The file that the finding stands in.
  public let path: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, counted in Unicode scalars.
  public let column: Int
  /// The reason in one sentence without a full stop.
  public let message: String
  /// How to go on; nil where there is nothing certain to say.
  public let help: String?

  init(_ finding: Finding, _ language: Language) {
    code = finding.code
    severity =
      switch finding.severity {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    path = finding.location.file.path
    let position = finding.location.file.position(of: finding.location.range.start)
    line = position.line
    column = position.column
    message = finding.problem.headline(in: language)
    help = finding.problem.help(in: language)
  }
}
