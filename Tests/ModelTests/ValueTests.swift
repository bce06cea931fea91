import Diagnostics
import SourceText
import TestSupport
import Testing
import Values

@testable import Model

/// Raw texts read against the declared type, never by YAML's implicit typing.
struct ValueTests {
  func measure(_ entries: String, currency: String = "") -> (Plan, [Finding]) {
    let (plan, findings) = load("\(currency)\nmeasures:\n  - id: no\n    \(entries)\n")
    return (plan, findings)
  }

  @Test func textsStayAsTheyAreWritten() {
    for text in ["0466/2007", "01 - 13", "1:30", "no", "1.000", "0466", "Ja"] {
      let (plan, findings) = measure("name: \(text)")
      #expect(findings.headlines == [])
      #expect(plan.text("measure", 0, "name") == text)
    }
    #expect(measure("done: no").0.text("measure", 0, "id") == "no")
  }

  @Test(arguments: [
    "135.420.000 € netto", "432.089,00", "4,55 Mio €", "2,5 M euro", "EUR 6 thousand",
    "€ 10,000,000.00", "ca. 850.000 Euro", "9.000.000–9.500.000 €", "120 T€", "'[58.000]'",
    "noch nicht bezifferbar", "12.000",
  ])
  func moneyThatIsNotGuessed(text: String) {
    let (plan, findings) = measure("cost: {amount: \"\(text.filter { $0 != "'" })\"}")
    #expect(findings.codes == ["malformed-value"], "\(text)")
    #expect(plan.state("measure", 0, "cost.amount") == .malformed)
    #expect(findings[0].problem.help(in: .german) != nil)
  }

  @Test(arguments: [
    "By March 2023", "Fall 2027", "Ca. 1,5 Jahre ab Beauftragung", "laufend/kontinuierlich",
    "Ongoing", "2018 bis 2021", "bis zum Sommer 2007", "31.03.2027",
  ])
  func datesThatAreNotGuessed(text: String) {
    let (_, findings) = measure("due: \(text)")
    #expect(findings.codes == ["malformed-value"], "\(text)")
  }

  @Test func aCertainSpellingIsOffered() {
    let (_, findings) = measure("due: 31.03.2027")
    #expect(findings[0].fixes.first?.edits.first?.replacement == "2027-03-31")
  }

  @Test func numbersPercentagesAndChoices() {
    let (plan, findings) = measure(
      "score: -0.5\n    count: 12\n    share: 12.5 %\n    done: Nein\n    cost: {status: entwurf}")
    #expect(findings.codes == ["below-bound"])
    #expect(plan.decimal(plan.cell("measure", 0, "score"))?.plain() == "-0.5")
    #expect(plan.state("measure", 0, "score") == .stated)
    #expect(plan.decimal(plan.cell("measure", 0, "count"))?.wholeValue == 12)
    #expect(plan.decimal(plan.cell("measure", 0, "share"))?.plain() == "12.5")
    #expect(plan.yesOrNo(plan.cell("measure", 0, "done")) == false)
    #expect(plan.choiceValue(plan.cell("measure", 0, "cost.status")) == 0)
  }

  @Test func datesAreReadAsTheSchemaSays() throws {
    let (plan, findings) = load(
      "period: {start: 2027-06, end: 2027}\nmeasures: [{id: M, due: 2027}]")
    #expect(findings.headlines == [])
    #expect(
      plan.date(plan.cell("plan", 0, "period.start")) == CalendarDate(year: 2027, month: 6, day: 1))
    #expect(
      plan.date(plan.cell("plan", 0, "period.end")) == CalendarDate(year: 2027, month: 12, day: 31))
    #expect(plan.text("plan", 0, "period.end") == "2027")
    #expect(plan.date(plan.cell("measure", 0, "due")) == CalendarDate(year: 2027))
  }

  @Test func theCurrencyMayStandBehindTheAmounts() {
    let (plan, findings) = load("measures: [{id: M, cost: {amount: 50 000}}]\ncurrency: EUR")
    #expect(findings.headlines == [])
    #expect(plan.money(plan.cell("measure", 0, "cost.amount"))?.plain() == "50000 EUR")
  }

  @Test func zeroNeedsNoCurrency() {
    let (plan, findings) = measure("cost: {amount: 0}")
    #expect(findings.headlines == [])
    #expect(plan.money(plan.cell("measure", 0, "cost.amount"))?.amount.isZero == true)
  }

  @Test func mixedCurrenciesAreOneFinding() {
    let text = MarkedText(
      """
      measures:
        - {id: M1, cost: {amount: 1️⃣5 EUR2️⃣}}
        - {id: M2, cost: {amount: 3️⃣6 CHF4️⃣}}
        - {id: M3, cost: {amount: 7 USD}}
      """)
    let (plan, findings) = load(text.text)
    #expect(findings.codes == ["mixed-currencies"])
    #expect(findings[0].location.range == text.range(3, 4))
    #expect(findings[0].related.first?.location.range == text.range(1, 2))
    #expect(plan.money(plan.cell("measure", 2, "cost.amount"))?.plain() == "7 USD")
  }

  @Test func aForeignAmountStandsAgainstThePlansCurrency() {
    let (_, findings) = load("currency: EUR\nmeasures: [{id: M, cost: {amount: 5 CHF}}]")
    #expect(findings.codes == ["mixed-currencies"])
  }

  @Test func unknownCurrencyAndLanguage() {
    let (plan, findings) = load("currency: eur\nlanguage: fr\nname: x")
    #expect(findings.codes == ["unknown-language", "malformed-value"])
    #expect(findings[1].fixes.first?.edits.first?.replacement == "EUR")
    #expect(plan.language == nil)
    #expect(load("language: de").plan.language == .german)
    #expect(load("language: en").plan.language == .english)
  }

  @Test func openChoicesTakeOtherValues() {
    let (plan, findings) = load(
      "consultations: [{role: hearing}, {role: hearng}, {role: Akteneinsicht}]")
    #expect(findings.codes == ["unknown-value"])
    #expect(findings[0].severity == .note)
    #expect(plan.choiceValue(plan.cell("consultation", 0, "role")) == 0)
    for row in 1...2 {
      #expect(plan.state("consultation", row, "role") == .stated)
      #expect(plan.choiceValue(plan.cell("consultation", row, "role")) == nil)
    }
    #expect(plan.text("consultation", 2, "role") == "Akteneinsicht")
  }

  @Test func closedChoicesListTheirValues() {
    let (plan, findings) = load("stage: entwrf")
    #expect(plan.state("plan", 0, "stage") == .malformed)
    #expect(
      findings[0].problem.help(in: .english)
        == "did you mean `entwurf`? (possible: `draft`, `submitted`)")
    #expect(findings[0].fixes.first?.edits.first?.replacement == "entwurf")
  }

  @Test func copyArtefacts() {
    let (plan, findings) = load("name: Bür\u{AD}ger\u{200B}amt\nmeasures: [{id: \"M\\u00AD1\"}]")
    #expect(findings.codes == ["copy-artefact", "copy-artefact"])
    #expect(findings[0].fixes[0].edits.map(\.replacement) == ["", ""])
    #expect(findings[1].fixes.isEmpty)
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(plan.state("plan", 0, "name") == .stated)
    #expect(load("name: Ümläute – „und“ so…").findings.isEmpty)
    #expect(load("name: \"ersetzt \u{FFFD}\"").findings[0].fixes.isEmpty)
    #expect(load("name: \"a\\0b\"").findings.codes == ["copy-artefact"])
  }

  @Test func longAndFoldedTexts() {
    let long = String(repeating: "Wort ", count: 80)
    let (plan, findings) = load("name: >-\n  \(long)\n  \(long)\n")
    #expect(findings.headlines == [])
    #expect(plan.state("plan", 0, "name") == .stated)
    #expect(
      load("name: '\(String(repeating: " ", count: 400))'").plan.state("plan", 0, "name") == .empty)
  }
}
