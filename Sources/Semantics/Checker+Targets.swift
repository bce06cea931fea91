import Diagnostics
import Model
import RuleSyntax
import SourceText

/// `exist in …` and `unique among …`: what is looked in.
extension Checker {
  mutating func existing(
    _ syntax: PathSyntax, _ otherThanItself: Bool, of subject: Subject?, in place: Surroundings
  ) -> TypedPhrase? {
    guard let walk = target(syntax, in: place) else { return nil }
    guard var (target, type) = members(of: walk) else { return nil }
    if let subject, let list = idList(target), subject.type == .reference(list) {
      (target, type) = (.list(list), .reference(list))
    }
    if let subject, !isTarget(type, target, for: subject.type), !isId(subject, ofWhat: type) {
      let problem = PhraseProblem.targetOfOtherType(
        walk.text, TypeName(type, in: schema), subject: subject.text,
        TypeName(subject.type, in: schema))
      tell(.phrase(problem), at: syntax.range, related: related(toEndOf: walk))
      return nil
    }
    if otherThanItself, place.innermost.isPrevious || walk.isPrevious || subject?.isPrevious == true
    {
      tell(.version(.itself(walk.text)), at: syntax.range)
      return nil
    }
    if otherThanItself {
      let judged = place.innermost.record
      let holds = elements(of: walk).contains(judged)
      guard holds else {
        let name = schema.records[judged].name
        tell(.phrase(.targetWithoutItself(walk.text, record: name)), at: syntax.range)
        return nil
      }
    }
    return .existing(target, otherThanItself: otherThanItself)
  }

  /// The way to the list: names resolve from the plan, then from the element.
  private mutating func target(_ syntax: PathSyntax, in place: Surroundings) -> Walk? {
    let first = syntax.names[0]
    if first.text != "plan", names.member(first.text, of: schema.root, group: nil) != nil {
      switch walkFromPlan(syntax) {
      case .success(let walk): return walk
      case .failure(let failure):
        tell(failure)
        return nil
      }
    }
    switch walk(syntax, in: place) {
    case .success(let walk): return walk
    case .failure(let failure):
      if case .name(.unknown) = failure.problem, failure.range == first.range {
        tellUnknownTarget(first, in: place)
      } else {
        tell(failure)
      }
      return nil
    }
  }

  private mutating func tellUnknownTarget(_ name: Name, in place: Surroundings) {
    let known =
      names.memberNames(of: schema.root, group: nil)
      + names.memberNames(of: place.innermost.record, group: nil)
    let nearest = NearestNames.rank(name.text, among: known)
    tell(
      .name(.unknown(name.text, in: .plan, nearest: nearest)), at: name.range,
      fixes: mending(nearest, at: name.range))
  }

  /// What the path's members are compared as: values of a field, or the ids of elements.
  private mutating func members(of walk: Walk) -> (TypedPhrase.Target, OperandType)? {
    guard endsInList(walk) || goesThroughList(walk) else {
      if let failure = partsFailure(walk, suits: \.isScalar) {
        tell(failure)
      } else {
        tell(
          .phrase(.targetWithoutList(walk.text)), at: walk.syntax.range,
          related: related(toEndOf: walk))
      }
      return nil
    }
    if !endsInList(walk), let failure = partsFailure(walk, suits: \.isScalar) {
      tell(failure)
      return nil
    }
    guard case .record(let record) = memberType(of: walk) else {
      let path = memberPath(walk, asElements: false)
      return (.path(path), path.type)
    }
    guard let id = schema.records[record].idField else {
      let name = schema.records[record].name
      tell(
        .phrase(
          .targetWithoutIds(walk.text, suggestion: fittingField(of: walk, suits: \.isScalar))),
        at: walk.syntax.range,
        related: names.records[name].map { [related(toRecord: $0)] } ?? [])
      return nil
    }
    if case .list(let record) = walk.end, !walk.isPrevious {
      return (.list(record), .reference(record))
    }
    var path = memberPath(walk, asElements: true)
    path.field = id
    path.type = .identifier
    return (.path(path), .identifier)
  }

  /// The record whose ids the path yields, as `committees.id` does: the same as the list itself.
  private func idList(_ target: TypedPhrase.Target) -> Int? {
    guard case .path(let path) = target, path.steps == [.all(record: path.record)],
      path.field == schema.records[path.record].idField
    else { return nil }
    return path.record
  }

  /// The records of the elements that the path goes through.
  private func elements(of walk: Walk) -> [Int] {
    var found = [walk.record]
    if let passed = walk.passed { found.append(passed.record) }
    if endsInList(walk), let (_, record) = step(into: walk) { found.append(record) }
    return found
  }

  private func isTarget(
    _ type: OperandType, _ target: TypedPhrase.Target, for subject: OperandType
  ) -> Bool {
    if type.isComparable(with: subject) { return true }
    if case .list = target { return subject.isTextual }
    return false
  }

  /// Whether the subject is the id of what the references name, as `id must exist in
  /// plan.consultations.committee` said of each committee.
  private func isId(_ subject: Subject, ofWhat type: OperandType) -> Bool {
    guard case .reference(let record) = type, case .path(let path) = subject.operand else {
      return false
    }
    return path.record == record && path.field == schema.records[record].idField
  }

  // MARK: - Unique among

  mutating func unique(
    _ name: Name, amongAll all: Bool, of subject: Subject?, in place: Surroundings
  ) -> TypedPhrase? {
    let record = place.innermost.record
    if place.innermost.isPrevious || subject?.isPrevious == true {
      tell(.version(.unique(name.text)), at: name.range)
      return nil
    }
    let known = siblings(of: record)
    // What is wrong with the subject may be what is wrong with the list.
    guard subject != nil || !isList(name.text) else { return nil }
    if let subject, !isOwn(subject, place) {
      if let walk = subject.walk, goesThroughList(walk) {
        tell(uniqueFailure(walk, in: place))
      } else {
        let elsewhere = if case .path(let path) = subject.operand { path.record } else { record }
        tell(
          .phrase(.uniqueElsewhere(subject.text, scope: schema.records[elsewhere].name)),
          at: subject.walk?.syntax.range ?? name.range)
      }
      return nil
    }
    guard known.contains(name.text) else {
      tellSiblings(name, record, known)
      return nil
    }
    guard subject != nil else { return nil }
    return .unique(amongAll: all, record: record)
  }

  /// The failure of a field of nested elements that is said to be unique: the rule is about them.
  func uniqueFailure(_ walk: Walk, in place: Surroundings) -> Failure {
    var scope = ""
    if let passed = walk.passed {
      let record = schema.records[passed.record]
      let outer = schema.records[place.innermost.record].name
      let lists = record.places.filter { $0.record == place.innermost.record }
      let isNested =
        record.list == nil && !lists.isEmpty && outer != schema.records[schema.root].name
      scope = record.name
      if isNested {
        scope += lists.count > 1 ? " in \(passed.text) of each \(outer)" : " of each \(outer)"
      }
    }
    return Failure(
      problem: .phrase(.uniqueElsewhere(walk.text, scope: scope)), range: walk.syntax.range)
  }

  private func isOwn(_ subject: Subject, _ place: Surroundings) -> Bool {
    guard case .path(let path) = subject.operand else { return false }
    return path.start == .frame(place.frames.count - 1) && subject.quantifier == nil
      && path.steps.isEmpty
  }

  /// The names of the lists that hold elements of a record.
  private func siblings(of record: Int) -> [String] {
    let found = schema.records[record]
    var known: [String] = []
    if let list = found.list { known.append(list) }
    for place in found.places {
      let name = fields(place.record)[place.field].name
      if !known.contains(name) { known.append(name) }
    }
    return known
  }

  /// Whether the schema has a list of this name.
  private func isList(_ name: String) -> Bool {
    names.lists[name] != nil
      || schema.records.contains { $0.fields.contains { $0.name == name && $0.isList } }
  }

  private mutating func tellSiblings(_ name: Name, _ record: Int, _ known: [String]) {
    if isList(name.text) {
      let judged = schema.records[record].name
      tell(
        .phrase(.otherSiblings(name.text, record: judged, known: known)), at: name.range,
        fixes: mending(known, at: name.range))
    } else {
      let nearest = NearestNames.rank(name.text, among: known)
      let offered = nearest.isEmpty ? known : nearest
      tell(
        .phrase(.unknownSiblings(name.text, nearest: offered)), at: name.range,
        fixes: mending(offered, at: name.range))
    }
  }
}

extension Field {
  /// Whether it holds a list.
  var isList: Bool {
    switch type {
    case .scalars, .records: true
    case .scalar, .record, .group: false
    }
  }
}
