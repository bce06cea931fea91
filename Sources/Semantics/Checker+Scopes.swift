import Diagnostics
import Model
import RuleSyntax
import SourceText

/// `each …` and `the plan`: what a rule or table ranges over.
extension Checker {
  mutating func scope(
    _ syntax: ScopeSyntax, rule: String?, rows: Surroundings.Rows, mayBeFindings: Bool = false
  ) -> (Scope, Surroundings)? {
    guard let (frames, placeIndex) = frames(syntax) else { return nil }
    if frames.contains(where: { $0 == schema.findings }), !mayBeFindings {
      tell(.scope(.findingsOutsideTables), at: syntax.range)
      return nil
    }
    let place = Surroundings(
      frames: frames.indices.map { index in
        let isLast = index == frames.count - 1
        return Surroundings.Frame(
          record: frames[index],
          isInOrder: isInOrder(frames[index], at: isLast ? placeIndex : nil),
          isPrevious: syntax.isFormer)
      }, rule: rule, rows: rows)
    var filter: Condition?
    if let condition = syntax.filter {
      filter = self.condition(condition, in: place.insideRows)
      if filter == nil { return nil }
    }
    let scope = Scope(
      frames: frames, place: placeIndex, isFormer: syntax.isFormer, filter: filter,
      origin: location(syntax.range))
    return (scope, place)
  }

  /// Whether the elements of a record stand in lists that are all in order.
  private func isInOrder(_ record: Int, at place: Int?) -> Bool {
    let places = schema.records[record].places
    let chosen = place.map { [places[$0]] } ?? places
    guard schema.records[record].list == nil, !chosen.isEmpty else { return false }
    return chosen.allSatisfy { place in
      if case .records(_, let order) = fields(place.record)[place.field].type {
        return order.isOrdered
      }
      return false
    }
  }

  private mutating func frames(_ syntax: ScopeSyntax) -> (frames: [Int], place: Int?)? {
    if case .former(let name) = syntax.kind {
      guard let record = record(name, of: syntax) else { return nil }
      if schema.canBeFoundAgain(record) { return ([record], nil) }
      let hasId = schema.records[record].idField != nil
      let problem = VersionProblem.formerWithoutId(name.text, hasId: hasId)
      tell(.version(problem), at: name.range, related: [related(toRecord: record)])
      return nil
    }
    guard case .each(let name, let path, let outer) = syntax.kind else {
      return ([schema.root], nil)
    }
    let inner = record(name, of: syntax)
    let around = outer.flatMap { record($0.record, of: syntax) }
    guard let inner, outer == nil || around != nil else { return nil }
    guard outer != nil || path != nil else { return ([inner], nil) }
    let places = schema.records[inner].places
    let fitting = places.indices.filter { around == nil || places[$0].record == around }
    guard let place = place(name, path, outer?.record, inner, fitting) else { return nil }
    return (around.map { [$0, inner] } ?? [inner], place)
  }

  /// The one place, among those that fit, where the elements stand.
  private mutating func place(
    _ name: Name, _ path: PathSyntax?, _ outer: Name?, _ record: Int, _ fitting: [Int]
  ) -> Int? {
    let places = schema.records[record].places
    func text(_ index: Int) -> String { fields(places[index].record)[places[index].field].path }
    if fitting.isEmpty {
      tellNotInside(name, outer, record)
      return nil
    }
    guard let path else {
      if fitting.count == 1 { return fitting[0] }
      let problem = ScopeProblem.severalPlaces(
        name.text, outer: outer?.text ?? "", paths: fitting.map(text))
      tell(.scope(problem), at: name.range.union(outer?.range ?? name.range))
      return nil
    }
    let chosen = fitting.filter { text($0) == path.text }
    if chosen.count == 1 { return chosen[0] }
    if chosen.count > 1 {
      let paths = chosen.map { "\(text($0)) of each \(schema.records[places[$0].record].name)" }
      tell(.scope(.severalPlaces(name.text, outer: "", paths: paths)), at: path.range)
      return nil
    }
    let known = fitting.map(text)
    let nearest = NearestNames.rank(path.text, among: known)
    tell(
      .scope(.unknownPlace(path.text, record: name.text, paths: known)), at: path.range,
      fixes: mending(known.count == 1 ? known : nearest, at: path.range))
    return nil
  }

  private mutating func tellNotInside(_ name: Name, _ outer: Name?, _ record: Int) {
    let found = schema.records[record]
    var places = found.places.map { place in
      "\(fields(place.record)[place.field].path) of \(schema.records[place.record].name)"
    }
    if let list = found.list { places.insert("plan.\(list)", at: 0) }
    let problem = ScopeProblem.notInside(name.text, outer: outer?.text ?? "", places: places)
    tell(.scope(problem), at: outer?.range ?? name.range, related: [related(toRecord: record)])
  }

  // MARK: - Records

  private mutating func record(_ name: Name, of scope: ScopeSyntax) -> Int? {
    if let record = names.records[name.text] {
      if record != schema.root { return record }
      tell(.scope(.eachPlan), at: name.range)
      return nil
    }
    if let record = recordOfList(name.text) {
      let own = schema.records[record].name
      tell(
        .scope(.listForRecord(name.text, record: own)), at: name.range,
        related: [related(toRecord: record)], fixes: writing(own, at: name.range))
      return nil
    }
    let known = names.records.keys.filter { names.records[$0] != schema.root }.sorted()
    let nearest = NearestNames.rank(name.text, among: known)
    tell(
      .scope(.unknownRecord(name.text, nearest: nearest)), at: name.range,
      fixes: mending(nearest, at: name.range))
    return nil
  }

  /// The record whose elements a list holds, wherever the list stands.
  private func recordOfList(_ name: String) -> Int? {
    if let record = names.lists[name] { return record }
    for record in schema.records {
      for field in record.fields where field.name == name || field.path == name {
        if case .records(let member, _) = field.type { return member }
      }
    }
    return nil
  }
}

extension ScopeSyntax {
  /// Whether it ranges over elements that only the previous version has.
  var isFormer: Bool {
    if case .former = kind { return true }
    return false
  }
}
