import Diagnostics
import SourceText
import YAMLSyntax

/// The entries of a YAML mapping as flow texts on one line each, so that they can be put together
/// anew.
struct YAMLEntries {
  private var entries: [(key: String, value: String)] = []

  init() {}

  /// The entries of a mapping in flow or block form; nothing where the text is none.
  init(_ text: String) {
    let tree = Self.tree(text)
    guard let root = tree.root, tree.kind(root) == .mapping else { return }
    for child in tree.children(root) {
      guard let key = tree.key(child) else { continue }
      entries.append((tree.keyText(key), Self.flow(child, tree)))
    }
  }

  var text: String { entries.map { "\($0.key): \($0.value)\n" }.joined() }

  func value(_ key: String) -> String? { entries.first { $0.key == key }?.value }

  mutating func remove(_ key: String) { entries.removeAll { $0.key == key } }

  /// Adds the entries whose keys are not there yet.
  mutating func add(_ other: YAMLEntries) {
    for entry in other.entries where value(entry.key) == nil { entries.append(entry) }
  }

  /// Adds all entries; they take the place of those with the same key.
  mutating func replace(with other: YAMLEntries) {
    for entry in other.entries { remove(entry.key) }
    entries += other.entries
  }

  /// Adds all entries: mappings are joined key by key, sequences one behind the other; any other
  /// value takes the place of the earlier one.
  mutating func merge(with other: YAMLEntries) {
    for entry in other.entries {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[index].value = Self.merged(entries[index].value, entry.value)
      } else {
        entries.append(entry)
      }
    }
  }

  private static func merged(_ first: String, _ second: String) -> String {
    switch (kind(first), kind(second)) {
    case (.mapping, .mapping):
      var joined = YAMLEntries(first)
      joined.merge(with: YAMLEntries(second))
      let parts = joined.entries.map { "\(quoted($0.key)): \($0.value)" }
      return "{" + parts.joined(separator: ", ") + "}"
    case (.sequence, .sequence):
      return "[" + (items(first) + items(second)).joined(separator: ", ") + "]"
    default:
      return second
    }
  }

  private static func kind(_ text: String) -> NodeKind? {
    let tree = tree(text)
    return tree.root.map { tree.kind(tree.resolve($0)) }
  }

  /// The items of a sequence as flow texts.
  static func items(_ text: String) -> [String] {
    let tree = tree(text)
    guard let root = tree.root, tree.kind(root) == .sequence else { return [] }
    return tree.children(root).map { flow($0, tree) }
  }

  /// A text in flow form on one line.
  static func flow(_ text: String) -> String {
    let tree = tree(text)
    return tree.root.map { flow($0, tree) } ?? "{}"
  }

  private static func tree(_ text: String) -> YAMLTree {
    composeYAML(SourceFile(path: "example.yaml", text: text), limits: Limits()).tree
  }

  private static func flow(_ id: NodeID, _ tree: YAMLTree) -> String {
    let node = tree.resolve(id)
    switch tree.kind(node) {
    case .alias: return "~"
    case .sequence:
      return "[" + tree.children(node).map { flow($0, tree) }.joined(separator: ", ") + "]"
    case .mapping:
      let parts = tree.children(node).map { child in
        let key = tree.key(child).map(tree.keyText) ?? ""
        return "\(quoted(key)): \(flow(child, tree))"
      }
      return "{" + parts.joined(separator: ", ") + "}"
    case .scalar:
      if tree.isNull(node) { return "~" }
      let text = tree.text(node)
      return tree.style(node) == .plain && isPlain(text) ? text : quoted(text)
    }
  }

  /// Whether a text keeps its meaning inside a flow collection.
  private static func isPlain(_ text: String) -> Bool {
    text.allSatisfy { !$0.isNewline && !",[]{}#:\"'&*!|>%@`".contains($0) }
  }

  private static func quoted(_ text: String) -> String {
    if !text.isEmpty, isPlain(text) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
