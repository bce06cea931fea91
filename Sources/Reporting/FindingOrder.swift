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
    var start: Int
    var index: Int
  }

  func sorted(_ findings: [Finding]) -> [Finding] {
    var keys: [Key] = []
    keys.reserveCapacity(findings.count)
    var unranked = false
    var file: SourceFile?
    var rank = Int.max
    for index in findings.indices {
      if findings[index].location.file !== file {
        file = findings[index].location.file
        rank = ranks[findings[index].location.file] ?? Int.max
      }
      if rank == Int.max { unranked = true }
      keys.append(Key(rank: rank, start: findings[index].location.range.start, index: index))
    }
    let paths = unranked ? findings.map(\.location.file.path) : []
    func isBefore(_ left: Key, _ right: Key) -> Bool {
      if left.rank != right.rank { return left.rank < right.rank }
      if left.rank == Int.max, paths[left.index] != paths[right.index] {
        return paths[left.index] < paths[right.index]
      }
      if left.start != right.start { return left.start < right.start }
      return (findings[left.index].code, left.index) < (findings[right.index].code, right.index)
    }
    let isSorted = zip(keys, keys.dropFirst()).allSatisfy { isBefore($0, $1) }
    if isSorted { return findings }
    keys.sort(by: isBefore)
    return keys.map { findings[$0.index] }
  }
}
