import Diagnostics
import RuleSyntax
import SourceText

/// `extend choice`: further values for a choice that stands elsewhere.
extension SchemaBuilder {
  /// Adds the values of all extensions; the order of the files changes nothing.
  ///
  /// A value may be the place of another extension's values, so an extension waits until the value
  /// that it names is there.
  mutating func extendChoices() {
    var waiting: [Extension] = []
    for (file, declaration) in choices where declaration.isExtension {
      guard let choice = schema.choice(named: declaration.name.text) else {
        reportUnknown(.choice, declaration.name, among: schema.choices.map(\.name), in: file)
        continue
      }
      waiting.append(Extension(file: file, declaration: declaration, choice: choice))
    }
    var taken: [PlaceKey: Location] = [:]
    while true {
      let ready = waiting.filter { isReady($0) }
      guard !ready.isEmpty else { break }
      waiting.removeAll { isReady($0) }
      for found in ready { add(found, &taken) }
    }
    for found in waiting {
      guard let place = found.declaration.place else { continue }
      let names = schema.choices[found.choice].values.map(\.name)
      reportUnknown(.value, place, among: names, in: found.file)
    }
  }

  private struct Extension {
    var file: SourceFile
    var declaration: ChoiceDeclaration
    var choice: Int
  }

  private struct PlaceKey: Hashable {
    var choice: Int
    var value: String
  }

  private func isReady(_ found: Extension) -> Bool {
    guard let place = found.declaration.place else { return true }
    return schema.choices[found.choice].value(named: place.text) != nil
  }

  private mutating func add(_ found: Extension, _ taken: inout [PlaceKey: Location]) {
    let owner = schema.choices[found.choice]
    let declaration = found.declaration
    let location = Location(found.file, declaration.name.range)
    let ordered = declaration.values.filter { !$0.isOutsideOrder }
    if let first = declaration.values.first(where: \.isOutsideOrder), !owner.isOrdered {
      report(.orderOfChoice(owner.name), at: Location(found.file, first.name.range))
      return
    }
    guard let place = declaration.place else {
      if owner.isOrdered, !ordered.isEmpty {
        report(
          .placeNeeded(owner.name, values: owner.values.map(\.name)), at: location,
          first: owner.origin)
        return
      }
      let values = values(of: declaration, for: found.choice, in: found.file)
      schema.choices[found.choice].values += values
      return
    }
    let key = PlaceKey(choice: found.choice, value: place.text)
    if let first = taken[key] {
      report(
        .samePlace(owner.name, after: place.text), at: Location(found.file, place.range),
        first: first)
      return
    }
    taken[key] = Location(found.file, place.range)
    let values = values(of: declaration, for: found.choice, in: found.file)
    let index = owner.value(named: place.text).map { $0 + 1 } ?? owner.values.count
    schema.choices[found.choice].values.insert(
      contentsOf: values.filter { !$0.isOutsideOrder }, at: index)
    schema.choices[found.choice].values += values.filter(\.isOutsideOrder)
  }
}
