import Diagnostics
import Values
import YAMLSyntax

/// What is wrong with a plan as it is loaded, and whose it is.
package struct PlanProblem: Problem, Hashable {
  /// The element by its id, such as `measure M7`; nil for a file as a whole.
  package var element: LocalizedText?
  /// The element as people know it, with its title.
  package var titledElement: LocalizedText?
  /// The path of the field, such as `cost.amount`; nil where the element as a whole is meant.
  package var field: String?
  package var fact: PlanFact

  package init(_ fact: PlanFact, element: LocalizedText? = nil, field: String? = nil) {
    self.element = element
    titledElement = element
    self.field = field
    self.fact = fact
  }

  package var code: String { fact.code }

  package func headline(in language: Language) -> String {
    let reason = fact.reason(in: language)
    guard let name = titledElement?[language] else { return reason }
    guard let field else { return "\(name): \(reason)" }
    return "\(name), `\(field)`: \(reason)"
  }

  package func label(in language: Language) -> String? { fact.label(in: language) }

  package func help(in language: Language) -> String? { fact.help(in: language) }

  package var facts: [Fact] { fact.facts }
}

/// The kinds of fault that the loader finds.
package enum PlanFact: Hashable, Sendable {
  /// Where a key that is unknown here is known.
  package enum Elsewhere: Hashable, Sendable {
    /// In a group of the same element, or directly in it.
    case path(String)
    /// As people call the elements, at most three kinds.
    case records([LocalizedText])
  }

  // The document and its files
  case planNotAMapping(NodeKind)
  case includeNotAPath
  case includeFailed(pattern: String, IncludeFailure)
  case includedTwice(path: String)
  case tooManyFiles(limit: Int)
  case unknownLanguage(String)
  /// What stands under `packs:` is no name.
  case packsNotNames
  /// How many problems of the file are not told one by one.
  case furtherProblems(Int)

  // Keys
  case unknownKey(String, nearest: [String], elsewhere: Elsewhere?)
  /// Two spellings of one field in one mapping.
  case twoSpellings(String, String)
  case statedInTwoFiles(String)

  // Shape
  /// The keys that the mapping may have.
  case expectedMapping(found: NodeKind, keys: [String])
  case expectedList(found: NodeKind)
  case expectedValue(found: NodeKind, ValueKind)
  case emptyEntry
  case valueAndState(StateKey)
  case stateInList(StateKey)
  case stateWithoutReason(StateKey)

  // Values
  case unreadable(ReadProblem, ValueKind)
  case belowBound(value: String, bound: String)
  case unknownValue(String, known: [String], nearest: [String], isOpen: Bool)
  case mixedCurrencies(String, String)
  /// The code points, each once, in the order of the text.
  case copyArtefacts([UInt32])

  // Identifiers and references
  case missingId(key: String)
  case duplicateId(String, count: Int)
  /// `known` holds the ids of a short list, else it is empty.
  case unknownReference(
    String, list: String, count: Int, known: [String], nearest: [String], isOpen: Bool)
  /// The names of the two lists.
  case wrongKind(String, wanted: String, found: String)
  case refersToItself(String)

  /// The stable name in every language.
  package var code: String {
    switch self {
    case .planNotAMapping: "plan-not-a-mapping"
    case .includeNotAPath, .includeFailed: "include-failed"
    case .includedTwice: "included-twice"
    case .tooManyFiles: "too-many-files"
    case .unknownLanguage: "unknown-language"
    case .packsNotNames: "packs-not-names"
    case .furtherProblems: "further-problems"
    case .unknownKey: "unknown-key"
    case .twoSpellings, .statedInTwoFiles: "stated-twice"
    case .expectedMapping: "expected-mapping"
    case .expectedList: "expected-list"
    case .expectedValue: "expected-value"
    case .emptyEntry: "empty-entry"
    case .valueAndState: "value-and-state"
    case .stateInList: "state-in-list"
    case .stateWithoutReason: "state-without-reason"
    case .unreadable: "malformed-value"
    case .belowBound: "below-bound"
    case .unknownValue: "unknown-value"
    case .mixedCurrencies: "mixed-currencies"
    case .copyArtefacts: "copy-artefact"
    case .missingId: "missing-id"
    case .duplicateId: "duplicate-id"
    case .unknownReference: "unknown-reference"
    case .wrongKind: "wrong-kind"
    case .refersToItself: "refers-to-itself"
    }
  }

  package var facts: [Fact] {
    switch self {
    case .unknownKey(let key, let nearest, _):
      [Fact("key", same: key)] + Self.nearest(nearest)
    case .unknownValue(let value, let known, let nearest, _):
      [Fact("value", same: value), Fact("known", same: known.joined(separator: ", "))]
        + Self.nearest(nearest)
    case .unknownReference(let id, let list, let count, let known, let nearest, _):
      [
        Fact("value", same: id),
        Fact(
          list, same: known.isEmpty ? "\(count)" : "\(known.joined(separator: ", ")) (\(count))"),
      ] + Self.nearest(nearest)
    case .unreadable(let problem, _): [Fact("value", same: problem.text)]
    case .belowBound(let value, _): [Fact("value", same: value)]
    case .duplicateId(let id, let count):
      [Fact("value", same: id), Fact("count", same: "\(count)")]
    case .wrongKind(let id, _, _), .refersToItself(let id): [Fact("value", same: id)]
    case .planNotAMapping, .includeNotAPath, .includeFailed, .includedTwice, .tooManyFiles,
      .unknownLanguage, .packsNotNames, .furtherProblems, .twoSpellings, .statedInTwoFiles,
      .expectedMapping,
      .expectedList, .expectedValue, .emptyEntry, .valueAndState, .stateInList,
      .stateWithoutReason, .mixedCurrencies, .copyArtefacts, .missingId:
      []
    }
  }

  private static func nearest(_ names: [String]) -> [Fact] {
    names.isEmpty ? [] : [Fact("nearest", same: names.joined(separator: ", "))]
  }
}
