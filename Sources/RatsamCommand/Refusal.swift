import Diagnostics
import Model
import Reporters
import Reporting

/// Why a command did nothing.
enum Refusal {
  /// Whether a plan was read far enough; what stands behind a mistake in the YAML itself is
  /// guesswork, and no table is better.
  static func isReadable(_ plan: Plan, _ errors: [Finding]) -> Bool {
    plan.trees.first?.root != nil && !errors.contains { $0.code == "yaml-syntax" }
  }

  /// Writes findings on standard error, one line each; no rule ran, so none are counted.
  static func write(_ findings: [Finding], _ language: Language) {
    guard !findings.isEmpty else { return }
    let report = CheckReport(plans: [], findings: findings, ledger: [], version: Version.current)
    var buffer = ByteBuffer()
    ConciseReporter(language: language, showsSummary: false).write(report, to: &buffer)
    Console.error(buffer.text)
  }

  /// Tells the findings on standard error and ends with the status of what could not be done.
  static func tell(_ findings: [Finding], _ language: Language) throws {
    write(findings, language)
    throw ExitStatus.couldNotCheck
  }
}
