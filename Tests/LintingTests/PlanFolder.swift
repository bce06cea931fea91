import Diagnostics
import Foundation
import Linting
import Model
import Reporters
import Reporting
import SourceText
import TestSupport
import Values

/// A plan of the project with the files that it includes, in memory, so that tests can change it.
struct PlanFolder: Sendable {
  /// The texts by their paths below the plan's directory.
  var files: [String: String]
  let main: String

  init(files: [String: String], main: String = "plan.yaml") {
    self.files = files
    self.main = main
  }

  /// Reads `plans/NAME` of the project.
  init(named name: String) throws {
    let root = Project.root.appendingPathComponent("plans/\(name)")
    var files: [String: String] = [:]
    let paths =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    for path in paths where path.hasSuffix(".yaml") {
      files[path] = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
    self.init(files: files)
  }

  var input: PlanInput {
    let files = files
    return PlanInput(
      path: main, main: SourceFile(path: main, text: files[main] ?? ""),
      includes: IncludeResolver { pattern, _ in
        let found = files.keys.filter { Self.matches($0, pattern) }.sorted()
        if found.isEmpty { return .failure(.nothingMatches) }
        return .success(found.map { SourceFile(path: $0, text: files[$0] ?? "") })
      })
  }

  /// `dir/*.yaml`, or the path itself.
  private static func matches(_ path: String, _ pattern: String) -> Bool {
    guard let star = pattern.firstIndex(of: "*") else { return path == pattern }
    let head = pattern[..<star]
    let tail = pattern[pattern.index(after: star)...]
    return path.hasPrefix(head) && path.hasSuffix(tail)
      && !path.dropFirst(head.count).contains("/")
  }

  func lint(_ rules: RuleSet = .core, today: CalendarDate? = nil) -> LintResult {
    rules.lint(input, options: LintOptions(today: today))
  }

  /// The files that the plan reads, the main one first.
  var order: [String] { lint().plan.trees.map(\.file.path) }

  /// The concise report.
  func report(_ rules: RuleSet = .core, _ language: Language = .english) -> String {
    let report = rules.report([lint(rules)], failOn: .error, version: "test")
    var buffer = ByteBuffer()
    ConciseReporter(language: language).write(report, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}

extension RuleSet {
  /// The schema and rules that come with ratsam.
  static let core = RuleSet(shipped)

  /// The rules of `plans/roadmap`.
  static let roadmap = RuleSet([
    SourceFile(
      path: "roadmap.ratsam", text: (try? Project.text("plans/roadmap/roadmap.ratsam")) ?? "")
  ])
}

extension Finding {
  var line: Int { location.file.position(of: location.range.start).line }

  /// The text that it covers, up to the end of the line.
  var covered: String {
    let text = String(
      decoding: location.file.bytes[location.range.start..<location.range.end], as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init)
      ?? ""
  }

  /// All that a reader sees of it but its position.
  var substance: String {
    "\(severity.name)[\(code)] \(outcome?.name ?? "") \(field ?? "") \(rules.joined(separator: ",")) "
      + plainHeadline
  }
}
