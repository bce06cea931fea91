import Diagnostics
import Foundation
import RuleSyntax
import SourceText

/// Parses a text as the rule file `rules.ratsam`.
func parsed(_ text: String, limits: Limits = Limits()) -> (tree: RuleFile, findings: [Finding]) {
  parseRuleFile(SourceFile(path: "rules.ratsam", text: text), limits: limits)
}

/// Findings as plain lines: place, code, headline, help and fixes, the place marked by `^`.
func rendered(_ findings: [Finding], in language: Language) -> String {
  findings.map { rendered($0, in: language) }.joined()
}

private func rendered(_ finding: Finding, in language: Language) -> String {
  let file = finding.location.file
  let range = finding.location.range
  let start = file.position(of: range.start)
  let line = file.text(file.rangeOfLine(start.line))
  let end = file.position(of: range.end)
  let last = end.line == start.line ? end.column : line.unicodeScalars.count + 1
  let marks = String(repeating: "^", count: max(1, last - start.column))
  let indent = String(repeating: " ", count: start.column - 1)
  var text = "\(start.line):\(start.column) \(finding.code)\n  | \(line)\n  | \(indent)\(marks)\n"
  text += "  \(finding.problem.headline(in: language))\n"
  if let help = finding.problem.help(in: language) { text += "  help: \(help)\n" }
  for fix in finding.fixes {
    text += "  fix: \(fix.title[language])\n"
    for line in mended(finding, by: fix) { text += "     > \(line)\n" }
  }
  return text
}

/// The text of a finding's file after an edit.
func edited(_ finding: Finding, by fix: Fix) -> String {
  var bytes = finding.location.file.bytes
  for edit in fix.edits.sorted(by: { $0.location.range.start > $1.location.range.start }) {
    let range = edit.location.range
    bytes.replaceSubrange(range.start..<range.end, with: Array(edit.replacement.utf8))
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The lines that an edit changes, as they are after it.
private func mended(_ finding: Finding, by fix: Fix) -> [String] {
  let file = finding.location.file
  let before = file.text(ByteRange(0, file.bytes.count)).split(
    separator: "\n", omittingEmptySubsequences: false)
  let after = edited(finding, by: fix).split(separator: "\n", omittingEmptySubsequences: false)
  return zip(before, after).filter { $0 != $1 }.map { String($1) }
}
