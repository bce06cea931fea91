import Diagnostics
import Model
import RuleSyntax
import Values

/// Values in sentences: titles of fields, literals, computed values.
extension SentenceWriter {
  func operand(_ operand: Operand, _ frames: Frames, isDative: Bool = false) -> String {
    switch operand {
    case .path(let path): return self.path(path, frames)
    case .literal(let literal): return self.literal(literal)
    case .setting(let index, _):
      let setting = program.settings[index]
      return "\(title(setting.title)) (\(value(of: setting)))"
    case .today: return language.pick("today", "heute")
    case .aggregate(let aggregate): return self.aggregate(aggregate, frames, isDative: isDative)
    case .matches(.notation(let notation), let path):
      return program.notations[notation].name + " in " + self.path(path, frames)
    case .matches(.date, let path):
      return language.pick("date in ", "Datum in ") + self.path(path, frames)
    case .state(let path):
      return language.pick("the state of ", "Zustand von ") + self.path(path, frames)
    case .arithmetic(let sign, let left, let right, _):
      return "\(self.operand(left, frames)) \(sign.rawValue) \(self.operand(right, frames))"
    }
  }

  func value(of setting: TypedSetting) -> String {
    guard let value = setting.value else { return language.pick("not set", "nicht gesetzt") }
    if case .text(let id) = value, case .reference = setting.type { return id }
    return literal(value)
  }

  private func aggregate(
    _ aggregate: Aggregate, _ frames: Frames, isDative: Bool
  ) -> String {
    let noun = aggregate.kind.noun(language)
    let rows = language.pick("the rows", "Zeilen")
    var text = isDative ? noun.dative : noun.nominative
    text += " " + (aggregate.path.map { path($0, frames) } ?? rows)
    if let filter = aggregate.filter {
      if let path = aggregate.path {
        text += restriction(filter, over: path, frames)
      } else {
        let condition = condition(filter, frames, isSubordinate: true)
        text += language.pick(" where \(condition)", ", wo \(condition),")
      }
    }
    if aggregate.missingAsZero {
      text += language.pick(" counting missing as 0", " (Fehlendes zählt als 0)")
    }
    return text
  }

  // MARK: - Literals

  func literal(_ literal: Literal) -> String {
    switch literal {
    case .number(let number): return number.formatted(language)
    case .percent(let percent): return Percent(percent).formatted(language)
    case .money(let money): return money.formatted(language)
    case .date(let date): return date.formatted(language)
    case .text(let text): return quoted(text)
    case .choice(let choice, let value): return choiceValue(schema.choices[choice].values[value])
    case .yesOrNo(let isYes):
      return isYes ? language.pick("yes", "ja") : language.pick("no", "nein")
    case .duration(let count, let unit): return "\(count) \(unit.name(language, isOne: count == 1))"
    }
  }

  /// A value of a choice by its title, in quotes where that is more than one word.
  private func choiceValue(_ value: Choice.Value) -> String {
    let title = value.title[language]
    return title.contains(" ") ? quoted(title) : self.title(title)
  }

  func quoted(_ text: String) -> String { language.pick("\"\(text)\"", "„\(text)“") }

  // MARK: - Titles

  /// The title of the path's last part, and in parentheses what it is part of, nearest first.
  func path(_ path: Path, _ frames: Frames) -> String {
    var parts = start(path, frames)
    var record =
      switch path.start {
      case .plan: schema.root
      case .frame(let frame): frames.records[frame]
      }
    for (index, step) in path.steps.enumerated() {
      let isLast = path.field == nil && index == path.steps.count - 1
      parts += titles(of: step, from: record, isLast: isLast)
      record = schema.record(after: step, from: record)
    }
    if let field = path.field { parts += titles(ofField: field, in: record) }
    guard let last = parts.last else { return title(schema.records[record].title) }
    var around: [String] = []
    for part in parts.dropLast().reversed() {
      let isSaid = ([last] + around).contains { $0.lowercased().contains(part.lowercased()) }
      if !isSaid { around.append(part) }
    }
    let name = title(last)
    return around.isEmpty ? name : "\(name) (\(around.map { title($0) }.joined(separator: ", ")))"
  }

  private func start(_ path: Path, _ frames: Frames) -> [String] {
    switch path.start {
    case .plan:
      let isOwn = frames.records.last == schema.root
      if case .all = path.steps.first { return [] }
      return isOwn ? [] : [schema.records[schema.root].title[language]]
    case .frame(let frame):
      let isInner = frame == frames.records.count - 1
      return isInner ? [] : [schema.records[frames.records[frame]].title[language]]
    }
  }

  /// `isLast`: nothing follows the step, so that it speaks of the list itself.
  private func titles(of step: Path.Step, from record: Int, isLast: Bool) -> [String] {
    switch step {
    case .reference(let field), .references(let field), .children(let field), .child(let field):
      return titles(ofField: field, in: record)
    case .inverse(let index):
      let inverse = schema.records[record].inverses[index]
      let found = schema.records[inverse.record]
      return [isLast || inverse.name != found.list ? "`\(inverse.name)`" : found.title[language]]
    case .parent: return []
    case .earlier: return [language.pick("earlier", "früher")]
    case .later: return [language.pick("later", "später")]
    case .previous: return [language.pick("in the previous version", "in der vorigen Fassung")]
    case .all(let record):
      let found = schema.records[record]
      return [isLast ? found.list.map { "`\($0)`" } ?? found.name : found.title[language]]
    }
  }

  /// The titles of the groups around a field, and its own.
  private func titles(ofField index: Int, in record: Int) -> [String] {
    let fields = schema.records[record].fields
    var parts = [fields[index].title[language]]
    var group = fields[index].group
    while let outer = group {
      parts.insert(fields[outer].title[language], at: 0)
      group = fields[outer].group
    }
    return parts
  }

  func title(_ title: LocalizedText) -> String { self.title(title[language]) }

  /// A title in the middle of a sentence: English ones begin in lower case, unless they are
  /// abbreviations; so do German ones that begin with an adjective before a noun. A title with a
  /// comma stands in quotes.
  private func title(_ title: String) -> String {
    if title.contains(",") { return quoted(title) }
    let words = title.split(separator: " ", maxSplits: 2)
    guard let first = words.first, first.dropFirst().allSatisfy({ !$0.isUppercase }) else {
      return title
    }
    if language == .german {
      let endings = ["e", "er", "es", "en"]
      guard words.count > 1, words[1].first?.isUppercase == true,
        endings.contains(where: { first.hasSuffix($0) })
      else { return title }
    }
    return title.prefix(1).lowercased() + title.dropFirst()
  }
}

extension Literal.DurationUnit {
  /// "months", "Jahr": the unit as it stands behind a number.
  package func name(_ language: Language, isOne: Bool) -> String {
    switch self {
    case .days: isOne ? language.pick("day", "Tag") : language.pick("days", "Tage")
    case .months: isOne ? language.pick("month", "Monat") : language.pick("months", "Monate")
    case .years: isOne ? language.pick("year", "Jahr") : language.pick("years", "Jahre")
    }
  }
}
