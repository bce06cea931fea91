import Diagnostics
import RuleSyntax
import SourceText
import Values

extension SchemaBuilder {
  mutating func buildRecords() {
    for (file, declaration) in records where !declaration.isExtension {
      declare(declaration, in: file)
    }
    // Types name lists whose records must have an identifier: fields first, then their types.
    for (file, declaration) in records {
      guard let record = schema.record(named: declaration.name.text) else {
        if declaration.isExtension {
          reportUnknown(.record, declaration.name, among: schema.records.map(\.name), in: file)
        }
        continue
      }
      let isDuplicate =
        !declaration.isExtension
        && schema.records[record].origin != Location(file, declaration.name.range)
      if !isDuplicate { addFields(declaration.fields, to: record, group: nil, in: file) }
    }
    resolveTypes()
  }

  private mutating func declare(_ declaration: RecordDeclaration, in file: SourceFile) {
    let name = declaration.name.text
    let location = Location(file, declaration.name.range)
    if let known = schema.record(named: name) {
      report(
        .duplicate(.record, name, owner: nil), at: location, first: schema.records[known].origin)
      return
    }
    if ReservedNames.always.contains(name) { report(.reservedWord(name, .record), at: location) }
    var record = Record(
      name: name, title: Self.title(declaration.title, name: name), list: nil, listSpellings: [],
      origin: location)
    if let list = declaration.list {
      let place = Location(file, list.range)
      if name == "plan" {
        report(.planIsListed, at: place)
      } else if schema.record(listedIn: list.text) != nil {
        report(.duplicate(.list, list.text, owner: nil), at: place)
      } else {
        if ReservedNames.always.contains(list.text) {
          report(.reservedWord(list.text, .list), at: place)
        }
        record.list = list.text
        record.listSpellings = spellings(of: list, declaration.listAlso, in: file)
      }
    }
    schema.records.append(record)
  }

  /// The list's name and its further spellings, without those that mean another list.
  private mutating func spellings(
    of list: Name, _ also: [StringLiteral], in file: SourceFile
  ) -> [String] {
    var result: [String] = []
    let all = [(list.text, list.range)] + also.map { ($0.value, $0.range) }
    for (spelling, range) in all where !result.contains(spelling) {
      if let other = schema.records.first(where: { $0.listSpellings.contains(spelling) }) {
        report(
          .duplicateSpelling(spelling, .list, owner: nil, other: other.list ?? other.name),
          at: Location(file, range))
      } else {
        result.append(spelling)
      }
    }
    return result
  }

  private mutating func addFields(
    _ declarations: [FieldDeclaration], to record: Int, group: Int?, in file: SourceFile
  ) {
    for declaration in declarations {
      let index = schema.records[record].fields.count
      guard let field = makeField(declaration, in: record, group: group, file) else { continue }
      schema.records[record].fields.append(field)
      if let group {
        schema.records[record].fields[group].members.append(index)
      } else {
        schema.records[record].topFields.append(index)
      }
      noteRole(of: declaration, index, in: record, isTop: group == nil)
      deferred.append(
        DeferredField(record: record, field: index, file: file, declaration: declaration))
      if case .group(let members) = declaration.type {
        addFields(members, to: record, group: index, in: file)
      }
    }
  }

  /// Notes the record's identifier and name.
  private mutating func noteRole(
    of declaration: FieldDeclaration, _ index: Int, in record: Int, isTop: Bool
  ) {
    guard isTop else { return }
    if case .identifier = declaration.type, schema.records[record].idField == nil {
      schema.records[record].idField = index
    }
    let name = declaration.name.text
    if name == "name" || name == "title", schema.records[record].nameField == nil {
      schema.records[record].nameField = index
    }
  }

  /// The field with its type still open; nil where its name is taken.
  private mutating func makeField(
    _ declaration: FieldDeclaration, in record: Int, group: Int?, _ file: SourceFile
  ) -> Field? {
    let name = declaration.name.text
    let location = Location(file, declaration.name.range)
    let path = group.map { schema.records[record].fields[$0].path + "." + name } ?? name
    let owner = schema.records[record].name
    if let first = sibling(in: record, group, where: { $0.name == name }) {
      report(.duplicate(.field, name, owner: owner), at: location, first: first.origin)
      return nil
    }
    let state = StateKey(name)
    if state != nil, ReservedNames.states.contains(name) {
      report(.stateAsField(name), at: location)
    } else if ReservedNames.always.contains(name) || name == "plan" {
      report(.reservedWord(name, .field), at: location)
    }
    var spellings: [String] = []
    let all = [(name, declaration.name.range)] + declaration.also.map { ($0.value, $0.range) }
    for (spelling, range) in all where !spellings.contains(spelling) {
      if let other = sibling(in: record, group, where: { $0.spellings.contains(spelling) }) {
        report(
          .duplicateSpelling(spelling, .field, owner: owner, other: other.name),
          at: Location(file, range), first: other.origin)
      } else if spelling != name, StateKey(spelling)?.isState == true {
        report(.stateAsField(spelling), at: Location(file, range))
      } else {
        spellings.append(spelling)
      }
    }
    return Field(
      name: name, path: path, title: Self.title(declaration.title, name: name), type: .group,
      spellings: spellings, group: group, origin: location)
  }

  /// The first field of a record, or of a group in it, that was declared so far and fits.
  private func sibling(
    in record: Int, _ group: Int?, where fits: (Field) -> Bool
  ) -> Field? {
    let siblings =
      if let group {
        schema.records[record].fields[group].members
      } else {
        schema.records[record].topFields
      }
    for index in siblings where fits(schema.records[record].fields[index]) {
      return schema.records[record].fields[index]
    }
    return nil
  }
}
