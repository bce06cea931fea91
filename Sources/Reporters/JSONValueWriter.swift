import Values

extension JSONWriter {
  /// Writes a whole document, what fits on a line on one line, everything else indented by two.
  package static func document(_ value: JSONValue, to buffer: inout ByteBuffer) {
    write(value, indent: 0, used: 0, to: &buffer)
    buffer.append("\n")
  }

  private static let lineLength = 100

  /// `used` counts the characters that stand on the line already.
  private static func write(
    _ value: JSONValue, indent: Int, used: Int, to buffer: inout ByteBuffer
  ) {
    let line = compact(value)
    if used + line.count < lineLength {
      buffer.append(line)
      return
    }
    let inner = "\n" + String(repeating: " ", count: indent + 2)
    let outer = "\n" + String(repeating: " ", count: indent)
    switch value {
    case .null, .text, .number, .truth: buffer.append(line)
    case .array(let elements):
      buffer.append("[")
      for (index, element) in elements.enumerated() {
        buffer.append(index == 0 ? inner : "," + inner)
        write(element, indent: indent + 2, used: indent + 3, to: &buffer)
      }
      buffer.append(outer + "]")
    case .object(let members):
      buffer.append("{")
      for (index, member) in members.enumerated() {
        let name = compact(.text(member.name)) + ": "
        buffer.append((index == 0 ? inner : "," + inner) + name)
        write(member.value, indent: indent + 2, used: indent + 3 + name.count, to: &buffer)
      }
      buffer.append(outer + "}")
    }
  }

  /// The value on one line.
  private static func compact(_ value: JSONValue) -> String {
    switch value {
    case .text(let text):
      var buffer = ByteBuffer()
      string(text, to: &buffer)
      return buffer.text
    case .null: return "null"
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .array(let elements): return "[" + elements.map(compact).joined(separator: ", ") + "]"
    case .object(let members):
      let parts = members.map { compact(.text($0.name)) + ": " + compact($0.value) }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }
}
