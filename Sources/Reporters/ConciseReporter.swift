import Diagnostics
import Reporting
import SourceText

/// One line for each finding, `path:line:column: severity[code]: headline`, for editors and `grep`.
///
/// Lines and columns count from 1, columns in Unicode scalars.
package struct ConciseReporter {
  private let language: Language
  /// Whether what was checked stands at the end.
  private let showsSummary: Bool

  package init(language: Language, showsSummary: Bool = true) {
    self.language = language
    self.showsSummary = showsSummary
  }

  package func write(_ report: CheckReport, to buffer: inout ByteBuffer) {
    writeFindings(of: report, to: &buffer)
    guard showsSummary else { return }
    buffer.append(CheckSummary(report, language).line)
    buffer.append(UInt8(ascii: "\n"))
  }

  func writeFindings(of report: CheckReport, to buffer: inout ByteBuffer) {
    var path = ShownPath()
    var cursor = PlaceCursor()
    for finding in report.findings {
      let file = finding.location.file
      let position = cursor.position(of: finding.location.range.start, in: file)
      buffer.append(path.text(of: file))
      buffer.append(UInt8(ascii: ":"))
      buffer.append(position.line)
      buffer.append(UInt8(ascii: ":"))
      buffer.append(position.column)
      buffer.append(": ")
      buffer.append(finding.severity.name)
      buffer.append(UInt8(ascii: "["))
      buffer.append(finding.code)
      buffer.append("]: ")
      buffer.append(VisibleText.line(finding.problem.headline(in: language)))
      writeWaitingRules(of: finding, to: &buffer)
      buffer.append(UInt8(ascii: "\n"))
    }
  }

  private func writeWaitingRules(of finding: Finding, to buffer: inout ByteBuffer) {
    let others = finding.waitingRules
    guard !others.isEmpty else { return }
    buffer.append(language.pick(" (also: ", " (auch: "))
    buffer.append(others.joined(separator: ", "))
    buffer.append(UInt8(ascii: ")"))
  }
}

extension Finding {
  /// The rules that wait for the same gap, without the one that speaks.
  var waitingRules: [String] { rules.filter { $0 != code } }
}

/// The path of the file that was asked for last, made visible once.
struct ShownPath {
  private var last: SourceFile?
  private var shown = ""

  mutating func text(of file: SourceFile) -> String {
    if file != last {
      last = file
      shown = VisibleText.line(file.path)
    }
    return shown
  }
}
