import Diagnostics
import Reporting

/// The analysis of rules: its findings, how far it could look, and whether it blocks.
package struct RuleCheckReporter {
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  // MARK: - For people

  package func writeTerminal(
    _ report: RuleCheckReport, _ options: TerminalReporter.Options, to buffer: inout ByteBuffer
  ) {
    let reporter = TerminalReporter(language: language, options: options)
    reporter.writeFindings(of: report.check, to: &buffer)
    if options.showsLedger {
      let table = TerminalTable(
        language: language, width: options.width, usesColor: options.usesColor)
      table.write(coverageTable(report), to: &buffer)
      buffer.append("\n")
    }
    let verdict = CheckSummary(report.check, language).verdict
    buffer.append("\(summary(report))\n")
    buffer.append("\(Palette(usesColor: options.usesColor).paint(verdict, .strong))\n")
  }

  package func writeConcise(_ report: RuleCheckReport, to buffer: inout ByteBuffer) {
    ConciseReporter(language: language).writeFindings(of: report.check, to: &buffer)
    buffer.append("\(summary(report))\n")
  }

  /// `27 rules: 20 analysed in full, 4 in part, 3 not at all · 1 warning`
  private func summary(_ report: RuleCheckReport) -> String {
    let findings = CheckSummary(report.check, language).findings
    if report.coverage.isEmpty { return findings }
    let (full, partial, none) = (
      report.count(.full), report.count(.partial), report.count(.none)
    )
    var counts = [language.pick("\(full) analysed in full", "\(full) ganz untersucht")]
    if partial > 0 { counts.append(language.pick("\(partial) in part", "\(partial) zum Teil")) }
    if none > 0 { counts.append(language.pick("\(none) not at all", "\(none) gar nicht")) }
    let rules = Counted.rules.text(report.coverage.count, language)
    return "\(rules): \(counts.joined(separator: ", ")) · \(findings)"
  }

  private func coverageTable(_ report: RuleCheckReport) -> ReportTable {
    let rows = report.coverage.map { rule in
      ReportTable.Row([
        .text(rule.rule), .text(extent(rule.extent)),
        .text(rule.gaps.map { $0.text[language] }.joined(separator: ", ")),
      ])
    }
    return ReportTable(
      name: "analysis", title: LocalizedText(en: "Analysis", de: "Untersuchung"),
      columns: [
        .init(LocalizedText(en: "Rule", de: "Regel")),
        .init(LocalizedText(en: "Analysed", de: "untersucht")),
        .init(LocalizedText(en: "What stands in the way", de: "was dem entgegensteht")),
      ], rows: rows)
  }

  private func extent(_ extent: RuleCheckReport.Coverage.Extent) -> String {
    switch extent {
    case .full: language.pick("in full", "ganz")
    case .partial: language.pick("in part", "zum Teil")
    case .none: language.pick("not at all", "gar nicht")
    }
  }

  // MARK: - For programs

  package func writeJSON(_ report: RuleCheckReport, to buffer: inout ByteBuffer) {
    JSONWriter.object(to: &buffer) { document in
      document.spread()
      document.member("schemaVersion", JSONReporter.schemaVersion)
      document.object("tool") { tool in
        tool.member("name", "ratsam")
        tool.member("version", report.check.version)
      }
      document.member("language", language.rawValue)
      document.array("rules") { rules in
        rules.spread()
        for rule in report.coverage {
          rules.object { object in
            object.member("rule", rule.rule)
            object.member("analysed", rule.extent.rawValue)
            object.member("gaps", rule.gaps.map(\.name))
          }
        }
      }
      JSONReporter(language: language).writeFindings(of: report.check, to: &document)
      document.object("summary") { writeSummary(of: report, to: &$0) }
    }
    buffer.append("\n")
  }

  private func writeSummary(of report: RuleCheckReport, to object: inout JSONObject) {
    let tally = report.check.tally
    object.member("rules", report.coverage.count)
    object.member("analysedInFull", report.count(.full))
    object.member("analysedInPart", report.count(.partial))
    object.member("notAnalysed", report.count(.none))
    object.member("findings", report.check.findings.count)
    object.member("errors", tally.errors)
    object.member("warnings", tally.warnings)
    object.member("notes", tally.notes)
    object.member("failOn", report.check.failOn.name)
    object.member("blocking", report.check.blockingCount)
    object.member("blocks", report.check.blocks)
  }
}
