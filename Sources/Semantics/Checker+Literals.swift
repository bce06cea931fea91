import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// Values that are written out.
extension Checker {
  /// A number with its unit, read as what is wanted.
  mutating func number(
    _ text: String, _ unit: Name?, _ range: ByteRange, wanted: OperandType?
  ) -> Literal? {
    let value: Decimal
    switch Decimal.read(text) {
    case .success(let decimal): value = decimal
    case .failure(let problem):
      tellUnreadable(problem, at: range)
      return nil
    }
    guard let unit else { return bareNumber(value, text, range, wanted: wanted) }
    if unit.text == "%" { return .percent(value) }
    if let currency = Currency(unit.text) { return .money(Money(value, currency)) }
    guard let duration = Self.durations[unit.text] else {
      let nearest = NearestNames.rank(unit.text, among: Self.durations.keys.sorted() + ["EUR"])
      tell(
        .value(.unknownUnit(unit.text, nearest: nearest)), at: unit.range,
        fixes: mending(nearest, at: unit.range))
      return nil
    }
    guard let count = value.wholeValue, abs(count) <= Self.longestDuration else {
      tell(.value(value.isWhole ? .tooLong(text) : .notWhole(text)), at: range)
      return nil
    }
    return .duration(count, duration)
  }

  /// More days than lie between the years 1 and 9999.
  private static let longestDuration = 3_700_000

  private static let durations: [String: Literal.DurationUnit] = [
    "day": .days, "days": .days, "month": .months, "months": .months, "year": .years,
    "years": .years,
  ]

  private mutating func bareNumber(
    _ value: Decimal, _ text: String, _ range: ByteRange, wanted: OperandType?
  ) -> Literal? {
    switch wanted {
    case .money:
      if value.isZero { return .money(Money(value, nil)) }
      let written = file.text(range)
      tell(
        .value(.moneyWithoutUnit(written)), at: range, fixes: writing("\(written) EUR", at: range))
      return nil
    case .percent:
      if value.isZero { return .percent(value) }
      tell(.value(.percentWithoutSign(text)), at: range, fixes: writing("\(text) %", at: range))
      return nil
    case .date:
      if text.utf8.count == 4, let year = value.wholeValue, let date = CalendarDate(year: year) {
        return .date(date)
      }
      return .number(value)
    default:
      return .number(value)
    }
  }

  mutating func date(_ text: String, _ range: ByteRange) -> Literal? {
    switch CalendarDate.read(text) {
    case .success(let date): return .date(date)
    case .failure(let problem):
      tellUnreadable(problem, at: range)
      return nil
    }
  }

  /// Tells what the lexer did not tell already.
  private mutating func tellUnreadable(_ problem: ReadProblem, at range: ByteRange) {
    switch problem {
    case .tooManyDigits, .impossibleDate: tell(.value(.unreadable(problem)), at: range)
    default: break
    }
  }

  // MARK: - `is V`

  /// A value that a subject is said to be: a literal, or a setting.
  enum Value {
    case literal(Literal)
    case setting(Int, OperandType)
  }

  /// Reads `V` in the type of the subject only.
  mutating func value(
    _ syntax: ExpressionSyntax, of type: OperandType, subject: String,
    words: @autoclosure () -> String,
    in place: Surroundings
  ) -> Value? {
    if case .path(let path) = syntax {
      return named(path, of: type, subject: subject, words: words(), in: place)
    }
    switch (type, syntax) {
    case (.choice(let choice), .string(let literal)):
      tellQuoted(literal, of: choice)
      return nil
    case (.choice(let choice), .number(_, nil, let range)),
      (.choice(let choice), .yesOrNo(_, let range)):
      tellUnknownValue(file.text(range), of: choice, at: range)
      return nil
    case (.text, .string(let literal)), (.identifier, .string(let literal)),
      (.reference, .string(let literal)):
      return .literal(.text(literal.value))
    case (.text, .number), (.text, .date), (.text, .yesOrNo), (.identifier, .number),
      (.identifier, .date), (.identifier, .yesOrNo), (.reference, .number), (.reference, .date),
      (.reference, .yesOrNo):
      tellUnquoted(syntax.range, subject, type)
      return nil
    default:
      return literal(syntax, of: type, subject: subject, words: words(), in: place)
    }
  }

  private mutating func literal(
    _ syntax: ExpressionSyntax, of type: OperandType, subject: String,
    words: @autoclosure () -> String,
    in place: Surroundings
  ) -> Value? {
    switch syntax {
    case .number, .string, .date, .yesOrNo: break
    case .path, .today, .aggregate, .matches, .state, .binary:
      tell(
        .value(.notALiteral(file.text(syntax.range), words: words())), at: syntax.range,
        fixes: sameAs(syntax.range, words()))
      return nil
    }
    let wanted = Wanted.type(type, subject: subject)
    guard
      case .literal(let literal) = comparable(syntax, words: words(), wanted: wanted, in: place)
    else { return nil }
    return .literal(literal)
  }

  /// A name after `is`: a value of the choice, or a setting.
  private mutating func named(
    _ path: PathSyntax, of type: OperandType, subject: String, words: @autoclosure () -> String,
    in place: Surroundings
  ) -> Value? {
    let name = path.names[0]
    guard path.names.count == 1 else {
      guard followed(path, in: place) != nil else { return nil }
      tellField(path, words())
      return nil
    }
    var value: Literal?
    if case .choice(let choice) = type, let index = names.value(name.text, of: choice) {
      value = .choice(choice, value: index)
    }
    if let setting = setting(name.text, in: place) {
      if case .choice(let choice) = type, value != nil {
        let readings: [NameProblem.Reading] = [
          .setting(name.text), .value(name.text, of: schema.choices[choice].name),
        ]
        tell(.name(.ambiguous(name.text, readings, instead: nil)), at: name.range)
        return nil
      }
      return settingValue(setting, of: type, subject: subject, at: name.range)
    }
    if let value { return .literal(value) }
    tellNoValue(path, of: type, subject: subject, words: words(), in: place)
    return nil
  }

  private mutating func settingValue(
    _ setting: Declared, of type: OperandType, subject: String, at range: ByteRange
  ) -> Value? {
    guard case .valid(let index) = setting else { return nil }
    let found = settingTypes[index]
    guard found.isComparable(with: type) else {
      let problem = ValueProblem.otherType(
        found: TypeName(found, in: schema), subject: subject, TypeName(type, in: schema))
      tell(.value(problem), at: range)
      return nil
    }
    return .setting(index, found)
  }

  /// Tells what a bare name is that is no value.
  private mutating func tellNoValue(
    _ path: PathSyntax, of type: OperandType, subject: String, words: @autoclosure () -> String,
    in place: Surroundings
  ) {
    let name = path.names[0]
    if names.lists[name.text] != nil, !type.isChoice {
      let problem = TypeProblem.value(.listAsValue(name.text, words: words()))
      return tell(problem, at: name.range)
    }
    if isPath(name.text, in: place) { return tellField(path, words()) }
    switch type {
    case .choice(let choice): tellUnknownValue(name.text, of: choice, at: name.range)
    case .text, .identifier, .reference: tellUnquoted(name.range, subject, type)
    default:
      let known = Self.stateWords + visibleSettings(place)
      let nearest = NearestNames.rank(name.text, among: known)
      tell(
        .value(
          .noValue(name.text, subject: subject, TypeName(type, in: schema), nearest: nearest)),
        at: name.range, fixes: mending(nearest, at: name.range))
    }
  }

  /// What may follow `is` beside values.
  private static let stateWords = ["stated", "open", "missing", "answered"]

  private mutating func tellField(_ path: PathSyntax, _ words: String) {
    tell(
      .value(.fieldAsValue(path.text, words: words)), at: path.range,
      fixes: sameAs(path.range, words))
  }

  /// A fix for what follows `be` or `is`; behind other words `the same as` cannot stand.
  private func sameAs(_ range: ByteRange, _ words: String) -> [Fix] {
    switch words {
    case "must be", "must not be", "is", "is not":
      writing("the same as " + file.text(range), at: range)
    default: []
    }
  }

  private mutating func tellUnquoted(_ range: ByteRange, _ subject: String, _ type: OperandType) {
    let text = file.text(range)
    tell(
      .value(.unquoted(text, subject: subject, TypeName(type, in: schema))), at: range,
      fixes: writing("\"\(text)\"", at: range))
  }

  private mutating func tellQuoted(_ literal: StringLiteral, of choice: Int) {
    guard let value = schema.choices[choice].value(spelled: literal.value) else {
      return tellUnknownValue(literal.value, of: choice, at: literal.range)
    }
    let name = schema.choices[choice].values[value].name
    tell(
      .value(.quotedValue(name, choice: schema.choices[choice].name)), at: literal.range,
      fixes: writing(name, at: literal.range))
  }

  mutating func tellUnknownValue(_ text: String, of index: Int, at range: ByteRange) {
    let choice = schema.choices[index]
    if let value = choice.value(spelled: text) {
      let ours = choice.values[value].name
      return tell(
        .value(.valueSpelling(text, ours: ours, choice: choice.name)), at: range,
        related: [related(toChoice: index)], fixes: writing(ours, at: range))
    }
    let all = choice.values.map(\.name)
    let nearest = NearestNames.rank(text, among: all)
    tell(
      .value(
        .unknownValue(
          text, choice: choice.name, nearest: nearest, all: all, isOpen: choice.isOpen)),
      at: range, related: [related(toChoice: index)], fixes: mending(nearest, at: range))
  }
}

extension OperandType {
  var isChoice: Bool {
    if case .choice = self { return true }
    return false
  }
}
