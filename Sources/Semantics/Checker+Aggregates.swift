import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// `sum of …`, `count of …` and their kin, and `+ - *`.
extension Checker {
  mutating func aggregate(_ syntax: AggregateSyntax, in place: Surroundings) -> Operand? {
    if let range = syntax.missingAsZero, syntax.kind != .sum {
      tell(.expression(.missingAsZero(syntax.kind)), at: range)
    }
    if syntax.kind == .share, syntax.filter == nil {
      tell(.expression(.shareWithoutCondition), at: syntax.range)
    }
    guard let path = syntax.path else { return rows(syntax, in: place) }
    guard let walk = followed(path, in: place) else { return nil }
    guard let type = aggregateType(syntax.kind, walk, place) else { return nil }
    var filter: Condition?
    if let condition = syntax.filter {
      filter = self.filter(condition, over: walk, in: place)
      if filter == nil { return nil }
    }
    return .aggregate(
      Aggregate(
        kind: syntax.kind, path: memberPath(walk, asElements: filter != nil), filter: filter,
        missingAsZero: syntax.missingAsZero != nil, type: type, origin: location(syntax.range)))
  }

  /// The condition of a `where` over the members of a path's last list.
  mutating func filter(
    _ condition: ConditionSyntax, over walk: Walk, in place: Surroundings
  ) -> Condition? {
    if let inner = filterSurroundings(walk, in: place) {
      return self.condition(condition, in: inner)
    }
    if case .groups = place.rows, !endsInList(walk) {
      return self.condition(condition, in: place.insideRows)
    }
    tell(.list(.filterWithoutElements(walk.text)), at: condition.range)
    return nil
  }

  /// `count` or `count where …`: the rows of a table's group.
  private mutating func rows(_ syntax: AggregateSyntax, in place: Surroundings) -> Operand? {
    switch place.rows {
    case .element:
      tell(.expression(.countOutsideTables), at: syntax.range)
      return nil
    case .row:
      tell(.expression(.countWithoutGroups), at: syntax.range)
      return nil
    case .groups: break
    }
    var filter: Condition?
    if let condition = syntax.filter {
      filter = self.condition(condition, in: place.insideRows)
      if filter == nil { return nil }
    }
    return .aggregate(
      Aggregate(
        kind: .count, path: nil, filter: filter, missingAsZero: false, type: .number,
        origin: location(syntax.range)))
  }

  /// The type of the aggregate's value; what does not fit is told.
  private mutating func aggregateType(
    _ kind: AggregateSyntax.Kind, _ walk: Walk, _ place: Surroundings
  ) -> OperandType? {
    let hasList = goesThroughList(walk) || endsInList(walk)
    var hasRows = false
    if case .groups = place.rows { hasRows = true }
    if !endsInList(walk), let failure = partsFailure(walk, suits: { Self.suits(kind, $0) }) {
      tell(failure)
      return nil
    }
    guard hasList || hasRows else {
      tell(.expression(.aggregateWithoutList(kind, walk.text)), at: walk.syntax.range)
      return nil
    }
    let member = memberType(of: walk)
    guard Self.suits(kind, member) else {
      let instead = fittingField(of: walk) { Self.suits(kind, $0) }
      let problem = ExpressionProblem.aggregateMisfit(
        kind, walk.text, TypeName(member, in: schema), instead: instead)
      tell(.expression(problem), at: walk.syntax.range, related: related(toEndOf: walk))
      return nil
    }
    if kind == .first || kind == .last {
      guard hasList, walk.isInOrder, isInOrder(walk) else {
        let list = endsInList(walk) ? walk.text : walk.passed?.text ?? walk.text
        tell(.name(.unordered(kind.rawValue, list: list)), at: walk.syntax.range)
        return nil
      }
    }
    switch kind {
    case .count: return .number
    case .share: return .percent
    case .sum, .smallest, .largest, .earliest, .latest, .first, .last: return member
    }
  }

  /// Whether an aggregate can be made of values of this type.
  static func suits(_ kind: AggregateSyntax.Kind, _ type: OperandType) -> Bool {
    switch kind {
    case .count, .share: type.isScalar || type.isRecord
    case .sum, .smallest, .largest: type.isAmount
    case .earliest, .latest: type == .date
    case .first, .last: type.isScalar
    }
  }

  /// The path to a field of the list's elements that suits.
  func fittingField(of walk: Walk, suits: (OperandType) -> Bool) -> String? {
    guard let (_, record) = step(into: walk) else { return nil }
    let field = fields(record).first {
      if case .scalar(let scalar) = $0.type { return suits(OperandType(scalar)) }
      return false
    }
    return field.map { "\(walk.text).\($0.path)" }
  }

  // MARK: - Arithmetic

  mutating func arithmetic(
    _ sign: BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ range: ByteRange, wanted: Wanted, in place: Surroundings
  ) -> Operand? {
    let inner: Wanted = if case .unknown = wanted { .unknown } else { .anything }
    let first: Operand?
    let second: Operand?
    if left.isBareNumber, !right.isBareNumber {
      second = operand(right, wanted: inner, in: place)
      first = addend(left, beside: second, sign, inner, place)
    } else {
      first = operand(left, wanted: inner, in: place)
      second = addend(right, beside: first, sign, inner, place)
    }
    guard let first, let second else { return nil }
    guard let type = Self.result(sign, first.type, second.type) else {
      let problem = ExpressionProblem.arithmetic(
        sign, TypeName(first.type, in: schema), TypeName(second.type, in: schema))
      tell(.expression(problem), at: range)
      return nil
    }
    return .arithmetic(sign, first, second, type: type)
  }

  /// The other side of `+` or `-`: a bare number is read as what it is added to.
  private mutating func addend(
    _ syntax: ExpressionSyntax, beside other: Operand?, _ sign: BinaryOperator, _ wanted: Wanted,
    _ place: Surroundings
  ) -> Operand? {
    guard syntax.isBareNumber, sign != .times else {
      return operand(syntax, wanted: wanted, in: place)
    }
    guard let other else { return nil }
    if other.type == .date {
      tell(.value(.durationWithoutUnit(file.text(syntax.range))), at: syntax.range)
      return nil
    }
    return operand(syntax, wanted: .type(other.type, subject: ""), in: place)
  }

  /// The whole table of `+ - *`; nil where two types do not go together.
  static func result(
    _ sign: BinaryOperator, _ left: OperandType, _ right: OperandType
  ) -> OperandType? {
    switch (sign, left, right) {
    case (.plus, .number, .number), (.minus, .number, .number): .number
    case (.plus, .percent, .percent), (.minus, .percent, .percent): .percent
    case (.plus, .money, .money), (.minus, .money, .money): .money
    case (.plus, .date, .duration), (.minus, .date, .duration): .date
    case (.times, .number, .number): .number
    case (.times, .number, .percent), (.times, .percent, .number): .percent
    case (.times, .number, .money), (.times, .money, .number): .money
    default: nil
    }
  }
}

extension ExpressionSyntax {
  /// A number without a unit.
  var isBareNumber: Bool {
    if case .number(_, nil, _) = self { return true }
    return false
  }
}

extension OperandType {
  var isRecord: Bool {
    if case .record = self { return true }
    return false
  }
}
