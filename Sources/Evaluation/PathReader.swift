import Diagnostics
import Model
import Semantics
import Values

/// A path made ready for reading: columns instead of names.
final class PathReader {
  /// What a path leads to from one element.
  enum Arrival {
    /// A row of the record that the steps reach.
    case row(Int)
    /// A reference, or a list, on the way that is not stated.
    case gap(CellPlace, Standing)
  }

  /// One step with the columns it needs.
  enum Hop {
    case reference(Leaf)
    case child(Leaf)
    case children(Leaf)
    case references(list: Leaf, entries: Leaf)
    /// With the field that refers to the element.
    case inverse(InverseRows, by: Leaf)
    case parent(Table)
    /// By place of the nested record: its list, and the field that orders it, if one does.
    case siblings(Table, lists: [(list: Leaf, order: Leaf?)], isEarlier: Bool)
    /// All elements of a record, and the state of their list.
    case all(Table, Standing)
    /// To the row of the previous version, by the plan's.
    case previous(VersionRows)

    /// Whether what lies behind belongs to another element.
    var leavesElement: Bool {
      switch self {
      case .child, .children: false
      case .reference, .references, .inverse, .parent, .siblings, .all, .previous: true
      }
    }
  }

  let path: Path
  /// The record that the steps reach, in its version.
  let record: Int
  /// The frame that it starts from; -1 for the document.
  let frame: Int
  let hops: [Hop]
  /// The field that it ends in; nil where it ends in elements.
  let leaf: Leaf?
  /// For lists of scalars whose members are meant: the entries of `leaf`.
  let entries: Leaf?
  /// The column of the members: the entries, else the field.
  let memberLeaf: Leaf?
  let isDirect: Bool
  let isThroughList: Bool
  /// The last hop that goes through a list; behind all where none does.
  private let lastMany: Int
  /// Whether what it reaches belongs to the element that is judged.
  let isOwn: Bool
  let startsOwn: Bool
  /// What is said of the value beside a finding that compares with it.
  private(set) lazy var comparison = LocalizedText(
    en: "compared with `\(path.text)`", de: "verglichen mit `\(path.text)`")

  /// - Parameters:
  ///   - frames: the records of the frames that the path may start from.
  ///   - judged: the frame of the element that is judged.
  ///   - isWhole: whether a list at the end is meant as a whole, although others lead to it.
  init(
    _ path: Path, frames: [Int], judged: Int, asWhole isWhole: Bool = false,
    in workspace: Workspace
  ) {
    self.path = path
    var record: Int
    switch path.start {
    case .frame(let frame):
      self.frame = frame
      record = frames[frame]
      // What the previous version says nobody can mend.
      startsOwn = frame >= judged && !workspace.isPrevious(record)
    case .plan:
      frame = -1
      record = workspace.plan.schema.root
      // An element of the previous version is judged by what the plan says of it.
      startsOwn =
        frames.count > judged
        && (frames[judged] == record || workspace.isPrevious(frames[judged]))
    }
    hops = path.steps.map { Self.hop($0, &record, workspace) }
    self.record = record
    leaf = path.field.map { [record] in workspace.leaf(record: record, field: $0) }
    if !isWhole, let field = path.field,
      case .scalars = workspace.plan.schema.records[record].fields[field].type
    {
      entries = workspace.leaf(record: record, field: field, entries: true)
    } else {
      entries = nil
    }
    memberLeaf = entries ?? leaf
    isThroughList = path.isThroughList
    lastMany = path.steps.lastIndex(where: \.isMany) ?? hops.count
    isDirect = hops.isEmpty && frame >= 0
    isOwn = startsOwn && !hops.contains(where: \.leavesElement)
  }

  /// The record of the elements of a path's last list.
  static func memberRecord(_ path: Path, frames: [Int], schema: Schema) -> Int {
    var record: Int
    switch path.start {
    case .frame(let frame): record = frames[frame]
    case .plan: record = schema.root
    }
    var member: Int?
    for step in path.steps {
      record = target(of: step, from: record, schema)
      if step.isMany { member = record }
    }
    return member ?? record
  }

  /// The record of what a path's steps lead to.
  static func reachedRecord(_ path: Path, frames: [Int], schema: Schema) -> Int {
    var record: Int
    switch path.start {
    case .frame(let frame): record = frames[frame]
    case .plan: record = schema.root
    }
    for step in path.steps { record = target(of: step, from: record, schema) }
    return record
  }

  private static func target(of step: Path.Step, from record: Int, _ schema: Schema) -> Int {
    if step == .previous { return schema.previous(record) }
    return schema.inVersion(of: record, declaredTarget(of: step, from: record, schema))
  }

  private static func declaredTarget(
    of step: Path.Step, from record: Int, _ schema: Schema
  ) -> Int {
    let fields = schema.records[record].fields
    switch step {
    case .reference(let field):
      if case .scalar(.reference(let target, _)) = fields[field].type { return target }
    case .child(let field):
      if case .record(let target) = fields[field].type { return target }
    case .children(let field):
      if case .records(let target, _) = fields[field].type { return target }
    case .references(let field):
      if case .scalars(.reference(let target, _), _) = fields[field].type { return target }
    case .inverse(let inverse): return schema.records[record].inverses[inverse].record
    case .parent: return schema.records[record].places.first?.record ?? schema.root
    case .all(let target): return target
    case .earlier, .later, .previous: break
    }
    return record
  }

  private static func hop(_ step: Path.Step, _ record: inout Int, _ workspace: Workspace) -> Hop {
    let from = record
    record = target(of: step, from: from, workspace.plan.schema)
    switch step {
    case .reference(let field): return .reference(workspace.leaf(record: from, field: field))
    case .child(let field): return .child(workspace.leaf(record: from, field: field))
    case .children(let field): return .children(workspace.leaf(record: from, field: field))
    case .references(let field):
      return .references(
        list: workspace.leaf(record: from, field: field),
        entries: workspace.leaf(record: from, field: field, entries: true))
    case .inverse(let inverse):
      let declared = workspace.plan.schema.records[from].inverses[inverse]
      return .inverse(
        workspace.inverse(record: from, inverse: inverse),
        by: workspace.leaf(record: declared.record, field: declared.field))
    case .parent: return .parent(workspace.plan.tables[from])
    case .earlier, .later: return siblings(of: from, isEarlier: step == .earlier, workspace)
    case .all:
      let state = Standing(workspace.plan.listStates[record].rawValue)
      return .all(workspace.plan.tables[record], state)
    case .previous: return .previous(workspace.versions(of: from))
    }
  }

  private static func siblings(of record: Int, isEarlier: Bool, _ workspace: Workspace) -> Hop {
    let lists = workspace.plan.schema.records[record].places.map { place in
      let list = workspace.leaf(record: place.record, field: place.field)
      return (list: list, order: workspace.order(of: list))
    }
    return .siblings(workspace.plan.tables[record], lists: lists, isEarlier: isEarlier)
  }

  // MARK: - Reading

  @inline(__always) func start(_ rows: Rows) -> Int {
    frame >= 0 ? Int(rows[frame]) : 0
  }

  /// Whether the path goes on from its element as it was in the previous version.
  var beginsBefore: Bool {
    if case .previous? = hops.first { return true }
    return false
  }

  /// Whether the previous version does not have the element that the path goes on from.
  func isNew(_ rows: Rows) -> Bool {
    guard case .previous(let versions)? = hops.first else { return false }
    return versions.before[start(rows)] < 0
  }

  /// Where a path without lists leads.
  func arrive(_ rows: Rows) -> Arrival {
    var row = start(rows)
    var own = startsOwn
    for hop in hops {
      switch hop {
      case .reference(let leaf):
        let standing = leaf.standing(row)
        let target = leaf.narrow![row]
        guard standing == .stated, target != Column.unknown else {
          // A name that stays text leads nowhere, but it is no gap of the element.
          let isOwn = own && standing != .stated
          let place = CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: isOwn)
          return .gap(place, standing.asGap)
        }
        row = Int(target)
        own = false
      case .child(let leaf):
        let standing = leaf.standing(row)
        guard standing == .stated, leaf.counts![row] > 0 else {
          let place = CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: own)
          return .gap(place, standing.asGap)
        }
        row = Int(leaf.starts![row])
      case .parent(let table):
        row = Int(table.parents[row])
        own = false
      case .previous(let versions):
        guard versions.before[row] >= 0 else { return .gap(.nowhere, .inapplicable) }
        row = Int(versions.before[row])
        own = false
      case .children, .references, .inverse, .siblings, .all:
        return .row(row)  // the checker lets no list into a single path
      }
    }
    return .row(row)
  }

  /// How far the value of a path without lists is known.
  func standing(_ rows: Rows) -> Standing {
    if isDirect, let leaf { return leaf.standing(Int(rows[frame])) }
    switch arrive(rows) {
    case .row(let row): return leaf?.standing(row) ?? .stated
    case .gap(_, let standing): return standing
    }
  }

  /// What a path without lists shows.
  func see(_ rows: Rows, _ workspace: Workspace) -> Sight {
    let row: Int
    if isDirect {
      row = Int(rows[frame])
    } else {
      switch arrive(rows) {
      case .row(let reached): row = reached
      case .gap(let place, let standing):
        return Sight(standing: standing, cell: place)
      }
    }
    guard let leaf else { return Sight(standing: .stated) }
    return workspace.sight(
      leaf, CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: isOwn))
  }

  /// What `forEach` tells of a list or reference on the way that leads nowhere: where, why, and
  /// behind the last list on the way the row of the list's element.
  typealias Gap = (_ cell: CellPlace, _ standing: Standing, _ row: Int?) -> Void

  /// Visits every member that the path leads to; a gap on the way is told once.
  ///
  /// `row` is the element of the last list on the way, for the frame of a `where`.
  func forEach(
    _ rows: Rows, gap: Gap, _ body: (_ cell: CellPlace, _ row: Int) -> Void
  ) {
    let start = start(rows)
    visit(start, start, 0, startsOwn, gap, body)
  }

  private func visit(
    _ row: Int, _ member: Int, _ depth: Int, _ own: Bool, _ gap: Gap,
    _ body: (CellPlace, Int) -> Void
  ) {
    guard depth < hops.count else { return land(row, member, own, gap, body) }
    func missing(_ leaf: Leaf, _ standing: Standing, isText: Bool = false) {
      // A name that stays text leads nowhere, but it is no gap of the element.
      let place = CellPlace(
        leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: own && !isText)
      gap(place, standing, depth > lastMany ? member : nil)
    }
    switch hops[depth] {
    case .reference(let leaf):
      let standing = leaf.standing(row)
      let target = leaf.narrow![row]
      guard standing == .stated, target != Column.unknown else {
        return missing(leaf, standing.asGap, isText: standing == .stated)
      }
      visit(Int(target), member, depth + 1, false, gap, body)
    case .child(let leaf):
      guard leaf.standing(row) == .stated, leaf.counts![row] > 0 else {
        return missing(leaf, leaf.standing(row).asGap)
      }
      visit(Int(leaf.starts![row]), member, depth + 1, own, gap, body)
    case .children(let leaf):
      guard leaf.standing(row) == .stated else { return missing(leaf, leaf.standing(row)) }
      let start = Int(leaf.starts![row])
      for child in start..<start + Int(leaf.counts![row]) {
        visit(child, child, depth + 1, own, gap, body)
      }
    case .references(let list, let entries):
      guard list.standing(row) == .stated else { return missing(list, list.standing(row)) }
      let start = Int(list.starts![row])
      for entry in start..<start + Int(list.counts![row]) {
        let target = entries.narrow![entry]
        if entries.standing(entry) == .stated, target != Column.unknown {
          visit(Int(target), Int(target), depth + 1, false, gap, body)
        } else {
          let standing = entries.standing(entry)
          let place = CellPlace(
            leaf: entries.id, row: Int32(row), index: Int32(entry),
            isOwn: own && standing != .stated)
          gap(place, standing.asGap, nil)
        }
      }
    case .inverse(let inverse, _):
      for index in inverse.range(row) {
        let source = Int(inverse.rows[index])
        visit(source, source, depth + 1, false, gap, body)
      }
    case .parent(let table):
      visit(Int(table.parents[row]), member, depth + 1, false, gap, body)
    case .siblings(let table, let lists, let isEarlier):
      for other in Self.siblings(of: row, table, lists, isEarlier) {
        visit(other, other, depth + 1, false, gap, body)
      }
    case .all(let table, let standing):
      guard standing == .stated else { return gap(.list(isOwn: own), standing, nil) }
      for other in 0..<table.count { visit(other, other, depth + 1, false, gap, body) }
    case .previous(let versions):
      guard versions.before[row] >= 0 else {
        return gap(.nowhere, .inapplicable, depth > lastMany ? member : nil)
      }
      visit(Int(versions.before[row]), member, depth + 1, false, gap, body)
    }
  }

  private func land(
    _ row: Int, _ member: Int, _ own: Bool, _ gap: Gap,
    _ body: (CellPlace, Int) -> Void
  ) {
    guard let leaf else {
      return body(CellPlace(leaf: -1, row: Int32(row), index: Int32(row), isOwn: own), member)
    }
    let place = CellPlace(leaf: leaf.id, row: Int32(row), index: Int32(row), isOwn: own)
    guard let entries else { return body(place, member) }
    guard leaf.standing(row) == .stated else {
      return gap(place, leaf.standing(row), isThroughList ? member : nil)
    }
    let start = Int(leaf.starts![row])
    for entry in start..<start + Int(leaf.counts![row]) {
      body(
        CellPlace(leaf: entries.id, row: Int32(row), index: Int32(entry), isOwn: own), member)
    }
  }

  /// The rows before or after an element in its list, nearest last or first as they are ordered.
  static func siblings(
    of row: Int, _ table: Table, _ lists: [(list: Leaf, order: Leaf?)], _ isEarlier: Bool
  ) -> [Int] {
    guard row < table.parents.count, Int(table.places[row]) < lists.count else { return [] }
    let (list, order) = lists[Int(table.places[row])]
    let parent = Int(table.parents[row])
    guard let starts = list.starts, let counts = list.counts else { return [] }
    let members = Int(starts[parent])..<Int(starts[parent]) + Int(counts[parent])
    guard let order else {
      return isEarlier ? Array(members.prefix { $0 < row }) : Array(members.drop { $0 <= row })
    }
    guard order.standing(row) == .stated else { return [] }
    return members.filter { other in
      guard other != row, order.standing(other) == .stated else { return false }
      return isEarlier ? order.isBefore(other, row) : order.isBefore(row, other)
    }
  }
}
