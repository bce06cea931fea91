import Diagnostics
import SourceText
import Values
import YAMLSyntax

extension PlanLoader {
  // MARK: - Another shape than declared

  /// A mapping or sequence where one value is declared.
  mutating func readNoScalar(
    _ node: NodeID, _ flat: Int, _ target: Cells, _ index: Int, _ subject: Subject,
    _ tree: YAMLTree
  ) -> CellState {
    guard tree.firstChild(node) != nil else { return .empty }
    if tree.isMapping(node), let state = readState(of: node, subject, tree) {
      if state == .malformed {
        target.states[index] = CellState.malformed.rawValue | CellBits.reported
      }
      return state
    }
    let finding = report(
      .expectedValue(found: tree.kind(node), plans[flat].scalar.kind), at: place(of: node, tree),
      subject)
    return markMalformed(target, index, subject, finding)
  }

  /// Anything but a sequence where a list is declared.
  mutating func readNoList(
    _ node: NodeID, _ subject: Subject, _ tree: YAMLTree
  ) -> CellState {
    if isEmpty(node, tree) { return .empty }
    if tree.isMapping(node), let state = readState(of: node, subject, tree) {
      return state
    }
    let finding = report(
      .expectedList(found: tree.kind(node)), at: place(of: node, tree), subject)
    if tree.isScalar(node), let cell = subject.cell,
      plans[shape.bases[cell.record] + cell.field].kind == .scalars
    {
      let span = tree.span(node)
      book.amend(finding, fixes: [replacement(of: span, by: "[\(source.text(span))]")])
    }
    if let cell = subject.cell { mark(cell, by: finding) }
    return .malformed
  }

  /// Anything but a mapping where a group or record is declared.
  mutating func readNoMapping(
    _ node: NodeID, _ subject: Subject, _ tree: YAMLTree
  ) -> CellState {
    if isEmpty(node, tree) { return .empty }
    var keys: [String] = []
    if let field = subject.field {
      let fields = schema.records[subject.record].fields
      switch fields[field].type {
      case .record(let nested):
        keys = schema.records[nested].topFields.map { schema.records[nested].fields[$0].name }
      case .group, .records, .scalar, .scalars: keys = fields[field].members.map { fields[$0].name }
      }
    }
    let finding = report(
      .expectedMapping(found: tree.kind(node), keys: keys), at: place(of: node, tree), subject)
    if let cell = subject.cell { mark(cell, by: finding) }
    return .malformed
  }

  /// An entry of a list of records that is no mapping, or one that says a state.
  mutating func reportNoElement(
    _ node: NodeID, _ record: Int, _ subject: Subject?, _ tree: YAMLTree
  ) {
    let owner = schema.records[record]
    let subject = subject ?? Subject(record: schema.root, row: 0, field: nil, list: record)
    let finding: Int
    if tree.isMapping(node), let key = stateKey(of: node, tree) {
      finding = report(.stateInList(key), at: place(of: node, tree), subject)
    } else if isEmpty(node, tree) {
      finding = report(.emptyEntry, .warning, at: tree.span(node), subject)
    } else {
      let keys = owner.topFields.map { owner.fields[$0].name }
      finding = report(
        .expectedMapping(found: tree.kind(node), keys: keys), at: place(of: node, tree), subject)
    }
    if let cell = subject.cell { mark(cell, by: finding) }
    if let list = subject.list, reportedLists[list] == nil { reportedLists[list] = finding }
  }

  func isEmpty(_ node: NodeID, _ tree: YAMLTree) -> Bool {
    guard tree.isScalar(node) else { return tree.firstChild(node) == nil }
    let isPlain = tree.style(node) == .plain
    return tree.withText(node) { placeholders.isEmpty($0, isPlain: isPlain) }
  }

  /// The value, or its key where the value runs over several lines.
  func place(of node: NodeID, _ tree: YAMLTree) -> ByteRange {
    let span = tree.span(node)
    let bytes = tree.file.bytes[span.start..<span.end]
    guard let end = bytes.firstIndex(of: 10) else { return span }
    return tree.key(node) == nil ? ByteRange(span.start, end) : tree.keySpan(node)
  }

  /// An alias to nothing: the YAML reader has told it.
  mutating func markUnresolved(
    _ node: NodeID, _ target: Cells, _ index: Int, _ subject: Subject, _ tree: YAMLTree
  ) -> CellState {
    guard let finding = book.index(in: tree.file, within: tree.span(node)) else { return .empty }
    return markMalformed(target, index, subject, finding)
  }

  // MARK: - Declared unknowns

  /// The key of a mapping that says a state: `open` or `not-applicable`.
  func stateKey(of node: NodeID, _ tree: YAMLTree) -> StateKey? {
    guard hasStateKeys else { return nil }
    for child in tree.children(node) {
      if let key = tree.key(child).flatMap({ StateKey(tree.keyText($0)) }), key.isState {
        return key
      }
    }
    return nil
  }

  /// The state that a mapping declares; malformed where it holds data as well.
  mutating func readState(
    of node: NodeID, _ subject: Subject, _ tree: YAMLTree
  ) -> CellState? {
    guard let state = stateKey(of: node, tree) else { return nil }
    for child in tree.children(node) {
      guard let symbol = tree.key(child) else { continue }
      let text = tree.keyText(symbol)
      if let key = StateKey(text) {
        if key.isState, key != state { return reportMixture(state, node, subject, tree) }
        check(key, tree.resolve(child), subject, tree)
      } else if let meant = Self.misspelt(text) {
        let finding = report(
          .unknownKey(text, nearest: [meant], elsewhere: nil), at: tree.keySpan(child), subject)
        book.amend(finding, fixes: [replacement(of: tree.keySpan(child), by: meant)])
      } else {
        return reportMixture(state, node, subject, tree)
      }
    }
    return state.state
  }

  private mutating func reportMixture(
    _ state: StateKey, _ node: NodeID, _ subject: Subject, _ tree: YAMLTree
  ) -> CellState {
    let finding = report(.valueAndState(state), at: place(of: node, tree), subject)
    if let cell = subject.cell { mark(cell, by: finding) }
    if let list = subject.list, reportedLists[list] == nil { reportedLists[list] = finding }
    return .malformed
  }

  /// The spelling of `until` or `by` that a key nearly is.
  private static func misspelt(_ text: String) -> String? {
    let known = StateKey.until.spellings + StateKey.by.spellings
    let nearest = NearestNames.rank(text, among: known)
    return nearest.count == 1 ? nearest[0] : nil
  }

  private mutating func check(
    _ key: StateKey, _ value: NodeID, _ subject: Subject, _ tree: YAMLTree
  ) {
    switch key {
    case .open, .notApplicable:
      if isEmpty(value, tree) || !tree.isScalar(value) {
        report(.stateWithoutReason(key), .warning, at: place(of: value, tree), subject)
      }
    case .until:
      guard !isEmpty(value, tree) else { return }
      if case .failure(let problem) = tree.withText(value, CalendarDate.read) {
        report(.unreadable(problem, .date), at: place(of: value, tree), subject)
      }
    case .by: break
    }
  }
}
