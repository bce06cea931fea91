import Foundation

// Writes a Swift file that holds the rule files given to it as texts.
// usage: RuleEmbedder OUTPUT ROOT FILE…   (paths are shown relative to ROOT's parent)

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: RuleEmbedder OUTPUT ROOT FILE…\n".utf8))
  exit(2)
}
let base = URL(fileURLWithPath: arguments[2]).deletingLastPathComponent().path + "/"
var source = """
  /// The rule files that ratsam brings along, in the order of their paths.
  package let shippedRuleFiles: [(path: String, text: String)] = [

  """
for path in arguments.dropFirst(3).sorted() {
  let text: String
  do {
    text = try String(contentsOfFile: path, encoding: .utf8)
  } catch {
    FileHandle.standardError.write(Data("cannot read \(path): \(error)\n".utf8))
    exit(1)
  }
  let shown = path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  var fence = "#"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  source += "  (\n    \(fence)\"\(shown)\"\(fence),\n    \(fence)\"\"\"\n"
  source += text + (text.hasSuffix("\n") ? "" : "\n")
  source += "\n\"\"\"\(fence)\n  ),\n"
}
source += "]\n"
do {
  try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
} catch {
  FileHandle.standardError.write(Data("cannot write \(arguments[1]): \(error)\n".utf8))
  exit(1)
}
