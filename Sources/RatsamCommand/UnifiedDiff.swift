import Reporters

/// The difference between two texts, as `diff -u` writes it and `patch` reads it.
struct UnifiedDiff {
  private static let context = 3

  private enum Sign: UInt8 {
    case same = 0x20
    case removed = 0x2D
    case added = 0x2B
  }

  /// A line of either text.
  private struct Line {
    var sign: Sign
    var bytes: ArraySlice<UInt8>
    /// Whether the text ends here, without a line break.
    var isOpen: Bool
  }

  private let path: String
  private let lines: [Line]

  init(path: String, from old: [UInt8], to new: [UInt8]) {
    self.path = path
    let before = Self.cut(old)
    let after = Self.cut(new)
    let changes = after.difference(from: before)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    func line(_ sign: Sign, _ texts: [ArraySlice<UInt8>], _ index: Int) -> Line {
      Line(sign: sign, bytes: texts[index], isOpen: texts[index].last != 10)
    }
    while left < before.count || right < after.count {
      if removed.contains(left) {
        lines.append(line(.removed, before, left))
        left += 1
      } else if added.contains(right) {
        lines.append(line(.added, after, right))
        right += 1
      } else {
        lines.append(line(.same, before, left))
        left += 1
        right += 1
      }
    }
    self.lines = lines
  }

  /// The lines of a text, each with its line break.
  private static func cut(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 10 || index == bytes.count - 1 {
      lines.append(bytes[start...index])
      start = index + 1
    }
    return lines
  }

  /// Writes the changed places with three lines around each; nothing where nothing changed.
  func write(to buffer: inout ByteBuffer) {
    let hunks = hunks()
    if hunks.isEmpty { return }
    buffer.append("--- \(path)\n+++ \(path)\n")
    var (old, new) = (0, 0)
    var written = 0
    for hunk in hunks {
      old += count(written..<hunk.lowerBound, without: .added)
      new += count(written..<hunk.lowerBound, without: .removed)
      let (oldCount, newCount) = (count(hunk, without: .added), count(hunk, without: .removed))
      buffer.append("@@ -\(place(old, oldCount)) +\(place(new, newCount)) @@\n")
      for line in lines[hunk] {
        buffer.append(line.sign.rawValue)
        buffer.append(line.bytes)
        if line.isOpen { buffer.append("\n\\ No newline at end of file\n") }
      }
      old += oldCount
      new += newCount
      written = hunk.upperBound
    }
  }

  /// Changed lines with their surroundings, joined where these meet.
  private func hunks() -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].sign != .same {
      let start = max(0, index - Self.context)
      let end = min(lines.count, index + Self.context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private func count(_ range: Range<Int>, without sign: Sign) -> Int {
    lines[range].count { $0.sign != sign }
  }

  /// The first line, counted from 1, and how many; an empty range names the line before it.
  private func place(_ before: Int, _ count: Int) -> String {
    count == 1 ? "\(before + 1)" : "\(count == 0 ? before : before + 1),\(count)"
  }
}
