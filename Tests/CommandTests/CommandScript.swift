import Foundation

/// A command script: steps with what they must print, then the files that they need.
///
/// ```
/// # A missing plan is told, and nothing is checked.
/// $ ratsam check nothing.yaml
/// | what stands on standard output
/// ! what stands on standard error
/// exit 2
///
/// -- plan.yaml --
/// name: the text of a file in the working directory
/// ```
///
/// A step runs in `sh`. Without `exit` the status must be 0. `|\` and `!\` say that the line before
/// has no line break at its end. `-- plan.yaml (escapes) --` reads `\xFF` and `\n` as bytes;
/// the line breaks of such a section count for nothing.
struct CommandScript {
  struct Step {
    var command: String
    var output = ""
    var errors = ""
    var status: Int32 = 0
  }

  enum Part {
    case text(String)
    case step(Step)
  }

  var parts: [Part] = []
  var files: [(name: String, bytes: Data)] = []
  /// Everything from the first file on, as it is written.
  private var tail = ""

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = lines.firstIndex { Self.fileHead($0) != nil } ?? lines.count
    readSteps(lines[..<end])
    tail = lines[end...].joined(separator: "\n")
    readFiles(lines[end...])
  }

  // MARK: - Steps

  private mutating func readSteps(_ lines: ArraySlice<String>) {
    var step: Step?
    for line in lines {
      if line.hasPrefix("$ ") {
        if let step { parts.append(.step(step)) }
        step = Step(command: String(line.dropFirst(2)))
      } else if step == nil || !Self.read(line, into: &step!) {
        if let done = step { parts.append(.step(done)) }
        step = nil
        parts.append(.text(line))
      }
    }
    if let step { parts.append(.step(step)) }
  }

  /// Reads a line that belongs to a step; false where it does not.
  private static func read(_ line: String, into step: inout Step) -> Bool {
    if line.hasPrefix("|") {
      add(line, to: &step.output)
    } else if line.hasPrefix("!") {
      add(line, to: &step.errors)
    } else if line.hasPrefix("exit "), let status = Int32(line.dropFirst(5)) {
      step.status = status
    } else {
      return false
    }
    return true
  }

  private static func add(_ line: String, to text: inout String) {
    let content = line.dropFirst()
    if content == "\\" {
      if text.hasSuffix("\n") { text.removeLast() }
    } else {
      text += content.dropFirst(content.hasPrefix(" ") ? 1 : 0) + "\n"
    }
  }

  // MARK: - Files

  /// The name that a file's head gives.
  private static func fileHead(_ line: String) -> String? {
    guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 else { return nil }
    return String(line.dropFirst(3).dropLast(3))
  }

  private mutating func readFiles(_ lines: ArraySlice<String>) {
    var lines = lines
    if lines.last == "" { lines.removeLast() }
    var name: String?
    var content: [String] = []
    for line in lines + ["-- end --"] {
      guard let next = Self.fileHead(line) else {
        content.append(line)
        continue
      }
      if let name {
        let escapes = " (escapes)"
        if name.hasSuffix(escapes) {
          files.append((String(name.dropLast(escapes.count)), Self.unescaped(content.joined())))
        } else {
          files.append((name, Data(content.map { $0 + "\n" }.joined().utf8)))
        }
      }
      name = next
      content = []
    }
  }

  private static func unescaped(_ text: String) -> Data {
    var bytes = Data()
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch kind {
      case UInt8(ascii: "n"): bytes.append(10)
      case UInt8(ascii: "r"): bytes.append(13)
      case UInt8(ascii: "x"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        rest = rest.dropFirst(2)
        bytes.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
      default: bytes.append(kind)
      }
    }
    return bytes
  }

  // MARK: - Writing

  /// The script with what its steps really did.
  var text: String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .text(let line): lines.append(line)
      case .step(let step):
        lines.append("$ " + step.command)
        lines += Self.marked(step.output, "|") + Self.marked(step.errors, "!")
        if step.status != 0 { lines.append("exit \(step.status)") }
      }
    }
    return tail.isEmpty ? lines.joined(separator: "\n") : (lines + [tail]).joined(separator: "\n")
  }

  private static func marked(_ text: String, _ mark: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines = text.components(separatedBy: "\n")
    let ends = lines.last == ""
    if ends { lines.removeLast() }
    return lines.map { $0.isEmpty ? mark : mark + " " + $0 } + (ends ? [] : [mark + "\\"])
  }
}
