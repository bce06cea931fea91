import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText
import Values

/// What was read of an operand.
extension StepMaker {
  func facts(of reader: OperandReader, _ operand: Operand) -> [EvaluationFact] {
    switch (reader, operand) {
    case (let reader as PathOperand, _): return facts(of: reader.path, operand)
    case (let reader as ListOperand, _):
      guard reader.see(rows).standing == .stated else { return facts(of: reader.path, operand) }
      return followed(reader.path) + contents(of: reader)
    case (let reader as MatchesOperand, _):
      return facts(of: reader.path, nil) + [parts(of: reader, operand)]
    case (let reader as AggregateOperand, .aggregate(let aggregate)):
      return [fact(of: operand, reader.see(rows))] + members(of: reader, aggregate)
    case (let reader as ArithmeticOperand, .arithmetic(_, let left, let right, _)):
      return [fact(of: operand, reader.see(rows))] + parts(reader.left, left)
        + (reader.duration == nil ? parts(reader.right, right) : [])
    default: return [fact(of: operand, reader.see(rows))]
    }
  }

  /// The sides of a computed value; what stands in the rule says itself.
  private func parts(_ reader: OperandReader, _ operand: Operand) -> [EvaluationFact] {
    switch operand {
    case .literal, .setting: []
    case .path, .today, .aggregate, .matches, .state, .arithmetic: facts(of: reader, operand)
    }
  }

  /// "the sum of `parts.amount` is 12".
  private func fact(of operand: Operand, _ sight: Sight) -> EvaluationFact {
    EvaluationFact(
      LocalizedText {
        let value = workspace.show(sight, operand.type, in: $0)
        return workspace.name(operand, in: $0) + $0.pick(" is ", " ist ") + value
      }, at: place(of: sight))
  }

  /// What was found in a text: "`date in time-frame` is `June 2027`".
  private func parts(of matches: MatchesOperand, _ operand: Operand) -> EvaluationFact {
    let sight = matches.see(rows)
    guard sight.standing == .stated || matches.findsNothing(rows) else {
      return fact(of: operand, sight)
    }
    let found = matches.matches(rows).map { "`\(Workspace.shortened($0.text))`" }
    let shown = found.prefix(Self.shownMembers).joined(separator: ", ")
    let all = shown + (found.count > Self.shownMembers ? " … (\(found.count))" : "")
    return EvaluationFact(
      LocalizedText {
        let predicate =
          found.isEmpty ? LineNode.noEntries($0) : $0.pick("holds \(all)", "enthält \(all)")
        return "\(workspace.name(operand, in: $0)) \(predicate)"
      }, at: place(of: sight))
  }

  func place(of sight: Sight) -> Location? { sight.cell.flatMap(place) }

  /// Where a cell's value, or its blank key, stands; nil for what is absent.
  func place(of cell: CellPlace) -> Location? {
    guard cell.leaf >= 0 else { return nil }
    let leaf = workspace.leaves[Int(cell.leaf)]
    guard leaf.isEntries || leaf.standing(Int(cell.row)) != .absent else { return nil }
    return workspace.place(cell)
  }

  // MARK: - Paths

  /// What a path without lists shows, with the references on the way to it.
  ///
  /// - Parameter operand: how the value is named; nil: by the path.
  func facts(of path: PathReader, _ operand: Operand?) -> [EvaluationFact] {
    guard !path.isThroughList else {
      return [EvaluationFact(LocalizedText { listSentence(path, $0) })]
    }
    let sight = path.see(rows, workspace)
    if let cell = sight.cell, isOnTheWay(cell, to: path) {
      return followed(path) + [fact(ofGap: cell, sight.standing, path.path.text)]
    }
    if let unread = unread(sight, path) { return followed(path) + unread }
    let isGroup = sight.standing == .stated && path.path.type == .group
    let text = LocalizedText { language in
      let name = operand.map { workspace.name($0, in: language) } ?? "`\(path.path.text)`"
      let value =
        isGroup
        ? language.pick("stated", "angegeben")
        : workspace.show(sight, path.path.type, in: language)
      return name + language.pick(" is ", " ist ") + value + remarks(sight, path, language)
    }
    return followed(path) + [EvaluationFact(text, at: place(of: sight))]
  }

  /// A value that cannot be read: what is written there, and for a reference what it could name.
  private func unread(_ sight: Sight, _ path: PathReader) -> [EvaluationFact]? {
    guard sight.standing == .malformed, let cell = sight.cell,
      let text = workspace.plan.text(workspace.reference(cell))
    else { return nil }
    let written = "`\(Workspace.shortened(text))`"
    let place = place(of: cell)
    guard case .reference(let record) = path.path.type else {
      return [
        EvaluationFact(
          LocalizedText {
            let state = workspace.show(sight, path.path.type, in: $0)
            return name(of: cell, $0) + $0.pick(" is ", " ist ") + "\(state): \(written)"
          }, at: place)
      ]
    }
    return [
      EvaluationFact(
        LocalizedText { name(of: cell, $0) + $0.pick(" is ", " ist ") + written }, at: place)
    ] + held(by: record, without: text)
  }

  /// Whether the cell holds a reference, or an element, that the path would go on from.
  private func isOnTheWay(_ cell: CellPlace, to path: PathReader) -> Bool {
    guard cell.leaf >= 0, let leaf = path.leaf else { return cell.leaf >= 0 }
    return workspace.leaves[Int(cell.leaf)] !== leaf
  }

  /// The references that lead to another element: "`area` is `A1` (Sports)".
  private func followed(_ path: PathReader) -> [EvaluationFact] {
    path.followedReferences(rows).map { leaf, row in
      let cell = CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: false)
      let sight = workspace.sight(leaf, cell)
      let type = leaf.scalar.map { OperandType($0) } ?? .text
      return EvaluationFact(
        LocalizedText {
          let value = workspace.show(sight, type, in: $0)
          return name(of: cell, $0) + $0.pick(" is ", " ist ") + value
            + targetName(sight, type, $0) + origin(of: cell, $0)
        }, at: place(of: cell))
    }
  }

  /// Behind a value: what it refers to, how its date counts, where it is inherited from, why it is
  /// open.
  private func remarks(_ sight: Sight, _ path: PathReader, _ language: Language) -> String {
    guard let cell = sight.cell else { return "" }
    switch sight.standing {
    case .stated:
      return targetName(sight, path.path.type, language) + written(sight, language)
        + origin(of: cell, language)
    case .open, .inapplicable:
      return workspace.declared(workspace.reference(cell), language) + origin(of: cell, language)
    case .empty, .absent, .malformed, .unclear: return ""
    }
  }

  /// " (Sports committee)": the name of the element that a reference leads to.
  private func targetName(_ sight: Sight, _ type: OperandType, _ language: Language) -> String {
    guard case .index(let row) = sight.datum else { return "" }
    switch type {
    case .reference(let record), .record(let record):
      guard let field = workspace.plan.schema.records[record].nameField,
        Int(row) < workspace.plan.tables[record].count
      else { return "" }
      let cell = CellReference(record: record, row: Int(row), field: field)
      guard workspace.plan.state(cell) == .stated, let name = workspace.plan.text(cell) else {
        return ""
      }
      return " (\(Workspace.shortened(name)))"
    default: return ""
    }
  }

  /// ", written 2027": a date that the schema reads more precisely than it stands in the plan.
  private func written(_ sight: Sight, _ language: Language) -> String {
    guard case .interval(let interval) = sight.datum, let cell = sight.cell,
      let date = try? CalendarDate.read(workspace.text(workspace.textPlace(cell))).get(),
      date.interval != interval
    else { return "" }
    let text = date.formatted(language)
    return language.pick(" (written: \(text))", " (dort steht: \(text))")
  }

  /// ", from `owner` of field of action A1": where an inherited value is stated.
  private func origin(of cell: CellPlace, _ language: Language) -> String {
    let own = workspace.reference(cell)
    guard workspace.plan.isInherited(own) else { return "" }
    let name = name(of: workspace.plan.source(of: own), language)
    return language.pick(", from \(name)", ", übernommen: \(name)")
  }

  private func name(of cell: CellPlace, _ language: Language) -> String {
    name(of: workspace.reference(cell), language)
  }

  /// "`owner`", and of another element "`owner` of measure M2".
  private func name(of cell: CellReference, _ language: Language) -> String {
    let path = "`\(workspace.plan.path(cell))`"
    guard !isOwn(cell.record, cell.row) else { return path }
    let label = workspace.plan.label(record: cell.record, row: cell.row)[language]
    return language.pick("\(path) of \(label)", "\(path) von \(label)")
  }

  /// "`area` is not stated": what a path leads through.
  func fact(ofGap cell: CellPlace, _ standing: Standing, _ path: String) -> EvaluationFact {
    guard cell.leaf >= 0 else {
      return EvaluationFact(
        LocalizedText {
          let state = workspace.show(Sight(standing: standing), .text, in: $0)
          return $0.pick("`\(path)` is \(state)", "`\(path)` ist \(state)")
        })
    }
    let isText =
      standing == .malformed
      && workspace.leaves[Int(cell.leaf)].standing(Int(cell.index)) == .stated
    return EvaluationFact(
      LocalizedText { language in
        let state =
          isText
          ? language.pick("a text that names no element", "ein Text, der kein Element nennt")
          : workspace.show(Sight(standing: standing), .text, in: language)
        let why = workspace.declared(workspace.reference(cell), language)
        return name(of: cell, language) + language.pick(" is ", " ist ") + state + why
      }, at: place(of: cell))
  }

  // MARK: - Lists

  /// What a list as a whole holds.
  func contents(of operand: OperandReader) -> [EvaluationFact] {
    guard let list = operand as? ListOperand, list.see(rows).standing == .stated else { return [] }
    let place = place(of: list.see(rows))
    guard list.path.leaf != nil, list.path.entries == nil, let count = list.count(rows) else {
      return [EvaluationFact(LocalizedText { listSentence(list.path, $0) }, at: place)]
    }
    return [
      EvaluationFact(
        LocalizedText { language in
          let size = "\(count) \(PhraseSyntax.Unit.entries.name(language, isOne: count == 1))"
          return "`\(list.path.path.text)`" + language.pick(" has ", " hat ") + size
        }, at: place)
    ]
  }

  /// "`goals` holds `Z1`, `Z2`", the first of them with the number of all.
  func listSentence(_ path: PathReader, _ language: Language) -> String {
    let name = "`\(path.path.text)`"
    var values: [String] = []
    var seen: Set<String> = []
    var unstated = 0
    var gap: String?
    path.forEach(
      rows,
      gap: { cell, standing, _ in
        if gap == nil { gap = fact(ofGap: cell, standing, path.path.text).text[language] }
      }
    ) { cell, _ in
      guard let value = value(of: cell, path, language) else { return unstated += 1 }
      if cell.leaf < 0 || seen.insert(value).inserted { values.append(value) }
    }
    var parts: [String] = []
    if !values.isEmpty {
      let all =
        values.prefix(Self.shownMembers).joined(separator: ", ")
        + (values.count > Self.shownMembers ? " … (\(values.count))" : "")
      parts.append(language.pick("\(name) holds \(all)", "\(name) enthält \(all)"))
    } else if unstated > 0 {
      parts.append(language.pick("no \(name) is stated", "\(name) ist nirgends angegeben"))
    }
    if unstated > 0, !values.isEmpty {
      parts.append(language.pick("\(unstated) not stated", "\(unstated) ohne Angabe"))
    }
    if let gap { parts.append(gap) }
    guard !parts.isEmpty else {
      return language.pick("there is nothing in \(name)", "in \(name) steht nichts")
    }
    return parts.joined(separator: "; ")
  }

  /// A member as it is read, or what stands there where it cannot be; nil without either.
  private func value(of cell: CellPlace, _ path: PathReader, _ language: Language) -> String? {
    guard cell.leaf >= 0 else {
      return workspace.plan.label(record: path.record, row: Int(cell.row))[language]
    }
    var type = path.path.type
    if case .list(let member) = type { type = member }
    let leaf = workspace.leaves[Int(cell.leaf)]
    let sight = workspace.sight(leaf, cell)
    switch sight.standing {
    case .stated, .unclear: return workspace.show(sight, type, in: language)
    case .malformed:
      let text = workspace.text(workspace.textPlace(leaf, cell))
      return text.isEmpty
        ? workspace.show(sight, type, in: language) : "`\(Workspace.shortened(text))`"
    case .open, .inapplicable, .empty, .absent: return nil
    }
  }

  // MARK: - Aggregates

  /// The members of an aggregate that count, those that are missing, and how many do not count.
  private func members(
    of aggregate: AggregateOperand, _ typed: Aggregate
  ) -> [EvaluationFact] {
    var counted: [EvaluationFact] = []
    var missing: [EvaluationFact] = []
    var passedOver = 0
    let path = aggregate.path
    func take(_ cell: CellPlace, _ row: Int) {
      guard let filter = aggregate.filter else { return counted.append(member(cell, path, typed)) }
      rows[aggregate.filterFrame] = Int32(row)
      switch filter.verdict(rows) {
      case .yes: counted.append(member(cell, path, typed))
      case .no, .inapplicable: passedOver += 1
      case .unknown: missing.append(doubtful(cell, filter))
      }
    }
    path.forEach(
      rows,
      gap: { cell, standing, _ in missing.append(fact(ofGap: cell, standing, path.path.text)) }
    ) { cell, row in take(cell, row) }
    return Self.bounded(counted) + Self.bounded(missing) + Self.others(passedOver)
  }

  private func member(
    _ cell: CellPlace, _ path: PathReader, _ typed: Aggregate
  ) -> EvaluationFact {
    guard cell.leaf >= 0 else {
      let label = workspace.plan.label(record: path.record, row: Int(cell.row))
      return EvaluationFact(label)
    }
    let leaf = workspace.leaves[Int(cell.leaf)]
    let sight = workspace.sight(leaf, cell)
    let reference = workspace.reference(cell)
    return EvaluationFact(
      LocalizedText { language in
        let value =
          self.value(of: cell, path, language) ?? workspace.show(sight, .text, in: language)
        let isNought =
          typed.missingAsZero && (sight.standing == .absent || sight.standing == .empty)
        return name(of: reference, language) + language.pick(" is ", " ist ") + value
          + (isNought ? language.pick(", counts as 0", ", zählt als 0") : "")
      }, at: place(of: cell))
  }

  /// A member of which nobody knows whether it counts.
  private func doubtful(_ cell: CellPlace, _ filter: ConditionNode) -> EvaluationFact {
    let gap = filter.gap(rows)
    if let judged = gap, let missing = judged.gap {
      return fact(ofGap: missing, judged.standing, "")
    }
    return EvaluationFact(
      LocalizedText(
        en: "of one nobody can tell whether it counts",
        de: "von einem lässt sich nicht sagen, ob es zählt"), at: place(of: cell))
  }

  private static func bounded(_ facts: [EvaluationFact]) -> [EvaluationFact] {
    guard facts.count > shownMembers else { return facts }
    let rest = facts.count - shownMembers
    return facts.prefix(shownMembers)
      + [EvaluationFact(LocalizedText(en: "and \(rest) more", de: "und \(rest) weitere"))]
  }

  /// How many members a condition leaves out.
  static func others(_ count: Int) -> [EvaluationFact] {
    guard count > 0 else { return [] }
    return [EvaluationFact(LocalizedText(en: "left out: \(count)", de: "ausgelassen: \(count)"))]
  }
}
