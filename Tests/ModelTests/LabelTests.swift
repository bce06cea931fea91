import Diagnostics
import Testing

@testable import Model

@Suite("Labels of elements")
struct LabelTests {
  @Test(
    "a long title is cut behind a word",
    arguments: [
      ("Sprachförderung im Sportverein", "Sprachförderung im Sportverein"),
      (
        "Sprachförderung im Sportverein und in der offenen Jugendarbeit",
        "Sprachförderung im Sportverein und in der offenen …"
      ),
      (
        "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung",
        "Grundstücksverkehrsgenehmigungszuständigkeitsüber …"
      ),
      (
        "Ausbau der Beratung für alle, die neu in der Stadt ankommen",
        "Ausbau der Beratung für alle, die neu in der …"
      ),
    ])
  func shortened(_ title: String, _ expected: String) {
    #expect(Plan.shortened(title: title) == expected)
    #expect(expected.count <= Plan.longestTitle + 1)
  }
}
