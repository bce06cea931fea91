import Diagnostics
import Model
import Reporting
import Semantics

/// Says in sentences how much the breach of a rule weighs at which stage.
struct SeverityWords {
  private let stages: [Choice.Value]
  private let areOrdered: Bool

  init(_ schema: Schema) {
    let choice = schema.stage.map { schema.choices[$0.choice] }
    stages = choice?.values ?? []
    areOrdered = choice?.isOrdered ?? false
  }

  func severities(of rule: TypedRule) -> [RuleDescription.Severities] {
    let severities = rule.severities
    var result = [describe(.broken, severities.broken, isSame: false)]
    result.append(
      describe(.unclear, severities.unclear, isSame: severities.unclear == severities.broken))
    if let open = severities.open { result.append(describe(.open, open, isSame: false)) }
    return result
  }

  private func describe(
    _ trigger: RuleDescription.Trigger, _ levels: [Severity?], isSame: Bool
  ) -> RuleDescription.Severities {
    let sentence = LocalizedText(
      en: text(trigger, levels, isSame: isSame, .english),
      de: text(trigger, levels, isSame: isSame, .german))
    let entries = levels.enumerated().map { index, severity in
      RuleDescription.StageSeverity(
        stage: index < stages.count ? stages[index].name : nil,
        title: index < stages.count ? stages[index].title : nil, severity: severity)
    }
    return RuleDescription.Severities(
      trigger, sentence: sentence,
      summary: LocalizedText(en: summary(levels, .english), de: summary(levels, .german)),
      stages: entries)
  }

  /// "warning in “Draft”, error from “Submitted” on"
  private func summary(_ levels: [Severity?], _ language: Language) -> String {
    runs(of: levels).map { run in
      let level = run.severity.words[language]
      if run.stages.count == levels.count { return level }
      return [level, place(of: run.stages, language) ?? ""].joined(separator: " ")
    }.joined(separator: ", ")
  }

  private func text(
    _ trigger: RuleDescription.Trigger, _ levels: [Severity?], isSame: Bool, _ language: Language
  ) -> String {
    let parts = isSame ? [] : runs(of: levels).map { words(for: $0, language) }
    let joined = Self.joined(parts, language.pick("and", "und"))
    switch (trigger, isSame) {
    case (.broken, _):
      return language.pick("A breach is \(joined).", "Ein Verstoß ist \(joined).")
    case (.unclear, true):
      return language.pick(
        "The same holds where it cannot be told whether the rule is kept.",
        "Dasselbe gilt, wo sich nicht sagen lässt, ob die Regel eingehalten ist.")
    case (.unclear, false):
      return language.pick(
        "Where it cannot be told whether the rule is kept, that is \(joined).",
        "Wo sich nicht sagen lässt, ob die Regel eingehalten ist, ist das \(joined).")
    case (.open, _):
      return language.pick(
        "Where a value is declared open, that is \(joined).",
        "Wo eine Angabe als offen erklärt ist, ist das \(joined).")
    }
  }

  // MARK: - Runs of stages

  /// Neighbouring stages with the same severity.
  private struct Run {
    var severity: Severity?
    var stages: Range<Int>
  }

  private func runs(of levels: [Severity?]) -> [Run] {
    var runs: [Run] = []
    for (index, level) in levels.enumerated() {
      if let last = runs.last, last.severity == level {
        runs[runs.count - 1].stages = last.stages.lowerBound..<index + 1
      } else {
        runs.append(Run(severity: level, stages: index..<index + 1))
      }
    }
    return runs
  }

  private func words(for run: Run, _ language: Language) -> String {
    let level =
      switch run.severity {
      case .error: language.pick("an error", "ein Fehler")
      case .warning: language.pick("a warning", "eine Warnung")
      case .note: language.pick("a note", "ein Hinweis")
      case nil: language.pick("no finding", "kein Befund")
      }
    guard let place = place(of: run.stages, language) else { return level }
    return language.pick("\(level) \(place)", "\(place) \(level)")
  }

  /// "in “Draft”", "from “Submitted” on"; nil where the schema has no stages.
  private func place(of run: Range<Int>, _ language: Language) -> String? {
    guard !stages.isEmpty, run.upperBound <= stages.count else { return nil }
    if run.count == stages.count { return language.pick("at every stage", "in jedem Stand") }
    let names = stages[run].map { language.pick("“\($0.title.english)”", "„\($0.title.german)“") }
    let (first, last) = (names[0], names[names.count - 1])
    if !areOrdered || run.count == 1 && run.upperBound < stages.count {
      return language.pick("in ", "im Stand ") + Self.joined(names, language.pick("and", "und"))
    }
    if run.upperBound == stages.count {
      return language.pick("from \(first) on", "ab \(first)")
    }
    return language.pick("from \(first) to \(last)", "von \(first) bis \(last)")
  }

  private static func joined(_ parts: [String], _ word: String) -> String {
    guard parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + parts[parts.count - 1]
  }
}
