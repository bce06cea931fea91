import Diagnostics
import RuleSyntax
import SourceText

extension SchemaBuilder {
  mutating func buildChoices() {
    for (file, declaration) in choices {
      let location = Location(file, declaration.name.range)
      let known = schema.choice(named: declaration.name.text)
      if declaration.isExtension {
        guard let known else {
          reportUnknown(.choice, declaration.name, among: schema.choices.map(\.name), in: file)
          continue
        }
        addValues(of: declaration, to: known, in: file)
      } else if let known {
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
        addValues(of: declaration, to: schema.choices.count - 1, in: file)
      }
    }
  }

  private mutating func addValues(
    of declaration: ChoiceDeclaration, to choice: Int, in file: SourceFile
  ) {
    let owner = schema.choices[choice].name
    for value in declaration.values {
      let name = value.name.text
      let location = Location(file, value.name.range)
      if ReservedNames.always.contains(name) || ReservedNames.afterIs.contains(name) {
        report(.reservedWord(name, .value), at: location)
      }
      if schema.choices[choice].value(named: name) != nil {
        report(.duplicate(.value, name, owner: owner), at: location)
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
          isOutsideOrder: value.isOutsideOrder))
    }
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
