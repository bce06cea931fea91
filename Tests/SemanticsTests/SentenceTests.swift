import Diagnostics
import TestSupport
import Testing

@testable import Semantics

@Suite struct SentenceTests {
  @Test func sentencesAreAsTheGoldenHasThem() {
    var text = ""
    for source in goodRules + phraseRules {
      let checked = Checked(source)
      for rule in checked.program.rules {
        text += "## \(rule.id)\n"
        for clause in rule.clauses {
          for language in Language.allCases {
            let made = sentence(
              for: clause, of: rule, in: checked.program, schema: checked.schema,
              language: language)
            text += "\(language.rawValue): \(made)\n"
          }
        }
        text += "\n"
      }
    }
    Golden.expect(text, equals: "sentences.txt")
  }

  /// Every phrase of the table once as it is and once denied.
  private var phraseRules: [String] {
    PhraseTableTests.table.flatMap { entry in
      let column = entry.fits.firstIndex(of: "+").map {
        entry.fits.distance(from: entry.fits.startIndex, to: $0)
      }
      let words = entry.words
        .replacing("VALUE", with: PhraseTableTests.values[column ?? 0])
        .replacing("OTHER", with: PhraseTableTests.others[column ?? 0])
      let subject = PhraseTableTests.subjects[column ?? 0]
      let negated = entry.phrase.wording.negatedCondition.map { denied in
        words.replacing(entry.phrase.wording.condition ?? "", with: denied)
      }
      if words.hasPrefix("must") {
        let denied = words.replacing("must", with: "must not")
        return [rule("\(subject) \(words)\n\(subject) \(denied)", named: "\(entry.phrase)")]
      }
      return [
        rule(
          "when \(subject) \(words)\n  name must be stated\nwhen \(subject) \(negated ?? words)\n"
            + "  every goals.name must not be \"x\"", named: "\(entry.phrase)")
      ]
    }
  }
}
