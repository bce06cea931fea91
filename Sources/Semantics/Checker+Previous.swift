import Diagnostics
import Model
import RuleSyntax
import SourceText

/// `previous`, `change` and `each former …`: what rules say of the previous version of a plan.
extension Checker {
  // MARK: - Paths

  /// Reads `previous` after an element: the way goes on from the same element as it was.
  func goBack(_ walk: inout Walk, _ name: Name) -> Failure? {
    if isValue(walk.end, of: walk.record) {
      let names = walk.syntax.names.map(\.text)
      let others = names[..<walk.count] + names[(walk.count + 1)...]
      walk.count += 1
      let path = previousText(Array(others), walk)
      return Failure(
        problem: .version(.misplaced(walk.text, path: path)), range: name.range,
        fixes: writing(path, at: walk.syntax.range))
    }
    if let failure = enter(&walk) { return failure }
    walk.count += 1
    if walk.isPrevious {
      return Failure(problem: .version(.twice(walk.text)), range: name.range)
    }
    guard schema.canBeFoundAgain(walk.record) else {
      return withoutId(walk.text, walk.record, name.range)
    }
    walk.steps.append(.previous)
    walk.isPrevious = true
    walk.end = .element
    return nil
  }

  /// Whether what was named last is a value or a group, so that it is no element of its own.
  private func isValue(_ end: Walk.End, of record: Int) -> Bool {
    guard case .field(let field) = end else { return false }
    switch fields(record)[field].type {
    case .group: return true
    case .scalar(.reference), .scalars(.reference, _), .records, .record: return false
    case .scalar, .scalars: return true
    }
  }

  private func withoutId(_ path: String, _ record: Int, _ range: ByteRange) -> Failure {
    let outer = schema.records[record].places.map(\.record).first(where: schema.canBeFoundAgain)
    return Failure(
      problem: .version(
        .withoutId(
          path, record: schema.records[record].name,
          outer: outer.map { $0 == schema.root ? "plan" : schema.records[$0].name })),
      range: range, related: [related(toRecord: record)])
  }

  /// A path with `previous` where it belongs: behind the name of the element that it begins with.
  private func previousText(_ written: [String], _ walk: Walk) -> String {
    var names = written
    names.insert("previous", at: beginsWithElement(walk) ? 1 : 0)
    return names.joined(separator: ".")
  }

  /// Whether a path begins with `plan` or a record's name.
  private func beginsWithElement(_ walk: Walk) -> Bool {
    let first = walk.syntax.names[0].text
    if first == "plan" { return true }
    guard case .frame = walk.start, let record = names.records[first] else { return false }
    let isField = names.member(first, of: walk.record, group: nil) != nil
    return walk.syntax.names.count > 1 && (!isField || walk.record == record)
  }

  // MARK: - Changes

  /// Why `change` cannot be said of a path; nil where it can.
  func changeFailure(_ walk: Walk, _ syntax: SubjectSyntax, _ place: Surroundings) -> Failure? {
    let range = walk.syntax.range
    if syntax.quantifier != nil {
      let list = walk.passed?.text ?? walk.text
      return Failure(
        problem: .version(.changeOfMembers(walk.text, list: list)), range: syntax.range)
    }
    if walk.isPrevious {
      return Failure(problem: .version(.changeOfPrevious(walk.text)), range: range)
    }
    if case .field = walk.end {
      let start = self.record(at: walk.start, in: place)
      return schema.canBeFoundAgain(start) ? nil : withoutId(walk.text, start, range)
    }
    let record = step(into: walk)?.record ?? walk.record
    let problem = VersionProblem.changeOfElements(walk.text, record: schema.records[record].name)
    return Failure(problem: .version(problem), range: range)
  }

  private func record(at start: Path.Start, in place: Surroundings) -> Int {
    switch start {
    case .plan: schema.root
    case .frame(let frame): place.frames[frame].record
    }
  }

  /// `change` with the way to the same value in the previous version.
  func changed(_ subject: Subject) -> TypedPhrase? {
    guard case .path(var path) = subject.operand, let walk = subject.walk else { return nil }
    path.steps.insert(.previous, at: 0)
    path.text = previousText(walk.syntax.names.map(\.text), walk)
    return .changed(path)
  }

  // MARK: - Examples

  /// `with previous { … }`
  mutating func checkPrevious(_ context: ExamplesSyntax.Context, of scope: Scope) {
    if scope.isFormer {
      let record = schema.records[scope.record].name
      tell(.version(.contextOfFormer(record: record)), at: context.name.range)
    } else if context.yaml == nil {
      tell(.version(.contextWithoutPrevious), at: context.name.range)
    }
  }
}

extension Checker.Subject {
  /// Whether it is read from the previous version.
  var isPrevious: Bool { walk?.isPrevious ?? false }
}
