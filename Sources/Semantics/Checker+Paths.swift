import Diagnostics
import Model
import RuleSyntax
import SourceText

/// Following a path through the schema, name by name.
extension Checker {
  /// Follows a path from where it stands: the innermost element's fields, an outer element by its
  /// record's name, the document by `plan`.
  func walk(_ path: PathSyntax, in place: Surroundings) -> Result<Walk, Failure> {
    let first = path.names[0]
    var walk = Walk(
      start: .frame(place.frames.count - 1), record: place.innermost.record,
      isPrevious: place.innermost.isPrevious, syntax: path, count: 1)
    if let failure = start(&walk, first, place) { return .failure(failure) }
    if let failure = follow(&walk) { return .failure(failure) }
    return .success(walk)
  }

  /// Follows a path from the document, as after `exist in`.
  func walkFromPlan(_ path: PathSyntax) -> Result<Walk, Failure> {
    var walk = Walk(start: .plan, record: schema.root, syntax: path, count: 0)
    if let failure = follow(&walk) { return .failure(failure) }
    return .success(walk)
  }

  /// Whether a bare name is a field or an element, without saying why it is none.
  func isPath(_ name: String, in place: Surroundings) -> Bool {
    if name == "plan" || name == "previous"
      || names.member(name, of: place.innermost.record, group: nil) != nil
    {
      return true
    }
    return place.frames.contains { schema.records[$0.record].name == name }
  }

  // MARK: - The first name

  /// Takes the first name; the walk stands at the innermost element.
  private func start(_ walk: inout Walk, _ first: Name, _ place: Surroundings) -> Failure? {
    if first.text == "plan" {
      walk.start = .plan
      walk.record = schema.root
      walk.isPrevious = false
      return nil
    }
    let member = names.member(first.text, of: walk.record, group: nil)
    // No schema gives the other words to a field, a list or a way back.
    if member == nil {
      switch first.text {
      case "previous":
        walk.count = 0
        return nil
      case "earlier", "later":
        return startBeside(&walk, first, place)
      default:
        break
      }
    }
    let inner = place.frames.count - 1
    var outer: Int?
    var isAmbiguous = false
    for frame in 0..<inner where schema.records[place.frames[frame].record].name == first.text {
      if outer != nil || member != nil { isAmbiguous = true }
      outer = outer ?? frame
    }
    let isInner = schema.records[walk.record].name == first.text
    if isAmbiguous || (member != nil && isInner) {
      return ambiguous(first, isMember: member != nil, place)
    }
    if let member {
      walk.end = Walk.End(member)
      return nil
    }
    guard let frame = outer ?? (isInner ? inner : nil) else {
      return unknownStart(first, walk.syntax, place)
    }
    walk.start = .frame(frame)
    walk.record = place.frames[frame].record
    walk.isPrevious = place.frames[frame].isPrevious
    return nil
  }

  private func startBeside(
    _ walk: inout Walk, _ first: Name, _ place: Surroundings
  ) -> Failure? {
    guard place.innermost.isInOrder else {
      let record = schema.records[walk.record]
      return Failure(
        problem: .name(.unordered(first.text, list: record.list ?? record.name)),
        range: first.range, related: [related(toRecord: walk.record)])
    }
    walk.steps = [first.text == "earlier" ? .earlier : .later]
    walk.passed = Walk.Passed(
      text: first.text, record: walk.record, isInOrder: true, isPrevious: walk.isPrevious)
    return nil
  }

  private func ambiguous(_ name: Name, isMember: Bool, _ place: Surroundings) -> Failure {
    let inner = schema.records[place.innermost.record]
    var readings: [NameProblem.Reading] = []
    if isMember { readings.append(.field(name.text, of: inner.name)) }
    readings.append(.element(name.text))
    let isAlone = !place.frames.dropLast().contains { $0.record == place.innermost.record }
    let own = isMember && isAlone && inner.name != name.text ? "\(inner.name).\(name.text)" : nil
    return Failure(
      problem: .name(.ambiguous(name.text, readings, instead: own)), range: name.range)
  }

  // MARK: - The names after it

  private func follow(_ walk: inout Walk) -> Failure? {
    while walk.count < walk.syntax.names.count {
      let name = walk.syntax.names[walk.count]
      if name.text == "previous" {
        if let failure = goBack(&walk, name) { return failure }
        continue
      }
      var group: Int?
      if case .field(let field) = walk.end,
        case .group = schema.records[walk.record].fields[field].type
      {
        group = field
      } else if let failure = enter(&walk) {
        return failure
      }
      guard let member = names.member(name.text, of: walk.record, group: group) else {
        return unknownMember(name, of: walk, group: group)
      }
      walk.end = Walk.End(member)
      walk.count += 1
    }
    return nil
  }

  /// Turns what was named last into a step, so that a name can follow.
  func enter(_ walk: inout Walk) -> Failure? {
    guard let (step, record) = step(into: walk) else {
      let next = walk.syntax.names[walk.count]
      let type = TypeName(memberType(of: walk), in: schema)
      return Failure(
        problem: .name(.noParts(walk.text, type, next: next.text)), range: next.range,
        related: related(toEndOf: walk))
    }
    guard let step else { return nil }
    if step.isMany {
      walk.passed = Walk.Passed(
        text: walk.text, record: record, isInOrder: isInOrder(walk), isPrevious: walk.isPrevious)
      walk.isInOrder = walk.isInOrder && isInOrder(walk)
    }
    walk.steps.append(step)
    walk.record = record
    walk.end = .element
    return nil
  }

  /// The step from what was named last to its elements, and their record; the step is nil at an
  /// element, all is nil where there are no elements.
  func step(into walk: Walk) -> (step: Path.Step?, record: Int)? {
    switch walk.end {
    case .element: return (nil, walk.record)
    case .inverse(let index):
      return (.inverse(index), schema.records[walk.record].inverses[index].record)
    case .list(let record): return (.all(record: record), record)
    case .field(let field):
      switch fields(walk.record)[field].type {
      case .scalar(.reference(let record, _)): return (.reference(field), record)
      case .scalars(.reference(let record, _), _): return (.references(field), record)
      case .records(let record, _): return (.children(field), record)
      case .record(let record): return (.child(field), record)
      case .scalar, .scalars, .group: return nil
      }
    }
  }

  /// Whether the list that was named last is in order; an element is.
  func isInOrder(_ walk: Walk) -> Bool {
    switch walk.end {
    case .element: true
    case .inverse, .list: false
    case .field(let field):
      switch fields(walk.record)[field].type {
      case .records(_, let order): order.isOrdered
      case .scalars(_, let isOrdered): isOrdered
      case .scalar, .record, .group: true
      }
    }
  }

  func fields(_ record: Int) -> [Field] { schema.records[record].fields }

  // MARK: - What was reached

  /// Whether the path ends in a list.
  func endsInList(_ walk: Walk) -> Bool {
    switch walk.end {
    case .inverse, .list: true
    case .element: walk.steps.last?.isMany ?? false
    case .field(let field):
      switch fields(walk.record)[field].type {
      case .scalars, .records: true
      case .scalar, .record, .group: false
      }
    }
  }

  /// Whether the path ends in a group, a nested record or an element.
  func endsInParts(_ walk: Walk) -> Bool {
    switch walk.end {
    case .element: true
    case .inverse, .list: false
    case .field(let field):
      switch schema.records[walk.record].fields[field].type {
      case .group, .record: true
      case .scalar, .scalars, .records: false
      }
    }
  }

  /// Whether the path goes through a list before its end.
  func goesThroughList(_ walk: Walk) -> Bool {
    let before = walk.end == .element ? walk.steps.dropLast() : walk.steps[...]
    return !before.isEmpty && before.contains(where: \.isMany)
  }

  /// The type of one value at the end of the path; for a list the type of one member.
  func memberType(of walk: Walk) -> OperandType {
    switch walk.end {
    case .element: return .record(walk.record)
    case .inverse(let index):
      return .record(schema.records[walk.record].inverses[index].record)
    case .list(let record): return .record(record)
    case .field(let field):
      switch fields(walk.record)[field].type {
      case .scalar(let scalar), .scalars(let scalar, _): return OperandType(scalar)
      case .records(let record, _), .record(let record): return .record(record)
      case .group: return .group
      }
    }
  }

  /// The path for one value, or for the list as a whole.
  func wholePath(_ walk: Walk) -> Path {
    var path = basePath(walk)
    switch walk.end {
    case .element, .inverse, .list:
      if let (step, record) = step(into: walk) {
        if let step { path.steps.append(step) }
        path.record = record
      }
    case .field(let field): path.field = field
    }
    let member = memberType(of: walk)
    path.type = endsInList(walk) ? .list(member) : member
    return path
  }

  /// The path for the members of the list that it ends in; for other paths the same as `wholePath`.
  ///
  /// References stay values of their field, except where `asElements` asks for what they refer to.
  func memberPath(_ walk: Walk, asElements: Bool) -> Path {
    var path = wholePath(walk)
    path.type = memberType(of: walk)
    guard endsInList(walk), case .field(let field) = walk.end else { return path }
    if case .scalars = fields(walk.record)[field].type, !asElements { return path }
    guard let (step, record) = step(into: walk), let step else { return path }
    path.steps.append(step)
    path.record = record
    path.field = nil
    return path
  }

  private func basePath(_ walk: Walk) -> Path {
    Path(
      start: walk.start, steps: walk.steps, record: walk.record, field: nil,
      type: .record(walk.record), text: walk.syntax.text, range: walk.syntax.range)
  }

  /// The surroundings of a `where` after the path: the elements of its last list.
  func filterSurroundings(_ walk: Walk, in place: Surroundings) -> Surroundings? {
    if endsInList(walk) {
      guard let (_, record) = step(into: walk) else { return nil }
      return place.inside(record, isInOrder: isInOrder(walk), isPrevious: walk.isPrevious)
    }
    return walk.passed.map {
      place.inside($0.record, isInOrder: $0.isInOrder, isPrevious: $0.isPrevious)
    }
  }
}
