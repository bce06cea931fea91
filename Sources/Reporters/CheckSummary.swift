import Diagnostics
import Reporting
import Values

/// The ledger's short form: what was looked at, what was found, and whether it blocks.
package struct CheckSummary {
  private let report: CheckReport
  private let language: Language

  package init(_ report: CheckReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// `38 rules · 4 measures · 2 errors, 1 undetermined · 2 rules had nothing to check`.
  package var line: String { parts.joined(separator: " · ") }

  /// What `line` joins: rules, elements, findings, rules that had nothing to check, what a
  /// configuration changed, the date.
  package var parts: [String] {
    var parts = [Counted.rules.text(report.ledger.count, language)]
    let elements = elements
    if !elements.isEmpty { parts.append(elements) }
    parts.append(findings)
    let idle = report.rulesWithNothingToCheck
    if idle > 0 {
      let rules = Counted.rules.text(idle, language)
      parts.append(
        language.pick(
          "\(rules) had nothing to check",
          idle == 1 ? "\(rules) hatte nichts zu prüfen" : "\(rules) hatten nichts zu prüfen"))
    }
    parts += AppliedRulesText(report.applied, language).parts
    if let today = report.today?.formatted(language) {
      parts.append(language.pick("as of \(today)", "Stand \(today)"))
    }
    return parts
  }

  /// At most three records; `…` says that there are more.
  private var elements: String {
    let counts = report.recordCounts.filter { $0.count > 0 }
    let shown = counts.prefix(3).map { count -> String in
      let number = Counted.number(count.count, language)
      if count.count == 1 { return "\(number) \(count.one[language])" }
      guard let several = count.several else { return "\(count.one[language]): \(number)" }
      return "\(number) \(several[language])"
    }
    return shown.joined(separator: ", ") + (counts.count > shown.count ? " …" : "")
  }

  /// `2 errors, 1 undetermined, 3 warnings`.
  var findings: String {
    let tally = report.tally
    let counts: [(Counted, Int)] = [
      (.errors, tally.errors), (.undetermined, tally.undetermined), (.warnings, tally.warnings),
      (.notes, tally.notes),
    ]
    let shown = counts.filter { $0.1 > 0 }.map { $0.0.text($0.1, language) }
    return shown.isEmpty
      ? language.pick("no findings", "keine Befunde") : shown.joined(separator: ", ")
  }

  /// Whether the check fails, and why, in one sentence.
  package var verdict: String {
    let count = report.blockingCount
    let threshold = report.failOn.name
    if count == 0 {
      return language.pick(
        "Nothing at or above \(threshold): the check passes.",
        "Nichts ab \(threshold): die Prüfung ist bestanden.")
    }
    let findings = Counted.findings.text(count, language)
    return language.pick(
      "\(findings) at or above \(threshold): the check fails.",
      "\(findings) ab \(threshold): die Prüfung ist nicht bestanden.")
  }
}

/// Things that reports count, with their singular and plural.
enum Counted {
  case rules, findings, errors, warnings, notes, undetermined, places, examples, outcomes
  case mutants

  /// The number grouped as the language groups it.
  static func number(_ count: Int, _ language: Language) -> String {
    Decimal(count).formatted(language)
  }

  func text(_ count: Int, _ language: Language) -> String {
    let (one, several) = nouns(language)
    return "\(Self.number(count, language)) \(count == 1 ? one : several)"
  }

  private func nouns(_ language: Language) -> (one: String, several: String) {
    switch self {
    case .rules: language.pick(("rule", "rules"), ("Regel", "Regeln"))
    case .findings: language.pick(("finding", "findings"), ("Befund", "Befunde"))
    case .errors: language.pick(("error", "errors"), ("Fehler", "Fehler"))
    case .warnings: language.pick(("warning", "warnings"), ("Warnung", "Warnungen"))
    case .notes: language.pick(("note", "notes"), ("Hinweis", "Hinweise"))
    case .undetermined:
      language.pick(("undetermined", "undetermined"), ("unbestimmt", "unbestimmt"))
    case .examples: language.pick(("example", "examples"), ("Beispiel", "Beispiele"))
    case .outcomes: language.pick(("outcome", "outcomes"), ("Ergebnis", "Ergebnissen"))
    case .mutants: language.pick(("change", "changes"), ("Änderung", "Änderungen"))
    case .places: language.pick(("place", "places"), ("Stelle", "Stellen"))
    }
  }
}
