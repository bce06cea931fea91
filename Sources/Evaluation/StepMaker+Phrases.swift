import Diagnostics
import Model
import Semantics
import SourceText
import Values
import YAMLSyntax

/// What a phrase found beside the value itself.
extension StepMaker {
  func phraseFacts(_ line: LineNode, _ sight: Sight) -> [EvaluationFact] {
    guard sight.standing == .stated else { return [] }
    switch line.test {
    case let test as ExistTest:
      let lookedUp = lookUp(sight, test, line)
      return lookedUp.contents + lookedUp.result
    case let test as UniqueTest: return facts(of: test, sight)
    case let test as WordsTest: return facts(of: test, sight)
    case let test as CycleTest: return facts(of: test, line, sight)
    default: return []
    }
  }

  // MARK: - Looking up

  /// What a value was looked up in, and what came of it.
  struct LookUp {
    var contents: [EvaluationFact] = []
    var result: [EvaluationFact] = []
  }

  func lookUp(_ sight: Sight, _ test: ExistTest, _ line: LineNode) -> LookUp {
    let wanted = wanted(sight, line)
    switch test.source {
    case .ids(let ids, let state):
      guard case .existing(.list(let record), _) = line.typed.phrase else { return LookUp() }
      return lookUp(wanted, test.test(sight, rows), among: ids, of: record, state)
    case .path(let path, _):
      let contents = EvaluationFact(LocalizedText { listSentence(path, $0) })
      let known = values(of: path)
      guard test.test(sight, rows).verdict == .no, let wanted, !known.isEmpty else {
        return LookUp(contents: [contents])
      }
      let isItself = known.contains(wanted)
      return LookUp(
        contents: [contents],
        result: [isItself ? Self.onlyItself : Self.absence(of: wanted, among: known)])
    }
  }

  /// In a list of the document: the element that is meant, or what the list holds instead.
  private func lookUp(
    _ wanted: String?, _ tested: Tested, among ids: IdentifierIndex, of record: Int,
    _ state: Sight
  ) -> LookUp {
    let plan = workspace.plan
    let list = plan.schema.records[record].list ?? plan.schema.records[record].name
    if let row = wanted.flatMap({ ids.row(of: $0) }).map(Int.init) {
      let found = EvaluationFact(
        LocalizedText {
          let label = plan.label(record: record, row: row)[$0]
          return $0.pick("`\(list)` holds \(label)", "`\(list)` enthält \(label)")
        }, at: plan.anchor(record: record, row: row))
      return LookUp(result: [found] + (tested.verdict == .no ? [Self.onlyItself] : []))
    }
    guard plan.tables[record].count > 0 else {
      let nothing = EvaluationFact(
        LocalizedText {
          let text = workspace.show(Sight(standing: state.standing), .text, in: $0)
          return $0.pick("`\(list)` is \(text)", "`\(list)` ist \(text)")
        }, at: plan.listKeys[record])
      return LookUp(contents: [nothing])
    }
    let held = held(by: record, without: wanted ?? "")
    return LookUp(contents: Array(held.prefix(1)), result: Array(held.dropFirst()))
  }

  /// The ids of a list that does not hold a text, and the nearest of them.
  func held(by record: Int, without text: String) -> [EvaluationFact] {
    let plan = workspace.plan
    let list = plan.schema.records[record].list ?? plan.schema.records[record].name
    let count = plan.tables[record].count
    let known = (0..<count).compactMap { workspace.idText(record: record, row: $0) }
    let shown = known.prefix(Self.shownMembers).map { "`\($0)`" }.joined(separator: ", ")
    let all = shown + (count > Self.shownMembers ? " … (\(count))" : "")
    let contents = EvaluationFact(
      LocalizedText(en: "`\(list)` holds \(all)", de: "`\(list)` enthält \(all)"),
      at: plan.listKeys[record])
    return [contents, Self.absence(of: text, among: known)]
  }

  private func values(of path: PathReader) -> [String] {
    var found: [String] = []
    path.forEach(rows, gap: { _, _, _ in }) { cell, _ in
      guard cell.leaf >= 0 else { return }
      let leaf = workspace.leaves[Int(cell.leaf)]
      let sight = workspace.sight(leaf, cell)
      switch (sight.datum, leaf.scalar) {
      case (.text(let place), _): found.append(workspace.text(place))
      case (.index(let row), .reference(let record, _)?):
        if let id = workspace.idText(record: record, row: Int(row)) { found.append(id) }
      default: break
      }
    }
    return found
  }

  /// Where `other than itself` asks for another place.
  private static let onlyItself = EvaluationFact(
    LocalizedText(en: "nowhere but in the element itself", de: "nur im Element selbst"))

  /// The text that a value is looked up by.
  private func wanted(_ sight: Sight, _ line: LineNode) -> String? {
    switch (sight.datum, line.typed.subject.type) {
    case (.text(let place), _): workspace.text(place)
    case (.index(let row), .reference(let record)):
      workspace.idText(record: record, row: Int(row))
    default: nil
    }
  }

  /// "`a9` is not among them; nearest is `a7`".
  private static func absence(of text: String, among known: [String]) -> EvaluationFact {
    let wanted = "`\(Workspace.shortened(text))`"
    let near = NearestNames.rank(text, among: known, limit: 1).first { $0 != text }
    return EvaluationFact(
      LocalizedText(
        en: "\(wanted) is not among them" + (near.map { "; nearest is `\($0)`" } ?? ""),
        de: "\(wanted) ist nicht dabei" + (near.map { "; am ähnlichsten ist `\($0)`" } ?? "")))
  }

  // MARK: - Sets

  private func facts(of test: UniqueTest, _ sight: Sight) -> [EvaluationFact] {
    guard let cell = sight.cell else { return [] }
    let others = (test.rows.members[test.rows.first[Int(cell.row)]] ?? []).filter {
      $0 != Int(cell.row)
    }
    let own = workspace.reference(cell)
    var facts = others.prefix(Self.shownMembers).map { row in
      let other = CellReference(record: own.record, row: row, field: own.field)
      let label = workspace.plan.label(record: own.record, row: row)
      return EvaluationFact(
        LocalizedText(
          en: "\(label.english) has the same", de: "\(label.german) hat dasselbe"),
        at: workspace.plan.blame(valueAt: other))
    }
    let rest = others.count - facts.count
    if rest > 0 {
      facts.append(
        EvaluationFact(LocalizedText(en: "and \(rest) more", de: "und \(rest) weitere")))
    }
    return facts
  }

  private func facts(of test: CycleTest, _ line: LineNode, _ sight: Sight) -> [EvaluationFact] {
    guard let cell = sight.cell, case .path(let path) = line.typed.subject,
      let id = test.cycles.cycle[Int(cell.row)], let members = test.cycles.members[id]
    else { return [] }
    return [
      EvaluationFact(
        LocalizedText {
          let chain = workspace.chain(members, of: path.record, $0)
          return $0.pick("the circle: \(chain)", "der Kreis: \(chain)")
        })
    ]
  }

  // MARK: - Words

  /// The words of the lists that stand in the text, each at its place.
  func facts(of test: WordsTest, _ sight: Sight) -> [EvaluationFact] {
    let words = test.found(sight, atMost: Self.shownMembers)
    guard !words.isEmpty else {
      return [
        EvaluationFact(
          LocalizedText(
            en: "it has none of the words", de: "keines der Wörter kommt darin vor"))
      ]
    }
    let value = sight.cell.flatMap(place)
    var from = value?.range.start ?? 0
    return words.map { word in
      let place = value.map { Self.find(word, in: $0, from: &from) }
      return EvaluationFact(
        LocalizedText(en: "it has `\(word)`", de: "darin steht `\(word)`"), at: place)
    }
  }

  /// Where a word stands in a value; the value itself where it is written otherwise there.
  private static func find(_ word: String, in value: Location, from: inout Int) -> Location {
    let bytes = value.file.bytes
    let wanted = Array(word.utf8)
    var start = from
    while start + wanted.count <= value.range.end {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) {
        from = start + wanted.count
        return Location(value.file, ByteRange(start, from))
      }
      start += 1
    }
    return value
  }
}
