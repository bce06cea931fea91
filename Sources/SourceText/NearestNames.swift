/// Ranks the known names that a misspelt one may have meant.
package enum NearestNames {
  /// The names within reach of `name`, nearest first, at most `limit`.
  ///
  /// Reach is a third of the name's length, at least one edit; an edit is an insertion, deletion,
  /// replacement or swap of neighbours. Case, `-`, `_` and spaces do not count.
  package static func rank(_ name: String, among known: some Sequence<String>, limit: Int = 3)
    -> [String]
  {
    let folded = fold(name)
    var found: [(distance: Int, name: String)] = []
    for candidate in known {
      let other = fold(candidate)
      let longest = max(folded.count, other.count)
      let reach = max(1, longest / 3)
      guard abs(folded.count - other.count) <= reach else { continue }
      let distance = editDistance(folded, other)
      if distance <= reach { found.append((distance, candidate)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    var seen: Set<String> = []
    return Array(found.map(\.name).filter { seen.insert($0).inserted }.prefix(limit))
  }

  private static func fold(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// The distance of optimal string alignment (Damerau's edits, none of them overlapping).
  package static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return left.count + right.count }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = best
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
