import Diagnostics
import Evaluation
import Reporting
import Semantics

extension RuleSet {
  /// Runs every example and tells what they show; what is missing weighs as `gaps` says.
  package func testExamples(gaps severity: Severity) -> TestReport {
    let results = runExamples()
    let coverage = coverage(of: results)
    let parts = Dictionary(grouping: coverage, by: \.rule)
    let counts = results.reduce(into: [String: Int]()) { $0[$1.rule, default: 0] += 1 }
    let rules = program.rules.map { rule in
      TestReport.Rule(
        id: rule.id, location: rule.origin, examples: counts[rule.id] ?? 0,
        parts: (parts[rule.id] ?? []).map(\.reported))
    }
    return TestReport(
      rules: rules, asExpected: results.count(where: \.isAsExpected),
      findings: results.compactMap(\.finding) + coverage.compactMap { $0.finding(severity) }
        + findings)
  }
}

extension PartCoverage {
  /// The part as reports show it: what can come of it, and what else was seen.
  fileprivate var reported: TestReport.Part {
    let conditions: [Sighting.Value] = [.holds, .doesNotHold, .unknown]
    let all =
      part == .requirement ? Outcome.allCases.map(Sighting.Value.outcome) : conditions
    return TestReport.Part(
      kind: part.rawValue, location: location,
      values: all.map { value in
        TestReport.Value(
          name: value.name,
          title: LocalizedText(
            en: TestProblem.name(value, .english), de: TestProblem.name(value, .german)),
          count: counts[value] ?? 0, isWanted: wanted.contains(value))
      })
  }
}

extension Sighting.Value {
  /// The name in machine formats.
  package var name: String {
    switch self {
    case .holds: "true"
    case .doesNotHold: "false"
    case .unknown: "unknown"
    case .outcome(let outcome): outcome.name
    }
  }
}

extension TestReport {
  /// What examples show of each pack, a folder of rule files.
  package var packTable: ReportTable {
    var rows = packs.map { pack in
      var share = CoverageShare()
      for rule in pack.rules { share.add(rule.share) }
      return Self.row(
        .text(pack.name), pack.rules.count, pack.rules.reduce(0) { $0 + $1.examples }, share)
    }
    if rows.count > 1 {
      rows.append(
        Self.row(.localized(LocalizedText(en: "Total", de: "Summe")), rules.count, examples, share))
      rows[rows.count - 1].isTotal = true
    }
    return ReportTable(
      name: "coverage", title: LocalizedText(en: "Coverage", de: "Abdeckung"),
      columns: [
        .init(LocalizedText(en: "Pack", de: "Paket")),
        .init(LocalizedText(en: "Rules", de: "Regeln"), .right),
        .init(LocalizedText(en: "Examples", de: "Beispiele"), .right),
        .init(LocalizedText(en: "Shown", de: "gezeigt"), .right),
        .init(LocalizedText(en: "Can happen", de: "möglich"), .right),
        .init(LocalizedText(en: "Share", de: "Anteil"), .right),
      ], rows: rows)
  }

  private static func row(
    _ name: ReportTable.Cell, _ rules: Int, _ examples: Int, _ share: CoverageShare
  ) -> ReportTable.Row {
    let none = LocalizedText(en: "nothing", de: "nichts")
    return ReportTable.Row([
      name, .number(.init(rules)), .number(.init(examples)), .number(.init(share.shown)),
      .number(.init(share.of)), share.percent.map { .percent(.init($0)) } ?? .missing(none),
    ])
  }

  /// Every part of every rule with what examples show of it.
  package var partTable: ReportTable {
    let rows = rules.flatMap { rule in
      rule.parts.map { part in
        let missing = part.missing.map(\.title)
        return ReportTable.Row([
          .text(rule.id), .number(.init(part.line)), .localized(part.title),
          .localized(Self.list(part.values.filter { $0.count > 0 }.map(\.counted))),
          .localized(Self.list(missing)),
        ])
      }
    }
    return ReportTable(
      name: "parts", title: LocalizedText(en: "Shown by examples", de: "Von Beispielen gezeigt"),
      columns: [
        .init(LocalizedText(en: "Rule", de: "Regel")),
        .init(LocalizedText(en: "Line", de: "Zeile"), .right),
        .init(LocalizedText(en: "Part", de: "Teil")),
        .init(LocalizedText(en: "Shown", de: "gezeigt")),
        .init(LocalizedText(en: "Missing", de: "fehlt")),
      ], rows: rows)
  }

  private static func list(_ texts: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: texts.map(\.english).joined(separator: ", "),
      de: texts.map(\.german).joined(separator: ", "))
  }
}

extension TestReport.Part {
  fileprivate var line: Int { location.file.position(of: location.range.start).line }

  fileprivate var title: LocalizedText {
    switch PartCoverage.Part(rawValue: kind) {
    case .scope: LocalizedText(same: "where")
    case .condition: LocalizedText(same: "when")
    case .alternative: LocalizedText(en: "alternative", de: "Möglichkeit")
    case .requirement, nil: LocalizedText(en: "requirement", de: "Anforderung")
    }
  }
}

extension TestReport.Value {
  fileprivate var counted: LocalizedText {
    LocalizedText(en: "\(title.english) \(count)", de: "\(title.german) \(count)")
  }
}

extension MutationReport {
  /// What became of the changes of each rule.
  package var table: ReportTable {
    var rows = subjects.filter { !$0.mutants.isEmpty }.map { subject in
      Self.row(.text(subject.name), subject.mutants.count) { subject.count($0) }
    }
    rows.append(
      Self.row(.localized(LocalizedText(en: "Total", de: "Summe")), count) { count($0) })
    rows[rows.count - 1].isTotal = true
    return ReportTable(
      name: "mutation", title: LocalizedText(en: "Changed rules", de: "Geänderte Regeln"),
      columns: [
        .init(LocalizedText(en: "Rule", de: "Regel")),
        .init(LocalizedText(en: "Changes", de: "Änderungen"), .right),
        .init(LocalizedText(en: "Noticed", de: "bemerkt"), .right),
        .init(LocalizedText(en: "Argued", de: "begründet"), .right),
        .init(LocalizedText(en: "Unnoticed", de: "unbemerkt"), .right),
      ], rows: rows)
  }

  private static func row(
    _ name: ReportTable.Cell, _ count: Int, _ fate: (Fate) -> Int
  ) -> ReportTable.Row {
    ReportTable.Row([
      name, .number(.init(count)), .number(.init(fate(.killed))), .number(.init(fate(.argued))),
      .number(.init(fate(.survived))),
    ])
  }
}
