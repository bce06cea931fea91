import RuleSyntax
import Testing

@testable import Semantics

/// Which phrase can be said of which type: the whole table, one line a phrase.
///
/// The columns are text, identifier, reference, choice, ordered choice, yes or no, number, percent,
/// money, date, group, list of texts, list of references, list of elements, list of references to
/// the same record. `+` fits, `-` is an error.
@Suite struct PhraseTableTests {
  /// Each type's field in a measure, or a path to one.
  static let subjects = [
    "name", "id", "owner", "gender.marker", "plan.stage", "continuous", "cost.fte", "cost.share",
    "cost.amount", "end-date", "cost", "performers", "goals", "milestones", "depends-on",
  ]

  /// A value of the same type, where a phrase needs one.
  static let values = [
    "\"x\"", "\"x\"", "\"x\"", "principal", "draft", "yes", "5", "5 %", "5 EUR", "2027", "5",
    "\"x\"", "\"x\"", "5", "\"x\"",
  ]

  /// Another field of the same type; any field where the type has no values.
  static let others = [
    "description", "plan.name", "area.owner", "gender.marker", "plan.stage", "continuous",
    "cost.fte", "cost.share", "plan.total", "start-date", "name", "name", "name", "name", "name",
  ]

  static let table: [(phrase: Phrase, words: String, fits: String)] = [
    (.stated, "is stated", "+++++++++++++++"),
    (.answered, "is answered", "+++++++++++++++"),
    (.leftOut, "must be left out", "+++++++++++++++"),
    (.open, "is open", "+++++++++++++++"),
    (.inapplicable, "does not apply", "+++++++++++++++"),
    (.missing, "is missing", "+++++++++++++++"),
    (.equal, "is VALUE", "++++++++++-----"),
    (.oneOf, "is one of VALUE, VALUE", "++++++++++-----"),
    (.sameAs, "is the same as OTHER", "++++++++++-----"),
    (.atLeast, "is at least VALUE", "----+-+++------"),
    (.atMost, "is at most VALUE", "----+-+++------"),
    (.moreThan, "is more than OTHER", "----+-+++------"),
    (.lessThan, "is less than OTHER", "----+-+++------"),
    (.before, "is before VALUE", "---------+-----"),
    (.after, "is after OTHER", "---------+-----"),
    (.onOrBefore, "is on or before today", "---------+-----"),
    (.onOrAfter, "is on or after VALUE", "---------+-----"),
    (.within, "lies within 2027 to OTHER", "---------+-----"),
    (.overlapping, "overlaps OTHER to 2028-06", "---------+-----"),
    (.existing, "exists in committees", "+++------------"),
    (.including, "includes VALUE", "-----------++-+"),
    (.unique, "must be unique among measures", "++++++++++-----"),
    (.writtenLike, "is written like paper-reference", "++-------------"),
    (.measured, "has at least 2 entries", "-----------++++"),
    (.measured, "has at most 2 words", "++-------------"),
    (.measured, "has exactly 2 characters", "++-------------"),
    (.mentioning, "mentions any of vague-verbs, \"evtl*\"", "+--------------"),
    (.avoiding, "must avoid all of vague-verbs", "+--------------"),
    (.leadingBack, "leads back to itself", "--------------+"),
    (.changed, "has changed", "+++++++++++++++"),
  ]

  @Test(arguments: table.indices) func fitsTheTypesItSays(_ index: Int) {
    let (_, words, fits) = Self.table[index]
    var found = ""
    for (column, subject) in Self.subjects.enumerated() {
      let line =
        subject + " "
        + words.replacing("VALUE", with: Self.values[column])
        .replacing("OTHER", with: Self.others[column])
      let text = words.hasPrefix("must") ? line : "when \(line)\n  name must be stated"
      let checked = Checked(body: text)
      #expect(checked.earlier.isEmpty, "\(line): \(checked.rendered(.english))")
      #expect(checked.codes.count <= 1, "\(line): \(checked.rendered(.english))")
      found += checked.codes.isEmpty ? "+" : "-"
    }
    // A plan's field has no siblings; the column of the ordered choice is one.
    let expected = words.contains("unique") ? Self.replace(fits, at: 4) : fits
    #expect(found == expected, "\(words)")
  }

  private static func replace(_ fits: String, at column: Int) -> String {
    var characters = Array(fits)
    characters[column] = "-"
    return String(characters)
  }

  @Test func holdsEveryPhrase() {
    #expect(Set(Self.table.map(\.phrase)) == Set(Phrase.allCases))
  }
}
