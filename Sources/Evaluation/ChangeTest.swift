import Diagnostics
import Model
import RuleSyntax
import Semantics
import Values

/// `has changed`: compares what a field says in the two versions of a plan.
final class ChangeTest: PhraseTest {
  enum Comparison {
    /// The previous version does not have the element.
    case isNew
    case same, changed
    /// With the value that cannot be read; nil where both can, and are not precise enough.
    case unknown(Sight?)
  }
  /// Where a path leads in one version: to a row, or not so far.
  private enum End {
    case row(Int)
    case gap(Sight)
  }

  let path: PathReader
  let previous: PathReader
  let fields: FieldComparison?

  init(_ path: PathReader, _ previous: PathReader, _ workspace: Workspace) {
    self.path = path
    self.previous = previous
    if let new = path.leaf, let old = previous.leaf {
      fields = FieldComparison(new, old, workspace)
    } else {
      fields = nil
    }
    super.init(workspace)
  }

  override var paths: [PathReader] { [previous] }

  func compare(_ rows: Rows) -> Comparison {
    let old = Self.end(previous.arrive(rows))
    if case .gap(let sight) = old, sight.isOfNewElement { return .isNew }
    guard let fields else { return .unknown(nil) }
    switch (Self.end(path.arrive(rows)), old) {
    case (.row(let row), .row(let before)):
      switch fields.isSame(row, before) {
      case .yes: return .same
      case .no: return .changed
      case .unknown: return .unknown(fields.unreadable(row, before))
      }
    case (let new, let old):
      // An element on the way is not stated in one version, or in neither.
      return compare(sight(new, fields.new), sight(old, fields.old))
    }
  }

  private func compare(_ new: Sight, _ old: Sight) -> Comparison {
    if new.standing == .malformed { return .unknown(new) }
    if old.standing == .malformed { return .unknown(old) }
    return FieldComparison.saysNothing(new.standing, old.standing) || new.standing == old.standing
      ? .same : .changed
  }

  private static func end(_ arrival: PathReader.Arrival) -> End {
    switch arrival {
    case .row(let row): .row(row)
    case .gap(let place, let standing):
      .gap(Sight(standing: standing, cell: place))
    }
  }

  private func sight(_ end: End, _ leaf: Leaf) -> Sight {
    switch end {
    case .gap(let sight): sight
    case .row(let row): leaf.sight(row)
    }
  }
}

// MARK: - Words

extension ChangeTest {
  /// "was 2027-06 and is now 2027-12", "is still 2027-06".
  func predicate(_ rows: Rows, _ language: Language) -> String {
    let (now, before) = (shown(path, rows, language), shown(previous, rows, language))
    if case .same = compare(rows) {
      return language.pick("is still \(now)", "ist weiterhin \(now)")
    }
    if let fields, case .row(let row) = path.arrive(rows),
      case .row(let former) = previous.arrive(rows)
    {
      if let part = fields.differingMember(row, former) {
        return changed(in: part, row, former, language)
      }
      if now == before, fields.isOfElements {
        return language.pick("has other entries than before", "hat andere Einträge als vorher")
      }
    }
    return language.pick("was \(before) and is now \(now)", "war \(before) und ist jetzt \(now)")
  }

  private func changed(
    in part: FieldComparison, _ row: Int, _ before: Int, _ language: Language
  ) -> String {
    let name = workspace.plan.path(
      CellReference(record: part.new.record, row: row, field: part.new.field))
    let now = part.shown(row, isPrevious: false, language)
    let former = part.shown(before, isPrevious: true, language)
    return language.pick(
      "changed in `\(name)`, which was \(former) and is now \(now)",
      "hat sich bei `\(name)` geändert (war \(former), ist jetzt \(now))")
  }

  private func shown(_ path: PathReader, _ rows: Rows, _ language: Language) -> String {
    switch path.arrive(rows) {
    case .gap(_, let standing):
      return workspace.show(Sight(standing: standing), path.path.type, in: language)
    case .row(let row):
      return fields?.shown(row, isPrevious: path === previous, language) ?? ""
    }
  }
}
