import Diagnostics
import Model
import Values

/// What a text of the source becomes in a plan.
enum ImportedText {
  /// The text as the plan writes it.
  case value(String)
  /// The type cannot read it for certain.
  case unreadable(ReadProblem?, ValueKind)
  /// A value that an open choice does not know; it stays.
  case unusual(String)
}

/// Reads texts against the types of a schema, and never guesses.
struct ValueImport {
  let schema: Schema
  let conventions: Conventions

  func read(_ text: String, as field: Field) -> ImportedText {
    guard let type = field.type.scalar else { return .value(text) }
    if schema.placeholders.contains(text.lowercased()) { return .value(text) }
    switch type {
    case .text, .identifier, .reference: return .value(text)
    case .yesOrNo: return settled(text, YesOrNo.read(text), .yesOrNo)
    case .number:
      guard let text = number(in: text) else { return .unreadable(nil, .number) }
      return settled(text, Decimal.read(text), .number)
    case .wholeNumber:
      guard let text = number(in: text) else { return .unreadable(nil, .wholeNumber) }
      return settled(text, Decimal.readWhole(text), .wholeNumber)
    case .percent:
      guard let text = number(in: text) else { return .unreadable(nil, .percent) }
      return settled(text, Percent.read(text), .percent)
    case .money:
      guard let text = number(in: text) else { return .unreadable(nil, .money) }
      return settled(text, Money.read(text), .money)
    case .date:
      let text = day(in: text)
      return settled(text, CalendarDate.read(text), .date)
    case .choice(let index):
      if schema.choices[index].value(spelled: text) != nil { return .value(text) }
      // Other systems write the same words with capitals.
      let lower = text.lowercased()
      if schema.choices[index].value(spelled: lower) != nil { return .value(lower) }
      return field.isOpenChoice || schema.choices[index].isOpen
        ? .unusual(text) : .unreadable(nil, .choice)
    }
  }

  private func settled<T>(
    _ text: String, _ result: Result<T, ReadProblem>, _ kind: ValueKind
  ) -> ImportedText {
    switch result {
    case .success: .value(text)
    case .failure(let problem): .unreadable(problem, kind)
    }
  }

  // MARK: - Conventions

  /// The text with its one number written plainly, where the source has a convention; nil where the
  /// number does not follow it.
  private func number(in text: String) -> String? {
    guard let convention = conventions.numbers else { return text }
    let (grouping, point): (Set<Character>, Character) =
      switch convention {
      case .pointThenComma: (["."], ",")
      case .commaThenPoint: ([","], ".")
      case .blankThenComma: ([" ", "\u{A0}", "\u{202F}"], ",")
      }
    guard let first = text.firstIndex(where: \.isASCIIDigit),
      let last = text.lastIndex(where: \.isASCIIDigit)
    else { return text }
    let parts = text[first...last].split(
      separator: point, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(omittingEmptySubsequences: false) { grouping.contains($0) }
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    var plain = groups.joined()
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].allSatisfy(\.isASCIIDigit) else { return nil }
      plain += ".\(parts[1])"
    }
    return text[..<first] + plain + text[text.index(after: last)...]
  }

  /// The text as an ISO date, where the source's convention settles it or a time follows one.
  private func day(in text: String) -> String {
    // The day of a date with a time, as JSON has it.
    if let time = text.dropFirst(10).first, time == "T",
      text.dropFirst(11).first?.isASCIIDigit == true
    {
      return String(text.prefix(10))
    }
    guard let convention = conventions.dates else { return text }
    let separator: Character = convention == .dayMonthYearByPoints ? "." : "/"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.count <= 4 && $0.allSatisfy(\.isASCIIDigit) }),
      parts[0].count <= 2, parts[1].count <= 2
    else { return text }
    let (day, month) =
      convention == .monthDayYear ? (parts[1], parts[0]) : (parts[0], parts[1])
    func padded(_ part: Substring) -> String { part.count == 1 ? "0\(part)" : String(part) }
    return "\(parts[2])-\(padded(month))-\(padded(day))"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
