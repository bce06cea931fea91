import CLibYAML
import SourceText
import Testing

@testable import YAMLSyntax

/// Decoded scalars as libyaml gives them, keys and values in the order of the text.
func scalarsOfLibyaml(_ bytes: [UInt8]) -> [String]? {
  var parser = yaml_parser_t()
  yaml_parser_initialize(&parser)
  defer { yaml_parser_delete(&parser) }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
  return bytes.withUnsafeBufferPointer { buffer in
    yaml_parser_set_input_string(&parser, buffer.baseAddress!, buffer.count)
    var found: [String] = []
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) != 0 else { return nil }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return found }
      guard event.type == YAML_SCALAR_EVENT else { continue }
      let scalar = event.data.scalar
      found.append(
        String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self))
    }
  }
}

extension YAMLTree {
  /// The same out of the tree.
  func scalars() -> [String] {
    var found: [String] = []
    for raw in 0..<nodeCount {
      let id = NodeID(raw: UInt32(raw))
      if let key = key(id) { found.append(keyText(key)) }
      if kind(id) == .scalar { found.append(text(id)) }
    }
    return found
  }
}
