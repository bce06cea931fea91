import Diagnostics

extension ReadProblem {
  /// What is wrong with the text, in one sentence without a full stop.
  package func reason(in language: Language) -> String {
    let text = quoted
    switch self {
    case .notANumber:
      return language.pick("\(text) is not a number", "\(text) ist keine Zahl")
    case .ambiguousGrouping:
      return language.pick(
        "\(text) could mean thousands or a fraction: we do not guess what the mark before three"
          + " digits means",
        "\(text) kann Tausender oder Nachkommastellen meinen: Wir raten nicht, was das Zeichen vor"
          + " drei Ziffern bedeutet")
    case .groupedDigits:
      return language.pick(
        "\(text) groups its digits by points or commas",
        "\(text) gliedert die Ziffern mit Punkten oder Kommas")
    case .decimalComma:
      return language.pick("\(text) has a decimal comma", "\(text) hat ein Dezimalkomma")
    case .unevenGroups:
      return language.pick(
        "\(text) has groups that are not of three digits",
        "\(text) hat Gruppen, die nicht aus drei Ziffern bestehen")
    case .exponent:
      return language.pick("\(text) has an exponent", "\(text) hat einen Exponenten")
    case .tooManyDigits:
      return language.pick(
        "\(text) has more digits than can be kept exactly",
        "\(text) hat mehr Ziffern, als genau gespeichert werden können")
    case .notWhole:
      return language.pick("\(text) is not a whole number", "\(text) ist keine ganze Zahl")
    case .percentInWords:
      return language.pick(
        "\(text) writes percent as a word", "\(text) schreibt Prozent als Wort")
    case .notAPercentage:
      return language.pick("\(text) is not a percentage", "\(text) ist keine Prozentzahl")
    case .moneyWithoutUnit:
      return language.pick("\(text) names no currency", "\(text) nennt keine Währung")
    case .unknownCurrency(_, let unit, _):
      return language.pick(
        "`\(unit)` is not a currency code", "`\(unit)` ist kein Währungskürzel")
    case .looksLikeMoney(_, let wording, _):
      return wording.reason(text, language)
    case .notMoney:
      return language.pick("\(text) is not an amount of money", "\(text) ist kein Geldbetrag")
    case .dateInOtherSpelling:
      return language.pick(
        "\(text) is not the spelling of a date here",
        "\(text) ist hier nicht die Schreibweise eines Datums")
    case .ambiguousDate(_, let dayFirst, let monthFirst):
      return language.pick(
        "\(text) could be \(dayFirst) or \(monthFirst)",
        "\(text) kann \(dayFirst) oder \(monthFirst) sein")
    case .shortYear:
      return language.pick(
        "\(text) has a year of two digits", "\(text) hat eine zweistellige Jahreszahl")
    case .impossibleDate(_, let lastDay?):
      return language.pick(
        "\(text) does not exist: that month has only \(lastDay) days",
        "\(text) gibt es nicht: Dieser Monat hat nur \(lastDay) Tage")
    case .impossibleDate(_, nil):
      return language.pick(
        "\(text) is not in the calendar", "\(text) steht in keinem Kalender")
    case .vagueDate:
      return language.pick(
        "\(text) does not say exactly when", "\(text) sagt nicht genau, wann")
    case .ongoing:
      return language.pick(
        "\(text) is not a date but says that something goes on",
        "\(text) ist kein Datum, sondern sagt, dass etwas andauert")
    case .dateRange:
      return language.pick("\(text) names two dates", "\(text) nennt zwei Daten")
    case .duration:
      return language.pick(
        "\(text) is a length of time, not a date", "\(text) ist eine Dauer, kein Datum")
    case .notADate:
      return language.pick("\(text) is not a date", "\(text) ist kein Datum")
    case .notYesOrNo:
      return language.pick("\(text) is neither yes nor no", "\(text) ist weder Ja noch Nein")
    case .placeholder:
      return language.pick(
        "\(text) says that the value is missing", "\(text) sagt, dass die Angabe fehlt")
    }
  }
}

extension MoneyWording {
  fileprivate func reason(_ text: String, _ language: Language) -> String {
    switch self {
    case .scaled:
      language.pick(
        "\(text) writes part of the amount as a word",
        "\(text) schreibt einen Teil des Betrags als Wort")
    case .approximate:
      language.pick(
        "\(text) is not an exact amount", "\(text) ist kein genauer Betrag")
    case .range:
      language.pick("\(text) names two amounts", "\(text) nennt zwei Beträge")
    case .qualified:
      language.pick(
        "\(text) says more than the amount", "\(text) sagt mehr als den Betrag")
    case .bracketed:
      language.pick(
        "\(text) has brackets, whose meaning only people know",
        "\(text) hat Klammern, deren Bedeutung nur Menschen kennen")
    case .dashForCents:
      language.pick(
        "\(text) has a dash instead of cents", "\(text) hat einen Strich statt der Cent")
    }
  }
}
