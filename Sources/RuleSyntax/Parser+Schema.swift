import SourceText

extension Parser {
  /// `schema plan 1` with its title.
  mutating func readSchema() -> SchemaHeader? {
    let start = current
    let indent = line.indent
    advance()
    guard let name = readName(of: .schema) else { return nil }
    guard at(kind: .number), let version = Int(text(of: current)) else {
      fail(.number)
      return nil
    }
    advance()
    var title = Title()
    guard readTitle(&title, of: .title), expectEnd(or: .text) else { return nil }
    readTitleLines(&title, of: .title, deeperThan: indent)
    return SchemaHeader(
      name: name, version: version, title: title, range: range(from: Int(start.start)))
  }

  // MARK: - Choices

  /// `choice stage, in order` with a value on each line under it.
  mutating func readChoice(isExtension: Bool) -> ChoiceDeclaration? {
    let start = isExtension ? lexer.tokens[0] : current
    let indent = line.indent
    advance()
    guard let name = readName(of: .choice) else { return nil }
    var choice = ChoiceDeclaration(
      name: name, title: Title(), isExtension: isExtension, isOrdered: false, isOpen: false,
      values: [], range: start.range)
    while accept(kind: .comma) {
      if isExtension {
        guard expect(.after), let place = readReference(to: .choiceValue) else { return nil }
        choice.place = place
      } else if accept(.open) {
        choice.isOpen = true
      } else if at(.in, .order) {
        advance()
        advance()
        choice.isOrdered = true
      } else {
        fail(.code("in order"), .code("open"))
        return nil
      }
    }
    guard readTitle(&choice.title, of: .title), expectHeadEnd(after: name) else {
      return nil
    }
    readGermanBelow(&choice.title)
    let problems = problemCount
    readBlock(deeperThan: indent) { parser in
      parser.readChoiceLine(&choice, isOutsideOrder: false)
    }
    if isExtension { refuseTitle(choice.title, of: .choice) }
    if choice.values.isEmpty, problemCount == problems, !isStrayLineNext {
      reportBlock(.missingBody(.choice, name: name.text), at: name.range)
    }
    choice.range = range(from: Int(start.start))
    return choice
  }

  private mutating func readChoiceLine(_ choice: inout ChoiceDeclaration, isOutsideOrder: Bool) {
    if at(kind: .string) || atGerman {
      readTitleLine(&choice.title, of: .title)
    } else if at(.outside, .the), !isOutsideOrder {
      readOutside(&choice)
    } else if let value = readChoiceValue(isOutsideOrder: isOutsideOrder) {
      choice.values.append(value)
    }
  }

  /// `outside the order`: the values under it compare with no other.
  private mutating func readOutside(_ choice: inout ChoiceDeclaration) {
    let indent = line.indent
    let start = current
    guard expect(.outside, .the, .order), expectEnd() else { return }
    guard hasBlock(deeperThan: indent) else {
      reportBlock(.missingBody(.choice, name: "outside the order"), at: start.range)
      return
    }
    readBlock(deeperThan: indent) { parser in
      parser.readChoiceLine(&choice, isOutsideOrder: true)
    }
  }

  private mutating func readChoiceValue(isOutsideOrder: Bool) -> ChoiceDeclaration.Value? {
    guard let name = readName(of: .choiceValue) else { return nil }
    var value = ChoiceDeclaration.Value(
      name: name, title: Title(), also: [], isOutsideOrder: isOutsideOrder)
    guard readTitle(&value.title, of: .title) else { return nil }
    if accept(.also), !readAlso(into: &value.also) { return nil }
    guard expectEnd(or: .text, .code("also")) else { return nil }
    readGermanBelow(&value.title)
    return value
  }

  // MARK: - Records

  /// `record measure, listed in measures` with a field on each line under it.
  mutating func readRecord(isExtension: Bool) -> RecordDeclaration? {
    let start = isExtension ? lexer.tokens[0] : current
    let indent = line.indent
    advance()
    guard let name = readName(of: .record) else { return nil }
    var record = RecordDeclaration(
      name: name, isExtension: isExtension, list: nil, listAlso: [], title: Title(), fields: [],
      range: start.range)
    if !isExtension, accept(kind: .comma) {
      guard expect(.listed, .in), let list = readName(of: .list) else { return nil }
      record.list = list
      if accept(.also), !readAlso(into: &record.listAlso) { return nil }
    }
    guard readTitle(&record.title, of: .title) else { return nil }
    if record.list != nil, record.listAlso.isEmpty, accept(.also),
      !readAlso(into: &record.listAlso)
    {
      return nil
    }
    guard expectHeadEnd(after: name) else { return nil }
    readGermanBelow(&record.title)
    let problems = problemCount
    readFields(&record.fields, title: &record.title, deeperThan: indent)
    if isExtension { refuseTitle(record.title, of: .record) }
    if record.fields.isEmpty, problemCount == problems, !isStrayLineNext {
      reportBlock(.missingBody(.record, name: name.text), at: name.range)
    }
    record.range = range(from: Int(start.start))
    return record
  }

  /// Tells that what is extended keeps the title that it has.
  private mutating func refuseTitle(_ title: Title, of part: SyntaxProblem.Part) {
    guard let text = title.english ?? title.german else { return }
    reportBlock(.titleOfExtension(part), at: text.range)
  }

  /// Reads the fields of a record or group; lines of texts alone are its title.
  private mutating func readFields(
    _ fields: inout [FieldDeclaration], title: inout Title, deeperThan indent: Int
  ) {
    readBlock(deeperThan: indent) { parser in
      if parser.at(kind: .string) || parser.atGerman {
        parser.readTitleLine(&title, of: .title)
      } else if let field = parser.readField() {
        fields.append(field)
      }
    }
  }

  /// `owner one of committees, else area.owner "Owner" de "Federführung" also federführung`
  private mutating func readField() -> FieldDeclaration? {
    let start = current
    let indent = line.indent
    guard enterBlock() else { return nil }
    defer { blockDepth -= 1 }
    guard let field = readFieldLine() else {
      recoverFields(deeperThan: indent)
      return nil
    }
    var whole = field
    readGermanBelow(&whole.title)
    guard case .group = field.type else {
      readTitleLines(&whole.title, of: .title, deeperThan: indent)
      return whole
    }
    var fields: [FieldDeclaration] = []
    let problems = problemCount
    readFields(&fields, title: &whole.title, deeperThan: indent)
    if fields.isEmpty, problemCount == problems {
      reportBlock(.missingBody(.group, name: field.name.text), at: field.name.range)
    }
    whole.type = .group(fields)
    whole.range = range(from: Int(start.start))
    return whole
  }

  /// Reads what is indented under a field that could not be read, for mistakes of its own.
  private mutating func recoverFields(deeperThan indent: Int) {
    var title = Title()
    var fields: [FieldDeclaration] = []
    readFields(&fields, title: &title, deeperThan: indent)
  }

  private mutating func readFieldLine() -> FieldDeclaration? {
    let start = current
    guard let name = readName(of: .field), let type = readType() else { return nil }
    var field = FieldDeclaration(name: name, type: type, range: start.range)
    while accept(kind: .comma) {
      guard readModifier(of: &field) else { return nil }
    }
    guard readTitle(&field.title, of: .title) else { return nil }
    if accept(.also), !readAlso(into: &field.also) { return nil }
    guard expectEnd(or: .code(","), .text, .code("also")) else { return nil }
    field.range = range(since: start)
    return field
  }

  /// Reads what stands after a comma behind a field's type.
  private mutating func readModifier(of field: inout FieldDeclaration) -> Bool {
    switch current.word {
    case .open:
      if case .choice = field.type {
        field.openChoice = current.range
      } else {
        guard let opened = field.type.opened else { return fail(.modifier) }
        field.type = opened
      }
      advance()
    case .in:
      guard case .list(let element, _) = field.type else { return fail(.modifier) }
      guard let order = readOrder() else { return false }
      field.type = .list(element, order: order)
    case .seen:
      guard expect(.seen, .from, .there, .as), let name = readName(of: .inverse) else {
        return false
      }
      field.inverse = name
    case .else:
      advance()
      guard let path = readPath() else { return false }
      field.inherited = path
    case .from:
      field.dateReading = .fromFirstDay
      return expect(.from, .its, .first, .day)
    case .to:
      field.dateReading = .toLastDay
      return expect(.to, .its, .last, .day)
    case .at:
      guard expect(.at, .least), let bound = readExpression() else { return false }
      field.lowerBound = bound
    default:
      return fail(.modifier)
    }
    return true
  }

  private mutating func readOrder() -> FieldType.ListOrder? {
    guard expect(.in, .order) else { return nil }
    guard accept(.by) else { return .asWritten }
    return readReference(to: .field).map(FieldType.ListOrder.by)
  }

  // MARK: - Types

  /// Reads a type without its modifiers.
  mutating func readType() -> FieldType? {
    if let simple = Self.simpleType(current.word) {
      advance()
      return simple
    }
    switch current.word {
    case .yes:
      return expect(.yes, .or, .no) ? .yesOrNo : nil
    case .whole:
      return expect(.whole, .number) ? .wholeNumber : nil
    case .choice:
      advance()
      return readReference(to: .choice).map(FieldType.choice)
    case .one:
      guard expect(.one, .of) else { return nil }
      return readReference(to: .list).map { .oneOf($0, isOpen: false) }
    case .some:
      guard expect(.some, .of) else { return nil }
      return readReference(to: .list).map { .someOf($0, isOpen: false) }
    case .list:
      return readListType()
    case .group:
      advance()
      return .group([])
    default:
      return readRecordType()
    }
  }

  private static func simpleType(_ word: Word) -> FieldType? {
    switch word {
    case .text: .text
    case .identifier: .identifier
    case .number: .number
    case .percent: .percent
    case .money: .money
    case .date: .date
    default: nil
    }
  }

  private mutating func readListType() -> FieldType? {
    guard expect(.list, .of) else { return nil }
    switch current.word {
    case .group, .list:
      report(.groupInList, at: current.range)
      return nil
    default:
      return readType().map { .list($0, order: .none) }
    }
  }

  private mutating func readRecordType() -> FieldType? {
    guard at(kind: .name), !Word.reserved.contains(current.word) else {
      fail(.type)
      return nil
    }
    if let ours = Self.otherTypes[text(of: current)] {
      report(
        .otherLanguage(text(of: current), ours: ours), at: current.range, replacing: ours)
      return nil
    }
    return readReference(to: .record).map(FieldType.record)
  }

  /// What other languages call the types.
  private static let otherTypes: [String: String] = [
    "string": "text", "bool": "yes or no", "boolean": "yes or no", "int": "whole number",
    "integer": "whole number", "float": "number", "double": "number", "decimal": "number",
    "enum": "choice", "array": "list of", "object": "group", "datetime": "date",
  ]
}

extension FieldType {
  /// The same reference with unknown names allowed; nil for other types.
  var opened: FieldType? {
    switch self {
    case .oneOf(let list, _): .oneOf(list, isOpen: true)
    case .someOf(let list, _): .someOf(list, isOpen: true)
    default: nil
    }
  }
}
