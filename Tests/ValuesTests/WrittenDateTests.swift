import Testing
import Values

@Suite struct WrittenDates {
  /// The dates of a text in the spelling of plans.
  private func dates(_ text: String) -> String {
    WrittenDate.all(in: text).map { $0.date.iso() }.joined(separator: " ")
  }

  @Test(arguments: [
    ("2027-12-31", "2027-12-31"), ("2027-Q3", "2027-Q3"), ("2027 Q3", "2027-Q3"),
    ("Beschluss bis 2027-06.", "2027-06"), ("am 31.12.2027", "2027-12-31"),
    ("(1.3.2027)", "2027-03-01"), ("am 1. 3. 2027,", "2027-03-01"),
    ("31/12/2027", "2027-12-31"), ("12/31/2027", "2027-12-31"), ("05/05/2027", "2027-05-05"),
    ("01.03.2027-31.12.2027", "2027-03-01 2027-12-31"),
    ("31. März 2027", "2027-03-31"), ("31.März 2027", "2027-03-31"),
    ("am 1. Jänner 2027", "2027-01-01"), ("31 March 2027", "2027-03-31"),
    ("the 31st of March, 2027", "2027-03-31"), ("March 31st, 2027", "2027-03-31"),
    ("Mar. 31, 2027", "2027-03-31"), ("1.–15. März 2027", "2027-03-15"),
    ("A\u{308}b März 2027", "2027-03"), ("Dez. 2027", "2027-12"), ("by SEPTEMBER 2027", "2027-09"),
    ("March\u{A0}2027", "2027-03"), ("Sept. 2027 – Mai 2028", "2027-09 2028-05"),
    ("Q3 2027", "2027-Q3"), ("Q3/2027", "2027-Q3"), ("Q1 of 2027", "2027-Q1"),
    ("im 3. Quartal 2027", "2027-Q3"), ("III. Quartal 2027", "2027-Q3"),
    ("the 2nd quarter of 2027", "2027-Q2"), ("bis 12.2027", "2027-12"),
  ])
  func datesOfManySpellings(_ text: String, _ expected: String) {
    #expect(dates(text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("2027", "2027"), ("bis 2027", "2027"), ("Ende 2027 alle Schulen", "2027"),
    ("im Jahr 2027 drei Orte", "2027"), ("by the end of 2027", "2027"), ("mid-2027", "2027"),
    ("2025–2027", "2025 2027"), ("2025-2027", "2025 2027"), ("von 2025 bis 2027", "2025 2027"),
    ("2025 - 2027", "2025 2027"), ("2026, 2027 und 2028.", "2026 2027 2028"),
    ("Fertigstellung 2027", "2027"), ("2027: Konzept, 2028: Umsetzung", "2027 2028"),
    ("Im Frühjahr 2027", "2027"), ("2027 wird gebaut", "2027"), ("„2027“", "2027"),
    ("2. Halbjahr 2027", "2027"), ("no later than 2027", "2027"), ("nicht später als 2027", "2027"),
    ("seit 1999", "1999"), ("zweites Quartal 2027", "2027"),
  ])
  func yearsThatStandAlone(_ text: String, _ expected: String) {
    #expect(dates(text) == expected, "\(text)")
  }

  @Test(arguments: [
    "", "laufend", "0509/2020", "0509/2020 N1", "Gesetz 2014/110", "2.000", "2 000 EUR", "2,027",
    "2000 EUR", "2000 Euro", "2000 €", "EUR 2027", "€ 2027", "2000 Bäume", "rund 2000",
    "bis zu 2000", "über 2000.", "mehr als 2000", "1900 bis 2500 Bäume", "Nr. 2027", "DIN 2027",
    "§ 2027", "M-2027", "M2027", "2027a", "2027-A", "A_2027", "#2027", "2027 %", "-2027",
    "0511 168 2027", "(0511) 2027", "+49 511 2027 33", "0511-2027", "20270", "12027",
    "2027/28", "2027-28", "2027/2028", "12/2027", "03/04/2027", "31.12.27", "März '27",
    "31. März", "20:27", "Agenda 2030", "Tel. 2027", "https://example.org/2027/plan.pdf",
    "bericht-2027.pdf", "Bericht 2027.pdf", "2027-12-31T10:00", "v2027.3", "3.2027.1",
    "192.168.12.2027", "31.12.2027/0815", "0815/31.12.2027", "2027-03-05-07", "die 2020er",
    "1848", "2500",
  ])
  func whatIsNotCertainlyADate(_ text: String) {
    #expect(dates(text) == "", "\(text)")
  }

  @Test(arguments: [
    "31.06.2027", "31. Juni 2027", "2027-13-01", "2027-02-29", "Q5 2027", "0. Quartal 2027",
    "February 30, 2027", "2027-Q7",
  ])
  func whatNoCalendarHasIsNoDateNorIsAPartOfIt(_ text: String) {
    #expect(dates(text) == "", "\(text)")
  }

  @Test func placesAreBytes() {
    let text = "👨‍👩‍👧 für 31. März 2027 – „Q3 2028“"
    let found = WrittenDate.all(in: text).map {
      String(decoding: Array(text.utf8)[$0.range], as: UTF8.self)
    }
    #expect(found == ["31. März 2027", "Q3 2028"])
  }
}
