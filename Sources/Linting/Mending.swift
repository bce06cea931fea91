import Diagnostics
import SourceText

/// Applies the fixes of findings to the files that they are about.
///
/// A finding with several fixes asks for a choice and is left alone; of two edits of the same bytes
/// the first one is made.
package struct Mending {
  /// A file with its new bytes.
  package struct MendedFile: Sendable {
    package var path: String
    package var bytes: [UInt8]
    /// How many findings were mended.
    package var count: Int
  }
  /// In the order in which the findings name them.
  package private(set) var files: [MendedFile] = []

  package init(_ findings: [Finding]) {
    var order: [SourceFile] = []
    var edits: [SourceFile: [TextEdit]] = [:]
    var counts: [SourceFile: Int] = [:]
    for finding in findings where finding.fixes.count == 1 {
      let new = finding.fixes[0].edits
      guard let file = new.first?.location.file, new.allSatisfy({ $0.location.file == file }),
        new.allSatisfy({ edit in edits[file, default: []].allSatisfy { !Self.meet(edit, $0) } })
      else { continue }
      if edits[file] == nil || counts[file] == nil { order.append(file) }
      edits[file, default: []] += new
      counts[file, default: 0] += 1
    }
    files = order.map { file in
      MendedFile(
        path: file.path, bytes: Self.applied(edits[file] ?? [], to: file.bytes),
        count: counts[file] ?? 0)
    }
  }

  private static func meet(_ left: TextEdit, _ right: TextEdit) -> Bool {
    let (one, other) = (left.location.range, right.location.range)
    return one.start <= other.end && other.start <= one.end
  }

  private static func applied(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for edit in edits.sorted(by: { $0.location.range.start > $1.location.range.start }) {
      let range = edit.location.range
      result.replaceSubrange(range.start..<range.end, with: Array(edit.replacement.utf8))
    }
    return result
  }
}
