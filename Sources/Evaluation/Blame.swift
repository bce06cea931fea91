import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText
import YAMLSyntax

/// Where a finding points.
struct Blame {
  var location: Location
  /// The path of the field at fault.
  var field: String?
  var related: [RelatedPlace] = []
}

extension ValueProblem {
  /// The place at fault, the field, and the other places that help to understand it.
  func blame() -> Blame {
    withRows { rows in
      var found: Blame
      switch reason.cause {
      case .block(let block): found = blame(block, rows)
      case .line(let line, let judged):
        found = blame(line, judged, rows)
        if reason.isCondition { found.related.insert(workspace.condition(line), at: 0) }
      }
      if workspace.plan.isPrevious(found.location) {
        found.related.insert(workspace.inPrevious(found.location), at: 0)
        found.location = home
      } else if let gap = reason.gap, workspace.isPrevious(gap) {
        found.related.append(workspace.inPrevious(workspace.place(gap)))
      }
      return found
    }
  }

  /// Where the plan itself is pointed at: its element, or the list that an element of the previous
  /// version is missing from.
  private var home: Location {
    let plan = workspace.plan
    let record = typedRule.scope.record
    guard plan.schema.isPrevious(record) else { return point }
    let row = Int(rows[typedRule.scope.frames.count - 1])
    if let (around, field) = plan.parent(record: record, row: row) {
      let current = plan.schema.current(around.record)
      let row = Int(workspace.versions(of: current).after[around.row])
      return plan.blame(listAt: CellReference(record: current, row: row, field: field))
    }
    return plan.listKeys[plan.schema.current(record)]
      ?? plan.point(record: plan.schema.root, row: 0)
  }

  /// The element that was judged.
  private var point: Location {
    let scope = typedRule.scope
    return workspace.plan.point(
      record: scope.record, row: Int(rows[scope.frames.count - 1]))
  }

  private func blame(_ line: LineNode, _ judged: Judged, _ rows: Rows) -> Blame {
    if let set = reason.set(rows) { return blame(set, of: line) }
    if reason.outcome == .undetermined, let partial = partial(line, rows) { return partial }
    switch line.subject {
    case .one(let operand):
      var blame = operand.blame(rows, workspace) ?? Blame(location: point, field: line.fieldPath)
      blame.related += comparedPlaces(line, rows)
      return blame
    case .many(let path, let quantifier):
      return blame(path, quantifier, judged, line, rows)
    case .matches(let matches, _):
      var blame = matches.blame(rows, workspace) ?? Blame(location: point, field: line.fieldPath)
      blame.related += comparedPlaces(line, rows)
      return blame
    }
  }

  /// The members of a list that are at fault; the list where none of them is.
  private func blame(
    _ path: PathReader, _ quantifier: SubjectSyntax.Quantifier, _ judged: Judged, _ line: LineNode,
    _ rows: Rows
  ) -> Blame {
    var found: [CellPlace] = []
    if quantifier != .atLeastOne {
      let wanted: Outcome = quantifier == .no ? .met : judged.outcome
      line.forEachMember(path, rows, gap: { _, _ in }) { cell, member in
        guard member.outcome == wanted, cell.leaf >= 0, !found.contains(cell) else { return }
        found.append(cell)
      }
    }
    guard let first = found.first else {
      return path.listBlame(rows, workspace) ?? Blame(location: point, field: line.fieldPath)
    }
    let likewise = found.dropFirst().prefix(5).map {
      RelatedPlace(workspace.place($0), LocalizedText(en: "likewise here", de: "ebenso hier"))
    }
    return Blame(
      location: workspace.place(first), field: workspace.plan.path(workspace.reference(first)),
      related: likewise + comparedPlaces(line, rows))
  }

  /// An aggregate that lacks members: its list, and where they are missing.
  private func partial(_ line: LineNode, _ rows: Rows) -> Blame? {
    for aggregate in line.aggregates {
      let missing = aggregate.missing(rows)
      guard !missing.isEmpty else { continue }
      var blame =
        aggregate.path.listBlame(rows, workspace) ?? Blame(location: point, field: nil)
      blame.field = aggregate.path.path.text
      blame.related = missing.prefix(5).map {
        RelatedPlace(
          workspace.plan.blame(gapAt: workspace.reference($0)),
          LocalizedText(en: "not stated here", de: "hier nicht angegeben"))
      }
      return blame
    }
    return nil
  }

  private func comparedPlaces(_ line: LineNode, _ rows: Rows) -> [RelatedPlace] {
    (line.test?.paths ?? []).compactMap { path in
      guard !path.isThroughList, let cell = path.see(rows, workspace).cell,
        workspace.leaves[Int(cell.leaf)].standing(Int(cell.index)) == .stated
      else { return nil }
      return RelatedPlace(workspace.place(cell), path.comparison)
    }
  }

  /// Duplicates are told at the second place, a cycle where it begins.
  private func blame(_ set: ElementSet, of line: LineNode) -> Blame {
    let plan = workspace.plan
    var cells = set.cells
    let chosen = cells.remove(at: line.test is UniqueTest && cells.count > 1 ? 1 : 0)
    return Blame(
      location: plan.blame(valueAt: chosen), field: plan.path(chosen),
      related: cells.prefix(20).map {
        RelatedPlace(
          plan.blame(valueAt: $0), plan.label(record: $0.record, row: $0.row, .titled))
      })
  }

  // MARK: - Blocks

  /// The alternatives that decided: those that hold and may not, or else the first one.
  private func blame(_ block: BlockCondition, _ rows: Rows) -> Blame {
    let wanted: Verdict =
      switch (reason.outcome, block.kind) {
      case (.undetermined, _): .unknown
      case (_, .none): .yes
      case (_, .exactlyOne):
        block.parts.count { $0.verdict(rows) == .yes } > 1
          ? .yes : block.verdict(rows) == .unknown ? .unknown : .no
      case (_, .any), (_, .all): .no
      }
    func lines(_ verdict: Verdict) -> [LineNode] {
      block.parts.filter { $0.verdict(rows) == verdict }.flatMap(\.lines)
        .filter { $0.judge(rows).verdict == verdict }
    }
    let decided = lines(wanted)
    let deciding = decided.isEmpty ? lines(.unknown) : decided
    guard let first = deciding.first ?? block.lines.first else { return Blame(location: point) }
    var blame = first.alternativeBlame(rows) ?? Blame(location: point, field: first.fieldPath)
    guard wanted == .yes else { return blame }
    blame.related += deciding.dropFirst().compactMap { line in
      line.alternativeBlame(rows).map {
        RelatedPlace($0.location, LocalizedText(en: "this holds, too", de: "auch dies trifft zu"))
      }
    }
    return blame
  }
}

extension LineNode {
  /// Where an alternative's subject stands; where it is missed, if it is not stated.
  fileprivate func alternativeBlame(_ rows: Rows) -> Blame? {
    switch subject {
    case .one(let operand): operand.blame(rows, workspace)
    case .many(let path, _): path.listBlame(rows, workspace)
    case .matches(let matches, _): matches.blame(rows, workspace)
    }
  }

  /// The subject's path as the rule writes it.
  var fieldPath: String? {
    switch typed.subject {
    case .path(let path), .state(let path), .matches(_, let path): path.text
    case .aggregate(let aggregate): aggregate.path?.text
    case .literal, .setting, .today, .arithmetic: nil
    }
  }
}

// MARK: - Operands and paths

extension OperandReader {
  /// The subject's value, the key of its list, or where it is missed.
  fileprivate func blame(_ rows: Rows, _ workspace: Workspace) -> Blame? {
    guard let path = paths.first else { return nil }
    let isWhole = self is AggregateOperand || self is CountOperand
    if !isWhole, !path.isThroughList, let cell = see(rows).cell {
      return Blame(
        location: workspace.place(cell), field: workspace.plan.path(workspace.reference(cell)))
    }
    return path.listBlame(rows, workspace)
  }
}

extension AggregateOperand {
  /// The members, or lists, without a value.
  fileprivate func missing(_ rows: Rows) -> [CellPlace] {
    let tally = tally(rows)
    guard tally.unstated > 0 || tally.gap != nil else { return [] }
    var found = tally.missingCells
    path.forEach(
      rows,
      gap: { cell, standing, _ in if cell.leaf >= 0, standing != .empty { found.append(cell) } }
    ) { cell, _ in
      guard cell.leaf >= 0, found.count < 8 else { return }
      let standing = workspace.leaves[Int(cell.leaf)].standing(Int(cell.index))
      if standing != .stated, standing != .inapplicable { found.append(cell) }
    }
    var seen: Set<CellPlace> = []
    return found.filter { seen.insert($0).inserted }
  }
}

extension PathReader {
  /// The key of the list that the path goes through first, or where the list is missed.
  fileprivate func listBlame(_ rows: Rows, _ workspace: Workspace) -> Blame? {
    let row = start(rows)
    let record = frame >= 0 ? nil : workspace.plan.schema.root
    switch hops.first {
    case .children(let leaf), .references(let leaf, _), .reference(let leaf), .child(let leaf):
      let cell = CellReference(record: leaf.record, row: row, field: leaf.field)
      return Blame(location: workspace.plan.blame(listAt: cell), field: path.text)
    case .all(let table, _):
      let key =
        workspace.plan.listKeys[table.record]
        ?? workspace.plan.point(record: workspace.plan.schema.root, row: 0)
      return Blame(location: key, field: path.text)
    case .inverse, .parent, .siblings, .previous: return nil
    case nil:
      guard let leaf, record == nil || record == leaf.record else { return nil }
      let cell = CellReference(record: leaf.record, row: row, field: leaf.field)
      return Blame(location: workspace.plan.blame(listAt: cell), field: path.text)
    }
  }
}

extension Reason {
  /// The cell that the line waits for, if it waits for one.
  fileprivate var gap: CellPlace? {
    if case .line(_, let judged) = cause { return judged.gap }
    return nil
  }
}

extension Workspace {
  /// A place in the previous version, beside a finding in the plan.
  fileprivate func inPrevious(_ location: Location) -> RelatedPlace {
    RelatedPlace(
      location, LocalizedText(en: "in the previous version", de: "in der vorigen Fassung"))
  }

  /// Where a cell's value stands: an entry of a list, the key of a list, a value, or where it is
  /// missed.
  func place(_ cell: CellPlace) -> Location {
    let leaf = leaves[Int(cell.leaf)]
    let reference = reference(cell)
    if leaf.isEntries, let entry = plan.entries(reference).first(where: { $0.index == cell.index })
    {
      return plan.location(entry)
    }
    return leaf.isList ? plan.blame(listAt: reference) : plan.blame(valueAt: reference)
  }
}

extension Plan {
  func path(_ cell: CellReference) -> String {
    schema.records[cell.record].fields[cell.field].path
  }

  /// Where an element is pointed at; the document itself at the key of its name, else at its
  /// first key.
  func point(record: Int, row: Int) -> Location {
    if schema.isRoot(record), tables[record].count > 0, let name = schema.records[record].nameField,
      let key = keyLocation(of: CellReference(record: record, row: row, field: name))
    {
      return key
    }
    guard schema.isRoot(record), let tree = mainTree(ofRoot: record), let root = tree.root,
      tree.kind(root) == .mapping, let first = tree.firstChild(root)
    else { return anchor(record: record, row: row) }
    return Location(tree.file, tree.keySpan(first))
  }

  /// Where a value stands; for a cell without one, where it is missed.
  func blame(valueAt cell: CellReference) -> Location {
    state(cell) == .absent ? blame(gapAt: cell) : location(of: cell)
  }

  /// The key of a list; where it is missed if there is none.
  func blame(listAt cell: CellReference) -> Location {
    state(cell) == .absent ? blame(gapAt: cell) : keyLocation(of: cell) ?? location(of: cell)
  }

  /// Where a missing value is told: the key without a value, the key of the group that should
  /// hold it, or the element's id.
  func blame(gapAt cell: CellReference) -> Location {
    if state(cell) != .absent { return keyLocation(of: cell) ?? location(of: cell) }
    return groupKey(of: cell) ?? point(record: cell.record, row: cell.row)
  }

  /// The key of the group around a field, where the plan has that group.
  func groupKey(of cell: CellReference) -> Location? {
    var group = schema.records[cell.record].fields[cell.field].group
    while let field = group {
      let reference = CellReference(record: cell.record, row: cell.row, field: field)
      let column = tables[cell.record].columns[field]
      if column.nodes[cell.row] != 0, let key = keyLocation(of: reference) { return key }
      group = schema.records[cell.record].fields[field].group
    }
    return nil
  }
}
