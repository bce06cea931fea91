import Diagnostics
import Testing
import Values

@Suite struct MoneyReading {
  @Test(arguments: [
    ("50000 EUR", "50000 EUR"), ("50 000 EUR", "50000 EUR"), ("EUR 50000", "50000 EUR"),
    ("50000 €", "50000 EUR"), ("€50000", "50000 EUR"), ("50000EUR", "50000 EUR"),
    ("50\u{202F}000\u{A0}€", "50000 EUR"), ("1.50 EUR", "1.5 EUR"), ("12.5 €", "12.5 EUR"),
    ("-50 EUR", "-50 EUR"), ("EUR -50", "-50 EUR"), ("\u{2212}50 EUR", "-50 EUR"),
    ("0", "0"), ("0.00", "0"), ("0 EUR", "0 EUR"), ("$ 12", "12 USD"), ("£12", "12 GBP"),
    ("1'250'000 CHF", "1250000 CHF"), ("0.125 EUR", "0.125 EUR"),
    ("360000000000000.25 EUR", "360000000000000.25 EUR"),
  ])
  func reads(text: String, plain: String) {
    #expect(Money.read(text).value?.plain() == plain)
  }

  @Test func thePlanMayNameTheCurrencyOnce() {
    #expect(Money.read("1250000").problem == .moneyWithoutUnit("1250000"))
    let euro = Money.read("1250000", defaultCurrency: .euro).value
    #expect(euro == Money(Decimal(1_250_000), .euro))
    #expect(Money.read("5 USD", defaultCurrency: .euro).value?.currency?.code == "USD")
    #expect(Money.read("0", defaultCurrency: .euro).value?.currency == .euro)
  }

  @Test(arguments: [
    ("12.000", ReadProblem.ambiguousGrouping("12.000")),
    ("12.000 EUR", .ambiguousGrouping("12.000 EUR")),
    ("1,234 EUR", .ambiguousGrouping("1,234 EUR")),
    ("12,50 EUR", .decimalComma("12,50 EUR", suggestion: "12.50 EUR")),
    ("12,50", .decimalComma("12,50", suggestion: "12.50")),
    ("-12,50 €", .decimalComma("-12,50 €", suggestion: "-12.50 EUR")),
    ("50.000,00", .groupedDigits("50.000,00", suggestion: "50000.00")),
    ("432.089,00", .groupedDigits("432.089,00", suggestion: "432089.00")),
    ("€ 10,000,000.00", .groupedDigits("€ 10,000,000.00", suggestion: "10000000.00 EUR")),
    ("9.000.000 €", .groupedDigits("9.000.000 €", suggestion: "9000000 EUR")),
    ("135.420.000 € netto", .looksLikeMoney("135.420.000 € netto", .qualified, suggestion: nil)),
    ("4,55 Mio €", .looksLikeMoney("4,55 Mio €", .scaled, suggestion: "4550000 EUR")),
    ("4,55 Mio. Euro", .looksLikeMoney("4,55 Mio. Euro", .scaled, suggestion: "4550000 EUR")),
    ("2,5 M euro", .looksLikeMoney("2,5 M euro", .scaled, suggestion: "2500000 EUR")),
    ("EUR 6 thousand", .looksLikeMoney("EUR 6 thousand", .scaled, suggestion: "6000 EUR")),
    ("120 T€", .looksLikeMoney("120 T€", .scaled, suggestion: "120000 EUR")),
    ("120 TEUR", .looksLikeMoney("120 TEUR", .scaled, suggestion: "120000 EUR")),
    ("1.234 Mio €", .looksLikeMoney("1.234 Mio €", .scaled, suggestion: nil)),
    ("2 billion EUR", .looksLikeMoney("2 billion EUR", .scaled, suggestion: nil)),
    ("5 Mio € brutto", .looksLikeMoney("5 Mio € brutto", .scaled, suggestion: nil)),
    ("ca. 850.000 Euro", .looksLikeMoney("ca. 850.000 Euro", .approximate, suggestion: nil)),
    ("~ 500 EUR", .looksLikeMoney("~ 500 EUR", .approximate, suggestion: nil)),
    ("bis zu 500 EUR", .looksLikeMoney("bis zu 500 EUR", .approximate, suggestion: nil)),
    ("9–12 €", .looksLikeMoney("9–12 €", .range, suggestion: nil)),
    ("9.000.000–9.500.000 €", .looksLikeMoney("9.000.000–9.500.000 €", .range, suggestion: nil)),
    ("9 bis 12 EUR", .looksLikeMoney("9 bis 12 EUR", .range, suggestion: nil)),
    (
      "500 € auf 4 Jahre brutto",
      .looksLikeMoney("500 € auf 4 Jahre brutto", .qualified, suggestion: nil)
    ),
    ("500 €/m", .looksLikeMoney("500 €/m", .qualified, suggestion: nil)),
    ("5 Mio €/km", .looksLikeMoney("5 Mio €/km", .scaled, suggestion: nil)),
    ("12,5 Mrd. EUR", .looksLikeMoney("12,5 Mrd. EUR", .scaled, suggestion: "12500000000 EUR")),
    ("-2 Mio EUR", .looksLikeMoney("-2 Mio EUR", .scaled, suggestion: "-2000000 EUR")),
    ("5 Mio", .looksLikeMoney("5 Mio", .scaled, suggestion: nil)),
    ("500 € /Schuljahr", .looksLikeMoney("500 € /Schuljahr", .qualified, suggestion: nil)),
    ("[58.000]", .looksLikeMoney("[58.000]", .bracketed, suggestion: nil)),
    ("500,- €", .looksLikeMoney("500,- €", .dashForCents, suggestion: "500 EUR")),
    ("50.000,-- €", .looksLikeMoney("50.000,-- €", .dashForCents, suggestion: nil)),
    ("850000 Euro", .unknownCurrency("850000 Euro", unit: "Euro", suggestion: "850000 EUR")),
    ("50 eur", .unknownCurrency("50 eur", unit: "eur", suggestion: "50 EUR")),
    ("50 DM", .unknownCurrency("50 DM", unit: "DM", suggestion: nil)),
    ("50 ERU", .unknownCurrency("50 ERU", unit: "ERU", suggestion: nil)),
    ("50 00 EUR", .unevenGroups("50 00 EUR")),
    ("1e5 EUR", .exponent("1e5 EUR")),
    ("k. A.", .placeholder("k. A.")), ("N.N.", .placeholder("N.N.")), ("/", .placeholder("/")),
    ("noch nicht bezifferbar", .placeholder("noch nicht bezifferbar")),
    ("nicht abschätzbar", .placeholder("nicht abschätzbar")),
    ("steht noch nicht fest", .placeholder("steht noch nicht fest")),
    ("siehe Anlage 2", .placeholder("siehe Anlage 2")),
    ("im laufenden Geschäft", .placeholder("im laufenden Geschäft")),
    ("see investment plan", .placeholder("see investment plan")),
    ("being assessed", .placeholder("being assessed")),
    ("viel", .notMoney("viel")), ("", .notMoney("")), ("EUR", .notMoney("EUR")),
    (
      "2025-2029: 50 000 EUR",
      .looksLikeMoney("2025-2029: 50 000 EUR", .qualified, suggestion: nil)
    ),
    ("360287970189639680 EUR", .tooManyDigits("360287970189639680 EUR")),
  ])
  func refuses(text: String, problem: ReadProblem) {
    #expect(Money.read(text).problem == problem)
  }

  @Test func everySuggestionReads() {
    for text in ["4,55 Mio €", "50.000,00 €", "850000 Euro", "500,- €", "-12,50 €", "50 eur"] {
      let suggestion = Money.read(text).problem?.suggestion
      #expect(suggestion.flatMap { Money.read($0).value } != nil, "\(text)")
    }
  }

  @Test func formatting() {
    let amount = Money.read("412000.50 EUR").value!
    #expect(amount.formatted(.english) == "€412,000.50")
    #expect(amount.formatted(.german) == "412.000,50\u{A0}€")
    #expect(Money.read("-5 CHF").value?.formatted(.english) == "CHF\u{A0}-5")
    #expect(Money.read("-5 EUR").value?.formatted(.english) == "-€5")
    #expect(Money.read("0").value?.formatted(.german) == "0")
  }

  @Test func currencies() {
    #expect(Currency("EUR") == .euro && Currency("€") == .euro)
    #expect(Currency("EUR")?.code == "EUR" && Currency("CHF")?.code == "CHF")
    for text in ["", "E", "eur", "EURO", "XXX", "ABC", "ā", "✓"] { #expect(Currency(text) == nil) }
  }
}

@Suite struct ProblemTexts {
  private static let problems: [ReadProblem] =
    [
      .notANumber("x"), .ambiguousGrouping("12.000"),
      .groupedDigits("1.000,0", suggestion: "1000.0"),
      .decimalComma("1,5", suggestion: "1.5"), .unevenGroups("50 00"), .exponent("1e5"),
      .tooManyDigits("9"), .notWhole("1.5"), .percentInWords("1 Prozent", suggestion: "1 %"),
      .notAPercentage("x"), .moneyWithoutUnit("5"),
      .unknownCurrency("5 DM", unit: "DM", suggestion: nil), .notMoney("x"),
      .dateInOtherSpelling("1.1.2027", suggestion: "2027-01-01"),
      .ambiguousDate("01/02/2027", dayFirst: "2027-02-01", monthFirst: "2027-01-02"),
      .shortYear("1.1.27"), .impossibleDate("2027-02-30", lastDay: 28),
      .impossibleDate("2027-13", lastDay: nil), .vagueDate("Ende 2027", near: "2027"),
      .vagueDate("By March 2027", near: "2027-03"), .ongoing("laufend"),
      .dateRange("2018 bis 2021", from: "2018", to: "2021"), .duration("2 Jahre"), .notADate("x"),
      .notYesOrNo("x", suggestion: nil), .placeholder("tbd"),
    ] + MoneyWording.allCases.map { .looksLikeMoney("5 x", $0, suggestion: nil) }

  @Test func everyProblemHasTextsInBothLanguages() {
    for problem in Self.problems {
      for language in Language.allCases {
        let reason = problem.reason(in: language)
        #expect(!reason.isEmpty && !reason.hasSuffix("."), "\(reason)")
        for kind in ValueKind.allCases {
          #expect(!problem.help(in: language, for: kind).isEmpty)
        }
      }
      #expect(problem.reason(in: .english) != problem.reason(in: .german))
    }
  }

  @Test func aMessageNamesTheTextAndTheWayOut() {
    let problem = ReadProblem.ambiguousGrouping("12.000 EUR")
    #expect(problem.reason(in: .english).hasPrefix("`12.000 EUR` could mean thousands"))
    #expect(
      problem.help(in: .english, for: .money)
        == "write `12000 EUR` or `12 000 EUR`; for a fraction, `12.0000 EUR`")
    #expect(
      problem.help(in: .german, for: .money)
        == "Schreiben Sie `12000 EUR` oder `12 000 EUR`; für einen Bruchteil `12.0000 EUR`")
    #expect(
      ReadProblem.decimalComma("12,50", suggestion: "12.50").help(in: .english, for: .number)
        == "write `12.50`")
  }

  @Test func longTextsAreCut() {
    let reason = ReadProblem.notANumber(String(repeating: "ä", count: 500) + "\n")
      .reason(in: .english)
    #expect(reason.count < 90 && reason.contains("…"))
  }

  @Test func theHelpForMoneyReads() {
    for text in ["12.000 EUR", "-1,234 €", "12.000"] {
      let help = Money.read(text).problem!.help(in: .english, for: .money)
      let spellings = help.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
      #expect(spellings.count == 3)
      for (_, spelling) in spellings { #expect(Money.read(String(spelling)).value != nil) }
    }
  }
}
