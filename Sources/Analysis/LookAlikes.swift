import Diagnostics
import Linting
import Model
import RuleSyntax
import Semantics
import SourceText

/// Names of one kind that differ only in case, or in how an umlaut is written.
struct LookAlikes {
  private(set) var findings: [Finding] = []
  private let options: AnalysisOptions

  init(_ ruleSet: RuleSet, _ options: AnalysisOptions) {
    self.options = options
    let program = ruleSet.program
    compare(.rule, program.rules.map { ($0.id, $0.origin) })
    compare(.table, program.tables.map { ($0.name, $0.origin) })
    compare(.setting, program.settings.map { ($0.name, $0.origin) })
    compare(.notation, program.notations.map { ($0.name, $0.origin) })
    compare(
      .words, program.wordLists.compactMap { list in list.name.map { ($0, list.origin) } })
    compare(.choice, ruleSet.schema.choices.map { ($0.name, $0.origin) })
    for choice in ruleSet.schema.choices {
      compare(.value, choice.values.map { ($0.name, Self.place(of: $0.name, choice, ruleSet)) })
    }
    compare(.record, ruleSet.schema.records.map { ($0.name, $0.origin) })
    compare(
      .list, ruleSet.schema.records.compactMap { record in record.list.map { ($0, record.origin) } }
    )
    for record in ruleSet.schema.records {
      compare(.field, record.fields.map { ($0.path, $0.origin) })
    }
  }

  private mutating func compare(_ kind: AnalysisProblem.Kind, _ names: [(String, Location)]) {
    var first: [String: (name: String, place: Location)] = [:]
    for (name, place) in names {
      let folded = Self.folded(name)
      guard let known = first[folded] else {
        first[folded] = (name, place)
        continue
      }
      // Two rules may each have a setting of one name.
      guard known.name != name, options.includes(place) else { continue }
      var finding = Finding(
        AnalysisProblem.lookAlike(kind, name, other: known.name), severity: .warning, at: place)
      finding.related = [
        RelatedPlace(
          known.place,
          LocalizedText(
            en: "`\(known.name)` is declared here", de: "`\(known.name)` ist hier erklärt"))
      ]
      findings.append(finding)
    }
  }

  /// A name in lower case, with umlauts written as two letters.
  static func folded(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      switch character {
      case "ä": result += "ae"
      case "ö": result += "oe"
      case "ü": result += "ue"
      case "ß": result += "ss"
      default: result.append(character)
      }
    }
    return result
  }

  /// Where a value's name stands; the choice's own place where an extension of it is not found.
  private static func place(of value: String, _ choice: Choice, _ ruleSet: RuleSet) -> Location {
    for file in ruleSet.files {
      for declaration in file.declarations {
        guard case .choice(let written) = declaration, written.name.text == choice.name,
          let found = written.values.first(where: { $0.name.text == value })
        else { continue }
        return Location(file.file, found.name.range)
      }
    }
    return choice.origin
  }
}
