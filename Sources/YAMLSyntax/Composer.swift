import CLibYAML
import Diagnostics
import SourceText

/// Turns libyaml's events into the nodes of one tree.
struct Composer: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: Limits
  /// The first byte behind the byte order mark.
  let origin: Int
  let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  var tree: YAMLTree
  var cursor: ByteCursor
  var findings = FindingList()

  /// The open collections, the innermost last.
  var open: [OpenCollection] = []
  /// The key whose value comes next.
  var pendingKey: PendingKey?
  /// The entry that is being left out because of its key.
  var skipped: SkippedEntry?
  var anchors = AnchorTable()
  /// For each symbol the mapping, and in it the entry, that used it last.
  var lastUses: [KeyUse] = []
  /// The symbol of the key before.
  var lastKey = YAMLNode.noSymbol
  /// The symbol of a plain `<<`, once there is one.
  var mergeSymbol = YAMLNode.noSymbol
  /// The end of the last value or key: blocks end there.
  var lastEnd: Int
  /// Values so far, with aliases replaced by what they stand for.
  var expandedCount = 0
  /// Values that all aliases so far stand for.
  var aliasedCount = 0
  var isStopped = false
  var hasDocument = false
  /// Room for texts of several lines while they are compared.
  var scratch: [UInt8] = []

  struct OpenCollection {
    let node: UInt32
    let isMapping: Bool
    let isFlow: Bool
    /// The number of its anchor; nil without one.
    let anchor: Int?
    let expandedBefore: Int
  }

  struct PendingKey {
    let symbol: UInt32
    let start: UInt32
  }

  struct KeyUse {
    var mapping: UInt32
    var entry: UInt32
    /// The key that came behind this one last time.
    var successor: UInt32
  }

  init(tree: YAMLTree, bytes: UnsafeBufferPointer<UInt8>, limits: Limits) {
    self.tree = tree
    self.bytes = bytes
    self.limits = limits
    origin = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lastEnd = origin
    cursor = ByteCursor(bytes, origin: origin)
    findings.limit = limits.problemsPerFile
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml aborts on a null pointer even for an empty text; this address is never read.
    let first =
      bytes.baseAddress
      ?? UnsafePointer(UnsafeRawPointer(parser).assumingMemoryBound(to: UInt8.self))
    yaml_parser_set_input_string(parser, first + origin, bytes.count - origin)
    // A value takes about 25 bytes of a plan; pages that stay untouched cost nothing.
    self.tree.nodes.reserveCapacity(bytes.count / 12 + 16)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    event.deallocate()
  }

  // MARK: Events

  /// Reads events until the first document ends or reading stops.
  mutating func compose() {
    if let directive = refusedDirective(from: origin) { return refuse(directive) }
    while !isStopped {
      guard yaml_parser_parse(parser, event) != 0 else { return reportSyntaxError() }
      take()
      yaml_event_delete(event)
    }
  }

  @inline(__always)
  private mutating func take() {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: takeScalar(YAMLEvent(event))
    case YAML_MAPPING_START_EVENT: openCollection(.mapping, YAMLEvent(event))
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: closeCollection(YAMLEvent(event))
    case YAML_SEQUENCE_START_EVENT: openCollection(.sequence, YAMLEvent(event))
    case YAML_ALIAS_EVENT: takeAlias(YAMLEvent(event))
    case YAML_DOCUMENT_START_EVENT: startDocument(YAMLEvent(event))
    case YAML_DOCUMENT_END_EVENT: endDocument(YAMLEvent(event))
    case YAML_STREAM_END_EVENT: endStream()
    default: break
    }
  }

  private mutating func startDocument(_ event: YAMLEvent) {
    if hasDocument { return refuseFurtherDocument(at: cursor.offset(ofScalar: event.startIndex)) }
    hasDocument = true
  }

  /// Looks at directives behind the document before libyaml reads them.
  private mutating func endDocument(_ event: YAMLEvent) {
    let end = cursor.offset(ofScalar: event.endIndex)
    guard end < bytes.count, let directive = firstDirective(from: end) else { return }
    refuseFurtherDocument(at: directive)
  }

  private mutating func refuseFurtherDocument(at offset: Int) {
    tree.extent = ByteRange(origin, offset)
    report(.severalDocuments, .error, wordRange(at: offset))
    isStopped = true
  }

  private mutating func endStream() {
    isStopped = true
    if tree.nodes.isEmpty, tree.leftOut.isEmpty {
      report(.emptyFile, .error, ByteRange(at: 0))
    }
  }

  // MARK: Ends

  /// Moves the tree out and returns the findings in the order of the text.
  consuming func finish(into result: inout YAMLTree) -> [Finding] {
    dropEmptyRoot()
    result = tree
    return findings.sorted(in: result.file)
  }

  /// A document in which nothing is written has no root.
  private mutating func dropEmptyRoot() {
    guard tree.nodes.count == 1, let root = tree.root, tree.kind(root) == .scalar,
      tree.style(root) == .plain, tree.span(root).isEmpty, tree.isComplete
    else { return }
    tree.nodes.removeAll()
    report(.emptyFile, .error, ByteRange(at: 0))
  }

  /// Stops reading; what is open ends where its last value ends.
  mutating func stop(_ problem: YAMLProblem, at range: ByteRange) {
    report(problem, .error, range)
    isStopped = true
    tree.isComplete = false
    tree.extent = ByteRange(origin, max(origin, min(range.start, bytes.count)))
    skipped = nil
    pendingKey = nil
    while let collection = open.popLast() {
      end(collection.node, at: lastEnd)
    }
  }

  mutating func report(
    _ problem: YAMLProblem, _ severity: Severity, _ range: ByteRange,
    related: [RelatedPlace] = []
  ) {
    findings.append(problem, severity, Location(tree.file, range), related)
  }

  func wordRange(at offset: Int) -> ByteRange { TextPlaces(bytes).word(at: offset) }
}
