import SourceText
import TestSupport
import Testing

@Suite struct NearestNamesTests {
  @Test func theNearestComesFirst() {
    let known = ["owner", "office", "older", "name"]
    #expect(NearestNames.rank("ownr", among: known) == ["owner"])
    #expect(NearestNames.rank("onwer", among: known).first == "owner")
    #expect(NearestNames.rank("kosten", among: known).isEmpty)
  }

  @Test func caseHyphensUnderscoresAndSpacesDoNotCount() {
    #expect(NearestNames.rank("Start_Date", among: ["start-date", "end-date"]) == ["start-date"])
    #expect(NearestNames.rank("startdate", among: ["start date"]) == ["start date"])
  }

  @Test func tiesAreInOrderOfNamesWithoutRepetition() {
    #expect(NearestNames.rank("a2", among: ["a3", "a1", "a1", "a7", "a9"]) == ["a1", "a3", "a7"])
    #expect(NearestNames.rank("a2", among: ["a3", "a1"], limit: 1) == ["a1"])
  }

  @Test func emptyNames() {
    #expect(NearestNames.rank("", among: ["abc"]).isEmpty)
    #expect(NearestNames.rank("abc", among: [""]).isEmpty)
    #expect(NearestNames.rank("abc", among: [String]()).isEmpty)
  }

  @Test func distancesAreMetricEnough() {
    func distance(_ left: String, _ right: String) -> Int {
      NearestNames.editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars))
    }
    #expect(distance("mesures", "measures") == 1)
    #expect(distance("ab", "ba") == 1)
    #expect(distance("kitten", "sitting") == 3)
    #expect(distance("", "abc") == 3 && distance("abc", "") == 3 && distance("", "") == 0)
    var random = SeededRandom(42)
    for _ in 0..<2_000 {
      let words = (0..<2).map { _ in
        String(
          (0..<Int.random(in: 0...6, using: &random)).map { _ in
            "abc".randomElement(using: &random)!
          })
      }
      let found = distance(words[0], words[1])
      #expect(found == distance(words[1], words[0]))
      #expect((found == 0) == (words[0] == words[1]))
      #expect(found <= max(words[0].count, words[1].count))
      #expect(found >= abs(words[0].count - words[1].count))
    }
  }
}
