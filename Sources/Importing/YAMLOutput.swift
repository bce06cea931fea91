/// A value on its way into a plan.
indirect enum YAMLOutput {
  case text(String)
  /// `{open: "why"}`
  case open(String)
  case list([YAMLOutput])
  case mapping([(key: String, value: YAMLOutput)])

  var isEmpty: Bool {
    switch self {
    case .text, .open: false
    case .list(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }

  /// Puts a value under a dotted path, making the groups on the way.
  mutating func insert(_ value: YAMLOutput, at path: some Collection<String>) {
    guard case .mapping(var entries) = self, let key = path.first else { return }
    let rest = path.dropFirst()
    if rest.isEmpty {
      entries.append((key, value))
    } else {
      let index = entries.firstIndex { $0.key == key } ?? entries.count
      if index == entries.count { entries.append((key, .mapping([]))) }
      entries[index].value.insert(value, at: rest)
    }
    self = .mapping(entries)
  }
}

/// Writes YAML in block form that every YAML 1.1 and 1.2 reader reads alike: a text is quoted
/// wherever one of them might see something else in it.
struct YAMLWriter {
  private(set) var text = ""

  mutating func comment(_ line: String) { text += line.isEmpty ? "#\n" : "# \(line)\n" }

  mutating func blankLine() { text += "\n" }

  mutating func entry(_ key: String, _ value: YAMLOutput, indent: Int = 0) {
    text += blanks(indent) + Self.scalar(key) + ":"
    write(value, indent: indent)
  }

  /// Writes a value behind its key or dash.
  private mutating func write(_ value: YAMLOutput, indent: Int) {
    switch value {
    case .text(let content):
      if Self.fitsBlock(content) {
        writeBlock(content, indent: indent + 2)
      } else {
        text += " \(Self.scalar(content))\n"
      }
    case .open(let reason): text += " {open: \(Self.quoted(reason))}\n"
    case .list(let items):
      text += items.isEmpty ? " []\n" : "\n"
      for item in items { self.item(item, indent: indent + 2) }
    case .mapping(let entries):
      text += entries.isEmpty ? " {}\n" : "\n"
      for (key, value) in entries { entry(key, value, indent: indent + 2) }
    }
  }

  private mutating func item(_ value: YAMLOutput, indent: Int) {
    guard case .mapping(let entries) = value, let first = entries.first else {
      text += blanks(indent) + "-"
      write(value, indent: indent)
      return
    }
    text += blanks(indent) + "- " + Self.scalar(first.key) + ":"
    write(first.value, indent: indent + 2)
    for (key, value) in entries.dropFirst() { entry(key, value, indent: indent + 2) }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: - Texts

  /// Whether a text of several lines keeps every character as a literal block.
  private static func fitsBlock(_ text: String) -> Bool {
    guard text.unicodeScalars.contains("\n"), let first = text.unicodeScalars.first,
      first != " ", first != "\n", text.unicodeScalars.last != "\n"
    else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || isPrintable($0) }
      && !text.split(separator: "\n", omittingEmptySubsequences: false).contains {
        $0.last?.isWhitespace ?? false
      }
  }

  private mutating func writeBlock(_ content: String, indent: Int) {
    text += " |-\n"
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line.isEmpty ? "\n" : blanks(indent) + line + "\n"
    }
  }

  /// The text as it is where no reader can take it for anything else, else in double quotes.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      text.last?.isWhitespace == false
    else { return false }
    let words = [
      "y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf",
    ]
    let special = ":#,[]{}\"'&*!|>%@`".unicodeScalars
    if words.contains(text.lowercased()) { return false }
    return text.unicodeScalars.allSatisfy { isPrintable($0) && !special.contains($0) }
  }

  /// Whether YAML lets the character stand as it is, and it is no line break or byte order mark.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x1_0000...0x10_FFFF:
      true
    default: false
    }
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let hex = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        }
      }
    }
    return result + "\""
  }
}
