import Diagnostics
import Model
import RuleSyntax
import Semantics
import SourceText
import Values

extension Workspace {
  /// A value as people read it.
  func show(_ sight: Sight, _ type: OperandType, in language: Language) -> String {
    switch sight.standing {
    case .stated: show(sight.datum, type, in: language)
    case .open: language.pick("declared open", "offen")
    case .inapplicable: language.pick("declared not applicable", "nicht zutreffend")
    case .empty: language.pick("empty", "leer")
    case .absent: language.pick("not stated", "nicht angegeben")
    case .malformed: language.pick("not readable", "nicht lesbar")
    case .unclear: language.pick("not known", "nicht bekannt")
    }
  }

  func show(_ datum: Datum, _ type: OperandType, in language: Language) -> String {
    switch datum {
    case .none: return language.pick("a list", "eine Liste")
    case .decimal(let value, let tag): return show(value, tag, type, in: language)
    case .lowerBound(let value, let tag):
      let shown = show(value, tag, type, in: language)
      return language.pick("at least \(shown)", "mindestens \(shown)")
    case .interval(let interval):
      return interval.formatted(language)
    case .text(let place): return "`\(Self.shortened(text(place)))`"
    case .index(let index): return show(index: index, type, in: language)
    }
  }

  private func show(_ value: Decimal, _ tag: UInt8, _ type: OperandType, in language: Language)
    -> String
  {
    if type == .percent { return "\(value.formatted(language)) %" }
    let number = Self.number(value, in: language)
    guard Int(tag) < plan.currencies.count, let currency = plan.currencies[Int(tag)] else {
      return number
    }
    return Money(value, currency).formatted(language)
  }

  /// A number without a unit; one that may be a year stands without a separator.
  private static func number(_ value: Decimal, in language: Language) -> String {
    let isLikeYear = value.isWhole && value >= Decimal(1000) && value <= Decimal(9999)
    return isLikeYear ? value.plain() : value.formatted(language)
  }

  /// The beginning of a text, on one line; a headline is no place for a paragraph.
  static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }

  private func show(index: UInt32, _ type: OperandType, in language: Language) -> String {
    switch type {
    case .choice(let choice):
      let values = plan.schema.choices[choice].values
      guard Int(index) < values.count else {
        return language.pick("another text", "ein anderer Text")
      }
      return "`\(values[Int(index)].name)`"
    case .yesOrNo: return index == 1 ? language.pick("yes", "ja") : language.pick("no", "nein")
    case .reference(let record), .record(let record):
      return "`\(idText(record: record, row: Int(index)) ?? String(index + 1))`"
    default: return String(index)
    }
  }

  /// An operand as it is named: its path in backquotes, or its value.
  func name(_ operand: Operand, in language: Language) -> String {
    switch operand {
    case .path(let path): return "`\(path.text)`"
    case .literal(let literal): return show(literal, in: language)
    case .setting(let index, _):
      let setting = program.settings[index]
      guard let value = setting.value else { return "`\(setting.name)`" }
      if case .text(let id) = value, case .reference = setting.type {
        return "`\(setting.name)` (`\(id)`)"
      }
      return "`\(setting.name)` (\(show(value, in: language)))"
    case .today: return language.pick("today", "heute")
    case .aggregate(let aggregate):
      return name(aggregate, in: language)
    case .matches(.notation(let notation), let path):
      return "`\(program.notations[notation].name) in \(path.text)`"
    case .matches(.date, let path):
      return "`\(TextPart.dateName) in \(path.text)`"
    case .state(let path):
      return language.pick("the state of", "der Zustand von") + " `\(path.text)`"
    case .arithmetic(let symbol, let left, let right, _):
      return "\(name(left, in: language)) \(symbol.rawValue) \(name(right, in: language))"
    }
  }

  func show(_ literal: Literal, in language: Language) -> String {
    switch literal {
    case .number(let value): return Self.number(value, in: language)
    case .percent(let value): return "\(value.formatted(language)) %"
    case .money(let money): return money.formatted(language)
    case .date(let date): return date.formatted(language)
    case .text(let text): return "\"\(text)\""
    case .choice(let choice, let value):
      return "`\(plan.schema.choices[choice].values[value].name)`"
    case .yesOrNo(let value):
      return value ? language.pick("yes", "ja") : language.pick("no", "nein")
    case .duration(let count, let unit):
      return "\(count) \(unit.name(language, isOne: count == 1))"
    }
  }

  /// The place of a rule's condition, beside a finding that waits for its value.
  func condition(_ line: LineNode) -> RelatedPlace {
    RelatedPlace(
      line.typed.origin,
      LocalizedText(
        en: "the rule asks for it here", de: "die Regel fragt hier danach"))
  }
}

extension DateInterval {
  /// The date it stands for, or its two ends.
  func formatted(_ language: Language) -> String {
    if let date { return date.formatted(language) }
    let ends = [first, last].compactMap { CalendarDate(containing: $0, .day)?.formatted(language) }
    return ends.joined(separator: language.pick(" to ", " bis "))
  }
}
