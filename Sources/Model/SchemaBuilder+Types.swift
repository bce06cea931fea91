import Diagnostics
import RuleSyntax
import SourceText
import Values

extension SchemaBuilder {
  mutating func resolveTypes() {
    for field in deferred {
      let type = resolve(field.declaration.type, of: field)
      schema.records[field.record].fields[field.field].type = type
      notePlace(field, type)
    }
    for field in deferred { resolveModifiers(of: field) }
  }

  private mutating func resolve(_ type: FieldType, of field: DeferredField) -> ValueType {
    switch type {
    case .text: .scalar(.text)
    case .identifier: .scalar(.identifier)
    case .yesOrNo: .scalar(.yesOrNo)
    case .number: .scalar(.number)
    case .wholeNumber: .scalar(.wholeNumber)
    case .percent: .scalar(.percent)
    case .money: .scalar(.money)
    case .date: .scalar(.date)
    case .choice(let name): .scalar(choice(name, in: field.file))
    case .oneOf(let list, let isOpen): .scalar(reference(list, isOpen, in: field.file))
    case .someOf(let list, let isOpen):
      .scalars(reference(list, isOpen, in: field.file), isOrdered: false)
    case .list(let element, let order): list(of: element, order, of: field)
    case .group: .group
    case .record(let name): nested(name, in: field.file).map { .record($0) } ?? .scalar(.text)
    }
  }

  private mutating func choice(_ name: Name, in file: SourceFile) -> ScalarType {
    if let choice = schema.choice(named: name.text) { return .choice(choice) }
    reportUnknown(.choice, name, among: schema.choices.map(\.name), in: file)
    return .text
  }

  private mutating func reference(
    _ list: Name, _ isOpen: Bool, in file: SourceFile
  ) -> ScalarType {
    let location = Location(file, list.range)
    guard let record = schema.record(listedIn: list.text) else {
      if let named = schema.record(named: list.text), let known = schema.records[named].list {
        report(.otherKind(wanted: .list, list.text, known: "one of \(known)"), at: location)
      } else {
        reportUnknown(.list, list, among: schema.records.compactMap(\.list), in: file)
      }
      return .text
    }
    guard schema.records[record].idField != nil else {
      report(
        .listWithoutIdentifier(list: list.text, record: schema.records[record].name),
        at: location, first: schema.records[record].origin)
      return .text
    }
    return .reference(record, isOpen: isOpen)
  }

  private mutating func nested(_ name: Name, in file: SourceFile) -> Int? {
    let location = Location(file, name.range)
    if name.text == "plan" {
      report(.planIsNested, at: location)
      return nil
    }
    if let record = schema.record(named: name.text) { return record }
    if let record = schema.record(listedIn: name.text) {
      let known = schema.records[record].name
      report(.otherKind(wanted: .record, name.text, known: "list of \(known)"), at: location)
    } else {
      reportUnknown(.record, name, among: schema.records.map(\.name), in: file)
    }
    return nil
  }

  private mutating func list(
    of element: FieldType, _ order: FieldType.ListOrder, of field: DeferredField
  ) -> ValueType {
    let path = schema.records[field.record].fields[field.field].path
    let location = Location(field.file, field.declaration.name.range)
    switch element {
    case .group, .list, .someOf:
      report(.listOfGroups(path), at: location)
      return .scalars(.text, isOrdered: false)
    case .record(let name):
      guard let record = nested(name, in: field.file) else {
        return .scalars(.text, isOrdered: false)
      }
      return .records(record, order: listOrder(order, in: record, field))
    case .text, .identifier, .yesOrNo, .number, .wholeNumber, .percent, .money, .date, .choice,
      .oneOf:
      guard case .scalar(let scalar) = resolve(element, of: field) else { return .scalar(.text) }
      switch order {
      case .none: return .scalars(scalar, isOrdered: false)
      case .asWritten: return .scalars(scalar, isOrdered: true)
      case .by(let name):
        report(.orderOfValues(path), at: Location(field.file, name.range))
        return .scalars(scalar, isOrdered: false)
      }
    }
  }

  private mutating func listOrder(
    _ order: FieldType.ListOrder, in record: Int, _ field: DeferredField
  ) -> ValueType.ListOrder {
    switch order {
    case .none: return .none
    case .asWritten: return .asWritten
    case .by(let name):
      let fields = schema.records[record].fields
      guard let found = schema.records[record].field(path: name.text) else {
        let nearest = NearestNames.rank(name.text, among: fields.map(\.path))
        report(
          .unknownOrderField(name.text, record: schema.records[record].name, nearest: nearest),
          at: Location(field.file, name.range))
        return .none
      }
      return .by(found)
    }
  }

  private mutating func notePlace(_ field: DeferredField, _ type: ValueType) {
    switch type {
    case .records(let record, _), .record(let record):
      schema.records[record].places.append(
        Record.Place(record: field.record, field: field.field))
    case .scalar, .scalars, .group: break
    }
  }

  private mutating func resolveModifiers(of field: DeferredField) {
    let declared = schema.records[field.record].fields[field.field]
    let location = Location(field.file, field.declaration.name.range)
    if case .choice(let choice) = declared.type.scalar {
      schema.records[field.record].fields[field.field].isOpenChoice =
        schema.choices[choice].isOpen || field.declaration.openChoice != nil
    }
    if case .records(let record, .by(let order)) = declared.type {
      switch schema.records[record].fields[order].type {
      case .scalar: break
      case .scalars, .records, .record, .group:
        report(
          .orderByCollection(schema.records[record].fields[order].path), at: location)
        schema.records[field.record].fields[field.field].type = .records(record, order: .none)
      }
    }
    if let reading = field.declaration.dateReading {
      if declared.type.scalar == .date {
        schema.records[field.record].fields[field.field].dateReading = reading
      } else {
        report(.dateReadingWithoutDate(declared.path), at: location)
      }
    }
    if let bound = field.declaration.lowerBound {
      let decimal = lowerBound(bound, of: declared, in: field.file)
      schema.records[field.record].fields[field.field].lowerBound = decimal
    }
    if let inverse = field.declaration.inverse { addInverse(inverse, of: field, declared) }
  }

  private mutating func lowerBound(
    _ bound: ExpressionSyntax, of field: Field, in file: SourceFile
  ) -> Decimal? {
    let location = Location(file, bound.range)
    switch field.type.scalar {
    case .number, .wholeNumber, .percent, .money: break
    case .text, .identifier, .yesOrNo, .date, .choice, .reference, nil:
      report(.lowerBoundWithoutNumber(field.path), at: location)
      return nil
    }
    if case .number(let text, _, _) = bound, case .success(let decimal) = Decimal.read(text) {
      return decimal
    }
    report(.unreadableLowerBound(field.path), at: location)
    return nil
  }

  private mutating func addInverse(
    _ name: Name, of field: DeferredField, _ declared: Field
  ) {
    let location = Location(field.file, name.range)
    guard case .reference(let record, _) = declared.type.scalar else {
      report(.inverseWithoutReference(declared.path), at: location)
      return
    }
    let owner = schema.records[record]
    if ReservedNames.always.contains(name.text) {
      report(.reservedWord(name.text, .inverse), at: location)
    }
    if let other = owner.topFields.first(where: { owner.fields[$0].name == name.text }) {
      report(
        .inverseClash(name.text, record: owner.name, with: .field), at: location,
        first: owner.fields[other].origin)
    } else if owner.inverse(named: name.text) != nil {
      report(.inverseClash(name.text, record: owner.name, with: .inverse), at: location)
    } else {
      schema.records[record].inverses.append(
        Inverse(name: name.text, record: field.record, field: field.field))
    }
  }
}

extension ValueType {
  /// The type of the value or of a list's entries; nil for groups and records.
  package var scalar: ScalarType? {
    switch self {
    case .scalar(let scalar), .scalars(let scalar, _): scalar
    case .records, .record, .group: nil
    }
  }
}
