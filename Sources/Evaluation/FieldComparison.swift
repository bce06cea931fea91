import Diagnostics
import Model
import Semantics
import Values

/// Compares one field of an element in the two versions of a plan, by value.
///
/// Values are the effective ones. What is absent and what is empty say the same: nothing. Lists are
/// compared as sets, lists of elements with each as often as it stands, unless the schema says
/// `in order`; groups and elements field by field. What cannot be read, and dates of which one is
/// less precise than the other, may or may not be the same.
final class FieldComparison {
  let new: Leaf
  let old: Leaf
  private let workspace: Workspace
  private let content: Content

  private enum Content {
    case value
    case entries(new: Leaf, old: Leaf, isOrdered: Bool)
    case elements(ElementComparison, isOrdered: Bool)
    case members([FieldComparison])
  }

  init(_ new: Leaf, _ old: Leaf, _ workspace: Workspace) {
    self.new = new
    self.old = old
    self.workspace = workspace
    switch new.type {
    case .scalar: content = .value
    case .scalars(_, let isOrdered):
      content = .entries(
        new: workspace.leaf(record: new.record, field: new.field, entries: true),
        old: workspace.leaf(record: old.record, field: old.field, entries: true),
        isOrdered: isOrdered)
    case .records(let record, let order):
      content = .elements(
        ElementComparison(record, workspace), isOrdered: order == .asWritten)
    case .record(let record):
      content = .elements(ElementComparison(record, workspace), isOrdered: true)
    case .group:
      let members = workspace.plan.schema.records[new.record].fields[new.field].members
      content = .members(
        members.map {
          FieldComparison(
            workspace.leaf(record: new.record, field: $0),
            workspace.leaf(record: old.record, field: $0), workspace)
        })
    }
  }

  /// Whether neither of two fields says anything.
  static func saysNothing(_ left: Standing, _ right: Standing) -> Bool {
    (left == .absent || left == .empty) && (right == .absent || right == .empty)
  }

  /// Whether the field says the same of the element in a row and of the one that it was before.
  func isSame(_ row: Int, _ before: Int) -> Truth {
    // A group that cannot be read in part may still have changed in another.
    if case .members(let members) = content {
      return members.reduce(.yes) { $0.and($1.isSame(row, before)) }
    }
    let (now, former) = (new.standing(row), old.standing(before))
    if now == .malformed || former == .malformed { return .unknown }
    guard now == .stated, former == .stated else {
      return Truth(now == former || Self.saysNothing(now, former))
    }
    switch content {
    case .value: return isSame(new.sight(row, in: workspace), old.sight(before, in: workspace))
    case .members: return .yes
    case .entries(let new, let old, let isOrdered):
      return entriesAreSame(row, before, new, old, isOrdered)
    case .elements(let elements, let isOrdered):
      let (rows, formerRows) = (self.new.members(row), self.old.members(before))
      guard rows.count == formerRows.count else { return .no }
      return isOrdered
        ? sequence(rows, formerRows, elements.isSame)
        : bag(rows, formerRows, elements.isSame)
    }
  }

  // MARK: - Values

  private func isSame(_ now: Sight, _ before: Sight) -> Truth {
    if now.standing == .malformed || before.standing == .malformed { return .unknown }
    guard now.standing == .stated, before.standing == .stated else {
      return Truth(now.standing == before.standing)
    }
    switch (now.datum, before.datum) {
    case (.decimal(let a, let tag), .decimal(let b, let otherTag)):
      return Truth(a == b && (tag == otherTag || a.isZero))
    case (.interval(let a), .interval(let b)): return a.isSame(as: b)
    case (.index(Column.unknown), .index(Column.unknown)):
      guard let place = now.cell, let other = before.cell else { return .unknown }
      return Truth(workspace.isSame(workspace.textPlace(place), workspace.textPlace(other)))
    case (.index(let a), .index(let b)): return Truth(a == b)
    case (.text(let a), .text(let b)): return Truth(workspace.isSame(a, b))
    default: return .no
    }
  }

  private func entriesAreSame(
    _ row: Int, _ before: Int, _ newEntries: Leaf, _ oldEntries: Leaf, _ isOrdered: Bool
  ) -> Truth {
    let (entries, former) = (new.members(row), old.members(before))
    func same(_ entry: Int, _ other: Int) -> Truth {
      isSame(
        newEntries.sight(entry, of: row, in: workspace),
        oldEntries.sight(other, of: before, in: workspace))
    }
    if isOrdered {
      return entries.count == former.count ? sequence(entries, former, same) : .no
    }
    return set(entries, former, same).and(set(former, entries) { same($1, $0) })
  }

  // MARK: - Lists

  private func sequence(
    _ left: Range<Int>, _ right: Range<Int>, _ same: (Int, Int) -> Truth
  ) -> Truth {
    zip(left, right).reduce(.yes) { $0 == .no ? .no : $0.and(same($1.0, $1.1)) }
  }

  /// Whether each member of one list stands in the other.
  private func set(
    _ left: Range<Int>, _ right: Range<Int>, _ same: (Int, Int) -> Truth
  ) -> Truth {
    var result = Truth.yes
    for member in left {
      var best = Truth.no
      for other in right where best != .yes {
        let found = same(member, other)
        if found != .no { best = found }
      }
      if best == .no { return .no }
      result = result.and(best)
    }
    return result
  }

  /// Whether two lists of one length hold the same, each as often.
  private func bag(
    _ left: Range<Int>, _ right: Range<Int>, _ same: (Int, Int) -> Truth
  ) -> Truth {
    if matches(left, right, { same($0, $1) == .yes }) { return .yes }
    return matches(left, right) { same($0, $1) != .no } ? .unknown : .no
  }

  /// Whether each member of a list can be given one of its own in another: where all that suit it
  /// are given away, one of their owners may take another (Kuhn's augmenting paths).
  private func matches(
    _ left: Range<Int>, _ right: Range<Int>, _ suit: (Int, Int) -> Bool
  ) -> Bool {
    let suitable = left.map { member in right.filter { suit(member, $0) } }
    var owners: [Int: Int] = [:]
    func give(to member: Int, _ asked: inout Set<Int>) -> Bool {
      for other in suitable[member] where asked.insert(other).inserted {
        guard let owner = owners[other], !give(to: owner, &asked) else {
          owners[other] = member
          return true
        }
      }
      return false
    }
    return suitable.indices.allSatisfy { member in
      var asked: Set<Int> = []
      return give(to: member, &asked)
    }
  }
}

/// Compares elements of one nested record, all fields of theirs.
final class ElementComparison {
  private let record: Int
  private let workspace: Workspace
  /// Made when first asked for: a record may nest itself.
  private lazy var fields: [FieldComparison] = makeFields()

  init(_ record: Int, _ workspace: Workspace) {
    self.record = workspace.plan.schema.current(record)
    self.workspace = workspace
  }

  private func makeFields() -> [FieldComparison] {
    let schema = workspace.plan.schema
    return schema.records[record].topFields.map {
      FieldComparison(
        workspace.leaf(record: record, field: $0),
        workspace.leaf(record: schema.previous(record), field: $0), workspace)
    }
  }

  func isSame(_ row: Int, _ before: Int) -> Truth {
    fields.reduce(.yes) { $0 == .no ? .no : $0.and($1.isSame(row, before)) }
  }
}

// MARK: - What differs, and how it is shown

extension FieldComparison {
  /// Whether the field holds elements.
  var isOfElements: Bool {
    if case .elements = content { return true }
    return false
  }

  /// For a group: the first field in it that is not the same; nil for every other field.
  func differingMember(_ row: Int, _ before: Int) -> FieldComparison? {
    guard case .members(let members) = content else { return nil }
    for member in members where member.isSame(row, before) == .no {
      return member.differingMember(row, before) ?? member
    }
    return nil
  }

  /// The first value that cannot be read, in the new version before the old one.
  func unreadable(_ row: Int, _ before: Int) -> Sight? {
    if new.standing(row) == .malformed { return new.sight(row) }
    if old.standing(before) == .malformed { return old.sight(before) }
    switch content {
    case .members(let members):
      return members.lazy.compactMap { $0.unreadable(row, before) }.first
    case .entries(let entries, let former, _):
      let unread = new.members(row).first { entries.standing($0) == .malformed }
      if let unread { return entries.sight(unread, of: row, in: workspace) }
      return old.members(before).first { former.standing($0) == .malformed }
        .map { former.sight($0, of: before, in: workspace) }
    case .value, .elements: return nil
    }
  }

  /// What the field says in one of the versions.
  func shown(_ row: Int, isPrevious: Bool, _ language: Language) -> String {
    let leaf = isPrevious ? old : new
    let standing = leaf.standing(row)
    guard standing == .stated else {
      return workspace.show(Sight(standing: standing), .text, in: language)
    }
    switch content {
    case .value: return shown(leaf.sight(row, in: workspace), leaf, language)
    case .members: return language.pick("stated", "angegeben")
    case .elements:
      let count = leaf.members(row).count
      return language.pick(
        "\(count) \(count == 1 ? "entry" : "entries")",
        "\(count) \(count == 1 ? "Eintrag" : "Einträge")")
    case .entries(let new, let old, _):
      let entries = leaf.members(row)
      let texts = entries.prefix(5).map {
        shown(
          (isPrevious ? old : new).sight($0, of: row, in: workspace), isPrevious ? old : new,
          language)
      }
      return texts.joined(separator: ", ") + (entries.count > texts.count ? " …" : "")
    }
  }

  private func shown(_ sight: Sight, _ leaf: Leaf, _ language: Language) -> String {
    guard let scalar = leaf.scalar else { return "" }
    return workspace.show(sight, OperandType(scalar), in: language)
  }
}

extension Leaf {
  /// The rows of nested records, or the places of the entries, of a list's row.
  func members(_ row: Int) -> Range<Int> {
    guard let starts, let counts else { return 0..<0 }
    return Int(starts[row])..<Int(starts[row]) + Int(counts[row])
  }

  /// A row without its value: how far it is known.
  func sight(_ row: Int) -> Sight { Sight(standing: standing(row), cell: place(row, row)) }

  func sight(_ row: Int, in workspace: Workspace) -> Sight {
    workspace.sight(self, place(row, row))
  }

  /// For the column of entries: one entry of a row.
  func sight(_ entry: Int, of row: Int, in workspace: Workspace) -> Sight {
    workspace.sight(self, place(row, entry))
  }

  private func place(_ row: Int, _ index: Int) -> CellPlace {
    CellPlace(leaf: id, row: Int32(row), index: Int32(index), isOwn: !isPrevious)
  }
}
