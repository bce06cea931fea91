import Foundation

/// A fenced block of a Markdown file.
struct DocumentationBlock {
  /// The first word behind the fence, such as `console`; empty where there is none.
  var language: String
  /// The words behind it, such as `wrong` or a file's name.
  var words: [String]
  /// The lines between the fences, without the fence's indentation.
  var lines: [String]
  /// The indentation of the fence.
  var indentation: String
  /// The lines between the fences, as indices from 0 into the file's lines.
  var range: Range<Int>

  var text: String { lines.map { $0 + "\n" }.joined() }
  var isWrong: Bool { words.contains("wrong") }
  /// The name of the file that the block shows.
  var fileName: String? { words.first { $0.contains(".") } }
  /// The folder of that file; nil where it stands in none.
  var folder: String? {
    fileName.flatMap { name in name.lastIndex(of: "/").map { String(name[..<$0]) } }
  }
  /// The line of the opening fence, from 1.
  var line: Int { range.lowerBound }

  /// The blocks of a Markdown file, in order.
  static func read(_ text: String) -> [DocumentationBlock] {
    let lines = text.components(separatedBy: "\n")
    var blocks: [DocumentationBlock] = []
    var index = 0
    while index < lines.count {
      let indentation = lines[index].prefix { $0 == " " }
      let fence = lines[index].dropFirst(indentation.count).prefix { $0 == "`" }
      guard fence.count >= 3 else {
        index += 1
        continue
      }
      let info = lines[index].dropFirst(indentation.count + fence.count).split(separator: " ")
      let start = index + 1
      var end = start
      while end < lines.count, lines[end].drop(while: { $0 == " " }) != fence { end += 1 }
      blocks.append(
        DocumentationBlock(
          language: info.first.map(String.init) ?? "", words: info.dropFirst().map(String.init),
          lines: lines[start..<end].map { line in
            String(line.dropFirst(line.hasPrefix(indentation) ? indentation.count : 0))
          }, indentation: String(indentation), range: start..<end))
      index = end + 1
    }
    return blocks
  }

  /// The steps of a `console` block: each `$ command` with what stands under it.
  var steps: [(command: String, output: String)] {
    var steps: [(command: String, output: String)] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append((String(line.dropFirst(2)), ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output += line + "\n"
      }
    }
    return steps
  }
}
