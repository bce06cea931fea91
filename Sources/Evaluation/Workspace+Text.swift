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
    case .text(let place): return "`\(text(place))`"
    case .index(let index): return show(index: index, type, in: language)
    }
  }

  private func show(_ value: Decimal, _ tag: UInt8, _ type: OperandType, in language: Language)
    -> String
  {
    let number = value.formatted(language)
    if type == .percent { return "\(number) %" }
    guard Int(tag) < plan.currencies.count, let currency = plan.currencies[Int(tag)] else {
      return number
    }
    return Money(value, currency).formatted(language)
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
      return "`\(setting.name)` (\(show(setting.value, in: language)))"
    case .today: return language.pick("today", "heute")
    case .aggregate(let aggregate): return name(aggregate, in: language)
    case .matches(let notation, let path):
      return "`\(program.notations[notation].name) in \(path.text)`"
    case .state(let path):
      return language.pick("the state of", "der Zustand von") + " `\(path.text)`"
    case .arithmetic(let symbol, let left, let right, _):
      return "\(name(left, in: language)) \(symbol.rawValue) \(name(right, in: language))"
    }
  }

  private func name(_ aggregate: Aggregate, in language: Language) -> String {
    let path = aggregate.path.map { "`\($0.text)`" } ?? ""
    switch aggregate.kind {
    case .sum: return language.pick("the sum of \(path)", "die Summe von \(path)")
    case .count: return language.pick("the count of \(path)", "die Anzahl von \(path)")
    case .earliest: return language.pick("the earliest of \(path)", "das früheste von \(path)")
    case .latest: return language.pick("the latest of \(path)", "das späteste von \(path)")
    case .smallest: return language.pick("the smallest of \(path)", "das kleinste von \(path)")
    case .largest: return language.pick("the largest of \(path)", "das größte von \(path)")
    case .first: return language.pick("the first of \(path)", "das erste von \(path)")
    case .last: return language.pick("the last of \(path)", "das letzte von \(path)")
    case .share: return language.pick("the share of \(path)", "der Anteil von \(path)")
    }
  }

  func show(_ literal: Literal, in language: Language) -> String {
    switch literal {
    case .number(let value): return value.formatted(language)
    case .percent(let value): return "\(value.formatted(language)) %"
    case .money(let money): return money.formatted(language)
    case .date(let date): return date.formatted(language)
    case .text(let text): return "\"\(text)\""
    case .choice(let choice, let value):
      return "`\(plan.schema.choices[choice].values[value].name)`"
    case .yesOrNo(let value):
      return value ? language.pick("yes", "ja") : language.pick("no", "nein")
    case .duration(let count, let unit):
      switch unit {
      case .days: return "\(count) " + language.pick("days", "Tage")
      case .months: return "\(count) " + language.pick("months", "Monate")
      case .years: return "\(count) " + language.pick("years", "Jahre")
      }
    }
  }

  /// The arguments of a line's phrase as they are read in a sentence; with `rows` their values
  /// stand behind their names.
  func arguments(_ line: LineNode, _ rows: Rows?, in language: Language) -> [String] {
    func named(_ operand: Operand, _ reader: OperandReader?) -> String {
      let name = name(operand, in: language)
      if case .literal = operand { return name }
      if case .setting = operand { return name }
      guard let rows, let reader else { return name }
      return "\(name) (\(show(reader.see(rows), operand.type, in: language)))"
    }
    switch line.typed.phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .leadingBack: return []
    case .oneOf(let values): return values.map { show($0, in: language) }
    case .including(let value): return [show(value, in: language)]
    case .compared(_, let other): return [named(other, (line.test as? CompareTest)?.other)]
    case .within(let from, let to), .overlapping(let from, let to):
      let test = line.test as? PeriodTest
      return [named(from, test?.from), named(to, test?.to)]
    case .existing(let target, _):
      switch target {
      case .list(let record): return ["`\(plan.schema.records[record].list ?? "")`"]
      case .path(let path): return ["`\(path.text)`"]
      }
    case .unique(let amongAll, let record):
      let list = plan.schema.records[record].list ?? plan.schema.records[record].name
      return [amongAll ? language.pick("all `\(list)`", "allen `\(list)`") : "`\(list)`"]
    case .writtenLike(let notation):
      return program.notations[notation].patterns.map { "\"\($0)\"" }
    case .measured(_, let bound, _): return [named(bound, (line.test as? MeasureTest)?.bound)]
    case .mentioning(let lists), .avoiding(let lists):
      return lists.map { index in
        let list = program.wordLists[index]
        return list.name.map { "`\($0)`" } ?? list.words.map { "\"\($0)\"" }.joined(separator: ", ")
      }
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
