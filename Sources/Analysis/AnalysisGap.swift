import Diagnostics
import Reporting

/// Why a line lies outside what the analysis can decide: nothing is claimed of it.
package enum AnalysisGap: String, Hashable, Sendable, CaseIterable {
  /// A sum, a count, another aggregate, a computed value or the matches of a notation.
  case computed
  /// Ways back, all elements of a list, those before or after in order, uniqueness, circles.
  case otherElements
  /// What stood in the previous version of the plan.
  case previousVersion
  /// A path through two lists, or too many lines about the members of one.
  case nestedLists
  /// Whether a group as a whole is stated.
  case group
  /// One text that must fit several kinds of tests at once.
  case mixedTexts
  /// Bounds too near to each other, or too large.
  case bounds
  /// An element nested deeper than the analysis builds.
  case place
  /// More combinations of values than `Limits.analysedElements`.
  case combinations

  /// The stable name in machine formats.
  package var name: String {
    switch self {
    case .computed: "computed-value"
    case .otherElements: "other-elements"
    case .previousVersion: "previous-version"
    case .nestedLists: "nested-lists"
    case .group: "group"
    case .mixedTexts: "mixed-texts"
    case .bounds: "bounds"
    case .place: "place"
    case .combinations: "combinations"
    }
  }

  var described: RuleCheckReport.Coverage.Gap { .init(name, text) }

  private var text: LocalizedText {
    switch self {
    case .computed: LocalizedText(en: "computed values", de: "berechnete Werte")
    case .otherElements:
      LocalizedText(en: "looks at other elements", de: "sieht andere Elemente an")
    case .previousVersion:
      LocalizedText(en: "looks at the previous version", de: "sieht die vorige Fassung an")
    case .nestedLists: LocalizedText(en: "lists in lists", de: "Listen in Listen")
    case .group: LocalizedText(en: "a group as a whole", de: "eine Gruppe als Ganzes")
    case .mixedTexts:
      LocalizedText(en: "several tests of one text", de: "mehrere Prüfungen eines Textes")
    case .bounds:
      LocalizedText(en: "bounds too near or too large", de: "zu nahe oder zu große Grenzen")
    case .place: LocalizedText(en: "deeply nested elements", de: "tief verschachtelte Elemente")
    case .combinations:
      LocalizedText(en: "too many combinations", de: "zu viele Kombinationen")
    }
  }
}
