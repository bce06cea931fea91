import Values
import YAMLSyntax

/// The reading of `where` and of parts of texts.
extension MapReader {
  mutating func filters(_ node: NodeID) -> [RowFilter] {
    guard tree.kind(tree.resolve(node)) == .mapping else {
      tell(.expected(.mapping), at: tree.span(node))
      return []
    }
    var made: [RowFilter] = []
    for child in tree.children(tree.resolve(node)) {
      let column = ColumnPath(keyText(child), tree.keySpan(child))
      let (tests, part) = tests(child)
      made += tests.map { RowFilter(column: column, part: part, test: $0) }
    }
    return made
  }

  /// `{is: [a, b]}`, `{is-not: a}`, `{like: "A9"}`, `{contains: a}`, `{stated: true}`,
  /// `{missing: true}`, `{same-as: ^id}`, each also of a part of the text.
  private mutating func tests(_ node: NodeID) -> ([RowFilter.Test], TextPart?) {
    guard tree.kind(tree.resolve(node)) == .mapping else {
      return (texts(node).map { [.isOneOf(Set($0))] } ?? [], nil)
    }
    var made: [RowFilter.Test] = []
    let entries = entries(
      of: node,
      known: ["is", "is-not", "like", "contains", "stated", "missing", "same-as", "part"])
    let part = entries["part"].flatMap { textPart($0) }
    if let values = entries["is"].flatMap({ texts($0) }) { made.append(.isOneOf(Set(values))) }
    if let values = entries["is-not"].flatMap({ texts($0) }) { made.append(.isNoneOf(Set(values))) }
    if let values = entries["contains"].flatMap({ texts($0) }) { made.append(.contains(values)) }
    if let column = entries["same-as"].flatMap({ columns($0) })?.first {
      made.append(.sameAs(column))
    }
    if let node = entries["like"], let patterns = texts(node) {
      switch Notation.compile(patterns) {
      case .success(let notation): made.append(.isLike(notation))
      case .failure(let problem):
        tell(.badNotation(problem), at: tree.span(node))
      }
    }
    for (key, test) in [("stated", RowFilter.Test.isStated), ("missing", .isMissing)] {
      if let node = entries[key], isTrue(node) { made.append(test) }
    }
    return (made, part)
  }

  /// `last`, `{before-first: " ("}`, `{after-last: "."}`
  mutating func textPart(_ node: NodeID) -> TextPart? {
    let kinds: [(String, (String) -> TextPart)] = [
      ("before-first", TextPart.beforeFirst), ("after-first", TextPart.afterFirst),
      ("before-last", TextPart.beforeLast), ("after-last", TextPart.afterLast),
    ]
    guard tree.kind(tree.resolve(node)) == .mapping else {
      if tree.text(tree.resolve(node)) == "last" { return .lastOfAddress }
      tell(.expected(.part), at: tree.span(node))
      return nil
    }
    let entries = entries(of: node, known: kinds.map(\.0))
    guard entries.count == 1,
      let (name, make) = kinds.first(where: { entries[$0.0] != nil }),
      let separator = entries[name].map({ tree.text(tree.resolve($0)) }), !separator.isEmpty
    else {
      tell(.expected(.part), at: tree.span(node))
      return nil
    }
    return make(separator)
  }
}
