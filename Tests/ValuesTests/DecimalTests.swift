import Diagnostics
import TestSupport
import Testing
import Values

@Suite struct DecimalReading {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12", "12"), ("-12", "-12"), ("\u{2212}12", "-12"), ("12.5", "12.5"),
    ("1.50", "1.5"), ("007", "7"), ("0466", "466"), ("0.125", "0.125"), ("-0.125", "-0.125"),
    ("12.3456", "12.3456"), ("1250000.123", "1250000.123"), ("50 000", "50000"),
    ("50 000.125", "50000.125"), ("1\u{A0}234\u{A0}567", "1234567"), ("1\u{202F}234", "1234"),
    ("1\u{2009}234", "1234"), ("1'234'567.25", "1234567.25"), ("1’234", "1234"), (" 12 ", "12"),
    ("36028797018963967", "36028797018963967"),
  ])
  func reads(text: String, plain: String) {
    #expect(Decimal.read(text).value?.plain() == plain)
  }

  @Test(arguments: [
    ("", ReadProblem.notANumber("")),
    ("zwölf", .notANumber("zwölf")), ("12 t", .notANumber("12 t")), ("+5", .notANumber("+5")),
    (".5", .notANumber(".5")), ("5.", .notANumber("5.")), ("--5", .notANumber("--5")),
    ("1..5", .notANumber("1..5")), ("1.2.3", .notANumber("1.2.3")), ("0x1F", .notANumber("0x1F")),
    ("0466/2007", .notANumber("0466/2007")), ("1:30", .notANumber("1:30")),
    ("12.000", .ambiguousGrouping("12.000")), ("-1.234", .ambiguousGrouping("-1.234")),
    ("1,234", .ambiguousGrouping("1,234")), ("850.000", .ambiguousGrouping("850.000")),
    ("12,50", .decimalComma("12,50", suggestion: "12.50")),
    ("-0,125", .decimalComma("-0,125", suggestion: "-0.125")),
    ("50 000,50", .decimalComma("50 000,50", suggestion: "50000.50")),
    ("432.089,00", .groupedDigits("432.089,00", suggestion: "432089.00")),
    ("10,000,000.00", .groupedDigits("10,000,000.00", suggestion: "10000000.00")),
    ("135.420.000", .groupedDigits("135.420.000", suggestion: "135420000")),
    ("50 00", .unevenGroups("50 00")), ("5000 000", .unevenGroups("5000 000")),
    ("1 234'567", .unevenGroups("1 234'567")), ("1e5", .exponent("1e5")),
    ("1.5E-3", .exponent("1.5E-3")), ("1e", .notANumber("1e")),
    ("36028797018963968", .tooManyDigits("36028797018963968")),
    ("99999999999999999999999", .tooManyDigits("99999999999999999999999")),
    ("0.1234567890123456", .tooManyDigits("0.1234567890123456")),
    ("k. A.", .placeholder("k. A.")), ("-", .placeholder("-")), ("tbd", .placeholder("tbd")),
  ])
  func refuses(text: String, problem: ReadProblem) {
    #expect(Decimal.read(text).problem == problem)
  }

  @Test func wholeNumbersHaveNoFraction() {
    #expect(Decimal.readWhole("12").value == Decimal(12))
    #expect(Decimal.readWhole("12.0").value == Decimal(12))
    #expect(Decimal.readWhole("12.5").problem == .notWhole("12.5"))
    #expect(Decimal.readWhole("12.000").problem == .ambiguousGrouping("12.000"))
  }

  @Test func suggestionsReadAndNothingCrashes() {
    var random = SeededRandom(1)
    let pieces = [
      "1", "0", "23", "456", ".", ",", " ", "'", "-", "e", "\u{A0}", "€", "x", "EUR", "%",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...7, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      if let suggestion = Decimal.read(text).problem?.suggestion,
        Decimal.read(suggestion).value == nil
      {
        // A suggestion may fail only because it has more digits than fit or three after its point.
        switch Decimal.read(suggestion).problem {
        case .tooManyDigits, .ambiguousGrouping: break
        default: Issue.record("`\(text)` suggests `\(suggestion)`")
        }
      }
      _ = Money.read(text)
      _ = Percent.read(text)
      _ = CalendarDate.read(text)
      _ = YesOrNo.read(text)
    }
  }
}

@Suite struct DecimalLaws {
  private func random(_ random: inout SeededRandom) -> Decimal {
    let digits = Int.random(in: 0...17, using: &random)
    let bound = (0..<digits).reduce(Int64(1)) { product, _ in product * 10 }
    let mantissa = Int64.random(in: -bound...bound, using: &random)
    return Decimal(mantissa: Int128(mantissa), scale: Int.random(in: 0...9, using: &random))!
  }

  /// The value times 10^9.
  private func reference(_ value: Decimal) -> Int128 {
    (0..<(9 - Int(value.scale))).reduce(value.mantissa) { product, _ in product * 10 }
  }

  @Test func arithmeticAndOrderAgreeWithIntegers() {
    var generator = SeededRandom(2)
    for _ in 0..<3_000 {
      let left = random(&generator)
      let right = random(&generator)
      #expect((left < right) == (reference(left) < reference(right)))
      #expect((left == right) == (reference(left) == reference(right)))
      #expect(left.adding(right).map(reference) == reference(left) + reference(right))
      #expect(left.subtracting(right).map(reference) == reference(left) - reference(right))
      #expect(left.adding(right) == right.adding(left))
      #expect(left.multiplying(by: right) == right.multiplying(by: left))
      #expect(left.adding(right)?.subtracting(right) == left)
    }
  }

  @Test func productsAgreeWithIntegers() {
    var generator = SeededRandom(3)
    for _ in 0..<1_500 {
      let left = Int.random(in: -1_000_000...1_000_000, using: &generator)
      let right = Int.random(in: -1_000_000...1_000_000, using: &generator)
      let product = Decimal(mantissa: Int128(left), scale: 3)!
        .multiplying(by: Decimal(mantissa: Int128(right), scale: 2)!)
      #expect(product == Decimal(mantissa: Int128(left) * Int128(right), scale: 5))
    }
  }

  @Test func quotientsAreWithinHalfOfTheLastDigit() {
    var generator = SeededRandom(4)
    for _ in 0..<1_500 {
      let left = Int.random(in: -1_000_000...1_000_000, using: &generator)
      let right = Int.random(in: 1...10_000, using: &generator)
      let quotient = Decimal(left).divided(by: Decimal(right), fractionDigits: 2)!
      let back = reference(quotient.multiplying(by: Decimal(right))!)
      let exact = Int128(left) * 1_000_000_000
      #expect((back - exact).magnitude * 2 <= UInt128(right) * 10_000_000)
    }
    #expect(Decimal(1).divided(by: .zero, fractionDigits: 2) == nil)
    #expect(Decimal(2).divided(by: Decimal(3), fractionDigits: 3)?.plain() == "0.667")
    #expect(Decimal(-1).divided(by: Decimal(8), fractionDigits: 2)?.plain() == "-0.13")
    #expect(Decimal(1).divided(by: Decimal(-8), fractionDigits: 2)?.plain() == "-0.13")
    #expect(Decimal(6).divided(by: Decimal(3), fractionDigits: 0)?.plain() == "2")
  }

  @Test func roundingGoesAwayFromZeroAtHalves() {
    #expect(Decimal.read("2.345").value == nil)
    #expect(Decimal(mantissa: 2345, scale: 3)!.rounded(fractionDigits: 2).plain() == "2.35")
    #expect(Decimal(mantissa: -2345, scale: 3)!.rounded(fractionDigits: 2).plain() == "-2.35")
    #expect(Decimal(mantissa: 2344, scale: 3)!.rounded(fractionDigits: 2).plain() == "2.34")
    #expect(Decimal(7).rounded(fractionDigits: 2) == Decimal(7))
  }

  @Test func equalValuesAreOneValue() {
    #expect(Decimal(mantissa: 150, scale: 2) == Decimal(mantissa: 15, scale: 1))
    #expect(
      Decimal(mantissa: 150, scale: 2).hashValue == Decimal(mantissa: 15, scale: 1).hashValue)
    #expect(Decimal(mantissa: 0, scale: 9) == .zero)
    #expect(Decimal(mantissa: 1, scale: 39) == nil)
  }

  @Test func overflowIsNilAndOrderSurvivesIt() {
    let huge = Decimal(mantissa: .max, scale: 0)!
    let least = Decimal(mantissa: .min, scale: 0)!
    let tiny = Decimal(mantissa: 1, scale: 38)!
    #expect(huge.adding(huge) == nil)
    #expect(huge.adding(tiny) == nil)
    #expect(huge.multiplying(by: huge) == nil)
    #expect(tiny.multiplying(by: tiny) == nil)
    #expect(least.negated == nil)
    #expect(Decimal.zero.subtracting(least) == nil)
    #expect(tiny < huge && least < tiny && !(huge < tiny) && !(tiny < least))
  }

  @Test func packingKeepsTheValueAndTheTag() {
    var generator = SeededRandom(5)
    for _ in 0..<3_000 {
      let value = random(&generator)
      let tag = UInt8.random(in: 0...15, using: &generator)
      guard let packed = value.packed(tag: tag) else {
        #expect(value.mantissa.magnitude >= 1 << 55)
        continue
      }
      #expect(Decimal(packed: packed) == value)
      #expect(Decimal.tag(ofPacked: packed) == tag)
    }
    let least = Decimal(mantissa: -(1 << 55), scale: 15)!
    #expect(least.packed.map(Decimal.init(packed:)) == least)
    #expect(Decimal(mantissa: 1 << 55, scale: 0)!.packed == nil)
    #expect(Decimal(mantissa: 1, scale: 16)!.packed == nil)
  }

  @Test func plainTextReadsBack() {
    var generator = SeededRandom(6)
    for _ in 0..<1_500 {
      let value = random(&generator)
      guard value.packed != nil, value.scale != 3 else { continue }
      #expect(Decimal.read(value.plain()).value == value)
    }
  }
}

@Suite struct DecimalFormatting {
  @Test(arguments: [
    ("412000.5", 2, "412,000.50", "412.000,50"), ("0", 0, "0", "0"), ("-999", 0, "-999", "-999"),
    ("-1000", 0, "-1,000", "-1.000"), ("0.05", 1, "0.05", "0,05"),
    ("1234567", 2, "1,234,567.00", "1.234.567,00"),
  ])
  func groups(text: String, digits: Int, english: String, german: String) {
    let value = Decimal.read(text).value
    #expect(value?.formatted(.english, minimumFractionDigits: digits) == english)
    #expect(value?.formatted(.german, minimumFractionDigits: digits) == german)
  }

  @Test func percentages() {
    for text in ["12 %", "12%", "12", "12\u{A0}%", "12\u{202F}%", " 12  % "] {
      #expect(Percent.read(text).value == Percent(Decimal(12)))
    }
    #expect(Percent.read("12.5 %").value?.formatted(.english) == "12.5%")
    #expect(Percent.read("12.5 %").value?.formatted(.german) == "12,5\u{A0}%")
    #expect(Percent.read("12,5 %").problem == .decimalComma("12,5 %", suggestion: "12.5 %"))
    #expect(
      Percent.read("12 Prozent").problem == .percentInWords("12 Prozent", suggestion: "12 %"))
    #expect(Percent.read("12 v. H.").problem?.suggestion == "12 %")
    #expect(Percent.read("ein Drittel").problem == .notAPercentage("ein Drittel"))
    #expect(Percent.read("%").problem == .notAPercentage("%"))
    #expect(Percent.read("12 %%").problem == .notAPercentage("12 %%"))
    #expect(Percent.read("k. A.").problem == .placeholder("k. A."))
  }

  @Test(arguments: ["yes", "Ja", "TRUE", "wahr"]) func yes(text: String) {
    #expect(YesOrNo.read(text).value == true)
  }

  @Test(arguments: ["no", "Nein", "FALSE", "falsch"]) func no(text: String) {
    #expect(YesOrNo.read(text).value == false)
  }

  @Test(arguments: ["", "on", "1", "0", "yess", "falsches", "ja, aber", "x y"])
  func neither(text: String) {
    #expect(YesOrNo.read(text).problem == .notYesOrNo(text, suggestion: nil))
  }

  @Test func lettersForYesAndNoHaveASuggestion() {
    #expect(YesOrNo.read("J").problem == .notYesOrNo("J", suggestion: "ja"))
    #expect(YesOrNo.read("y").problem == .notYesOrNo("y", suggestion: "yes"))
    #expect(YesOrNo.read("n").problem == .notYesOrNo("n", suggestion: "no"))
  }
}
