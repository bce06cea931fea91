import Diagnostics
import Model
import Reporters
import Reporting

/// Why there is no table or report.
enum Refusal {
  /// Whether a plan was read far enough; what stands behind a mistake in the YAML itself is
  /// guesswork, and no table is better.
  static func isReadable(_ plan: Plan, _ errors: [Finding]) -> Bool {
    plan.trees.first?.root != nil && !errors.contains { $0.code == "yaml-syntax" }
  }

  /// Tells the findings on standard error and ends with the status of what could not be done.
  static func tell(_ findings: [Finding], _ language: Language) throws {
    let report = CheckReport(
      plans: [], findings: findings, ledger: [], failOn: .error, version: Version.current)
    var text: [UInt8] = []
    var buffer = ByteBuffer { text += $0 }
    ConciseReporter(language: language).write(report, to: &buffer)
    buffer.flush()
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    // The last line counts rules, of which none ran.
    for line in lines.dropLast() { Console.error(String(line)) }
    throw ExitStatus.couldNotCheck
  }
}
