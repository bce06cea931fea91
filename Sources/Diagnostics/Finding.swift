import SourceText

/// How much a finding weighs.
package enum Severity: UInt8, Comparable, CaseIterable, Sendable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The name in rule files, options and machine formats; it does not change with the language.
  package var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  package init?(name: String) {
    guard let found = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}

/// How a rule was judged for one element.
package enum Outcome: UInt8, CaseIterable, Sendable {
  case met, violated, undetermined, notApplicable

  /// The name in machine formats.
  package var name: String {
    switch self {
    case .met: "met"
    case .violated: "violated"
    case .undetermined: "undetermined"
    case .notApplicable: "not-applicable"
    }
  }
}

/// A named fact that a finding rests on, such as the stated value or the known committees.
package struct Fact: Hashable, Sendable {
  /// A stable name for machine formats, such as `value` or `nearest`.
  package var name: String
  package var text: LocalizedText

  package init(_ name: String, _ text: LocalizedText) {
    self.name = name
    self.text = text
  }

  package init(_ name: String, same text: String) {
    self.init(name, LocalizedText(same: text))
  }

  /// The name as people read it; other names read the same in both languages.
  package func label(in language: Language) -> String {
    switch name {
    case "expected": language.pick("expected", "erwartet")
    case "why": language.pick("why", "warum")
    case "value": language.pick("value", "Wert")
    case "known": language.pick("known", "bekannt")
    case "values": language.pick("values", "Werte")
    case "nearest": language.pick("nearest", "ähnlich")
    case "key": language.pick("key", "Schlüssel")
    case "say": language.pick("note", "Hinweis")
    case "limit": language.pick("limit", "Grenze")
    case "character": language.pick("character", "Zeichen")
    case "bytes": language.pick("bytes", "Bytes")
    case "count": language.pick("count", "Anzahl")
    case "witness": language.pick("witness", "Beleg")
    case "draft": language.pick("draft", "Entwurf")
    case "names": language.pick("names", "Namen")
    default: name
    }
  }
}

/// What is wrong, as typed facts; each area has one enumeration of its problems.
///
/// The texts are made when a report is written, never while checking.
package protocol Problem: Sendable {
  /// The stable code, such as `unknown-key` or a rule's id; the same in every language.
  var code: String { get }
  /// The reason in one sentence without a full stop.
  func headline(in language: Language) -> String
  /// What stands beside the underlined place; nil where the headline says enough.
  func label(in language: Language) -> String?
  /// How to go on, in one sentence; nil where there is nothing certain to say.
  func help(in language: Language) -> String?
  /// The facts that the finding rests on.
  var facts: [Fact] { get }
  /// The element by its id, such as `measure M7`, whatever its title is; nil where the finding
  /// names its own, or none.
  var element: LocalizedText? { get }
  /// The element as people know it, such as `measure M7 “Language courses”`.
  var titledElement: LocalizedText? { get }
  /// What problems of one code have in common that differ in nothing but their element, so that
  /// people can be told them once; nil where each says something of its own.
  var likeness: String? { get }
}

extension Problem {
  package func label(in language: Language) -> String? { nil }
  package func help(in language: Language) -> String? { nil }
  package var facts: [Fact] { [] }
  package var element: LocalizedText? { nil }
  package var titledElement: LocalizedText? { element }
  package var likeness: String? { nil }
}

/// Another place that a finding needs to be understood.
package struct RelatedPlace: Sendable {
  package var location: Location
  package var text: LocalizedText

  package init(_ location: Location, _ text: LocalizedText) {
    self.location = location
    self.text = text
  }
}

/// A replacement of bytes that a finding offers.
package struct TextEdit: Hashable, Sendable {
  package var location: Location
  package var replacement: String

  package init(_ location: Location, replacement: String) {
    self.location = location
    self.replacement = replacement
  }
}

/// An edit that mends a finding, with what it does.
package struct Fix: Sendable {
  package var title: LocalizedText
  package var edits: [TextEdit]

  package init(_ title: LocalizedText, _ edits: [TextEdit]) {
    self.title = title
    self.edits = edits
  }
}

/// One judged problem at one place.
package struct Finding: Sendable {
  package var problem: any Problem
  package var severity: Severity
  /// How the rule was judged; nil for findings of loaders and parsers.
  package var outcome: Outcome?
  package var location: Location
  package var related: [RelatedPlace] = []
  /// The element by its id, such as `measure M7`; nil for a whole file.
  package var element: LocalizedText? {
    get { ownElement ?? problem.element }
    set { ownElement = newValue }
  }
  /// The element as people know it, such as `measure M7 “Language courses”`.
  package var titledElement: LocalizedText? { problem.titledElement ?? ownElement }
  private var ownElement: LocalizedText?
  /// The path of the field at fault, such as `cost.amount`.
  package var field: String?
  /// All rules that wait for this gap, the one that speaks first; empty for loaders and parsers.
  package var rules: [String] = []
  package var fixes: [Fix] = []
  /// How the rules behind it were judged; empty unless somebody asks.
  package var evaluations: [RuleEvaluation] = []

  package init(
    _ problem: any Problem, severity: Severity, outcome: Outcome? = nil, at location: Location
  ) {
    self.problem = problem
    self.severity = severity
    self.outcome = outcome
    self.location = location
  }

  package var code: String { problem.code }

  /// What it is and where: the same for a finding about a rule file that several rule sets tell.
  package struct Place: Hashable, Sendable {
    var location: Location
    var code: String
  }

  package var place: Place { Place(location: location, code: code) }

  /// The English headline with the element by its id: the same finding after a title was reworded.
  package var plainHeadline: String {
    let headline = problem.headline(in: .english)
    guard let titled = titledElement?.english, let plain = element?.english, titled != plain else {
      return headline
    }
    return headline.replacing(titled, with: plain)
  }
}
