import Diagnostics
import RuleSyntax
import SourceText

extension SchemaBuilder {
  mutating func buildChoices() {
    for (file, declaration) in choices where !declaration.isExtension {
      let location = Location(file, declaration.name.range)
      if let known = schema.choice(named: declaration.name.text) {
        report(
          .duplicate(.choice, declaration.name.text, owner: nil), at: location,
          first: schema.choices[known].origin)
      } else {
        schema.choices.append(
          Choice(
            name: declaration.name.text,
            title: Self.title(declaration.title, name: declaration.name.text),
            isOrdered: declaration.isOrdered, isOpen: declaration.isOpen, values: [],
            origin: location))
        let values = values(of: declaration, for: schema.choices.count - 1, in: file)
        schema.choices[schema.choices.count - 1].values += values
      }
    }
    extendChoices()
  }

  /// The values that a declaration adds to a choice, without those whose names are taken.
  mutating func values(
    of declaration: ChoiceDeclaration, for choice: Int, in file: SourceFile
  ) -> [Choice.Value] {
    let owner = schema.choices[choice].name
    let known = schema.choices[choice].values
    defer { schema.choices[choice].values = known }
    for value in declaration.values {
      let name = value.name.text
      let location = Location(file, value.name.range)
      if ReservedNames.always.contains(name) || ReservedNames.afterIs.contains(name) {
        report(.reservedWord(name, .value), at: location)
      }
      if let first = schema.choices[choice].value(named: name) {
        report(
          .duplicate(.value, name, owner: owner), at: location,
          first: schema.choices[choice].values[first].origin)
        continue
      }
      var spellings = clashFree(name, at: location, in: choice) ? [name] : []
      for also in value.also where !spellings.contains(also.value) {
        if clashFree(also.value, at: Location(file, also.range), in: choice) {
          spellings.append(also.value)
        }
      }
      schema.choices[choice].values.append(
        Choice.Value(
          name: name, title: Self.title(value.title, name: name), spellings: spellings,
          isOutsideOrder: value.isOutsideOrder, isAdded: declaration.isExtension,
          origin: location))
    }
    return Array(schema.choices[choice].values.dropFirst(known.count))
  }

  /// Whether no earlier value of the choice is spelt so; else there is a finding.
  private mutating func clashFree(
    _ spelling: String, at location: Location, in choice: Int
  ) -> Bool {
    guard let other = schema.choices[choice].value(spelled: spelling) else { return true }
    let name = schema.choices[choice].values[other].name
    report(
      .duplicateSpelling(spelling, .value, owner: schema.choices[choice].name, other: name),
      at: location)
    return false
  }

  mutating func reportUnknown(
    _ kind: SchemaProblem.Kind, _ name: Name, among known: [String], in file: SourceFile
  ) {
    let nearest = NearestNames.rank(name.text, among: known)
    report(.unknown(kind, name.text, nearest: nearest), at: Location(file, name.range))
  }
}
