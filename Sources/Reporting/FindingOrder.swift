import Diagnostics
import SourceText

/// The order in which every format lists findings.
struct FindingOrder {
  private let ranks: [SourceFile: Int]

  /// Findings follow `files`; other files come after them, by path.
  init(_ files: [SourceFile]) {
    var ranks: [SourceFile: Int] = [:]
    for file in files where ranks[file] == nil { ranks[file] = ranks.count }
    self.ranks = ranks
  }

  private struct Key {
    var rank: Int
    var path: String
    var start: Int
    var index: Int
  }

  func sorted(_ findings: [Finding]) -> [Finding] {
    var keys: [Key] = []
    keys.reserveCapacity(findings.count)
    for (index, finding) in findings.enumerated() {
      let file = finding.location.file
      let rank = ranks[file] ?? Int.max
      let path = rank == Int.max ? file.path : ""
      keys.append(Key(rank: rank, path: path, start: finding.location.range.start, index: index))
    }
    keys.sort { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.path != right.path { return left.path < right.path }
      if left.start != right.start { return left.start < right.start }
      return (findings[left.index].code, left.index) < (findings[right.index].code, right.index)
    }
    return keys.map { findings[$0.index] }
  }
}
