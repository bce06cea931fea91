import Diagnostics
import SourceText

/// The findings of one file, of which no more than `limit` are told one by one.
struct FindingList {
  var limit = Int.max
  private var kept: [Finding] = []
  private var further = 0
  private var firstFurther: Location?

  mutating func append(
    _ problem: YAMLProblem, _ severity: Severity, _ location: Location, _ related: [RelatedPlace]
  ) {
    guard kept.count < limit || isLast(problem) else {
      further += 1
      if firstFurther == nil { firstFurther = location }
      return
    }
    var finding = Finding(problem, severity: severity, at: location)
    finding.related = related
    kept.append(finding)
  }

  /// Adds a place to the last finding.
  mutating func relate(_ place: RelatedPlace) {
    guard !kept.isEmpty else { return }
    kept[kept.count - 1].related.append(place)
  }

  /// A problem that stops reading is always told; there is one at most.
  private func isLast(_ problem: YAMLProblem) -> Bool {
    switch problem {
    case .syntax, .controlCharacter, .tooDeep, .tooManyKeys, .aliasBudget, .severalDocuments,
      .tagDirective, .emptyFile, .fileTooLarge, .notUTF8, .utf16:
      true
    case .duplicateKey, .mergeKey, .complexKey, .tag, .undefinedAlias, .recursiveAlias,
      .anchorRedefined, .furtherProblems:
      false
    }
  }

  /// The findings in the order of the text, the count of those left out last.
  func sorted(in file: SourceFile) -> [Finding] {
    var all = kept.enumerated().sorted {
      ($0.element.location.range.start, $0.offset) < ($1.element.location.range.start, $1.offset)
    }.map(\.element)
    if further > 0, let firstFurther {
      all.append(
        Finding(YAMLProblem.furtherProblems(further), severity: .error, at: firstFurther))
    }
    return all
  }
}
