import SourceText

extension Parser {
  /// Reads values joined by `+`, `-` and `*`; `*` binds closer.
  mutating func readExpression() -> ExpressionSyntax? {
    let start = current
    guard enter() else { return nil }
    let outer = depth
    defer { depth = outer - 1 }
    guard var left = readProduct() else { return nil }
    while true {
      let operation: BinaryOperator
      if at(kind: .plus) {
        operation = .plus
      } else if at(kind: .minus) {
        guard isMinusSpaced else {
          reportTightMinus(after: start)
          return nil
        }
        operation = .minus
      } else {
        return left
      }
      advance()
      guard enter(), let right = readProduct() else { return nil }
      left = .binary(operation, left, right, range: range(since: start))
    }
  }

  private mutating func readProduct() -> ExpressionSyntax? {
    let start = current
    let outer = depth
    defer { depth = outer }
    guard var left = readOperand() else { return nil }
    while accept(kind: .times) {
      guard enter(), let right = readOperand() else { return nil }
      left = .binary(.times, left, right, range: range(since: start))
    }
    return left
  }

  /// Whether blanks stand on both sides of the minus; `a-b` would be a name.
  private var isMinusSpaced: Bool {
    let minus = current
    return lastEnd < Int(minus.start) && Int(minus.end) < Int(ahead(1).start)
  }

  private mutating func reportTightMinus(after start: Token) {
    let next = ahead(1)
    let end = next.kind == .end ? current.end : next.end
    let written = lexer.text(Int(start.start), Int(end))
    let after = next.kind == .end ? "" : " "
    let before = lastEnd < Int(current.start) ? "" : " "
    report(
      .minusWithoutSpaces(written: written), at: current.range,
      replacing: before + "-" + (Int(current.end) < Int(next.start) ? "" : after))
  }

  // MARK: - Operands

  private mutating func readOperand() -> ExpressionSyntax? {
    let token = current
    switch token.kind {
    case .number:
      return readQuantity(sign: "", from: token)
    case .minus where ahead(1).kind == .number && ahead(1).start == token.end:
      advance()
      return readQuantity(sign: "-", from: token)
    case .date:
      advance()
      return .date(text: text(of: token), range: token.range)
    case .string:
      return readText().map(ExpressionSyntax.string)
    case .openParenthesis:
      advance()
      guard let inner = readExpression() else { return nil }
      guard accept(kind: .closeParenthesis) else {
        fail(.code(")"))
        return nil
      }
      return inner
    case .name:
      return readNamedOperand()
    default:
      fail(.expression)
      return nil
    }
  }

  /// Reads a number with its unit: three capital letters, `€`, `%`, days, months or years.
  private mutating func readQuantity(sign: String, from start: Token) -> ExpressionSyntax {
    let digits = current
    advance()
    var unit: Name?
    if at(kind: .percent) || at(kind: .euro) || isUnit(current) {
      unit = Name(text(of: current), current.range)
      advance()
    }
    return .number(text: sign + plainDigits(digits), unit: unit, range: range(since: start))
  }

  /// The digits of a number without the spaces between groups of three.
  private func plainDigits(_ token: Token) -> String {
    let written = text(of: token)
    guard written.utf8.contains(where: { $0 == 0x20 || $0 >= 0x80 }) else { return written }
    return String(
      decoding: written.utf8.filter { $0 == UInt8(ascii: ".") || ($0 >= 0x30 && $0 <= 0x39) },
      as: UTF8.self)
  }

  private func isUnit(_ token: Token) -> Bool {
    guard token.kind == .name else { return false }
    switch token.word {
    case .day, .days, .month, .months, .year, .years: return true
    default:
      guard token.end - token.start == 3 else { return false }
      return (token.start..<token.end).allSatisfy {
        let byte = lexer.bytes[Int($0)]
        return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      }
    }
  }

  private mutating func readNamedOperand() -> ExpressionSyntax? {
    let token = current
    let isPath = ahead(1).kind == .dot
    if !isPath {
      switch token.word {
      case .yes, .no:
        advance()
        return .yesOrNo(token.word == .yes, range: token.range)
      case .today:
        advance()
        return .today(range: token.range)
      case .state where ahead(1).word == .of:
        advance()
        advance()
        return readPath().map { .state($0, range: range(since: token)) }
      default:
        if let kind = aggregateKind { return readAggregate(kind) }
      }
    }
    return readPathOperand(token)
  }

  /// Reads a path, or `NOTATION in PATH`.
  private mutating func readPathOperand(_ start: Token) -> ExpressionSyntax? {
    guard let path = readPath() else { return nil }
    guard path.names.count == 1, accept(.in) else { return .path(path) }
    guard let place = readPath() else { return nil }
    return .matches(notation: path.names[0], path: place, range: range(since: start))
  }

  // MARK: - Aggregates

  /// The aggregate that begins here; a bare `count` counts rows, in tables only.
  private var aggregateKind: AggregateSyntax.Kind? {
    let isFollowed = ahead(1).word == .of
    switch current.word {
    case .sum: return isFollowed ? .sum : nil
    case .count: return isFollowed || isInTable ? .count : nil
    case .earliest: return isFollowed ? .earliest : nil
    case .latest: return isFollowed ? .latest : nil
    case .smallest: return isFollowed ? .smallest : nil
    case .largest: return isFollowed ? .largest : nil
    case .first: return isFollowed ? .first : nil
    case .last: return isFollowed ? .last : nil
    case .share: return isFollowed ? .share : nil
    default: return nil
    }
  }

  /// `sum of PATH [where CONDITION] [counting missing as 0]`
  private mutating func readAggregate(_ kind: AggregateSyntax.Kind) -> ExpressionSyntax? {
    let start = current
    advance()
    var aggregate = AggregateSyntax(
      kind: kind, path: nil, filter: nil, missingAsZero: nil, range: start.range)
    if accept(.of) {
      guard let path = readPath() else { return nil }
      aggregate.path = path
    }
    if accept(.where) {
      guard let condition = readCondition() else { return nil }
      aggregate.filter = condition
    }
    if at(.counting) {
      let words = current
      guard expect(.counting, .missing, .as) else { return nil }
      guard at(kind: .number), text(of: current) == "0" else {
        fail(.code("0"))
        return nil
      }
      advance()
      aggregate.missingAsZero = range(since: words)
    }
    aggregate.range = range(since: start)
    return .aggregate(aggregate)
  }
}
