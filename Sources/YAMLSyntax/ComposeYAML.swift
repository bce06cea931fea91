import Diagnostics
import SourceText

/// Reads the first YAML document of a file into a tree.
///
/// It never fails: what is wrong becomes findings, at most one of them about the grammar. What was
/// read before a syntax error or a limit stays in the tree, and `isComplete` says so.
package func composeYAML(_ file: SourceFile, limits: Limits) -> (
  tree: YAMLTree, findings: [Finding]
) {
  var tree = YAMLTree(file: file)
  if let finding = refusal(of: file, limits) {
    tree.isComplete = false
    tree.extent = ByteRange(at: 0)
    return (tree, [finding])
  }
  let findings = file.bytes.withUnsafeBufferPointer { bytes in
    var composer = Composer(tree: tree, bytes: bytes, limits: limits)
    // The composer must hold the only reference to what it appends to.
    tree = YAMLTree(file: file)
    composer.compose()
    return composer.finish(into: &tree)
  }
  return (tree, findings)
}

/// The finding about a file that is not read at all.
private func refusal(of file: SourceFile, _ limits: Limits) -> Finding? {
  let count = file.bytes.count
  // Offsets are kept in 32 bits.
  let limit = min(limits.fileBytes, Int(UInt32.max) - 1)
  if count > limit {
    return Finding(
      YAMLProblem.fileTooLarge(bytes: count, limit: limit), severity: .error,
      at: Location(file, ByteRange(at: 0)))
  }
  return file.bytes.withUnsafeBufferPointer { bytes in
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Finding(
        YAMLProblem.utf16, severity: .error, at: Location(file, ByteRange(0, 2)))
    }
    guard let fault = UTF8Check.firstFault(in: bytes) else { return nil }
    return Finding(
      YAMLProblem.notUTF8(byte: bytes[fault]), severity: .error,
      at: Location(file, ByteRange(fault, fault + 1)))
  }
}
