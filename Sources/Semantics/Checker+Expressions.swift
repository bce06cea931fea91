import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// What an expression is wanted for, so that literals and bare names can be read.
enum Wanted {
  /// Comparable with a subject of this type, as it is written in the rule.
  case type(OperandType, subject: String)
  case anything
  /// What it is compared with has a mistake of its own, so that a bare name tells nothing.
  case unknown

  var type: OperandType? {
    if case .type(let type, _) = self { return type }
    return nil
  }
}

/// Values that are computed, or that a path names.
extension Checker {
  mutating func operand(
    _ syntax: ExpressionSyntax, wanted: Wanted, in place: Surroundings
  ) -> Operand? {
    switch syntax {
    case .path(let path): return named(path, wanted: wanted, in: place)
    case .number(let text, let unit, let range):
      return number(text, unit, range, wanted: wanted.type).map(Operand.literal)
    case .string(let literal): return .literal(.text(literal.value))
    case .date(let text, let range): return date(text, range).map(Operand.literal)
    case .yesOrNo(let value, _): return .literal(.yesOrNo(value))
    case .today: return .today
    case .aggregate(let aggregate): return self.aggregate(aggregate, in: place)
    case .matches(let notation, let path, _): return matches(notation, path, in: place)
    case .state(let path, let range): return state(path, range, in: place)
    case .binary(let sign, let left, let right, let range):
      return arithmetic(sign, left, right, range, wanted: wanted, in: place)
    }
  }

  /// A value that is comparable with a subject.
  mutating func comparable(
    _ syntax: ExpressionSyntax, words: @autoclosure () -> String, wanted: Wanted,
    in place: Surroundings
  ) -> Operand? {
    guard let operand = operand(syntax, wanted: wanted, in: place) else { return nil }
    guard case .type(let type, let subject) = wanted, !operand.type.isComparable(with: type) else {
      return operand
    }
    let found = TypeName(operand.type, in: schema)
    let needed = TypeName(type, in: schema)
    if case .literal = operand {
      tell(.value(literalMisfit(syntax, found, subject, needed)), at: syntax.range)
    } else {
      let problem = PhraseProblem.differentTypes(
        words: words(), subject: subject, needed, operand: file.text(syntax.range), found)
      tell(.phrase(problem), at: syntax.range)
    }
    return nil
  }

  private func literalMisfit(
    _ syntax: ExpressionSyntax, _ found: TypeName, _ subject: String, _ needed: TypeName
  ) -> ValueProblem {
    if case .string(let literal) = syntax { return .quoted(literal.value, needed) }
    return .otherType(found: found, subject: subject, needed)
  }

  // MARK: - Names

  /// A bare name or path as a value: a field, a setting, or a value of the wanted choice.
  private mutating func named(
    _ path: PathSyntax, wanted: Wanted, in place: Surroundings
  ) -> Operand? {
    guard path.names.count == 1 else { return valueOperand(walk(path, in: place), wanted, place) }
    let name = path.names[0]
    var readings: [NameProblem.Reading] = []
    if isPath(name.text, in: place) {
      readings.append(.field(name.text, of: schema.records[place.innermost.record].name))
    }
    let setting = self.setting(name.text, in: place)
    if setting != nil { readings.append(.setting(name.text)) }
    var value: Literal?
    if case .choice(let choice) = wanted.type, let index = names.value(name.text, of: choice) {
      value = .choice(choice, value: index)
      readings.append(.value(name.text, of: schema.choices[choice].name))
    }
    if readings.count > 1 {
      tell(.name(.ambiguous(name.text, readings, instead: nil)), at: name.range)
      return nil
    }
    if let value { return .literal(value) }
    if let setting { return settingOperand(setting) }
    let walked = walk(path, in: place)
    if case .failure(let failure) = walked {
      tellUnknown(name, failure, wanted)
      return nil
    }
    return valueOperand(walked, wanted, place)
  }

  private mutating func tellUnknown(_ name: Name, _ failure: Failure, _ wanted: Wanted) {
    switch wanted {
    case .unknown: break
    case .type(.choice(let choice), _): tellUnknownValue(name.text, of: choice, at: name.range)
    case .type, .anything: tell(failure)
    }
  }

  func setting(_ name: String, in place: Surroundings) -> Declared? {
    guard settingNames.contains(name) else { return nil }
    if let rule = place.rule, let own = setting(SettingName(rule: rule, name: name)) {
      return own
    }
    return setting(SettingName(rule: nil, name: name))
  }

  private func setting(_ name: SettingName) -> Declared? {
    settings.first { $0.name == name }?.declared
  }

  func settingOperand(_ setting: Declared) -> Operand? {
    guard case .valid(let index) = setting else { return nil }
    return .setting(index, type: settingTypes[index])
  }

  /// A path as one value.
  private mutating func valueOperand(
    _ walked: Result<Walk, Failure>, _ wanted: Wanted, _ place: Surroundings
  ) -> Operand? {
    switch walked {
    case .failure(let failure):
      tell(failure)
      return nil
    case .success(let walk):
      guard let failure = valueFailure(walk, wanted, place) else {
        return .path(keyPath(walk, place))
      }
      tell(failure)
      return nil
    }
  }

  /// Why a path does not name one value; nil where it does.
  private func valueFailure(
    _ walk: Walk, _ wanted: Wanted, _ place: Surroundings
  ) -> Failure? {
    var isColumn = false
    switch place.rows {
    case .groups(let keys): return keyFailure(walk, keys)
    case .row: isColumn = true
    case .element: break
    }
    if let failure = listFailure(walk, isColumn ? .column : .operand) { return failure }
    if endsInList(walk) {
      let member = memberType(of: walk)
      if isColumn, member.isScalar { return nil }
      let problem: TypeProblem =
        isColumn ? .table(.elementsInColumn(walk.text)) : .list(.listAsOperand(walk.text))
      return Failure(problem: problem, range: walk.syntax.range, related: related(toEndOf: walk))
    }
    guard endsInParts(walk) else { return nil }
    return partsFailure(walk) { wanted.type == nil || $0 == wanted.type }
  }

  /// The failure of a path that goes through a list without saying how.
  func listFailure(_ walk: Walk, _ position: ListProblem.Position) -> Failure? {
    guard goesThroughList(walk), let passed = walk.passed else { return nil }
    let kinds = aggregates(of: walk).map { "\($0.rawValue) of \(walk.text)" }
    return Failure(
      problem: .list(
        .throughList(walk.text, list: passed.text, position, aggregates: kinds)),
      range: walk.syntax.range)
  }

  /// The aggregates that make one value of a path through a list.
  private func aggregates(of walk: Walk) -> [AggregateSyntax.Kind] {
    let type = memberType(of: walk)
    let inOrder: [AggregateSyntax.Kind] = walk.isInOrder && isInOrder(walk) ? [.first, .last] : []
    if type == .date { return [.earliest, .latest] + inOrder }
    if type.isAmount { return [.sum, .smallest, .largest] + inOrder }
    return inOrder + [.count]
  }

  /// The failure of a path that names a group, a nested record or an element instead of a value.
  func partsFailure(_ walk: Walk, suits: (OperandType) -> Bool) -> Failure? {
    switch walk.end {
    case .inverse, .list: return nil
    case .element:
      let record = schema.records[walk.record]
      let field = record.nameField ?? record.idField
      let suggestion = field.map { "\(walk.text).\(record.fields[$0].name)" }
      return Failure(
        problem: .list(.elementAsValue(walk.text, suggestion: suggestion)),
        range: walk.syntax.range)
    case .field(let field):
      let members: [Field]
      switch fields(walk.record)[field].type {
      case .group: members = fields(walk.record)[field].members.map { fields(walk.record)[$0] }
      case .record(let record):
        members = schema.records[record].topFields.map { fields(record)[$0] }
      case .scalar, .scalars, .records: return nil
      }
      return groupFailure(walk, members, suits)
    }
  }

  private func groupFailure(
    _ walk: Walk, _ members: [Field], _ suits: (OperandType) -> Bool
  ) -> Failure {
    let fitting = members.first {
      if case .scalar(let scalar) = $0.type { return suits(OperandType(scalar)) }
      return false
    }
    let suggestion = fitting.map { "\(walk.text).\($0.name)" }
    return Failure(
      problem: .list(
        .groupAsValue(walk.text, members: members.map(\.name), suggestion: suggestion)),
      range: walk.syntax.range, related: related(toEndOf: walk))
  }

  // MARK: - Other values

  private mutating func matches(
    _ notation: Name, _ path: PathSyntax, in place: Surroundings
  ) -> Operand? {
    let part = textPart(notation)
    guard let walk = followed(path, in: place) else { return nil }
    if let failure = listFailure(walk, .operand) ?? partsFailure(walk, suits: \.isTextual) {
      tell(failure)
      return nil
    }
    let found = wholePath(walk)
    guard found.type.isTextual else {
      let type = TypeName(found.type, in: schema)
      tell(.expression(.matchesInOther(notation.text, path: walk.text, type)), at: path.range)
      return nil
    }
    return part.map { .matches($0, found) }
  }

  private mutating func textPart(_ name: Name) -> TextPart? {
    if name.text == TextPart.dateName { return .date }
    return notation(name, orOther: [TextPart.dateName]).map(TextPart.notation)
  }

  /// The notation of a name; an unknown one is told, with other names that may stand there.
  mutating func notation(_ name: Name, orOther others: [String] = []) -> Int? {
    switch notations[name.text] {
    case .valid(let index): return index
    case .broken: return nil
    case nil:
      let nearest = NearestNames.rank(name.text, among: notations.keys + others)
      tell(
        .expression(.unknownNotation(name.text, nearest: nearest)), at: name.range,
        fixes: mending(nearest, at: name.range))
      return nil
    }
  }

  /// The walk along a path; a failure is told.
  mutating func followed(_ path: PathSyntax, in place: Surroundings) -> Walk? {
    switch walk(path, in: place) {
    case .success(let walk): return walk
    case .failure(let failure):
      tell(failure)
      return nil
    }
  }

  private mutating func state(
    _ path: PathSyntax, _ range: ByteRange, in place: Surroundings
  ) -> Operand? {
    switch place.rows {
    case .element:
      tell(.expression(.stateOutsideTables), at: range)
      return nil
    case .groups:
      tell(.table(.stateOfGroup(path.text, text: "count where \(path.text) is missing")), at: range)
      return nil
    case .row: break
    }
    guard let walk = followed(path, in: place) else { return nil }
    if let failure = listFailure(walk, .column) {
      tell(failure)
      return nil
    }
    if walk.end == .element, let failure = partsFailure(walk, suits: { _ in true }) {
      tell(failure)
      return nil
    }
    return .state(wholePath(walk))
  }
}
