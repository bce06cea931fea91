import Diagnostics

/// Why nothing can be computed of values that are all known.
enum ComputingFailure: Sendable {
  /// Amounts in several currencies.
  case currencies
  /// More digits than a number can have.
  case digits
  /// A date before or behind the years of the calendar.
  case calendar
  /// Which entry comes first nobody can tell.
  case order

  /// "the sum of `parts.price` cannot be computed: the amounts are in several currencies"
  func sentence(about name: String, _ language: Language) -> String {
    switch self {
    case .currencies:
      language.pick(
        "\(name) cannot be computed: the amounts are in several currencies",
        "\(name) lässt sich nicht bilden: Die Beträge stehen in mehreren Währungen")
    case .digits:
      language.pick(
        "\(name) cannot be computed: the result has too many digits",
        "\(name) lässt sich nicht bilden: Das Ergebnis hat zu viele Stellen")
    case .calendar:
      language.pick(
        "\(name) cannot be computed: the date lies outside the years 1 to 9999",
        "\(name) lässt sich nicht bilden: Das Datum liegt außerhalb der Jahre 1 bis 9999")
    case .order:
      language.pick(
        "\(name) is not certain: the entries stand in no certain order",
        "\(name) ist nicht sicher: Die Reihenfolge der Einträge steht nicht fest")
    }
  }
}
