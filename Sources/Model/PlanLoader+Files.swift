import Diagnostics
import SourceText
import Values
import YAMLSyntax

extension PlanLoader {
  // MARK: - Which files

  /// Reads the main file and what it includes, in the order of `include:`.
  mutating func collect(_ main: SourceFile, _ includes: IncludeResolver) {
    var known: Set<String> = [main.path]
    add(main, &known, includes)
  }

  private mutating func add(
    _ source: SourceFile, _ known: inout Set<String>, _ includes: IncludeResolver
  ) {
    let (tree, findings) = composeYAML(source, limits: limits)
    let own = trees.count
    trees.append(tree)
    book.add(findings)
    guard let root = tree.root, tree.isMapping(root) else { return }
    guard let include = value(of: PlanKey.include.rawValue, in: tree) else { return }
    for entry in tree.isSequence(include) ? Array(tree.children(include)) : [include] {
      file = own
      let node = tree.resolve(entry)
      guard tree.isScalar(node), !isEmpty(node, tree) else {
        report(.includeNotAPath, at: place(of: node, tree), nil)
        continue
      }
      add(tree.text(node), at: tree.span(entry), of: own, &known, includes)
    }
  }

  /// Reads the files that one entry of `include:` names.
  private mutating func add(
    _ pattern: String, at span: ByteRange, of own: Int, _ known: inout Set<String>,
    _ includes: IncludeResolver
  ) {
    switch includes.files(pattern, trees[own].file.path) {
    case .failure(let failure):
      report(.includeFailed(pattern: pattern, failure), at: span, nil)
    case .success(let files):
      if files.isEmpty { report(.includeFailed(pattern: pattern, .nothingMatches), at: span, nil) }
      for next in files.sorted(by: { $0.path < $1.path }) {
        file = own
        guard known.insert(next.path).inserted else {
          report(.includedTwice(path: next.path), at: span, nil)
          continue
        }
        guard trees.count <= limits.includedFiles else {
          report(.tooManyFiles(limit: limits.includedFiles), at: span, nil)
          return
        }
        add(next, &known, includes)
      }
    }
  }

  /// The value of a key of the document; nil where the file has no such key.
  private func value(of key: String, in tree: YAMLTree) -> NodeID? {
    guard let root = tree.root, tree.isMapping(root),
      let symbol = tree.symbol(for: key)
    else { return nil }
    return tree.children(root).first { tree.key($0) == symbol }.map(tree.resolve)
  }

  // MARK: - Keys that other values depend on

  /// Reads the plan's language and currency, which may stand behind what needs them.
  mutating func readHeaders() {
    for index in trees.indices {
      file = index
      let tree = trees[index]
      for spelling in spellings(of: .language) where language == nil {
        if let node = value(of: spelling, in: tree) { readLanguage(node, tree) }
      }
      if let node = value(of: PlanKey.packs.rawValue, in: tree) { readPacks(node, tree) }
      guard shape.hasMoney else { continue }
      for spelling in spellings(of: .currency) where defaultCurrency == nil {
        if let node = value(of: spelling, in: tree) { readCurrency(node, tree) }
      }
    }
  }

  /// The key, or the spellings of the schema's own field of that name.
  private func spellings(of key: PlanKey) -> [String] {
    guard let field = ownField(for: key) else { return [key.rawValue] }
    return schema.records[schema.root].fields[field].spellings
  }

  private func ownField(for key: PlanKey) -> Int? {
    guard schema.records.indices.contains(schema.root) else { return nil }
    return schema.records[schema.root].topFields.first {
      schema.records[schema.root].fields[$0].name == key.rawValue
    }
  }

  private mutating func readLanguage(_ node: NodeID, _ tree: YAMLTree) {
    guard tree.isScalar(node), !isEmpty(node, tree) else { return }
    let text = tree.text(node)
    switch text.lowercased() {
    case "de", "deutsch", "german": language = .german
    case "en", "english", "englisch": language = .english
    default:
      // A field of the schema reports its own values.
      if ownField(for: .language) == nil {
        report(.unknownLanguage(shortened(text)), at: tree.span(node), nil)
      }
    }
  }

  /// `packs: hannover`, `packs: [core, cost]`
  private mutating func readPacks(_ node: NodeID, _ tree: YAMLTree) {
    let own = Location(tree.file, place(of: node, tree))
    if let packsKey {
      let finding = report(.statedInTwoFiles(PlanKey.packs.rawValue), at: own.range, nil)
      return note(finding, first: packsKey)
    }
    packsKey = own
    let entries = tree.isSequence(node) ? Array(tree.children(node)) : [node]
    var names: [PlacedName] = []
    for entry in entries {
      let scalar = tree.resolve(entry)
      guard tree.isScalar(scalar), !isEmpty(scalar, tree) else {
        report(.packsNotNames, at: place(of: scalar, tree), nil)
        continue
      }
      names.append(PlacedName(tree.text(scalar), Location(tree.file, tree.span(entry))))
    }
    packs = names
  }

  private mutating func readCurrency(_ node: NodeID, _ tree: YAMLTree) {
    guard tree.isScalar(node), !isEmpty(node, tree) else { return }
    let text = tree.text(node)
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let currency = Currency(trimmed) else {
      let upper = Currency(trimmed.uppercased())?.code
      let problem = ReadProblem.unknownCurrency(
        shortened(text), unit: shortened(text), suggestion: upper)
      let finding = report(.unreadable(problem, .money), at: tree.span(node), nil)
      if let upper { book.amend(finding, fixes: [replacement(of: tree.span(node), by: upper)]) }
      return
    }
    defaultCurrency = currency
    firstMoney = (currency, Location(source, tree.span(node)))
    currencies = [nil, currency]
  }

  // MARK: - Loading

  /// Reads one file into the columns.
  mutating func load(_ index: Int) {
    file = index
    let tree = trees[index]
    guard let root = tree.root, schema.records.indices.contains(schema.root) else { return }
    let node = tree.resolve(root)
    guard tree.isMapping(node) else {
      if !tree.isScalar(node) || !isEmpty(node, tree) {
        report(.planNotAMapping(tree.kind(node)), at: place(of: node, tree), nil)
      }
      return
    }
    prepareCodes(tree)
    if index == 0 || rowNodes[schema.root].isEmpty { rowNodes[schema.root] = [root.raw] }
    tree.bytes.withUnsafeBufferPointer { buffer in
      bytes = buffer
      _ = fill(
        root, level: shape.recordLevels[schema.root], record: schema.root, row: 0, tree)
    }
    let base = shape.bases[schema.root]
    for field in rootFiles.indices
    where rootFiles[field] < 0 && cells[base + field].nodes[0] != 0 {
      rootFiles[field] = index
    }
  }

  /// Makes room for what the keys of a file mean; files with very many keys look up the rest.
  private mutating func prepareCodes(_ tree: YAMLTree) {
    codes.deallocate()
    width = min(tree.symbolCount, 4096)
    let size = width * shape.levels.count
    codes = .allocate(capacity: size)
    codes.initialize(repeating: KeyCode.fresh, count: size)
    hasStateKeys = StateKey.allCases.contains { key in
      key.isState && key.spellings.contains { tree.symbol(for: $0) != nil }
    }
  }

  // MARK: - Lists of the document

  /// Reads a top-level list, or the further part of it that another file has.
  mutating func loadList(_ child: NodeID, record: Int, _ tree: YAMLTree) {
    let key = Location(tree.file, tree.keySpan(child))
    let node = tree.resolve(child)
    if let first = listValues[record], first.file == file {
      reportListRepetition(child, first.node, tree)
      return
    }
    if listKeys[record] == nil { listKeys[record] = key }
    let state = readList(node, record, tree)
    let isFirst = listValues[record] == nil
    if isFirst || state.strength > listStates[record].strength { listStates[record] = state }
    if isFirst || state == .stated { listValues[record] = PlanNode(file: file, node: child) }
  }

  private mutating func reportListRepetition(
    _ child: NodeID, _ first: NodeID, _ tree: YAMLTree
  ) {
    guard let key = tree.key(child), let firstKey = tree.key(first), key != firstKey else { return }
    let subject = Subject(record: schema.root, row: 0, field: nil)
    let finding = report(
      .twoSpellings(tree.keyText(firstKey), tree.keyText(key)), at: tree.keySpan(child), subject)
    note(finding, first: Location(tree.file, tree.keySpan(first)))
  }

  private mutating func readList(
    _ node: NodeID, _ record: Int, _ tree: YAMLTree
  ) -> CellState {
    if isEmpty(node, tree) { return .empty }
    let subject = Subject(record: schema.root, row: 0, field: nil, list: record)
    if tree.isMapping(node), let state = readState(of: node, subject, tree) { return state }
    guard tree.isSequence(node) else {
      let place = place(of: node, tree)
      reportedLists[record] = report(.expectedList(found: tree.kind(node)), at: place, subject)
      return .malformed
    }
    let rows = readElements(
      of: node, record, parent: Column.unknown, Table.topLevel, nil, tree)
    if rows.isEmpty { return .malformed }
    // Its other entries speak for themselves.
    reportedLists[record] = nil
    return .stated
  }
}
