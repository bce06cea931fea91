import Diagnostics
import Reporting
import Values

extension Sample {
  /// A table with every kind of cell, a row without a key and a total.
  static var table: ReportTable {
    let share = ReportTable.Share(
      stated: 12, of: 15, members: LocalizedText(en: "measures", de: "Maßnahmen"),
      missing: LocalizedText(en: "3 not stated", de: "3 ohne Angabe"))
    return ReportTable(
      name: "cost-by-committee",
      title: LocalizedText(en: "Cost by committee", de: "Kosten je Gremium"),
      columns: [
        .init(LocalizedText(en: "Committee", de: "Gremium")),
        .init(LocalizedText(en: "Measures", de: "Maßnahmen"), .right),
        .init(LocalizedText(en: "Cost", de: "Kosten"), .right),
        .init(LocalizedText(en: "Share", de: "Anteil"), .right),
        .init(LocalizedText(en: "Ends", de: "Ende"), .right),
      ],
      rows: [
        .init([
          .text("Ausschuss für Soziales | Teilhabe"), .number(Decimal(15)),
          .partial(.money(Money(Decimal(412_000), .euro)), share),
          .percent(decimal(8125, 2)), .date(CalendarDate(year: 2027, month: 3, day: 31)!),
        ]),
        .init([
          .text("移民委員会"), .number(Decimal(1_234)), .money(Money(decimal(9_500_050, 2), .euro)),
          .percent(decimal(1875, 2)), .date(CalendarDate(year: 2028, quarter: 3)!),
        ]),
        .init(
          [
            .localized(LocalizedText(en: "no owner", de: "ohne Gremium")), .number(Decimal(0)),
            .missing(LocalizedText(en: "not stated", de: "ohne Angabe")),
          ], isWithoutKey: true),
        .init(
          [
            .localized(LocalizedText(en: "Total", de: "Summe")), .number(Decimal(1_249)),
            .money(Money(decimal(50_700_050, 2), .euro)), .percent(Decimal(100)),
          ], isTotal: true),
      ],
      notes: [
        LocalizedText(
          en: "Totals count each measure once.", de: "Summen zählen jede Maßnahme einmal.")
      ])
  }

  /// The number `digits` × 10^−`scale`.
  static func decimal(_ digits: Int, _ scale: Int) -> Decimal {
    Decimal(mantissa: Int128(digits), scale: scale)!
  }

  /// A table of texts.
  static func table(titles: [String], rows: [[String]]) -> ReportTable {
    ReportTable(
      name: "t", title: LocalizedText(same: "T"),
      columns: titles.map { .init(LocalizedText(same: $0)) },
      rows: rows.map { .init($0.map { .text($0) }) })
  }
}
