import Diagnostics
import Model
import RuleSyntax
import SourceText
import Values

/// What people write out of habit where a value belongs, and what says it.
extension Checker {
  /// Tells a phrase that the language says in another way; false where there is nothing to tell.
  mutating func tellHabit(
    _ phrase: PhraseSyntax, of subject: Subject, _ words: Words, in place: Surroundings
  ) -> Bool {
    guard phrase.phrase == .including, case .values(let values) = phrase.arguments else {
      return false
    }
    return tellIncluded(values[0], phrase, subject, words, in: place)
  }

  // MARK: - States

  /// The failure of `must not be empty` and the like: whether a field is stated is no value of it.
  func stateFailure(
    _ phrase: PhraseSyntax, of walk: Walk, _ words: Words, in place: Surroundings
  ) -> Failure? {
    let type = memberType(of: walk)
    guard phrase.phrase == .equal, case .values(let values) = phrase.arguments,
      case .path(let path) = values[0], path.names.count == 1, walk.end != .element,
      let isStated = Self.stateWords[path.text], !means(path.text, type, in: place),
      type != .yesOrNo || path.text != "set"
    else { return nil }
    let ours = words.state(isStated: isStated != phrase.isNegated)
    let written = words.isRequirement ? String(ours.dropFirst("must ".count)) : ours
    return Failure(
      problem: .value(.stateAsValue(path.text, ours: ours)), range: path.range,
      fixes: endsLine(phrase) ? writing(written, at: phrase.range) : [])
  }

  /// Whether a name after `is` means something: a value of the choice, a setting or a field.
  private func means(_ name: String, _ type: OperandType, in place: Surroundings) -> Bool {
    if case .choice(let choice) = type, schema.choices[choice].value(spelled: name) != nil {
      return true
    }
    return setting(name, in: place) != nil || isPath(name, in: place) || names.lists[name] != nil
  }

  /// Whether nothing that a state cannot have, such as `, if stated`, follows the phrase.
  private func endsLine(_ phrase: PhraseSyntax) -> Bool {
    let line = file.rangeOfLine(file.position(of: phrase.range.end).line)
    let rest = file.text(ByteRange(phrase.range.end, max(line.end, phrase.range.end)))
    return rest.prefix { $0 != "#" }.allSatisfy(\.isWhitespace)
  }

  /// The words that people have for a state, and whether they mean that something is stated.
  private static let stateWords: [String: Bool] = [
    "filled": true, "filled-in": true, "present": true, "given": true, "provided": true,
    "specified": true, "defined": true, "set": true, "non-empty": true, "nonempty": true,
    "existing": true, "angegeben": true, "vorhanden": true, "gesetzt": true, "empty": false,
    "blank": false, "absent": false, "unset": false, "undefined": false, "unspecified": false,
    "leer": false,
  ]

  // MARK: - Lists

  /// Tells `friends must include owner`: what stands there is written out, and a field is not.
  private mutating func tellIncluded(
    _ value: ExpressionSyntax, _ phrase: PhraseSyntax, _ subject: Subject, _ words: Words,
    in place: Surroundings
  ) -> Bool {
    guard case .list(let member) = subject.type, member.isScalar else { return false }
    let written = file.text(value.range)
    switch value {
    case .number, .string, .date, .yesOrNo: return false
    case .today, .aggregate, .matches, .state, .binary: break
    case .path(let path):
      let isValue = path.names.count == 1 && !isPath(path.text, in: place)
      guard !isValue, case .success(let walk) = walk(path, in: place) else { return false }
      guard !goesThroughList(walk), !endsInParts(walk) else { return false }
      let type = memberType(of: walk)
      guard type.isComparable(with: member) else {
        let problem = ValueProblem.otherType(
          found: TypeName(type, in: schema), subject: subject.text,
          TypeName(subject.type, in: schema))
        tell(.value(problem), at: value.range, related: related(toEndOf: walk))
        return true
      }
      if member.isTextual || member.isReference {
        tellFieldInList(walk, phrase, subject, words, in: place)
        return true
      }
      guard !endsInList(walk) else { return false }
    }
    let start = phrase.isNegated ? "every" : "at least one"
    let ours =
      "\(start) \(subject.text) \(words.other(.sameAs, isNegated: phrase.isNegated)) \(written)"
    tell(.value(.computedInList(written, words: words.text, ours: ours)), at: value.range)
    return true
  }

  private mutating func tellFieldInList(
    _ field: Walk, _ phrase: PhraseSyntax, _ subject: Subject, _ words: Words,
    in place: Surroundings
  ) {
    let existing = words.other(.existing, isNegated: phrase.isNegated)
    let isOne = !endsInList(field)
    let ours = "\(isOne ? "" : "every ")\(field.text) \(existing) \(subject.text)"
    var fixes: [Fix] = []
    if isOne, let list = subject.walk?.syntax, subject.quantifier == nil, subject.filter == nil,
      case .list(let member) = subject.type, wholePath(field).type == member,
      place.innermost.record == schema.root
        || names.member(list.names[0].text, of: schema.root, group: nil) == nil
    {
      let said = words.isRequirement ? String(existing.dropFirst("must ".count)) : existing
      fixes = [
        Fix(
          LocalizedText(en: "write `\(ours)`", de: "`\(ours)` schreiben"),
          [
            TextEdit(location(list.range), replacement: field.text),
            TextEdit(location(phrase.range), replacement: "\(said) \(subject.text)"),
          ])
      ]
    }
    tell(
      .value(.computedInList(field.text, words: words.text, ours: ours)), at: field.syntax.range,
      fixes: fixes)
  }
}

extension Words {
  /// What says that something is stated, or that it is not.
  fileprivate func state(isStated: Bool) -> String {
    switch (isRequirement, isStated) {
    case (true, true): "must be stated"
    case (true, false): "must be left out"
    case (false, true): "is stated"
    case (false, false): "is missing"
    }
  }
}
