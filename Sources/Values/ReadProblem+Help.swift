import Diagnostics

extension ReadProblem {
  /// How to write the value, in one sentence; `kind` is the declared type.
  package func help(in language: Language, for kind: ValueKind) -> String {
    if let suggestion {
      return language.pick("write `\(suggestion)`", "Schreiben Sie `\(suggestion)`")
    }
    switch self {
    case .placeholder:
      return Self.placeholderHelp(language)
    case .ambiguousGrouping:
      return groupingHelp(language, kind)
    case .moneyWithoutUnit(let text):
      return language.pick(
        "write `\(text) EUR`, or `currency: EUR` once in the plan",
        "Schreiben Sie `\(text) EUR` oder einmal im Plan `currency: EUR`")
    case .unknownCurrency:
      return language.pick(
        "write the code of ISO 4217 in capital letters, such as `EUR`",
        "Schreiben Sie das Kürzel nach ISO 4217 in Großbuchstaben, etwa `EUR`")
    case .looksLikeMoney(_, let wording, _):
      return wording.help(language)
    case .tooManyDigits:
      return language.pick(
        "write at most 16 digits, 15 of them after the point",
        "Schreiben Sie höchstens 16 Ziffern, davon 15 nach dem Punkt")
    case .shortYear:
      return language.pick(
        "write the year with four digits, such as `2027-03-31`",
        "Schreiben Sie das Jahr mit vier Ziffern, etwa `2027-03-31`")
    case .ambiguousDate(_, let dayFirst, let monthFirst):
      return language.pick(
        "write `\(dayFirst)` or `\(monthFirst)`",
        "Schreiben Sie `\(dayFirst)` oder `\(monthFirst)`")
    case .vagueDate(_, let near):
      return Self.vagueHelp(language, near)
    case .ongoing:
      return language.pick(
        "leave the date out and say in a field of its own that it goes on, or write"
          + " `{not-applicable: \"ongoing\"}`",
        "Lassen Sie das Datum weg und sagen Sie in einem eigenen Feld, dass es andauert, oder"
          + " schreiben Sie `{not-applicable: \"laufend\"}`")
    case .dateRange(_, let from, let to):
      return language.pick(
        "write `\(from)` as the start and `\(to)` as the end",
        "Schreiben Sie `\(from)` als Beginn und `\(to)` als Ende")
    case .duration:
      return language.pick(
        "write the date that it leads to, or `{open: \"…\"}` with what it waits for",
        "Schreiben Sie das Datum, zu dem sie führt, oder `{open: \"…\"}` mit dem, worauf es wartet")
    case .notANumber, .groupedDigits, .decimalComma, .unevenGroups, .exponent, .notWhole,
      .percentInWords, .notAPercentage, .notMoney, .dateInOtherSpelling, .impossibleDate,
      .notADate, .notYesOrNo:
      return kind.spelling(in: language)
    }
  }

  private func groupingHelp(_ language: Language, _ kind: ValueKind) -> String {
    let digits = text.split { !$0.isDigit }.prefix(2).map(String.init)
    let sign = text.contains("-") || text.contains("−") ? "-" : ""
    let thousands = sign + digits.joined()
    let fraction = "\(sign)\(digits.first ?? "0").\((digits.last ?? "0"))0"
    switch kind {
    case .money:
      let unit = MoneyProblem.unit(in: Token.split(text))?.code ?? "EUR"
      let grouped = "\(sign)\(digits.joined(separator: " ")) \(unit)"
      return language.pick(
        "write `\(thousands) \(unit)` or `\(grouped)`; for a fraction, `\(fraction) \(unit)`",
        "Schreiben Sie `\(thousands) \(unit)` oder `\(grouped)`; für einen Bruchteil"
          + " `\(fraction) \(unit)`")
    case .text, .identifier, .yesOrNo, .number, .wholeNumber, .percent, .date, .choice, .reference:
      return language.pick(
        "write `\(thousands)`; for a fraction, `\(fraction)`",
        "Schreiben Sie `\(thousands)`; für einen Bruchteil `\(fraction)`")
    }
  }

  private static func placeholderHelp(_ language: Language) -> String {
    language.pick(
      "write `{open: \"why\"}` while it is not known, `{not-applicable: \"why\"}` where it does"
        + " not apply, or leave the key out",
      "Schreiben Sie `{open: \"Grund\"}`, solange es nicht bekannt ist,"
        + " `{not-applicable: \"Grund\"}`, wo es nicht zutrifft, oder lassen Sie den Schlüssel weg")
  }

  private static func vagueHelp(_ language: Language, _ near: String?) -> String {
    let year = near.map { String($0.prefix(4)) } ?? "2027"
    let example = near ?? year
    guard example.count == 4 else {
      return language.pick(
        "write `\(example)` if that is the date meant",
        "Schreiben Sie `\(example)`, wenn dieses Datum gemeint ist")
    }
    return language.pick(
      "write the quarter or month, such as `\(year)-Q2` or `\(year)-06`, or the year, `\(year)`",
      "Schreiben Sie das Quartal oder den Monat, etwa `\(year)-Q2` oder `\(year)-06`, oder das Jahr,"
        + " `\(year)`")
  }
}

extension MoneyWording {
  fileprivate func help(_ language: Language) -> String {
    switch self {
    case .scaled:
      language.pick(
        "write all digits, such as `4 550 000 EUR`",
        "Schreiben Sie alle Ziffern, etwa `4 550 000 EUR`")
    case .approximate:
      language.pick(
        "write the amount, such as `850 000 EUR`, and say in a field of its own that it is an"
          + " estimate",
        "Schreiben Sie den Betrag, etwa `850 000 EUR`, und sagen Sie in einem eigenen Feld, dass er"
          + " geschätzt ist")
    case .range:
      language.pick(
        "write one amount, such as `9 500 000 EUR`, or each in a field of its own",
        "Schreiben Sie einen Betrag, etwa `9 500 000 EUR`, oder jeden in ein eigenes Feld")
    case .qualified:
      language.pick(
        "write the amount alone, such as `135 420 000 EUR`, and the rest in a field of its own",
        "Schreiben Sie nur den Betrag, etwa `135 420 000 EUR`, und das Übrige in ein eigenes Feld")
    case .bracketed:
      language.pick(
        "write the amount without brackets, and what they mean in a field of its own",
        "Schreiben Sie den Betrag ohne Klammern und deren Bedeutung in ein eigenes Feld")
    case .dashForCents:
      language.pick(
        "write the amount alone, such as `500 EUR`", "Schreiben Sie nur den Betrag, etwa `500 EUR`")
    }
  }
}

extension ValueKind {
  /// How a value of this kind is written, with examples.
  package func spelling(in language: Language) -> String {
    switch self {
    case .text: language.pick("write a text", "Schreiben Sie einen Text")
    case .identifier:
      language.pick("write an id, such as `M7`", "Schreiben Sie eine Kennung, etwa `M7`")
    case .yesOrNo: language.pick("write `yes` or `no`", "Schreiben Sie `ja` oder `nein`")
    case .number:
      language.pick(
        "write digits alone, such as `12`, `12.5` or `50 000`",
        "Schreiben Sie nur Ziffern, etwa `12`, `12.5` oder `50 000`")
    case .wholeNumber:
      language.pick(
        "write digits without a fraction, such as `12` or `50 000`",
        "Schreiben Sie Ziffern ohne Nachkommastellen, etwa `12` oder `50 000`")
    case .percent:
      language.pick(
        "write a number, such as `12 %` or `12.5 %`",
        "Schreiben Sie eine Zahl, etwa `12 %` oder `12.5 %`")
    case .money:
      language.pick(
        "write an amount, such as `50 000 EUR` or `12.50 EUR`",
        "Schreiben Sie einen Betrag, etwa `50 000 EUR` oder `12.50 EUR`")
    case .date:
      language.pick(
        "write a date as `2027-03-31`, `2027-03`, `2027-Q1` or `2027`",
        "Schreiben Sie ein Datum als `2027-03-31`, `2027-03`, `2027-Q1` oder `2027`")
    case .choice:
      language.pick("write one of the values", "Schreiben Sie einen der Werte")
    case .reference:
      language.pick("write the id of an entry", "Schreiben Sie die Kennung eines Eintrags")
    }
  }
}
