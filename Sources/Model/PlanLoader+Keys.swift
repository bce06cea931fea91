import Diagnostics
import SourceText
import YAMLSyntax

/// An unknown key at one level of the schema.
struct UnknownKeyPlace: Hashable {
  var level: Int
  var text: String
}

/// What an unknown key may have meant; the same for all elements.
struct UnknownKey {
  /// Spellings, nearest first.
  var nearest: [String]
  /// What the nearest one means, if no other comes as near.
  var certain: UInt16?
  var elsewhere: PlanFact.Elsewhere?
}

extension PlanLoader {
  /// Finds out what a key means at a level, once for each key and level of a file.
  mutating func lookUp(_ key: Symbol, _ level: Int, _ tree: YAMLTree) -> UInt16 {
    let text = tree.keyText(key)
    let code: UInt16
    if let known = shape.levels[level].codes[text] {
      code = known
    } else if text.hasPrefix(PlanKey.ownPrefix) || text == "<<" {
      // The YAML reader reports merge keys.
      code = KeyCode.ignored
    } else {
      code = StateKey(text)?.isState == true ? KeyCode.state : KeyCode.unknown
    }
    if Int(key.raw) < width { codes[level * width + Int(key.raw)] = code }
    return code
  }

  /// Reports a key that the schema does not know; the number of the finding.
  mutating func reportUnknownKey(
    _ child: NodeID, _ level: Int, record: Int, row: Int, _ tree: YAMLTree
  ) -> Int {
    guard let symbol = tree.key(child) else { return 0 }
    let text = tree.keyText(symbol)
    let subject = Subject(record: record, row: row, field: nil)
    let meant = meaning(of: text, level)
    let finding = report(
      .unknownKey(shortened(text), nearest: meant.nearest, elsewhere: meant.elsewhere),
      at: tree.keySpan(child), subject)
    guard let code = meant.certain, let spelling = meant.nearest.first,
      claim(code, record: record, row: row, by: finding)
    else { return finding }
    let fix = Fix(
      LocalizedText(
        en: "rename `\(text)` to `\(spelling)`", de: "`\(text)` in `\(spelling)` umbenennen"),
      [TextEdit(Location(source, tree.keySpan(child)), replacement: spelling)])
    book.amend(finding, fixes: [fix])
    return finding
  }

  /// Lets the finding about a misspelt key speak of the field or list that it means; false where
  /// that is stated as well.
  private mutating func claim(_ code: UInt16, record: Int, row: Int, by finding: Int) -> Bool {
    let field = Int(code - KeyCode.first)
    let fields = schema.records[record].fields
    guard field < fields.count else {
      let list = field - fields.count
      guard listStates[list] == .absent, reportedLists[list] == nil else { return false }
      reportedLists[list] = finding
      return true
    }
    let flat = shape.bases[record] + field
    guard cells[flat].states[row] == 0, cells[flat].nodes[row] == 0 else { return false }
    claim(field, record, row, finding)
    return true
  }

  private mutating func claim(_ field: Int, _ record: Int, _ row: Int, _ finding: Int) {
    mark(CellReference(record: record, row: row, field: field), by: finding)
    for member in schema.records[record].fields[field].members {
      claim(member, record, row, finding)
    }
  }

  private mutating func meaning(of text: String, _ level: Int) -> UnknownKey {
    let place = UnknownKeyPlace(level: level, text: text)
    if let known = unknownKeys[place] { return known }
    let codes = shape.levels[level].codes
    let folded = Self.folded(text)
    let ranked = NearestNames.rank(text, among: codes.keys, limit: 6).map { name in
      (name: name, distance: NearestNames.editDistance(folded, Self.folded(name)))
    }
    var meant = UnknownKey(
      nearest: Array(ranked.prefix(3).map(\.name)), certain: nil,
      elsewhere: elsewhere(text, level))
    if let first = ranked.first, let code = codes[first.name], code >= KeyCode.first {
      let rivals = ranked.contains { other in
        other.distance == first.distance && codes[other.name] != code
      }
      let isNear = first.distance <= max(1, folded.count / 4)
      if isNear, !rivals { meant.certain = code }
    }
    unknownKeys[place] = meant
    return meant
  }

  /// As `NearestNames` compares: case, `-`, `_` and spaces do not count.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// Where a key is known that is unknown at this level.
  private func elsewhere(_ text: String, _ level: Int) -> PlanFact.Elsewhere? {
    let own = shape.levels[level]
    for (other, candidate) in shape.levels.enumerated()
    where candidate.record == own.record && other != level {
      guard let code = candidate.codes[text], code >= KeyCode.first else { continue }
      let field = Int(code - KeyCode.first)
      let fields = schema.records[own.record].fields
      guard field < fields.count else { continue }
      return .path(fields[field].path)
    }
    let records = schema.records.indices.filter { record in
      record != own.record
        && (shape.levels[shape.recordLevels[record]].codes[text] ?? 0) >= KeyCode.first
    }
    // A key that many records have, such as `name`, says nothing.
    guard 1...3 ~= records.count else { return nil }
    return .records(records.map { schema.records[$0].inlineTitle })
  }

  /// A field that the row has already: a second spelling, or the same key in another file.
  mutating func reportRepetition(
    _ child: NodeID, record: Int, row: Int, field: Int, _ tree: YAMLTree
  ) {
    guard let key = tree.key(child) else { return }
    let subject = Subject(record: record, row: row, field: field)
    let flat = shape.bases[record] + field
    let first = NodeID(raw: cells[flat].nodes[row])
    if record == schema.root, rootFiles[field] >= 0, rootFiles[field] != file {
      let other = trees[rootFiles[field]]
      let finding = report(
        .statedInTwoFiles(tree.keyText(key)), at: tree.keySpan(child), subject)
      note(finding, first: Location(other.file, other.keySpan(first)))
      return
    }
    // The YAML reader reports a key that is written twice.
    guard let firstKey = tree.key(first), firstKey != key else { return }
    let finding = report(
      .twoSpellings(tree.keyText(firstKey), tree.keyText(key)), at: tree.keySpan(child), subject)
    note(finding, first: Location(tree.file, tree.keySpan(first)))
  }

  mutating func note(_ finding: Int, first: Location) {
    let text = LocalizedText(en: "first stated here", de: "hier zuerst angegeben")
    book.amend(finding, related: [RelatedPlace(first, text)])
  }
}
