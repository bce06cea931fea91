import CLibYAML

/// What composing reads of one libyaml event.
struct YAMLEvent {
  private let event: UnsafeMutablePointer<yaml_event_t>

  init(_ event: UnsafeMutablePointer<yaml_event_t>) { self.event = event }

  /// Marks in Unicode scalars behind the byte order mark.
  var startIndex: Int { Int(bitPattern: UInt(event.pointee.start_mark.index)) }
  var endIndex: Int { Int(bitPattern: UInt(event.pointee.end_mark.index)) }

  var isOneLine: Bool { event.pointee.start_mark.line == event.pointee.end_mark.line }

  // MARK: Scalars

  /// The decoded text, which lives as long as the event.
  var value: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
  }

  var style: ScalarStyle {
    switch event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  var hasScalarProperties: Bool {
    event.pointee.data.scalar.anchor != nil || event.pointee.data.scalar.tag != nil
  }

  // MARK: Everything else

  /// The name behind `&` or, for an alias, `*`.
  var anchor: String? { anchorPointer.map { String(cString: $0) } }

  /// The tag with its handle resolved.
  var tag: String? { tagPointer.map { String(cString: $0) } }

  var hasAnchor: Bool { anchorPointer != nil }
  var hasTag: Bool { tagPointer != nil }

  private var anchorPointer: UnsafeMutablePointer<UInt8>? {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: event.pointee.data.scalar.anchor
    case YAML_SEQUENCE_START_EVENT: event.pointee.data.sequence_start.anchor
    case YAML_MAPPING_START_EVENT: event.pointee.data.mapping_start.anchor
    case YAML_ALIAS_EVENT: event.pointee.data.alias.anchor
    default: nil
    }
  }

  private var tagPointer: UnsafeMutablePointer<UInt8>? {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: event.pointee.data.scalar.tag
    case YAML_SEQUENCE_START_EVENT: event.pointee.data.sequence_start.tag
    case YAML_MAPPING_START_EVENT: event.pointee.data.mapping_start.tag
    default: nil
    }
  }

  var isFlow: Bool {
    if event.pointee.type == YAML_MAPPING_START_EVENT {
      return event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    }
    return event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
  }
}
