import Diagnostics
import SourceText

/// A finding as people are told it, with those that say the same of other elements of the file.
package struct LikeFindings: Sendable {
  package var finding: Finding
  /// Further findings that differ in nothing but their element; empty below `fewest`.
  package private(set) var others: [Finding] = []

  /// Fewer findings that are alike are told one by one: that they belong together is plain to see.
  private static let fewest = 4

  private struct Key: Hashable {
    var code: String
    var likeness: String
    var severity: Severity
    var file: ObjectIdentifier
  }

  /// The findings in their order; those that are alike stand where the first of them does.
  package static func grouped(_ findings: [Finding]) -> [LikeFindings] {
    let keys = findings.map(key)
    var members: [Key: Int] = [:]
    for case let key? in keys { members[key, default: 0] += 1 }
    var groups: [LikeFindings] = []
    var known: [Key: Int] = [:]
    for (finding, key) in zip(findings, keys) {
      guard let key, members[key, default: 0] >= fewest else {
        groups.append(LikeFindings(finding: finding))
        continue
      }
      if let index = known[key] {
        groups[index].others.append(finding)
      } else {
        known[key] = groups.count
        groups.append(LikeFindings(finding: finding))
      }
    }
    return groups
  }

  private static func key(_ finding: Finding) -> Key? {
    finding.problem.likeness.map { likeness in
      Key(
        code: finding.code, likeness: likeness, severity: finding.severity,
        file: ObjectIdentifier(finding.location.file))
    }
  }

  /// "102 more: measure M2, measure M3, measure M4 … measure M103"; nil for a finding of its own.
  package func likewise(in language: Language) -> String? {
    guard !others.isEmpty else { return nil }
    let names = others.compactMap { $0.element?[language] }
    let shown = names.prefix(3).joined(separator: ", ")
    let last = names.count > 3 ? " … \(names[names.count - 1])" : ""
    return language.pick("\(others.count) more: ", "\(others.count) weitere: ") + shown + last
  }
}
