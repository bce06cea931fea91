import Diagnostics
import SourceText
import YAMLSyntax

/// Composes what libFuzzer gives and stops the process if a place lies outside the file.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzYAML(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(
    path: "fuzz.yaml", bytes: Array(UnsafeBufferPointer(start: data, count: count)))
  let (tree, findings) = composeYAML(file, limits: Limits())
  for finding in findings {
    precondition(finding.location.range.end <= count)
    precondition(!finding.problem.headline(in: .german).isEmpty)
  }
  for number in 0..<tree.nodeCount {
    let id = NodeID(raw: UInt32(number))
    precondition(tree.span(id).end <= count && tree.keySpan(id).end <= count)
    precondition(tree.text(id).utf8.count <= 3 * count + 8)
    precondition(tree.kind(tree.resolve(id)) != .alias)
  }
  for comment in tree.comments() { precondition(comment.span.end <= count) }
  for offset in 0..<min(count, 64) { _ = tree.node(at: offset) }
  return 0
}
