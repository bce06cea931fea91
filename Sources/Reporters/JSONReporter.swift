import Diagnostics
import Reporting
import SourceText
import Values

/// The whole check as one JSON document, described in `docs/json-output.md`.
///
/// Lines and columns count from 1, columns in Unicode scalars; bytes count from 0; ends are
/// exclusive. Every member is always there, null where nothing is known.
package struct JSONReporter {
  /// Raised when a member changes its meaning or goes; new members do not raise it.
  package static let schemaVersion = 1
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func write(_ report: CheckReport, to buffer: inout ByteBuffer) {
    JSONWriter.object(to: &buffer) { document in
      document.spread()
      document.member("schemaVersion", Self.schemaVersion)
      document.object("tool") { tool in
        tool.member("name", "ratsam")
        tool.member("version", report.version)
      }
      document.member("language", language.rawValue)
      document.member("today", report.today?.iso())
      document.array("plans") { plans in
        plans.spread()
        for plan in report.plans { plans.object { write(plan, to: &$0) } }
      }
      writeFindings(of: report, to: &document)
      document.array("ledger") { ledger in
        ledger.spread()
        for entry in report.ledger { ledger.object { write(entry, to: &$0) } }
      }
      write(report.applied, to: &document)
      document.object("summary") { writeSummary(of: report, to: &$0) }
    }
    buffer.append("\n")
  }

  func writeFindings(of report: CheckReport, to document: inout JSONObject) {
    document.array("findings") { findings in
      findings.spread()
      var cursor = PlaceCursor()
      for finding in report.findings { findings.object { write(finding, &cursor, to: &$0) } }
    }
  }

  private func write(_ plan: PlanSummary, to object: inout JSONObject) {
    object.member("path", plan.path)
    object.member("name", plan.name)
    if let stage = plan.stage {
      object.object("stage") { object in
        object.member("name", stage.name)
        object.member("title", stage.title[language])
      }
    } else {
      object.member("stage", nil as String?)
    }
    object.member("language", plan.language?.rawValue)
    object.member("configuration", plan.configuration)
    object.member("files", plan.files.map(\.path))
    object.array("records") { records in
      for count in plan.counts {
        records.object { record in
          record.member("record", count.name)
          record.member("count", count.count)
        }
      }
    }
  }

  private func write(
    _ finding: Finding, _ cursor: inout PlaceCursor, to object: inout JSONObject
  ) {
    object.member("rule", finding.code)
    object.member("rules", finding.rules)
    object.member("severity", finding.severity.name)
    object.member("outcome", finding.outcome?.name)
    write(finding.location, &cursor, to: &object)
    object.member("element", finding.element?[language])
    object.member("elementName", finding.titledElement?[language])
    object.member("field", finding.field)
    object.member("message", finding.problem.headline(in: language))
    object.member("label", finding.problem.label(in: language))
    object.array("facts") { facts in
      for fact in finding.problem.facts {
        facts.object { object in
          object.member("name", fact.name)
          object.member("text", fact.text[language])
        }
      }
    }
    object.member("help", finding.problem.help(in: language))
    object.array("related") { places in
      for place in finding.related {
        places.object { object in
          write(place.location, &cursor, to: &object)
          object.member("message", place.text[language])
        }
      }
    }
    object.array("fixes") { fixes in
      for fix in finding.fixes { fixes.object { write(fix, &cursor, to: &$0) } }
    }
    EvaluationJSON(language: language).write(
      finding.evaluations, as: "evaluations", to: &object)
  }

  private func write(_ fix: Fix, _ cursor: inout PlaceCursor, to object: inout JSONObject) {
    object.member("title", fix.title[language])
    object.array("edits") { edits in
      for edit in fix.edits {
        edits.object { object in
          write(edit.location, &cursor, to: &object)
          object.member("replacement", edit.replacement)
        }
      }
    }
  }

  private func write(
    _ location: Location, _ cursor: inout PlaceCursor, to object: inout JSONObject
  ) {
    let range = location.range
    let start = cursor.position(of: range.start, in: location.file)
    let end = cursor.position(of: range.end, in: location.file)
    object.member("file", location.file.path)
    object.member("line", start.line)
    object.member("column", start.column)
    object.member("endLine", end.line)
    object.member("endColumn", end.column)
    object.member("startByte", range.start)
    object.member("endByte", range.end)
  }

  private func write(_ entry: LedgerEntry, to object: inout JSONObject) {
    object.member("rule", entry.rule)
    object.member("applied", entry.applied)
    object.member("met", entry.met)
    object.member("violated", entry.violated)
    object.member("undetermined", entry.undetermined)
    object.member("notApplicable", entry.notApplicable)
    object.member("new", entry.new)
    object.member("waived", entry.waived)
    object.member("note", entry.note?[language])
  }

  private func write(_ applied: AppliedRules, to document: inout JSONObject) {
    document.array("packs") { packs in
      packs.spread()
      for pack in applied.packs {
        packs.object { object in
          object.member("name", pack.name)
          object.member("state", pack.state.name)
          write(pack.state.location, to: &object)
        }
      }
    }
    document.array("changedRules") { changes in
      changes.spread()
      for change in applied.changes {
        changes.object { object in
          object.member("rule", change.rule)
          object.member("change", change.isOff ? "off" : "severity")
          object.member("before", change.before[language])
          write(change.location, to: &object)
        }
      }
    }
    document.array("settings") { settings in
      settings.spread()
      for setting in applied.settings {
        settings.object { object in
          object.member("name", setting.name)
          object.member("value", setting.plain)
          object.member("origin", setting.origin.name)
          write(setting.origin.location, to: &object)
        }
      }
    }
  }

  /// File and line; null where there is no place.
  private func write(_ location: Location?, to object: inout JSONObject) {
    object.member("file", location?.file.path)
    if let location {
      object.member("line", location.file.position(of: location.range.start).line)
    } else {
      object.member("line", nil as String?)
    }
  }

  private func writeSummary(of report: CheckReport, to object: inout JSONObject) {
    let tally = report.tally
    object.member("rules", report.ledger.count)
    object.member("rulesWithNothingToCheck", report.rulesWithNothingToCheck)
    object.member("findings", report.findings.count)
    object.member("errors", tally.errors)
    object.member("undetermined", tally.undetermined)
    object.member("warnings", tally.warnings)
    object.member("notes", tally.notes)
    object.member("failOn", report.failOn.name)
    object.member("blocking", report.blockingCount)
    object.member("blocks", report.blocks)
  }
}
