import Diagnostics
import SourceText
import Values

/// What every finding says of itself, as fields of the read-only record `finding`.
///
/// Beside them a finding has, by name, the element of a list that it stands in (`measure`) and the
/// references of the elements around it (`owner`, `area`).
package enum FindingField: String, CaseIterable, Sendable {
  case rule, severity, outcome, message, element, field, file, line

  package static let record = "finding"

  var title: LocalizedText {
    switch self {
    case .rule: LocalizedText(en: "Rule", de: "Regel")
    case .severity: LocalizedText(en: "Severity", de: "Schweregrad")
    case .outcome: LocalizedText(en: "Outcome", de: "Urteil")
    case .message: LocalizedText(en: "Finding", de: "Befund")
    case .element: LocalizedText(en: "Element", de: "Element")
    case .field: LocalizedText(en: "Field", de: "Feld")
    case .file: LocalizedText(en: "File", de: "Datei")
    case .line: LocalizedText(en: "Line", de: "Zeile")
    }
  }

  /// The text of a finding; nil where it says nothing, and for what is no text.
  package func text(of finding: Finding) -> LocalizedText? {
    switch self {
    case .rule: LocalizedText(same: finding.code)
    case .message:
      LocalizedText(
        en: finding.problem.headline(in: .english), de: finding.problem.headline(in: .german))
    case .element: finding.titledElement
    case .field: finding.field.map { LocalizedText(same: $0) }
    case .file: LocalizedText(same: finding.location.file.path)
    case .severity, .outcome, .line: nil
    }
  }
}

extension Schema {
  /// The schema with the record `finding` behind its own records, which keep their places; where
  /// it has a record of this name itself, that one is meant.
  package func withFindings() -> Schema {
    var schema = self
    guard !records.isEmpty, record(named: FindingField.record) == nil else { return schema }
    let place = records[root].origin
    schema.findings = records.count
    schema.choices += [Self.severities(place), Self.outcomes(place)]
    var record = Record(
      name: FindingField.record, title: LocalizedText(en: "Finding", de: "Befund"), list: nil,
      listSpellings: ["findings", "befunde"], origin: place)
    for field in FindingField.allCases {
      let type: ScalarType =
        switch field {
        case .rule: .identifier
        case .severity: .choice(choices.count)
        case .outcome: .choice(choices.count + 1)
        case .line: .wholeNumber
        case .message, .element, .field, .file: .text
        }
      record.add(field.rawValue, field.title, .scalar(type), place)
    }
    for reference in findingReferences {
      record.add(
        reference.name, reference.title, .scalar(.reference(reference.record, isOpen: false)), place
      )
    }
    schema.records.append(record)
    return schema
  }

  private static func severities(_ origin: Location) -> Choice {
    choice(
      "severity", LocalizedText(en: "Severity", de: "Schweregrad"), isOrdered: true,
      [
        ("note", LocalizedText(en: "Note", de: "Hinweis")),
        ("warning", LocalizedText(en: "Warning", de: "Warnung")),
        ("error", LocalizedText(en: "Error", de: "Fehler")),
      ], origin)
  }

  private static func outcomes(_ origin: Location) -> Choice {
    choice(
      "outcome", LocalizedText(en: "Outcome", de: "Urteil"), isOrdered: false,
      [
        ("violated", LocalizedText(en: "Violated", de: "verletzt")),
        ("undetermined", LocalizedText(en: "Unclear", de: "unklar")),
      ], origin)
  }

  private static func choice(
    _ name: String, _ title: LocalizedText, isOrdered: Bool,
    _ values: [(name: String, title: LocalizedText)], _ origin: Location
  ) -> Choice {
    Choice(
      name: name, title: title, isOrdered: isOrdered, isOpen: false,
      values: values.map {
        Choice.Value(
          name: $0.name, title: $0.title, spellings: [$0.name], isOutsideOrder: false,
          isAdded: false, origin: origin)
      }, origin: origin)
  }

  /// The elements and references by which a finding is reached, in the order of the schema.
  ///
  /// A name that two records give to references of different kinds is none.
  var findingReferences: [(name: String, title: LocalizedText, record: Int)] {
    var found: [(name: String, title: LocalizedText, record: Int)] = []
    var refused = Set(FindingField.allCases.map(\.rawValue))
    func add(_ name: String, _ title: LocalizedText, _ record: Int) {
      guard !refused.contains(name) else { return }
      guard let known = found.firstIndex(where: { $0.name == name }) else {
        return found.append((name, title, record))
      }
      if found[known].record != record {
        found.remove(at: known)
        refused.insert(name)
      }
    }
    for (index, record) in records.enumerated() where record.list != nil {
      add(record.name, record.title, index)
    }
    for (index, record) in records.enumerated() where index != root {
      for field in record.topFields {
        let declared = record.fields[field]
        if case .scalar(.reference(let target, _)) = declared.type {
          add(declared.name, declared.title, target)
        }
      }
    }
    return found
  }
}

extension Record {
  fileprivate mutating func add(
    _ name: String, _ title: LocalizedText, _ type: ValueType, _ origin: Location
  ) {
    topFields.append(fields.count)
    fields.append(
      Field(
        name: name, path: name, title: title, type: type, spellings: [name], group: nil,
        origin: origin))
  }
}
